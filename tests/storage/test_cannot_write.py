"""Why a file could not be written, in the words of who wanted it."""

import errno
import os
from pathlib import Path

import pytest

from readiness.domain.plan.plan import Plan
from readiness.storage.disk import write_whole
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import CannotWrite, UnreadablePlan
from readiness.storage.templates import Library


def test_a_folder_that_is_not_there_is_named_and_no_old_file_is_spoken_of(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite) as said:
        write_whole(tmp_path / "board" / "plan.pdf", b"%PDF")
    assert str(said.value) == (
        "plan.pdf could not be written: there is no folder board; "
        "make the folder, or choose another one."
    )


def test_a_folder_in_the_place_of_the_file_is_called_one(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").mkdir()
    with pytest.raises(CannotWrite, match="this is a folder; give the name of a file"):
        write_whole(tmp_path / "plan.pdf", b"%PDF")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "permission denied. The old file is as it was; save it in a folder"),
        (errno.EROFS, "the disk can only be read. The old file is as it was; save it in another"),
        (errno.ENOSPC, "no space left on device. The old file is as it was; make room"),
        (errno.EIO, f"{os.strerror(errno.EIO).lower()}. The old file is as it was"),
        (errno.ENOENT, f"{os.strerror(errno.ENOENT).lower()}. The old file is as it was"),
    ],
)
def test_each_cause_comes_with_what_to_do(tmp_path: Path, number: int, words: str) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(b"")
    assert words in str(CannotWrite.by(path, OSError(number, os.strerror(number))))


def test_a_name_that_no_system_takes_is_no_file(tmp_path: Path) -> None:
    said = str(CannotWrite.by(tmp_path / ("a" * 300), OSError(errno.EIO, "Bad")))
    assert "could not be written: bad; make room" in said


@pytest.mark.parametrize("raw", [b"%PDF-1.7\n\xff", b"PK\x03\x04\xff\xff", b"\xff\x00\xfe"])
def test_a_document_given_as_a_plan_is_not_to_be_saved_as_text(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "strategy.pdf"
    path.write_bytes(raw)
    with pytest.raises(UnreadablePlan) as said:
        PlanFile.open(path, Library())
    assert str(said.value).startswith("strategy.pdf: this is ")
    assert str(said.value).endswith("; choose the file whose name ends in .toml.")
    assert path.read_bytes() == raw


@pytest.mark.parametrize("mode", [0o444, 0o400, 0o555])
def test_a_plan_that_may_only_be_read_is_respected_and_told(example: Path, mode: int) -> None:
    file, before = PlanFile.open(example, Library()), example.read_bytes()
    example.chmod(mode)
    with pytest.raises(CannotWrite, match=r"it may only be read.*allow writing to it"):
        file.write(file.plan.noting("SEL-02", "mine"))
    assert example.read_bytes() == before
    assert example.stat().st_mode & 0o777 == mode
    example.chmod(0o644)
    file.write(file.plan.noting("SEL-02", "mine"))
    assert b"mine" in example.read_bytes()


def test_a_plan_that_another_owner_lets_us_only_read_is_respected(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, before = PlanFile.open(example, Library()), example.read_bytes()
    monkeypatch.setattr(os, "access", lambda _path, how: how != os.W_OK)
    with pytest.raises(CannotWrite, match="it may only be read"):
        file.write(file.plan.noting("SEL-02", "mine"))
    assert example.read_bytes() == before


def test_a_name_that_no_system_takes_is_told_for_a_new_plan(tmp_path: Path) -> None:
    plan, template = Plan(template="imr"), Library().load("imr")
    with pytest.raises(CannotWrite, match="its name is too long; give it a shorter one"):
        PlanFile.create(tmp_path / ("å" * 126 + ".toml"), plan, template)
    assert list(tmp_path.iterdir()) == []
