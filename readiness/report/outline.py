"""From a plan to the strategy document's contents."""

from __future__ import annotations

from datetime import date

from readiness.core.dates import plus_months
from readiness.core.plan import Plan
from readiness.core.review import Review
from readiness.core.template import Template
from readiness.core.upcoming import all_dates, next_dates
from readiness.core.words import date_words, short_date
from readiness.report.areas import area_blocks
from readiness.report.citations import Citations
from readiness.report.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    SignLines,
    Space,
    Table,
    TickBoxes,
)
from readiness.report.lists import (
    assumption_blocks,
    monitoring_blocks,
    open_blocks,
    people_blocks,
    state_words,
)

STATEMENT = (
    "This is a planning aid, not a validated measure. Counts of answers are counts, not a scale; "
    "there are no norms, and nothing here predicts how a rollout will go. Answers are the "
    "service's own. Numbers marked as our default have no source behind them and can be changed."
)
METHOD = (
    "The document was made from the answers in one plan file. Each question has a written "
    "criterion for ready; an area is as good as its worst question, and no answer outweighs "
    "another. Red and amber flags are raised by written rules over the answers, and each names "
    "the numbers behind it. What was not answered, or answered with not sure, is shown as open "
    "and never as ready."
)


def outline(template: Template, plan: Plan, review: Review, made_on: date) -> Document:
    """Everything the strategy document says, in order."""
    cited = Citations(template)
    blocks: list[Block] = [*_summary(template, plan, review, made_on)]
    blocks += [Heading(1, "The practice", starts_page=True), *_practice(template, cited)]
    for number, key in enumerate(template.areas, 1):
        blocks += area_blocks(number, key, template, plan, review, cited)
    blocks += open_blocks(template, review)
    blocks += people_blocks(template, plan)
    blocks += _dates(template, plan)
    blocks += monitoring_blocks(template, plan)
    blocks += assumption_blocks(template, plan, cited)
    blocks += [Heading(1, "How this was made"), Paragraph(METHOD), Paragraph(STATEMENT, "strong")]
    blocks += [Heading(1, "Sources"), *(Paragraph(line, "small") for line in cited.references())]
    return Document(
        title=plan.plan or plan.service or "Implementation strategy",
        subtitle=f"Strategy for bringing in {template.practice.name}",
        made_on=made_on,
        language=template.language,
        cover=_cover(template, plan, made_on),
        blocks=tuple(blocks),
    )


def _cover(template: Template, plan: Plan, made_on: date) -> tuple[Block, ...]:
    start = date_words(plan.start) if plan.start else "not decided"
    end = date_words(plus_months(plan.start, plan.months)) if plan.start else "not decided"
    rows = (
        ("Service", plan.service or "not named"),
        ("Practice", template.practice.name),
        ("First day with patients", start),
        ("End of the implementation period", f"{end} ({plan.months} months)"),
        ("Made on", date_words(made_on)),
        ("Checklists", f"{template.name}, version {template.version}"),
    )
    return (
        Table(("", ""), rows, (0.38, 0.62)),
        Space(8),
        Paragraph("The leader's decision", "strong"),
        Paragraph("The program does not decide. “Not yet” is a good result.", "small"),
        TickBoxes(("Go", "Go when the following is in place:", "Not yet")),
        Space(4),
        SignLines(("Accountable leader, date", "Level above, date", "For the practitioners, date")),
        Space(4),
        Paragraph(STATEMENT, "small"),
    )


def _summary(template: Template, plan: Plan, review: Review, today: date) -> list[Block]:
    goal = plan.answer("GOAL-01").parts.get("in_12_months")
    goal_words = str(goal) if goal and goal not in ("no", "not sure") else "No goal is written yet."
    rows = [
        (
            template.areas[key].title,
            state_words(area),
            f"{area.answered} of {area.asked}",
            _flags(area.flags),
        )
        for key, area in review.areas.items()
    ]
    serious = [
        f"{flag.says} ({flag.item})" for flag in review.flags[:3] if flag.severity == "red"
    ] or ["No red flag is up."]
    coming = [f"{short_date(day)}: {what}" for day, what in next_dates(template, plan, today)[:3]]
    return [
        Heading(1, "Summary", starts_page=True),
        Paragraph("In 12 months", "strong"),
        Paragraph(goal_words, "lead"),
        Heading(2, "The five areas"),
        Table(("Area", "State", "Answered", "Flags"), tuple(rows), (0.38, 0.22, 0.16, 0.24)),
        Paragraph(
            "An area is as good as its worst question. Counts are counts of answers.", "small"
        ),
        Heading(2, "Most serious"),
        Bullets(tuple(serious)),
        Heading(2, "Next dates"),
        Bullets(tuple(coming) or ("No date from today on.",)),
    ]


def _flags(flags: tuple[object, ...]) -> str:
    red = sum(getattr(flag, "severity", "") == "red" for flag in flags)
    amber = len(flags) - red
    return (
        ", ".join([*([f"! {red} red"] if red else []), *([f"^ {amber} amber"] if amber else [])])
        or "none"
    )


def _practice(template: Template, cited: Citations) -> list[Block]:
    practice = template.practice
    blocks: list[Block] = [Paragraph(f"{practice.about} {cited.marks(practice.sources)}".strip())]
    if practice.components:
        blocks += [Heading(2, "Core components"), Bullets(practice.components)]
    if practice.criteria:
        blocks += [Heading(2, "For whom"), Paragraph(practice.criteria)]
    return blocks


def _dates(template: Template, plan: Plan) -> list[Block]:
    days = all_dates(template, plan)
    if not days:
        return [Heading(1, "Dates"), Paragraph("No date is set yet.")]
    rows = tuple((short_date(day), what) for day, what in days)
    return [Heading(1, "Dates"), Table(("Date", "What"), rows, (0.25, 0.75))]
