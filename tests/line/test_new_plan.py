"""The questions that make a new plan: help, back and quit among them."""

from datetime import date
from pathlib import Path

import pytest

from readiness.storage.languages import speak_in
from tests.line.conversation import converse, plan_at

pytestmark = pytest.mark.no_cover


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new.toml"


HELP = ("make a plan file", "its document", "clinic, team", "reckoned from", "holds the questions")
"""A word or two of the help of each question."""


@pytest.mark.parametrize("word", ["help", "/help", "?", "hjelp", "/hjelp"])
def test_help_tells_about_each_question_and_asks_it_again(path: Path, word: str) -> None:
    answers = ["yes", "Mine", "North", "11 Jan 2027", "imr"]
    lines = [line for answer in answers for line in (word, answer)]
    code, said = converse(path, [*lines, "quit"], is_piped=True)
    plan = plan_at(path)
    assert code == 0
    assert (plan.plan, plan.service, plan.start) == ("Mine", "North", date(2027, 1, 11))
    assert all(said.count(words) == 1 for words in HELP)


@pytest.mark.parametrize("word", ["back", "/back", "tilbake", "/tilbake"])
def test_back_asks_the_question_before_and_enter_keeps_its_answer(path: Path, word: str) -> None:
    lines = [word, "short", "Mine", word, word, "", "", "North", "soon", "11 Jan 2027", word]
    _, said = converse(path, [*lines, "12 Jan 2027", "", "quit"])
    plan = plan_at(path)
    assert (plan.plan, plan.service, plan.form) == ("Mine", "North", "short")
    assert plan.start == date(2027, 1, 12)
    assert "This is the first question." in said
    assert "Now: Mine." in said
    assert "Now: 11 January 2027." in said


@pytest.mark.parametrize("word", ["quit", "/quit", "exit", "slutt", "avslutt", "/avslutt"])
@pytest.mark.parametrize("before", range(5))
def test_quit_makes_nothing(path: Path, word: str, before: int) -> None:
    lines = ["yes", "Mine", "North", "11 Jan 2027"][:before]
    code, said = converse(path, [*lines, word, "", "", "", ""])
    assert code == 2
    assert "Nothing was made." in said
    assert not path.exists()


def test_what_is_neither_yes_nor_no_is_asked_again(path: Path) -> None:
    _, said = converse(path, ["maybe", "skip", "yes", "/list", "skip", "next", "", "", "quit"])
    assert 'Not understood: "maybe". Type short, full or no. Or help, quit.' in said
    assert "There is no plan yet: only help, back and quit work here." in said
    assert plan_at(path).plan == ""


def test_a_name_may_be_a_command_in_quotes_or_one_that_does_not_work_here(path: Path) -> None:
    converse(path, ["yes", '"help"', "Calendar", "", "", "quit"])
    assert (plan_at(path).plan, plan_at(path).service) == ("help", "Calendar")


def test_a_template_that_is_not_there_is_said_without_an_option_of_another_command(
    path: Path,
) -> None:
    _, said = converse(path, ["yes", "", "", "", "nosuch", "five_areas", "quit"])
    assert 'Not understood: there is no template "nosuch"; use one of ' in said
    assert "--template" not in said
    assert plan_at(path).template == "five_areas"


def test_a_template_may_be_a_path_that_begins_with_a_slash(path: Path) -> None:
    from readiness.storage.templates import shipped_folder

    own = path.with_name("own.toml")
    own.write_text((shipped_folder() / "imr" / "template.toml").read_text("utf-8"), "utf-8")
    converse(path, ["yes", "", "", "", str(own), "quit"])
    assert plan_at(path).template == "own.toml"


def test_in_norwegian(path: Path) -> None:
    speak_in("nb")
    lines = ["hjelp", "kort", "Min", "tilbake", "Vår", "Elvebakken", "31. januar 2027", "", "slutt"]
    code, _ = converse(path, lines, is_piped=True)
    plan = plan_at(path)
    assert code == 0
    assert (plan.plan, plan.service, plan.form) == ("Vår", "Elvebakken", "short")
