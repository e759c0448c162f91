"""What is told where two states of a plan differ: changes, conflicts, earlier versions, copies."""

from __future__ import annotations

from collections.abc import Sequence

from readiness.describe.act import refused_told
from readiness.describe.detail import Detail
from readiness.domain.versions.changes import Change
from readiness.domain.versions.merge import Conflict, Merged
from readiness.i18n.language import _, n_


def cut(lines: Sequence[str], most: int) -> list[str]:
    """So many of these lines at most, and then how many more there are."""
    more = len(lines) - most
    return [*lines[:most], *([_("and {n} more").format(n=more)] if more > 0 else [])]


def changes_listed(found: Sequence[Change], most: int | None = None) -> list[str]:
    """Changes, one a line, so many at most; None for all."""
    lines = [one.words for one in found]
    return lines if most is None else cut(lines, most)


def taken_in_told(found: Sequence[Change], most: int) -> list[str]:
    """What others wrote into the file meanwhile: a head, then `most` changes at most."""
    head = _("Someone else changed this plan meanwhile. Taken in:")
    return [head, *changes_listed(found, most)]


def kept_aside_told() -> str:
    """That changes which could not be saved are not lost."""
    return _("Your changes are kept aside and tried again.")


def conflict_title(left: int) -> str:
    """That both sides changed an answer, where so many are still to be chosen, this one too."""
    words = n_(
        "Someone else changed this answer too",
        "Someone else changed this answer too ({n} to choose)",
        left,
    )
    return words.format(n=left)


def conflict_details(one: Conflict, *, is_copy: bool) -> list[Detail]:
    """What both sides started from and what each says; the other side is a copy or the file."""
    theirs = _("Theirs, in the copy") if is_copy else _("Theirs, in the file")
    sides = {_("Before"): one.base, _("Mine"): one.ours, theirs: one.theirs}
    return [Detail(label, words or _("nothing")) for label, words in sides.items()]


def since_told(when: str, found: Sequence[Change]) -> list[str]:
    """What differs from an earlier version to now; `when` is its moment in words."""
    head = _("From {when} until now:").format(when=when)
    return [head, *(changes_listed(found) or [refused_told("no difference")])]


def bring_back_asked(when: str) -> tuple[str, str]:
    """Whether an earlier version is to come back, and the words before what that would change."""
    return _("Bring back the version of {when}?").format(when=when), _("It would change:")


def copies_counted(many: int) -> str:
    """How many copies of a plan lie beside it. No full stop."""
    words = n_("{n} copy beside the plan", "{n} copies beside the plan", many)
    return words.format(n=many)


def not_mergeable() -> str:
    """That a copy cannot be merged; why is said after it."""
    return _("It cannot be merged.")


def not_merged() -> str:
    """That a copy was left alone."""
    return _("Nothing was merged; the copy stays as it is.")


def merged_details(merged: Merged) -> list[Detail]:
    """What a merge took from the other side, and where both changed the same, one change each."""
    taken = [Detail(_("taken"), one.words) for one in merged.taken]
    return [*taken, *(Detail(_("conflict"), one.words) for one in merged.conflicts)]


def merge_told(merged: Merged) -> list[str]:
    """What merging a copy would change, and what would have to be chosen."""
    lines = [_("Merging it would change here:")] if merged.taken else []
    lines += changes_listed(merged.taken)
    lines += [_("Both changed, so you choose:")] if merged.conflicts else []
    lines += [one.words for one in merged.conflicts]
    return lines or [_("It says nothing that the plan does not say.")]
