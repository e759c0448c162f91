"""A second reckoning of the hours, written from docs/ledger.md: it walks day by day and is slow.

It shares nothing with the program but the numbers that a service says.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

DAY, WEEK = timedelta(days=1), timedelta(days=7)


@dataclass
class Practitioner:
    name: str
    patients: int
    groups: int
    hours: float
    leaves: date | None = None
    away: list[tuple[date, date]] = field(default_factory=list)


@dataclass
class Service:
    """What a service says, and the numbers of its practice."""

    start: date
    end: date
    last: date
    """The end of the ledger."""
    people: list[Practitioner]
    closed: list[tuple[date, date]]
    rounds: list[tuple[date, int]]
    first_round: int | None
    round_weeks: int
    refill: bool
    sessions: float
    """In the programme, with the overrun."""
    rate: float
    dropout: tuple[float, float, float]
    group_size: int
    leaders: int
    minutes: dict[str, float]
    training_days: int
    day_hours: float


@dataclass
class Start:
    """Patients who start together."""

    leaders: list[Practitioner]
    group: int | None
    size: float
    begun: date | None = None
    done: date | None = None
    held: float = 0
    is_over: bool = False


class Oracle:
    """The weeks of a service, reckoned by looking at each day."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.needed: dict[tuple[str, date], float] = {}
        self.seen: dict[tuple[str, date], float] = {}
        self.short: set[date] = set()
        self.starts: list[Start] = []
        self.left_over = 0.0
        self.groups = self._groups()
        self._walk()

    # ------------------------------------------------------------------------------------- time

    def _working(self, monday: date) -> list[date]:
        return [monday + number * DAY for number in range(5)]

    def _is_closed(self, day: date) -> bool:
        return any(first <= day <= last for first, last in self.service.closed)

    def _is_there(self, who: Practitioner, monday: date) -> bool:
        if self._has_left(who, monday):
            return False
        days = 0
        for day in self._working(monday):
            is_away = any(first <= day <= last for first, last in who.away)
            days += day >= self.service.start and not self._is_closed(day) and not is_away
        return days >= 3

    def _has_left(self, who: Practitioner, monday: date) -> bool:
        return who.leaves is not None and who.leaves < monday + WEEK

    def _in_period(self, monday: date) -> bool:
        return sum(self.service.start <= d < self.service.end for d in self._working(monday)) >= 3

    def mondays(self) -> list[date]:
        first = self.service.start - self.service.start.weekday() * DAY
        found = []
        while first <= self.service.last:
            found.append(first)
            first += WEEK
        return found

    def open_weeks(self) -> int:
        found = 0
        for monday in self.mondays():
            days = self._working(monday)
            left = [d for d in days if self.service.start <= d < self.service.end]
            found += sum(not self._is_closed(day) for day in left) >= 3
        return found

    def training(self) -> dict[date, float]:
        """Hours of training by week, where no day of it has a date."""
        left, monday, found = self.service.training_days, self.mondays()[0], dict[date, float]()
        for _week in range(26):
            monday -= WEEK
            is_open = sum(not self._is_closed(day) for day in self._working(monday)) >= 3
            days = min(left, 2) if is_open else 0
            if days:
                found[monday] = days * self.service.day_hours
            left -= days
        return found

    # ------------------------------------------------------------------------------------ places

    def _groups(self) -> list[list[Practitioner]]:
        open_ = [[one, one.groups] for one in self.service.people]
        found: list[list[Practitioner]] = []
        while any(number for _one, number in open_):
            ranked = sorted(
                (pair for pair in open_ if pair[1]),
                key=lambda pair: -pair[1],  # type: ignore[operator, arg-type, return-value]
            )
            chosen = ranked[: self.service.leaders]
            for pair in chosen:
                pair[1] -= 1  # type: ignore[operator]
            names = [pair[0] for pair in chosen]
            found.append([one for one in self.service.people if one in names])
        return found

    def _running(self) -> list[Start]:
        return [one for one in self.starts if not one.is_over]

    def _can_begin(self, leaders: list[Practitioner], monday: date) -> bool:
        weeks = [week for week in self.mondays() if week >= monday]
        return any(self._is_there(one, week) for week in weeks for one in leaders)

    def _begin(
        self, leaders: list[Practitioner], group: int | None, size: float, day: date
    ) -> bool:
        if not self._can_begin(leaders, day):
            return False
        self.starts.append(Start(leaders, group, size))
        return True

    def _admit(self, patients: float, monday: date) -> float:
        patients = self._into_groups(patients, monday, whole=True)
        patients = self._one_by_one(patients, monday)
        return self._into_groups(patients, monday, whole=False)

    def _into_groups(self, patients: float, monday: date, *, whole: bool) -> float:
        size = self.service.group_size
        for number, leaders in enumerate(self.groups):
            is_free = all(one.group != number for one in self._running())
            wanted = size if whole else min(size, patients)
            fits = 0 < wanted <= patients
            if is_free and fits and self._begin(leaders, number, wanted, monday):
                patients -= wanted
        return patients

    def _one_by_one(self, patients: float, monday: date) -> float:
        free = {}
        for one in self.service.people:
            own = [s for s in self._running() if s.group is None and s.leaders == [one]]
            if not self._has_left(one, monday):
                free[one.name] = one.patients - sum(s.size for s in own)
        given = dict.fromkeys(free, 0)
        while patients > 0 and any(number > 0 for number in free.values()):
            most = max(free, key=lambda name: free[name])
            free[most], given[most], patients = free[most] - 1, given[most] + 1, patients - 1
        for one in self.service.people:
            number = given.get(one.name, 0)
            if number and not self._begin([one], None, number, monday):
                patients += number
        return patients

    # -------------------------------------------------------------------------------------- walk

    def _walk(self) -> None:
        places = sum(one.patients for one in self.service.people)
        places += len(self.groups) * self.service.group_size
        first, queue = self.mondays()[0], list[tuple[date, Start]]()
        for number, monday in enumerate(self.mondays()):
            for one in [start for day, start in queue if day == monday]:
                self._begin(one.leaders, one.group, one.size, monday)
            if self.service.rounds:
                for day, patients in sorted(self.service.rounds, key=lambda one: one[0]):
                    if max(day - day.weekday() * DAY, first) == monday:
                        self.left_over += self._admit(patients, monday)
            else:
                size = self.service.first_round or places
                is_turn = number % self.service.round_weeks == 0
                coming = min(size, places) if is_turn else 0
                places -= coming
                self._admit(coming, monday)
            queue += [(monday + WEEK, one) for one in self._week(monday)]

    def _week(self, monday: date) -> list[Start]:
        """One week: gives the starts that are done in it and that others follow."""
        work = {one.name: [0.0, 0.0, 0.0] for one in self.service.people}
        done = []
        for start in self._running():
            staying = [one for one in start.leaders if not self._has_left(one, monday)]
            there = [one for one in staying if self._is_there(one, monday)]
            if not staying:
                start.is_over = True
                continue
            if start.begun is None:
                if not there:
                    continue
                start.begun = monday
            share = min(start.held / self.service.sessions, 1)
            left = start.size * (1 - self.service.dropout[1] * share)
            for one in there or staying:
                work[one.name][2 if start.group is not None else 0] += left / len(there or staying)
                work[one.name][1] += start.group is not None
            start.held += self.service.rate if there else 0
            if start.held > self.service.sessions - 1e-9:
                start.done, start.is_over = monday, True
                done.append(start)
        for one in self.service.people:
            self._hours(one, monday, *work[one.name])
        return done if self.service.refill and not self.service.rounds else []

    def _hours(self, who: Practitioner, day: date, n: float, g: float, s: float) -> None:
        m, f = self.service.minutes, self.service.rate
        is_there = self._is_there(who, day)
        minutes = n * f * (m["S"] + m["P"] + m["D"] + m["T"]) + g * (m["Sg"] + m["Pg"]) + m["D"] * s
        minutes += m["V"] if n or g else 0
        minutes += m["M"] * (n + s) / m["W"]
        self.needed[who.name, day] = minutes / 60 if is_there else 0
        self.seen[who.name, day] = n + s
        if self.needed[who.name, day] > (who.hours if is_there else 0) + 1e-9:
            self.short.add(day)

    # -------------------------------------------------------------------------------------- sums

    def _begun(self) -> list[Start]:
        last = max(monday for monday in self.mondays() if self._in_period(monday))
        return [one for one in self.starts if one.begun is not None and one.begun <= last]

    def started(self) -> float:
        return sum(one.size for one in self._begun())

    def completing(self) -> tuple[float, float, float]:
        last = max(monday for monday in self.mondays() if self._in_period(monday))
        through = sum(one.size for one in self._begun() if one.done and one.done <= last)
        left = [through * (1 - share) for share in self.service.dropout]
        return min(left), left[1], max(left)

    def short_weeks(self) -> list[date]:
        last = max(monday for monday in self.mondays() if self._in_period(monday))
        return sorted(day for day in self.short if day <= last)
