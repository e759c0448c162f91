"""Text on its way into the PDF: escaped, cleaned, and breakable everywhere."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
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
)

FACES = {"Body": "Regular", "Body-Bold": "Bold", "Body-Italic": "Italic"}
MISSING = "\u25a1"
LONGEST_WORD = 24
"""Letters after which a word may break in a table; no column is much narrower."""

LONGEST_ON_LINE = 40
"""Letters after which a word may break on a whole line of text."""


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
    return "".join(_one(c, known) for c in text.replace("\r\n", "\n").replace("\t", " "))


def _one(letter: str, known: frozenset[int]) -> str:
    if letter == "\n" or (
        ord(letter) in known and unicodedata.category(letter) not in ("Cc", "Cf")
    ):
        return letter
    if unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Co", "Cn"):
        return ""
    return f"[U+{ord(letter):04X}]"


def markup(text: str, longest: int = LONGEST_WORD) -> str:
    """The text as reportlab's paragraphs take it: nothing in it is markup.

    Words of more letters than `longest` may break.
    """
    lines = printable(text).split("\n")
    return "<br/>".join(
        escape(" ".join(_broken(word, longest) for word in line.split(" "))) for line in lines
    )


def _broken(word: str, longest: int) -> str:
    """A word that is longer than any column, in pieces."""
    if len(word) <= longest:
        return word
    return " ".join(word[at : at + longest] for at in range(0, len(word), longest))


def texts(document: Document) -> Iterator[str]:
    """Every text of a document."""
    yield from (document.title, document.subtitle)
    for block in (*document.cover, *document.blocks):
        yield from _texts(block)


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Heading | Paragraph):
        yield block.text
    elif isinstance(block, Bullets):
        yield from block.items
    elif isinstance(block, TickBoxes | SignLines):
        yield from block.labels
    elif isinstance(block, Table):
        yield from block.header
        for row in block.rows:
            yield from row


def missing_characters(document: Document) -> list[str]:
    """The characters of a document that its font cannot show, each once."""
    known = load_fonts()
    found = {letter for text in texts(document) for letter in text if ord(letter) not in known}
    return sorted(c for c in found if c.isprintable())
