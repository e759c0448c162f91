"""One field of an answer: how it is answered, in which unit and range, and with which words."""

from typing import Literal

from readiness.domain.record import NONE, Record, Sealed

Kind = Literal["ynp", "number", "date", "text", "choice", "dates", "choices", "names"]
"""How a part is answered; `ynp` is yes, partly, no, not sure or not applicable."""

Direction = Literal["ahead", "end", "past"]
"""Which day of which month, week or quarter is meant: the first of the next one (`ahead`), the last
of the next one (`end`: until and including), or the first of the latest one (`past`: a day that has
been)."""

PATIENTS = ("patients", "pasienter")
"""What the unit of a count of patients is called, in each language that templates ship in."""


class Part(Record):
    """One field of an answer."""

    kind: Kind
    """How it is answered."""
    label: str = ""
    """What stands before the field; empty where the question says it all."""
    hint: str = ""
    """What to write, or an example."""
    unit: str = ""
    """Unit of a number."""
    low: float | None = None
    """Least number that makes sense."""
    high: float | None = None
    """Largest number that makes sense."""
    example: float | None = None
    """A number of the field that tells what is meant, shown while its box is empty; none for 4."""
    options: Sealed[str, str] = NONE
    """Value in the plan file to words on the screen; for `ynp` those beside the usual ones."""
    earlier: tuple[str, ...] = ()
    """Options that an earlier version of the template offered: read, shown where a plan holds them,
    and offered no more."""
    optional: bool = False
    """Whether the item can be ready without it."""
    none_label: str = ""
    """What "there is none" is called for this field, e.g. "No plans to leave"."""
    none_words: tuple[str, ...] = ()
    """Words that mean the same as no in this field, e.g. vacant."""
    feeds: str = ""
    """The input of the arithmetic and the calendar that this field answers (said/inputs.py)."""
    direction: Direction = "ahead"
    """Which day a month, a week or a quarter means that is typed at a date."""
    fact: str = ""
    """A fact that stands in for the answer while the person has given none."""

    @property
    def counts_patients(self) -> bool:
        """Whether it is a number of patients: a small one could tell who is meant."""
        return self.unit in PATIENTS
