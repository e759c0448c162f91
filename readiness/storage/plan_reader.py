"""From what a plan file holds to a plan, with a word for everything that is not understood."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import FULL, SHORT, Form, Item
from readiness.domain.kinds.days import as_date, out_of_reach
from readiness.domain.kinds.kind import LONGEST_TEXT, excerpt
from readiness.domain.kinds.number import number_part
from readiness.domain.kinds.registry import kind_of, validate
from readiness.domain.kinds.value import (
    NOT_APPLICABLE,
    InvalidValue,
    Value,
    standing_word,
    too_long,
)
from readiness.domain.plan.bounds import MOST_PEOPLE, MOST_ROWS
from readiness.domain.plan.entry_table import EntryTable
from readiness.domain.plan.field_ref import WITH_ROWS
from readiness.domain.plan.particulars import DAYS, TEXTS
from readiness.domain.plan.plan import RESERVED, Answer, Person, Plan
from readiness.domain.plan.records import MOST_CRITERIA, people_parts, row_parts_of
from readiness.domain.plan.tables import TABLES
from readiness.domain.record import sealed
from readiness.i18n.language import _
from readiness.i18n.typed_dates import not_a_date
from readiness.storage.problems import KeyPath
from readiness.storage.table_reader import PlanTables, meant_by

TEXT_FIELDS = ("id", "template", "template_version", *TEXTS)
TOP = (
    *TEXT_FIELDS,
    *("format", *DAYS, "months", "form", "assumptions", "people", "answers", *TABLES, "calendar"),
)


class PlanReader(PlanTables):
    """Reads one file's tables into a plan, collecting problems as it goes."""

    def plan(self) -> Plan:
        """The plan, without what was not understood."""
        self._unknown(self.raw, TOP, ())
        fields: dict[str, Any] = {key: self._words((key,)) for key in TEXT_FIELDS}
        fields |= {name: self._day_of(name) for name in DAYS}
        fields |= {"months": self._months(), "form": self._form()}
        fields["assumptions"] = self._assumptions()
        fields["people"] = sealed(self._people())
        fields["answers"] = sealed(self._answers())
        fields |= {name: sealed(self._entries(name, declared)) for name, declared in TABLES.items()}
        fields["scores"] = sealed(self._scores(fields[WITH_ROWS]))
        fields["calendar"] = sealed(self._calendar())
        return Plan(**fields)

    def _day_of(self, name: str) -> object:
        found = self.raw.get(name)
        day = as_date(found)
        if found is not None and day is None:
            todo = _("write year-month-day, such as 2027-01-31")
            self._problem((name,), not_a_date(excerpt(found)), todo)
        if day is not None and (invalid := out_of_reach(day)):
            self._problem((name,), *invalid.said)
            return None
        return day

    def _months(self) -> int:
        found = self.raw.get("months", 12)
        most = 60
        if isinstance(found, int) and not isinstance(found, bool) and 1 <= found <= most:
            return found
        why = _("{value} is not a number of months").format(value=excerpt(found))
        self._problem(
            ("months",),
            why,
            _("write a whole number from {least} to {most}").format(least=1, most=60),
        )
        return 12

    def _form(self) -> Form:
        found = self.raw.get("form", FULL)
        word = " ".join(found.casefold().split()) if isinstance(found, str) else ""
        if word in (FULL, SHORT):
            return SHORT if word == SHORT else FULL
        self._problem(
            ("form",),
            _("{found} is not a form of the checklists").format(found=excerpt(found)),
            _('write form = "short" or form = "full"'),
        )
        return FULL

    def _assumptions(self) -> Mapping[str, float]:
        found, table = {}, self._table(("assumptions",))
        self._unknown(table, self._template.practice.numbers, ("assumptions",))
        for key, raw in table.items():
            default = self._template.practice.numbers.get(key)
            if default is None:
                continue
            value = self._fitted(number_part(key, default), raw, ("assumptions", key))
            if isinstance(value, int | float):
                found[key] = float(value)
        return sealed(found)

    def _entries(self, name: str, declared: EntryTable) -> dict[str, Mapping[str, Value]]:
        found = dict[str, Mapping[str, Value]]()
        for key in self._named((name,), declared.most):
            if not declared.takes(key):
                self._misnamed(declared, (name, key))
                continue
            fields = self._table((name, key))
            self._unknown(
                fields, (*declared.parts, *(["rows"] if declared.row_parts else [])), (name, key)
            )
            found[key] = sealed(self._given(fields, declared.parts, (name, key)))
        return found

    def _misnamed(self, declared: EntryTable, path: KeyPath) -> None:
        day = declared.day_named(path[-1])
        far = out_of_reach(day) if day is not None else None
        if far is not None:
            self._problem(path, *far.said)
            return
        is_month, name = declared.key == "month", excerpt(path[-1])
        why = _("{value} is not a month").format(value=name) if is_month else not_a_date(name)
        todo = (
            _("name it year-month: {example}") if is_month else _("name it by its day: {example}")
        )
        header = f"[{path[0]}.{'2027-07' if is_month else '2027-07-12'}]"
        self._problem(path, why, todo.format(example=header))

    def _scores(
        self, reviews: Mapping[str, Mapping[str, Value]]
    ) -> dict[str, Mapping[str, Mapping[str, Value]]]:
        found = {}
        for key, review in reviews.items():
            path, parts = (WITH_ROWS, key, "rows"), row_parts_of(review)
            rows = self._rows_at(path, parts, MOST_CRITERIA)
            if rows:
                found[key] = sealed(rows)
        return found

    def _calendar(self) -> dict[str, date]:
        found = {}
        for key, raw in list(self._table(("calendar",)).items())[:MOST_ROWS]:
            value = self._fitted(Part(kind="date"), raw, ("calendar", key))
            if isinstance(value, date):
                found[key] = value
        return found

    def _people(self) -> dict[str, Person]:
        parts = people_parts(self._template)
        found: dict[str, Person] = {}
        for who in self._named(("people",), MOST_PEOPLE):
            fields = self._table(("people", who))
            self._unknown(fields, ("role", *parts), ("people", who))
            given = self._given(fields, parts, ("people", who))
            role = self._words(("people", who, "role"))
            found[who] = Person(role=role, parts=sealed(given))
        return found

    def _answers(self) -> dict[str, Answer]:
        found = {}
        table = self._table(("answers",))
        for key in table:
            item = self._template.items.get(key)
            if item is None and self._is_told_enough():
                continue
            if item is None:
                meant = meant_by(key, self._template.items)
                why = _("{key} is not an item of this template").format(key=excerpt(key))
                todo = meant + _("it is kept as it is")
                self._problem(("answers", key), why, todo, is_remark=True)
                continue
            answer = self._answer(item, ("answers", key))
            if not answer.is_empty:
                found[key] = answer
        return found

    def _answer(self, item: Item, path: KeyPath) -> Answer:
        table = self._table(path)
        self._unknown(table, (*item.parts, *RESERVED, "value"), path)
        parts = self._given(table, {n: p for n, p in item.parts.items() if n != "value"}, path)
        value = self._value(item, table, path)
        if value is not None:
            parts = {"value": value, **parts}
        reason = self._words((*path, "reason"))
        if value == NOT_APPLICABLE and not reason.strip():
            todo = _('add a line such as: reason = "..."')
            self._problem(path, _("not applicable has no reason"), todo, is_remark=True)
        return Answer(
            parts=sealed(parts),
            rows=sealed(self._rows(item, path)),
            note=self._note((*path, "note")),
            reason=reason,
        )

    def _note(self, path: KeyPath) -> str:
        found = self._at(path)
        if isinstance(found, str) and len(found) > LONGEST_TEXT:
            self._problem(path, *too_long(len(found), LONGEST_TEXT).said)
            return ""
        return self._words(path).replace("\r\n", "\n").replace("\r", "\n")

    def _value(self, item: Item, table: Mapping[str, Any], path: KeyPath) -> Value | None:
        """The answer of the item as a whole: its only field, a standing word, or for everyone."""
        if "value" not in table:
            return None
        raw, word = table["value"], standing_word(table["value"])
        part = item.parts.get("value") or item.person_parts.get(item.everyone_part or "")
        if word == NOT_APPLICABLE:
            return word
        if part is not None and not isinstance(validate(part, raw), InvalidValue):
            return validate(part, raw)  # type: ignore[return-value]
        if word and (part is None or kind_of(part).shape != "choice"):
            return word
        if part is not None:
            return self._fitted(part, raw, (*path, "value"))
        fields = [*item.parts, *(["rows"] if item.row_parts else [])]
        self._problem(
            (*path, "value"),
            _("{value} is not an answer here").format(value=excerpt(raw)),
            _("use {fields}, or one of yes, partly, no, not sure, not applicable").format(
                fields=", ".join(fields)
            ),
        )
        return None

    def _rows(self, item: Item, path: KeyPath) -> dict[str, Mapping[str, Value]]:
        table = self._table((*path, "rows"))
        if table and not item.row_parts:
            why = _("this item has no rows")
            self._problem((*path, "rows"), why, _("see `readiness schema`"))
            return {}
        return self._rows_at((*path, "rows"), item.row_parts, MOST_ROWS)
