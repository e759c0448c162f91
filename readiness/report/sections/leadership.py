"""Leading and following up: who does what, when people meet, what is measured and what follows."""

from __future__ import annotations

from readiness.describe.monitoring import measured
from readiness.domain.plan.inputs import input_ref
from readiness.i18n.language import N_, _
from readiness.i18n.words import date_words
from readiness.report.context import ReportContext
from readiness.report.document import Block, Heading, Paragraph, Table, Words
from readiness.report.rows import Row, entries_table, part, rows_table, with_heading

LETTERS = N_(
    "R does it, A answers for it, C is asked, I is told. The letters are our default and can be "
    "changed in the template."
)
MEETINGS = (
    ("checkin_dates", N_("Check-ins of leader and practitioners")),
    ("capacity_check_dates", N_("Checks of the hours")),
    ("feedback_dates", N_("Results of fidelity reviews")),
    ("results_date", N_("Results seen by practitioners")),
    ("recheck_dates", N_("This check is redone")),
)
SHOWN = 12


def leadership_blocks(context: ReportContext) -> list[Block]:
    """Who leads, who does what, and when they meet."""
    rows: tuple[Row, ...] = (
        _named(_("Accountable leader"), context, "leader"),
        _named(_("Deputy"), context, "deputy"),
        context.row(_("Leader's plans to leave"), "GOAL-03", "leader_leaves"),
        _meets(context),
        context.row(_("Wanted by senior management"), "GOAL-10", "level_above"),
        context.row(_("Wanted by the staff"), "GOAL-10", "staff"),
        context.row(_("Expectations in writing"), "GOAL-08"),
    )
    if context.is_shared:
        rows = (*rows[:2], *rows[4:])
    return [
        part(_finding(context), "lead", _("Lead and follow up")),
        *rows_table(rows, (0.34, 0.66), _("Who leads"), is_dense=True),
        *_raci(context),
        *_obstacles(context),
        *_meetings(context),
    ]


def _finding(context: ReportContext) -> str:
    """What lacks in leading or following up, else what the part is about."""
    flags = (context.review.items[key].flag for key in ("MON-06",) if key in context.review.items)
    flag = next((one for one in flags if one is not None and one.severity == "red"), None)
    return context.says(flag).rstrip(".") if flag else _("Who leads, and how it is followed up")


def _meets(context: ReportContext) -> Row:
    """How often, and where the leader stands as far as that was said."""
    often = context.row(_("Meets practitioners unasked"), "GOAL-06")
    stance = context.said("GOAL-06", "stance")
    return Row(often.label, f"{often.words}; {stance}") if stance else often


def _named(label: str, context: ReportContext, part: str) -> Row:
    said = context.said("GOAL-03", part)
    return Row(label, said or _("not named"), bool(said))


def _raci(context: ReportContext) -> list[Block]:
    roles, tasks = context.template.roles, context.template.tasks
    if not roles or not tasks:
        return []
    rows: tuple[tuple[Words, ...], ...] = tuple(
        (task.label, *(task.letters.get(role, "-") for role in roles)) for task in tasks.values()
    )
    rest = 0.58 / len(roles)
    return [
        Heading(2, _("Who does what")),
        Table(
            (_("Task"), *roles.values()),
            rows,
            (0.42, *(rest for _rest in roles)),
            _("Responsible, accountable, consulted, informed"),
            is_dense=True,
        ),
        Paragraph(_(LETTERS), "small"),
    ]


def _obstacles(context: ReportContext) -> list[Block]:
    place = input_ref(context.template, "obstacle")
    if place is None:
        return []
    parts, rows = context.template.items[place.item].row_parts, context.answer(place.item).filled
    head = _("Obstacles the leader removes")
    if not rows:
        return with_heading(
            head, [Paragraph(context.nothing(place.item, _("None is listed yet.")))]
        )
    shares = dict(zip(parts, (0.52, 0.24, 0.24), strict=True))
    title = _("Obstacles with owner and date")
    return with_heading(head, entries_table(rows.values(), parts, shares, title))


def _meetings(context: ReportContext) -> list[Block]:
    inputs = context.review.facts.inputs
    rows = []
    for feed, what in MEETINGS:
        days = inputs.dates(feed)
        shown = "; ".join(date_words(day) for day in days[:SHOWN])
        more = "; " + _("and {n} more").format(n=len(days) - SHOWN) if len(days) > SHOWN else ""
        place, none = input_ref(context.template, feed), _("no date yet")
        none = context.nothing(place.item if place else "", none)
        rows.append(Row(_(what), f"{shown}{more}" or none, bool(days)))
    table = rows_table(rows, (0.34, 0.66), _("When people meet about it"), is_dense=True)
    return with_heading(_("Meetings"), table)


def monitoring_blocks(context: ReportContext) -> list[Block]:
    """The monitoring plan on a page."""
    return [
        Heading(2, _("What is measured")),
        _measures(context),
        *with_heading(
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
