"""Patients: whom it is for, how many are likely to be reached, and who asks them."""

from __future__ import annotations

from readiness.describe.charts import funnel_told
from readiness.describe.patients import fit_told
from readiness.domain.patients.funnel import (
    FunnelStage,
    PatientFunnel,
    eligible_needed,
    eligible_of,
    funnel_of,
)
from readiness.domain.patients.funnel_words import (
    NAMES,
    funnel_alt,
    uncounted_words,
    whole_patients,
    worst_words,
)
from readiness.domain.plan.inputs import input_ref
from readiness.i18n.language import N_, _
from readiness.i18n.words import date_words, first_up, number_words, share_words
from readiness.report.charts.chart import Bar, Bars
from readiness.report.context import ReportContext
from readiness.report.document import Block, Bullets, Figure, Paragraph
from readiness.report.rows import entries_table, part, rows_table, with_heading

RULES = (
    ("INC-01", "value", N_("Criteria in writing")),
    ("INC-02", "value", N_("When to wait")),
    ("INC-06", "value", N_("Order and pace")),
    ("INC-07", "value", N_("Pace and format suit")),
    ("INC-07", "support", N_("Changes that are planned")),
    ("INC-08", "value", N_("Doubtful cases")),
    ("INC-09", "value", N_("Interruptions and breaks")),
    ("INC-09", "disappointed", N_("Early disappointment")),
    ("INC-10", "value", N_("Patients asked about it")),
    ("INC-10", "families", N_("Families asked about it")),
)


def patient_blocks(context: ReportContext) -> list[Block]:
    """The patients, as counts and rules; nobody is named."""
    funnel = funnel_of(context.plan, context.template)
    head = part(_finding(context), "patients", _("Patients"))
    blocks: list[Block] = [head]
    fit, _is_estimate = eligible_of(context.plan, context.template)
    missing = uncounted_words(context.plan, context.template)
    if funnel is not None:
        blocks += [*_figure(funnel, context), *_counted(funnel, context)]
    elif fit is not None:
        blocks.append(Paragraph(f"{fit_told(context.whole_count(fit))}."))
    if missing:
        blocks.append(Paragraph(missing, "small"))
    title = _("Whom it is for, and the rules")
    rows = tuple(
        context.row(_(label), item, part)
        for item, part, label in RULES
        if part == "value" or context.said(item, part)
    )
    return [
        *blocks,
        *with_heading(title, rows_table(rows, (0.28, 0.72), title)),
        *_steps(context),
    ]


def _finding(context: ReportContext) -> str:
    """How many are wanted, and how many are likely to say yes, as far as both are known."""
    facts = context.review.facts
    wanted, likely, fit = (facts.of(one) for one in ("patients_planned", "likely_yes", "eligible"))
    known = [one for one in (wanted, likely, fit) if isinstance(one, int | float)]
    if len(known) < 3 or any(context.is_small(one) for one in known):  # noqa: PLR2004 - all three
        if fit is None:
            return _("Nobody has counted the patients who meet the criteria yet")
        return _("Patients")
    words = _("{wanted} are wanted; about {likely} of {fit} are likely to say yes")
    wanted, likely, fit = (number_words(one) for one in known)
    return words.format(wanted=wanted, likely=likely, fit=fit)


def _figure(funnel: PatientFunnel, context: ReportContext) -> list[Block]:
    """The stages as bars with their ranges; none where a small count would be read off."""
    if any(context.is_small(one.middle) or context.is_small(one.low) for one in funnel.stages):
        said = tuple(f"{_words(one, context)} {NAMES[one.name]}" for one in funnel.stages)
        return [Bullets(said)]
    bars = tuple(
        Bar(
            first_up(NAMES[one.name]),
            float(whole_patients(one.middle)),
            low=float(whole_patients(one.low)),
            high=float(whole_patients(one.high)),
            words=_words(one, context),
        )
        for one in funnel.stages
    )
    wanted = context.review.facts.of("patients_planned")
    goal = float(wanted) if isinstance(wanted, int | float) else None
    title = funnel_told(funnel, goal, context.whole_count)
    alt = f"{title}. {first_up(funnel_alt(funnel))}"
    name = _("wanted")
    chart = Bars(bars, _("patients"), goal=goal, goal_name=name if goal is not None else "")
    note = _("Patients, if everyone who meets the criteria is asked. Bracket: from low to high.")
    return [Figure(title, alt, chart, note)]


def _words(stage: FunnelStage, context: ReportContext) -> str:
    return context.span(stage.low, stage.middle, stage.high)


def _counted(funnel: PatientFunnel, context: ReportContext) -> list[Block]:
    facts = context.review.facts
    lines = [_("The ranges come from one or two studies.")]
    if funnel.is_estimate:
        lines.append(_("The first number is an estimate; nobody has counted."))
    if funnel.worst is not None:
        lines.append(worst_words(funnel, context.about))
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
        needed = eligible_needed(planned, context.plan, context.template)
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
    place = input_ref(context.template, "recruiter")
    head = _("Who asks patients, and how")
    rows = context.answer(place.item).filled if place else {}
    if not place or not rows:
        return with_heading(head, [Paragraph(_("Nobody is named yet."))])
    parts = context.template.items[place.item].row_parts
    shares = dict.fromkeys(parts, 1 / len(parts))
    title = _("Steps of asking patients")
    return with_heading(head, entries_table(rows.values(), parts, shares, title, is_dense=False))
