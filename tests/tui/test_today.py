"""After the start: the plan opens on what is due, and a record takes a few keys."""

from datetime import date
from pathlib import Path

import pytest

from readiness.app.session import Session
from readiness.tui.screens import today
from readiness.tui.screens.entry import EntryScreen
from readiness.tui.screens.map import MapScreen
from readiness.tui.screens.today import TodayScreen
from readiness.tui.screens.trend import TrendScreen
from tests.domain.made import team
from tests.tui.person import TODAY, at

START = date(2026, 4, 6)


def begun(session: Session) -> None:
    session.take(session.plan.described(start=START))
    session.save()


async def test_a_plan_whose_first_day_has_come_opens_on_today(
    session: Session, tmp_path: Path
) -> None:
    begun(session)
    async with at(None, tmp_path, (80, 24)) as person:
        person.app.plan_files.open_path(session.path)
        await person.settle()
        assert isinstance(person.app.screen, TodayScreen)
        await person.press("k")
        assert isinstance(person.app.screen, EntryScreen)
        await person.press("y")
        await person.press("escape", "r", "6")
        await person.press("escape", "m")
        assert isinstance(person.app.screen, MapScreen)
        plan = person.app.plan.seen.plan
    assert plan.checkins[TODAY.isoformat()] == {"held": "yes"}
    assert plan.monthly["2026-10"] == {"asked": 6}


async def test_moving_the_cursor_reckons_nothing_anew(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(session)
    async with at(session, tmp_path, (80, 24)) as person:
        await person.press("o", "down")
        monkeypatch.setattr(today, "course_of", lambda *_given: pytest.fail("reckoned again"))
        seen = [person.see()]
        for _ in range(3):
            await person.press("down")
            seen.append(person.see())
        assert len({*seen}) == 4, "each line has details of its own"
        monkeypatch.undo()
        await person.press("k", "y", "escape")
        person.screen(TodayScreen)
        assert person.see() not in seen, "what was recorded is reckoned with"


async def test_how_it_went_is_a_row_with_a_block_a_day(session: Session, tmp_path: Path) -> None:
    begun(session)
    async with at(session, tmp_path, (80, 24)) as person:
        areas = ("selection ready", "capacity red")
        kept = {"on": date(2026, 4, 6), "areas": areas, "course": ("FOL-03 on plan",)}
        person.app.plan.keep(
            lambda session: session.take(session.plan.entering("milestones", "start", kept))
        )
        await person.press("o", "t")
        person.sees("As it stood on 6 April 2026", "+ ! Practitioner selection")
        person.sees("ready, 6 April 2026", "red flag, today")
        await person.press("end", "up")
        assert isinstance(person.app.screen, TrendScreen)


async def test_a_rule_that_is_off_plan_is_accepted_until_a_day(session: Session) -> None:
    begun(session)
    long_ago = {"what": "No room", "raised_on": date(2026, 6, 1)}
    session.take(session.plan.entering("barriers", "1", long_ago))
    session.save()
    async with at(session, size=(100, 40)) as person:
        await person.press("o", "home", "a")
        person.sees("Put the cursor on a rule that is off plan.")
        await person.press("w", "z")
        person.sees("Nobody has accepted this.")
        await person.cursor("FOL-02")
        await person.press("a")
        await person.type("No other room\nTL\n")
        await person.press("z")
        await person.type("1 Nov 2026\n")
        person.sees("Accepted by TL on 24 November 2026: No other room. Look again on 1 November")
        person.sees("Look again at the accepted flag: FOL-02 Barriers: 3 weeks late.")
        assert session.plan.accepted["FOL-02A"]["look_again"] == date(2026, 11, 1)
        due = person.screen(TodayScreen)._now(person.app.plan.seen).due
        await person.cursor(next(key for key, one in due.items() if one[0].kind == "look again"))
        person.sees("Enter leads to the rule that is accepted.")
        await person.press("enter")
        solved = session.plan.entering("barriers", "1", {"solved_on": date(2026, 11, 20)})
        person.app.plan.keep(lambda one: one.take(solved))
        await person.press("w")
        person.sees("Withdraw the acceptance of FOL-02?")
        await person.press("enter")
        assert not session.plan.accepted.get("FOL-02A")


async def test_a_barrier_is_solved_and_a_check_that_was_redone_is_kept_from_today(
    session: Session, tmp_path: Path
) -> None:
    begun(session)
    plan = session.plan.entering("barriers", "1", {"what": "No room", "raised_on": TODAY})
    session.take(plan.answering("MON-10", "value", (date(2026, 10, 6),)))
    session.save()
    async with at(session, tmp_path, (80, 24)) as person:
        await person.press("o")
        await person.cursor("FOL-02")
        await person.press("enter")
        assert isinstance(person.app.screen, EntryScreen)
        await person.type("24 Nov 2026")
        await person.press("escape")
        screen = person.screen(TodayScreen)
        found = screen._now(person.app.plan.seen).due
        (key,) = (key for key, (one, _many) in found.items() if one.kind == "re-check")
        await person.cursor(key)
        person.sees("Once it is done, Enter keeps the plan as it stands today.")
        await person.press("enter")
        plan = person.app.plan.seen.plan
        await person.press("t", "k")
        person.sees("Recorded: milestone month-8.")
    assert plan.barriers["1"]["solved_on"] == TODAY
    assert [*plan.milestones] == ["start", "month-8"]


async def test_before_the_start_today_says_so_and_records_nothing(
    session: Session, tmp_path: Path
) -> None:
    session.take(team())
    async with at(session, tmp_path, (80, 24)) as person:
        await person.press("o")
        assert isinstance(person.app.screen, TodayScreen)
        await person.press("k")
        assert isinstance(person.app.screen, TodayScreen)
        assert not person.app.plan.seen.plan.checkins
        await person.press("t")
        person.sees("No earlier day is kept, so there is nothing to compare with.")
        await person.press("k")
        assert not person.app.plan.seen.plan.milestones
