"""The plan's dates in other calendars: read by two parsers, and imported again without doubles."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from readiness.app.operations.dates import export_calendar
from readiness.app.session import Session
from readiness.storage.problems import CannotWrite

NOW = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
LATER = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)


def lines_read(raw: bytes) -> list[dict[str, str]]:
    """The entries as a reader of our own finds them: long lines unfolded, escapes taken back."""
    assert b"\n" not in raw.replace(b"\r\n", b"")
    text = raw.decode().replace("\r\n ", "")
    assert all(len(line.encode()) <= 75 for line in raw.decode().split("\r\n"))
    found: list[dict[str, str]] = []
    depth = 0
    for line in text.split("\r\n"):
        name, _colon, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        depth += line == "BEGIN:VALARM"
        if found and not depth:
            plain = value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")
            found[-1][name.partition(";")[0]] = plain.replace("\\\\", "\\")
        depth -= line == "END:VALARM"
    return found


def entries(file: Path) -> dict[str, tuple[date, str, str, int]]:
    """Each entry by its id: day, words, status, number; the same by both readers."""
    raw = file.read_bytes()
    theirs = {
        str(one["UID"]): (
            one["DTSTART"].dt, str(one["SUMMARY"]), str(one["STATUS"]), int(one["SEQUENCE"])
        )
        for one in Calendar.from_ical(raw).walk("VEVENT")
    }  # fmt: skip
    ours = {
        one["UID"]: (
            datetime.strptime(one["DTSTART"], "%Y%m%d").date(),  # noqa: DTZ007 - a day alone
            one["SUMMARY"], one["STATUS"], int(one["SEQUENCE"]),
        )
        for one in lines_read(raw)
    }  # fmt: skip
    assert ours == theirs
    return theirs


def export(session: Session, folder: Path, now: datetime, who: str = "") -> Path:
    target = folder / f"{who or 'all'}.ics"
    assert export_calendar(session, target, who=who, now=now, memory=folder).is_done
    return target


def test_a_date_that_moves_keeps_its_id_and_gets_a_higher_number(
    session: Session, tmp_path: Path
) -> None:
    before = entries(export(session, tmp_path, NOW))
    start = next(uid for uid, one in before.items() if one[0] == session.plan.start)
    assert session.plan.id
    session.take(session.plan.described(start=date(2027, 1, 18), plan='A; "b", c'))
    after = entries(export(session, tmp_path, LATER))
    assert before[start][0] == date(2027, 1, 11)
    assert after[start][0] == date(2027, 1, 18)
    assert after[start][3] == before[start][3] + 24 * 60
    assert len(after) == len({*before, *after})  # nothing doubled: each id once


def test_a_date_that_is_gone_is_cancelled_twice_and_then_forgotten(
    session: Session, tmp_path: Path
) -> None:
    dated = {"action": "Ask the board", "when": date(2027, 3, 1), "actor": "AB"}
    session.take(session.plan.entering("actions", "77", dated))
    (uid,) = (
        uid for uid, one in entries(export(session, tmp_path, NOW)).items() if "Ask the" in one[1]
    )
    bare = {key: one for key, one in session.plan.actions.items() if key != "77"}
    session.take(session.plan.model_copy(update={"actions": bare}))
    states = [entries(export(session, tmp_path, LATER)).get(uid) for _time in range(3)]
    assert [one and one[2] for one in states] == ["CANCELLED", "CANCELLED", None]


def test_a_date_that_is_gone_is_cancelled_though_one_file_could_not_be_written(
    session: Session, tmp_path: Path
) -> None:
    dated = {"action": "Ask the board", "when": date(2027, 3, 1), "actor": "AB"}
    session.take(session.plan.entering("actions", "77", dated))
    export(session, tmp_path, NOW)
    session.take(session.plan.without_entry("actions", "77"))
    (tmp_path / "folder.ics").mkdir()
    for _time in range(3):
        with pytest.raises(CannotWrite):
            export_calendar(
                session, tmp_path / "folder.ics", is_forced=True, now=LATER, memory=tmp_path
            )
    states = [one[2] for one in entries(export(session, tmp_path, LATER)).values()]
    assert states.count("CANCELLED") == 1


def test_a_file_for_one_person_leaves_out_what_is_others_own(
    session: Session, tmp_path: Path
) -> None:
    for key, who in (("77", "AB"), ("78", "CD")):
        dated = {"action": f"Of {who}", "when": date(2027, 3, 1), "actor": who}
        session.take(session.plan.entering("actions", key, dated))
        missing = {"what": f"Room of {who}", "who": who, "by": date(2027, 3, 1)}
        session.take(session.plan.entering("missing", key, missing))
    words = {one[1] for one in entries(export(session, tmp_path, NOW, "AB")).values()}
    assert any("Room of AB" in one for one in words)
    assert not any("Room of CD" in one for one in words)
    assert any("Of AB" in one for one in words)
    assert not any("Of CD" in one for one in words)
    assert "First day with patients" in words


def test_a_file_of_someone_else_is_left_alone(session: Session, tmp_path: Path) -> None:
    target = tmp_path / "mine.ics"
    target.write_text("BEGIN:VCALENDAR\r\nPRODID:-//me//\r\nEND:VCALENDAR\r\n")
    assert not export_calendar(session, target, now=NOW, memory=tmp_path).is_done
    assert "-//me//" in target.read_text()


def test_a_memory_that_cannot_be_read_is_no_memory(session: Session, tmp_path: Path) -> None:
    export(session, tmp_path, NOW)
    (remembered,) = (tmp_path / "calendars").iterdir()
    remembered.write_text("[1, 2")
    assert entries(export(session, tmp_path, LATER))


def test_a_strangers_calendar_stays(session: Session, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.ics"
    theirs.write_text("BEGIN:VCALENDAR")
    assert export_calendar(session, theirs).refusal == "in the way"
    assert theirs.read_text() == "BEGIN:VCALENDAR"
