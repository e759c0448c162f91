"""The cover: what it is about, how it stands, and the decision with its conditions."""

from __future__ import annotations

from readiness.describe.board import conditions_by
from readiness.describe.checklist_form import form_told
from readiness.describe.verdict import action_of_flag, flags_counted_told, open_red, verdict
from readiness.domain.plan.plan import Plan
from readiness.i18n.dates import plus_months
from readiness.i18n.language import N_, _
from readiness.i18n.words import date_words, ended, first_up
from readiness.report.context import ReportContext
from readiness.report.document import (
    Block,
    Callout,
    Choice,
    Contents,
    ContentsEntry,
    Decision,
    Paragraph,
    Run,
    SignLines,
    Space,
    Table,
    Words,
)

STATEMENT = N_(
    "A planning aid, not a validated measure: counts are counts of answers, there are no norms, "
    "and nothing here predicts how a rollout will go. Answers are the service's own. What is "
    "marked as our default has no source behind it and can be changed."
)

MOST_CONDITIONS = 6
"""Conditions that are written out; more are counted."""


EMPTY_CONDITION: Words = (Run("", blank=120),)
"""A line for a condition that nobody has written yet."""


def cover_blocks(context: ReportContext, contents: tuple[ContentsEntry, ...]) -> list[Block]:
    """What stands on the cover below the title."""
    plan, state = context.plan, context.review
    told = flags_counted_told(state) or _("The board page says what is asked and what it takes.")
    red = bool(open_red(state))
    if red:
        told = _("{told} The board page says what is done about each, by whom and by when.").format(
            told=told
        )
    return [
        Table(("", ""), _particulars(context), (0.28, 0.72), _("What this document is about")),
        Callout(
            verdict(plan, state, context.today),
            (("", told),),
            tone="red" if red else "accent",
            is_lead=True,
        ),
        *decision_blocks(plan, open_conditions(context)),
        Contents(_("In this document"), contents),
        Paragraph(_(STATEMENT), "small"),
    ]


def _particulars(context: ReportContext) -> tuple[tuple[Words, ...], ...]:
    plan = context.plan
    start: Words = (Run(_("not decided"), is_lacking=True),)
    if plan.start:
        start = _("{start}; {months} months, until {end}").format(
            start=date_words(plan.start),
            months=plan.months,
            end=date_words(plus_months(plan.start, plan.months)),
        )
    leader, deputy = (context.said("GOAL-03", part) for part in ("leader", "deputy"))
    owner: Words = (Run(_("not named"), is_soft=True), Run(" ", blank=50))
    if leader:
        words = _("{name}; deputy: {deputy}")
        owner = words.format(name=leader, deputy=deputy or _("nobody yet"))
    people = ", ".join(plan.people) or _("none is named yet")
    if plan.people and not context.is_shared:
        people = _("{people} (initials only)").format(people=people)
    return (
        (_("Service"), plan.service or _("not named")),
        (_("For decision by"), _decider(context)),
        (_("Accountable leader"), owner),
        (_("First day with patients"), start),
        (_("Practitioners"), people),
        *([(_("Form"), form_told(context.review))] if form_told(context.review) else []),
    )


def _decider(context: ReportContext) -> Words:
    """Who decides on the start and when, as far as the plan says it; else a line to write on."""
    plan, who = context.plan, Run(context.plan.decider or first_up(_("senior management")))
    if plan.meeting is not None:
        return (who, Run(f", {date_words(plan.meeting)}"))
    date = Run(_("(meeting and date:"), is_soft=True)
    return (who, Run(" "), date, Run(" "), Run("", blank=42), Run(")", is_soft=True))


def decision_blocks(plan: Plan, conditions: tuple[Words, ...]) -> list[Block]:
    """The leader's decision, to tick, with the conditions written out, and lines to sign on."""
    note = _(
        "The program does not decide. \u201cNot yet\u201d is a good result while nobody is trained "
        "and no patient asked."
    )
    signs = (
        _("Accountable leader, date"),
        _("Senior management, date"),
        _("For the practitioners, date"),
    )
    return [
        Paragraph(_("The decision"), "strong"),
        Paragraph(note, "small"),
        Decision(_choices(plan, conditions)),
        SignLines(signs, are_across=True),
        Space(2),
    ]


def _choices(plan: Plan, conditions: tuple[Words, ...]) -> tuple[Choice, ...]:
    """To start, to start on conditions, or not yet."""
    start = Run(_("Start"), strong=True)
    on = _(" on {day}").format(day=date_words(plan.start)) if plan.start else ""
    by = conditions_by(plan)
    words = _(" if these are in place by {by}").format(by=date_words(by) if by else "")
    until = (Run(words, strong=True), *([] if by else [Run("", blank=28)]))
    return (
        Choice((start, Run(_("{on} as planned.").format(on=on)))),
        Choice(
            (start, Run(on), *until, Run(_(" (strike out what does not apply):"))),
            conditions,
        ),
        Choice(
            (
                Run(_("Not yet"), strong=True),
                Run(_(", because ")),
                Run("", blank=92),
                Run("\n"),
                Run(_("To be decided again on ")),
                Run("", blank=42),
            )
        ),
    )


def open_conditions(context: ReportContext) -> tuple[Words, ...]:
    """What closes each open red flag, with its owner; and a line for one more."""
    found: list[Words] = []
    flags = open_red(context.review)
    for flag in flags[:MOST_CONDITIONS]:
        action = action_of_flag(flag, context.plan)
        said = (action.action or action.title) if action else flag.action
        what = ended(" ".join(said.split()))
        if action and action.actor:
            found.append((Run(f"{what} "), Run(action.actor, is_soft=True)))
        else:
            found.append((Run(f"{what} "), Run(_("Owner "), is_soft=True), Run("", blank=30)))
    if len(flags) > MOST_CONDITIONS:
        words = _("and {n} more, see the board page")
        found.append(words.format(n=len(flags) - MOST_CONDITIONS))
    return (*found, EMPTY_CONDITION)
