"""Every screen of the program as a person sees it, looked at once and judged by many tests.

A sheet is one language at one size. It is drawn when a test first asks for it and then only read,
so that contrast, cut words, width and language are plain functions of what was seen. Processes that
share the tests of a run share the sheets.
"""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import pickle
from collections.abc import Iterator
from dataclasses import dataclass, replace
from gettext import NullTranslations
from pathlib import Path
from typing import Literal

from textual.geometry import Region
from textual.screen import ModalScreen
from textual.strip import Strip

from readiness.app.session import Session
from readiness.i18n.language import ENGLISH, speak
from readiness.storage.languages import speak_in
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library, example_plan_text
from readiness.tui.themes import CONTRAST, DARK, LIGHT
from tests.language.pseudo import Accented, plan_file
from tests.tui.person import TODAY, Person, at, now
from tests.tui.scenes import SCENES, go
from tests.tui.seen import rows_of
from tests.workshops import held_beside

Language = Literal["en", "nb", "xx"]
"""English, Norwegian, and a language that nobody speaks, in which words left in English stand out.
"""

THEMES = (DARK, LIGHT, CONTRAST)
Size = tuple[int, int]
SMALL, WIDE, LARGE, HUGE = (80, 24), (120, 40), (160, 50), (200, 60)
"""Windows that are looked at: columns and rows."""


@dataclass(frozen=True)
class Picture:
    """A screen as it was seen."""

    rows: list[Strip]
    in_front: dict[str, list[Strip]]
    """By theme, the rows; of a dialog only what it covers, not the shaded screen behind it."""
    too_wide: list[str]
    """Heads, buttons and choices whose words go on beyond what holds them."""
    below: int = 0
    """Lines of the question's form that are out of sight."""

    @property
    def text(self) -> str:
        return "\n".join(row.text.rstrip() for row in self.rows)


class Atlas:
    """What was looked at so far."""

    def __init__(self, folder: Path) -> None:
        """Keep sheets in a folder of this run, where other processes find them as well."""
        folder.mkdir(exist_ok=True)
        self.folder = folder
        self._drawn: dict[tuple[str, Language, Size], dict[str, Picture]] = {}

    def scenes(self, language: Language, size: Size) -> dict[str, Picture]:
        """Every scene by its name."""
        return self._sheet("scenes", language, size)

    def colours(self) -> dict[str, Picture]:
        """Every scene by its name, in each of the colours."""
        return self._sheet("colours", "en", SMALL)

    def questions(self, language: Language, size: Size) -> dict[str, Picture]:
        """Every question by its id, with the keys on its first field.

        To look at questions must not change the plan, nor its file.
        """
        return self._sheet("questions", language, size)

    def _sheet(self, what: str, language: Language, size: Size) -> dict[str, Picture]:
        key = (what, language, size)
        if key not in self._drawn:
            self._drawn[key] = self._shared(what, language, size)
        return self._drawn[key]

    def _shared(self, what: str, language: Language, size: Size) -> dict[str, Picture]:
        """A sheet, drawn by the process that asks first; another one that asks waits for it."""
        folder = self.folder / f"{what[0]}{language}{size[0]}"
        with folder.with_suffix(".sheet").open("a+b") as kept:
            fcntl.flock(kept, fcntl.LOCK_EX)
            kept.seek(0)
            if raw := kept.read():
                return pickle.loads(raw)  # noqa: S301 - a process of this very run wrote it
            folder.mkdir(exist_ok=True)
            draw = {"scenes": _scenes, "colours": _colours, "questions": _questions}[what]
            with contextlib.chdir(folder), _spoken(language):
                drawn = asyncio.run(draw(language, size))
            kept.write(pickle.dumps(drawn))
        return drawn


@contextlib.contextmanager
def _spoken(language: Language) -> Iterator[None]:
    """Speak a language; no path with words in it stands on a screen."""
    try:
        if language == "xx":
            speak("xx", Accented())
        else:
            speak_in(language)
        yield
    finally:
        speak(ENGLISH, NullTranslations())
        speak_in(ENGLISH)


def _plan(language: Language) -> Path:
    """The worked example in the folder where one is."""
    if language == "xx":
        path = Path(plan_file(Path()).name)
        held_beside(path, PlanFile.open(path, Library()).plan.template, "22")
        return path
    path = Path("example.toml")
    path.write_text(example_plan_text(), "utf-8")
    held_beside(path)
    return path


def _session(language: Language) -> Session:
    return Session.open(_plan(language), Library(), lambda: TODAY, now)


async def _questions(language: Language, size: Size) -> dict[str, Picture]:
    session, found = _session(language), {}
    before, raw = session.plan, session.path.read_bytes()
    async with at(session, Path("state"), size) as person:
        for item in session.template.items:
            await person.answer(item)
            assert person.item == item
            sheet = person.question.sheet
            below = max(len(sheet.lines) - sheet.size.height, 0)
            found[item] = replace(await _picture(person, ()), below=below)
    assert session.plan == before
    assert session.path.read_bytes() == raw
    return found


async def _scenes(language: Language, size: Size) -> dict[str, Picture]:
    return await _seen(language, size, ())


async def _colours(language: Language, size: Size) -> dict[str, Picture]:
    return await _seen(language, size, THEMES)


async def _seen(language: Language, size: Size, themes: tuple[str, ...]) -> dict[str, Picture]:
    found = {}
    async with at(_session(language), Path("state"), size) as person:
        for name in SCENES:
            await go(person, name)
            found[name] = await _picture(person, themes)
            themes = themes[::-1]  # the next one begins in the colours that this one ended in
    return found


async def _picture(person: Person, themes: tuple[str, ...]) -> Picture:
    rows = rows_of(person.app.screen)
    too_wide = [
        str(one)
        for one in person.app.screen.query("Options, #head, .title, Button")
        if one.region.area
        and one.parent is not None
        and one.region.right > one.parent.content_region.right
    ]
    in_front = {}
    for theme in themes:
        person.app.theme = theme
        await person.settle()
        in_front[theme] = front(person)
    return Picture(rows, in_front, too_wide)


def front(person: Person) -> list[Strip]:
    """The rows of the screen; of a dialog only what it covers."""
    screen = person.app.screen
    strips = rows_of(screen)
    if not isinstance(screen, ModalScreen):
        return strips
    palette = screen.query("CommandInput, CommandList").results()
    shown = [one.region for one in (*screen.children, *palette) if one.region.area]
    region = Region.from_union(shown)
    return [strip.crop(region.x, region.right) for strip in strips[region.y : region.bottom]]
