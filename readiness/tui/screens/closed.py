"""Closures, absences and rounds of intake as lines."""

from __future__ import annotations

from collections.abc import Mapping

from readiness.domain.capacity.closures import closures_of
from readiness.domain.kinds.value import Value
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.sheets import SHEETS, date_of
from readiness.i18n.language import _
from readiness.i18n.words import short_date, spoken
from readiness.tui.view import View
from readiness.tui.widgets.lines import Line

TABLES = ("closures", "absences", "rounds")
"""The plan's own tables that the hours rest on."""


def closed_lines(view: View) -> list[Line]:
    """A heading and its entries for each table; the usual holidays where no closure is named."""
    lines = list[Line]()
    for sheet in TABLES:
        lines.append(Line("", SHEETS[sheet].title))
        entries = view.plan.entries(sheet)
        lines += [Line(f"{sheet} {key}", _line(sheet, fields)) for key, fields in entries.items()]
        if not entries:
            lines += _none(sheet, view)
    return lines


def entry_of(key: str) -> FieldRef:
    """The entry that a line stands for."""
    sheet, _rest, entry = key.partition(" ")
    return FieldRef(table=sheet, entry=entry)


def _line(sheet: str, said: Mapping[str, Value]) -> str:
    if sheet == "rounds":
        day = date_of(said, "date")
        number = spoken(said.get("patients")) or "?"
        when = short_date(day) if day else _("no date")
        return _("  {when}  {number} patients start").format(when=when, number=number)
    first, last = (date_of(said, name) for name in ("from", "until"))
    days = _("{first} to {last}").format(
        first=short_date(first) if first else "?", last=short_date(last) if last else "?"
    )
    named = spoken(said.get("who")) or _("nobody named")
    who = f"{named}  " if sheet == "absences" else ""
    used = "" if first and last and first <= last else _("  o not used: both days are needed")
    return f"  {who}{days}  {' '.join(spoken(said.get('what')).split())}{used}"


def _none(sheet: str, view: View) -> list[Line]:
    ledger = view.review.facts.ledger
    if sheet == "closures" and ledger is not None and view.plan.start is not None:
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
    return [Line("", none[sheet], "dim")]
