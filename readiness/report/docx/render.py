"""The document as a Word file that can be edited: real headings, lists, tables and links.

A chart stands as the table of its figures, because a picture of it could not be edited.
"""

from __future__ import annotations

from docx.document import Document as WordFile
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Mm, Pt

from readiness.report.document import (
    Block,
    Bullets,
    Document,
    Figure,
    FlagBox,
    Heading,
    Paragraph,
    Run,
    SignLines,
    Sources,
    Space,
    Table,
    TickBoxes,
    WriteLines,
    as_runs,
    plain_words,
)
from readiness.report.docx import xml_parts
from readiness.report.docx.forms import write_by_hand
from readiness.report.docx.styles import (
    FLAG_COLOURS,
    one_line,
    start_file,
    state_words,
)
from readiness.report.docx.word_file import WordBody
from readiness.report.figures import figures_table
from readiness.report.file_output import word_mark
from readiness.report.links import source_runs
from readiness.report.theme import Theme

_KEPT_WHOLE = 600
"""Most letters of a row or flag that is kept on one page."""
_TONES = {
    "body": "Normal",
    "small": "Small print",
    "strong": "Normal",
    "flag": "Flag text",
    "note": "Note",
    "lead": "Lead",
}


def render(document: Document, *, theme: Theme | None = None) -> bytes:
    """The whole file. The same document and theme give the same bytes."""
    theme = theme or Theme()
    file = start_file(document, theme)
    writer = _Writer(file, document, theme)
    writer.logo()
    writer.paragraph(document.title, "Title")
    writer.paragraph(document.subtitle, "Subtitle")
    writer.paragraph(state_words(document, theme), "Small print")
    for block in (*document.cover, *document.blocks):
        writer.write(block)
    file.core_properties.comments = word_mark(file.part.blob)
    return xml_parts.fixed_bytes(file)


class _Writer(WordBody):
    """Adds blocks to a Word file one after the other."""

    def __init__(self, file: WordFile, document: Document, theme: Theme) -> None:
        super().__init__(file, document, theme)
        self._level = 0
        self._heading = ""
        self._listed: set[int] = set()

    def write(self, block: Block) -> None:
        match block:
            case Heading():
                self._write_heading(block)
            case Paragraph():
                self.paragraph(block.text, _TONES[block.tone], strong=block.tone == "strong")
            case Bullets():
                self._write_list(block)
            case Table():
                self._write_table(block)
            case FlagBox():
                self._write_flag(block)
            case TickBoxes() | SignLines() | WriteLines():
                write_by_hand(self, block)
            case Space():
                height = min(max(block.height, 0.0), 99.0)
                self.paragraph("", "Table end").paragraph_format.space_after = Mm(height)
            case Figure():
                self._write_figure(block)
            case _:
                self._write_sources(block)

    def _write_heading(self, block: Heading) -> None:
        self._level = min(block.level, self._level + 1)
        self._heading = block.text
        if self.last is not None:
            # A part that is kept on one page ends where the next begins.
            self.last.paragraph_format.keep_with_next, self.last = None, None
        self.keeps = block.keeps_part
        made = self.paragraph(block.text, f"Heading {self._level}")
        made.paragraph_format.page_break_before = (
            True if block.starts_page or block.starts_columns else None
        )

    def _write_list(self, block: Bullets) -> None:
        style = "List Number" if block.numbered else "List Bullet"
        number = xml_parts.new_list(self.file, style) if block.numbered else None
        for item in block.items:
            made = self.paragraph(item, style)
            if number is not None:
                xml_parts.put_in_list(made, number)

    def _write_table(self, block: Table) -> None:
        if block.caption:
            self.paragraph(block.caption, "Caption")
        has_head = any(block.header)
        table = self.add_table(len(block.rows) + has_head, block.widths, "Table Grid")
        title = one_line(block.caption or self._heading, 200)
        xml_parts.mark_table(table, title, has_head=has_head, has_row_heads=block.has_row_heads)
        rows = list(table.rows)
        kind = "Dense table text" if block.is_dense else "Table text"
        if has_head:
            for at, (cell, name) in enumerate(zip(rows[0].cells, block.header, strict=True)):
                self.fill_cell(cell, name, kind, strong=True, flush_right=at in block.numbers)
                xml_parts.shade(cell, self.theme.shade[1:])
            xml_parts.repeat_row(rows.pop(0))
        for row, given in zip(rows, block.rows, strict=True):
            if sum(len(plain_words(words)) for words in given) <= _KEPT_WHOLE:
                xml_parts.keep_row_whole(row)
            if block.row_height:
                row.height, row.height_rule = Mm(block.row_height), WD_ROW_HEIGHT_RULE.AT_LEAST
            for at, (cell, words) in enumerate(zip(row.cells, given, strict=True)):
                strong = at == 0 and block.has_row_heads
                self.fill_cell(cell, words, kind, strong=strong, flush_right=at in block.numbers)
        # Without a paragraph between them, Word makes one table of two.
        self.paragraph("", "Table end")

    def _write_flag(self, block: FlagBox) -> None:
        name = f"{block.sign} {block.word} {block.item}".strip()
        head = self.paragraph(name, "Flag name")
        if block.sign in FLAG_COLOURS:
            head.runs[0].font.color.rgb = FLAG_COLOURS[block.sign]
        made = [head, self.paragraph(block.says, "Flag text")]
        made += [
            self.paragraph((Run(f"{label}: ", strong=True), *as_runs(words)), "Flag line")
            for label, words in block.lines
        ]
        letters = sum(len(plain_words(words)) for _rest, words in block.lines) + len(block.says)
        for paragraph in made[:-1]:
            paragraph.paragraph_format.keep_with_next = letters <= _KEPT_WHOLE * 2
        made[-1].paragraph_format.space_after = Pt(10)

    def _write_figure(self, block: Figure) -> None:
        self._write_table(figures_table(block))
        self.paragraph(block.alt, "Small print")

    def _write_sources(self, block: Sources) -> None:
        for source in block.sources:
            place = self.places[source.key]
            made = self.new("Source")
            if place not in self._listed:
                self._listed.add(place)
                xml_parts.bookmark(made, f"source_{place}", place)
            made.add_run(f"[{source.number}]\t")
            self.fill(made, source_runs(source))
