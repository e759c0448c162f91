"""A walk of keys alone, no mouse: after every key the keyboard lives, and there is a way out.

By hand: python -m tests.bench.keys [PLAN] [SEED] [COUNT], PLAN being new (the short form), half
(every other question answered) or full (the worked example). Practitioners are added, renamed and
removed in the middle. The same seed presses the same keys.
python -m tests.bench.keys all presses 20,000 keys, each plan in a program of its own.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections import deque
from datetime import date
from pathlib import Path

from textual.pilot import Pilot

from readiness.domain.checklist.template import SHORT, Template
from readiness.domain.plan.plan import Plan
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library, example_plan_text
from readiness.tui.app import ReadinessApp
from tests.bench.monkey import PLANS, Done, Monkey, empty, let_loose
from tests.tui.liveness import LONGEST, MOMENT, changes, picture, taken

AGAIN = 25
"""Keys after which F2 or Esc is really pressed, to see that the screen changes."""

NAMES = ("AB", "CD", "nurse 2", "Ø", "lead")
ALL = (("new", 601, 7_000), ("half", 602, 6_500), ("full", 603, 6_500))
"""What `all` does: 20,000 keys."""


def new(template: Template) -> Plan:
    """A plan in the short form with nothing but its start."""
    return empty(template).described(start=date(2027, 2, 1), form=SHORT)


def half(template: Template) -> Plan:
    """The worked example without every other answer, and without all but one practitioner."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "example.toml")
        path.write_text(example_plan_text(), "utf-8")
        plan = PlanFile.open(path, Library()).plan
    for item in list(template.items)[::2]:
        plan = plan.without(item)
    for who in list(plan.people)[1:]:
        plan = plan.without_person(who)
    return plan


PLANS.update({"new": new, "half": half, "full": None})


class Typist(Monkey):
    """Presses keys and does nothing else."""

    def __init__(self, plan: str, seed: int, folder: Path, count: int) -> None:
        """Begin with no key to come."""
        super().__init__(plan, seed, folder, count)
        self._coming = deque[str]()

    async def _one(self, app: ReadinessApp, pilot: Pilot[int]) -> None:
        self.done.screens[type(app.screen).__name__] += 1
        if self.done.count % AGAIN == 0:
            await self._leave(app)
        elif self._coming or self._chance.random() < 0.04:
            self._coming = self._coming or deque(self._episode())
            await self._key(app, self._coming.popleft())
        else:
            await self._press(app, pilot)
        await taken(app)
        if self._chance.random() < 0.05:
            await pilot.pause(self._chance.choice((0, 0.15, 0.3)))

    async def _key(self, app: ReadinessApp, key: str) -> None:
        self._note(key)
        await app._press_keys([key])

    def _episode(self) -> list[str]:
        """What a person does to the list of practitioners, and how they come back from it."""
        name = [{" ": "space"}.get(letter, letter) for letter in self._chance.choice(NAMES)]
        deeds = (
            ["a", *name, "enter"],
            ["r", "ctrl+u", *name, "enter"],
            ["o", *"nurse", "enter"],
            ["d"],
            ["down", "d", "ctrl+z"],
        )
        done = [key for deed in self._chance.choices(deeds, k=2) for key in deed]
        way = self._chance.choice((["f6"], ["f3", "f8", "enter", "f6"], ["f3", "enter", "enter"]))
        return [*way, *done, "escape", self._chance.choice(("f8", "f7", "tab", "f3"))]

    async def _leave(self, app: ReadinessApp) -> None:
        """See that a key changes the screen; from the start screen only the help leads away."""
        before = picture(app)
        for key in [*self._chance.sample(("f2", "escape"), 2), "f1"]:
            await self._key(app, key)
            await taken(app)
            if await changes(app, before, LONGEST if key == "f1" else MOMENT):
                return
        raise AssertionError(f"no key changes the screen:\n{before}")


def typist(plan: str, seed: int, count: int, folder: Path) -> Done:
    """Press so many keys at a plan; a fault of the program and a dead keyboard are raised."""
    return let_loose(Typist(plan, seed, folder, count))


def every() -> None:
    """Press all 20,000 keys; ends with an error where one of the programs did."""
    faults = 0
    for plan, seed, count in ALL:
        given = (sys.executable, "-m", "tests.bench.keys", plan, str(seed), str(count))
        ended = subprocess.run(given, capture_output=True, text=True, check=False)
        faults += ended.returncode != 0
        print(ended.stdout if ended.returncode == 0 else ended.stderr, flush=True)
    sys.exit(1 if faults else 0)


def main(plan: str = "new", seed: str = "1", count: str = "1000") -> None:
    """Press keys at one plan and print what came of it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.chdir(folder)
        for variable in ("READINESS_STATE", "READINESS_TEMPLATES", "HOME"):
            os.environ[variable] = str(folder / variable.lower())
        tempfile.tempdir = name
        begun = time.monotonic()
        done = typist(plan, int(seed), int(count), folder)
        begun = time.monotonic() - begun
    print(f"{plan}, seed {seed}: {done.count} keys in {begun:.0f} s, {done.starts} starts")
    print(", ".join(f"{name} {times}" for name, times in done.screens.most_common()))


if __name__ == "__main__":
    every() if sys.argv[1:] == ["all"] else main(*sys.argv[1:])
