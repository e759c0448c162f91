"""Capacity: who has which hours, week by week, when the first patients finish, what would fit."""

from __future__ import annotations

from datetime import date

from readiness.describe.hours import short_from_told, suffice_told, unreckoned_told
from readiness.domain.capacity.ledger import Ledger
from readiness.domain.capacity.scenarios import ways_to_fit
from readiness.domain.kinds.registry import value_words
from readiness.domain.kinds.value import NO
from readiness.i18n.language import _, n_
from readiness.i18n.numerals import count_words
from readiness.i18n.words import first_down, first_up, listed, number_words, short_date
from readiness.report.context import ReportContext
from readiness.report.document import Block, Bullets, Heading, Paragraph, Run, Table, Words, chip
from readiness.report.rows import part
from readiness.report.sections.hours import finish_figures, week_figures, worst_first

LEAST = 0.05
"""Hours a week that are said as more than none."""


def capacity_blocks(context: ReportContext) -> list[Block]:
    """Whether the hours suffice, for whom and from when they do not."""
    ledger = context.review.facts.ledger
    head = part(_finding(context), "capacity", _("Capacity"))
    blocks: list[Block] = [head, *_verdict(context, ledger), *_who(context)]
    if ledger is not None:
        blocks += [
            *week_figures(ledger, context),
            *finish_figures(ledger, context),
            *_ways(context),
        ]
    return [*blocks, *_around(context)]


def _short(context: ReportContext) -> list[str]:
    ledger = context.review.facts.ledger
    return [one.who for one in ledger.people if ledger.short_weeks(one.who)] if ledger else []


def _finding(context: ReportContext) -> str:
    ledger, short = context.review.facts.ledger, _short(context)
    if ledger is None:
        return unreckoned_told()
    if not short:
        if any(one.freed is None for one in ledger.people):
            return _("The hours needed are known; the hours freed are not known for everyone")
        return suffice_told()
    rest = len(ledger.people) - len(short)
    who = listed(short) if len(short) < 4 else str(len(short))  # noqa: PLR2004 - a title is short
    words = n_("{who} is short of hours", "{who} are short of hours", len(short)).format(who=who)
    if not rest:
        return words
    others = n_(
        "{words}; the other one has some to spare",
        "{words}; the other {n} have some to spare",
        rest,
    )
    has_spare = all(one.freed is not None for one in ledger.people if one.who not in short)
    return others.format(words=words, n=count_words(rest)) if has_spare else words


def _verdict(context: ReportContext, ledger: Ledger | None) -> list[Block]:
    if ledger is None:
        words = _(
            "That takes the practitioners, the hours freed for them, and how sessions will be held."
        )
        return [Paragraph(words)]
    facts, said = context.review.facts, []
    needed, freed = (facts.of(f"hours_{name}_total") for name in ("needed", "freed"))
    short = _short(context)
    if isinstance(needed, float) and isinstance(freed, float):
        numbers = {"needed": number_words(needed), "freed": number_words(freed)}
        if short and freed >= needed:
            words = _("{needed} hours are needed in a full week and {freed} freed, but {gap}.")
            said.append(words.format(**numbers, gap=_gaps(context, short)))
        else:
            words = _("{needed} hours are needed in a full week and {freed} freed.")
            said.append(words.format(**numbers))
    elif isinstance(needed, float):
        words = _("{needed} hours are needed in a full week.")
        said.append(words.format(needed=number_words(needed)))
    said += [short_from_told(ledger, who, context.plan.start) for who in short[:3]]
    training = sum(week.training for one in ledger.people for week in one.needed)
    if training:
        words = _("The {n} hours of training are not drawn below.")
        said.append(words.format(n=number_words(training)))
    return [Paragraph(" ".join(said))] if said else []


def _gaps(context: ReportContext, short: list[str]) -> str:
    people = context.review.facts.people
    found = []
    for who in short[:3]:
        needed, freed = (people[who].get(f"hours_{name}") for name in ("needed", "freed"))
        if isinstance(needed, int | float) and isinstance(freed, int | float):
            words = _("{who} has {freed} of {needed}")
            found.append(
                words.format(who=who, freed=number_words(freed), needed=number_words(needed))
            )
    return listed(found)


