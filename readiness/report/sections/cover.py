"""The cover, with the decision left to the leader, and the summary on one page."""

from __future__ import annotations

from readiness.describe.checklist_form import form_told
from readiness.describe.state import sign_of, word_of
from readiness.domain.rules.review import AreaReview
from readiness.domain.schedule.calendar import next_events
from readiness.i18n.dates import plus_months
from readiness.i18n.language import N_, _, n_
from readiness.i18n.words import date_words
from readiness.report.context import ReportContext
from readiness.report.document import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    SignLines,
    Space,
    Table,
    TickBoxes,
    Words,
)

STATEMENT = N_(
    "This is a planning aid and no validated measure. Counts of answers are counts, not a scale; "
    "there are no norms, and nothing here predicts how a rollout will go. Answers are the "
    "service's own. What is marked as our default has no source behind it and can be changed."
)

RISKS, DATES = 3, 3
"""How many risks and dates stand in the summary."""


def cover_blocks(context: ReportContext) -> tuple[Block, ...]:
    """What stands on the cover below the title."""
    plan, template = context.plan, context.template
    start = date_words(plan.start) if plan.start else _("not decided")
    end = date_words(plus_months(plan.start, plan.months)) if plan.start else _("not decided")
    owner = context.said("GOAL-03", "leader") or _("not named")
    rows: tuple[tuple[Words, ...], ...] = (
        (_("Service"), plan.service or _("not named")),
        (_("Practice"), template.practice.name),
        (_("Accountable leader"), owner),
        (_("First day with patients"), start),
        (
            _("Implementation period"),
            _("{months} months, until {end}").format(months=plan.months, end=end),
        ),
        (
            _("Checklists"),
            _("{name}, version {version}").format(name=template.name, version=template.version),
        ),
        *([(_("Form"), form_told(context.review))] if form_told(context.review) else []),
    )
    return (
        Table(("", ""), rows, (0.36, 0.64), _("What this document is about")),
        Space(6),
        Paragraph(_("The leader's decision"), "strong"),
        Paragraph(
            _(
                "The program does not decide. \u201cNot yet\u201d is a good result if it comes "
                "before people are trained and patients asked."
            ),
            "small",
        ),
        TickBoxes((_("Go"), _("Go when the following is in place:"), _("Not yet, because:"))),
        Space(3),
        SignLines(
            (
                _("Accountable leader, date"),
                _("Senior management, date"),
                _("For the practitioners, date"),
            )
        ),
        Space(3),
        Paragraph(_(STATEMENT), "small"),
    )


def summary_blocks(context: ReportContext, *, is_brief: bool = False) -> list[Block]:
    """The page a board reads."""
    review = context.review
    rows = tuple(
        (
            context.template.areas[key].title,
            state_words(area),
            _("{answered} of {asked}").format(answered=area.answered, asked=area.asked),
            flag_counts(area),
        )
        for key, area in review.areas.items()
    )
    return [
        Heading(1, _("Summary"), starts_page=True),
        Paragraph(_("In 12 months"), "strong"),
        Paragraph(context.said("GOAL-01", "in_12_months") or _("No goal is written yet."), "lead"),
        Heading(2, _("The five areas")),
        Table(
            (_("Area"), _("State"), _("Answered"), _("Flags")),
            rows,
            (0.3, 0.2, 0.17, 0.33),
            _("The five areas, each with its state, answers and flags"),
        ),
        Paragraph(
            _("An area is as good as its weakest question. Counts are counts of answers."), "small"
        ),
        *([Paragraph(form_told(review), "small")] if form_told(review) else []),
        Heading(2, _("Most serious")),
        *_risks(context, is_brief=is_brief),
        Heading(2, _("Next dates")),
        *_dates(context),
    ]


def _risks(context: ReportContext, *, is_brief: bool) -> list[Block]:
    flags = context.review.flags
    red = [flag for flag in flags if flag.severity == "red"][:RISKS]
    if not red:
        amber = len(flags)
        words = (
            n_(
                "No red flag is up; {amber} amber.", "No red flag is up; {amber} amber.", amber
            ).format(amber=amber)
            if amber
            else _("No flag is up.")
        )
        return [Paragraph(words), *_unanswered(context)]
    said = []
    for flag in red:
        accepted = (
            _(" Accepted by {by}.").format(by=flag.acceptance.by)  # type: ignore[union-attr]
            if _is_accepted(flag)
            else ""
        )
        said.append(f"! {context.says(flag)} ({flag.item}){accepted}")
    left = sum(flag.severity == "red" for flag in flags) - len(red)
    flags_left = _("red flag") if left == 1 else _("red flags")
    words = (
        _("and {left} more {flags_left}, see the whole document")
        if is_brief
        else _("and {left} more {flags_left}, see the whole list of flags")
    )
    more = [words.format(left=left, flags_left=flags_left)] if left else []
    return [Bullets((*said, *more))]


def _is_accepted(flag: object) -> bool:
    return bool(getattr(flag, "is_accepted", False))


def _dates(context: ReportContext) -> list[Block]:
    coming = next_events(context.events, context.today)[:DATES]
    if not coming:
        return [Paragraph(_("No date lies ahead."))]
    return [Bullets(tuple(f"{date_words(one.day)}: {one.words}" for one in coming))]


def _unanswered(context: ReportContext) -> list[Block]:
    """That flags can be missing: none is raised by a question that nobody answered."""
    left = context.review.asked - context.review.answered
    if not left:
        return []
    words = n_(
        "{n} question is not answered yet: a flag can still come up.",
        "{n} questions are not answered yet: flags can still come up.",
        left,
    )
    return [Paragraph(words.format(n=left))]


def state_words(state: AreaReview) -> str:
    """A state as sign and word."""
    return f"{sign_of(state)} {word_of(state)}"


def flag_counts(state: AreaReview) -> str:
    """How many flags of each kind are up, in words."""
    red = sum(flag.severity == "red" for flag in state.flags)
    amber = len(state.flags) - red
    accepted = sum(flag.is_accepted for flag in state.flags)
    pieces = [n_("! {red} red", "! {red} red", red).format(red=red)] * (red > 0) + [
        n_("^ {amber} amber", "^ {amber} amber", amber).format(amber=amber)
    ] * (amber > 0)
    pieces += [_("{accepted} accepted").format(accepted=accepted)] * (accepted > 0)
    return ", ".join(pieces) or _("none")
