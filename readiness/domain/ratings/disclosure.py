"""Whose answers may be shown together, so that nobody's own answer can be told from what is shown.

A group is shown only where it, and whatever can be reckoned by adding and taking away the groups
shown so far, covers at least the smallest group, or the one leader who agreed to be seen. This
holds for the room, again for each question's own answers, for files that come late, and for a
second vote, as if nobody had changed their mind: it is shown only where everyone who answered the
first time certainly answered again. Our rule: 3 in the room, 5 for sensitive
questions and for all that leaves the room (as in common data models: omopgenerics, PEDSnet).

What no rule can hide: where all of a group say the same, everybody's answer is known. The form says
so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Literal

from readiness.domain.checklist.rater import ROLES
from readiness.domain.ratings.counts import Counts
from readiness.domain.record import Record, Sealed, sealed

SMALLEST, SMALLEST_SENSITIVE = 3, 5
"""The smallest groups shown in the room, and of sensitive questions; may only be raised."""

SMALLEST_LEAVING = 5
"""The smallest group whose counts leave the room: for the plan, which travels."""

LARGEST_SMALLEST = 12
"""How far the smallest group may be raised."""

LEADER, PRACTITIONER, OTHERS = "leader", "practitioner", "others"
"""The leader in post, those who deliver the practice, and what roles are called that are too small
to stand alone."""


class DisclosureRule(Record):
    """What a group of people agreed on before they answered."""

    smallest: int = SMALLEST
    """The smallest group that is shown, SMALLEST to LARGEST_SMALLEST."""
    leader_agreed: bool = False
    """Whether the one leader agreed, in writing, to be seen as one."""
    is_open: bool = False
    """Whether the group itself wished to see views under roles, however small."""


class RaterGroup(Record, kw_only=False):
    """People whose answers are shown together."""

    roles: tuple[str, ...]
    """Their roles; `others` stands for those that are too small to be named."""
    codes: frozenset[str]
    """Who they are, by the codes of their answers."""

    @property
    def is_leader(self) -> bool:
        """Whether it is the one leader who agreed."""
        return self.roles == (LEADER,) and len(self.codes) == 1


Groups = tuple[RaterGroup, ...]


def groups_of(raters: Mapping[str, str], rule: DisclosureRule) -> Groups:
    """The groups of a room, by code and role; none where even all together are too few.

    A leader who did not agree is seen in the total alone: without roles for anyone.
    """
    # In an order of their own: that of the files tells nothing, but would be another every time.
    there = set(raters.values())
    order = [*(one for one in ROLES if one in there), *sorted(there - set(ROLES))]
    by_role = {role: {code for code, one in raters.items() if one == role} for role in order}
    if rule.is_open:
        return tuple(RaterGroup((role,), frozenset(codes)) for role, codes in by_role.items())
    leaders = by_role.get(LEADER, set())
    everyone = RaterGroup(tuple(by_role), frozenset(raters))
    is_one = len(leaders) == 1 and rule.leader_agreed
    staff = {role: codes for role, codes in by_role.items() if role != LEADER or not is_one}
    if is_one and sum(map(len, staff.values())) >= rule.smallest:
        return (RaterGroup((LEADER,), frozenset(leaders)), *_parted(staff, rule.smallest))
    if 0 < len(leaders) < rule.smallest or is_one:
        return (everyone,) if len(raters) >= rule.smallest else ()
    return _parted(staff, rule.smallest)


def _parted(by_role: Mapping[str, Collection[str]], smallest: int) -> Groups:
    found = [RaterGroup((role,), frozenset(codes)) for role, codes in by_role.items()]
    return _joined(found, smallest)


def _joined(groups: Iterable[RaterGroup], smallest: int) -> Groups:
    """The same people in groups that are large enough; none where they are too few in all."""
    large, small = list[RaterGroup](), list[RaterGroup]()
    for one in groups:
        (large if len(one.codes) >= smallest else small).append(one)
    if not small:
        return tuple(large)
    rest = RaterGroup(_named(small), frozenset().union(*(one.codes for one in small)))
    if len(rest.codes) >= smallest:
        return (*large, rest)
    if not large:
        return ()
    least = min(large, key=lambda one: len(one.codes))
    both = RaterGroup(_named([*small, least], but=least.roles), least.codes | rest.codes)
    return tuple(both if one is least else one for one in large)


def _named(groups: Sequence[RaterGroup], but: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The roles of groups that are joined: practitioners by name, small ones as others."""
    roles = {role for one in groups for role in one.roles}
    kept = [
        role for role in dict.fromkeys((PRACTITIONER, *but)) if role in roles and role != OTHERS
    ]
    return (*kept, OTHERS)


class Stage(Record, kw_only=False):
    """Answers that are shown at one time: at the reveal, with late files, at a second vote."""

    raters: Sealed[str, str]
    """Everyone who took part, by code, with the role."""
    answered: Sealed[str, frozenset[str]]
    """For each question, who answered it, by code."""


