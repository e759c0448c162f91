"""Whether counts fit each other. What does not fit is asked about, and never refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from readiness.domain.followup.case import Month, last_of, month_of
from readiness.domain.kinds.value import Value
from readiness.domain.plan.inputs import as_number
from readiness.domain.plan.plan import Plan
from readiness.domain.record import Record
from readiness.i18n.language import _
from readiness.i18n.words import month_and_year, number_words


class Balance(Record, kw_only=False):
    """The patients of a month, from those of the month before."""

    before: float
    """Active at the end of the month before."""
    started: float
    completed: float
    dropped: float
    active: float
    """Active at its own end, as counted."""

    @property
    def expected(self) -> float:
        """Those who should be active then."""
        return self.before + self.started - self.completed - self.dropped

    @property
    def fits(self) -> bool:
        """Whether as many were counted."""
        return self.expected == self.active

    @property
    def words(self) -> str:
        """The sum in words, and whether it fits."""
        words = (
            _("{before} before + {started} - {completed} - {dropped} = {expected}, fits")
            if self.fits
            else _(
                "{before} before + {started} - {completed} - {dropped} = {expected}, not {active}"
            )
        )
        held = {name: number_words(number) for name, number in vars(self).items()}
        return words.format(**held, expected=number_words(self.expected))


def balance_of(plan: Plan, month: str) -> Balance | None:
    """The patients of a month; None where a count is missing, or the month before was not counted.

    Before the month of the first day with patients there were none. What was not counted as
    completed or dropped out is taken for none.
    """
    now = Month(month, plan.monthly.get(month, {}))
    earlier = [key for key in sorted(plan.monthly) if key < month]
    before = None
    if earlier and _follows(earlier[-1], month):
        before = Month(earlier[-1], plan.monthly[earlier[-1]]).number("active")
    elif not earlier and plan.start is not None and month == month_of(plan.start):
        before = 0.0
    active, started = now.number("active"), now.number("started")
    if before is None or active is None or started is None:
        return None
    return Balance(
        before, started, now.number("completed") or 0, now.number("dropped") or 0, active
    )


def _follows(earlier: str, month: str) -> bool:
    year, number = map(int, earlier.split("-"))
    return month == (f"{year + 1:04}-01" if number == 12 else f"{year:04}-{number + 1:02}")  # noqa: PLR2004 - December


def doubts(plan: Plan, table: str, entry: str) -> Iterator[str]:
    """What does not fit in a record, a sentence each."""
    fields = plan.entries(table).get(entry, {})
    if table == "monthly":
        balance = balance_of(plan, entry)
        if balance is not None and not balance.fits:
            month = month_and_year(last_of(entry))
            yield _("{month}, active: {sum}.").format(month=month, sum=balance.words)
        yield from _more(fields, "said_yes", "asked", _("More said yes than were asked."))
        held, booked = "supervision_held", "supervision_booked"
        yield from _more(fields, held, booked, _("More supervision was held than was booked."))
    elif table == "results":
        parts = [as_number(fields.get(name)) for name in ("improved", "unchanged", "worse")]
        measured = as_number(fields.get("measured"))
        known = [number for number in parts if number is not None]
        if measured is not None and len(known) == len(parts) and sum(known) != measured:
            words = _("Improved, unchanged and worse make {sum}, and {n} were measured.")
            yield words.format(sum=number_words(sum(known)), n=number_words(measured))
        yield from _more(fields, "measured", "due", _("More were measured than were due."))


def _more(fields: Mapping[str, Value], one: str, other: str, says: str) -> Iterator[str]:
    first, second = as_number(fields.get(one)), as_number(fields.get(other))
    if first is not None and second is not None and first > second:
        yield says
