"""What is said of identifying text in the moment it is typed; the answer is kept all the same."""

from __future__ import annotations

from datetime import date

from readiness.domain.checklist.template import Template
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.free_text import texts_of
from readiness.domain.plan.names import full_name_told
from readiness.domain.plan.plan import Plan
from readiness.domain.xrays.identifiers import looks_identifying
from readiness.i18n.language import _
from readiness.i18n.words import listed


def identifying_told(text: str, today: date) -> str:
    """What to say of a text that seems to identify a person; empty where nothing seems to."""
    kinds = looks_identifying(text, today)
    if not kinds:
        return ""
    words = _(
        "This looks as if it holds {kinds}. The plan and its PDF are passed on: take it out if it "
        "is about a patient; for staff, initials or a role are enough."
    )
    return words.format(kinds=listed(kinds))


def name_told(name: str, today: date) -> str:
    """What to say of a practitioner's name that seems to identify a person; else empty.

    A full name is meant as well as what `identifying_told` finds.
    """
    return full_name_told(name) or identifying_told(name, today)


def newly_identifying(before: Plan, after: Plan, template: Template, today: date) -> list[str]:
    """What to say of the texts that a change brought into a plan, each sentence once."""
    old = set(texts_of(before, template))
    new = [one for one in texts_of(after, template) if one not in old]
    told = [
        name_told(text, today) if _is_name(place) else identifying_told(text, today)
        for place, text in new
    ]
    return list(dict.fromkeys(filter(None, told)))


def _is_name(place: FieldRef) -> bool:
    return bool(place.person) and not place.part
