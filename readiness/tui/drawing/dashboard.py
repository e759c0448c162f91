"""What the panels of the map show: hours, patients, actions and the time ahead at a glance."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.content import Content

from readiness.describe.area import because
from readiness.describe.charts import goal_told
from readiness.describe.hours import short_at_worst_told
from readiness.describe.patients import stages_told
from readiness.describe.state import SHORT, State, state_of, state_of_flag
from readiness.describe.timeline import lanes_of, no_timeline, span_of
from readiness.describe.verdict import action_of_flag, amber, open_red, verdict
from readiness.domain.capacity.ledger import Ledger, PersonWeeks
from readiness.domain.patients.funnel import funnel_of
from readiness.domain.patients.funnel_words import whole_patients
from readiness.domain.plan.tables import DONE, OPEN
from readiness.domain.rules.flags import Flag
from readiness.domain.schedule.actions import actions_of
from readiness.domain.schedule.calendar import Event, events_of, next_events
from readiness.i18n.language import _
from readiness.i18n.words import short_date
from readiness.tui.characters import Characters
from readiness.tui.commands import command_key
from readiness.tui.drawing.bars import Likely, bars_drawn, goal_bars, hour_bars
from readiness.tui.drawing.columns import LEFT, chart_drawn, columns_of
from readiness.tui.drawing.lanes import lanes_drawn
from readiness.tui.line_text import cut, joined, plain, wrapped
from readiness.tui.states import ink_of, square
from readiness.tui.view import View
from readiness.tui.widgets.drawing import Draw

MUTED = "$text-muted"

CHART_ROWS = 6
"""Rows of the chart of hours on the map at most."""


def verdict_line(view: View, today: date, width: int) -> Content:
    """How the plan stands in one counted sentence, and how far hours and people reach."""
    state = view.review
    ink = ink_of("red" if open_red(state) else "amber" if amber(state) else "ready")
    said = plain(f"{verdict(view.plan, state, today)}.", f"bold {ink}")
    more = reach_told(view)
    both = joined(said, " ", plain(more, MUTED))
    if said.cell_length > width:  # the head says when it starts
        short = verdict(view.plan.model_copy(update={"start": None}), state, today)
        return plain(f"{short}.", f"bold {ink}")
    return both if more and both.cell_length <= width else said


def reach_told(view: View) -> str:
    """The goal beside what hours and people allow; empty where one of them is not known."""
    goal = view.review.facts.inputs.number("goal_patients")
    ledger = view.review.facts.ledger
    if goal is None or ledger is None or ledger.completing is None:
        return ""
    allowed = whole_patients(ledger.completing.middle)
    told = goal_told(goal, _("Hours and people allow"), allowed)
    return f"{told}."


def flag_lines(flag: Flag, view: View, width: int, *, is_wide: bool) -> Content:
    """A flag with its sign, and what is done about it."""
    done = _done_about(flag, view)
    says = " ".join(flag.says.split())
    if is_wide:
        rows = wrapped(says, width - 2)
        words = joined("\n  ".join(rows), "\n  ", done)
        return joined(square(state_of_flag(flag)), words)
    room = width - 3 - done.cell_length
    first, *rest = wrapped(says, room)
    head = joined(square(state_of_flag(flag)), first)
    gap = " " * max(width - head.cell_length - done.cell_length, 1)
    return joined(head, gap, done, *(f"\n  {row}" for row in rest))


def _done_about(flag: Flag, view: View) -> Content:
    if flag.is_accepted:
        return plain(SHORT["accepted"])
    action = action_of_flag(flag, view.plan)
    if action is None:
        return plain(_("no action yet"))
    if action.state == DONE:
        return plain(_("done"))
    if action.when is None:
        return plain(_("no date"), "bold")
    return plain(short_date(action.when))


def area_told(area: str, view: View) -> Content:
    """Why an area is not ready, and each of its questions with its state."""
    state = view.review.items
    asked = [(key, one) for key, one in view.template.items_of(area) if state[key].counts]
    rows = [joined(square(state_of(state[key])), f"{key}  {one.short}") for key, one in asked]
    why = plain(because(area, view.template, view.review), "bold")
    return Content("\n").join([why, Content(""), *rows])


def hours_drawn(view: View, width: int, chars: Characters, rows: int = CHART_ROWS) -> list[Content]:
    """The hours of whoever is worst off week by week, and of the others in words."""
    ledger = view.review.facts.ledger
    if ledger is None:
        words = _("Not reckoned yet: {key} says why.").format(key=command_key("page('hours')"))
        return [plain(row, MUTED) for row in wrapped(words, width)]
    bars = hour_bars(view.review.facts.people)
    short = [one for one in ledger.people if ledger.short_weeks(one.who)]
    shown = short[0] if short else ledger.people[0]
    lines = [*person_drawn(shown, ledger, width, rows, chars)]
    if rows > CHART_ROWS:
        lines += [Content(""), *bars_drawn(bars, width, chars)]
    return lines


def person_drawn(
    person: PersonWeeks, ledger: Ledger, width: int, rows: int, chars: Characters
) -> Iterator[Content]:
    """The finding about one practitioner's hours, the chart of the weeks, and what it means."""
    columns = columns_of(person, ledger, width - LEFT)
    if not columns:
        return
    short = short_at_worst_told(ledger, person)
    if short:
        yield plain(short, f"bold {ink_of('red')}")
    else:
        yield plain(_("{who}: the hours suffice").format(who=person.who), "bold")
    yield from chart_drawn(columns, rows, chars)


