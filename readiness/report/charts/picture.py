"""A chart as shapes that every format can draw: measured in points from the top left.

Colours are names; each format has its own colour for a name (`INKS` on paper). What is told by a
colour is told by a sign, a pattern or a word too.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Any, Literal

from PIL import ImageFont

from readiness.describe.colours import ACCENT, BAND, HAVE, INK, MISSING, PRINT, SHADE, WHITE
from readiness.i18n.words import month_words

SIZE, LEAD = 8.5, 11.0
"""The size of words in a chart and from line to line, in points."""

FACES = {False: "NotoSans-Regular", True: "NotoSans-Bold"}
"""The files of the usual and the strong face."""

HUGE = 1e9
"""No count or hours of a plan are near this; larger values are drawn as it."""

Align = Literal["left", "right", "middle"]

INKS: dict[str, str] = {
    "ink": INK,
    "soft": "#4f5a65",
    "rule": "#9aa5b1",
    "faint": "#dfe4e9",
    "accent": ACCENT,
    "have": HAVE,
    "missing": MISSING,
    "band": BAND,
    "shade": SHADE,
    "paper": WHITE,
    "goal": "#5b6670",
    "late": "#6b4300",
}
"""The colours of a chart on paper, by name. A state's own: its name and fill, text or edge."""

for _state, _look in PRINT.items():
    INKS |= {
        f"{_state} fill": _look.fill or WHITE,
        f"{_state} text": _look.text,
        f"{_state} edge": _look.edge,
    }


@dataclass(frozen=True)
class Box:
    """A box, filled, with an edge, or both."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    edge: str = ""
    radius: float = 0.0
    is_dashed: bool = False
    is_hatched: bool = False
    """Whether lines at 45 degrees in the colour of the edge stand on the fill."""


@dataclass(frozen=True)
class Line:
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float
    ink: str = "ink"
    width: float = 0.6
    is_dashed: bool = False


@dataclass(frozen=True)
class Shape:
    """A closed figure of straight lines, such as a diamond."""

    points: tuple[tuple[float, float], ...]
    fill: str = ""
    edge: str = ""


@dataclass(frozen=True)
class Label:
    """One line of words around a height."""

    words: str
    x: float
    y: float
    align: Align = "left"
    ink: str = "ink"
    is_strong: bool = False
    size: float = SIZE
    ground: str = ""
    """What stands behind it, so that no line crosses it."""

    @property
    def width(self) -> float:
        """How wide it is, in points."""
        return width_of(self.words, is_strong=self.is_strong, size=self.size)

    @property
    def left(self) -> float:
        """The left edge of the words, in the picture's units."""
        return self.x - {"left": 0.0, "right": self.width, "middle": self.width / 2}[self.align]


Mark = Box | Line | Shape | Label


@dataclass
class Picture:
    """The shapes of one chart, in the order in which they are drawn."""

    width: float
    height: float = 0.0
    marks: list[Mark] = field(default_factory=list)

    def add(self, *marks: Mark) -> None:
        """Draw more, over what is there."""
        self.marks += marks

    def add_lines(
        self,
        lines: Iterable[str],
        x: float,
        y: float,
        *,
        lead: float = LEAD,
        **look: Any,  # noqa: ANN401 - as a label has it
    ) -> None:
        """Draw lines of words under each other, the first around this height."""
        self.add(*(Label(line, x, y + at * lead, **look) for at, line in enumerate(lines)))

    def add_months(self, days: Iterable[tuple[date, float]], low: float, drop: float) -> None:
        """A mark at each of these days, the first one of a month, with its name where it fits.

        The days stand with their places across; marks hang from `low`, and names so far below it.
        """
        free = 0.0
        for number, (day, x) in enumerate(days):
            is_year = number == 0 or day.month == 1
            words = f"{month_words(day)} {day.year}" if is_year else month_words(day)
            self.add(Line(x, low, x, low + 3))
            if x >= free and x + width_of(words) <= self.width:
                self.add(Label(words, x, low + drop, ink="soft"))
                free = x + width_of(words) + 6

    @property
    def labels(self) -> list[Label]:
        """All words in it."""
        return [one for one in self.marks if isinstance(one, Label)]


