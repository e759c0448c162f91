"""The risk register: each flag with what raised it, what follows, and who does what about it."""

from __future__ import annotations

from readiness.core.judged.flags import Flag
from readiness.core.said.sheets import DROPPED
from readiness.core.schedule.actions import actions_for
from readiness.core.wording.language import _
from readiness.core.wording.words import date_words
from readiness.report.document import Block, Heading, Paragraph, Table, Words
from readiness.report.matter import Matter


def risk_blocks(matter: Matter) -> list[Block]:
    """All flags, red ones first, accepted ones with their reason."""
    head = Heading(1, _("Risk register"))
    flags = matter.review.flags
    if not flags:
        return [head, Paragraph(_("No flag is up. What is open stands in the appendix."))]
    rows = tuple(_row(flag, matter) for flag in flags)
    header = (
        "Flag",
        _("What, and what raised it"),
        _("What is done"),
        _("Owner, date"),
        _("State"),
    )
    widths = (0.1, 0.33, 0.24, 0.15, 0.18)
    return [head, Table(header, rows, widths, _("All flags"), is_dense=True)]


def _row(flag: Flag, matter: Matter) -> tuple[Words, ...]:
    sign, colour = ("!", "red") if flag.severity == "red" else ("^", "amber")
    inputs = "; ".join(f"{one.name}: {one.words}" for one in flag.inputs)
    raised = "" if matter.is_shared or not inputs else f" ({inputs})"
    taken = [one for one in actions_for(matter.plan, flag.item) if one.state != DROPPED]
    done = "\n".join(one.action or one.title for one in taken) or _("Proposed: {action}").format(
        action=flag.action
    )
    owners = "\n".join(
        f"{one.actor or _('nobody yet')}, {date_words(one.when) if one.when else _('no date')}"
        for one in taken
    )
    return (
        f"{sign} {flag.item} {colour}",
        f"{matter.says(flag)}{raised}",
        done,
        owners or _("nobody yet"),
        _state(flag, [one.state for one in taken]),
    )


def _state(flag: Flag, states: list[str]) -> str:
    one = flag.acceptance
    if one is not None and one.still_holds:
        when = _(" on {on}").format(on=date_words(one.on)) if one.on else ""
        return _("accepted by {by}{when}: {reason}").format(by=one.by, when=when, reason=one.reason)
    if one is not None:
        return _("accepted before, has changed since")
    if not states:
        return _("no action yet")
    return _("action done") if all(state == "done" for state in states) else _("action under way")
