"""Patients: whom it is for, how many are likely to be reached, and who asks them."""

from __future__ import annotations

from readiness.domain.patients.funnel import (
    FunnelStage,
    PatientFunnel,
    eligible_needed,
    eligible_of,
    funnel_of,
)
from readiness.domain.patients.funnel_words import NAMES, funnel_alt, uncounted_words, whole
from readiness.domain.plan.inputs import input_ref
from readiness.i18n.language import N_, _
from readiness.i18n.words import date_words, share_words
from readiness.report.chart import Funnel, Stage
from readiness.report.context import ReportContext
from readiness.report.document import Block, Figure, Heading, Paragraph, Table

RULES = (
    ("INC-01", "value", N_("Criteria in writing")),
    ("INC-02", "value", N_("When to wait")),
    ("INC-06", "value", N_("For everyone?")),
    ("INC-07", "value", N_("Pace and format suit")),
    ("INC-07", "support", N_("Changes that are planned")),
    ("INC-08", "value", N_("Doubtful cases")),
    ("INC-09", "value", N_("When someone stops")),
    ("INC-09", "disappointed", N_("Early disappointment")),
    ("INC-10", "value", N_("Patients asked about it")),
    ("INC-10", "families", N_("Families asked about it")),
)


def patient_blocks(context: ReportContext) -> list[Block]:
    """The patients, as counts and rules; nobody is named."""
    inputs = context.review.facts.inputs
    funnel = funnel_of(context.plan, context.template, inputs)
    blocks: list[Block] = [Heading(1, _("Patients"))]
    rows = tuple(
        (_(label), context.given(item, part))
        for item, part, label in RULES
        if part == "value" or context.said(item, part)
    )
    blocks += [Table(("", ""), rows, (0.26, 0.74), _("Whom it is for, and the rules"))]
    fit, _is_estimate = eligible_of(context.plan, context.template, inputs)
    missing = uncounted_words(context.plan, context.template, inputs)
    if funnel is not None:
        blocks += [_figure(funnel, context), *_counted(funnel, context)]
    elif fit is None:
        blocks.append(Paragraph(_("Nobody has counted the patients who fit yet (INC-03).")))
    else:
        words = _("{n} meet the criteria.").format(n=context.whole_count(fit))
        blocks.append(Paragraph(words))
    if missing:
        blocks.append(Paragraph(missing, "small"))
    return [*blocks, *_steps(context)]


def _figure(funnel: PatientFunnel, context: ReportContext) -> Figure:
    stages = tuple(
        Stage(NAMES[one.name], one.low, one.middle, one.high, _words(one, context))
        for one in funnel.stages
    )
    alt = funnel_alt(funnel)
    if context.is_shared:
        stages = tuple(_banded(one, context) for one in stages)
        alt = "; ".join(f"{one.words} {one.label}" for one in stages) + "."
    return Figure(_("From those who fit to those who complete"), alt, Funnel(stages, _("patients")))


def _banded(stage: Stage, context: ReportContext) -> Stage:
    """A stage as it may be drawn: without a range where its middle is only said as a band."""
    low, middle, high = (_hidden(context, n) for n in (stage.low, stage.middle, stage.high))
    if middle != stage.middle:
        low = high = middle
    return Stage(stage.label, low, middle, high, stage.words)


def _hidden(context: ReportContext, number: float) -> float:
    """A number as it may be drawn: one that is too small is drawn as the limit."""
    least = context.template.limit("small_count")
    return least if 0 < whole(number) < least else number


def _words(stage: FunnelStage, context: ReportContext) -> str:
    return context.span(stage.low, stage.middle, stage.high)


def _counted(funnel: PatientFunnel, context: ReportContext) -> list[Block]:
    facts = context.review.facts
    lines = [
        _(
            "The funnel reckons that everyone who fits is asked; "
            "ranges come from one or two studies."
        )
    ]
    if funnel.is_estimate:
        lines.append(_("The first number is an estimate; nobody has counted."))
    if funnel.worst is not None:
        words = _("With the worst dropout reckoned with, {worst} complete.")
        lines.append(words.format(worst=context.about(funnel.worst)))
    counted = facts.inputs.date("eligible_counted_on")
    if counted:
        lines.append(_("Counted on {counted}.").format(counted=date_words(counted)))
    planned, fit = facts.of("patients_planned"), funnel.fit
    if isinstance(planned, float) and fit:
        share = f" ({share_words(planned / fit)})" if not context.is_shared else ""
        lines.append(
            _("{planned} patients are planned at a time, of {fit} who fit{share}.").format(
                planned=context.count(planned), fit=context.whole_count(fit), share=share
            )
        )
        needed = eligible_needed(planned, context.plan, context.template, facts.inputs)
        if needed and not context.is_shared:
            lines.append(_needed(context.count(planned), *needed))
    return [Paragraph(" ".join(lines), "small")]


def _needed(planned: str, fewest: int, most: int | None) -> str:
    if most is None:
        words = _("For {planned} to complete, about {fewest} have to fit and be asked.")
        return words.format(planned=planned, fewest=fewest)
    words = _("For {planned} to complete, about {fewest} to {most} have to fit and be asked.")
    return words.format(planned=planned, fewest=fewest, most=most)


def _steps(context: ReportContext) -> list[Block]:
    ref = input_ref(context.template, "recruiter")
    head = Heading(2, _("Who asks patients, and how"))
    rows = context.answer(ref.item).filled if ref else {}
    if not ref or not rows:
        return [head, Paragraph(_("Nobody is named yet (INC-05)."))]
    parts = context.template.items[ref.item].row_parts
    lines = tuple(
        tuple(context.cell(parts[name], fields.get(name)) for name in parts)
        for fields in rows.values()
    )
    header = tuple(part.label for part in parts.values())
    widths = tuple(1 / len(parts) for _rest in parts)
    return [head, Table(header, lines, widths, _("Steps of asking patients"))]
