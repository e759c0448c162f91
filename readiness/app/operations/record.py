"""What happened after the start is recorded: a month, a meeting, a result, a review, a decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readiness.app.operations.effect import Effect, done
from readiness.app.session import Session
from readiness.domain.followup.balance import doubts
from readiness.domain.followup.record_place import RecordPlace, record_place
from readiness.domain.followup.scale import raters_of
from readiness.domain.kinds.offered import labelled
from readiness.domain.kinds.registry import interpret, kind_of
from readiness.domain.kinds.text import tidied
from readiness.domain.kinds.value import InvalidValue, Value
from readiness.domain.plan.act import Act
from readiness.domain.plan.inputs import as_number
from readiness.domain.plan.records import ADVICE, DECLINED, ROW_REASON, SETTLED
from readiness.domain.record import Record
from readiness.i18n.language import N_, _


class Typed(Record):
    """A record as it was understood, before it is kept."""

    place: RecordPlace
    """Where it stands."""
    values: Mapping[str, Value | None]
    """Its fields by their key; None takes one out."""


def understood(session: Session, words: Sequence[str]) -> Typed | InvalidValue:
    """The record that was typed: its kind, its name, and `key=value` for each field.

    Keys are those of the file; a value is understood as in a field of a form. `key=` takes a
    field out.
    """
    fields = [word for word in words if "=" in word]
    names = [word for word in words if "=" not in word]
    kind, name, row = (*names, "", "", "")[:3]
    plan, template = session.plan, session.template
    place = record_place(plan, template, kind, name, row, session.today)
    if isinstance(place, InvalidValue):
        return place
    found: dict[str, Value | None] = {}
    for field in fields:
        key, _equals, text = field.partition("=")
        part = place.parts.get(key.strip())
        if part is None:
            todo = _("use one of {words}").format(words=", ".join(place.parts))
            why = _('"{key}" is no field of it').format(key=key.strip())
            return InvalidValue(why=why, todo=todo)
        value = None
        if text.strip():
            offers = labelled(part, "", is_item=False) if kind_of(part).is_offered else {}
            value = interpret(part, text.strip(), session.today, offers, is_numbered=False)
        if isinstance(value, InvalidValue):
            why = f"{key.strip()}: {value.why}"
            return value.model_copy(update={"why": why})
        found[key.strip()] = tidied(value) if isinstance(value, str) else value
    if not found:
        keys = ", ".join(place.parts)
        why = _("nothing was said of it")
        return InvalidValue(
            why=why, todo=_("write key=value, with one of {keys}").format(keys=keys)
        )
    return whole(session, place, found)


UNFOUNDED = {
    ROW_REASON: (N_("the raters' scores differ"), N_("say why it is settled so: reason=...")),
    ADVICE: (N_("there is no advice to decline"), N_("write the advice as well: advice=...")),
}
"""What is said where a score lacks one of these fields, and what to do."""


def wanting(session: Session, place: RecordPlace, found: Mapping[str, Value | None]) -> str:
    """The field without which a score is not kept so; empty where none is lacking.

    That is the reason where scores that differ are settled, and the advice that is declined.
    """
    if place.row is None:
        return ""
    row = {**session.plan.scores.get(place.entry, {}).get(place.row, {}), **found}
    raters = raters_of(session.plan.fidelity.get(place.entry, {}))
    scores = {score for who in raters if (score := as_number(row.get(who))) is not None}
    is_settled, is_declined = (found.get(name) is not None for name in (SETTLED, DECLINED))
    if is_settled and len(scores) > 1 and row.get(ROW_REASON) is None:
        return ROW_REASON
    return ADVICE if is_declined and row.get(ADVICE) is None else ""


def whole(
    session: Session, place: RecordPlace, found: Mapping[str, Value | None]
) -> Typed | InvalidValue:
    """The record of these fields, or which of them it lacks."""
    lacking = wanting(session, place, found)
    if not lacking:
        return Typed(place=place, values=found)
    why, todo = UNFOUNDED[lacking]
    return InvalidValue(why=_(why), todo=_(todo))


def record(session: Session, typed: Typed) -> Effect:
    """Keep a record, as one step back."""
    plan = session.plan
    for key, value in typed.values.items():
        plan = plan.with_value(typed.place.ref(key), value)
    return done(session, plan, Act(kind="record", what=typed.place.what))


def doubted(session: Session, place: RecordPlace) -> list[str]:
    """What does not fit in a record that was kept, a sentence each: asked about, never refused."""
    return list(doubts(session.plan, place.table, place.entry)) if place.table != "people" else []
