"""Keys as a person calls them, and the commands that can be given on a screen."""

from __future__ import annotations

from collections.abc import Iterator

from textual.binding import Binding
from textual.dom import DOMNode

from readiness.i18n.language import N_, _

NAMES = {
    "escape": N_("Esc"),
    "delete": N_("Delete"),
    "backspace": N_("Backspace"),
    "insert": N_("Insert"),
    "plus": "+",
    "slash": "/",
    "question_mark": "?",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "space": N_("Space"),
    "enter": N_("Enter"),
    "tab": N_("Tab"),
    "pageup": N_("Page Up"),
    "pagedown": N_("Page Down"),
    "home": N_("Home"),
    "end": N_("End"),
    "up": N_("Up"),
    "down": N_("Down"),
    "left": N_("Left"),
    "right": N_("Right"),
}
"""Textual's names of keys to those on a keyboard."""


def key_words(key: str) -> str:
    """A key as it is written on the keyboard, such as Ctrl+Z, F2 or +."""
    *held, last = key.split("+")
    if len(last) > 1 and last[0] == "f" and last[1:].isdecimal():
        named = last.upper()
    else:
        named = NAMES.get(last, last.capitalize() if len(last) > 1 or held else last)
        named = _(named) if len(named) > 1 else named
    return "+".join([*(one.capitalize() for one in held), named])


def bindings_of(kind: type[DOMNode]) -> Iterator[Binding]:
    """Every key of the program's own that a kind of screen or widget has, with a name."""
    seen = set[str]()
    for cls in kind.__mro__:
        if cls.__module__.startswith("readiness."):
            for one in Binding.make_bindings(cls.__dict__.get("BINDINGS", ())):
                if one.description and one.key not in seen:
                    seen.add(one.key)
                    yield one


def commands_of(kind: type[DOMNode]) -> Iterator[Binding]:
    """Every command of a kind of screen, each once, with its first key."""
    seen = set[str]()
    for one in bindings_of(kind):
        if one.action not in seen:
            seen.add(one.action)
            yield one
