"""The action plan: what is agreed, what is proposed with lines to write on, and the timeline.

The timeline goes from today to the decision; only what deviates is labelled.
"""

from __future__ import annotations

from datetime import date, timedelta

from readiness.describe.action import state_words
from readiness.describe.charts import supervision_gap, supervision_unknown, timeline_told
from readiness.describe.state import state_of, state_of_flag
from readiness.describe.timeline import Day, Lane, Span, knows_supervision, lanes_of, no_timeline
from readiness.domain.capacity.closures import closures_of
from readiness.domain.plan.tables import DONE, OPEN
from readiness.domain.rules.flags import Flag
from readiness.domain.schedule.actions import Action, actions_of, gaps
from readiness.i18n.dates import plus_months
from readiness.i18n.language import _, n_
from readiness.i18n.numerals import count_words
from readiness.i18n.words import date_words, ended, first_up, short_date
from readiness.report.charts.chart import Timeline
from readiness.report.context import ReportContext
from readiness.report.document import Block, Figure, Heading, Paragraph, Run, Table, Words, chip
from readiness.report.rows import part
from readiness.report.sections.flags import flag_chip, no_flag, when_words, who_words


def action_blocks(context: ReportContext) -> list[Block]:
    """What will be done, what is proposed and not agreed, and when all of it happens."""
    head = part(_finding(context), "actions", _("Actions"))
    is_clear = not context.review.flags
    return [
        head,
        *([Paragraph(f"{no_flag(context)}.")] if is_clear else []),
        *agreed_blocks(context),
        *_proposed(context),
        *timeline_blocks(context),
    ]


def _bare(context: ReportContext) -> list[Flag]:
    left = set(gaps(context.plan, context.review))
    return [flag for flag in context.review.flags if flag.item in left and not flag.is_accepted]


def _finding(context: ReportContext) -> str:
    found = actions_of(context.plan)
    still = sum(one.state == OPEN for one in found)
    done = sum(one.state == DONE for one in found)
    bare = len(_bare(context))
    if not found:
        said = _("No action is agreed yet")
    else:
        words = n_("{N} action is open, {done} done", "{N} actions are open, {done} done", still)
        said = words.format(N=first_up(count_words(still)), done=count_words(done))
    if not bare:
        return said
    rest = n_("{said}; {n} flag has none", "{said}; {n} flags have none", bare)
    return rest.format(said=said, n=count_words(bare, is_neuter=True))


def agreed_blocks(context: ReportContext, most: int = 0) -> list[Block]:
    """The actions by date; at most so many, and how many more there are."""
    found = actions_of(context.plan)
    if not found:
        return []
    shown = found[:most] if most else found
    header = (_("Closes"), _("What is done, and how much"), _("Who"), _("By when"), _("State"))
    rows = tuple(_row(one, context) for one in shown)
    table = Table(
        header, rows, (0.13, 0.43, 0.12, 0.13, 0.19), _("The actions, by date"), has_row_heads=False
    )
    blocks: list[Block] = [Heading(2, _("Agreed")), table]
    if len(found) > len(shown):
        words = _("and {n} more, in the whole document.")
        blocks.append(Paragraph(words.format(n=len(found) - len(shown)), "small"))
    return blocks


def _row(action: Action, context: ReportContext) -> tuple[Words, ...]:
    what = [Run(f"{ended(action.title)} ", strong=True)]
    if action.action and action.action != action.title:
        what.append(Run(ended(action.action)))
    if action.dose:
        what.append(Run(f" {ended(action.dose)}"))
    if action.state != OPEN and not action.when:
        when: Words = ""
    else:
        when = when_words(action)
    return _closes(action, context), tuple(what), who_words(action), when, _state(action, context)


def _closes(action: Action, context: ReportContext) -> Words:
    state = context.review.items.get(action.item)
    if state is None:
        return ""
    if state.flag is not None:
        return flag_chip(state.flag)
    return (chip(state_of(state)),)


