"""Long work shows how far it is, and is stopped without leaving anything half done."""

import threading
from collections.abc import Callable
from typing import Any

import pytest

from readiness.app.session import Session
from readiness.report import formats
from readiness.tui.screens.map import MapScreen
from readiness.tui.screens.progress import ProgressDialog, bar_words
from tests.tui.person import Person, at


class Slow:
    """A document that is made when the test says so."""

    def __init__(self) -> None:
        self.go, self.half = threading.Event(), threading.Event()

    def made(
        self, _document: Any, _kind: str, progress: Callable[[float], object], _look: Any
    ) -> bytes:
        progress(0.5)
        self.half.set()
        self.go.wait(10)
        progress(0.9)
        return b"%PDF new"


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Slow:
    one = Slow()
    monkeypatch.setattr(formats, "document_bytes", one.made)
    return one


async def begin(person: Person, slow: Slow) -> None:
    await person.pilot.press("p")
    for _ in range(200):
        await person.pilot.pause(0.02)
        if slow.half.is_set():
            return
    raise AssertionError("the work never began")


async def until(person: Person, words: str) -> None:
    for _ in range(200):
        await person.pilot.pause(0.02)
        if words in person.see():
            return
    raise AssertionError(person.see())


def files(session: Session) -> set[str]:
    return {one.name for one in session.path.parent.iterdir() if one.is_file()}


async def test_the_way_there_is_shown_and_escape_stops_it(session: Session, slow: Slow) -> None:
    target = session.path.with_suffix(".pdf")
    target.write_bytes(b"%PDF-old readiness strategy document")
    before = files(session)
    async with at(session) as person:
        await begin(person, slow)
        await until(person, "50%")
        person.sees("Making the PDF", "Stop (Esc)")
        await person.pilot.press("escape")
        slow.go.set()
        await person.settle()
        assert isinstance(person.app.screen, MapScreen)
        assert "Stopped. Nothing was written." in person.told()
    assert target.read_bytes() == b"%PDF-old readiness strategy document"
    assert files(session) == before


@pytest.mark.parametrize("way", ["enter", "button"])
async def test_it_goes_on_out_of_sight_and_says_when_it_is_done(
    session: Session, slow: Slow, way: str
) -> None:
    async with at(session) as person:
        await begin(person, slow)
        if way == "enter":
            await person.pilot.press("enter")
        else:
            await person.pilot.click("#on")
        await person.pilot.pause()
        assert isinstance(person.app.screen, MapScreen)
        await person.pilot.press("1")
        slow.go.set()
        await person.settle()
        target = session.path.with_suffix(".pdf")
        assert (
            f"{target.name} is made.\n{target}\no on the page Document (d) opens it."
            in person.told()
        )
        assert not person.app.screen.is_modal
    assert session.path.with_suffix(".pdf").read_bytes() == b"%PDF new"


async def test_the_button_stops_it_too(session: Session, slow: Slow) -> None:
    async with at(session) as person:
        await begin(person, slow)
        await person.pilot.click("#stop")
        slow.go.set()
        await person.settle()
        assert "Stopped." in person.told()
    assert not session.path.with_suffix(".pdf").exists()


async def test_it_leaves_by_itself_when_it_is_done(session: Session, slow: Slow) -> None:
    slow.go.set()
    async with at(session) as person:
        await person.press("p")
        person.sees("is made.", "Open it (o)", "Back (Esc)")
        await person.press("escape")
        assert isinstance(person.app.screen, MapScreen)


async def test_quitting_while_it_is_made_leaves_nothing_half_written(
    session: Session, slow: Slow
) -> None:
    before = files(session)
    async with at(session) as person:
        await begin(person, slow)
        await person.pilot.press("enter", "ctrl+q")
        slow.go.set()
    assert files(session) - {"example.pdf"} == before


async def test_a_window_that_is_too_small_meanwhile_covers_it_and_it_goes_all_the_same(
    session: Session, slow: Slow
) -> None:
    async with at(session) as person:
        await begin(person, slow)
        await person.pilot.resize_terminal(40, 10)
        await person.pilot.pause()
        slow.go.set()
        await person.settle()
        await person.pilot.resize_terminal(80, 24)
        for _ in range(100):
            await person.pilot.pause(0.02)
            if not isinstance(person.app.screen, ProgressDialog):
                break
        assert isinstance(person.app.screen, MapScreen)


def test_the_bar_is_made_of_letters() -> None:
    assert bar_words(0) == f"[{'.' * 40}]   0%"
    assert bar_words(0.5) == f"[{'#' * 20}{'.' * 20}]  50%"
    assert bar_words(1) == f"[{'#' * 40}] 100%"
