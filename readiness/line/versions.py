"""Keeping the plan safe: earlier sittings, copies, what others wrote, work that is found again."""

from __future__ import annotations

from readiness.app.keeper import Outcome
from readiness.app.operations.versions import (
    FOUND,
    PlanCopy,
    Unsaved,
    Version,
    aside_name,
    copies_beside,
    merge_copy,
    merged_with,
    put_aside,
    read_copy,
    recover,
    recoverable,
    restore,
    throw_away,
    versions,
)
from readiness.describe.act import left_told
from readiness.describe.difference import (
    bring_back_asked,
    changes_listed,
    conflict_details,
    conflict_title,
    copies_counted,
    kept_aside_told,
    merge_told,
    not_mergeable,
    not_merged,
    since_told,
    taken_in_told,
)
from readiness.domain.versions.changes import Change, changes
from readiness.domain.versions.merge import Conflict, Merged
from readiness.i18n.language import _, n_
from readiness.i18n.numerals import whole_number
from readiness.i18n.words import ended, moment_words
from readiness.line.command_words import in_english
from readiness.line.console import SAYS_YES, Leave
from readiness.line.conversation import Conversation

SUMMED = 3
"""Changes of a version that the list names."""

MINE, THEIRS = "mine", "theirs"


def history(talk: Conversation, rest: str) -> None:
    """List the versions, say what differs from one to now, or bring one back."""
    talk.save()
    found = versions(talk.keeper)
    word, _space, name = rest.partition(" ")
    number = name if word == "bring" else rest
    if not number:
        for each in found:
            said = _("Version {n}: {when}: {words}.")
            when, words = moment_words(each.when), each.words(SUMMED)
            talk.say(said.format(n=each.number, when=when, words=words))
        count = n_("{n} version.", "{n} versions.", len(found)).format(n=len(found))
        talk.say(count, _("Type history 1 to hear what differs from one to now."))
        return
    one = next((one for one in found if str(one.number) == number and one.plan), None)
    if one is None:
        talk.not_listed(number, "history")
    elif word == "bring":
        _bring(talk, one)
    else:
        _compare(talk, one)


def _compare(talk: Conversation, one: Version) -> None:
    found = changes(one.plan or talk.session.plan, talk.session.plan, talk.session.template)
    talk.say(*map(ended, since_told(moment_words(one.when), found)))
    words = _("Type history bring {n} to make that version the plan again.")
    talk.say(*([words.format(n=one.number)] if found else []))


def _bring(talk: Conversation, one: Version) -> None:
    found = changes(talk.session.plan, one.plan or talk.session.plan, talk.session.template)
    if found:
        when = moment_words(one.when)
        talk.say(*bring_back_asked(when))
        say_changes(talk, tuple(found))
        if talk.words(_("Type yes or no:")).casefold() not in SAYS_YES:
            talk.say(left_told())
            return
    effect = restore(talk.keeper, one)
    if effect.saved is not None:
        talk.told(talk, effect.saved)
    talk.say(effect.said)


def copies(talk: Conversation, rest: str) -> None:
    """List the copies beside the plan, say what differs in one, or merge one."""
    talk.save()
    files = copies_beside(talk.session)
    word, *more = rest.split() or [""]
    name = more[0] if word == "merge" and more else word
    if not name or not files:
        _list_copies(talk)
        return
    number = whole_number(name, len(files))
    if not number:
        talk.not_listed(name, "copies")
        return
    copy = read_copy(talk.session, files[number - 1], versions(talk.keeper))
    if isinstance(copy, str):
        talk.wrong(not_mergeable(), copy)
    elif word == "merge":
        side = in_english(more[1], (MINE, THEIRS)) if len(more) > 1 else ""
        _merge(talk, copy, side)
    else:
        _compare_copy(talk, copy, int(name))


