"""What people fill in by hand: boxes to tick and lines to sign on."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from readiness.i18n.language import N_, _
from readiness.report.document import SignLines
from readiness.report.pdf.fonts import clean
from readiness.report.pdf.look import GUTTER, Look
from readiness.report.pdf.runs import Runs
from readiness.report.pdf.tags import Element, Tags, Term
from readiness.report.pdf.text import SetText, TextFlowable, rule

BOX, HANG, SIGNED = 3.9 * mm, 9 * mm, 0.62
CROSS = 0.8 * mm
"""From the edge of a box to the cross in it."""

DATE = N_(", date")
LONG = 120
"""Letters of a label that does not fit under its line."""

ACROSS = 4
"""The most lines to sign on that stand side by side."""


def field(parent: Element, role: str, says: str, *, is_later: bool = False) -> Element:
    """A field that is printed, not filled in on the screen; a later one comes when it is drawn."""
    more: dict[str, object] = {"Role": Term(role), "Desc": says[:200]}
    attributes = {"PrintField": more}
    if is_later:
        return Element("Form", attributes=attributes, within=parent)
    return parent.add("Form", attributes=attributes)


def box_field(parent: Element, label: str, *, is_ticked: bool = False) -> Element:
    """A box to tick by hand, or one that is ticked already."""
    words = _("Box, ticked: {label}") if is_ticked else _("Box to tick: {label}")
    made = field(parent, "cb", words.format(label=clean(label)))
    if is_ticked:
        made.attributes["PrintField"]["checked"] = Term("on")
    return made


def draw_box(canvas: Canvas, place: tuple[float, float], look: Look, *, is_ticked: bool) -> None:
    """Draw a box with its left lower corner here, crossed where it is ticked."""
    x, y = place
    canvas.setStrokeColor(look.ink)
    canvas.setLineWidth(0.9)
    canvas.rect(x, y, BOX, BOX)
    if is_ticked:
        canvas.setLineWidth(1.6)
        near, far = CROSS, BOX - CROSS
        canvas.line(x + near, y + near, x + far, y + far)
        canvas.line(x + near, y + far, x + far, y + near)


class Box:
    """A box to tick by hand, drawn as a shape; it stands where a label would."""

    height = BOX

    def __init__(
        self,
        element: Element,
        words: SetText,
        look: Look,
        *,
        has_line: bool,
        is_ticked: bool = False,
    ) -> None:
        """Stand before these words, which may have a line to write on after them."""
        self.element, self.words, self.look = element, words, look
        self.has_line, self.is_ticked = has_line, is_ticked

    def fit(self, _width: float) -> float:
        """Its height."""
        return self.height

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it beside the first line."""
        tags, kind, line = self.words.tags, self.words.kind, self.look.line
        middle = top - kind.leading / 2
        with tags.of(canvas, self.element):
            place = (left + 0.5, middle - BOX / 2)
            draw_box(canvas, place, self.look, is_ticked=self.is_ticked)
        end = self.words.lines[-1].width * kind.size + HANG + 6
        if self.has_line and len(self.words.lines) == 1 and line - end > 25 * mm:
            with tags.artifact(canvas):
                rule(canvas, (end, line, top - kind.leading + 2), 0.5, self.look.soft)


class WritingLine(Flowable):
    """A line to write on."""

    spaceAfter = 9  # noqa: N815 - reportlab's names

    def __init__(self, look: Look, tags: Tags) -> None:
        """Stand under a box to tick."""
        super().__init__()
        self.look, self.tags = look, tags

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Its size."""
        return width, 8 * mm

    def draw(self) -> None:
        """Draw it, as decoration."""
        with self.tags.artifact(self.canv):
            rule(self.canv, (HANG, self.look.line, 1), 0.5, self.look.soft)


def tick(
    label: str, item: Element, look: Look, runs: Runs, *, is_ticked: bool = False
) -> Iterator[Flowable]:
    """A box to tick with its label; one that ends in a colon gets lines to write on."""
    box = box_field(item.add("Lbl"), label, is_ticked=is_ticked)
    words = runs.words(label, look.types["tick"], item.add("LBody"))
    has_line = label.rstrip().endswith(":")
    shape = Box(box, words, look, has_line=has_line, is_ticked=is_ticked)
    yield TextFlowable(words, shape, hang=HANG)
    if has_line:
        yield WritingLine(look, runs.tags)


def signs(block: SignLines, parent: Element, look: Look, runs: Runs) -> Iterator[Flowable]:
    """Lines to sign on, side by side where they are few and short."""
    is_short = all(len(label) <= LONG for label in block.labels)
    if block.are_across and is_short and 0 < len(block.labels) <= ACROSS:
        yield SignRow(block.labels, parent, look, runs)
        return
    for label in block.labels:
        yield from _sign(label, parent, look, runs)


def _sign(label: str, parent: Element, look: Look, runs: Runs) -> Iterator[Flowable]:
    """A line to sign on; a long label stands over it."""
    if len(label) > LONG:
        yield TextFlowable(runs.words(label, look.types["small"], parent.add("P")))
        label = _("Signature, date")
    yield Sign(label, parent, look, runs)


class Sign(Flowable):
    """A line to sign on; a label that ends in ", date" gets a second one for the date."""

    def __init__(self, label: str, parent: Element, look: Look, runs: Runs) -> None:
        """Make the line and its label."""
        super().__init__()
        self.look, self.tags = look, runs.tags
        name, kind = label.removesuffix(_(DATE)), look.types["small"]
        owner = parent.add("P")
        self.field = field(owner, "tv", _("Signature: {name}").format(name=clean(name)))
        self.name = runs.words(name, kind, owner)
        self.day: tuple[Element, SetText] | None = None
        if label.endswith(_(DATE)):
            owner = parent.add("P")
            self.day = (
                field(owner, "tv", _("Date of the signature")),
                runs.words(_("Date"), kind, owner),
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
            place, words = self.day
            left = line * SIGNED + 8 * mm
            with self.tags.of(self.canv, place):
                rule(self.canv, (left, line, y), 0.7, self.look.ink)
            words.draw(self.canv, left, y - 1.5)


class SignRow(Flowable):
    """Lines to sign on, side by side, each with its name and date under it."""

    spaceAfter = 8  # noqa: N815 - reportlab's name

    def __init__(self, labels: tuple[str, ...], parent: Element, look: Look, runs: Runs) -> None:
        """Make a field and its words for each."""
        super().__init__()
        self.look, self.tags = look, runs.tags
        self.signs = list[tuple[Element, SetText]]()
        for label in labels:
            name, owner = label.removesuffix(_(DATE)), parent.add("P")
            place = field(owner, "tv", _("Signature: {name}").format(name=clean(name)))
            under = _("Name and date")
            said = f"{name}\n{under}"
            self.signs.append((place, runs.words(said, look.types["small"], owner)))

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Its size."""
        self.wide = (width - GUTTER * (len(self.signs) - 1)) / len(self.signs)
        under = max(words.fit(self.wide) for _place, words in self.signs)
        self.height = 11 * mm + under
        return width, self.height

    def least(self, width: float) -> float:
        """It is never split."""
        return self.wrap(width, 0)[1]

    def draw(self) -> None:
        """Draw the lines with their words under them."""
        y = self.height - 11 * mm
        for at, (place, words) in enumerate(self.signs):
            x = at * (self.wide + GUTTER)
            with self.tags.of(self.canv, place):
                rule(self.canv, (x, x + self.wide, y), 0.8, self.look.ink)
            words.draw(self.canv, x, y - 2)
