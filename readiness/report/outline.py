"""From a plan to the strategy document's contents."""

from __future__ import annotations

from datetime import date

from readiness.describe.checklist_form import form_told
from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import Review
from readiness.i18n.language import N_, _
from readiness.i18n.words import first_down
from readiness.report.context import ReportContext, context_of, title_of, version_of
from readiness.report.document import Block, Callout, ContentsEntry, Document, Heading, Paragraph
from readiness.report.rows import part
from readiness.report.sections.actions import action_blocks, agreed_blocks, timeline_blocks
from readiness.report.sections.appendix import appendix_blocks
from readiness.report.sections.board import board_blocks
from readiness.report.sections.capacity import capacity_blocks
from readiness.report.sections.cover import cover_blocks, decision_blocks, open_conditions
from readiness.report.sections.flags import flag_blocks
from readiness.report.sections.leadership import leadership_blocks, monitoring_blocks
from readiness.report.sections.patients import patient_blocks
from readiness.report.sections.practice import practice_blocks
from readiness.report.sections.since_start import SINCE, since_start_blocks
from readiness.report.sections.workshop import room_blocks

CONTENTS = (
    ("board", N_("For the board, on one page")),
    (SINCE, N_("Since the start")),
    ("practice", N_("Why, what and for whom")),
    ("capacity", N_("Capacity: hours and people")),
    ("patients", N_("Patients")),
    ("actions", N_("Actions and timeline")),
    ("room", N_("What the room said")),
    ("lead", N_("Leadership and monitoring")),
    ("flags", N_("Every flag, with its reason and source")),
    ("answers", N_("Appendix: answers, numbers, sources")),
)
"""The parts by the key of their heading, as the cover names them."""

HOW_TO_READ = N_(
    "A red flag should be closed before the start, or accepted by a named person with a reason. An "
    "amber flag should have an action. \u201cPartly\u201d, \u201copen\u201d and "
    "\u201cunanswered\u201d are not ready. The whole document holds every answer, the sources and "
    "every number behind the hours. This is a planning aid: no norms, no score, no prediction."
)

MOST_IN_BRIEF = 6
"""Actions that stand in the brief."""


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

    The brief is the board page and the decision with what follows from it, on two pages. A shared
    document leaves out names of staff, notes and small counts.
    """
    context = context_of(template, plan, review, made_on, is_shared=is_shared)
    blocks = _brief(context) if is_brief else _whole(context)
    kind = _("Strategy in brief") if is_brief else _("Strategy")
    kind = (
        _("Shared version, without names: {kind}").format(kind=kind.lower()) if is_shared else kind
    )
    title = title_of(context.plan)
    subtitle = _("{kind} for starting {name}").format(kind=kind, name=template.practice.name)
    keys = {block.key for block in blocks if isinstance(block, Heading)}
    contents = tuple(ContentsEntry(key, _(words)) for key, words in CONTENTS if key in keys)
    return Document(
        title=title,
        subtitle=subtitle,
        made_on=made_on,
        version=version_of(plan),
        language=template.language,
        names_parts=True,
        page_name=f"{title} \u00b7 {first_down(subtitle)}",
        has_title_page=not is_brief,
        cover=() if is_brief else tuple(cover_blocks(context, contents)),
        blocks=tuple(blocks),
    )


def _whole(context: ReportContext) -> list[Block]:
    return [
        *board_blocks(context),
        *since_start_blocks(context),
        *practice_blocks(context),
        *capacity_blocks(context),
        *patient_blocks(context),
        *action_blocks(context),
        *room_blocks(context),
        *leadership_blocks(context),
        *monitoring_blocks(context),
        *flag_blocks(context),
        *appendix_blocks(context),
    ]


def _brief(context: ReportContext) -> list[Block]:
    head = part(_("The decision, and what follows from it"), "decision", _("In brief"), joins=False)
    _word, *decision = decision_blocks(context.plan, open_conditions(context))
    form = form_told(context.review)
    return [
        *board_blocks(context),
        head,
        *((Paragraph(form),) if form else ()),
        *decision,
        *agreed_blocks(context, MOST_IN_BRIEF),
        *timeline_blocks(context),
        Callout(_("How to read this"), (("", _(HOW_TO_READ)),), tone="calm"),
    ]
