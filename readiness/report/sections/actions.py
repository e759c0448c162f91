"""The action plan, in the fields that published plans usually lack."""

from __future__ import annotations

from readiness.core.actions import Action, actions_of, gaps
from readiness.core.sheets import DONE, DROPPED
from readiness.core.words import date_words
from readiness.report.document import Block, Bullets, Heading, Paragraph, Table, Words
from readiness.report.matter import Matter

MOST_GAPS = 8
"""Gaps without an action that are listed; the rest are counted."""

FIELDS = (
    "Each action says who does what, aimed at whom, by when, how much, what it should change, and "
    "why (Proctor and others 2013)."
)


def action_blocks(matter: Matter) -> list[Block]:
    """What will be done, and which gaps nobody has taken up."""
    actions = actions_of(matter.plan)
    blocks: list[Block] = [Heading(1, "Action plan", starts_page=True), Paragraph(FIELDS, "small")]
    if actions:
        rows = tuple(_row(action) for action in actions)
        header = ("Action", "Who, aimed at", "By when, how much", "Should change", "Why", "State")
        widths = (0.25, 0.16, 0.15, 0.12, 0.21, 0.11)
        blocks.append(Table(header, rows, widths, "The actions, by date"))
    else:
        blocks.append(Paragraph("No action is adopted yet."))
    left = gaps(matter.plan, matter.review)
    if left:
        items = matter.template.items
        said = [f"{key} {items[key].short}: {_todo(key, matter)}" for key in left[:MOST_GAPS]]
        more = len(left) - MOST_GAPS
        said += [f"and {more} more, see the appendix"] if more > 0 else []
        blocks += [Heading(2, "Gaps without an action"), Bullets(tuple(said))]
    return blocks


def _todo(key: str, matter: Matter) -> str:
    flag = matter.review.items[key].flag
    return " ".join((flag.action if flag else matter.template.items[key].if_not).split())


def _row(action: Action) -> tuple[Words, ...]:
    what = f"{action.name}\n{action.action}" if action.name and action.action else action.title
    who = "\n".join(filter(None, [action.actor or "Who: nobody yet", action.target]))
    when = date_words(action.when) if action.when else "When: not set"
    dose = action.dose or "How much: not set"
    why = f"{action.item}: {action.justification}" if action.item else action.justification
    return (
        what,
        who,
        f"{when}\n{dose}",
        action.outcome or "not set",
        why or "not set",
        _state(action),
    )


def _state(action: Action) -> str:
    if action.state == DONE:
        return f"done {date_words(action.done_on)}" if action.done_on else "done"
    if action.state == DROPPED:
        return f"dropped: {action.reason or 'no reason given'}"
    return "to do"
