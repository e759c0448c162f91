"""An area or a rule over the days that were kept, as blocks: a line a day, the last one today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from readiness.describe.trend import Trace
from readiness.i18n.language import _
from readiness.i18n.words import date_words
from readiness.tui.drawing.bars import MUTED
from readiness.tui.plain import plain
from readiness.tui.states import square


def days_drawn(one: Trace, days: Sequence[date]) -> list[Content]:
    """Each day with a block in the colour of its state, its sign and its word."""
    lines = []
    for day, state, word in zip(days, one.states, one.words, strict=True):
        block = square(state) if state is not None else plain("  ")
        name = _("today") if day == days[-1] else date_words(day)
        lines.append(Content.assemble(block, plain(f" {word}, "), plain(name, MUTED)))
    return lines
