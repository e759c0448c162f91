"""The document as a Word file that can be edited: real headings, lists, tables and links.

A chart stands as the table of its figures, because a picture of it could not be edited.
"""

from __future__ import annotations

from docx.document import Document as WordFile
from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Length, Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from readiness.report.clean import clean
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
    Words,
    WriteLines,
    as_runs,
    plain_words,
)
from readiness.report.figures import figures_table
from readiness.report.links import place_of, source_places, source_runs, web_address
from readiness.report.logo import logo_of
from readiness.report.output import word_mark
from readiness.report.theme import Theme
from readiness.report.word import parts
from readiness.report.word.styles import (
    FLAG_COLOURS,
    SIGN_FONT,
    line_width,
    one_line,
    start_file,
    state_words,
)

BOX = "\N{BALLOT BOX}"
GAP = "\N{EM SPACE}\N{EM SPACE}"
"""Between two boxes that stand side by side."""
NO_BREAK = "\N{NO-BREAK SPACE}"
_SHORT_LABEL = 30
"""Most letters of a label that stays on its line."""
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
    return parts.fixed_bytes(file)


class _Writer:
    """Adds blocks to a Word file one after the other."""

    def __init__(self, file: WordFile, document: Document, theme: Theme) -> None:
        self._file, self._theme = file, theme
        self._styles = parts.style_ids(file)
        self._places = source_places(document)
        self._line = line_width(file)
        self._level = 0
        self._heading = ""
        self._listed: set[int] = set()
        self._keeps = False
        self._last: WordParagraph | None = None

    def logo(self) -> None:
        """Add the theme's logo, if it has one."""
        logo = logo_of(self._theme)
        if logo:
            parts.picture(self._new("Normal"), logo)

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
                self._write_by_hand(block)
            case Space():
                height = min(max(block.height, 0.0), 99.0)
                self.paragraph("", "Table end").paragraph_format.space_after = Mm(height)
            case Figure():
                self._write_figure(block)
            case _:
                self._write_sources(block)

    def paragraph(self, words: Words, style: str, *, strong: bool = False) -> WordParagraph:
        """Add a paragraph."""
        made = self._new(style)
        self._fill(made, words, strong=strong)
        return made

    def _new(self, style: str) -> WordParagraph:
        made = self._file.add_paragraph()
        parts.set_style(made, self._styles[style])
        if self._keeps:
            made.paragraph_format.keep_with_next = True
            self._last = made
        return made

    def _fill(self, paragraph: WordParagraph, words: Words, *, strong: bool = False) -> None:
        if isinstance(words, str):
            paragraph.add_run(clean(words)).bold = True if strong else None
            return
        for piece in words:
            run = paragraph.add_run(clean(piece.text))
            run.bold = True if strong or piece.strong else None
            place, address = place_of(piece, self._places), web_address(piece.link)
            if place or address:
                parts.set_style(run, self._styles["Hyperlink"])
            if place:
                parts.link_to_bookmark(paragraph, run, f"source_{place}")
            elif address:
                parts.link_to_web(paragraph, run, address)

    def _write_heading(self, block: Heading) -> None:
        self._level = min(block.level, self._level + 1)
        self._heading = block.text
        if self._last is not None:
            # A part that is kept on one page ends where the next begins.
            self._last.paragraph_format.keep_with_next, self._last = None, None
        self._keeps = block.keeps_part
        made = self.paragraph(block.text, f"Heading {self._level}")
        made.paragraph_format.page_break_before = (
            True if block.starts_page or block.starts_columns else None
        )

    def _write_list(self, block: Bullets) -> None:
        style = "List Number" if block.numbered else "List Bullet"
        number = parts.new_list(self._file, style) if block.numbered else None
        for item in block.items:
            made = self.paragraph(item, style)
            if number is not None:
                parts.put_in_list(made, number)

    def _write_table(self, block: Table) -> None:
        if block.caption:
            self.paragraph(block.caption, "Caption")
        has_head = any(block.header)
        table = self._add_table(len(block.rows) + has_head, block.widths, "Table Grid")
        title = one_line(block.caption or self._heading, 200)
        parts.mark_table(table, title, has_head=has_head, has_row_heads=block.has_row_heads)
        rows = list(table.rows)
        if has_head:
            for at, (cell, name) in enumerate(zip(rows[0].cells, block.header, strict=True)):
                self._fill_cell(cell, name, strong=True, flush_right=at in block.numbers)
                parts.shade(cell, self._theme.shade[1:])
            parts.repeat_row(rows.pop(0))
        for row, given in zip(rows, block.rows, strict=True):
            if sum(len(plain_words(words)) for words in given) <= _KEPT_WHOLE:
                parts.keep_row_whole(row)
            if block.row_height:
                row.height, row.height_rule = Mm(block.row_height), WD_ROW_HEIGHT_RULE.AT_LEAST
            for at, (cell, words) in enumerate(zip(row.cells, given, strict=True)):
                strong = at == 0 and block.has_row_heads
                self._fill_cell(cell, words, strong=strong, flush_right=at in block.numbers)
        # Without a paragraph between them, Word makes one table of two.
        self.paragraph("", "Table end")

    def _add_table(self, rows: int, widths: tuple[float, ...], style: str) -> WordTable:
        table: WordTable = self._file.add_table(rows, len(widths))
        table.style, table.autofit = self._file.styles[style], False
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        whole = sum(widths) or 1.0
        exact = [Length(int(self._line * width / whole)) for width in widths]
        for column, width in zip(table.columns, exact, strict=True):
            column.width = width
        for row in table.rows:
            for cell, width in zip(row.cells, exact, strict=True):
                cell.width = width
        return table

    def _fill_cell(self, cell: _Cell, words: Words, *, strong: bool, flush_right: bool) -> None:
        paragraph = cell.paragraphs[0]
        parts.set_style(paragraph, self._styles["Table text"])
        self._fill(paragraph, words, strong=strong)
        if self._keeps:
            paragraph.paragraph_format.keep_with_next = True
        if flush_right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT

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
        letters = sum(len(plain_words(words)) for _, words in block.lines) + len(block.says)
        for paragraph in made[:-1]:
            paragraph.paragraph_format.keep_with_next = letters <= _KEPT_WHOLE * 2
        made[-1].paragraph_format.space_after = Pt(10)

    def _write_by_hand(self, block: TickBoxes | SignLines | WriteLines) -> None:
        if isinstance(block, WriteLines):
            self._write_lines(block)
        elif isinstance(block, SignLines):
            self._write_sign_lines(block)
        elif block.are_across:
            self._write_across(block)
        else:
            self._write_ticks(block)

    def _write_ticks(self, block: TickBoxes) -> None:
        for label in block.labels:
            made = self._new("Tick box")
            parts.set_font(made.add_run(BOX), SIGN_FONT)
            made.add_run(f"\t{clean(label)}")
            if label.rstrip().endswith(":"):
                self._rule_off(made, self._line)

    def _write_across(self, block: TickBoxes) -> None:
        made = self._new("Table text")
        for at, label in enumerate(block.labels):
            made.add_run(GAP if at else "")
            parts.set_font(made.add_run(BOX), SIGN_FONT)
            # A box never stands on another line than its label, unless that is long.
            shown = clean(label)
            shown = shown.replace(" ", NO_BREAK) if len(shown) <= _SHORT_LABEL else shown
            made.add_run(f"{NO_BREAK}{shown}")
        if block.labels and block.labels[-1].rstrip().endswith(":"):
            self._rule_off(made, self._line)

    def _write_lines(self, block: WriteLines) -> None:
        made = self._new("Tick box")
        parts.unindent(made)
        made.add_run(clean(block.label))
        share = 1.0 if not block.is_short else 0.5 if len(block.label) < _SHORT_LABEL else 0.75
        self._rule_off(made, Length(int(self._line * share)))
        made.add_run(f" {clean(block.unit)}" if block.unit else "")
        for _line in range(block.count - 1):
            more = self._new("Tick box")
            parts.unindent(more)
            self._rule_off(more, self._line)

    def _rule_off(self, paragraph: WordParagraph, end: Length) -> None:
        """Draw a line to write on from the end of the words."""
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(end, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
        paragraph.add_run(" \t")

    def _write_sign_lines(self, block: SignLines) -> None:
        if not block.labels:
            return
        table = self._add_table(len(block.labels), (0.4, 0.6), "Normal Table")
        parts.mark_table(table, "Lines to sign on", has_head=False, has_row_heads=True)
        for row, label in zip(table.rows, block.labels, strict=True):
            row.height, row.height_rule = Mm(14), WD_ROW_HEIGHT_RULE.AT_LEAST
            parts.keep_row_whole(row)
            name, line = row.cells
            self._fill_cell(name, label, strong=False, flush_right=False)
            name.vertical_alignment = WD_ALIGN_VERTICAL.BOTTOM
            parts.line_below(line)
        self.paragraph("", "Table end")

    def _write_figure(self, block: Figure) -> None:
        self._write_table(figures_table(block))
        self.paragraph(block.alt, "Small print")

    def _write_sources(self, block: Sources) -> None:
        for source in block.sources:
            place = self._places[source.key]
            made = self._new("Source")
            if place not in self._listed:
                self._listed.add(place)
                parts.bookmark(made, f"source_{place}", place)
            made.add_run(f"[{source.number}]\t")
            self._fill(made, source_runs(source))
