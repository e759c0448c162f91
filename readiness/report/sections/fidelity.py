"""Fidelity reviews and results for patients: what was found, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.describe.fidelity import criteria_in_order, criterion_label, no_scores, total_words
from readiness.domain.followup.case import Case, Fields
from readiness.domain.followup.chance import is_too_few
from readiness.domain.followup.scale import (
    agreement_of,
    pairs_of,
    raters_of,
    settled_of_review,
    widest_first,
)
from readiness.domain.followup.suppression import sealed_result
from readiness.domain.plan.inputs import as_number, input_ref
from readiness.domain.plan.records import RESULTS
from readiness.domain.plan.tables import date_of, text_of
from readiness.i18n.language import N_, _, n_
from readiness.i18n.words import date_words, exact_words, listed
from readiness.report.context import ReportContext
from readiness.report.document import Block, Heading, Paragraph, Table, Words
from readiness.report.sections.counts import notes, shown

WIDEST = 3
"""Criteria that are named as those the raters were furthest apart on."""

RESULT_COUNTS = ("due", "measured", "improved", "unchanged", "worse")

NO_COMPARISON = N_(
    "There is no group to compare with, and people often come when things are at their worst: some "
    "would be better by now without the practice."
)


def fidelity_blocks(context: ReportContext, case: Case) -> list[Block]:
    """Every review whose scores were shown: settled scores, total, band, and widest gaps."""
    shown_to_all = [day.isoformat() for day, one in case.dated("fidelity") if "revealed_on" in one]
    if not shown_to_all:
        return [Paragraph(no_scores())]
    blocks: list[Block] = []
    for review in shown_to_all:
        blocks += [Heading(3, review_title(case, review)), *_review(context, review)]
    return blocks


def review_title(case: Case, review: str) -> str:
    """A review by its day."""
    day = next(day for day, _one in case.dated("fidelity") if day.isoformat() == review)
    return _("Fidelity review of {date}").format(date=date_words(day))


def _review(context: ReportContext, review: str) -> Iterator[Block]:
    plan, template = context.plan, context.template
    yield Paragraph(" ".join((total_words(plan, template, review), *gap_words(context, review))))
    scores = settled_of_review(plan, template, review).scores
    rows: list[tuple[Words, ...]] = [
        (label_of(context, review, key), score_words(context, review, key))
        for key in criteria_in_order(context.plan, context.template, review)
    ]
    if scores:
        half = (len(rows) + 1) // 2
        pairs = [
            (*one, *(rows[half + at] if half + at < len(rows) else ("", "")))
            for at, one in enumerate(rows[:half])
        ]
        header = (_("Criterion"), _("Score"), _("Criterion"), _("Score"))
        widths = (0.4, 0.1, 0.4, 0.1)
        yield Table(header, tuple(pairs), widths, _("Settled scores"), is_dense=True)


def label_of(context: ReportContext, review: str, key: str) -> str:
    """A criterion by number and name."""
    return criterion_label(context.template, context.plan, review, key)


def score_words(context: ReportContext, review: str, key: str) -> str:
    """The score that stands; a dash where there is none yet."""
    scores = settled_of_review(context.plan, context.template, review).scores
    return exact_words(scores[key]) if key in scores else "-"


def gap_words(context: ReportContext, review: str) -> Iterator[str]:
    """How far two raters agree, and on what least; never who scored what."""
    found = agreement_of(context.plan, review)
    if found is None:
        if len(raters_of(context.plan.fidelity[review])) == 1:
            yield _("One rater: nothing to compare.")
        return
    words = _("Two raters gave {same} of {all} criteria the same score, {near} within one point.")
    yield words.format(same=found.same, all=found.rated, near=found.within_one)
    pairs = pairs_of(context.plan, review)
    apart = [key for key in widest_first(pairs) if pairs[key][0] != pairs[key][1]][:WIDEST]
    if apart:
        named = listed(_apart(context, review, key) for key in apart)
        yield _("Furthest apart on: {criteria}.").format(criteria=named)


def _apart(context: ReportContext, review: str, key: str) -> str:
    one, other = pairs_of(context.plan, review)[key]
    gap = abs(one - other)
    words = n_("{what} ({points} point)", "{what} ({points} points)", 1 if gap == 1 else 2)
    return words.format(what=label_of(context, review, key), points=exact_words(gap))


def result_blocks(context: ReportContext, case: Case) -> list[Block]:
    """The rounds of measuring as counts, with what may be read from them."""
    rounds = case.dated("results")
    if not rounds:
        return [Paragraph(_("No results are recorded."))]
    rows: list[tuple[Words, ...]] = []
    for day, fields in rounds:
        counts = _counts(context, fields)
        told = date_of(fields, "told_on")
        said = (date_words(told) if told else _("not told"), text_of(fields, "changed") or "-")
        rows.append((date_words(day), *said, *(shown(counts, name) for name in RESULT_COUNTS)))
    heads = (RESULTS.parts[name].label for name in RESULT_COUNTS)
    header = (_("Round"), _("Told on"), _("It changed"), *heads)
    widths = (0.15, 0.15, 0.2, 0.11, 0.1, 0.1, 0.11, 0.08)
    numbers = frozenset(range(3, 8))
    caption = _("Results for patients, round by round")
    table = Table(header, tuple(rows), widths, caption, numbers=numbers, is_dense=True)
    said_of = [Paragraph(" ".join(words)) for words in _meanings(context, case)]
    return [table, *said_of, Paragraph(f"{_(NO_COMPARISON)} {notes(context)}", "small")]


def _counts(context: ReportContext, fields: Fields) -> dict[str, object]:
    if context.is_shared:
        return dict(sealed_result(fields, context.template.limit("small_count")))
    return {name: n for name in RESULT_COUNTS if (n := as_number(fields.get(name))) is not None}


def _meanings(context: ReportContext, case: Case) -> Iterator[list[str]]:
    """What was measured, what counted as better, and what is too few to tell: last round only."""
    _day, fields = case.dated("results")[-1]
    said = []
    measure = _measure(context, text_of(fields, "measure"))
    if measure:
        said.append(_("Measured with: {measure}.").format(measure=measure))
    means = text_of(fields, "improved_means")
    said.append(
        _("Improved means: {what}.").format(what=means.rstrip("."))
        if means
        else _("What counts as improved was not written down.")
    )
    said += [] if context.is_shared else _small(case, fields)
    yield said


def _small(case: Case, fields: Fields) -> Iterator[str]:
    due, measured, improved = (
        as_number(fields.get(name)) for name in ("due", "measured", "improved")
    )
    if measured and improved is not None and is_too_few(int(improved), int(measured)):
        words = _("{improved} of {measured} improved: too few to tell.")
        yield words.format(improved=exact_words(improved), measured=exact_words(measured))
    least = case.limit("measured_share")
    if due and measured is not None and least is not None and measured < least * due:
        words = _("{measured} of {due} were measured: they may not stand for all.")
        yield words.format(measured=exact_words(measured), due=exact_words(due))


def _measure(context: ReportContext, said: str) -> str:
    """A measure by its name in the plan, where it is the number of one."""
    place = input_ref(context.template, "measure")
    row = context.answer(place.item).rows.get(said, {}) if place else {}
    names = [text_of(row, name) for name in ("measure", "instrument")]
    return ": ".join(filter(None, names)) or said
