"""The practice: why and what, where it leads, and what is decided about going on."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.i18n.language import _
from readiness.report.context import ReportContext
from readiness.report.document import Block, Bullets, Heading, Paragraph
from readiness.report.rows import Row, part, rows_table, with_heading


def practice_blocks(context: ReportContext) -> list[Block]:
    """What practice is brought in, apart from how it is brought in."""
    practice, cited = context.template.practice, context.cited
    blocks: list[Block] = [
        part(_("Why, what and for whom"), "practice", _("Why, what and for whom"), joins=False),
        Paragraph(cited.cite(practice.about, practice.sources)),
    ]
    if practice.components:
        blocks += [Heading(2, _("Core components")), Bullets(practice.components)]
    if practice.criteria:
        blocks += [Heading(2, _("Whom it is for")), Paragraph(" ".join(practice.criteria.split()))]
    blocks += [
        *with_heading(
            _("Goals"),
            rows_table(tuple(_goals(context)), (0.26, 0.74), _("The goals of the service")),
        ),
        *with_heading(_("Going on after the project"), _after(context)),
    ]
    return blocks


def _goals(context: ReportContext) -> Iterator[Row]:
    need, patients = (
        context.said("GOAL-01", "need"),
        context.answer("GOAL-01").parts.get("patients"),
    )
    if need:
        yield Row(_("The need"), need)
    yield context.row(_("In 12 months"), "GOAL-01", "in_12_months")
    if isinstance(patients, int | float):
        yield Row(_("Patients finished"), context.count(patients))
    yield context.row(_("In 3 years"), "GOAL-01", "in_3_years")


def _decider(context: ReportContext) -> Row:
    """Who decides by the rule and when, else who was said to decide on going on."""
    by_rule = [context.said("MON-06", part) for part in ("decided_by", "decided_on")]
    key = "MON-06" if any(by_rule) else "GOAL-02"
    return context.both(_("Who decides, when"), key, "decided_by", "decided_on")


def _after(context: ReportContext) -> list[Block]:
    rows = [
        context.row(_("What is decided"), "GOAL-02"),
        context.row(_("The rule"), "MON-06"),
        _decider(context),
    ]
    if context.said("GOAL-02b", "promised"):
        promised = [
            f"{label}: {context.said('GOAL-02b', part)}"
            for part, label in (
                ("where", "where"),
                ("when", "when"),
                ("who_trains", _("who trains")),
                ("money", "money"),
            )
            if context.said("GOAL-02b", part)
        ]
        details = "; ".join(promised) or _("promised, without details")
        rows.append(Row(_("Expansion"), details))
    return rows_table(rows, (0.26, 0.74), _("What is decided about going on"))
