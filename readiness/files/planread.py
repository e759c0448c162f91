"""From what a plan file holds to a plan, with a word for everything that is not understood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from readiness.core.asked.part import Part
from readiness.core.asked.template import Item, Template
from readiness.core.frozen import sealed
from readiness.core.said.plan import NOT_APPLICABLE, RESERVED, Answer, Person, Plan, Value
from readiness.core.said.sheets import SHEETS, Sheet
from readiness.core.said.values import LONGEST_TEXT, Misfit, as_date, fit, shown, standing_word
from readiness.files.problems import Problem

MOST_PEOPLE, MOST_ROWS = 200, 500
Path = tuple[str, ...]

MOST_PROBLEMS = 100
"""Problems of one file that are told; a file with more is not a plan but something else."""

TEXT_FIELDS = ("plan", "service", "template", "template_version")
TOP = (
    *TEXT_FIELDS,
    *("format", "start", "months", "assumptions", "people", "answers", *SHEETS, "calendar"),
)


class PlanReader:
    """Reads one file's tables into a plan, collecting problems as it goes."""

    def __init__(self, raw: Mapping[str, Any], text: str, name: str, template: Template) -> None:
        """Prepare to read what a file holds."""
        self._raw, self._template, self._name = raw, template, name
        self._text = text
        self._lines: dict[Path, int] | None = None
        self.problems: list[Problem] = []
        """What was not understood, in the order it was met."""

    def plan(self) -> Plan:
        """The plan, without what was not understood."""
        self._unknown(self._raw, TOP, ())
        fields: dict[str, Any] = {key: self._words((key,)) for key in TEXT_FIELDS}
        fields |= {"start": self._start(), "months": self._months()}
        fields["assumptions"] = self._assumptions()
        fields["people"] = sealed(self._people())
        fields["answers"] = sealed(self._answers())
        fields |= {name: sealed(self._entries(name, sheet)) for name, sheet in SHEETS.items()}
        fields["calendar"] = sealed(self._calendar())
        return Plan(**fields)

    def _problem(self, path: Path, why: str, todo: str, *, is_remark: bool = False) -> None:
        if self._is_told_enough():
            return
        from readiness.files.lines import line_near, lines_of

        if self._lines is None:
            self._lines = lines_of(self._text)
        self.problems.append(
            Problem(
                file=self._name,
                line=line_near(self._lines, path),
                where=".".join(path),
                why=why,
                todo=todo,
                severity="remark" if is_remark else "error",
            )
        )

    def _is_told_enough(self) -> bool:
        """Whether there are so many problems that more would help nobody."""
        count = len(self.problems)
        if count == MOST_PROBLEMS:
            why, todo = "there are more problems in this file", "mend these first"
            self.problems.append(Problem(file=self._name, why=why, todo=todo))
        return count >= MOST_PROBLEMS

    def _unknown(self, table: Mapping[str, Any], known: Iterable[str], path: Path) -> None:
        names = list(known)
        for key in table:
            if key not in names and not self._is_told_enough():
                meant = _meant(key, names)
                self._problem(
                    (*path, key),
                    f"{shown(key)} is not a key that is used here",
                    f"{meant}it is kept as it is",
                    is_remark=True,
                )

    def _words(self, path: Path) -> str:
        found = self._at(path)
        if isinstance(found, str) and len(found) > LONGEST_TEXT:
            why = f"the text is {len(found):,} characters long"
            self._problem(path, why, f"shorten it to {LONGEST_TEXT:,} characters")
            return ""
        if found is None or isinstance(found, str):
            return found or ""
        self._problem(path, f"{shown(found)} is not a text", 'write words in quotes: "like this"')
        return ""

    def _at(self, path: Path) -> Any:  # noqa: ANN401 - any TOML value
        found: Any = self._raw
        for key in path:
            found = found.get(key) if isinstance(found, Mapping) else None
        return found

    def _start(self) -> object:
        found = self._raw.get("start")
        day = as_date(found)
        if found is not None and day is None:
            todo = "write year-month-day without quotes: 2027-01-31"
            self._problem(("start",), f"{shown(found)} is not a date", todo)
        return day

    def _months(self) -> int:
        found = self._raw.get("months", 12)
        most = 60
        if isinstance(found, int) and not isinstance(found, bool) and 1 <= found <= most:
            return found
        self._problem(("months",), f"{shown(found)} is not a number of months", "write 1 to 60")
        return 12

    def _table(self, path: Path) -> Mapping[str, Any]:
        found = self._at(path)
        if found is None or isinstance(found, Mapping):
            return found or {}
        header = ".".join(path)
        self._problem(path, f"{shown(found)} is not a table", f"write it under [{header}]")
        return {}

    def _assumptions(self) -> Mapping[str, float]:
        found, table = {}, self._table(("assumptions",))
        self._unknown(table, self._template.practice.numbers, ("assumptions",))
        for key, raw in table.items():
            if key not in self._template.practice.numbers:
                continue
            value = self._fitted(Part(kind="number", low=0), raw, ("assumptions", key))
            if isinstance(value, int | float):
                found[key] = float(value)
        return sealed(found)

    def _entries(self, name: str, sheet: Sheet) -> dict[str, Mapping[str, Value]]:
        table, found = self._table((name,)), dict[str, Mapping[str, Value]]()
        if len(table) > MOST_ROWS:
            self._problem((name,), f"there are {len(table)} {sheet.entry}s", f"keep {MOST_ROWS}")
        for key in list(table)[:MOST_ROWS]:
            fields = self._table((name, key))
            self._unknown(fields, sheet.parts, (name, key))
            found[key] = sealed(self._given(fields, sheet.parts, (name, key)))
        return found

    def _calendar(self) -> dict[str, date]:
        found = {}
        for key, raw in list(self._table(("calendar",)).items())[:MOST_ROWS]:
            value = self._fitted(Part(kind="date"), raw, ("calendar", key))
            if isinstance(value, date):
                found[key] = value
        return found

    def _fitted(self, part: Part, raw: object, path: Path) -> Value | None:
        value = fit(part, raw)
        if isinstance(value, Misfit):
            self._problem(path, value.why, value.todo)
            return None
        return value

    def _people(self) -> dict[str, Person]:
        parts = {name: part for name, (_, part) in self._template.person_parts().items()}
        found: dict[str, Person] = {}
        table = self._table(("people",))
        if len(table) > MOST_PEOPLE:
            self._problem(("people",), f"there are {len(table)} people", f"keep {MOST_PEOPLE}")
        for who in list(table)[:MOST_PEOPLE]:
            fields = self._table(("people", who))
            self._unknown(fields, ("role", *parts), ("people", who))
            given = self._given(fields, parts, ("people", who))
            role = self._words(("people", who, "role"))
            found[who] = Person(role=role, parts=sealed(given))
        return found

    def _given(
        self, table: Mapping[str, Any], parts: Mapping[str, Part], path: Path
    ) -> dict[str, Value]:
        found = {}
        for name, part in parts.items():
            if name in table:
                value = self._fitted(part, table[name], (*path, name))
                if value is not None:
                    found[name] = value
        return found

    def _answers(self) -> dict[str, Answer]:
        found = {}
        table = self._table(("answers",))
        for key in table:
            item = self._template.items.get(key)
            if item is None and self._is_told_enough():
                continue
            if item is None:
                meant = _meant(key, self._template.items)
                why = f"{shown(key)} is not an item of this template"
                self._problem(("answers", key), why, f"{meant}it is kept as it is", is_remark=True)
                continue
            answer = self._answer(item, ("answers", key))
            if not answer.is_empty:
                found[key] = answer
        return found

    def _answer(self, item: Item, path: Path) -> Answer:
        table = self._table(path)
        self._unknown(table, (*item.parts, *RESERVED, "value"), path)
        parts = self._given(table, {n: p for n, p in item.parts.items() if n != "value"}, path)
        value = self._value(item, table, path)
        if value is not None:
            parts = {"value": value, **parts}
        reason = self._words((*path, "reason"))
        if value == NOT_APPLICABLE and not reason.strip():
            todo = 'add a line such as: reason = "..."'
            self._problem(path, "not applicable has no reason", todo, is_remark=True)
        return Answer(
            parts=sealed(parts),
            rows=sealed(self._rows(item, path)),
            note=self._note((*path, "note")),
            reason=reason,
        )

    def _note(self, path: Path) -> str:
        found = self._at(path)
        if isinstance(found, str) and len(found) > LONGEST_TEXT:
            todo = f"shorten it to {LONGEST_TEXT:,} characters"
            self._problem(path, "the note is too long", todo)
            return ""
        return self._words(path).replace("\r\n", "\n").replace("\r", "\n")

    def _value(self, item: Item, table: Mapping[str, Any], path: Path) -> Value | None:
        """The answer of the item as a whole: its only field, a standing word, or for everyone."""
        if "value" not in table:
            return None
        raw, word = table["value"], standing_word(table["value"])
        part = item.parts.get("value") or item.person_parts.get(item.everyone_part or "")
        if word == NOT_APPLICABLE:
            return word
        if part is not None and not isinstance(fit(part, raw), Misfit):
            return fit(part, raw)  # type: ignore[return-value]
        if word and (part is None or part.kind != "choice"):
            return word
        if part is not None:
            return self._fitted(part, raw, (*path, "value"))
        fields = [*item.parts, *(["rows"] if item.row_parts else [])]
        self._problem(
            (*path, "value"),
            f"{shown(raw)} is not an answer here",
            f"use {', '.join(fields)}, or one of yes, partly, no, not sure, not applicable",
        )
        return None

    def _rows(self, item: Item, path: Path) -> dict[str, Mapping[str, Value]]:
        table = self._table((*path, "rows"))
        if table and not item.row_parts:
            self._problem((*path, "rows"), "this item has no rows", "see `readiness schema`")
            return {}
        if len(table) > MOST_ROWS:
            self._problem((*path, "rows"), f"there are {len(table)} rows", f"keep {MOST_ROWS}")
        found = {}
        for row in list(table)[:MOST_ROWS]:
            fields = self._table((*path, "rows", row))
            self._unknown(fields, item.row_parts, (*path, "rows", row))
            found[row] = sealed(self._given(fields, item.row_parts, (*path, "rows", row)))
        return found


def _meant(name: str, known: Iterable[str]) -> str:
    """A guess at what a name that is not known was meant to be, or nothing."""
    import difflib

    close = difflib.get_close_matches(name, list(known), 1)
    return f'did you mean "{close[0]}"? ' if close else ""
