"""On a question: which action there is for it, or how to adopt one."""

from __future__ import annotations

from readiness.describe.action import actions_about
from readiness.domain.schedule.actions import gaps
from readiness.i18n.language import _
from readiness.tui.view import View


def action_line(item: str, view: View) -> str:
    """The actions for an item, a line each; what the key does where there is none."""
    lines = list(actions_about(item, view.plan))
    if item in gaps(view.plan, view.review):
        lines.append(_("none to do yet. + (or F12) adopts the one proposed here."))
    return "\n".join(lines)
