"""The fonts, and text made safe for them: no controls, and nothing that would be an empty box."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate, groupby, takewhile
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from readiness.report.document import Document

FACES = {
    "Body": "NotoSans-Regular",
    "Body-Bold": "NotoSans-Bold",
    "Body-Italic": "NotoSans-Italic",
    "Other": "DejaVuSans",
}
"""Our names for the faces; Other stands in for what the rest lack."""

SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))
"""They only choose between pictures of the letter before them."""

LONG = 80
"""Letters of a text that is not worth remembering."""

RIGHT_TO_LEFT = ("R", "AL")
"""Writing that needs shaping and another direction, which is not done here."""


@cache
def load_fonts() -> tuple[frozenset[str], frozenset[str]]:
    """Load the fonts once; returns the characters of the text face and of the other face."""
    folder = files("readiness.report") / "fonts"
    for name, file in FACES.items():
        pdfmetrics.registerFont(TTFont(name, str(folder / f"{file}.ttf")))
    return _characters("Body"), _characters("Other")


def _characters(face: str) -> frozenset[str]:
    font: Any = pdfmetrics.getFont(face)
    return frozenset(
        letter
        for letter in map(chr, font.face.charToGlyph)
        if not unicodedata.category(letter).startswith("C")
        and unicodedata.bidirectional(letter) not in RIGHT_TO_LEFT
    )


def clean(text: str) -> str:
    """The text without controls, joiners, direction marks and what is not a character."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isprintable():
        return unicodedata.normalize("NFC", text)
    return unicodedata.normalize("NFC", "".join(map(_clean_letter, text)))


def _clean_letter(letter: str) -> str:
    if letter == "\n":
        return letter
    kind = unicodedata.category(letter)
    if kind in ("Zl", "Zp"):
        return "\n"
    if kind in ("Cc", "Zs"):
        return " "
    return "" if kind in ("Cf", "Cs", "Co", "Cn") else letter


@lru_cache(maxsize=20_000)
def printable(text: str) -> str:
    """A text without control characters; a character that no font has stands as its number."""
    text = clean(text)
    known, other = load_fonts()
    if known.issuperset(text):
        return text
    return "".join(
        letter if letter in known or letter in other or letter == "\n" else _number(letter)
        for letter in text
    )


def _number(letter: str) -> str:
    return "" if letter in SELECTORS else f"[U+{ord(letter):04X}]"


def faces(text: str, face: str) -> list[tuple[str, str]]:
    """A printable text in pieces, each with the face that has its characters."""
    known, _ = load_fonts()
    if known.issuperset(text):
        return [(face, text)]
    return [
        (face if is_known else "Other", "".join(letters))
        for is_known, letters in groupby(text, known.__contains__)
    ]


def em_width(text: str, face: str) -> float:
    """How wide a text is, in ems of the face."""
    return _short_width(text, face) if len(text) < LONG else _width(text, face)


def _width(text: str, face: str) -> float:
    return float(pdfmetrics.stringWidth(text, face, 1))


_short_width = lru_cache(maxsize=50_000)(_width)


@lru_cache(maxsize=2_000)
def one_line(text: str, face: str, size: float, width: float) -> list[tuple[str, str]]:
    """The text on one line of this width in points, ending in three dots if it is shortened."""
    line = " ".join(printable(text).split())[:400]
    whole = faces(line, face)
    if spread(whole, size) <= width:
        return whole
    widths = [em_width(letter, name) for name, piece in whole for letter in piece]
    count = fitting(widths, width / size - em_width("...", face))
    return faces(f"{line[:count].rstrip()}...", face)


def fitting(widths: Iterable[float], room: float) -> int:
    """How many of these widths fit into the room, from the first on."""
    return sum(1 for _ in takewhile(room.__ge__, accumulate(widths)))


def spread(pieces: list[tuple[str, str]], size: float) -> float:
    """How wide pieces of text are together, in points."""
    return sum(em_width(text, face) for face, text in pieces) * size


def texts(what: object) -> Iterator[str]:
    """Every text in a document or a part of one."""
    if isinstance(what, str):
        yield what
    elif isinstance(what, tuple):
        for part in what:
            yield from texts(part)
    elif is_dataclass(what):
        for one in fields(what):
            yield from texts(getattr(what, one.name))


def missing_characters(document: Document) -> list[str]:
    """The characters of a document that no font of the PDF can show, each once."""
    known, other = load_fonts()
    found = {letter for text in texts(document) for letter in clean(text)} - known - other
    return sorted(letter for letter in found if letter != "\n" and _number(letter))
