"""The tables of a file, read, and what is wrong in them gathered, each thing with its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Template
from readiness.domain.kinds.kind import LONGEST_TEXT, excerpt
from readiness.domain.kinds.registry import validate
from readiness.domain.kinds.value import InvalidValue, Value, too_long, too_many
from readiness.domain.plan.bounds import LONGEST_NAME
from readiness.domain.record import sealed
from readiness.i18n.language import _
from readiness.storage.problems import MOST_PROBLEMS, KeyPath, Problem, Severity
from readiness.storage.toml_lines import line_near, lines_of

_MOST_SHOWN = 60
"""Characters of a key that a message shows."""


class Problems:
    """What is wrong with one file, gathered as it is read: each thing once, with its line."""

    def __init__(self, file: str, text: str = "", most: int = 10**6) -> None:
        """Begin with nothing, for a file of this name and text; more than the most is not kept."""
        self.file, self._text, self._most = file, text, most
        self._lines: Mapping[KeyPath, int] | None = None
        self.found: list[Problem] = []
        """In the order in which it was met."""

    def place(self, path: KeyPath) -> tuple[int | None, str]:
        """The line of a key, else of what is nearest around it, and what the key is called.

        Lines are looked for only where something is wrong.
        """
        if self._lines is None:
            self._lines = lines_of(self._text)
        return line_near(self._lines, path), ".".join(map(_shortened, path))

    def told(self, path: KeyPath, why: str, todo: str, severity: Severity = "error") -> Problem:
        """What is wrong at a key."""
        line, where = self.place(path)
        return Problem(
            file=self.file, line=line, where=where, why=why, todo=todo, severity=severity
        )

    def add(
        self, path: KeyPath, why: str, todo: str, *, line: int = 0, is_remark: bool = False
    ) -> None:
        """Keep what is wrong at a key, at its own line unless another one is given."""
        if len(self.found) < self._most:
            one = self.told(path, why, todo, "remark" if is_remark else "error")
            one = one.model_copy(update={"line": line}) if line else one
            self.found += [one] if one not in self.found else []


class TemplateProblems(Problems):
    """What is wrong with a template, its words, or a workshop: all is told with a line."""

    def place(self, path: KeyPath) -> tuple[int | None, str]:
        """The line, the first one where none is near, and all of the name."""
        return super().place(path)[0] or 1, ".".join(path)


def _shortened(key: str) -> str:
    return key if len(key) <= _MOST_SHOWN else f"{key[:_MOST_SHOWN]}…"


class TableReader:
    """Reads one file's tables, collecting problems as it goes."""

    longest = LONGEST_TEXT
    """Most characters of a text."""

    def __init__(self, raw: Mapping[str, Any], problems: Problems) -> None:
        """Prepare to read what a file holds."""
        self.raw = raw
        """What the file holds."""
        self._told = problems

    @property
    def problems(self) -> list[Problem]:
        """What was not understood, in the order it was met."""
        return self._told.found

    def _problem(self, path: KeyPath, why: str, todo: str, *, is_remark: bool = False) -> None:
        self._told.add(path, why, todo, is_remark=is_remark)

    def _at(self, path: KeyPath) -> Any:  # noqa: ANN401 - any TOML value
        found: Any = self.raw
        for key in path:
            found = found.get(key) if isinstance(found, Mapping) else None
        return found

    def _words(self, path: KeyPath) -> str:
        found = self._at(path)
        if isinstance(found, str) and len(found) > self.longest:
            self._problem(path, *too_long(len(found), self.longest).said)
            return ""
        if found is None or isinstance(found, str):
            return found or ""
        why = _("{value} is not a text").format(value=excerpt(found))
        self._problem(path, why, _('write words in quotes: "like this"'))
        return ""


class PlanTables(TableReader):
    """Reads the tables of a plan, whose template says which fields they have."""

    def __init__(self, raw: Mapping[str, Any], text: str, name: str, template: Template) -> None:
        """Prepare to read what a file of this text and name holds."""
        super().__init__(raw, Problems(name, text))
        self._template, self._name = template, name

    def _problem(self, path: KeyPath, why: str, todo: str, *, is_remark: bool = False) -> None:
        if not self._is_told_enough():
            super()._problem(path, why, todo, is_remark=is_remark)

    def _is_told_enough(self) -> bool:
        """Whether there are so many problems that more would help nobody."""
        count = len(self.problems)
        if count == MOST_PROBLEMS:
            why, todo = _("there are more problems in this file"), _("mend these first")
            self.problems.append(Problem(file=self._name, why=why, todo=todo))
        return count >= MOST_PROBLEMS

    def _unknown(self, table: Mapping[str, Any], known: Iterable[str], path: KeyPath) -> None:
        names = list(known)
        for key in table:
            if key not in names and not self._is_told_enough():
                meant = meant_by(key, names)
                self._problem(
                    (*path, key),
                    _("{key} is not a key that is used here").format(key=excerpt(key)),
                    meant + _("it is kept as it is"),
                    is_remark=True,
                )

    def _table(self, path: KeyPath) -> Mapping[str, Any]:
        found = self._at(path)
        if found is None or isinstance(found, Mapping):
            return found or {}
        header = ".".join(path)
        why = _("{value} is not a table").format(value=excerpt(found))
        self._problem(path, why, _("write it under [{header}]").format(header=header))
        return {}

    def _named(self, path: KeyPath, most: int) -> Iterator[str]:
        """The first names of the table at a path, without those that are no names any more."""
        table = self._table(path)
        if len(table) > most:
            self._problem(path, *too_many(len(table), most).said)
        for name in list(table)[:most]:
            if len(name) <= LONGEST_NAME:
                yield name
                continue
            self._problem((*path, name), *too_long(len(name), LONGEST_NAME).said)

    def _fitted(self, part: Part, raw: object, path: KeyPath) -> Value | None:
        value = validate(part, raw)
        if isinstance(value, InvalidValue):
            self._problem(path, *value.said)
            return None
        return value

    def _rows_at(
        self, path: KeyPath, parts: Mapping[str, Part], most: int
    ) -> dict[str, Mapping[str, Value]]:
        """The tables below a path by their names, each with what these fields hold."""
        found = {}
        for name in self._named(path, most):
            here = (*path, name)
            fields = self._table(here)
            self._unknown(fields, parts, here)
            found[name] = sealed(self._given(fields, parts, here))
        return found

    def _given(
        self, table: Mapping[str, Any], parts: Mapping[str, Part], path: KeyPath
    ) -> dict[str, Value]:
        found = {}
        for name, part in parts.items():
            if name in table:
                value = self._fitted(part, table[name], (*path, name))
                if value is not None:
                    found[name] = value
        return found


def meant_by(name: str, known: Iterable[str]) -> str:
    """A guess at what a name that is not known was meant to be, or nothing."""
    import difflib

    close = difflib.get_close_matches(name, list(known), 1)
    return _('did you mean "{name}"?').format(name=close[0]) + " " if close else ""
