"""Flags: what a rule says about this plan, with the numbers that raised it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from readiness.domain.capacity.rhythm import limit_of
from readiness.domain.checklist.condition import Condition
from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Item, Rule, Severity
from readiness.domain.kinds.value import PARTLY, STANDING_WORDS
from readiness.domain.plan.acceptance import Acceptance, acceptance_of
from readiness.domain.plan.field_ref import LEFT, FieldRef
from readiness.domain.plan.tables import date_of
from readiness.domain.record import Record
from readiness.domain.rules.fact_names import FACT_WORDS, PERSON_FACTS, SHARES
from readiness.domain.rules.judgement import MISSING, Judgement
from readiness.i18n.language import ENGLISH, N_, Words, _, in_english, language
from readiness.i18n.words import amount_words, date_words, filled, places, share_words, spoken

SEVERITIES = Words({"red": N_("red"), "amber": N_("amber")})
"""How much a flag weighs, as people read it."""


class Input(Record):
    """One value that a flag rests on."""

    name: str
    """What it is, in words."""
    words: str
    """What it is in this plan, in words."""


class Flag(Record):
    """A warning about one item, with all that is needed to understand and end it."""

    id: str
    """The item's id with R for red or A for amber."""
    item: str
    """The item."""
    severity: Severity
    """Red or amber."""
    says: str
    """What it is, with the person's own numbers."""
    recorded: str = ""
    """The same as an acceptance keeps it, whatever language is spoken."""
    inputs: tuple[Input, ...] = ()
    """The values that raised it."""
    why: str
    """Why it matters."""
    sources: tuple[str, ...] = ()
    """Ids of its sources; none means our default."""
    action: str
    """What to do."""
    defaults: tuple[str, ...] = ()
    """The thresholds it used that are our default, in words."""
    acceptance: Acceptance | None = None
    """Who answers for it, if anyone does."""
    part: str = ""
    """The field that raised it; empty where that was no single field."""
    row: str = ""
    """The first row that raised it, if one did."""
    person: str = ""
    """The first practitioner who raised it, if one did."""
    is_personal: bool = False
    """Whether it says something about a member of staff: by name, or by what it asks about."""
    numbers: tuple[float, ...] = ()
    """The plan's own numbers in its sentence, but for limits."""

    @property
    def ref(self) -> FieldRef:
        """Where in the plan a person can change what raised it."""
        return FieldRef(self.item, self.part, row=self.row or None, person=self.person or None)

    @property
    def is_accepted(self) -> bool:
        """Whether someone answers for it as it stands now."""
        return self.acceptance is not None and self.acceptance.still_holds


def flag_of(key: str, judgement: Judgement, *, is_touched: bool, is_ready: bool) -> Flag | None:
    """The flag of an item: its first rule that holds, else the one that an answer of partly raises.

    Rules about the item's own answer are looked at only once there is one.
    """
    item, ref = judgement.template.items[key], FieldRef(key)
    for rule in item.rules:
        if (is_touched or _is_about_facts(rule.when)) and judgement.holds(rule.when, ref):
            return _raised(rule, item, judgement, ref)
    if is_ready or not is_touched or not says_partly(key, judgement):
        return None
    return _partly_flag(item, judgement, ref)


def _is_about_facts(condition: Condition) -> bool:
    if condition.subject:
        return condition.subject == "fact"
    return all(_is_about_facts(inner) for inner in condition.children)


