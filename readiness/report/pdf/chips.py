"""What stands behind some words: the colour of a state, or a line to write on."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from readiness.describe.colours import MISSING, PRINT
from readiness.report.pdf.lines import BLANK, LACKING, PAD, SOFT, Bit
from readiness.report.pdf.look import Type

Piece = tuple[Bit, float, float, str]
"""A bit, where it begins, and what blank follows."""

OVER, UNDER = 0.98, 0.36
"""How far the colour goes over and under the line of the letters, in ems."""


def colour_of(bit: Bit, kind: Type, usual: Color) -> Color:
    """The colour of a bit's letters."""
    if bit.look == SOFT:
        return kind.soft
    if bit.look == LACKING:
        return HexColor(MISSING)
    look = PRINT.get(bit.look)  # type: ignore[call-overload]
    return HexColor(look.text) if look else usual


def indent_of(bit: Bit) -> float:
    """How far a bit's letters stand in from its left, in ems."""
    return PAD if bit.look in PRINT else 0.0


def grounds(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces that have something behind them."""
    return [one for one in pieces if one[0].look in PRINT or one[0].look == BLANK]


def paint_grounds(canvas: Canvas, pieces: Iterable[Piece], kind: Type) -> None:
    """Draw what is behind these pieces."""
    size = kind.size
    for bit, x, y, _rest in pieces:
        wide = bit.width * size
        canvas.setDash()
        if bit.look == BLANK:
            canvas.setLineWidth(0.6)
            canvas.setStrokeColor(kind.soft)
            canvas.line(x + 2, y - size * 0.2, x + wide, y - size * 0.2)
            continue
        look = PRINT[bit.look]  # type: ignore[index]
        canvas.setLineWidth(0.8)
        canvas.setStrokeColor(HexColor(look.edge))
        canvas.setFillColor(HexColor(look.fill or "#ffffff"))
        if look.is_dashed:
            canvas.setDash([2, 1.6])
        high = (OVER + UNDER) * size
        canvas.roundRect(x + 0.5, y - UNDER * size, wide - 1, high, 2.2, stroke=1, fill=1)
        canvas.setDash()
