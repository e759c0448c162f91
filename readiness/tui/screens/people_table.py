"""The practitioners as a table: what is known about each in columns, as many as fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from readiness.describe.practitioner import left_words
from readiness.domain.checklist.part import Part
from readiness.domain.kinds.registry import kind_of
from readiness.domain.kinds.value import NO
from readiness.domain.plan.field_ref import FieldRef
from readiness.i18n.language import N_, _
from readiness.i18n.words import first_down, number_words, short_date
from readiness.tui.line_text import cut, joined, plain, wrapped
from readiness.tui.view import View
from readiness.tui.widgets.drawing import Draw

LONGEST, BETWEEN = 22, 2
"""Columns of a cell at most, and between two."""


@dataclass(frozen=True)
class PeopleColumn:
    """One column: its head, and a cell for each practitioner."""

    head: str
    cell: Callable[[str], str]


def _number(view: View, who: str, name: str) -> float | None:
    found = view.review.facts.people.get(who, {}).get(name)
    return float(found) if isinstance(found, int | float) else None


def _hours(view: View, who: str, name: str) -> str:
    found = _number(view, who, name)
    return "?" if found is None else number_words(found)


def _left(view: View, who: str) -> float | None:
    needed, freed = _number(view, who, "hours_needed"), _number(view, who, "hours_freed")
    return None if needed is None or freed is None else freed - needed


def _leaves(view: View, who: str) -> str:
    said = view.review.facts.inputs.people.get(who, {}).get("leaves")
    if isinstance(said, date):
        return short_date(said)
    return _("stays") if said == NO else "?"


ORDERS: dict[str, Callable[[View, str], tuple[object, ...]]] = {
    N_("as listed"): lambda _view, _who: (),
    N_("short of hours first"): lambda view, who: (
        _left(view, who) is None,
        _left(view, who) or 0.0,
    ),
    N_("who leaves first"): lambda view, who: (
        str(view.review.facts.inputs.people.get(who, {}).get("leaves") or "~"),
    ),
}
"""What the table can be sorted by."""


def columns_of(view: View) -> Iterator[PeopleColumn]:
    """The columns, the most important first: hours, who leaves, then what else is asked of each."""
    people = view.plan.people
    yield PeopleColumn(first_down(_("Who")), lambda who: who)
    yield PeopleColumn(first_down(_("Role")), lambda who: people[who].role)
    yield PeopleColumn(_("needs"), lambda who: _hours(view, who, "hours_needed"))
    yield PeopleColumn(_("freed"), lambda who: _hours(view, who, "hours_freed"))
    yield PeopleColumn(_("hours"), lambda who: left_words(_left(view, who)))
    yield PeopleColumn(_("leaves"), lambda who: _leaves(view, who))
    for key, item in view.template.items.items():
        asked = item.person_parts.items()
        for name, part in [one for one in asked if kind_of(one[1]).is_yes_no][:1]:
            yield PeopleColumn(item.short, _asked(view, key, name, part))


def _asked(view: View, key: str, name: str, part: Part) -> Callable[[str], str]:
    def cell(who: str) -> str:
        value = view.plan.value(FieldRef(key, name, person=who))
        return "?" if value is None else kind_of(part).in_words(part, value)

    return cell


def answers_about(view: View, who: str) -> Draw:
    """Everything that is asked about a practitioner, with what was answered."""
    found: list[tuple[str, str]] = []
    for key, item in view.template.items.items():
        for name, part in item.person_parts.items():
            value = view.plan.value(FieldRef(key, name, person=who))
            label = item.short if len(item.person_parts) == 1 else f"{item.short}: {part.label}"
            found.append((label, "?" if value is None else kind_of(part).in_words(part, value)))

    def draw(width: int) -> Iterator[Content]:
        for label, said in found:
            first, *rest = wrapped(f"{label}  {said}", width, "  ")
            head = plain(first[: len(label)], "$text-muted")
            yield joined(head, first[len(label) :])
            yield from map(plain, rest)

    return lambda width: [*draw(width)]


def people_table(view: View, order: str, width: int) -> tuple[Content, list[tuple[str, Content]]]:
    """The heads, and a row for each practitioner with who it is about."""
    people = sorted(view.plan.people, key=lambda who: ORDERS[order](view, who))
    columns: list[tuple[int, list[str]]] = []
    room = width
    for column in columns_of(view):
        cells = [cut(words, LONGEST) for words in (column.head, *map(column.cell, people))]
        wide = max(map(len, cells)) + BETWEEN
        if wide > room:
            break
        room -= wide
        columns.append((wide, cells))
    rows = [_row([(wide, cells[at]) for wide, cells in columns]) for at in range(len(people) + 1)]
    return rows[0].stylize("$text-muted"), list(zip(people, rows[1:], strict=True))


def _row(cells: list[tuple[int, str]]) -> Content:
    pieces = []
    for at, (wide, words) in enumerate(cells):
        is_bold = at == 0 or words.startswith("!")
        pieces.append(plain(words.ljust(wide), "bold" if is_bold else ""))
    return joined(*pieces)
