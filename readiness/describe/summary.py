"""What a plan comes to in sentences: hours, patients, actions, flags and places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from readiness.domain.plan.sheets import DONE, DROPPED, OPEN
from readiness.i18n.language import N_, Words, _, n_
from readiness.i18n.pace import sessions_words
from readiness.i18n.words import date_words, number_words

if TYPE_CHECKING:
    from readiness.domain.checklist.template import Template
    from readiness.domain.plan.field_ref import FieldRef
    from readiness.domain.plan.plan import Plan
    from readiness.domain.rules.flags import Flag
    from readiness.domain.rules.review import Review
    from readiness.domain.schedule.actions import Action

STATES = Words({OPEN: N_("open"), DONE: N_("done"), DROPPED: N_("dropped")})
"""What the states of an action are called in a line."""

DRIVERS = Words(
    {
        "competency": N_("competency"),
        "organisation": N_("organisation"),
        "leadership": N_("leadership"),
    }
)
"""What the implementation drivers are called."""

TABLES = Words(
    {
        "actions": N_("actions"),
        "accepted": N_("accepted"),
        "closures": N_("closures"),
        "absences": N_("absences"),
        "rounds": N_("rounds"),
    }
)
"""What the plan's own tables are called before an entry's name."""


def hours_told(plan: Plan, template: Template, state: Review) -> Iterator[str]:
    """The hours, and what would make them suffice; nothing where they cannot be reckoned."""
    from readiness.domain.capacity.fitting import fit_of, ways_to_fit

    ledger = state.facts.ledger
    if ledger is None:
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
    fit, short_from = fit_of(ledger), state.facts.of("first_short_day")
    if not fit.fits and isinstance(short_from, date):
        week = state.facts.of("first_short_week")
        words = n_(
            "Hours fall short in {n} week, first in week {week} ({date}).",
            "Hours fall short in {n} weeks, first in week {week} ({date}).",
            fit.short_weeks,
        )
        yield words.format(n=fit.short_weeks, week=week, date=date_words(short_from))
    yield from _end_told(state)
    ways = ways_to_fit(plan, template)
    if ways:
        named = _("; or ").join(way.words for way in ways)
        yield _("What would make it fit: {ways}.").format(ways=named)


def _end_told(state: Review) -> Iterator[str]:
    """When the programme ends, and how many places there are, as far as its length is known."""
    from readiness.describe.patient_places import beyond_words, places_words

    ledger, facts = state.facts.ledger, state.facts
    if ledger is None or (ledger.likely_end is None and "likely_end" not in facts.uncounted):
        return
    if ledger.likely_end is not None:
        words = _(
            "A patient who starts first is done by about {date}; "
            "{sessions} can be held within the period."
        )
        sessions = sessions_words(ledger.sessions, ledger.sessions_a_week)
        yield words.format(date=date_words(ledger.likely_end), sessions=sessions)
    places = _("Places: {words}").format(words=places_words(ledger))
    yield " ".join(filter(None, (places, beyond_words(facts))))


def patients_told(plan: Plan, template: Template, state: Review) -> Iterator[str]:
    """The patients from those who fit to those who complete; nothing where none are counted."""
    from readiness.domain.patients.funnel import funnel_of
    from readiness.domain.patients.funnel_words import stage_words, uncounted_words, worst_words

    funnel = funnel_of(plan, template, state.facts.inputs)
    inputs = state.facts.inputs
    if funnel is not None:
        yield ", ".join(stage_words(stage) for stage in funnel.stages) + "."
    if funnel is not None and funnel.worst is not None:
        yield worst_words(funnel)
    counts = (inputs.number("eligible"), inputs.number("population"))
    missing = uncounted_words(plan, template, inputs)
    if missing and counts != (None, None):
        yield missing


def action_told(one: Action) -> str:
    """An action in one line: its state, what, who, when, and what is missing while it is open."""
    when = date_words(one.when) if one.when else _("no date")
    who = one.actor or _("nobody yet")
    missing = ", ".join(one.missing).lower()
    lacks = " " + _("Missing: {what}.").format(what=missing) if missing else ""
    return (
        f"{STATES[one.state]}: {one.title} ({who}, {when}).{lacks if one.state == 'open' else ''}"
    )


def where_words(spot: FieldRef) -> str:
    """Where a finding is, before its sentence."""
    sheet = TABLES.get(spot.table, spot.table)
    named = [spot.item, spot.person if spot.item or spot.person else "", sheet, spot.entry]
    place = " ".join(one for one in named if one)
    return f"{place}: " if place else ""


def flags_counted(flags: Sequence[Flag]) -> str:
    """How many flags there are of each gravity; both are said, for none of one is news too."""
    red = sum(flag.severity == "red" for flag in flags)
    amber = len(flags) - red
    said = [
        n_("{n} red", "{n} red", red).format(n=red),
        n_("{n} amber", "{n} amber", amber).format(n=amber),
    ]
    return ", ".join(said)


def flag_told(flag: Flag, template: Template) -> list[tuple[str, str]]:
    """All that stands behind a flag: label and words; labels without words are left out."""
    from readiness.domain.schedule.actions import cited_words

    lines = [
        (_("because"), "; ".join(f"{one.name}: {one.words}" for one in flag.inputs)),
        (_("why"), flag.why),
        (_("source"), cited_words(flag.sources, template)),
        (_("default"), "; ".join(flag.defaults)),
        (_("do"), flag.action),
        (_("accepted"), _accepted(flag)),
    ]
    return [(label, words) for label, words in lines if words]


def _accepted(flag: Flag) -> str:
    one = flag.acceptance
    if one is None:
        return ""
    before = "" if one.still_holds else " " + _("It said then: {words}").format(words=one.says)
    return _("by {who}: {reason}").format(who=one.by, reason=one.reason) + before
