"""For random services the program comes to what a reckoning comes to that walks day by day."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.domain.capacity.weeks import ledger_of
from readiness.domain.plan.field_ref import number_ref
from readiness.domain.plan.plan import Plan
from readiness.i18n.dates import plus_months
from tests.domain.made import imr
from tests.domain.oracle import Oracle, Practitioner, Service

pytestmark = pytest.mark.no_cover

TEMPLATE = imr()
YEAR = [date(2027, 1, 1) + timedelta(days=number) for number in range(500)]
DAYS = st.sampled_from(YEAR)


def spans(most: int) -> st.SearchStrategy[list[tuple[date, date]]]:
    one = st.tuples(DAYS, st.integers(0, 25)).map(lambda s: (s[0], s[0] + timedelta(days=s[1])))
    return st.lists(one, max_size=most)


@st.composite
def services(draw: st.DrawFn) -> Service:
    kind = draw(st.sampled_from(["individual", "group", "both"]))
    people = [
        Practitioner(
            name,
            patients=draw(st.integers(0, 5)) if kind != "group" else 0,
            groups=draw(st.integers(0, 2)) if kind != "individual" else 0,
            hours=draw(st.sampled_from([0, 3.5, 5, 8, 12])),
            leaves=draw(st.one_of(st.none(), st.none(), DAYS)),
            away=draw(spans(2)),
        )
        for name in ["AA", "BB", "CC", "DD"][: draw(st.integers(1, 4))]
    ]
    start = draw(st.sampled_from(YEAR[:60]))
    end = plus_months(start, draw(st.integers(3, 14)))
    rounds = st.lists(st.tuples(DAYS, st.integers(1, 14)), max_size=4)
    low, middle, high = sorted(draw(st.lists(st.integers(0, 60), min_size=3, max_size=3)))
    return Service(
        start=start,
        end=end,
        last=plus_months(end, draw(st.integers(0, 9))),
        people=people,
        closed=draw(spans(4)) or [(date(2027, 7, 5), date(2027, 7, 25))],
        rounds=draw(rounds),
        first_round=draw(st.one_of(st.none(), st.integers(1, 12))),
        round_weeks=draw(st.integers(1, 20)),
        refill=draw(st.booleans()),
        sessions=draw(st.integers(1, 40)),
        rate=draw(st.sampled_from([0.5, 1, 2])),
        dropout=(high / 100, middle / 100, low / 100),
        group_size=draw(st.integers(1, 9)),
        leaders=draw(st.integers(1, 3)),
        minutes={
            "S": 45,
            "P": 30,
            "D": 10,
            "T": 5,
            "Sg": 90,
            "Pg": 60,
            "V": 60,
            "M": draw(st.sampled_from([0, 20])),
            "W": 4,
        },
        training_days=draw(st.integers(0, 6)),
        day_hours=7.5,
    )


def plan_of(one: Service) -> Plan:
    """The plan that says what the service says."""
    months = next(n for n in range(1, 40) if plus_months(one.start, n) >= one.end)
    after = next(n for n in range(40) if plus_months(one.end, n) >= one.last)
    plan = Plan(template="imr", start=one.start, months=months)
    is_alone = any(person.patients for person in one.people)
    is_grouped = any(person.groups for person in one.people)
    form = "both" if is_alone and is_grouped else "group" if is_grouped else "individual"
    said: dict[str, Any] = {"format": form, "group_size": one.group_size, "leaders": one.leaders}
    said["minutes"] = one.minutes["Sg" if form == "group" else "S"]
    for part, value in said.items():
        plan = plan.answering("CAP-03", part, value)
    plan = plan.answering("MON-04", "minutes", one.minutes["M"])
    plan = plan.answering("MON-04", "weeks", one.minutes["W"])
    if one.first_round is not None:
        plan = plan.answering("INC-04", "value", one.first_round)
    for person in one.people:
        fields = {"patients": person.patients, "groups": person.groups}
        fields |= {"hours_freed": person.hours, "leaves": person.leaves or "no"}  # type: ignore[dict-item]
        plan = plan.with_person(person.name)
        for part, number in fields.items():
            plan = plan.answering_person(person.name, part, number)
        for first, last in person.away:
            entry = {"who": person.name, "from": first, "until": last}
            plan = plan.entering("absences", plan.new_entry("absences"), entry)
    for first, last in one.closed:
        plan = plan.entering("closures", plan.new_entry("closures"), {"from": first, "until": last})
    for day, patients in one.rounds:
        plan = plan.entering(
            "rounds", plan.new_entry("rounds"), {"date": day, "patients": patients}
        )
    numbers = {
        "planned_sessions": one.sessions,
        "overrun_slack": 1,
        "sessions_a_week": one.rate,
        "dropout_high": one.dropout[0],
        "dropout": one.dropout[1],
        "dropout_low": one.dropout[2],
        "refill": one.refill,
        "round_weeks": one.round_weeks,
        "sustain_months": after,
        "training_days": one.training_days,
        "training_day_hours": one.day_hours,
        "preparation_minutes": one.minutes["P"],
        "notes_minutes": one.minutes["D"],
        "travel_minutes": one.minutes["T"],
        "group_session_minutes": one.minutes["Sg"],
        "group_preparation_minutes": one.minutes["Pg"],
        "supervision_minutes": one.minutes["V"],
    }
    for name, value in numbers.items():
        plan = plan.with_value(number_ref(name), float(value))
    return plan


@settings(max_examples=60)
@given(services())
def test_the_ledger_is_what_a_walk_day_by_day_comes_to(service: Service) -> None:
    plan = plan_of(service)
    found = ledger_of(plan, TEMPLATE)
    assert found is not None
    oracle = Oracle(service)
    mondays = [found.monday_of(week) for week in range(found.start, found.weeks)]
    assert mondays == oracle.mondays()
    for person in found.people:
        needed = [week.hours for week in person.needed[found.start :]]
        assert needed == pytest.approx([oracle.needed[person.who, day] for day in mondays])
        seen = person.patients[found.start :]
        assert seen == pytest.approx([oracle.seen[person.who, day] for day in mondays])
    assert found.started == pytest.approx(oracle.started())
    assert found.left_over == pytest.approx(oracle.left_over)
    one = found.completing
    assert (one.low, one.middle, one.high) == pytest.approx(oracle.completing())
    assert [found.monday_of(week) for week in found.short_weeks()] == oracle.short_weeks()
    assert found.sessions == int(oracle.open_weeks() * service.rate + 1e-9)
    training = {
        found.monday_of(week): found.people[0].needed[week].training
        for week in range(found.start)
        if found.people[0].needed[week].training
    }
    gone = service.people[0].leaves
    expected = {
        day: hours for day, hours in oracle.training().items() if gone is None or gone >= day + WEEK
    }
    assert training == pytest.approx(expected)


WEEK = timedelta(days=7)
