"""Where a document is, is said whole, and one key opens it with the system's own program."""

from pathlib import Path

import pytest

from readiness.app.session import Session
from readiness.storage import viewer
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from tests.tui.person import TODAY, Person, at, now

DEEP = "-".join(["a folder with a long name"] * 7)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that the system was asked to open."""
    found: list[Path] = []
    monkeypatch.setattr(viewer, "open_file", found.append)
    return found


@pytest.fixture
def deep(example: Path) -> Session:
    """A plan in a folder whose name alone is longer than two lines of the screen."""
    folder = example.parent / DEEP
    folder.mkdir()
    path = example.rename(folder / "example.toml")
    return Session(PlanFile.open(path, Library()), lambda: TODAY, now)


def whole(person: Person) -> str:
    """What the frame in front says, without its line ends and its frame."""
    lines = [line.split("║")[1] for line in person.see().splitlines() if line.count("║") >= 2]
    return "".join("".join(lines).split())


@pytest.mark.parametrize(
    ("keys", "ending"),
    [
        (["f5"], "pdf"),
        pytest.param(["d", "w"], "docx", marks=pytest.mark.walk),
        pytest.param(["d", "h"], "html", marks=pytest.mark.walk),
    ],
)
async def test_the_whole_path_is_shown_and_o_opens_it(
    deep: Session, state: Path, opened: list[Path], keys: list[str], ending: str
) -> None:
    async with at(deep, state) as person:
        await person.press(*keys)
        target = deep.path.with_suffix(f".{ending}")
        assert target.is_file()
        assert "".join(str(target).split()) in whole(person)
        assert opened == []
        await person.press("o")
        assert opened == [target]
        assert not person.app.screen.is_modal


async def test_enter_on_the_first_button_opens_it_and_escape_does_not(
    session: Session, state: Path, opened: list[Path]
) -> None:
    async with at(session, state) as person:
        await person.press("f5", "escape")
        assert opened == []
        await person.press("f5", "enter")
        assert opened == [session.path.with_suffix(".pdf")]
        await person.press("d", "o")
        assert len(opened) == 2


async def test_before_anything_was_made_o_says_so(
    session: Session, state: Path, opened: list[Path]
) -> None:
    async with at(session, state) as person:
        await person.press("d", "o")
        assert "p makes the PDF" in person.told()
    assert opened == []


async def test_what_cannot_be_opened_is_told(
    session: Session, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(viewer.shutil, "which", lambda _name: None)
    monkeypatch.setattr(viewer.sys, "platform", "linux")
    async with at(session, state) as person:
        await person.press("f5", "o")
        assert "xdg-open" in person.told()
        assert str(session.path.with_suffix(".pdf")) in person.told()


async def test_in_a_browser_nothing_is_opened(
    session: Session, state: Path, opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at(session, state) as person:
        monkeypatch.setattr(type(person.app), "is_web", True)
        monkeypatch.setattr(person.app, "deliver_binary", lambda _path: None)
        await person.press("f5")
        assert person.sees("is made.", "Your browser downloads it as well.", "Back (Esc)")
        assert "Open it" not in person.see()
        await person.press("o")
        assert person.sees("is made.")
        await person.press("escape", "d", "o")
        assert "comes as a download" in person.told()
    assert opened == []
