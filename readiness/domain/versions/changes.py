"""What differs between two states of a plan, item by item, in a person's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Item, Template
from readiness.domain.kinds.registry import value_words
from readiness.domain.plan.particulars import LABELS
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.records import people_parts
from readiness.domain.plan.tables import TABLES
from readiness.domain.record import Record
from readiness.domain.versions.places import Leaf, Place, Worded, is_whole, leaves_of, under
from readiness.i18n.language import N_, _

EMPTY = N_("empty")
"""The word for a person, row or entry that is there without any field."""

_FREE, _WORD = Part(kind="text"), Part(kind="ynp")


class Change(Record):
    """One answer that differs."""

    place: Place
    """Where it stands, as in the file."""
    kind: Literal["added", "removed", "changed"]
    """What became of it."""
    title: str
    """What it belongs to: a question, a practitioner, an entry."""
    field: str = ""
    """Which field; empty where there is only one."""
    before: str = ""
    """The answer before, in words; empty where there was none."""
    after: str = ""
    """The answer after, in words; empty where there is none."""

    @property
    def words(self) -> str:
        """The whole change in one line."""
        where = f"{self.title}, {self.field}" if self.field else self.title
        if self.kind == "added":
            words = _("{where}: added: {after}") if self.after else _("{where}: added")
            return words.format(where=where, after=self.after)
        if self.kind == "removed":
            words = _("{where}: taken out: {before}") if self.before else _("{where}: taken out")
            return words.format(where=where, before=self.before)
        words = _("{where}: {before} became {after}")
        return words.format(where=where, before=self.before, after=self.after)


def changes(before: Plan, after: Plan, template: Template) -> list[Change]:
    """What differs, in the order of the later plan.

    A person, row or entry that came or went is one change.
    """
    old, new = leaves_of(before), leaves_of(after)
    found = []
    told: set[Place] = set()
    for place in (*new, *(place for place in old if place not in new)):
        if old.get(place) == new.get(place) or any(
            place[:end] in told for end in range(1, len(place))
        ):
            continue
        if is_whole(place):
            told.add(place)
        found.append(change_at(place, old, new, template))
    return found


def summed(found: Sequence[Change], most: int) -> str:
    """The first few changes in one line, and how many more; empty where there are none."""
    more = len(found) - most
    said = [one.words for one in found[:most]]
    said += [_("and {n} more").format(n=more)] if more > 0 else []
    return "; ".join(said)


def change_at(
    place: Place, old: Mapping[Place, Leaf], new: Mapping[Place, Leaf], template: Template
) -> Change:
    """What became of one place."""
    kind: Literal["added", "removed", "changed"] = "changed"
    if place not in old or place not in new:
        kind = "added" if place in new else "removed"
    title, field = names(place, template)
    before, after = words_at(place, old, template), words_at(place, new, template)
    return Change(place=place, kind=kind, title=title, field=field, before=before, after=after)


def words_at(place: Place, leaves: Mapping[Place, Leaf], template: Template) -> str:
    """What stands in a place, in words; empty where nothing does."""
    below = under(place, leaves)
    if place not in below or below[place] is True:
        if below == {place: True}:
            return _(EMPTY)
        fields = [(key, leaf) for key, leaf in below.items() if leaf is not True]
        said = [(names(key, template)[1], _leaf_words(key, leaf, template)) for key, leaf in fields]
        return "; ".join(f"{name}: {words}" if name else words for name, words in said)
    return _leaf_words(place, below[place], template)


def _leaf_words(place: Place, leaf: Leaf, template: Template) -> str:
    item = template.items.get(place[1]) if place[0] == "answers" else None
    part = _part(place, template)
    if isinstance(leaf, Worded):
        value = "" if leaf.value is None else value_words(_WORD, leaf.value)
        return f"{value} ({leaf.reason})" if value else leaf.reason
    if part is None:
        part = _WORD if place[0] == "answers" and place[-1] == "value" else _FREE
    return value_words(part, leaf, item.no_label if item else "")


def _part(place: Place, template: Template) -> Part | None:
    if place[0] == "people" and place[-1] != "role":
        return people_parts(template).get(place[-1], _FREE)
    if place[0] in TABLES:
        table = TABLES[place[0]]
        return (table.row_parts if place[2] == "rows" else table.parts).get(place[-1])
    if place[0] != "answers" or place[-1] == "note":
        return None
    item = template.items.get(place[1])
    if item is None:
        return None
    parts = item.row_parts if place[2] == "rows" else item.parts
    return parts.get(place[-1])


def names(place: Place, template: Template) -> tuple[str, str]:
    """What a place belongs to and which field it is, in words."""
    kind, *rest = place
    if kind in LABELS:
        return LABELS[kind], ""
    if kind == "answers":
        return _item_names(rest, template)
    if kind == "people":
        return rest[0], _field_name(place, template) if len(rest) > 1 else ""
    if kind in TABLES:
        return _entry_names(place, template)
    if kind == "assumptions":
        number = template.practice.numbers.get(rest[0])
        return _("Assumption"), number.label if number else rest[0]
    return _("Calendar"), rest[0].replace("-", " ")


def _entry_names(place: Place, template: Template) -> tuple[str, str]:
    kind, entry, *rest = place
    title = f"{TABLES[kind].entry.capitalize()} {entry}"
    if rest[:1] != ["rows"]:
        return title, _field_name(place, template) if rest else ""
    row = rest[1].replace("_", " ")
    is_field = len(rest) > len(("rows", "row"))
    return title, f"{row}, {_field_name(place, template)}" if is_field else row


def _item_names(rest: list[str], template: Template) -> tuple[str, str]:
    item = template.items.get(rest[0])
    title = f"{rest[0]} {item.short}" if item else rest[0]
    if len(rest) == 1 or rest[1] == "value":
        return title, ""
    if rest[1] == "note":
        return title, _("Note")
    if rest[1] == "rows":
        return title, _row_name(item, rest[2:], template, rest[0])
    return title, _field_name(("answers", *rest), template)


def _row_name(item: Item | None, rest: list[str], template: Template, key: str) -> str:
    name = item.row_name if item else _("row")
    row = f"{name} {rest[0]}".capitalize() if rest else _("Rows")
    if len(rest) > 1:
        return f"{row}, {_field_name(('answers', key, 'rows', *rest), template)}"
    return row


def _field_name(place: Place, template: Template) -> str:
    part = _part(place, template)
    label = part.label if part else ""
    return label or place[-1].replace("_", " ").capitalize()
