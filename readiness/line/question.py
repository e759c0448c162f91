"""Asking one question: its fields, its rows and its practitioners, one after another."""

from __future__ import annotations

from readiness.app.operations.answers import not_applicable, remove_row
from readiness.describe import act
from readiness.describe.question import note_with, offer_words
from readiness.domain.checklist.part import Part
from readiness.domain.kinds.registry import counted, kind_of
from readiness.domain.kinds.value import (
    NO,
    NOT_APPLICABLE,
    NOT_SURE,
    InvalidValue,
    Value,
    says_nothing,
    standing_word,
)
from readiness.domain.plan.entry_table import next_number
from readiness.domain.plan.field_ref import NOTE, FieldRef
from readiness.domain.plan.fields import (
    FormField,
    as_a_whole,
    no_words,
    own_fields,
    people_fields,
    row_fields,
    whole_field,
)
from readiness.i18n.language import N_, _
from readiness.i18n.words import ended
from readiness.line.command_words import in_english
from readiness.line.conversation import Cancelled, Conversation
from readiness.line.question_lines import (
    again_words,
    field_lines,
    question_lines,
    rows_lines,
    rows_words,
    whole_words,
)
from readiness.line.typed_answer import (
    is_for_people,
    is_numbered,
    names_option,
    offer_rows,
    rest_of_text,
    said_back,
    takes_offer,
    typed_meaning,
)

ROWS = Part(kind="text", label="rows")
"""Stands for the list of a question among its fields."""

NOBODY = N_("No practitioners yet. To list one, type people add AB.")


def visit(talk: Conversation, key: str) -> int:
    """Ask all fields of a question; returns 1 to go on to the next one and -1 to the one before."""
    session = talk.session
    talk.look()
    talk.say(*question_lines(key, session.template, session.plan, session.review))
    turn = len(asked_fields(talk, key)) - 1 if talk.is_backwards else 0
    talk.is_backwards = False
    is_again = False
    while 0 <= turn < len(asked_fields(talk, key)):
        fields = asked_fields(talk, key)
        talk.field = fields[turn]
        if is_again:
            talk.say(again_words(key, session.template.items[key], fields[turn]))
        if talk.field.part is ROWS:
            by = _rows(talk, key, is_again=is_again)
        elif is_again:
            by = take_answer(talk, fields[turn])
        else:
            by = ask_field(talk, fields[turn], turn + 1, len(fields))
        is_again = by == 0
        turn += by
    talk.field = None
    return 1 if turn >= 0 else -1


def asked_fields(talk: Conversation, key: str) -> list[FormField]:
    """The fields of a question as they are asked now."""
    item, plan = talk.session.template.items[key], talk.session.plan
    rows = [FormField(FieldRef(key), ROWS)] if item.row_parts else []
    found = [*rows, *own_fields(key, item, plan), *people_fields(key, item, plan)]
    whole = as_a_whole(item)
    if not found and whole is not None:
        found.append(whole_field(key, item, whole))
    return found


def ask_field(talk: Conversation, field: FormField, number: int, count: int) -> int:
    """Ask one field and take its answer; returns by how many fields to go on."""
    item, plan = talk.session.template.items[field.ref.item], talk.session.plan
    if field.is_whole and item.person_parts:
        talk.say(_(NOBODY))
    talk.say(*field_lines(item, field, plan, number, count))
    return take_answer(talk, field)


def take_answer(talk: Conversation, field: FormField) -> int:
    """Read answers until one is understood; returns how far to go on."""
    item = talk.session.template.items[field.ref.item]
    kind, found = kind_of(field.part), None
    while True:
        line = talk.console.line(_("Answer:"))
        talk.console.give_back(line)
        said = talk.ask("", is_free=kind.is_text, is_answer=names_option(item, field, line))
        if isinstance(said, int):
            return said
        text = said if field.is_one_line or not said.strip() else rest_of_text(talk, said)
        if (
            kind.holds_dates and kind.is_many
        ):  # a column of days answers the one question that asks them
            text = ", ".join(filter(str.strip, (said, *talk.console.block())))
        if found is not None and found.offer is not None and takes_offer(field, text):
            return keep(talk, field, found.offer, rest=found.rest)
        if _is_for_people(talk, field, text):
            continue
        value = typed_meaning(item, field, text, talk.session.frame)
        if value is None:
            return 1
        if not isinstance(value, InvalidValue):
            return keep(talk, field, value, text)
        found = value
        talk.wrong(*not_understood(field, found, _("Or skip, back, help, quit.")))


def not_understood(field: FormField, found: InvalidValue, ways: str) -> list[str]:
    """Why a text is no answer, what would be, and what Enter takes."""
    words = act.not_understood(found)
    offer = offer_words(field, found)
    return [f"{words} {ended(offer)}" if offer else f"{words} {ways}"]


