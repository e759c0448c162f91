"""What stays at home when a document travels: names of staff, and notes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from readiness.domain.checklist.template import Item, Template
from readiness.domain.kinds.value import NO, NOT_SURE, Value
from readiness.domain.plan.plan import Answer, Plan
from readiness.i18n.language import N_, _
from readiness.report.record_redaction import records_without_names

NAMED = {
    "champion": N_("the champion"),
    "champion_deputy": N_("the champion's deputy"),
    "leader": N_("the leader"),
    "leader_deputy": N_("the leader's deputy"),
    "successor": N_("the successor"),
    "supervisor": N_("the supervisor"),
    "supervisor_after": N_("the supervisor"),
    "reviewer_after": N_("someone named"),
    "meets_disappointment": N_("someone named"),
    "continuation_decider": N_("someone named"),
    "decider": N_("someone named"),
    "recruiter": N_("someone named"),
    "obstacle_actor": N_("someone named"),
    "review_by": N_("someone named"),
}
"""Inputs that name a person, and what stands for it in a shared document."""


REASON = N_("(the reason is not in the shared version)")

OVER = "-"
"""Stands for what a flag said when it was accepted, where that is not what it says today."""

_INITIALS = re.compile(r"\b[A-Z\u00c6\u00d8\u00c5]{2,4}\b")
"""What looks like someone's initials in a field that names a person."""


def _initials(plan: Plan, template: Template) -> dict[str, str]:
    """Initials that stand in fields which name a person, and what stands for each."""
    found = dict[str, str]()
    for key, item in template.items.items():
        answer = plan.answer(key)
        places = [(item.parts, answer.parts), *((item.row_parts, r) for r in answer.rows.values())]
        for parts, fields in places:
            for name, part in parts.items():
                if part.feeds in NAMED:
                    for one in _INITIALS.findall(str(fields.get(name, ""))):
                        found[one] = _(NAMED[part.feeds])
    for fields in plan.actions.values():
        for one in _INITIALS.findall(str(fields.get("actor", ""))):
            found.setdefault(one, _("someone named"))
    return {one: role for one, role in found.items() if one != template.practice.short}


def without_names(plan: Plan, template: Template, over: frozenset[str] = frozenset()) -> Plan:
    """A copy in which practitioners are numbered, other names are roles, and notes are left out.

    What a flag said when it was accepted is left out too; those that are `over`, because it says
    something else today, are over in the copy as well.
    """
    names = {
        who: _("Practitioner {number}").format(number=number)
        for number, who in enumerate(plan.people, 1)
    }
    hide = _Hiding({**_initials(plan, template), **names})
    people = {
        names[who]: person.model_copy(update={"parts": hide.fields(person.parts)})
        for who, person in plan.people.items()
    }
    answers = {
        key: _hidden_answer(answer, template.items.get(key), hide)
        for key, answer in plan.answers.items()
    }
    tables = {
        table: {key: hide.fields(fields) for key, fields in plan.entries(table).items()}
        for table in ("actions", "accepted", "closures", "absences", "rounds")
    }
    tables["accepted"] = {
        key: {
            **fields,
            "by": _("someone named"),
            "says": OVER if key in over else "",
            "reason": _(REASON),
        }
        for key, fields in tables["accepted"].items()
    }
    tables |= {"heard": {}, "missing": {}, **_room(plan)}
    records = records_without_names(plan, hide.fields)
    for fields in tables["actions"].values():
        if fields.get("actor") and fields["actor"] not in names.values():
            fields["actor"] = _("someone named")
    said = {name: hide.text(getattr(plan, name)) for name in ("decider", "requests")}
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


@dataclass(frozen=True)
class _Hiding:
    """Puts other words in the place of practitioners' names."""

    names: Mapping[str, str]

    def text(self, words: str) -> str:
        longest_first = sorted(filter(str.strip, self.names), key=len, reverse=True)
        if not longest_first:
            return words
        any_name = "|".join(re.escape(who) for who in longest_first)
        return re.sub(rf"(?<!\w)(?:{any_name})(?!\w)", lambda found: self.names[found[0]], words)

    def fields(self, fields: Mapping[str, Value]) -> dict[str, Value]:
        return {
            name: self.text(said) if isinstance(said, str) else said
            for name, said in fields.items()
        }


def _hidden_answer(answer: Answer, item: Item | None, hide: _Hiding) -> Answer:
    feeds = {**(item.parts if item else {}), **(item.row_parts if item else {})}

    def hidden(fields: Mapping[str, Value]) -> dict[str, Value]:
        changed = hide.fields(fields)
        for name, said in fields.items():
            part = feeds.get(name)
            if part and part.feeds in NAMED and said not in (NO, NOT_SURE):
                listed = hide.names.get(str(said).strip())
                changed[name] = listed or _(NAMED[part.feeds])
        return changed

    return answer.model_copy(
        update={
            "parts": hidden(answer.parts),
            "rows": {row: hidden(fields) for row, fields in answer.rows.items()},
            "note": "",
            "reason": hide.text(answer.reason),
        }
    )
