"""The plan's state: what is ready, what is open, and which flags are up."""

from __future__ import annotations

from datetime import date
from typing import Literal

from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import FULL, Form, Item, Template, asked_in
from readiness.domain.kinds.registry import kind_of
from readiness.domain.kinds.value import NO, NOT_APPLICABLE, NOT_SURE, PARTLY, YES, Value
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.workshop_record import acted_on
from readiness.domain.ratings.questions import rater_kind
from readiness.domain.record import Record, Sealed, sealed
from readiness.domain.rules.facts import Facts, facts_of
from readiness.domain.rules.flags import Flag, flag_of, says_partly
from readiness.domain.rules.judgement import MISSING, Judgement

Status = Literal["not applicable", "ready", "partly", "open", "red"]
RANK: dict[Status, int] = {"not applicable": 0, "ready": 1, "partly": 2, "open": 3, "red": 4}
"""How bad each status is; an area has the worst of its items."""


class ItemReview(Record):
    """One item's state."""

    id: str
    """The item."""
    status: Status
    """Ready, partly, open (no, not sure, unanswered), not applicable, or red."""
    answered: bool
    """Whether it counts as answered."""
    flag: Flag | None = None
    """Its flag, if one is up."""
    is_asked: bool = True
    """Whether the plan's form asks it, or the plan says something about it all the same."""

    @property
    def counts(self) -> bool:
        """Whether it weighs in its area: it is asked, or a flag is up."""
        return self.is_asked or self.flag is not None


class AreaReview(Record):
    """One area's state."""

    id: str
    """The area."""
    status: Status
    """The worst status of the items that count; never an average, and never ready in part."""
    answered: int
    """Items answered."""
    asked: int
    """Items asked: those of the plan's form, and others about which the plan says something."""
    left_out: int = 0
    """Items that the plan's form does not ask."""
    flags: tuple[Flag, ...] = ()
    """Its flags, red ones first."""
    items: tuple[ItemReview, ...] = ()
    """Its items, in order."""


class Review(Record):
    """The state of a whole plan."""

    areas: Sealed[str, AreaReview]
    """The areas by id, in order."""
    items: Sealed[str, ItemReview]
    """The items by id, in order."""
    flags: tuple[Flag, ...] = ()
    """All flags: red ones first, accepted ones last of each colour, then in the order of items."""
    facts: Facts
    """What the program worked out from the answers, the ledger of hours among it."""
    form: Form = FULL
    """The form that was asked; the full one where the template has no short one."""

    @property
    def answered(self) -> int:
        """Items answered, in all areas."""
        return sum(area.answered for area in self.areas.values())

    @property
    def asked(self) -> int:
        """Items asked, in all areas."""
        return sum(area.asked for area in self.areas.values())

    @property
    def left_out(self) -> list[str]:
        """The items that the form does not ask and about which nothing was said."""
        return [key for key, item in self.items.items() if not item.is_asked]

    def next_unanswered(self, after: str | None = None) -> str | None:
        """The next item without an answer, going round; None if all are answered."""
        keys = list(self.items)
        turn = keys.index(after) + 1 if after in keys else 0
        ahead = (self.items[key] for key in keys[turn:] + keys[:turn])
        return next((one.id for one in ahead if one.is_asked and not one.answered), None)


def review(template: Template, plan: Plan, today: date) -> Review:
    """How a plan stands on a day: state and flag of each question and area.

    Never raises for a plan that was read against its template.
    """
    facts = facts_of(plan, template, today)
    judgement = Judgement(plan, template, facts)
    form = asked_in(template, plan.form)
    items = {key: _item_review(key, judgement, in_form=key in form) for key in template.items}
    flags = [found.flag for found in items.values() if found.flag]
    flags.sort(key=lambda flag: (flag.severity != "red", flag.is_accepted))
    areas = {key: _area_review(key, template, items, flags) for key in template.areas}
    return Review(
        areas=sealed(areas),
        items=sealed(items),
        flags=tuple(flags),
        facts=facts,
        form=plan.form if len(form) < len(items) else FULL,
    )


