"""What a template says about the time after the start: rules, their limits, and fidelity scales."""

from __future__ import annotations

from typing import Literal

from readiness.domain.checklist.limits import Assumption
from readiness.domain.record import NONE, Record, Sealed


class FollowUpRule(Record):
    """One thing that is looked at after the start. The program knows when; this is why and what."""

    short: str
    """Two or three words for lists."""
    why: str = ""
    """Why it matters."""
    sources: tuple[str, ...] = ()
    """Ids in the reference list; none means our default."""
    action: str = ""
    """What to do where it is off plan."""


class FollowUp(Record):
    """How the time after the start is judged; a rule or a limit that is missing judges nothing."""

    numbers: Sealed[str, Assumption] = NONE
    """The limits of the rules, by name."""
    rules: Sealed[str, FollowUpRule] = NONE
    """The rules by id, FOL-01 to FOL-20, in their order."""

    def number(self, name: str) -> float | None:
        """A limit by its name, in the unit its template gives; None where the template has none."""
        found = self.numbers.get(name)
        return found.number if found else None


class Criterion(Record):
    """One criterion of a fidelity scale, named and never quoted: raters use their own copy."""

    number: int
    """Its number in the scale."""
    label: str
    """What it is called, in two or three words."""
    low: int | None = None
    """Its lowest score, where it differs from the scale's."""
    high: int | None = None
    """Its highest score, where it differs from the scale's."""
    group: str = ""
    """The part of the scale it belongs to, if it has parts."""
    not_applicable: bool = False
    """Whether it may be left out where it does not apply."""


class FidelityScale(Record):
    """A scale by which fidelity is rated. It holds names and numbers, never the scale's text."""

    name: str
    """What it is called."""
    version: str = ""
    """Which edition of it."""
    get_it: str = ""
    """Where a rater gets the scale itself."""
    about: str = ""
    """What must be known to read it, such as that it is no fidelity scale."""
    low: int = 1
    """The lowest score of a criterion."""
    high: int = 5
    """The highest score of a criterion."""
    total: Literal["mean", "sum", "none"] = "mean"
    """How the scores are taken together, if they are."""
    raters: int = 2
    """How many rate it."""
    missing_most: int = 0
    """Criteria that may be missing where there is a total all the same."""
    bands: tuple[str, ...] = ()
    """The thresholds that part the total into bands, highest first."""
    sources: tuple[str, ...] = ()
    """Ids in the reference list."""
    items: Sealed[str, Criterion] = NONE
    """Its criteria by id, in their order."""
