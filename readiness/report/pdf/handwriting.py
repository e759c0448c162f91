"""What people write by hand: boxes side by side, and lines with their label."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from readiness.i18n.language import _
from readiness.report.document import TickBoxes, WriteLines
from readiness.report.pdf.fonts import clean
from readiness.report.pdf.forms import BOX, box_field, draw_box, field
from readiness.report.pdf.look import Look
from readiness.report.pdf.runs import Runs
from readiness.report.pdf.tags import Element, Term
from readiness.report.pdf.text import SetText, TextFlowable, rule

HANG, GAP, LINE = 5.5 * mm, 3 * mm, 22 * mm
"""From a box to its words, between two boxes, and the least line after a label."""

UNDER = 3.5
"""Points under the words of a box."""

PITCH, SHORT = 7 * mm, 45 * mm
"""From a line to the next, and the length of a short one."""

LONG_LABEL, LONG_UNIT = 200, 40
"""Letters of a label and of a unit that do not fit beside a line."""

LONG, MANY = 70, 16
"""Letters of a label and the number of boxes from which boxes stand under each other."""


def stand_across(labels: tuple[str, ...]) -> bool:
    """Whether boxes with these labels can stand side by side."""
    return len(labels) <= MANY and all(len(label) <= LONG for label in labels)


class Boxes(Flowable):
    """Boxes side by side, in as many rows as they need."""

    spaceAfter = 3  # noqa: N815 - reportlab's name

    def __init__(self, block: TickBoxes, parent: Element, look: Look, runs: Runs) -> None:
        """Make a field and its words for each label, as items of a list."""
        super().__init__()
        self.look, self.tags = look, runs.tags
        kind = look.of("item", measure=look.line)
        self.ticked = block.ticked
        self.label = runs.words(block.label, kind, parent.add("P")) if block.label else None
        owner = parent.add("L", attributes={"List": {"ListNumbering": Term("None")}})
        self.boxes: list[tuple[Element, SetText, bool]] = []
        for at, label in enumerate(block.labels):
            item = owner.add("LI")
            box = box_field(item.add("Lbl"), label, is_ticked=at in block.ticked)
            words = runs.words(label, kind, item.add("LBody"))
            self.boxes.append((box, words, label.rstrip().endswith(":")))

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Width and height of the boxes together, in points."""
        self.places: list[tuple[float, float]] = []
        x = y = tallest = 0.0
        if self.label:
            tallest = self.label.fit(width) + UNDER
            x = _natural(self.label) + GAP
        for _box, words, has_line in self.boxes:
            words.fit(width - HANG)
            wide = HANG + _natural(words) + (LINE if has_line else 0)
            if x and x + wide > width:
                x, y, tallest = 0.0, y + tallest, 0.0
            self.places.append((x, y))
            tallest = max(tallest, words.height + UNDER)
            x += wide + GAP
        self.height = y + tallest
        return width, self.height

    def draw(self) -> None:
        """Draw each box with its words, and the line after them."""
        canvas, line = self.canv, self.look.line
        if self.label:
            self.label.draw(canvas, 0, self.height)
        placed = zip(self.boxes, self.places, strict=True)
        for at, ((box, words, has_line), (x, y)) in enumerate(placed):
            top = self.height - y
            low = top - (words.kind.leading + BOX) / 2
            with self.tags.of(canvas, box):
                draw_box(canvas, (x + 0.5, low), self.look, is_ticked=at in self.ticked)
            words.draw(canvas, x + HANG, top)
            end = x + HANG + _natural(words) + 4
            if has_line and line > end:
                with self.tags.artifact(canvas):
                    rule(canvas, (end, line, top - words.kind.leading + 1), 0.5, self.look.soft)


def lines(block: WriteLines, parent: Element, look: Look, runs: Runs) -> Iterator[Flowable]:
    """Lines to write on; a long label stands over them as a paragraph of its own."""
    label = block.label
    if len(block.unit) > LONG_UNIT:
        label, block = f"{label} {block.unit}", replace(block, unit="")
    if len(label) > LONG_LABEL:
        yield TextFlowable(runs.words(label, look.types["body"], parent.add("P")))
        label = ""
    yield WritingLines(replace(block, label=label), parent, look, runs)


class WritingLines(Flowable):
    """A label, and lines to write on after and under it."""

    spaceAfter = 4  # noqa: N815 - reportlab's name

    def __init__(self, block: WriteLines, parent: Element, look: Look, runs: Runs) -> None:
        """Make the label, the field and the unit, in the order in which they are read."""
        super().__init__()
        self.block, self.look, self.tags = block, look, runs.tags
        kind, owner = look.of("item", measure=look.line), parent.add("P")
        self.label = runs.words(block.label, kind, owner)
        self.label.leads_on = True
        label = clean(block.label).rstrip(": ")
        what = _("To write on: {label}").format(label=label) if label else _("To write on")
        self.field = field(owner, "tv", what, is_later=True)
        self.unit = runs.words(block.unit, kind, owner)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Width and height of the lines together, in points."""
        self.label.fit(width)
        self.unit.fit(width / 3)
        behind = _natural(self.unit) + 4 if self.unit.words else 0.0
        self.room = width - behind
        least = LINE if self.block.is_short else 2 * LINE
        self.is_beside = len(self.label.lines) == 1 and _natural(self.label) + least < self.room
        over = self.label.height if not self.is_beside and self.label.words else 0.0
        self.height = over + PITCH * self.block.count + self._low()
        return width, self.height

    def _low(self) -> float:
        """Room for what hangs below the last line: a unit in several lines."""
        return max(0.0, self.unit.height - self.unit.kind.leading) + 2

    def draw(self) -> None:
        """Set the label, draw the lines, and set the unit."""
        canvas, kind = self.canv, self.label.kind
        y, x = self.height - PITCH, 0.0
        if self.is_beside:
            self.label.draw(canvas, 0, y + kind.leading - 2)
            x = _natural(self.label) + 4 if self.label.words else 0.0
        else:
            self.label.draw(canvas, 0, self.height)
            y -= self.label.height
        end = min(self.room, x + SHORT) if self.block.is_short else self.room
        with self.tags.of(canvas, self.field):
            for number in range(self.block.count):
                rule(
                    canvas, (x if number == 0 else 0, end, y - number * PITCH), 0.5, self.look.soft
                )
        self.unit.draw(canvas, end + 4, y + kind.leading - 2)


def _natural(words: SetText) -> float:
    """The width that words take on their longest line."""
    return max((line.width for line in words.lines), default=0.0) * words.kind.size
