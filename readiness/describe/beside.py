"""What follows from an answer about one practitioner, in a few words that stand beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.i18n.language import _
from readiness.i18n.words import number_words

if TYPE_CHECKING:
    from readiness.domain.checklist.part import Part
    from readiness.domain.rules.review import Review

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
