"""What every chart is drawn with: shapes, patterns and words, measured from the top left."""

from __future__ import annotations

import math
from datetime import date
from typing import Literal

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from readiness.i18n.words import half_up, month_words, with_marks
from readiness.report.pdf.fonts import faces, one_line, printable, spread
from readiness.report.pdf.lines import TextSpan, broken, words_of
from readiness.report.pdf.look import WHITE, Look

SMALL = 8.0
"""The size of words in a chart, in points."""

LEAD = 10.0
BASE = 2.8
"""From the middle of a line of words down to its base."""

HUGE = 10_000_000

Align = Literal["left", "right", "middle"]


class ChartPen:
    """Draws on a canvas whose y grows downwards from the top of the chart."""

    def __init__(self, canvas: Canvas, height: float, look: Look) -> None:
        """Start at the top of a chart of this height."""
        self.canvas, self.top, self.look = canvas, height, look

    @property
    def faint(self) -> Color:
        """The colour of lines that only guide the eye."""
        return tint(self.look.rule, 0.5)

    def box(
        self, at: tuple[float, float], size: tuple[float, float], fill: Color | None = None
    ) -> None:
        """A filled box without an edge, or the edge alone."""
        if size[0] <= 0 or size[1] <= 0:
            return
        if fill is None:
            self.canvas.setStrokeColor(self.look.ink)
            self.canvas.setLineWidth(0.6)
        else:
            self.canvas.setFillColor(fill)
        self.canvas.rect(
            at[0],
            self.top - at[1] - size[1],
            size[0],
            size[1],
            stroke=int(fill is None),
            fill=int(fill is not None),
        )

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        width: float = 0.5,
        colour: Color | None = None,
        dash: tuple[float, ...] = (),
    ) -> None:
        """A straight line."""
        self.canvas.setStrokeColor(colour or self.look.ink)
        self.canvas.setLineWidth(width)
        self.canvas.setDash(*((list(dash),) if dash else ()))
        self.canvas.line(start[0], self.top - start[1], end[0], self.top - end[1])
        self.canvas.setDash()

    def words(  # noqa: PLR0913 - each is optional and named
        self,
        text: str,
        at: tuple[float, float],
        align: Align = "left",
        width: float = 1000.0,
        *,
        strong: bool = False,
        ground: Color | None = None,
        colour: Color | None = None,
    ) -> float:
        """One line of words around the height of `at`, shortened to a width; returns its width."""
        face = "Body-Bold" if strong else "Body"
        pieces = one_line(text, face, SMALL, width)
        wide = spread(pieces, SMALL)
        x = at[0] - {"left": 0.0, "right": wide, "middle": wide / 2}[align]
        if ground:
            self.box((x - 1.5, at[1] - LEAD / 2), (wide + 3, LEAD), ground)
        line = self.canvas.beginText(x, self.top - at[1] - BASE)
        line.setFillColor(colour or self.look.ink)
        for name, piece in pieces:
            line.setFont(name, SMALL)
            line.textOut(piece)
        self.canvas.drawText(line)
        return wide

    def pattern(self, at: tuple[float, float], size: tuple[float, float], number: int) -> bool:
        """A box in one of six patterns that differ without colour; whether it is dark."""
        fills = [
            self.look.accent,
            tint(self.look.accent, 0.62),
            tint(self.look.accent, 0.86),
            WHITE,
            self.look.ink,
            tint(self.look.ink, 0.75),
        ]
        self.box(at, size, fills[number % 6])
        slope = {1: 1, 3: -1, 5: 0}.get(number % 6)
        if slope is not None and size[0] > 0:
            self._hatch(at, size, slope, self.look.accent)
        self.box(at, size)
        return number % 6 in (0, 4)

    def hatched(self, at: tuple[float, float], size: tuple[float, float]) -> None:
        """A light ground with fine lines, without an edge."""
        self.box(at, size, self.look.shade)
        self._hatch(at, size, 1, tint(self.look.accent, 0.6))

    def diamond(self, at: tuple[float, float], half: float) -> None:
        """A filled diamond around a point."""
        path = self.canvas.beginPath()
        x, y = at[0], self.top - at[1]
        path.moveTo(x - half, y)
        for across, up in ((0, half), (half, 0), (0, -half)):
            path.lineTo(x + across, y + up)
        path.close()
        self.canvas.setFillColor(self.look.ink)
        self.canvas.drawPath(path, stroke=0, fill=1)

    def _hatch(
        self, at: tuple[float, float], size: tuple[float, float], slope: int, colour: Color
    ) -> None:
        """Fine lines across a box: rising, falling or upright."""
        canvas, gap = self.canvas, 4.0
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(at[0], self.top - at[1] - size[1], *size)
        canvas.clipPath(path, stroke=0, fill=0)
        reach = size[1] if slope else 0.0
        for step in range(int((size[0] + 2 * reach) / gap) + 1):
            x = at[0] - reach + step * gap
            bottom, top = (x, x + reach) if slope >= 0 else (x + reach, x)
            self.line((bottom, at[1] + size[1]), (top, at[1]), 0.45, colour)
        canvas.restoreState()


def tint(colour: Color, share: float) -> Color:
    """A colour with a share of white, from 0 to 1."""
    return Color(*(part * (1 - share) + share for part in (colour.red, colour.green, colour.blue)))


def fitted(text: str, width: float, most: int = 2) -> list[str]:
    """A label in at most so many lines of this width; the last is shortened when it is drawn."""
    spans = (TextSpan(" ".join(printable(text)[:600].split()), "Body"),)
    lines = [
        "".join(bit.text for bit in line.bits)
        for line in broken(list(words_of(spans)), width / SMALL)
    ]
    return [*lines[: most - 1], " ".join(lines[most - 1 :])] if len(lines) > most else lines


def width_of(text: str, *, strong: bool = False) -> float:
    """How wide a chart's words are."""
    return spread(faces(printable(text), "Body-Bold" if strong else "Body"), SMALL) + 0.1


def real(value: float | None) -> float:
    """A value that can be drawn: not below zero, and zero for what is no number."""
    return max(0.0, value) if value is not None and math.isfinite(value) else 0.0


def steps(most: float, count: int = 5) -> tuple[float, ...]:
    """Round values from 0 to at least `most`, about `count` of them."""
    if most <= 0:
        return (0.0, 1.0)
    rough = most / count
    power = 10.0 ** math.floor(math.log10(rough))
    step = next((power * one for one in (1, 2, 5) if power * one >= rough * 0.999), power * 10)
    return tuple(step * number for number in range(math.ceil(most / step - 0.001) + 1))


def month(day: date) -> str:
    """The month of a day in three letters."""
    return month_words(day)


def figure(value: float) -> str:
    """A value in words: at most one decimal, and very large ones in short."""
    return with_marks(
        f"{value:.2g}" if value >= HUGE else f"{half_up(value, 1):,.1f}".removesuffix(".0")
    )
