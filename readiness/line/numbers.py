"""The command about the numbers that the program reckons with."""

from __future__ import annotations

from readiness.describe.numbers import (
    answer_of,
    answered_words,
    number_line,
    number_told,
    origin_words,
)
from readiness.domain.checklist.limits import Assumption, amount_limit
from readiness.domain.plan.field_ref import number_ref
from readiness.i18n.language import _
from readiness.i18n.numerals import whole_number
from readiness.i18n.reading import Unclear
from readiness.i18n.typed_numbers import read_number
from readiness.i18n.words import YES_OR_NO, ended, exact_words
from readiness.line.conversation import Conversation
from readiness.line.typed_answer import SAYS_NONE


def numbers(talk: Conversation, rest: str) -> None:
    """List the numbers, or change one; none brings the default back."""
    found = talk.session.template.practice.numbers
    if not rest:
        for place, (name, one) in enumerate(found.items(), 1):
            talk.say(f"{place}. {_told(talk, name, one)}")
        talk.say(_("An answer goes before them. Type numbers 1 to change one."))
        return
    names = list(found)
    number = whole_number(rest, len(names))
    if not number:
        talk.wrong(_("Type numbers for the list, then numbers and its number."))
        return
    name = names[number - 1]
    if isinstance(found[name].value, tuple):
        talk.wrong(_("This one has several numbers and stays as it is."))
        return
    _change(talk, name, found[name])


def _change(talk: Conversation, name: str, one: Assumption) -> None:
    talk.say(_told(talk, name, one))
    least, most, _why = amount_limit(name, one.unit)
    words = _("Your number, from {least} to {most}; none brings the default back, Enter leaves it:")
    if one.unit == YES_OR_NO:
        words = _("Yes or no; none brings the default back, Enter leaves it:")
    text = talk.words(words.format(least=exact_words(least), most=exact_words(most)))
    if not text:
        talk.say(_("Left as it was."))
        return
    if text.casefold() in SAYS_NONE:
        talk.change(
            lambda session: session.set(number_ref(name), None),
            _("The default counts again."),
        )
        return
    found = read_number(text, one.unit)
    if isinstance(found, Unclear):
        words = _("Not understood: {why}; {todo}.").format(why=found.why, todo=found.todo)
        talk.wrong(words, _("Left as it was."))
        return
    if found is None or not least <= found.number <= most:
        talk.wrong(_("Not understood. Left as it was."))
        return
    number = found.number
    said = _("Understood: {what}.").format(what=number_told(one, number))
    talk.change(lambda session: session.set(number_ref(name), number), said)


def _told(talk: Conversation, name: str, one: Assumption) -> str:
    session = talk.session
    answer = answer_of(name, session.template, session.review.facts.inputs)
    own = session.plan.assumptions.get(name)
    where = answered_words(answer[0]) if answer else origin_words(one, own, session.template)
    return f"{number_line(one, own, answer[1] if answer else None)}; {ended(where)}"
