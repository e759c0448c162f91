"""The weeks of a plan in words."""

from __future__ import annotations

from readiness.domain.capacity.ledger import Ledger
from readiness.i18n.language import _
from readiness.i18n.words import date_words, number_words


def first_short_words(ledger: Ledger) -> str:
    """The first week of the period that does not fit, in words; empty where all do."""
    short = ledger.short_weeks()
    if not short:
        return ""
    week = short[0]
    who = [person.who for person in ledger.people if person.short(week)]
    named = ", ".join(who[:4]) + (
        " " + _("and {n} more").format(n=len(who) - 4) if len(who) > 4 else ""  # noqa: PLR2004
    )
    day = date_words(ledger.monday_of(week))
    hours = number_words(ledger.short(week))
    return _("First short: week {week} ({day}), {hours} h, {named}.").format(
        week=ledger.number(week), day=day, hours=hours, named=named
    )


def week_line(ledger: Ledger, week: int) -> str:
    """One week in words, for the list of all weeks."""
    freed = ledger.freed(week)
    day = date_words(ledger.monday_of(week))
    head = _("week {week:>4}  {day:<18}").format(week=ledger.number(week), day=day)
    if week in ledger.closed:
        return _("c {head} closed").format(head=head)
    short = ledger.short(week)
    who = ", ".join(person.who for person in ledger.people if person.short(week))
    lack = _("  short {short} ({who})").format(short=number_words(short), who=who) if short else ""
    given = _("not known") if freed is None else number_words(freed)
    sign = "!" if short else " "
    return _("{sign} {head} needed {hours:>5}  freed {given:>5}{lack}").format(
        sign=sign, head=head, hours=number_words(ledger.needed(week).hours), given=given, lack=lack
    )
