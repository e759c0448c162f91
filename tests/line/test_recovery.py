"""readiness ask takes part in keeping the plan safe: merging, choices, history, copies."""

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from readiness.app.session import Session
from readiness.describe.act import left_told, refused_told
from readiness.domain.plan.field_ref import NOTE, FieldRef
from readiness.domain.plan.plan import Plan
from readiness.storage.plan_file import PlanFile
from readiness.storage.recovery import Recovery
from readiness.storage.templates import Library
from tests.line.conversation import converse, empty, plan_at


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return empty(tmp_path / "plan.toml")


def they_write(path: Path, item: str, note: str) -> None:
    theirs = Session.open(path, Library())
    theirs.set(FieldRef(item, NOTE), note)
    theirs.save()


def test_what_others_wrote_is_taken_in_and_said(path: Path) -> None:
    def lines() -> Iterator[str]:
        they_write(path, "SEL-05", "theirs")
        yield "y"
        they_write(path, "SEL-06", "also theirs")
        yield "quit"

    code, said = converse(path, lines())
    assert code == 0
    assert "Someone else changed this plan meanwhile. Taken in:" in said
    assert "SEL-05 Briefed first, Note: added: theirs." in said
    plan = plan_at(path)
    assert plan.answer("SEL-01").parts == {"value": "yes"}
    assert (plan.answer("SEL-05").note, plan.answer("SEL-06").note) == ("theirs", "also theirs")


@pytest.mark.parametrize(
    ("word", "kept", "code"), [("mine", "mine", 0), ("theirs", "theirs", 0), ("later", "theirs", 2)]
)
def test_where_both_answered_the_person_chooses(
    path: Path, word: str, kept: str, code: int
) -> None:
    def lines() -> Iterator[str]:
        they_write(path, "SEL-01", "theirs")
        yield from ("note mine", "neither", word, "quit")

    ended, said = converse(path, lines())
    assert ended == code
    assert "Someone else changed this answer too: SEL-01 Selection criteria, Note." in said
    assert "Type the word mine, theirs or later." in said
    assert plan_at(path).answer("SEL-01").note == kept
    left = list((path.parent / "state" / "recovery").rglob("*.json"))
    assert len(left) == (1 if word == "later" else 0)


@pytest.mark.parametrize(("word", "is_answered"), [("bring", True), ("drop", False), ("", False)])
def test_work_that_could_not_be_saved_is_offered(
    path: Path, word: str, *, is_answered: bool
) -> None:
    def lines() -> Iterator[str]:
        path.write_text("format = [")
        yield "y"

    text = path.read_text()
    assert converse(path, lines())[0] == 2
    path.write_text(text)
    _, said = converse(path, [word, "quit"])
    assert "SEL-01 Selection criteria: added: Yes." in said
    assert ("SEL-01" in plan_at(path).answers) is is_answered
    left = list((path.parent / "state" / "recovery").rglob("*.json"))
    assert len(left) == (0 if word else 1)


def test_sittings_are_listed_compared_and_brought_back(path: Path) -> None:
    converse(path, ["y", "quit"])
    converse(path, ["go SEL-01", "clear", "note changed", "quit"])
    _, said = converse(path, ["history", "history 2", "history bring 2", "no", "quit"])
    assert "Version 1: 24 November 2026 14:02: the first one that is kept." in said
    assert "Version 2: 24 November 2026 14:02: SEL-01 Selection criteria: added: Yes." in said
    assert "3 versions." in said
    assert "SEL-01 Selection criteria: taken out: Yes." in said
    assert left_told() in said
    assert "value" not in plan_at(path).answer("SEL-01").parts
    _, said = converse(path, ["history bring 2", "yes", "history bring 2", "quit"])
    assert "is the plan again." in said
    assert refused_told("no difference") in said
    assert plan_at(path).answer("SEL-01") == plan_at(path).answer("SEL-01").model_copy(
        update={"parts": {"value": "yes"}, "note": ""}
    )
    _, said = converse(path, ["history bring 2", "history", "quit"])
    assert said.count("SEL-01 Selection criteria") >= 2


def test_bringing_back_is_undone_and_the_version_before_is_kept(path: Path) -> None:
    converse(path, ["y", "quit"])
    lines = ["go SEL-01", "note changed", "history bring 1", "yes", "undo", "history", "quit"]
    _, said = converse(path, lines)
    assert "Undone: SEL-01 Selection criteria: added: Yes" in said
    plan = plan_at(path)
    assert plan.answer("SEL-01").note == "changed"
    assert plan.answer("SEL-01").parts == {"value": "yes"}


def write_copy(path: Path, plan: Plan) -> Path:
    copy = path.with_name("plan-LAPTOP7.toml")
    PlanFile.create(copy, plan, Library().load("imr"))
    late = datetime(2026, 11, 24, 18, 0).timestamp()  # noqa: DTZ001 - after the conversations
    os.utime(copy, (late, late))
    return copy


def parted(path: Path) -> Path:
    """Both changed the note of a question; they wrote another one as well."""
    converse(path, ["note first", "quit"])
    converse(path, ["go SEL-05", "note both have this", "quit"])
    first = plan_at(path)
    converse(path, ["go SEL-01", "note ours", "quit"])
    return write_copy(path, first.noting("SEL-01", "theirs").noting("SEL-02", "too"))


