"""What a person waits for at the terminal; by hand: python -m tests.bench.terminal [ROUNDS].

Through a real pseudo-terminal, each figure beside a floor taken in the same run and in turn with
it: a bare Textual program with a dozen lines and one box. Prints each with what is wanted, for the
worked example and then for a large plan, for which every wanted figure is half as much again.

- first frame: from the start until the whole map can be read; a frame that is not the whole map,
  drawn as it stays, does not count
- key to screen: from a key in a text answer until the letter stands there; once for a few words,
  once for so many that the plan is saved several times meanwhile
- next question, an area, the hours: from a key until it can be read, against a key of the floor
- memory: what both hold once they are quiet
- forty fields: how long the fullest question takes to mount: hours for forty practitioners
- forty items: how long forty whole questions take on one screen, which the program never does
"""

import contextlib
import os
import statistics
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

import pexpect
import pyte

from readiness.storage.templates import Library
from tests.bench.plans import example, large
from tests.bench.printed import beside, of_pairs, p95

ROOT = Path(__file__).parents[2]
COLUMNS, ROWS = 120, 40
LONGEST_WAIT, LONGEST_QUIET, GAP = 30.0, 2.0, 0.004
REST = 0.7
"""Seconds that a person reads before the next key."""

LETTERS = "pack my box with five dozen jugs "
FRAME, KEY, STEP, MEMORY, LARGE = 1.6, 1.25, 8.0, 1.5, 1.5
"""Ratios that are wanted; the last for a large plan as a multiple of the others."""

