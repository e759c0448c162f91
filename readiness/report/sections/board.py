"""The board page: may we start, what is asked, what it takes, and what is done by whom and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from readiness.describe.board import Matter, matters, next_kinds, requests_of, takes_told, unknowns
from readiness.describe.charts import answers_told, goal_told
from readiness.describe.state import SHORT, squares, state_counts
from readiness.describe.verdict import progress_told, verdict
from readiness.i18n.language import _, n_
from readiness.i18n.numerals import count_words
from readiness.i18n.words import (
    date_words,
    days_words,
    first_down,
    first_up,
    listed,
    number_words,
    short_date,
)
from readiness.report.charts.chart import Bar, Bars, SquareRow, Squares
from readiness.report.context import ReportContext
from readiness.report.document import (
    Block,
    Bullets,
    Callout,
    Figure,
    Heading,
    Pair,
    Paragraph,
    Run,
    Table,
    Words,
)
from readiness.report.rows import part
from readiness.report.sections.flags import flag_chip, when_words, who_words

MOST_MATTERS, MOST_DATES = 4, 6
"""Rows of what is to be settled (open red flags always stand there), and kinds of dates."""

LEAST_UNKNOWNS, MOST_UNKNOWNS = 3, 6
"""From how many on what is not known is a list of its own, and how many have a line each."""


def board_blocks(context: ReportContext) -> list[Block]:
    """The page that a board reads alone."""
    plan, state = context.plan, context.review
    blocks: list[Block] = [
        part(verdict(plan, state, context.today), "board", _("For the board"), joins=False),
        Paragraph(progress_told(plan, state) or _("Nothing is flagged.")),
        Pair((*_asked(context),), (_takes(context),)),
        *goal_blocks(context),
        *_matters(context),
        *_unknowns(context),
        squares_figure(context),
        *_dates(context),
    ]
    return blocks


def _asked(context: ReportContext) -> list[Block]:
    found = requests_of(context.plan, context.template, context.review)
    items = tuple((Run(f"{one.verb} ", strong=True), Run(one.what)) for one in found)
    note = _("Drafted from the answers; the leader has not yet edited it.")
    return [
        Heading(2, _("The board is asked to")),
        Bullets(items, numbered=True),
        *([] if context.plan.requests.strip() else [Paragraph(note, "small")]),
    ]


def _takes(context: ReportContext) -> Callout:
    found = takes_told(context.plan, context.template, context.review, context.count)
    return Callout(_("What it takes"), tuple((label, words) for label, words in found))


def goal_blocks(context: ReportContext) -> list[Block]:
    """The goal beside what patients and hours allow; nothing without a goal in numbers."""
    goal = context.answer("GOAL-01").parts.get("patients")
    if not isinstance(goal, int | float) or context.is_small(goal):
        return []
    bars = [
        Bar(
            _("The goal"),
            float(goal),
            _("{n} have completed").format(n=number_words(goal)),
            is_goal=True,
        )
    ]
    found = _allowed(context, float(goal))
    if not found or any(context.is_small(bar.value) for bar in found):
        return []
    least = min(found, key=lambda bar: bar.value)
    title = goal_told(float(goal), least.label, least.value)
    said = "; ".join(f"{bar.label.lower()} {bar.note}" for bar in found)
    alt = _("The goal is {goal}; {said}.").format(goal=number_words(goal), said=said)
    start = context.review.facts.of("end")
    end = date_words(start) if hasattr(start, "year") else ""  # type: ignore[arg-type]
    note = _("Patients who complete the programme by {day}. Bracket: from low to high.")
    chart = Bars((*bars, *found), _("patients"), goal=float(goal), goal_name=_("goal"))
    return [Figure(title, alt, chart, note.format(day=end) if end else "")]


def _allowed(context: ReportContext, goal: float) -> list[Bar]:
    """What patients, and hours and people, allow to complete."""
    from readiness.domain.patients.funnel import funnel_of
    from readiness.domain.patients.funnel_words import whole_patients

    facts, found = context.review.facts, []
    funnel = funnel_of(context.plan, context.template)
    done = next((one for one in funnel.stages if one.name == "complete"), None) if funnel else None
    ranges = []
    if done is not None:
        ranges.append((_("Patients allow"), done.low, done.middle, done.high))
    completing = facts.ledger.completing if facts.ledger is not None else None
    if completing is not None:
        low, middle, high = completing.low, completing.middle, completing.high
        ranges.append((_("Hours and people allow"), low, middle, high))
    for label, low, middle, high in ranges:
        value, missing = float(whole_patients(middle)), max(0.0, goal - whole_patients(middle))
        words = _("{n} missing").format(n=number_words(missing)) if missing else ""
        found.append(
            Bar(
                label,
                value,
                context.span(low, middle, high),
                missing,
                low=float(whole_patients(low)),
                high=float(whole_patients(high)),
                words=words,
            )
        )
    return found


def _matters(context: ReportContext) -> list[Block]:
    found = matters(context.plan, context.review, MOST_MATTERS)
    if not found:
        return []
    rows = tuple(
        (
            flag_chip(one.flag),
            (Run(context.says(one.flag), strong=True),),
            _done(one),
            *_owner(one),
        )
        for one in found
    )
    words = n_(
        "{N} thing to settle before the start", "{N} things to settle before the start", len(rows)
    )
    number = count_words(len(rows))
    title = words.format(N=first_up(number))
    header = (
        _("State"),
        _("What is not in place"),
        _("What is done about it"),
        _("Who"),
        _("By when"),
    )
    table = Table(header, rows, (0.15, 0.31, 0.3, 0.12, 0.12), title, has_row_heads=False)
    return [Heading(2, title), table]


def _unknowns(context: ReportContext) -> list[Block]:
    """What nobody has answered yet and a board needs, with lines for who finds out by when."""
    found = unknowns(context.plan, context.template, context.review)
    if len(found) < LEAST_UNKNOWNS:
        return []
    blank = (Run("", blank=28),)
    rows = tuple((one, blank, blank) for one in found[:MOST_UNKNOWNS])
    title = _("Not known yet")
    header = (title, _("Who finds out"), _("By when"))
    table = Table(header, rows, (0.56, 0.22, 0.22), title, has_row_heads=False)
    rest = found[MOST_UNKNOWNS:]
    more = [Paragraph(_("Also: {rest}.").format(rest=listed(map(first_down, rest))), "small")]
    head = Heading(2, _("Needed for the decision, and not answered yet"))
    return [head, table, *(more if rest else [])]


def _owner(one: Matter) -> tuple[Words, Words]:
    """Who does it by when; of what is accepted and has no action, who accepted it and when."""
    acceptance = one.flag.acceptance
    if one.action is None and one.flag.is_accepted and acceptance is not None:
        return acceptance.by, short_date(acceptance.on) if acceptance.on else ""
    return who_words(one.action), when_words(one.action)


def _done(one: Matter) -> Words:
    if one.action is not None:
        return str(one.action.action or one.action.title)
    acceptance = one.flag.acceptance
    if one.flag.is_accepted and acceptance is not None:
        return _("Accepted: {reason}").format(reason=acceptance.reason)
    return _("Nothing yet")


def squares_figure(context: ReportContext) -> Figure:
    """One square a question, a row an area."""
    rows, said = [], []
    for key in context.review.areas:
        items = [context.review.items[item] for item, _rest in context.template.items_of(key)]
        states = tuple(state for state, _item in squares(items))
        counts = [(SHORT[state], n) for state, n in state_counts(items)]
        words = ", ".join(f"{n} {word}" for word, n in counts if word != SHORT["ready"])
        rows.append(SquareRow(context.template.areas[key].title, states, words))
        every = ", ".join(f"{n} {word}" for word, n in counts)
        said.append(f"{context.template.areas[key].title}: {every}.")
    note = _("A square is a question, the most serious first.")
    return Figure(answers_told(context.review), " ".join(said), Squares(tuple(rows)), note)


def _dates(context: ReportContext) -> list[Block]:
    found = next_kinds(context.events, context.today, MOST_DATES)
    head = Heading(2, _("Next dates"))
    if not found:
        return [head, Paragraph(_("No date lies ahead."))]
    header = tuple(_first_days(days) for days, _what in found)
    cells: tuple[Words, ...] = tuple(what for _days_, what in found)
    widths = tuple(1 / len(found) for _rest in found)
    table = Table(header, (cells,), widths, _("Next dates"), has_row_heads=False, is_dense=True)
    return [head, table]


def _first_days(days: Sequence[date]) -> str:
    """The days of one kind in the first month that has any."""
    return days_words([day for day in days if _month(day) == _month(days[0])])


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month
