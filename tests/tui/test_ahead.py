"""What is made before it is asked for is as true as what is made when it is asked for."""

import gc
import weakref
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.widgets import Input

from readiness.core.said.field_ref import NOTE, FieldRef
from readiness.session import Session
from readiness.tui import ahead
from readiness.tui.screens.hours import HoursScreen
from readiness.tui.screens.map import MapScreen
from readiness.tui.themes import CONTRAST
from readiness.tui.widgets.field import Field
from readiness.tui.widgets.question import Question
from tests.tui.person import Person, at

pytestmark = pytest.mark.no_cover


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits in a test: a person reads as soon as nothing is asked for."""
    for seconds in ("PAUSE", "BETWEEN", "TIDY", "LONG"):
        monkeypatch.setattr(ahead, seconds, 0.001)


@asynccontextmanager
async def rested(
    session: Session, state: Path, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Person]:
    """A person who has looked at the map for a while."""
    async with at(session, state, size) as person:
        person.app.looks_ahead = True
        person.app.look_ahead(person.app.from_the_map())
        await rest(person)
        yield person


async def rest(person: Person) -> None:
    """Look at the screen until all is made that may be asked for next."""
    for _ in range(1000):
        if person.app._quiet is None:
            break
        await person.pilot.pause(0.001)
    await person.settle()


@asynccontextmanager
async def no_garbage_collection() -> AsyncIterator[None]:
    """Python looks for what is not needed only when it is told to."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def waiting(person: Person) -> dict[str, Question]:
    """The questions that wait behind the one that is shown."""
    return dict(person.app.area_screen.pane._ready)


async def test_the_question_that_was_made_ahead_is_the_one_that_comes(
    session: Session, state: Path
) -> None:
    async with rested(session, state) as person:
        ready = waiting(person)
        assert len(ready) == 5
        await person.press("3")
        assert person.app.area_screen.questions == [ready[person.item]]
        assert person.sees("Patient inclusion", session.template.items[person.item].question[:30])
        await rest(person)
        ready = waiting(person)
        await person.press("f8")
        assert person.app.area_screen.questions == [ready[person.item]]
        assert person.sees(session.template.items[person.item].question[:30])


async def test_what_changed_since_is_seen_in_it(session: Session, state: Path) -> None:
    async with rested(session, state, (120, 60)) as person:
        await person.open_item("CAP-05")
        await rest(person)
        assert "CAP-06" in waiting(person)
        person.app.keep(lambda one: one.set(FieldRef("CAP-06", NOTE), "said on the telephone"))
        await person.press("f8")
        assert person.item == "CAP-06"
        assert person.sees("said on the telephone")


async def test_a_row_that_came_since_is_seen_in_it(session: Session, state: Path) -> None:
    rows = next(key for key, item in session.template.items.items() if item.row_parts)
    part = next(iter(session.template.items[rows].row_parts))
    async with rested(session, state) as person:
        keys = list(session.template.items)
        await person.open_item(keys[keys.index(rows) - 1])
        await rest(person)
        assert rows in waiting(person)
        before = len(waiting(person)[rows].query(Input))
        person.app.keep(lambda one: one.add_row(rows))
        await person.press("f8")
        assert person.item == rows
        assert len(person.app.area_screen.questions[0].query(Input)) > before, part


async def test_answers_given_in_it_reach_the_plan(session: Session, state: Path) -> None:
    async with rested(session, state) as person:
        await person.open_item("SEL-01")
        await rest(person)
        await person.press("f8", "enter", "2")
        item = person.item
        await rest(person)
        await person.press("f7", "f8")
        assert person.item == item
        assert person.sees("(o) 2")
    assert session.plan.answer(item).parts


async def test_the_keys_are_on_the_list_each_time_an_area_is_opened(
    session: Session, state: Path
) -> None:
    async with rested(session, state) as person:
        for _ in range(2):
            await person.press("1", "enter", "escape", "escape")
            assert isinstance(person.app.screen, MapScreen)
            await rest(person)
        await person.press("4")
        focused = person.app.screen.focused
        assert focused is not None
        assert focused.id == "items"


async def test_other_colours_and_another_size_hold_there_too(session: Session, state: Path) -> None:
    async with rested(session, state, (120, 40)) as person:
        await person.press("2", "f2")
        person.app.theme = CONTRAST
        await person.pilot.resize_terminal(80, 24)
        await rest(person)
        narrow = await seen_at(person, "2")
        colours = person.app.screen.styles.background
    async with at(session, state) as other:
        other.app.theme = person.app.theme
        assert await seen_at(other, "2") == narrow
        assert other.app.screen.styles.background == colours


async def seen_at(person: Person, *keys: str) -> str:
    await person.press(*keys)
    return person.see()


async def test_another_language_is_spoken_there_too(session: Session, state: Path) -> None:
    async with rested(session, state) as person:
        person.app.action_change_language()
        await person.settle()
        try:
            await rest(person)
            await person.press("3")
            assert person.sees("Enter svar")
            await person.press("escape", "h")
            assert "Hours needed" not in person.see()
        finally:
            person.app.action_change_language()
            await person.settle()


async def test_the_hours_are_those_of_the_plan_as_it_is_now(session: Session, state: Path) -> None:
    async with rested(session, state, (120, 40)) as person:
        before = await seen_at(person, "h")
        await person.press("escape")
        for name in list(session.plan.people):
            ref = FieldRef(part="hours_freed", person=name)
            person.app.keep(lambda one, ref=ref: one.set(ref, 0))
        await rest(person)
        assert await seen_at(person, "h") != before


async def test_what_went_is_let_go_while_a_person_reads_and_not_at_the_next_key(
    session: Session, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "OFTEN", -1)
    async with rested(session, state) as person, no_garbage_collection():
        await person.open_item("CAP-05")
        await rest(person)
        await person.press("f8", "f8", "f8", "f8")
        left = [weakref.ref(one) for one in person.app.area_screen.questions]
        await person.press("f8", "f8", "f8")
        await rest(person)
        assert [one() for one in left] == [None]


async def test_a_question_is_not_painted_again_for_what_is_made_behind_it(
    session: Session, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over a slow link each time would be thousands of signs for what is there already."""
    painted: list[Region] = []
    show = Compositor.render_partial_update

    def noted(compositor: Compositor) -> ChopsUpdate | None:
        painted.extend(compositor._dirty_regions)
        return show(compositor)

    async with at(session, state) as person:
        await person.open_item("CAP-05")
        monkeypatch.setattr(Compositor, "render_partial_update", noted)
        person.app.looks_ahead = True
        person.app.look_ahead(person.app.area_screen._ahead())
        await rest(person)
        assert len(waiting(person)) == 2
        await person.app.area_screen.pane.keep([])
        await person.settle()
        assert not waiting(person)
        pane = person.app.area_screen.pane.region
        assert not [one for one in painted if one.overlaps(pane)]


async def test_what_waits_is_laid_out_and_drawn_before_it_is_asked_for(
    session: Session, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with rested(session, state, (120, 40)) as person:
        for question in waiting(person).values():
            assert all(field.outer_size.width for field in question.query(Field)), question.key
        drawn: list[HoursScreen] = []
        monkeypatch.setattr(HoursScreen, "draw", lambda screen, _view: drawn.append(screen))
        await person.press("h")
        assert person.sees("Hours needed and hours freed", "CD needed")
        assert not drawn
