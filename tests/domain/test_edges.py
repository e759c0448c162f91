"""Plans and templates at their edges: long trainings, absent people, fewer questions."""

from datetime import date

from readiness.domain.capacity.scenarios import fit_of, ledger_for, ways_to_fit
from readiness.domain.capacity.what_if import fewer, in_groups, one_more, put
from readiness.domain.checklist.condition import Condition
from readiness.domain.checklist.template import Rule, Template
from readiness.domain.plan.field_ref import number_ref
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from readiness.domain.schedule.calendar import events_of
from readiness.domain.xrays.findings import xrays
from tests.domain.made import START, TODAY, imr, team

TEMPLATE = imr()


def without_feeds(*names: str) -> Template:
    """The template without the fields that answer these inputs."""
    items = {}
    for key, item in TEMPLATE.items.items():
        parts = {
            table: {n: p for n, p in getattr(item, table).items() if p.feeds not in names}
            for table in ("parts", "row_parts", "person_parts")
        }
        items[key] = item.model_copy(update=parts)
    return TEMPLATE.model_copy(update={"items": items})


def test_an_answer_makes_an_item_applicable_again() -> None:
    plan = Plan().not_applicable("SEL-09", "later").answering("SEL-09", "successor", "IJ")
    assert plan.answer("SEL-09").parts == {"successor": "IJ"}
    assert plan.answer("SEL-09").reason == ""


def test_a_service_may_review_fidelity_once_at_a_time_of_its_own() -> None:
    plan = team("AB").with_value(number_ref("review_months"), 9)
    ids = [event.id for event in events_of(plan, TEMPLATE) if "fidelity" in event.id]
    assert ids == ["fidelity-review-9"]


def test_a_training_of_half_a_year_is_shown_from_its_start_at_the_most() -> None:
    ledger = ledger_for(team("AB").with_value(number_ref("training_days"), 100), TEMPLATE)
    assert ledger is not None
    assert ledger.start == 26


def test_who_is_away_the_whole_time_starts_nobody() -> None:
    plan = team("AB")
    away = {"who": "AB", "from": date(2026, 1, 1), "until": date(2035, 1, 1)}
    ledger = ledger_for(plan.entering("absences", "1", away), TEMPLATE)
    assert ledger is not None
    assert ledger.started == 0


def test_a_programme_without_end_has_no_end_date() -> None:
    ledger = ledger_for(team("AB").with_value(number_ref("planned_sessions"), 5000), TEMPLATE)
    assert ledger is not None
    assert (ledger.planned_end, ledger.likely_end) == (None, None)
    assert ledger.completing.middle == 0


def test_what_a_template_does_not_ask_for_is_left_alone() -> None:
    plan = team("AB")
    assert put(plan, without_feeds("leaves"), "leaves", TODAY, "AB") == plan
    assert put(plan, TEMPLATE, "first_round", 3).answer("INC-04").parts == {"value": 3}


def test_without_single_patients_there_is_no_one_to_share_out() -> None:
    plan = team("AB", patients=0)
    assert (one_more(plan, TEMPLATE), in_groups(plan, TEMPLATE)) == (None, None)
    assert fewer(plan, TEMPLATE, 0) is None


def test_groups_that_are_short_of_hours_can_only_get_hours() -> None:
    plan = team("AB", "CD", hours=2).answering("CAP-03", "format", "group")
    plan = plan.answering("CAP-03", "group_size", 8).answering("CAP-03", "leaders", 2)
    ways = [way.words for way in ways_to_fit(plan.answering("CAP-03", "groups", 1), TEMPLATE)]
    assert len(ways) == 1
    assert "h more a week for AB" in ways[0]


def test_training_outside_working_hours_is_mended_by_no_weekly_hours() -> None:
    plan = team("AB", patients=1, hours=8)
    for row, day in (("1", date(2027, 1, 12)), ("2", date(2027, 1, 13))):
        plan = plan.answering_row("SEL-08", row, "date", day)
        plan = plan.answering_row("SEL-08", row, "in_working_hours", "no")
    ledger = ledger_for(plan, TEMPLATE)
    assert ledger is not None
    assert not fit_of(ledger).fits
    assert ways_to_fit(plan, TEMPLATE)


def test_closures_that_hold_the_holidays_are_no_remark() -> None:
    plan = team("AB").entering(
        "closures", "1", {"from": date(2027, 7, 1), "until": date(2027, 8, 15)}
    )
    found = xrays(plan, TEMPLATE, review(TEMPLATE, plan, TODAY), TODAY)
    assert "few-closures" not in {one.id for one in found}


def test_a_rule_may_count_rows_and_says_how_many() -> None:
    rule = Rule(
        flag="amber", when=Condition(count="rows", below=2), says="There are {rows} reviews."
    )
    items = {
        **TEMPLATE.items,
        "MON-01": TEMPLATE.items["MON-01"].model_copy(update={"rules": (rule,)}),
    }
    template = TEMPLATE.model_copy(update={"items": items})
    plan = Plan().answering_row("MON-01", "1", "date", START)
    flag = review(template, plan, TODAY).items["MON-01"].flag
    assert flag is not None
    assert next((one.name, one.words) for one in flag.inputs) == ("how many (review)", "1")


def test_a_fact_of_the_whole_plan_bears_nobodys_name() -> None:
    plan = team("AB", "CD").answering_person("CD", "leaves", date(2027, 9, 1))
    flag = review(TEMPLATE, plan, TODAY).items["SEL-03"].flag
    assert flag is not None
    assert {one.name for one in flag.inputs} == {
        "Leaves the role (CD)",
        "end of the implementation period",
    }
