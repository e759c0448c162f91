"""Where a record of the time after the start stands, and the words by which it is typed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Template
from readiness.domain.followup.scale import criterion_named, raters_of, scale_of, score_limits
from readiness.domain.kinds.days import out_of_reach
from readiness.domain.kinds.value import InvalidValue
from readiness.domain.plan.field_ref import WITH_ROWS, FieldRef
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.records import PEOPLE, SETTLED, row_parts_of
from readiness.domain.plan.tables import TABLES
from readiness.domain.record import NONE, Record
from readiness.i18n.language import N_, _
from readiness.i18n.typed_dates import typed_date

TYPED: Mapping[str, str] = {
    "month": "monthly",
    "check-in": "checkins",
    "barrier": "barriers",
    "result": "results",
    "review": "fidelity",
    "score": "fidelity",
    "adaptation": "adaptations",
    "decision": "decisions",
    "person": "people",
}
"""The word for each kind of record, and its table; a score is a row of a review."""

NEW = "new"
"""Stands for the next number, where entries are numbered."""

_EXAMPLES = {"month": "2027-07", "day": "2027-07-12", "number": "1", "word": "AB"}
_WANTED = {
    "month": N_("a month such as {example}"),
    "day": N_("a day such as {example}"),
    "number": N_("a number such as {example}, or new"),
    "word": N_("initials or a role, such as {example}"),
}


class RecordPlace(Record):
    """Where a record stands in a plan, and which fields it has."""

    table: str
    """Its table in the file; `people` for what is kept of a practitioner."""
    entry: str
    """Its name: a day, a month, a number, or a practitioner."""
    row: str | None = None
    """The criterion, for a score of a review."""
    parts: Mapping[str, Part] = NONE
    """Its fields by their key in the file."""

    def ref(self, part: str) -> FieldRef:
        """Where one of its fields stands."""
        if self.table == "people":
            return FieldRef(person=self.entry, part=part)
        return FieldRef(table=self.table, entry=self.entry, row=self.row, part=part)

    @property
    def what(self) -> str:
        """The record in a few words: which kind, and which of them."""
        if self.table == "people":
            return self.entry
        words = f"{TABLES[self.table].entry} {self.entry}"
        return f"{words}, {self.row.replace('_', ' ')}" if self.row else words


def record_place(
    plan: Plan, template: Template, word: str, name: str, row: str, today: date
) -> RecordPlace | InvalidValue:
    """The record that is meant by its word, its name as typed, and for a score the criterion."""
    table = TYPED.get(word)
    if table is None:
        todo = _("use one of {words}").format(words=", ".join(TYPED))
        return InvalidValue(why=_('"{word}" is no kind of record').format(word=word), todo=todo)
    if table == "people":
        return _person(plan, name)
    entry = _entry(plan, table, name, today)
    if isinstance(entry, InvalidValue):
        return entry
    if word == "score":
        return _score(plan, template, entry, row)
    return RecordPlace(table=table, entry=entry, parts=TABLES[table].parts)


def no_review(day: str) -> InvalidValue:
    """That nothing can be recorded of a fidelity review that the plan does not have."""
    todo = _("record the review first: review {day} scale=... raters=AB,CD").format(day=day)
    return InvalidValue(why=_("there is no review of {day}").format(day=day), todo=todo)


def no_criterion(word: str, names: str) -> InvalidValue:
    """That a word names no criterion of a scale; `names` are those it has."""
    why = _('"{word}" is no criterion of the scale').format(word=word)
    return InvalidValue(why=why, todo=_("use one of {words}").format(words=names))


def _score(plan: Plan, template: Template, entry: str, row: str) -> RecordPlace | InvalidValue:
    review = plan.fidelity.get(entry)
    if review is None:
        return no_review(entry)
    scale = scale_of(template, plan, entry)
    row = (criterion_named(scale, row) or row) if scale else row
    if not row or (scale and row not in scale.items):
        names = ", ".join(scale.items) if scale else _("the id of a criterion")
        return no_criterion(row, names)
    parts = row_parts_of(review)
    if scale is not None:
        low, high = score_limits(scale, row)
        for name in (*raters_of(review), SETTLED):
            parts[name] = parts[name].model_copy(update={"low": low, "high": high})
    return RecordPlace(table=WITH_ROWS, entry=entry, row=row, parts=parts)


def _person(plan: Plan, name: str) -> RecordPlace | InvalidValue:
    if name in plan.people:
        return RecordPlace(table="people", entry=name, parts=PEOPLE.parts)
    names = ", ".join(plan.people) or _("none yet")
    why = _('there is no practitioner "{name}"').format(name=name)
    return InvalidValue(why=why, todo=_("use one of {words}").format(words=names))


def _entry(plan: Plan, table: str, name: str, today: date) -> str | InvalidValue:
    """The name of an entry as the file has it, from what was typed."""
    key, typed = TABLES[table].key, name.strip()
    if key == "number":
        if typed in ("", NEW):
            return plan.new_entry(table)
        if typed in plan.entries(table):
            return typed
    elif TABLES[table].takes(typed):
        return typed
    else:
        day = TABLES[table].day_named(typed) or (typed_date(typed, today) if typed else None)
        far = out_of_reach(day) if day is not None else None
        if far is not None:
            return far
        if day is not None:
            return day.isoformat()[:7] if key == "month" else day.isoformat()
    wanted = _(_WANTED[key]).format(example=_EXAMPLES[key])
    why = _('"{name}" names no {entry}').format(name=typed, entry=TABLES[table].entry)
    return InvalidValue(why=why, todo=_("write {wanted}").format(wanted=wanted))
