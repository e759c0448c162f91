"""Closures, absences and rounds of intake as lines."""

from __future__ import annotations

from collections.abc import Mapping

from readiness.domain.capacity.closures import closures_of
from readiness.domain.kinds.value import Value
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.tables import TABLES, date_of
from readiness.i18n.language import _
from readiness.i18n.words import short_date, spoken
from readiness.tui.view import View
from readiness.tui.widgets.lines import Line

SHOWN_TABLES = ("closures", "absences", "rounds")
"""The plan's own tables that the hours rest on."""


def closed_lines(view: View) -> list[Line]:
    """A heading and its entries for each table; the usual holidays where no closure is named."""
    lines = list[Line]()
    for table in SHOWN_TABLES:
        lines.append(Line("", TABLES[table].title))
        entries = view.plan.entries(table)
        lines += [Line(f"{table} {key}", _line(table, fields)) for key, fields in entries.items()]
        if not entries:
            lines += _none(table, view)
    return lines


def entry_of(key: str) -> FieldRef:
    """The entry that a line stands for."""
    table, _rest, entry = key.partition(" ")
    return FieldRef(table=table, entry=entry)


def _line(table: str, said: Mapping[str, Value]) -> str:
    if table == "rounds":
        day = date_of(said, "date")
        number = spoken(said.get("patients")) or "?"
        when = short_date(day) if day else _("no date")
        return _("  {when}  {number} patients start").format(when=when, number=number)
    first, last = (date_of(said, name) for name in ("from", "until"))
    days = _("{first} to {last}").format(
        first=short_date(first) if first else "?", last=short_date(last) if last else "?"
    )
    named = spoken(said.get("who")) or _("nobody named")
    who = f"{named}  " if table == "absences" else ""
    used = "" if first and last and first <= last else _("  o not used: both days are needed")
    return f"  {who}{days}  {' '.join(spoken(said.get('what')).split())}{used}"


def _none(table: str, view: View) -> list[Line]:
    ledger = view.review.facts.ledger
    if table == "closures" and ledger is not None and view.plan.start is not None:
        spans = closures_of(view.plan, view.template, view.plan.start, ledger.monday_of(ledger.end))
        usual = [
            _("  {first} to {last}  {what} (our default)").format(
                first=short_date(one.first), last=short_date(one.last), what=one.what
            )
            for one in spans
        ]
        words = _("  The usual holidays, until you add your own:")
        return [Line("", words, "dim"), *(Line("", one, "dim") for one in usual)]
    none = {
        "closures": _("  The usual holidays of the template count (our default)."),
        "absences": _("  Nobody is away."),
        "rounds": _("  By the first round and the caseloads as answered."),
    }
    return [Line("", none[table], "dim")]
