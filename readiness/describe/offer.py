"""What was probably meant by a text that is no answer yet, and how it is taken."""

from __future__ import annotations

from readiness.domain.kinds.registry import kind_of
from readiness.domain.kinds.value import InvalidValue
from readiness.domain.plan.fields import FormField
from readiness.i18n.language import _

FEW = 2
"""Days that are told again where they are offered; of more, only how many."""


def offer_words(field: FormField, found: InvalidValue) -> str:
    """What Enter takes, and what becomes of the rest; empty where nothing is offered."""
    if found.offer is None:
        return ""
    offer = kind_of(field.part).understood(field.part, found.offer)
    if isinstance(found.offer, tuple) and len(found.offer) > FEW:
        offer = _("these {n} days").format(n=len(found.offer))
    if not found.rest:
        return _("Enter takes {offer}").format(offer=offer)
    words = _('Enter takes {offer}, and "{rest}" as a note')
    if not field.ref.item:
        words = _('Enter takes {offer} without "{rest}"')
    return words.format(offer=offer, rest=found.rest)


def note_with(note: str, rest: str) -> str:
    """A question's note with what was typed beside an answer."""
    return f"{note.rstrip()}\n{rest}" if note.strip() and rest not in note else note or rest
