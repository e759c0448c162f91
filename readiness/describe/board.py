"""What a board is asked and what it takes, drafted from the answers: words, and no layout.

The drafts name nothing that the plan does not hold; what is not known is said to be not stated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from readiness.describe.patients import fit_told
from readiness.describe.timeline import DECISIONS
from readiness.describe.verdict import accepted_red, action_of_flag, amber, open_red
from readiness.domain.capacity.what_if import half_hours_up
from readiness.domain.checklist.template import Template
from readiness.domain.kinds.registry import value_words
from readiness.domain.kinds.value import NO, NOT_SURE
from readiness.domain.plan.inputs import input_ref
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.tables import OPEN
from readiness.domain.rules.flags import Flag
from readiness.domain.rules.review import Review
from readiness.domain.schedule.actions import Action
from readiness.domain.schedule.calendar import Event, events_of
from readiness.i18n.dates import plus_months
from readiness.i18n.language import N_, _, n_
from readiness.i18n.numerals import count_words
from readiness.i18n.words import (
    date_words,
    exact_words,
    first_up,
    grouped_words,
    listed,
    number_words,
)
from readiness.i18n.words import half_up as rounded

CONDITIONS_BEFORE = timedelta(weeks=1)
"""How long before the start conditions are to be met, where the plan says nothing: our default."""


@dataclass(frozen=True)
class Request:
    """One thing that a board is asked to do: the verb, and what."""

    verb: str
    what: str


@dataclass(frozen=True)
class Matter:
    """One thing to settle before the start: a flag, and the action that is to close it."""

    flag: Flag
    action: Action | None


def conditions_by(plan: Plan) -> date | None:
    """The day by which conditions are to be met; None without a start."""
    if plan.conditions_by is not None:
        return plan.conditions_by
    return plan.start - CONDITIONS_BEFORE if plan.start else None


def requests_of(plan: Plan, template: Template, state: Review) -> list[Request]:
    """What the board is asked in the plan's own words; where it has none, the draft."""
    own = [one.strip() for one in plan.requests.splitlines() if one.strip()]
    if not own:
        return drafted_requests(plan, template, state)
    split = (one.partition(" ") for one in own)
    return [Request(verb, rest) for verb, _blank, rest in split]


def drafted_requests(plan: Plan, template: Template, state: Review) -> list[Request]:
    """What the board is asked: to approve, to free hours, and to decide on going on."""
    return [*_approve(plan, state), *_free(plan, state), *_decide(plan, template, state)]


def _approve(plan: Plan, state: Review) -> Iterator[Request]:
    verb, red, by = _("Approve"), len(open_red(state)), conditions_by(plan)
    if plan.start is None or by is None:
        yield Request(_("Say"), _("when a first day with patients is to be set."))
        return
    start = date_words(plan.start)
    if not red:
        yield Request(verb, _("a start on {day}.").format(day=start))
        return
    words = n_(
        "a start on {day}, on condition that the red flag below is closed by {by}.",
        "a start on {day}, on condition that the {n} red flags below are closed by {by}.",
        red,
    )
    yield Request(verb, words.format(day=start, n=count_words(red), by=date_words(by)))


def hours_to_free(state: Review) -> float | None:
    """Hours a week to free for all, in half hours for those who are short; None if not known."""
    ledger, whole = state.facts.ledger, 0.0
    if ledger is None:
        return None
    for person in ledger.people:
        freed = state.facts.inputs.person_number(person.who, "hours_freed")
        if freed is None:
            return None
        worst = max((person.short(week) for week in range(ledger.start, ledger.end)), default=0.0)
        whole += half_hours_up(freed + worst) if worst > 0 else freed
    return whole or None


def _free(plan: Plan, state: Review) -> Iterator[Request]:
    hours, today = hours_to_free(state), state.facts.of("hours_freed_total")
    if hours is None or not isinstance(today, int | float) or plan.start is None:
        return
    words = n_(
        "{hours} hours a week for {n} practitioner until {end}: {more}.",
        "{hours} hours a week for {n} practitioners until {end}: {more}.",
        len(plan.people),
    )
    more = rounded(hours - today, 1)
    said = _("{n} more than today").format(n=exact_words(more)) if more > 0 else _("as today")
    end = date_words(plus_months(plan.start, plan.months))
    number = count_words(len(plan.people), is_neuter=False)
    what = words.format(hours=exact_words(rounded(hours, 1)), n=number, end=end, more=said)
    yield Request(_("Free"), what)


def _decide(plan: Plan, template: Template, state: Review) -> Iterator[Request]:
    day = next((one.day for one in _decisions(plan, template)), None)
    if day is None:
        return
    rule = state.items.get("MON-06")
    is_written = rule is not None and rule.status == "ready"
    words = _("on {day} whether to go on, by the rule that is still to be written.")
    if is_written:
        words = _("on {day} whether to go on, by the rule in this plan.")
    yield Request(_("Decide"), words.format(day=date_words(day)))


def _decisions(plan: Plan, template: Template) -> Iterator[Event]:
    """The days on which going on is decided: those that were answered before a proposal."""
    found = [one for one in events_of(plan, template) if one.feed in DECISIONS]
    yield from sorted(found, key=lambda one: (one.kind != "answered", one.feed != DECISIONS[0]))


