"""What arrives late: for a screen that went, a plan that was closed, a list that changed."""

import asyncio
import gc
import re
from pathlib import Path
from weakref import ReferenceType, ref

import pytest
from rich.style import Style
from textual.app import App, ScreenStackError
from textual.containers import Horizontal
from textual.events import Click, Key
from textual.screen import Screen
from textual.widgets import OptionList
from textual.worker import WorkerFailed

from readiness.app.session import Session
from readiness.describe.fault import fault_told
from readiness.domain.plan.field_ref import NOTE, FieldRef
from readiness.storage.plan_file import PlanFile
from readiness.storage.plan_text import FORMAT
from readiness.storage.templates import Library
from readiness.tui.answer_events import Answered
from readiness.tui.form.blocks import FormButton
from readiness.tui.form.form import Form
from readiness.tui.form.text_box import TextBox
from readiness.tui.navigation import KEPT, Navigation
from readiness.tui.screens.actions import ActionsScreen
from readiness.tui.screens.area import AreaScreen
from readiness.tui.screens.document import DocumentScreen
from readiness.tui.screens.map import MapScreen
from readiness.tui.screens.page import InlineEdit
from readiness.tui.screens.palette import PaletteScreen
from readiness.tui.screens.people import PeopleScreen
from readiness.tui.screens.progress import ProgressDialog
from readiness.tui.screens.search import SearchScreen
from readiness.tui.screens.start import StartScreen
from readiness.tui.widgets.boxes import Options
from tests.tui.person import at

pytestmark = pytest.mark.no_cover


def on_disk(path: Path) -> PlanFile:
    return PlanFile.open(path, Library())


@pytest.fixture
def other(example: Path) -> Session:
    """Another plan than the empty one."""
    return Session.open(example, Library())


async def test_an_answer_under_way_goes_to_the_plan_it_was_given_for(
    empty: Session, other: Session, state: Path
) -> None:
    before = other.plan
    async with at(empty, state) as person:
        await person.open_item("SEL-01")
        assert person.question.picks(2)
        person.app.plan_files.open_path(other.path)
        await person.settle()
        assert person.app.plan.session is not None
        assert person.app.plan.session.path == other.path
        assert person.app.plan.session.plan == before
    assert on_disk(empty.path).plan.answer("SEL-01").parts == {"value": "partly"}
    assert on_disk(other.path).plan == before


async def test_a_row_under_way_goes_to_the_plan_it_was_wanted_in(
    empty: Session, other: Session, state: Path
) -> None:
    before = other.plan
    async with at(empty, state) as person:
        await person.open_item("MON-01")
        person.question.focus_first()
        person.question.post_message(Form.Pressed(FormButton("add", "")))
        person.app.plan_files.open_path(other.path)
        await person.settle()
    assert list(on_disk(empty.path).plan.answer("MON-01").rows) == ["1"]
    assert on_disk(other.path).plan == before


