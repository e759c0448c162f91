"""Cohorts: patients who start together with one practitioner or in one group, and their weeks.

Each cohort has its own age. It holds its places from the week it was to start until its programme
is done, whoever drops out on the way; then the places are free again.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Mapping

from readiness.domain.capacity.capacity import known_number, number_of
from readiness.domain.capacity.groups import Group
from readiness.domain.capacity.intake import Round
from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.domain.record import Record

SLACK = 1e-9
"""Sessions may differ by this much before they count as missing."""


LEAST_A_WEEK = 0.01
"""Fewer sessions a week than this are reckoned as this many, so that a programme has an end."""


class Pace(Record, kw_only=False):
    """How a cohort goes through the programme."""

    sessions_a_week: float
    sessions: float
    """Sessions in the programme with the usual overrun; without end where nobody knows."""
    dropout: float
    """Share of those who start that is gone at the end, from 0 to 1."""


def pace_of(plan: Plan, template: Template) -> Pace:
    """How patients go through the programme.

    Where nobody knows how long it is, they stay; where nobody knows how many drop out, none do.
    """
    planned, slack, dropout = (
        known_number(name, plan, template)
        for name in ("planned_sessions", "overrun_slack", "dropout")
    )
    return Pace(
        sessions_a_week=max(number_of("sessions_a_week", plan, template), LEAST_A_WEEK),
        sessions=planned * max(1 if slack is None else slack, 0.1) if planned else math.inf,
        dropout=min(max(dropout or 0, 0), 1),
    )


class Presence(Record, kw_only=False):
    """When a practitioner can see patients."""

    here: tuple[bool, ...]
    """By week: whether sessions can be held in it."""
    gone: int
    """The first week in which the practitioner has left for good."""


class Cohort(Record, kw_only=False):
    """Patients who start together."""

    leaders: tuple[str, ...]
    """Who sees them: one practitioner, or those who lead their group."""
    group: int | None
    """The number of their group's place from 0; None for individual patients."""
    since: int
    """The week from which they hold their places."""
    start: int
    """The week of their first session."""
    patients: tuple[float, ...]
    """How many are expected, by week from the first session to the last."""
    done: int | None
    """The week of the last session; None where nobody is there for it, or it is out of sight."""

    @property
    def size(self) -> float:
        """How many patients start together; a fraction where the plan expects part of one."""
        return self.patients[0]

    def holds(self, week: int) -> bool:
        """Whether their places are taken in a week."""
        return self.since <= week and (self.done is None or week <= self.done)


class Course(Record, kw_only=False):
    """How the programme goes for those who are to start with the same leaders in the same week."""

    start: int
    """The week of the first session."""
    done: int | None
    """The week of the last session; None where nobody is there for it, or it is out of sight."""
    left: tuple[float, ...]
    """The share that is left, by week from the first session to the last."""


class Intake(Record, kw_only=False):
    """Who starts when, and for whom there is no place."""

    cohorts: tuple[Cohort, ...]
    left_over: float
    """Patients of the plan's own rounds for whom there is no place when they are to start."""