def _list_copies(talk: Conversation) -> None:
    files = copies_beside(talk.session)
    for number, file in enumerate(files, 1):
        talk.say(f"{number}. {file.name}.")
    talk.say(f"{copies_counted(len(files))}.")
    if files:
        talk.say(_("Type copies 1 to compare it, copies merge 1 to merge it."))


def _compare_copy(talk: Conversation, copy: PlanCopy, number: int) -> None:
    talk.say(copy.whence, copy.how)
    merged = merged_with(talk.session, copy)
    talk.say(*map(ended, merge_told(merged)))
    words = _("Type copies merge {n} to merge it.").format(n=number)
    talk.say(*([words] if merged.taken or merged.conflicts else []))


def _merge(talk: Conversation, copy: PlanCopy, side: str) -> None:
    merged = merged_with(talk.session, copy)
    if merged.conflicts and talk.console.is_piped and side not in (MINE, THEIRS):
        words = _("Both sides changed the same answers: say copies merge 1 mine, or theirs.")
        talk.wrong(words)
        return
    theirs = []
    for number, one in enumerate(merged.conflicts, 1):
        ours = side == MINE if side in (MINE, THEIRS) else _ask(talk, merged, number)
        if ours is None:
            talk.say(not_merged())
            return
        theirs += [] if ours else [one]
    before = talk.session.plan
    effect = merge_copy(talk.session, copy, merged, theirs)
    if effect.refusal == "no difference":
        talk.say(effect.said)
    elif talk.settle(effect).is_done:
        say_changes(talk, tuple(changes(before, talk.session.plan, talk.session.template)))
    else:
        return
    _put_aside(talk, copy)


def _ask(talk: Conversation, merged: Merged, number: int) -> bool | None:
    left = len(merged.conflicts) - number + 1
    say_conflict(talk, merged.conflicts[number - 1], left, is_copy=True)
    return ask_side(talk, _("Type mine or theirs; later leaves all as it was:"))


def _put_aside(talk: Conversation, copy: PlanCopy) -> None:
    words = _("Put the copy aside, under the name {name}? Type yes or no:")
    said = talk.words(words.format(name=aside_name(copy)))
    if said.casefold() not in SAYS_YES:
        talk.say(_("The copy stays where it is."))
        return
    effect = put_aside(talk.session, copy)
    (talk.console.say if effect.is_done else talk.console.wrong)(effect.said)


LISTED = 6
"""Changes that are told one by one."""


def tell_outcome(talk: Conversation, outcome: Outcome) -> None:
    """Say what became of a save; where both sides changed an answer, ask which one stays."""
    if outcome.taken:
        head, *lines = taken_in_told(outcome.taken, LISTED)
        talk.say(head, *map(ended, lines))
    talk.say(*filter(None, [outcome.anew]))
    if outcome.trouble:
        talk.say(_("Not saved: {error}").format(error=outcome.trouble))
        if outcome.is_kept_aside:
            talk.say(kept_aside_told())
        talk.say(_("Type save as other.toml to save it under another name."))
    left = [one for one in outcome.conflicts if one.ref not in talk.later]
    for number, conflict in enumerate(left):
        mine = _asked(talk, conflict, len(left) - number)
        if mine is None:
            talk.later.add(conflict.ref)
        else:
            talk.keeper.choose(conflict, ours=mine)
    if any(one.ref not in talk.later for one in left):
        tell_outcome(talk, talk.keeper.save())


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
    return ask_side(talk, _("Type mine, theirs, or later:"))


def ask_side(talk: Conversation, prompt: str) -> bool | None:
    """Ask which side of a conflict stays: True for ours, False for theirs.

    None where the person decides later, and at the end of input.
    """
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


def _offer(talk: Conversation, kept: Unsaved) -> None:
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
            tell_outcome(talk, effect.saved)
        talk.say(effect.said, *kept.left_words(LISTED))
    elif word == "drop":
        talk.say(throw_away(talk.keeper, kept).said)
    else:
        talk.say(_("It stays aside and is offered again next time."))
