"""Figures with their text alternatives: a chart with its title, and the organisation's logo."""

from __future__ import annotations

import io

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from readiness.i18n.language import _
from readiness.report.charts.drawing import picture_of
from readiness.report.charts.picture import INKS, Box, Label, Line, Shape
from readiness.report.charts.picture import Picture as Shapes
from readiness.report.document import Figure
from readiness.report.pdf.fonts import clean, one_line, spread
from readiness.report.pdf.look import Look
from readiness.report.pdf.runs import Runs
from readiness.report.pdf.tags import Element, Tags, Term
from readiness.report.theme import Logo

MOST_TITLE = 6
"""Lines of a title that are shown; all of it stands in the text alternative."""

DASH, HATCH = (2.6, 2.0), 4.0


def place(canvas: Canvas, figure: Element, width: float, height: float) -> None:
    """Say where a figure stands: so large, from where the canvas is now."""
    left, bottom = canvas.absolutePosition(0, 0)
    box = [round(side, 2) for side in (left, bottom, left + width, bottom + height)]
    figure.attributes["Layout"] = {"BBox": box, "Placement": Term("Block")}


class LogoPicture(Flowable):
    """The logo, tagged as a figure with its text alternative."""

    def __init__(self, logo: Logo, tags: Tags, parent: Element) -> None:
        """Make its element."""
        super().__init__()
        self.tags = tags
        self.picture = ImageReader(io.BytesIO(logo.png))
        self.size = (logo.wide * mm, logo.high * mm)
        self.element = parent.add("Figure", alt=logo.alt)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Width and height of the logo, in points."""
        return self.size

    def draw(self) -> None:
        """Draw it, and say where it stands."""
        place(self.canv, self.element, *self.size)
        with self.tags.of(self.canv, self.element):
            self.canv.drawImage(self.picture, 0, 0, *self.size)


class Picture(Flowable):
    """The title over the chart."""

    spaceBefore, spaceAfter = 4, 5  # noqa: N815 - reportlab's names

    def __init__(self, block: Figure, parent: Element, look: Look, runs: Runs) -> None:
        """Measure the chart, and make its element."""
        super().__init__()
        self.look, self.tags = look, runs.tags
        self.shapes = picture_of(block.chart, look.line)
        said = (block.alt,) if block.alt.startswith(block.title) else (block.title, block.alt)
        alt = ". ".join(part for part in map(clean, said) if part.strip())
        self.element = parent.add("Figure", alt=alt or _("Chart"))
        self.title = runs.words(block.title, look.types["caption"], self.element.add("Caption"))
        self.note = runs.words(block.note, look.types["small"], self.element.add("Caption"))

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Width and height in points; a chart taller than a page is drawn smaller."""
        self.over = 0.0
        for words in (self.title, self.note):
            words.fit(width)
            self.over += words.height + words.kind.after if words.words else 0.0
        if len(self.title.lines) > MOST_TITLE:
            self.title = self.title.cut(MOST_TITLE)[0]
            self.over = self.title.height + self.title.kind.after
        room = self.look.height - self.over - 40
        self.scale = min(1.0, room / max(1.0, self.shapes.height))
        self.height = self.over + self.shapes.height * self.scale
        return width, self.height

    def draw(self) -> None:
        """Draw it, and say where it stands."""
        if not self.tags.is_drawn:
            return
        place(self.canv, self.element, self.look.line, self.height)
        y = self.height
        for words in (self.title, self.note):
            if words.words:
                words.draw(self.canv, 0, y)
                y -= words.height + words.kind.after
        self.canv.saveState()
        with self.tags.of(self.canv, self.element):
            self.canv.scale(self.scale, self.scale)
            paint(self.canv, self.shapes, self.look)
        self.canv.restoreState()


def paint(canvas: Canvas, shapes: Shapes, look: Look) -> None:
    """Draw the shapes of a chart, the first of them behind the rest."""
    pen = _Pen(canvas, shapes.height, look)
    for mark in shapes.marks:
        match mark:
            case Box():
                pen.box(mark)
            case Line():
                pen.line(mark)
            case Shape():
                pen.shape(mark)
            case Label():
                pen.words(mark)


class _Pen:
    """Draws on a canvas whose y grows downwards from the top of the chart."""

    def __init__(self, canvas: Canvas, height: float, look: Look) -> None:
        self.canvas, self.top = canvas, height
        self.own = {"ink": look.ink, "accent": look.accent, "soft": look.soft, "shade": look.shade}

    def _ink(self, name: str) -> Color:
        return self.own.get(name) or HexColor(INKS[name])

    def _set(self, fill: str, edge: str, width: float, *, is_dashed: bool = False) -> None:
        if fill:
            self.canvas.setFillColor(self._ink(fill))
        if edge:
            self.canvas.setStrokeColor(self._ink(edge))
            self.canvas.setLineWidth(width)
            self.canvas.setDash(*((list(DASH),) if is_dashed else ()))

    def box(self, mark: Box) -> None:
        if mark.width <= 0 or mark.height <= 0:
            return
        self._set(mark.fill, mark.edge, 0.8, is_dashed=mark.is_dashed)
        place = (mark.x, self.top - mark.y - mark.height, mark.width, mark.height)
        if mark.is_hatched:
            self.canvas.rect(*place, stroke=0, fill=int(bool(mark.fill)))
            self._hatch(mark)
        kind = {
            "stroke": int(bool(mark.edge)),
            "fill": int(bool(mark.fill) and not mark.is_hatched),
        }
        if mark.radius:
            self.canvas.roundRect(*place, mark.radius, **kind)
        else:
            self.canvas.rect(*place, **kind)
        self.canvas.setDash()

    def _hatch(self, mark: Box) -> None:
        """Lines at 45 degrees across a box."""
        canvas, low = self.canvas, self.top - mark.y - mark.height
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(mark.x, low, mark.width, mark.height)
        canvas.clipPath(path, stroke=0, fill=0)
        self._set("", mark.edge, 0.9)
        for step in range(int((mark.width + mark.height) / HATCH) + 1):
            x = mark.x - mark.height + step * HATCH
            canvas.line(x, low, x + mark.height, low + mark.height)
        canvas.restoreState()

    def line(self, mark: Line) -> None:
        self._set("", mark.ink, mark.width, is_dashed=mark.is_dashed)
        self.canvas.line(mark.x, self.top - mark.y, mark.to_x, self.top - mark.to_y)
        self.canvas.setDash()

    def shape(self, mark: Shape) -> None:
        self._set(mark.fill, mark.edge, 1.0)
        path = self.canvas.beginPath()
        for at, (x, y) in enumerate(mark.points):
            (path.lineTo if at else path.moveTo)(x, self.top - y)
        path.close()
        self.canvas.drawPath(path, stroke=int(bool(mark.edge)), fill=int(bool(mark.fill)))

    def words(self, mark: Label) -> None:
        face = "Body-Bold" if mark.is_strong else "Body"
        pieces = one_line(mark.words, face, mark.size, 2000.0)
        wide = spread(pieces, mark.size)
        x = mark.x - {"left": 0.0, "right": wide, "middle": wide / 2}[mark.align]
        if mark.ground:
            high = mark.size * 1.25
            self.box(Box(x - 1.5, mark.y - high / 2, wide + 3, high, mark.ground))
        line = self.canvas.beginText(x, self.top - mark.y - mark.size * 0.35)
        line.setFillColor(self._ink(mark.ink))
        for name, piece in pieces:
            line.setFont(name, mark.size)
            line.textOut(piece)
        self.canvas.drawText(line)
