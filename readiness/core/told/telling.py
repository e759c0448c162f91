"""What a plan comes to in sentences: hours, patients, actions, flags and places."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from readiness.core.wording.words import date_words, number_words

if TYPE_CHECKING:
    from readiness.core.asked.template import Template
    from readiness.core.judged.flags import Flag
    from readiness.core.judged.review import Review
    from readiness.core.said.plan import Plan
    from readiness.core.said.texts import Spot
    from readiness.core.schedule.actions import Action


def hours_told(plan: Plan, template: Template, state: Review) -> Iterator[str]:
    """The hours, and what would make them suffice; nothing where they cannot be reckoned."""
    from readiness.core.hours.fitting import fit_of, ways_to_fit

    ledger = state.facts.ledger
    if ledger is None:
        return
    for who, facts in state.facts.people.items():
        needed, freed = facts.get("hours_needed"), facts.get("hours_freed")
        if isinstance(needed, float) and isinstance(freed, float):
            short = f": short of {number_words(needed - freed)}" if needed > freed else ""
            yield f"{who} needs {number_words(needed)} h a week, {number_words(freed)} freed{short}"
    fit, short_from = fit_of(ledger), state.facts.of("first_short_day")
    if not fit.fits and isinstance(short_from, date):
        week = state.facts.of("first_short_week")
        yield (
            f"Hours fall short in {fit.short_weeks} weeks, first in week {week} "
            f"({date_words(short_from)})."
        )
    if ledger.likely_end is not None:
        yield (
            f"A patient who starts first is done by about {date_words(ledger.likely_end)}; "
            f"{ledger.sessions} weekly sessions can be held within the period."
        )
    ways = ways_to_fit(plan, template)
    if ways:
        yield "What would make it fit: " + "; or ".join(way.words for way in ways) + "."


def patients_told(plan: Plan, template: Template, state: Review) -> Iterator[str]:
    """The patients from those who fit to those who complete; nothing where none are counted."""
    from readiness.core.patients.funnel import funnel_of
    from readiness.core.patients.funnel_words import stage_words, whole

    funnel = funnel_of(plan, template, state.facts.inputs)
    if funnel is not None:
        yield ", ".join(stage_words(stage) for stage in funnel.stages) + "."
        yield f"With the worst dropout that was seen, about {whole(funnel.worst)} complete."


def action_told(one: Action) -> str:
    """An action in one line: its state, what, who, when, and what is missing while it is open."""
    when = date_words(one.when) if one.when else "no date"
    who = one.actor or "nobody yet"
    lacks = f" Missing: {', '.join(one.missing).lower()}." if one.missing else ""
    return f"{one.state}: {one.title} ({who}, {when}).{lacks if one.state == 'open' else ''}"


def where_words(spot: Spot) -> str:
    """Where a finding is, before its sentence."""
    named = [spot.item, spot.person if spot.item or spot.person else "", spot.sheet, spot.entry]
    place = " ".join(one for one in named if one)
    return f"{place}: " if place else ""


def flag_told(flag: Flag, template: Template) -> list[tuple[str, str]]:
    """All that stands behind a flag: label and words; labels without words are left out."""
    lines = [
        ("because", "; ".join(f"{one.name}: {one.words}" for one in flag.inputs)),
        ("why", flag.why),
        ("source", sources_told(flag.sources, template)),
        ("default", "; ".join(flag.defaults)),
        ("do", flag.action),
        ("accepted", _accepted(flag)),
    ]
    return [(label, words) for label, words in lines if words]


def _accepted(flag: Flag) -> str:
    one = flag.acceptance
    if one is None:
        return ""
    before = "" if one.still_holds else f" It said then: {one.says}"
    return f"by {one.by}: {one.reason}{before}"


def sources_told(keys: tuple[str, ...], template: Template) -> str:
    """Sources by first author and year, or the word that it is our default."""
    found = [template.references[key] for key in keys if key in template.references]
    short = [f"{one.authors.split(',')[0]} {one.year or 'undated'}" for one in found]
    return "; ".join(short) or "our default"
