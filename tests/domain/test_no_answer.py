"""A text that says nothing makes nothing ready, and stays as it was typed."""

from pathlib import Path

import pytest

from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.inputs import gathered
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from readiness.domain.schedule.actions import actions_of
from readiness.domain.xrays.findings import xrays
from readiness.i18n.non_answers import is_nobody, is_undecided
from readiness.i18n.numerals import names_number
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from tests.domain.made import TODAY, imr, team

PLANS = Path(__file__).parents[1] / "data" / "reckoning"


@pytest.mark.parametrize("text", ["no.", "-", "None", " -- ", "No!", "?"])
def test_a_text_that_says_nothing_does_not_count(text: str) -> None:
    plan = Plan(template="imr").answering("CAP-07", "value", text)
    state = review(imr(), plan, TODAY).items["CAP-07"]
    assert state.status != "ready"
    assert state.answered
    assert plan.answer("CAP-07").parts == {"value": text}
    plain = review(imr(), Plan(template="imr").answering("CAP-07", "value", "no"), TODAY)
    assert state.status == plain.items["CAP-07"].status


def test_a_short_text_that_says_something_counts() -> None:
    plan = Plan(template="imr").answering("CAP-07", "value", "no duty")
    assert review(imr(), plan, TODAY).items["CAP-07"].status == "ready"


@pytest.mark.parametrize(("deputy", "is_ready"), [("-", False), ("MN", True)])
def test_a_dash_names_nobody(deputy: str, *, is_ready: bool) -> None:
    plan = Plan(template="imr").answering("SEL-10", "champion", "KL")
    plan = plan.answering("SEL-10", "deputy", deputy)
    assert (review(imr(), plan, TODAY).items["SEL-10"].status == "ready") is is_ready


NOT_DECIDED = [
    *("TBD", "tbd.", "(TBD)", "T.B.D.", "to be decided", "To be decided later", "not yet decided"),
    *("N.N.", "?", "? ?", "not discussed", "later", "We don't know yet", "unknown", "pending"),
    *("avklares", "Avklares senere", "m\u00e5 avklares", "ikke bestemt enn\u00e5", "senere"),
    *("Not yet appointed", "We have not decided yet", "Still open", "in progress", "xxx"),
    *("ikke p\u00e5 plass enn\u00e5", "Vi har ikke bestemt oss", "under planlegging", "avventer"),
    *("TBD (ask the board)", "TBD: AA or BB?", "tbd \u2013 in spring", "dont know"),
    *("awaiting", "\uff34\uff22\uff24", "f\u00f8lger"),
    *("forel\u00f8pig ikke avklart", "vet ikke enn\u00e5", "vil bli bestemt", "ikke satt"),
]
NOBODY = [
    *("nobody at present", "No one yet", "We have nobody at the moment", "vacant", "n/a"),
    *("no successor yet", "nobody in post", "ingen stedfortreder", "per i dag ingen"),
    *("Ingen for tiden", "forel\u00f8pig ingen", "stillingen er vakant", "ingen per n\u00e5"),
]
ANSWERS = [
    *("TBD by Kari on 1 May", "to be decided by the board on 1 May", "IT", "ER", "NN", "NA", "VI"),
    *("We go on", "bestemmes av leder", "det er bestemt", "avklart", "Nothing changes", "Now"),
    *("Open", "depends on the ward leader", "ferdig", "asked by AA", "not in acute crisis"),
    *("Ingen uten avtale", "Nobody but the leader", "TBA-team", "TBD-klinikken", "x" * 200),
]


@pytest.mark.parametrize("text", NOT_DECIDED)
def test_what_is_not_decided_is_no_answer(text: str) -> None:
    assert is_undecided(text)
    assert not is_nobody(text)
    plan = Plan(template="imr").answering("SEL-10", "champion", "KL")
    plan = plan.answering("SEL-10", "deputy", text)
    template = imr()
    state = review(template, plan, TODAY)
    assert state.items["SEL-10"].status == "partly"
    assert gathered(plan, template).plan == {"champion": "KL"}
    (finding,) = (one for one in xrays(plan, template, state, TODAY) if one.id == "not-decided")
    assert finding.says.startswith("Deputy: what stands here says that it is not decided yet.")
    assert finding.ref == FieldRef(item="SEL-10", part="deputy")
    # It is no better than leaving the field out: nobody quiets a flag with it.
    vacant = plan.answering("GOAL-03", "leader", "no")
    assert review(template, vacant, TODAY).items["SEL-10"].status == "red"


@pytest.mark.parametrize("text", NOBODY)
def test_what_says_that_there_is_nobody_counts_as_no(text: str) -> None:
    assert is_nobody(text)
    assert not is_undecided(text)
    plan = Plan(template="imr").answering_row("INC-05", "1", "who", text)
    plan = plan.answering_row("INC-05", "1", "how", "a leaflet")
    template = imr()
    state = review(template, plan, TODAY)
    assert state.items["INC-05"].status == "red"
    assert gathered(plan, template).rows["recruiter"] == ("no",)
    (finding,) = (one for one in xrays(plan, template, state, TODAY) if one.id == "not-decided")
    assert "there is nobody" in finding.says


@pytest.mark.parametrize("text", ANSWERS)
def test_a_text_that_decides_something_is_an_answer(text: str) -> None:
    assert not is_undecided(text)
    assert not is_nobody(text)


def test_nobody_answers_for_a_flag_or_does_an_action_that_is_not_decided() -> None:
    plan = Plan(template="imr").answering("MON-06", "value", "no")
    fields = {"reason": "we know", "by": "TBD", "says": ""}
    flag = review(imr(), plan.entering("accepted", "MON-06R", fields), TODAY).items["MON-06"].flag
    assert flag is not None
    assert not flag.is_accepted
    entered = plan.entering("actions", "1", {"name": "Rule", "actor": "avklares", "state": "open"})
    (action,) = actions_of(entered)
    assert action.actor == ""
    found = xrays(entered, imr(), review(imr(), entered, TODAY), TODAY)
    assert {"action-without-owner", "not-decided"} <= {one.id for one in found}
    assert sum(one.id == "not-decided" for one in found) == 1


def test_a_plan_in_which_nothing_is_decided_has_nothing_ready() -> None:
    file = PlanFile.open(PLANS / "to-be-decided.toml", Library())
    state = review(file.template, file.plan, TODAY)
    for item in ("SEL-09", "SEL-10", "CAP-06", "CAP-07", "INC-05", "GOAL-01", "MON-06"):
        assert state.items[item].status != "ready", item


def test_a_year_is_no_number_of_anything() -> None:
    assert not names_number("Everything works in 2027", "en")
    assert names_number("Everything works for 12 in 2027", "en")


def test_a_practitioner_without_a_name_does_not_stay() -> None:
    template, plan = imr(), team("AB", "CD", "TBD")
    state = review(template, plan, TODAY)
    assert state.facts.of("staying") == 2
    assert state.items["SEL-04"].status == "partly"
    (finding,) = (one for one in xrays(plan, template, state, TODAY) if one.id == "not-decided")
    assert finding.ref == FieldRef(person="TBD")
    named = review(template, team("AB", "CD", "EF"), TODAY)
    assert named.facts.of("staying") == 3
