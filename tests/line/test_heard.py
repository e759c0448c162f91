"""How much of a plan has to be heard: a question is short, and nothing is read twice."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from readiness.describe.act import left_told
from readiness.domain.plan.plan import Plan
from readiness.storage.languages import speak_in
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from tests.line.conversation import converse, empty, plan_at

pytestmark = pytest.mark.no_cover

COLUMNS, MOST = 80, 8
"""A usual terminal, and the lines that a question of an empty plan takes there at most."""


def heard(path: Path, lines: list[str]) -> list[str]:
    """What is said after each of these lines, up to where the next answer is awaited."""
    pieces = []
    _code, said = converse(path, [*lines, "/quit"])
    for line in lines:
        _before, _line, said = said.partition(f": {line}\n")
        pieces.append(said)
    return pieces


def lines_of(piece: str) -> list[str]:
    """The lines of a screen up to the prompt, which is the last of them."""
    out: list[str] = []
    for line in piece.splitlines():
        out += textwrap.wrap(line, COLUMNS)
        if line.startswith(("Answer:", "Svar:")):
            return out
    raise AssertionError(piece)


@pytest.mark.parametrize("language", ["en", "nb"])
@pytest.mark.parametrize("template", ["imr", "five_areas"])
def test_a_question_of_an_empty_plan_is_heard_in_few_lines(
    tmp_path: Path, template: str, language: str
) -> None:
    speak_in(language)
    own, path = Library().load(template), tmp_path / "plan.toml"
    PlanFile.create(path, Plan(template=template, template_version=own.version), own)
    pieces = heard(path, [f"/go {key}" for key in own.items])
    found = {key: lines_of(piece) for key, piece in zip(own.items, pieces, strict=True)}
    assert {key: one for key, one in found.items() if len(one) > MOST} == {}
    for key, one in found.items():
        whole = " ".join(one)
        assert own.items[key].question in whole
        assert "not answered" not in whole
        assert "ikke besvart" not in whole


def test_what_is_not_read_at_a_question_is_read_where_it_is_asked_for(tmp_path: Path) -> None:
    path = empty(tmp_path / "plan.toml")
    item = Library().load("imr").items["SEL-03"]
    first, how = heard(path, ["/go SEL-03", "?"])
    assert item.personal not in first.split("Answer:")[0]
    assert item.personal in how
    assert "all no, all not sure, or na" in how


def test_after_an_answer_only_what_changed_is_read(tmp_path: Path) -> None:
    path = empty(tmp_path / "plan.toml")
    (after,) = heard(path, ["1"])
    said = lines_of(after)
    assert said[0] == "Understood: Yes."
    assert said[1].startswith("This question is now: ")
    assert said[2].startswith("Field 2 of 2")
    assert sum("Have you written down" in one for one in said) == 0
    assert "Saved." not in said


def test_after_a_command_the_question_is_not_read_again(tmp_path: Path) -> None:
    path = empty(tmp_path / "plan.toml")
    question = Library().load("imr").items["SEL-10"].question
    _go, after = heard(path, ["/go SEL-10", "/list flags"])
    assert question not in after
    assert "SEL-10, Champion and deputy, Champion.\nAnswer:" in after


def test_where_the_walk_goes_on_the_place_is_read_once(tmp_path: Path) -> None:
    path = empty(tmp_path / "plan.toml")
    converse(path, ["/go GOAL-03", "/quit"])
    _code, said = converse(path, ["/quit"])
    assert said.count("GOAL-03") == 1


SETUP = {
    "form": "Enter makes no plan:",
    "title": "Enter leaves it unanswered:",
    "service": "Enter leaves it unanswered:",
    "start": "Enter leaves it unanswered:",
    "template": "Enter takes 2:",
}


@pytest.mark.parametrize("at", range(len(SETUP)), ids=list(SETUP))
def test_enter_at_each_question_of_a_new_plan_does_what_the_line_says(
    tmp_path: Path, at: int
) -> None:
    path = tmp_path / "new.toml"
    given = ["short", "Mine", "North", "11 Jan 2027", "1"]
    _code, said = converse(path, [*given[:at], "", *given[at + 1 :], "/quit"])
    prompt = next(one for one in said.splitlines() if one.startswith(f"{at + 1} of 5"))
    assert list(SETUP.values())[at] in prompt
    assert path.exists() == (at != 0)
    if path.exists():
        plan = plan_at(path)
        told = [plan.form, plan.plan, plan.service, plan.start and "11 Jan 2027", plan.template]
        assert told[at] in (None, "", "imr")
        assert [one for one in told if one in given[1:4]] == [
            one for one in given[1:4] if one != given[at]
        ]


def test_enter_at_a_question_of_a_new_plan_that_was_answered_keeps_the_answer(
    tmp_path: Path,
) -> None:
    path = tmp_path / "new.toml"
    _code, said = converse(path, ["short", "Mine", "back", "", "", "", "", "/quit"])
    assert said.count("2 of 5. What is the plan called, such as IMR at Riverside? Enter ") == 2
    assert "Now: Mine." in said
    assert "Riverside? Enter keeps it:" in said
    assert plan_at(path).plan == "Mine"


def test_a_template_is_named_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "new.toml"
    _code, said = converse(path, ["short", "", "", "", "1", "/quit"])
    assert plan_at(path).template == "five_areas"
    assert "1 Five areas: " in said
    assert "; 2 Illness Management and Recovery (IMR). Enter takes 2:" in said


@pytest.mark.parametrize(
    ("command", "kept"),
    [("people role AB", "nurse"), ("about plan", "Ours"), ("numbers 1", None)],
)
def test_enter_at_the_question_of_a_command_leaves_what_is_there(
    tmp_path: Path, command: str, kept: str | None
) -> None:
    path = empty(tmp_path / "plan.toml")
    lines = ["people add AB", "nurse", "about plan", "Ours", command, ""]
    _code, said = converse(path, [*lines, "/quit"])
    plan = plan_at(path)
    assert left_told() in said
    assert kept in (plan.people["AB"].role, plan.plan, None)
    assert not plan.assumptions


@pytest.mark.parametrize(("typed", "kept"), [("no", 0), ("ja", 1), ("1", 1)])
def test_a_number_for_yes_or_no_is_asked_and_told_so(tmp_path: Path, typed: str, kept: int) -> None:
    path = empty(tmp_path / "plan.toml")
    place = list(Library().load("imr").practice.numbers).index("refill") + 1
    _code, said = converse(path, [f"numbers {place}", typed, "/quit"])
    assert "(yes or no): yes; our default." in said
    assert "Yes or no; none brings the default back, Enter leaves it:" in said
    assert f"Understood: {'yes' if kept else 'no'}." in said
    assert plan_at(path).assumptions == {"refill": kept}


def test_only_where_one_word_answers_for_everyone_that_is_said(tmp_path: Path) -> None:
    path, words = empty(tmp_path / "plan.toml"), "With all before it an answer is for everyone"
    lines = ["people add AB", "", "/go SEL-06", "/go SEL-03", "/go CAP-01", "all yes"]
    _add, _role, willing, leaves, hours, _all = heard(path, lines)
    assert words in willing.split("Answer:")[0]
    assert words not in leaves
    assert words not in hours


def test_a_flag_is_told_once(tmp_path: Path) -> None:
    path = empty(tmp_path / "plan.toml")
    _go, after = heard(path, ["/go INC-03", "no"])
    assert after.count("flag") == 1


def test_a_command_with_its_slash_ends_a_long_text_and_is_carried_out(tmp_path: Path) -> None:
    path = empty(tmp_path / "plan.toml")
    lines = ["/go CAP-07", "Emergencies first.", "next", "/next", "/quit"]
    _code, said = converse(path, lines)
    assert plan_at(path).answer("CAP-07").parts == {"value": "Emergencies first."}
    assert 'For the command, type /next. For the text, put it in quotes: "next".' in said
    assert "//next" not in said
    assert ", CAP-08: " in said
