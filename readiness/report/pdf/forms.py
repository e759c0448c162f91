"""What people fill in by hand: boxes to tick and lines to sign on."""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from readiness.report.pdf.fonts import clean
from readiness.report.pdf.look import Look
from readiness.report.pdf.runs import Runs
from readiness.report.pdf.tags import Element
from readiness.report.pdf.text import Words, rule

BOX, HANG, SIGNED = 4.2 * mm, 9 * mm, 0.62
DATE = ", date"


def _field(parent: Element, role: str, says: str) -> Element:
    """A field that is printed, not filled in on the screen."""
    more: dict[str, object] = {"Role": f"/{role}", "Desc": says}
    return parent.add("Form", attributes={"PrintField": more})


class Tick(Flowable):
    """A box to tick by hand, drawn as a shape; words that end in a colon get a line to write on."""

    spaceAfter = 7

    def __init__(self, label: str, item: Element, look: Look, runs: Runs) -> None:
        """Make the box and its label as one item of a list."""
        super().__init__()
        self.look, self.tags = look, runs.tags
        self.box = _field(item.add("Lbl"), "cb", f"Box to tick: {clean(label)}"[:200])
        self.words = runs.words(label, look.of("flag", face="Body"), item.add("LBody"))
        self.has_line = label.rstrip().endswith(":")

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Its size."""
        self.words.fit(width - HANG)
        self.height = max(self.words.height, BOX) + (9 * mm if self.has_line else 0)
        return width, self.height

    def least(self, width: float) -> float:
        """It is never split."""
        return self.wrap(width, 0)[1]

    def draw(self) -> None:
        """Draw the box beside the first line."""
        canvas, size = self.canv, self.words.kind.size
        middle = self.height - self.words.kind.leading / 2
        with self.tags.of(canvas, self.box):
            canvas.setStrokeColor(self.look.ink)
            canvas.setLineWidth(0.9)
            canvas.rect(0.5, middle - BOX / 2, BOX, BOX)
        self.words.draw(canvas, HANG, self.height)
        if self.has_line:
            last = self.words.lines[-1].width * size + HANG + 6
            low = self.height - self.words.height + 2
            with self.tags.artifact(canvas):
                if self.look.line - last > 25 * mm:
                    rule(canvas, (last, self.look.line, low), 0.5, self.look.soft)
                rule(canvas, (HANG, self.look.line, 1), 0.5, self.look.soft)


class Sign(Flowable):
    """A line to sign on; a label that ends in ", date" gets a second one for the date."""

    def __init__(self, label: str, parent: Element, look: Look, runs: Runs) -> None:
        """Make the line and its label."""
        super().__init__()
        self.look, self.tags = look, runs.tags
        name, kind = label.removesuffix(DATE), look.types["small"]
        owner = parent.add("P")
        self.field = _field(owner, "tv", f"Signature: {clean(name)}"[:200])
        self.name = runs.words(name, kind, owner)
        self.day: tuple[Element, Words] | None = None
        if label.endswith(DATE):
            owner = parent.add("P")
            self.day = (
                _field(owner, "tv", "Date of the signature"),
                runs.words("Date", kind, owner),
            )

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Its size."""
        self.name.fit(width * SIGNED)
        if self.day:
            self.day[1].fit(width * (1 - SIGNED) - 8 * mm)
        self.height = self.name.height + 11.5 * mm
        return width, self.height

    def least(self, width: float) -> float:
        """It is never split."""
        return self.wrap(width, 0)[1]

    def draw(self) -> None:
        """Draw the lines with their labels under them."""
        line, y = self.look.line, self.name.height + 1.5
        with self.tags.of(self.canv, self.field):
            rule(self.canv, (0, line * SIGNED, y), 0.7, self.look.ink)
        self.name.draw(self.canv, 0, y - 1.5)
        if self.day:
            field, words = self.day
            left = line * SIGNED + 8 * mm
            with self.tags.of(self.canv, field):
                rule(self.canv, (left, line, y), 0.7, self.look.ink)
            words.draw(self.canv, left, y - 1.5)
