"""Commands about the flags, the actions and the dates of a plan."""

from __future__ import annotations

from readiness.app.operations.actions import adopt, drop, finish, remove_entry, reopen
from readiness.app.operations.dates import move, move_back, take_over
from readiness.app.operations.decisions import accept, look_again, withdraw
from readiness.describe.action import action_sentences
from readiness.describe.flag import flag_details, severity_words
from readiness.domain.rules.flags import Flag
from readiness.domain.schedule.actions import actions_of, gaps
from readiness.domain.schedule.calendar import Event, events_of, next_events
from readiness.i18n.language import _, n_
from readiness.i18n.numerals import whole_number
from readiness.i18n.words import date_words, ended
from readiness.line.command_words import word_now
from readiness.line.conversation import Conversation
from readiness.line.entries import fill, known_one

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
    """List the dates; move a proposed one, or take it over as an answer."""
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
