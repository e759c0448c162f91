"""The nine states of a question or an area: key, sign and word, the same wherever they are shown.

A sign is one ASCII character, so that a state can be told without colour; the colours stand in
`readiness/describe/colours`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from readiness.domain.rules.flags import Flag
from readiness.domain.rules.review import AreaReview, ItemReview, Review
from readiness.i18n.language import N_, Words

State = Literal[
    "red",
    "amber",
    "open",
    "unanswered",
    "partly",
    "accepted",
    "ready",
    "not applicable",
    "not asked",
]

SIGNS: dict[State, str] = {
    "red": "!",
    "amber": "^",
    "open": "o",
    "unanswered": ".",
    "partly": "~",
    "accepted": "=",
    "ready": "+",
    "not applicable": "-",
    "not asked": "_",
}
"""Every state with its sign, worst first."""

_SHORT: dict[str, str] = {
    "red": N_("red"),
    "amber": N_("amber"),
    "open": N_("open"),
    "unanswered": N_("unanswered"),
    "partly": N_("partly"),
    "accepted": N_("accepted"),
    "ready": N_("ready"),
    "not applicable": N_("not applicable"),
    "not asked": N_("not asked"),
}
WORDS = Words(
    {
        **_SHORT,
        "red": N_("red flag"),
        "amber": N_("amber flag"),
        "accepted": N_("red, accepted"),
    }
)
"""Every state in words."""

SHORT = Words(_SHORT)
"""Every state in one word, for keys of charts and for counts: 2 red, 2 amber."""

RANK: dict[State, int] = {state: place for place, state in enumerate(SIGNS)}
"""How good each state is, from 0 for the worst; an area shows the worst of its questions."""


def state_of(one: ItemReview | AreaReview) -> State:
    """The state of a question, or of an area, which shows its most serious question.

    A red flag that somebody answers for is accepted; an amber one stays amber. An area of which
    some questions were not asked is never better than partly: they cannot be known to be in place.
    """
    if isinstance(one, AreaReview):
        asked = [state_of(item) for item in one.items if item.counts]
        worst: State = min(asked, key=RANK.__getitem__, default="not asked")
        is_known = bool(asked) and RANK[worst] > RANK["partly"]
        return "partly" if is_known and one.left_out else worst
    if one.flag is not None:
        is_red = one.flag.severity == "red"
        return "amber" if not is_red else "accepted" if one.flag.is_accepted else "red"
    if not one.is_asked:
        return "not asked"
    if not one.answered:
        return "unanswered"
    if one.status == "not applicable":
        return "not applicable"
    return "ready" if one.status == "ready" else "partly" if one.status == "partly" else "open"


def sign_of(one: ItemReview | AreaReview) -> str:
    """One character for a state; colour is never needed to tell them apart."""
    return SIGNS[state_of(one)]


def word_of(one: ItemReview | AreaReview) -> str:
    """A state in words."""
    return WORDS[state_of(one)]


def squares(items: Iterable[ItemReview]) -> list[tuple[State, str]]:
    """The states of questions with their ids, worst first, else in the order of the questions."""
    return sorted(((state_of(one), one.id) for one in items), key=lambda one: RANK[one[0]])


def signs_by_area(state: Review) -> str:
    """The signs of all questions that are asked, an area a word, worst first in each."""
    words = []
    for area in state.areas.values():
        asked = (one for one in area.items if one.counts or not area.left_out)
        words.append("".join(SIGNS[found] for found, _key in squares(asked)))
    return " ".join(words)


def state_counts(items: Iterable[ItemReview]) -> Iterator[tuple[State, int]]:
    """How many questions are in each state, worst first; states that none is in are left out."""
    found = [state_of(one) for one in items]
    return ((state, found.count(state)) for state in SIGNS if state in found)


def told_status(one: ItemReview | AreaReview) -> str:
    """The coarser status that `check --json` has told from the beginning.

    Open is what was answered and is not in place; what nothing was said about is unanswered, unless
    a flag is up all the same.
    """
    flags = one.flags if isinstance(one, AreaReview) else one.flag
    return one.status if one.answered or flags else "unanswered"


def state_of_flag(flag: Flag) -> State:
    """The state that a flag puts its question in."""
    if flag.severity == "amber":
        return "amber"
    return "accepted" if flag.is_accepted else "red"
