"""What a plan comes to in sentences: hours, patients, actions, flags and places."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from readiness.core.wording.language import _
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
            short = (
                _(": short of {needed}").format(needed=number_words(needed - freed))
                if needed > freed
                else ""
            )
            yield _("{who} needs {needed} h a week, {freed} freed{short}").format(
                who=who, needed=number_words(needed), freed=number_words(freed), short=short
            )
    fit, short_from = fit_of(ledger), state.facts.of("first_short_day")
    if not fit.fits and isinstance(short_from, date):
        week = state.facts.of("first_short_week")
        yield _(
            "Hours fall short in {short_weeks} weeks, first in week {week} ({short_from})."
        ).format(short_weeks=fit.short_weeks, week=week, short_from=date_words(short_from))
    if ledger.likely_end is not None:
        yield _(
            "A patient who starts first is done by about {likely_end}; "
            "{sessions} weekly sessions can be held within the period."
        ).format(likely_end=date_words(ledger.likely_end), sessions=ledger.sessions)
    ways = ways_to_fit(plan, template)
    if ways:
        yield _("What would make it fit: ") + "; or ".join(way.words for way in ways) + "."


def patients_told(plan: Plan, template: Template, state: Review) -> Iterator[str]:
    """The patients from those who fit to those who complete; nothing where none are counted."""
    from readiness.core.patients.funnel import funnel_of
    from readiness.core.patients.funnel_words import stage_words, whole

    funnel = funnel_of(plan, template, state.facts.inputs)
    if funnel is not None:
        yield ", ".join(stage_words(stage) for stage in funnel.stages) + "."
        yield _("With the worst dropout that was seen, about {worst} complete.").format(
            worst=whole(funnel.worst)
        )


def action_told(one: Action) -> str:
    """An action in one line: its state, what, who, when, and what is missing while it is open."""
    when = date_words(one.when) if one.when else _("no date")
    who = one.actor or _("nobody yet")
    lacks = (
        _(" Missing: {missing}.").format(missing=", ".join(one.missing).lower())
        if one.missing
        else ""
    )
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
    before = "" if one.still_holds else _(" It said then: {says}").format(says=one.says)
    return _("by {by}: {reason}{before}").format(by=one.by, reason=one.reason, before=before)


def sources_told(keys: tuple[str, ...], template: Template) -> str:
    """Sources by first author and year, or the word that it is our default."""
    found = [template.references[key] for key in keys if key in template.references]
    short = [f"{one.authors.split(',')[0]} {one.year or 'undated'}" for one in found]
    return "; ".join(short) or _("our default")
