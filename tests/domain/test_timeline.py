"""The lanes of the timeline, and the hours that stand beside an answer, by hand."""

from datetime import date

import pytest

from readiness.describe.practitioner import hours_beside, left_words
from readiness.describe.timeline import Day, Lane, lanes_of, span_of
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import Review, review
from readiness.storage.templates import Library

TEMPLATE = Library().load("imr")
TODAY, START = date(2026, 11, 24), date(2027, 1, 11)
PLAN = Plan(template="imr", template_version=TEMPLATE.version, start=START, months=12)


def judged(plan: Plan) -> Review:
    return review(TEMPLATE, plan, TODAY)


def lanes(plan: Plan) -> dict[str, Lane]:
    return {lane.label: lane for lane in lanes_of(plan, TEMPLATE, judged(plan))}


def supervised(until: date) -> Plan:
    return PLAN.with_value(FieldRef("CAP-06", "until", row="1"), until)


def test_without_a_start_there_is_no_timeline() -> None:
    assert lanes_of(Plan(template="imr"), TEMPLATE, judged(Plan(template="imr"))) == []


def test_sessions_run_over_the_period_and_supervision_that_nobody_booked_is_missing() -> None:
    found = lanes(PLAN.answering("CAP-06", "value", "no"))
    (sessions,) = found["Sessions"].spans
    assert (sessions.first, sessions.last) == (START, date(2028, 1, 11))
    (missing,) = found["Supervision"].spans
    assert missing.is_missing
    assert missing.words == "! not booked"
    assert sessions.words == ""
    assert "Asking" not in found
    assert "Supervision" not in lanes(PLAN), "nobody was asked yet"


def test_supervision_that_ends_early_is_missing_from_then_on() -> None:
    booked, missing = lanes(supervised(date(2027, 6, 30)))["Supervision"].spans
    assert (booked.last, booked.is_missing) == (date(2027, 6, 30), False)
    assert (missing.first, missing.is_missing) == (date(2027, 6, 30), True)
    (whole,) = lanes(supervised(date(2028, 3, 1)))["Supervision"].spans
    assert not whole.is_missing


def test_what_is_unusual_about_a_day_is_said() -> None:
    plan = PLAN.with_person("CD").answering_person("CD", "leaves", date(2027, 9, 1))
    plan = plan.with_value(FieldRef("MON-01", "date", row="1"), date(2027, 7, 12))
    plan = plan.with_value(FieldRef("INC-05", "when", row="1"), date(2026, 12, 7))
    found = lanes(plan)
    assert found["Who leaves"].days == (Day(date(2027, 9, 1), "risk", "CD, 1 Sep 2027"),)
    assert found["Reviews"].days[0].words.startswith("^ in a closed period")
    (asking,) = found["Asking"].spans
    assert (asking.first, asking.last) == (date(2026, 12, 7), START)
    assert "set" not in {one.kind for one in found["Check-ins"].days}


def test_the_timeline_goes_from_today_to_whatever_is_last() -> None:
    first, last = span_of(lanes(PLAN).values(), TODAY)
    assert first == TODAY
    assert last >= date(2028, 1, 11)
    assert span_of([], TODAY) == (TODAY, TODAY)


@pytest.mark.parametrize(
    ("freed", "said"),
    [
        (6, ("needs 5.3", "0.8 to spare")),
        (4, ("needs 5.3", "! 1.3 short")),
        (None, ("needs 5.3", "")),
    ],
)
def test_the_hours_that_somebody_needs_stand_beside_those_freed(
    freed: int | None, said: tuple[str, str]
) -> None:
    # A session of 45 minutes, 30 of preparation and 10 of notes, three times; 60 of supervision a
    # week: 3 x 85 + 60 = 315 minutes = 5.25 hours.
    plan = PLAN.with_person("AB")
    for part, value in (("format", "individual"), ("minutes", 45), ("patients", 3)):
        plan = plan.with_value(FieldRef("CAP-03", part), value)
    if freed is not None:
        plan = plan.answering_person("AB", "hours_freed", freed)
    parts = TEMPLATE.items["CAP-01"].person_parts
    assert hours_beside(parts["hours_freed"], "AB", judged(plan)) == said
    other = TEMPLATE.items["SEL-07"].person_parts["suitable_patients"]
    assert hours_beside(other, "AB", judged(plan)) == ("", "")
    assert hours_beside(parts["hours_freed"], "AB", judged(PLAN)) == ("", "")
    assert left_words(None) == ""


def test_the_leader_who_leaves_stands_with_those_who_leave() -> None:
    plan = PLAN.answering("GOAL-03", "leader_leaves", date(2027, 9, 1))
    assert [one.on for one in lanes(plan)["Who leaves"].days] == [date(2027, 9, 1)]
    shared = lanes_of(plan, TEMPLATE, judged(plan), is_shared=True)
    assert not any(lane.days for lane in shared if lane.label == "Who leaves")
