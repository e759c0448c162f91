"""Whether a condition of a template holds for a plan: true, false, or not known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from readiness.domain.capacity.capacity import known_number
from readiness.domain.capacity.rhythm import limit_of
from readiness.domain.checklist.condition import Condition
from readiness.domain.checklist.template import Item, Template
from readiness.domain.kinds.registry import counted, kind_of
from readiness.domain.kinds.value import NO, NOT_APPLICABLE, NOT_SURE, PARTLY, YES, Value, key_of
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.inputs import for_everyone
from readiness.domain.plan.plan import Answer, Plan
from readiness.domain.record import Record
from readiness.domain.rules.facts import Facts
from readiness.i18n.language import _
from readiness.i18n.numerals import names_number

Truth = bool | None
"""True, False, or None where too little is known."""

EVERYONE = ""
"""Stands for all practitioners where one answer was given for everyone and nobody is listed."""

MISSING = ""
"""Stands for a field that an answered item leaves empty: blank, but not the answer no."""


class Judgement(Record, kw_only=False):
    """Looks up answers and facts of one plan and weighs conditions against them."""

    plan: Plan
    template: Template
    facts: Facts

    def holds(self, condition: Condition, ref: FieldRef) -> Truth:
        """Whether a condition holds for a question, or for one row or practitioner of it."""
        if condition.all is not None:
            return _every(self.holds(inner, ref) for inner in condition.all)
        if condition.any is not None:
            return _some(self.holds(inner, ref) for inner in condition.any)
        if condition.not_ is not None:
            inner = self.holds(condition.not_, ref)
            return None if inner is None else not inner
        if condition.subject:
            return self._leaf(condition, ref)
        return self._quantified(condition, ref)

    def refs(self, condition: Condition, ref: FieldRef) -> list[FieldRef]:
        """The rows or practitioners that make a condition hold; the question without any."""
        for inner in (condition, *(condition.all or ())):
            asked = inner.some_person or inner.some_row
            if asked is not None:
                every = self._people(ref) if inner.some_person else self._rows(ref)
                return [one for one in every if self.holds(asked, one)] or [ref]
        return [ref]

    def value(self, part: str, ref: FieldRef) -> Value | None:
        """The answer of a field: MISSING where the answered item leaves it out, None if unknown.

        A text that says no more than "no." or "nobody at present" counts as no, and one that says
        no more than "TBD" as left out: nobody can act on it.
        """
        found, item = self._said(part, ref), self.template.items[ref.item]
        own = (item.row_parts, item.person_parts, item.parts)
        asked = next((one[part] for one in own if part in one), None)
        if asked is None or found in (None, MISSING):
            return found
        settled = counted(asked, found)
        return MISSING if settled is None else settled

    def _said(self, part: str, ref: FieldRef) -> Value | None:
        item, answer = self.template.items[ref.item], self.plan.answer(ref.item)
        if ref.row is not None and part in item.row_parts:
            return answer.rows[ref.row].get(part, MISSING)
        if ref.person is not None and part in item.person_parts:
            return self._person_value(part, ref)
        said = answer.parts.get(part)
        if said is not None:
            return said
        return self._missing(part, item, answer)

    def known(self, name: str, ref: FieldRef) -> object:
        """A field, a fact or a number by name, as sentences and limits ask for it."""
        item = self.template.items[ref.item]
        if name == "who":
            return ref.person or ref.row or _("Everyone")
        if name in item.row_parts or name in item.person_parts or name in item.parts:
            found = self.value(name, ref)
            if found not in (None, MISSING) and not (
                found == NO and self.facts.of(name, ref.person)
            ):
                return found
        return self._number_or_fact(name, ref)

    def _number_or_fact(self, name: str, ref: FieldRef) -> object:
        fact = self.facts.of(name, ref.person)
        if fact is not None:
            return fact
        if name in self.template.thresholds:
            return limit_of(name, self.plan, self.template)
        return known_number(name, self.plan, self.template)

    def _person_value(self, part: str, ref: FieldRef) -> Value | None:
        item, who = self.template.items[ref.item], ref.person or EVERYONE
        person = self.plan.people.get(who)
        own = person.parts.get(part) if person else None
        if own is not None:
            return own
        said = for_everyone(self.plan, ref.item, item, part)
        fits = kind_of(item.person_parts[part]).is_yes_no or said not in (YES, PARTLY)
        return said if fits and said != NOT_APPLICABLE else None

    def _missing(self, part: str, item: Item, answer: Answer) -> Value | None:
        """What a field says that holds nothing itself."""
        own = item.parts.get(part)
        if own is not None and own.fact:
            return self.facts.of(own.fact)
        if "value" not in item.parts and answer.word:
            if answer.word in (YES, PARTLY):
                return answer.word if own is not None and kind_of(own).is_yes_no else None
            return NO if answer.word == NO else None
        if answer.word == NOT_APPLICABLE or not answer.parts:
            return None
        return MISSING

    def _quantified(self, condition: Condition, ref: FieldRef) -> Truth:
        many = self._people(ref) if condition.is_about_people else self._rows(ref)
        if not many:
            answered_no = self.plan.answer(ref.item).word == NO
            return False if answered_no else None
        each = (self.holds(condition.quantified, one) for one in many)
        return _some(each) if condition.some_person or condition.some_row else _every(each)

    def _people(self, ref: FieldRef) -> list[FieldRef]:
        item = self.template.items[ref.item]
        people = [ref.model_copy(update={"person": who}) for who in self.plan.people]
        if not people and item.everyone_part and self.plan.answer(ref.item).parts:
            return [ref.model_copy(update={"person": EVERYONE})]
        return people

    def _rows(self, ref: FieldRef) -> list[FieldRef]:
        return [ref.model_copy(update={"row": row}) for row in self.plan.answer(ref.item).filled]

    def _leaf(self, condition: Condition, ref: FieldRef) -> Truth:
        where = FieldRef(condition.item) if condition.item else ref
        name, wanted = condition.test
        found: object
        if condition.part is not None:
            found = self.value(condition.part, where)
        elif condition.fact is not None:
            found = self.facts.of(condition.fact, where.person)
        else:
            found = self._count(condition.count or "rows", where)
        if found is None:
            return None
        if name == "numbered":
            return self._is_numbered(found) is wanted
        if name in _WITHIN and self._is_uncounted(wanted):
            return _is_number(found) and name in ("at_most", "at_least")
        return _TESTS[name](found, self._limit(name, wanted, where))

    def _is_numbered(self, found: object) -> bool:
        if found in (NO, NOT_SURE, MISSING):
            return False
        return names_number(str(found), self.template.language)

    def _limit(self, name: str, wanted: object, ref: FieldRef) -> object:
        if name == "same_as":
            return self.value(str(wanted), ref)
        if name in _WORD_TESTS or not isinstance(wanted, str):
            return wanted
        return self._number_or_fact(wanted, ref)

    def _is_uncounted(self, limit: object) -> bool:
        """Whether a limit rests on a number that nobody has given: it limits nothing then."""
        if not isinstance(limit, str) or limit in self.facts.plan:
            return False
        threshold = self.template.thresholds.get(limit)
        if threshold is not None:
            return threshold.value is None
        if limit in self.facts.uncounted:
            return True
        is_given = limit in self.template.practice.numbers
        return is_given and known_number(limit, self.plan, self.template) is None

    def _count(self, what: str, ref: FieldRef) -> int | None:
        answer = self.plan.answer(ref.item)
        if what == "rows":
            return len(answer.filled) or (0 if answer.word == NO else None)
        said = self.value(what, ref)
        if said in (NO, MISSING):
            return 0
        return len(said) if isinstance(said, tuple) else None


def _every(truths: Iterable[Truth]) -> Truth:
    known = list(truths)
    return False if False in known else None if None in known else True


def _some(truths: Iterable[Truth]) -> Truth:
    known = list(truths)
    return True if True in known else None if None in known else False


def _same(found: object, wanted: object) -> Truth:
    if found == MISSING:
        return None
    return isinstance(found, str) and key_of(found) == key_of(str(wanted))


def _any_of(found: object, wanted: object) -> Truth:
    return _some(_same(found, one) for one in wanted) if isinstance(wanted, tuple) else None


def _same_as(found: object, other: object) -> Truth:
    if other is None or any(one in (NO, NOT_SURE, MISSING) for one in (found, other)):
        return None
    return key_of(str(found)) == key_of(str(other))


def _numbers(compare: Callable[[float, float], bool]) -> Callable[[object, object], Truth]:
    def test(found: object, limit: object) -> Truth:
        both = _is_number(found) and _is_number(limit)
        return compare(float(found), float(limit)) if both else None  # type: ignore[arg-type]

    return test


def _is_number(thing: object) -> bool:
    return isinstance(thing, int | float) and not isinstance(thing, bool)


def _dates(compare: Callable[[date, date], bool]) -> Callable[[object, object], Truth]:
    def test(found: object, limit: object) -> Truth:
        if isinstance(found, date) and isinstance(limit, date):
            return compare(found, limit)
        return None

    return test


SLACK = 1e-9
"""Sums of hours may differ by this much before they count as different."""

_TESTS: dict[str, Callable[[object, object], Truth]] = {
    "is_": _same,
    "any_of": _any_of,
    "blank": lambda found, wanted: (
        None if found == NOT_SURE else (found in (NO, MISSING)) is wanted
    ),
    "given": lambda found, wanted: (found not in (NO, NOT_SURE, MISSING)) is wanted,
    "unanswered": lambda found, wanted: (found == MISSING) is wanted,
    "same_as": _same_as,
    "below": _numbers(lambda found, limit: found < limit - SLACK),
    "above": _numbers(lambda found, limit: found > limit + SLACK),
    "at_least": _numbers(lambda found, limit: found >= limit - SLACK),
    "at_most": _numbers(lambda found, limit: found <= limit + SLACK),
    "before": _dates(lambda found, limit: found < limit),
    "after": _dates(lambda found, limit: found > limit),
}
_WITHIN = ("below", "above", "at_least", "at_most")
_WORD_TESTS = ("is_", "any_of", "blank", "given", "unanswered")
