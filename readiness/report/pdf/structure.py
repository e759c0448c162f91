"""Puts the tree of elements, links and bookmarks into a file that was only drawn."""

from __future__ import annotations

import io
import re

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from readiness.i18n.language import _
from readiness.report.document import Document
from readiness.report.pdf.metadata import add_metadata
from readiness.report.pdf.tags import Element, LinkArea, Mark, Tags, Term

KEPT_EMPTY = {"TD", "TH", "LBody", "Lbl"}
"""Elements that mean something even without content."""

PRINTED = 4
"""The flag of an annotation that is printed."""


GLYPH = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,6})>")
GLYPHS = re.compile(rb"\d+ beginbfchar\n.*?endbfchar", re.DOTALL)
MOST_PAIRS = 100
"""The most pairs in one block, by the format."""


def with_structure(drawn: bytes, document: Document, root: Element, tags: Tags) -> bytes:
    """The file with everything that a screen reader needs."""
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        _Builder(pdf, tags).add(root)
        _add_bookmarks(pdf, tags)
        add_metadata(pdf, document)
        mend_unicode(pdf)
        into = io.BytesIO()
        pdf.save(
            into,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
        )
        return into.getvalue()


class _Builder:
    """Makes the objects of one file."""

    def __init__(self, pdf: pikepdf.Pdf, tags: Tags) -> None:
        self.pdf, self.tags = pdf, tags
        self.pages = [page.obj for page in pdf.pages]
        self.made: dict[int, pikepdf.Object] = {}
        self.names: dict[str, pikepdf.Object] = {}
        self.annotations: list[pikepdf.Object] = []

    def add(self, root: Element) -> None:
        """Put in the tree, and the way back from each page to it."""
        top = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        top.K = Array([self._element(root, top)])
        top.RoleMap = Dictionary(Title=Name.P)
        numbers = Array()
        for at, page in enumerate(self.pages):
            page.StructParents = at
            page.Tabs = Name.S
            owners = [self.made[id(one)] for one in self.tags.pages.get(at, [])]
            numbers.append(at)
            numbers.append(self.pdf.make_indirect(Array(owners)))
        for at, owner in enumerate(self.annotations, len(self.pages)):
            numbers.append(at)
            numbers.append(owner)
        top.ParentTree = self.pdf.make_indirect(Dictionary(Nums=numbers))
        top.ParentTreeNextKey = len(self.pages) + len(self.annotations)
        if self.names:
            pairs = Array()
            for key, made in sorted(self.names.items()):
                pairs.extend([String(key), made])
            top.IDTree = self.pdf.make_indirect(Dictionary(Names=pairs))
        self.pdf.Root.StructTreeRoot = top

    def _element(self, element: Element, parent: pikepdf.Object) -> pikepdf.Object:
        made = self.pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{element.kind}"), P=parent)
        )
        self.made[id(element)] = made
        kids, pages = Array(), {kid.page for kid in element.kids if isinstance(kid, Mark)}
        own = min(pages, default=None)
        if own is not None:
            made.Pg = self.pages[own]
        for kid in element.kids:
            if isinstance(kid, Mark):
                kids.append(kid.number if kid.page == own else self._mark(kid))
            elif isinstance(kid, LinkArea):
                kids.append(self._link(element, kid, made))
            elif kid.kids or kid.kind in KEPT_EMPTY:
                kids.append(self._element(kid, made))
        if len(kids):
            made.K = kids if len(kids) > 1 else kids[0]
        self._more(element, made)
        return made

    def _mark(self, mark: Mark) -> pikepdf.Object:
        return Dictionary(Type=Name.MCR, Pg=self.pages[mark.page], MCID=mark.number)

    def _more(self, element: Element, made: pikepdf.Object) -> None:
        if element.alt and element.kind == "Figure":
            made.Alt = String(element.alt)
        if element.key:
            made.ID = String(element.key)
            self.names[element.key] = made
        sets = [
            Dictionary({"/O": Name(f"/{owner}")} | {f"/{n}": _value(v) for n, v in values.items()})
            for owner, values in element.attributes.items()
        ]
        if sets:
            made.A = sets[0] if len(sets) == 1 else Array(sets)

    def _link(self, element: Element, area: LinkArea, owner: pikepdf.Object) -> pikepdf.Object:
        """The annotation of a link on one page, and the reference to it."""
        page, boxes = self.pages[area.page], area.boxes
        corners = [
            side for left, low, right, top in boxes
            for side in (left, top, right, top, left, low, right, low)
        ]  # fmt: skip
        rect = [
            min(box[0] for box in boxes),
            min(box[1] for box in boxes),
            max(box[2] for box in boxes),
            max(box[3] for box in boxes),
        ]
        note = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=_numbers(rect),
            QuadPoints=_numbers(corners),
            Border=Array([0, 0, 0]),
            F=PRINTED,
            Contents=String(_contents(element)),
            StructParent=len(self.pages) + len(self.annotations),
        )
        if element.target.startswith("#"):
            where, top = self.tags.places[element.target[1:]]
            note.Dest = Array([self.pages[where], Name.XYZ, 0, round(top, 2), 0])
        else:
            note.A = Dictionary(S=Name.URI, URI=String(element.target))
        made = self.pdf.make_indirect(note)
        self.annotations.append(owner)
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(made)
        return Dictionary(Type=Name.OBJR, Obj=made, Pg=page)


def _contents(element: Element) -> str:
    if element.target.startswith("#"):
        is_part = element.target.startswith("#part-")
        words = _("To {alt}") if is_part else _("To source {alt}")
        return words.format(alt=element.alt)
    return f"{element.alt} ({element.target})"


def _value(value: object) -> pikepdf.Object:
    """A value of an attribute: numbers, a term of the format, or a text."""
    if isinstance(value, list):
        return _numbers(value)
    return Name(f"/{value}") if isinstance(value, Term) else String(str(value))


def _numbers(values: list[float]) -> Array:
    return Array([round(value, 2) for value in values])


def _add_bookmarks(pdf: pikepdf.Pdf, tags: Tags) -> None:
    """The headings as bookmarks, each under the one of the level above."""
    with pdf.open_outline() as outline:
        open_items: list[pikepdf.OutlineItem] = []
        for mark in tags.bookmarks:
            where = Array([pdf.pages[mark.page].obj, Name.XYZ, 0, round(mark.top, 2), 0])
            item = pikepdf.OutlineItem(mark.title, destination=where)
            item.is_closed = mark.level > 1
            del open_items[mark.level - 1 :]
            (open_items[-1].children if open_items else outline.root).append(item)
            open_items.append(item)
    if tags.bookmarks:
        pdf.Root.PageMode = Name.UseOutlines


def mend_unicode(pdf: pikepdf.Pdf) -> None:
    """Write anew what each glyph means: in UTF-16, and nothing for the glyph that means nothing.

    reportlab's own tables fail beyond the first 65,536 characters.
    """
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and "/ToUnicode" in one:
            stream = one.ToUnicode
            stream.write(GLYPHS.sub(_blocks, stream.read_bytes()))


def _blocks(found: re.Match[bytes]) -> bytes:
    pairs = [
        f"<{code.decode()}> <{chr(int(value, 16)).encode('utf-16-be').hex().upper()}>"
        for code, value in GLYPH.findall(found.group())
        if int(value, 16)
    ]
    parts = [pairs[at : at + MOST_PAIRS] for at in range(0, len(pairs), MOST_PAIRS)]
    lines = [f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts]
    return "\n".join(lines).encode()
