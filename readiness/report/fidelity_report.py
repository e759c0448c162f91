"""Reports after the start: what a fidelity review gives back to the service, and the progress.

A review's feedback has strengths, scores with reasons, and advice. The progress report says on one
or two pages how it goes after the start, and what is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from readiness.describe.after_start import due_line, promise_line
from readiness.describe.fidelity import (
    advice_words,
    criteria_in_order,
    is_open_advice,
    no_scores,
    total_words,
)
from readiness.domain.checklist.template import Template
from readiness.domain.followup.agenda import due_of
from readiness.domain.followup.case import SIGNS, STATES, Case, Fields, case_of
from readiness.domain.followup.promises import promises
from readiness.domain.followup.scale import raters_of, scale_of, settled_of_review
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.records import ABOVE, FIDELITY, ROW_REASON
from readiness.domain.plan.tables import ACTIONS, date_of, text_of
from readiness.domain.rules.review import Review
from readiness.i18n.language import _, n_
from readiness.i18n.words import date_words, first_up, listed
from readiness.report.context import ReportContext, context_of, report_document
from readiness.report.document import Block, Bullets, Document, Heading, Paragraph, Table, Words
from readiness.report.pseudonyms import Hiding
from readiness.report.rows import entries_table
from readiness.report.sections.counts import notes, starts_table, team_lines
from readiness.report.sections.fidelity import gap_words, label_of, review_title, score_words
from readiness.report.sections.since_start import ordered, says, state_words

STRONG = 0.75
"""The share of the way from the lowest score to the highest from which a criterion is a strength;
our own default."""


def has_scores(plan: Plan, day: str) -> bool:
    """Whether there is a review on a day whose scores the raters have shown to each other."""
    return "revealed_on" in plan.fidelity.get(day, {})


def fidelity_document(
    template: Template,
    plan: Plan,
    review: Review,
    made_on: date,
    day: str,
    *,
    is_shared: bool = False,
) -> Document | None:
    """The feedback of the review of a day; None before the start, or before scores were shown.

    It holds settled scores only: who scored what stays in the raters' own files.
    """
    context = context_of(template, plan, review, made_on, is_shared=is_shared)
    case = case_of(context.plan, template, made_on)
    if case is None or not has_scores(context.plan, day):
        return None
    return report_document(context, plan, review_title(case, day), _blocks(context, case, day))


def _blocks(context: ReportContext, case: Case, day: str) -> Iterator[Block]:
    yield Heading(1, review_title(case, day))
    words = _("This is help for the service, and no inspection. Nobody is rated, only the service.")
    yield Paragraph(words, "lead")
    yield Paragraph(" ".join(_made(context, day)))
    yield Heading(2, _("What is strong"))
    yield Bullets(_strengths(context, day))
    yield Heading(2, _("What it came to"))
    yield Paragraph(total_words(context.plan, context.template, day))
    yield Heading(2, _("Every criterion, with reason and advice"))
    yield _criteria(context, day)
    yield Heading(2, _("How far the raters agreed"))
    yield Paragraph(" ".join(gap_words(context, day)) or _("Nothing was scored by two."))
    yield Heading(2, _("What is done about it"))
    yield from _actions(context, day)
    yield Heading(2, _("Next review"))
    yield Paragraph(_next(case, day))


def _made(context: ReportContext, day: str) -> Iterator[str]:
    """By how many, with which scale, and when it was told."""
    fields = context.plan.fidelity[day]
    scale = scale_of(context.template, context.plan, day)
    count = len(raters_of(fields))
    words = n_(
        "{n} rater scored the service.",
        "{n} raters scored the service, each alone at first.",
        count,
    )
    yield words.format(n=count)
    if scale is not None:
        yield _("Scale: {name}, {low} to {high}.").format(
            name=" ".join((scale.name, text_of(fields, "scale_version"))).strip(),
            low=scale.low,
            high=scale.high,
        )
    for name in ("settled_on", "written_on", "told_on"):
        on = date_of(fields, name)
        if on is not None:
            yield _("{what} {date}.").format(what=FIDELITY.parts[name].label, date=date_words(on))


def _strengths(context: ReportContext, day: str) -> tuple[str, ...]:
    """The criteria with high scores; else those that are highest here."""
    scores = settled_of_review(context.plan, context.template, day).scores
    scale = scale_of(context.template, context.plan, day)
    if not scores:
        return (_("No score is settled yet."),)
    best = max(scores.values())
    least = scale.low + STRONG * (scale.high - scale.low) if scale else best
    strong = [key for key in scores if scores[key] >= min(least, best)]
    strong.sort(key=lambda key: -scores[key])
    return tuple(
        f"{label_of(context, day, key)}: {score_words(context, day, key)}" for key in strong
    )


def _criteria(context: ReportContext, day: str) -> Table:
    rows: list[tuple[Words, ...]] = [
        (
            label_of(context, day, key),
            score_words(context, day, key),
            _reason(context, day, key),
            _without_raters(context, day, advice_words(context.plan, day, key)) or "-",
        )
        for key in criteria_in_order(context.plan, context.template, day)
    ]
    header = (_("Criterion"), _("Score"), _("Why this score"), _("Advice"))
    caption = _("Every criterion, with reason and advice")
    return Table(header, tuple(rows), (0.26, 0.08, 0.3, 0.36), caption, is_dense=True)


def _reason(context: ReportContext, day: str, key: str) -> str:
    """Why a score was settled so, without the name of who scored what."""
    reason = text_of(context.plan.scores.get(day, {}).get(key, {}), ROW_REASON)
    return _without_raters(context, day, reason) or "-"


def _without_raters(context: ReportContext, day: str, words: str) -> str:
    """A text without the names of who scored."""
    raters = raters_of(context.plan.fidelity[day])
    said = Hiding({who: _("one rater") for who in raters}).text(words)
    return first_up(said)


def _actions(context: ReportContext, day: str) -> Iterator[Block]:
    """The actions that were taken up from the advice of this review."""
    taken = [
        {**fields, "action": _without_raters(context, day, text_of(fields, "action"))}
        for fields in context.plan.actions.values()
        if text_of(fields, "from").startswith(f"fidelity.{day}.")
    ]
    shares = {"action": 0.46, "actor": 0.2, "when": 0.2, "state": 0.14}
    tables = entries_table(taken, ACTIONS.parts, shares, _("Actions from this review"))
    open_advice = [
        label_of(context, day, key)
        for key in criteria_in_order(context.plan, context.template, day)
        if is_open_advice(context.plan, day, key)
    ]
    yield from tables
    if open_advice:
        words = _("Still to be adopted or declined: the advice on {what}.")
        yield Paragraph(words.format(what=listed(open_advice)))
    if not tables and not open_advice:
        yield Paragraph(_("No advice waits, and no action was taken from it."))


def _next(case: Case, day: str) -> str:
    held = {one.isoformat() for one, _fields in case.dated("fidelity")}
    later = [
        one for one in case.inputs.dates("review_date") if one.isoformat() > max(held, default=day)
    ]
    if not later:
        return _("No further review has a date.")
    if later[0] < case.today:
        words = _("It was to be on {date}, and is not held yet.")
        return words.format(date=date_words(later[0]))
    return _("On {date}.").format(date=date_words(later[0]))


MOST_LINES = 8
"""Status lines, what is off plan first; the strategy document has them all."""


def progress_document(
    template: Template, plan: Plan, review: Review, made_on: date, *, is_shared: bool = False
) -> Document | None:
    """The progress report of a plan; None before its start."""
    context = context_of(template, plan, review, made_on, is_shared=is_shared)
    case = case_of(context.plan, template, made_on)
    if case is None:
        return None
    subtitle = _("Progress report on {name}").format(name=template.practice.name)
    return report_document(context, plan, subtitle, _progress(context, case))


def _progress(context: ReportContext, case: Case) -> Iterator[Block]:
    yield Heading(1, _("Progress report"))
    yield Paragraph(state_words(context, case), "lead")
    yield from _asked(context, case)
    yield from _lines(context)
    yield Heading(2, _("Starts against the plan"))
    yield from starts_table(context, case)
    if context.is_shared:
        yield Paragraph(notes(context), "small")
    yield Heading(2, _("Hours and supervision"))
    yield Bullets(tuple(team_lines(case)) or (_("Nothing is recorded."),))
    yield Heading(2, _("Fidelity"))
    yield from _fidelity(context, case)
    slipped = [one for one in promises(case) if one.outcome in ("slipped", "dropped", "overdue")]
    if slipped:
        yield Heading(2, _("Promises of the first day that did not hold"))
        yield Bullets(tuple(promise_line(one) for one in slipped))


def _lines(context: ReportContext) -> Iterator[Block]:
    found = ordered(context)
    rows = tuple(
        (one.short, f"{SIGNS[one.state]} {STATES[one.state]}", says(context, one))
        for one in found[:MOST_LINES]
    )
    yield Heading(2, _("Where it stands"))
    if rows:
        header = (_("What"), _("Where it stands"), _("What the records say"))
        yield Table(header, rows, (0.22, 0.22, 0.56), _("Where the plan stands"), is_dense=True)
    more = len(found) - len(rows)
    if more:
        words = _("{n} more, none of them worse, stand in the strategy document.")
        yield Paragraph(words.format(n=more), "small")


def _fidelity(context: ReportContext, case: Case) -> Iterator[Block]:
    """The last review whose scores were shown."""
    known = [day.isoformat() for day, one in case.dated("fidelity") if "revealed_on" in one]
    if not known:
        yield Paragraph(no_scores())
        return
    said = total_words(context.plan, context.template, known[-1])
    title = review_title(case, known[-1])
    yield Paragraph(" ".join((f"{title}.", said, *gap_words(context, known[-1]))))


def _asked(context: ReportContext, case: Case) -> Iterator[Block]:
    """What waits for whoever reads this: barriers of the level above, and the decision."""
    asked = [
        _barrier(fields)
        for fields in context.plan.barriers.values()
        if fields.get("with") == ABOVE and "solved_on" not in fields
    ]
    due = due_of(context.plan, context.template, case.today)
    asked += [due_line(one) for one in due if one.kind == "decision"]
    yield Heading(2, _("What is asked of you"))
    yield Bullets(tuple(asked) or (_("Nothing waits for senior management."),))


def _barrier(fields: Fields) -> str:
    raised = date_of(fields, "raised_on")
    what = text_of(fields, "what").rstrip(".")
    if raised is None:
        return _("{what}: say who solves it and by when, or that it stays.").format(what=what)
    words = _("{what} (since {date}): say who solves it and by when, or that it stays.")
    return words.format(what=what, date=date_words(raised))
