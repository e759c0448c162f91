"""Looking over the conditions of a template: whether what they compare exists and compares."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from readiness.domain.kinds.registry import kind_named
from readiness.domain.kinds.value import NO, NOT_SURE, PARTLY, STANDING_WORDS, YES, key_of
from readiness.domain.rules.fact_names import FACT_WORDS
from readiness.i18n.language import _
from readiness.i18n.words import first_down
from readiness.storage.problems import Said

PART_TABLES = ("parts", "row_parts", "person_parts")
NUMBER_LIMITS = ("below", "above", "at_least", "at_most")
DATE_LIMITS = ("before", "after")
MOST_LISTED = 8


class ConditionCheck:
    """Looks over the conditions of one template's tables."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        """Look into these tables, as merged from all layers."""
        practice = table_in(raw, "practice")
        self._items, self._thresholds = table_in(raw, "items"), table_in(raw, "thresholds")
        self.numbers = [*self._thresholds, *table_in(practice, "numbers")]
        """The names of thresholds and of the practice's numbers."""

    def faults(self, condition: object, key: str) -> Iterator[Said]:
        """The faults of a condition of this item and of all those inside it."""
        if isinstance(condition, list):
            for one in condition:
                yield from self.faults(one, key)
        if not isinstance(condition, Mapping):
            return
        for name, one in condition.items():
            yield from self._group(str(name), one, key)
        yield from unknown(condition.get("item"), self._items, _("item"))
        item = table_in(self._items, str(condition.get("item", key)))
        if item:
            yield from self._leaf(condition, item, str(condition.get("item", key)))

    def _group(self, name: str, inner: object, key: str) -> Iterator[Said]:
        item = table_in(self._items, key)
        if name in ("some_row", "every_row") and not item.get("row_parts"):
            why = _("{name} looks at rows, and {item} has none").format(name=name, item=key)
            yield why, _("use a field, or give it row_parts")
        if name in ("all", "any", "not", "some_row", "every_row", "some_person", "every_person"):
            yield from self.faults(inner, key)

    def _leaf(
        self, condition: Mapping[str, Any], item: Mapping[str, Any], key: str
    ) -> Iterator[Said]:
        parts = {name: part for _table, name, part in parts_of(item)}
        fields = [*parts, "value"]
        field = _("field of {item}").format(item=key)
        yield from unknown(condition.get("part"), fields, field)
        yield from unknown(condition.get("same_as"), fields, field)
        yield from unknown(condition.get("fact"), FACT_WORDS, _("fact"))
        yield from self._counted(condition.get("count"), item, parts, key)
        for name in (*NUMBER_LIMITS, *DATE_LIMITS):
            if isinstance(condition.get(name), str):
                yield from unknown(
                    condition[name], [*self.numbers, *FACT_WORDS], _("threshold or fact")
                )
        if condition.get("part") in fields:
            yield from _compared(condition, parts.get(condition["part"]), _words(condition, item))
        for name in DATE_LIMITS:
            if condition.get(name) in self.numbers:
                why = _("{name} compares dates, and {other} is a number")
                yield why.format(name=name, other=condition[name]), _("use a fact")

    def _counted(
        self, count: object, item: Mapping[str, Any], parts: Mapping[str, Any], key: str
    ) -> Iterator[Said]:
        lists = [name for name, part in parts.items() if kind_named(part.get("kind")).is_many]
        rows = ["rows"] if item.get("row_parts") else []
        if isinstance(count, str) and count not in (*lists, *rows):
            todo = _("use a field")
            if lists or rows:
                todo = _("count one of {names}").format(names=", ".join([*lists, *rows]))
            yield _('"{name}" of {item} cannot be counted').format(name=count, item=key), todo


def _compared(
    condition: Mapping[str, Any], part: Mapping[str, Any] | None, words: list[str] | None
) -> Iterator[Said]:
    """Whether a field is compared with something that it can be."""
    called = str(part.get("kind")) if part else "ynp"
    kind = kind_named(called)
    for limits, fits, why in (
        (NUMBER_LIMITS, kind.is_number, _("{name} compares numbers, and this field is a {kind}")),
        (DATE_LIMITS, kind.is_date, _("{name} compares dates, and this field is a {kind}")),
    ):
        for name in limits:
            if name in condition and not fits:
                yield why.format(name=name, kind=called), _("use is, or given")
    if "numbered" in condition and not kind.is_text:
        yield (
            _("numbered looks into a text, and this field is a {kind}").format(kind=called),
            _("use given, or at_least"),
        )
    wanted = [condition.get("is"), *_listed(condition.get("any_of"))]
    known = {key_of(word): word for word in words or []}
    for word in wanted:
        if words is not None and isinstance(word, str) and key_of(word) not in known:
            yield from unknown(word, known.values(), _("answer of this field"))


def _words(condition: Mapping[str, Any], item: Mapping[str, Any]) -> list[str] | None:
    """Every word that a field can hold; None where it takes free text."""
    name = condition.get("part")
    part = next((part for _table, one, part in parts_of(item) if one == name), None)
    if part is None:
        stand_in = [p for table, _name, p in parts_of(item) if table == "person_parts"]
        return [*STANDING_WORDS, *(word for p in stand_in for word in table_in(p, "options"))]
    kind = kind_named(part.get("kind"))
    if kind.is_text or (kind.is_many and not kind.holds_dates):
        return None
    own = [YES, PARTLY] if kind.is_yes_no else []
    return [*own, *table_in(part, "options"), NO, NOT_SURE]


def unknown(name: object, known: Iterable[str], what: str) -> Iterator[Said]:
    """The fault of a name that is not among those that are known, if it is one."""
    names = list(known)
    if not isinstance(name, str) or name in names:
        return
    close = difflib.get_close_matches(name, names, 1)
    what = first_down(what)
    todo = _("use a {what} that the template has").format(what=what)
    if close:
        todo = _('write "{name}"').format(name=close[0])
    elif 0 < len(names) <= MOST_LISTED:
        todo = _("use one of {words}").format(words=", ".join(names))
    yield _('"{name}" is not a known {what}').format(name=name, what=what), todo


def parts_of(item: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Every field of an item: the table it stands in, its name, and what it holds."""
    for table in PART_TABLES:
        for name, part in table_in(item, table).items():
            if isinstance(part, Mapping):
                yield table, name, part


def table_in(tables: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """A table of this name; an empty one where there is none."""
    found = tables.get(name)
    return found if isinstance(found, Mapping) else {}


def _listed(thing: object) -> list[Any]:
    return thing if isinstance(thing, list) else []