def takes_told(
    plan: Plan,
    template: Template,
    state: Review,
    counted: Callable[[float], str] = number_words,
) -> list[tuple[str, str]]:
    """What the practice takes: hours, training, supervision, patients, money, where it is stated.

    What is not stated is named in one line without a label, or stands for itself where it is the
    only one. `counted` says how the document writes a count of patients.
    """
    found = (
        (first_up(_("hours")), _hours(state)),
        (_("Training"), _training(plan, state)),
        (_("Supervision"), _supervision(state)),
        (_("Patients"), _patients(state, counted)),
        (_("Money"), _money(plan, template)),
    )
    lacking = [label for label, words in found if not words]
    if len(lacking) < 2:  # noqa: PLR2004 - one alone is no list
        nothing = _("not stated in the plan")
        return [(label, words or nothing) for label, words in found]
    names = listed(label.lower() for label in lacking)
    rest = _("Not stated yet: {names}.").format(names=names)
    return [*((label, words) for label, words in found if words), ("", rest)]


UNKNOWN = (
    ("hours_freed", N_("How many hours a week are freed for each practitioner")),
    ("eligible", N_("How many patients meet the criteria")),
    ("patients_each", N_("In which format, and for how many patients at a time")),
    ("goal_patients", N_("What the goal is, as a number of patients")),
    ("leader", N_("Which leader is accountable")),
    ("supervision_until", N_("Who supervises, and until when that is booked")),
    ("training_date", N_("On which days the training is")),
    ("cost", N_("What it costs")),
)
"""What a board misses first where nobody has answered it, by the input that the answer feeds."""


def unknowns(plan: Plan, template: Template, state: Review) -> list[str]:
    """What a board needs to know and nobody has answered yet; what is flagged is told elsewhere."""
    found = [] if plan.people else [_("Who the practitioners are")]
    for feed, words in UNKNOWN:
        place = input_ref(template, feed)
        one = state.items.get(place.item) if place else None
        if one is not None and one.is_asked and not one.answered and one.flag is None:
            found.append(_(words))
    return found


def misses_told(plan: Plan, template: Template, state: Review) -> list[str]:
    """What a board would ask for and not find: who decides, when, what is open and undone."""
    found = []
    if not plan.decider.strip():
        found.append(_("Who decides on the start is not named (F10)."))
    if plan.meeting is None:
        found.append(_("The day on which it is decided is not set (F10)."))
    if not plan.requests.strip():
        found.append(_("What the board is asked is a draft that nobody has edited (F10)."))
    if names := unknowns(plan, template, state):
        found.append(_("Not stated yet: {names}.").format(names=listed(names)))
    for flag in open_red(state):
        action, says = action_of_flag(flag, plan), flag.says
        if action is None:
            found.append(_("Nothing is done about this yet: {says}").format(says=says))
        elif action.when is None and action.state == OPEN:
            found.append(_("No day is set for this: {what}.").format(what=action.title))
    return found


def _hours(state: Review) -> str:
    hours = hours_to_free(state)
    needed, posts = state.facts.of("hours_needed_total"), state.facts.of("fte_needed")
    today = state.facts.of("hours_freed_total")
    if hours is None or not isinstance(today, int | float):
        return ""
    said = _("{n} a week").format(n=exact_words(rounded(hours, 1)))
    if isinstance(needed, float) and isinstance(posts, float) and posts > 0:
        post = exact_words(rounded(hours / (needed / posts), 2))
        said = _("{hours}, {post} of a full post").format(hours=said, post=post)
    return _("{said} ({today} today)").format(said=said, today=number_words(today))


def _training(plan: Plan, state: Review) -> str:
    days = state.facts.inputs.dates("training_date")
    if not days or not plan.people:
        return ""
    people = n_("{n} person", "{n} people", len(plan.people)).format(n=len(plan.people))
    each = n_("{n} day each", "{n} days each", len(days)).format(n=len(days))
    said = f"{people}, {each}"
    ledger = state.facts.ledger
    if ledger is None:
        return said
    hours = sum(week.training for person in ledger.people for week in person.needed)
    return _("{said}: {hours} hours").format(said=said, hours=number_words(hours))


def _supervision(state: Review) -> str:
    until = state.facts.of("supervision_until")
    return _("booked until {day}").format(day=date_words(until)) if isinstance(until, date) else ""


def _patients(state: Review, counted: Callable[[float], str]) -> str:
    planned, fit = state.facts.of("patients_planned"), state.facts.of("eligible")
    said = []
    if isinstance(planned, int | float):
        said.append(_("{n} at a time").format(n=counted(planned)))
    if isinstance(fit, int | float):
        said.append(fit_told(counted(fit)))
    return "; ".join(said)


def _money(plan: Plan, template: Template) -> str:
    place = input_ref(template, "cost")
    said = plan.answer(place.item).parts.get(place.part) if place else None
    if place is None or said in (None, NOT_SURE):
        return ""
    part = template.items[place.item].parts[place.part]
    if said == NO:
        return part.none_label.lower()
    is_whole = isinstance(said, int) or (isinstance(said, float) and said.is_integer())
    amount = grouped_words(int(said)) if is_whole else value_words(part, said)  # type: ignore[arg-type]
    return _("{amount} in the whole period").format(amount=amount)


def matters(plan: Plan, state: Review, most: int) -> list[Matter]:
    """What to settle before the start: open red, accepted red, then amber without an action.

    Open red ones are never left out; the rest only as far as there is room.
    """
    found = [Matter(one, action_of_flag(one, plan)) for one in open_red(state)]
    rest = [Matter(one, action_of_flag(one, plan)) for one in accepted_red(state)]
    rest += [Matter(one, None) for one in amber(state) if action_of_flag(one, plan) is None]
    return [*found, *rest[: max(0, most - len(found))]]


def next_kinds(events: list[Event], today: date, most: int) -> list[tuple[list[date], str]]:
    """The next dates, those of one kind on one line: the days, and what happens on them."""
    found: dict[str, list[date]] = {}
    for one in events:
        if one.day >= today and one.kind != "proposed":
            found.setdefault(one.what, []).append(one.day)
    return [(days, what) for what, days in list(found.items())[:most]]
