"""Plan files that are wrong, cut off or broken: always a clear word, never a changed file."""

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.plan.field_ref import number_ref
from readiness.storage import disk, plan_writer
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import ReadinessError, Refused, UnreadablePlan
from readiness.storage.templates import Library, example_plan_text
from readiness.storage.text_file import read_bytes

EXAMPLE = example_plan_text().encode()
HEAD = b'format = 1\ntemplate = "imr"\n'
LIBRARY = Library()


def said_of(path: Path, raw: bytes) -> str:
    """Every problem of a file in words; the file has to stay as it was."""
    path.write_bytes(raw)
    try:
        problems = list(PlanFile.open(path, LIBRARY).problems)
    except UnreadablePlan as unreadable:
        problems = unreadable.problems
    assert path.read_bytes() == raw
    assert all(problem.file and problem.why and problem.todo for problem in problems)
    return "\n".join(problem.words() for problem in problems)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b'format = 1\nplan = "x\n', "line 2: the text in quotes is not closed"),
        (b'format = 1\nplan = """x\n', "line 2: a text in quotes is not closed"),
        (b"format = 1\nplan = tomorrow\n", "line 2: a text stands here without quotation"),
        (b"format = 1\nhello\n", "line 2: there is no = here"),
        (b"format = 1\n[answers.SEL-01\n", "line 2: a table's name is not closed"),
        (b"format = 1\nstart = 2027-02-30\n", "line 2: there is no such date"),
        (b"format = 1\nplan = 1\nplan = 2\n", "line 3: plan stands here twice"),
        (b"format = 1\n[people]\n[people]\n", "line 3: [people] stands here twice"),
        (b'format = 1\nplan = "x" y\n', "line 2: something stands behind the value"),
        (b"", "line 1 (format): the line with the format is missing"),
        (b"plan = 1\nformat = 99\n", "line 2 (format): a newer version of readiness wrote it"),
        (b"format = 1.0\n", "line 1 (format): the format is not a number that is known"),
        (b"format = true\n", "line 1 (format)"),
        (b'format = 1\ntemplate = ""\n', "line 2 (template): the template has no name"),
        (b'format = 1\ntemplate = "nope"\n', 'line 2 (template): there is no template "nope"'),
        (b'format = 1\ntemplate = "' + b"x" * 6000 + b'.toml"\n', "there is no template"),
        (b'format = 1\ntemplate = "a\\u0000b.toml"\n', "there is no template"),
        (b"format = 1\na = " + b"{a=" * 20 + b"1" + b"}" * 20 + b"\n", "more than 12 deep"),
        (b"format = 1\na = " + b"9" * 5000 + b"\n", "more figures than any plan needs"),
        (HEAD + b"assumptions = 3\n", "line 3 (assumptions): 3 is not a table"),
        (HEAD + b"[assumptions]\nsession_minutes = -3\n", "line 4 (assumptions.session_minutes)"),
        (HEAD + b"[assumptions]\nsesion_minutes = 3\n", 'did you mean "session_minutes"'),
        (HEAD + b"[[answers]]\nx = 1\n", "line 3 (answers): a list is not a table"),
        (HEAD + b'[answers]\nSEL-01 = "yes"\n', 'line 4 (answers.SEL-01): "yes" is not a table'),
        (HEAD + b'[people."A\\u0042"]\nhours_freed = 99\n', "line 4 (people.AB.hours_freed)"),
        (HEAD + b'[answers.SEL-01]\nnote = "' + b"x" * 20_001 + b'"\n', "the text is "),
        (HEAD + b'[answers.CAP-07]\nvalue = "' + b"x" * 20_001 + b'"\n', "20,001 characters"),
        (HEAD + b'[answers.INC-02]\nvalue = "not applicable"\n', "has no reason"),
        (HEAD + b"".join(b"[people.P%d]\n" % n for n in range(201)), "there are 201 of them"),
        (
            HEAD + b"".join(b"[answers.MON-01.rows.%d]\n" % n for n in range(501)),
            "there are 501 of them",
        ),
    ],
)
def test_it_is_said_what_is_wrong_and_where(tmp_path: Path, raw: bytes, words: str) -> None:
    said = said_of(tmp_path / "plan.toml", raw)
    assert f"plan.toml {words}" in said or words in said, said
    assert "plan.toml" in said


def test_a_file_that_may_not_be_opened_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(HEAD)

    def denied(_path: Path, _most: int) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("readiness.storage.text_file.read_any", denied)
    with pytest.raises(UnreadablePlan, match=r"cannot be read \(Permission denied\)"):
        PlanFile.open(path, Library(tmp_path))


@given(st.binary(max_size=400), st.sampled_from([b"", HEAD]))
def test_random_bytes_are_told_or_read(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, head: bytes
) -> None:
    said_of(tmp_path_factory.mktemp("noise") / "plan.toml", head + noise)


@given(st.integers(0, len(EXAMPLE)))
def test_a_plan_that_was_cut_off_is_told_or_read(
    tmp_path_factory: pytest.TempPathFactory, length: int
) -> None:
    said_of(tmp_path_factory.mktemp("cut") / "plan.toml", EXAMPLE[:length])


