"""What `check` says beyond the flags: hours, patients, X-rays, actions and dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from readiness.cli.output import say, width, wrapped
from readiness.describe.action import action_sentences
from readiness.describe.finding import finding_words, gravity_words
from readiness.describe.summary import hours_told, patients_told
from readiness.i18n.language import _, n_
from readiness.i18n.words import date_words, first_up

if TYPE_CHECKING:
    from readiness.domain.checklist.template import Template
    from readiness.domain.plan.plan import Plan
    from readiness.domain.rules.review import Review
    from readiness.domain.schedule.calendar import Event
    from readiness.domain.xrays.finding import Finding

DATES = 8
"""Dates that are listed for people."""

ROOMY = 50
"""Columns from which dates stand in a column of their own."""


def print_rest(plan: Plan, template: Template, state: Review, today: date) -> None:
    """Print everything beyond the flags in plain lines."""
    _block(first_up(_("hours")), hours_told(plan, template, state))
    _block(_("Patients"), patients_told(plan, template, state))
    _xrays(plan, template, state, today)
    _block(_("Action plan"), _actions(plan, state))
    _dates(plan, template, today)


def _block(title: str, lines: Iterator[str]) -> None:
    found = list(lines)
    if found:
        say(f"\n{title}")
    for line in found:
        say(wrapped(line, "  ", "  "))


def _xrays(plan: Plan, template: Template, state: Review, today: date) -> None:
    from readiness.domain.xrays.findings import xrays

    found = xrays(plan, template, state, today)
    if found:
        say("")
        say(wrapped(_("X-rays: where the plan does not fit itself")))
    for one in found:
        head = f"  {gravity_words(one):<10} "
        say(wrapped(finding_words(one), head, " " * min(13, width() // 4)))


def _actions(plan: Plan, state: Review) -> Iterator[str]:
    from readiness.domain.schedule.actions import actions_of, gaps

    yield from (action_sentences(one) for one in actions_of(plan))
    left = gaps(plan, state)
    if left:
        yield n_(
            "{n} question that is open or flagged has no action yet.",
            "{n} questions that are open or flagged have no action yet.",
            len(left),
        ).format(n=len(left))


def _dates(plan: Plan, template: Template, today: date) -> None:
    from readiness.domain.schedule.calendar import events_of, next_events

    coming = next_events(events_of(plan, template), today)
    if coming:
        say("\n" + _("Next dates"))
    for event in coming[:DATES]:
        day = date_words(event.day)
        if width() < ROOMY:
            say(wrapped(f"{day}: {event.words}", "  ", "    "))
        else:
            say(wrapped(event.words, f"  {day:<18} ", " " * 21))
    if len(coming) > DATES:
        say("  " + _("and {n} more").format(n=len(coming) - DATES))


def rest_as_json(plan: Plan, template: Template, state: Review, today: date) -> dict[str, object]:
    """Everything beyond the flags as `check --json` prints it: hours, patients, dates, actions."""
    from readiness.domain.capacity.scenarios import ways_to_fit
    from readiness.domain.patients.funnel import funnel_of
    from readiness.domain.schedule.actions import actions_of
    from readiness.domain.schedule.calendar import events_of
    from readiness.domain.xrays.findings import xrays

    funnel = funnel_of(plan, template)
    stages = funnel.stages if funnel else ()
    return {
        "facts": {name: _plain(fact) for name, fact in state.facts.plan.items()},
        "people": {
            who: {name: _plain(fact) for name, fact in facts.items()}
            for who, facts in state.facts.people.items()
        },
        "hours": _hours_json(state),
        "ways_to_fit": [way.words for way in ways_to_fit(plan, template)],
        "funnel": [{**vars(stage)} for stage in stages],
        "xrays": [_xray_json(one) for one in xrays(plan, template, state, today)],
        "actions": [
            {**{k: _plain(v) for k, v in vars(one).items()}, "missing": list(one.missing)}
            for one in actions_of(plan)
        ],
        "calendar": [_event_json(event) for event in events_of(plan, template)],
    }


def _hours_json(state: Review) -> list[dict[str, object]]:
    ledger = state.facts.ledger
    if ledger is None:
        return []
    return [
        {
            "week": ledger.number(week),
            "monday": ledger.monday_of(week).isoformat(),
            "closed": week in ledger.closed,
            "needed": round(ledger.needed(week).hours, 2),
            "freed": _rounded(ledger.freed(week)),
            "short": round(ledger.short(week), 2),
        }
        for week in range(ledger.weeks)
    ]


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 2)


def _xray_json(one: Finding) -> dict[str, object]:
    called = {"table": "sheet"}  # as the JSON has called it from the beginning
    where = {called.get(name, name): value for name, value in vars(one.ref).items() if value}
    words = {"id": one.id, "gravity": one.gravity, "says": one.says, "todo": one.todo}
    return {**words, "where": where}


OF_A_DATE = ("day", "what", "kind", "id", "item", "feed", "action", "closure")
"""What is promised of a date, named here so that the calendar can grow without the promise."""


def _event_json(event: Event) -> dict[str, object]:
    return {name: _plain(getattr(event, name)) for name in OF_A_DATE}


def _plain(value: Any) -> object:  # noqa: ANN401 - a fact, a date or a text
    if isinstance(value, date):
        return value.isoformat()
    return round(value, 4) if isinstance(value, float) else value
