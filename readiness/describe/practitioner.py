"""What is told about a practitioner: role, hours, and whether they stay."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from readiness.domain.checklist.part import Part
from readiness.domain.kinds.value import NO, Value
from readiness.domain.plan.plan import Person
from readiness.domain.rules.review import Review
from readiness.i18n.language import _
from readiness.i18n.words import date_words, number_words


def role_words(person: Person) -> str:
    """What a practitioner is, or that nothing was said of it."""
    return person.role or _("no role")


def hours_words(said: Mapping[str, Value]) -> str:
    """The hours that are freed for a practitioner; `said` holds what was answered, by input."""
    freed = said.get("hours_freed")
    if not isinstance(freed, int | float):
        return _("hours not said")
    return _("{n} h a week freed").format(n=number_words(freed))


def stay_words(said: Mapping[str, Value]) -> str:
    """Whether a practitioner leaves, and when."""
    leaves = said.get("leaves")
    if isinstance(leaves, date):
        return _("leaves on {day}").format(day=date_words(leaves))
    return _("stays") if leaves == NO else _("not said whether they stay")


def person_words(person: Person, said: Mapping[str, Value]) -> str:
    """A practitioner in one line."""
    return ", ".join((role_words(person), hours_words(said), stay_words(said)))


SLACK = 0.005
"""Hours below which nothing is missing, for sums of minutes are not exact."""


def hours_beside(part: Part, who: str, review: Review) -> tuple[str, str]:
    """The hours that a practitioner needs a week, and what is missing of those freed or left over.

    Both are empty where the part does not ask for the hours freed, or they cannot be reckoned yet;
    the second begins with `!` where hours are missing.
    """
    facts = review.facts.people.get(who, {})
    needed, freed = facts.get("hours_needed"), facts.get("hours_freed")
    if part.feeds != "hours_freed" or not isinstance(needed, int | float):
        return "", ""
    need = _("needs {hours}").format(hours=number_words(needed))
    if not isinstance(freed, int | float):
        return need, ""
    return need, left_words(freed - needed)


def left_words(left: float | None) -> str:
    """The hours a week that are left over, or missing with `!` before them; empty if not known."""
    if left is None:
        return ""
    if left < -SLACK:
        return _("! {hours} short").format(hours=number_words(-left))
    return _("{hours} to spare").format(hours=number_words(left))
