"""What the document sets apart: callouts, the decision, chips of states, charts, the contents."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Pt

from readiness.describe.colours import PRINT
from readiness.i18n.language import _
from readiness.report.charts.drawing import drawn
from readiness.report.charts.raster import png_of
from readiness.report.clean import clean
from readiness.report.document import Callout, Contents, Decision, Figure, Run, as_runs
from readiness.report.docx import xml_parts
from readiness.report.docx.styles import SIGN_FONT
from readiness.report.docx.word_file import WordBody

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
    shapes = drawn(block.chart, body.line.pt)
    made = body.new("Picture")
    png = BytesIO(png_of(shapes))
    shown: Any = made.add_run().add_picture(png, width=Pt(shapes.width), height=Pt(shapes.height))
    shown._inline.docPr.set("descr", clean(block.alt))
    shown._inline.docPr.set("name", _("Chart"))
