"""What was carried out: patients by month, supervision and hours of the team, check-ins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

from readiness.domain.followup.case import Case, Month, first_of, last_of
from readiness.domain.followup.patients import no_starts_told, planned_starts
from readiness.domain.followup.suppression import FLOWS, sealed_months
from readiness.domain.kinds.value import YES
from readiness.domain.plan.records import MONTHLY
from readiness.i18n.language import N_, _, n_
from readiness.i18n.words import date_words, month_and_year, number_words
from readiness.report.context import ReportContext
from readiness.report.document import Block, Paragraph, Table, Words

COUNTS = ("asked", "said_yes", "started", "active", "completed", "dropped")
"""Counts of patients in the order in which they are shown."""

TEAM = ("supervision_booked", "supervision_held", "hours_used")
"""What the team did, which tells nothing about a patient."""

HIDDEN = N_("hidden")

HIDDEN_MEANS = N_(
    "Hidden: a count from 1 to {most}, or one from which such a count could be worked out."
)

NOT_COUNTED = N_("A dash: not counted. 0: none.")


def count_blocks(context: ReportContext, case: Case) -> list[Block]:
    """Patients by month, and what the team did; small counts hidden where it is shared."""
    if not case.months:
        return [Paragraph(_("No month was counted."))]
    return [_patients(context, case), Paragraph(notes(context), "small"), _team(case)]


def notes(context: ReportContext) -> str:
    """What a dash and a hidden count mean."""
    if not context.is_shared:
        return _(NOT_COUNTED)
    most = round(context.template.limit("small_count")) - 1
    return f"{_(NOT_COUNTED)} {_(HIDDEN_MEANS).format(most=most)}"


def _patients(context: ReportContext, case: Case) -> Table:
    header = (_("Month"), *(MONTHLY.parts[name].label for name in COUNTS))
    told = _told(context, case)
    rows: list[tuple[Words, ...]] = [
        (span_words(first, last), *(shown(counts, name) for name in COUNTS))
        for first, last, counts in told
    ]
    together = _together(context, case)
    rows.append((_("Together"), *(shown(together, name) for name in COUNTS)))
    caption = _("Patients, month by month")
    return _table(header, rows, caption)


def _told(context: ReportContext, case: Case) -> list[tuple[str, str, Mapping[str, object]]]:
    """The months, or some of them together, with the counts that may be shown."""
    if not context.is_shared:
        return [(one.key, one.key, one.counts) for one in case.months]
    rows, _all = sealed_months(case, context.template.limit("small_count"))
    return [(one.first, one.last, one.counts) for one in rows]


def _together(context: ReportContext, case: Case) -> Mapping[str, object]:
    """The sums of what happened; who is active is no sum."""
    if context.is_shared:
        return sealed_months(case, context.template.limit("small_count"))[1]
    return {name: n for name in FLOWS if (n := case.counted(name)) is not None}


def shown(counts: Mapping[str, object], name: str) -> str:
    """A count in a cell: a dash where it was not counted, and a word where it is hidden."""
    if name not in counts:
        return "-"
    number = counts[name]
    return number_words(float(number)) if isinstance(number, int | float) else _(HIDDEN)


def span_words(first: str, last: str) -> str:
    """A month, or the first and the last of some."""
    begin, end = month_and_year(first_of(first)), month_and_year(last_of(last))
    return begin if first == last else _("{first} to {last}").format(first=begin, last=end)


def _team(case: Case) -> Table:
    header = (_("Month"), *(MONTHLY.parts[name].label for name in TEAM))
    rows: list[tuple[Words, ...]] = [
        (month_and_year(one.first), *(shown(one.counts, name) for name in TEAM))
        for one in case.months
    ]
    return _table(header, rows, _("Supervision and hours of the whole team, month by month"))


def _table(header: tuple[str, ...], rows: list[tuple[Words, ...]], caption: str) -> Table:
    share = 0.74 / (len(header) - 1)
    widths = (0.26, *(share for _column in header[1:]))
    columns = frozenset(range(1, len(header)))
    return Table(header, tuple(rows), widths, caption, numbers=columns, is_dense=True)


def starts_table(context: ReportContext, case: Case) -> list[Block]:
    """How many have started by the end of each quarter, beside how many were planned by then."""
    rows = list(_starts(context, case))
    if not rows:
        return [Paragraph(no_starts_told())]
    header = (_("By the end of"), _("Started"), _("Planned"))
    caption = _("Patients who have started, and how many were planned")
    numbers = frozenset((1, 2))
    table = Table(header, tuple(rows), (0.4, 0.3, 0.3), caption, numbers=numbers, is_dense=True)
    plan = planned_starts(case, case.months[-1].last)
    if plan is not None and plan[1]:
        words = _("Planned: spread evenly over the period, as the plan has no rounds of intake.")
        return [table, Paragraph(words, "small")]
    return [table]


def _starts(context: ReportContext, case: Case) -> Iterator[tuple[Words, ...]]:
    so_far: float | None = 0
    told = [one for one in _told(context, case) if "started" in one[2]]
    for number, (_first, last, counts) in enumerate(told, 1):
        started = counts["started"]
        known = so_far is not None and isinstance(started, int | float)
        so_far = float(so_far or 0) + float(started) if known else None  # type: ignore[arg-type]
        if context.is_shared or number == len(told) or last_of(last).month % 3 == 0:
            planned = planned_starts(case, last_of(last))
            due = "-" if planned is None else context.whole_count(planned[0])
            done = _(HIDDEN) if so_far is None else number_words(so_far)
            yield (month_and_year(last_of(last)), done, due)


def team_lines(case: Case) -> Iterator[str]:
    """Supervision and hours of the whole team, in a sentence each, over the months counted."""
    booked, held = _supervision(case)
    if booked:
        words = _("Supervision: {held} of {booked} booked times were held in {months}.")
        yield words.format(
            held=number_words(held), booked=number_words(booked), months=_months(case.months)
        )
    used = [n for one in case.months if (n := one.number("hours_used")) is not None]
    if used:
        words = _("Hours used by the whole team: {hours} a month on the mean of {n}.")
        mean = round(sum(used) / len(used))
        yield words.format(hours=number_words(mean), n=_months(used))
    yield from checkin_lines(case)


def _supervision(case: Case) -> tuple[float, float]:
    """How much was booked and how much was held, over the months that have both counts."""
    pairs = [
        (one.number("supervision_booked"), one.number("supervision_held")) for one in case.months
    ]
    known = [(a, b) for a, b in pairs if a is not None and b is not None]
    return sum(a for a, _b in known), sum(b for _a, b in known)


def _months(found: list[Month] | list[float]) -> str:
    return n_("{n} month", "{n} months", len(found)).format(n=len(found))


def checkin_lines(case: Case) -> Iterator[str]:
    """How many check-ins were held, with the leader there; nobody's absence is named."""
    held = [fields for _day, fields in case.dated("checkins") if fields.get("held") == YES]
    of = len(case.dated("checkins"))
    if of:
        led = sum(fields.get("leader_there") == YES for fields in held)
        words = _("Check-ins: {held} of {of} recorded were held, {led} of them with the leader.")
        yield words.format(held=len(held), of=of, led=led)


def people_lines(case: Case) -> Iterator[str]:
    """Who came and who left since the start."""
    for who, person in case.plan.people.items():
        came, left = person.parts.get("joined"), person.parts.get("left")
        said = partial(_since, case)
        if said(came):
            yield _("{who} joined on {date}.").format(who=who, date=date_words(came))  # type: ignore[arg-type]
        if said(left):
            yield _("{who} left on {date}").format(who=who, date=date_words(left)) + "."  # type: ignore[arg-type]


def _since(case: Case, day: object) -> bool:
    return isinstance(day, date) and case.start <= day <= case.today
