"""Pieces of HTML and SVG: whatever is not markup already is escaped."""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from html import escape

from readiness.report.document_text import clean, language_tag
from readiness.report.file_output import HTML_MARK

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
    """An HTML element with `inside`, which is markup already, between its tags.

    An underscore in an attribute's name stands for a hyphen, at its end for nothing. Attributes
    that are None are left out; of one that is True the name stands alone.
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


def whole_page(
    title: str,
    style: str,
    body: Markup,
    language: str,
    *,
    script: str = "",
    description: str | None = None,
) -> str:
    """A page that needs nothing outside it, and in which nothing else can act.

    No request of any kind is let through; the one style sheet and script are known by their
    digests, and pictures stand in the page itself.
    """
    policy = [
        "default-src 'none'",
        *(["img-src data:"] if "<img" in body else []),
        f"style-src 'sha256-{_digest(style)}'",
        *([f"script-src 'sha256-{_digest(script)}'"] if script else []),
        "base-uri 'none'",
        "form-action 'none'",
    ]
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        Markup(HTML_MARK),
        tag("meta", http_equiv="Content-Security-Policy", content="; ".join(policy)),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        "" if description is None else tag("meta", name="description", content=description),
        tag("title", " ".join(title.split())),
        tag("style", Markup(style)),
    )
    return f"<!DOCTYPE html>\n{tag('html', head, body, lang=language_tag(language))}\n"


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()
