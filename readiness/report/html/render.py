"""The document as one HTML file: nothing outside it is needed, and nothing in it can act."""

from base64 import b64encode
from functools import cache
from importlib.resources import files

from readiness.i18n.language import _
from readiness.i18n.words import date_words
from readiness.report.document import Document
from readiness.report.document_text import clean, page_words
from readiness.report.html.blocks import UNTITLED, BlockWriter, visible
from readiness.report.html.charts import colours
from readiness.report.html.markup import Markup, tag, whole_page
from readiness.report.theme import WHITE, Theme, lightened, logo_of, mixed

_FEW = 3
"""Fewest headings for which a list of contents helps."""

DARK = ("#14181d", "#20262d")
"""The page and the shade on a screen that is set to dark."""
PIXELS = 96 / 25.4
"""Pixels of a web page in a millimetre."""


def render(document: Document, *, theme: Theme | None = None) -> str:
    """The document as one HTML page.

    The same document and theme give the same text.
    """
    theme = theme or Theme()
    writer = BlockWriter(document)
    cover, blocks = writer.write(document.cover), writer.write(document.blocks)
    title = visible(document.title) or _(UNTITLED)
    made = _("made on {made_on}").format(made_on=date_words(document.made_on))
    state = f"{document.version} · {made}" if visible(document.version) else made
    head = tag(
        "header",
        _logo(theme),
        tag("h1", title, id="title"),
        tag("p", document.subtitle, class_="subtitle"),
        tag("p", theme.organisation) if visible(theme.organisation) else "",
        tag("p", state, class_="state"),
    )
    main = tag("main", cover, blocks, id="main")
    body = tag(
        "body",
        tag("a", _("Skip to the document"), href="#main", class_="skip"),
        tag("div", head, _contents(writer), main, class_="sheet"),
        tag("footer", tag("p", " · ".join(filter(visible, (title, state, theme.footer))))),
    )
    style = _style(writer, theme, f"{title} · {state}")
    return whole_page(title, style, body, document.language, description=document.subtitle)


def _contents(writer: BlockWriter) -> Markup:
    if len(writer.contents) < _FEW:
        return Markup()
    links = [tag("li", tag("a", words, href=f"#{name}")) for name, words in writer.contents]
    heading = tag("h2", _("Contents"), id="contents")
    return tag("nav", heading, tag("ol", *links), aria_labelledby="contents")


def _style(writer: BlockWriter, theme: Theme, state: str) -> str:
    columns = "".join(f".column-{one} {{ width: {one}%; }}\n" for one in sorted(writer.columns))
    spaces = "".join(f".space-{one} {{ height: {one}mm; }}\n" for one in sorted(writer.spaces))
    number, of = map(_quoted, page_words())
    foot = _quoted(" ".join(clean(state).split()))
    page = (
        "@page {\n  size: A4; margin: 18mm 17mm 20mm; font-family: sans-serif;\n"
        f"  @bottom-left {{ font-size: 8pt; content: {foot}; }}\n"
        "  @bottom-right { font-size: 8pt;\n"
        f"    content: {number} counter(page) {of} counter(pages); }}\n"
        "}\n"
    )
    return f"{_colours(theme)}{_sheet()}{colours()}{columns}{spaces}{page}"


def _colours(theme: Theme) -> str:
    """The theme's colours; on dark ground its accent is lightened until it can be read."""
    accent = lightened(theme.accent, *DARK)
    full, dark_full = mixed(theme.accent, WHITE, 0.3), mixed(accent, DARK[0], 0.3)
    return (
        f":root {{ --paper: {WHITE}; --ink: {theme.ink}; --soft: {theme.soft}; "
        f"--tint: {theme.shade}; --accent: {theme.accent}; --full: {full}; }}\n"
        "@media screen and (prefers-color-scheme: dark) {\n"
        f"  :root {{ --paper: {DARK[0]}; --ink: #e9edf1; --soft: #b4bdc7; --tint: {DARK[1]}; "
        f"--accent: {accent}; --full: {dark_full}; }}\n}}\n"
    )


def _logo(theme: Theme) -> Markup:
    logo = logo_of(theme)
    if logo is None:
        return Markup()
    return tag(
        "img",
        src=f"data:image/png;base64,{b64encode(logo.png).decode()}",
        alt=logo.alt,
        width=f"{logo.wide * PIXELS:.0f}",
        height=f"{logo.high * PIXELS:.0f}",
        class_="logo",
    )


@cache
def _sheet() -> str:
    return (files("readiness.report.html") / "page.css").read_text("utf-8")


def _quoted(words: str) -> str:
    """Words as a CSS string in which every character but letters and digits is a number."""
    line = clean(words)[:90]
    shown = "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in line)
    return f'"{shown}"'
