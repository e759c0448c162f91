"""What a plan comes to in sentences: its hours and its patients."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readiness.i18n.language import _
from readiness.i18n.numerals import sessions_words
from readiness.i18n.words import date_words, number_words

if TYPE_CHECKING:
    from readiness.domain.checklist.template import Template
    from readiness.domain.plan.plan import Plan
    from readiness.domain.rules.review import Review


def hours_told(plan: Plan, template: Template, state: Review) -> Iterator[str]:
    """The hours, and what would make them suffice; nothing where they cannot be reckoned."""
    from readiness.describe.hours import missing_told
    from readiness.domain.capacity.scenarios import ways_to_fit

    if state.facts.ledger is None:
        return
    for who, facts in state.facts.people.items():
        needed, freed = facts.get("hours_needed"), facts.get("hours_freed")
        if isinstance(needed, float) and isinstance(freed, float):
            words = _("{who} needs {needed} h a week, {freed} freed")
            if needed > freed:
                words = _("{who} needs {needed} h a week, {freed} freed: short of {short}")
            numbers = {"needed": needed, "freed": freed, "short": needed - freed}
            said = {name: number_words(number) for name, number in numbers.items()}
            yield words.format(who=who, **said)
    yield from filter(None, [missing_told(state.facts)])
    yield from _end_told(state)
    ways = ways_to_fit(plan, template)
    if ways:
        named = _("; or ").join(way.words for way in ways)
        yield _("What would make it fit: {ways}.").format(ways=named)


def _end_told(state: Review) -> Iterator[str]:
    """When the programme ends, and how many places there are, as far as its length is known."""
    from readiness.describe.patients import beyond_words, places_words

    ledger, facts = state.facts.ledger, state.facts
    if ledger is None or (ledger.likely_end is None and "likely_end" not in facts.uncounted):
        return
    if ledger.likely_end is not None:
        words = _(
            "The first patients finish by about {date}; {sessions} can be held within the period."
        )
        sessions = sessions_words(ledger.sessions, ledger.sessions_a_week)
        yield words.format(date=date_words(ledger.likely_end), sessions=sessions)
    places = _("Places: {words}").format(words=places_words(ledger))
    yield " ".join(filter(None, (places, beyond_words(facts))))


def patients_told(plan: Plan, template: Template, state: Review) -> Iterator[str]:
    """The patients from those who fit to those who complete; nothing where none are counted."""
    from readiness.domain.patients.funnel import funnel_of
    from readiness.domain.patients.funnel_words import stage_words, uncounted_words, worst_words

    funnel = funnel_of(plan, template)
    inputs = state.facts.inputs
    if funnel is not None:
        yield ", ".join(stage_words(stage) for stage in funnel.stages) + "."
    if funnel is not None and funnel.worst is not None:
        yield worst_words(funnel)
    counts = (inputs.number("eligible"), inputs.number("population"))
    missing = uncounted_words(plan, template)
    if missing and counts != (None, None):
        yield missing