def groups_shown(stages: Sequence[Stage], rule: DisclosureRule) -> list[Mapping[str, Groups]]:
    """For each stage, the groups that may be shown of each question; none where nothing may.

    What was shown stays known: a later stage shows no more than what is safe beside it.
    """
    found: list[Mapping[str, Groups]] = []
    history: dict[str, list[frozenset[str]]] = {}
    hidden: set[str] = set()
    known: set[str] = set()
    for stage in stages:
        room = groups_of(stage.raters, rule)
        if any(one.is_leader and one.codes & hidden for one in room):
            # Who was part of a total that was shown is not taken out of it afterwards.
            room = groups_of(stage.raters, rule.model_copy(update={"leader_agreed": False}))
        known |= {code for one in room if one.is_leader for code in one.codes}
        hidden |= {code for one in room if not one.is_leader for code in one.codes}
        here = {}
        for item, answered in stage.answered.items():
            before = history.setdefault(item, [])
            here[item] = _of_question(room, answered, (before, frozenset(known)), rule)
            before += [one.codes for one in here[item]]
        found.append(sealed(here))
    return found


def _of_question(
    room: Groups,
    answered: frozenset[str],
    seen: tuple[list[frozenset[str]], frozenset[str]],
    rule: DisclosureRule,
) -> Groups:
    before, known = seen
    here = [RaterGroup(one.roles, one.codes & answered) for one in room if one.codes & answered]
    if rule.is_open:
        return tuple(here)
    leader = tuple(one for one in here if one.codes <= known)
    staff = [one for one in here if not one.codes <= known]
    for choice in _choices(staff, rule.smallest):
        if not tells_on_someone([*before, *(one.codes for one in choice)], known, rule.smallest):
            return (*leader, *choice)
    return ()


def _choices(groups: Sequence[RaterGroup], smallest: int) -> Iterator[Groups]:
    """Groups that might be shown, the finest first."""
    fine = _joined(groups, smallest)
    if fine:
        yield fine
    if len(groups) > 1:
        roles = tuple(dict.fromkeys(role for one in groups for role in one.roles))
        yield (RaterGroup(roles, frozenset().union(*(one.codes for one in groups))),)


def of_sensitive(
    stages: Sequence[Stage], smallest: int = SMALLEST_SENSITIVE
) -> list[dict[str, frozenset[str]]]:
    """For each stage, whose answers to a sensitive question are told together, in bands.

    Never by role, and never a leader alone. A question that may not be told is left out.
    """
    found, history = [], dict[str, list[frozenset[str]]]()
    for stage in stages:
        here = {}
        for item, answered in stage.answered.items():
            before = history.setdefault(item, [])
            if not tells_on_someone([*before, answered], frozenset(), smallest) and answered:
                here[item] = answered
                before.append(answered)
        found.append(here)
    return found


def tells_on_someone(sums: Iterable[frozenset[str]], known: Collection[str], smallest: int) -> bool:
    """Whether sums over these groups let the answers of fewer than `smallest` people be reckoned.

    Whoever is `known` does not count. Every adding and taking away of the sums is looked at, not
    only the difference of two. People who are in the same groups cannot be told apart by any of
    them, so what has to be looked at is few.
    """
    rows = list({one - set(known) for one in sums} - {frozenset[str]()})
    sizes = Counter(
        tuple(int(code in row) for row in rows) for code in frozenset[str]().union(*rows)
    )
    whole = _rank(list(sizes))
    for some in _small(sizes, smallest):
        if _rank([one for one in sizes if one not in some]) < whole:
            return True
    return False


def _small(
    sizes: Mapping[tuple[int, ...], int], smallest: int
) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Everything that holds fewer people than that, put together of those who are alike."""
    few = [one for one, size in sizes.items() if size < smallest]
    for many in range(1, min(len(few), smallest - 1) + 1):
        for some in combinations(few, many):
            if sum(sizes[one] for one in some) < smallest:
                yield some


def _rank(vectors: Sequence[tuple[int, ...]]) -> int:
    rows = [[Fraction(one) for one in vector] for vector in vectors]
    rank = 0
    for column in range(len(vectors[0]) if vectors else 0):
        pivot = next((row for row in rows[rank:] if row[column]), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        rows.insert(rank, pivot)
        for row in rows[rank + 1 :]:
            factor = row[column] / pivot[column]
            row[:] = [one - factor * other for one, other in zip(row, pivot, strict=True)]
        rank += 1
    return rank


Band = Literal["all but at most one", "most", "about half", "few", "at most one"]
"""How many say yes to a sensitive question."""


def band(counts: Counts, smallest: int = SMALLEST_SENSITIVE) -> Band | None:
    """How many say yes, so that one answer more or less cannot be seen at either end.

    None below the smallest group: then each person is asked alone, whatever was said.
    """
    yes, of = counts.said["yes"], counts.scored
    if of < smallest:
        return None
    if yes >= of - 1:
        return "all but at most one"
    if yes <= 1:
        return "at most one"
    if 3 * yes >= 2 * of:
        return "most"
    return "few" if 3 * yes <= of else "about half"
