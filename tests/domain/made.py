"""Plans made for tests, said in the words of a service."""

from datetime import date

from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.storage.templates import Library

START = date(2027, 1, 11)
TODAY = date(2026, 11, 24)


def imr() -> Template:
    return Library().load("imr")


def team(
    *names: str, patients: float = 3, hours: float = 6, minutes: int = 45, months: int = 12
) -> Plan:
    """A service with these practitioners, each with so many patients and hours."""
    plan = Plan(template="imr", months=months, start=START)
    plan = plan.answering("CAP-03", "format", "individual")
    plan = plan.answering("CAP-03", "minutes", minutes)
    plan = plan.answering("CAP-03", "patients", patients)
    for name in names:
        plan = plan.with_person(name, "nurse").answering_person(name, "hours_freed", hours)
        plan = plan.answering_person(name, "leaves", "no")
    return plan
