"""Text on the page: set in lines, split over pages, hung beside a label, on a state's colour."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Protocol

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from readiness.describe.colours import MISSING, PRINT
from readiness.report.pdf.lines import (
    BLANK,
    LACKING,
    PAD,
    SOFT,
    Bit,
    TextLine,
    TextSpan,
    broken,
    words_of,
)
from readiness.report.pdf.look import Type
from readiness.report.pdf.tags import Element, Tags

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


SEEN = 0.01
"""Points by which two widths differ at least."""


class SetText:
    """A text in one type that belongs to one element."""

    def __init__(
        self,
        spans: tuple[TextSpan, ...],
        kind: Type,
        element: Element,
        tags: Tags,
        most_lines: int | None = None,
    ) -> None:
        """Keep what to set; lines are made when the width is known, and shown up to the most."""
        self.kind, self.element, self.tags = kind, element, tags
        self.most_lines = most_lines
        self.words = list(words_of(spans))
        self.lines: list[TextLine] = []
        self.width = -1.0
        self.leads_on = False
        """Whether other words of the same element follow, after a blank."""

    def fit(self, width: float) -> float:
        """Break it into lines of this width in points; returns its height."""
        # Columns differ by less than can be seen, and a text that was cut keeps its lines.
        if abs(width - self.width) > SEEN:
            self.width = width
            self.lines = broken(self.words, max(width, self.kind.size) / self.kind.size)
            self.lines = self.lines[: self.most_lines]
        return self.height

    @property
    def height(self) -> float:
        """The height of its lines."""
        return len(self.lines) * self.kind.leading

    def widest_word(self, most: float) -> float:
        """The width of its widest word, at most this; in points."""
        widest = max((word.width for word in self.words if word), default=0.0)
        return min(most, widest * self.kind.size)

    @property
    def line_width(self) -> float:
        """The width it takes where no line is broken; in points."""
        longest = whole = 0.0
        for word in self.words:
            if word is None:
                longest, whole = max(longest, whole), 0.0
                continue
            whole += word.width + (word.space.width if word.space else 0.0)
        return max(longest, whole) * self.kind.size

    def cut(self, count: int) -> tuple[SetText, SetText]:
        """Its first lines, and the rest; both belong to the same element."""
        parts = (self.lines[:count], self.lines[count:])
        first, rest = (SetText((), self.kind, self.element, self.tags) for _ in parts)
        for part, lines in zip((first, rest), parts, strict=True):
            part.lines, part.width = lines, self.width
        first.leads_on = not (parts[0] and parts[0][-1].goes_on)
        rest.leads_on = self.leads_on
        return first, rest

    def draw(self, canvas: Canvas, left: float, top: float, *, again: bool = False) -> None:
        """Set it below `top`; a text that is shown again is decoration."""
        kind, tags = self.kind, self.tags
        if not tags.is_drawn:
            return
        laid = list(self._laid(left, top - (kind.leading + kind.size * 0.72) / 2))
        for link, bits in groupby(laid, lambda one: one[0].link):
            pieces = list(bits)
            owner = link or self.element
            behind = grounds(pieces)
            if behind:
                with tags.artifact(canvas):
                    paint_grounds(canvas, behind, kind)
            with tags.artifact(canvas) if again else tags.of(canvas, owner):
                self._set(canvas, pieces, kind.link if link else kind.colour)
            if link and not again:
                self._lead(canvas, link, pieces)

    def _laid(self, left: float, y: float) -> Iterable[tuple[Bit, float, float, str]]:
        """Each bit with its place, and the blank that ends its line where a word does."""
        size = self.kind.size
        for number, line in enumerate(self.lines):
            is_right = self.kind.align == "right"
            x = left + (self.width - line.width * size if is_right else 0.0)
            is_last = number == len(self.lines) - 1
            ends = self.leads_on if is_last else not line.goes_on
            for at, bit in enumerate(line.bits):
                yield bit, x, y, " " if ends and at == len(line.bits) - 1 else ""
                x += bit.width * size
            y -= self.kind.leading

    def _set(
        self, canvas: Canvas, pieces: list[tuple[Bit, float, float, str]], colour: Color
    ) -> None:
        text = canvas.beginText()
        for bit, x, y, blank in pieces:
            text.setFillColor(colour_of(bit, self.kind, colour))
            text.setTextOrigin(x + indent_of(bit) * self.kind.size, y)
            text.setFont(bit.face, self.kind.size)
            text.textOut(bit.text + blank)
        canvas.drawText(text)

    def _lead(
        self, canvas: Canvas, link: Element, pieces: list[tuple[Bit, float, float, str]]
    ) -> None:
        """Make the places of a link, underlined so that colour alone does not tell."""
        size = self.kind.size
        for bit, x, y, _ in pieces:
            right = x + bit.width * size
            self.tags.link(canvas, link, (x, y - size * 0.25, right, y + size * 0.85))
        with self.tags.artifact(canvas):
            canvas.setLineWidth(0.4)
            canvas.setStrokeColor(self.kind.link)
            for bit, x, y, _ in pieces:
                canvas.line(x, y - size * 0.14, x + bit.width * size, y - size * 0.14)


class Label(Protocol):
    """What stands before hung words: other words, or a shape."""

    @property
    def height(self) -> float:
        """The height in points, at the width it was last fitted to."""

    def fit(self, width: float) -> float:
        """Break the words to a width in points; returns their height in points."""

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it below `top`."""


