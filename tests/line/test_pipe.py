"""Through a pipe no line ever answers a question that it was not written for."""

from pathlib import Path

import pytest

from tests.line.conversation import converse, empty, plan_at

pytestmark = pytest.mark.no_cover


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return empty(tmp_path / "plan.toml")


WRONG = {
    "a misspelt place": "/go INC-99",
    "a misspelt command": "/og INC-01",
    "an answer that is none of them": "maybe",
    "a letter that begins three answers": "n",
    "nothing left to go to": "go flag",
    "an unknown flag": "flags XYZ",
    "an unknown action": "actions drop 9",
    "an unknown date": "calendar take 999",
    "an unknown practitioner": "people remove XY",
    "a section that is not there": "document 99",
    "a version that is not there": "history 99",
    "hours that cannot be reckoned": "whatif 1",
    "particulars that are not understood": "about start\nsoon",
    "an answer for all where there is one": "all yes",
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_the_first_line_that_cannot_be_followed_ends_it(path: Path, wrong: str) -> None:
    lines = ["y", "go SEL-03", *wrong.split("\n"), "y", "n", "2", "go INC-01", "y", "quit"]
    code, said = converse(path, lines, is_piped=True)
    assert code == 2
    assert f"Stopped at line {3 + wrong.count(chr(10))} of the input" in said
    assert list(plan_at(path).answers) == ["SEL-01"]


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_a_person_is_told_the_same_and_goes_on(path: Path, wrong: str) -> None:
    lines = ["go SEL-03", *wrong.split("\n"), "go INC-01", "y", "quit"]
    code, said = converse(path, lines)
    assert code == 0
    assert "Stopped" not in said
    assert plan_at(path).answer("INC-01").parts == {"value": "yes"}


@pytest.mark.parametrize("wrong", ["/og CAP-05", "/", "/no command"])
def test_a_misspelt_command_is_never_the_answer_of_a_text(path: Path, wrong: str) -> None:
    code, said = converse(path, ["go CAP-07", wrong, "Emergencies.", "."], is_piped=True)
    assert (code, plan_at(path).answers) == (2, {})
    assert f"There is no command {wrong.split(maxsplit=1)[0]}" in said


def test_what_was_typed_of_a_text_before_a_misspelt_command_is_kept(path: Path) -> None:
    lines = ["go CAP-07", "Emergencies first.", "/og CAP-05", "4"]
    code, said = converse(path, lines, is_piped=True)
    assert code == 2
    assert plan_at(path).answer("CAP-07").parts == {"value": "Emergencies first."}
    assert "CAP-05" not in plan_at(path).answers
    assert "There is no command /og." in said


def test_a_new_plan_is_not_made_of_lines_that_are_out_of_step(tmp_path: Path) -> None:
    path = tmp_path / "new.toml"
    code, said = converse(path, ["yes", "Mine", "North", "soon", "imr"], is_piped=True)
    assert code == 2
    assert "Nothing was made." in said
    assert not path.exists()


def test_a_conflict_is_left_for_a_person_and_says_so(path: Path) -> None:
    def lines() -> object:
        text = path.read_text()
        path.write_text(text + '\n[answers.SEL-01]\nnote = "theirs"\n')
        yield "note mine"
        yield "y"
        yield "quit"

    code, said = converse(path, lines(), is_piped=True)  # type: ignore[arg-type]
    assert code == 2
    assert "The file keeps theirs; yours is kept aside" in said
    assert plan_at(path).answer("SEL-01").note == "theirs"
    assert plan_at(path).answer("SEL-01").parts == {"value": "yes"}
    again, said = converse(path, ["bring", "mine", "quit"])
    assert again == 0
    assert "Mine: mine." in said
    assert plan_at(path).answer("SEL-01").note == "mine"


def test_work_found_again_is_left_aside(path: Path) -> None:
    def lines() -> object:
        path.write_text("format = [")
        yield "y"

    text = path.read_text()
    assert converse(path, lines(), is_piped=True)[0] == 2  # type: ignore[arg-type]
    path.write_text(text)
    _, said = converse(path, ["quit"], is_piped=True)
    assert "Work that could not be saved was found.\nKept aside just now" in said
    assert "through a pipe nobody can choose" in said
    assert plan_at(path).answers == {}
    _, said = converse(path, ["bring", "quit"])
    assert "Brought back." in said
    assert plan_at(path).answer("SEL-01").parts == {"value": "yes"}


@pytest.mark.parametrize("line", ["p\udce5 \udcd8stsiden", "n\0o\0", "\udcff\udcfen\0"])
def test_a_line_in_other_letters_than_utf_8_is_refused(path: Path, line: str) -> None:
    code, said = converse(path, ["y", "/go INC-02", line, "."], is_piped=True)
    assert code == 2
    assert "Save what you send as UTF-8." in said
    assert "Stopped at line 3 of the input" in said
    assert plan_at(path).answers.keys() == {"SEL-01"}
