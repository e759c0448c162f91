"""What comes to a screen too early: before it is whole, or while it is on its way back."""

import asyncio
from pathlib import Path

import pytest
from textual.events import Key, ScreenResume, ScreenSuspend
from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import Static

from readiness.app.session import Session
from readiness.domain.plan.field_ref import NOTE, FieldRef
from readiness.tui.screens.versions import VersionsScreen
from tests.tui.hands import pressed
from tests.tui.person import at


async def test_a_question_stays_though_the_screen_hears_late_that_it_had_come_and_gone(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.open_item("SEL-01")
        await person.press("f2")
        area = person.app.navigation.kept("area")
        area.come_to("capacity", "CAP-01")
        area.post_message(ScreenResume())
        area.post_message(ScreenSuspend())
        await person.settle()
        await person.app.push_screen(area)
        await person.settle()
        assert person.item == "CAP-01"
        await person.press("f7")
        assert person.item == "SEL-10"


async def test_the_place_is_the_map_though_a_question_is_heard_of_late(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.open_item("SEL-01")
        await person.press("f2")
        person.app.navigation.kept("area").item = "SEL-01"
        person.app.navigation.kept("area").post_message(ScreenResume())
        await person.settle()
        assert person.app.plan.item == ""


async def test_a_plan_that_changes_while_a_screen_comes_is_shown_once_it_is_there(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        coming = VersionsScreen()
        is_there = person.app.push_screen(coming)
        for number in range(50):
            person.app.plan.keep(
                lambda session, text=f"{number}": session.set(FieldRef("SEL-01", NOTE), text)
            )
            await asyncio.sleep(0)
        await is_there
        await person.settle()
        assert person.sees("Note: added: 49")


async def test_a_click_that_waited_on_what_went_meanwhile_does_nothing(
    empty: Session, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at(empty, state) as person:
        gone = Static("gone")

        def found(_x: int, _y: int) -> tuple[Widget | None, Offset | None]:
            return (gone, Offset(0, 0)) if is_gone else (person.app.screen, None)

        is_gone = False
        await person.app.navigation.coming.acquire()
        monkeypatch.setattr(person.app.screen, "get_widget_and_offset_at", found)
        for event in (Key("f11", None), pressed(5, 5)):
            person.app.post_message(event)
        heard = asyncio.Event()
        person.app.call_later(heard.set)  # behind both of them in the program's own queue
        await heard.wait()
        assert len(person.app.key_queue.waiting) == 2
        is_gone = True
        person.app.navigation.coming.release()
        await person.settle()
        monkeypatch.undo()
        await person.press("x")
        assert person.sees("Flags")
