"""What two versions of a plan grew from, where only earlier versions of one side are known."""

from __future__ import annotations

from collections.abc import Sequence

from readiness.domain.plan.plan import Plan
from readiness.domain.versions.places import (
    PARTICULARS,
    Leaves,
    is_whole,
    leaves_of,
    plan_of,
    under,
)


def last_common(ours: Plan, theirs: Plan, earlier: Sequence[Plan]) -> int | None:
    """Which of our earlier versions, the oldest first, is the last that both grew from.

    None where none is known. A side grew from a version if it holds all that was new in it, lacks
    nothing of it, and holds nowhere again what an even older version held. To be careful costs
    only a question more; to be wrong would overwrite an answer without one.
    """
    sides = (leaves_of(ours), leaves_of(theirs))
    versions = [leaves_of(one) for one in earlier]
    for number in range(len(versions) - 1, -1, -1):
        older, version = versions[:number], versions[number]
        says_something = any(place[0] not in PARTICULARS for place in version)
        if says_something and all(_grew_from(version, side, older) for side in sides):
            return number
    return None


def _grew_from(version: Leaves, side: Leaves, older: Sequence[Leaves]) -> bool:
    if any(place not in side for place in version):
        return False
    before = older[-1] if older else version
    new = [(place, leaf) for place, leaf in version.items() if before.get(place) != leaf]
    if any(side[place] != leaf for place, leaf in new):
        return False
    later = [(place, leaf) for place, leaf in side.items() if version.get(place) != leaf]
    return not any(one.get(place) == leaf for one in older for place, leaf in later)


def shared(ours: Plan, theirs: Plan) -> Plan:
    """What both versions say, to merge them where no version is known that both grew from.

    What stands on one side only is then kept, and what both say in different ways is asked. Rows
    and entries of the same number that have nothing in common are two, and both are kept.
    """
    mine, other = leaves_of(ours), leaves_of(theirs)
    same = {place: leaf for place, leaf in mine.items() if other.get(place) == leaf}
    for whole in [place for place in same if is_whole(place) and place[0] != "people"]:
        has_fields = len(under(whole, mine)) > 1 and len(under(whole, other)) > 1
        if has_fields and len(under(whole, same)) == 1:
            del same[whole]
    return plan_of(same)
