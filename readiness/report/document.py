"""A document as plain data: what it says, in which order, and nothing of how it is drawn.

Every renderer (PDF, Word, HTML) walks the same blocks, so that they can never say different things.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from readiness.describe.state import SIGNS, WORDS, State
from readiness.report.charts.chart import Chart

Tone = Literal["body", "small", "strong", "note", "lead", "dense"]
"""How a paragraph weighs on the page."""


@dataclass(frozen=True)
class Run:
    """A piece of a line: plain, strong, muted, a link, a state, or room to write in."""

    text: str
    strong: bool = False
    link: str = ""
    """An address (https, http or mailto), or "#" and the key of a reference; empty for none."""
    state: State | None = None
    """Set for a sign and word that stand on the colour of this state."""
    is_soft: bool = False
    """Whether it matters less than what stands around it."""
    is_lacking: bool = False
    """Whether it says that an owner or a date is missing."""
    blank: float = 0.0
    """Millimetres of a line to write on, behind the text."""


LINE = "_" * 12
"""A line to write on, where nothing can be drawn."""


Words = str | tuple[Run, ...]
"""A text, or a text in pieces. A line break inside it starts a new line."""


def plain_words(words: Words) -> str:
    """The text alone, without what is strong or linked."""
    if isinstance(words, str):
        return words
    return "".join(f"{run.text}{LINE if run.blank else ''}" for run in words)


def chip(state: State, words: str = "") -> Run:
    """A state as its sign and word, or other words that say more."""
    return Run(f"{SIGNS[state]} {words or WORDS[state]}", state=state)


def as_runs(words: Words) -> tuple[Run, ...]:
    """A text as pieces."""
    return (Run(words),) if isinstance(words, str) else words


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 3."""

    level: int
    text: str
    starts_page: bool = False
    joins: bool = False
    """Whether its part goes on where the one before ends, where all of it fits on that page."""
    starts_columns: bool = False
    """Whether what follows is for looking up: on paper from a new page on, in two columns."""
    keeps_part: bool = False
    """Whether all of its part is kept on one page of paper, where it fits."""
    fits_page: bool = False
    """Whether its part is set a little tighter where it would need some lines of a second page."""
    is_folded: bool = False
    """Whether its part is for looking up, and folded on the web."""
    key: str = ""
    """The name by which runs and contents lead to it."""
    running: str = ""
    """What the head of its pages calls the part, where its own words are a sentence."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph in one tone."""

    text: Words
    tone: Tone = "body"


@dataclass(frozen=True)
class Bullets:
    """A list."""

    items: tuple[Words, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Table:
    """A table; widths are shares of the line.

    A header of empty words means that there is no header row.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    widths: tuple[float, ...]
    caption: str = ""
    """What it shows, for those who do not see it; empty where the heading before it says so."""
    has_row_heads: bool = True
    """Whether the first cell of a row names the row."""
    numbers: frozenset[int] = frozenset()
    """Columns of numbers: set flush right with figures of equal width."""
    is_dense: bool = False
    """Whether it is for looking up, not for reading: set small, with little room between rows."""
    row_height: float = 0
    """The least height of a row in millimetres, for a table that is filled in by hand."""


@dataclass(frozen=True)
class Callout:
    """A title and lines on a ground of their own, kept together."""

    title: str
    lines: tuple[tuple[str, Words], ...]
    """Label and words; the label may be empty."""
    tone: Literal["accent", "red", "amber", "calm"] = "accent"
    is_lead: bool = False
    """Whether it is the first thing to read on its page, and set as large."""


@dataclass(frozen=True)
class Pair:
    """Two groups of blocks side by side where there is room, else one after the other."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    foot: tuple[Block, ...] = ()
    """What is read last; on paper it stands under whichever of them leaves more room."""
    share: float = 0.5
    """How much of the line on paper the left one takes, from 0.2 to 0.8."""
    is_ruled: bool = False
    """Whether a hairline over it sets it off from what stands before."""

    @property
    def sides(self) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
        """The left and the right one."""
        return self.left, self.right


@dataclass(frozen=True)
class Choice:
    """One way to decide, with the conditions that hold for it."""

    words: Words
    conditions: tuple[Words, ...] = ()


@dataclass(frozen=True)
class Decision:
    """The ways to decide, each with a box to tick, in a frame."""

    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class ContentsEntry:
    """One part in the list of contents."""

    key: str
    """The key of its heading."""
    title: str
    """What it is called here."""


@dataclass(frozen=True)
class Contents:
    """The parts of the document, with their pages on paper; the web has its own."""

    title: str
    entries: tuple[ContentsEntry, ...]


@dataclass(frozen=True)
class TickBoxes:
    """Boxes for a person to tick by hand; a label that ends in a colon has a line after it."""

    labels: tuple[str, ...]
    are_across: bool = False
    """Whether they stand side by side, where there is room."""
    label: str = ""
    """What they answer, before the first of them; only for those that stand side by side."""
    ticked: frozenset[int] = frozenset()
    """Which of them are ticked already, by their place from 0."""


@dataclass(frozen=True)
class SignLines:
    """Lines for a person to sign on."""

    labels: tuple[str, ...]
    are_across: bool = False
    """Whether they stand side by side, where there is room."""


@dataclass(frozen=True)
class WriteLines:
    """Lines for a person to write on by hand."""

    label: str
    """What is written there."""
    lines: int = 1
    """How many, from 1 to 20; fewer and more are drawn as these."""
    is_short: bool = False
    """Whether a number or a date stands there: half a line is enough."""
    unit: str = ""
    """What stands behind a short line."""

    @property
    def count(self) -> int:
        """How many lines are drawn."""
        return max(1, min(self.lines, 20))


@dataclass(frozen=True)
class Space:
    """Some room, in millimetres."""

    height: float


@dataclass(frozen=True)
class Figure:
    """A chart with its title and what it says in words, with the figures."""

    title: str
    alt: str
    """What the chart shows, for those who do not see it, with the figures."""
    chart: Chart
    note: str = ""
    """What is measured, of whom and when, under the title."""


@dataclass(frozen=True)
class Source:
    """One entry of the reference list."""

    key: str
    number: int
    text: str
    doi: str = ""


@dataclass(frozen=True)
class Sources:
    """The reference list; runs that link to "#" and a key lead here."""

    sources: tuple[Source, ...]


Block = (
    Heading
    | Paragraph
    | Bullets
    | Table
    | Callout
    | Pair
    | Decision
    | Contents
    | TickBoxes
    | SignLines
    | WriteLines
    | Space
    | Figure
    | Sources
)


@dataclass(frozen=True)
class Document:
    """A whole document: its cover, then its blocks."""

    title: str
    subtitle: str
    made_on: date
    version: str = ""
    """Which state of the plan it was made from; stands on every page with the date."""
    language: str = "en"
    names_parts: bool = False
    """Whether the head of each page names the part of level 1 that it belongs to."""
    has_title_page: bool = True
    """Whether the first page opens with the title; else the title stands in the head of pages."""
    page_name: str = ""
    """What the heads of pages call the document; its title where this is empty."""
    cover: tuple[Block, ...] = field(default_factory=tuple)
    blocks: tuple[Block, ...] = field(default_factory=tuple)
