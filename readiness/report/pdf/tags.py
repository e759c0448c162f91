"""What a reader of the file is told about each piece of the page: the tags.

The tree of elements is made when the document is laid out, in the order of reading. What is drawn
only reports to its element where it stands, so that a paragraph or table that is split over pages
stays one element.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from reportlab.pdfgen.canvas import Canvas

Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points from the page's lower left corner."""


class Term(str):
    """A value that is one of the format's own terms, not a text."""

    __slots__ = ()


@dataclass(frozen=True)
class Mark:
    """A piece of a page that belongs to an element."""

    page: int
    number: int


@dataclass
class LinkArea:
    """The places on one page that lead to a link's target."""

    page: int
    boxes: list[Box]


@dataclass(eq=False)
class Element:
    """One element of the structure, such as a paragraph or a table's cell."""

    kind: str
    kids: list[Element | Mark | LinkArea] = field(default_factory=list)
    alt: str = ""
    """What it shows, for those who do not see it."""
    key: str = ""
    """The name by which others find it; unique in the document."""
    target: str = ""
    """Where a link leads: an address, or "#" and a key."""
    attributes: dict[str, dict[str, object]] = field(default_factory=dict)
    """Owner (such as Table) to names and values."""
    within: Element | None = None
    """The element that takes it among its own words when it is first drawn."""

    def add(self, kind: str, **more: object) -> Element:
        """A new last kid."""
        kid = Element(kind, **more)  # type: ignore[arg-type]
        self.kids.append(kid)
        return kid


SAME = 1.0
"""Points by which two headings at the head of a page differ at most."""


@dataclass(frozen=True)
class Bookmark:
    """A heading and where it stands."""

    level: int
    title: str
    page: int
    top: float
    key: str = ""
    running: str = ""
    """What the head of its pages calls it."""


class Tags:
    """Everything that is reported while the pages are drawn."""

    def __init__(self, *, are_written: bool = True, is_drawn: bool = True) -> None:
        """Start without a page; without tags, only the drawing itself is made.

        Without the drawing as well, pages are laid out, to find what stands on which of them.
        """
        self.are_written, self.is_drawn = are_written, is_drawn
        self.pages: dict[int, list[Element]] = {}
        self.places: dict[str, tuple[int, float]] = {}
        self.bookmarks: list[Bookmark] = []
        self.total = 0
        """How many pages there are, once all are drawn."""

    @contextmanager
    def of(self, canvas: Canvas, element: Element) -> Iterator[None]:
        """What is drawn inside belongs to this element."""
        if not self.are_written:
            yield
            return
        page = canvas.getPageNumber() - 1
        here = self.pages.setdefault(page, [])
        if element.within:
            element.within.kids.append(element)
            element.within = None
        canvas.addLiteral(f"/{element.kind} <</MCID {len(here)}>> BDC")
        element.kids.append(Mark(page, len(here)))
        here.append(element)
        yield
        canvas.addLiteral("EMC")

    @contextmanager
    def artifact(self, canvas: Canvas, kind: str = "") -> Iterator[None]:
        """What is drawn inside is decoration, or a head or foot of the page (its kind)."""
        if not self.are_written:
            yield
            return
        canvas.addLiteral(
            f"/Artifact <</Type /Pagination /Subtype /{kind}>> BDC" if kind else "/Artifact BMC"
        )
        yield
        canvas.addLiteral("EMC")

    def link(self, canvas: Canvas, element: Element, box: Box) -> None:
        """A place, in the canvas's own measure, belongs to a link."""
        page = canvas.getPageNumber() - 1
        left, bottom = canvas.absolutePosition(box[0], box[1])
        right, top = canvas.absolutePosition(box[2], box[3])
        areas = [kid for kid in element.kids if isinstance(kid, LinkArea) and kid.page == page]
        if areas:
            areas[0].boxes.append((left, bottom, right, top))
        else:
            element.kids.append(LinkArea(page, [(left, bottom, right, top)]))

    def place(self, canvas: Canvas, key: str, y: float) -> None:
        """Links to this key lead here."""
        top = canvas.absolutePosition(0, y)[1]
        self.places.setdefault(key, (canvas.getPageNumber() - 1, top))

    def bookmark(
        self, canvas: Canvas, level: int, title: str, y: float, name: tuple[str, str] = ("", "")
    ) -> None:
        """A heading stands here; its name is its key and what heads of pages call it."""
        top = canvas.absolutePosition(0, y)[1]
        self.bookmarks.append(Bookmark(level, title, canvas.getPageNumber() - 1, top, *name))

    @property
    def long_parts(self) -> frozenset[str]:
        """The keys of parts of the first level that take two pages, but no more."""
        parts = [one for one in self.bookmarks if one.level == 1]
        head = max((one.top for one in parts), default=0.0)
        # Where the next part begins below the head of a page, this one goes on as far as there.
        ends = [*(one.page + (one.top < head - SAME) for one in parts[1:]), self.total]
        return frozenset(
            one.key
            for one, end in zip(parts, ends, strict=True)
            if end - one.page == 2  # noqa: PLR2004 - as it says
        )

    @property
    def heading_pages(self) -> dict[str, int]:
        """The number of the page on which each heading with a key stands, from 1."""
        return {one.key: one.page + 1 for one in self.bookmarks if one.key}
