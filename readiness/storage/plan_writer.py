"""From a changed plan to the text of its file, leaving alone everything that did not change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import tomlkit
from tomlkit.items import Comment, Null, Table, Whitespace
from tomlkit.items import Item as TomlItem

from readiness.domain.checklist.template import FULL
from readiness.domain.kinds.value import Value
from readiness.domain.plan.field_ref import WITH_ROWS
from readiness.domain.plan.particulars import TYPED
from readiness.domain.plan.plan import Answer, Person, Plan
from readiness.domain.plan.tables import TABLES
from readiness.domain.record import NONE
from readiness.domain.versions.changes import renamed
from readiness.i18n.language import N_, _
from readiness.storage.plan_text import format_needed, raise_format
from readiness.storage.problems import KeyPath
from readiness.storage.toml_lines import without_tables

HEADER = (
    N_("A plan made with readiness. You may read and change it in any text editor."),
    N_("Answers are yes, partly, no, not sure or not applicable, or what the question asks for."),
    N_("Practitioners appear by initials or role only; patients appear only as counts."),
)

Tables = MutableMapping[str, Any]
Fields = Mapping[str, Any]
Review = tuple[Fields, Fields]
Writer = Callable[[Tables, KeyPath, Any, Any], None]


@dataclass
class Cut:
    """Tables that are taken out of the text, because somebody wrote something beside them."""

    gone: list[KeyPath] = field(default_factory=list)
    """Those that go with all that is in them."""
    emptied: list[KeyPath] = field(default_factory=list)
    """Those that go where they hold nothing of a person's own."""


def fresh_text(plan: Plan) -> str:
    """A whole plan as the text of a new file."""
    document = tomlkit.document()
    for line in HEADER:
        document.add(tomlkit.comment(_(line)))
    document.add(tomlkit.nl())
    document.add("format", tomlkit.item(format_needed(plan)))
    return edited_text(tomlkit.dumps(document), Plan(months=1), plan)


def edited_text(text: str, old: Plan, new: Plan) -> str:
    """The text of a file that held the old plan, made to hold the new one.

    Comments, order, blank lines and keys that are not known stay as they are.
    """
    return edit(tomlkit.parse(text), old, new)[0]


def edit(document: Tables, old: Plan, new: Plan) -> tuple[str, bool]:
    """Make a parsed plan file that held the old plan hold the new one, in place.

    Returns the text to write, and whether the document still parses to that text.
    """
    cut = Cut()
    raise_format(document, format_needed(new))
    for name in ("id", "plan", "service", "template", "template_version", *TYPED[2:]):
        _set(document, name, getattr(old, name), getattr(new, name))
    _set(document, "form", _form(old), _form(new))
    _numbers(document, old, new)
    old = _renamed(document, old, new)
    _each(document, ("people",), (old.people, new.people), _person, cut)
    _empty(document, old, new, cut)
    answered = {item: old.answer(item) for item in new.answers}
    _each(document, ("answers",), (answered, new.answers), partial(_answer, cut), cut)
    for table in TABLES:
        write = partial(_review, cut) if table == WITH_ROWS else _row
        _each(document, (table,), (_entries(old, table), _entries(new, table)), write, cut)
    if old.calendar != new.calendar:
        _parts(_table(document, "calendar"), old.calendar, new.calendar)
    text = tomlkit.dumps(document)
    if not cut.gone and not cut.emptied:
        return text, True
    return without_tables(text, cut.gone, cut.emptied), False


def _renamed(document: Tables, old: Plan, new: Plan) -> Plan:
    """The old plan with the name that one practitioner goes by now, in the same place as before.

    What stands beside the answers stays too, where each practitioner has a table.
    """
    found, people = renamed(old, new), document.get("people")
    if found is None or not isinstance(people, Table):
        return old
    who, name = found
    for key in list(people):
        table = people.pop(key)
        people.append(name if key == who else key, table)
    return old.renaming_person(who, name)


def _form(plan: Plan) -> str:
    """The form as it stands in a file: the full form is what a plan has that says nothing."""
    return "" if plan.form == FULL else plan.form


def _set(table: Tables, key: str, old: object, new: object) -> None:
    if new in (None, ""):
        if old not in (None, ""):
            _drop(table, key)
    elif new != old or (type(new) is not type(old)) or key not in table:
        _put(table, key, _item(new))


