"""Monitoring: what is measured, by whom, when, in how many minutes, and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from readiness.domain.kinds.value import Value
from readiness.domain.plan.inputs import input_ref
from readiness.domain.plan.tables import text_of
from readiness.i18n.language import _
from readiness.i18n.words import date_words, first_up, number_words
from readiness.report.context import ReportContext
from readiness.report.document import Block, Heading, Table, Words
from readiness.report.rows import Row, rows_table, under


def monitoring_blocks(context: ReportContext) -> list[Block]:
    """The monitoring plan on a page."""
    return [
        Heading(2, _("What is measured")),
        *_measures(context),
        *under(
            _("From results to decisions"),
            rows_table(_rules(context), (0.3, 0.7), _("Rules for using results"), is_dense=True),
        ),
    ]


def _measures(context: ReportContext) -> list[Block]:
    scale = context.template.practice.fidelity_scale or _("Fidelity")
    inputs = context.review.facts.inputs
    rows: list[tuple[Words, ...]] = []
    for row in inputs.recorded("review_date"):
        by, day = row.get("review_by"), row["review_date"]
        when = date_words(day) if isinstance(day, date) else "-"
        rows.append(
            (first_up(scale), str(by) if by else _("nobody yet"), when, _("a visit of a day"))
        )
    if not rows:
        rows.append((first_up(scale), _("nobody yet"), _("no review has a date"), "-"))
    place = input_ref(context.template, "measure")
    weeks, minutes = inputs.number("monitoring_weeks"), inputs.number("monitoring_minutes")
    often = (
        _("every {weeks} weeks").format(weeks=number_words(weeks))
        if weeks
        else context.nothing("MON-04", _("not set"))
    )
    long = (
        _("{minutes} for each patient").format(minutes=number_words(minutes))
        if minutes
        else context.nothing("MON-04", _("not set"))
    )
    who = context.said("MON-04", "who") or context.nothing("MON-04", _("nobody yet"))
    measures = context.answer(place.item).filled.values() if place else ()
    rows += [(_measure(fields), who, often, long) for fields in measures]
    counts = context.said("MON-08")
    if counts:
        rows.append((_("Counts: {counts}").format(counts=counts), who, _("every month"), "-"))
    header = (_("What"), _("Who"), _("When"), _("Minutes"))
    widths = (0.4, 0.31, 0.15, 0.14)
    return [Table(header, tuple(rows), widths, _("What is measured"), is_dense=True)]


def _measure(fields: Mapping[str, Value]) -> str:
    names = [text_of(fields, name) for name in ("measure", "instrument")]
    return ": ".join(name for name in names if name) or _("not named")


def _rules(context: ReportContext) -> list[Row]:
    least = context.said("MON-06", "at_least_patients")
    rule = context.row(_("Go on, adjust or stop"), "MON-06")
    if least:
        said = f"{rule.words}." if str(rule.words)[-1:].isalnum() else str(rule.words)
        rule = Row(rule.label, said + _(" Not before {least}.").format(least=least))
    return [
        rule,
        *_limits(context),
        context.both(_("Who decides, when"), "MON-06", "decided_by", "decided_on"),
        context.row(_("Results reach practitioners"), "MON-05"),
        context.row(_("Changes to the practice"), "MON-07"),
        context.row(_("Practitioners see it as help"), "MON-09"),
        *_year_after(context),
    ]


def _limits(context: ReportContext) -> list[Row]:
    """The rule as numbers, as far as it was said."""
    said = [context.said("MON-06", part) for part in ("measure", "direction")]
    go_on, adjust = (context.said("MON-06", part) for part in ("go_on_from", "adjust_from"))
    if go_on:
        said.append(_("go on from {limit}").format(limit=go_on))
    if adjust:
        said.append(_("adjust from {limit}").format(limit=adjust))
    words = "; ".join(filter(None, said))
    return [Row(_("Measure and limits"), words)] if words else []


def _year_after(context: ReportContext) -> list[Row]:
    rows = (
        (_("Supervises in the year after"), "CAP-06"),
        (_("Reviews in the year after"), "MON-01"),
    )
    return [
        Row(label, context.said(key, "after")) for label, key in rows if context.said(key, "after")
    ]
