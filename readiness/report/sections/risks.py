"""The risk register: each flag with what raised it, what follows, and who does what about it."""

from __future__ import annotations

from readiness.describe.action import due_words, owner_words
from readiness.describe.flag import acceptance_words, accepted_words, sign
from readiness.domain.plan.tables import DONE, DROPPED
from readiness.domain.rules.flags import SEVERITIES, Flag
from readiness.domain.schedule.actions import Action, actions_for
from readiness.domain.xrays.finding import GRAVITIES
from readiness.domain.xrays.findings import xrays
from readiness.i18n.language import _
from readiness.report.context import ReportContext
from readiness.report.document import Block, Bullets, Heading, Paragraph, Table, Words


def risk_blocks(context: ReportContext) -> list[Block]:
    """All flags, red ones first, accepted ones with their reason."""
    head = Heading(1, _("Risk register"))
    flags = context.review.flags
    if not flags:
        none = Paragraph(_("No flag is up. What is open stands in the appendix."))
        return [head, none, *_xrays(context)]
    rows = tuple(_row(flag, context) for flag in flags)
    header = (_("Flag"), _("What, and what raised it"), _("What is done, owner, date"), _("State"))
    widths = (0.1, 0.38, 0.42, 0.1)
    return [head, Table(header, rows, widths, _("All flags"), is_dense=True), *_xrays(context)]


def _xrays(context: ReportContext) -> list[Block]:
    """What does not fit; it names people, and so stays at home."""
    found = xrays(context.plan, context.template, context.review, context.today)
    if not found or context.is_shared:
        return []
    said = tuple(
        f"{GRAVITIES[one.gravity]}: {f'{one.ref.item}: ' if one.ref.item else ''}{one.says}"
        for one in found
    )
    return [Heading(2, _("Where the plan does not fit itself")), Bullets(said)]


def _row(flag: Flag, context: ReportContext) -> tuple[Words, ...]:
    # The sentence of an answer of partly names its question and the answer already.
    told = [one for one in flag.inputs if one.name not in flag.says]
    inputs = "; ".join(f"{one.name}: {one.words}" for one in told)
    raised = "" if context.is_shared or not inputs else f" ({inputs})"
    taken = [one for one in actions_for(context.plan, flag.item) if one.state != DROPPED]
    proposed = _("Proposed: {action}").format(action=flag.action)
    done = [*filter(None, [acceptance_words(flag)]), *map(_done, taken)]
    return (
        f"{sign(flag)} {flag.item} {SEVERITIES[flag.severity]}",
        f"{context.says(flag)}{raised}",
        "\n".join(done) or " ".join((proposed, _("Owner: nobody yet"))),
        _state(flag, [one.state for one in taken]),
    )


def _done(one: Action) -> str:
    who, when = owner_words(one), due_words(one)
    words = _("{what} Owner: {who}, {when}")
    return words.format(what=_ended(one.action or one.title), who=who, when=when)


def _ended(words: str) -> str:
    return words if words[-1:] in (*".!?", "") else f"{words}."


def _state(flag: Flag, states: list[str]) -> str:
    if flag.acceptance is not None:
        return accepted_words(flag)
    if not states:
        return _("no action yet")
    return _("action done") if all(state == DONE for state in states) else _("action under way")
