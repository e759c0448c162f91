"""Lines on a ground of their own, in a box that stays together where it fits on a page."""

from __future__ import annotations

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from readiness.report.pdf.look import Look
from readiness.report.pdf.tags import Tags
from readiness.report.pdf.text import SetText

BAR, PAD, HANG = 3.5, 7.0, 21 * mm

LONG = 40
"""Letters of a label that does not fit beside its words."""

Line = tuple[SetText | None, SetText]
"""A label and words, or words alone over the whole width."""


class Boxed(Flowable):
    """Lines on a shaded ground with a bar at the left."""

    spaceBefore, spaceAfter = 1, 5  # noqa: N815 - reportlab's names

    def __init__(self, lines: list[Line], bar: Color, look: Look, tags: Tags) -> None:
        """Keep lines to set, and the colour of the bar."""
        super().__init__()
        self.lines, self.bar, self.look, self.tags = lines, bar, look, tags

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Its size."""
        inner = width - BAR - 2 * PAD
        for label, words in self.lines:
            words.fit(inner - (HANG if label else 0))
            if label:
                label.fit(HANG - 4)
        self.height = sum(_height_of(line) for line in self.lines) + 2 * PAD - 3
        return width, self.height

    def least(self, width: float) -> float:
        """The height it needs to stay together, at most a page."""
        return min(self.wrap(width, 0)[1], self.look.height - 60 * mm)

    def split(self, width: float, height: float) -> list[Flowable]:
        """Nothing where it fits on a page of its own, else the lines that fit and the rest."""
        if self.wrap(width, 0)[1] <= self.look.height:
            return []
        room, first = height - 2 * PAD, list[Line]()
        for at, line in enumerate(self.lines):
            if _height_of(line) <= room:
                first.append(line)
                room -= _height_of(line)
                continue
            rest = self.lines[at:]
            label, words = line
            count = int((room - words.kind.after) // words.kind.leading)
            if count > 1:
                top, low = words.cut(count)
                first.append((label, top))
                rest = [(_nothing(label), low), *self.lines[at + 1 :]]
            if not first:
                return []
            return [Boxed(part, self.bar, self.look, self.tags) for part in (first, rest)]
        return [self]

    def draw(self) -> None:
        """Set it."""
        canvas, width = self.canv, self.look.line
        with self.tags.artifact(canvas):
            canvas.setFillColor(self.look.shade)
            canvas.rect(0, 0, width, self.height, stroke=0, fill=1)
            canvas.setFillColor(self.bar)
            canvas.rect(0, 0, BAR, self.height, stroke=0, fill=1)
        y = self.height - PAD + 2
        for line in self.lines:
            label, words = line
            if label:
                label.draw(canvas, BAR + PAD, y)
            words.draw(canvas, BAR + PAD + (HANG if label else 0), y)
            y -= _height_of(line)


def _height_of(line: Line) -> float:
    label, words = line
    return max(words.height, label.height if label else 0) + words.kind.after


def _nothing(label: SetText | None) -> SetText | None:
    """A label without words, that keeps the column."""
    return label and SetText((), label.kind, label.element, label.tags)
