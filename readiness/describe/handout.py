"""What is said of forms and papers that are handed out for a workshop."""

from __future__ import annotations

from collections.abc import Sequence

from readiness.i18n.language import _
from readiness.i18n.words import ended, listed


def no_workshops() -> str:
    """That a plan has no workshop yet, and how one is made."""
    return _("No workshop of this plan lies in its folder. Make one: readiness workshop new")


def nothing_to_vote_on() -> str:
    """That no second vote is needed."""
    return _(
        "Nothing was parked and nothing lies apart but what is sensitive: there is nothing to vote "
        "on again."
    )


def in_the_way(name: str) -> str:
    """That a file of someone else would be written over."""
    return _("{name} is there and was not made by readiness: name another folder with -o.").format(
        name=name
    )


def forms_made(names: Sequence[str]) -> str:
    """Which forms or papers were made."""
    return _("Made: {names}.").format(names=listed(names))


def not_handed_out(why: str) -> str:
    """That the workshop is in the plan, and the handout was not made."""
    words = _("The handout was not made: {why} Make it with: readiness workshop pack")
    return words.format(why=ended(why))
