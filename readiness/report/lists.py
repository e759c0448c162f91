"""The document's lists: what is open, the practitioners, the monitoring plan, the assumptions."""

from __future__ import annotations

from readiness.core.answers import answer_words, value_words
from readiness.core.plan import Plan
from readiness.core.review import AreaReview, ItemReview, Review, sign_of, word_of
from readiness.core.template import Assumption, Template
from readiness.core.words import spoken
from readiness.report.citations import Citations
from readiness.report.document import Block, Bullets, Heading, Paragraph, Table


def state_words(state: AreaReview | ItemReview) -> str:
    """A state as sign and word."""
    return f"{sign_of(state)} {word_of(state)}"


def open_blocks(template: Template, review: Review) -> list[Block]:
    """What is still open, with what to do about it."""
    rows = tuple(
        (key, template.items[key].question, template.items[key].if_not)
        for key, item in review.items.items()
        if item.status in ("open", "red")
    )
    head = Heading(1, "What is open")
    if not rows:
        return [head, Paragraph("Nothing is open.")]
    return [head, Table(("", "Question", "What to do"), rows, (0.12, 0.44, 0.44))]


def people_blocks(template: Template, plan: Plan) -> list[Block]:
    """The practitioners by initials or role."""
    head = Heading(1, "Practitioners")
    if not plan.people:
        return [head, Paragraph("No practitioner is named yet.")]
    rows = []
    for who, person in plan.people.items():
        said = [
            f"{part.label}: {value_words(part, person.parts[name])}"
            for name, (_, part) in template.person_parts().items()
            if name in person.parts
        ]
        rows.append((who, person.role, "\n".join(said)))
    note = "Practitioners appear by initials or role. This is personal data of staff: take care."
    return [
        head,
        Paragraph(note, "small"),
        Table(("Who", "Role", "Answers"), tuple(rows), (0.16, 0.24, 0.6)),
    ]


def monitoring_blocks(template: Template, plan: Plan) -> list[Block]:
    """The plan for monitoring on one page: what is answered in the last area."""
    last = list(template.areas)[-1]
    lines = []
    for key, item in template.items_of(last):
        said = answer_words(template, key, plan)
        if said:
            words = "; ".join(f"{label}: {w}" if label else w for label, w in said)
            lines.append(f"{item.short}: {words}")
    head = Heading(1, "The plan for monitoring")
    return [head, Bullets(tuple(lines))] if lines else [head, Paragraph("Nothing is planned yet.")]


def assumption_blocks(template: Template, plan: Plan, cited: Citations) -> list[Block]:
    """The numbers the program reckons with, and where they come from."""
    rows = []
    for name, one in template.practice.numbers.items():
        own = plan.assumptions.get(name)
        value = spoken(one.value if own is None else own)
        basis = "this plan's own number" if own is not None else _basis(one, cited)
        rows.append((one.label, f"{value} {one.unit}".strip(), basis))
    for one in template.thresholds.values():
        value = f"{spoken(one.value)} {one.unit}".strip()
        rows.append((one.label, value, _basis(one, cited)))
    head = Heading(1, "Numbers this rests on")
    return [head, Table(("Number", "Value", "Basis"), tuple(rows), (0.42, 0.24, 0.34))]


def _basis(one: Assumption, cited: Citations) -> str:
    """Where a number comes from; what calls itself our default is not called so twice."""
    says_so = one.is_our_default and one.basis.lower().startswith("our default")
    return one.basis if says_so else f"{one.basis} {cited.marks(one.sources)}".strip()
