"""What is remembered between sittings, outside the plan."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from readiness.app.operations.particulars import set_particulars
from readiness.app.session import Session
from readiness.storage.example import example_copy
from readiness.storage.memory import MOST_RECENT, Memory, Recent, default_folder

NOON = datetime(2026, 11, 24, 12)  # noqa: DTZ001 - the person's own clock


def opened(path: Path, item: str = "") -> Recent:
    path.touch()
    return Recent(path=path, plan=path.stem, answered=3, asked=51, red=1, when=NOON, item=item)


def test_the_latest_plan_comes_first_with_the_place_in_it(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "state")
    memory.remember(opened(tmp_path / "a.toml", "SEL-04"))
    memory.remember(opened(tmp_path / "b.toml"))
    memory.remember(opened(tmp_path / "a.toml", "CAP-01"))
    assert [one.plan for one in Memory(tmp_path / "state").recent()] == ["a", "b"]
    assert memory.place(tmp_path / "a.toml") == "CAP-01"
    assert memory.place(tmp_path / "never.toml") == ""


def test_a_place_is_remembered_with_how_far_the_plan_is(session: Session, tmp_path: Path) -> None:
    memory = Memory(tmp_path / "state")
    memory.remember_place(session.path, session.plan, session.review, "CAP-01", NOON)
    (place,) = memory.recent()
    assert (place.path, place.plan, place.item) == (session.path, "IMR at Riverside", "CAP-01")
    assert (place.asked, place.when) == (51, NOON)
    assert place.signs.split()[1] == "!!^^~~++++", "of Capacity, the worst first"
    assert (place.start, place.is_as_kept) == (date(2027, 1, 11), True)


def test_a_plan_that_was_changed_elsewhere_is_kept_anew_in_its_place(
    session: Session, tmp_path: Path
) -> None:
    memory = Memory(tmp_path / "state")
    memory.remember_place(session.path, session.plan, session.review, "CAP-01", NOON)
    memory.remember(opened(tmp_path / "b.toml"))
    session.path.write_text(f"{session.path.read_text('utf-8')}\n", "utf-8")
    assert not memory.recent()[1].is_as_kept
    set_particulars(session, {"start": None})
    memory.renew(session.path, session.plan, session.review)
    other, place = memory.recent()
    assert (other.plan, place.item, place.when) == ("b", "CAP-01", NOON)
    assert (place.start, place.is_as_kept) == (None, True)
    session.path.unlink()
    assert not place.is_as_kept


def test_the_same_again_is_written_only_after_a_while(tmp_path: Path) -> None:
    memory, file = Memory(tmp_path / "state"), tmp_path / "state" / "recent.json"
    one = opened(tmp_path / "a.toml")
    memory.remember(one)
    file.unlink()
    memory.remember(one.model_copy(update={"when": NOON + timedelta(seconds=30)}))
    assert not file.exists()
    memory.remember(one.model_copy(update={"when": NOON + timedelta(minutes=2)}))
    assert memory.recent()[0].when == NOON + timedelta(minutes=2)
    memory.remember(one.model_copy(update={"answered": 4}))
    assert memory.recent()[0].answered == 4


def test_a_plan_that_is_gone_is_not_offered_and_the_list_ends(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "state")
    for number in range(MOST_RECENT + 3):
        memory.remember(opened(tmp_path / f"{number}.toml"))
    (tmp_path / f"{MOST_RECENT}.toml").unlink()
    recent = memory.recent()
    assert len(recent) == MOST_RECENT - 1
    assert all(one.path.is_file() for one in recent)


def test_the_worked_example_is_no_recent_plan_until_something_is_written_in_it(
    tmp_path: Path,
) -> None:
    memory, copy = Memory(tmp_path / "state"), example_copy()
    memory.remember(opened(copy))
    memory.remember(opened(tmp_path / "a.toml"))
    assert [one.plan for one in memory.recent()] == ["a"]
    copy.write_text("# mine\n" + copy.read_text("utf-8"), "utf-8")
    assert [one.plan for one in memory.recent()] == ["a", "example"]


@pytest.mark.parametrize("text", ["", "{", "[1]", '[{"path": 3}]', "3", '{"a": 1}'])
def test_a_memory_that_cannot_be_read_is_let_go(tmp_path: Path, text: str) -> None:
    (tmp_path / "recent.json").write_text(text)
    memory = Memory(tmp_path)
    assert memory.recent() == []
    memory.remember(opened(tmp_path / "a.toml"))
    assert [one.plan for one in memory.recent()] == ["a"]


def test_a_folder_that_cannot_be_written_is_never_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file, not a folder")
    memory = Memory(tmp_path / "state")
    memory.remember(opened(tmp_path / "a.toml"))
    assert memory.recent() == []


def test_only_the_person_can_read_what_is_remembered(tmp_path: Path) -> None:
    Memory(tmp_path / "state").remember(opened(tmp_path / "a.toml"))
    assert (tmp_path / "state" / "recent.json").stat().st_mode & 0o077 == 0


def test_it_is_kept_where_the_system_keeps_such_things_or_where_one_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert default_folder().name == "readiness_state"
    monkeypatch.delenv("READINESS_STATE")
    monkeypatch.setattr("platformdirs.user_state_path", lambda name, **_: tmp_path / name)
    assert default_folder() == tmp_path / "readiness"


def test_a_name_that_the_system_cannot_have_is_a_plan_that_is_gone(tmp_path: Path) -> None:
    long = "x" * 5000
    entry = f'[{{"path": "/{long}", "when": "2026-11-24T12:00:00"}}]'
    (tmp_path / "recent.json").write_text(entry)
    assert Memory(tmp_path).recent() == []


def test_what_is_met_for_the_first_time_is_so_once(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "state")
    assert memory.is_first("tour")
    assert not memory.is_first("tour")
    assert memory.is_first("other")


def test_nothing_can_be_remembered_where_the_folder_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert Memory(tmp_path / "file").is_first("tour")


def test_a_choice_is_remembered_and_what_is_no_choice_is_let_go(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "state")
    assert memory.preference("colours") == ""
    memory.prefer("colours", "light")
    memory.prefer("language", "nb")
    again = Memory(tmp_path / "state")
    assert (again.preference("colours"), again.preference("language")) == ("light", "nb")
    for broken in ("[]", "{", '"x"'):
        (tmp_path / "state" / "preferences.json").write_text(broken)
        assert again.preference("colours") == ""
    again.prefer("colours", "dark")
    assert again.preference("colours") == "dark"
    Memory(tmp_path / "state" / "preferences.json").prefer("colours", "light")


@pytest.mark.parametrize(
    "entry",
    [
        '{"path": "p", "when": "2026-11-24T12:00:00", "answered": Infinity}',
        '{"path": "p", "when": "2026-11-24T12:00:00", "red": NaN}',
        '{"path": "p", "when": "2026-11-24T12:00:00", "asked": "many"}',
        '{"path": 7, "when": "2026-11-24T12:00:00"}',
        '{"path": "p", "when": Infinity}',
        '{"path": "p"}',
        "7",
        "null",
        "[[]]",
    ],
)
def test_an_entry_of_nonsense_does_not_take_the_others_along(tmp_path: Path, entry: str) -> None:
    memory, file = Memory(tmp_path / "state"), tmp_path / "state" / "recent.json"
    memory.remember(opened(tmp_path / "a.toml"))
    file.write_text(file.read_text().replace("[", f"[{entry},", 1))
    assert [one.plan for one in Memory(tmp_path / "state").recent()] == ["a"]
    memory.remember(opened(tmp_path / "b.toml"))
    assert [one.plan for one in memory.recent()] == ["b", "a"]


@pytest.mark.parametrize(
    "raw", [b"", b"\xff", b"Infinity", b"{}", b'"text"', b"[" * 100_000, b"9" * 5000]
)
def test_a_file_of_nonsense_is_as_none(tmp_path: Path, raw: bytes) -> None:
    memory = Memory(tmp_path / "state")
    memory.prefer("colours", "dark")
    for name in ("recent.json", "preferences.json"):
        (tmp_path / "state" / name).write_bytes(raw)
    assert memory.recent() == []
    assert memory.preference("colours") == ""
    memory.prefer("colours", "light")
    assert memory.preference("colours") == "light"


def test_a_time_with_a_zone_is_read_as_the_clock_shows_it(tmp_path: Path) -> None:
    memory, file = Memory(tmp_path / "state"), tmp_path / "state" / "recent.json"
    memory.remember(opened(tmp_path / "a.toml"))
    file.write_text(file.read_text().replace("T12:00:00", "T12:00:00+00:00"))
    assert memory.recent()[0].when == NOON


def test_a_plan_replaced_by_a_link_in_a_circle_ends_nothing(tmp_path: Path) -> None:
    one = opened(tmp_path / "a.toml", "SEL-04")
    one.path.unlink()
    one.path.symlink_to(one.path)
    memory = Memory(tmp_path / "state")
    memory.remember(one)
    assert memory.place(one.path) == "SEL-04"
    assert memory.recent() == []
