"""Monitoring: what is measured, by whom, when, in how many minutes, and what follows from it."""

from __future__ import annotations

from readiness.describe.monitoring import measured
from readiness.i18n.language import _
from readiness.report.context import ReportContext
from readiness.report.document import Block, Heading, Table
from readiness.report.rows import Row, rows_table, under


def monitoring_blocks(context: ReportContext) -> list[Block]:
    """The monitoring plan on a page."""
    return [
        Heading(2, _("What is measured")),
        _measures(context),
        *under(
            _("From results to decisions"),
            rows_table(_rules(context), (0.3, 0.7), _("Rules for using results"), is_dense=True),
        ),
    ]


def _measures(context: ReportContext) -> Table:
    rows = tuple(
        (
            one.what,
            one.who or context.nothing(one.ref.item, _("nobody yet")),
            one.when or context.nothing(one.ref.item, _("no date yet")),
            one.minutes or "-",
        )
        for one in measured(context.plan, context.template, context.review)
    )
    header = (_("What"), _("Who"), _("When"), _("Minutes"))
    return Table(header, rows, (0.4, 0.31, 0.15, 0.14), _("What is measured"), is_dense=True)


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
        context.row(_("Results reach the practitioners"), "MON-05"),
        context.row(_("Changes to the practice"), "MON-07"),
        context.row(_("Practitioners see it as a help"), "MON-09"),
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
