"""The hours as charts: week by week for each practitioner, and when the first patients finish."""

from __future__ import annotations

from datetime import date

from readiness.describe.charts import finish_told, person_weeks_told, weeks_told
from readiness.describe.patients import beyond_words
from readiness.describe.timeline import Day
from readiness.domain.capacity.closures import closures_of
from readiness.domain.capacity.ledger import Ledger, PersonWeeks
from readiness.i18n.dates import plus_weeks
from readiness.i18n.language import _, n_
from readiness.i18n.words import date_words, first_up, short_date
from readiness.report.charts.chart import Finish, Panel, Weeks
from readiness.report.context import ReportContext
from readiness.report.document import Block, Figure, Paragraph


def worst_first(context: ReportContext) -> list[str]:
    """The practitioners, those with the fewest hours to spare first."""

    def short(who: str) -> float:
        found = context.review.facts.people.get(who, {}).get("hours_short")
        return -float(found) if isinstance(found, int | float) else 0.0

    return sorted(context.plan.people, key=short)


def week_figures(ledger: Ledger, context: ReportContext) -> list[Block]:
    """The hours of each week: a panel a practitioner; all together in a shared document."""
    people = [one for who in worst_first(context) for one in ledger.people if one.who == who]
    panels = tuple(_panel(one, ledger, context) for one in people)
    if context.is_shared:
        panels = (_together(ledger),)
    first = ledger.monday_of(ledger.start)
    if not any(hours for panel in panels for hours in panel.needed):
        return []
    chart = Weeks(first, panels, _closed(ledger, context))
    title = weeks_told(ledger, is_shared=context.is_shared)
    note = _("Hours needed each week, against the hours freed.")
    return [Figure(title, _weeks_alt(ledger, context), chart, note)]


def _panel(one: PersonWeeks, ledger: Ledger, context: ReportContext) -> Panel:
    weeks = range(ledger.start, ledger.end)
    freed = context.review.facts.inputs.person_number(one.who, "hours_freed")
    needed = tuple(
        round(one.needed[week].hours - one.needed[week].reviews - one.needed[week].training, 3)
        for week in weeks
    )
    facts = context.review.facts.people.get(one.who, {})
    leaves = facts.get("leaves")
    gone, words = None, ""
    if isinstance(leaves, date):
        week = (leaves - ledger.monday_of(ledger.start)).days // 7
        if 0 <= week < len(needed):
            gone = week
            words = _("{who} leaves on {day}.").format(who=one.who, day=date_words(leaves))
            words += _successor(context)
    return Panel(one.who, context.plan.people[one.who].role, needed, freed, gone, words)


def _successor(context: ReportContext) -> str:
    name, hours = context.said("SEL-09", "successor"), context.said("SEL-09", "hours")
    if not name:
        return ""
    if hours:
        return _(" {name} takes over, with {hours}.").format(name=name, hours=hours)
    return _(" {name} takes over, but has no hours in the plan.").format(name=name)


def _together(ledger: Ledger) -> Panel:
    weeks = range(ledger.start, ledger.end)
    needed = tuple(
        round(ledger.needed(week).hours - ledger.needed(week).training, 3) for week in weeks
    )
    return Panel(first_up(_("all")), "", needed, ledger.freed(ledger.start))


def _closed(ledger: Ledger, context: ReportContext) -> tuple[tuple[int, int, str], ...]:
    """The weeks without sessions, as numbers from the first one drawn, with what they are."""
    first = ledger.monday_of(ledger.start)
    last = plus_weeks(first, ledger.end - ledger.start)
    spans = closures_of(context.plan, context.template, first, last)
    found: list[tuple[int, int, str]] = []
    for week in sorted(ledger.closed):
        at = week - ledger.start
        if not 0 <= at < ledger.end - ledger.start:
            continue
        monday = ledger.monday_of(week)
        inside = (
            one.what for one in spans if one.first <= plus_weeks(monday, 1) and one.last >= monday
        )
        name = next(inside, "")
        if found and found[-1][1] == at - 1:
            found[-1] = (found[-1][0], at, found[-1][2] or name)
        else:
            found.append((at, at, name))
    return tuple(found)


def _weeks_alt(ledger: Ledger, context: ReportContext) -> str:
    if context.is_shared:
        return f"{weeks_told(ledger, is_shared=True)}."
    return " ".join(f"{person_weeks_told(ledger, one.who)}." for one in ledger.people)


def finish_figures(ledger: Ledger, context: ReportContext) -> list[Block]:
    """When the first patients finish, and how many places there are."""
    end = context.review.facts.of("end")
    days = [
        (ledger.planned_end, _("{day}, as planned")),
        (ledger.likely_end, _("{day}, likely")),
        (ledger.worst_end, _("{day}, at worst")),
    ]
    known = [(day, words) for day, words in days if day is not None]
    if not isinstance(end, date) or not known:
        return _places(context)
    points = tuple(
        Day(day, "risk" if day > end else "set", words.format(day=short_date(day)))
        for day, words in known
    )
    words = _("the period ends {day}").format(day=short_date(end))
    title = finish_told(ledger.likely_end, [day for day, _words in known], end)
    said = "; ".join(point.words for point in points)
    alt = _("{said}; {end}.").format(said=said, end=words)
    note = n_(
        "{n} session fits into the period for one patient.",
        "{n} sessions fit into the period for one patient.",
        ledger.sessions,
    ).format(n=ledger.sessions)
    return [Figure(title, alt, Finish(points, end, words), note), *_places(context)]


def _places(context: ReportContext) -> list[Block]:
    ledger = context.review.facts.ledger
    beyond = beyond_words(context.review.facts, context.whole_count)
    said = [beyond] if beyond else []
    if ledger is not None and ledger.started is not None and ledger.completing_later is not None:
        later = ledger.completing_later
        words = _(
            "There are places for {places} patients within the period; if all are filled, "
            "{later} complete by the end of the time it should hold."
        )
        said.insert(
            0,
            words.format(
                places=context.whole_count(ledger.started),
                later=context.span(later.low, later.middle, later.high),
            ),
        )
    return [Paragraph(" ".join(said), "small")] if said else []
