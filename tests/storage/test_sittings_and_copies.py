"""What was kept of a plan is read again: its sittings, and the copies of sync clients."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from readiness.domain.plan.plan import Plan
from readiness.storage import copies
from readiness.storage.copies import Copy, put_aside, read_copy, whose
from readiness.storage.history import History, sittings
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import CannotWrite, UnreadablePlan
from readiness.storage.templates import Library

NOW = datetime(2026, 11, 24, 14, 2)  # noqa: DTZ001
FIRST = Plan(template="imr").noting("SEL-01", "first")
SECOND = FIRST.noting("SEL-02", "second")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.toml"


def write(path: Path, plan: Plan) -> Path:
    path.unlink(missing_ok=True)
    PlanFile.create(path, plan, Library().load("imr"))
    return path


def history(path: Path, *plans: Plan) -> History:
    kept = History(path.parent / "state", path)
    for number, plan in enumerate(plans):
        write(path, plan)
        kept.begin(NOW + timedelta(hours=number))
    return kept


def test_each_sitting_says_what_had_changed(path: Path) -> None:
    kept = history(path, FIRST, SECOND, SECOND.noting("SEL-01", ""))
    done: list[float] = []
    found = sittings(kept, Library().load("imr"), done.append)
    assert [one.number for one in found] == [1, 2, 3]
    assert [one.when for one in found] == [NOW + timedelta(hours=n) for n in range(3)]
    assert [[change.kind for change in one.changed] for one in found] == [
        [],
        ["added"],
        ["removed"],
    ]
    assert done == [1 / 3, 2 / 3, 1]


def test_a_sitting_that_cannot_be_read_is_passed_over(path: Path) -> None:
    kept = history(path, FIRST, SECOND, SECOND.noting("SEL-03", "third"))
    kept.snapshots()[1].file.write_bytes(b"broken")
    found = sittings(kept, Library().load("imr"))
    assert found[1].plan is None
    assert sorted(one.after for one in found[2].changed) == ["second", "third"]


def test_work_that_is_stopped_goes_no_further(path: Path) -> None:
    kept = history(path, FIRST, SECOND)

    def stop(_share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sittings(kept, Library().load("imr"), stop)


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("plan (Anna's conflicted copy 2027-01-11).toml", "Anna"),
        ("plan (Per\u2019s conflicted copy 2027-01-11).toml", "Per"),
        ("plan (conflicted copy 2027-01-11 101500).toml", ""),
        ("plan-LAPTOP-7QK.toml", "LAPTOP-7QK"),
        ("plan.sync-conflict-20270111-101500-ABCDEFG.toml", "ABCDEFG"),
        ("plan_conflict-20270111-101500.toml", ""),
        ("plan (Case Conflict).toml", ""),
        ("plan (1).toml", ""),
    ],
)
def test_a_copys_name_says_whose_it_is(path: Path, name: str, who: str) -> None:
    assert whose(path, path.with_name(name)) == who


def copy_of(path: Path, plan: Plan, written: datetime) -> Path:
    copy = write(path.with_name("plan-LAPTOP7.toml"), plan)
    os.utime(copy, (written.timestamp(), written.timestamp()))
    return copy


@pytest.mark.parametrize(("hours", "number"), [(5, 2), (0.5, 1), (-1, None)])
def test_only_a_version_from_before_the_copy_was_written_can_be_common(
    path: Path, hours: float, number: int | None
) -> None:
    kept = sittings(history(path, FIRST, SECOND), Library().load("imr"))
    theirs = SECOND.noting("SEL-05", "theirs")
    file = copy_of(path, theirs, NOW + timedelta(hours=hours))
    copy = read_copy(file, path, SECOND, Library(), kept)
    assert copy.plan == theirs
    assert copy.who == "LAPTOP7"
    assert copy.written == NOW + timedelta(hours=hours)
    assert (copy.common.number if copy.common else None) == number


def test_a_copy_that_is_not_understood_whole_is_refused(path: Path) -> None:
    file = copy_of(path, FIRST, NOW)
    file.write_text(file.read_text() + '\n[answers.SEL-03]\nvalue = "perhaps"\n')
    with pytest.raises(UnreadablePlan, match="perhaps"):
        read_copy(file, path, FIRST, Library(), [])


def test_a_copy_of_another_template_is_refused(path: Path) -> None:
    file = copy_of(path, FIRST, NOW)
    other = FIRST.model_copy(update={"template": "generic"})
    with pytest.raises(UnreadablePlan, match="another template"):
        read_copy(file, path, other, Library(), [])


def test_a_copy_that_is_gone_again_is_told(path: Path) -> None:
    with pytest.raises(UnreadablePlan, match="no such file"):
        read_copy(path.with_name("plan-GONE.toml"), path, FIRST, Library(), [])


def test_a_copy_whose_time_cannot_be_seen_has_no_common_version(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = sittings(history(path, FIRST), Library().load("imr"))
    file = copy_of(path, FIRST, NOW)
    monkeypatch.setattr(copies, "PlanFile", _Vanishing)
    assert read_copy(file, path, FIRST, Library(), kept).common is None


class _Vanishing(PlanFile):
    """A copy that another program takes away right after it was read."""

    @classmethod
    def open(cls, path: Path, library: Library) -> PlanFile:
        read = PlanFile.open(path, library)
        path.unlink()
        return read


def test_a_copy_is_put_aside_under_a_name_of_its_own(path: Path) -> None:
    names = []
    for _ in range(3):
        file = copy_of(path, FIRST, NOW)
        names.append(put_aside(file).name)
        assert not file.exists()
    assert names == [f"plan-LAPTOP7.toml.merged{end}" for end in ("", "-2", "-3")]
    assert copies.conflict_copies(path) == []


def test_a_copy_that_cannot_be_put_aside_is_told(path: Path) -> None:
    with pytest.raises(CannotWrite, match="no such file"):
        put_aside(path)


def test_a_sitting_says_in_few_words_what_had_changed(path: Path) -> None:
    kept = history(path, FIRST, SECOND.noting("SEL-03", "third"), FIRST)
    kept.snapshots()[2].file.write_bytes(b"broken")
    write(path, SECOND.noting("SEL-03", "third"))
    kept.begin(NOW + timedelta(hours=9))
    words = [one.words(1) for one in sittings(kept, Library().load("imr"))]
    assert words[0] == "the first one that is kept"
    assert words[1].endswith("added: second; and 1 more")
    assert words[2:] == ["cannot be read", "no answer changed"]


@pytest.mark.parametrize("is_known", [True, False])
@pytest.mark.parametrize("who", ["Anna", ""])
def test_a_copy_says_whose_it_is_and_how_it_is_merged(
    path: Path, who: str, *, is_known: bool
) -> None:
    common = sittings(history(path, FIRST), Library().load("imr"))[0] if is_known else None
    copy = Copy(path, who, NOW, FIRST, common)
    named = ", from Anna as its name says" if who else ""
    assert copy.whence == f"plan.toml: written 24 November 2026 14:02{named}."
    told = "Both grew from the version of 24 November 2026 14:02." if is_known else "No version"
    assert copy.how.startswith(told)
