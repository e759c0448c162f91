"""A document as the bytes of a tagged PDF."""

from __future__ import annotations

from collections.abc import Callable

from readiness.report.document import Document, Heading
from readiness.report.pdf.fonts import load_fonts, missing_characters
from readiness.report.pdf.look import Look, Paper, look
from readiness.report.pdf.pages import write_pages
from readiness.report.pdf.story import Story
from readiness.report.pdf.structure import with_structure
from readiness.report.pdf.tags import Tags
from readiness.report.theme import Theme

__all__ = ["Paper", "missing_characters", "render"]

DRAWN = 0.85
"""The share of the work that is laying out and drawing."""


def render(
    document: Document,
    *,
    page: Paper = "a4",
    theme: Theme | None = None,
    progress: Callable[[float], object] | None = None,
) -> bytes:
    """The document as a PDF that keeps PDF/UA-1 and PDF/A-2a; the same one gives the same bytes.

    `progress` is told the share that is done, from 0 to 1.
    """
    load_fonts()
    tell = progress or (lambda _: None)
    made, tags = look(theme or Theme(), page), Tags()
    pages, tight = _settled(document, made)
    story = Story(document, made, tags, pages, tight)
    flowables = story.flowables()
    drawn = write_pages(document, flowables, made, tags, lambda share: tell(share * DRAWN))
    whole = with_structure(drawn, document, story.root, tags)
    tell(1.0)
    return whole


def _settled(document: Document, made: Look) -> tuple[dict[str, int], frozenset[str]]:
    """Where the headings stand that others lead to, and which parts are to be set tight.

    What leads to a page is laid out once or twice before, without tags. A document without
    contents needs neither.
    """
    blocks = (*document.cover, *document.blocks)
    if not any(isinstance(one, Heading) and one.fits_page for one in blocks):
        return {}, frozenset()
    whole = frozenset(one.key for one in blocks if isinstance(one, Heading) and one.fits_page)
    tags = _laid_out(document, made, frozenset())
    tight = tags.long_parts & whole
    if tight:
        tags = _laid_out(document, made, tight)
    return tags.heading_pages, tight


def _laid_out(document: Document, made: Look, tight: frozenset[str]) -> Tags:
    tags = Tags(are_written=False)
    flowables = Story(document, made, tags, tight=tight).flowables()
    write_pages(document, flowables, made, tags, lambda _share: None)
    return tags
