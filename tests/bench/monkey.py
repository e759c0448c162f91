"""A monkey at the program: random keys, pastes, clicks, resizes and edits from outside.

After each of them the keyboard has to live.

By hand: python -m tests.bench.monkey [PLAN] [SEED] [COUNT], PLAN being empty, example, huge or
hostile. The same seed does the same things. Prints the memory in use at the start, after each
quarter and the bound it must keep; a fault ends it with the last things that were done.
python -m tests.bench.monkey all does 50,000 things in fresh programs, one after another.
"""

import asyncio
import gc
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from unittest.mock import patch

import textual.app
import textual.pilot
from textual import events
from textual.pilot import Pilot
from textual.worker import WorkerFailed

from readiness.app.operations.people import add_person
from readiness.app.session import Session
from readiness.domain.checklist.template import Template
from readiness.domain.plan.bounds import MOST_PEOPLE, MOST_ROWS
from readiness.domain.plan.field_ref import NOTE, FieldRef
from readiness.domain.plan.plan import Plan
from readiness.storage.memory import Memory
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import ReadinessError
from readiness.storage.templates import Library, example_plan_text
from readiness.tui.app import ReadinessApp
from tests.naughty import TEXTS, filled
from tests.tui.hands import NO_KEYS
from tests.tui.liveness import lives
from tests.tui.quick import wait_for_screen

MOVES = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "tab", "shift+tab")
DEEDS = ("enter", "escape", "space", "backspace", "delete", "ctrl+z", "ctrl+y", "ctrl+p", "ctrl+q")
EDITS = ("ctrl+a", "ctrl+k", "ctrl+u", "ctrl+w", "ctrl+x", "ctrl+c", "ctrl+v", "shift+right")
FUNCTIONS = tuple(f"f{number}" for number in range(1, 13))
LETTERS = tuple("abcdefghijklmnopqrstuvwxyz0123456789.-/?+,[]<>ÆøÅ漢é")
SIZES = ((80, 24), (120, 40), (40, 10), (200, 60), (1, 1), (60, 20), (100, 24))
SHORTEST = 200
"""Characters of what is pasted; now and then it is longer than any field takes."""
PATIENCE = 40
"""Things done on one screen before the monkey thinks of the way out."""


def empty(template: Template) -> Plan:
    """A plan without an answer."""
    return Plan(template="imr", template_version=template.version)


def huge(template: Template) -> Plan:
    """A plan at the bounds: as many people, rows and actions as a file may hold."""
    plan = empty(template).described(plan="Huge", service="Everything", start=date(2027, 1, 11))
    for number in range(MOST_PEOPLE):
        plan = plan.with_person(f"P{number}", "nurse")
        plan = plan.answering_person(f"P{number}", "hours_freed", number % 9)
    for key, item in template.items.items():
        plan = plan.noting(key, "a long note " * 80)
        if item.row_parts:
            for row in range(1, 41):
                for name, part in item.row_parts.items():
                    said = "words" if part.kind == "text" else None
                    plan = plan.answering_row(key, str(row), name, said)
    for number in range(MOST_ROWS):
        plan = plan.entering("actions", str(number), {"name": f"Action {number}", "item": "SEL-01"})
    return plan


def hostile(template: Template) -> Plan:
    """A plan of a stranger: markup, control characters and the like in every field."""
    soup = " ".join(text[:20] for name, text in TEXTS if name != "long")
    return filled(template, soup)


PLANS: dict[str, Callable[[Template], Plan] | None] = {
    "empty": empty,
    "example": None,
    "huge": huge,
    "hostile": hostile,
}
"""What the monkey begins with; None is the worked example."""


ALL = (
    ("hostile", 501, 10_000),
    ("example", 502, 10_000),
    *(("example", seed, 2_500) for seed in (511, 512)),
    *(("hostile", seed, 2_500) for seed in (521, 522)),
    *(("empty", seed, 2_500) for seed in range(531, 537)),
    *(("huge", seed, 2_500) for seed in (541, 542)),
)
"""What `all` does: 50,000 things, two of the sittings long enough to show what piles up."""

MOST_GROWTH = 64
"""MiB that the second half of a sitting may add.

Textual's own bounded caches of styles and strips fill while new screens are met, the last ones late
in a sitting of 2,500; 10,000 things would add 128 MiB where each left behind 26 KiB, less than any
screen or plan takes.
"""