@lru_cache(maxsize=2)
def _face(is_strong: bool) -> ImageFont.FreeTypeFont:  # noqa: FBT001 - a key of a cache
    raw = (files("readiness.report") / "fonts" / f"{FACES[is_strong]}.ttf").read_bytes()
    return ImageFont.truetype(BytesIO(raw), 1000, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=4000)
def _ems(words: str, is_strong: bool) -> float:  # noqa: FBT001 - a key of a cache
    return float(_face(is_strong).getlength(words)) / 1000


def width_of(words: str, *, is_strong: bool = False, size: float = SIZE) -> float:
    """How wide words are on one line, in points."""
    return _ems(words[:400], is_strong) * size


def fitted(words: str, room: float, *, is_strong: bool = False, most: int = 2) -> list[str]:
    """Words in at most so many lines of this width; the last ends in three dots if it is cut."""
    lines, rest = list[str](), words[:600].split()
    while rest and len(lines) < most:
        count = 1
        while (
            count < len(rest) and width_of(" ".join(rest[: count + 1]), is_strong=is_strong) <= room
        ):
            count += 1
        lines.append(" ".join(rest[:count]))
        rest = rest[count:]
    if lines and (rest or width_of(lines[-1], is_strong=is_strong) > room):
        lines = [*lines[:-1], _cut(" ".join([lines[-1], *rest]), room, is_strong=is_strong)]
    return [_cut(line, room, is_strong=is_strong) for line in lines]


def _cut(line: str, room: float, *, is_strong: bool) -> str:
    if width_of(line, is_strong=is_strong) <= room:
        return line
    while line and width_of(f"{line}...", is_strong=is_strong) > room:
        line = line[:-1].rstrip()
    return f"{line}..."


def real(value: float | None) -> float:
    """A value that can be drawn: from 0 to a thousand million, and 0 for what is no number."""
    return min(max(0.0, value), HUGE) if value is not None and math.isfinite(value) else 0.0


def steps(most: float, count: int = 5) -> tuple[float, ...]:
    """Round values from 0 to at least `most`, about `count` of them."""
    most = real(most)
    if most <= 0:
        return (0.0, 1.0)
    rough = most / count
    power = 10.0 ** math.floor(math.log10(rough))
    step = next((power * one for one in (1, 2, 5) if power * one >= rough * 0.999), power * 10)
    return tuple(step * number for number in range(math.ceil(most / step - 0.001) + 1))


def key(picture: Picture, entries: list[tuple[Mark, str]], y: float) -> float:
    """A line, or more, that says what marks mean; returns where the next thing may begin.

    Each mark is drawn for the place (0, 0) and moved.
    """
    x = 0.0
    for mark, words in entries:
        wide = width_of(words) + 17 + 14
        if x and x + wide - 14 > picture.width:
            x, y = 0.0, y + LEAD + 4
        picture.add(moved(mark, x, y), Label(words, x + 17, y + 5.5))
        x += wide
    return y + LEAD + 5


def moved(mark: Mark, x: float, y: float) -> Mark:
    """The same mark further right and down."""
    from dataclasses import replace

    if isinstance(mark, Line):
        return replace(mark, x=mark.x + x, y=mark.y + y, to_x=mark.to_x + x, to_y=mark.to_y + y)
    if isinstance(mark, Shape):
        return replace(mark, points=tuple((a + x, b + y) for a, b in mark.points))
    return replace(mark, x=mark.x + x, y=mark.y + y)


def diamond(x: float, y: float, *, fill: str, edge: str, half: float = 4.6) -> Shape:
    """A diamond around a point."""
    return Shape(((x, y - half), (x + half, y), (x, y + half), (x - half, y)), fill, edge)
