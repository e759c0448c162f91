"""On a question: which action there is for it, or how to adopt one."""

from __future__ import annotations

from readiness.domain.plan.sheets import DONE, DROPPED
from readiness.domain.schedule.actions import actions_for, gaps
from readiness.i18n.language import N_, _
from readiness.i18n.words import date_words
from readiness.tui.view import View

SIGNS = {"open": "[ ]", DONE: "[x]", DROPPED: "[-]"}
"""The signs of an action's state."""

WORDS = {"open": N_("to do"), DONE: N_("done"), DROPPED: N_("dropped")}
"""The same in words."""


def action_words(item: str, view: View) -> str:
    """The actions for an item, a line each; what the key does where there is none."""
    lines = []
    for one in actions_for(view.plan, item):
        who, when = (
            one.actor or _("nobody yet"),
            date_words(one.when) if one.when else _("no date yet"),
        )
        lines.append(f"{SIGNS[one.state]} {_(WORDS[one.state])}: {one.title} ({who}, {when})")
    if item in gaps(view.plan, view.review):
        lines.append(_("none to do yet. + (or F12) adopts the one proposed here."))
    return "\n".join(lines)
