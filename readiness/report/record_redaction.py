"""What stays at home of the records after the start: who rated, who decided, and why in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from readiness.domain.followup.scale import raters_of
from readiness.domain.kinds.value import NO, Value
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.records import DECLINED, EVIDENCE, ROW_REASON
from readiness.i18n.language import N_, _
from readiness.report.known_names import SOMEONE, WHO

LEFT_OUT = N_("(not in the shared version)")

Fields = Mapping[str, Value]

WHY = {
    "checkins": ("decided",),
    "results": ("changed",),
    "adaptations": ("why",),
    "decisions": ("reasons",),
    "scores": (ROW_REASON, EVIDENCE, DECLINED),
}
"""Texts in someone's own words that are left out, by table: they tell of people and of counts."""


def records_without_names(plan: Plan, hide: Callable[[Fields], Fields]) -> dict[str, object]:
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
    said |= {name: _(LEFT_OUT) for name in WHY.get(table, ()) if said.get(name)}
    who = WHO.get(table, "")
    if said.get(who) and said[who] != NO:
        said[who] = _(SOMEONE)
    return said
