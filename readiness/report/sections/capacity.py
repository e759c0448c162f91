"""Capacity: hours needed against hours freed, the weeks, and the numbers this rests on."""

from __future__ import annotations

from readiness.describe.numbers import COUNT_OWN, answer_of, answered_words
from readiness.describe.patient_places import beyond_words
from readiness.domain.capacity.ledger import Completing, Ledger
from readiness.domain.capacity.levers import fit_of, ways_to_fit
from readiness.domain.checklist.assumption import Assumption
from readiness.domain.schedule.actions import basis_words
from readiness.i18n.language import _
from readiness.i18n.words import amount_words, date_words, number_words, spoken
from readiness.report.chart import Bar, Bars, Series, Share, Weeks
from readiness.report.context import ReportContext
from readiness.report.document import Block, Bullets, Figure, Heading, Paragraph, Table, Words

HOURS = (
    "sessions_a_week", "session_minutes", "preparation_minutes", "notes_minutes",
    "travel_minutes", "group_session_minutes", "group_preparation_minutes", "group_size",
    "group_leaders", "supervision_minutes", "planned_sessions", "overrun_slack", "overrun_worst",
    "training_days", "training_day_hours", "round_weeks", "refill", "review_hours", "dropout",
)  # fmt: skip
"""The numbers that the hours rest on."""


def capacity_blocks(context: ReportContext) -> list[Block]:
    """Whether the hours suffice, for whom and from when they do not."""
    blocks: list[Block] = [Heading(1, _("Capacity"))]
    ledger = context.review.facts.ledger
    bars = _bars(context)
    if bars:
        blocks += [Paragraph(_verdict(ledger, context), "strong"), bars]
    else:
        blocks.append(
            Paragraph(
                _(
                    "The hours cannot be reckoned yet: that takes the practitioners, "
                    "the hours freed for them, and how sessions will be held (CAP-01 and CAP-03)."
                )
            )
        )
    if ledger is not None:
        blocks += [
            _weeks(ledger),
            Table(
                ("", ""),
                _ends(ledger, context),
                (0.6, 0.4),
                _("How long it takes and who completes"),
                is_dense=True,
            ),
        ]
        beyond = beyond_words(context.review.facts, context.whole_count)
        blocks += [Paragraph(beyond)] if beyond else []
        blocks += _ways(context)
    blocks += [
        Heading(2, _("When duties collide")),
        Paragraph(
            context.said("CAP-07")
            or context.nothing("CAP-07", _("No rule is written yet (CAP-07)."))
        ),
        *_around(context),
        Heading(2, _("Numbers the hours rest on")),
        number_table(context, HOURS, _("The numbers behind the hours")),
    ]
    return blocks


def _around(context: ReportContext) -> list[Block]:
    """What else there is beside the hours, as far as it was said."""
    rows = (
        (_("Brought in at the same time"), "CAP-07", "also"),
        (_("Support from outside"), "CAP-06", "support"),
        (_("Cost in the whole period"), "CAP-10", "cost"),
    )
    said = tuple(
        (label, context.given(key, part))
        for label, key, part in rows
        if part in context.answer(key).parts
    )
    return [Table(("", ""), said, (0.34, 0.66), _("What else is there"))] if said else []


def _verdict(ledger: Ledger | None, context: ReportContext) -> str:
    needed, freed = (context.review.facts.of(f"hours_{n}_total") for n in ("needed", "freed"))
    total = ""
    if isinstance(needed, float) and isinstance(freed, float):
        total = _("In a full week, all together need {needed} hours; {freed} are freed. ").format(
            needed=number_words(needed), freed=number_words(freed)
        )
    if ledger is None:
        return total or _("Some hours are not known yet.")
    fit = fit_of(ledger)
    if fit.fits:
        return _("{total}The hours suffice in every week of the period.").format(total=total)
    first = ledger.short_weeks()[0]
    return _(
        "{total}Somebody's hours fall short in {short_weeks} weeks, first in week "
        "{first}, from {day}."
    ).format(
        total=total,
        short_weeks=fit.short_weeks,
        first=ledger.number(first),
        day=date_words(ledger.monday_of(first)),
    )


def _bars(context: ReportContext) -> Figure | None:
    bars, said = [], []
    for who, facts in context.review.facts.people.items():
        needed, freed = facts.get("hours_needed"), facts.get("hours_freed")
        if not isinstance(needed, float):
            continue
        mark = float(freed) if isinstance(freed, int | float) else None
        words = _("hours freed not known")
        if mark is not None:
            short = needed - mark
            words = _("{needed} of {mark} h").format(
                needed=number_words(needed), mark=number_words(mark)
            )
            words += _(", short {short}").format(short=number_words(short)) if short > 0 else ""
        bars.append(Bar(who, (Share(_("needed"), needed),), mark, words))
        said.append(
            _("{who} needs {needed} hours, {words}").format(
                who=who, needed=number_words(needed), words=words
            )
        )
    if not bars:
        return None
    alt = _("Hours a week for each practitioner. {said}.").format(said="; ".join(said))
    return Figure(
        _("Hours a week in a full week: needed (bar) and freed (line)"),
        alt,
        Bars(tuple(bars), _("hours a week"), _("freed")),
    )


