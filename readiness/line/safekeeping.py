"""What is said of keeping the plan safe: what others wrote, choices, work found again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.app.keeper import Outcome
from readiness.app.operations.merge_copy import copies_beside
from readiness.domain.versions.changes import Change
from readiness.domain.versions.merging import Conflict
from readiness.i18n.language import _, n_
from readiness.line.spoken import in_english
from readiness.line.talk import Leave
from readiness.line.walk import Walk
from readiness.line.wording import ended

if TYPE_CHECKING:
    from readiness.storage.recovery import Kept

LISTED = 6
"""Changes that are told one by one."""


def told(walk: Walk, outcome: Outcome) -> None:
    """Say what became of a save; where both sides changed an answer, ask which one stays."""
    if outcome.taken:
        walk.talk.say(_("Someone else changed this plan meanwhile. Taken in:"))
        say_changes(walk, outcome.taken)
    if outcome.trouble:
        walk.talk.say(_("Not saved: {error}").format(error=outcome.trouble))
        if outcome.is_kept_aside:
            walk.talk.say(_("What is not saved is kept aside, and tried again as you go on."))
        walk.talk.say(_("Type save as other.toml to save it under another name."))
    left = [one for one in outcome.conflicts if one.place not in walk.later]
    for number, conflict in enumerate(left):
        mine = _asked(walk, conflict, len(left) - number)
        if mine is None:
            walk.later.add(conflict.place)
        else:
            walk.keeper.choose(conflict, ours=mine)
    if any(one.place not in walk.later for one in left):
        told(walk, walk.keeper.save())


def say_changes(walk: Walk, found: tuple[Change, ...], most: int = LISTED) -> None:
    """Say what changed, one change a line, and how many more there are."""
    walk.talk.say(*(ended(one.words) for one in found[:most]))
    more = len(found) - most
    if more > 0:
        walk.talk.say(n_("And {n} more.", "And {n} more.", more).format(n=more))


def _asked(walk: Walk, conflict: Conflict, left: int) -> bool | None:
    """Whether ours stays; None for later. Through a pipe nobody can be asked."""
    nothing = _("nothing")
    walk.talk.say(
        n_(
            "Someone else changed this answer too: {where}.",
            "Someone else changed this answer too, one of {n}: {where}.",
            left,
        ).format(n=left, where=conflict.where),
        _("Before: {words}").format(words=ended(conflict.base or nothing)),
        _("Mine: {words}").format(words=ended(conflict.ours or nothing)),
        _("Theirs, in the file: {words}").format(words=ended(conflict.theirs or nothing)),
    )
    if walk.talk.is_piped:
        walk.talk.say(_("The file keeps theirs; yours is kept aside for you to choose."))
        return None
    return chosen(walk, _("Type mine, theirs, or later:"))


def chosen(walk: Walk, prompt: str) -> bool | None:
    """Whether ours stays; None for later, and at the end of input."""
    while True:
        try:
            line = walk.talk.line(prompt).strip().casefold().removeprefix("/")
        except Leave:
            return None
        said = in_english(line, ("mine", "theirs", "later"))
        words = {"mine": True, "m": True, "theirs": False, "t": False, "later": None, "l": None}
        if said in words:
            return words[said]
        walk.talk.say(_("Type the word mine, theirs or later. Nothing is lost with either."))


def greet(walk: Walk) -> None:
    """Offer work that an earlier session could not save, and say what sync programs left."""
    for kept in walk.keeper.recoverable():
        _offer(walk, kept)
    copies = copies_beside(walk.session)
    if copies:
        names = ", ".join(one.name for one in copies)
        words = _("A sync program left another version beside this plan: {names}.")
        walk.talk.say(words.format(names=names), _("Type copies to compare and merge it."))


def _offer(walk: Walk, kept: Kept) -> None:
    age = kept.age(walk.session.now)
    words = _("Work that could not be saved was found, kept aside {age}. It would change:")
    walk.talk.say(words.format(age=age))
    would = kept.would_change(walk.session.plan, walk.session.template)
    say_changes(walk, tuple(would))
    if not would:
        walk.talk.say(_("Nothing more."))
    walk.talk.say(*kept.left_words(LISTED))
    if walk.talk.is_piped:
        walk.talk.say(_("It stays aside: through a pipe nobody can choose."))
        return
    try:
        said = walk.talk.line(_("Type bring to bring it back, drop to throw it away, or later:"))
    except Leave:
        return
    word = in_english(said.strip().casefold(), ("bring", "drop"))
    if word == "bring":
        told(walk, walk.keeper.recover(kept))
        walk.talk.say(_("Brought back."), *kept.left_words(LISTED))
    elif word == "drop":
        walk.keeper.recovery.forget(kept.file)
        walk.talk.say(_("Thrown away."))
    else:
        walk.talk.say(_("It stays aside and is offered again next time."))
