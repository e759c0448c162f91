"""What rows copied from a spreadsheet would become, in words to look at before they are taken."""

from __future__ import annotations

from collections.abc import Mapping

from readiness.describe.act import refused_told
from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Template
from readiness.domain.kinds.registry import value_words
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.spreadsheet import Line, Reading
from readiness.domain.plan.tables import TABLES
from readiness.i18n.language import _, n_


def counted_lines(place: FieldRef, template: Template, n: int) -> str:
    """How many of what: 3 practitioners, or 2 entries of the action plan."""
    if place.table:
        words = n_("{n} entry in {table}", "{n} entries in {table}", n)
        return words.format(n=n, table=TABLES[place.table].title)
    if place.item:
        words = n_("{n} row in {item}", "{n} rows in {item}", n)
        return words.format(n=n, item=f"{place.item} {template.items[place.item].short}")
    return n_("{n} practitioner", "{n} practitioners", n).format(n=n)


def reading_lines(place: FieldRef, template: Template, reading: Reading) -> list[str]:
    """What would be taken, numbered, and what would not; one sentence each."""
    parts = _parts(place, template)
    count = counted_lines(place, template, len(reading.lines))
    found = [_("These rows would become {what}:").format(what=count)] if reading.lines else []
    found += [f"{n}. {_line(one, parts)}" for n, one in enumerate(reading.lines, 1)]
    if not reading.lines:
        found.append(refused_told("nothing to take"))
    if reading.left:
        found.append(_("Not taken, because it is not understood here:"))
        found += [f"- {one}" for one in reading.left]
    return found


def _parts(place: FieldRef, template: Template) -> Mapping[str, Part]:
    if place.table:
        return TABLES[place.table].parts
    if place.item:
        return template.items[place.item].row_parts
    return {name: part for name, (_item, part) in template.person_parts().items()}


def _line(line: Line, parts: Mapping[str, Part]) -> str:
    said = [
        f"{parts[name].label}: {value_words(parts[name], value)}".removeprefix(": ")
        for name, value in line.fields.items()
    ]
    return ", ".join([*filter(None, (line.who, line.role)), *said])
