"""What a person waits for at the terminal; by hand: python -m tests.bench.terminal [ROUNDS].

Through a real pseudo-terminal, each figure beside a floor taken in the same run and in turn with
it: a bare Textual program with a dozen lines and one box. Prints medians.

- first frame: from starting the worked example until its map can be read
- key to screen: from a key in a text box until the letter stands there
- next question: from F8 until the next question can be read (no floor: it is ours alone)
- forty fields: how long the fullest question takes to mount: hours for forty practitioners
- forty items: how long forty whole questions take on one screen, which the program never does
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pexpect
import pyte
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll

from readiness.core.judged.review import review
from readiness.files.planfile import PlanFile
from readiness.files.templates import Library, example_plan_text
from readiness.tui.view import View
from readiness.tui.widgets.question import Question

ROOT = Path(__file__).parents[2]
COLUMNS, ROWS = 120, 40
LONGEST_WAIT = 20.0
LETTERS = "pack my box with five dozen jugs"
BARE = """
from textual.app import App
from textual.widgets import Footer, Header, Input, Label
class Bare(App):
    def compose(self):
        yield Header()
        yield from (Label(f"Line {n}") for n in range(12))
        yield Input()
        yield Footer()
    def on_mount(self):
        self.query_one(Input).focus()
Bare().run()
"""


class Screen:
    """A program in a pseudo-terminal, and what its screen shows."""

    def __init__(self, *arguments: str) -> None:
        self._shown = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.Stream(self._shown)
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        environment |= {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        self.started = time.perf_counter()
        self.program = pexpect.spawn(
            sys.executable, list(arguments), dimensions=(ROWS, COLUMNS), env=environment,
            encoding="utf-8",
        )  # fmt: skip
        self.program.delaybeforesend = None

    def when(self, is_there: Callable[[str], bool]) -> float:
        """The moment at which the screen shows it."""
        end = time.perf_counter() + LONGEST_WAIT
        while time.perf_counter() < end:
            if is_there("\n".join(self._shown.display)):
                return time.perf_counter()
            try:
                self._stream.feed(self.program.read_nonblocking(1 << 16, timeout=0.002))
            except pexpect.TIMEOUT:
                continue
        raise TimeoutError("\n".join(self._shown.display))

    def quiet(self) -> None:
        """Let everything that is under way be drawn."""
        last = time.perf_counter()
        while time.perf_counter() - last < 0.3:
            try:
                self._stream.feed(self.program.read_nonblocking(1 << 16, timeout=0.02))
                last = time.perf_counter()
            except pexpect.TIMEOUT:
                continue

    def press(self, keys: str, words: str) -> float:
        """Milliseconds from a key until these words can be read."""
        sent = time.perf_counter()
        self.program.send(keys)
        return (self.when(lambda text: words in text) - sent) * 1000

    def close(self) -> None:
        self.program.close(force=True)


def first_frame(words: str, *arguments: str) -> float:
    """Seconds until these words can be read."""
    screen = Screen(*arguments)
    took = screen.when(lambda text: words in text) - screen.started
    screen.close()
    return took


def typed(screen: Screen) -> list[float]:
    """Milliseconds from each key to its letter."""
    took = []
    for n, letter in enumerate(LETTERS, 1):
        milliseconds = screen.press(letter, LETTERS[max(0, n - 12) : n].rstrip())
        if letter != " ":
            took.append(milliseconds)
    return took


def beside(name: str, ours: list[float], floor: list[float], unit: str) -> None:
    """Print two medians and their ratio."""
    mine, base = statistics.median(ours), statistics.median(floor)
    print(f"{name}: {mine:.3g} {unit}, floor {base:.3g} {unit}, ratio {mine / base:.2f}")


class Several(App[None]):
    """Some questions on one screen."""

    def __init__(self, view: View, today: date, items: list[str]) -> None:
        super().__init__()
        self._view, self._today, self._items = view, today, items

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            for key in self._items:
                question = Question(key, self._view, self._today)
                question.styles.height = "auto"
                yield question


async def mounted(path: Path, items: list[str], people: int = 0) -> float:
    """Seconds until these questions are mounted, less what an empty program takes."""
    library, today = Library(path.parent), date(2026, 11, 24)
    file = PlanFile.open(path, library)
    plan = file.plan
    for number in range(people - len(plan.people)):
        plan = plan.with_person(f"P{number}", "nurse")
    view = View(plan, review(file.template, plan, today), file.template)
    took = []
    for app in (App[None](), Several(view, today, items)):
        started = time.perf_counter()
        async with app.run_test(size=(COLUMNS, ROWS)):
            took.append(time.perf_counter() - started)
    return took[1] - took[0]


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    folder = Path(tempfile.mkdtemp())
    os.environ["READINESS_STATE"] = str(folder / "state")
    path, bare = folder / "example.toml", folder / "bare.py"
    path.write_text(example_plan_text(), "utf-8")
    bare.write_text(BARE, "utf-8")
    pairs = [
        (
            first_frame("Most serious", "-m", "readiness", str(path)),
            first_frame("Line 7", str(bare)),
        )
        for _ in range(rounds)
    ]
    beside("first frame", [a for a, _ in pairs], [b for _, b in pairs], "s")

    ours, floor = Screen("-m", "readiness", str(path)), Screen(str(bare))
    ours.when(lambda text: "Most serious" in text)
    floor.when(lambda text: "Line 7" in text)
    ours.press("3", "INC-09  9 of")
    ours.press("\r", "Enter/Tab on")
    ours.quiet()
    floor.quiet()
    beside("key to screen", typed(ours), typed(floor), "ms")
    ours.press("\x1b", "Enter answer")
    ours.press("\x1bOQ", "Most serious")
    ours.press("1", "SEL-01  1 of")
    steps = [ours.press("\x1b[19~", f"SEL-{n:02}  {n} of") for n in range(2, 11)]
    print(f"next question: {statistics.median(steps):.0f} ms, longest {max(steps):.0f} ms")
    ours.close()
    floor.close()
    fields = [asyncio.run(mounted(path, ["CAP-01"], people=40)) for _ in range(3)]
    print(f"forty fields on one screen: {statistics.median(fields):.2f} s")
    every = list(Library().load("imr").items)[:40]
    items = [asyncio.run(mounted(path, every)) for _ in range(3)]
    print(f"forty items on one screen: {statistics.median(items):.2f} s")


if __name__ == "__main__":
    main()