@dataclass
class Done:
    """What a monkey did and how it ended."""

    count: int = 0
    starts: int = 0
    """How often the program was started."""
    memory: list[float] = field(default_factory=list)
    """MiB in use: at the start, and after each quarter."""
    screens: Counter[str] = field(default_factory=Counter)
    """On which screen how many things were done."""
    slowest: tuple[float, str] = (0, "")
    """Seconds of work that the slowest thing took, and what it was."""
    stayed: int = 0
    """How many things were done on the same screen in a row."""
    last: deque[str] = field(default_factory=lambda: deque(maxlen=40))
    """The last things that were done."""


def in_use() -> float:
    """MiB that this process holds; 0 where the system does not say."""
    gc.collect()
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


class Monkey:
    """Does random things to one plan."""

    def __init__(self, plan: str, seed: int, folder: Path, count: int) -> None:
        """Begin with a plan in a folder of its own."""
        self._chance = random.Random(seed)  # noqa: S311 - things to do, not secrets
        self._folder, self._path = folder, folder / "plan.toml"
        self.done, self._count = Done(), count
        self._quarters = {count * quarter // 4 for quarter in range(1, 4)}
        self._day, self._at = date(2026, 11, 24), ""
        template, make = Library().load("imr"), PLANS[plan]
        if make is None:
            self._path.write_text(example_plan_text(), "utf-8")
        else:
            PlanFile.create(self._path, make(template), template)

    async def run(self) -> Done:
        """Do all the things, starting the program again whenever it ended."""
        self.done.memory.append(in_use())
        while self.done.count < self._count:
            await self._sitting()
        self.done.memory.append(in_use())
        return self.done

    async def _sitting(self) -> None:
        self.done.starts += 1
        self.done.last.append("START")
        try:
            session = Session.open(self._path, Library(), lambda: self._day)
        except ReadinessError:
            session = None
        memory = Memory(self._folder / "state")
        app = ReadinessApp(session, Library(), memory, lambda: self._day)
        app.animation_level = "none"
        async with app.run_test(size=self._chance.choice(SIZES[:2])) as pilot:
            await pilot.pause()
            while self.done.count < self._count and app.is_running and app.return_code is None:
                self.done.count += 1
                if self.done.count in self._quarters:
                    self.done.memory.append(in_use())
                if not app.screen_stack:
                    break
                begun = time.process_time()
                await self._one(app, pilot)
                await lives(app)
                took = (time.process_time() - begun, self.done.last[-1])
                self.done.slowest = max(self.done.slowest, took)

    async def _one(self, app: ReadinessApp, pilot: Pilot[int]) -> None:
        name = type(app.screen).__name__
        self.done.stayed = self.done.stayed + 1 if name == self._at else 0
        self._at = name
        self.done.screens[name] += 1
        if self.done.stayed > PATIENCE and self._chance.random() < 0.3:
            self._note("escape")
            await app._press_keys(["escape"])
            return
        ways = (self._press, self._type, self._paste, self._click, self._resize, self._outside)
        (way,) = self._chance.choices(ways, (62, 10, 5, 18, 3, 2))
        await way(app, pilot)
        (rest,) = self._chance.choices((None, 0, 0.3), (89, 10, 1))
        if rest is not None:
            await pilot.pause(rest)

    def _note(self, what: str) -> None:
        self.done.last.append(what)

    async def _press(self, app: ReadinessApp, _pilot: Pilot[int]) -> None:
        kinds = (MOVES, DEEDS[:-1], EDITS, FUNCTIONS, LETTERS, DEEDS[-1:])
        (kind,) = self._chance.choices(kinds, (40, 30, 4, 12, 20, 0.3))
        key = self._chance.choice(kind)
        self._note(key)
        await app._press_keys([key])

    async def _type(self, app: ReadinessApp, _pilot: Pilot[int]) -> None:
        keys = self._chance.choices(LETTERS, k=self._chance.randint(2, 9))
        self._note("type " + "".join(keys))
        await app._press_keys(keys)

    async def _paste(self, app: ReadinessApp, _pilot: Pilot[int]) -> None:
        text = self._chance.choice(TEXTS)[1]
        text = text if self._chance.random() < 0.05 else text[:SHORTEST]
        self._note(f"paste {text[:30]!r}")
        app.post_message(events.Paste(text))

    async def _click(self, app: ReadinessApp, _pilot: Pilot[int]) -> None:
        at = (self._chance.randrange(app.size.width), self._chance.randrange(app.size.height))
        times = self._chance.choice((1, 1, 1, 2))
        self._note(f"click {at} x{times}")
        x, y = at
        for kind in (events.MouseMove, *(events.MouseDown, events.MouseUp) * times):
            button = 0 if kind is events.MouseMove else 1
            assert app._driver is not None
            app._driver.send_message(kind(None, x, y, 0, 0, button, *NO_KEYS, x, y))

    async def _resize(self, _app: ReadinessApp, pilot: Pilot[int]) -> None:
        size = self._chance.choice(SIZES)
        self._note(f"resize {size}")
        await pilot.resize_terminal(*size)
        if size[0] < 60 and self._chance.random() < 0.8:
            await pilot.resize_terminal(80, 24)

    async def _outside(self, app: ReadinessApp, pilot: Pilot[int]) -> None:
        """A colleague writes, someone spoils or takes away the file, a day passes."""
        what = self._chance.choice(("colleague", "comment", "spoil", "gone", "day", "look"))
        self._note(f"outside {what}")
        before = self._path.read_bytes() if self._path.is_file() else b""
        if what == "colleague":
            self._colleague()
        elif what == "comment":
            self._path.write_bytes(b"# by hand\n" + before)
        elif what in ("spoil", "gone"):
            self._path.unlink(missing_ok=True)
            if what == "spoil":
                self._path.write_bytes(b"<<<<<<< HEAD\n" + before)
            app.plan.safe.look()
            await pilot.pause()
            self._path.write_bytes(before)
        elif what == "day":
            self._day += timedelta(days=self._chance.randint(1, 60))
        app.plan.safe.look()
        await pilot.pause()

    def _colleague(self) -> None:
        try:
            theirs = Session.open(self._path, Library())
            item = self._chance.choice(list(theirs.template.items))
            theirs.set(FieldRef(item, NOTE), self._chance.choice(TEXTS)[1][:SHORTEST])
            add_person(theirs, self._chance.choice("ABCDEFGH"))
            theirs.save()
        except ReadinessError as error:
            self._note(str(error)[:60])


async def _drained(_shortest: float = 0, _longest: float = 1) -> None:
    """Let what waits be done, without waiting for a quiet moment as a test of Textual does."""
    for _ in range(3):
        await asyncio.sleep(0)


def monkey(plan: str, seed: int, count: int, folder: Path) -> Done:
    """Let a monkey do so many things to a plan; a fault of the program is raised."""
    return let_loose(Monkey(plan, seed, folder, count))


def let_loose(one: Monkey) -> Done:
    """Let a monkey do what it has to do; a fault of the program is raised."""
    try:
        with (
            patch.object(textual.app, "wait_for_idle", _drained),
            patch.object(textual.pilot, "wait_for_idle", _drained),
            patch.object(Pilot, "_wait_for_screen", wait_for_screen),
        ):
            return asyncio.run(one.run())
    except WorkerFailed as failed:
        sys.stderr.write("\n".join(("The last things that were done:", *one.done.last, "")))
        raise failed.error from None
    except BaseException:
        sys.stderr.write("\n".join(("The last things that were done:", *one.done.last, "")))
        raise


def growth(done: Done) -> float:
    """MiB that the second half of a sitting added."""
    return done.memory[4] - done.memory[2]


def every() -> None:
    """Do all 50,000 things; ends with an error where one of the programs did."""
    total = faults = 0
    for plan, seed, count in ALL:
        given = (sys.executable, "-m", "tests.bench.monkey", plan, str(seed), str(count))
        ended = subprocess.run(given, capture_output=True, text=True, check=False)
        total, faults = total + count, faults + (ended.returncode != 0)
        said = ended.stdout.splitlines()[:2] if ended.returncode == 0 else [ended.stderr]
        print(" ".join(said) or f"{plan}, seed {seed}: no word", flush=True)
    print(f"{total} things in {len(ALL)} programs, {faults} of them with a fault")
    sys.exit(1 if faults else 0)


def main(plan: str = "example", seed: str = "1", count: str = "1000") -> None:
    """Run one and print its figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.chdir(folder)
        for variable in ("READINESS_STATE", "READINESS_TEMPLATES", "HOME"):
            os.environ[variable] = str(folder / variable.lower())
        tempfile.tempdir = name
        begun = time.monotonic()
        done = monkey(plan, int(seed), int(count), folder)
        begun = time.monotonic() - begun
    memory = ", ".join(f"{one:.0f}" for one in done.memory)
    print(f"{plan}, seed {seed}: {done.count} things in {begun:.0f} s, {done.starts} starts,")
    print(f"MiB at the start and after each quarter: {memory}; on {len(done.screens)} screens:")
    print(f"the slowest took {done.slowest[0]:.1f} s of work: {done.slowest[1]}")
    print(", ".join(f"{name} {times}" for name, times in done.screens.most_common()))
    assert growth(done) <= MOST_GROWTH, f"{growth(done):.0f} MiB more in the second half"


if __name__ == "__main__":
    every() if sys.argv[1:] == ["all"] else main(*sys.argv[1:])
