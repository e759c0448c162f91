"""Commands about the flags, the actions and the dates of a plan."""

from __future__ import annotations

from readiness.app.operations.accept import accept, withdraw
from readiness.app.operations.actions import adopt, drop, finish, remove_entry, reopen
from readiness.app.operations.move_date import move, move_back, take_over
from readiness.describe.telling import action_told, flag_told
from readiness.domain.rules.flags import SEVERITIES, Flag
from readiness.domain.schedule.actions import (
    actions_of,
    gaps,
)
from readiness.domain.schedule.calendar import (
    Event,
    events_of,
    next_events,
)
from readiness.i18n.language import _, n_
from readiness.i18n.words import date_words
from readiness.line.entries import fill
from readiness.line.people import known_one
from readiness.line.spoken import word_now
from readiness.line.walk import Walk
from readiness.line.wording import ended

PROPOSED = 20
"""Dates that are listed at once."""


def flags(walk: Walk, rest: str) -> None:
    """List the flags, tell about one, accept one, or withdraw that."""
    word, _rest, name = rest.partition(" ")
    names = {flag.id: flag for flag in walk.session.review.flags}
    if not rest:
        for flag in names.values():
            accepted = _(", accepted") if flag.is_accepted else ""
            walk.talk.say(f"{flag.id}, {SEVERITIES[flag.severity]}{accepted}: {flag.says}")
        walk.talk.say(
            n_("{n} flag.", "{n} flags.", len(names)).format(n=len(names)),
            _("Type flags and a name for more about one."),
        )
        return
    known = known_one(names, name if word in ("accept", "withdraw") else rest)
    if known is None:
        walk.talk.wrong(
            _('There is no flag "{name}". Type flags for the list.').format(name=name or rest)
        )
    elif word == "accept":
        _accept(walk, names[known])
    elif word == "withdraw":
        walk.perform(lambda session: withdraw(session, names[known]))
    else:
        flag = names[known]
        walk.talk.say(f"{flag.id}, {SEVERITIES[flag.severity]}: {flag.says}")
        told = flag_told(flag, walk.session.template)
        walk.talk.say(*(f"{label.capitalize()}: {words}" for label, words in told))


def _accept(walk: Walk, flag: Flag) -> None:
    walk.talk.say(
        _("{id}: {says} It stays visible, with your reason and name.").format(
            id=flag.id, says=flag.says
        )
    )
    reason = walk.words(_("Why is it accepted?"))
    by = walk.words(_("Who answers for it (initials or role)?")) if reason else ""
    walk.perform(lambda session: accept(session, flag, reason, by))


def actions(walk: Walk, rest: str) -> None:
    """List the actions, or adopt, add, edit, finish, drop or reopen one."""
    word, _rest, name = rest.partition(" ")
    if word == "adopt":
        _adopt(walk, name or walk.item or "")
    elif word == "add":
        key = walk.session.plan.new_entry("actions")
        fill(walk, "actions", key)
    elif word in ("edit", "done", "drop", "reopen", "remove"):
        known = known_one(walk.session.plan.actions, name)
        if known is None:
            walk.talk.wrong(
                _('There is no action "{name}". Type actions for the list.').format(name=name)
            )
        else:
            _work(walk, word, known)
    elif word == "gaps":
        left = gaps(walk.session.plan, walk.session.review)
        items = walk.session.template.items
        walk.talk.say(*(f"{key}, {items[key].short}: {ended(items[key].if_not)}" for key in left))
        walk.talk.say(n_("{n} question.", "{n} questions.", len(left)).format(n=len(left)))
    else:
        listed = actions_of(walk.session.plan)
        for one in listed:
            walk.talk.say(_("Action {key}. {action}").format(key=one.key, action=action_told(one)))
        left = gaps(walk.session.plan, walk.session.review)
        walk.talk.say(
            n_("{n} action.", "{n} actions.", len(listed)).format(n=len(listed)),
            n_(
                "{n} open or flagged question has none.",
                "{n} open or flagged questions have none.",
                len(left),
            ).format(n=len(left)),
        )
        if left:
            walk.talk.say(
                _("Next without one: {left}. Type actions adopt {left}.").format(left=left[0])
            )


def _adopt(walk: Walk, name: str) -> None:
    session = walk.session
    key = known_one(session.template.items, name)
    if key is None:
        walk.talk.wrong(
            _('There is no question "{name}". Type actions adopt CAP-05.').format(name=name)
        )
        return
    effect = walk.perform(lambda one: adopt(one, key))
    if effect.is_done:
        action = effect.act.entry
        walk.talk.say(str(session.plan.actions[action].get("action", "")))
        walk.talk.say(_("Type actions edit {action} to say who and when.").format(action=action))


def _work(walk: Walk, word: str, key: str) -> None:
    if word == "edit":
        fill(walk, "actions", key)
    elif word == "remove":
        walk.perform(lambda session: remove_entry(session, "actions", key))
    elif word == "drop":
        reason = walk.words(_("Why is it dropped?"))
        walk.perform(lambda session: drop(session, key, reason))
    else:
        way = finish if word == "done" else reopen
        walk.perform(lambda session: way(session, key))


def calendar(walk: Walk, rest: str) -> None:
    """List the dates; move a proposed one, or take it over as an answer."""
    session = walk.session
    events = next_events(events_of(session.plan, session.template), session.today)
    word, _rest, name = rest.partition(" ")
    if word in ("take", "move", "back"):
        number = int(name) if name.isdecimal() else 0
        if not 1 <= number <= len(events):
            words = _("Type calendar {word} and a number from the list.")
            walk.talk.wrong(words.format(word=word_now(word)))
        else:
            _date(walk, word, events[number - 1])
        return
    shown = events if word == "all" else events[:PROPOSED]
    for number, event in enumerate(shown, 1):
        words = _("Date {n}: {day}: {words}")
        walk.talk.say(words.format(n=number, day=date_words(event.day), words=event.words))
    more = len(events) - len(shown)
    tail = _(" {more} more: calendar all.").format(more=more) if more else ""
    walk.talk.say(
        n_("{n} date.{tail}", "{n} dates.{tail}", len(shown)).format(n=len(shown), tail=tail)
        if events
        else _("No dates yet; about start sets one.")
    )


def _date(walk: Walk, word: str, event: Event) -> None:
    if word == "take":
        walk.perform(lambda session: take_over(session, event))
    elif word == "back":
        walk.perform(lambda session: move_back(session, event))
    else:
        prompt = _("{what}: to which day?").format(what=event.what)
        day = walk.words(prompt) if event.id else ""
        walk.perform(lambda session: move(session, event, day))
