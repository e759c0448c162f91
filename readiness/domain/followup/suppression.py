"""Small counts hidden in what leaves the service, with every count that would give one away.

A hidden count is safe only while at least two values of it fit all that is shown: the counts that
are not hidden, and the sums that tie them to each other. What is hidden looks the same whether it
is small itself or only guards another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from readiness.domain.followup.case import Case, Month
from readiness.domain.plan.inputs import as_number
from readiness.domain.record import Record

MOST_TRIES = 4000
"""Steps of one search for another value; where none is found in them, more is hidden."""

FLOWS = ("asked", "said_yes", "started", "completed", "dropped")
"""Counts of what happened in a month: those of several months can be added up."""

PARTS_OF_MEASURED = ("improved", "unchanged", "worse")


class Sum(Record, kw_only=False):
    """That some counts, less others, make nothing: measured = improved + unchanged + worse."""

    plus: tuple[str, ...]
    """The counts on one side, each once."""
    minus: tuple[str, ...]
    """The counts on the other side, each once."""

    @property
    def signs(self) -> dict[str, int]:
        """Every count in it with its sign."""
        return {**dict.fromkeys(self.plus, 1), **dict.fromkeys(self.minus, -1)}


def hidden(counts: Mapping[str, int], sums: Sequence[Sum], least: float) -> frozenset[str]:
    """The counts that are not shown: those from 1 to below `least`, and what gives one away.

    `counts` are at least 0 and fit the sums; a sum with a count that is not there is left out.
    """
    held = [one for one in sums if counts.keys() >= one.signs.keys()]
    ties = [one for one in held if not sum(s * counts[key] for key, s in one.signs.items())]
    found = {key for key, count in counts.items() if 0 < count < least}
    solved = _first_solved(counts, found, ties)
    while solved is not None:
        found.add(_next_to(solved, counts, found, ties))
        solved = _first_solved(counts, found, ties)
    return frozenset(found)


def _first_solved(counts: Mapping[str, int], found: set[str], ties: Sequence[Sum]) -> str | None:
    """A hidden count that can be solved, and that hiding more can help."""
    for key in counts:
        is_open = key in found and any(not one.signs.keys() <= found for one in _of(key, ties))
        if is_open and not _is_safe(key, counts, found, ties):
            return key
    return None


def _of(key: str, ties: Sequence[Sum]) -> list[Sum]:
    return [one for one in ties if key in one.signs]


def _next_to(solved: str, counts: Mapping[str, int], found: set[str], ties: Sequence[Sum]) -> str:
    """The smallest count still shown that guards one which can be solved, else the smallest."""
    tied = {other for one in _of(solved, ties) for other in one.signs} - found
    order = sorted(tied, key=lambda other: (counts[other], other))
    for other in order:
        more = {*found, other}
        if all(_is_safe(key, counts, more, ties) for key in (solved, other)):
            return other
    return order[0]


def _is_safe(key: str, counts: Mapping[str, int], found: set[str], ties: Sequence[Sum]) -> bool:
    """Whether another value of a hidden count fits all that is shown."""
    search = _Search(counts, found, ties)
    return any(search.finds({key: step}) for step in (1, -1) if counts[key] + step >= 0)


class _Search:
    """Looks for hidden counts that are each at most one off and still fit every sum."""

    def __init__(self, counts: Mapping[str, int], found: set[str], ties: Sequence[Sum]) -> None:
        self._counts, self._found, self._ties = counts, found, [one.signs for one in ties]
        self._tries = 0

    def finds(self, moved: dict[str, int]) -> bool:
        """Whether these steps can be made up for by steps of other hidden counts."""
        self._tries += 1
        if self._tries > MOST_TRIES:
            return False
        for signs in self._ties:
            off = sum(sign * moved.get(key, 0) for key, sign in signs.items())
            if off:
                return any(self.finds({**moved, **step}) for step in self._steps(signs, moved, off))
        return True

    def _steps(
        self, signs: Mapping[str, int], moved: Mapping[str, int], off: int
    ) -> Iterator[dict[str, int]]:
        """Steps that bring a sum nearer to nothing."""
        for key, sign in signs.items():
            step = -sign if off > 0 else sign
            if key in self._found and key not in moved and self._counts[key] + step >= 0:
                yield {key: step}


def sealed_result(fields: Mapping[str, object], least: float) -> dict[str, int | None]:
    """The counts of a round of results as they may leave the service; None for a hidden one."""
    names = ("due", "measured", *PARTS_OF_MEASURED)
    counts = _whole(fields, names)
    away = hidden(counts, [Sum(("measured",), PARTS_OF_MEASURED)], least)
    return {key: None if key in away else count for key, count in counts.items()}


def _whole(fields: Mapping[str, object], names: Sequence[str]) -> dict[str, int]:
    known = {name: as_number(fields.get(name)) for name in names}
    return {name: int(number) for name, number in known.items() if number is not None}


class SealedMonths(Record, kw_only=False):
    """The counts of some months together, as they may leave the service."""

    first: str
    """The first month, as 2027-01."""
    last: str
    """The last month."""
    counts: Mapping[str, int | None]
    """Each count; None for a hidden one."""


def sealed_months(case: Case, least: float) -> tuple[list[SealedMonths], dict[str, int | None]]:
    """The counts month by month as they may leave the service, and their sums.

    Where any month has a small count, months are added up to quarters first; what is small even
    then is hidden, with what gives it away. Who is active is told for the last month of each.
    """
    groups = [[one] for one in case.months]
    if any(
        0 < count < least for one in case.months for count in _whole(one.counts, FLOWS).values()
    ):
        groups = _quarters(case.months)
    counts, sums = dict[str, int](), list[Sum]()
    for number, months in enumerate(groups):
        for name, count in _together(months).items():
            counts[f"{number} {name}"] = count
        ends = [f"{number} {name}" for name in ("active", "completed", "dropped")]
        begins = [f"{number - 1} active"] if number else []
        sums.append(Sum((*begins, f"{number} started"), tuple(k for k in ends if k in counts)))
    for name in FLOWS:
        parts = tuple(key for key in counts if key.endswith(f" {name}"))
        if parts:
            counts[f"all {name}"] = sum(counts[key] for key in parts)
            sums.append(Sum((f"all {name}",), parts))
    away = hidden(counts, sums, least)
    shown = {key: None if key in away else count for key, count in counts.items()}
    rows = [
        SealedMonths(
            first=months[0].key,
            last=months[-1].key,
            counts=_named(shown, str(number)),
        )
        for number, months in enumerate(groups)
    ]
    return rows, _named(shown, "all")


def _named(shown: Mapping[str, int | None], group: str) -> dict[str, int | None]:
    return {
        key.partition(" ")[2]: count
        for key, count in shown.items()
        if key.partition(" ")[0] == group
    }


def _quarters(months: Sequence[Month]) -> list[list[Month]]:
    found = dict[tuple[int, int], list[Month]]()
    for one in months:
        found.setdefault((one.first.year, (one.first.month - 1) // 3), []).append(one)
    return list(found.values())


def _together(months: Sequence[Month]) -> dict[str, int]:
    """The counts of some months: those of what happened added up, and who is active at the end."""
    found = dict[str, int]()
    for one in months:
        for name, count in _whole(one.counts, FLOWS).items():
            found[name] = found.get(name, 0) + count
    return {**found, **_whole(months[-1].counts, ("active",))}
