"""The plain questions in Norwegian: what is typed in Norwegian is understood."""

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