def _area_review(
    key: str, template: Template, items: dict[str, ItemReview], flags: list[Flag]
) -> AreaReview:
    own = [items[item] for item, _ in template.items_of(key)]
    asked = [item for item in own if item.is_asked]
    worst: Status = max(
        (one.status for one in own if one.counts), key=RANK.__getitem__, default="open"
    )
    # What was not asked cannot be known to be in place.
    is_in_part = len(asked) < len(own) and RANK[worst] < RANK["partly"]
    return AreaReview(
        id=key,
        status="partly" if is_in_part else worst,
        answered=sum(item.answered for item in asked),
        asked=len(asked),
        left_out=len(own) - len(asked),
        flags=tuple(flag for flag in flags if template.items[flag.item].area == key),
        items=tuple(own),
    )


def _item_review(key: str, judgement: Judgement, *, in_form: bool) -> ItemReview:
    answer = judgement.plan.answer(key)
    if answer.word == NOT_APPLICABLE:
        status: Status = "not applicable" if answer.reason.strip() else "open"
        return ItemReview(id=key, status=status, answered=True, flag=None)
    item = judgement.template.items[key]
    is_ready = _is_ready(key, item, judgement)
    is_touched = _is_touched(key, item, judgement)
    is_answered = _is_answered(key, item, judgement)
    flag = flag_of(key, judgement, is_touched=is_touched, is_ready=is_ready)
    return ItemReview(
        id=key,
        status=_status(key, judgement, flag, is_ready=is_ready),
        answered=is_answered,
        flag=flag,
        is_asked=in_form or is_touched or is_answered or bool(answer.note),
    )


def _is_ready(key: str, item: Item, judgement: Judgement) -> bool:
    if item.ready is not None:
        return bool(judgement.holds(item.ready, FieldRef(key)))
    return _is_all_given(key, item, judgement)


def _status(key: str, judgement: Judgement, flag: Flag | None, *, is_ready: bool) -> Status:
    item = judgement.template.items[key]
    if flag is not None and flag.severity == "red":
        return "red"
    if is_ready:
        return "ready" if flag is None else "partly"
    if judgement.plan.answer(key).word in (YES, PARTLY):
        return "partly"
    half = item.partly is not None and judgement.holds(item.partly, FieldRef(key))
    return "partly" if half or says_partly(key, judgement) else "open"


def _is_touched(key: str, item: Item, judgement: Judgement) -> bool:
    """Whether anything at all was said about the item itself."""
    answer = judgement.plan.answer(key)
    if answer.parts or answer.filled:
        return True
    return any(
        part in p.parts for p in judgement.plan.people.values() for part in item.person_parts
    )


def _is_answered(key: str, item: Item, judgement: Judgement) -> bool:
    """Whether the item counts as answered: for practitioners, when each of them has an answer."""
    answer, people = judgement.plan.answer(key), judgement.plan.people.values()
    if answer.parts or answer.filled:
        return True
    if any(part.fact and judgement.facts.of(part.fact) is not None for part in item.parts.values()):
        return True
    needed = [name for name, part in item.person_parts.items() if not part.optional]
    return bool(needed) and bool(people) and all(name in p.parts for p in people for name in needed)


def _satisfies(part: Part, said: Value | None) -> bool:
    if kind_of(part).is_yes_no:
        return said == YES
    return said is not None and said not in (NO, NOT_SURE, MISSING)


def _is_all_given(key: str, item: Item, judgement: Judgement) -> bool:
    """The usual test of ready: every field that is needed is given, and yes where it can be yes."""
    checks = [
        _satisfies(part, judgement.value(name, FieldRef(key)))
        for name, part in item.parts.items()
        if not part.optional
    ]
    rows = judgement.plan.answer(key).filled
    if item.row_parts:
        checks.append(bool(rows))
    for row in rows:
        checks += _checked(item.row_parts, judgement, FieldRef(key, row=row))
    needed = any(not part.optional for part in item.person_parts.values())
    people = list(judgement.plan.people) or ([""] if item.everyone_part else [])
    if needed:
        checks.append(bool(people))
        for who in people:
            checks += _checked(item.person_parts, judgement, FieldRef(key, person=who))
    return bool(checks) and all(checks)


def _checked(parts: Sealed[str, Part], judgement: Judgement, ref: FieldRef) -> list[bool]:
    return [
        _satisfies(part, judgement.value(name, ref))
        for name, part in parts.items()
        if not part.optional
    ]


def red_facts(review: Review, plan: Plan, template: Template) -> tuple[Flag, ...]:
    """The red flags of facts that nobody acts on or answers for."""
    return tuple(
        flag
        for flag in review.flags
        if flag.severity == "red"
        and not flag.is_accepted
        and rater_kind(template.items[flag.item]) == "fact"
        and not acted_on(plan, flag.item)
    )