def _who(context: ReportContext) -> list[Block]:
    """People and hours in one table; what is said of a person stays at home."""
    if not context.plan.people:
        return [Paragraph(_("No practitioner is named yet."))]
    rows = [_person(context, who) for who in worst_first(context)]
    header = [_("Practitioner"), first_up(_("needs")), first_up(_("freed")), _("Difference")]
    widths: tuple[float, ...] = (0.45, 0.15, 0.15, 0.25)
    if not context.is_shared:
        widths = (0.26, 0.08, 0.08, 0.14, 0.26, 0.18)
        header += [_("Taken off the list"), _("Leaves the role")]
    count = len(header)
    table = Table(
        tuple(header),
        tuple(row[:count] for row in rows),
        widths,
        _("Who has which hours"),
        numbers=frozenset({1, 2}),
    )
    week = _full_week(context)
    return [
        Heading(2, _("Who has what")),
        table,
        *([Paragraph(week, "small")] if week else []),
    ]


def _person(context: ReportContext, who: str) -> tuple[Words, ...]:
    facts, person = context.review.facts.people.get(who, {}), context.plan.people[who]
    needed, freed = facts.get("hours_needed"), facts.get("hours_freed")
    role = "" if context.is_shared else person.role
    leaves = facts.get("leaves")
    end = context.review.facts.of("end")
    is_early = isinstance(leaves, date) and isinstance(end, date) and leaves < end
    gone: Words = _said(context, who, "leaves")
    if is_early:
        accepted = any(flag.person == who and flag.is_accepted for flag in context.review.flags)
        gone = (chip("accepted" if accepted else "red", short_date(leaves)),)  # type: ignore[arg-type]
    off: Words = _said(context, who, "taken_off")
    if context.of_person(who, "taken_off")[1] == NO:
        off = (chip("amber", _("nothing")),)
    return (
        (Run(who, strong=True), Run(f" {role}", is_soft=True)),
        _("{n} h").format(n=number_words(needed)) if isinstance(needed, int | float) else "-",
        _("{n} h").format(n=number_words(freed)) if isinstance(freed, int | float) else "-",
        _difference(needed, freed),
        off,
        gone,
    )


def _difference(needed: object, freed: object) -> Words:
    if not isinstance(needed, int | float) or not isinstance(freed, int | float):
        return _("not known")
    gap = needed - freed
    if gap > 0:
        return (chip("red", _("{n} short").format(n=number_words(gap))),)
    return _("{n} to spare").format(n=number_words(-gap))


def _said(context: ReportContext, who: str, feed: str) -> str:
    part, said = context.of_person(who, feed)
    if part is None:
        return "-"
    if said is None:
        return _("not answered")
    if said == NO:
        return part.none_label.lower() or _("no")
    return value_words(part, said)


def _full_week(context: ReportContext) -> str:
    """What the fullest week of one practitioner holds, by kind of work."""
    ledger = context.review.facts.ledger
    if ledger is None or not ledger.people:
        return ""
    people = ledger.people
    fullest = max(people, key=lambda one: one.needed[ledger.start].hours)
    week = fullest.needed[ledger.start]
    kinds = (
        (_("sessions"), week.sessions),
        (_("preparation"), week.preparation),
        (_("notes"), week.notes),
        (_("travel"), week.travel),
        (first_down(_("Supervision")), week.supervision),
        (_("measuring"), week.monitoring),
    )
    said = ", ".join(f"{name} {number_words(hours)}" for name, hours in kinds if hours >= LEAST)
    words = _("{n} hours in a full week: {kinds}. Numbers and sources: appendix B.")
    return words.format(n=number_words(week.hours), kinds=said) if said else ""


def _ways(context: ReportContext) -> list[Block]:
    ways = [] if context.is_shared else ways_to_fit(context.plan, context.template)
    if not ways:
        return []
    words = tuple(first_up(way.words) for way in ways)
    title = n_("{N} way to make it fit", "{N} ways to make it fit", len(words))
    number = count_words(len(words))
    return [
        Heading(2, title.format(N=first_up(number))),
        Bullets(words, numbered=True),
    ]


def _around(context: ReportContext) -> list[Block]:
    """What gives way, and what else there is beside the hours, as far as it was said."""
    collide = context.said("CAP-07") or context.nothing("CAP-07", _("No rule is written yet."))
    rows: list[tuple[Words, ...]] = [(_("When duties collide"), collide)]
    more = (
        (_("Brought in at the same time"), "CAP-07", "also"),
        (_("Support from outside"), "CAP-06", "support"),
    )
    rows += [
        (label, context.given(key, part))
        for label, key, part in more
        if part in context.answer(key).parts
    ]
    title = _("What gives way, and what helps")
    return [Table(("", ""), tuple(rows), (0.28, 0.72), title, is_dense=True)]
