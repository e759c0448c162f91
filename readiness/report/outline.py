"""From a plan to the strategy document's contents."""

from __future__ import annotations

from datetime import date

from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import Review
from readiness.i18n.language import _
from readiness.report.context import ReportContext, context_of, version_of
from readiness.report.document import Block, Document, Heading, Paragraph
from readiness.report.sections.actions import action_blocks
from readiness.report.sections.appendix import appendix_blocks
from readiness.report.sections.capacity import capacity_blocks
from readiness.report.sections.cover import STATEMENT, cover_blocks, summary_blocks
from readiness.report.sections.leadership import leadership_blocks
from readiness.report.sections.monitoring import monitoring_blocks
from readiness.report.sections.patients import patient_blocks
from readiness.report.sections.people import people_blocks
from readiness.report.sections.practice import practice_blocks
from readiness.report.sections.profile import profile_blocks
from readiness.report.sections.risks import risk_blocks
from readiness.report.sections.timeline import timeline_blocks


def outline(
    template: Template,
    plan: Plan,
    review: Review,
    made_on: date,
    *,
    is_brief: bool = False,
    is_shared: bool = False,
) -> Document:
    """Everything the strategy document says, in order.

    The brief has the summary, the risks and the next steps on two pages. A shared document leaves
    out names of staff, notes and small counts.
    """
    context = context_of(template, plan, review, made_on, is_shared=is_shared)
    blocks = _brief(context) if is_brief else _whole(context)
    kind = _("Strategy in brief") if is_brief else _("Strategy")
    kind = (
        _("Shared version, without names: {kind}").format(kind=kind.lower()) if is_shared else kind
    )
    return Document(
        title=context.plan.plan or context.plan.service or _("Implementation strategy"),
        subtitle=_("{kind} for bringing in {name}").format(kind=kind, name=template.practice.name),
        made_on=made_on,
        version=version_of(plan),
        language=template.language,
        cover=() if is_brief else cover_blocks(context),
        blocks=tuple(blocks),
    )


def _whole(context: ReportContext) -> list[Block]:
    return [
        *summary_blocks(context),
        *practice_blocks(context),
        *profile_blocks(context),
        *people_blocks(context),
        *capacity_blocks(context),
        *patient_blocks(context),
        *leadership_blocks(context),
        *action_blocks(context),
        *timeline_blocks(context),
        *monitoring_blocks(context),
        *risk_blocks(context),
        *appendix_blocks(context),
    ]


def _brief(context: ReportContext) -> list[Block]:
    first, *rest = summary_blocks(context, is_brief=True)
    _rest, *actions = action_blocks(context, is_brief=True)
    return [
        Heading(1, _("Summary")) if isinstance(first, Heading) else first,
        *rest,
        Heading(1, _("What is done next")),
        *actions,
        Paragraph(_(STATEMENT), "small"),
    ]