@given(st.lists(st.integers(0, len(EXAMPLE) * 8 - 1), min_size=1, max_size=4))
def test_flipped_bits_are_told_or_read_and_what_is_read_can_be_written(
    tmp_path_factory: pytest.TempPathFactory, bits: list[int]
) -> None:
    raw = bytearray(EXAMPLE)
    for bit in bits:
        raw[bit // 8] ^= 1 << bit % 8
    path = tmp_path_factory.mktemp("bits") / "plan.toml"
    said_of(path, bytes(raw))
    try:
        file = PlanFile.open(path, LIBRARY)
    except ReadinessError:
        return
    wanted = file.plan.noting("SEL-01", "kept")
    file.write(wanted)
    assert PlanFile.open(path, LIBRARY).plan == wanted


def test_a_plan_finds_a_template_that_lies_beside_it(tmp_path: Path) -> None:
    folder = tmp_path / "service"
    folder.mkdir()
    head = 'format = 1\nid = "ours"\nextends = "five_areas"\nversion = "1"\nname = "Ours"\n'
    (folder / "ours.toml").write_text(head, "utf-8")
    path = folder / "plan.toml"
    path.write_text('format = 1\ntemplate = "ours.toml"\n', "utf-8")
    assert PlanFile.open(path, LIBRARY).template.id == "ours"
    (folder / "ours.toml").write_text("id = \n", "utf-8")
    with pytest.raises(UnreadablePlan, match=r"ours\.toml line 1"):
        PlanFile.open(path, LIBRARY)


def test_a_file_that_was_spoiled_since_is_not_read_again(example_file: PlanFile) -> None:
    example_file.path.write_text("format = \n")
    with pytest.raises(UnreadablePlan, match="line 1"):
        example_file.reload()


def test_a_file_that_was_taken_away_is_written_anew(example_file: PlanFile) -> None:
    example_file.path.unlink()
    wanted = example_file.plan.described(service="North")
    example_file.write(wanted)
    assert PlanFile.open(example_file.path, LIBRARY).plan == wanted


def test_a_text_that_cannot_be_edited_is_kept_beside_a_clean_one(
    example_file: PlanFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit, calls = plan_writer.edit, iter(["trips"])

    def trips_once(*given: Any) -> tuple[str, bool]:
        if next(calls, ""):
            raise ValueError
        return edit(*given)

    before = example_file.path.read_bytes()
    theirs = example_file.path.with_name("example.toml.bak")
    theirs.write_text("a copy of my own")
    wanted = example_file.plan.described(service="North")
    monkeypatch.setattr(plan_writer, "edit", trips_once)
    example_file.write(wanted)
    assert PlanFile.open(example_file.path, LIBRARY).plan == wanted
    assert example_file.set_aside == example_file.path.with_name("example.toml.bak-2")
    assert example_file.set_aside.read_bytes() == before
    assert theirs.read_text() == "a copy of my own"
    example_file.write(wanted.described(service="South"))
    assert example_file.set_aside is None, "this time it was changed in place"


def test_assumptions_come_and_go_in_the_file(example_file: PlanFile) -> None:
    first = example_file.plan.with_value(number_ref("preparation_minutes"), 20).with_value(
        number_ref("acceptance"), 0.55
    )
    example_file.write(first)
    text = example_file.path.read_text("utf-8")
    assert "preparation_minutes = 20\n" in text
    assert "acceptance = 0.55\n" in text
    example_file.write(first.with_value(number_ref("acceptance"), None))
    assert "acceptance" not in example_file.path.read_text("utf-8")
    assert PlanFile.open(example_file.path, LIBRARY).plan.assumptions["preparation_minutes"] == 20


def test_too_many_actions_and_a_moved_date_that_is_none_are_said(tmp_path: Path) -> None:
    rows = "".join(f'[actions.{number}]\nname = "x"\n' for number in range(501))
    path = tmp_path / "plan.toml"
    path.write_text(f'format = 1\n[calendar]\ndecision = "soon"\n{rows}', "utf-8")
    file = PlanFile.open(path, Library())
    words = " ".join(problem.words() for problem in file.problems)
    assert "there are 501 of them; keep 500" in words
    assert "line 3 (calendar.decision)" in words
    assert len(file.plan.actions) == 500


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_that_nobody_writes_to_is_told_and_one_with_a_writer_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "LONGEST_WAIT", 0.05)
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)
    with pytest.raises(Refused, match="it is a pipe, and nobody writes to it"):
        read_bytes(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    writer = os.open(pipe, os.O_WRONLY)
    os.write(writer, b"format = 1\n")
    monkeypatch.setattr(disk, "_at_once", lambda *_all: os.dup(reader))
    os.close(writer)
    assert read_bytes(pipe) == b"format = 1\n"
    os.close(reader)


def test_a_file_is_read_where_the_system_knows_of_no_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plan.toml").write_bytes(b"format = 1\n")
    monkeypatch.delattr(os, "set_blocking", raising=False)
    assert read_bytes(tmp_path / "plan.toml") == b"format = 1\n"
