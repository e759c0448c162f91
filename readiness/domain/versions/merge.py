"""Two plans that grew from one, made into one again, answer by answer; and from which one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from readiness.domain.checklist.template import Template
from readiness.domain.kinds.value import STANDING_WORDS
from readiness.domain.plan.entry_table import next_number
from readiness.domain.plan.field_ref import NOTE, VALUE, FieldRef
from readiness.domain.plan.plan import Plan
from readiness.domain.record import Record
from readiness.domain.versions.changes import Change, changes, names, words_at
from readiness.domain.versions.flat_plan import (
    PARTICULARS,
    Leaf,
    Leaves,
    flatten,
    leaves_under,
    patch,
    unflatten,
)
from readiness.i18n.language import _


class Conflict(Record, kw_only=False):
    """One answer that both sides changed, each in its own way."""

    ref: FieldRef
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
        return patch(self.plan, self.theirs, [one.ref for one in conflicts])


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
    sides = _Sides(flatten(base), flatten(mine), flatten(theirs), template)
    plan = unflatten(sides.merged())
    found = tuple(sides.conflict(ref) for ref in sides.touched)
    return Merged(plan, base, theirs, found, tuple(changes(ours, plan, template)))


class _Sides:
    """The answers of the three plans by their references."""

    def __init__(self, base: Leaves, ours: Leaves, theirs: Leaves, template: Template) -> None:
        self._base, self._ours, self._theirs, self._template = base, ours, theirs, template
        self.touched: list[FieldRef] = []

    def merged(self) -> Leaves:
        """The answers of both; where both changed one, ours, and its place is noted."""
        self._find_removed()
        whole = list(self.touched)
        found: Leaves = {}
        for ref in dict.fromkeys((*self._ours, *self._theirs, *self._base)):
            leaf = self._leaf(ref, whole)
            if leaf is not None:
                found[ref] = leaf
        return self._without_contradictions(found)

    def _leaf(self, ref: FieldRef, whole: list[FieldRef]) -> Leaf | None:
        base, ours, theirs = (side.get(ref) for side in (self._base, self._ours, self._theirs))
        if any(one.holds(ref) for one in whole):
            return ours
        if theirs in (ours, base):
            return ours
        if ours == base:
            return theirs
        self.touched.append(ref)
        return ours

    def _find_removed(self) -> None:
        """Note people, rows and entries that one side took out and the other side changed."""
        for ref in self._base:
            if not ref.is_whole or (ref in self._ours) == (ref in self._theirs):
                continue
            left = self._ours if ref in self._ours else self._theirs
            if leaves_under(ref, left) != leaves_under(ref, self._base):
                self.touched.append(ref)

    def _without_contradictions(self, found: Leaves) -> Leaves:
        """Ours, wherever one side answered an item as a whole and the other side a field of it."""
        for item in {ref.item for ref in found if ref.item}:
            if not _contradicts(item, found, self._template):
                continue
            if any(_contradicts(item, one, self._template) for one in (self._ours, self._theirs)):
                continue
            whole, note = FieldRef(item), FieldRef(item, NOTE)
            for key in [key for key in found if whole.holds(key) and key != note]:
                del found[key]
            found |= {
                key: leaf for key, leaf in leaves_under(whole, self._ours).items() if key != note
            }
            self.touched = [one for one in self.touched if one.item != item or one == note]
            self.touched.append(whole)
        return found

    def conflict(self, ref: FieldRef) -> Conflict:
        """What both sides changed, in words."""
        title, field = names(ref, self._template)
        said = [
            words_at(ref, side, self._template) for side in (self._base, self._ours, self._theirs)
        ]
        return Conflict(ref, title, field, *said)


def _contradicts(item: str, leaves: Leaves, template: Template) -> bool:
    """Whether an item is answered both as a whole and in its fields."""
    value = leaves.get(FieldRef(item, VALUE))
    word = getattr(value, "value", value)
    asked = template.items.get(item)
    if word not in STANDING_WORDS or (asked and VALUE in asked.parts and word == value):
        return False
    plain = {FieldRef(item, VALUE), FieldRef(item, NOTE)}
    return any(ref.item == item and ref not in plain for ref in leaves)


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
    old, mine, found = flatten(base), flatten(ours), flatten(theirs)
    clashes = [
        ref
        for ref in found
        if ref.is_whole
        and ref.person is None
        and ref.path[-1].isdecimal()
        and ref not in old
        and ref in mine
        and leaves_under(ref, found) != leaves_under(ref, mine)
    ]
    if not clashes:
        return theirs
    taken = {ref for side in (old, mine, found) for ref in side if ref.is_whole}
    numbers = {}
    for ref in clashes:
        numbers[ref] = _next(ref, taken)
        taken.add(_called(ref, numbers[ref]))
    moved = {}
    for ref, leaf in found.items():
        whole = next((one for one in clashes if one.holds(ref)), None)
        moved[_called(ref, numbers[whole], whole) if whole else ref] = leaf
    return unflatten(moved)


def _called(ref: FieldRef, number: str, whole: FieldRef | None = None) -> FieldRef:
    """A row or an entry, or what stands in it, under another number."""
    key = "entry" if (whole or ref).row is None else "row"
    return ref.model_copy(update={key: number})


def _next(ref: FieldRef, taken: Iterable[FieldRef]) -> str:
    beside = ref.path[:-1]
    paths = [one.path for one in taken]
    return next_number(one[-1] for one in paths if one[:-1] == beside)


def last_common(ours: Plan, theirs: Plan, earlier: Sequence[Plan]) -> int | None:
    """Which of our earlier versions, the oldest first, is the last that both grew from.

    None where none is known. A side grew from a version if it holds all that was new in it, lacks
    nothing of it, and holds nowhere again what an even older version held. To be careful costs
    only a question more; to be wrong would overwrite an answer without one.
    """
    sides = (flatten(ours), flatten(theirs))
    versions = [flatten(one) for one in earlier]
    for number in range(len(versions) - 1, -1, -1):
        older, version = versions[:number], versions[number]
        says_something = any(ref.path[0] not in PARTICULARS for ref in version)
        if says_something and all(_grew_from(version, side, older) for side in sides):
            return number
    return None


def _grew_from(version: Leaves, side: Leaves, older: Sequence[Leaves]) -> bool:
    if any(ref not in side for ref in version):
        return False
    before = older[-1] if older else version
    new = [(ref, leaf) for ref, leaf in version.items() if before.get(ref) != leaf]
    if any(side[ref] != leaf for ref, leaf in new):
        return False
    later = [(ref, leaf) for ref, leaf in side.items() if version.get(ref) != leaf]
    return not any(one.get(ref) == leaf for one in older for ref, leaf in later)


def shared(ours: Plan, theirs: Plan) -> Plan:
    """What both versions say, to merge them where no version is known that both grew from.

    What stands on one side only is then kept, and what both say in different ways is asked. Rows
    and entries of the same number that have nothing in common are two, and both are kept.
    """
    mine, other = flatten(ours), flatten(theirs)
    same = {ref: leaf for ref, leaf in mine.items() if other.get(ref) == leaf}
    for whole in [ref for ref in same if ref.is_whole and ref.person is None]:
        has_fields = len(leaves_under(whole, mine)) > 1 and len(leaves_under(whole, other)) > 1
        if has_fields and len(leaves_under(whole, same)) == 1:
            del same[whole]
    return unflatten(same)
