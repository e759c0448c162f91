"""The usual what-ifs, what a person may change in their questions, and what would make it fit.

Which what-ifs there are and what they start from is our own choice. What makes it fit is found by a
search of the few levers for the smallest changes that do.
"""

from __future__ import annotations

from collections.abc import Iterator

from readiness.domain.capacity.capacity import caseload_of
from readiness.domain.capacity.ledger import Ledger
from readiness.domain.capacity.weeks import ledger_of
from readiness.domain.capacity.what_if import (
    Variant,
    away,
    fewer,
    half_hours_up,
    in_groups,
    leaves,
    one_more,
    patients_words,
    with_hours,
)
from readiness.domain.checklist.template import Template
from readiness.domain.kinds.value import key_of
from readiness.domain.plan.inputs import gathered
from readiness.domain.plan.plan import Plan
from readiness.domain.record import Record
from readiness.i18n.language import _, n_
from readiness.i18n.numerals import whole_number
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
    return ledger_of(plan, template)


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
            hours[person.who] = half_hours_up(
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


KINDS = ("leaves", "away", "groups", "more", "fewer")
"""Somebody leaves; somebody is away; groups; one more practitioner; fewer patients."""

USUAL_WEEK = 9
"""The week in which somebody leaves or is away, where none is said; our default."""

LAST_WEEK = 260
"""The last week that can be asked about."""


class Question(Record):
    """What a what-if asks about."""

    who: str = ""
    """The practitioner who leaves or is away; empty for the first of the list."""
    week: int = USUAL_WEEK
    """The week in which, from 1 at the start to LAST_WEEK."""
    patients: int | None = None
    """How many patients in all instead; None for one fewer than planned."""

    def person(self, plan: Plan) -> str:
        """The practitioner, one of the plan's; empty where it has none."""
        return self.who if self.who in plan.people else next(iter(plan.people), "")

    def next_person(self, plan: Plan) -> Question:
        """The question about the plan's next practitioner; after the last comes the first."""
        names = list(plan.people)
        if not names:
            return self
        place = names.index(self.person(plan)) + 1
        return self.model_copy(update={"who": names[place % len(names)]})

    def fewer_patients(self, planned: int) -> int:
        """How many patients in all instead of those that are planned."""
        return planned - 1 if self.patients is None else self.patients

    def stepped(self, kind: str, step: int, planned: int) -> Question:
        """The question with its week, or its number of patients, changed by `step`.

        The week stays within 1 to LAST_WEEK, the patients within 0 and one fewer than `planned`;
        other kinds of question have nothing to step.
        """
        if kind in ("leaves", "away"):
            week = min(max(self.week + step, 1), LAST_WEEK)
            return self.model_copy(update={"week": week})
        if kind == "fewer":
            patients = min(max(self.fewer_patients(planned) + step, 0), max(planned - 1, 0))
            return self.model_copy(update={"patients": patients})
        return self

    def typed(self, kind: str, text: str, plan: Plan) -> Question | None:
        """What a person typed, such as "CD 12", "12" or a number of patients; None for neither."""
        names = {key_of(who): who for who in plan.people}
        words = text.replace(",", " ").split()
        found = names.get(key_of(" ".join(words)))
        if found is not None and kind != "fewer":
            return self.model_copy(update={"who": found})
        number, name = whole_number(words[-1] if words else ""), key_of(" ".join(words[:-1]))
        if number is None:
            return None
        if kind == "fewer":
            return None if name else self.model_copy(update={"patients": number})
        if (name and name not in names) or not 1 <= number <= LAST_WEEK:
            return None
        return self.model_copy(update={"who": names.get(name, self.who), "week": number})


def variant(
    kind: str, asked: Question, plan: Plan, template: Template, planned: int
) -> Variant | None:
    """The plan as it would be; None where that cannot be asked of this plan.

    `planned` is how many patients it has at a time in all; 0 where nobody said.
    """
    if kind == "groups":
        return in_groups(plan, template)
    if kind == "more":
        return one_more(plan, template)
    if kind == "fewer":
        left = asked.fewer_patients(planned)
        return fewer(plan, template, left) if left > 0 else None
    who = asked.person(plan)
    if not who or plan.start is None:
        return None
    if kind == "leaves":
        return leaves(plan, template, who, asked.week)
    return away(plan, who, asked.week)
