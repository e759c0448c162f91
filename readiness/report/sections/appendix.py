"""The appendix: every answer, the method, the numbers, and the sources."""

from __future__ import annotations

from readiness.describe.state import sign_of, word_of
from readiness.domain.capacity.rhythm import limit_of
from readiness.domain.checklist.template import Item
from readiness.domain.plan.answers import answer_words
from readiness.i18n.language import N_, _
from readiness.i18n.words import amount_words, spoken, with_unit
from readiness.report.context import ReportContext
from readiness.report.document import (
    Block,
    Heading,
    Paragraph,
    Run,
    Sources,
    Table,
    Words,
    as_runs,
    plain_words,
)
from readiness.report.sections.capacity import basis, number_rows, others

METHOD = N_(
    "The document was made from the answers in one plan file. Each question has a written "
    "criterion for ready, and no answer outweighs another. Red and amber flags are raised by "
    "written rules over the answers and over numbers reckoned from them, and each names what "
    "raised it. What was not answered, or answered with not sure, is open and never ready. A flag "
    "that someone accepted stays."
)

MARKS = N_("(practitioners): they have to answer it themselves; (both): leader and practitioners.")

ASKED_OF = {"practitioners": N_(" (practitioners)"), "both": N_(" (both)")}
"""Who has to answer, where it is not the leader alone."""


def appendix_blocks(context: ReportContext) -> list[Block]:
    """How the document came about, everything that was said, and the sources."""
    # The numbers cite sources as well: they are made before the list of sources.
    limits = _limits(context)
    blocks: list[Block] = [
        Heading(1, _("How this was made")),
        Paragraph(_(METHOD), "small"),
        Heading(1, _("Appendix: all answers"), starts_columns=True),
        Paragraph(_(MARKS), "small"),
    ]
    for number, key in enumerate(context.template.areas, 1):
        blocks += _area(number, key, context)
    return [
        *blocks,
        Heading(2, _("Other numbers and limits")),
        limits,
        Heading(1, _("Sources")),
        Sources(context.cited.sources()),
    ]


def _area(number: int, key: str, context: ReportContext) -> list[Block]:
    rows = tuple(
        (
            f"{item_key}\n{_state(item_key, context)}",
            (Run(f"{_question(item)}: ", strong=True), Run(_answer(item_key, context))),
        )
        for item_key, item in context.template.items_of(key)
    )
    title = context.template.areas[key].title
    caption = _("All answers: {area}").format(area=title)
    header = (_("State"), _("Question and answer"))
    return [
        Heading(2, f"{number} {title}"),
        Table(header, rows, (0.275, 0.725), caption, is_dense=True),
    ]


def _question(item: Item) -> str:
    return f"{item.short}{_(ASKED_OF.get(item.asked_of, ''))}"


def _answer(key: str, context: ReportContext) -> str:
    said = context.answer(key)
    item = context.template.items[key]
    state = context.review.items[key]
    is_reckoned = state.answered or state.flag is not None
    nothing = _("Reckoned from other answers") if is_reckoned else _("Unanswered")
    if not state.is_asked:
        nothing = _("Not asked in the short form")
    if context.is_shared and item.person_parts:
        lines = [_("Answered for each practitioner")] if state.answered else []
    else:
        pairs = answer_words(context.template, key, context.plan)
        lines = [f"{label}: {words}" if label else words for label, words in pairs]
    if context.is_shared:
        lines = [_banded(line, key, context) for line in lines]
    lines = lines or [nothing]
    if said.reason:
        lines.append(_("Because: {reason}").format(reason=said.reason))
    if said.note:
        lines.append(_("Note: {note}").format(note=context.note(said.note)))
    return " ".join(line if line[-1:] in ".!?" else f"{line}." for line in lines)


def _banded(line: str, key: str, context: ReportContext) -> str:
    """A line of a shared document in which small counts of patients became bands."""
    for part_name, part in context.template.items[key].parts.items():
        value = context.answer(key).parts.get(part_name)
        if part.counts_patients and isinstance(value, int | float):
            said = with_unit(spoken(value), part.unit)
            # A whole number only: 1 patient is no part of 21 patients.
            if line == said or line.endswith(f" {said}"):
                line = line.removesuffix(said) + with_unit(context.count(value), part.unit)
    return line


def _state(key: str, context: ReportContext) -> str:
    state = context.review.items[key]
    flag = state.flag
    is_kept = flag is not None and flag.is_accepted and flag.severity == "amber"
    accepted = _(", accepted") if is_kept else ""
    return f"{sign_of(state)} {word_of(state)}{accepted}"


def _limits(context: ReportContext) -> Table:
    limits: tuple[tuple[Words, ...], ...] = tuple(
        (one.label, amount_words(value, one.unit), basis(one, context))
        for name, one in context.template.thresholds.items()
        if (value := limit_of(name, context.plan, context.template)) is not None
    )
    rows = tuple(
        ((Run(f"{plain_words(label)}: ", strong=True), *as_runs(rests_on)), value)
        for label, value, rests_on in (*number_rows(context, others(context)), *limits)
    )
    caption = _("Other numbers and limits")
    header = (_("Number, and what it rests on"), _("Value"))
    return Table(header, rows, (0.76, 0.24), caption, has_row_heads=False, is_dense=True)
