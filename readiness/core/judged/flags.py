"""Flags: what a rule says about this plan, with the numbers that raised it."""

from __future__ import annotations

from readiness.core.asked.condition import Condition
from readiness.core.asked.template import Item, Rule, Severity
from readiness.core.frozen import Frozen
from readiness.core.judged.fact_names import FACT_WORDS, PERSON_FACTS
from readiness.core.judged.judgement import Judgement, Scope
from readiness.core.said.acceptance import Acceptance, acceptance_of
from readiness.core.said.plan import PARTLY
from readiness.core.wording.language import _
from readiness.core.wording.words import amount_words, filled, places, spoken


class Input(Frozen):
    """One value that a flag rests on."""

    name: str
    """What it is, in words."""
    words: str
    """What it is in this plan, in words."""


class Flag(Frozen):
    """A warning about one item, with all that is needed to understand and end it."""

    id: str
    """The item's id with R for red or A for amber."""
    item: str
    """The item."""
    severity: Severity
    """Red or amber."""
    says: str
    """What it is, with the person's own numbers."""
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

    @property
    def is_accepted(self) -> bool:
        """Whether someone answers for it as it stands now."""
        return self.acceptance is not None and self.acceptance.still_holds


def flag_of(key: str, judgement: Judgement, *, is_touched: bool, is_ready: bool) -> Flag | None:
    """The flag of an item: its first rule that holds, else the one that an answer of partly raises.

    Rules about the item's own answer are looked at only once there is one.
    """
    item, scope = judgement.template.items[key], Scope(key)
    for rule in item.rules:
        if (is_touched or _is_about_facts(rule.when)) and judgement.holds(rule.when, scope):
            return _raised(rule, item, judgement, scope)
    if is_ready or not is_touched or not says_partly(key, judgement):
        return None
    return _partly_flag(item, judgement, scope)


def _is_about_facts(condition: Condition) -> bool:
    if condition.subject:
        return condition.subject == "fact"
    return all(_is_about_facts(inner) for inner in condition.children)


def _raised(rule: Rule, item: Item, judgement: Judgement, scope: Scope) -> Flag:
    scopes = judgement.scopes(rule.when, scope)
    said = [filled(rule.says, lambda name, s=one: judgement.known(name, s)) for one in scopes]  # type: ignore[misc]
    found: dict[tuple[str, str], Input] = {}
    for one in scopes:
        for entry in _inputs(rule, judgement, one):
            found.setdefault((entry.name, entry.words), entry)
    name = f"{scope.item}{'R' if rule.flag == 'red' else 'A'}"
    says = " ".join(dict.fromkeys(said))
    return Flag(
        id=name,
        item=scope.item,
        severity=rule.flag,
        says=says,
        acceptance=acceptance_of(judgement.plan, name, says),
        inputs=tuple(found.values()),
        why=rule.why or item.why,
        sources=rule.sources or item.sources,
        action=rule.action or item.if_not,
        defaults=_defaults(rule.when, judgement),
    )


def _partly_flag(item: Item, judgement: Judgement, scope: Scope) -> Flag:
    names = {"label": item.short}
    name, says = f"{scope.item}A", filled(judgement.template.partly_says, names.get)
    return Flag(
        id=name,
        acceptance=acceptance_of(judgement.plan, name, says),
        item=scope.item,
        severity="amber",
        says=says,
        inputs=(Input(name=item.short, words=PARTLY),),
        why=item.why,
        sources=item.sources,
        action=item.if_not,
    )


def says_partly(key: str, judgement: Judgement) -> bool:
    """Whether any field of an item, a row or a practitioner was answered with partly."""
    item, answer = judgement.template.items[key], judgement.plan.answer(key)
    people = judgement.plan.people.values()
    said = [answer.parts.get("value"), *(answer.parts.get(name) for name in item.parts)]
    said += [row.get(name) for row in answer.rows.values() for name in item.row_parts]
    said += [person.parts.get(name) for person in people for name in item.person_parts]
    return PARTLY in said


def _leaves(condition: Condition) -> list[Condition]:
    if condition.subject:
        return [condition]
    return [leaf for inner in condition.children for leaf in _leaves(inner)]


def _inputs(rule: Rule, judgement: Judgement, scope: Scope) -> list[Input]:
    """The values behind a rule: what its conditions compare and what its sentence names."""
    found = []
    for leaf in _leaves(rule.when):
        where = Scope(leaf.item) if leaf.item else scope
        name = leaf.part or leaf.fact or leaf.count or ""
        found.append(_input(name, judgement, where))
        _rest, limit = leaf.test
        if isinstance(limit, str) and limit in FACT_WORDS:
            found.append(_input(limit, judgement, where))
    found += [_input(name, judgement, scope) for name in places(rule.says) if name != "who"]
    return [one for one in found if one is not None]


def _input(name: str, judgement: Judgement, scope: Scope) -> Input | None:
    item = judgement.template.items[scope.item]
    part = item.row_parts.get(name) or item.person_parts.get(name) or item.parts.get(name)
    about = FACT_WORDS.get(name)
    if name == "rows":
        return Input(
            name=f"{item.row_name}s", words=str(len(judgement.plan.answer(scope.item).rows))
        )
    value = judgement.known(name, scope)
    if value is None:
        return None
    label = (part.label if part else about) or item.short
    is_own = part is not None or name in PERSON_FACTS
    who = (scope.person or scope.row) if is_own else None
    return Input(name=f"{label} ({who})" if who else label, words=spoken(value))


def _defaults(condition: Condition, judgement: Judgement) -> tuple[str, ...]:
    found = []
    for leaf in _leaves(condition):
        _rest, limit = leaf.test
        threshold = judgement.template.thresholds.get(limit) if isinstance(limit, str) else None
        if threshold is not None and threshold.is_our_default:
            amount = amount_words(threshold.value, threshold.unit)
            found.append(
                _("{label}: {amount} (our default)").format(label=threshold.label, amount=amount)
            )
    return tuple(dict.fromkeys(found))
