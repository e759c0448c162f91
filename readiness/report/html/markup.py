"""Pieces of HTML and SVG: whatever is not markup already is escaped."""

from collections.abc import Iterable
from html import escape

from readiness.report.clean import clean

_WITHOUT_END = {"br", "col", "hr", "img", "input", "meta"}


class Markup(str):
    """Text that is markup already, made by this module only."""

    __slots__ = ()


def text(words: str) -> Markup:
    """Words as markup that shows them; a line feed breaks the line."""
    return Markup("<br>".join(escape(line) for line in clean(words).split("\n")))


def joined(pieces: Iterable[str]) -> Markup:
    """Pieces behind each other, those that are plain text escaped."""
    return Markup("".join(one if isinstance(one, Markup) else text(one) for one in pieces))


def tag(name: str, /, *inside: str, **attributes: str | float | None) -> Markup:
    """An element. An underscore in an attribute's name stands for a hyphen, at its end for nothing.

    Attributes that are None are left out; of one that is True the name stands alone.
    """
    given = "".join(
        f" {key.rstrip('_').replace('_', '-')}{'' if value is True else _given(value)}"
        for key, value in attributes.items()
        if value is not None
    )
    if name in _WITHOUT_END:
        return Markup(f"<{name}{given}>")
    return Markup(f"<{name}{given}>{joined(inside)}</{name}>")


def _given(value: str | float) -> str:
    if isinstance(value, str):
        return f'="{escape(clean(value).replace(chr(10), " "))}"'
    number = f"{value:.1f}".removesuffix(".0")
    return f'="{number}"'
