"""Hands that are faster than the screens, and a monkey: the program stays up and loses nothing."""

import asyncio
import itertools
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from rich.style import Style
from textual.events import Click, Key, MouseDown, MouseMove, MouseUp, Paste
from textual.geometry import Offset
from textual.widgets import Static

from readiness.app.session import Session
from readiness.domain.plan.field_ref import FieldRef
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from readiness.tui import keyboard
from readiness.tui.answer_events import Answered, RowWanted
from readiness.tui.screens.area import AreaScreen
from readiness.tui.screens.dialogs import Choose
from readiness.tui.screens.map import MapScreen
from readiness.tui.screens.palette import PaletteScreen
from readiness.tui.screens.start import StartScreen
from readiness.tui.widgets.boxes import Options
from tests.bench.monkey import monkey
from tests.tui.liveness import lives
from tests.tui.person import at

pytestmark = pytest.mark.no_cover


@pytest.mark.parametrize(
    ("plan", "count"),
    [
        ("example", 25),
        pytest.param("example", 80, marks=pytest.mark.walk),
        pytest.param("example", 3000, marks=pytest.mark.nightly),
        pytest.param("hostile", 1000, marks=pytest.mark.nightly),
    ],
)
def test_a_monkey_breaks_nothing(tmp_path: Path, plan: str, count: int) -> None:
    done = monkey(plan, 7, count, tmp_path)
    assert done.count == count
    assert len(done.screens) > 1


