"""From a changed plan to the text of its file, leaving alone everything that did not change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from datetime import date
from typing import Any

import tomlkit
from tomlkit.items import Item as TomlItem
from tomlkit.items import Table

from readiness.core.said.plan import Answer, Person, Plan, Value
from readiness.core.said.sheets import SHEETS
from readiness.core.wording.language import N_

HEADER = (
    N_("A plan made with readiness. You may read and change it in any text editor."),
    N_("Answers are yes, partly, no, not sure or not applicable, or what the question asks for."),
    N_("Practitioners appear by initials or role only; patients appear only as counts."),
)

Tables = MutableMapping[str, Any]
Writer = Callable[[Tables, Any, Any], None]


def fresh_text(plan: Plan) -> str:
    """A whole plan as the text of a new file."""
    document = tomlkit.document()
    for line in HEADER:
        document.add(tomlkit.comment(line))
    document.add(tomlkit.nl())
    document.add("format", tomlkit.item(plan.format))
    return edited_text(tomlkit.dumps(document), Plan(months=1), plan)


def edited_text(text: str, old: Plan, new: Plan) -> str:
    """The text of a file that held the old plan, made to hold the new one.

    Comments, order, blank lines and keys that are not known stay as they are.
    """
    document: Tables = tomlkit.parse(text)
    for field in ("plan", "service", "template", "template_version", "start", "months"):
        _set(document, field, getattr(old, field), getattr(new, field))
    _numbers(document, old, new)
    _each(document, "people", old.people, new.people, _person)
    _each(document, "answers", old.answers, new.answers, _answer)
    for sheet in SHEETS:
        _each(document, sheet, old.entries(sheet), new.entries(sheet), _row)
    _days(document, old.calendar, new.calendar)
    return tomlkit.dumps(document)


def _set(table: Tables, key: str, old: object, new: object) -> None:
    if new in (None, ""):
        if old not in (None, ""):
            table.pop(key, None)
    elif new != old or (type(new) is not type(old)) or key not in table:
        table[key] = _item(new)


def _item(value: object) -> TomlItem:
    if isinstance(value, str) and "\n" in value:
        return tomlkit.string(value, multiline=True)
    if isinstance(value, tuple):
        listed: TomlItem = tomlkit.item(list(value))
        return listed
    plain: TomlItem = tomlkit.item(value)
    return plain


def _numbers(document: Tables, old: Plan, new: Plan) -> None:
    if old.assumptions == new.assumptions:
        return
    table = _table(document, "assumptions")
    for key in old.assumptions.keys() - new.assumptions.keys():
        table.pop(key, None)
    for key, number in new.assumptions.items():
        plain = int(number) if float(number).is_integer() else number
        _set(table, key, old.assumptions.get(key), plain)


def _days(document: Tables, old: Mapping[str, date], new: Mapping[str, date]) -> None:
    if old != new:
        _parts(_table(document, "calendar"), old, new)


def _each(
    document: Tables, name: str, old: Mapping[str, Any], new: Mapping[str, Any], write: Writer
) -> None:
    gone = old.keys() - new.keys()
    if gone and name in document:
        for key in gone:
            document[name].pop(key, None)
    for key, thing in new.items():
        if old.get(key) != thing:
            write(_table(_table(document, name, is_super=True), key), old.get(key), thing)


def _table(parent: Tables, key: str, *, is_super: bool = False) -> Tables:
    if not isinstance(parent.get(key), MutableMapping):
        if not is_super and isinstance(parent, Table) and parent:
            _end_with_blank_line(parent)
        parent[key] = tomlkit.table(is_super)
    found: Tables = parent[key]
    return found


def _end_with_blank_line(parent: Table) -> None:
    """Leave a line free before a new header, as a person would."""
    last = parent.value.body[-1][1] if parent.value.body else None
    if isinstance(last, Table) and not last.as_string().endswith("\n\n"):
        last.value.add(tomlkit.nl())


def _person(table: Tables, old: Person | None, new: Person) -> None:
    _set(table, "role", old.role if old else "", new.role)
    _parts(table, old.parts if old else {}, new.parts)


def _answer(table: Tables, old: Answer | None, new: Answer) -> None:
    before = old or Answer()
    _parts(table, before.parts, new.parts)
    _set(table, "reason", before.reason, new.reason)
    _set(table, "note", before.note, new.note)
    if before.rows != new.rows:
        _each(table, "rows", before.rows, new.rows, _row)
        if not new.rows:
            table.pop("rows", None)


def _row(table: Tables, old: Mapping[str, Value] | None, new: Mapping[str, Value]) -> None:
    _parts(table, old or {}, new)


def _parts(table: Tables, old: Mapping[str, Value], new: Mapping[str, Value]) -> None:
    for key in old.keys() - new.keys():
        table.pop(key, None)
    for key, value in new.items():
        _set(table, key, old.get(key), value)
