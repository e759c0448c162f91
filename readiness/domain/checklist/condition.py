"""Conditions of a template: comparisons over answers and named facts, as data and never as code."""

from __future__ import annotations

from datetime import date

from readiness.domain.record import Record

Limit = float | int | date | str
"""A number or a date; a word is the name of a threshold of the template or of a fact."""

QUANTIFIERS = ("some_person", "every_person", "some_row", "every_row")
SUBJECTS = ("part", "fact", "count")
TESTS = (
    "is_",
    "any_of",
    "below",
    "above",
    "at_least",
    "at_most",
    "before",
    "after",
    "blank",
    "given",
    "unanswered",
    "same_as",
    "numbered",
)


class Condition(Record):
    """One condition; exactly one of: a combination, a quantifier, or a subject with one test.

    A condition about something that is not known is neither true nor false: it raises no flag and
    makes nothing ready.
    """

    all: tuple[Condition, ...] | None = None
    """Every one of these holds."""
    any: tuple[Condition, ...] | None = None
    """At least one of these holds."""
    not_: Condition | None = None
    """This does not hold (unknown stays unknown)."""

    some_person: Condition | None = None
    """It holds for at least one practitioner; a flag then names each of them."""
    every_person: Condition | None = None
    """It holds for every practitioner, and there is at least one."""
    some_row: Condition | None = None
    """It holds for at least one row of the item's table."""
    every_row: Condition | None = None
    """It holds for every row of the item's table, and there is at least one."""

    item: str | None = None
    """Another item's id; without it the item that the rule belongs to."""
    part: str | None = None
    """A part of the item's answer, of the row or of the practitioner in question."""
    fact: str | None = None
    """A named fact that the program works out (see the list of facts in the help)."""
    count: str | None = None
    """How many: `rows` for the rows of the table, or a part that holds a list."""

    is_: str | None = None
    """The answer is this word (an option, or yes, partly, no, not sure)."""
    any_of: tuple[str, ...] | None = None
    """The answer is one of these words."""
    below: Limit | None = None
    """Less than this number."""
    above: Limit | None = None
    """More than this number."""
    at_least: Limit | None = None
    """This number or more."""
    at_most: Limit | None = None
    """This number or less."""
    before: Limit | None = None
    """Earlier than this date or fact."""
    after: Limit | None = None
    """Later than this date or fact."""
    blank: bool | None = None
    """The item was answered and this was left empty or answered with no."""
    given: bool | None = None
    """There is an answer, and it is neither no nor not sure."""
    unanswered: bool | None = None
    """The item was answered and nothing was said here, not even no or not sure."""
    same_as: str | None = None
    """The same words as in this other part, whatever the capitals."""
    numbered: bool | None = None
    """The text names a number, in figures or in words of the template's language."""

    def __post_init__(self) -> None:
        """Look whether it is one thing. Raises ValueError."""
        groups = [name for name in ("all", "any", "not_", *QUANTIFIERS) if getattr(self, name)]
        subjects = [name for name in SUBJECTS if getattr(self, name) is not None]
        tests = [name for name in TESTS if getattr(self, name) is not None]
        if len(groups) == 1 and not subjects and not tests and self.item is None:
            return
        if not groups and len(subjects) == 1 and len(tests) == 1:
            return
        message = (
            "a condition is either one of all, any, not, some_person, every_person, some_row, "
            "every_row, or one of part, fact, count together with one test such as is or above"
        )
        raise ValueError(message)

    @property
    def is_about_people(self) -> bool:
        """Whether it looks at practitioners rather than at rows."""
        return self.some_person is not None or self.every_person is not None

    @property
    def quantified(self) -> Condition:
        """The condition that is asked of each practitioner or row; itself for any other."""
        inner = (getattr(self, name) for name in QUANTIFIERS)
        return next((one for one in inner if one is not None), self)

    @property
    def subject(self) -> str:
        """Which of part, fact and count this condition looks at; empty for a combination."""
        return next((name for name in SUBJECTS if getattr(self, name) is not None), "")

    @property
    def test(self) -> tuple[str, object]:
        """The name of the test and what it compares with; empty for a combination."""
        for name in TESTS:
            wanted = getattr(self, name)
            if wanted is not None:
                return name, wanted
        return "", None

    @property
    def children(self) -> tuple[Condition, ...]:
        """The conditions right inside this one."""
        inner = [getattr(self, name) for name in ("not_", *QUANTIFIERS)]
        return (*(self.all or ()), *(self.any or ()), *(c for c in inner if c is not None))
