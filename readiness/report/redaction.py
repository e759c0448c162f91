"""What stays at home when a document travels: names of staff, and words of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from readiness.domain.checklist.template import Item, Template
from readiness.domain.followup.scale import raters_of
from readiness.domain.kinds.registry import kind_of
from readiness.domain.kinds.value import NO, NOT_SURE, Value
from readiness.domain.plan.plan import Answer, Plan
from readiness.domain.plan.records import DECLINED, EVIDENCE, ROW_REASON
from readiness.i18n.language import N_, _
from readiness.report.pseudonyms import NAMED, SOMEONE, WHO, Hiding, known_names

WITHHELD = N_("(not in the shared version)")
REASON = N_("(the reason is not in the shared version)")

TEXTS = ("plan", "service", "decider", "requests")
"""Texts of the plan itself, in which somebody may be named."""

WHY = {
    "checkins": ("decided",),
    "results": ("changed",),
    "adaptations": ("why",),
    "decisions": ("reasons",),
    "scores": (ROW_REASON, EVIDENCE, DECLINED),
}
"""Texts in someone's own words that are left out, by table: they tell of people and of counts."""

Fields = Mapping[str, Value]

OVER = "-"
"""Stands for what a flag said when it was accepted, where that is not what it says today."""


def without_names(plan: Plan, template: Template, over: frozenset[str] = frozenset()) -> Plan:
    """A copy in which practitioners are numbered, other names are roles, and notes are left out.

    What a flag said when it was accepted is left out too; those that are `over`, because it says
    something else today, are over in the copy as well.
    """
    hide = Hiding(known_names(plan, template))
    numbered = {who: hide.names[who] for who in plan.people}
    people = {
        numbered[who]: person.model_copy(
            update={"role": hide.text(person.role), "parts": hide.fields(person.parts)}
        )
        for who, person in plan.people.items()
    }
    answers = {
        key: _hidden_answer(answer, template.items.get(key), hide, numbered)
        for key, answer in plan.answers.items()
    }
    tables = {
        table: {key: hide.fields(fields) for key, fields in plan.entries(table).items()}
        for table in ("actions", "accepted", "closures", "absences", "rounds")
    }
    tables["accepted"] = {
        key: {
            **fields,
            "by": _(SOMEONE),
            "says": OVER if key in over else "",
            "reason": _(REASON),
        }
        for key, fields in tables["accepted"].items()
    }
    tables |= {"heard": {}, "missing": {}, **_room(plan)}
    records = _records(plan, hide.fields)
    for table in ("actions", "absences"):
        for fields in tables[table].values():
            if fields.get(WHO[table]) and fields[WHO[table]] not in numbered.values():
                fields[WHO[table]] = _(SOMEONE)
    said = {name: hide.text(getattr(plan, name)) for name in TEXTS}
    update = {"people": people, "answers": answers, **said, **tables, **records}
    return plan.model_copy(update=update)


def _room(plan: Plan) -> dict[str, dict[str, dict[str, Value]]]:
    """What travels of workshops: that they were held, and the agreed answers alone."""
    return {
        table: {
            key: {name: one for name, one in fields.items() if name in kept}
            for key, fields in plan.entries(table).items()
        }
        for table, kept in (
            ("workshops", ("date", "took_part", "asked")),
            ("agreed", ("workshop", "answer", "look_again")),
        )
    }


def _hidden_answer(
    answer: Answer, item: Item | None, hide: Hiding, numbered: Mapping[str, str]
) -> Answer:
    feeds = {**(item.parts if item else {}), **(item.row_parts if item else {})}

    def hidden(fields: Mapping[str, Value]) -> dict[str, Value]:
        changed = hide.fields(fields)
        for name, said in fields.items():
            part = feeds.get(name)
            kind = kind_of(part) if part else None
            if isinstance(said, tuple) and kind and not (kind.is_offered or kind.holds_dates):
                changed[name] = tuple(hide.text(str(one)) for one in said)
            if part and part.feeds in NAMED and said not in (NO, NOT_SURE):
                changed[name] = numbered.get(str(said).strip()) or _(NAMED[part.feeds])
        return changed

    return answer.model_copy(
        update={
            "parts": hidden(answer.parts),
            "rows": {row: hidden(fields) for row, fields in answer.rows.items()},
            "note": "",
            "reason": hide.text(answer.reason),
        }
    )


def _records(plan: Plan, hide: Callable[[Fields], Fields]) -> dict[str, object]:
    """The tables of records as they may travel; `hide` takes practitioners' names out of texts.

    Raters are numbered. That nobody decided stays, as a rule looks at it.
    """
    tables: dict[str, object] = {
        table: {key: _hidden(table, fields, hide) for key, fields in plan.entries(table).items()}
        for table in ("checkins", "barriers", "results", "adaptations", "decisions")
    }
    columns = {review: _columns(fields) for review, fields in plan.fidelity.items()}
    tables["fidelity"] = {
        review: {
            name: _raters(columns[review], name, value) for name, value in hide(fields).items()
        }
        for review, fields in plan.fidelity.items()
    }
    tables["scores"] = {
        review: {
            key: _renamed(_hidden("scores", row, hide), columns.get(review, {}))
            for key, row in rows.items()
        }
        for review, rows in plan.scores.items()
    }
    return tables


def _columns(review: Fields) -> dict[str, str]:
    """What each rater is called in a shared document."""
    named = enumerate(raters_of(review), 1)
    return {who: _("Rater {number}").format(number=number) for number, who in named}


def _raters(columns: Mapping[str, str], name: str, value: Value) -> Value:
    return tuple(columns.values()) if name == "raters" else value


def _renamed(row: Fields, columns: Mapping[str, str]) -> dict[str, Value]:
    return {columns.get(name, name): value for name, value in row.items()}


def _hidden(table: str, fields: Fields, hide: Callable[[Fields], Fields]) -> dict[str, Value]:
    said = dict(hide(fields))
    said |= {name: _(WITHHELD) for name in WHY.get(table, ()) if said.get(name)}
    who = WHO.get(table, "")
    if said.get(who) and said[who] != NO:
        said[who] = _(SOMEONE)
    return said
