"""The command about the practitioners of a plan."""

from __future__ import annotations

from collections.abc import Iterable

from readiness.app.operations.people import (
    add_person,
    remove_person,
    rename_person,
    set_role,
    unfit_name,
)
from readiness.describe.person import person_words
from readiness.describe.spreadsheet import counted_lines
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.names import same_name
from readiness.i18n.language import _
from readiness.line.conversation import Conversation
from readiness.line.spreadsheet import offer_rows
from readiness.line.typed_answer import SAYS_NONE


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
        talk.wrong(
            _('There is no practitioner "{name}". Type people for the list.').format(name=name)
        )
    elif word == "remove":
        talk.perform(lambda session: remove_person(session, who))
    elif word == "role":
        role = talk.words(
            _("Role of {who} (now: {role}; Enter keeps it, none takes it out):").format(
                who=who, role=talk.session.plan.people[who].role or _("none")
            )
        )
        if not role:
            talk.say(_("Left as it was."))
            return
        role = "" if role.casefold() in SAYS_NONE else role
        talk.perform(lambda session: set_role(session, who, role))
    else:
        new = talk.words(_("Another name for {who}, initials or a role:").format(who=who))
        talk.perform(lambda session: rename_person(session, who, new))
