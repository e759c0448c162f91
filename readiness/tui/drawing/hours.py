"""The hours of a plan in words and bars."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from readiness.describe.patient_places import beyond_words, places_words
from readiness.domain.capacity.ledger import Ledger
from readiness.domain.capacity.levers import fit_of
from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.facts import Facts, facts_of
from readiness.i18n.language import _
from readiness.i18n.words import half_up, listed, number_words, short_date, with_marks
from readiness.tui.drawing.text import bar, cut
from readiness.tui.drawing.weeks import chart, first_short_words
from readiness.tui.plain import wrapped

NAME = 12
"""Columns for a practitioner's name, at the most."""

SMALL = 60
"""Below this width the numbers stand without their words."""


@dataclass(frozen=True)
class Hours:
    """What the picture shows: the plan as it is, or as it could be."""

    facts: Facts
    what_if: str = ""
    """What is different from the plan, in words; empty for the plan as it is."""


def hours_of(plan: Plan, template: Template, today: date, what_if: str) -> Hours:
    """The hours of a plan as it could be."""
    return Hours(facts_of(plan, template, today), what_if)


def picture(hours: Hours, width: int) -> list[str]:
    """Words, bars and weeks one under another; nothing where no ledger can be reckoned."""
    ledger = hours.facts.ledger
    if ledger is None:
        return []
    lines = []
    if hours.what_if:
        lines += wrapped(
            _("WHAT IF: {what_if}. Not in the plan; t takes it over.").format(
                what_if=hours.what_if
            ),
            width,
        )
    lines += [line for words in summary(ledger) for line in wrapped(words, width, "  ")]
    lines += ["", _("Hours a week, needed against freed"), *bars(hours.facts, width)]
    lines += ["", _("Week by week, all practitioners together"), *chart(ledger, width)]
    lines += [line for words in ends(hours.facts, ledger) for line in wrapped(words, width, "  ")]
    return lines


def summary(ledger: Ledger) -> list[str]:
    """Whether the hours suffice, and if not from when."""
    fit = fit_of(ledger)
    unknown = [person.who for person in ledger.people if person.freed is None]
    said = []
    if not fit.fits:
        weeks = (
            _("1 week")
            if fit.short_weeks == 1
            else _("{short_weeks} weeks").format(short_weeks=fit.short_weeks)
        )
        said.append(
            _("! Short in {weeks} of the period, by {worst} h at worst.").format(
                weeks=weeks, worst=number_words(fit.worst)
            )
        )
        said.append(f"  {first_short_words(ledger)}")
    elif not unknown:
        said.append(_("+ The hours suffice in every week of the period."))
    if unknown:
        said.append(
            _("o The hours freed are not known for {unknown}.").format(unknown=listed(unknown[:6]))
        )
    return said


def ends(facts: Facts, ledger: Ledger) -> list[str]:
    """When the programme ends, how many sessions can be held, and for how many patients."""
    planned = facts.of("weeks_programme")
    asked = ""
    if isinstance(planned, int | float):
        asked = _("; the programme has {planned} weeks").format(planned=number_words(planned))
    days = (ledger.planned_end, ledger.likely_end, ledger.worst_end)
    nowhere = _("not known") if "planned_end" in facts.uncounted else _("out of sight")
    first, likely, worst = (short_date(day) if day else nowhere for day in days)
    return [
        "",
        _(
            "Sessions   {sessions} can be held in the period with whoever starts first{asked}."
        ).format(sessions=ledger.sessions, asked=asked),
        _("The end    planned {first}, likely {likely}, at worst {worst}.").format(
            first=first, likely=likely, worst=worst
        ),
        _("Places     {words}").format(words=places_words(ledger)),
        *filter(None, [beyond_words(facts)]),
    ]


def bars(facts: Facts, width: int) -> list[str]:
    """A line for each practitioner, and one for all of them together."""
    rows = [
        (who, own.get("hours_needed"), own.get("hours_freed")) for who, own in facts.people.items()
    ]
    numbers = [float(n) for _rest, *both in rows for n in both if isinstance(n, int | float)]
    top = max(numbers, default=0)
    name = min(max((len(cut(who, NAME)) for who, *_rest in rows), default=2), NAME)
    lines = [_bar(who, needed, freed, top, (name, width)) for who, needed, freed in rows]
    needed, freed = facts.of("hours_needed_total"), facts.of("hours_freed_total")
    if len(rows) > 1 and isinstance(needed, int | float):
        given = (
            _(", freed {freed}").format(freed=number_words(freed))
            if isinstance(freed, int | float)
            else ""
        )
        posts = facts.of("fte_needed")
        full = (
            _(" ({posts} of a full post)").format(posts=with_marks(f"{half_up(posts, 2):.2f}"))
            if isinstance(posts, int | float)
            else ""
        )
        everyone = _("all")
        said = _("needed {needed}").format(needed=number_words(needed))
        lines += wrapped(f"{everyone:<{name}} {said}{full}{given}", width)
    return lines


def _bar(who: str, needed: object, freed: object, top: float, room: tuple[int, int]) -> str:
    name, width = room
    head = f"{cut(who, name):<{name}}"
    if not isinstance(needed, int | float):
        return cut(_("{head} no number of patients is said").format(head=head), width)
    given = freed if isinstance(freed, int | float) else None
    words = (_("needed "), _("  freed ")) if width >= SMALL else ("", _(" of "))
    said = f"{words[0]}{number_words(needed):>4}{words[1]}"
    said += f"{number_words(given):>4}" if given is not None else "   ?"
    short = (
        _("short {needed} h").format(needed=number_words(needed - given))
        if given is not None and needed > given
        else ""
    )
    tail = short or ("" if given is not None else _("not said"))
    left = width - len(head) - len(said) - 16
    drawn = bar(needed, given if given is not None else needed, top, max(left, 4))
    return f"{head} {said}  {drawn} {tail}"[:width].rstrip()
