"""The hours of a plan in words and bars."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from textual.content import Content

from readiness.describe.hours import (
    all_told,
    first_short_told,
    missing_told,
    suffice_told,
    week_hours,
)
from readiness.describe.patients import beyond_words, places_words
from readiness.domain.capacity.ledger import Ledger, PersonWeeks
from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.facts import Facts, facts_of
from readiness.i18n.language import _
from readiness.i18n.words import listed, number_words, short_date
from readiness.tui.characters import Characters
from readiness.tui.drawing.bars import bars_drawn, hour_bars
from readiness.tui.drawing.columns import LEFT, chart_drawn, columns_of
from readiness.tui.line_text import cut, plain, wrapped
from readiness.tui.states import ink_of

NAME, MOST_NAMES, CHART_ROWS = 12, 6, 6
"""Columns of a practitioner's name at most; names in a title; rows of a chart."""

BOTH, GAP = 110, "   "
"""Columns from which two pictures stand side by side, and what stands between them."""

FEW, TALL_ROWS = 4, 10
"""Practitioners whose charts are taller where they stand two by two, and the rows of these."""

MUTED = "$text-muted"


@dataclass(frozen=True)
class Hours:
    """What the picture shows: the plan as it is, or as it could be."""

    facts: Facts
    what_if: str = ""
    """What is different from the plan, in words; empty for the plan as it is."""


def hours_of(plan: Plan, template: Template, today: date, what_if: str) -> Hours:
    """The hours of a plan as it could be."""
    return Hours(facts_of(plan, template, today), what_if)


def pictures(now: Hours, other: Hours | None, width: int, chars: Characters) -> list[Content]:
    """The plan as it is; or as it could be, with the plan as it is on its left if both fit."""
    if other is None or width < BOTH:
        return picture(other or now, width, chars)
    half = (width - len(GAP)) // 2
    head = plain(_("As it is in the plan"), "bold")
    return beside([head, *picture(now, half, chars)], picture(other, half, chars), half)


def beside(left: list[Content], right: list[Content], width: int) -> list[Content]:
    """Two pictures side by side, the left one so wide."""
    pairs = zip_longest(left, right, fillvalue=Content(""))
    return [
        Content.assemble(one, " " * max(width - one.cell_length, 0), GAP, other)
        for one, other in pairs
    ]


def picture(hours: Hours, width: int, chars: Characters) -> list[Content]:
    """Words, bars and weeks one under another; nothing where no ledger can be reckoned.

    Where there is width for it, each practitioner's weeks stand beside the next one's.
    """
    ledger = hours.facts.ledger
    if ledger is None:
        return []
    lines = _said(_what_if(hours), width, "bold")
    for words in summary(hours.facts, ledger):
        ink = {"!": ink_of("red"), "+": ink_of("ready")}.get(words[:1], "")
        lines += _said(words, width, f"bold {ink}".strip())
    lines += _headed(_("Each practitioner, in a full week"))
    lines += [*bars_drawn(hour_bars(hours.facts.people), width, chars)]
    lines += [plain(one, MUTED) for one in unsaid(hours.facts)]
    lines += _said(all_told(hours.facts), width, MUTED)
    if width < BOTH:
        for people in alike(ledger):
            lines += _weeks(people, ledger, width, chars)
    else:
        lines += _each(ledger, width, chars)
    return [*lines, *(row for words in ends(hours.facts, ledger) for row in _said(words, width))]


def _what_if(hours: Hours) -> str:
    if not hours.what_if:
        return ""
    words = _("WHAT IF: {what_if}. Not in the plan; t takes it over.")
    return words.format(what_if=hours.what_if)


def _said(words: str, width: int, style: str = "") -> list[Content]:
    return [plain(row, style) for row in wrapped(words, width, "  ")] if words else []


def _headed(title: str) -> list[Content]:
    return [Content(""), plain(title, "bold")]


def alike(ledger: Ledger) -> list[list[PersonWeeks]]:
    """The practitioners with the same hours week by week together, those who are short first."""
    found: dict[tuple[object, ...], list[PersonWeeks]] = {}
    for one in ledger.people:
        needed = tuple(round(week.hours, 2) for week in one.needed[ledger.start :])
        found.setdefault((needed, one.freed), []).append(one)
    return sorted(found.values(), key=lambda some: -len(ledger.short_weeks(some[0].who)))


def _weeks(
    people: list[PersonWeeks],
    ledger: Ledger,
    width: int,
    chars: Characters,
    rows: int = CHART_ROWS,
) -> Iterator[Content]:
    """The weeks of practitioners whose hours are the same, on a scale from nothing."""
    columns = columns_of(people[0], ledger, width - LEFT)
    if not columns:
        return
    names = listed([one.who for one in people[:MOST_NAMES]])
    title = _("{who}, week by week") if len(people) == 1 else _("{who} are alike, week by week")
    yield from _headed(title.format(who=names))
    yield from chart_drawn(columns, rows, chars)


def _each(ledger: Ledger, width: int, chars: Characters) -> Iterator[Content]:
    """The weeks of each practitioner by itself, two side by side, those who are short first."""
    half = (width - len(GAP)) // 2
    every = [one for some in alike(ledger) for one in some]
    rows = TALL_ROWS if len(every) <= FEW else CHART_ROWS
    drawn = [[*_weeks([one], ledger, half, chars, rows)] for one in every]
    for at in range(0, len(drawn), 2):
        yield from beside(drawn[at], drawn[at + 1] if at + 1 < len(drawn) else [], half)


def unsaid(facts: Facts) -> Iterator[str]:
    """The practitioners whose hours cannot be worked out, a line each."""
    for who, own in facts.people.items():
        if not isinstance(own.get("hours_needed"), int | float):
            yield _("{who}: no number of patients is said").format(who=cut(who, NAME))


def summary(facts: Facts, ledger: Ledger) -> list[str]:
    """Whether the hours suffice, and if not from when."""
    short = missing_told(facts)
    unknown = [person.who for person in ledger.people if person.freed is None]
    said = []
    if short:
        said += [f"! {short}", f"  {first_short_told(ledger)}"]
    elif not unknown:
        said.append(f"+ {suffice_told()}.")
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


def week_line(ledger: Ledger, week: int) -> str:
    """One week in words, for the list of all weeks."""
    said = week_hours(ledger, week)
    head = _("week {week:>4}  {day:<18}").format(week=said.number, day=said.day)
    if said.is_closed:
        return _("c {head} closed").format(head=head)
    who = ", ".join(said.who)
    lack = _("  short {short} ({who})").format(short=said.short, who=who) if said.short else ""
    sign = "!" if said.short else " "
    return _("{sign} {head} needed {hours:>5}  freed {given:>5}{lack}").format(
        sign=sign, head=head, hours=said.needed, given=said.freed, lack=lack
    )
