"""Commands about what is reckoned: the hours week by week, and how many must be asked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from readiness.domain.capacity.ledger import Ledger
from readiness.domain.patients.funnel import eligible_needed, funnel_of, penetration_of
from readiness.domain.patients.funnel_words import (
    needed_words,
    penetration_words,
    uncounted_words,
)
from readiness.i18n.language import _
from readiness.i18n.typed_numbers import typed_number
from readiness.i18n.words import date_words, number_words
from readiness.line.conversation import Conversation
from readiness.line.lists import unreckoned

USUAL, MOST = 10, 1000
"""Patients who are to complete where nobody says how many, and the most; our defaults."""


def weeks(talk: Conversation, rest: str) -> None:
    """The hours week by week: weeks that are alike together, or each where all are asked for."""
    ledger = talk.session.review.facts.ledger
    if ledger is None:
        talk.wrong(unreckoned(talk))
        return
    alike = groupby(range(ledger.weeks), lambda week: (rest == "all" and week, _said(ledger, week)))
    for (_each, said), found in alike:
        talk.say(_where(ledger, list(found)) + said)
    if rest != "all":
        talk.say(_("Weeks that are alike stand together; weeks all tells each."))


def _where(ledger: Ledger, found: list[int]) -> str:
    first, last = ledger.number(found[0]), ledger.number(found[-1])
    day = date_words(ledger.monday_of(found[0]))
    if len(found) == 1:
        return _("Week {week}, {day}: ").format(week=first, day=day)
    return _("Weeks {first} to {last}, from {day}: ").format(first=first, last=last, day=day)


def _said(ledger: Ledger, week: int) -> str:
    """What a week comes to, in a sentence."""
    if week in ledger.closed:
        return _("no sessions") + "."
    freed, short = ledger.freed(week), ledger.short(week)
    said = _("{needed} hours needed, {freed} freed").format(
        needed=number_words(ledger.needed(week).hours),
        freed=_("not known") if freed is None else number_words(freed),
    )
    if not short:
        return f"{said}."
    who = ", ".join(one.who for one in ledger.people if one.short(week))
    words = _("{said}, {short} too few ({who}).")
    return words.format(said=said, short=number_words(short), who=who)


def complete(talk: Conversation, rest: str) -> None:
    """How many must meet the criteria and be asked so that so many complete."""
    number = typed_number(rest, "patients") if rest else _planned(talk)
    if number is None or number != int(number) or not 1 <= number <= MOST:
        words = _("Type complete and a number of patients from 1 to {most}.")
        talk.wrong(words.format(most=MOST))
        return
    talk.say(*filter(None, _needed(talk, int(number))))


def _planned(talk: Conversation) -> float:
    """As many as are planned at a time; where nobody said how many, our default."""
    planned = talk.session.review.facts.of("patients_planned")
    return max(int(planned), 1) if isinstance(planned, int | float) else USUAL


def _needed(talk: Conversation, count: int) -> Iterator[str]:
    session = talk.session
    inputs = session.review.facts.inputs
    needed = needed_words(count, eligible_needed(count, session.plan, session.template, inputs))
    yield uncounted_words(session.plan, session.template, inputs) or needed
    funnel = funnel_of(session.plan, session.template, inputs)
    if funnel is not None:
        yield penetration_words(penetration_of(funnel, session.review.facts.ledger))