def _raised(rule: Rule, item: Item, judgement: Judgement, ref: FieldRef) -> Flag:
    refs = judgement.refs(rule.when, ref)
    planned = _sentence(rule.says, judgement, refs)
    says = " ".join(dict.fromkeys(_shown(rule, judgement, one) for one in refs))
    says += _left(judgement, refs)
    with in_english():
        own = (rule.own_says or rule.says, *rule.earlier)
        recorded, *earlier = (_sentence(one, judgement, refs) for one in own)
    found: dict[tuple[str, str], Input] = {}
    for one in refs:
        for entry in _inputs(rule, judgement, one):
            found.setdefault((entry.name, entry.words), entry)
    name = f"{ref.item}{'R' if rule.flag == 'red' else 'A'}"
    return Flag(
        id=name,
        item=ref.item,
        severity=rule.flag,
        says=says,
        recorded=recorded,
        acceptance=acceptance_of(judgement.plan, name, says, planned, recorded, *earlier),
        inputs=tuple(found.values()),
        why=rule.why or item.why,
        sources=rule.sources or item.sources,
        action=rule.action or item.if_not,
        defaults=_defaults(rule.when, judgement),
        part=_part_of(rule.when, item),
        row=refs[0].row or "",
        person=refs[0].person or "",
        is_personal=_is_personal(rule, item, judgement, refs),
        numbers=tuple(one for one in _said(rule, judgement, refs) if isinstance(one, int | float)),
    )


def _shown(rule: Rule, judgement: Judgement, ref: FieldRef) -> str:
    """A rule's sentence for one person or row, in the past where that is over.

    That is from the day after the first one it names, and once whoever it is about has left.
    """
    named = (judgement.known(name, ref) for name in places(rule.says_past))
    day, today = next((one for one in named if isinstance(one, date)), None), judgement.facts.today
    is_over = any(one and today and one < today for one in (day, _left_on(judgement, ref.person)))
    says = rule.says_past if is_over and rule.says_past else rule.says
    return _sentence(says, judgement, [ref])


def _left(judgement: Judgement, refs: list[FieldRef]) -> str:
    """That a practitioner of whom the sentence speaks is not there any more."""
    gone = {one.person: _left_on(judgement, one.person) for one in refs}
    words = " " + _("{who} left on {date}") + "."
    return "".join(
        words.format(who=who, date=date_words(day)) for who, day in gone.items() if day is not None
    )


def _left_on(judgement: Judgement, who: str | None) -> date | None:
    person = judgement.plan.people.get(who or "")
    return date_of(person.parts, LEFT) if person is not None else None


def _said(rule: Rule, judgement: Judgement, refs: list[FieldRef]) -> Iterator[object]:
    """What is put into a rule's sentence from the plan."""
    limits = judgement.template.thresholds
    for name in places(rule.says):
        if name not in limits:
            yield from (judgement.known(name, one) for one in refs)


def _is_personal(rule: Rule, item: Item, judgement: Judgement, refs: list[FieldRef]) -> bool:
    """Whether it names someone, or asks about staff: its question says so, or one it looks at."""
    asked = (judgement.template.items[leaf.item] for leaf in _leaves(rule.when) if leaf.item)
    names = any(isinstance(one, str) for one in _said(rule, judgement, refs))
    return names or bool(item.personal) or any(one.personal for one in asked)


def _sentence(says: str, judgement: Judgement, refs: list[FieldRef]) -> str:
    """A rule's sentence for each person or row it is about, each once."""
    said = [filled(says, lambda name, s=one: judgement.known(name, s)) for one in refs]  # type: ignore[misc]
    return " ".join(dict.fromkeys(said))


def _part_of(condition: Condition, item: Item) -> str:
    """The first field of the item itself that a condition looks at; empty where it is none."""
    own = {*item.parts, *item.row_parts, *item.person_parts}
    parts = (leaf.part for leaf in _leaves(condition) if not leaf.item)
    return next((part for part in parts if part in own), "")


def _partly_flag(item: Item, judgement: Judgement, ref: FieldRef) -> Flag:
    template, name = judgement.template, f"{ref.item}A"
    says = filled(template.partly_says, {"label": item.short}.get)
    own = {"label": item.own_short or item.short}
    recorded = filled(template.own_partly_says or template.partly_says, own.get)
    where = next(iter(_partly_at(ref.item, judgement)), ("", "", ""))
    return Flag(
        id=name,
        acceptance=acceptance_of(judgement.plan, name, says, recorded),
        item=ref.item,
        severity="amber",
        says=says,
        recorded=recorded,
        inputs=(Input(name=item.short, words=_(PARTLY)),),
        why=item.why,
        sources=item.sources,
        action=item.if_not,
        part=where[0],
        row=where[1],
        person=where[2],
        is_personal=bool(item.personal),
    )


