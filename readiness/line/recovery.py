"""What is said of keeping the plan safe: what others wrote, choices, work found again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.app.keeper import Outcome
from readiness.app.operations.merge_copy import copies_beside
from readiness.app.operations.versions import FOUND, recover, recoverable, throw_away
from readiness.describe.difference import changes_listed, conflict_details, conflict_title
from readiness.domain.versions.changes import Change
from readiness.domain.versions.merge import Conflict
from readiness.i18n.language import _
from readiness.i18n.words import ended
from readiness.line.command_words import in_english
from readiness.line.console import Leave
from readiness.line.conversation import Conversation

if TYPE_CHECKING:
    from readiness.storage.recovery import Kept

LISTED = 6
"""Changes that are told one by one."""


def told(talk: Conversation, outcome: Outcome) -> None:
    """Say what became of a save; where both sides changed an answer, ask which one stays."""
    if outcome.taken:
        talk.say(_("Someone else changed this plan meanwhile. Taken in:"))
        say_changes(talk, outcome.taken)
    talk.say(*filter(None, [outcome.anew]))
    if outcome.trouble:
        talk.say(_("Not saved: {error}").format(error=outcome.trouble))
        if outcome.is_kept_aside:
            talk.say(_("What is not saved is kept aside, and tried again as you go on."))
        talk.say(_("Type save as other.toml to save it under another name."))
    left = [one for one in outcome.conflicts if one.ref not in talk.later]
    for number, conflict in enumerate(left):
        mine = _asked(talk, conflict, len(left) - number)
        if mine is None:
            talk.later.add(conflict.ref)
        else:
            talk.keeper.choose(conflict, ours=mine)
    if any(one.ref not in talk.later for one in left):
        told(talk, talk.keeper.save())


def say_changes(talk: Conversation, found: tuple[Change, ...]) -> None:
    """Say what changed, one change a line, and how many more there are."""
    talk.say(*map(ended, changes_listed(found, LISTED)))


def say_conflict(talk: Conversation, one: Conflict, left: int, *, is_copy: bool) -> None:
    """Say what both sides changed; so many are still to be chosen."""
    talk.say(f"{conflict_title(left)}: {one.where}.")
    talk.say(*(ended(part.line) for part in conflict_details(one, is_copy=is_copy)))


def _asked(talk: Conversation, conflict: Conflict, left: int) -> bool | None:
    """Whether ours stays; None for later. Through a pipe nobody can be asked."""
    say_conflict(talk, conflict, left, is_copy=False)
    if talk.console.is_piped:
        talk.say(_("The file keeps theirs; yours is kept aside for you to choose."))
        return None
    return chosen(talk, _("Type mine, theirs, or later:"))


def chosen(talk: Conversation, prompt: str) -> bool | None:
    """Whether ours stays; None for later, and at the end of input."""
    while True:
        try:
            line = talk.console.line(prompt).strip().casefold().removeprefix("/")
        except Leave:
            return None
        said = in_english(line, ("mine", "theirs", "later"))
        words = {"mine": True, "m": True, "theirs": False, "t": False, "later": None, "l": None}
        if said in words:
            return words[said]
        talk.say(_("Type the word mine, theirs or later. Nothing is lost with either."))


def greet(talk: Conversation) -> None:
    """Offer work that an earlier session could not save, and say what sync programs left."""
    for kept in recoverable(talk.keeper):
        _offer(talk, kept)
    copies = copies_beside(talk.session)
    if copies:
        names = ", ".join(one.name for one in copies)
        words = _("A sync program left another version beside this plan: {names}.")
        talk.say(words.format(names=names), _("Type copies to compare and merge it."))


def _offer(talk: Conversation, kept: Kept) -> None:
    talk.say(f"{_(FOUND)}.", kept.kept_words(talk.session.now))
    would = kept.would_change(talk.session.plan, talk.session.template)
    say_changes(talk, tuple(would))
    if not would:
        talk.say(_("Nothing more."))
    talk.say(*kept.left_words(LISTED))
    if talk.console.is_piped:
        talk.say(_("It stays aside: through a pipe nobody can choose."))
        return
    try:
        said = talk.console.line(_("Type bring to bring it back, drop to throw it away, or later:"))
    except Leave:
        return
    word = in_english(said.strip().casefold(), ("bring", "drop"))
    if word == "bring":
        effect = recover(talk.keeper, kept)
        if effect.saved is not None:
            told(talk, effect.saved)
        talk.say(effect.said, *kept.left_words(LISTED))
    elif word == "drop":
        talk.say(throw_away(talk.keeper, kept).said)
    else:
        talk.say(_("It stays aside and is offered again next time."))
