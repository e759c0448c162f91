"""The appendix: every answer, the method, the numbers, and the sources."""

from __future__ import annotations

from readiness.describe.numbers import COUNT_OWN, answer_of, answered_words
from readiness.describe.state import SIGNS, WORDS, State, state_of
from readiness.domain.capacity.rhythm import limit_of
from readiness.domain.checklist.limits import Assumption
from readiness.domain.checklist.template import Item
from readiness.domain.plan.fields import answer_lines
from readiness.domain.schedule.actions import actions_of, basis_words
from readiness.i18n.language import N_, _
from readiness.i18n.words import amount_words, first_down, spoken, with_unit
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
    chip,
    plain_words,
)

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


CARE = N_(
    "Practitioners appear by initials or role. What stands here is personal data of staff: use it "
    "for this plan only, and keep it no longer than the plan."
)


def appendix_blocks(context: ReportContext) -> list[Block]:
    """How the document came about, everything that was said, and the sources."""
    # The numbers cite sources as well: they are made before the list of sources.
    numbers = _numbers_table(context)
    blocks: list[Block] = [
        Heading(
            1,
            _("Appendix A: every answer"),
            starts_columns=True,
            is_folded=True,
            key="answers",
        ),
        Paragraph(" ".join((_(MARKS), *([_(CARE)] if not context.is_shared else []))), "small"),
    ]
    for number, key in enumerate(context.template.areas, 1):
        blocks += _area(number, key, context)
    blocks += _actions(context)
    return [
        *blocks,
        Heading(
            1,
            _("Appendix B: numbers and limits"),
            is_folded=True,
            key="numbers",
        ),
        numbers,
        Heading(1, _("Appendix C: method and sources"), key="sources"),
        Paragraph(_(METHOD), "small"),
        Sources(context.cited.sources()),
    ]


def _actions(context: ReportContext) -> list[Block]:
    """Of each action at whom it is aimed, what it should change, and why."""
    said: list[Block] = []
    for one in actions_of(context.plan):
        pairs = (
            (_("aimed at"), one.target),
            (_("to change"), one.outcome),
            (first_down(_("Why")), one.justification),
        )
        words = "; ".join(f"{label}: {text.rstrip('.')}" for label, text in pairs if text)
        head = Run(f"{one.title}: ", strong=True)
        said.append(Paragraph((head, Run(f"{words}." if words else _("not stated"))), "dense"))
    return [Heading(2, _("What each action is for")), *said] if said else []


def _area(number: int, key: str, context: ReportContext) -> list[Block]:
    said: list[Block] = []
    silent: dict[State, list[str]] = {}
    items = dict(context.template.items_of(key))
    for item_key, item in items.items():
        answer = _answer(item_key, context)
        if not answer:
            silent.setdefault(state_of(context.review.items[item_key]), []).append(item_key)
            continue
        name = Run(f"{item_key} {_question(item)} ", strong=True)
        said.append(Paragraph((name, *_state(item_key, context), Run(f" {answer}")), "dense"))
    for state, keys in silent.items():
        names = "; ".join(f"{one} {_question(items[one])}" for one in keys)
        said.append(Paragraph((chip(state), Run(f" {names}.")), "dense"))
    return [Heading(2, f"{number} {context.template.areas[key].title}"), *said]


def _question(item: Item) -> str:
    return f"{item.short}{_(ASKED_OF.get(item.asked_of, ''))}"


def _answer(key: str, context: ReportContext) -> str:
    """What was said, whole; empty where its state says all there is."""
    said = context.answer(key)
    item = context.template.items[key]
    state = context.review.items[key]
    is_reckoned = state.answered or state.flag is not None
    nothing = _reckoned(key) if is_reckoned else ""
    if context.is_shared and item.person_parts:
        lines = [_("Answered for each practitioner")] if state.answered else []
    else:
        lines = answer_lines(context.template, key, context.plan)
    if context.is_shared:
        lines = [_banded(line, key, context) for line in lines]
    lines = lines or [nothing] * bool(nothing)
    if said.reason:
        lines.append(_("Because: {reason}").format(reason=said.reason))
    if said.note:
        lines.append(_("Note: {note}").format(note=context.note(said.note)))
    return " ".join(line if line[-1:] in ".!?" else f"{line}." for line in lines)


def _reckoned(key: str) -> str:
    """What a question rests on that nobody answers as such."""
    own = {"SEL-04": N_("Worked out from when each person leaves")}
    return _(own.get(key, N_("Worked out from the answers to other questions")))


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


def _state(key: str, context: ReportContext) -> tuple[Run, ...]:
    """The state as sign and word; only what is not ready stands on its colour."""
    one = context.review.items[key]
    state = state_of(one)
    flag = one.flag
    is_kept = flag is not None and flag.is_accepted and flag.severity == "amber"
    more = (Run(", " + _("accepted")),) if is_kept else ()
    if state == "ready":
        return (Run(f"{SIGNS[state]} {WORDS[state]}.", is_soft=True),)
    return (chip(state), *more)


def _numbers_table(context: ReportContext) -> Table:
    """Every number of the practice with its value in this plan, then the limits of the rules."""
    limits: tuple[tuple[Words, ...], ...] = tuple(
        (one.label, amount_words(value, one.unit), _basis(one, context))
        for name, one in context.template.thresholds.items()
        if (value := limit_of(name, context.plan, context.template)) is not None
    )
    numbers = context.template.practice.numbers
    own = tuple(_number_row(context, name, one) for name, one in numbers.items())
    rows = tuple(
        ((Run(f"{plain_words(label)}: ", strong=True), *as_runs(rests_on)), value)
        for label, value, rests_on in (*own, *limits)
    )
    header = (_("Number, and what it rests on"), _("Value"))
    caption = _("Numbers and limits")
    return Table(header, rows, (0.76, 0.24), caption, has_row_heads=False, is_dense=True)


def _number_row(context: ReportContext, name: str, one: Assumption) -> tuple[Words, ...]:
    answer = answer_of(name, context.plan, context.template)
    if answer is not None:
        spot, said = answer
        return one.label, amount_words(said, one.unit), answered_words(spot)
    own = context.plan.assumptions.get(name)
    given = one.value if own is None else own
    value = _(COUNT_OWN) if given is None else amount_words(given, one.unit)
    return (
        one.label,
        value,
        _("this plan's own number") if own is not None else _basis(one, context),
    )


def _basis(one: Assumption, context: ReportContext) -> Words:
    """Where a number comes from; what calls itself our default is not called so twice."""
    if one.value is None:
        return basis_words(one, context.template)
    if one.is_our_default and one.basis.lower().startswith(_("our default")):
        return one.basis
    return context.cited.cite(one.basis, one.sources)
