"""How areas and rules went over the days that were kept, in words: a sentence each, no number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby

from readiness.describe.state import SIGNS, WORDS, State
from readiness.domain.followup.case import STATES
from readiness.domain.followup.day_one import Trend, TrendRow
from readiness.domain.record import Record
from readiness.i18n.language import _
from readiness.i18n.words import date_words

AS_AREA: Mapping[str, State] = {
    "red": "red",
    "amber": "amber",
    "not recorded": "unanswered",
    "too few": "partly",
    "on plan": "ready",
    "not due": "not applicable",
}
"""The state of a question that has the sign and the colour of each state after the start."""


class Trace(Record, kw_only=False):
    """One area or rule over the days that were kept, as it is shown."""

    id: str
    """The id of the area or the rule."""
    name: str
    """What it is called."""
    states: tuple[State | None, ...]
    """The sign and the colour of each day; None where it was not looked at."""
    words: tuple[str, ...]
    """The state of each day in words."""


def area_traces(trend: Trend) -> list[Trace]:
    """The areas of the checklist, each with its states over the days that were kept."""
    return [_trace(row, {one: one for one in SIGNS}, WORDS) for row in trend.areas]


def rule_traces(trend: Trend) -> list[Trace]:
    """The rules after the start, each with its states over the days that were kept."""
    return [_trace(row, AS_AREA, STATES) for row in trend.rules]


def _trace(row: TrendRow, signs: Mapping[str, State], words: Mapping[str, str]) -> Trace:
    states = tuple(signs.get(state) for state in row.states)
    said = tuple(words.get(state) or _("not looked at") for state in row.states)
    return Trace(row.id, row.name, states, said)


def trace_line(one: Trace, days: tuple[date, ...]) -> str:
    """How an area or a rule went: each state, and from which day to which it stood so."""
    looked = [
        (word, day)
        for word, day, state in zip(one.words, days, one.states, strict=True)
        if state is not None
    ]
    runs = [(word, next(iter(run))[1]) for word, run in groupby(looked, key=lambda at: at[0])]
    said = "; ".join(_run(word, day, days[-1]) for word, day in runs)
    return _("{name}: {said}.").format(name=one.name, said=said)


def _run(word: str, day: date, today: date) -> str:
    if day == today:
        return _("{state} now").format(state=word)
    return _("{state} from {date}").format(state=word, date=date_words(day))


def trend_lines(trend: Trend, *, is_change: bool = False) -> Iterator[str]:
    """Every area and every rule, or only those that changed, a sentence each.

    Nothing where no day but today is known.
    """
    if len(trend.days) > 1:
        for one in (*area_traces(trend), *rule_traces(trend)):
            if not is_change or len({*filter(None, one.states)}) > 1:
                yield trace_line(one, trend.days)


def days_line(trend: Trend) -> str:
    """Which days are compared; that there are none where only today is known."""
    if len(trend.days) == 1:
        return _("No earlier day is kept, so there is nothing to compare with.")
    kept = ", ".join(date_words(day) for day in trend.days[:-1])
    return _("As it stood on {days}, and as it stands today.").format(days=kept)
