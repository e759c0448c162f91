"""The practitioners: who they are, until when, with which hours, and who takes over."""

from __future__ import annotations

from readiness.domain.kinds.registry import value_words
from readiness.domain.kinds.value import NO, STANDING_LABELS
from readiness.domain.plan.inputs import place_of
from readiness.domain.plan.plan import Person
from readiness.i18n.language import N_, _
from readiness.i18n.words import date_words, listed
from readiness.report.document import Block, Heading, Paragraph, Table
from readiness.report.matter import Matter

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


def people_blocks(matter: Matter) -> list[Block]:
    """The people who will deliver the practice."""
    head: list[Block] = [Heading(1, _("People"))]
    if not matter.plan.people:
        return [*head, Paragraph(_("No practitioner is named yet.")), *_roles(matter)]
    if matter.is_shared:
        return [*head, *_counted(matter), *_roles(matter)]
    rows = tuple(
        (who, person.role or "-", *(_said(matter, person, feed) for feed, _rest in COLUMNS))
        for who, person in matter.plan.people.items()
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
        *_roles(matter),
    ]


def _said(matter: Matter, person: Person, feed: str) -> str:
    place = place_of(matter.template, feed)
    if place is None:
        return "-"
    part = matter.template.items[place.item].person_parts[place.part]
    said = person.parts.get(place.part)
    if said is None:
        return _("not answered")
    if said == NO:
        return part.none_label if feed == "leaves" else STANDING_LABELS[NO]
    return value_words(part, said).removesuffix(" a week").removesuffix(" per uke")


def _counted(matter: Matter) -> list[Block]:
    """In a shared document: how many, and how many stay."""
    staying = matter.review.facts.of("staying")
    words = _("{count} practitioners take part.").format(count=len(matter.plan.people))
    if isinstance(staying, int | float):
        words += _(" {staying:.0f} of them will still be there when the period ends.").format(
            staying=staying
        )
    return [Paragraph(words)]


def _roles(matter: Matter) -> list[Block]:
    inputs = matter.review.facts.inputs
    training = [date_words(day) for day in inputs.dates("training_date")]
    rows = (
        (_("How they were chosen"), matter.given("SEL-02")),
        (_("Training days"), _days(matter, training)),
        (_("Champion and deputy"), _two(matter, "SEL-10", "champion", "deputy")),
        (_("Successor"), _successor(matter)),
    )
    return [Table(("", ""), rows, (0.26, 0.74), _("Choice, training and roles of practitioners"))]


def _two(matter: Matter, item: str, first: str, second: str) -> str:
    names = [matter.said(item, part) for part in (first, second)]
    if not any(names):
        return matter.nothing(item, _("nobody yet"))
    return _("{name}; deputy: {deputy}").format(
        name=names[0] or _("nobody yet"), deputy=names[1] or _("nobody yet")
    )


def _successor(matter: Matter) -> str:
    name, day = matter.said("SEL-09", "successor"), matter.said("SEL-09", "trained_by")
    trained = _(", trained by {day}").format(day=day) if day else ""
    hours = matter.said("SEL-09", "hours")
    freed = _(", {hours} freed").format(hours=hours) if hours else ""
    return (name or matter.nothing("SEL-09", _("nobody yet"))) + trained + freed


def _days(matter: Matter, days: list[str]) -> str:
    return listed(days) if days else matter.nothing("SEL-08", _("none has a date"))
