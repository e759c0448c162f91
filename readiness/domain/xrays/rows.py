"""X-rays of the plan's own tables: actions, accepted flags, closures, absences."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.tables import DONE, DROPPED, date_of, settled_of, spans_of, text_of
from readiness.domain.schedule.actions import Action, actions_of
from readiness.domain.xrays.finding import CheckContext, Finding, Gravity
from readiness.i18n.language import _

FEW_WEEKS = 3
"""Closures that make fewer weeks a year than this hardly hold the holidays; our default."""

DAYS_A_YEAR = 365.25


def sheet_findings(case: CheckContext) -> Iterator[Finding]:
    """Everything that is missing or does not fit in the plan's own tables."""
    for action in actions_of(case.plan):
        yield from _action(action, case)
    yield from _accepted(case)
    yield from _spans(case)
    yield from _closures(case)


def _action(action: Action, case: CheckContext) -> Iterator[Finding]:
    name = _("\u201c{title}\u201d").format(title=action.title)

    def found(id_: str, says: str, todo: str, part: str, *, is_remark: bool = False) -> Finding:
        gravity: Gravity = "remark" if is_remark else "warning"
        ref = case.entry("actions", action.key, part, action.item)
        values = {"action": name, "date": action.when, "item": action.item}
        return case.finding(id_, gravity, says, todo, ref, **values)

    if action.state == DROPPED:
        if not action.reason:
            says = _("{action} was dropped without a reason.")
            yield found("dropped-without-reason", says, _("Write why."), "reason", is_remark=True)
        return
    if action.state == DONE:
        return
    if not action.actor:
        says = _("{action} has nobody who does it.")
        yield found("action-without-owner", says, _("Name one."), "actor")
    if action.when is None:
        yield found("action-without-date", _("{action} has no date."), _("Set a date."), "when")
    elif action.when < case.today:
        says = _("{action} was due on {date}.")
        yield found("action-overdue", says, _("Mark it as done, or set a new date."), "when")
    state = case.review.items.get(action.item)
    if state is not None and state.status == "ready" and state.flag is None:
        says = _("{action} is still to do, and its question {item} is ready.")
        yield found("action-perhaps-done", says, _("Is it done?"), "state", is_remark=True)


def _accepted(case: CheckContext) -> Iterator[Finding]:
    up = {flag.id: flag for flag in case.review.flags}
    for key, fields in case.plan.accepted.items():
        ref = case.entry("accepted", key, "", key[:-1])
        if not settled_of(fields, "reason") or not settled_of(fields, "by"):
            says = _("{flag} is marked as accepted without a name or without a reason.")
            todo = _("Write who accepts it and why; until then it counts as not accepted.")
            yield Finding("accepted-by-nobody", "warning", says.format(flag=key), todo, ref)
        elif key[:-1] in case.template.follow_up.rules:
            continue  # it is not among these flags
        elif key not in up:
            says = _("{flag} was accepted, and the flag is no longer up.").format(flag=key)
            todo = _("Nothing has to be done; the entry can be taken out.")
            yield Finding("accepted-and-gone", "remark", says, todo, ref)
        elif not up[key].is_accepted:
            says = _("{flag} was accepted when it said something else.").format(flag=key)
            yield Finding("accepted-before", "warning", says, _("Look at it again."), ref)


def _spans(case: CheckContext) -> Iterator[Finding]:
    for table in ("closures", "absences"):
        for key, fields in case.plan.entries(table).items():
            first, last = date_of(fields, "from"), date_of(fields, "until")
            ref = FieldRef(table=table, entry=key, part="until")
            if first is not None and last is not None and last < first:
                says = _("It ends on {last}, before it begins on {first}.")
                todo, days = _("Correct a date."), {"first": first, "last": last}
                yield case.finding("ends-before-it-begins", "error", says, todo, ref, **days)
            elif first is None or last is None:
                says = _(
                    "A time without sessions lacks its first or its last day, so it is not used."
                )
                yield Finding("span-without-days", "warning", says, _("Set both days."), ref)
            who = text_of(fields, "who")
            if table == "absences" and who not in case.plan.people:
                says = _("An absence is of somebody who is not in the list of practitioners.")
                yield Finding("absence-of-nobody", "warning", says, _("Write who it is."), ref)


def _closures(case: CheckContext) -> Iterator[Finding]:
    spans, start, end = spans_of(case.plan.closures), case.plan.start, case.day("end")
    if not spans or start is None or end is None or end <= start:
        return
    length = (end - start).days
    closed = {
        day
        for span in spans
        for day in range(
            max((span.first - start).days, 0), min((span.last - start).days + 1, length)
        )
    }
    weeks = len(closed) / 7 * DAYS_A_YEAR / length
    if weeks < FEW_WEEKS:
        says = _("The closures make about {n} weeks a year; holidays are usually more.")
        todo = _("Add the holidays. The usual ones no longer count once the plan names its own.")
        ref = FieldRef(table="closures")
        yield case.finding("few-closures", "remark", says, todo, ref, n=weeks)
