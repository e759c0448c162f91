"""What is told about a practitioner: role, hours freed, and whether they stay."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from readiness.domain.kinds.value import NO, Value
from readiness.domain.plan.plan import Person
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
