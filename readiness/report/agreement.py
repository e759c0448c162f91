"""An agreement with each practitioner: what is expected and what is promised, on one page each.

It is made from the plan and signed by two: a practitioner may refuse before the training, and the
hours are taken off something. Nobody else's page says anything about a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from readiness.domain.checklist.template import Template
from readiness.domain.kinds.registry import value_words
from readiness.domain.kinds.value import NO
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import Review
from readiness.i18n.dates import plus_months
from readiness.i18n.language import N_, _
from readiness.i18n.words import date_words, days_words, first_up, number_words
from readiness.report.context import ReportContext, context_of, version_of
from readiness.report.document import (
    Block,
    Bullets,
    Callout,
    Document,
    Heading,
    Paragraph,
    Run,
    SignLines,
    Table,
    Words,
    WriteLines,
)

MAY_REFUSE = (
    N_("to take part, until the training and without giving a reason;"),
    N_("more patients than stand here, while the hours are those that stand here;"),
    N_("other duties in the hours that are freed, but for emergencies."),
)
"""What a practitioner may refuse; our default."""

PROMISE = N_(
    "The hours are in the working plan before the first patient starts; what is taken off is told "
    "to everyone it concerns; and the leader looks at both with you on the dates above."
)
"""What the leader promises; our default."""

SMALL = N_(
    "What may be refused and what is promised is our default: strike out and add what fits. "
    "Personal data of staff: keep it no longer than the plan. Changes are agreed anew."
)

LEAST = 0.05
"""Hours a week that are said as more than none."""

BLANK = 60
"""Millimetres of a line where the plan says nothing yet."""


def agreement_document(
    template: Template, plan: Plan, review: Review, made_on: date, people: tuple[str, ...] = ()
) -> Document:
    """A page for each of these practitioners, or for all; one to fill in where none is named."""
    context = context_of(template, plan, review, made_on)
    named = [who for who in plan.people if not people or who in people]
    blocks = [block for who in named or [""] for block in _page(context, who)]
    title = plan.plan or plan.service or template.practice.name
    return Document(
        title=title,
        subtitle=_("Agreement about {name}").format(name=template.practice.name),
        made_on=made_on,
        version=version_of(plan),
        language=template.language,
        has_title_page=False,
        page_name=title,
        blocks=tuple(blocks),
    )


def _page(context: ReportContext, who: str) -> list[Block]:
    title = _("Agreement with {who}").format(who=who) if who else _("Agreement with a practitioner")
    practice = context.template.practice.name
    words = _("Between the practitioner and the leader, about delivering {name} at {service}.")
    service = context.plan.service or _("the service")
    return [
        Heading(1, title, starts_page=True, fits_page=True, key=f"agreement-{who}"),
        Paragraph(words.format(name=practice, service=service)),
        Heading(2, _("What you deliver, and the hours for it")),
        Table(("", ""), _hours(context, who), (0.34, 0.66), _("What is delivered, and the hours")),
        Heading(2, _("Dates")),
        Table(("", ""), _dates(context, who), (0.34, 0.66), _("Dates of the agreement")),
        Heading(2, _("You may refuse")),
        Bullets(tuple(_(one) for one in MAY_REFUSE)),
        Callout(_("What the leader promises"), (("", _(PROMISE)),)),
        WriteLines(_("Agreed besides:"), 2),
        SignLines((_("Practitioner, date"), _("Leader, date")), are_across=True),
        Paragraph(_(SMALL), "small"),
    ]


def _hours(context: ReportContext, who: str) -> tuple[tuple[Words, ...], ...]:
    facts = context.review.facts.people.get(who, {})
    patients, freed = facts.get("patients"), facts.get("hours_freed")
    needed = facts.get("hours_needed")
    return (
        (_("Patients at a time"), _number(patients, "")),
        (_("Sessions"), context.said("CAP-03", "format") or _blank()),
        (
            first_up(_("hours needed a week")),
            _number(needed, _("in a full week, by the plan's numbers")),
        ),
        (_("Hours freed a week"), _number(freed, _missing(facts))),
        (_("Taken off to make room"), _taken_off(context, who)),
        (_("Preparation in working time"), _said(context, who, "preparation_in_hours")),
    )


def _number(value: object, more: str) -> Words:
    if not isinstance(value, int | float):
        return _blank()
    return f"{number_words(value)}{f' ({more})' if more else ''}"


def _missing(facts: Mapping[str, object]) -> str:
    """How many hours a practitioner lacks; empty where they suffice or are not known."""
    short = facts.get("hours_short")
    if not isinstance(short, int | float) or short < LEAST:
        return ""
    return _("{n} fewer than needed").format(n=number_words(short))


def _blank() -> Words:
    return (Run("", blank=BLANK),)


def _said(context: ReportContext, who: str, feed: str) -> Words:
    """What was said of a practitioner; a line to write on where nothing was."""
    part, said = context.of_person(who, feed)
    return _blank() if part is None or said is None else value_words(part, said)


def _taken_off(context: ReportContext, who: str) -> Words:
    _part, said = context.of_person(who, "taken_off")
    return _blank() if said in (None, NO) else _said(context, who, "taken_off")


def _dates(context: ReportContext, who: str) -> tuple[tuple[Words, ...], ...]:
    plan, inputs = context.plan, context.review.facts.inputs
    period: Words = _blank()
    if plan.start:
        end = date_words(plus_months(plan.start, plan.months))
        period = _("{first} to {last}").format(first=date_words(plan.start), last=end)
    until = context.review.facts.of("supervision_until")
    checks = inputs.dates("capacity_check_dates")
    leaves = context.review.facts.people.get(who, {}).get("leaves")
    training = inputs.dates("training_date")
    rows: list[tuple[Words, ...]] = [
        (_("Sessions with patients"), period),
        (_("Training days"), days_words(training) if training else _blank()),
        (_("Supervision until"), date_words(until) if isinstance(until, date) else _blank()),
        (_("We look at the hours on"), days_words(checks) if checks else _blank()),
    ]
    if isinstance(leaves, date):
        rows.append((_("You leave the role on"), date_words(leaves)))
    return tuple(rows)
