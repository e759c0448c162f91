"""The Word file that is being written: paragraphs, words with links, tables and their cells."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from docx.document import Document as WordFile
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Length, Mm, RGBColor
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun

from readiness.describe.colours import MISSING, PRINT
from readiness.report.clean import clean
from readiness.report.document import Document, Run, Words
from readiness.report.docx import xml_parts
from readiness.report.docx.styles import line_width
from readiness.report.links import place_of, source_places, web_address
from readiness.report.theme import Theme, logo_of

NO_BREAK = "\N{NO-BREAK SPACE}"
CELL_ROOM = Mm(3.8)
"""What Word leaves free at the left and the right of a cell's words, together."""


class WordBody:
    """Adds paragraphs and tables to a Word file, one after the other."""

    def __init__(self, file: WordFile, document: Document, theme: Theme) -> None:
        """Begin in a file that has its styles."""
        self.file, self.theme = file, theme
        self.place: WordFile | _Cell = file
        self.styles = xml_parts.style_ids(file)
        self.places = source_places(document)
        self.line = line_width(file)
        self.keeps = False
        """Whether what is added stays on one page with what follows."""
        self.last: WordParagraph | None = None
        """The last paragraph that was kept with what follows."""

    def logo(self) -> None:
        """Add the theme's logo, if it has one."""
        logo = logo_of(self.theme)
        if logo:
            xml_parts.picture(self.new("Normal"), logo)

    def paragraph(self, words: Words, style: str, *, strong: bool = False) -> WordParagraph:
        """Add a paragraph."""
        made = self.new(style)
        self.fill(made, words, strong=strong)
        return made

    def new(self, style: str) -> WordParagraph:
        """Add an empty paragraph."""
        made = self.place.add_paragraph()
        xml_parts.set_style(made, self.styles[style])
        if self.keeps:
            made.paragraph_format.keep_with_next = True
            self.last = made
        return made

    def fill(self, paragraph: WordParagraph, words: Words, *, strong: bool = False) -> None:
        """Add words to a paragraph, with their links."""
        if isinstance(words, str):
            paragraph.add_run(clean(words)).bold = True if strong else None
            return
        for piece in words:
            said = clean(piece.text)
            # A state is never broken off its sign.
            run = paragraph.add_run(said.replace(" ", NO_BREAK) if piece.state else said)
            run.bold = True if strong or piece.strong else None
            _shade_state(run, piece)
            if piece.is_soft:
                run.font.color.rgb = RGBColor.from_string(self.theme.soft[1:].upper())
            if piece.blank:
                paragraph.add_run("_" * max(3, int(piece.blank / 2)))
            place, address = place_of(piece, self.places), web_address(piece.link)
            if place or address:
                xml_parts.set_style(run, self.styles["Hyperlink"])
            if place:
                xml_parts.link_to_bookmark(paragraph, run, f"source_{place}")
            elif address:
                xml_parts.link_to_web(paragraph, run, address)

    @contextmanager
    def within(self, cell: _Cell) -> Iterator[None]:
        """Put what is added into a cell, on lines as wide as its words may be."""
        place, line = self.place, self.line
        self.place, self.line = cell, Length((cell.width or line) - CELL_ROOM)
        self.keeps, self.last = False, None
        yield
        self.place, self.line = place, line
        first, *rest = cell.paragraphs
        if rest:
            # A cell is made with a paragraph, which stands empty above what was added.
            xml_parts.drop(first)

    def add_table(self, rows: int, widths: tuple[float, ...], style: str) -> WordTable:
        """Add an empty table; widths are shares of the line."""
        table: WordTable = self.file.add_table(rows, len(widths))
        table.style, table.autofit = self.file.styles[style], False
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        whole = sum(widths) or 1.0
        exact = [Length(int(self.line * width / whole)) for width in widths]
        for column, width in zip(table.columns, exact, strict=True):
            column.width = width
        for row in table.rows:
            for cell, width in zip(row.cells, exact, strict=True):
                cell.width = width
        return table

    def fill_cell(
        self, cell: _Cell, words: Words, style: str, *, strong: bool, flush_right: bool
    ) -> None:
        """Put words into a cell."""
        paragraph = cell.paragraphs[0]
        xml_parts.set_style(paragraph, self.styles[style])
        self.fill(paragraph, words, strong=strong)
        if self.keeps:
            paragraph.paragraph_format.keep_with_next = True
        if flush_right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _shade_state(run: WordRun, piece: Run) -> None:
    """Put a run on the colour of its state, or say in colour that something is missing."""
    if piece.state:
        look = PRINT[piece.state]
        run.bold = True
        run.font.color.rgb = RGBColor.from_string(look.text[1:].upper())
        properties: Any = run._element.get_or_add_rPr()
        edge = xml_parts.element("w:bdr", val="single", sz=4, space=0, color=look.edge[1:])
        fill = (look.fill or "#ffffff")[1:]
        properties.append(edge)
        properties.append(xml_parts.element("w:shd", val="clear", color="auto", fill=fill))
    elif piece.is_lacking:
        run.bold = True
        run.font.color.rgb = RGBColor.from_string(MISSING[1:].upper())
