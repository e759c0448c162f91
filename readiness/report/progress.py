"""The progress report: on one or two pages how it goes after the start, and what is asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from readiness.describe.after_start import due_line, promise_line
from readiness.describe.fidelity import total_words
from readiness.domain.checklist.template import Template
from readiness.domain.followup.agenda import due_of
from readiness.domain.followup.case import Case, case_of
from readiness.domain.followup.promises import promises
from readiness.domain.followup.standing import SIGNS, STATES
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.records import ABOVE
from readiness.domain.plan.tables import date_of, text_of
from readiness.domain.rules.review import Review
from readiness.i18n.language import _
from readiness.i18n.words import date_words
from readiness.report.context import ReportContext, context_of, report_document
from readiness.report.document import Block, Bullets, Document, Heading, Paragraph, Table
from readiness.report.sections.counts import notes, starts_table, team_lines
from readiness.report.sections.fidelity import gap_words, review_title
from readiness.report.sections.since_start import ordered, says, state_words

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
    return report_document(context, plan, subtitle, _blocks(context, case))


def _blocks(context: ReportContext, case: Case) -> Iterator[Block]:
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
        yield Paragraph(_("No fidelity review has scores yet."))
        return
    said = total_words(context.plan, context.template, known[-1])
    title = review_title(case, known[-1])
    yield Paragraph(" ".join((f"{title}.", said, *gap_words(context, known[-1]))))


def _asked(context: ReportContext, case: Case) -> Iterator[Block]:
    """What waits for whoever reads this: barriers of the level above, and the decision."""
    asked = [_barrier(fields) for fields in _waiting(context.plan)]
    due = due_of(context.plan, context.template, case.today)
    asked += [due_line(one) for one in due if one.kind == "decision"]
    yield Heading(2, _("What is asked of you"))
    yield Bullets(tuple(asked) or (_("Nothing waits for senior management."),))


def _waiting(plan: Plan) -> Iterator[dict[str, object]]:
    for fields in plan.barriers.values():
        if fields.get("with") == ABOVE and "solved_on" not in fields:
            yield dict(fields)


def _barrier(fields: dict[str, object]) -> str:
    raised = date_of(fields, "raised_on")  # type: ignore[arg-type]
    what = text_of(fields, "what").rstrip(".")  # type: ignore[arg-type]
    if raised is None:
        return _("{what}: say who solves it and by when, or that it stays.").format(what=what)
    words = _("{what} (since {date}): say who solves it and by when, or that it stays.")
    return words.format(what=what, date=date_words(raised))
