"""Commands about other versions of the plan: earlier sittings, and copies beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.app.operations.merge_copy import (
    aside_name,
    copies_beside,
    merge_copy,
    merged_with,
    put_aside,
    read_copy,
)
from readiness.app.operations.versions import restore, versions
from readiness.describe.difference import bring_back_asked, merge_told, not_merged, since_told
from readiness.domain.versions.changes import changes
from readiness.domain.versions.merge import Merged
from readiness.i18n.language import _, n_
from readiness.i18n.numerals import whole_number
from readiness.i18n.words import ended, moment_words
from readiness.line.command_words import in_english
from readiness.line.conversation import Conversation
from readiness.line.recovery import chosen, say_changes, say_conflict
from readiness.line.yes_or_no import SAYS_YES

if TYPE_CHECKING:
    from readiness.storage.copies import Copy
    from readiness.storage.history import Sitting

SUMMED = 3
"""Changes of a sitting that the list names."""

MINE, THEIRS = "mine", "theirs"


def history(talk: Conversation, rest: str) -> None:
    """List the sittings, say what differs from one to now, or bring one back."""
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
        words = _('There is no version "{name}" that can be read. Type history for the list.')
        talk.wrong(words.format(name=number))
    elif word == "bring":
        _bring(talk, one)
    else:
        _compare(talk, one)


def _compare(talk: Conversation, one: Sitting) -> None:
    found = changes(one.plan or talk.session.plan, talk.session.plan, talk.session.template)
    talk.say(*map(ended, since_told(moment_words(one.when), found)))
    words = _("Type history bring {n} to make that version the plan again.")
    talk.say(*([words.format(n=one.number)] if found else []))


def _bring(talk: Conversation, one: Sitting) -> None:
    found = changes(talk.session.plan, one.plan or talk.session.plan, talk.session.template)
    if found:
        when = moment_words(one.when)
        talk.say(*bring_back_asked(when))
        say_changes(talk, tuple(found))
        if talk.words(_("Type yes or no:")).casefold() not in SAYS_YES:
            talk.say(_("Left as it was."))
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
        words = _('There is no copy "{name}". Type copies for the list.')
        talk.wrong(words.format(name=name))
        return
    copy = read_copy(talk.session, files[number - 1], versions(talk.keeper))
    if isinstance(copy, str):
        talk.wrong(_("It cannot be merged."), copy)
    elif word == "merge":
        side = in_english(more[1], (MINE, THEIRS)) if len(more) > 1 else ""
        _merge(talk, copy, side)
    else:
        _compare_copy(talk, copy, int(name))


def _list_copies(talk: Conversation) -> None:
    files = copies_beside(talk.session)
    for number, file in enumerate(files, 1):
        talk.say(f"{number}. {file.name}.")
    count = n_("{n} copy beside the plan.", "{n} copies beside the plan.", len(files))
    talk.say(count.format(n=len(files)))
    if files:
        talk.say(_("Type copies 1 to compare it, copies merge 1 to merge it."))


def _compare_copy(talk: Conversation, copy: Copy, number: int) -> None:
    talk.say(copy.whence, copy.how)
    merged = merged_with(talk.session, copy)
    talk.say(*map(ended, merge_told(merged)))
    words = _("Type copies merge {n} to merge it.").format(n=number)
    talk.say(*([words] if merged.taken or merged.conflicts else []))


def _merge(talk: Conversation, copy: Copy, side: str) -> None:
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
    elif talk.perform(lambda _session: effect).is_done:
        say_changes(talk, tuple(changes(before, talk.session.plan, talk.session.template)))
    else:
        return
    _put_aside(talk, copy)


def _ask(talk: Conversation, merged: Merged, number: int) -> bool | None:
    left = len(merged.conflicts) - number + 1
    say_conflict(talk, merged.conflicts[number - 1], left, is_copy=True)
    return chosen(talk, _("Type mine or theirs; later leaves all as it was:"))


def _put_aside(talk: Conversation, copy: Copy) -> None:
    words = _("Put the copy aside, under the name {name}? Type yes or no:")
    said = talk.words(words.format(name=aside_name(copy)))
    if said.casefold() not in SAYS_YES:
        talk.say(_("The copy stays where it is."))
        return
    effect = put_aside(talk.session, copy)
    (talk.console.say if effect.is_done else talk.console.wrong)(effect.said)