def _weeks(ledger: Ledger) -> Figure:
    span = range(ledger.weeks)
    needed = tuple(round(ledger.needed(week).hours, 2) for week in span)
    freed = tuple(ledger.freed(week) for week in span)
    short = ledger.short_weeks()
    marks = [
        (ledger.start, _("first sessions")),
        (min(ledger.end, ledger.weeks - 1), _("period ends")),
    ]
    marks += [(short[0], _("short from here"))] if short else []
    first = date_words(ledger.monday_of(ledger.start))
    most = max(needed[ledger.start : ledger.end], default=0)
    alt = _(
        "Hours of all practitioners, week by week. Sessions start on {first}. The fullest week "
        "of the period needs {most} hours. {closed} weeks have no sessions."
    ).format(first=first, most=number_words(most), closed=len(ledger.closed))
    if short:
        alt += " " + _("In {count} weeks somebody has too few hours.").format(count=len(short))
    return Figure(
        _("Hours week by week, all together"),
        alt,
        Weeks(
            ledger.first,
            (Series(_("needed"), needed), Series(_("freed"), freed, is_limit=True)),
            _("hours a week"),
            tuple(sorted(ledger.closed)),
            tuple(sorted(marks)),
        ),
    )


def _ends(ledger: Ledger, context: ReportContext) -> tuple[tuple[Words, ...], ...]:
    facts = context.review.facts

    def day(one: object, fact: str) -> str:
        nowhere = _(COUNT_OWN) if fact in facts.uncounted else _("not within sight")
        return spoken(one) if one else nowhere

    places = _(COUNT_OWN) if ledger.started is None else context.whole_count(ledger.started)

    return (
        (_("Sessions that fit into the period, for one patient"), str(ledger.sessions)),
        (
            _("A patient who starts first is done, without overrun"),
            day(ledger.planned_end, "planned_end"),
        ),
        (_("With the usual overrun"), day(ledger.likely_end, "likely_end")),
        (_("With the worst overrun that was seen"), day(ledger.worst_end, "worst_end")),
        (_("Places for patients within the period"), places),
        (
            _("If every place is filled, who complete within it"),
            _range(ledger.completing, context),
        ),
        (
            _("If every place is filled, who complete by the end of the time it should hold"),
            _range(ledger.completing_later, context),
        ),
    )


def _range(completing: Completing | None, context: ReportContext) -> str:
    if completing is None:
        return _(COUNT_OWN)
    return context.span(completing.low, completing.middle, completing.high)


def _ways(context: ReportContext) -> list[Block]:
    ways = [] if context.is_shared else ways_to_fit(context.plan, context.template)
    if not ways:
        return []
    words = tuple(f"{way.words[:1].upper()}{way.words[1:]}" for way in ways)
    return [Heading(2, _("What would make it fit")), Bullets(words)]


def number_table(context: ReportContext, names: tuple[str, ...], caption: str) -> Table:
    """Numbers of the practice with their value in this plan and their basis."""
    return Table(
        (_("Number"), _("Value"), _("Basis")),
        number_rows(context, names),
        (0.4, 0.11, 0.49),
        caption,
        is_dense=True,
    )


def number_rows(context: ReportContext, names: tuple[str, ...]) -> tuple[tuple[Words, ...], ...]:
    """For each number: what it is, its value in this plan and its basis."""
    numbers = context.template.practice.numbers
    return tuple(_number_row(context, name, numbers[name]) for name in names if name in numbers)


def _number_row(context: ReportContext, name: str, one: Assumption) -> tuple[Words, ...]:
    answer = answer_of(name, context.template, context.review.facts.inputs)
    if answer is not None:
        ref, said = answer
        return one.label, amount_words(said, one.unit), answered_words(ref)
    own = context.plan.assumptions.get(name)
    given = one.value if own is None else own
    value = _(COUNT_OWN) if given is None else amount_words(given, one.unit)
    return (
        one.label,
        value,
        _("this plan's own number") if own is not None else basis(one, context),
    )


def basis(one: Assumption, context: ReportContext) -> Words:
    """Where a number comes from; what calls itself our default is not called so twice."""
    if one.value is None:
        return basis_words(one, context.template)
    if one.is_our_default and one.basis.lower().startswith(_("our default")):
        return one.basis
    return context.cited.cite(one.basis, one.sources)


def others(context: ReportContext) -> tuple[str, ...]:
    """The numbers that stand in no other table, whatever a template has."""
    return tuple(name for name in context.template.practice.numbers if name not in HOURS)
