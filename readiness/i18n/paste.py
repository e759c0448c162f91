"""Text that was pasted from Word, e-mail or the web, as plain text; what changed is said."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from readiness.i18n.language import _, n_
from readiness.i18n.words import listed

_BULLETS = (
    "\u2022\u2023\u2043\u2219\u25aa\u25ab\u25cf\u25cb\u25e6\u25a0\u25a1\u00b7\uf0b7\uf0a7\uf0d8"
)
_BULLET = re.compile(rf"^([ \t]*)(?:[{_BULLETS}]|[o\u2013\u2014-](?=\t))[ \t]*", re.MULTILINE)
_QUOTES = {
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f"), '"'),
}
_BREAKS = dict.fromkeys(map(ord, "\x0b\x0c\x85\u2028\u2029"), "\n")
_SPACES = dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
_OBJECT = "\ufffc"


@dataclass(frozen=True)
class Pasted:
    """What becomes of a pasted text."""

    text: str
    """The text as it goes into the plan."""
    said: str
    """What was changed, as a sentence; empty where nothing was."""


def pasted(text: str, *, on_one_line: bool = False) -> Pasted:
    """The text without what only a word processor understands.

    Bullets become dashes, tabs spaces, typographic quotes plain ones, special spaces usual ones;
    soft hyphens, control characters and marks of direction go, and so do the places of pictures.
    All words and line ends stay, except that `on_one_line` sets the lines one after another.
    """
    whole = text.replace("\r\n", "\n").replace("\r", "\n").translate(_BREAKS).replace("\x07", "\t")
    whole, bullets = _BULLET.subn(r"\1- ", whole)
    quotes, tabs = sum(ord(one) in _QUOTES for one in whole), whole.count("\t")
    whole = whole.translate(_QUOTES | _SPACES).replace("\t", "  ")
    pictures, marks = whole.count(_OBJECT), sum(_goes(one) for one in whole)
    whole = "".join(one for one in whole if one != _OBJECT and not _goes(one))
    lines = [line.strip() for line in whole.split("\n") if line.strip()]
    joined = len(lines) if on_one_line and len(lines) > 1 else 0
    whole = " ".join(lines) if on_one_line else whole
    said = (
        (bullets, n_("{n} bullet became a dash", "{n} bullets became dashes", bullets)),
        (tabs, n_("{n} tab became spaces", "{n} tabs became spaces", tabs)),
        (quotes, n_("{n} quote mark became plain", "{n} quote marks became plain", quotes)),
        (marks, n_("{n} invisible mark was left out", "{n} invisible marks were left out", marks)),
        (pictures, n_("{n} picture was left out", "{n} pictures were left out", pictures)),
        (joined, n_("{n} line became one", "{n} lines became one", joined)),
    )
    words = [sentence.format(n=count) for count, sentence in said if count]
    return Pasted(whole, _("Pasted: {what}.").format(what=listed(words)) if words else "")


def _goes(letter: str) -> bool:
    """Whether it is a control character, a soft hyphen, a mark of width or of direction."""
    return letter != "\n" and unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Cn")
