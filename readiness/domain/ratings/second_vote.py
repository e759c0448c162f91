"""Who of a second vote is certainly who of the first, though most vote again under a new code."""

from __future__ import annotations

from collections.abc import Mapping

from readiness.domain.ratings.disclosure import Stage
from readiness.domain.record import sealed


def all_again(item: str, first: Stage, second: Stage, expected: Mapping[str, int]) -> bool:
    """Whether everyone who answered a question the first time certainly answers it again.

    Votes on paper and in new files carry new codes, and nobody knows whose they are. A code that
    stands in both votes is certain; and so is a role of which all that were asked answer now.
    """
    once, again = (stage.answered.get(item, frozenset()) for stage in (first, second))
    unseen = {first.raters[code] for code in once - again}
    return all(
        expected.get(role)
        == len(_of_role(second, role) & again)
        == len(_of_role(second, role))
        >= len(_of_role(first, role))
        for role in unseen
    )


def _of_role(stage: Stage, role: str) -> frozenset[str]:
    return frozenset(code for code, one in stage.raters.items() if one == role)


def linked(first: Mapping[str, str], second: Mapping[str, str]) -> Mapping[str, str]:
    """The codes of a second vote as those of the first, where someone of the role is not seen yet.

    It is right for a role only as a whole, where `all_again` says so, and tells nothing of one
    person.
    """
    found = {code: code for code in second if code in first}
    free = [code for code in first if code not in found]
    for code, role in second.items():
        if code not in found:
            same = next((one for one in free if first[one] == role), None)
            found[code] = same or code
            free = [one for one in free if one != same]
    return sealed(found)
