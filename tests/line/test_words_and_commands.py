"""What is a command and what is a text or an answer, at questions and at commands' own prompts."""

from pathlib import Path

import pytest

from readiness.describe.act import left_told
from readiness.domain.kinds.registry import kind_of
from readiness.domain.kinds.value import ALSO, InvalidValue
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.fields import FormField
from readiness.line.command_words import BEHIND, COMMANDS, word_now
from readiness.line.commands import ABOUT, KNOWN, command_of
from readiness.line.typed_answer import typed_meaning
from readiness.storage.languages import speak_in
from readiness.storage.templates import Library
from tests.line.conversation import TODAY, converse, empty, plan_at

pytestmark = pytest.mark.no_cover


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return empty(tmp_path / "plan.toml")


@pytest.mark.parametrize("is_piped", [False, True])
def test_another_command_at_an_optional_prompt_leaves_it_out(path: Path, *, is_piped: bool) -> None:
    lines = ["/people add AB", "/go INC-01", "yes", "/quit"]
    code, said = converse(path, lines, is_piped=is_piped)
    plan = plan_at(path)
    assert code == 0
    assert (list(plan.people), plan.people["AB"].role) == (["AB"], "")
    assert plan.answer("INC-01").parts == {"value": "yes"}, said


def test_another_command_at_a_commands_prompt_leaves_that_and_is_carried_out(path: Path) -> None:
    _, said = converse(path, ["people add", "/go INC-01", "yes", "quit"])
    assert "/go INC-01 came where an answer was asked for: Initials or a role:" in said
    assert left_told() in said
    assert not plan_at(path).people
    assert plan_at(path).answer("INC-01").parts == {"value": "yes"}


def test_through_a_pipe_it_stops_there(path: Path) -> None:
    lines = ["people add", "/go INC-01", "yes", "quit"]
    code, said = converse(path, lines, is_piped=True)
    assert code == 2
    assert "Stopped at line 2 of the input" in said
    assert not plan_at(path).people
    assert not plan_at(path).answers


def test_a_bare_command_at_a_commands_prompt_is_asked_about(path: Path) -> None:
    _, said = converse(path, ["people add", "undo", '"undo"', "", "quit"])
    assert "For the command, type /undo." in said
    assert list(plan_at(path).people) == ["undo"]


def test_a_quotation_within_a_reason_keeps_its_marks(path: Path) -> None:
    converse(path, ['na They say "no"', "na", 'As they say: "later"', "quit"])
    assert plan_at(path).answer("SEL-02").reason == 'As they say: "later"'


def test_a_pipe_begins_at_the_first_question_whatever_is_remembered(path: Path) -> None:
    converse(path, ["go INC-01", "no", "/go INC-01", "quit"])
    code, said = converse(path, ["yes", "quit"], is_piped=True)
    assert code == 0
    assert "You were at" not in said
    assert plan_at(path).answer("INC-01").parts == {"value": "no"}
    assert plan_at(path).answer("SEL-01").parts == {"value": "yes"}


@pytest.mark.parametrize(
    "word", ["undo", "help", "quit", "list open", "clear all", "angre", "liste åpne"]
)
def test_a_bare_command_in_a_long_text_is_asked_about(path: Path, word: str) -> None:
    lines = ["go CAP-07", "Emergencies first.", word, f'"{word}"', "Then sessions.", ".", "quit"]
    _, said = converse(path, lines)
    assert f"For the command, type /{word}." in said
    kept = f"Emergencies first.\n{word}\nThen sessions."
    assert plan_at(path).answer("CAP-07").parts == {"value": kept}


@pytest.mark.parametrize("marks", ['""', "«»", "“”"])
def test_quotes_of_every_kind_make_a_text(path: Path, marks: str) -> None:
    converse(path, ["go CAP-07", f"{marks[0]}undo{marks[1]}", ".", "quit"])
    assert plan_at(path).answer("CAP-07").parts == {"value": "undo"}


def test_a_bare_command_in_a_long_text_ends_a_pipe(path: Path) -> None:
    code, _ = converse(path, ["go CAP-07", "First.", "undo", "Then.", "."], is_piped=True)
    assert code == 2
    assert plan_at(path).answer("CAP-07").parts == {"value": "First."}


@pytest.mark.parametrize("line", ["next Monday", "neste mandag", "om 3 måneder"])
def test_a_date_that_begins_like_a_command_is_a_date(path: Path, line: str) -> None:
    speak_in("en" if line.startswith("next") else "nb")
    _, said = converse(path, ["go CAP-08", "/skip", line, "/quit"])
    assert any(not isinstance(one, str) for one in plan_at(path).answer("CAP-08").parts.values()), (
        said
    )


def test_every_command_has_norwegian_words_and_none_means_two() -> None:
    words = [word for words in COMMANDS["nb"].values() for word in words]
    assert len(words) == len(set(words))
    assert set(ABOUT) - set(COMMANDS["nb"]) == {"?", "pdf", "word"}
    for name, several in COMMANDS["nb"].items():
        for word in several:
            assert command_of(word, is_free=False) == command_of(name, is_free=False)
            assert command_of(f"/{word.upper()}", is_free=True) is not None


def test_every_word_behind_a_command_has_a_norwegian_one() -> None:
    own = {word for behind in BEHIND["nb"].values() for word in behind}
    same = {"plan", "start"}
    for name, words in KNOWN.items():
        if name != "all":
            assert words - own <= same, name
    for english in own:
        speak_in("nb")
        assert english in BEHIND["nb"][word_now(english)]


@pytest.mark.parametrize("code", ["en", "nb"])
def test_no_norwegian_command_is_an_answer(code: str) -> None:
    speak_in(code)
    words = [word for words in COMMANDS["nb"].values() for word in words]
    assert not {*words} & {*ALSO, "j", "n", "d", "v"}
    for key, item in Library().load("imr").items.items():
        for parts in (item.parts, item.row_parts, item.person_parts):
            for name, part in parts.items():
                if kind_of(part).is_offered:
                    assert kind_of(part).offers(part, "", is_item=True)
                    found = [
                        w
                        for w in words
                        if not isinstance(
                            typed_meaning(item, FormField(FieldRef(key, name), part), w, TODAY),
                            InvalidValue,
                        )
                    ]
                    assert not found, (key, name)
