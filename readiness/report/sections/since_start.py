"""Since the start: what was planned, carried out, evaluated and corrected, in the same order.

The four words are those by which Norwegian regulation asks a service to lead its work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from readiness.describe.after_start import month_told, standing_answers
from readiness.describe.state import WORDS as AREA_WORDS
from readiness.domain.followup.case import SIGNS, STATES, Case, Fields, Standing, case_of
from readiness.domain.followup.course import course_of
from readiness.domain.followup.day_one import TrendRow, trend_of
from readiness.domain.followup.promises import OUTCOMES, promises
from readiness.domain.kinds.registry import value_words
from readiness.domain.plan.entry_table import EntryTable
from readiness.domain.plan.records import ADAPTATIONS, BARRIERS, DECISIONS, holds_records
from readiness.domain.plan.tables import text_of
from readiness.i18n.language import _
from readiness.i18n.words import date_words, listed
from readiness.report.context import ReportContext
from readiness.report.document import Block, Bullets, Heading, Paragraph, Run, Table, Words, as_runs
from readiness.report.rows import entries_table, part
from readiness.report.sections.counts import count_blocks, people_lines, shown, team_lines
from readiness.report.sections.fidelity import fidelity_blocks, result_blocks

SINCE = "since"
"""The key of the part's heading."""

COUNT_PATIENTS = frozenset(("FOL-06", "FOL-07", "FOL-08", "FOL-09", "FOL-19"))
"""Rules whose sentence has counts of patients, and stays at home in a shared document."""

ORDER = tuple(SIGNS)
"""States, off plan first."""


def since_start_blocks(context: ReportContext) -> list[Block]:
    """What the records after the start say; nothing before it, and nothing without records."""
    case = case_of(context.plan, context.template, context.today)
    if case is None or not holds_records(context.plan):
        return []
    return [
        part(
            _("Planned, carried out, evaluated, corrected"),
            SINCE,
            _("Since the start"),
            joins=False,
        ),
        Paragraph(state_words(context, case), "lead"),
        *_standings(context),
        Heading(2, _("Planned: what the first day promised")),
        *_promises(case),
        Heading(2, _("Carried out")),
        *count_blocks(context, case),
        *_bullets((*team_lines(case), *people_lines(case))),
        *_adaptations(context),
        Heading(2, _("Evaluated: fidelity")),
        *fidelity_blocks(context, case),
        Heading(2, _("Evaluated: results for patients")),
        *result_blocks(context, case),
        Heading(2, _("Corrected")),
        *_barriers(context),
        *_decisions(context, case),
        *_trend(context),
    ]


def ordered(context: ReportContext) -> list[Standing]:
    """Where the plan stands on each rule that is due, what is off plan first."""
    found = course_of(context.plan, context.template, context.today)
    due = [one for one in found if one.state != "not due"]
    return sorted(due, key=lambda one: ORDER.index(one.state))


def state_words(context: ReportContext, case: Case) -> str:
    """One sentence of state: the month, and what is off plan. It adds nothing up."""
    when = month_told(case.start, case.today, case.plan.months)
    off = [one.short.lower() for one in ordered(context) if one.is_off_plan]
    if not off:
        words = _("Since {start} ({when}): nothing that was looked at is off plan.")
        return words.format(start=date_words(case.start), when=when)
    words = _("Since {start} ({when}), off plan: {what}.")
    return words.format(start=date_words(case.start), when=when, what=listed(off))


def says(context: ReportContext, one: Standing) -> str:
    """The sentence of a rule; in a shared document only where it counts no patients."""
    if context.is_shared and one.id in COUNT_PATIENTS and one.says:
        return _("Its counts are left out of the shared version.")
    return one.says


def _standings(context: ReportContext) -> list[Block]:
    found = ordered(context)
    if not found:
        return [Paragraph(_("Nothing is due yet."))]
    rows = tuple(_standing(context, one) for one in found)
    header = (_("What"), _("Where it stands"), _("Why it says so, and what to do"))
    return [
        Table(header, rows, (0.2, 0.2, 0.6), _("Where the plan stands"), is_dense=True),
        Paragraph(
            _(
                "It is no score: each line stands for itself. A rule about chance is wrong up to "
                "one time in twenty."
            ),
            "small",
        ),
    ]


