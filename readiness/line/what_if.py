"""The command that tries what could be, and takes it over into the plan where that is wanted."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.app.operations.decisions import take_over
from readiness.describe.what_if import outcome, outcome_of, variant_words
from readiness.domain.capacity.scenarios import Question, variant, ways_to_fit
from readiness.domain.capacity.what_if import Variant
from readiness.i18n.language import _
from readiness.i18n.numerals import whole_number
from readiness.line.command_words import word_now
from readiness.line.conversation import Conversation
from readiness.line.lists import unreckoned

ALWAYS_LISTED = 2
"""Practitioners whose absence is listed without being asked for."""

NAMED = ("leaves", "away", "fewer")
"""The what-ifs that a person may ask for with a name or a number of their own."""


def what_if(talk: Conversation, rest: str) -> None:
    """List what could be, try one, or take one over."""
    session = talk.session
    if session.review.facts.ledger is None:
        talk.wrong(unreckoned(talk))
        return
    said = rest.removeprefix("if").strip()
    is_taken = said.split(" ")[0] == "take"
    said = said.removeprefix("take").strip()
    if not said:
        _list(talk)
        return
    found = _found(talk, said)
    if found is None:
        words = _('"{text}" is no what-if. Type whatif for the list, or whatif leaves CD 12.')
        talk.wrong(words.format(text=said))
    elif is_taken:
        talk.perform(lambda session: take_over(session, found))
    else:
        _try(talk, said, found)


def _list(talk: Conversation) -> None:
    template = talk.session.template
    talk.say(_as_it_is(talk))
    for number, one in enumerate(_variants(talk), 1):
        talk.say(f"{number}. {variant_words(one)}: {outcome_of(one, template).words}.")
    talk.say(
        _("Type whatif 1 to try one, whatif take 1 to take it over into the plan."),
        _("Others: whatif leaves CD 12, whatif away CD 12 (a week), whatif fewer 5 (patients)."),
    )


def _as_it_is(talk: Conversation) -> str:
    said = outcome(talk.session.review.facts.ledger).words
    return _("As it is: {outcome}.").format(outcome=said)


def _try(talk: Conversation, said: str, found: Variant) -> None:
    talk.say(_("What if: {what}?").format(what=found.words), _as_it_is(talk))
    then = outcome_of(found, talk.session.template).words
    talk.say(_("Then: {outcome}.").format(outcome=then))
    words = _("Nothing is in the plan. Type whatif take {said} to take it over.")
    word, space, more = said.partition(" ")
    talk.say(words.format(said=f"{word_now(word)}{space}{more}"))


def _variants(talk: Conversation) -> list[Variant]:
    """What is listed: who leaves or is away, groups, one more, one fewer, what makes it fit."""
    found = list[Variant]()
    for one in (*_usual(talk), *ways_to_fit(talk.session.plan, talk.session.template)):
        if all(one.plan != other.plan for other in found):
            found.append(one)
    return found


def _usual(talk: Conversation) -> Iterator[Variant]:
    first, *others = list(talk.session.plan.people)[:ALWAYS_LISTED] or [""]
    asked = [(kind, Question(who=who)) for who in (first, *others) for kind in ("leaves", "away")]
    asked += [(kind, Question()) for kind in ("groups", "more", "fewer")]
    found = (_variant(talk, kind, one) for kind, one in asked)
    return (one for one in found if one is not None)


def _variant(talk: Conversation, kind: str, asked: Question) -> Variant | None:
    session = talk.session
    planned = session.review.facts.patients_planned
    return variant(kind, asked, session.plan, session.template, planned)


def _found(talk: Conversation, said: str) -> Variant | None:
    """The what-if of a number in the list, or of words such as `leaves CD 12`."""
    word, _space, more = said.partition(" ")
    number = whole_number(word)
    if number is not None and not more:
        return dict(enumerate(_variants(talk), 1)).get(number)
    asked = Question().typed(word, more, talk.session.plan) if word in NAMED else None
    is_said = more[-1:].isdecimal() and (word == "fewer" or bool(asked and asked.who))
    return _variant(talk, word, asked) if asked is not None and is_said else None
