"""Breaking text into lines. Nothing in a text is markup, and every text can be broken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readiness.describe.state import SIGNS
from readiness.report.pdf.fonts import em_width, faces, fitting, printable
from readiness.report.pdf.tags import Element

TOKENS = re.compile(r" +|\n|[^ \n]+")
BLANK, SOFT, LACKING = "blank", "soft", "lacking"
FIXED = frozenset({BLANK, *SIGNS})
"""Looks of what is never broken: a line to write on, and a state on its colour."""

PAD = 0.55
"""Room left and right of a state's words on their colour, in ems."""

BREAKS = "/-_.,;:?&=@)"
"""A long word is rather broken after one of these."""


@dataclass(frozen=True, slots=True)
class TextSpan:
    """A stretch of text in one face; a link has its own element."""

    text: str
    face: str
    link: Element | None = None
    look: str = ""
    """What it stands on or how it is coloured: a state, soft, lacking, or a blank to write on."""
    room: float = 0.0
    """The length of a blank, in ems."""


@dataclass(slots=True)
class Bit:
    """A piece of a line in one face; its width is in ems."""

    text: str
    face: str
    link: Element | None
    width: float
    look: str = ""


@dataclass(slots=True)
class TextLine:
    """One line; the width is in ems."""

    bits: list[Bit]
    width: float = 0.0
    goes_on: bool = False
    """Whether the next line goes on with the same word."""


@dataclass(slots=True)
class Word:
    """A word, in as many pieces as it has faces."""

    bits: list[Bit]
    space: Bit | None
    """What stands before it, unless it begins a line."""

    @property
    def width(self) -> float:
        """The width in ems, so that it holds for every size."""
        return sum(bit.width for bit in self.bits)


def broken(words: Sequence[Word | None], width: float) -> list[TextLine]:
    """Words in lines no wider than this, in ems."""
    lines = [TextLine([])]
    for word in words:
        if word is None:
            lines.append(TextLine([]))
            continue
        wide, line = word.width, lines[-1]
        gap = word.space.width if word.space and line.bits else 0.0
        if line.width + gap + wide <= width:
            _put(line, word, gap, wide)
            continue
        if line.bits:
            lines.append(TextLine([]))
        rest = word
        while wide > width:
            head, rest = _cut(rest, width)
            lines[-1] = TextLine(head.bits, head.width, goes_on=True)
            lines.append(TextLine([]))
            wide = rest.width
        _put(lines[-1], rest, 0.0, wide)
    return lines


def _put(line: TextLine, word: Word, gap: float, wide: float) -> None:
    for bit in ([word.space] if gap and word.space else []) + word.bits:
        last = line.bits[-1] if line.bits else None
        is_same = last and (last.face, last.look) == (bit.face, bit.look) and bit.look not in FIXED
        if last and is_same and last.link is bit.link:
            both = last.width + bit.width
            line.bits[-1] = Bit(last.text + bit.text, bit.face, bit.link, both, bit.look)
        else:
            line.bits.append(bit)
    line.width += gap + wide


def words_of(spans: tuple[TextSpan, ...]) -> Iterator[Word | None]:
    """Each word, and None for a line break."""
    word = Word([], None)
    for span in spans:
        if span.look in FIXED:
            word.bits += _fixed(span)
            continue
        for piece in TOKENS.findall(printable(span.text)):
            if piece[0] not in " \n":
                word.bits += [
                    Bit(text, face, span.link, em_width(text, face), span.look)
                    for face, text in faces(piece, span.face)
                ]
                continue
            if word.bits:
                yield word
            if piece == "\n":
                yield None
                word = Word([], None)
            else:
                word = Word([], Bit(" ", span.face, span.link, em_width(" ", span.face)))
    if word.bits:
        yield word


def _fixed(span: TextSpan) -> list[Bit]:
    """A chip or a blank, which is never broken."""
    if span.look == BLANK:
        return [Bit("", span.face, None, span.room, BLANK)]
    found = faces(" ".join(printable(span.text).split()), span.face)
    return [
        Bit(text, face, None, em_width(text, face) + 2 * PAD, span.look) for face, text in found
    ]


def _cut(word: Word, width: float) -> tuple[Word, Word]:
    """As much of a word as fits, and the rest; always at least one letter."""
    at, room = 0, width
    while at < len(word.bits) - 1 and word.bits[at].width <= room:
        room -= word.bits[at].width
        at += 1
    bit, head = word.bits[at], word.bits[:at]
    count = _fitting(bit, room) or int(not head)
    first = _part(bit, bit.text[:count], em_width(bit.text[:count], bit.face))
    last = _part(bit, bit.text[count:], bit.width - first.width)
    return (
        Word([*head, first] if first.text else head, word.space),
        Word([last, *word.bits[at + 1 :]] if last.text else word.bits[at + 1 :], None),
    )


def _fitting(bit: Bit, room: float) -> int:
    """How many letters fit, rather ending after a mark where one is near."""
    count = fitting((em_width(letter, bit.face) for letter in bit.text), room)
    for shorter in range(count, count * 2 // 3, -1):
        if bit.text[shorter - 1] in BREAKS:
            return shorter
    return count


def _part(bit: Bit, text: str, width: float) -> Bit:
    return Bit(text, bit.face, bit.link, width)
