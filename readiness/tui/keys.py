"""Keys as a person calls them, the commands that can be given on a screen, and its bottom line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from textual.binding import Binding
from textual.dom import DOMNode

from readiness.i18n.language import N_, _
from readiness.i18n.words import first_down

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


AREA_KEYS = tuple(
    Binding(str(number), f"area({number})", N_("Area with this number")) for number in range(1, 10)
)
"""The keys that open an area, as many as there are figures; a template has fewer areas."""


def area_number(action: str) -> int:
    """The number of the area that a command opens, from 1; 0 for every other command."""
    number = action.removeprefix("area(").removesuffix(")")
    return int(number) if number.isdecimal() else 0


def key_words(key: str) -> str:
    """A key as it is written on the keyboard, such as Ctrl+Z, F2 or +."""
    *held, last = key.split("+")
    if len(last) > 1 and last[0] == "f" and last[1:].isdecimal():
        named = last.upper()
    else:
        named = NAMES.get(last, last.capitalize() if len(last) > 1 or held else last)
        named = _(named) if len(named) > 1 else named
    return "+".join([*(one.capitalize() for one in held), named])


def with_key(label: str, key: str) -> str:
    """A label with the key that does the same, as on a button: OK (Enter)."""
    return f"{label} ({key_words(key)})"


def first_key(bindings: Iterable[Binding], action: str, *, is_typing: bool = False) -> str:
    """The key that does something, as a person calls it: a letter where there is one.

    While a person types a letter is a letter: another key is named then. Raises IndexError where
    no key does it.
    """
    keys = [
        key
        for one in bindings
        if one.action.removeprefix("app.") == action
        for key in one.key.split(",")
    ]
    return key_words(_first(keys, is_typing=is_typing))


def own_key(kind: type[DOMNode], action: str) -> str:
    """The key that does something on a kind of screen; IndexError where none of its own does."""
    return first_key(bindings_of(kind), action)


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


@dataclass(frozen=True)
class Key(Binding):
    """A key, and the word that stands beside it in a bottom line."""

    word: str = ""
    """What it does in a word, where its description is too long for a bottom line."""


Named = str | tuple[str, str] | Key
"""What names a command in a bottom line: its action; two actions that share the word of the first;
or a key with its word, where it is no key of ours but one of the list or box that has the keys, or
where it is called otherwise here."""


@dataclass(frozen=True)
class Piece:
    """A command as it stands in a bottom line, such as "< > month" or "Enter/Tab on"."""

    keys: tuple[str, ...]
    """Its keys, as Textual calls them; none where it is words alone."""
    word: str
    """What it does."""

    @property
    def words(self) -> str:
        """Its keys as a person calls them, and what it does."""
        names = [key_words(one) for one in self.keys]
        sign = "/" if any(len(one) > 1 for one in names) else " "
        return f"{sign.join(names)} {self.word}".strip()

    def key_at(self, column: int) -> str:
        """The key that stands at a column of the words, or the nearest before it; empty if none."""
        found, start = "", 0
        for key in self.keys:
            if start <= column:
                found, start = key, start + len(key_words(key)) + 1
        return found


def key_line(
    screen: type[DOMNode], program: type[DOMNode], line: Iterable[Named], *, is_typing: bool
) -> list[Piece]:
    """The commands that stand in the bottom line of a kind of screen, as the tables have them.

    A key that is a letter is named before others, but not while a person types: there it is a
    letter. Raises KeyError where nothing on the screen or in the program does what is named.
    """
    known: dict[str, Binding] = {}
    for cls in (*screen.__mro__, *program.__mro__):
        for one in cls.__dict__.get("BINDINGS", ()):
            if cls.__module__.startswith("readiness."):
                known.setdefault(one.action.removeprefix("app."), one)
    return [_piece(known, named, is_typing=is_typing) for named in line]


def _piece(known: Mapping[str, Binding], named: Named, *, is_typing: bool) -> Piece:
    if isinstance(named, Key):
        return Piece(tuple(filter(None, named.key.split(","))), _(named.word))
    found = [known[one] for one in ((named,) if isinstance(named, str) else named)]
    keys = tuple(_first(one.key.split(","), is_typing=is_typing) for one in found)
    word = found[0].word if isinstance(found[0], Key) else ""
    return Piece(keys, first_down(_(word or found[0].description)))


def _first(keys: list[str], *, is_typing: bool) -> str:
    letters = [one for one in keys if len(one) == 1]
    others = [one for one in keys if len(key_words(one)) > 1]
    return next(iter(others if is_typing else letters), keys[0])