def _standing(context: ReportContext, one: Standing) -> tuple[Words, ...]:
    state = f"{SIGNS[one.state]} {STATES[one.state]}"
    said = says(context, one)
    if not one.is_off_plan:
        return (one.short, state, said)
    cited = as_runs(context.cited.cite(f"{said} {one.why}".strip(), one.sources))
    *_others, todo = standing_answers(one)
    return (one.short, state, (*cited, Run(f"\n{todo}")))


def _promises(case: Case) -> list[Block]:
    rows: list[tuple[Words, ...]] = [
        (one.what, one.planned, one.now or "-", OUTCOMES[one.outcome]) for one in promises(case)
    ]
    if not rows:
        return [Paragraph(_("The first day was not kept, so nothing can be held against it."))]
    header = (_("What"), _("Promised"), _("Done, or planned now"), _("Outcome"))
    widths = (0.34, 0.24, 0.24, 0.18)
    return [Table(header, tuple(rows), widths, _("Promises of the first day"), is_dense=True)]


def _bullets(lines: tuple[str, ...]) -> list[Block]:
    return [Bullets(lines)] if lines else []


def _adaptations(context: ReportContext) -> list[Block]:
    shares = {"what": 0.3, "from": 0.15, "ahead": 0.11, "decided_by": 0.17, "core_kept": 0.13}
    shares["outcome"] = 0.14
    return _recorded(ADAPTATIONS, context.plan.adaptations.values(), shares)


def _barriers(context: ReportContext) -> list[Block]:
    shares = {"what": 0.43, "raised_on": 0.18, "with": 0.2, "solved_on": 0.19}
    open_ = {"solved_on": _("not solved")}
    entries = ({**open_, **fields} for fields in context.plan.barriers.values())
    return _recorded(BARRIERS, entries, shares)


def _recorded(
    table: EntryTable, entries: Iterable[Fields], shares: Mapping[str, float]
) -> list[Block]:
    """The entries of a table under its title."""
    found = entries_table(entries, table.parts, shares, table.title)
    return [Heading(3, table.title), *found] if found else []


def _decisions(context: ReportContext, case: Case) -> Iterator[Block]:
    yield Heading(3, DECISIONS.title)
    rule = context.said("MON-06")
    if rule:
        yield Paragraph(_("The rule as agreed: {rule}").format(rule=rule))
    made = case.dated("decisions")
    if not made:
        yield Paragraph(_("No decision is recorded."))
    yield from (Paragraph(" ".join(_decided(context, day, one))) for day, one in made)


def _decided(context: ReportContext, day: date, fields: Fields) -> Iterator[str]:
    """What the rule said beside what was decided, by whom, and why."""
    decided = fields.get("decision")
    said = value_words(DECISIONS.parts["decision"], decided) if decided else "-"
    yield _("{name}: {said}.").format(name=date_words(day), said=said)
    if not context.is_shared and "measured" in fields:
        words = _("Measured {n}, improved {better}.")
        yield words.format(n=shown(fields, "measured"), better=shown(fields, "improved"))
    for name, words in (
        ("rule_says", _("The rule said: {said}.")),
        ("by", _("Decided by {said}.")),
        ("reasons", _("Reasons: {said}.")),
    ):
        if text_of(fields, name):
            yield words.format(said=text_of(fields, name).rstrip("."))


def _trend(context: ReportContext) -> Iterator[Block]:
    """What changed in the areas and after the start, over the days that were kept."""
    found = trend_of(context.plan, context.template, context.today)
    if len(found.days) == 1:
        return
    yield Heading(3, _("What changed"))
    header = (_("Area"), *(date_words(day) for day in found.days[:-1]), _("Now"))
    rows = [
        *(_trend_row(one, AREA_WORDS) for one in found.areas),
        *(_trend_row(one, STATES) for one in found.rules if all(one.states)),
    ]
    share = 0.66 / (len(header) - 1)
    widths = (0.34, *(share for _day in header[1:]))
    yield Table(header, tuple(rows), widths, _("What changed"), is_dense=True)


def _trend_row(one: TrendRow, words: Mapping[str, str]) -> tuple[Words, ...]:
    return (one.name, *(words.get(state, "-") for state in one.states))
