"""What was said: one plan, frozen; every change is a new plan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from readiness.domain.checklist.template import FULL, Form
from readiness.domain.kinds.value import NOT_APPLICABLE, STANDING_WORDS, Value
from readiness.domain.plan.entry_table import next_number
from readiness.domain.plan.field_ref import (
    ASSUMPTIONS,
    CALENDAR,
    NOTE,
    REASON,
    ROLE,
    WITH_ROWS,
    FieldRef,
)
from readiness.domain.plan.particulars import BoardParticulars
from readiness.domain.record import NONE, Record, Sealed, Within, sealed

RESERVED = ("note", "reason", "rows")
"""Keys of an answer's table that are never parts."""


class Answer(Record):
    """What was said about one item."""

    parts: Sealed[str, Value] = NONE
    """Field name to answer; `value` where the item has one field."""
    rows: Sealed[str, Sealed[str, Value]] = NONE
    """Row name to its fields."""
    note: str = ""
    """A note in the person's own words."""
    reason: str = ""
    """Why the item is not applicable."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is kept here."""
        return not (self.parts or self.rows or self.note or self.reason)

    @property
    def filled(self) -> Mapping[str, Mapping[str, Value]]:
        """The rows in which something is said: one that was only added says nothing yet."""
        return {name: row for name, row in self.rows.items() if row}

    @property
    def word(self) -> str:
        """The standing word that answers the item as a whole, or empty."""
        said = self.parts.get("value")
        return said if isinstance(said, str) and said in STANDING_WORDS else ""


class Person(Record):
    """One practitioner, by initials or role only."""

    role: str = ""
    """The role, e.g. nurse."""
    parts: Sealed[str, Value] = NONE
    """Field name to answer, for everything that is asked per practitioner."""


