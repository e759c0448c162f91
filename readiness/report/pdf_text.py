"""Text on its way into the PDF: escaped, cleaned, and breakable everywhere."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from textwrap import wrap
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from readiness.report.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    SignLines,
    Table,
    TickBoxes,
    plain_words,
)

FACES = {"Body": "Regular", "Body-Bold": "Bold", "Body-Italic": "Italic"}
LETTER = 0.6
"""Width of a usual letter, as a share of the size of the type."""

MOST_LINES = 14
"""Lines of a table row that are kept together; about a quarter of a page."""


@cache
def load_fonts() -> frozenset[int]:
    """Load the fonts once; returns the characters that they have."""
    folder = files("readiness.report") / "fonts"
    for name, face in FACES.items():
        pdfmetrics.registerFont(TTFont(name, str(folder / f"NotoSans-{face}.ttf")))
    pdfmetrics.registerFontFamily("Body", normal="Body", bold="Body-Bold", italic="Body-Italic")
    body: Any = pdfmetrics.getFont("Body")
    return frozenset(body.face.charToGlyph)


def printable(text: str) -> str:
    """The text without control characters; what the font lacks stands as its number."""
    known = load_fonts()
    return "".join(_one(c, known) for c in text.replace("\r\n", "\n").replace("\r", "\n"))


def _one(letter: str, known: frozenset[int]) -> str:
    if letter == "\n" or (
        ord(letter) in known and unicodedata.category(letter) not in ("Cc", "Cf")
    ):
        return letter
    if unicodedata.category(letter) == "Cc":
        return " "
    if unicodedata.category(letter) in ("Cf", "Cs", "Co", "Cn"):
        return ""
    return f"[U+{ord(letter):04X}]"


def markup(text: str) -> str:
    """The text as reportlab's paragraphs take it: nothing in it is markup."""
    return "<br/>".join(escape(line) for line in printable(text).split("\n"))


def fitted(text: str, face: str, size: float, width: float) -> str:
    """The text on one line of this width in points, ending in three dots if it is shortened."""
    line = " ".join(printable(text).split())[:400]
    if pdfmetrics.stringWidth(line, face, size) <= width:
        return line
    while line and pdfmetrics.stringWidth(f"{line}...", face, size) > width:
        line = line[:-1]
    return f"{line}..."


def pieces(text: str, width: float, size: float) -> list[str]:
    """A table cell's text in pieces of a few lines each, so that a row always fits on a page."""
    a_line = max(1, int(width / (size * LETTER)))
    found, lines, height = [], list[str](), 0
    for line in _short_lines(printable(text), a_line * MOST_LINES):
        needs = max(1, -(-len(line) // a_line))
        if lines and height + needs > MOST_LINES:
            found.append("\n".join(lines))
            lines, height = [], 0
        lines.append(line)
        height += needs
    return [*found, "\n".join(lines)]


def _short_lines(text: str, longest: int) -> Iterator[str]:
    for line in text.split("\n"):
        yield from wrap(line, longest) if len(line) > longest else [line]


def texts(document: Document) -> Iterator[str]:
    """Every text of a document."""
    yield from (document.title, document.subtitle)
    for block in (*document.cover, *document.blocks):
        yield from _texts(block)


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Heading | Paragraph):
        yield plain_words(block.text)
    elif isinstance(block, Bullets):
        yield from map(plain_words, block.items)
    elif isinstance(block, TickBoxes | SignLines):
        yield from block.labels
    elif isinstance(block, Table):
        yield from block.header
        for row in block.rows:
            yield from map(plain_words, row)


def missing_characters(document: Document) -> list[str]:
    """The characters of a document that its font cannot show, each once."""
    known = load_fonts()
    found = {letter for text in texts(document) for letter in text if ord(letter) not in known}
    return sorted(c for c in found if c.isprintable())