def _state(action: Action, context: ReportContext) -> str:
    """Its state, and that the flag it was to close is still up."""
    state = context.review.items.get(action.item)
    is_up = state is not None and state.flag is not None
    if action.state == DONE and is_up:
        return _("{done}, the flag is still up").format(done=state_words(action))
    return state_words(action)


def _proposed(context: ReportContext) -> list[Block]:
    """What the program proposes for flags that no action is for: to be agreed by hand."""
    blocks: list[Block] = []
    rows = tuple(
        (
            (chip(state_of_flag(flag)),),
            context.says(flag),
            " ".join(flag.action.split()),
            (Run("", blank=17),),
            (Run("", blank=17),),
        )
        for flag in _bare(context)
    )
    if rows:
        header = (
            _("Closes"),
            _("What is not in place"),
            _("Proposed action"),
            _("Who"),
            _("By when"),
        )
        title = _("Proposed: write in who and by when")
        table = Table(
            header, rows, (0.125, 0.345, 0.33, 0.1, 0.1), title, has_row_heads=False, is_dense=True
        )
        blocks += [Heading(2, title), table]
    items = context.review.items
    left = [key for key in gaps(context.plan, context.review) if items[key].flag is None]
    if left:
        words = n_(
            "{N} more answer is not ready: appendix A.",
            "{N} more answers are not ready: appendix A.",
            len(left),
        )
        blocks.append(Paragraph(words.format(N=first_up(count_words(len(left)))), "small"))
    return blocks


def timeline_blocks(context: ReportContext) -> list[Block]:
    """The timeline from today to the decision; a sentence in its place where there is no start."""
    if context.plan.start is None:
        return [Paragraph(no_timeline())]
    return [_figure(context, context.plan.start)]


def _figure(context: ReportContext, start: date) -> Figure:
    end = plus_months(start, context.plan.months)
    shown = lanes_of(
        context.plan, context.template, context.review,
        is_detailed=True, is_shared=context.is_shared,
    )  # fmt: skip
    days = [day.on for lane in shown for day in lane.days]
    first = min([start, *days]) - timedelta(days=7)
    last = max([end, *(day for day in days if day <= end + timedelta(days=120))])
    last += timedelta(days=14)
    kept = tuple(_within(lane, last) for lane in shown)
    spans = closures_of(context.plan, context.template, first, last)
    closed = tuple((max(one.first, first), min(one.last, last)) for one in spans)
    closed = tuple(pair for pair in closed if pair[0] <= pair[1])
    gaps = [span.first for lane in kept for span in lane.spans if span.is_missing]
    late = sum(day.kind == "late" for lane in kept for day in lane.days)
    is_known = knows_supervision(context.template, context.review)
    title = timeline_told(min(gaps, default=None), start, late, is_known=is_known)
    nothing = "" if is_known else f"{first_up(supervision_unknown())}."
    alt = f"{nothing} {_alt(kept, start, end)}".strip()
    return Figure(title, alt, Timeline(first, last, kept, closed, start))


def _within(lane: Lane, last: date) -> Lane:
    days = tuple(day for day in lane.days if day.on <= last)
    return Lane(lane.label, lane.spans, days, lane.is_strong)


def _alt(lanes: tuple[Lane, ...], start: date, end: date) -> str:
    said = []
    for lane in lanes:
        gaps = [span.first for span in lane.spans if span.is_missing]
        if gaps:
            said.append(f"{first_up(supervision_gap(gaps[0], start))}.")
    words = _("The period runs from {start} to {end}.")
    said.append(words.format(start=date_words(start), end=date_words(end)))
    for lane in lanes:
        marks = [*(_span(one) for one in lane.spans if one.last <= start), *map(_day, lane.days)]
        if marks:
            said.append(f"{lane.label}: {', '.join(marks)}.")
    return " ".join(said)


def _span(span: Span) -> str:
    words = _("{first} to {last}")
    return words.format(first=short_date(span.first), last=short_date(span.last))


def _day(day: Day) -> str:
    return f"{short_date(day.on)} ({day.words})" if day.words else short_date(day.on)
