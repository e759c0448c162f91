"""Commands about the plan's own tables: entries of closures, absences, rounds and actions."""

from __future__ import annotations

from readiness.app.operations.actions import remove_entry
from readiness.domain.checklist.template import Item
from readiness.domain.kinds.value import InvalidValue, Value
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.fields import FormField
from readiness.domain.plan.tables import TABLES
from readiness.i18n.language import _, n_
from readiness.i18n.words import ended, spoken
from readiness.line.command_words import command_now
from readiness.line.conversation import Conversation
from readiness.line.people import known_one
from readiness.line.question import not_understood
from readiness.line.spreadsheet import RowsPasted, offer_rows
from readiness.line.typed_answer import meant, said_back, takes_offer

KEPT_ELSEWHERE = {"actions": ("state", "reason", "done_on", "item", "from")}
"""Fields that other commands fill in."""


def closures(talk: Conversation, rest: str) -> None:
    """Times without sessions."""
    _sheet(talk, "closures", rest)


def absences(talk: Conversation, rest: str) -> None:
    """When a practitioner is away."""
    _sheet(talk, "absences", rest)


def rounds(talk: Conversation, rest: str) -> None:
    """When how many patients start."""
    _sheet(talk, "rounds", rest)


def _sheet(talk: Conversation, table: str, rest: str) -> None:
    """List the entries, or add, edit or remove one."""
    word, _rest, name = rest.partition(" ")
    there = talk.session.plan.entries(table)
    if word == "add":
        fill(talk, table, talk.session.plan.new_entry(table))
    elif word in ("edit", "remove"):
        known = known_one(there, name)
        if known is None:
            words = _('There is no {entry} "{name}". Type {command} for the list.')
            entry = TABLES[table].entry
            talk.wrong(words.format(entry=entry, name=name, command=command_now(table)))
        elif word == "edit":
            fill(talk, table, known)
        else:
            talk.perform(lambda session: remove_entry(session, table, known))
    else:
        _list(talk, table)


def _list(talk: Conversation, table: str) -> None:
    found, there = TABLES[table], talk.session.plan.entries(table)
    talk.say(f"{found.title}:")
    for key, fields in there.items():
        told = (
            f"{part.label}: {spoken(fields[name])}"
            for name, part in found.parts.items()
            if name in fields
        )
        talk.say(f"{key}. {', '.join(told)}.")
    count = n_("{n} entry.", "{n} entries.", len(there)).format(n=len(there))
    more = _("Type {command} add, {command} edit 1 or {command} remove 1.")
    talk.say(count, more.format(command=command_now(table)))


def fill(talk: Conversation, table: str, key: str) -> None:
    """Ask every field of an entry that a person fills in; Enter leaves one as it is."""
    talk.say(_("Enter leaves a field as it is."))
    for name, part in TABLES[table].parts.items():
        if name in KEPT_ELSEWHERE.get(table, ()):
            continue
        now = talk.session.plan.entries(table).get(key, {}).get(name)
        hint = f" ({part.hint})" if part.hint else ""
        prompt = _("{label}{hint}. Now: {now}:").format(
            label=part.label, hint=hint, now=spoken(now) or _("none")
        )
        field = FormField(FieldRef(part=name), part)
        try:
            value, text = value_typed(talk, field, prompt, table)
        except RowsPasted:
            return
        if value is not None:
            told = said_back(NO_QUESTION, field, value, text, talk.session.frame)
            said = _("Understood: {answer}").format(answer=ended(told))
            ref = FieldRef(table=table, entry=key, part=name)
            talk.change(lambda one, ref=ref, value=value: one.set(ref, value), said)  # type: ignore[misc]
    if key not in talk.session.plan.entries(table):
        nothing = _("Nothing was said, so no {row_name} was added.")
        talk.say(nothing.format(row_name=TABLES[table].entry))


NO_QUESTION = Item(
    area="", short="", question="", ready_when="", why="", if_not="", driver="organisation"
)
"""Stands for the question of a field that belongs to none."""


def value_typed(
    talk: Conversation, field: FormField, prompt: str, table: str = ""
) -> tuple[Value | None, str]:
    """What is meant, and the text that says it; Enter and yes take what was offered.

    None for Enter alone. Raises RowsPasted where rows for the whole table came instead.
    """
    found = None
    while True:
        text = talk.words(prompt)
        if table and offer_rows(talk, FieldRef(table=table)):
            raise RowsPasted
        if found is not None and found.offer is not None and takes_offer(field, text):
            return found.offer, ""
        value = meant(NO_QUESTION, field, text, talk.session.frame)
        if not isinstance(value, InvalidValue):
            return value, text
        found = value
        talk.wrong(*not_understood(field, found, _("Or back.")))
