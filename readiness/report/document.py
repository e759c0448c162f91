"""A document as plain data: what it says, in which order, and nothing of how it is drawn."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Tone = Literal["body", "small", "strong", "flag", "note", "lead"]


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 3."""

    level: int
    text: str
    starts_page: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph in one tone."""

    text: str
    tone: Tone = "body"


@dataclass(frozen=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table with a header row; widths are shares of the line."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True)
class TickBoxes:
    """Boxes for a person to tick by hand."""

    labels: tuple[str, ...]


@dataclass(frozen=True)
class SignLines:
    """Lines for a person to sign on."""

    labels: tuple[str, ...]


@dataclass(frozen=True)
class Space:
    """Some room, in millimetres."""

    height: float


Block = Heading | Paragraph | Bullets | Table | TickBoxes | SignLines | Space


@dataclass(frozen=True)
class Document:
    """A whole document: its cover, then its blocks."""

    title: str
    subtitle: str
    made_on: date
    language: str = "en"
    cover: tuple[Block, ...] = field(default_factory=tuple)
    blocks: tuple[Block, ...] = field(default_factory=tuple)
