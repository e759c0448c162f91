"""The plain questions in Norwegian: what is typed in Norwegian is understood."""

from datetime import date
from pathlib import Path

import pytest

from readiness.files.languages import speak_in
from tests.prompt.conversation import converse, empty, plan_at


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("j", "yes"),
        ("ja", "yes"),
        ("d", "partly"),
        ("delvis", "partly"),
        ("n", "no"),
        ("nei", "no"),
        ("ingen", "no"),
        ("vet ikke", "not sure"),
        ("v", "not sure"),
    ],
)
def test_words_and_first_letters_are_those_that_are_spoken(
    tmp_path: Path, typed: str, kept: str
) -> None:
    path = empty(tmp_path / "plan.toml")
    speak_in("nb")
    _, said = converse(path, ["go GOAL-09", typed, "quit"])
    assert plan_at(path).answer("GOAL-09").parts == {"value": kept}, said


def test_what_is_not_there_is_none_in_norwegian(tmp_path: Path) -> None:
    path = empty(tmp_path / "plan.toml")
    speak_in("nb")
    _, said = converse(path, ["about", "go INC-01", "note", "quit"])
    assert "Tjeneste: ikke sagt" in said
    assert "Måneder: 12" in said
    assert "Notatet nå: ingen" in said
    assert "Project-Id" not in said


def test_a_plan_is_made_with_five_questions_in_norwegian(tmp_path: Path) -> None:
    speak_in("nb")
    path = tmp_path / "ny.toml"
    _, said = converse(path, ["kort", "Min plan", "Elvebakken", "31. januar 2027", "", "slutt"])
    plan = plan_at(path)
    assert (plan.plan, plan.form, plan.start) == ("Min plan", "short", date(2027, 1, 31))
    assert "of 5" not in said
    assert "Forstått: 31. januar 2027." in said


@pytest.mark.parametrize("yes", ["j", "ja", "fullt"])
def test_yes_makes_the_full_form(tmp_path: Path, yes: str) -> None:
    path = tmp_path / "ny.toml"
    speak_in("nb")
    converse(path, [yes, "", "", "", "", "avslutt"])
    assert plan_at(path).form == "full"


def test_commands_have_norwegian_names_too(tmp_path: Path) -> None:
    path = empty(tmp_path / "plan.toml")
    speak_in("nb")
    _, said = converse(path, ["go GOAL-09", "ja", "angre", "hjelp", "all nei", "slutt"])
    assert "Angret" in said
    assert "Kommandoer:" in said
    assert "Ikke forstått" not in said


def test_why_names_the_driver_in_norwegian(tmp_path: Path) -> None:
    path = empty(tmp_path / "plan.toml")
    speak_in("nb")
    _, said = converse(path, ["go GOAL-09", "why", "slutt"])
    assert "Driver: ledelse." in said
