"""What python-docx has no words for: links, bookmarks, fields, lists, table marks, fixed bytes."""

from __future__ import annotations

import io
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

AFTER_BORDERS = tuple(
    f"w:{name}"
    for name in (
        "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct",
        "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid",
        "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
        "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle",
        "rPr", "sectPr", "pPrChange",
    )
)  # fmt: skip
"""What Word's schema wants behind the borders of a paragraph."""

_UNUSED = ("thumbnail", "stylesWithEffects", "customXml")
"""Parts of python-docx's own template that our documents have no use for."""


def element(name: str, /, **values: str | int) -> Any:  # noqa: ANN401 - python-docx's own type
    """An element of Word's XML with these attributes."""
    made = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def style_ids(document: Document) -> dict[str, str]:
    """The styles' ids by their names."""
    return {style.name or "": style.style_id for style in document.styles}


def set_style(piece: Paragraph | Run, style_id: str) -> None:
    """Give a paragraph or run a style; python-docx's own way searches all styles each time."""
    piece._element.style = style_id


def link_to_web(paragraph: Paragraph, run: Run, address: str) -> None:
    """Make the paragraph's last run lead to an address."""
    number = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), number)
    _wrap(paragraph, run, link)


def link_to_bookmark(paragraph: Paragraph, run: Run, name: str) -> None:
    """Make the paragraph's last run lead to a place in the document."""
    _wrap(paragraph, run, element("w:hyperlink", anchor=name))