def says_partly(key: str, judgement: Judgement) -> bool:
    """Whether any field of an item, a row or a practitioner was answered with partly."""
    return any(True for _rest in _partly_at(key, judgement))


def _partly_at(key: str, judgement: Judgement) -> Iterator[tuple[str, str, str]]:
    """Each field that was answered with partly: its name, its row, its practitioner."""
    item, answer = judgement.template.items[key], judgement.plan.answer(key)
    for name in ("value", *item.parts):
        if answer.parts.get(name) == PARTLY:
            yield name, "", ""
    for key_of_row, row in answer.rows.items():
        for name in item.row_parts:
            if row.get(name) == PARTLY:
                yield name, key_of_row, ""
    for who, person in judgement.plan.people.items():
        for name in item.person_parts:
            if person.parts.get(name) == PARTLY:
                yield name, "", who


def _leaves(condition: Condition) -> list[Condition]:
    if condition.subject:
        return [condition]
    return [leaf for inner in condition.children for leaf in _leaves(inner)]


def _inputs(rule: Rule, judgement: Judgement, ref: FieldRef) -> list[Input]:
    """The values behind a rule: what its conditions compare and what its sentence names."""
    found = []
    for leaf in _leaves(rule.when):
        where = FieldRef(leaf.item) if leaf.item else ref
        name = leaf.part or leaf.fact or leaf.count or ""
        found.append(_input(name, judgement, where))
        _test, limit = leaf.test
        if isinstance(limit, str) and limit in FACT_WORDS:
            found.append(_input(limit, judgement, where))
    # A limit that the sentence names is none of the plan's own values: it has its own line.
    limits = ("who", *judgement.template.thresholds)
    found += [_input(name, judgement, ref) for name in places(rule.says) if name not in limits]
    return [one for one in found if one is not None]


def _input(name: str, judgement: Judgement, ref: FieldRef) -> Input | None:
    item = judgement.template.items[ref.item]
    part = item.row_parts.get(name) or item.person_parts.get(name) or item.parts.get(name)
    about = FACT_WORDS.get(name)
    if name == "rows":
        rows = _("how many ({row})").format(row=item.row_name)
        return Input(name=rows, words=str(len(judgement.plan.answer(ref.item).filled)))
    # A field may be called "who" too; sentences mean the practitioner by it, a condition the field.
    value = judgement.value(name, ref) if name == "who" else judgement.known(name, ref)
    if value in (None, MISSING):
        return None
    label = (part.label if part else about) or item.short
    is_own = part is not None or name in PERSON_FACTS
    who = (ref.person or ref.row) if is_own else None
    words = _answer_words(part, value)
    if name in SHARES and isinstance(value, int | float):
        words = share_words(value)
    return Input(name=f"{label} ({who})" if who else label, words=words)


def _answer_words(part: Part | None, value: object) -> str:
    """What was answered; a word of the plan file as it stands there, where that is in English."""
    if isinstance(value, str) and value in STANDING_WORDS:
        return _(value)
    if part is not None and language() != ENGLISH and isinstance(value, str):
        return part.options.get(value, value)
    return spoken(value)


def _defaults(condition: Condition, judgement: Judgement) -> tuple[str, ...]:
    found = []
    for leaf in _leaves(condition):
        _test, limit = leaf.test
        threshold = judgement.template.thresholds.get(limit) if isinstance(limit, str) else None
        if threshold is not None and threshold.is_our_default and threshold.value is not None:
            value = limit_of(str(limit), judgement.plan, judgement.template)
            amount = amount_words(value, threshold.unit)
            words = _("{label}: {amount} (our default)")
            found.append(words.format(label=threshold.label, amount=amount))
    return tuple(dict.fromkeys(found))