def test_a_copy_beside_the_plan_is_noticed_compared_merged_and_put_aside(path: Path) -> None:
    copy = parted(path)
    lines = ["copies", "copies 1", "copies 9", "copies merge 1", "theirs", "yes", "copies", "quit"]
    code, said = converse(path, lines)
    assert code == 0
    assert "another version beside this plan: plan-LAPTOP7.toml." in said
    assert "from LAPTOP7 as its name says." in said
    assert "Both grew from the version of" in said
    assert (
        "Both changed, so you choose:\nSEL-01 Selection criteria, Note: here ours; there theirs.\n"
        in said
    )
    assert 'Nothing in the list is called "9".' in said
    assert "0 copies beside the plan." in said
    plan = plan_at(path)
    assert (plan.answer("SEL-01").note, plan.answer("SEL-02").note) == ("theirs", "too")
    assert not copy.exists()
    assert copy.with_name("plan-LAPTOP7.toml.merged").exists()


def test_a_choice_that_is_put_off_merges_nothing(path: Path) -> None:
    copy = parted(path)
    before = path.read_bytes()
    _, said = converse(path, ["copies merge 1", "later", "quit"])
    assert "Nothing was merged; the copy stays as it is." in said
    assert path.read_bytes() == before
    assert copy.exists()


@pytest.mark.parametrize("side", ["", "mine", "theirs"])
def test_through_a_pipe_the_side_is_said(path: Path, side: str) -> None:
    copy = parted(path)
    code, said = converse(path, [f"copies merge 1 {side}", "no", "quit"], is_piped=True)
    plan = plan_at(path)
    assert code == (0 if side else 2)
    assert plan.answer("SEL-01").note == ("theirs" if side == "theirs" else "ours")
    assert plan.answer("SEL-02").note == ("too" if side else "")
    assert copy.exists()
    assert ("say copies merge 1 mine, or theirs" in said) is not bool(side)


def test_a_copy_that_cannot_be_read_whole_is_refused(path: Path) -> None:
    write_copy(path, Plan(template="imr")).write_text("format = [")
    _, said = converse(path, ["copies 1", "copies merge 1", "quit"])
    assert said.count("It cannot be merged.\nplan-LAPTOP7.toml line 1") == 2


def test_a_copy_that_says_nothing_new_is_put_aside_all_the_same(path: Path) -> None:
    write_copy(path, plan_at(path))
    _, said = converse(path, ["copies 1", "copies merge 1", "no", "quit"])
    assert "It says nothing that the plan does not say." in said
    assert refused_told("no difference") in said
    assert "The copy stays where it is." in said


def test_an_emptied_file_is_told_and_the_walk_goes_on_with_everything_kept_aside(
    path: Path,
) -> None:
    def lines() -> Iterator[str]:
        yield "y"
        path.write_bytes(b"")
        yield ""
        yield "jointly"
        yield "quit"
        yield "quit"

    code, said = converse(path, lines())
    assert code == 2
    assert "is missing; there is nothing in the file, so bring back a copy" in said
    assert "Your changes are kept aside" in said
    path.write_text('format = 1\ntemplate = "imr"\n')
    code, said = converse(path, iter(["bring", "quit"]))
    assert code == 0
    plan = plan_at(path)
    assert plan.answer("SEL-01").parts == {"value": "yes"}
    assert plan.answer("SEL-02").parts == {"value": "jointly"}


def test_a_file_that_is_emptied_after_the_last_answer_is_no_good_end(path: Path) -> None:
    def lines() -> Iterator[str]:
        yield "y"
        path.write_bytes(b"")
        yield "quit"
        yield "quit"

    code, _said = converse(path, lines())
    assert code == 2
    assert list((path.parent / "state" / "recovery").rglob("*.json"))


def test_what_could_not_be_brought_back_is_said(path: Path) -> None:
    recovery, plan = Recovery(path.parent / "state", path), plan_at(path)
    recovery.keep(plan, plan.noting("SEL-02", "long " * 5000), datetime(2026, 11, 24))  # noqa: DTZ001
    for word in ("bring", "later"):
        _code, said = converse(path, iter([word, "quit"]))
        assert "Nothing more." in said
        assert "answers.SEL-02.note: the text is " in said


def test_a_note_that_is_too_long_is_refused_where_it_is_typed(path: Path) -> None:
    code, said = converse(path, iter(["note START " + "n " * 12_500, "y", "quit"]))
    assert code == 0
    assert "Not kept: the text is 25,005 characters long; shorten it to 20,000" in said
    plan = plan_at(path)
    assert (plan.answer("SEL-01").note, plan.answer("SEL-01").parts) == ("", {"value": "yes"})


def test_a_text_of_many_lines_ends_before_the_line_that_is_too_much(path: Path) -> None:
    lines = ["note", *["x" * 999 for _ in range(20)], "too much", "y", "quit"]
    code, said = converse(path, iter(lines))
    assert code == 0
    assert "A text has 20,000 characters at most: it ends before this line." in said
    plan = plan_at(path)
    assert plan.answer("SEL-01").note == "\n".join(["x" * 999] * 20)
    assert plan.answer("SEL-01").parts == {"value": "yes"}
