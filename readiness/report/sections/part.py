"""The heading with which a part of the document begins."""

from __future__ import annotations

from readiness.report.document import Heading


def part(title: str, key: str, running: str) -> Heading:
    """A part on a page of its own: what is the case, as its title, and its name for page heads."""
    return Heading(1, title, starts_page=True, fits_page=True, key=key, running=running)
