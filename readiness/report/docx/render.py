"""The document as a Word file that can be edited: real headings, lists, tables and links.

A chart stands as a picture, and its figures as a short table behind it, which can be edited.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from docx.document import Document as WordFile
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from readiness.report.document import (
    Block,
    Bullets,
    Callout,
    Contents,
    Decision,
    Document,
    Figure,
    Heading,
    Pair,
    Paragraph,
    SignLines,
    Sources,
    Space,
    Table,
    TickBoxes,
    WriteLines,
    plain_words,
)
from readiness.report.docx import xml_parts
from readiness.report.docx.forms import lines_of, write_by_hand
from readiness.report.docx.styles import NARROWER, RULE, one_line, start_file, state_words
from readiness.report.docx.word_file import (
    WordBody,
    write_callout,
    write_contents,
    write_decision,
    write_picture,
)
from readiness.report.figures import column_widths, figures_table
from readiness.report.file_output import word_mark
from readiness.report.links import source_runs
from readiness.report.theme import Theme

_MOST_FIGURES = 8
"""Most rows of the table behind a chart."""
_KEPT_WHOLE = 600
"""Most letters of a row or flag that is kept on one page."""
_GO_ON = ("practice", "capacity", "patients", "lead")
"""Parts that begin a page on paper, and here go on where the one before ends."""
_BESIDE = (Paragraph, TickBoxes, WriteLines)
"""What can stand in one of two columns of a form; a table takes the whole line."""
_LITTLE = 12
"""Rows and lines of a part that needs no page of its own, where it may go on."""
_FIRST_MARK = 10_000
"""Bookmarks of headings are numbered from here on, those of sources below."""
_TONES = {
    "body": "Normal",
    "small": "Small",
    "strong": "Normal",
    "note": "Note",
    "lead": "Lead",
    "dense": "Dense",
}


def render(document: Document, *, theme: Theme | None = None) -> bytes:
    """The document as the bytes of a Word file.

    The same document and theme give the same bytes.
    """
    theme = theme or Theme()
    file = start_file(document, theme)
    writer = _Writer(file, document, theme)
    writer.logo()
    if document.has_title_page:
        writer.paragraph(document.title, "Title")
        writer.paragraph(document.subtitle, "Subtitle")
        writer.paragraph(state_words(document, theme), "Small")
    blocks = [*document.cover, *document.blocks]
    if blocks and isinstance(blocks[0], Heading) and not document.has_title_page:
        # The first page is there already.
        blocks[0] = replace(blocks[0], starts_page=False)
    for block in blocks:
        writer.write(block)
    file.core_properties.comments = word_mark(file.part.blob)
    return xml_parts.fixed_bytes(file)


def _short_parts(blocks: Sequence[Block]) -> Iterator[str]:
    """The keys of parts that may go on where the one before ends, and say little."""
    heads = [at for at, one in enumerate(blocks) if isinstance(one, Heading) and one.level == 1]
    for at, end in pairwise([*heads, len(blocks)]):
        head = blocks[at]
        if isinstance(head, Heading) and head.joins:
            lines = sum(_lines(one) for one in blocks[at + 1 : end])
            if lines <= _LITTLE:
                yield head.key


def _lines(block: Block) -> int:
    """About how many lines a block takes; a chart takes more than a part that says little."""
    if isinstance(block, Table):
        return 2 * len(block.rows) + 1
    return 1 if isinstance(block, Paragraph | Heading | Bullets) else _LITTLE + 1


class _Writer(WordBody):
    """Adds blocks to a Word file one after the other."""

    def __init__(self, file: WordFile, document: Document, theme: Theme) -> None:
        super().__init__(file, document, theme)
        self._level = 0
        self._heading = ""
        self._headed: WordParagraph | None = None
        self._listed: set[int] = set()
        self._marks = 0
        self._follows_heading = False
        self._going_on = frozenset({*_GO_ON, *_short_parts(document.blocks)})

    def write(self, block: Block) -> None:
        """Add a block."""
        makers: dict[type[Block], Callable[..., None]] = {
            Heading: self._write_heading,
            Paragraph: self._write_paragraph,
            Bullets: self._write_list,
            Table: self._write_table,
            Callout: partial(write_callout, self),
            Pair: self._write_pair,
            Decision: partial(write_decision, self),
            Contents: partial(write_contents, self),
            TickBoxes: partial(write_by_hand, self),
            SignLines: partial(write_by_hand, self),
            WriteLines: partial(write_by_hand, self),
            Space: self._write_space,
            Figure: self._write_figure,
            Sources: self._write_sources,
        }
        makers[type(block)](block)
        self._follows_heading = isinstance(block, Heading)

    def _write_paragraph(self, block: Paragraph) -> None:
        is_strong = block.tone == "strong"
        style = _TONES[block.tone]
        if self.place is not self.file and style == "Normal":
            # Beside boxes and lines, words are as large as theirs.
            style = "Form text"
        made = self.paragraph(block.text, style, strong=is_strong)
        if is_strong:
            # It leads to what follows, as a heading does.
            made.paragraph_format.keep_with_next = True

    def _write_pair(self, block: Pair) -> None:
        left, right = list(block.left), list(block.right)
        if left and isinstance(left[0], Heading):
            # It stands over both columns: Word lists no heading that is in a cell.
            self.write(left.pop(0))
            if block.is_ruled and self._headed is not None:
                xml_parts.line_above(self._headed, RULE)
                self._headed.paragraph_format.space_before = Pt(8)
        every = (*left, *right, *block.foot)
        if block.is_ruled and all(isinstance(one, _BESIDE) for one in every):
            self._write_beside(left, right, block)
            return
        for one in every:
            self.write(one)

    def _write_beside(self, left: list[Block], right: list[Block], block: Pair) -> None:
        """Two columns; what is read last stands under the shorter one."""
        share = max(0.2, min(block.share, 0.8))
        columns, widths = (left, right), (share, 1 - share)
        lengths = [
            sum(lines_of(one, width) for one in column)
            for column, width in zip(columns, widths, strict=True)
        ]
        columns[int(lengths[1] < lengths[0])].extend(block.foot)
        table = self.add_table(1, widths, "Normal Table")
        title = one_line(self._heading, 200)
        xml_parts.mark_table(table, title, has_head=False, has_row_heads=False)
        xml_parts.keep_row_whole(table.rows[0])
        for cell, column in zip(table.rows[0].cells, columns, strict=True):
            with self.within(cell):
                for one in column:
                    self.write(one)
        self.paragraph("", "Table end").paragraph_format.space_after = Pt(0)

    def _write_space(self, block: Space) -> None:
        height = min(max(block.height, 0.0), 99.0)
        self.paragraph("", "Table end").paragraph_format.space_after = Mm(height)

    def _write_heading(self, block: Heading) -> None:
        self._level = min(block.level, self._level + 1)
        self._heading = block.text
        if self.last is not None:
            # A part that is kept on one page ends where the next begins.
            self.last.paragraph_format.keep_with_next, self.last = None, None
        self.keeps = block.keeps_part
        self._headed = made = self.paragraph(block.text, f"Heading {self._level}")
        if block.key:
            self._marks += 1
            xml_parts.bookmark(made, xml_parts.bookmark_of(block.key), _FIRST_MARK + self._marks)
        starts = block.starts_page and block.key not in self._going_on
        made.paragraph_format.page_break_before = block.starts_columns or starts or None

    def _write_list(self, block: Bullets) -> None:
        style = "List Number" if block.numbered else "List Bullet"
        number = xml_parts.new_list(self.file, style) if block.numbered else None
        for item in block.items:
            made = self.paragraph(item, style)
            if number is not None:
                xml_parts.put_in_list(made, number)

    def _write_table(self, block: Table, title: str = "") -> None:
        if block.caption and not self._says_heading(block):
            self.paragraph(block.caption, "Caption")
        has_head = any(block.header)
        size = 8.5 if block.is_dense else 9.0
        widths = column_widths(block, self.line.pt, size * NARROWER)
        table = self.add_table(len(block.rows) + has_head, widths, "Table Grid")
        title = one_line(title or block.caption or self._heading, 200)
        if not block.row_height:
            xml_parts.hairlines(table, RULE)
        xml_parts.mark_table(table, title, has_head=has_head, has_row_heads=block.has_row_heads)
        rows = list(table.rows)
        kind = "Dense table text" if block.is_dense else "Table text"
        head_kind = "Dense table text" if block.is_dense else "Table head"
        if has_head:
            for at, (cell, name) in enumerate(zip(rows[0].cells, block.header, strict=True)):
                self.fill_cell(cell, name, head_kind, strong=True, flush_right=at in block.numbers)
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

    def _says_heading(self, block: Table) -> bool:
        """Whether the heading right before the table says what it shows: no caption has to."""
        return not any(block.header) or self._follows_heading or bool(block.row_height)

    def _write_figure(self, block: Figure) -> None:
        write_picture(self, block)
        figures = figures_table(block)
        if len(figures.rows) <= _MOST_FIGURES:
            self._write_table(replace(figures, caption=""), title=figures.caption)

    def _write_sources(self, block: Sources) -> None:
        for source in block.sources:
            place = self.places[source.key]
            made = self.new("Source")
            if place not in self._listed:
                self._listed.add(place)
                xml_parts.bookmark(made, f"source_{place}", place)
            made.add_run(f"[{source.number}]\t")
            self.fill(made, source_runs(source))
