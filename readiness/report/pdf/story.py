"""From a document's blocks to what is laid out, each with its element in the order of reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, NextPageTemplate, PageBreak, Spacer

from readiness.report.document import (
    Block,
    Bullets,
    Callout,
    Contents,
    Decision,
    Document,
    Figure,
    Heading,
    Pair,
    Paragraph,
    SignLines,
    Source,
    Sources,
    Space,
    Table,
    TickBoxes,
    WriteLines,
)
from readiness.report.links import source_runs
from readiness.report.pdf.breaks import PartBreak, with_breaks
from readiness.report.pdf.figures import LogoPicture, Picture
from readiness.report.pdf.fonts import printable
from readiness.report.pdf.forms import signs, tick
from readiness.report.pdf.frames import callout, contents, decision, frame, on_a_page, side_by_side
from readiness.report.pdf.grid import height, stack
from readiness.report.pdf.handwriting import Boxes, lines, stand_across
from readiness.report.pdf.look import COLUMNS, Look
from readiness.report.pdf.runs import NO_PAGES, Runs
from readiness.report.pdf.tables import table
from readiness.report.pdf.tags import Element, Tags, Term
from readiness.report.pdf.text import TextFlowable
from readiness.report.theme import logo_of

LONG_TITLE = 80
"""Letters from which a title is set smaller."""

DASH, BULLET_HANG, NUMBER_HANG, SOURCE_HANG = "\u2013", 12.0, 20.0, 26.0


class Story:
    """Lays out one document."""

    def __init__(
        self,
        document: Document,
        look: Look,
        tags: Tags,
        pages: Mapping[str, int] = NO_PAGES,
        tight: frozenset[str] = frozenset(),
    ) -> None:
        """Start the tree of elements.

        `pages` is where headings stand, once that is known, and `tight` the parts (by the key of
        their heading) that nearly fit on a page.
        """
        self.usual, self.tight = look, tight
        self.document, self.look = document, look
        found = (block for block in document.blocks if isinstance(block, Sources))
        self.keys = frozenset(source.key for block in found for source in block.sources)
        self.runs = Runs(tags, self.keys, pages)
        self.root = Element("Document")
        self.section = self.root.add("Sect")
        self.level = self.notes = 0
        self.placed = set[str]()

    def flowables(self) -> list[Flowable]:
        """Everything, in order, with headings kept with what follows."""
        look = self.look
        opening = self._title() if self.document.has_title_page else iter(())
        cover = [*opening, *self._all(self.document.cover)]
        rest = list(self._all(self.document.blocks))
        if not cover and rest and _starts_page(rest[0]):
            rest = rest[1:]
        is_cover = bool(self.document.cover) and bool(rest) and not _starts_page(rest[0])
        turn = [PageBreak()] if is_cover else []
        return [*cover, NextPageTemplate("page"), *turn, *with_breaks(rest, look, self.look)]

    def _title(self) -> Iterator[Flowable]:
        document, look = self.document, self.look
        logo = logo_of(look.theme)
        if logo:
            yield LogoPicture(logo, self.runs.tags, self.section)
        yield Spacer(1, 4 * mm)
        kind = "title" if len(document.title) <= LONG_TITLE else "long title"
        yield self._text(document.title, kind, self.section.add("Title"))
        yield self._text(document.subtitle, "subtitle", self.section.add("P"))

    def _all(self, blocks: Iterable[Block]) -> Iterator[Flowable]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Flowable]:
        makers: dict[type[Block], Callable[..., Iterator[Flowable]]] = {
            Heading: self._heading,
            Paragraph: self._paragraph,
            Bullets: self._bullets,
            Table: self._table,
            Callout: self._callout,
            Pair: self._pair,
            Decision: self._decision,
            Contents: self._contents,
            TickBoxes: self._ticks,
            SignLines: self._signs,
            WriteLines: self._lines,
            Space: self._space,
            Figure: self._figure,
            Sources: self._sources,
        }
        return makers[type(block)](block)

    def _paragraph(self, block: Paragraph) -> Iterator[Flowable]:
        text = self._text(block.text, block.tone, self.section.add("P"))
        text.leads = block.tone == "strong"
        yield text

    def _table(self, block: Table) -> Iterator[Flowable]:
        grid = table(block, self.section, self.look, self.runs)
        if grid:
            yield grid

    def _callout(self, block: Callout) -> Iterator[Flowable]:
        if block.title or block.lines:
            made = callout(block, self.section, self.look, self.runs)
            if made.splitByRow:
                # Its title is not left alone at the foot of a page.
                yield CondPageBreak(self.look.height / 2)
            yield made

    def _pair(self, block: Pair) -> Iterator[Flowable]:
        """Two columns; where they are taller than a page, one after the other."""
        whole, share = self.look, max(0.2, min(block.share, 0.8))
        looks = (whole.beside(share), whole.beside(1 - share))
        columns = [self._column(side, one) for side, one in zip(block.sides, looks, strict=True)]
        if block.foot:
            high = [height(stack(one), look.line) for one, look in zip(columns, looks, strict=True)]
            shorter = int(high[1] < high[0])
            columns[shorter] += self._column(block.foot, looks[shorter])
        inside = [one for column in columns for one in column]
        both = side_by_side(columns, whole, self.runs.tags, share, is_ruled=block.is_ruled)
        yield from on_a_page(both, whole, inside)

    def _column(self, blocks: Iterable[Block], look: Look) -> list[Flowable]:
        """What stands in one of two columns."""
        whole, self.look = self.look, look
        made = list(self._all(blocks))
        self.look = whole
        return made

    def _decision(self, block: Decision) -> Iterator[Flowable]:
        inside = list(decision(block, self._list("None"), self.look, self.runs))
        if inside:
            framed = frame(inside, self.look, self.runs.tags)
            yield from on_a_page(framed, self.look, inside)

    def _contents(self, block: Contents) -> Iterator[Flowable]:
        title = self._text(block.title, "strong", self.section.add("P"))
        title.leads = True
        yield title
        if block.entries:
            yield contents(block, self.section.add("TOC"), self.look, self.runs)

    def _ticks(self, block: TickBoxes) -> Iterator[Flowable]:
        if block.are_across and stand_across(block.labels):
            yield Boxes(block, self.section, self.look, self.runs)
            return
        if block.label:
            yield self._text(block.label, "body", self.section.add("P"))
        boxes = self._list("None")
        for at, label in enumerate(block.labels):
            is_ticked = at in block.ticked
            yield from tick(label, boxes.add("LI"), self.look, self.runs, is_ticked=is_ticked)

    def _signs(self, block: SignLines) -> Iterator[Flowable]:
        yield from signs(block, self.section, self.look, self.runs)

    def _lines(self, block: WriteLines) -> Iterator[Flowable]:
        yield from lines(block, self.section, self.look, self.runs)

    def _space(self, block: Space) -> Iterator[Flowable]:
        yield Spacer(1, max(0.0, min(block.height * mm, self.look.height / 2)))

    def _figure(self, block: Figure) -> Iterator[Flowable]:
        yield Picture(block, self.section, self.look, self.runs)

    def _heading(self, block: Heading) -> Iterator[Flowable]:
        """A heading; no level is left out, so that a reader can trust them."""
        shown = max(1, min(3, block.level))
        if shown == 1:
            self.section = self.root.add("Sect")
            if self.look.columns == 1:
                self.look = self.usual.tight() if block.key in self.tight else self.usual
            if block.starts_columns:
                self.look = self.look.in_columns()
                yield NextPageTemplate(COLUMNS)
            if block.starts_page or block.starts_columns:
                yield PartBreak() if block.joins else PageBreak()
        title = " ".join(printable(block.text).split())
        if not title:
            return
        self.level = min(shown, self.level + 1)
        text = self._text(block.text, f"h{shown}", self.section.add(f"H{self.level}"))
        text.level, text.title, text.keeps_part = self.level, title, block.keeps_part
        text.name = (block.key, block.running)
        text.key = f"part-{block.key}" if block.key else ""
        yield text

    def _text(self, words: object, kind: str, element: Element) -> TextFlowable:
        look = self.look.types[kind]
        return TextFlowable(self.runs.words(words, look, element))  # type: ignore[arg-type]

    def _list(self, numbering: str) -> Element:
        return self.section.add("L", attributes={"List": {"ListNumbering": Term(numbering)}})

    def _bullets(self, block: Bullets) -> Iterator[Flowable]:
        if not block.items:
            return
        kind = self.look.types["item"]
        owner = self._list("Decimal" if block.numbered else "Disc")
        for number, item in enumerate(block.items, 1):
            if number == len(block.items):
                kind = self.look.of("item", after=9)
            entry = owner.add("LI")
            mark = f"{number}." if block.numbered else DASH
            label = self.runs.words(mark, kind, entry.add("Lbl"))
            words = self.runs.words(item, kind, entry.add("LBody"))
            yield TextFlowable(words, label, hang=NUMBER_HANG if block.numbered else BULLET_HANG)

    def _sources(self, block: Sources) -> Iterator[Flowable]:
        if not block.sources:
            return
        owner = self._list("Decimal")
        for source in block.sources:
            yield self._source(source, owner.add("LI"))

    def _source(self, source: Source, entry: Element) -> TextFlowable:
        kind = self.look.types["source"]
        key = "" if source.key in self.placed else source.key
        self.placed.add(source.key)
        self.notes += 1
        label = self.runs.words(f"[{source.number}]", kind, entry.add("Lbl"))
        note = entry.add("LBody").add("Note", key=f"source-{self.notes}")
        words = self.runs.words(source_runs(source), kind, note)
        return TextFlowable(words, label, hang=SOURCE_HANG, key=key)


def _starts_page(one: Flowable) -> bool:
    return isinstance(one, PageBreak)
