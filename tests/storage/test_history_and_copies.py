"""Snapshots stay bounded, broken ones are told, and sync clients' copies are noticed."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from readiness.storage import history
from readiness.storage.copies import conflict_copies
from readiness.storage.history import History

NOW = datetime(2026, 11, 24, 14, 2)  # noqa: DTZ001


def sit(kept: History, path: Path, count: int) -> None:
    for number in range(count):
        path.write_text(f"format = 1\n# {number}\n")
        kept.begin(NOW + timedelta(hours=number))


def test_the_oldest_snapshots_go_first(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    kept = History(tmp_path / "state", path)
    sit(kept, path, history.MOST + 3)
    found = kept.snapshots()
    assert len(found) == history.MOST
    assert found[0].raw() == b"format = 1\n# 3\n"


def test_snapshots_are_bounded_in_size_but_the_latest_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "LARGEST", 10)
    path = tmp_path / "plan.toml"
    kept = History(tmp_path / "state", path)
    sit(kept, path, 4)
    assert [one.raw() for one in kept.snapshots()] == [b"format = 1\n# 3\n"]


def test_where_no_snapshot_can_be_kept_the_work_goes_on(tmp_path: Path) -> None:
    path, state = tmp_path / "plan.toml", tmp_path / "state"
    path.write_text("format = 1\n")
    state.write_text("in the way")
    assert History(state, path).add(b"format = 1\n", NOW) is None
    assert state.read_text() == "in the way"


def test_a_clock_that_goes_back_overwrites_no_snapshot(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    kept = History(tmp_path / "state", path)
    for number in range(3):
        path.write_text(f"# {number}\n")
        kept.begin(NOW - timedelta(hours=number))
    assert [one.raw() for one in kept.snapshots()] == [b"# 0\n", b"# 1\n", b"# 2\n"]


@pytest.mark.parametrize("raw", [b"", b"no", b"\x1f\x8b\x08\x00", b"\x1f\x8b\x08\x00" + b"\0" * 40])
def test_a_broken_snapshot_is_told_and_another_is_taken(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "plan.toml"
    kept = History(tmp_path / "state", path)
    sit(kept, path, 1)
    (one,) = kept.snapshots()
    one.file.write_bytes(raw)
    if raw:
        with pytest.raises(OSError, match=r"\w"):
            one.raw()
    kept.begin(NOW + timedelta(days=1))
    assert kept.snapshots()[-1].raw() == path.read_bytes()


def test_conflict_copies_of_sync_clients_are_noticed(tmp_path: Path) -> None:
    copies = [
        "plan (Anna's conflicted copy 2027-01-11).toml",
        "plan (conflicted copy 2027-01-11 101500).toml",
        "plan-LAPTOP-7QK.toml",
        "plan.sync-conflict-20270111-101500-ABCDEFG.toml",
        "plan_conflict-20270111-101500.toml",
        "plan (Case Conflict).toml",
        "plan (copie en conflit de Anna 2027-01-11).toml",
        "plan (Annas konfliktkopi 2027-01-11).toml",
        "plan [conflicted].toml",
        "plan (Conflict).toml",
        "plan_conf(1).toml",
    ]
    others = ["plan-draft.toml", "plan-2027.toml", "plan2.toml", "plan.pdf", "plan (old).toml"]
    for name in (*copies, *others, "plan.toml"):
        (tmp_path / name).write_text("format = 1\n")
    assert [one.name for one in conflict_copies(tmp_path / "plan.toml")] == sorted(copies)
    assert conflict_copies(tmp_path / "gone" / "plan.toml") == []


def test_a_number_after_the_name_is_a_copy_only_of_a_plan_that_is_called_the_same(
    tmp_path: Path,
) -> None:
    plan = tmp_path / "plan.toml"
    head = 'format = 1\ntemplate = "imr"\n'
    ours = f'{head}plan = "IMR"\nservice = "North"\n'
    plan.write_text(ours)
    (tmp_path / "plan (1).toml").write_text(f"{ours}months = 18\n")
    (tmp_path / "plan 2.toml").write_text(ours)
    (tmp_path / "plan 3.toml").write_text(f'{head}plan = "IMR"\nservice = "South"\n')
    (tmp_path / "plan (4).toml").write_text("<<<<<<< HEAD\n")
    (tmp_path / "plan 2027.toml").write_text(ours)
    assert [one.name for one in conflict_copies(plan)] == ["plan (1).toml", "plan 2.toml"]
    for one in (plan, tmp_path / "plan 2.toml"):
        one.write_text(head)
    assert conflict_copies(plan) == []
