"""What two versions of a plan grew from, where only earlier versions of one side are known."""

from __future__ import annotations

from collections.abc import Sequence

from readiness.domain.plan.plan import Plan
from readiness.domain.versions.flat_plan import PARTICULARS, Leaves, flatten, under, unflatten


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
        has_fields = len(under(whole, mine)) > 1 and len(under(whole, other)) > 1
        if has_fields and len(under(whole, same)) == 1:
            del same[whole]
    return unflatten(same)
