"""Two plans that grew from one, made into one again, answer by answer."""

from __future__ import annotations

from collections.abc import Iterable

from readiness.domain.checklist.template import Template
from readiness.domain.kinds.value import STANDING_WORDS
from readiness.domain.plan.plan import Plan
from readiness.domain.record import Record
from readiness.domain.versions.changes import Change, changes, names, words_at
from readiness.domain.versions.places import (
    Leaf,
    Leaves,
    Place,
    is_whole,
    leaves_of,
    plan_of,
    taking,
    under,
)
from readiness.i18n.language import _


class Conflict(Record, kw_only=False):
    """One place that both sides changed, each in its own way."""

    place: Place
    """Where it stands: an answer, or a whole item, person, row or entry."""
    title: str
    """What it belongs to."""
    field: str
    """Which field; empty where there is only one."""
    base: str
    """What both started from, in words; empty for nothing."""
    ours: str
    """What we say, in words; empty for nothing."""
    theirs: str
    """What they say, in words; empty for nothing."""

    @property
    def where(self) -> str:
        """What it is about, in words."""
        return f"{self.title}, {self.field}" if self.field else self.title

    @property
    def words(self) -> str:
        """The conflict in one line."""
        ours, theirs = self.ours or _("nothing"), self.theirs or _("nothing")
        words = _("{where}: here {ours}; there {theirs}")
        return words.format(where=self.where, ours=ours, theirs=theirs)


class Merged(Record, kw_only=False):
    """One plan of two, and what it took to make it."""

    plan: Plan
    """Everything that either side changed; where both changed the same answer, ours."""
    base: Plan
    """What both grew from, named likewise."""
    theirs: Plan
    """Their side, with rows, entries and people under the names they have in the merged plan."""
    conflicts: tuple[Conflict, ...]
    """Answers that both sides changed differently."""
    taken: tuple[Change, ...]
    """What came from their side."""

    def choosing_theirs(self, conflicts: Iterable[Conflict]) -> Plan:
        """The plan with their answer to these conflicts."""
        return taking(self.plan, self.theirs, [one.place for one in conflicts])


def merge(base: Plan, ours: Plan, theirs: Plan, template: Template) -> Merged:
    """Merge two plans that both come from a base.

    What one side alone changed is kept. New rows and entries that took the same number on both
    sides are both kept; theirs get the next number. A practitioner who got another name on one
    side keeps what the other side said. Never raises.
    """
    mine = ours
    base, theirs = _renamed(base, ours, theirs)
    base, mine = _renamed(base, theirs, mine)
    theirs = _renumbered(base, mine, theirs)
    sides = _Sides(leaves_of(base), leaves_of(mine), leaves_of(theirs), template)
    plan = plan_of(sides.merged())
    found = tuple(sides.conflict(place) for place in sides.touched)
    return Merged(plan, base, theirs, found, tuple(changes(ours, plan, template)))


class _Sides:
    """The answers of the three plans by their places."""

    def __init__(self, base: Leaves, ours: Leaves, theirs: Leaves, template: Template) -> None:
        self._base, self._ours, self._theirs, self._template = base, ours, theirs, template
        self.touched: list[Place] = []

    def merged(self) -> Leaves:
        """The answers of both; where both changed one, ours, and its place is noted."""
        self._find_removed()
        whole = set(self.touched)
        found: Leaves = {}
        for place in dict.fromkeys((*self._ours, *self._theirs, *self._base)):
            leaf = self._leaf(place, whole)
            if leaf is not None:
                found[place] = leaf
        return self._without_contradictions(found)

    def _leaf(self, place: Place, whole: set[Place]) -> Leaf | None:
        base, ours, theirs = (side.get(place) for side in (self._base, self._ours, self._theirs))
        if any(place[:end] in whole for end in range(1, len(place) + 1)):
            return ours
        if theirs in (ours, base):
            return ours
        if ours == base:
            return theirs
        self.touched.append(place)
        return ours

    def _find_removed(self) -> None:
        """Note people, rows and entries that one side took out and the other side changed."""
        for place in filter(is_whole, self._base):
            if (place in self._ours) == (place in self._theirs):
                continue
            left = self._ours if place in self._ours else self._theirs
            if under(place, left) != under(place, self._base):
                self.touched.append(place)

    def _without_contradictions(self, found: Leaves) -> Leaves:
        """Ours, wherever one side answered an item as a whole and the other side a field of it."""
        for item in {place[1] for place in found if place[0] == "answers"}:
            place = ("answers", item)
            if not _contradicts(place, found, self._template):
                continue
            if any(_contradicts(place, one, self._template) for one in (self._ours, self._theirs)):
                continue
            note = (*place, "note")
            inside = [key for key in found if key[:2] == place and key != note]
            for key in inside:
                del found[key]
            found |= {key: leaf for key, leaf in under(place, self._ours).items() if key != note}
            self.touched = [one for one in self.touched if one[:2] != place or one == note]
            self.touched.append(place)
        return found

    def conflict(self, place: Place) -> Conflict:
        """A place that both sides changed, in words."""
        title, field = names(place, self._template)
        said = [
            words_at(place, side, self._template) for side in (self._base, self._ours, self._theirs)
        ]
        return Conflict(place, title, field, *said)


def _contradicts(place: Place, leaves: Leaves, template: Template) -> bool:
    """Whether an item is answered both as a whole and in its fields."""
    value = leaves.get((*place, "value"))
    word = getattr(value, "value", value)
    item = template.items.get(place[1])
    if word not in STANDING_WORDS or (item and "value" in item.parts and word == value):
        return False
    plain = {(*place, "value"), (*place, "note")}
    return any(key not in plain for key in under(place, leaves))


def _renamed(base: Plan, one: Plan, other: Plan) -> tuple[Plan, Plan]:
    """The base and the other side, with people under the names that one side gave them."""
    gone = [who for who in base.people if who not in one.people]
    new = [who for who in one.people if who not in base.people]
    for who in gone:
        same = [name for name in new if one.people[name] == base.people[who]]
        if len(same) == 1 and who in other.people and same[0] not in other.people:
            new.remove(same[0])
            base = base.renaming_person(who, same[0])
            other = other.renaming_person(who, same[0])
    return base, other


def _renumbered(base: Plan, ours: Plan, theirs: Plan) -> Plan:
    """Their plan, with other numbers for new rows and entries whose number we gave away too."""
    old, mine, found = leaves_of(base), leaves_of(ours), leaves_of(theirs)
    clashes = [
        place
        for place in found
        if is_whole(place)
        and place[0] != "people"
        and place[-1].isdecimal()
        and place not in old
        and place in mine
        and under(place, found) != under(place, mine)
    ]
    if not clashes:
        return theirs
    taken = {place for side in (old, mine, found) for place in side if is_whole(place)}
    numbers = {}
    for place in clashes:
        numbers[place] = _next(place, taken)
        taken.add(numbers[place])
    moved = {}
    for place, leaf in found.items():
        whole = next((one for one in clashes if place[: len(one)] == one), None)
        moved[(*numbers[whole], *place[len(whole) :]) if whole else place] = leaf
    return plan_of(moved)


def _next(place: Place, taken: Iterable[Place]) -> Place:
    used = [int(one[-1]) for one in taken if one[:-1] == place[:-1] and one[-1].isdecimal()]
    return (*place[:-1], str(max(used, default=0) + 1))
