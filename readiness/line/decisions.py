"""Commands about the flags, the actions and the dates of a plan, and about what could be."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.app.operations.actions import adopt, drop, finish, remove_entry, reopen
from readiness.app.operations.dates import move, move_back, take_over
from readiness.app.operations.decisions import accept, look_again, take_variant, withdraw
from readiness.describe.action import action_sentences
from readiness.describe.flag import flag_details, severity_words
from readiness.describe.what_if import outcome, outcome_of, variant_words
from readiness.domain.capacity.scenarios import Question, variant, ways_to_fit
from readiness.domain.capacity.what_if import Variant
from readiness.domain.rules.flags import Flag
from readiness.domain.schedule.actions import actions_of, gaps
from readiness.domain.schedule.calendar import Event, events_of, next_events
from readiness.i18n.language import _, n_
from readiness.i18n.numerals import whole_number
from readiness.i18n.words import date_words, ended
from readiness.line.command_words import word_now
from readiness.line.conversation import Conversation
from readiness.line.entries import fill, known_one
from readiness.line.lists import unreckoned

PROPOSED = 20
"""Dates that are listed at once."""


def flags(talk: Conversation, rest: str) -> None:
    """List the flags, tell about one, accept one, or withdraw that."""
    word, _rest, name = rest.partition(" ")
    names = {flag.id: flag for flag in talk.session.review.flags}
    if not rest:
        for flag in names.values():
            talk.say(f"{flag.id}, {severity_words(flag)}: {flag.says}")
        talk.say(
            n_("{n} flag", "{n} flags", len(names)).format(n=len(names)) + ".",
            _("Type flags and a name for more about one."),
        )
        return
    wanted, day = name if word in ("accept", "withdraw") else rest, ""
    if word == "again":
        wanted, _space, day = name.partition(" ")
    known = known_one(names, wanted)
    if known is None:
        talk.not_listed(wanted or rest, "flags")
    elif word == "accept":
        _accept(talk, names[known])
    elif word == "again":
        talk.perform(lambda session: look_again(session, known, day))
    elif word == "withdraw":
        talk.perform(lambda session: withdraw(session, known))
    else:
        flag = names[known]
        talk.say(f"{flag.id}, {severity_words(flag)}: {flag.says}")
        talk.say(*(one.line for one in flag_details(flag, talk.session.template)))


def _accept(talk: Conversation, flag: Flag) -> None:
    reason, by = ask_acceptance(talk, flag.id, flag.says)
    talk.perform(lambda session: accept(session, flag, reason, by))


def ask_acceptance(talk: Conversation, name: str, says: str) -> tuple[str, str]:
    """Why something is accepted, and by whom; empty where that was not said."""
    words = _("{id}: {says} It stays visible, with your reason and name.")
    talk.say(words.format(id=name, says=says))
    reason = talk.words(_("Why is it accepted?"))
    by = talk.words(_("Who answers for it (initials or role)?")) if reason else ""
    return reason, by


def actions(talk: Conversation, rest: str) -> None:
    """List the actions, or adopt, add, edit, finish, drop or reopen one."""
    word, _rest, name = rest.partition(" ")
    if word == "adopt":
        _adopt(talk, name or talk.item or "")
    elif word == "add":
        key = talk.session.plan.new_entry("actions")
        fill(talk, "actions", key)
    elif word in ("edit", "done", "drop", "reopen", "remove"):
        known = known_one(talk.session.plan.actions, name)
        if known is None:
            talk.not_listed(name, "actions")
        else:
            _work(talk, word, known)
    elif word == "gaps":
        left = gaps(talk.session.plan, talk.session.review)
        items = talk.session.template.items
        talk.say(*(f"{key}, {items[key].short}: {ended(items[key].if_not)}" for key in left))
        talk.say(n_("{n} question", "{n} questions", len(left)).format(n=len(left)) + ".")
    else:
        listed = actions_of(talk.session.plan)
        for one in listed:
            talk.say(_("Action {key}. {action}").format(key=one.key, action=action_sentences(one)))
        left = gaps(talk.session.plan, talk.session.review)
        talk.say(
            n_("{n} action.", "{n} actions.", len(listed)).format(n=len(listed)),
            n_(
                "{n} open or flagged question has none.",
                "{n} open or flagged questions have none.",
                len(left),
            ).format(n=len(left)),
        )
        if left:
            talk.say(_("Next without one: {left}. Type actions adopt {left}.").format(left=left[0]))


def _adopt(talk: Conversation, name: str) -> None:
    session = talk.session
    key = known_one(session.template.items, name)
    if key is None:
        talk.not_listed(name, "list")
        return
    effect = talk.perform(lambda one: adopt(one, key))
    if effect.is_done:
        action = effect.act.entry
        talk.say(str(session.plan.actions[action].get("action", "")))
        talk.say(_("Type actions edit {action} to say who and when.").format(action=action))


def _work(talk: Conversation, word: str, key: str) -> None:
    if word == "edit":
        fill(talk, "actions", key)
    elif word == "remove":
        talk.perform(lambda session: remove_entry(session, "actions", key))
    elif word == "drop":
        reason = talk.words(_("Why is it dropped?"))
        talk.perform(lambda session: drop(session, key, reason))
    else:
        way = finish if word == "done" else reopen
        talk.perform(lambda session: way(session, key))


def calendar(talk: Conversation, rest: str) -> None:
    """The command `calendar`: list the dates, move a proposed one, or take it over as an answer."""
    session = talk.session
    events = next_events(events_of(session.plan, session.template), session.today)
    word, _rest, name = rest.partition(" ")
    if word in ("take", "move", "back"):
        number = whole_number(name, len(events))
        if not number:
            words = _("Type calendar {word} and a number from the list.")
            talk.wrong(words.format(word=word_now(word)))
        else:
            _date(talk, word, events[number - 1])
        return
    shown = events if word == "all" else events[:PROPOSED]
    for number, event in enumerate(shown, 1):
        words = _("Date {n}: {day}: {words}")
        talk.say(words.format(n=number, day=date_words(event.day), words=event.words))
    more = len(events) - len(shown)
    tail = _(" {more} more: calendar all.").format(more=more) if more else ""
    talk.say(
        n_("{n} date.{tail}", "{n} dates.{tail}", len(shown)).format(n=len(shown), tail=tail)
        if events
        else _("No dates yet; about start sets one.")
    )


def _date(talk: Conversation, word: str, event: Event) -> None:
    if word == "take":
        talk.perform(lambda session: take_over(session, event))
    elif word == "back":
        talk.perform(lambda session: move_back(session, event))
    else:
        prompt = _("{what}: to which day?").format(what=event.what)
        day = talk.words(prompt) if event.id else ""
        talk.perform(lambda session: move(session, event, day))


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
        talk.perform(lambda session: take_variant(session, found))
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
