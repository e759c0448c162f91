"""Commands about practitioners, and about entries of the plan's tables, such as closures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from readiness.app.operations.actions import remove_entry
from readiness.app.operations.people import (
    add_person,
    remove_person,
    rename_person,
    set_role,
    unfit_name,
)
from readiness.describe.act import left_told
from readiness.describe.practitioner import person_words
from readiness.describe.spreadsheet import counted_lines
from readiness.domain.checklist.template import NO_ITEM
from readiness.domain.kinds.value import InvalidValue, Value
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.fields import FormField
from readiness.domain.plan.names import same_name
from readiness.domain.plan.tables import TABLES
from readiness.i18n.language import _, n_
from readiness.i18n.words import ended, spoken
from readiness.line.command_words import command_now
from readiness.line.conversation import Conversation
from readiness.line.question import not_understood
from readiness.line.typed_answer import (
    SAYS_NONE,
    RowsPasted,
    offer_rows,
    said_back,
    takes_offer,
    typed_meaning,
)


def known_one(names: Iterable[str], wanted: str) -> str | None:
    """The one of these names that was meant, whatever its capitals; None if there is none."""
    return next((one for one in names if same_name(one) == same_name(wanted)), None)


def people(talk: Conversation, rest: str) -> None:
    """List the practitioners, or change the list."""
    word, _rest, name = rest.partition(" ")
    if word == "add":
        who = name.strip() or talk.words(_("Initials or a role") + ":")
        if not offer_rows(talk, FieldRef(), 2 if name.strip() else 0):
            _add(talk, who)
    elif word in ("rename", "role", "remove"):
        _change(talk, word, name or talk.words(_("Which practitioner?")))
    else:
        listed = talk.session.plan.people
        facts = talk.session.review.facts.inputs.people
        for who, person in listed.items():
            talk.say(f"{who}: {person_words(person, facts.get(who, {}))}.")
        talk.say(
            f"{counted_lines(FieldRef(), talk.session.template, len(listed))}.",
            _("Type people add, rename, role or remove."),
        )


def _add(talk: Conversation, who: str) -> None:
    role = ""
    if not unfit_name(talk.session.plan, who):
        role = talk.words(_("Role, such as nurse (Enter for none):"), is_optional=True)
    talk.perform(lambda session: add_person(session, who, role))


def _change(talk: Conversation, word: str, name: str) -> None:
    who = known_one(talk.session.plan.people, name)
    if who is None:
        talk.not_listed(name, "people")
    elif word == "remove":
        talk.perform(lambda session: remove_person(session, who))
    elif word == "role":
        role = talk.words(
            _("Role of {who} (now: {role}; Enter keeps it, none takes it out):").format(
                who=who, role=talk.session.plan.people[who].role or _("none")
            )
        )
        if not role:
            talk.say(left_told())
            return
        role = "" if role.casefold() in SAYS_NONE else role
        talk.perform(lambda session: set_role(session, who, role))
    else:
        new = talk.words(_("Another name for {who}, initials or a role:").format(who=who))
        talk.perform(lambda session: rename_person(session, who, new))


KEPT_ELSEWHERE = {"actions": ("state", "reason", "done_on", "item", "from")}
"""Fields that other commands fill in."""


def entries(table: str, talk: Conversation, rest: str) -> None:
    """List the entries, or add, edit or remove one."""
    word, _rest, name = rest.partition(" ")
    there = talk.session.plan.entries(table)
    if word == "add":
        fill(talk, table, talk.session.plan.new_entry(table))
    elif word in ("edit", "remove"):
        known = known_one(there, name)
        if known is None:
            talk.not_listed(name, table)
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
        ref = FieldRef(table=table, entry=key, part=name)
        now = talk.session.plan.entries(table).get(key, {}).get(name)
        try:
            value, said = asked_value(talk, FormField(FieldRef(part=name), part), now, table)
        except RowsPasted:
            return
        if value is not None:
            talk.change(lambda one, ref=ref, value=value: one.set(ref, value), said)  # type: ignore[misc]
    if key not in talk.session.plan.entries(table):
        talk.nothing_added(TABLES[table].entry)


def asked_value(
    talk: Conversation, field: FormField, now: Value | None, table: str = ""
) -> tuple[Value | None, str]:
    """Ask a field of no question; what is meant, and that it was understood, in words.

    None for Enter alone. Raises RowsPasted where rows for the whole table came instead.
    """
    part = field.part
    hint = f" ({part.hint})" if part.hint else ""
    label, held = part.label or field.ref.part, spoken(now) if now is not None else ""
    prompt = _("{label}{hint}. Now: {now}:").format(label=label, hint=hint, now=held or _("none"))
    value, text = value_typed(talk, field, prompt, table)
    if value is None:
        return None, ""
    told = said_back(NO_ITEM, field, value, text, talk.session.frame)
    return value, _("Understood: {answer}").format(answer=ended(told))


def value_typed(
    talk: Conversation,
    field: FormField,
    prompt: str,
    table: str = "",
    also: Sequence[str] = (),
) -> tuple[Value | None, str]:
    """What is meant at a field, and the text that says it; asks until it is understood.

    None for Enter alone; where something was offered, Enter and yes take that. A word of `also` is
    returned as it is. Raises RowsPasted where rows for the whole table came instead.
    """
    found = None
    while True:
        text = talk.words(prompt)
        if table and offer_rows(talk, FieldRef(table=table)):
            raise RowsPasted
        if found is not None and found.offer is not None and takes_offer(field, text):
            return found.offer, ""
        if text.casefold() in also:
            return text, text
        value = typed_meaning(NO_ITEM, field, text, talk.session.frame)
        if not isinstance(value, InvalidValue):
            return value, text
        found = value
        talk.wrong(*not_understood(field, found, _("Or back.")))