def _is_for_people(talk: Conversation, field: FormField, text: str) -> bool:
    """Refuse a number for all where each practitioner has one; returns whether it was refused."""
    if is_numbered(talk.session.template.items[field.ref.item], field) or not is_for_people(text):
        return False
    words = _('Not understood: "{text}" is for a practitioner, and practitioners come first.')
    tail = _(NOBODY)
    if talk.session.plan.people:
        words = _('Not understood: "{text}" cannot be said for everyone at once.')
        tail = whole_words(talk.session.template.items[field.ref.item])
    talk.wrong(words.format(text=text.strip()), tail)
    return True


def keep(
    talk: Conversation, field: FormField, value: Value, text: str = "", *, rest: str = ""
) -> int:
    """Take an answer into the plan. `text` is what was typed, `rest` what of it becomes a note."""
    item = talk.session.template.items[field.ref.item]
    if value == NOT_APPLICABLE and field.ref.row is None and field.ref.person is None:
        return leave_out(talk, "")
    answer = said_back(item, field, value, text, talk.session.frame)
    talk.change(
        lambda session: session.set(field.ref, value),
        _("Understood: {answer}").format(answer=ended(answer)),
    )
    if rest:
        note = FieldRef(field.ref.item, NOTE)
        whole = note_with(str(talk.session.plan.value(note) or ""), rest)
        said = _("Note: {note}").format(note=ended(rest))
        talk.change(lambda session: session.set(note, whole), said)
    is_named = value == NO and no_words(item, field)
    if kind_of(field.part).is_text and says_nothing(str(value)) and not is_named:
        talk.say(_("It stays as typed, but counts as no answer."))
    elif counted(field.part, value) is None:
        talk.say(_("It stays as typed, but what is not decided yet is no answer."))
    return 1


def leave_out(talk: Conversation, reason: str) -> int:  # noqa: RET503 - go_on never returns
    """Say that the question does not apply; asks why where that was not said."""
    key = talk.asked
    if not reason:
        try:
            reason = talk.words(_("Why does it not apply? It is printed in the plan."))
        except Cancelled:
            talk.say(act.left_told())
            return 0
    if not talk.perform(lambda session: not_applicable(session, key, reason)).is_done:
        return 0
    talk.go_on(1)


def _rows(talk: Conversation, key: str, *, is_again: bool) -> int:
    item, plan = talk.session.template.items[key], talk.session.plan
    if is_again:
        talk.say(rows_words(key, item, plan))
    else:
        talk.say(*rows_lines(key, item, plan))
    said = talk.ask(_("Answer:"), is_free=False)
    if isinstance(said, int):
        return said
    if offer_rows(talk, FieldRef(key)):
        return 0
    typed = in_english(" ".join(said.split()), ("add", "change", "remove"))
    word, _rest, name = typed.partition(" ")
    rows = talk.session.plan.answer(key).rows
    if not word:
        return 1
    if word == "add":
        _fill(talk, key, next_number(rows))
    elif word in ("change", "remove") and name in rows:
        if word == "change":
            _fill(talk, key, name)
        else:
            talk.perform(lambda session: remove_row(session, key, name))
    elif standing_word(said) in (NO, NOT_SURE, NOT_APPLICABLE):
        return _as_a_whole(talk, key, said)
    elif word in ("change", "remove"):
        known = ", ".join(rows) or _("none")
        talk.wrong(
            _('Not understood: there is no {row_name} "{name}"; there are: {known}.').format(
                row_name=item.row_name, name=name, known=known
            )
        )
    else:
        talk.wrong(
            _('Not understood: "{said}"; type add, or no. Or skip, back, help, quit.').format(
                said=said
            )
        )
    return 0


def _fill(talk: Conversation, key: str, row: str) -> None:
    """Ask the fields of a row; back from the first one leaves the row."""
    item, turn = talk.session.template.items[key], 0
    fields = list(row_fields(key, item, talk.session.plan, row))
    while 0 <= turn < len(fields):
        talk.field = fields[turn]
        turn += ask_field(talk, fields[turn], turn + 1, len(fields))
    if row not in talk.session.plan.answer(key).rows:
        talk.nothing_added(item.row_name)


def _as_a_whole(talk: Conversation, key: str, said: str) -> int:
    item = talk.session.template.items[key]
    whole = as_a_whole(item)
    if whole is None:
        return 0
    field = whole_field(key, item, whole)
    if _is_for_people(talk, field, said):
        return 0
    value = typed_meaning(talk.session.template.items[key], field, said, talk.session.frame)
    if value is None:
        talk.wrong(whole_words(talk.session.template.items[key]))
        return 0
    if isinstance(value, InvalidValue):
        talk.wrong(*not_understood(field, value.model_copy(update={"offer": None}), ""))
        return 0
    return keep(talk, field, value)


def answer_all(talk: Conversation, said: str) -> int:
    """Answer for everyone, or for the question as a whole."""
    key = talk.asked
    if as_a_whole(talk.session.template.items[key]) is None:
        talk.wrong(_("This question has one answer of its own; type it."))
        return 0
    step = _as_a_whole(talk, key, said)
    if step:
        talk.go_on(1)
    return step
