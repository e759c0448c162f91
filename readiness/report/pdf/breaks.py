"""Where a page ends before a heading, so that no heading stands alone at its foot."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import ActionFlowable, CondPageBreak, Flowable, NextPageTemplate, PageBreak

from readiness.report.pdf.grid import Grid, height
from readiness.report.pdf.look import Look
from readiness.report.pdf.text import TextFlowable

EMPTY = 0.55
"""The share of a page that, left white, is too much: the next part begins there at once."""


class PartBreak(PageBreak):
    """Where a part begins that may go on where the one before ends."""


class PartEnd(CondPageBreak):
    """A new page, unless the next part fits on what is left of this one, or most of it is white."""

    def __init__(self, whole: float, page: float) -> None:
        """`whole` is the height of the next part, `page` that of an empty page."""
        super().__init__(min(whole, page * EMPTY))


def with_breaks(flowables: list[Flowable], first: Look, rest: Look) -> Iterator[Flowable]:
    """What is laid out, with a break before headings that would stand at the foot of a page.

    `first` is the look of the first page, `rest` that of those after the first page template.
    """
    width = first.line
    for at, one in enumerate(flowables):
        if isinstance(one, NextPageTemplate):
            width = rest.line
        if isinstance(one, PartBreak):
            whole = sum(_room(other, width) for other in _until_break(flowables[at + 1 :]))
            yield PartEnd(whole, rest.height)
            continue
        is_first = at == 0 or not _leads(flowables[at - 1])
        if _leads(one) and is_first:
            yield CondPageBreak(min(_needs(flowables[at:], width), rest.height - 1))
        yield one


def _needs(flowables: list[Flowable], width: float) -> float:
    """The height of headings and the least of what follows them, or of a part that is kept."""
    needs = 0.0
    for at, one in enumerate(flowables):
        if _turns(one):
            return needs
        if isinstance(one, TextFlowable) and one.keeps_part:
            return needs + sum(_room(other, width) for other in _part(flowables[at:]))
        if not _leads(one):
            return needs + _least(one, width)
        needs += _room(one, width)
    return needs


def _least(one: Flowable, width: float) -> float:
    """The height of the least of it that may stand at the foot of a page."""
    if isinstance(one, TextFlowable):
        return one.least(width)
    return (one.least if isinstance(one, Grid) else 0.0) or height(one, width)


def _room(one: Flowable, width: float) -> float:
    return height(one, width) + float(one.getSpaceBefore() + one.getSpaceAfter())


def _until_break(flowables: list[Flowable]) -> Iterator[Flowable]:
    """What stands before the next part."""
    for one in flowables:
        if _turns(one):
            return
        yield one


def _part(flowables: list[Flowable]) -> Iterator[Flowable]:
    """A heading with everything until the next one or the next page."""
    for at, one in enumerate(flowables):
        is_next = isinstance(one, TextFlowable) and one.level > 0 and at > 0
        if is_next or _turns(one):
            return
        yield one


def _turns(one: Flowable) -> bool:
    """Whether the page ends here anyway, or what is laid out changes its form."""
    return isinstance(one, PageBreak | ActionFlowable)


def _leads(one: Flowable) -> bool:
    """Whether it may not stand alone at the foot of a page: a heading, or a strong line."""
    return isinstance(one, TextFlowable) and (one.level > 0 or one.leads)