def _wrap(paragraph: Paragraph, run: Run, link: Any) -> None:  # noqa: ANN401
    link.append(run._element)
    paragraph._element.append(link)


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Make a paragraph a place that links can lead to."""
    start = element("w:bookmarkStart", id=number, name=name)
    end = element("w:bookmarkEnd", id=number)
    paragraph._element.append(start)
    paragraph._element.append(end)


def drop(paragraph: Paragraph) -> None:
    """Take a paragraph out again."""
    paragraph._element.getparent().remove(paragraph._element)


def line_above(paragraph: Paragraph, colour: str) -> None:
    """Draw a fine line over a paragraph."""
    edges = element("w:pBdr")
    edges.append(element("w:top", val="single", sz=4, space=4, color=colour))
    properties: Any = paragraph._element.get_or_add_pPr()
    properties.insert_element_before(edges, *AFTER_BORDERS)


def bookmark_of(key: str) -> str:
    """The name of the place where a part begins."""
    return "part_" + "".join(letter if letter.isalnum() else "_" for letter in key)[:30]


def set_font(run: Run, name: str) -> None:
    """Set a run in one font, whatever script Word takes it for."""
    run.font.name = name
    properties: Any = run._element.rPr
    for key in ("w:eastAsia", "w:cs"):
        properties.rFonts.set(qn(key), name)


def frame_run(run: Run, edge: str, fill: str) -> None:
    """Put a run on a ground of its own with a fine frame; both colours as six hex digits."""
    properties: Any = run._element.get_or_add_rPr()
    properties.append(element("w:bdr", val="single", sz=4, space=0, color=edge))
    properties.append(element("w:shd", val="clear", color="auto", fill=fill))


def field(
    paragraph: Paragraph, instruction: str, shown: str = "1", *, is_dirty: bool = False
) -> None:
    """Add something that Word works out, such as PAGE; others show what is given.

    What is dirty is worked out anew when the file is opened.
    """
    made = element("w:fldSimple", instr=instruction, **({"dirty": "true"} if is_dirty else {}))
    run = paragraph.add_run(shown)
    made.append(run._element)
    paragraph._element.append(made)


def new_list(document: Document, style: str) -> int:
    """A number for a list of its own, which begins at 1."""
    numbering: Any = document.part.numbering_part.element
    styled: Any = document.styles[style].element
    kind = numbering.num_having_numId(styled.pPr.numPr.numId.val).abstractNumId.val
    made = numbering.add_num(kind)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def put_in_list(paragraph: Paragraph, number: int) -> None:
    """Make a paragraph an item of this list."""
    properties: Any = paragraph._element.get_or_add_pPr()
    numbered = properties.get_or_add_numPr()
    numbered.get_or_add_ilvl().val = 0
    numbered.get_or_add_numId().val = number


def mark_table(table: Table, title: str, *, has_head: bool, has_row_heads: bool) -> None:
    """Say what the table is called, and which of its cells are heads, to those who hear it."""
    properties: Any = table._element.tblPr
    look = properties.find(qn("w:tblLook"))
    flags = {"firstRow": has_head, "firstColumn": has_row_heads}
    value = 0x0600 + 0x0020 * has_head + 0x0080 * has_row_heads
    look.set(qn("w:val"), f"{value:04X}")
    for key in ("firstRow", "lastRow", "firstColumn", "lastColumn"):
        look.set(qn(f"w:{key}"), str(int(flags.get(key, False))))
    for key in ("noHBand", "noVBand"):
        look.set(qn(f"w:{key}"), "1")
    if title:
        properties.append(element("w:tblCaption", val=title))


def repeat_row(row: _Row) -> None:
    """Repeat a row at the top of each page."""
    row._tr.get_or_add_trPr().append(element("w:tblHeader"))


def keep_row_whole(row: _Row) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().insert(0, element("w:cantSplit"))


def shade(cell: _Cell, colour: str) -> None:
    """Give a cell a ground."""
    ground = element("w:shd", val="clear", color="auto", fill=colour)
    _in_order(cell, ground, "w:noWrap", "w:tcMar", "w:vAlign")


def bar_left(cell: _Cell, colour: str) -> None:
    """Draw a bar at the left of a cell."""
    _edge(cell, element("w:left", val="single", sz=36, space=0, color=colour))


def hairlines(table: Table, colour: str) -> None:
    """Draw a fine line under each row, and nothing else."""
    properties: Any = table._element.tblPr
    edges = element("w:tblBorders")
    for name in ("top", "left", "right", "insideV"):
        edges.append(element(f"w:{name}", val="nil"))
    for name in ("bottom", "insideH"):
        edges.append(element(f"w:{name}", val="single", sz=4, space=0, color=colour))
    order = ["top", "left", "bottom", "right", "insideH", "insideV"]
    edges[:] = sorted(edges, key=lambda one: order.index(one.tag.rpartition("}")[2]))
    properties.insert_element_before(
        edges, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption"
    )


def line_below(cell: _Cell) -> None:
    """Draw the line at the foot of a cell to sign on."""
    _edge(cell, element("w:bottom", val="single", sz=8, space=0, color="000000"))


def _edge(cell: _Cell, edge: Any) -> None:  # noqa: ANN401
    """Draw one edge of a cell."""
    edges = element("w:tcBorders")
    edges.append(edge)
    _in_order(cell, edges, "w:shd", "w:noWrap", "w:tcMar", "w:vAlign")


def _in_order(cell: _Cell, made: Any, *after: str) -> None:  # noqa: ANN401
    """Put a property of a cell where the schema wants it: before those that come after it."""
    properties: Any = cell._tc.get_or_add_tcPr()
    properties.insert_element_before(made, *after)


def picture(
    paragraph: Paragraph, png: bytes, size: tuple[Length, Length], alt: str, name: str = ""
) -> None:
    """Put a picture into a paragraph, as wide and as high as `size`, with its text alternative.

    A name is what Word shows in its list of what is on a page.
    """
    width, height = size
    shown: Any = paragraph.add_run().add_picture(io.BytesIO(png), width=width, height=height)
    shown._inline.docPr.set("descr", alt)
    if name:
        shown._inline.docPr.set("name", name)


def drop_unused(document: Document) -> None:
    """Leave out what comes with python-docx's template and says nothing."""
    for holder in (document.part.package, document.part):
        rels: Any = holder.rels
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(_UNUSED)]:
            del rels[key]


def fixed_bytes(document: Document) -> bytes:
    """The document as a file: the same document gives the same bytes."""
    made, again = io.BytesIO(), io.BytesIO()
    document.save(made)
    with ZipFile(made) as given, ZipFile(again, "w") as whole:
        for name in given.namelist():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
            whole.writestr(entry, given.read(name))
    return again.getvalue()
