"""The charts of a document as plain data: what they show, and nothing of how it is drawn."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Share:
    """A part of a bar."""

    name: str
    """What it counts, as the key of the chart names it."""
    value: float
    sign: str = ""
    """The one-letter sign that stands for it beside the colour."""


@dataclass(frozen=True)
class Bar:
    """One bar of a chart."""

    label: str
    shares: tuple[Share, ...]
    mark: float | None = None
    """A line across the bar, such as the hours that are freed."""
    words: str = ""
    """What stands at the bar's end, such as "short 3.2 h"."""


@dataclass(frozen=True)
class Bars:
    """Horizontal bars on one scale."""

    bars: tuple[Bar, ...]
    unit: str
    mark_name: str = ""
    """What the line across each bar means."""


@dataclass(frozen=True)
class Series:
    """One line of a chart over weeks."""

    name: str
    values: tuple[float | None, ...]
    """A value a week; None where there is none."""
    is_limit: bool = False
    """Whether it is a limit (drawn as a broken line) rather than what is needed."""


@dataclass(frozen=True)
class Weeks:
    """Lines over weeks that follow each other."""

    first: date
    """The first day of the first week."""
    series: tuple[Series, ...]
    unit: str
    closed: tuple[int, ...] = ()
    """Numbers (from 0) of the weeks without sessions."""
    marks: tuple[tuple[int, str], ...] = ()
    """Week number (from 0) and a word that stands there, such as "start" or "short"."""


@dataclass(frozen=True)
class Stage:
    """One stage of a funnel, as a range."""

    label: str
    low: float
    middle: float
    high: float
    words: str = ""
    """The range in words, such as "about 9 (7 to 11)"."""


@dataclass(frozen=True)
class Funnel:
    """Stages that each hold fewer than the one before."""

    stages: tuple[Stage, ...]
    unit: str


@dataclass(frozen=True)
class GanttRow:
    """One line of a time chart: spans and single days."""

    label: str
    spans: tuple[tuple[date, date], ...] = ()
    days: tuple[tuple[date, str], ...] = ()
    """A day and the word that stands at it; the word may be empty."""


@dataclass(frozen=True)
class Gantt:
    """What happens when."""

    first: date
    last: date
    rows: tuple[GanttRow, ...]


Chart = Bars | Weeks | Funnel | Gantt