class Admission:
    """Gives patients places, round by round."""

    def __init__(
        self,
        places: Mapping[str, float],
        groups: tuple[Group, ...],
        people: Mapping[str, Presence],
        pace: Pace,
    ) -> None:
        """Begin with every place free."""
        self._groups, self._people, self._pace = groups, people, pace
        self._cohorts = list[Cohort]()
        self._courses = dict[tuple[tuple[str, ...], int], Course | None]()
        self._free = dict(places)
        self._turns = list[tuple[int, int, str, float]]()

    def admit(self, rounds: Iterable[Round], *, refill: bool) -> Intake:
        """Let rounds start in the order of their weeks; with `refill`, others after them."""
        left_over = 0.0
        for week, patients in rounds:
            begun = len(self._cohorts)
            left = self._in_groups(week, patients, whole=True)
            left = self._alone(week, left)
            left_over += self._in_groups(week, left, whole=False)
            for cohort in self._cohorts[begun:]:
                self._follow(cohort, refill=refill)
        return Intake(tuple(self._cohorts), left_over)

    def _in_groups(self, week: int, patients: float, *, whole: bool) -> float:
        """Fill groups that are free, full ones or one that is not; gives how many are left."""
        seated = (one for one in self._cohorts if one.group is not None)
        taken = {one.group for one in seated if one.holds(week)} if self._groups else set()
        for at, group in enumerate(self._groups):
            seats = min(group.size, patients)
            if at in taken or seats <= 0 or (whole and seats < group.size):
                continue
            if self._start(group.leaders, at, week, seats) is not None:
                patients -= seats
        return patients

    def _alone(self, week: int, patients: float) -> float:
        while self._turns and self._turns[0][0] <= week:
            who, number = heapq.heappop(self._turns)[2:]
            self._free[who] += number
        free = {who: n for who, n in self._free.items() if self._people[who].gone > week}
        given, left = shared(patients, free)
        for who, number in given.items():
            if self._start((who,), None, week, number) is None:
                left += number
        return left

    def _start(
        self, leaders: tuple[str, ...], group: int | None, week: int, patients: float
    ) -> Cohort | None:
        key = leaders, week
        if key not in self._courses:
            self._courses[key] = course_of(week, leaders, self._people, self._pace)
        course = self._courses[key]
        if course is None:
            return None
        expected = tuple(patients * share for share in course.left)
        cohort = Cohort(leaders, group, week, course.start, expected, course.done)
        self._cohorts.append(cohort)
        if group is None:
            self._take(cohort)
        return cohort

    def _take(self, cohort: Cohort) -> None:
        """Note in which weeks places are taken and free again; rounds come in their order."""
        who, size = cohort.leaders[0], cohort.size
        heapq.heappush(self._turns, (cohort.since, len(self._cohorts), who, -size))
        if cohort.done is not None:
            heapq.heappush(self._turns, (cohort.done + 1, -len(self._cohorts), who, size))

    def _follow(self, cohort: Cohort, *, refill: bool) -> None:
        """Others take the places of a cohort that is done, again and again."""
        last: Cohort | None = cohort
        while refill and last is not None and last.done is not None:
            last = self._start(last.leaders, last.group, last.done + 1, last.size)


def course_of(
    week: int, leaders: tuple[str, ...], people: Mapping[str, Presence], pace: Pace
) -> Course | None:
    """How it goes for those who are to start in a week; None where nobody holds a first session.

    A week counts as held where at least one of the leaders is there. Dropout is spread evenly over
    the sessions. All are gone with the last of their leaders.
    """
    there = [people[who].here for who in leaders]
    sessions, start = 0.0, None
    left = list[float]()
    for at in range(week, max(people[who].gone for who in leaders)):
        is_held = any(here[at] for here in there)
        if start is None and not is_held:
            continue
        start = at if start is None else start
        left.append(1 - pace.dropout * min(sessions / pace.sessions, 1))
        sessions += pace.sessions_a_week if is_held else 0
        if sessions >= pace.sessions - SLACK:
            return Course(start, at, tuple(left))
    return None if start is None else Course(start, None, tuple(left))


def shared(patients: float, places: Mapping[str, float]) -> tuple[dict[str, float], float]:
    """Patients one by one to whoever has most places free; what is left over has none."""
    given = dict[str, float]()
    free = [(-number, at, who) for at, (who, number) in enumerate(places.items()) if number > 0]
    heapq.heapify(free)
    left = patients
    while left > 0 and free:
        places_left, at, who = heapq.heappop(free)
        taken = min(1.0, left, -places_left)
        left -= taken
        given[who] = given.get(who, 0) + taken
        if places_left + taken < 0:
            heapq.heappush(free, (places_left + taken, at, who))
    return given, left


class Seen(Record, kw_only=False):
    """What one practitioner has to do with patients, by week."""

    alone: tuple[float, ...]
    """Individual patients expected."""
    groups: tuple[int, ...]
    """Groups that the practitioner leads."""
    seats: tuple[float, ...]
    """Patients of these groups that fall to the practitioner: an even part, or all of them."""


def seen_by(
    cohorts: Iterable[Cohort], people: Mapping[str, Presence], weeks: int
) -> dict[str, Seen]:
    """What falls to each practitioner. The patients of a group fall to those leaders who are there.

    In a week in which none of them is, its patients stay with those who have not left for good.
    """
    alone = {who: [0.0] * weeks for who in people}
    groups = {who: [0] * weeks for who in people}
    seats = {who: [0.0] * weeks for who in people}
    for cohort in cohorts:
        for week, patients in enumerate(cohort.patients, cohort.start):
            if cohort.group is None:
                alone[cohort.leaders[0]][week] += patients
                continue
            staying = [who for who in cohort.leaders if week < people[who].gone]
            there = [who for who in staying if people[who].here[week]] or staying
            for who in there:
                groups[who][week] += 1
                seats[who][week] += patients / len(there)
    return {who: Seen(tuple(alone[who]), tuple(groups[who]), tuple(seats[who])) for who in people}
