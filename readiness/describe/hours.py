"""What is told about the hours: whether they suffice, from when they do not, and each week."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from readiness.domain.capacity.ledger import Ledger, PersonWeeks
from readiness.domain.capacity.scenarios import fit_of
from readiness.domain.rules.facts import Facts
from readiness.i18n.language import _, n_
from readiness.i18n.words import date_words, half_up, number_words, with_marks

MOST_NAMES = 4
"""Practitioners who are named in a line; of more, only how many."""


def unreckoned_told() -> str:
    """That something is lacking from which the hours are reckoned. No full stop."""
    return _("The hours cannot be worked out yet")


def suffice_told() -> str:
    """That no week of the period needs more hours than are freed. No full stop."""
    return _("The hours suffice in every week of the period")


def missing_told(facts: Facts) -> str:
    """In how many weeks hours are missing, from when and how many at worst; empty if in none."""
    short_from = facts.of("first_short_day")
    fit = fit_of(facts.ledger) if facts.ledger is not None else None
    if fit is None or fit.fits or not isinstance(short_from, date):
        return ""
    words = n_(
        "Hours are missing in {n} week, from {date}: {worst} h at worst.",
        "Hours are missing in {n} weeks, from {date}: {worst} h at worst.",
        fit.short_weeks,
    )
    return words.format(
        n=fit.short_weeks, date=date_words(short_from), worst=number_words(fit.worst)
    )


def first_short_told(ledger: Ledger) -> str:
    """The first week of the period in which hours are missing, and whose; empty if in none."""
    short = ledger.short_weeks()
    if not short:
        return ""
    week = week_hours(ledger, short[0])
    words = _("First short: week {week} ({day}), {hours} h, {named}.")
    who = week.who[:MOST_NAMES]
    more = len(week.who) - len(who)
    named = ", ".join(who) + (" " + _("and {n} more").format(n=more) if more else "")
    return words.format(week=week.number, day=week.day, hours=week.short, named=named)


def all_told(facts: Facts) -> str:
    """The hours a week of all practitioners together; empty for one, or where not known."""
    needed, freed = facts.of("hours_needed_total"), facts.of("hours_freed_total")
    posts, several = facts.of("fte_needed"), 2
    if not isinstance(needed, int | float) or not isinstance(posts, int | float):
        return ""
    if len(facts.people) < several:
        return ""
    words, given = _("all together need {needed}"), ""
    if isinstance(freed, int | float):
        given = _(", freed {freed}").format(freed=number_words(freed))
    full = _(" ({posts} of a full post)").format(posts=with_marks(f"{half_up(posts, 2):.2f}"))
    return f"{words.format(needed=number_words(needed))}{full}{given}"


def short_from_told(ledger: Ledger, who: str, start: date | None) -> str:
    """In how many weeks a practitioner is short of hours, and from when; the first day at least.

    Raises IndexError for one who is short in none.
    """
    weeks = ledger.short_weeks(who)
    words = n_(
        "{who} is short of hours in {n} week, from {day}.",
        "{who} is short of hours in {n} weeks, from {day}.",
        len(weeks),
    )
    day = date_words(max(ledger.monday_of(weeks[0]), start or date.min))
    return words.format(who=who, n=len(weeks), day=day)


def short_at_worst_told(ledger: Ledger, person: PersonWeeks) -> str:
    """By how much a practitioner is short of hours in the worst week, and in how many weeks.

    Empty for one who is short in none. No full stop.
    """
    weeks = ledger.short_weeks(person.who)
    worst = max((person.short(week) for week in weeks), default=0.0)
    words = _("{who}: {hours} h short at worst, in {n} weeks")
    said = words.format(who=person.who, hours=number_words(worst), n=len(weeks))
    return said if weeks else ""


class WeekHours(NamedTuple):
    """One week of a plan in words, in parts that a list or a sentence puts together."""

    number: int
    """The week, from 1 at the start; training weeks before it have 0 and less."""
    day: str
    """Its Monday."""
    is_closed: bool
    """Whether the service is closed, so that no sessions are held."""
    needed: str
    """Hours that all practitioners need together."""
    freed: str
    """Hours that are freed for them; that it is not known where nobody said so of one."""
    short: str
    """Hours that are missing; empty where none are."""
    who: tuple[str, ...]
    """The practitioners for whom hours are missing."""


def week_hours(ledger: Ledger, week: int) -> WeekHours:
    """What a week of the ledger comes to; `week` counts from 0 at the ledger's first."""
    freed, short = ledger.freed(week), ledger.short(week)
    return WeekHours(
        number=ledger.number(week),
        day=date_words(ledger.monday_of(week)),
        is_closed=week in ledger.closed,
        needed=number_words(ledger.needed(week).hours),
        freed=_("not known") if freed is None else number_words(freed),
        short=number_words(short) if short else "",
        who=tuple(person.who for person in ledger.people if person.short(week)),
    )
