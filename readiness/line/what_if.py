"""The command that tries what could be, and takes it over into the plan where that is wanted."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.app.operations.what_if import take_over
from readiness.describe.patient_places import completing_words
from readiness.domain.capacity.fitting import fit_of, ledger_for, ways_to_fit
from readiness.domain.capacity.whatif import Variant, away, fewer, in_groups, leaves, one_more
from readiness.i18n.language import _, n_
from readiness.i18n.words import number_words
from readiness.line.command_words import word_now
from readiness.line.conversation import Conversation
from readiness.line.lists import unreckoned
from readiness.line.people import known_one

WEEK = 9
"""The week in which one leaves or is away, where none is said; our default."""

LAST_WEEK = 260
"""The last week that can be asked about."""

ALWAYS_LISTED = 2
"""Practitioners whose absence is listed without being asked for."""


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
    talk.say(_("As it is: {outcome}.").format(outcome=_outcome(talk, None)))
    for number, one in enumerate(_variants(talk), 1):
        talk.say(f"{number}. {_capital(one.words)}: {_outcome(talk, one)}.")
    talk.say(
        _("Type whatif 1 to try one, whatif take 1 to take it over into the plan."),
        _("Others: whatif leaves CD 12, whatif away CD 12 (a week), whatif fewer 5 (patients)."),
    )


def _try(talk: Conversation, said: str, found: Variant) -> None:
    talk.say(_("What if: {what}?").format(what=found.words))
    talk.say(_("As it is: {outcome}.").format(outcome=_outcome(talk, None)))
    talk.say(_("Then: {outcome}.").format(outcome=_outcome(talk, found)))
    words = _("Nothing is in the plan. Type whatif take {said} to take it over.")
    word, space, more = said.partition(" ")
    talk.say(words.format(said=f"{word_now(word)}{space}{more}"))


def _variants(talk: Conversation) -> list[Variant]:
    """What is listed: groups, one more, one fewer, who leaves or is away, what makes it fit."""
    found = list[Variant]()
    for one in (*_usual(talk), *ways_to_fit(talk.session.plan, talk.session.template)):
        if all(one.plan != other.plan for other in found):
            found.append(one)
    return found


def _usual(talk: Conversation) -> Iterator[Variant]:
    plan, template = talk.session.plan, talk.session.template
    if plan.start is not None:
        for who in list(plan.people)[:ALWAYS_LISTED]:
            yield leaves(plan, template, who, WEEK)
            yield away(plan, who, WEEK)
    planned = talk.session.review.facts.of("patients_planned")
    left = int(planned) - 1 if isinstance(planned, int | float) else 0
    others = (in_groups(plan, template), one_more(plan, template))
    for one in (*others, fewer(plan, template, left) if left > 0 else None):
        if one is not None:
            yield one


def _found(talk: Conversation, said: str) -> Variant | None:
    """The what-if of a number in the list, or of words such as `leaves CD 12`."""
    word, _space, more = said.partition(" ")
    if word.isdecimal() and not more:
        return dict(enumerate(_variants(talk), 1)).get(int(word))
    plan, template = talk.session.plan, talk.session.template
    name, _space, last = more.rpartition(" ")
    number = int(last) if last.isdecimal() else 0
    if word == "fewer":
        return fewer(plan, template, number) if number else None
    who = known_one(plan.people, name)
    if word not in ("leaves", "away") or who is None or plan.start is None:
        return None
    if not 1 <= number <= LAST_WEEK:
        return None
    return leaves(plan, template, who, number) if word == "leaves" else away(plan, who, number)


def _outcome(talk: Conversation, variant: Variant | None) -> str:
    """What a plan comes to: short weeks, the worst week, all hours, and who completes."""
    plan = variant.plan if variant is not None else talk.session.plan
    ledger = ledger_for(plan, talk.session.template)
    if ledger is None:
        return _("cannot be reckoned")
    fit = fit_of(ledger)
    fits = _(
        "it fits in every week, {hours} hours in all; "
        "if every place is filled, {through} complete in the period"
    )
    short = n_(
        "{n} short week, the worst by {worst} hours, {hours} hours in all; "
        "if every place is filled, {through} complete in the period",
        "{n} short weeks, the worst by {worst} hours, {hours} hours in all; "
        "if every place is filled, {through} complete in the period",
        fit.short_weeks,
    )
    return (fits if fit.fits else short).format(
        n=fit.short_weeks,
        worst=number_words(fit.worst),
        hours=f"{fit.needed:.0f}",
        through=completing_words(ledger.completing),
    )


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
