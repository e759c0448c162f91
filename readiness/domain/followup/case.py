"""A plan after its start, as its records tell it, and where it stands on one thing.

Its months, meetings, reviews, and who is there; and the words that every rule shares.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property
from typing import Literal, NamedTuple

from readiness.domain.capacity.capacity import known_number
from readiness.domain.checklist.template import Template
from readiness.domain.kinds.value import NO, Value
from readiness.domain.plan.acceptance import Acceptance
from readiness.domain.plan.inputs import Inputs, as_number, gathered
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.tables import date_of
from readiness.domain.record import Record
from readiness.domain.rules.facts import Facts, facts_of
from readiness.domain.rules.review import review
from readiness.domain.schedule.calendar import Event, events_of
from readiness.i18n.dates import plus_months
from readiness.i18n.language import N_, Words

StandingState = Literal["red", "amber", "not recorded", "too few", "on plan", "not due"]
"""Off plan (red or amber), not recorded, too few to tell, on plan, or not due yet."""

SIGNS: dict[StandingState, str] = {
    "red": "!",
    "amber": "^",
    "not recorded": ".",
    "too few": "~",
    "on plan": "+",
    "not due": "-",
}
"""Every state with its sign, worst first."""

STATES = Words(
    {
        "red": N_("off plan, red"),
        "amber": N_("off plan, amber"),
        "not recorded": N_("not recorded"),
        "too few": N_("too few to tell"),
        "on plan": N_("on plan"),
        "not due": N_("not due"),
    }
)
"""Every state in words."""


class Verdict(NamedTuple):
    """What a rule finds, before it is put together with why it matters."""

    state: StandingState
    says: str
    """One sentence with the plan's own numbers; empty where there is nothing to say yet."""
    limits: tuple[str, ...] = ()
    """The limits of the template that it used."""


NOT_DUE = Verdict("not due", "")


class Standing(Record, kw_only=False):
    """Where a plan stands on one rule, with all that is needed to understand and mend it."""

    id: str
    """The rule, FOL-01 to FOL-20."""
    short: str
    """What it is called."""
    state: StandingState
    says: str
    """One sentence with the plan's own numbers; empty where there is nothing to say yet."""
    why: str
    """Why it matters."""
    sources: tuple[str, ...]
    """Ids of its sources; none means our default."""
    action: str
    """What to do where it is off plan."""
    defaults: tuple[str, ...] = ()
    """The limits it used that are our default, in words."""
    answered_by: str = ""
    """The open action that answers it, by its key; empty where there is none."""
    acceptance: Acceptance | None = None
    """Who answers for it as it is, if anyone does."""

    @property
    def flag(self) -> str:
        """The name under which it can be accepted: the rule with R for red or A for amber."""
        return f"{self.id}{'R' if self.state == 'red' else 'A'}"

    @property
    def is_off_plan(self) -> bool:
        """Whether something is to be done about it."""
        return self.state in ("red", "amber")


Fields = Mapping[str, Value]


class Month(Record, kw_only=False):
    """What was counted in one month, for the whole team."""

    key: str
    """Its name, as 2027-07."""
    counts: Fields
    """What was counted; what is not there was not counted."""

    @property
    def first(self) -> date:
        """The first day of the month."""
        return first_of(self.key)

    @property
    def last(self) -> date:
        """The last day of the month."""
        return last_of(self.key)

    def number(self, name: str) -> float | None:
        """A monthly count by its name, such as `started`; None where it was not counted."""
        return as_number(self.counts.get(name))


class Case:
    """A plan that has begun, on a day: what its records say, read once for all that judge it."""

    def __init__(self, plan: Plan, template: Template, today: date, start: date) -> None:
        """Look at a plan on a day, from its first day with patients on."""
        self.plan, self.template, self.today, self.start = plan, template, today, start
        self.end = plus_months(start, plan.months)
        """The first day after the implementation period."""
        self.inputs: Inputs = gathered(plan, template)

    def limit(self, name: str) -> float | None:
        """A limit of the rules after the start; None where the template gives none."""
        return self.template.follow_up.number(name)

    def known(self, name: str) -> float | None:
        """A number that research on the practice gave; None where there is none."""
        return known_number(name, self.plan, self.template)

    @cached_property
    def facts(self) -> Facts:
        """What is worked out from the plan's answers, the hours week by week among it."""
        return facts_of(self.plan, self.template, self.today)

    @cached_property
    def flags_up(self) -> frozenset[str]:
        """The flags that the plan's answers raise today."""
        state = review(self.template, self.plan, self.today)
        return frozenset(flag.id for flag in state.flags)

    @cached_property
    def events(self) -> list[Event]:
        """Every date of the plan, in order."""
        return events_of(self.plan, self.template)

    @cached_property
    def months(self) -> list[Month]:
        """The months that something was counted in, in order."""
        held = self.plan.monthly
        return [Month(key, held[key]) for key in sorted(held) if held[key]]

    def counted(self, name: str) -> float | None:
        """The sum of a count over all months; None where no month has it."""
        found = [number for one in self.months if (number := one.number(name)) is not None]
        return sum(found) if found else None

    @cached_property
    def months_over(self) -> list[str]:
        """The months since the start that are over, in order, whether counted or not."""
        return list(_months_over(self.start, min(self.today, self.end)))

    def dated(self, table: str) -> list[tuple[date, Fields]]:
        """The entries of a table that are named by their day, up to today, in order."""
        found = (
            (date.fromisoformat(key), fields) for key, fields in self.plan.entries(table).items()
        )
        return sorted((one for one in found if one[0] <= self.today), key=lambda one: one[0])

    @cached_property
    def staff(self) -> list[str]:
        """The practitioners who are there today."""
        return [who for who in self.plan.people if self.is_there(who)]

    def is_there(self, who: str) -> bool:
        """Whether a practitioner has come and has not left."""
        parts = self.plan.people[who].parts
        joined, left = date_of(parts, "joined"), date_of(parts, "left")
        return not (joined and joined > self.today) and not (left and left <= self.today)

    def is_trained(self, who: str) -> bool:
        """Whether a practitioner is trained: by the day that is kept, else as the plan says."""
        trained_on = date_of(self.plan.people[who].parts, "trained_on")
        if trained_on is not None:
            return trained_on <= self.today
        joined = date_of(self.plan.people[who].parts, "joined")
        said = self.inputs.people[who].get("trained")
        # Who came after the start was not in the training that the plan booked.
        return said != NO if joined is None or joined <= self.start else said == "yes"

    @property
    def hours_freed(self) -> float | None:
        """Hours a week that are freed for all who are there; None where nobody has said."""
        found = [self.inputs.person_number(who, "hours_freed") for who in self.staff]
        known = [hours for hours in found if hours is not None]
        return sum(known) if known else None


def case_of(plan: Plan, template: Template, today: date) -> Case | None:
    """A plan after its start; None before it, and without a start."""
    if plan.start is None or plan.start > today:
        return None
    return Case(plan, template, today, plan.start)


def first_of(month: str) -> date:
    """The first day of a month such as 2027-07."""
    return date.fromisoformat(f"{month}-01")


def last_of(month: str) -> date:
    """The last day of a month such as 2027-07."""
    first = first_of(month)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def month_of(day: date) -> str:
    """The month of a day, as it is named in a plan."""
    return f"{day.year:04}-{day.month:02}"


def _months_over(start: date, until: date) -> Iterator[str]:
    month = month_of(start)
    while last_of(month) < until:
        yield month
        month = month_of(last_of(month) + timedelta(days=1))
