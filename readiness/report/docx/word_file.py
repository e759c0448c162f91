"""What a Word file is made of: paragraphs, words with links, tables, and what is set apart.

Set apart are callouts, the decision, the contents and the pictures of charts.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from docx.document import Document as WordFile
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Length, Mm, Pt, RGBColor
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun

from readiness.describe.colours import MISSING, PRINT
from readiness.i18n.language import _
from readiness.report.charts.drawing import picture_of
from readiness.report.charts.raster import png_of
from readiness.report.document import (
    Callout,
    Contents,
    Decision,
    Document,
    Figure,
    Run,
    Words,
    as_runs,
)
from readiness.report.document_text import clean
from readiness.report.docx import xml_parts
from readiness.report.docx.styles import SIGN_FONT, line_width
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
            size = Mm(logo.wide), Mm(logo.high)
            xml_parts.picture(self.new("Normal"), logo.png, size, logo.alt)

    def paragraph(self, words: Words, style: str, *, strong: bool = False) -> WordParagraph:
        """Add a paragraph in a named style, and return it."""
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
        xml_parts.frame_run(run, look.edge[1:], (look.fill or "#ffffff")[1:])
    elif piece.is_lacking:
        run.bold = True
        run.font.color.rgb = RGBColor.from_string(MISSING[1:].upper())


BOX = "\N{BALLOT BOX}"
BARS = {
    "red": PRINT["red"].fill[1:],
    "amber": PRINT["amber"].fill[1:],
    "calm": "7C8591",
}
"""The line at the left of a callout, by its tone; else the accent."""


def write_callout(body: WordBody, block: Callout) -> None:
    """A shaded table of one cell, so that its lines stay together."""
    table = body.add_table(1, (1.0,), "Normal Table")
    xml_parts.mark_table(table, clean(block.title)[:200], has_head=False, has_row_heads=False)
    cell = table.rows[0].cells[0]
    xml_parts.shade(cell, body.theme.shade[1:])
    xml_parts.bar_left(cell, BARS.get(block.tone, body.theme.accent[1:]))
    xml_parts.keep_row_whole(table.rows[0])
    style = "Verdict" if block.is_lead else "Callout"
    paragraph = cell.paragraphs[0]
    xml_parts.set_style(paragraph, body.styles[style])
    body.fill(paragraph, block.title, strong=True)
    for label, words in block.lines:
        made = cell.add_paragraph()
        xml_parts.set_style(made, body.styles["Callout"])
        head = (Run(f"{label}: ", strong=True),) if label else ()
        body.fill(made, (*head, *as_runs(words)))
    body.paragraph("", "Table end")


def write_decision(body: WordBody, block: Decision) -> None:
    """The ways to decide, each with a box, in a frame."""
    table = body.add_table(1, (1.0,), "Table Grid")
    xml_parts.mark_table(table, _("The decision"), has_head=False, has_row_heads=False)
    cell = table.rows[0].cells[0]
    xml_parts.keep_row_whole(table.rows[0])
    first = True
    for choice in block.choices:
        made = cell.paragraphs[0] if first else cell.add_paragraph()
        first = False
        xml_parts.set_style(made, body.styles["Tick box"])
        xml_parts.set_font(made.add_run(BOX), SIGN_FONT)
        body.fill(made, (Run("\t"), *as_runs(choice.words)))
        for number, condition in enumerate(choice.conditions, 1):
            under = cell.add_paragraph()
            xml_parts.set_style(under, body.styles["Condition"])
            body.fill(under, (Run(f"{number}.\t"), *as_runs(condition)))
    body.paragraph("", "Table end")


def write_contents(body: WordBody, block: Contents) -> None:
    """An entry for each part, with a field that Word fills in with its page."""
    body.paragraph(block.title, "Normal", strong=True)
    for entry in block.entries:
        key, title = entry.key, entry.title
        made = body.new("Contents entry")
        stops = made.paragraph_format.tab_stops
        stops.add_tab_stop(body.line, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
        run = made.add_run(clean(title))
        xml_parts.link_to_bookmark(made, run, xml_parts.bookmark_of(key))
        made.add_run("\t")
        xml_parts.field(made, f"PAGEREF {xml_parts.bookmark_of(key)} \\h", "", is_dirty=True)


def write_picture(body: WordBody, block: Figure) -> None:
    """The chart as a picture with its text alternative."""
    body.paragraph(block.title, "Caption")
    if block.note:
        body.paragraph(block.note, "Small").paragraph_format.keep_with_next = True
    shapes = picture_of(block.chart, body.line.pt)
    made = body.new("Picture")
    size = Pt(shapes.width), Pt(shapes.height)
    xml_parts.picture(made, png_of(shapes), size, clean(block.alt), _("Chart"))
