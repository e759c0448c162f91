"""A document as the bytes of a tagged PDF: its pages with heads and feet, then its structure.

The number of pages is known before any page is written.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from readiness.i18n.language import _
from readiness.i18n.words import date_words, first_up
from readiness.report.document import Document, Heading
from readiness.report.document_text import PAGE
from readiness.report.pdf.fonts import load_fonts, missing_characters, one_line, spread
from readiness.report.pdf.look import COLUMNS, FOOT, GUTTER, LEFT, TOP, Look, Paper, look
from readiness.report.pdf.story import Story
from readiness.report.pdf.structure import with_structure
from readiness.report.pdf.tags import Tags
from readiness.report.pdf.text import rule
from readiness.report.theme import Theme

SIZE = 8.0
"""The size of heads and feet, in points."""


class _Sheets(Canvas):
    """Keeps its pages back until their number is known, then adds heads and feet."""

    edges: _Edges

    def __init__(self, *said: Any, **more: Any) -> None:  # noqa: ANN401 - as reportlab has it
        self.kept: list[dict[str, Any]] = []
        super().__init__(*said, **more)

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """Keep the page."""
        self.kept.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]

    def save(self) -> None:
        """Write all pages, or only count them where nothing is drawn."""
        kept, self.edges.tags.total = self.kept, len(self.kept)
        if not self.edges.tags.is_drawn:
            return
        for page in kept:
            self.__dict__.update(page)
            self.edges.draw(self, len(kept))
            super().showPage()
        super().save()


def write_pages(
    document: Document, flowables: list[Flowable], look: Look, tags: Tags, on_part: PartDone
) -> bytes:
    """The pages as a PDF without its structure."""
    into = io.BytesIO()
    whole, narrow = _frames(look), _frames(look.in_columns())
    doc = BaseDocTemplate(
        into,
        pagesize=look.size,
        initialFontName="Body",
        invariant=1,
        pageCompression=int(not tags.are_written),  # tagged pages are compressed with their tags
    )
    edges = _Edges(document, look, tags)
    doc.addPageTemplates(
        [
            PageTemplate("cover", whole),
            PageTemplate("page", whole),
            PageTemplate(COLUMNS, narrow),
        ]
    )
    total, furthest = max(1, len(flowables)), 0.0

    def told(kind: str, value: float) -> None:
        """Tell what is done; what is put back, to be laid out anew, was done once."""
        nonlocal furthest
        if kind == "PROGRESS":
            furthest = max(furthest, value / total)
            on_part(furthest)

    doc.setProgressCallBack(told)

    def sheets(*said: Any, **more: Any) -> Canvas:  # noqa: ANN401 - as reportlab has it
        canvas = _Sheets(*said, **more)
        canvas.edges = edges
        return canvas

    doc.build(flowables, canvasmaker=sheets)
    return into.getvalue()


def _frames(look: Look) -> list[Frame]:
    """The columns of a page, from left to right."""
    return [
        Frame(LEFT + at * (look.line + GUTTER), FOOT, look.line, look.height, 0, 0, 0, 0)
        for at in range(look.columns)
    ]


PartDone = Callable[[float], object]
"""Is told the share that is done, from 0 to 1."""


class _Edges:
    """Heads and feet; on the cover a band of colour and the organisation's name."""

    def __init__(self, document: Document, look: Look, tags: Tags) -> None:
        self.document, self.look, self.tags = document, look, tags
        made = first_up(_("made on {made_on}").format(made_on=date_words(document.made_on)))
        self.made = f"{made} \u00b7 {document.version}" if document.version else made

    def draw(self, canvas: Canvas, total: int) -> None:
        number, look = canvas.getPageNumber(), self.look
        canvas.saveState()
        with self.tags.artifact(canvas, "Header"):
            if number == 1 and self.document.has_title_page:
                self._cover(canvas)
            else:
                y = look.size[1] - 13 * mm
                name, part = look.theme.organisation, self._part(number - 1)
                head = self.document.page_name or self.document.title
                is_beside = bool(self.document.page_name) and not name
                if part and not is_beside:
                    head = f"{head} \u00b7 {part}"
                right = part if is_beside else name
                room = look.line * (0.66 if right else 1)
                self._words(canvas, head, LEFT, y, room)
                if right:
                    self._right(canvas, right, y, look.line * 0.32)
                rule(canvas, (LEFT, LEFT + look.line, y - 5), 0.5, look.rule)
        with self.tags.artifact(canvas, "Footer"):
            y, page = 10.5 * mm, _(PAGE).format(number=number, total=total)
            self._words(canvas, self.made, LEFT, y, look.line * 0.78)
            self._right(canvas, page, y, look.line * 0.2)
            if look.theme.footer:
                self._words(canvas, look.theme.footer, LEFT, y - 11, look.line)
        canvas.restoreState()

    def _part(self, page: int) -> str:
        """The part in which a page begins, where that is asked for."""
        if not self.document.names_parts:
            return ""
        parts = [mark for mark in self.tags.bookmarks if mark.level == 1 and mark.page <= page]
        before = [mark for mark in parts if mark.page < page]
        top = self.look.size[1] - TOP - self.look.types["h1"].leading
        first = next((one for one in parts if one.page == page and one.top > top), None)
        part = first or (before[-1] if before else None)
        return (part.running or part.title) if part else ""

    def _cover(self, canvas: Canvas) -> None:
        look = self.look
        canvas.setFillColor(look.accent)
        canvas.rect(0, look.size[1] - 7 * mm, look.size[0], 7 * mm, stroke=0, fill=1)
        name = look.theme.organisation
        if name:
            self._right(canvas, name, look.size[1] - 17 * mm, look.line)

    def _words(self, canvas: Canvas, text: str, x: float, y: float, width: float) -> None:
        line = canvas.beginText(x, y)
        line.setFillColor(self.look.soft)
        for face, piece in one_line(text, "Body", SIZE, width):
            line.setFont(face, SIZE)
            line.textOut(piece)
        canvas.drawText(line)

    def _right(self, canvas: Canvas, text: str, y: float, width: float) -> None:
        wide = spread(one_line(text, "Body", SIZE, width), SIZE)
        self._words(canvas, text, LEFT + self.look.line - wide, y, width)