def _put(table: Tables, key: str, item: TomlItem) -> None:
    """Set a key; a new one stands above the comments and free lines at the table's end."""
    body = table.value.body if isinstance(table, Table) and key not in table else []
    last = len(body)
    while last and isinstance(body[last - 1][1], Comment | Whitespace):
        last -= 1
    rest = body[last:]
    del body[last:]
    table[key] = item
    body += rest


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
        _drop(table, key)
    for key, number in new.assumptions.items():
        plain = int(number) if float(number).is_integer() else number
        _set(table, key, old.assumptions.get(key), plain)


def _each(
    tables: Tables, path: KeyPath, sides: tuple[Fields, Fields], write: Writer, cut: Cut
) -> None:
    """Take out what is gone from the tables below a path, and write what is new or changed."""
    (old, new), name = sides, path[-1]
    for key in old.keys() - new.keys():
        if _is_plain(tables[name][key]):
            tables[name].pop(key)
        else:
            cut.gone.append((*path, key))
    for key, thing in new.items():
        if old.get(key) != thing:
            parent = _table(tables, name, is_super=True)
            leads_on = key not in parent and _ends_with_blank_line(parent)
            table = _table(parent, key)
            write(table, (*path, key), old.get(key), thing)
            if leads_on and isinstance(table, Table):
                table.value.add(tomlkit.nl())


def _empty(document: Tables, old: Plan, new: Plan, cut: Cut) -> None:
    """Take the answers out that are gone; what else stands in their tables is the person's own."""
    for item in old.answers.keys() - new.answers.keys():
        table = document["answers"][item]
        _answer(cut, table, ("answers", item), old.answers[item], Answer())
        if not table and _is_plain(table):
            document["answers"].pop(item)
        else:
            cut.emptied.append(("answers", item))


def _is_plain(thing: object) -> bool:
    """Whether nothing is said beside the values, so that all of it can go."""
    if not isinstance(thing, Table):
        return True
    inside = [item for _key, item in thing.value.body]
    said = [
        item.trivia.comment for item in (thing, *inside) if not isinstance(item, Whitespace | Null)
    ]
    return not any(said) and all(map(_is_plain, inside))


def _drop(table: Tables, key: str) -> None:
    """Take a key out; what is said beside it stays in its line."""
    body = table.value.body if isinstance(table, Table) else []
    at = next((at for at, (name, _item) in enumerate(body) if name and name.key == key), None)
    item = table.pop(key, None)
    if at is not None and isinstance(item, TomlItem) and item.trivia.comment:
        body[at] = (None, tomlkit.comment(item.trivia.comment.removeprefix("#").strip()))


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
    if isinstance(last, Table) and not _ends_with_blank_line(parent):
        last.value.add(tomlkit.nl())


def _ends_with_blank_line(parent: Tables) -> bool:
    """Whether the last table below a parent ends with a free line: something stands behind it."""
    last = parent.value.body[-1][1] if isinstance(parent, Table) and parent.value.body else None
    return isinstance(last, Table) and last.as_string().endswith("\n\n")


def _person(table: Tables, _path: KeyPath, old: Person | None, new: Person) -> None:
    _set(table, "role", old.role if old else "", new.role)
    _parts(table, old.parts if old else {}, new.parts)


def _answer(cut: Cut, table: Tables, path: KeyPath, old: Answer | None, new: Answer) -> None:
    before = old or Answer()
    _parts(table, before.parts, new.parts)
    _set(table, "reason", before.reason, new.reason)
    _set(table, "note", before.note, new.note)
    if before.rows != new.rows:
        _each(table, (*path, "rows"), (before.rows, new.rows), _row, cut)
        if not new.rows and not table.get("rows") and _is_plain(table.get("rows")):
            table.pop("rows", None)
        elif not new.rows:
            cut.emptied.append((*path, "rows"))


def _entries(plan: Plan, table: str) -> Fields:
    """The entries of a table, with the rows below each where it has rows."""
    entries = plan.entries(table)
    if table != WITH_ROWS:
        return entries
    return {key: (fields, plan.scores.get(key, NONE)) for key, fields in entries.items()}


def _review(cut: Cut, table: Tables, path: KeyPath, old: Review | None, new: Review) -> None:
    before, rows = old or (NONE, NONE)
    _parts(table, before, new[0])
    if rows != new[1]:
        _each(table, (*path, "rows"), (rows, new[1]), _row, cut)


def _row(
    table: Tables, _path: KeyPath, old: Mapping[str, Value] | None, new: Mapping[str, Value]
) -> None:
    _parts(table, old or {}, new)


def _parts(table: Tables, old: Mapping[str, Value], new: Mapping[str, Value]) -> None:
    for key in old.keys() - new.keys():
        _drop(table, key)
    for key, value in new.items():
        _set(table, key, old.get(key), value)
