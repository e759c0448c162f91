"""The heading with which a part of the document begins."""

from __future__ import annotations

from readiness.report.document import Heading


def part(title: str, key: str, running: str, *, joins: bool = True) -> Heading:
    """A part: what is the case, as its title, and its name for the heads of pages.

    It has pages of its own; one with little to say goes on where the part before ends, unless
    that one is to be read alone.
    """
    return Heading(
        1, title, starts_page=True, joins=joins, fits_page=True, key=key, running=running
    )