BARE = """
from textual.app import App
from textual.containers import VerticalScroll
from textual.widgets import Footer, Header, Input, Static
class Bare(App):
    def compose(self):
        yield Header()
        with VerticalScroll():
            yield from (Static(f"Line {n}") for n in range(12))
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
        self._come: deque[tuple[float, str]] = deque()
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        environment |= {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        self.started = time.perf_counter()
        self.program = pexpect.spawn(
            sys.executable, list(arguments), dimensions=(ROWS, COLUMNS), env=environment,
            encoding="utf-8",
        )  # fmt: skip
        self.program.delaybeforesend = None

    @property
    def text(self) -> str:
        """What the screen shows now."""
        return "\n".join(self._shown.display)

    def when(self, is_there: Callable[[str], bool]) -> float:
        """The moment at which the terminal had all that shows it.

        What pyte takes to draw a screen, a multiple of what a terminal takes, is not part: all that
        comes is read first, a few thousand signs at a time as the system hands them out, and drawn
        after it. Else the program would wait for pyte in the middle of a screen.
        """
        came = time.perf_counter()
        end = came + LONGEST_WAIT
        while time.perf_counter() < end:
            if is_there(self.text):
                return came
            self._read()
            while self._come:
                came, shown = self._come.popleft()
                self._stream.feed(shown)
                if is_there(self.text):
                    return came
        raise TimeoutError(self.text)

    def _read(self) -> None:
        """Read until nothing comes for a moment."""
        with contextlib.suppress(pexpect.TIMEOUT):
            while True:
                shown = self.program.read_nonblocking(1 << 16, timeout=GAP)
                self._come.append((time.perf_counter(), shown))

    def quiet(self, seconds: float = 0.3) -> None:
        """Let everything that is under way be drawn; a cursor that blinks never ends."""
        last = began = time.perf_counter()
        while self._come:
            self._stream.feed(self._come.popleft()[1])
        while time.perf_counter() - last < seconds and time.perf_counter() - began < LONGEST_QUIET:
            try:
                self._stream.feed(self.program.read_nonblocking(1 << 16, timeout=0.02))
                last = time.perf_counter()
            except pexpect.TIMEOUT:
                continue

    def press(self, keys: str, *words: str) -> float:
        """Milliseconds from a key until all of these words can be read."""
        sent = time.perf_counter()
        self.program.send(keys)
        return (self.when(lambda text: all(one in text for one in words)) - sent) * 1000

    def memory(self) -> float:
        """MiB that the program holds; 0 where the system does not say."""
        status = Path(f"/proc/{self.program.pid}/status")
        lines = status.read_text().splitlines() if status.is_file() else []
        return sum(float(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))

    def close(self) -> None:
        self.program.close(force=True)


def first_frame(words: tuple[str, ...], *arguments: str) -> float:
    """Seconds until the screen can be read, from its first of these words to its last."""
    screen = Screen(*arguments)
    took = screen.when(lambda text: all(one in text for one in words)) - screen.started
    first = screen.text
    screen.quiet()
    assert _same(first, screen.text), f"the first frame was not the whole screen:\n{first}"
    screen.close()
    return took


def _same(first: str, last: str) -> bool:
    """Whether two screens say the same, but for a line or a sign that is added."""
    return (
        sum(a != b for a, b in zip(first.split("\n"), last.split("\n"), strict=True)) <= ROWS // 8
    )


def typed(screen: Screen, times: int) -> list[float]:
    """Milliseconds from each key to its letter."""
    took = []
    for _ in range(times):
        for n, letter in enumerate(LETTERS, 1):
            milliseconds = screen.press(letter, LETTERS[max(0, n - 9) : n].rstrip())
            if letter != " ":
                took.append(milliseconds)
        screen.program.send("\x15")  # takes the line out
        screen.when(lambda text: LETTERS[:9] not in text)
    return took


def frames(name: str, path: Path, bare: Path, rounds: int, leeway: float) -> None:
    """Print how long it takes to the first frame."""
    pairs = [
        (
            first_frame(("Most serious", "all saved"), "-m", "readiness", str(path)),
            first_frame(("Line 7", "palette"), str(bare)),
        )
        for _ in range(rounds)
    ]
    beside(f"first frame, {name}", *of_pairs(pairs), FRAME * leeway, "s")


def sitting(name: str, path: Path, bare: Path, rounds: int, leeway: float) -> None:
    """Print what a person waits for while the program runs."""
    ours, floor = Screen("-m", "readiness", str(path)), Screen(str(bare))
    ours.when(lambda text: "Most serious" in text)
    floor.when(lambda text: "Line 7" in text)
    ours.quiet(1)
    floor.quiet(1)
    beside(f"memory, {name}", ours.memory(), floor.memory(), MEMORY * leeway, "MiB")
    floor_keys = typed(floor, 2)
    floor_key = statistics.median(floor_keys)
    for what, took in steps(ours, rounds).items():
        for which, found in (("p95", p95(took)), ("median", statistics.median(took))):
            beside(f"{what} {which}, {name}", found, floor_key, STEP * leeway, below="a floor key")
    ours.press("3", "Patient inclusion  ")
    ours.press("\x1b", "Most serious")
    ours.press("n", "INC-09  ")
    ours.press("\r", "Enter/Tab on")
    ours.quiet(1)
    short, floor_short = typed(ours, 1), typed(floor, 1)
    beside(f"key to screen p95, {name}", p95(short), p95(floor_short), KEY * leeway)
    ours.quiet(1)
    long, floor_long = typed(ours, 6), typed(floor, 6)
    beside(f"key while saving p95, {name}", p95(long), p95(floor_long), KEY * leeway)
    ours.close()
    floor.close()


def steps(ours: Screen, rounds: int) -> dict[str, list[float]]:
    """Milliseconds of the ways through the program that people take most."""
    took: dict[str, list[float]] = {"next question": [], "an area": [], "the hours": []}
    asked = {key: item.question[:24] for key, item in Library().load("imr").items.items()}

    def step(what: str, keys: str, is_there: Callable[[str], bool]) -> None:
        sent = time.perf_counter()
        ours.program.send(keys)
        took[what].append((ours.when(is_there) - sent) * 1000)
        ours.quiet(REST)

    def back() -> None:
        ours.press("\x1bOQ", "Most serious")
        ours.quiet(REST)

    for _ in range(max(rounds // 4, 1)):
        for number, area in enumerate(("SEL", "CAP", "INC", "GOAL", "MON"), 1):
            some = [asked[key] for key in asked if key.startswith(area)]
            step("an area", str(number), lambda text: _is_read(text, some))  # noqa: B023
            back()
        ours.press("1", "SEL-")
        ours.quiet(REST)
        ours.press("\x1b[H", "SEL-01  ")
        ours.quiet(REST)
        for number in range(2, 11):
            words = asked[f"SEL-{number:02}"]
            step("next question", "\x1b[19~", lambda text: words in text)  # noqa: B023
        back()
        for _ in range(4):
            step("the hours", "h", lambda text: "Each practitioner, in a full week" in text)
            back()
    return took


def _is_read(text: str, questions: list[str]) -> bool:
    """Whether one of these questions is open; the map quotes some of them too."""
    return "Most serious" not in text and any(one in text for one in questions)


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    folder = Path(tempfile.mkdtemp())
    os.environ["READINESS_STATE"] = str(folder / "state")
    os.environ["READINESS_CACHE"] = str(folder / "cache")
    path, big, bare = example(folder), large(folder), folder / "bare.py"
    bare.write_text(BARE, "utf-8")
    for name, plan, leeway in (("worked example", path, 1.0), ("large plan", big, LARGE)):
        frames(name, plan, bare, rounds, leeway)
        sitting(name, plan, bare, rounds, leeway)


if __name__ == "__main__":
    main()
