"""A plan with every date moved by as many days, so that an example is of today."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from readiness.domain.kinds.value import Value
from readiness.domain.plan.plan import Person, Plan
from readiness.domain.plan.tables import TABLES
from readiness.domain.record import sealed

Fields = Mapping[str, Value]


def moved(plan: Plan, days: int) -> Plan:
    """A copy in which every date lies so many days later, below 0 earlier.

    Records of a month stay as many months from the start as they were. Dates in texts stay.
    """
    answers = {
        key: one.model_copy(
            update={"parts": _fields(one.parts, days), "rows": _each(one.rows, days)}
        )
        for key, one in plan.answers.items()
    }
    people = {
        who: Person(role=one.role, parts=_fields(one.parts, days))
        for who, one in plan.people.items()
    }
    later = None if plan.start is None else _later(plan.start, days)
    update: dict[str, Any] = {
        "answers": sealed(answers),
        "people": sealed(people),
        "start": later,
        "calendar": sealed({name: _later(day, days) for name, day in plan.calendar.items()}),
        "scores": sealed({_day(key, days): rows for key, rows in plan.scores.items()}),
    }
    for name, table in TABLES.items():
        entries = _each(plan.entries(name), days)
        if table.key == "day":
            entries = sealed({_day(key, days): fields for key, fields in entries.items()})
        elif table.key == "month" and plan.start is not None and later is not None:
            months = (later.year - plan.start.year) * 12 + later.month - plan.start.month
            entries = sealed({_month(key, months): fields for key, fields in entries.items()})
        update[name] = entries
    update["actions"] = sealed({key: _advised(one, days) for key, one in update["actions"].items()})
    return plan.model_copy(update=update)


def _advised(action: Fields, days: int) -> Fields:
    """An action with the review that advised it by the review's new day."""
    table, _dot, rest = str(action.get("from", "")).partition(".")
    day, _dot, criterion = rest.partition(".")
    if table != "fidelity":
        return action
    return sealed({**action, "from": f"fidelity.{_day(day, days)}.{criterion}"})


def _each(entries: Mapping[str, Fields], days: int) -> Mapping[str, Fields]:
    return sealed({key: _fields(fields, days) for key, fields in entries.items()})


def _fields(fields: Fields, days: int) -> Fields:
    return sealed({name: _value(value, days) for name, value in fields.items()})


def _value(value: Value, days: int) -> Value:
    if isinstance(value, tuple) and value and isinstance(value[0], date):
        return tuple(_later(day, days) for day in value if isinstance(day, date))
    return _later(value, days) if isinstance(value, date) else value


def _later(day: date, days: int) -> date:
    return day + timedelta(days=days)


def _day(key: str, days: int) -> str:
    return _later(date.fromisoformat(key), days).isoformat()


def _month(key: str, months: int) -> str:
    year, month = divmod(int(key[:4]) * 12 + int(key[5:]) - 1 + months, 12)
    return f"{year:04}-{month + 1:02}"
