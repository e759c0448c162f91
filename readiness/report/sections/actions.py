"""The action plan, in the fields that published plans usually lack."""

from __future__ import annotations

from readiness.core.said.sheets import DONE, DROPPED
from readiness.core.schedule.actions import Action, actions_of, gaps
from readiness.core.wording.words import date_words
from readiness.report.document import Block, Bullets, Heading, Paragraph, Table, Words
from readiness.report.matter import Matter

MOST_GAPS = 6
"""Gaps without an action that are listed; the rest are counted."""

FIELDS = (
    "Each action says who does what, aimed at whom, by when, how much, what it should change, and "
    "why (Proctor and others 2013)."
)


MOST_IN_BRIEF = 6
"""Actions, and gaps without one, that stand in the brief."""


def action_blocks(matter: Matter, *, is_brief: bool = False) -> list[Block]:
    """What will be done, and which gaps nobody has taken up."""
    actions = actions_of(matter.plan)
    most = MOST_IN_BRIEF if is_brief else MOST_GAPS
    blocks: list[Block] = [Heading(1, "Action plan"), Paragraph(FIELDS, "small")]
    if actions:
        shown = actions[:most] if is_brief else actions
        rows = tuple(_row(action) for action in shown)
        header = ("Action", "What is done, by whom", "When, how much", "Aimed at", "Why", "State")
        widths = (0.14, 0.26, 0.15, 0.13, 0.21, 0.11)
        blocks.append(Table(header, rows, widths, "The actions, by date", is_dense=True))
        if len(actions) > len(shown):
            words = f"and {len(actions) - len(shown)} more actions, see the whole document."
            blocks.append(Paragraph(words, "small"))
    else:
        blocks.append(Paragraph("No action is adopted yet."))
    left = gaps(matter.plan, matter.review)
    if left:
        items = matter.template.items
        said = [f"{key} {items[key].short}: {_todo(key, matter)}" for key in left[:most]]
        more, where = len(left) - most, "the whole document" if is_brief else "the appendix"
        said += [f"and {more} more, see {where}"] if more > 0 else []
        blocks += [Heading(2, "Gaps without an action"), Bullets(tuple(said))]
    return blocks


def _todo(key: str, matter: Matter) -> str:
    flag = matter.review.items[key].flag
    return " ".join((flag.action if flag else matter.template.items[key].if_not).split())


def _row(action: Action) -> tuple[Words, ...]:
    what = action.action or "What: not set"
    when = date_words(action.when) if action.when else "When: not set"
    aim = f"{action.target or 'Target: not set'}\nto change: {action.outcome or 'not set'}"
    why = f"{action.item}: {action.justification}" if action.justification else action.item
    return (
        action.title,
        f"{what}\nWho: {action.actor or 'nobody yet'}",
        f"{when}\n{action.dose or 'How much: not set'}",
        aim,
        why or "not set",
        _state(action),
    )


def _state(action: Action) -> str:
    if action.state == DONE:
        return f"done {date_words(action.done_on)}" if action.done_on else "done"
    if action.state == DROPPED:
        return f"dropped: {action.reason or 'no reason given'}"
    return "to do"
