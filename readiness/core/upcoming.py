"""Every date that a plan names, with what happens on it."""

from collections.abc import Iterator, Mapping
from datetime import date

from readiness.core.dates import plus_months
from readiness.core.part import Part
from readiness.core.plan import Plan, Value
from readiness.core.template import Template


def all_dates(template: Template, plan: Plan) -> list[tuple[date, str]]:
    """The dates of a plan in order, each with what it is in words."""
    found = list(_answered(template, plan))
    if plan.start:
        found.append((plan.start, "Start of the rollout"))
        found.append((plus_months(plan.start, plan.months), "End of the implementation period"))
    return sorted(found)


def next_dates(template: Template, plan: Plan, today: date) -> list[tuple[date, str]]:
    """The dates from today on, in order."""
    return [(day, what) for day, what in all_dates(template, plan) if day >= today]


def _answered(template: Template, plan: Plan) -> Iterator[tuple[date, str]]:
    for key, item in template.items.items():
        answer = plan.answer(key)
        yield from _days(item.parts, answer.parts, item.short)
        for fields in answer.rows.values():
            yield from _days(item.row_parts, fields, item.row_name.capitalize())
        for who, person in plan.people.items():
            for day, _ in _days(item.person_parts, person.parts, item.short):
                yield day, f"{who}: {item.short.lower()}"


def _days(
    parts: Mapping[str, Part], given: Mapping[str, Value], short: str
) -> Iterator[tuple[date, str]]:
    for name, part in parts.items():
        said = given.get(name)
        what = f"{short}: {part.label.lower()}" if part.label and name != "date" else short
        if isinstance(said, date):
            yield said, what
        elif isinstance(said, tuple):
            yield from ((day, what) for day in said if isinstance(day, date))
