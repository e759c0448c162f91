"""How the plan went over the days that were kept: a row for each area and each rule."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from readiness.app.operations.record import can_keep, keep_milestone
from readiness.describe.after_start import not_begun
from readiness.describe.area import areas_words
from readiness.describe.state import SIGNS
from readiness.describe.trend import Trace, area_traces, days_line, rule_traces, trace_line
from readiness.domain.followup.day_one import Trend, trend_of
from readiness.i18n.language import N_, _
from readiness.i18n.words import date_words
from readiness.tui.drawing.bars import MUTED
from readiness.tui.keys import Key
from readiness.tui.line_text import plain, wrapped
from readiness.tui.program import perform
from readiness.tui.screens.page import Page
from readiness.tui.states import square
from readiness.tui.view import View
from readiness.tui.widgets.drawing import Draw
from readiness.tui.widgets.lines import Line


class TrendScreen(Page):
    """A block a day, the first day on the left and today on the right; each day in words beside."""

    TITLES = (N_("First day on the left, today on the right"), N_("Day by day"))
    LINE = (Key("up,down", "", word=N_("choose")), "keep", "leave")
    BINDINGS = [
        Key(
            "k",
            "keep",
            N_("Keep the plan as it stands today, to compare with"),
            word=N_("keep today"),
        )
    ]
    _kept: tuple[View, Trend] | None = None

    def head(self, view: View) -> str:  # noqa: ARG002 - as every page
        """What is compared; the days stand above the rows."""
        return _("How it went since the first day")

    def rows(self, view: View) -> list[Line]:
        """The areas, then the rules; nothing where no day but today is known."""
        trend = self._trend(view)
        if len(trend.days) == 1:
            return [Line("", days_line(trend))]
        return [
            Line("", days_line(trend)),
            Line("", areas_words(len(trend.areas))),
            *map(_line, area_traces(trend)),
            Line("", _("After the start")),
            *map(_line, rule_traces(trend)),
        ]

    def detail(self, view: View, key: str) -> Draw:
        """The days of one row, a block and a word each."""
        trend = self._trend(view)
        traces = {one.id: one for one in (*area_traces(trend), *rule_traces(trend))}
        if key not in traces:
            return lambda _width: []
        one = traces[key]
        said = trace_line(one, trend.days)
        return lambda width: [*_days_drawn(one, trend.days), *map(plain, wrapped(said, width))]

    def action_keep(self) -> None:
        """Keep the plan as it stands today: the check was redone."""
        if can_keep(self.app.plan.open_session):
            perform(self.app, keep_milestone)
        else:
            self.app.messages.tell(not_begun())

    def _trend(self, view: View) -> Trend:
        """Reckoned once for each state of the plan, and not at each line."""
        if self._kept is None or self._kept[0].plan is not view.plan:
            self._kept = (view, trend_of(view.plan, view.template, self.app.today()))
        return self._kept[1]


def _line(one: Trace) -> Line:
    signs = "".join(f"{SIGNS[state]} " if state else "  " for state in one.states)
    return Line(one.id, f"{signs} {one.name}", states=one.states, hang=len(signs) + 1)


def _days_drawn(one: Trace, days: Sequence[date]) -> list[Content]:
    """Each day with a block in the colour of its state, its sign and its word."""
    lines = []
    for day, state, word in zip(days, one.states, one.words, strict=True):
        block = square(state) if state is not None else plain("  ")
        name = _("today") if day == days[-1] else date_words(day)
        lines.append(Content.assemble(block, plain(f" {word}, "), plain(name, MUTED)))
    return lines