class TextFlowable(Flowable):
    """A paragraph, or an item that hangs beside a label."""

    def __init__(
        self, words: SetText, label: Label | None = None, *, hang: float = 0.0, key: str = ""
    ) -> None:
        """Set words, with a label in a column of this width before them."""
        super().__init__()
        self.words, self.label, self.hang, self.key = words, label, hang, key
        self.level, self.title, self.name = 0, "", ("", "")
        self.leads = self.keeps_part = False

    def getSpaceBefore(self) -> float:  # noqa: N802 - reportlab's name
        """The room before it, which a page's top swallows."""
        return self.words.kind.before

    def getSpaceAfter(self) -> float:  # noqa: N802 - reportlab's name
        """The room after it."""
        return self.words.kind.after

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Its size in this width."""
        kind = self.words.kind
        self.words.fit(min(width - kind.indent - self.hang, kind.measure))
        if self.label:
            self.label.fit(self.hang - 3)
        self.height = max(self.words.height, self.label.height if self.label else 0.0)
        return width, self.height

    def least(self, width: float) -> float:
        """The height of the least that may stand at the foot of a page."""
        self.wrap(width, 0)
        few = len(self.words.lines) if len(self.words.lines) < 4 else 2  # noqa: PLR2004
        return self.words.kind.before + few * self.words.kind.leading

    def split(self, _width: float, height: float) -> list[Flowable]:
        """What fits and the rest, never a line alone on either page."""
        lines, count = len(self.words.lines), int((height + 0.01) // self.words.kind.leading)
        if lines - count == 1:
            count -= 1
        if count < 2 or lines <= count:  # noqa: PLR2004 - a line does not stand alone
            return []
        first, rest = self.words.cut(count)
        head = TextFlowable(first, self.label, hang=self.hang, key=self.key)
        head.level, head.title, head.name = self.level, self.title, self.name
        return [head, TextFlowable(rest, hang=self.hang)]

    def draw(self) -> None:
        """Set it, and say where it is to those that lead here."""
        left = self.words.kind.indent
        if self.key:
            self.words.tags.place(self.canv, self.key, self.height)
        if self.level:
            self.words.tags.bookmark(self.canv, self.level, self.title, self.height, self.name)
        if self.label:
            self.label.draw(self.canv, left, self.height)
        self.words.draw(self.canv, left + self.hang, self.height)


def rule(canvas: Canvas, ends: tuple[float, float, float], width: float, colour: Color) -> None:
    """Draw a level line; `ends` is left, right and height above the page's foot, all in points."""
    canvas.setLineWidth(width)
    canvas.setStrokeColor(colour)
    canvas.line(ends[0], ends[2], ends[1], ends[2])
