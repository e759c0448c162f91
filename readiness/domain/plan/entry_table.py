"""One of the plan's own tables: what an entry of it holds, and how its entries are named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from readiness.domain.checklist.limits import is_in_reach
from readiness.domain.checklist.part import Direction, Part
from readiness.domain.record import NONE, sealed
from readiness.i18n.language import _, language
from readiness.i18n.words import first_down, first_up

Key = Literal["number", "word", "day", "month"]
"""How the entries of a table are named: 1, 2, 3; a word; a day; or a month, as in 2027-07."""

_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class EntryTable:
    """One of the plan's own tables, with its words in the language spoken now."""

    def __init__(
        self,
        title: str,
        entry: str,
        parts: Mapping[str, Part],
        *,
        key: Key = "number",
        row_parts: Mapping[str, Part] = NONE,
        most: int = 500,
    ) -> None:
        """Keep a table's words, each marked with N_ where it stands."""
        self._title, self._entry = title, entry
        self._parts, self._row_parts = parts, row_parts
        self._said: dict[str, tuple[Mapping[str, Part], Mapping[str, Part]]] = {}
        self.key = key
        """How its entries are named."""
        self.most = most
        """Most entries that a plan may hold."""

    @property
    def title(self) -> str:
        """What it is called."""
        return first_up(_(self._title))

    @property
    def entry(self) -> str:
        """What one entry is called."""
        return first_down(_(self._entry))

    @property
    def parts(self) -> Mapping[str, Part]:
        """The fields of an entry by their key in the file."""
        return self._spoken()[0]

    @property
    def row_parts(self) -> Mapping[str, Part]:
        """The fields of a row below an entry by their key in the file; none where it has none."""
        return self._spoken()[1]

    def takes(self, key: str) -> bool:
        """Whether an entry may have this name."""
        if self.key not in ("month", "day"):
            return True
        day = self.day_named(key)
        return day is not None and is_in_reach(day)

    def day_named(self, key: str) -> date | None:
        """The day that a name says, of a month the first; None where it says none."""
        shape, rest = (_MONTH, "-01") if self.key == "month" else (_DAY, "")
        try:
            return date.fromisoformat(key + rest) if shape.fullmatch(key) else None
        except ValueError:
            return None

    def _spoken(self) -> tuple[Mapping[str, Part], Mapping[str, Part]]:
        code = language()
        if code not in self._said:
            self._said[code] = (_all_said(self._parts), _all_said(self._row_parts))
        return self._said[code]


def next_number(names: Iterable[str]) -> str:
    """A name that none of these is: the number after the highest."""
    return str(1 + max((int(one) for one in names if one.isdecimal()), default=0))


def _all_said(parts: Mapping[str, Part]) -> Mapping[str, Part]:
    return sealed({name: _said(part) for name, part in parts.items()})


def _said(part: Part) -> Part:
    label, options = (
        first_up(_(part.label)),
        {k: first_up(_(one)) for k, one in part.options.items()},
    )
    said = {"label": label, "hint": _(part.hint), "unit": _(part.unit), "options": sealed(options)}
    return part.model_copy(update=said)


def a_text(label: str, hint: str = "") -> Part:
    """A field for words of a person's own."""
    return Part(kind="text", label=label, hint=hint)


def a_date(label: str, direction: Direction = "ahead") -> Part:
    """A field for one day."""
    return Part(kind="date", label=label, direction=direction)


def a_count(label: str, unit: str = "", high: int = 10_000) -> Part:
    """A field for a whole number from 0 on."""
    return Part(kind="number", label=label, unit=unit, low=0, high=high)


def a_choice(label: str, options: Mapping[str, str]) -> Part:
    """A field that is answered with one of several words."""
    return Part(kind="choice", label=label, options=options)
