"""Why an area is not ready, in one sentence."""

from readiness.app.session import Session
from readiness.describe.area import because, not_ready_told
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from tests.domain.made import TODAY, imr, team

TEMPLATE = imr()


def told(plan: Plan, area: str = "capacity") -> str:
    return not_ready_told(area, TEMPLATE, review(TEMPLATE, plan, TODAY))


def test_an_area_without_answers() -> None:
    assert told(Plan(template="imr")) == "Not ready: nothing is answered yet."
    short = Plan(template="imr", form="short")
    assert told(short) == "Not ready: nothing is answered yet, 5 not asked."


def test_flags_come_first_by_name_then_what_is_open_then_what_is_left() -> None:
    said = told(team("AB", hours=1, patients=5).answering("CAP-07", "value", "not sure"))
    assert said.startswith("Not ready: 1 red flag (CAP-01), ")
    assert "1 open, 7 unanswered." in said


def test_more_red_flags_than_fit_are_cut_and_amber_and_partly_are_counted() -> None:
    plan = team("AB", hours=1, patients=5)
    items = {key: one for key, one in TEMPLATE.items.items() if one.area == "goals"}
    for key in items:
        plan = plan.answering(key, "value", "no")
    assert " ..." in told(plan, "goals")


def test_what_is_partly_in_place_is_counted_beside_its_flags(session: Session) -> None:
    said = not_ready_told("capacity", session.template, session.review)
    assert said == "Not ready: 2 red flags (CAP-01, CAP-06), 2 amber flags, 2 only partly."


def test_an_area_in_which_everything_is_settled() -> None:
    plan = Plan(template="imr")
    for key, item in TEMPLATE.items.items():
        if item.area == "capacity":
            plan = plan.not_applicable(key, "Not here")
    assert told(plan) == "Ready: nothing stands in the way."
    assert told(plan.described(form="short")) == "Ready: nothing stands in the way."


def test_an_area_of_which_the_short_form_asks_nothing() -> None:
    items = {
        key: one.model_copy(update={"brief": one.brief and one.area != "capacity"})
        for key, one in TEMPLATE.items.items()
    }
    template = TEMPLATE.model_copy(update={"items": items})
    state = review(template, Plan(template="imr", form="short"), TODAY)
    said = not_ready_told("capacity", template, state)
    assert said == "Not ready: the short form asks nothing here."


def test_why_an_area_is_not_ready_is_its_gravest_flag_or_its_first_open_question() -> None:
    def why(plan: Plan, area: str = "capacity") -> str:
        return because(area, TEMPLATE, review(TEMPLATE, plan, TODAY))

    empty = Plan(template="imr")
    assert why(empty) == "Nothing is answered yet."
    flagged = team("AB", hours=1, patients=5)
    assert why(flagged).startswith("AB needs ")
    is_open = empty.answering("INC-02", "value", "not sure")
    assert why(is_open, "inclusion").startswith("Unanswered: Is it written down")
    done, short = empty, Plan(template="imr", form="short")
    for key, item in TEMPLATE.items.items():
        if item.area == "capacity":
            done = done.not_applicable(key, "not here")
            short = short.not_applicable(key, "not here") if item.brief else short
    assert why(done) == "Nothing stands in the way."
    assert why(short).startswith("In place as far as the short form asks; 5 questions were")
    items = {
        key: one.model_copy(update={"brief": one.brief and one.area != "capacity"})
        for key, one in TEMPLATE.items.items()
    }
    bare = TEMPLATE.model_copy(update={"items": items})
    state = review(bare, Plan(template="imr", form="short"), TODAY)
    assert because("capacity", bare, state) == "The short form asks nothing here."
