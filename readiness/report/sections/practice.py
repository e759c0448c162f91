"""The practice: why and what, where it leads, and what is decided about going on."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.i18n.language import _
from readiness.report.context import ReportContext
from readiness.report.document import Block, Bullets, Heading, Paragraph, Table
from readiness.report.sections.part import part


def practice_blocks(context: ReportContext) -> list[Block]:
    """The practice strand: what is brought in, apart from how it is brought in."""
    practice, cited = context.template.practice, context.cited
    blocks: list[Block] = [
        part(_("Why, what and for whom"), "practice", _("Why, what and for whom")),
        Paragraph(cited.cite(practice.about, practice.sources)),
    ]
    if practice.components:
        blocks += [Heading(2, _("Core components")), Bullets(practice.components)]
    if practice.criteria:
        blocks += [Heading(2, _("Whom it is for")), Paragraph(" ".join(practice.criteria.split()))]
    blocks += [
        Heading(2, _("Goals")),
        Table(("", ""), tuple(_goals(context)), (0.26, 0.74), _("The goals of the service")),
        Heading(2, _("Going on after the project")),
        *_after(context),
    ]
    return blocks


def _goals(context: ReportContext) -> Iterator[tuple[str, str]]:
    need, patients = (
        context.said("GOAL-01", "need"),
        context.answer("GOAL-01").parts.get("patients"),
    )
    if need:
        yield _("The need"), need
    yield _("In 12 months"), context.given("GOAL-01", "in_12_months")
    if isinstance(patients, int | float):
        yield _("Patients finished"), context.count(patients)
    yield _("In 3 years"), context.given("GOAL-01", "in_3_years")


def _decider(context: ReportContext) -> str:
    """Who decides by the rule and when, else who was said to decide on going on."""
    by_rule = [context.said("MON-06", part) for part in ("decided_by", "decided_on")]
    key = "MON-06" if any(by_rule) else "GOAL-02"
    return context.both(key, "decided_by", "decided_on")


def _after(context: ReportContext) -> list[Block]:
    decided = context.given("GOAL-02")
    rows = [
        (_("What is decided"), decided),
        (_("The rule"), context.given("MON-06")),
        (_("Who decides, when"), _decider(context)),
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
        rows.append((_("Expansion"), details))
    return [Table(("", ""), tuple(rows), (0.26, 0.74), _("What is decided about going on"))]
