"""The practitioners: who they are, until when, with which hours, and who takes over."""

from __future__ import annotations

from readiness.core.said.answers import STANDING_LABELS, value_words
from readiness.core.said.inputs import place_of
from readiness.core.said.plan import NO, Person
from readiness.core.wording.words import date_words, listed
from readiness.report.document import Block, Heading, Paragraph, Table
from readiness.report.matter import Matter

COLUMNS = (
    ("leaves", "Leaves the role"),
    ("briefed", "Briefed"),
    ("willing", "Wants to"),
    ("hours_freed", "Hours freed"),
    ("preparation_in_hours", "Prepares in working time"),
)
"""What the table says of each practitioner, by the input it feeds."""

CARE = (
    "Practitioners appear by initials or role. What stands here is personal data of staff: use it "
    "for this plan only, and keep it no longer than the plan."
)


def people_blocks(matter: Matter) -> list[Block]:
    """The people who will deliver the practice."""
    head: list[Block] = [Heading(1, "People")]
    if not matter.plan.people:
        return [*head, Paragraph("No practitioner is named yet."), *_roles(matter)]
    if matter.is_shared:
        return [*head, *_counted(matter), *_roles(matter)]
    rows = tuple(
        (who, person.role or "-", *(_said(matter, person, feed) for feed, _ in COLUMNS))
        for who, person in matter.plan.people.items()
    )
    return [
        *head,
        Table(
            ("Who", "Role", *(title for _, title in COLUMNS)),
            rows,
            (0.1, 0.18, 0.18, 0.12, 0.12, 0.13, 0.17),
            "The practitioners",
        ),
        Paragraph(CARE, "small"),
        *_roles(matter),
    ]


def _said(matter: Matter, person: Person, feed: str) -> str:
    place = place_of(matter.template, feed)
    if place is None:
        return "-"
    part = matter.template.items[place.item].person_parts[place.part]
    said = person.parts.get(place.part)
    if said is None:
        return "not answered"
    if said == NO:
        return part.none_label if feed == "leaves" else STANDING_LABELS[NO]
    return value_words(part, said).removesuffix(" a week")


def _counted(matter: Matter) -> list[Block]:
    """In a shared document: how many, and how many stay."""
    staying = matter.review.facts.of("staying")
    words = f"{len(matter.plan.people)} practitioners take part."
    if isinstance(staying, int | float):
        words += f" {staying:.0f} of them will still be there when the period ends."
    return [Paragraph(words)]


def _roles(matter: Matter) -> list[Block]:
    inputs = matter.review.facts.inputs
    training = [date_words(day) for day in inputs.dates("training_date")]
    rows = (
        ("How they were chosen", matter.given("SEL-02")),
        ("Training days", listed(training) if training else "none has a date"),
        ("Champion and deputy", _two(matter, "SEL-10", "champion", "deputy")),
        ("Successor", _successor(matter)),
    )
    return [Table(("", ""), rows, (0.26, 0.74), "Choice, training and roles of practitioners")]


def _two(matter: Matter, item: str, first: str, second: str) -> str:
    names = [matter.said(item, part) for part in (first, second)]
    return f"{names[0] or 'nobody yet'}; deputy: {names[1] or 'nobody yet'}"


def _successor(matter: Matter) -> str:
    name, day = matter.said("SEL-09", "successor"), matter.said("SEL-09", "trained_by")
    return f"{name or 'nobody yet'}{f', trained by {day}' if day else ''}"
