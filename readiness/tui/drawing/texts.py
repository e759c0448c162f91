"""What is told of a plan, broken to a width: details with their labels, flags, and sections."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.content import Content

from readiness.describe.detail import Detail, with_text
from readiness.describe.flag import flag_details, severity_words, sign
from readiness.domain.rules.flags import Flag
from readiness.i18n.language import _
from readiness.tui.line_text import plain, wrapped
from readiness.tui.view import View
from readiness.tui.widgets.why import action_line, adopting

if TYPE_CHECKING:  # who never reads the document never loads its renderer
    from readiness.report.plain_text import Section

NARROWEST = 20
"""Fewest columns that text is broken to."""


def flag_lines(flag: Flag, view: View, width: int) -> list[str]:
    """Everything about a flag."""
    details = [
        Detail(f"{sign(flag)} {severity_words(flag)}", flag.says),
        *flag_details(flag, view.template),
        Detail(_("Action"), action_line(flag.item, view, adopting())),
    ]
    return details_lines(details, width)


def details_lines(details: Iterable[Detail], width: int) -> list[str]:
    """What is told, one under another; what has no words is left out."""
    return [line for one in with_text(details) for line in wrapped(_laid(one), width, "  ")]


def _laid(one: Detail) -> str:
    return f"{one.label}  {one.text}" if one.label else one.text


def section_text(section: Section, width: int) -> Content:
    """A section broken to a width."""
    rows = list[Content]()
    for passage in section.passages:
        if passage.has_gap and rows:
            rows.append(Content(""))
        room = max(width - passage.indent, NARROWEST)
        broken = wrapped(passage.text, room, " " * passage.hang)
        style = "bold" if passage.is_strong else ""
        rows += [plain(" " * passage.indent + line, style) for line in broken]
    return Content("\n").join(rows)
