"""What differs between two states of a plan or of its template, in words; steps that are undone."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Literal

from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Item, Template
from readiness.domain.kinds.registry import kind_of, value_words
from readiness.domain.plan.field_ref import ASSUMPTIONS, CALENDAR, NOTE, VALUE, FieldRef
from readiness.domain.plan.particulars import LABELS
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.records import people_parts
from readiness.domain.plan.tables import TABLES
from readiness.domain.record import Record
from readiness.domain.versions.flat_plan import Leaf, Worded, flatten, leaves_under
from readiness.i18n.language import N_, _

EMPTY = N_("empty")
"""The word for a person, row or entry that is there without any field."""

_FREE, _WORD = Part(kind="text"), Part(kind="ynp")


class Change(Record):
    """One answer that differs."""

    ref: FieldRef
    """Where it stands."""
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
            return ": ".join(filter(None, [where, _("added"), self.after]))
        if self.kind == "removed":
            return ": ".join(filter(None, [where, _("taken out"), self.before]))
        words = _("{where}: {before} became {after}")
        return words.format(where=where, before=self.before, after=self.after)


def changes(before: Plan, after: Plan, template: Template) -> list[Change]:
    """What differs, in the order of the later plan.

    A person, row or entry that came or went is one change.
    """
    old, new = flatten(before), flatten(after)
    found = []
    told: list[FieldRef] = []
    for ref in (*new, *(ref for ref in old if ref not in new)):
        if old.get(ref) == new.get(ref) or any(whole.holds(ref) for whole in told):
            continue
        if ref.is_whole:
            told.append(ref)
        found.append(change_at(ref, old, new, template))
    return found


def summed(found: Sequence[Change], most: int) -> str:
    """The first few changes in one line, and how many more; empty where there are none."""
    more = len(found) - most
    said = [one.words for one in found[:most]]
    said += [_("and {n} more").format(n=more)] if more > 0 else []
    return "; ".join(said)


def change_at(
    ref: FieldRef, old: Mapping[FieldRef, Leaf], new: Mapping[FieldRef, Leaf], template: Template
) -> Change:
    """What became of what stands at a reference."""
    kind: Literal["added", "removed", "changed"] = "changed"
    if ref not in old or ref not in new:
        kind = "added" if ref in new else "removed"
    title, field = names(ref, template)
    before, after = (_fields_at(ref, side, template) for side in (old, new))
    return Change(ref=ref, kind=kind, title=title, field=field, before=before, after=after)


def _fields_at(ref: FieldRef, leaves: Mapping[FieldRef, Leaf], template: Template) -> str:
    """What stands at a reference, in words; empty too where it is there without any field."""
    return "" if leaves_under(ref, leaves) == {ref: True} else words_at(ref, leaves, template)


def words_at(ref: FieldRef, leaves: Mapping[FieldRef, Leaf], template: Template) -> str:
    """What stands at a reference, in words; empty where nothing does."""
    below = leaves_under(ref, leaves)
    if ref not in below or below[ref] is True:
        if below == {ref: True}:
            return _(EMPTY)
        fields = [(key, leaf) for key, leaf in below.items() if leaf is not True]
        said = [(names(key, template)[1], _leaf_words(key, leaf, template)) for key, leaf in fields]
        return "; ".join(f"{name}: {words}" if name else words for name, words in said)
    return _leaf_words(ref, below[ref], template)


def _leaf_words(ref: FieldRef, leaf: Leaf, template: Template) -> str:
    item = template.items.get(ref.item)
    if isinstance(leaf, Worded):
        value = "" if leaf.value is None else value_words(_WORD, leaf.value)
        return f"{value} ({leaf.reason})" if value else leaf.reason
    part = _part(ref, template) or (_WORD if ref.item and ref.part == VALUE else _FREE)
    return value_words(part, leaf, item.no_label if item else "")


def _part(ref: FieldRef, template: Template) -> Part | None:
    """The field as the template, or the plan's own table, declares it; None where neither does."""
    if ref.person is not None:
        return people_parts(template).get(ref.part)
    if ref.table in TABLES:
        table = TABLES[ref.table]
        return (table.parts if ref.row is None else table.row_parts).get(ref.part)
    item = template.items.get(ref.item)
    if item is None:
        return None
    return (item.parts if ref.row is None else item.row_parts).get(ref.part)


