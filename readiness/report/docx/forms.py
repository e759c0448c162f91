"""What is filled in by hand: boxes to tick, lines to write and to sign on."""

from __future__ import annotations

from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Length, Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from readiness.i18n.language import _
from readiness.report.charts.picture import width_of
from readiness.report.document import Paragraph, SignLines, TickBoxes, WriteLines, plain_words
from readiness.report.document_text import clean
from readiness.report.docx import xml_parts
from readiness.report.docx.styles import NARROWER, SIGN_FONT
from readiness.report.docx.word_file import WordBody

BOX, TICKED = "\N{BALLOT BOX}", "\N{BALLOT BOX WITH X}"
GAP = "\N{EM SPACE} "
"""Between two boxes that stand side by side; only at a plain blank does every program break."""
NO_BREAK = "\N{NO-BREAK SPACE}"
_APART = 0.08
"""The room between two lines to sign on, as a share of one."""
_SHORT_LABEL = 30
"""Most letters of a label that stays on its line."""
_SIZE = 9.5
"""Of the words before a line, in points."""
_ROOM = Pt(7)
"""Above a line to write on."""
_SHORT, _LEAST = 90.0, 60.0
"""The length of a short line after its label, and the least of any, in points."""
_LETTERS = 115
"""About how many letters stand on a whole line."""


def lines_of(block: object, share: float) -> float:
    """About how many lines of words it takes in a column of this share of the line."""
    if isinstance(block, WriteLines):
        return 1.5 * block.count
    if isinstance(block, TickBoxes):
        letters = len(block.label) + sum(len(label) + 6 for label in block.labels)
        return float(-(-letters // int(_LETTERS * share)))
    words = plain_words(block.text) if isinstance(block, Paragraph) else ""
    return float(-(-len(words) // int(_LETTERS * share)))


def write_by_hand(sheet: WordBody, block: TickBoxes | SignLines | WriteLines) -> None:
    """Add boxes or lines to fill in by hand."""
    if isinstance(block, WriteLines):
        _write_lines(sheet, block)
    elif isinstance(block, SignLines):
        _write_sign_lines(sheet, block)
    elif block.are_across:
        _write_across(sheet, block)
    else:
        _write_ticks(sheet, block)


def _box(block: TickBoxes, at: int) -> str:
    return TICKED if at in block.ticked else BOX


def _write_ticks(sheet: WordBody, block: TickBoxes) -> None:
    if block.label:
        sheet.paragraph(block.label, "Normal")
    for at, label in enumerate(block.labels):
        made = sheet.new("Tick box")
        xml_parts.set_font(made.add_run(_box(block, at)), SIGN_FONT)
        made.add_run(f"\t{clean(label)}")
        if label.rstrip().endswith(":"):
            _rule_off(made, sheet.line)


def _write_across(sheet: WordBody, block: TickBoxes) -> None:
    made = sheet.new("Form text")
    made.add_run(f"{clean(block.label)}{GAP}" if block.label else "")
    is_short = _ends_row(block, sheet.line.pt)
    for at, label in enumerate(block.labels):
        made.add_run(GAP if at else "")
        if is_short and at == len(block.labels) - 1:
            made.add_run().add_break()
        xml_parts.set_font(made.add_run(_box(block, at)), SIGN_FONT)
        # A box never stands on another line than its label, unless that is long.
        shown = clean(label)
        shown = shown.replace(" ", NO_BREAK) if len(shown) <= _SHORT_LABEL else shown
        made.add_run(f"{NO_BREAK}{shown}")
    if block.labels and block.labels[-1].rstrip().endswith(":"):
        _rule_off(made, sheet.line)


def _ends_row(block: TickBoxes, line: float) -> bool:
    """Whether the last box has too little of its row left for the line after its label."""
    if not block.labels or not block.labels[-1].rstrip().endswith(":"):
        return False
    widths = [width_of(f"{block.label}{GAP}", size=_SIZE)] if block.label else []
    widths += [width_of(f"{BOX} {label}{GAP}", size=_SIZE) for label in block.labels]
    x = 0.0
    for width in (one * NARROWER for one in widths):
        x = width if x + width > line else x + width
    return x > _LEAST and x + _LEAST > line


def _write_lines(sheet: WordBody, block: WriteLines) -> None:
    made = _line_style(sheet)
    made.add_run(clean(block.label))
    unit = f"\N{EM SPACE}{clean(block.unit)}" if block.unit else ""
    end = sheet.line.pt - width_of(unit, size=_SIZE)
    if block.is_short:
        label = width_of(block.label, size=_SIZE) * NARROWER
        # A label that leaves no room for the line goes on where it stands, to the end of it.
        end = min(end, label + _SHORT) if label + _LEAST < end else end
    _rule_off(made, Pt(max(_LEAST, end)), is_before_words=bool(unit))
    made.add_run(unit)
    for _line in range(block.count - 1):
        _rule_off(_line_style(sheet), sheet.line)


def _line_style(sheet: WordBody) -> WordParagraph:
    """A paragraph with room above it to write in."""
    made = sheet.new("Form text")
    made.paragraph_format.space_before = _ROOM
    return made


def _rule_off(paragraph: WordParagraph, end: Length, *, is_before_words: bool = False) -> None:
    """Draw a line to write on from the end of the words; a unit goes on where it ends."""
    side = WD_TAB_ALIGNMENT.LEFT if is_before_words else WD_TAB_ALIGNMENT.RIGHT
    paragraph.paragraph_format.tab_stops.add_tab_stop(end, side, WD_TAB_LEADER.LINES)
    paragraph.add_run(" \t")


def _write_sign_lines(sheet: WordBody, block: SignLines) -> None:
    if not block.labels:
        return
    if block.are_across:
        _write_sign_row(sheet, block)
        return
    table = sheet.add_table(len(block.labels), (0.4, 0.6), "Normal Table")
    xml_parts.mark_table(table, _("Lines to sign on"), has_head=False, has_row_heads=True)
    for row, label in zip(table.rows, block.labels, strict=True):
        row.height, row.height_rule = Mm(14), WD_ROW_HEIGHT_RULE.AT_LEAST
        xml_parts.keep_row_whole(row)
        name, line = row.cells
        sheet.fill_cell(name, label, "Table text", strong=False, flush_right=False)
        name.vertical_alignment = WD_ALIGN_VERTICAL.BOTTOM
        xml_parts.line_below(line)
    sheet.paragraph("", "Table end")


def _write_sign_row(sheet: WordBody, block: SignLines) -> None:
    """Lines side by side, with whose they are under them."""
    # A narrow column between two lines keeps them apart.
    _first, *widths = [width for _label in block.labels for width in (_APART, 1.0)]
    table = sheet.add_table(2, tuple(widths), "Normal Table")
    xml_parts.mark_table(table, _("Lines to sign on"), has_head=False, has_row_heads=False)
    lines, names = table.rows
    lines.height, lines.height_rule = Mm(13), WD_ROW_HEIGHT_RULE.AT_LEAST
    for row in (lines, names):
        xml_parts.keep_row_whole(row)
    for line, name, label in zip(lines.cells[::2], names.cells[::2], block.labels, strict=True):
        xml_parts.line_below(line)
        sheet.fill_cell(name, label, "Table text", strong=False, flush_right=False)
    sheet.paragraph("", "Table end")
