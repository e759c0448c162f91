"""Make the pictures of README and docs from the real program: python -m tests.pictures.picture."""

import asyncio
import re
import shutil
import tempfile
from collections.abc import Awaitable, Callable
from datetime import date, datetime
from pathlib import Path

from textual.pilot import Pilot

from readiness.app.session import Session
from readiness.storage.memory import Memory
from readiness.storage.templates import Library, example_plan_text
from readiness.tui.app import ReadinessApp
from tests.workshops import held_beside

TODAY = date(2026, 11, 24)
SMALL, WIDE = (80, 24), (120, 40)

Steps = Callable[[ReadinessApp, Pilot[int]], Awaitable[None]]


async def the_map(_app: ReadinessApp, _pilot: Pilot[int]) -> None:
    """The program begins there."""


async def a_question(app: ReadinessApp, pilot: Pilot[int]) -> None:
    app.navigation.open_item("CAP-01")
    await app.workers.wait_for_complete()
    await pilot.press("enter")
    await pilot.pause()


async def collecting(app: ReadinessApp, pilot: Pilot[int]) -> None:
    await app.run_action("workshop")
    await pilot.pause()


async def the_room(app: ReadinessApp, pilot: Pilot[int]) -> None:
    await collecting(app, pilot)
    await pilot.press("c", "enter", "t")
    app.messages.clear()
    await pilot.pause()


async def the_wall(app: ReadinessApp, pilot: Pilot[int]) -> None:
    await the_room(app, pilot)
    await pilot.press("P")
    await pilot.pause()


PICTURES: dict[str, tuple[tuple[int, int], Steps]] = {
    "map": (WIDE, the_map),
    "question": (SMALL, a_question),
    "collecting": (SMALL, collecting),
    "room": (WIDE, the_room),
    "wall": (SMALL, the_wall),
}
"""Each picture with the size of its window, and what leads there."""


def plan_with_a_workshop() -> Path:
    """The worked example, and a workshop of it whose answers are in; always in one folder."""
    folder = Path(tempfile.gettempdir(), "readiness-pictures", "riverside")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    path = folder / "plan.toml"
    path.write_text(example_plan_text(), "utf-8")
    held_beside(path)
    return path


async def picture(name: str) -> str:
    """One picture, without fonts that a page would have to load."""
    size, steps = PICTURES[name]
    path = plan_with_a_workshop()
    folder = path.parent
    memory = Memory(folder / "state")
    session = Session.open(path, Library(folder), lambda: TODAY)
    memory.is_first("tour")  # so that the keys are named, and not the tour
    app = ReadinessApp(session, Library(folder), memory, lambda: TODAY, datetime.now)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await steps(app, pilot)
        drawn = app.export_screenshot(title="readiness")
    return re.sub(r"@font-face \{.*?\}", "", drawn, flags=re.DOTALL)


async def main() -> None:
    for name in PICTURES:
        Path(__file__).with_name(f"{name}.svg").write_text(await picture(name), "utf-8")


if __name__ == "__main__":
    asyncio.run(main())
