"""What stays at home when a document travels: names of staff, and notes."""

from __future__ import annotations

from collections.abc import Mapping

from readiness.domain.checklist.template import Item, Template
from readiness.domain.kinds.value import NO, NOT_SURE, Value
from readiness.domain.plan.plan import Answer, Plan
from readiness.i18n.language import N_, _
from readiness.report.known_names import NAMED, SOMEONE, WHO, Hiding, known_names
from readiness.report.record_redaction import records_without_names

REASON = N_("(the reason is not in the shared version)")

TEXTS = ("plan", "service", "decider", "requests")
"""Texts of the plan itself, in which somebody may be named."""

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
    records = records_without_names(plan, hide.fields)
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
            if isinstance(said, tuple) and part and part.kind == "names":
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
