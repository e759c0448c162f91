"""X-rays: where a plan does not fit itself, and text that may identify a patient."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from readiness.domain.xrays.finding import Finding
from readiness.domain.xrays.findings import xrays
from readiness.domain.xrays.identifiers import BIRTH, IDENTITY, MAIL, TELEPHONE, looks_identifying
from tests.domain.made import START, TODAY, imr, team
from tests.strategies import plans

TEMPLATE = imr()
LATER = START + timedelta(days=200)


def found(plan: Plan, today: date = TODAY) -> dict[str, Finding]:
    state = review(TEMPLATE, plan, today)
    return {one.id: one for one in xrays(plan, TEMPLATE, state, today)}


def with_row(plan: Plan, item: str, **fields: object) -> Plan:
    for name, value in fields.items():
        plan = plan.answering_row(item, "1", name, value)  # type: ignore[arg-type]
    return plan


def _weekly(plan: Plan) -> Plan:
    return plan.answering("CAP-05", "value", "yes")


CASES: dict[str, tuple[str, Callable[[], Plan]]] = {
    "review-before-start": ("MON-01", lambda: with_row(team("AB"), "MON-01", date=TODAY)),
    "feedback-before-start": (
        "MON-02",
        lambda: team("AB").answering("MON-02", "value", (date(2026, 12, 1),)),
    ),
    "decision-before-start": (
        "MON-06",
        lambda: team("AB").answering("MON-06", "decided_on", date(2026, 12, 1)),
    ),
    "weekly-without-hours": ("CAP-05", lambda: _weekly(team("AB", patients=5, hours=4))),
    "weekly-without-weeks": ("CAP-05", lambda: _weekly(team("AB", months=6))),
    "more-planned-than-fit": ("INC-03", lambda: team("AB").answering("INC-03", "eligible", 2)),
    "more-fit-than-there-are": (
        "INC-03",
        lambda: team("AB").answering("INC-03", "eligible", 40).answering("INC-03", "population", 9),
    ),
    "more-planned-than-likely": (
        "INC-03",
        lambda: team("AB").answering("INC-03", "eligible", 4),
    ),
    "round-without-places": ("INC-04", lambda: team("AB").answering("INC-04", "value", 5)),
    "rounds-without-places": (
        "CAP-03",
        lambda: team("AB").entering("rounds", "1", {"date": START, "patients": 9}),
    ),
    "round-before-start": (
        "",
        lambda: team("AB").entering("rounds", "1", {"date": TODAY, "patients": 1}),
    ),
    "round-after-end": (
        "",
        lambda: team("AB").entering("rounds", "1", {"date": date(2028, 1, 11), "patients": 1}),
    ),
    "leader-leaves": (
        "GOAL-03",
        lambda: team("AB").answering("GOAL-03", "leader_leaves", date(2027, 5, 1)),
    ),
    "champion-leaves": (
        "SEL-10",
        lambda: (
            team("AB")
            .answering_person("AB", "leaves", date(2027, 3, 1))
            .answering("SEL-10", "champion", "ab")
        ),
    ),
    "deputy-is-the-same": (
        "SEL-10",
        lambda: (
            team("AB").answering("SEL-10", "champion", "AB").answering("SEL-10", "deputy", "ab")
        ),
    ),
    "staying-against-list": (
        "SEL-04",
        lambda: (
            team("AB", "CD")
            .answering_person("AB", "leaves", date(2027, 3, 1))
            .answering("SEL-04", "value", 2)
        ),
    ),
    "counted-in-future": (
        "INC-03",
        lambda: team("AB").answering("INC-03", "counted_on", date(2027, 5, 1)),
    ),
    "decided-too-early": (
        "MON-06",
        lambda: with_row(
            team("AB").answering("MON-06", "decided_on", date(2027, 9, 1)),
            "MON-01",
            date=date(2028, 1, 10),
        ),
    ),
    "trained-too-late": (
        "SEL-09",
        lambda: (
            team("AB")
            .answering_person("AB", "leaves", date(2027, 3, 1))
            .answering("SEL-09", "trained_by", date(2027, 5, 1))
        ),
    ),
    "in-closure": ("MON-01", lambda: with_row(team("AB"), "MON-01", date=date(2027, 7, 14))),
    "no-reason": ("SEL-01", lambda: team("AB").not_applicable("SEL-01", " ")),
    "action-without-owner": (
        "",
        lambda: team("AB").entering("actions", "1", {"name": "Book", "when": START}),
    ),
    "action-without-date": (
        "",
        lambda: team("AB").entering("actions", "1", {"name": "Book", "actor": "leader"}),
    ),
    "action-overdue": (
        "",
        lambda: team("AB").entering("actions", "1", {"name": "Book", "when": date(2026, 11, 1)}),
    ),
    "action-perhaps-done": (
        "SEL-01",
        lambda: (
            team("AB")
            .answering("SEL-01", "value", "yes")
            .entering("actions", "1", {"name": "Write", "item": "SEL-01"})
        ),
    ),
    "dropped-without-reason": (
        "",
        lambda: team("AB").entering("actions", "1", {"name": "Book", "state": "dropped"}),
    ),
    "accepted-and-gone": (
        "SEL-03",
        lambda: team("AB").entering("accepted", "SEL-03R", {"by": "leader", "reason": "known"}),
    ),
    "ends-before-it-begins": (
        "",
        lambda: team("AB").entering("closures", "1", {"from": LATER, "until": START}),
    ),
    "span-without-days": ("", lambda: team("AB").entering("closures", "1", {"from": LATER})),
    "absence-of-nobody": (
        "",
        lambda: team("AB").entering("absences", "1", {"who": "XY", "from": START, "until": LATER}),
    ),
    "few-closures": (
        "",
        lambda: team("AB").entering("closures", "1", {"from": LATER, "until": LATER}),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_does_not_fit_is_found_and_leads_to_its_place(name: str) -> None:
    item, make = CASES[name]
    one = found(make())[name]
    assert one.ref.item == item
    assert one.ref.item or one.ref.table
    assert one.says.endswith(".")
    assert one.todo


def test_an_action_that_was_dropped_for_a_reason_is_asked_about_no_more() -> None:
    fields = {"name": "Book", "state": "dropped", "reason": "The room is ours."}
    assert (
        not {"dropped-without-reason", "action-without-owner"}
        & found(team("AB").entering("actions", "1", fields)).keys()
    )


def test_a_sound_plan_has_none_of_them() -> None:
    plan = team("AB", "CD", "EF", patients=2).answering("INC-03", "eligible", 40)
    plan = _weekly(plan).answering("GOAL-03", "leader", "KL").answering("GOAL-03", "deputy", "MN")
    plan = with_row(plan, "MON-01", date=date(2027, 6, 14), by="Northside")
    assert found(plan) == {}


def test_dates_go_past_while_a_plan_lies() -> None:
    plan = with_row(team("AB"), "MON-01", date=date(2027, 6, 14))
    plan = plan.answering("CAP-09", "value", (date(2027, 3, 1), date(2027, 6, 1)))
    assert "past" not in found(plan)
    # Once it has begun, what lies after its start is a promise: Today tells what came of it.
    assert not {"past", "all-past"} & found(plan, date(2027, 12, 1)).keys()
    later = found(plan.described(start=None), date(2027, 12, 1))
    assert "14 June 2027" in later["past"].says
    assert "1 June 2027" in later["all-past"].says
    early = with_row(plan, "GOAL-04", date=date(2026, 12, 18), obstacle="No room")
    assert "18 December 2026" in found(early, date(2027, 12, 1))["past"].says


def test_errors_come_first() -> None:
    plan = with_row(team("AB"), "MON-01", date=date(2026, 12, 22)).not_applicable("SEL-01", "")
    state = review(TEMPLATE, plan, TODAY)
    gravities = [one.gravity for one in xrays(plan, TEMPLATE, state, TODAY)]
    assert gravities == sorted(gravities, key=["error", "warning", "remark"].index)
    assert gravities[0] == "error"


def _norwegian(nine: str) -> str:
    """A number with its two check digits, made by their definition."""
    digits = [int(one) for one in nine]
    first = -sum(a * b for a, b in zip((3, 7, 6, 1, 8, 9, 4, 5, 2), digits, strict=True)) % 11
    digits.append(first)
    second = -sum(a * b for a, b in zip((5, 4, 3, 2, 7, 6, 5, 4, 3, 2), digits, strict=True)) % 11
    return "" if 10 in (first, second) else "".join(map(str, [*digits, second]))


@given(st.integers(1, 28), st.integers(1, 12), st.integers(0, 99), st.integers(100, 999))
def test_a_norwegian_number_is_seen_with_a_slip_of_the_pen_as_well(
    day: int, month: int, year: int, order: int
) -> None:
    number = _norwegian(f"{day:02}{month:02}{year:02}{order}")
    if not number:
        return
    assert IDENTITY in looks_identifying(f"see {number} for more", TODAY)
    assert IDENTITY in looks_identifying(f"{number[:6]} {number[6:]}", TODAY)
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    assert IDENTITY in looks_identifying(wrong, TODAY)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("120475-1234", [IDENTITY]),
        ("078-05-1120", [IDENTITY]),
        ("943 476 5919", [IDENTITY]),
        ("born 1980", [BIRTH]),
        ("12.03.1975", [BIRTH]),
        ("1975-03-12", [BIRTH]),
        ("call 912 34 567", [TELEPHONE]),
        ("22 33 44 55", [TELEPHONE]),
        ("+44 20 7946 0958", [TELEPHONE]),
        ("Write to someone@example.org", [MAIL]),
        ("The review is on 12.07.2027, the first on 11 Jan 2027", []),
        ("20270712", []),
        ("31.02.1975", []),
        ("Budget 10 000 000, 45 minutes, 12345 patients, 99999999999", []),
        ("", []),
    ],
)
def test_kinds_of_identifying_text(text: str, kinds: list[str]) -> None:
    assert looks_identifying(text, TODAY) == kinds


def test_the_text_is_never_repeated_and_every_place_is_looked_at() -> None:
    words = "born 12.03.1975"
    plan = team("AB").answering_person("AB", "taken_off", words).noting("SEL-01", words)
    plan = plan.answering("CAP-07", "value", words).not_applicable("INC-02", words)
    plan = with_row(plan, "GOAL-04", obstacle=words)
    plan = plan.entering("actions", "1", {"action": words}).described(service=words)
    state = review(TEMPLATE, plan, TODAY)
    all_found = [one for one in xrays(plan, TEMPLATE, state, TODAY) if one.id == "identifying"]
    assert {one.ref.item or one.ref.table or one.ref.part for one in all_found} == {
        "CAP-02", "SEL-01", "CAP-07", "INC-02", "GOAL-04", "actions", "service",
    }  # fmt: skip
    assert all("1975" not in one.says + one.todo for one in all_found)


def test_an_entry_about_a_question_that_is_not_asked_leads_to_the_entry() -> None:
    plan = team("AB").entering("actions", "1", {"name": "Book", "item": "XYZ", "when": START})
    plan = plan.entering("accepted", "XYZR", {"by": "leader", "reason": "known"})
    seen = xrays(plan, TEMPLATE, review(TEMPLATE, plan, TODAY), TODAY)
    refs = {one.id: one.ref for one in seen}
    assert refs["action-without-owner"] == FieldRef(table="actions", entry="1", part="actor")
    assert refs["accepted-and-gone"] == FieldRef(table="accepted", entry="XYZR")
    after = team("AB").entering("accepted", "FOL-03A", {"by": "leader", "reason": "known"})
    found = xrays(after, TEMPLATE, review(TEMPLATE, after, TODAY), TODAY)
    assert "accepted-and-gone" not in {one.id for one in found}


@given(plans(TEMPLATE))
def test_no_plan_trips_an_x_ray(plan: Plan) -> None:
    state = review(TEMPLATE, plan, TODAY)
    for one in xrays(plan, TEMPLATE, state, TODAY):
        assert one.says
        assert not one.ref.item or one.ref.item in TEMPLATE.items


def test_a_long_text_of_digits_takes_no_longer_than_its_length() -> None:
    assert looks_identifying("1 2 3 4 5 6 7 8 9 0 " * 1000 + "@" * 1000, TODAY) == []


def test_what_is_said_for_the_practitioners_is_told_until_they_were_heard() -> None:
    plan = team("AB").answering("MON-09", "value", "yes")
    one = found(plan)["not-heard"]
    assert (one.ref, one.gravity) == (FieldRef(item="MON-09"), "remark")
    assert "not-heard" not in found(plan.entering("heard", "MON-09", {"of": 5}))
    assert "not-heard" not in found(plan.noting("MON-09", "Asked by the consultant: 4 of 5."))
    assert "not-heard" not in found(plan.answering("MON-09", "value", "no"))
