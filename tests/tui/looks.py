"""Contact sheets of every screen: python -m tests.tui.looks FOLDER [SCENE ...].

A page a size and theme (`index.html` leads to them), each with the screens as pictures (SVG), to be
looked at in a browser beside what they were meant to be. Without scenes, all of `scenes.py`.
"""

from __future__ import annotations

import asyncio
import html
import os
import re
import sys
import tempfile
from pathlib import Path

from readiness.app.session import Session
from readiness.storage.templates import Library, example_plan_text
from readiness.tui.themes import CONTRAST, DARK, LIGHT, TERMINAL
from tests.tui.person import TODAY, Person, at, now
from tests.tui.scenes import SCENES, go
from tests.workshops import held_beside

SIZES: tuple[tuple[int, int], ...] = ((80, 24), (120, 40), (200, 60))
THEMES = (DARK, LIGHT, CONTRAST, "none")
PAGE = (
    "<!doctype html><meta charset=utf-8><title>{title}</title><style>body{{margin:1rem;"
    "font-family:sans-serif;background:#888}}figure{{display:inline-block;margin:.5rem}}"
    "img{{width:{width}px}}</style><h1>{title}</h1>{body}"
)


async def sheet(folder: Path, size: tuple[int, int], theme: str, names: list[str]) -> str:
    """Draw the scenes at a size and in a theme; the name of the page that shows them."""
    title = f"{size[0]}x{size[1]}-{theme}"
    if theme == "none":
        os.environ["NO_COLOR"] = "1"
    try:
        with tempfile.TemporaryDirectory() as home:
            session = _example(Path(home, "example.toml"))
            async with at(session, Path(home, "state"), size) as person:
                for name in names:
                    await _show(person, name, theme)
                    _write(folder / f"{title}-{_file(name)}.svg", person)
    finally:
        os.environ.pop("NO_COLOR", None)
    figures = "".join(
        f"<figure><img src={title}-{_file(name)}.svg><figcaption>{html.escape(name)}</figcaption>"
        "</figure>"
        for name in names
    )
    width = 640 if size[0] < SIZES[1][0] else 900
    page = PAGE.format(title=title, width=width, body=figures)
    (folder / f"{title}.html").write_text(page, "utf-8")
    return f"{title}.html"


def _example(path: Path) -> Session:
    path.write_text(example_plan_text(), "utf-8")
    held_beside(path)
    return Session.open(path, Library(), lambda: TODAY, now)


async def _show(person: Person, name: str, theme: str) -> None:
    if name in SCENES:
        await go(person, name)
    else:
        await go(person, "map")
        await person.answer(name)
    if theme != "none":
        person.app.theme = theme
    else:
        assert person.app.theme == TERMINAL
    await person.settle()


def _write(path: Path, person: Person) -> None:
    drawn = person.app.export_screenshot(title="readiness")
    path.write_text(re.sub(r"@font-face \{.*?\}", "", drawn, flags=re.DOTALL), "utf-8")


def _file(name: str) -> str:
    return re.sub(r"\W+", "-", name)


async def main(folder: Path, names: list[str]) -> None:
    """Draw all sheets, and a page that leads to them."""
    pages = [await sheet(folder, size, theme, names) for size in SIZES for theme in THEMES]
    body = "".join(f"<p><a href={one}>{one}</a>" for one in pages)
    (folder / "index.html").write_text(PAGE.format(title="Looks", width=0, body=body), "utf-8")


if __name__ == "__main__":
    Path(sys.argv[1]).mkdir(parents=True, exist_ok=True)
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2:] or list(SCENES)))