__all__ = ["Paper", "missing_characters", "render"]

DRAWN = 0.85
"""The share of the work that is laying out and drawing."""


def render(
    document: Document,
    *,
    page: Paper = "a4",
    theme: Theme | None = None,
    progress: Callable[[float], object] | None = None,
) -> bytes:
    """The document as a PDF that keeps PDF/UA-1 and PDF/A-2a; the same one gives the same bytes.

    `progress` is told the share that is done, from 0 to 1.
    """
    load_fonts()
    tell = progress or (lambda _: None)
    made, tags = look(theme or Theme(), page), Tags()
    pages, tight = _settled(document, made)
    story = Story(document, made, tags, pages, tight)
    flowables = story.flowables()
    drawn = write_pages(document, flowables, made, tags, lambda share: tell(share * DRAWN))
    whole = with_structure(drawn, document, story.root, tags)
    tell(1.0)
    return whole


def _settled(document: Document, made: Look) -> tuple[dict[str, int], frozenset[str]]:
    """Where the headings stand that others lead to, and which parts are to be set tight.

    What leads to a page is laid out once or twice before, and not drawn. A document without
    contents needs neither.
    """
    blocks = (*document.cover, *document.blocks)
    if not any(isinstance(one, Heading) and one.fits_page for one in blocks):
        return {}, frozenset()
    whole = frozenset(one.key for one in blocks if isinstance(one, Heading) and one.fits_page)
    tags = _laid_out(document, made, frozenset())
    tight = tags.long_parts & whole
    if tight:
        tags = _laid_out(document, made, tight)
    return tags.heading_pages, tight


def _laid_out(document: Document, made: Look, tight: frozenset[str]) -> Tags:
    tags = Tags(are_written=False, is_drawn=False)
    flowables = Story(document, made, tags, tight=tight).flowables()
    write_pages(document, flowables, made, tags, lambda _share: None)
    return tags
