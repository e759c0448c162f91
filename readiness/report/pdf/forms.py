"""What people fill in by hand: boxes to tick and lines to sign on."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from readiness.i18n.language import N_, _
from readiness.i18n.words import first_up
from readiness.report.document import SignLines
from readiness.report.pdf.fonts import clean
from readiness.report.pdf.grid import Grid, grid
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

DAY_GAP = 8 * mm
"""Between the line to sign on and that of the date."""

Field = tuple[Element, TextFlowable]
"""A place to write in, and the words under it."""


def field(parent: Element, role: str, says: str, *, is_later: bool = False) -> Element:
    """A field that is printed, not filled in on the screen; a later one comes when it is drawn."""
    more: dict[str, object] = {"Role": Term(role), "Desc": says[:200]}
    attributes = {"PrintField": more}
    if is_later:
        return Element("Form", attributes=attributes, within=parent)
    return parent.add("Form", attributes=attributes)


def box_field(parent: Element, label: str, *, is_ticked: bool = False) -> Element:
    """A box to tick by hand, or one that is ticked already."""
    words = first_up(_("box, ticked") if is_ticked else _("box to tick by hand"))
    made = field(parent, "cb", f"{words}: {clean(label)}")
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
        """The height of the box in points, whatever the width."""
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


class RuledLine(Flowable):
    """A line to write on, at the foot of some room: a field, or decoration beside one."""

    def __init__(
        self, look: Look, tags: Tags, high: float, *, hang: float = 0.0, of: Element | None = None
    ) -> None:
        """Take so many points in height, and begin so far from the left."""
        super().__init__()
        self.look, self.tags, self.high, self.hang, self.of = look, tags, high, hang, of

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Width and height of the line, in points."""
        self.width = width
        return width, self.high

    def draw(self) -> None:
        """Draw the line at the place that reportlab gave it."""
        ends = (self.hang, self.width, 1)
        if self.of is None:
            with self.tags.artifact(self.canv):
                rule(self.canv, ends, 0.5, self.look.soft)
        else:
            with self.tags.of(self.canv, self.of):
                rule(self.canv, ends, 0.7, self.look.ink)


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
        yield RuledLine(look, runs.tags, 8 * mm, hang=HANG)
        yield Spacer(1, 9)


def signs(block: SignLines, parent: Element, look: Look, runs: Runs) -> Iterator[Flowable]:
    """Lines to sign on, side by side where they are few and short."""
    is_short = all(len(label) <= LONG for label in block.labels)
    if block.are_across and is_short and 0 < len(block.labels) <= ACROSS:
        yield _sign_row(block.labels, parent, look, runs)
        return
    for label in block.labels:
        yield from _sign(label, parent, look, runs)


def _sign_row(labels: tuple[str, ...], parent: Element, look: Look, runs: Runs) -> Grid:
    """Lines to sign on, side by side, each with its name and date under it."""
    fields = list[Field]()
    for label in labels:
        name = label.removesuffix(_(DATE))
        under = _("Name and date")
        fields.append(_signature(name, f"{name}\n{under}", parent, look, runs))
    wide = (look.line - GUTTER * (len(labels) - 1)) / len(labels)
    row = _signed(fields, [wide] * len(labels), GUTTER, look, runs.tags)
    row.spaceAfter = 8
    return row


def _sign(label: str, parent: Element, look: Look, runs: Runs) -> Iterator[Flowable]:
    """A line to sign on; a label that ends in ", date" gets a second one for the date.

    A long label stands over them.
    """
    if len(label) > LONG:
        yield TextFlowable(runs.words(label, look.types["small"], parent.add("P")))
        label = _("Signature, date")
    name = label.removesuffix(_(DATE))
    fields = [_signature(name, name, parent, look, runs)]
    if label.endswith(_(DATE)):
        fields.append(_field(_("Date of the signature"), first_up(_("date")), parent, look, runs))
    widths = [look.line * SIGNED, look.line * (1 - SIGNED) - DAY_GAP]
    yield _signed(fields, widths[: len(fields)], DAY_GAP, look, runs.tags)


def _signature(name: str, under: str, parent: Element, look: Look, runs: Runs) -> Field:
    return _field(_("Signature: {name}").format(name=clean(name)), under, parent, look, runs)


def _field(says: str, under: str, parent: Element, look: Look, runs: Runs) -> Field:
    """A field that says what is written there, with words under it."""
    owner = parent.add("P")
    place = field(owner, "tv", says)
    return place, TextFlowable(runs.words(under, look.types["small"], owner))


def _signed(fields: list[Field], widths: list[float], gap: float, look: Look, tags: Tags) -> Grid:
    """The line of each field, side by side, over its words; never split."""
    lines = [RuledLine(look, tags, 11.5 * mm, of=place) for place, _words in fields]
    words = [words for _place, words in fields]
    first, *others = widths
    style = [("LEFTPADDING", (at, 0), (at, -1), gap) for at in range(1, len(widths))]
    columns = [first, *(gap + wide for wide in others)]
    return grid([lines, words], columns, tags, style, splitByRow=0)
