"""From the bytes of a file to its text: its encoding, and what nobody can see in it."""

from __future__ import annotations

import codecs
import re
import unicodedata

from readiness.i18n.language import N_

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""What a file may begin with to say how it is encoded; the longer before those they begin with."""

OTHERS = (
    (b"%PDF", N_("this is a PDF document")),
    (b"PK\x03\x04", N_("this is a document of Word or Excel, or a packed folder")),
    (b"{\\rtf", N_("this is a document of a word processor (RTF)")),
    (b"<!DOCTYPE", N_("this is a web page")),
    (b"<!doctype", N_("this is a web page")),
    (b"<html", N_("this is a web page")),
    (b"<?xml", N_("this is an XML file")),
)
"""What files begin with that people take for a plan."""

_UNSEEN = re.compile(r"[^\n\t -\u00ff]|\r(?!\n)|[\u0080-\u00a0\u00ad]")
"""What may be a space or a mark that nobody sees; a quick look, for most files have none."""

_PIECE = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+(?:"{3,5})?'
    r"|'''(?:[^']|'(?!''))*+(?:'{3,5})?"
    r'|"(?:[^"\\\n]|\\.)*+"?'
    r"|'[^'\n]*+'?"
    r"|#[^\n]*+"
    r"|[^\"'#]++",
    re.DOTALL,
)
"""What a file is made of; quotes that are not closed go on to the end, which is read once."""


def text_of(raw: bytes) -> str:
    """The text, without a byte order mark. Raises UnicodeDecodeError where it is in no Unicode."""
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return _told(raw[len(mark) :].decode(name))
    return _told(raw.decode("utf-8"))


def _told(text: str) -> str:
    """The text with what is unseen between its keys and values as spaces, or left out.

    A no-break space before the = is a space to all who look at it; zero widths, marks of direction
    and soft hyphens are nothing. In quotes and in comments everything stays.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", _ending(text))
    if not _UNSEEN.search(text):
        return text
    return "".join(one if one[0] in "\"'#" else _seen(one) for one in _PIECE.findall(text))


def _ending(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _seen(text: str) -> str:
    return "".join(map(_letter, text)) if _UNSEEN.search(text) else text


def _letter(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind in ("Zs", "Zl", "Zp"):
        return "\n" if kind in ("Zl", "Zp") else " "
    return "" if kind == "Cf" else letter
