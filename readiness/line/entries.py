"""Commands about the plan's own tables: entries of closures, absences, rounds and actions."""

from __future__ import annotations

from readiness.app.operations.actions import remove_entry
from readiness.domain.checklist.template import Item
from readiness.domain.kinds.value import InvalidValue, Value
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.fields import FormField
from readiness.domain.plan.sheets import SHEETS
from readiness.i18n.language import _, n_
from readiness.i18n.words import spoken
from readiness.line.meaning import meant
from readiness.line.people import known_one
from readiness.line.spoken import command_now
from readiness.line.walk import Walk

KEPT_ELSEWHERE = ("state", "reason", "done_on", "item")
"""Fields of an action that other commands fill in."""


def closures(walk: Walk, rest: str) -> None:
    """Times without sessions."""
    _sheet(walk, "closures", rest)


def absences(walk: Walk, rest: str) -> None:
    """When a practitioner is away."""
    _sheet(walk, "absences", rest)


def rounds(walk: Walk, rest: str) -> None:
    """When how many patients start."""
    _sheet(walk, "rounds", rest)


def _sheet(walk: Walk, sheet: str, rest: str) -> None:
    """List the entries, or add, edit or remove one."""
    word, _rest, name = rest.partition(" ")
    there = walk.session.plan.entries(sheet)
    if word == "add":
        fill(walk, sheet, walk.session.plan.new_entry(sheet))
    elif word in ("edit", "remove"):
        known = known_one(there, name)
        if known is None:
            words = _('There is no {entry} "{name}". Type {command} for the list.')
            entry = SHEETS[sheet].entry
            walk.talk.wrong(words.format(entry=entry, name=name, command=command_now(sheet)))
        elif word == "edit":
            fill(walk, sheet, known)
        else:
            walk.perform(lambda session: remove_entry(session, sheet, known))
    else:
        _list(walk, sheet)


def _list(walk: Walk, sheet: str) -> None:
    found, there = SHEETS[sheet], walk.session.plan.entries(sheet)
    walk.talk.say(f"{found.title}:")
    for key, fields in there.items():
        told = (
            f"{part.label}: {spoken(fields[name])}"
            for name, part in found.parts.items()
            if name in fields
        )
        walk.talk.say(f"{key}. {', '.join(told)}.")
    count = n_("{n} entry.", "{n} entries.", len(there)).format(n=len(there))
    more = _("Type {command} add, {command} edit 1 or {command} remove 1.")
    walk.talk.say(count, more.format(command=command_now(sheet)))


def fill(walk: Walk, sheet: str, key: str) -> None:
    """Ask every field of an entry that a person fills in; Enter leaves one as it is."""
    walk.talk.say(_("Enter leaves a field as it is."))
    for name, part in SHEETS[sheet].parts.items():
        if name in KEPT_ELSEWHERE:
            continue
        now = walk.session.plan.entries(sheet).get(key, {}).get(name)
        hint = f" ({part.hint})" if part.hint else ""
        prompt = _("{label}{hint}. Now: {now}:").format(
            label=part.label, hint=hint, now=spoken(now) or _("none")
        )
        value = _value(walk, FormField(FieldRef(part=name), part), prompt)
        if value is not None:
            said = _("Understood: {value}.").format(value=spoken(value))
            ref = FieldRef(table=sheet, entry=key, part=name)
            walk.change(lambda one, ref=ref, value=value: one.set(ref, value), said)  # type: ignore[misc]
    if key not in walk.session.plan.entries(sheet):
        nothing = _("Nothing was said, so no {row_name} was added.")
        walk.talk.say(nothing.format(row_name=SHEETS[sheet].entry))


_ANY = Item(area="", short="", question="", ready_when="", why="", if_not="", driver="organisation")
"""Stands for the question of a field that belongs to none."""


def _value(walk: Walk, field: FormField, prompt: str) -> Value | None:
    while True:
        text = walk.words(prompt)
        value = meant(_ANY, field, text, walk.session.today)
        if not isinstance(value, InvalidValue):
            return value
        walk.talk.wrong(
            _("Not understood: {why}; {todo}. Or back.").format(why=value.why, todo=value.todo)
        )