class Plan(BoardParticulars):
    """One service's plan for bringing in one practice."""

    format: Literal[1, 2] = 1
    """The version of the plan format."""
    id: str = ""
    """What tells this plan from every other; made once, when something outside has to know it."""
    plan: str = ""
    """What the plan is called."""
    service: str = ""
    """The service the plan is for."""
    template: str = "imr"
    """The template that the answers belong to."""
    template_version: str = ""
    """The version of the template the plan was made with."""
    start: date | None = None
    """First day of the rollout: the first sessions with patients."""
    months: Annotated[int, Within(1, 60)] = 12
    """Length of the implementation period in months, 1 to 60."""
    form: Form = FULL
    """Which questions are asked: all of them (full), or those of the short form (short)."""
    assumptions: Sealed[str, float] = NONE
    """Numbers of the practice that this service reckons with instead of the template's."""
    people: Sealed[str, Person] = NONE
    """The practitioners by initials or role."""
    answers: Sealed[str, Answer] = NONE
    """The answers by item id; an unanswered item is absent."""
    actions: Sealed[str, Sealed[str, Value]] = NONE
    """The action plan; fields of each action as in domain/plan/tables.py."""
    accepted: Sealed[str, Sealed[str, Value]] = NONE
    """Flags that someone answers for, by the flag's id."""
    closures: Sealed[str, Sealed[str, Value]] = NONE
    """Times without sessions; if there are any, the template's holidays do not count."""
    absences: Sealed[str, Sealed[str, Value]] = NONE
    """Times in which one practitioner is away and comes back."""
    rounds: Sealed[str, Sealed[str, Value]] = NONE
    """When how many patients start."""
    calendar: Sealed[str, date] = NONE
    """Proposed dates that were moved, by the name of what happens on them."""
    milestones: Sealed[str, Sealed[str, Value]] = NONE
    """The plan as it stood on a day, such as its start; fields as in domain/plan/records.py."""
    checkins: Sealed[str, Sealed[str, Value]] = NONE
    """Meetings of leader and practitioners about the practice, by their day."""
    barriers: Sealed[str, Sealed[str, Value]] = NONE
    """What stands in the way, from when, and until when."""
    monthly: Sealed[str, Sealed[str, Value]] = NONE
    """Counts of each month for the team, by the month."""
    results: Sealed[str, Sealed[str, Value]] = NONE
    """Results of each round of measuring as counts, by its day."""
    fidelity: Sealed[str, Sealed[str, Value]] = NONE
    """Fidelity reviews, by their day."""
    scores: Sealed[str, Sealed[str, Sealed[str, Value]]] = NONE
    """What each review says of each criterion; in a file these are the rows of the review."""
    adaptations: Sealed[str, Sealed[str, Value]] = NONE
    """What is done differently from the practice as described."""
    decisions: Sealed[str, Sealed[str, Value]] = NONE
    """What was decided on going on, by the day."""

    def described(self, **fields: Any) -> Plan:  # noqa: ANN401 - the fields of a plan differ in type
        """A copy with other particulars (plan, service, start, months ...), checked.

        Raises pydantic.ValidationError for a value the field does not take.
        """
        return Plan.model_validate({**vars(self), **fields})

    def value(self, ref: FieldRef) -> Value | None:
        """What stands at a field; None where nothing does, or the field is not there."""
        if ref.table and ref.row is not None:
            scored: Value | None = self.scores.get(ref.entry, NONE).get(ref.row, NONE).get(ref.part)
            return scored
        if ref.table:
            one = ref.table in (ASSUMPTIONS, CALENDAR)
            held = getattr(self, ref.table) if one else self.entries(ref.table).get(ref.entry, {})
            found: Value | None = held.get(ref.part)
            return found
        if ref.person is not None:
            person = self.people.get(ref.person, _NOBODY)
            return (person.role or None) if ref.part == ROLE else person.parts.get(ref.part)
        answer = self.answer(ref.item)
        if ref.row is not None:
            return answer.rows.get(ref.row, NONE).get(ref.part)
        if ref.part in (NOTE, REASON):
            return getattr(answer, ref.part) or None
        return answer.parts.get(ref.part)

    def with_value(self, ref: FieldRef, value: Value | None) -> Plan:
        """A copy in which a field holds this value; None takes it out.

        A row, a practitioner or an entry that is not there yet is added.
        """
        if ref.table in (ASSUMPTIONS, CALENDAR):
            held = _put(getattr(self, ref.table), ref.part, value)
            return self.model_copy(update={ref.table: held})
        if ref.table and ref.row is not None:
            return self.scoring(ref.entry, ref.row, {ref.part: value})
        if ref.table:
            return self.entering(ref.table, ref.entry, {ref.part: value})
        if ref.person is None:
            return self._answering(ref, value)
        if ref.part == ROLE:
            return self.with_person(ref.person, str(value or ""))
        return self.answering_person(ref.person, ref.part, value)

    def _answering(self, ref: FieldRef, value: Value | None) -> Plan:
        if ref.row is not None:
            return self.answering_row(ref.item, ref.row, ref.part, value)
        if ref.part == NOTE:
            return self.noting(ref.item, str(value or ""))
        return self.answering(ref.item, ref.part, value)

    def answer(self, item: str) -> Answer:
        """What was said about an item; an empty answer where nothing was."""
        return self.answers.get(item, _NOTHING)

    def answering(self, item: str, part: str, value: Value | None) -> Plan:
        """A copy in which a field of an item holds this value; None takes it out.

        An item that was not applicable becomes applicable by it.
        """
        said = self.answer(item)
        parts = _put(said.parts, part, value)
        applies = parts.get("value") != NOT_APPLICABLE or part != "value"
        if applies and said.word == NOT_APPLICABLE and part != "value":
            parts = _put(parts, "value", None)
        update = {"parts": parts, "reason": "" if applies else said.reason}
        return self._with_answer(item, said.model_copy(update=update))

    def without(self, item: str) -> Plan:
        """A copy in which an item is unanswered; its note stays."""
        return self._with_answer(item, Answer(note=self.answer(item).note))

    def not_applicable(self, item: str, reason: str) -> Plan:
        """A copy in which an item does not apply, and why; its other fields and its note stay."""
        said = self.answer(item)
        update = {"parts": _put(said.parts, "value", NOT_APPLICABLE), "reason": reason}
        return self._with_answer(item, said.model_copy(update=update))

    def noting(self, item: str, note: str) -> Plan:
        """A copy with this note on an item; empty takes it out."""
        return self._with_answer(item, self.answer(item).model_copy(update={"note": note}))

    def answering_row(self, item: str, row: str, part: str, value: Value | None) -> Plan:
        """A copy in which a field of a row holds this value; a new name adds a row."""
        said = self.answer(item)
        fields = _put(said.rows.get(row, {}), part, value)
        rows = sealed({**said.rows, row: fields})
        return self._with_answer(item, said.model_copy(update={"rows": rows}))

    def without_row(self, item: str, row: str) -> Plan:
        """A copy without a row."""
        said = self.answer(item)
        return self._with_answer(item, said.model_copy(update={"rows": _put(said.rows, row, None)}))

    def with_person(self, who: str, role: str = "") -> Plan:
        """A copy with a practitioner, new or with another role."""
        known = self.people.get(who, Person())
        return self._with_people({**self.people, who: known.model_copy(update={"role": role})})

    def renaming_person(self, who: str, name: str) -> Plan:
        """A copy in which a practitioner has another name, at the same place in the list."""
        return self._with_people({name if key == who else key: p for key, p in self.people.items()})

    def without_person(self, who: str) -> Plan:
        """A copy without a practitioner."""
        return self._with_people(_put(self.people, who, None))

    def answering_person(self, who: str, part: str, value: Value | None) -> Plan:
        """A copy in which a field of a practitioner holds this value; None takes it out."""
        known = self.people.get(who, Person())
        changed = known.model_copy(update={"parts": _put(known.parts, part, value)})
        return self._with_people({**self.people, who: changed})

    def entries(self, table: str) -> Mapping[str, Mapping[str, Value]]:
        """The entries of one of the plan's own tables (domain/plan/tables.py), by name."""
        found: Mapping[str, Mapping[str, Value]] = getattr(self, table)
        return found

    def entering(self, table: str, key: str, fields: Mapping[str, Value | None]) -> Plan:
        """A copy in which an entry of a table holds these fields; None takes a field out."""
        held = self.entries(table).get(key, {})
        for part, value in fields.items():
            held = _put(held, part, value)
        return self.model_copy(update={table: sealed({**self.entries(table), key: sealed(held)})})

    def scoring(self, review: str, criterion: str, fields: Mapping[str, Value | None]) -> Plan:
        """A copy in which a fidelity review says this of a criterion; None takes a field out.

        A review that is not there yet is added.
        """
        rows = self.scores.get(review, NONE)
        held = rows.get(criterion, NONE)
        for part, value in fields.items():
            held = _put(held, part, value)
        scores = _put(self.scores, review, sealed({**rows, criterion: sealed(held)}))
        reviews = self.fidelity if review in self.fidelity else _put(self.fidelity, review, NONE)
        return self.model_copy(update={"scores": scores, "fidelity": reviews})

    def without_entry(self, table: str, key: str) -> Plan:
        """A copy in which a table lacks an entry, with the rows below it."""
        update = {table: _put(self.entries(table), key, None)}
        if table == WITH_ROWS:
            update["scores"] = _put(self.scores, key, None)
        return self.model_copy(update=update)

    def new_entry(self, table: str) -> str:
        """A name that no entry of a table has: the next number."""
        return next_number(self.entries(table))

    def moving(self, event: str, day: date | None) -> Plan:
        """A copy in which a proposed date of the calendar lies on this day; None moves it back."""
        return self.model_copy(update={"calendar": _put(self.calendar, event, day)})

    def _with_answer(self, item: str, answer: Answer) -> Plan:
        answers = _put(self.answers, item, None if answer.is_empty else answer)
        return self.model_copy(update={"answers": answers})

    def _with_people(self, people: Mapping[str, Person]) -> Plan:
        return self.model_copy(update={"people": sealed(people)})


_NOTHING = Answer()
_NOBODY = Person()


def _put(mapping: Mapping[str, Any], key: str, thing: object) -> Mapping[str, Any]:
    """The mapping with a key set in its place, or without it: a file holds no empty text."""
    if thing is None or thing == "":
        return sealed({name: kept for name, kept in mapping.items() if name != key})
    return sealed({**mapping, key: thing})