async def test_two_questions_asked_for_at_once_show_the_later_one_and_one_only(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        for item in ("SEL-01", "CAP-02", "INC-03", "GOAL-02", "GOAL-03"):
            person.app.navigation.open_item(item)
        await person.settle()
        assert person.item == "GOAL-03"
        assert person.question.key == "GOAL-03"
        assert person.sees("leader")


async def test_a_question_that_is_asked_for_while_the_plan_is_closed_is_not_shown(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        person.app.navigation.open_item("SEL-01")
        person.app.plan_files.close_plan()
        await person.settle()
        assert isinstance(person.app.screen, StartScreen)


async def test_a_dialog_that_is_answered_twice_takes_nothing_else_away(
    empty: Session, state: Path
) -> None:
    said: list[str | None] = []
    async with at(empty, state) as person:
        dialog = Choose("Title", "[/] words", {"one": "[bold"})
        person.app.push_screen(dialog, said.append)
        await person.settle()
        assert person.sees("[/] words", "[bold")
        dialog.dismiss("one")
        dialog.dismiss("one")
        await person.settle()
        assert isinstance(person.app.screen, MapScreen)
    assert said == ["one"]


async def test_the_palette_opens_once_and_bears_every_key_at_once(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.pilot.press("ctrl+p", "pagedown", "pageup", "ctrl+p", "x", "pagedown")
        palettes = [one for one in person.app.screen_stack if isinstance(one, PaletteScreen)]
        assert len(palettes) == 1
        await person.pilot.press("escape")
        palettes[0].dismiss()
        await person.settle()
        assert isinstance(person.app.screen, MapScreen)


async def test_a_click_on_what_just_went_is_no_click(
    empty: Session, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at(empty, state) as person:
        gone = person.shown(Static)[0]
        x, y = gone.region.offset
        found = (Static(), Offset(0, 0))
        monkeypatch.setattr(person.app.screen, "get_widget_and_offset_at", lambda *_at: found)
        press = MouseDown(None, x, y, 0, 0, 1, *(False, False, False), x, y)
        person.app.post_message(press)
        await person.settle()
        assert person.app.is_running


async def test_an_answer_under_way_while_its_plan_is_closed_is_kept(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        person.app.plan_files.close_plan()
        late = Answered(FieldRef("SEL-01", "value"), "yes", lambda _answer: None)
        person.app.submission.take_in(late)
        person.app.submission.take_in(RowWanted("MON-01"))
        await person.settle()
        assert isinstance(person.app.screen, StartScreen)
    assert PlanFile.open(empty.path, Library()).plan.answer("SEL-01").parts == {"value": "yes"}


async def test_the_notice_of_a_small_window_goes_when_the_window_grew_under_something_else(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.pilot.resize_terminal(40, 10)
        person.app.push_screen(Choose("Title", "", {}))
        await person.pilot.resize_terminal(80, 24)
        await person.press("escape")
        assert isinstance(person.app.screen, MapScreen)


async def test_delete_on_a_line_that_is_no_entry_takes_nothing_out(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        before = empty.plan
        await person.press("h", "4")
        assert person.sees("Enter leads there.")
        await person.press("home", "delete")
        assert person.app.is_running
    assert empty.plan == before


async def test_a_click_on_a_line_that_went_chooses_nothing(empty: Session, state: Path) -> None:
    async with at(empty, state) as person:
        lines = person.app.screen.query_one("#areas", Options)
        at_first = lines.highlighted
        went = Click(lines, 1, 1, 0, 0, 1, *(False, False, False), 1, 1, Style(meta={"option": 99}))
        await lines._on_message(went)
        assert person.app.is_running
        assert lines.highlighted == at_first


async def test_a_list_that_is_not_drawn_has_no_pages(empty: Session, state: Path) -> None:
    async with at(empty, state) as person:
        lines = person.app.screen.query_one("#areas", Options)
        lines.styles.height = 0
        await person.settle()
        at_first = lines.highlighted
        lines.action_page_down()
        lines.action_page_up()
        assert lines.highlighted == at_first


async def test_keys_that_come_at_once_stand_where_the_keys_before_led(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.answer("MON-06")
        keys = [*"go on", "tab", *"Head", "tab", *"11.1.2028", "tab", *"9", "tab"]
        for key in [*keys, *"gains", "tab", "2", "tab", *"6", "tab", *"3"]:
            name = {" ": "space", ".": "full_stop"}.get(key, key)
            person.app.post_message(Key(name, key if len(key) == 1 else None))
        await person.settle()
    said = empty.plan.answer("MON-06").parts
    assert list(said.values()) == ["go on", "Head", date(2028, 1, 11), 9, "gains", "lower", 6, 3]


async def test_keys_that_come_at_once_stand_in_the_question_that_enter_led_to(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.answer("MON-07")
        for key in ["enter", "enter", "2"]:
            person.app.post_message(Key(key, key if len(key) == 1 else None))
        await person.settle()
    first = next(iter(empty.template.items["MON-07"].parts["value"].options))
    assert empty.plan.answer("MON-07").parts == {"value": first}
    assert empty.plan.answer("MON-08").parts


async def test_a_click_does_not_overtake_the_letters_before_it(empty: Session, state: Path) -> None:
    async with at(empty, state) as person:
        await person.press("f6", "a")
        y, line = next((y, one) for y, one in enumerate(person.see().splitlines()) if "OK (" in one)
        x = line.index("OK (")
        for key in "ABCDE":
            person.app.post_message(Key(key, key))
        for kind in (MouseMove, MouseDown, MouseUp):
            person.app.post_message(kind(None, x, y, 0, 0, 1, *(False, False, False), x, y))
        await person.settle()
    assert list(empty.plan.people) == ["ABCDE"]


async def test_what_is_pasted_stands_where_the_tab_before_it_led(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.answer("MON-06")
        for event in (Key("a", "a"), Key("tab", None), Paste("Head of the clinic")):
            person.app.post_message(event)
        await person.settle()
    said = empty.plan.answer("MON-06").parts
    assert list(said.values()) == ["a", "Head of the clinic"]


@pytest.mark.parametrize(
    "turns", [0, 16, *(pytest.param(one, marks=pytest.mark.walk) for one in (8, 28, 36, 48))]
)
async def test_letters_that_come_while_a_row_is_added_stand_in_the_row(
    empty: Session, state: Path, turns: int
) -> None:
    async with at(empty, state) as person:
        await person.answer("INC-05")
        person.app.post_message(Key("enter", "\r"))
        for _turn in range(turns):
            await asyncio.sleep(0)
        for letter in "Nurse":
            person.app.post_message(Key(letter, letter))
        await person.settle()
    (row,) = empty.plan.answer("INC-05").rows.values()
    assert list(row.values()) == ["Nurse"]


async def test_letters_wait_for_a_row_on_a_machine_where_everything_takes_long(
    empty: Session, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = itertools.count()
    monkeypatch.setattr(keyboard, "LONGEST_WORK", 10_000.0)
    monkeypatch.setattr(keyboard, "time", SimpleNamespace(monotonic=lambda: next(seconds)))
    async with at(empty, state) as person:
        await person.answer("INC-05")
        person.app.post_message(Key("enter", "\r"))
        for letter in "Nurse":
            person.app.post_message(Key(letter, letter))
        await person.settle()
    (row,) = empty.plan.answer("INC-05").rows.values()
    assert list(row.values()) == ["Nurse"]


async def test_a_key_that_is_never_done_keeps_no_other_key_from_being_heard(
    empty: Session, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it does goes on by itself, and the keys after it are heard."""
    monkeypatch.setattr(keyboard, "LONGEST_KEY", 0.05)
    never = asyncio.Event()

    async def waits(_screen: AreaScreen) -> None:
        await never.wait()

    monkeypatch.setattr(AreaScreen, "action_back", waits)
    async with at(empty, state) as person:
        await person.open_item("SEL-01")
        for key in ("escape", "f2"):
            person.app.post_message(Key(key, None))
        for _ in range(200):
            await person.pilot.pause(0.01)
            if isinstance(person.app.screen, MapScreen):
                break
        await lives(person.app)
        assert isinstance(person.app.screen, MapScreen)
        never.set()
