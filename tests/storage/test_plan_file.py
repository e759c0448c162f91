"""Plan files: what a person may do to them, and what the program never does."""

from pathlib import Path

import pytest
from hypothesis import given

from readiness.domain.plan.plan import Plan
from readiness.domain.schedule.actions import dropping
from readiness.storage import disk
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import (
    AlreadyThere,
    CannotWrite,
    ChangedOnDisk,
    ReadOnly,
    UnreadablePlan,
)
from readiness.storage.templates import Library
from tests.strategies import plans

TEMPLATE = Library().load("imr")
HEAD = 'format = 1\ntemplate = "imr"\n'


def opened(path: Path, text: str | bytes) -> PlanFile:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return PlanFile.open(path, Library())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('format = 1\nplan = "x\n', "line 2"),
        ("format = 1\nstart = 2027-02-30\n", "line 2"),
        ('plan = "x"\n', "format = 1"),
        ('format = "one"\n', "format = 1"),
        (b'format = 1\nplan = "\xff"\n', "line 2: the file is not written in UTF-8"),
        ("format = 1\na = " + "[" * 3000 + "]" * 3000, "more than 12 deep"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line_and_never_changed(
    tmp_path: Path, text: str | bytes, said: str
) -> None:
    path = tmp_path / "plan.toml"
    with pytest.raises(UnreadablePlan) as caught:
        opened(path, text)
    assert said in str(caught.value)
    assert "plan.toml" in str(caught.value)
    assert path.read_bytes() == (text if isinstance(text, bytes) else text.encode())


def test_a_file_of_a_newer_version_is_shown_and_never_written(tmp_path: Path) -> None:
    text = 'format = 3\ntemplate = "imr"\nplan = "Theirs"\nrooms = 3\n'
    file = opened(tmp_path / "plan.toml", text)
    assert file.is_read_only
    assert file.plan.plan == "Theirs"
    assert "newer version" in file.problems[0].words()
    with pytest.raises(ReadOnly, match="Update readiness"):
        file.write(file.plan.described(plan="Mine"))
    assert file.path.read_text() == text


def test_a_file_that_is_too_large_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePlan, match="larger than 2 MiB"):
        opened(tmp_path / "plan.toml", b"format = 1\n" + b"#" * 2_200_000)


def test_a_template_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePlan, match="use one of five_areas, imr"):
        opened(tmp_path / "plan.toml", 'format = 1\ntemplate = "nope"\n')


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePlan, match="no such file"):
        PlanFile.open(tmp_path / "gone.toml", Library())
    with pytest.raises(UnreadablePlan, match="a folder"):
        PlanFile.open(tmp_path, Library())


@pytest.mark.parametrize(
    ("lines", "line", "why"),
    [
        ('start = "soon"', 3, "is not a date"),
        ("months = 0", 3, "number of months"),
        ("plan = 5", 3, "is not a text"),
        ('[answers.SEL-01]\nvalue = "maybe"', 4, "is not one of the answers"),
        ("[answers.SEL-04]\nvalue = 'four'", 4, "is not a number"),
        ("[answers.SEL-04]\nvalue = -3", 4, "is too small"),
        ("[answers.SEL-04]\nvalue = 3000", 4, "is too large"),
        ("[answers.CAP-09]\nvalue = [3]", 4, "is not a date"),
        ('[answers.MON-08]\nvalue = ["x"]', 4, "is not one of the answers"),
        ("[answers.CAP-07]\nvalue = 7", 4, "is not a text"),
        ('[answers.MON-01]\nvalue = "sometimes"', 4, "is not an answer here"),
        ('[answers.SEL-01.rows.1]\ndate = "x"', 3, "has no rows"),
        ("[people.AB]\nhours_freed = 900", 4, "is too large"),
        ("[answers.SEL-01]\nnote = 5", 4, "is not a text"),
    ],
)
def test_a_value_that_does_not_fit_is_said_with_its_line_and_stays_in_the_file(
    tmp_path: Path, lines: str, line: int | None, why: str
) -> None:
    file = opened(tmp_path / "plan.toml", HEAD + lines + "\n")
    found = [problem for problem in file.problems if problem.severity == "error"]
    assert found
    assert (found[0].line, why in found[0].why) == (line, True)
    file.write(file.plan.answering("INC-01", "value", "yes"))
    assert lines in file.path.read_text()


def test_unknown_keys_and_items_are_remarked_and_kept(tmp_path: Path) -> None:
    text = HEAD + 'servise = "x"\n\n[answers.SEL-99]\nvalue = "yes"\n\n[answers.SEL-01]\nvalu = 1\n'
    file = opened(tmp_path / "plan.toml", text)
    assert {problem.severity for problem in file.problems} == {"remark"}
    words = " ".join(problem.words() for problem in file.problems)
    assert 'did you mean "service"' in words
    assert "line 5" in words
    file.write(file.plan.described(service="North"))
    written = file.path.read_text()
    assert 'servise = "x"' in written
    assert "[answers.SEL-99]" in written
    assert "valu = 1" in written


