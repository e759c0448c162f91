"""How a run shows its state, and what the place is called where a part begins."""

from __future__ import annotations

from typing import Any

from docx.shared import RGBColor
from docx.text.run import Run as WordRun

from readiness.describe.colours import MISSING, PRINT
from readiness.report.document import Run
from readiness.report.docx import xml_parts


def shade_state(run: WordRun, piece: Run) -> None:
    """Put a run on the colour of its state, or say in colour that something is missing."""
    if piece.state:
        look = PRINT[piece.state]
        run.bold = True
        run.font.color.rgb = RGBColor.from_string(look.text[1:].upper())
        properties: Any = run._element.get_or_add_rPr()
        edge = xml_parts.element("w:bdr", val="single", sz=4, space=0, color=look.edge[1:])
        fill = (look.fill or "#ffffff")[1:]
        properties.append(edge)
        properties.append(xml_parts.element("w:shd", val="clear", color="auto", fill=fill))
    elif piece.is_lacking:
        run.bold = True
        run.font.color.rgb = RGBColor.from_string(MISSING[1:].upper())


def bookmark_of(key: str) -> str:
    """The name of the place where a part begins."""
    return "part_" + "".join(letter if letter.isalnum() else "_" for letter in key)[:30]
