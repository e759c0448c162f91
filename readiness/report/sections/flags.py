"""Flags: how one is shown everywhere, and the page on which each has its reason and source."""

from __future__ import annotations

from readiness.describe.flag import acceptance_words
from readiness.describe.state import state_of_flag
from readiness.domain.rules.flags import Flag
from readiness.domain.schedule.actions import Action
from readiness.domain.xrays.findings import xrays
from readiness.i18n.language import N_, _, n_
from readiness.i18n.numerals import count_words
from readiness.i18n.words import first_up, short_date
from readiness.report.context import ReportContext
from readiness.report.document import Block, Bullets, Heading, Paragraph, Run, Table, Words, chip
from readiness.report.rows import part

WHO_ANSWERS = N_(
    "Some questions only the practitioners can answer (marked in appendix A). Where the leader "
    "filled them in alone, their answers are missing here, and a gap between both cannot show."
)


def flag_chip(flag: Flag) -> Words:
    """A flag's sign and word on its colour."""
    return (chip(state_of_flag(flag)),)


def who_words(action: Action | None) -> Words:
    """Who does an action; where nobody does, that is said."""
    if action is not None and action.actor:
        return action.actor
    return (Run(_("! nobody"), is_lacking=True),)


def when_words(action: Action | None) -> Words:
    """By when an action is to be done; where no date is set, that is said."""
    if action is not None and action.when:
        return short_date(action.when)
    return (Run(_("! no date"), is_lacking=True),)


def flag_blocks(context: ReportContext) -> list[Block]:
    """Every flag once with its reason, its source and who answers for it; nothing without any.

    That no flag is up stands with the actions then.
    """
    flags, contradictions = context.review.flags, _contradictions(context)
    if not flags and not contradictions:
        return []
    title = n_(
        "{N} flag is up: its reason and source",
        "{N} flags are up: their reasons and sources",
        len(flags),
    )
    words = count_words(len(flags))
    title = title.format(N=first_up(words)) if flags else no_flag(context)
    head = part(title, "flags", _("Flags"))
    rows = tuple(_row(flag, context) for flag in flags)
    table = Table(
        (_("State"), _("What is not in place"), _("Why it matters, and the source")),
        rows,
        (0.15, 0.32, 0.53),
        _("All flags, with reason and source"),
        has_row_heads=False,
        is_dense=True,
    )
    who_answers = Paragraph(_(WHO_ANSWERS), "small")
    return [head, *([table] if rows else []), *contradictions, who_answers]


def no_flag(context: ReportContext) -> str:
    """That no flag is up, and of how many questions that says nothing."""
    left = context.review.asked - context.review.answered
    if not left:
        return _("No flag is up")
    words = n_(
        "No flag is up; {n} question is not answered yet",
        "No flag is up; {n} questions are not answered yet",
        left,
    )
    return words.format(n=left)


def _row(flag: Flag, context: ReportContext) -> tuple[Words, ...]:
    runs = [Run(context.says(flag), strong=True), *_accepted(flag)]
    limits = "".join(f" {words}." for words in flag.defaults)
    why = context.cited.cite(flag.why, flag.sources)
    reason = (*(why if not isinstance(why, str) else (Run(why),)), Run(limits))
    return flag_chip(flag), tuple(runs), reason


def _accepted(flag: Flag) -> list[Run]:
    words = acceptance_words(flag.acceptance)
    return [Run(f"\n{words}", is_soft=True)] if words else []


def _contradictions(context: ReportContext) -> list[Block]:
    """What does not fit; it names people, and so stays at home."""
    found = xrays(context.plan, context.template, context.review, context.today)
    if not found or context.is_shared:
        return []
    said = tuple(f"{one.says} {one.todo}" for one in found)
    return [Heading(2, _("Answers that contradict each other, or lack something")), Bullets(said)]
