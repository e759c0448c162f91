"""The way of one key: every module and function of ours from the key to the file and the screen.

By hand: python -m tests.bench.key_way [--functions] [ITEM [KEY]]. A question of the worked example
is open with the keys on its first field; the key answers it; counted is what runs until the answer
is saved and all that shows it is shown. Prints the modules in the order in which they are first
entered, with how many of their functions run and how often, and under `nested saves` the longest
chain of functions called save that call each other.
"""

import asyncio
import sys
import tempfile
import threading
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, FrameType

from readiness.app.session import Session
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library, example_plan_text
from tests.tui.person import TODAY, at, now

ROOT = Path(__file__).parents[2]
OURS = str(ROOT / "readiness")
SAVES = ("save", "write")
"""What functions are called that put a plan into a file, or hand it on to one that does."""
INLINE = ("<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>", "<module>")
"""Frames that are part of the function in which they are written; and a module that is
loaded, once, by the first key that needs it."""


@dataclass
class Way:
    """What ran between a key and its end."""

    calls: Counter[CodeType] = field(default_factory=Counter)
    """Each function of ours to how often it was called, in the order of its first call."""
    crossings: int = 0
    """Calls from a function of one module of ours into another."""
    is_on: bool = False
    """Whether what runs belongs to the key. A thread is watched from its start or not at all."""
    saves: list[str] = field(default_factory=list)
    """The longest chain of saves, from the outermost in."""

    def see(self, frame: FrameType, event: str, _given: object) -> None:
        """Note one call; for `sys.setprofile`."""
        code = frame.f_code
        if not self.is_on or event != "call" or not code.co_filename.startswith(OURS):
            return
        if code.co_name in INLINE:
            return
        self.calls[code] += 1
        before = frame.f_back
        if before is not None and before.f_code.co_filename.startswith(OURS):
            self.crossings += before.f_code.co_filename != code.co_filename
        if code.co_name in SAVES:
            chain = _saves(frame)
            self.saves = max(self.saves, chain, key=len)

    def modules(self) -> dict[str, list[CodeType]]:
        """The functions of each module, in the order of the way."""
        found: dict[str, list[CodeType]] = {}
        for code in self.calls:
            name = str(Path(code.co_filename).relative_to(ROOT))
            found.setdefault(name, []).append(code)
        return found


def _saves(frame: FrameType | None) -> list[str]:
    chain = []
    while frame is not None:
        if frame.f_code.co_name in SAVES and frame.f_code.co_filename.startswith(OURS):
            chain.insert(0, frame.f_code.co_qualname)
        frame = frame.f_back
    return chain


async def way_of(item: str, key: str, folder: Path) -> Way:
    """Answer a question of the worked example with one key, and see what runs for it."""
    path = folder / "example.toml"
    path.write_text(example_plan_text(), "utf-8")
    session = Session.open(path, Library(), lambda: TODAY, now)
    before, raw, way = session.plan, path.read_bytes(), Way()
    threading.setprofile(way.see)
    try:
        async with at(session, folder / "state") as person:
            await person.answer(item)
            sys.setprofile(way.see)
            way.is_on = True
            await person.press(key)
            while session.is_unsaved or path.read_bytes() == raw:
                await person.pilot.pause(0.05)
            await person.settle()
            way.is_on = False
            after = session.plan
    finally:
        sys.setprofile(None)
        threading.setprofile(None)  # type: ignore[arg-type]
    if after == before or PlanFile.open(path, Library()).plan != after:
        message = f"{key} answers nothing at {item}"
        raise ValueError(message)
    return way


def main(words: list[str]) -> None:
    """Print the way."""
    given = [one for one in words if one != "--functions"]
    item, key = [*given, *("SEL-01", "2")[len(given) :]]
    with tempfile.TemporaryDirectory() as folder:
        way = asyncio.run(way_of(item, key, Path(folder)))
    for module, functions in way.modules().items():
        calls = sum(way.calls[one] for one in functions)
        print(f"{module}  {len(functions)} functions, {calls} calls")
        for one in functions if "--functions" in words else ():
            print(f"    {one.co_qualname}  {way.calls[one]}")
    print(
        f"{item} {key}: {len(way.modules())} modules, {len(way.calls)} functions, "
        f"{way.calls.total()} calls, {way.crossings} crossings between modules"
    )
    print("nested saves: " + " > ".join(way.saves))


if __name__ == "__main__":
    main(sys.argv[1:])
