"""Leadership and roles: who does what, what is expected, and when people meet."""

from __future__ import annotations

from readiness.core.said.inputs import place_of
from readiness.core.wording.words import date_words
from readiness.report.document import Block, Heading, Paragraph, Table, Words
from readiness.report.matter import Matter

LETTERS = (
    "R does it, A answers for it, C is asked, I is told. The letters are our default and can be "
    "changed in the template."
)
MEETINGS = (
    ("checkin_dates", "Check-ins of leader and practitioners"),
    ("capacity_check_dates", "Checks of the hours"),
    ("feedback_dates", "Results of fidelity reviews"),
    ("results_date", "Results seen by practitioners"),
    ("recheck_dates", "This check redone"),
)
SHOWN = 12


def leadership_blocks(matter: Matter) -> list[Block]:
    """Who leads, who does what, and when they meet."""
    rows: tuple[tuple[Words, ...], ...] = (
        ("Accountable leader", _named(matter, "leader")),
        ("Deputy", _named(matter, "deputy")),
        ("Leader's plans to leave", matter.given("GOAL-03", "leader_leaves")),
        ("Meets practitioners unasked", matter.given("GOAL-06")),
        ("Wanted by the level above", matter.given("GOAL-10", "level_above")),
        ("Wanted by the staff", matter.given("GOAL-10", "staff")),
        ("Expectations in writing", matter.given("GOAL-08")),
    )
    if matter.is_shared:
        rows = (*rows[:2], *rows[4:])
    return [
        Heading(1, "Leadership and roles"),
        Table(("", ""), rows, (0.34, 0.66), "Who leads"),
        *_raci(matter),
        *_obstacles(matter),
        *_meetings(matter),
    ]


def _named(matter: Matter, part: str) -> str:
    return matter.said("GOAL-03", part) or "not named"


def _raci(matter: Matter) -> list[Block]:
    roles, tasks = matter.template.roles, matter.template.tasks
    if not roles or not tasks:
        return []
    rows: tuple[tuple[Words, ...], ...] = tuple(
        (task.label, *(task.letters.get(role, "-") for role in roles)) for task in tasks.values()
    )
    rest = 0.58 / len(roles)
    return [
        Heading(2, "Who does what"),
        Table(
            ("Task", *roles.values()),
            rows,
            (0.42, *(rest for _ in roles)),
            "Responsible, accountable, consulted, informed",
            is_dense=True,
        ),
        Paragraph(LETTERS, "small"),
    ]


def _obstacles(matter: Matter) -> list[Block]:
    place = place_of(matter.template, "obstacle")
    if place is None:
        return []
    parts, rows = matter.template.items[place.item].row_parts, matter.answer(place.item).rows
    head = Heading(2, "Obstacles the leader removes")
    if not rows:
        return [head, Paragraph(f"None is listed yet ({place.item}).")]
    lines = tuple(
        tuple(matter.cell(part, fields.get(name)) for name, part in parts.items())
        for fields in rows.values()
    )
    header = tuple(part.label for part in parts.values())
    return [head, Table(header, lines, (0.52, 0.24, 0.24), "Obstacles with owner and date")]


def _meetings(matter: Matter) -> list[Block]:
    inputs = matter.review.facts.inputs
    rows = []
    for feed, what in MEETINGS:
        days = inputs.dates(feed)
        shown = "; ".join(date_words(day) for day in days[:SHOWN])
        more = f"; and {len(days) - SHOWN} more" if len(days) > SHOWN else ""
        rows.append((what, f"{shown}{more}" or "no date yet"))
    return [
        Heading(2, "Meetings"),
        Table(("", ""), tuple(rows), (0.34, 0.66), "When people meet about it"),
    ]