def names(ref: FieldRef, template: Template) -> tuple[str, str]:
    """What a reference belongs to and which field it is, in words."""
    if ref.person is not None:
        return ref.person, _field_name(ref, template)
    if ref.item:
        item = template.items.get(ref.item)
        title = f"{ref.item} {item.short}" if item else ref.item
        return title, _item_field(ref, item, template)
    if ref.table == ASSUMPTIONS:
        number = template.practice.numbers.get(ref.part)
        return _("Assumption"), number.label if number else ref.part
    if ref.table == CALENDAR:
        return _("Calendar"), ref.part.replace("-", " ")
    if ref.table:
        title = f"{TABLES[ref.table].entry.capitalize()} {ref.entry}"
        row = (ref.row or "").replace("_", " ")
        return title, ", ".join(filter(None, (row, _field_name(ref, template))))
    return LABELS[ref.part], ""


def _item_field(ref: FieldRef, item: Item | None, template: Template) -> str:
    if ref.row is not None:
        name = item.row_name if item else _("row")
        row = f"{name} {ref.row}".capitalize()
        return ", ".join(filter(None, (row, _field_name(ref, template))))
    if ref.part == NOTE:
        return _("Note")
    return "" if ref.part == VALUE else _field_name(ref, template)


def _field_name(ref: FieldRef, template: Template) -> str:
    part = _part(ref, template)
    return (part.label if part else "") or ref.part.replace("_", " ").capitalize()


def renamed(before: Plan, after: Plan) -> tuple[str, str] | None:
    """Who goes by which name later, where no more became of the practitioners."""
    gone = before.people.keys() - after.people.keys()
    come = after.people.keys() - before.people.keys()
    if len(gone) != 1 or len(come) != 1:
        return None
    who, name = *gone, *come
    is_all = before.renaming_person(who, name).people == after.people
    return (who, name) if is_all else None


ONE_STEP = timedelta(seconds=4)
"""Changes to what is typed in one field are undone together while no pause is longer than this."""

LONGEST_STEP = timedelta(seconds=20)
"""Who types on and on loses no more than this with one undo."""

LONGEST_UNDO = 500
"""Steps that can be undone."""


class Step(Record, kw_only=False):
    """One change that can be undone."""

    before: Plan
    """The plan as it was."""
    joins: Hashable
    """What was typed in, letter by letter; None where the step was made in one go."""
    at: datetime
    """When it was last added to."""
    began: datetime
    """When it was begun."""


def with_step(done: list[Step], plan: Plan, joins: Hashable, at: datetime) -> list[Step]:
    """The steps with one more, from this plan on; one that joins may be part of the last."""
    last = done[-1] if done else None
    if joins is not None and last and last.joins == joins and _goes_on(last, at):
        return [*done[:-1], Step(last.before, joins, at, last.began)]
    return [*done, Step(plan, joins, at, at)][-LONGEST_UNDO:]


def _goes_on(step: Step, at: datetime) -> bool:
    return at - step.at <= ONE_STEP and at - step.began <= LONGEST_STEP


def is_typed(parts: Mapping[str, Part], name: str) -> bool:
    """Whether a field is typed letter by letter."""
    return name in parts and not kind_of(parts[name]).is_offered


_DOTTED = re.compile(r"\d{1,9}(\.\d{1,9}){0,3}")


def template_news(plan: Plan, template: Template) -> tuple[str, ...]:
    """What to know before going on with a plan that was saved with an older version, a line each.

    First what changed in the template as a whole, then each question that was answered and now
    means something else. Nothing where the plan names no version, or the template's own or a later
    one.
    """
    lines = [*_since(template.changed, plan, template)]
    for key, item in template.items.items():
        if not plan.answer(key).is_empty:
            lines += [f"{key}: {words}" for words in _since(item.changed, plan, template)]
    if not lines:
        return ()
    words = _("The template {name} is version {new} now; this plan was saved with {old}.")
    head = words.format(name=template.name, new=template.version, old=plan.template_version)
    return (head, *lines)


def up_to_date(plan: Plan, template: Template) -> Plan:
    """A copy saved with the template's version; the same where that is no later than its own."""
    if not _is_later(template.version, plan.template_version):
        return plan
    return plan.model_copy(update={"template_version": template.version})


def _since(changed: Mapping[str, str], plan: Plan, template: Template) -> Iterator[str]:
    """What changed after the plan's version, up to the template's own."""
    for version, words in changed.items():
        is_new = _is_later(version, plan.template_version)
        if words and is_new and not _is_later(version, template.version):
            yield " ".join(words.split())


def _is_later(one: str, other: str) -> bool:
    """Whether a dotted version comes after another; False where either is not of that form."""
    if not _DOTTED.fullmatch(one) or not _DOTTED.fullmatch(other):
        return False
    return _numbers(one) > _numbers(other)


def _numbers(version: str) -> tuple[int, ...]:
    """The parts of a version; 2 and 2.0 are the same."""
    parts = [int(part) for part in version.split(".")]
    while parts and not parts[-1]:
        parts.pop()
    return tuple(parts)