def patients_drawn(view: View, width: int, chars: Characters) -> list[Content]:
    """The goal, and how many complete by the patients who fit and by the hours there are."""
    facts, plan = view.review.facts, view.plan
    funnel = funnel_of(plan, view.template)
    end = funnel.stage("complete") if funnel else None
    patients = Likely(_("patients"), *((end.middle, end.low, end.high) if end else (None,)))
    done = facts.ledger.completing if facts.ledger else None
    hours = Likely(_("hours"), *((done.middle, done.low, done.high) if done else (None,)))
    return goal_bars(facts.inputs.number("goal_patients"), [patients, hours], width, chars)


def funnel_told(view: View, width: int) -> list[Content]:
    """From those who fit to those who complete, in words."""
    funnel = funnel_of(view.plan, view.template)
    wanted = view.review.facts.of("patients_planned")
    if funnel is None:
        return [plain(row, MUTED) for row in wrapped(_("Nobody has counted who fits yet."), width)]
    words = stages_told(funnel, wanted if isinstance(wanted, int | float) else None)
    return [plain(row, MUTED) for row in wrapped(words, width)]


def bare_flags(view: View) -> list[Flag]:
    """The flags about which nothing is done and for which nobody answers, gravest first."""
    flags = view.review.flags
    return [one for one in flags if not one.is_accepted and not action_of_flag(one, view.plan)]


def bare_drawn(flags: list[Flag]) -> Draw:
    """Flags with their signs, each on as many rows as its sentence takes."""

    def draw(width: int) -> Iterator[Content]:
        for one in flags:
            first, *rest = wrapped(" ".join(one.says.split()), width - 2)
            yield joined(square(state_of_flag(one)), first)
            yield from (plain(f"  {row}") for row in rest)
        if not flags:
            yield plain(_("Something is done about every flag that is up."), "$text-muted")

    return lambda width: [*draw(width)]


def actions_drawn(view: View, today: date, width: int, rows: int) -> list[Content]:
    """How many actions are open, done and missing; those to do; the next dates."""
    every, bare = actions_of(view.plan), len(bare_flags(view))
    to_do = [one for one in every if one.state == OPEN]
    done = sum(one.state == DONE for one in every)
    head = _("open {open}  done {done}  flags without {bare}").format(
        open=len(to_do), done=done, bare=bare
    )
    lines = [plain(head)]
    for one in to_do[: max((rows - 2) // 2, 1)]:
        when = short_date(one.when).rsplit(" ", 1)[0] if one.when else _("no date")
        style = "bold" if one.when else f"bold {ink_of('amber')}"
        lines.append(_dated(when, one.title, style, width))
    lines.append(Content(""))
    lines += dates_drawn(coming(view, today)[: rows - len(lines)], width)
    return lines[:rows]


def coming(view: View, today: date) -> list[Event]:
    """The dates from today on."""
    return next_events(events_of(view.plan, view.template), today)


def dates_drawn(events: list[Event], width: int) -> list[Content]:
    """Dates, one a line."""
    days = ((short_date(one.day).rsplit(" ", 1)[0], one.words) for one in events)
    return [_dated(day, words, MUTED, width) for day, words in days]


def _dated(when: str, what: str, style: str, width: int) -> Content:
    head = f"{when:>8}  "
    return joined(plain(head, style), cut(what, width - len(head)))


def timeline_drawn(view: View, today: date, width: int, chars: Characters) -> list[Content]:
    """From today to the decision, in lanes."""
    lanes = lanes_of(view.plan, view.template, view.review)
    if not lanes:
        words = f"{no_timeline()} ({command_key('details')})"
        return [plain(row, MUTED) for row in wrapped(words, width)]
    first, last = span_of(lanes, today)
    return [*lanes_drawn(lanes, first, last, width, chars)]


LEGEND: tuple[State, ...] = ("red", "amber", "open", "unanswered", "partly", "accepted", "ready")
"""The states that the key under the areas names."""


def legend_of_states() -> Content:
    """The squares with their words."""
    pieces = [joined(square(state), plain(f"{SHORT[state]}  ", MUTED)) for state in LEGEND]
    return joined(*pieces)
