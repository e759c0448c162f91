"""The numbers behind the hours and the limits of the rules, each with its basis."""

from __future__ import annotations

from readiness.describe.numbers import COUNT_OWN, answer_of, answered_words
from readiness.domain.capacity.rhythm import limit_of
from readiness.domain.checklist.assumption import Assumption
from readiness.domain.schedule.actions import basis_words
from readiness.i18n.language import _
from readiness.i18n.words import amount_words
from readiness.report.context import ReportContext
from readiness.report.document import Run, Table, Words, as_runs, plain_words


def numbers_table(context: ReportContext) -> Table:
    """Every number of the practice with its value in this plan, then the limits of the rules."""
    limits: tuple[tuple[Words, ...], ...] = tuple(
        (one.label, amount_words(value, one.unit), basis(one, context))
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
    answer = answer_of(name, context.template, context.review.facts.inputs)
    if answer is not None:
        spot, said = answer
        return one.label, amount_words(said, one.unit), answered_words(spot)
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
