"""Looking a template over: every fault with its line, all of them in one go."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from readiness.core.capacity import NUMBERS
from readiness.core.fact_names import FACT_WORDS
from readiness.core.inputs import INPUTS
from readiness.core.plan import RESERVED
from readiness.core.template import Template
from readiness.core.words import places
from readiness.files.lines import lines_of, repeated_headers
from readiness.files.problems import Problem
from readiness.files.templates import Library, laid_over, line_near, spoken_for, validation_problems
from readiness.files.toml import Refused, decoded, parsed, read_bytes

PART_TABLES = ("parts", "row_parts", "person_parts")
LIMITS = ("below", "above", "at_least", "at_most", "before", "after")
LONGEST_SHORT = 22

Path_ = tuple[str, ...]


def check_template(library: Library, name: str) -> list[Problem]:
    """Every fault of a template, in the order of its lines; none means that it can be used."""
    path = library.path_of(name) or Path(name)
    try:
        text = decoded(read_bytes(path), path.name)
        repeated = repeated_headers(text)
        raw = parsed(_without(text, [line for _, line in repeated]), path.name)
        below = (
            library.merged(library.path_of(str(raw["extends"])) or path)
            if raw.get("extends")
            else {}
        )
    except Refused as refused:
        return [refused.problem]
    check = _Check(path, text, spoken_for(laid_over(below, raw)))
    for header, line in repeated:
        why = f"the table {'.'.join(header)} stands here a second time"
        check.add(header, why, "give it another id, or take it out", line=line)
    check.everything()
    return sorted(check.found, key=lambda problem: problem.line or 0)


def _without(text: str, lines: list[int]) -> str:
    """The text with repeated tables turned into comments, so that the rest can be read."""
    kept, skip = [], False
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("["):
            skip = number in lines
        kept.append(f"# {line}" if skip else line)
    return "\n".join(kept)


class _Check:
    """Collects the faults of one template's tables."""

    def __init__(self, path: Path, text: str, raw: dict[str, Any]) -> None:
        self._path, self._raw, self._lines = path, raw, lines_of(text)
        self.found: list[Problem] = []

    def add(self, keys: Path_, why: str, todo: str, line: int | None = None) -> None:
        found = line or line_near(self._lines, keys)
        where = ".".join(keys)
        self.found.append(
            Problem(file=self._path.name, line=found, where=where, why=why, todo=todo)
        )

    def everything(self) -> None:
        try:
            Template.model_validate(self._raw)
        except ValidationError as error:
            self.found += validation_problems(error, self._path)
        self._numbers()
        owners: dict[str, str] = {}
        for key, item in self._table("items").items():
            if isinstance(item, Mapping):
                self._item(key, item, owners)
        self._cited(("practice",), self._table("practice"))
        for group in ("areas", "thresholds"):
            for key, one in self._table(group).items():
                self._cited((group, key), one)

    def _table(self, name: str) -> Mapping[str, Any]:
        found = self._raw.get(name)
        return found if isinstance(found, Mapping) else {}

    def _known(self, keys: Path_, name: object, known: Iterable[str], what: str) -> None:
        names = list(known)
        if isinstance(name, str) and name not in names:
            close = difflib.get_close_matches(name, names, 1)
            todo = f'write "{close[0]}"' if close else f"use a {what} that the template has"
            self.add(keys, f'"{name}" is not a known {what}', todo)

    def _numbers(self) -> None:
        numbers = self._table("practice").get("numbers")
        given = numbers if isinstance(numbers, Mapping) else {}
        for name in NUMBERS:
            if name not in given:
                where = ("practice", "numbers", name)
                self.add(where, "this number of the practice is missing", "add it; see five_areas")
        for name, one in given.items():
            self._cited(("practice", "numbers", name), one)

    def _cited(self, keys: Path_, table: object) -> None:
        sources = table.get("sources") if isinstance(table, Mapping) else None
        for source in sources if isinstance(sources, list) else []:
            self._known((*keys, "sources"), source, self._table("references"), "source")

    def _item(self, key: str, item: Mapping[str, Any], owners: dict[str, str]) -> None:
        at = ("items", key)
        self._cited(at, item)
        self._known((*at, "area"), item.get("area"), self._table("areas"), "area")
        if item.get("theme"):
            self._known((*at, "theme"), item["theme"], self._table("themes"), "theme")
        if len(str(item.get("short", ""))) > LONGEST_SHORT:
            self.add(
                (*at, "short"), "the short name is too long", f"use {LONGEST_SHORT} characters"
            )
        if not any(item.get(table) for table in PART_TABLES):
            self.add(at, "the item has no field", 'add one, such as parts.value = { kind = "ynp" }')
        for table, name, part in _parts(item):
            self._part((*at, table, name), name, part)
            if table == "person_parts" and owners.setdefault(name, key) != key:
                why = f"the item {owners[name]} asks practitioners for {name} too"
                self.add((*at, table, name), why, "give the field another name")
        for name in ("ready", "partly"):
            self._condition((*at, name), key, item.get(name))
        rules = item.get("rules")
        for number, rule in enumerate(rules if isinstance(rules, list) else []):
            self._rule((*at, "rules", str(number)), key, rule)

    def _part(self, at: Path_, name: str, part: Mapping[str, Any]) -> None:
        if name in RESERVED:
            self.add(at, f"{name} is the name of something else", "give the field another name")
        if part.get("feeds"):
            self._known((*at, "feeds"), part["feeds"], INPUTS, "input")
        if part.get("fact"):
            self._known((*at, "fact"), part["fact"], FACT_WORDS, "fact")
        if part.get("kind") in ("choice", "choices") and not part.get("options"):
            self.add(at, "a choice needs options", 'add options = { one = "One", two = "Two" }')

    def _rule(self, at: Path_, key: str, rule: object) -> None:
        if not isinstance(rule, Mapping):
            return
        self._cited(at, rule)
        self._condition((*at, "when"), key, rule.get("when"))
        known = [
            *FACT_WORDS,
            *self._names(),
            *(name for _, name, _ in _parts(self._one(key))),
            "who",
        ]
        for name in places(str(rule.get("says", ""))):
            self._known((*at, "says"), name, known, "name for a sentence")

    def _names(self) -> list[str]:
        numbers = self._table("practice").get("numbers")
        return [*self._table("thresholds"), *(numbers if isinstance(numbers, Mapping) else {})]

    def _one(self, key: str) -> Mapping[str, Any]:
        found = self._table("items").get(key)
        return found if isinstance(found, Mapping) else {}

    def _condition(self, at: Path_, key: str, condition: object) -> None:
        for one in _conditions(condition):
            item = one.get("item", key)
            self._known(at, item, self._table("items"), "item")
            if isinstance(item, str) and self._one(item):
                fields = [*(name for _, name, _ in _parts(self._one(item))), "value"]
                for subject in ("part", "same_as"):
                    self._known(at, one.get(subject), fields, f"field of {item}")
                self._known(at, one.get("count"), [*fields, "rows"], f"field of {item}")
            if "fact" in one:
                self._known(at, one["fact"], FACT_WORDS, "fact")
            for limit in LIMITS:
                if isinstance(one.get(limit), str):
                    self._known(at, one[limit], [*self._names(), *FACT_WORDS], "threshold or fact")


def _parts(item: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for table in PART_TABLES:
        found = item.get(table)
        for name, part in (found if isinstance(found, Mapping) else {}).items():
            if isinstance(part, Mapping):
                yield table, name, part


def _conditions(condition: object) -> Iterator[Mapping[str, Any]]:
    """A condition and all those inside it."""
    if isinstance(condition, list):
        for one in condition:
            yield from _conditions(one)
    elif isinstance(condition, Mapping):
        yield condition
        for value in condition.values():
            yield from _conditions(value)
