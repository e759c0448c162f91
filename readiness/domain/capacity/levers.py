"""What would make it fit: a search of the few levers for the smallest changes that do."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.domain.capacity.capacity import caseload_of
from readiness.domain.capacity.ledger import Ledger
from readiness.domain.capacity.weeks import ledger_of
from readiness.domain.capacity.what_if import (
    Variant,
    fewer,
    half_up,
    in_groups,
    one_more,
    patients_words,
    with_hours,
)
from readiness.domain.checklist.template import Template
from readiness.domain.plan.inputs import gathered
from readiness.domain.plan.plan import Plan
from readiness.domain.record import Record
from readiness.i18n.language import _, n_
from readiness.i18n.words import exact_words, listed

MOST_NEW = 5
"""More new practitioners than this are not proposed."""


class Fit(Record, kw_only=False):
    """How a plan stands for hours."""

    fits: bool
    """Whether everyone's hours suffice in every week of the period."""
    short_weeks: int
    """Weeks of the period in which somebody's do not."""
    worst: float
    """Hours missing, over all, in the worst week."""
    needed: float
    """Hours needed over all weeks of the period."""


def fit_of(ledger: Ledger) -> Fit:
    """How a ledger stands, from the start to the end of the period."""
    weeks = range(ledger.start, ledger.end)
    short = [ledger.short(week) for week in weeks]
    return Fit(
        fits=not any(short),
        short_weeks=sum(one > 0 for one in short),
        worst=max(short, default=0),
        needed=sum(person.needed[week].hours for person in ledger.people for week in weeks),
    )


def ledger_for(plan: Plan, template: Template) -> Ledger | None:
    """The ledger of a plan; None where it cannot be reckoned."""
    return ledger_of(plan, template, gathered(plan, template))


def ways_to_fit(plan: Plan, template: Template) -> list[Variant]:
    """The smallest change of each lever that makes the hours suffice; empty if they do already.

    Levers: more hours for those who are short, fewer patients, groups, more practitioners, and two
    of these together where one alone does not do.
    """
    ledger = ledger_for(plan, template)
    if ledger is None or fit_of(ledger).fits:
        return []
    grouped = in_groups(plan, template)
    found = [way for way in _single(plan, template, ledger, grouped) if _fits(way, template)]
    after = ledger_for(grouped.plan, template) if grouped is not None else None
    if grouped is not None and after is not None and not fit_of(after).fits:
        found.append(_then_hours(grouped, template, after))
    return found


def _single(
    plan: Plan, template: Template, ledger: Ledger, grouped: Variant | None
) -> Iterator[Variant]:
    yield _more_hours(plan, template, ledger)
    less = _fewest_less(plan, template)
    if less is not None:
        yield less
    if grouped is not None:
        yield grouped
    more = _more_people(plan, template)
    if more is not None:
        yield more


def _more_hours(plan: Plan, template: Template, ledger: Ledger) -> Variant:
    """Hours for each who is short, as many as the worst week takes."""
    hours = dict[str, float]()
    inputs = gathered(plan, template)
    for person in ledger.people:
        worst = max((person.short(week) for week in range(ledger.start, ledger.end)), default=0)
        if worst > 0:
            hours[person.who] = half_up(
                (inputs.person_number(person.who, "hours_freed") or 0) + worst
            )
    return with_hours(plan, template, hours)


def _fewest_less(plan: Plan, template: Template) -> Variant | None:
    """As few patients less as make it fit, found by halving; None where even one is too many."""
    inputs = gathered(plan, template)
    loads = [caseload_of(who, inputs) for who in plan.people]
    most = int(sum(load.patients for load in loads if load is not None))
    low, high = 0, most - 1
    best: Variant | None = None
    while low <= high:
        middle = (low + high) // 2
        variant = fewer(plan, template, middle)
        if variant is not None and middle > 0 and _fits(variant, template):
            best, low = variant, middle + 1
        elif middle == 0:
            low = 1
        else:
            high = middle - 1
    return best


def _more_people(plan: Plan, template: Template) -> Variant | None:
    variant = one_more(plan, template)
    for number in range(1, MOST_NEW + 1):
        if variant is None:
            return None
        if _fits(variant, template):
            return Variant(_more_words(plan, variant.plan, template, number), variant.plan)
        variant = one_more(variant.plan, template)
    return None


def _more_words(plan: Plan, more: Plan, template: Template, number: int) -> str:
    """Who comes, with which hours, and how many patients fall to each."""
    inputs = gathered(more, template)
    new = (
        _("{who} {hours} hours").format(
            who=who, hours=exact_words(inputs.person_number(who, "hours_freed") or 0)
        )
        for who in more.people
        if who not in plan.people
    )
    words = n_(
        "{n} more practitioner with no plans to leave ({new} a week), the patients shared out "
        "anew ({each})",
        "{n} more practitioners with no plans to leave ({new} a week), the patients shared out "
        "anew ({each})",
        number,
    )
    return words.format(n=number, new=listed(new), each=patients_words(more, template))


def _then_hours(first: Variant, template: Template, ledger: Ledger) -> Variant:
    second = _more_hours(first.plan, template, ledger)
    words = _("{first}, and {second}").format(first=first.words, second=second.words)
    return Variant(words, second.plan)


def _fits(variant: Variant, template: Template) -> bool:
    ledger = ledger_for(variant.plan, template)
    return ledger is not None and not any(
        person.short(week) for person in ledger.people for week in range(ledger.start, ledger.end)
    )
