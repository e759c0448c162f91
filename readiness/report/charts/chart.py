"""The charts of a document as plain data: what they show, and nothing of how it is drawn."""

from dataclasses import dataclass
from datetime import date

from readiness.describe.state import State
from readiness.describe.timeline import Day, Lane


@dataclass(frozen=True)
class SquareRow:
    """One area: a square for each of its questions."""

    label: str
    states: tuple[State, ...]
    """Worst first."""
    words: str = ""
    """The counts in words."""


@dataclass(frozen=True)
class Squares:
    """One square a question, its sign inside."""

    rows: tuple[SquareRow, ...]


@dataclass(frozen=True)
class Bar:
    """One bar of a chart, from 0."""

    label: str
    value: float
    note: str = ""
    """A second line under the label."""
    missing: float = 0.0
    """What lacks beyond the value."""
    target: float | None = None
    """A line across this bar, such as the hours that are freed."""
    low: float | None = None
    high: float | None = None
    """The ends of its range, where it is one."""
    words: str = ""
    """What stands behind the bar, such as "2 missing"."""
    is_goal: bool = False
    """Whether it is what is wanted, rather than what there is."""


@dataclass(frozen=True)
class Bars:
    """Horizontal bars on one scale from 0."""

    bars: tuple[Bar, ...]
    unit: str
    goal: float | None = None
    """A line across all bars."""
    goal_name: str = ""
    """What the line across a single bar means."""


@dataclass(frozen=True)
class Panel:
    """One practitioner's weeks."""

    label: str
    note: str
    """The role."""
    needed: tuple[float, ...]
    """Hours a week; 0 where nothing is needed."""
    freed: float | None
    """Hours freed in a usual week; None where nobody has said."""
    leaves: int | None = None
    """The first week, from 0, in which the person is not there any more."""
    leaving: str = ""
    """What is said there."""

    def short(self, week: int) -> float:
        """Hours that lack in a week."""
        return 0.0 if self.freed is None else max(0.0, self.needed[week] - self.freed)


@dataclass(frozen=True)
class Weeks:
    """Hours needed each week against the hours freed: a panel a person, on one scale."""

    first: date
    """The Monday of the first week."""
    panels: tuple[Panel, ...]
    closed: tuple[tuple[int, int, str], ...] = ()
    """First and last week (from 0) of each time without sessions, and its name."""


@dataclass(frozen=True)
class Timeline:
    """What happens when, from today to the decision."""

    first: date
    last: date
    lanes: tuple[Lane, ...]
    closed: tuple[tuple[date, date], ...] = ()
    start: date | None = None
    """The first day with patients."""


@dataclass(frozen=True)
class Finish:
    """When the first patients finish, against the end of the period."""

    points: tuple[Day, ...]
    """As planned, likely and at worst, each with its words."""
    end: date
    end_words: str


Chart = Squares | Bars | Weeks | Timeline | Finish
