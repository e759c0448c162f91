"""What is told about an action: its state, who does it, by when, and what is still missing."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.describe.detail import Detail, with_text
from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.tables import ACTIONS, DONE, DROPPED, OPEN
from readiness.domain.rules.review import Review
from readiness.domain.schedule.actions import Action, actions_for, proposal
from readiness.i18n.language import N_, Words, _
from readiness.i18n.words import date_words

SIGNS = {OPEN: "[ ]", DONE: "[x]", DROPPED: "[-]"}
"""The signs of an action's state."""

STATES = Words({OPEN: N_("to do"), DONE: N_("done"), DROPPED: N_("dropped")})
"""What the states of an action are called."""

FIELDS = ("name", "actor", "when", "action", "target", "dose", "outcome", "justification")
"""The fields of an action in the order in which they are told."""


def owner_words(one: Action) -> str:
    """Who does it, or that nobody does yet."""
    return one.actor or _("nobody yet")


def due_words(one: Action) -> str:
    """By which day, or that there is none yet."""
    return date_words(one.when) if one.when else _("no date yet")


def state_words(one: Action) -> str:
    """Whether it is to do; when it was done; why it was dropped."""
    if one.state == DONE and one.done_on:
        return _("done on {day}").format(day=date_words(one.done_on))
    if one.state == DROPPED:
        return _("dropped: {reason}").format(reason=one.reason or _("no reason given"))
    return STATES[one.state]


def missing_words(one: Action) -> str:
    """The fields that an action still to do lacks, none of which are demanded; else empty."""
    return ", ".join(one.missing).lower() if one.state == OPEN else ""


def action_words(one: Action) -> str:
    """An action in one line: its state, what, who, when."""
    return f"{STATES[one.state]}: {one.title} ({owner_words(one)}, {due_words(one)})"


def action_sentences(one: Action) -> str:
    """An action in sentences: its state, what, who, when, and which fields it still lacks."""
    lacks, words = missing_words(one), _("Missing: {what}.")
    return f"{action_words(one)}.{f' {words.format(what=lacks)}' if lacks else ''}"


def action_details(one: Action, template: Template) -> list[Detail]:
    """An action at length."""
    item = template.items.get(one.item)
    said = {name: str(getattr(one, name) or "") for name in FIELDS}
    said["when"] = date_words(one.when) if one.when else ""
    return with_text(
        [
            Detail("", f"{SIGNS[one.state]} {state_words(one)}"),
            Detail(_("Missing"), missing_words(one)),
            *(Detail(ACTIONS.parts[name].label, said[name]) for name in FIELDS),
            Detail(_("Question"), f"{one.item} {item.question}" if item else ""),
        ]
    )


def proposal_details(item: str, template: Template, state: Review) -> list[Detail]:
    """What would be adopted for a question; who, when and how much are the service's to say."""
    fields = proposal(item, template, state)
    return [
        *(
            Detail(part.label, str(fields[name]))
            for name, part in ACTIONS.parts.items()
            if name in fields and name not in ("item", "from")
        ),
        Detail(_("Question"), f"{item} {template.items[item].question}"),
    ]


def actions_about(item: str, plan: Plan) -> Iterator[str]:
    """The actions for a question, a line each."""
    for one in actions_for(plan, item):
        yield f"{SIGNS[one.state]} {action_words(one)}"
