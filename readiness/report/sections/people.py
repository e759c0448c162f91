"""The practitioners: who they are, until when, with which hours, and who takes over."""

from __future__ import annotations

from readiness.domain.kinds.registry import value_words
from readiness.domain.kinds.value import NO, STANDING_LABELS
from readiness.domain.plan.inputs import input_ref
from readiness.domain.plan.plan import Person
from readiness.i18n.language import N_, _
from readiness.i18n.words import date_words, listed
from readiness.report.context import ReportContext
from readiness.report.document import Block, Heading, Paragraph, Table

COLUMNS = (
    ("leaves", N_("Leaves the role")),
    ("briefed", N_("Briefed")),
    ("willing", N_("Wants to")),
    ("hours_freed", N_("Hours freed")),
    ("preparation_in_hours", N_("Prepares in working time")),
)
"""What the table says of each practitioner, by the input it feeds."""

CARE = N_(
    "Practitioners appear by initials or role. What stands here is personal data of staff: use it "
    "for this plan only, and keep it no longer than the plan."
)


def people_blocks(context: ReportContext) -> list[Block]:
    """The people who will deliver the practice."""
    head: list[Block] = [Heading(1, _("People"))]
    if not context.plan.people:
        return [*head, Paragraph(_("No practitioner is named yet.")), *_roles(context)]
    if context.is_shared:
        return [*head, *_counted(context), *_roles(context)]
    rows = tuple(
        (who, person.role or "-", *(_said(context, person, feed) for feed, _rest in COLUMNS))
        for who, person in context.plan.people.items()
    )
    return [
        *head,
        Table(
            (_("Who"), _("Role"), *(_(title) for _rest, title in COLUMNS)),
            rows,
            (0.1, 0.18, 0.18, 0.12, 0.12, 0.13, 0.17),
            _("The practitioners"),
        ),
        Paragraph(_(CARE), "small"),
        *_roles(context),
    ]


def _said(context: ReportContext, person: Person, feed: str) -> str:
    ref = input_ref(context.template, feed)
    if ref is None:
        return "-"
    part = context.template.items[ref.item].person_parts[ref.part]
    said = person.parts.get(ref.part)
    if said is None:
        return _("not answered")
    if said == NO:
        return part.none_label if feed == "leaves" else STANDING_LABELS[NO]
    return value_words(part, said).removesuffix(" a week").removesuffix(" per uke")


def _counted(context: ReportContext) -> list[Block]:
    """In a shared document: how many, and how many stay."""
    staying = context.review.facts.of("staying")
    words = _("{count} practitioners take part.").format(count=len(context.plan.people))
    if isinstance(staying, int | float):
        words += _(" {staying:.0f} of them will still be there when the period ends.").format(
            staying=staying
        )
    return [Paragraph(words)]


def _roles(context: ReportContext) -> list[Block]:
    inputs = context.review.facts.inputs
    training = [date_words(day) for day in inputs.dates("training_date")]
    rows = (
        (_("How they were chosen"), context.given("SEL-02")),
        (_("Training days"), _days(context, training)),
        (_("Champion and deputy"), _two(context, "SEL-10", "champion", "deputy")),
        (_("Successor"), _successor(context)),
    )
    return [Table(("", ""), rows, (0.26, 0.74), _("Choice, training and roles of practitioners"))]


def _two(context: ReportContext, item: str, first: str, second: str) -> str:
    names = [context.said(item, part) for part in (first, second)]
    if not any(names):
        return context.nothing(item, _("nobody yet"))
    return _("{name}; deputy: {deputy}").format(
        name=names[0] or _("nobody yet"), deputy=names[1] or _("nobody yet")
    )


def _successor(context: ReportContext) -> str:
    name, day = context.said("SEL-09", "successor"), context.said("SEL-09", "trained_by")
    trained = _(", trained by {day}").format(day=day) if day else ""
    hours = context.said("SEL-09", "hours")
    freed = _(", {hours} freed").format(hours=hours) if hours else ""
    return (name or context.nothing("SEL-09", _("nobody yet"))) + trained + freed


def _days(context: ReportContext, days: list[str]) -> str:
    return listed(days) if days else context.nothing("SEL-08", _("none has a date"))
