"""What was done to a plan, or why it was not, in one sentence."""

from __future__ import annotations

from readiness.domain.kinds.value import InvalidValue
from readiness.domain.plan.act import Act, Kind, Refusal
from readiness.domain.plan.names import LONGEST_NAME
from readiness.domain.plan.tables import TABLES
from readiness.i18n.language import N_, _
from readiness.i18n.reading import Unclear
from readiness.i18n.words import date_words

SENTENCES: dict[Kind, str] = {
    "accept": N_("{item} is accepted by {who}."),
    "withdraw": N_("{item} is no longer accepted."),
    "adopt": N_("Action {entry}, for {item}, is in the action plan: {what}."),
    "finish": N_("Done: action {entry}."),
    "drop": N_("Dropped: action {entry}."),
    "reopen": N_("To do again: action {entry}."),
    "remove entry": N_("Removed: {noun} {entry}."),
    "add person": N_("Added: {who}."),
    "rename person": N_("{who} is now {what}."),
    "remove person": N_("Removed: {who}, with all that was said about them."),
    "role": N_("Role of {who}: {what}."),
    "add row": N_("A new row in {item}."),
    "remove row": N_("Removed: {what} {entry}."),
    "clear": N_("Taken out: all answers of {item}."),
    "take rows": N_("Taken from the spreadsheet: {what}."),
    "not applicable": N_("{item} does not apply: {what}"),
    "particulars": N_("Understood: {what}."),
    "short form": "{what}",
    "full form": "{what}",
    "make plan": N_("{what} is made."),
    "recover": N_("Brought back."),
    "throw away": N_("Thrown away."),
    "fill fields": N_("The row is filled in: {noun} {entry}."),
    "fill some fields": N_("The row is filled in. Not understood, and left out: {what}."),
    "move": N_("{what} moved to {day}."),
    "move back": N_("{what} moved back."),
    "take over": N_("{day} now answers {item}: {what}."),
    "what if": N_("Taken over: {what}."),
    "restore": N_("The version of {what} is the plan again."),
    "merge": N_("Merged with {what}."),
    "put aside": N_("The copy is now {what}."),
    "make document": N_("{what} is made."),
    "save as": N_("Saved as {what}."),
    "reload": N_("Read again: {what}."),
    "undo": N_("Undone: {what}."),
    "redo": N_("Done again: {what}."),
    "workshop": N_("The workshop {what} is in the plan."),
    "record": N_("Recorded: {what}."),
}
"""What is said when it is done."""

REFUSALS: dict[Refusal, str] = {
    "no flag": N_("{item} has no flag now: nothing was changed."),
    "no reason": N_("Nothing is accepted without a reason and a name."),
    "not accepted": N_("Nobody has accepted this."),
    "has an action": N_("{item} has an action already: {entry}."),
    "in place": N_("{item} is in place: it needs no action."),
    "no entry": N_("There is no {noun} {entry} in the plan."),
    "no name": N_("Write initials or a role."),
    "several names": N_("{what} is more than one practitioner; give one name."),
    "long name": N_("Too long for initials or a role: at most {longest} characters."),
    "name taken": N_("{what} is in the list already; choose others, such as {what}2."),
    "nothing to undo": N_("Nothing to undo."),
    "nothing to redo": N_("Nothing to redo."),
    "nothing to clear": N_("There is no answer of {item} to take out."),
    "nothing to take": N_("There is nothing in these rows that can be taken here."),
    "no reason to leave out": N_("Without a reason {item} stays open."),
    "no short form": N_("These checklists have no short form: every question is asked."),
    "no date": N_('"{what}" is not a date; write 31 Jan 2027 or 2027-01-31.'),
    "not proposed": N_("Only a proposed date can be moved or taken over, not one of an answer."),
    "not moved": N_("It lies where it is proposed."),
    "not asked for": N_("No question asks for this date; it stays proposed and can be moved."),
    "no difference": N_("Nothing differs from the plan as it is."),
    "in the way": N_("{what} was not made by readiness."),
    "word in the way": N_("{what} was not made by readiness, or was edited since."),
    "the plan itself": N_("{what} is the plan itself."),
    "changed meanwhile": N_("The plan changed meanwhile; nothing was merged. Look again."),
}
"""What is said when it is not, and why."""


def sentence(act: Act) -> str:
    """What was done, as one sentence."""
    return _filled(SENTENCES[act.kind], act)


def refusal(why: Refusal, act: Act) -> str:
    """Why an act was not done, as one sentence."""
    return _filled(REFUSALS[why], act)


def refused_told(why: Refusal) -> str:
    """Why something is not done, for a reason that names neither question nor entry nor person."""
    words = REFUSALS[why]
    return _(words)


def stopped_told() -> str:
    """That a document was not made, as the person stopped it."""
    return _("Stopped. Nothing was written.")


def left_told() -> str:
    """That an act which was begun changed nothing."""
    return _("Left as it was.")


def not_understood(found: InvalidValue | Unclear) -> str:
    """Why what was typed is no answer, and what would be one."""
    return _("Not understood: {why}; {todo}.").format(why=found.why, todo=found.todo)


def not_kept(found: InvalidValue) -> str:
    """That a change was not kept because the plan cannot hold it, and what to do."""
    return _("Not kept: {why}; {todo}.").format(why=found.why, todo=found.todo)


def _filled(words: str, act: Act) -> str:
    noun = TABLES[act.table].entry if act.table else ""
    day = date_words(act.day) if act.day else ""
    return _(words).format(
        item=act.item,
        entry=act.entry,
        noun=noun,
        who=act.who,
        what=act.what or _("none"),
        day=day,
        longest=LONGEST_NAME,
    )
