"""The document as PDF: pages, type and tables."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from itertools import zip_longest
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    LongTable,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Spacer,
    TableStyle,
)
from reportlab.platypus import Paragraph as Words

from readiness.core.words import date_words
from readiness.report.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    SignLines,
    Space,
    Table,
    TickBoxes,
    plain_words,
)
from readiness.report.output import MARK
from readiness.report.pdf_text import (
    fitted,
    load_fonts,
    markup,
    missing_characters,
    pieces,
    printable,
)

__all__ = ["missing_characters", "render"]

MARGIN, TOP, FOOT = 24 * mm, 24 * mm, 22 * mm
LINE = A4[0] - 2 * MARGIN
LONG_TITLE = 80  # letters; a longer title is set smaller
PADDING = 8  # points, left and right together, in a table's cell

INK, SOFT, RULE = HexColor("#1b1f24"), HexColor("#4a5560"), HexColor("#9aa5b1")
SHADE = HexColor("#eef1f4")


def _style(size: float, lead: float, face: str = "Body", **more: Any) -> ParagraphStyle:  # noqa: ANN401
    return ParagraphStyle(
        f"{face}{size}",
        fontName=face,
        fontSize=size,
        leading=lead,
        alignment=TA_LEFT,
        **{
            "textColor": INK,
            "spaceAfter": 4,
            "splitLongWords": 1,
            "bulletFontName": "Body",
            **more,
        },
    )


STYLES = {
    "title": _style(28, 34, "Body-Bold", spaceAfter=6),
    "subtitle": _style(14, 19, textColor=SOFT, spaceAfter=28),
    "h1": _style(19, 24, "Body-Bold", spaceAfter=10),
    "h2": _style(13, 17, "Body-Bold", spaceBefore=12, spaceAfter=5),
    "h3": _style(10.5, 14, "Body-Bold", spaceBefore=9, spaceAfter=2),
    "body": _style(10, 14.5),
    "lead": _style(12, 17.5, spaceAfter=8),
    "strong": _style(10, 14.5, "Body-Bold"),
    "small": _style(8.5, 12, textColor=SOFT),
    "flag": _style(10.5, 15),
    "note": _style(9, 12.5, textColor=SOFT, leftIndent=10),
    "cell": _style(8.5, 11.5, spaceAfter=0),
    "head": _style(8.5, 11.5, "Body-Bold", spaceAfter=0),
    "bullet": _style(10, 14.5, leftIndent=12, bulletIndent=1),
}


def render(document: Document, progress: Callable[[float], None] | None = None) -> bytes:
    """The document as the bytes of a PDF; the same document gives the same bytes.

    `progress` is told the share that is done, from 0 to 1.
    """
    load_fonts()
    first = io.BytesIO()
    pages = _build(document, first, total=0)
    if progress:
        progress(0.5)
    whole = io.BytesIO()
    _build(document, whole, total=pages)
    if progress:
        progress(1.0)
    return whole.getvalue()


class _Doc(BaseDocTemplate):
    """Puts each heading in the bookmarks as it is placed."""

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - reportlab's name
        heading = getattr(flowable, "heading", None)
        if heading is not None:
            level, text, key = heading
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(text, key, level - 1, closed=level > 1)


def _build(document: Document, into: io.BytesIO, total: int) -> int:
    title = printable(f"{document.title}: {document.subtitle}")
    doc = _Doc(
        into,
        pagesize=A4,
        title=title,
        author="",
        subject=MARK,
        creator=MARK,
        producer=MARK,
        lang=document.language,
        displayDocTitle=True,
        initialFontName="Body",
        invariant=1,
        pageCompression=1,
    )
    frame = Frame(MARGIN, FOOT, LINE, A4[1] - TOP - FOOT, 0, 0, 0, 0)

    cover = PageTemplate("cover", [frame], onPage=lambda canvas, _doc: _foot(canvas, document))
    page = PageTemplate("page", [frame], onPage=lambda canvas, _: _edges(canvas, document, total))
    doc.addPageTemplates([cover, page])
    doc.build(list(_story(document)))
    return int(doc.page)


def _foot(canvas: Canvas, document: Document) -> None:
    canvas.setFont("Body", 8)
    canvas.setFillColor(SOFT)
    canvas.drawString(MARGIN, 12 * mm, f"Made on {date_words(document.made_on)}")


def _edges(canvas: Canvas, document: Document, total: int) -> None:
    canvas.saveState()
    _foot(canvas, document)
    canvas.drawRightString(A4[0] - MARGIN, 12 * mm, f"Page {canvas.getPageNumber()} of {total}")
    canvas.drawString(MARGIN, A4[1] - 14 * mm, fitted(document.title, "Body", 8, LINE))
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.5)
    canvas.line(MARGIN, A4[1] - 16 * mm, A4[0] - MARGIN, A4[1] - 16 * mm)
    canvas.restoreState()


def _story(document: Document) -> Iterable[Flowable]:
    yield Spacer(1, 30 * mm)
    title = "title" if len(document.title) <= LONG_TITLE else "h1"
    yield Words(markup(document.title), STYLES[title])
    yield Words(markup(document.subtitle), STYLES["subtitle"])
    for block in document.cover:
        yield from _flowables(block)
    yield NextPageTemplate("page")
    for number, block in enumerate(document.blocks):
        if isinstance(block, Heading):
            yield from _heading(block, number)
        else:
            yield from _flowables(block)


def _heading(block: Heading, number: int) -> Iterable[Flowable]:
    """A heading with enough room after it."""
    if block.level == 1:
        yield PageBreak() if block.starts_page else CondPageBreak(70 * mm)
        if not block.starts_page:
            yield Spacer(1, 8 * mm)
    else:
        yield CondPageBreak(30 * mm)
    words = Words(markup(block.text), STYLES[f"h{block.level}"])
    words.__dict__["heading"] = (block.level, printable(block.text), f"heading-{number}")
    yield words


def _flowables(block: Block) -> Iterable[Flowable]:
    if isinstance(block, Paragraph):
        yield Words(markup(plain_words(block.text)), STYLES[block.tone])
    elif isinstance(block, Bullets):
        for item in block.items:
            yield Words(markup(plain_words(item)), STYLES["bullet"], bulletText="\u2013")
    elif isinstance(block, Table):
        yield from (_table(block), Spacer(1, 3 * mm))
    elif isinstance(block, TickBoxes):
        yield from (_Tick(label) for label in block.labels)
    elif isinstance(block, SignLines):
        yield from (_Sign(label) for label in block.labels)
    elif isinstance(block, Space):
        yield Spacer(1, block.height * mm)


def _table(block: Table) -> Flowable:
    has_head = any(block.header)
    head = [[Words(markup(cell), STYLES["head"]) for cell in block.header]] if has_head else []
    rows, joints = _rows(block)
    table = LongTable(
        [*head, *rows],
        colWidths=[width * LINE for width in block.widths],
        repeatRows=len(head),
        splitByRow=1,
        hAlign="LEFT",
    )
    style: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("FONTNAME", (0, 0), (-1, -1), "Body"),
        ("LEFTPADDING", (0, 0), (-1, -1), 3),
        ("RIGHTPADDING", (0, 0), (-1, -1), 5),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ]
    for at, is_joined in enumerate(joints, len(head)):
        if is_joined:
            style += [
                ("BOTTOMPADDING", (0, at), (-1, at), 0),
                ("TOPPADDING", (0, at + 1), (-1, at + 1), 0),
            ]
        else:
            style.append(("LINEBELOW", (0, at), (-1, at), 0.4, RULE))
    if has_head:
        style += [("BACKGROUND", (0, 0), (-1, 0), SHADE), ("LINEBELOW", (0, 0), (-1, 0), 0.8, INK)]
    table.setStyle(TableStyle(style))
    return table


def _rows(block: Table) -> tuple[list[list[Flowable]], list[bool]]:
    """The rows, tall ones in several, and for each whether the next one goes on with it."""
    rows, joints = list[list[Flowable]](), list[bool]()
    for row in block.rows:
        cells = [
            pieces(plain_words(cell), share * LINE - PADDING, STYLES["cell"].fontSize)
            for cell, share in zip(row, block.widths, strict=True)
        ]
        parts = list(zip_longest(*cells, fillvalue=""))
        rows += [[Words(markup(cell), STYLES["cell"]) for cell in part] for part in parts]
        joints += [True] * (len(parts) - 1) + [False]
    return rows, joints


class _Tick(Flowable):
    """A box to tick by hand, drawn as a shape."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._label = printable(label)
        self.width, self.height = LINE, 8 * mm

    def draw(self) -> None:
        self.canv.setStrokeColor(INK)
        self.canv.rect(1, 2 * mm, 4 * mm, 4 * mm)
        self.canv.setFont("Body", 10.5)
        self.canv.setFillColor(INK)
        self.canv.drawString(8 * mm, 2.8 * mm, self._label)
        if self._label.endswith(":"):
            start = 10 * mm + stringWidth(self._label, "Body", 10.5)
            self.canv.setLineWidth(0.6)
            self.canv.line(start, 2 * mm, LINE, 2 * mm)


class _Sign(Flowable):
    """A line to sign on."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._label = printable(label)
        self.width, self.height = LINE, 14 * mm

    def draw(self) -> None:
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(0.6)
        self.canv.line(0, 5 * mm, LINE * 0.7, 5 * mm)
        self.canv.setFont("Body", 8.5)
        self.canv.setFillColor(SOFT)
        self.canv.drawString(0, 1.5 * mm, self._label)