async def test_an_answer_that_comes_late_and_cannot_be_saved_is_kept_aside_and_said(
    empty: Session, other: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        person.app.plan_files.open_path(other.path)
        empty.path.write_text("<<<<<<< theirs\n", "utf-8")
        late = Answered(FieldRef("SEL-01", "value"), "partly", lambda _one: None, session=empty)
        person.app.submission.take_in(late)
        await person.settle()
        assert person.app.plan.trouble == ""
        assert [one for one in person.app.messages.said if one.severity == "error"]
    (kept,) = (state / "recovery").rglob("*.json")
    assert "partly" in kept.read_text("utf-8")


@pytest.mark.parametrize(("key", "said"), [("2", "partly"), ("x", "x")])
async def test_a_key_right_before_the_program_is_left_is_not_lost(
    empty: Session, state: Path, key: str, said: str
) -> None:
    async with at(empty, state) as person:
        await person.open_item("SEL-01")
        if key == "x":
            await person.to_field("note")
        for one in (key, "ctrl+q"):
            person.app.post_message(Key(one, one if len(one) == 1 else None))
        await person.pilot.pause()
        assert not person.app.is_running
    answer = on_disk(empty.path).plan.answer("SEL-01")
    assert said in (answer.note, answer.parts.get("value"))


async def test_a_choice_on_the_map_of_a_plan_that_was_closed_leads_nowhere(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        areas = person.app.screen.query_one("#areas", OptionList)
        areas.action_select()
        person.app.plan_files.close_plan()
        await person.settle()
        assert isinstance(person.app.screen, StartScreen)


async def test_a_change_after_the_plan_was_closed_reaches_it(empty: Session, state: Path) -> None:
    async with at(empty, state) as person:
        person.app.plan_files.close_plan()
        person.app.plan.keep(lambda session: session.set(FieldRef("SEL-01", NOTE), "late"))
        assert person.app.plan.seen.template is empty.template
    assert on_disk(empty.path).plan.answer("SEL-01").note == "late"


async def test_a_change_before_any_plan_was_open_changes_nothing(state: Path) -> None:
    async with at(None, state) as person:
        person.app.plan.keep(lambda session: session.set(FieldRef("SEL-01", NOTE), "early"))
        await person.settle()
        assert isinstance(person.app.screen, StartScreen)


@pytest.mark.parametrize("make", [DocumentScreen, ActionsScreen, lambda: ProgressDialog("Work")])
async def test_a_screen_that_is_left_before_it_came_trips_over_nothing(
    empty: Session, state: Path, make: type[DocumentScreen]
) -> None:
    async with at(empty, state) as person:
        screen = make()
        coming = person.app.push_screen(screen)
        going = person.app.pop_screen()
        await coming
        await going
        await person.settle()
        assert isinstance(person.app.screen, MapScreen)


async def test_the_program_may_end_while_a_screen_is_coming(empty: Session, state: Path) -> None:
    async with at(empty, state) as person:
        person.app.push_screen(ProgressDialog("Work"))
        person.app.exit()
    assert (person.app.is_running, person.app.return_code) == (False, 0)


async def test_a_key_on_a_screen_that_is_still_coming_does_nothing(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        coming = person.app.push_screen(AreaScreen(empty.template.items["SEL-01"].area, "SEL-01"))
        await person.app.run_action("screen.back")
        await coming
        await person.settle()
        assert person.item == "SEL-01"


async def test_a_key_under_way_while_the_program_ends_finds_no_screen(
    empty: Session, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def gone(_app: App[int], _event: Key) -> None:
        raise ScreenStackError

    async with at(empty, state) as person:
        app = person.app
        monkeypatch.setattr(App, "on_event", gone)
        with pytest.raises(ScreenStackError):
            await app.on_event(Key("a", "a"))
        monkeypatch.setattr(app, "_running", False)
        await app.on_event(Key("a", "a"))
        monkeypatch.undo()


async def test_the_document_that_was_left_is_not_broken_anew(empty: Session, state: Path) -> None:
    async with at(empty, state) as person:
        await person.press("d")
        screen = person.screen(DocumentScreen)
        await person.press("escape")
        screen._draw()
        assert isinstance(person.app.screen, MapScreen)


async def test_a_field_that_is_closed_while_it_comes_takes_no_keys(
    other: Session, state: Path
) -> None:
    async with at(other, state) as person:
        await person.press("a")
        page = person.screen(InlineEdit)
        for turns in range(20):
            person.app.simulate_key("w")
            for _ in range(turns):
                await asyncio.sleep(0)
            page.close_edit()
            await person.settle()
            page.close_edit()
        await person.settle()
        assert page.lines.has_focus
        assert not page.edited.display


async def test_the_practitioners_asked_for_again_while_they_go_are_shown(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        person.app.navigation.show_people()
        person.app.navigation.show_people()
        assert sum(isinstance(one, PeopleScreen) for one in person.app.screen_stack) == 1
        person.app.pop_screen()
        person.app.navigation.show_people()
        await person.settle()
        assert isinstance(person.app.screen, PeopleScreen)


async def test_a_click_on_a_command_that_went_chooses_nothing(empty: Session, state: Path) -> None:
    async with at(empty, state) as person:
        await person.pilot.press("ctrl+p")
        assert isinstance(person.app.screen, PaletteScreen)
        lines = person.app.screen.query_one(Options)
        went = Click(lines, 1, 1, 0, 0, 1, *(False, False, False), 1, 1, Style(meta={"option": 99}))
        await lines._on_message(went)
        assert isinstance(person.app.screen, PaletteScreen)


@pytest.mark.parametrize("width", [0, 1, 2, 3])
async def test_a_list_without_room_is_laid_out_all_the_same(
    other: Session, state: Path, width: int
) -> None:
    async with at(other, state) as person:
        lines = person.app.screen.query_one("#serious", OptionList)
        row = Horizontal()
        await person.app.screen.mount(row)
        row.styles.width = width
        await person.settle()
        lines.styles.width = width
        await person.settle()
        await person.press("pageup", "pagedown")
        assert person.app.is_running


async def test_a_fault_in_a_screen_ends_the_program_and_loses_and_tells_no_answer(
    empty: Session, state: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def trips(screen: AreaScreen) -> None:
        secret = screen.app.plan.open_session.plan.answer("SEL-01").note
        raise ValueError(secret, screen.app.plan.open_session.path)

    monkeypatch.setattr(AreaScreen, "action_back", trips)

    codes: list[int | None] = []

    async def walk() -> None:
        async with at(empty, state) as person:
            await person.open_item("SEL-01")
            person.app.plan.open_session.set(FieldRef("SEL-01", NOTE), "sesame")
            await person.pilot.press("escape")
            await person.pilot.pause()
            codes.append(person.app.return_code)

    with pytest.raises(ValueError, match="sesame"):
        await walk()
    assert codes == [3]
    assert on_disk(empty.path).plan.answer("SEL-01").note == "sesame"
    told = " ".join(capsys.readouterr().err.split())
    assert "What you answered is in the plan" in told
    assert "ValueError" in told
    assert "test_gone.py" in told
    assert "sesame" not in told
    assert str(empty.path.parent) not in told


async def test_a_fault_of_something_in_the_background_is_told_by_its_own_name(
    empty: Session, state: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def trips(_ways: Navigation, _item: str) -> None:
        raise LookupError

    monkeypatch.setattr(Navigation, "show_item", trips)

    async def walk() -> None:
        async with at(empty, state) as person:
            person.app.navigation.open_item("SEL-01")
            await person.pilot.pause()

    with pytest.raises(WorkerFailed):
        await walk()
    assert "LookupError" in capsys.readouterr().err


def test_a_fault_that_nobody_knows_is_told_all_the_same() -> None:
    assert "kept aside" in fault_told(None)


async def test_a_plan_of_a_newer_version_says_that_it_is_read_only(
    empty: Session, state: Path
) -> None:
    newer = f"format = {FORMAT + 1}"
    raw, found = re.subn(
        r"^format = \d+$", newer, empty.path.read_text("utf-8"), flags=re.MULTILINE
    )
    assert found == 1
    empty.path.write_text(raw, "utf-8")
    async with at(Session.open(empty.path, Library()), state) as person:
        assert person.sees("read only")
        assert "newer version" in person.told()
        await person.answer("SEL-01", "1")
        person.app.plan.save()
        await person.settle()
        assert "open to read only" in person.told()
    assert empty.path.read_text("utf-8") == raw


@pytest.mark.parametrize("rounds", [1, pytest.param(3, marks=pytest.mark.walk)])
async def test_a_screen_that_was_left_is_let_go(empty: Session, state: Path, rounds: int) -> None:
    async with at(empty, state) as person:
        gone: list[ReferenceType[Screen[object]]] = []
        for _ in range(rounds):
            for key in ("h", "e", "a", "c", "x", "v", "f6", "n"):
                await person.press(key)
                gone.append(ref(person.app.screen))
                await person.press("f2")
        gc.collect()
        alive = [one() for one in gone if one() is not None]
        boxes = [one for one in gc.get_objects() if isinstance(one, TextBox)]
        kept = [person.app.navigation.kept(name) for name in KEPT]
        assert len(boxes) <= sum(len(one.query(TextBox)) for one in kept) + 2, boxes
        # The last one is still known as where the keys and the mouse were.
        assert len([one for one in alive if one not in kept]) <= 1, alive


async def test_what_was_read_for_a_search_that_is_being_left_is_let_go(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.press("slash")
        search = person.screen(SearchScreen)
        assert search._index is not None
        person.app.pop_screen()
        for _ in range(50):
            search._found(search._index)
            await asyncio.sleep(0)
        await person.press("slash")
        assert person.sees("Questions, answers, notes, actions and the help are searched.")
