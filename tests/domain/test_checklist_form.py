"""The short form asks less, loses nothing, and never calls ready what it did not ask."""

from datetime import date

from readiness.describe.checklist_form import answered_told, form_told, switched_told
from readiness.describe.state import sign_of, word_of
from readiness.domain.checklist.template import FULL, SHORT, asked_in
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import Review, review
from readiness.domain.schedule.actions import gaps
from readiness.domain.versions.changes import changes
from readiness.domain.versions.merge import merge
from tests.domain.made import START, TODAY, imr

TEMPLATE = imr()
BRIEF = [key for key, item in TEMPLATE.items.items() if item.brief]
OTHERS = [key for key in TEMPLATE.items if key not in BRIEF]


def judged(plan: Plan, today: date = TODAY) -> Review:
    return review(TEMPLATE, plan, today)


def short(**fields: object) -> Plan:
    return Plan(template="imr", form=SHORT, start=START).described(**fields)


def test_the_short_form_is_about_twenty_questions_that_can_raise_a_red_flag() -> None:
    assert 18 <= len(BRIEF) <= 24
    for key in BRIEF:
        assert any(rule.flag == "red" for rule in TEMPLATE.items[key].rules), key
    for area in TEMPLATE.areas:
        assert any(TEMPLATE.items[key].area == area for key in BRIEF)


def test_a_template_without_a_short_form_asks_everything() -> None:
    items = {key: one.model_copy(update={"brief": False}) for key, one in TEMPLATE.items.items()}
    plain = TEMPLATE.model_copy(update={"items": items})
    assert asked_in(plain, SHORT) == frozenset(items)
    state = review(plain, short(), TODAY)
    assert state.form == FULL
    assert form_told(state) == ""


def test_only_the_short_form_is_counted_and_asked() -> None:
    state = judged(short())
    assert state.form == SHORT
    assert state.asked == len(BRIEF)
    assert set(state.left_out) == set(OTHERS)
    assert judged(Plan(template="imr", start=START)).asked == len(TEMPLATE.items)
    at, seen = None, []
    for _ in BRIEF:
        at = state.next_unanswered(at)
        seen.append(at)
    assert seen == BRIEF
    assert answered_told(state) == f"0 of {len(BRIEF)} questions answered (short form)"


def test_what_was_answered_beyond_the_short_form_is_still_shown_and_counted() -> None:
    beyond = OTHERS[0]
    plan = Plan(template="imr", start=START).answering(beyond, "value", "no")
    full = judged(plan)
    state = judged(plan.described(form=SHORT))
    assert state.items[beyond].is_asked
    assert state.asked == len(BRIEF) + 1
    assert state.answered == full.answered == 1
    assert state.items[beyond].status == full.items[beyond].status
    noted = short().noting(OTHERS[1], "Ask Kari")
    assert judged(noted).items[OTHERS[1]].is_asked


def test_switching_back_and_forth_loses_nothing() -> None:
    plan = short().answering(BRIEF[0], "value", "no").noting(OTHERS[0], "mine")
    assert plan.described(form=FULL).described(form=SHORT) == plan


def test_what_was_not_asked_is_said_so_and_never_ready() -> None:
    state = judged(short())
    one = state.items[OTHERS[0]]
    assert (sign_of(one), word_of(one)) == ("_", "not asked")
    assert one.status == "open"
    plan = short()
    for key in BRIEF:
        plan = plan.not_applicable(key, "not here")
    done = judged(plan)
    assert done.next_unanswered() is None
    for key, area in done.areas.items():
        assert area.status != "ready", key
        assert area.left_out > 0
    told = form_told(done)
    assert f"{len(OTHERS)} were not asked in the short form and are never ready." in told
    assert "our default" in told
    assert not set(gaps(plan, done)) & set(done.left_out)


def test_an_area_in_which_nothing_is_asked_says_so() -> None:
    items = {
        key: one.model_copy(update={"brief": one.brief and one.area != "monitoring"})
        for key, one in TEMPLATE.items.items()
    }
    state = review(TEMPLATE.model_copy(update={"items": items}), short(), TODAY)
    assert word_of(state.areas["monitoring"]) == "not asked"
    assert state.areas["monitoring"].asked == 0


def test_a_flag_on_a_question_that_is_not_asked_is_never_hidden() -> None:
    plan = short()
    for who in ("AB", "CD"):
        plan = plan.with_person(who)
    asked = judged(plan.described(form=FULL))
    state = judged(plan)
    assert {one.id for one in state.flags} == {one.id for one in asked.flags}
    for flag in state.flags:
        assert state.items[flag.item].counts
        assert word_of(state.items[flag.item]) != "not asked"


def test_one_question_left_out_is_said_in_the_singular() -> None:
    plan = short()
    for key in OTHERS[1:]:
        plan = plan.noting(key, "x")
    assert "1 was not asked in the short form and is never ready." in form_told(judged(plan))


def test_a_switch_is_said_and_how_long_each_form_takes() -> None:
    told = switched_told(TEMPLATE, judged(short()))
    assert f"{len(BRIEF)} of {len(TEMPLATE.items)} questions" in told
    assert told.endswith("Every answer stays.")
    one = short().noting(OTHERS[0], "x")
    assert "1 more question that you said" in switched_told(TEMPLATE, judged(one))
    two = one.noting(OTHERS[1], "x")
    assert "2 more questions that you said" in switched_told(TEMPLATE, judged(two))
    full = judged(Plan(template="imr"))
    assert "all 51 questions" in switched_told(TEMPLATE, full)
    assert answered_told(full) == "0 of 51 questions answered"


def test_the_form_is_compared_and_merged_like_any_other_field() -> None:
    base = Plan(template="imr")
    (one,) = changes(base, base.described(form=SHORT), TEMPLATE)
    assert one.words == "Form of the checklists: full became short"
    merged = merge(base, base.described(service="North"), base.described(form=SHORT), TEMPLATE)
    assert (merged.plan.form, merged.plan.service) == (SHORT, "North")
