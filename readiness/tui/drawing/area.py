"""What stands around a question where a window has room for it: the rest of its area.

Beside the list of questions stand the area's actions and dates; in a large window the answers of
the area stand under the question, and the worked example's answer beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.content import Content

from readiness.describe.action import SIGNS, owner_words
from readiness.describe.question import no_example_told
from readiness.describe.state import state_of
from readiness.domain.plan.fields import answer_lines
from readiness.domain.schedule.actions import actions_of
from readiness.domain.schedule.calendar import events_of, next_events
from readiness.i18n.language import _
from readiness.i18n.words import short_date
from readiness.tui.line_text import cut_after, joined, plain, wrapped
from readiness.tui.states import square
from readiness.tui.view import View
from readiness.tui.widgets.drawing import Draw
from readiness.tui.worked_example import Sample

MUTED = "$text-muted"

DAY, SHORT, ROWS = 7, 24, 2
"""Columns of a day with its month, and of the name of a question; rows of an answer at most."""


def actions_here(area: str, view: View) -> Draw:
    """The actions for the questions of an area, each with its owner and day."""
    items = {key for key, _item in view.template.items_of(area)}
    found = [one for one in actions_of(view.plan) if one.item in items]

    def draw(width: int) -> Iterator[Content]:
        for one in found:
            for row in wrapped(f"{SIGNS[one.state]} {one.title}", width, "    "):
                yield plain(row)
            when = short_date(one.when) if one.when else _("no date")
            for row in wrapped(f"    {owner_words(one)}, {when}", width, "    "):
                yield plain(row, MUTED)
        if not found:
            yield plain(_("None yet."), MUTED)

    return lambda width: [*draw(width)]


def dates_here(area: str, view: View, today: date) -> Draw:
    """The dates to come that belong to an area."""
    items = {key for key, _item in view.template.items_of(area)}
    about = {one.key for one in actions_of(view.plan) if one.item in items}
    events = next_events(events_of(view.plan, view.template), today)
    found = [one for one in events if one.item in items or one.action in about]

    def draw(width: int) -> Iterator[Content]:
        for one in found:
            day = short_date(one.day).rsplit(" ", 1)[0]
            first, *rest = wrapped(one.words, width - DAY)
            yield joined(plain(f"{day:<{DAY}}", "bold"), first)
            yield from (plain(f"{'':{DAY}}{row}") for row in rest)
        if not found:
            yield plain(_("None to come."), MUTED)

    return lambda width: [*draw(width)]


def answers_here(area: str, item: str, view: View) -> Draw:
    """Every question of an area with what is answered; the one that is shown in bold."""
    state = view.review.items
    asked = [(key, one) for key, one in view.template.items_of(area) if state[key].counts]

    def draw(width: int) -> Iterator[Content]:
        for key, one in asked:
            words = "; ".join(answer_lines(view.template, key, view.plan))
            name = plain(f"{one.short:<{SHORT}.{SHORT}}", "bold" if key == item else "")
            head = joined(square(state_of(state[key])), name)
            gap = " " * head.cell_length
            rows = cut_after(words, width - head.cell_length, ROWS)
            yield from (joined(gap if at else head, row) for at, row in enumerate(rows))

    return lambda width: [*draw(width)]


def example_here(item: str, sample: Sample | None) -> Draw:
    """How the worked example answers a question."""
    if sample is None:
        return lambda _width: []
    if item not in sample.template.items:
        return lambda width: wrapped(no_example_told(), width)
    pieces = [str(one).strip() for one in sample.answered(item)]
    return lambda width: [row for one in pieces for row in wrapped(one, width, "  ")]