def test_comments_order_and_blank_lines_survive_a_change(example_file: PlanFile) -> None:
    before = example_file.path.read_text().splitlines()
    example_file.write(example_file.plan.answering("SEL-01", "value", "partly"))
    after = example_file.path.read_text().splitlines()
    changed = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    assert changed == [('value = "yes"', 'value = "partly"')]


def test_an_action_that_is_dropped_without_a_reason_is_changed_in_place(
    example_file: PlanFile,
) -> None:
    example_file.write(dropping(example_file.plan, "1", ""))
    assert example_file.set_aside is None
    assert 'state = "dropped"' in example_file.path.read_text()


def test_a_practitioner_who_is_renamed_stays_in_place_with_what_is_said_beside_them(
    tmp_path: Path,
) -> None:
    own = '[people.AB] # on Mondays\nleaves = "no"\nbus = 4\n# asked\n\n[people.CD]\n'
    text = f'{HEAD}months = 12\n\n{own}\n[answers.SEL-01]\nvalue = "yes"\n'
    file = opened(tmp_path / "plan.toml", text)
    file.write(file.plan.renaming_person("AB", "Nurse 1"))
    assert list(PlanFile.open(file.path, Library()).plan.people) == ["Nurse 1", "CD"]
    assert '[people."Nurse 1"] # on Mondays' in file.path.read_text()
    file.write(file.plan.renaming_person("Nurse 1", "AB"))
    assert file.path.read_text() == text


def test_a_byte_order_mark_and_windows_line_ends_are_read_and_kept(tmp_path: Path) -> None:
    text = (HEAD + '# mine\n\n[answers.SEL-01]\nvalue = "yes"\n').replace("\n", "\r\n")
    file = opened(tmp_path / "plan.toml", b"\xef\xbb\xbf" + text.encode())
    file.write(file.plan.answering("SEL-01", "value", "no"))
    raw = file.path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert PlanFile.open(file.path, Library()).plan.answer("SEL-01").parts == {"value": "no"}


def test_a_file_changed_by_someone_else_is_never_overwritten(example_file: PlanFile) -> None:
    theirs = example_file.path.read_text() + "# theirs\n"
    example_file.path.write_text(theirs)
    with pytest.raises(ChangedOnDisk):
        example_file.write(example_file.plan.described(service="mine"))
    assert example_file.path.read_text() == theirs
    assert example_file.reload().plan == example_file.plan


def test_a_write_that_fails_leaves_the_old_file_and_no_litter(
    example_file: PlanFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = example_file.path.read_bytes()

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk.os, "fsync", full)
    with pytest.raises(CannotWrite, match="no space left"):
        example_file.write(example_file.plan.described(service="mine"))
    assert example_file.path.read_bytes() == before
    assert [path.name for path in example_file.path.parent.iterdir()] == ["example.toml"]


def test_rights_and_links_of_the_file_are_kept(example: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(example)
    example.chmod(0o640)
    file = PlanFile.open(link, Library())
    file.write(file.plan.described(service="North"))
    assert link.is_symlink()
    assert example.stat().st_mode & 0o777 == 0o640
    assert 'service = "North"' in example.read_text()


def test_a_new_file_never_replaces_one(example_file: PlanFile) -> None:
    with pytest.raises(AlreadyThere):
        PlanFile.create(example_file.path, example_file.plan, example_file.template)


def test_dotted_keys_by_hand_are_written_cleanly_and_the_old_file_is_kept(tmp_path: Path) -> None:
    text = HEAD + 'answers.SEL-01.value = "yes"\nanswers.SEL-02.value = "jointly"\n'
    file = opened(tmp_path / "plan.toml", text)
    wanted = file.plan.answering_row("MON-01", "1", "by", "Northside").described(service="N")
    file.write(wanted)
    assert PlanFile.open(file.path, Library()).plan == wanted


@given(plans(TEMPLATE), plans(TEMPLATE))
def test_any_plan_written_over_any_other_reads_back_equal(
    tmp_path_factory: pytest.TempPathFactory, first: Plan, second: Plan
) -> None:
    path = tmp_path_factory.mktemp("plans") / "plan.toml"
    file = PlanFile.create(path, first, TEMPLATE)
    assert file.plan == first
    path.write_text(path.read_text("utf-8") + "\n[mine]\nkept = true # mine\n", "utf-8")
    again = PlanFile.open(path, Library())
    again.write(second)
    assert PlanFile.open(path, Library()).plan == second
    assert "kept = true # mine" in path.read_text("utf-8")
