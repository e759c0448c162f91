"""The document as text to read on a screen, or to hear: its sections, each line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from readiness.i18n.language import _
from readiness.report.document import (
    Block,
    Bullets,
    Callout,
    Decision,
    Document,
    Figure,
    Heading,
    Pair,
    Paragraph,
    SignLines,
    Source,
    Sources,
    Table,
    TickBoxes,
    Words,
    WriteLines,
    plain_words,
)

FEW = 2
"""Most columns of a table that is told on one line a row."""

HANG = 2
"""Columns by which the further lines of an entry stand to the right."""

LINE = "_" * 22
"""A line to sign on."""


@dataclass(frozen=True)
class Passage:
    """A line of text before it is broken to a width."""

    text: str
    indent: int = 0
    """Columns before it."""
    hang: int = 0
    """Columns by which its further lines stand more to the right."""
    is_strong: bool = False
    """Whether it is a heading, or weighs as much."""
    has_gap: bool = False
    """Whether an empty line stands before it."""


@dataclass(frozen=True)
class Section:
    """What stands under one heading of the first level."""

    title: str
    passages: tuple[Passage, ...]


def sections_of(document: Document) -> tuple[Section, ...]:
    """The document's sections in order; the first is its cover, or what stands before a heading."""
    title = _("Cover") if document.cover else document.title
    passages = [Passage(document.title, is_strong=True), Passage(document.subtitle)]
    passages += [one for block in document.cover for one in _passages(block)]
    found = list[Section]()
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            found.append(Section(title, tuple(passages)))
            title, passages = block.running or block.text, [Passage(block.text, is_strong=True)]
        else:
            passages += _passages(block)
    return (*found, Section(title, tuple(passages)))


def _passages(block: Block) -> Iterator[Passage]:
    """A block line by line; room on paper means nothing here."""
    maker = _MAKERS.get(type(block))
    return maker(block) if maker is not None else iter(())


def _heading(block: Heading) -> Iterator[Passage]:
    yield Passage(block.text, is_strong=True, has_gap=True)


def _paragraph(block: Paragraph) -> Iterator[Passage]:
    is_strong = block.tone in ("strong", "lead")
    yield Passage(plain_words(block.text), is_strong=is_strong, has_gap=True)


def _bullets(block: Bullets) -> Iterator[Passage]:
    for number, item in enumerate(block.items, 1):
        mark = f"{number}." if block.numbered else "-"
        yield Passage(f"{mark} {plain_words(item)}", hang=HANG, has_gap=number == 1)


def _callout(block: Callout) -> Iterator[Passage]:
    yield Passage(block.title, is_strong=True, has_gap=True)
    for label, words in block.lines:
        yield Passage(f"{label}: {plain_words(words)}" if label else plain_words(words), hang=HANG)


def _pair(block: Pair) -> Iterator[Passage]:
    for one in (*block.left, *block.right, *block.foot):
        yield from _passages(one)


def _decision(block: Decision) -> Iterator[Passage]:
    for choice in block.choices:
        yield Passage(f"[ ] {plain_words(choice.words)}", hang=4, has_gap=True)
        for number, condition in enumerate(choice.conditions, 1):
            yield Passage(f"{number}. {plain_words(condition)}", 4, HANG)


def _figure(block: Figure) -> Iterator[Passage]:
    yield Passage(block.title, is_strong=True, has_gap=True)
    yield Passage(block.alt)


def _ticks(block: TickBoxes) -> Iterator[Passage]:
    if block.label:
        yield Passage(block.label, has_gap=True)
    for at, label in enumerate(block.labels):
        mark = "x" if at in block.ticked else " "
        yield Passage(f"[{mark}] {label}", hang=4, has_gap=True)


def _to_write(block: WriteLines) -> Iterator[Passage]:
    yield Passage(" ".join(filter(None, (block.label, LINE, block.unit))), has_gap=True)


def _signs(block: SignLines) -> Iterator[Passage]:
    for label in block.labels:
        yield Passage(f"{label}: {LINE}", has_gap=True)


def _sources(block: Sources) -> Iterator[Passage]:
    for source in block.sources:
        yield Passage(_source(source), hang=HANG, has_gap=True)


def _table(block: Table) -> Iterator[Passage]:
    """A row at a time, as a table is heard: its name, then each field with its column's name."""
    is_short = len(block.widths) <= FEW
    for number, row in enumerate(block.rows):
        head, *cells = row
        name = plain_words(head)
        named = [(block.header[at], cell) for at, cell in enumerate(cells, 1)]
        if is_short:
            says = "; ".join(_lines(cell) for _name, cell in named)
            yield Passage(f"{name}: {says}" if says else name, hang=HANG, has_gap=number == 0)
            continue
        yield Passage(name, has_gap=True)
        for column, cell in named:
            says = _lines(cell)
            if says:
                yield Passage(f"{column}: {says}" if column else says, HANG, HANG)


def _lines(words: Words) -> str:
    """A cell on one line."""
    return "; ".join(filter(None, (one.strip() for one in plain_words(words).split("\n"))))


def _source(source: Source) -> str:
    doi = _(" doi:{doi}").format(doi=source.doi) if source.doi else ""
    return f"[{source.number}] {source.text}{doi}"


_MAKERS: dict[type[Block], Callable[..., Iterator[Passage]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Bullets: _bullets,
    Table: _table,
    Callout: _callout,
    Pair: _pair,
    Decision: _decision,
    Figure: _figure,
    TickBoxes: _ticks,
    SignLines: _signs,
    WriteLines: _to_write,
    Sources: _sources,
}
"""How each kind of block is told."""
