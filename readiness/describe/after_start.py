"""What is told of a plan after its start, for all who show it: due, on plan or off, kept or not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from readiness.describe.flag import acceptance_words
from readiness.domain.checklist.template import Template
from readiness.domain.followup.balance import balance_of, doubts
from readiness.domain.followup.case import SIGNS, STATES, Case, Standing, last_of
from readiness.domain.followup.due import STATES as DUE_STATES
from readiness.domain.followup.due import Due
from readiness.domain.followup.promises import OUTCOMES, Promise
from readiness.domain.kinds.value import InvalidValue
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.tables import TABLES
from readiness.domain.schedule.actions import cited_words
from readiness.i18n.language import _, n_
from readiness.i18n.words import date_words, month_and_year

WEEK, FEW_DAYS = 7, 14
"""Days from which a time is told in weeks."""


def not_begun() -> str:
    """Why nothing is recorded or due yet."""
    return _("The first day with patients has not come.")


def begun_line(case: Case) -> str:
    """How far a plan is after its start."""
    month = month_told(case.start, case.today, case.plan.months)
    return _("After the start: {month}").format(month=month)


def not_recorded(typed: InvalidValue) -> str:
    """Why what was typed is no record, and what to do."""
    words = _("Nothing was recorded: {why}; {todo}.")
    return words.format(why=typed.why, todo=typed.todo)


def late_words(days: int) -> str:
    """How long ago something was due, or how long it is until then: 6 days, 5 weeks."""
    count = abs(days)
    if count < FEW_DAYS:
        return n_("{n} day", "{n} days", count).format(n=count)
    weeks = round(count / WEEK)
    return n_("{n} week", "{n} weeks", weeks).format(n=weeks)


def due_line(due: Due, many: int = 1) -> str:
    """Something due, with how late it is or when: one line."""
    more = _(" (and {n} earlier)").format(n=many - 1) if many > 1 else ""
    if due.kind == "leaver":
        return f"{due.what}."
    if due.state == "late":
        return _("{what}: {time} late{more}.").format(
            what=due.what, time=late_words(due.days), more=more
        )
    if due.state == "now":
        return _("{what}: now.").format(what=due.what)
    if due.state == "suggested":
        words = _("{what}, {date}: nobody chose this date.")
        return words.format(what=due.what, date=date_words(due.day))
    return _("{name}: {said}.").format(name=due.what, said=date_words(due.day))


def due_head(due: Due) -> str:
    """What stands before what is due: late, now, soon, or suggested."""
    return DUE_STATES[due.state]


def standing_line(one: Standing) -> str:
    """Where a plan stands on one thing: its name, the state in words, and the sentence."""
    said = f" {one.says}" if one.says else ""
    if one.state == "on plan" or (one.is_off_plan and one.says):
        return f"{one.short}:{said}" if one.says else f"{one.short}: {STATES[one.state]}."
    return f"{one.short}: {STATES[one.state]}.{said}"


def standing_sign(one: Standing) -> str:
    """One character for where a plan stands; colour is never needed to tell."""
    return SIGNS[one.state]


def standing_details(one: Standing, template: Template) -> Iterator[str]:
    """Why it matters, its source, what to do, and who answers for it, a sentence or two each."""
    if not one.is_off_plan:
        return
    yield one.why
    if one.sources:
        yield _("Source: {sources}.").format(sources=cited_words(one.sources, template))
    yield from (_("Our default: {words}.").format(words=words) for words in one.defaults)
    yield from standing_answers(one)


def standing_answers(one: Standing) -> Iterator[str]:
    """What to do about what is off plan, whether that is begun, and who answers for it instead."""
    yield _("What to do: {action}").format(action=one.action)
    if one.answered_by:
        yield _("Action {entry} is about it.").format(entry=one.answered_by)
    if one.acceptance is not None and one.acceptance.still_holds:
        yield acceptance_words(one.acceptance)


def promise_line(one: Promise) -> str:
    """What was promised on the first day, and what became of it."""
    if one.outcome == "dropped":
        words = _("{what}: {planned} was planned on the first day, and is no more.")
        return words.format(what=one.what, planned=one.planned)
    if one.planned == one.now:
        words = _("{what}: {planned}, {outcome}.")
        return words.format(what=one.what, planned=one.planned, outcome=OUTCOMES[one.outcome])
    words = _("{what}: {planned} became {now}, {outcome}.")
    return words.format(
        what=one.what, planned=one.planned, now=one.now, outcome=OUTCOMES[one.outcome]
    )


def entry_words(table: str, entry: str) -> str:
    """What an entry is called: its day or month in words, else its number."""
    key = TABLES[table].key
    if key == "month" and TABLES[table].takes(entry):
        return month_and_year(last_of(entry))
    if key == "day" and TABLES[table].takes(entry):
        return date_words(date.fromisoformat(entry))
    return entry


def fit_words(plan: Plan, table: str, entry: str) -> Iterator[str]:
    """What is said beside a record while it is filled in: how its counts fit the months before."""
    if table == "monthly":
        yield _("Empty: not counted. 0: none.")
        balance = balance_of(plan, entry)
        if balance is not None and balance.fits:
            yield _("Active: {sum}.").format(sum=balance.words)
    yield from doubts(plan, table, entry)


def month_told(plan_start: date, today: date, months: int) -> str:
    """Which month after the start it is: month 8 of 12."""
    number = (today.year - plan_start.year) * 12 + today.month - plan_start.month
    number += 0 if today.day < plan_start.day else 1
    if number > months:
        return _("month {n}, after the {months} planned").format(n=number, months=months)
    return _("month {n} of {months}").format(n=max(number, 1), months=months)
