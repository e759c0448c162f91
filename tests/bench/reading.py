"""Memory while a plan is only read: through all questions and screens, without changing anything.

By hand: python -m tests.bench.reading [MOVES]. Prints, as the moves go on, the widgets that are
alive (those that wait to be taken away included) and the memory of the program. Ends with an error
where the second half adds memory, or where widgets are kept.
"""

import asyncio
import gc
import os
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from textual.pilot import Pilot
from textual.widget import Widget

from readiness.app.session import Session
from readiness.storage.memory import Memory
from readiness.storage.templates import Library, example_plan_text
from readiness.tui import launch
from readiness.tui.app import ReadinessApp

ROUND = (
    *("f8",) * 12, *("f7",) * 6, "f2", "h", "tab", "escape", "f2", "e", "f2", "a", "down", "f2",
    "c", "down", "f2", "x", "down", "f2", "v", "escape", "f2", "f6", "escape", "f2", "f1", "escape",
    "slash", "h", "o", "u", "r", "s", "escape", "f2", "1", "down", "down", "w", "escape", "f2",
    "2", "enter", "tab", "shift+tab", "escape", "n", "f", "f2", "ctrl+p", "escape", "3", "f8", "f8",
)  # fmt: skip
"""Keys that move and change nothing; the questions go on with each round."""

MOST_WIDGETS, MOST_GROWTH = 400, 30
"""Widgets that may be kept: of the screens that are, and some; and MiB of the second half."""


@dataclass
class Seen:
    """What was measured at some moments."""

    moves: list[int] = field(default_factory=list)
    widgets: list[int] = field(default_factory=list)
    """Alive, whether they are shown or not."""
    things: list[int] = field(default_factory=list)
    """Everything that Python's garbage collection knows."""
    memory: list[float] = field(default_factory=list)
    """MiB."""
    kinds: list[Counter[str]] = field(default_factory=list)


def resident() -> float:
    """MiB that this program holds; 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def look(seen: Seen, moves: int) -> None:
    """Measure."""
    everything = gc.get_objects()
    kinds = Counter(type(one).__name__ for one in everything if isinstance(one, Widget))
    seen.moves.append(moves)
    seen.widgets.append(kinds.total())
    seen.things.append(len(everything))
    seen.memory.append(resident())
    seen.kinds.append(kinds)


async def read(folder: Path, moments: list[int], size: tuple[int, int]) -> Seen:
    """Read on until the last moment; returns what was measured at each, and without rubbish."""
    path = folder / "plan.toml"
    path.write_text(example_plan_text(), "utf-8")
    session = Session.open(path, Library())
    app = ReadinessApp(session, Library(), Memory(folder / "state"), now=datetime.now)
    app.offers_tour = False
    seen, moves = Seen(), 0
    async with app.run_test(size=size) as pilot:
        launch.start_waiting_work(app)
        await pilot.pause(1.5)
        while moves < moments[-1]:
            for key in ROUND:
                await _press(app, pilot, key)
                moves += 1
                if moves in moments:
                    await pilot.press("f2")
                    await pilot.pause(0.5)
                    look(seen, moves)
        gc.unfreeze()
        gc.collect()
        look(seen, moves)
    assert path.read_text("utf-8") == example_plan_text()
    return seen


async def _press(app: ReadinessApp, pilot: Pilot[int], key: str) -> None:
    await pilot.press(key)
    await app.workers.wait_for_complete()


def main(most: str = "1600") -> None:
    """Read, and print what it took."""
    moments = [int(most) * part // 8 for part in (1, 2, 4, 6, 8)]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["READINESS_STATE"] = folder
        seen = asyncio.run(read(Path(folder), moments, (120, 40)))
    for moves, widgets, things, memory in zip(
        seen.moves, seen.widgets, seen.things, seen.memory, strict=True
    ):
        print(f"{moves:>6} moves: {widgets:>5} widgets, {things:>7} things, {memory:>4.0f} MiB")
    print(f"the last line after rubbish was taken away; most: {seen.kinds[-1].most_common(5)}")
    assert seen.widgets[-1] <= MOST_WIDGETS
    more = seen.memory[4] - seen.memory[2]
    assert more <= MOST_GROWTH, f"{more:.0f} MiB more in the second half"


if __name__ == "__main__":
    main(*sys.argv[1:])
