"""The document as one HTML file: nothing outside it is needed, and nothing in it can act."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from readiness.core.wording.language import _
from readiness.core.wording.words import date_words
from readiness.report.clean import clean, language_tag
from readiness.report.document import Document
from readiness.report.html_blocks import UNTITLED, BlockWriter, visible
from readiness.report.markup import Markup, tag
from readiness.report.output import HTML_MARK

_FEW = 3
"""Fewest headings for which a list of contents helps."""


def render(document: Document) -> str:
    """The whole file. The same document gives the same text."""
    writer = BlockWriter(document)
    cover, blocks = writer.write(document.cover), writer.write(document.blocks)
    title = visible(document.title) or UNTITLED
    made = _("made on {made_on}").format(made_on=date_words(document.made_on))
    state = f"{document.version} · {made}" if visible(document.version) else made
    head = tag(
        "header",
        tag("h1", title, id="title"),
        tag("p", document.subtitle, class_="subtitle"),
        tag("p", document.organisation) if visible(document.organisation) else "",
        tag("p", state, class_="state"),
    )
    body = tag(
        "body",
        tag("a", _("Skip to the document"), href="#main", class_="skip"),
        head,
        tag("main", cover, _contents(writer), blocks, id="main"),
        tag("footer", tag("p", " · ".join(filter(visible, (title, state, document.footer))))),
    )
    style = _style(writer, f"{title} · {state}")
    page = tag("html", _head(document, title, style), body, lang=language_tag(document.language))
    return f"<!DOCTYPE html>\n{page}\n"


def _contents(writer: BlockWriter) -> Markup:
    if len(writer.contents) < _FEW:
        return Markup()
    links = [tag("li", tag("a", words, href=f"#{name}")) for name, words in writer.contents]
    heading = tag("h2", _("Contents"), id="contents")
    return tag("nav", heading, tag("ol", *links), aria_labelledby="contents")


def _head(document: Document, title: str, style: str) -> Markup:
    # The digest lets in this one style sheet and no other.
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        Markup(HTML_MARK),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="description", content=document.subtitle),
        tag("title", _one_line(title)),
        tag("style", Markup(style)),
    )


def _style(writer: BlockWriter, state: str) -> str:
    columns = "".join(f".column-{one} {{ width: {one}%; }}\n" for one in sorted(writer.columns))
    spaces = "".join(f".space-{one} {{ height: {one}mm; }}\n" for one in sorted(writer.spaces))
    page = (
        "@page {\n  size: A4; margin: 18mm 17mm 20mm; font-family: sans-serif;\n"
        f"  @bottom-left {{ font-size: 8pt; content: {_quoted(state)}; }}\n"
        "  @bottom-right { font-size: 8pt;\n"
        '    content: "Page " counter(page) " of " counter(pages); }\n'
        "}\n"
    )
    return f"{_sheet()}{columns}{spaces}{page}"


@cache
def _sheet() -> str:
    return (files("readiness.report") / "page.css").read_text("utf-8")


def _quoted(words: str) -> str:
    """Words as a CSS string in which every character but letters and digits is a number."""
    line = _one_line(words)[:90]
    shown = "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in line)
    return f'"{shown}"'


def _one_line(words: str) -> str:
    return " ".join(clean(words).split())
