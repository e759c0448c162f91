"""The keys that a bottom line names, so that a click on one of them does what the key does."""

from __future__ import annotations

import re

from readiness.i18n.language import _

_PIECE = re.compile(r"\S+(?: \S+)*")
_NAMES = {
    "enter": "enter",
    "esc": "escape",
    "tab": "tab",
    "delete": "delete",
    "+": "plus",
    "<": "less_than_sign",
    ">": "greater_than_sign",
    "?": "question_mark",
}


def key_at(words: str, column: int) -> str:
    """The key that stands at a column of a line, as Textual calls it; empty where there is none.

    A line is made of pieces, such as "Enter answer  < > month  Ctrl+Z undo", two spaces between
    them; each begins with its key, or with two of which the nearer one is meant.
    """
    for piece in _PIECE.finditer(words):
        if piece.start() <= column < piece.end():
            first, *rest = piece[0].split(" ")
            if rest and rest[0] in _NAMES and column >= piece.start() + len(first) + 1:
                return _key(rest[0])
            return _key(first)
    return ""


def _key(word: str) -> str:
    name = word.split("/", maxsplit=1)[0].replace("^", "Ctrl+")
    if name.casefold() in (_("Space").casefold(), _("Backspace").casefold()):
        return "space" if name.casefold() == _("Space").casefold() else "backspace"
    if name.casefold() in _NAMES:
        return _NAMES[name.casefold()]
    if re.fullmatch(r"F\d{1,2}|(?:Ctrl|Shift)\+\w+", name):
        return name.casefold()
    return name if len(name) == 1 and name.isalnum() else ""
