"""What was done to a plan, in one sentence; and what that is called where it is undone."""

from __future__ import annotations

from readiness.domain.plan.act import Act, Kind, Refusal
from readiness.domain.plan.sheets import SHEETS
from readiness.domain.plan.values import Misfit
from readiness.i18n.language import N_, _
from readiness.i18n.words import date_words

LABELS: dict[Kind, str] = {
    "accept": N_("{item} accepted"),
    "withdraw": N_("{item} no longer accepted"),
    "adopt": N_("action for {item} adopted"),
    "finish": N_("action {entry} done"),
    "drop": N_("action {entry} dropped"),
    "reopen": N_("action {entry} to do again"),
    "remove entry": N_("{noun} {entry} removed"),
}
"""What an act is called where it is undone."""

SENTENCES: dict[Kind, str] = {
    "accept": N_("{item} is accepted by {who}."),
    "withdraw": N_("{item} is no longer accepted."),
    "adopt": N_("Action {entry}, for {item}, is in the action plan: {what}."),
    "finish": N_("Done: action {entry}."),
    "drop": N_("Dropped: action {entry}."),
    "reopen": N_("To do again: action {entry}."),
    "remove entry": N_("Removed: {noun} {entry}."),
}
"""What is said when it is done."""

REFUSALS: dict[Refusal, str] = {
    "no flag": N_("{item} has no flag now: nothing was changed."),
    "no reason": N_("Nothing is accepted without a reason and a name."),
    "not accepted": N_("Nobody has accepted this."),
    "has an action": N_("{item} has an action already: {entry}."),
    "in place": N_("{item} is in place: it needs no action."),
    "no entry": N_("There is no {noun} {entry} in the plan."),
}
"""What is said when it is not, and why."""


def label(act: Act) -> str:
    """What an act is called where it is undone, such as "CAP-01 accepted"."""
    return _filled(LABELS[act.kind], act)


def sentence(act: Act) -> str:
    """What was done, as one sentence."""
    return _filled(SENTENCES[act.kind], act)


def refusal(why: Refusal, act: Act) -> str:
    """Why an act was not done, as one sentence."""
    return _filled(REFUSALS[why], act)


def misfit(found: Misfit) -> str:
    """That a change was not kept because the plan cannot hold it, and what to do."""
    return _("Not kept: {why}; {todo}.").format(why=found.why, todo=found.todo)


def _filled(words: str, act: Act) -> str:
    noun = SHEETS[act.table].entry if act.table else ""
    day = date_words(act.day) if act.day else ""
    return _(words).format(
        item=act.item, entry=act.entry, noun=noun, who=act.who, what=act.what, day=day
    )
