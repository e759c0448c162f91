"""Print a screen of the worked example as text: python -m tests.tui.look hours 120x40 nb.

The names of the screens are those of `scenes.py`, or the id of a question; without one they are
printed. Sizes are columns x rows; languages en and nb. --svg FILE writes a picture with its colours
instead.
"""

import asyncio
import os
import re
import sys
import tempfile
from pathlib import Path

from readiness.app.session import Session
from readiness.storage.languages import speak_in
from readiness.storage.templates import Library, example_plan_text
from tests.tui.person import TODAY, at, now
from tests.tui.scenes import SCENES, go
from tests.workshops import held_beside


async def look(session: Session, name: str, size: tuple[int, int]) -> tuple[str, str]:
    """Go to a scene or a question; the screen as text, and as a picture with its colours."""
    async with at(session, session.path.parent / "state", size) as person:
        if name in SCENES:
            await go(person, name)
        else:
            await person.answer(name)
        return person.see(), person.app.export_screenshot(title="readiness")


def main(words: list[str]) -> None:
    """Print what was asked for."""
    picture = words.pop(words.index("--svg") + 1) if "--svg" in words else ""
    given = [one for one in words if one != "--svg"]
    sizes = [one for one in given if re.fullmatch(r"\d+x\d+", one)]
    speak_in("nb" if "nb" in given else "en")
    name = " ".join(one for one in given if one not in (*sizes, "en", "nb"))
    columns, rows = map(int, (sizes or ["80x24"])[0].split("x"))
    if not name:
        print("\n".join(SCENES))
        return
    with tempfile.TemporaryDirectory() as folder:
        os.environ["READINESS_STATE"] = str(Path(folder, "home"))
        path = Path(folder, "example.toml")
        path.write_text(example_plan_text(), "utf-8")
        held_beside(path)
        session = Session.open(path, Library(), lambda: TODAY, now)
        seen, drawn = asyncio.run(look(session, name, (columns, rows)))
    if picture:
        Path(picture).write_text(drawn, "utf-8")
    print(picture or seen)


if __name__ == "__main__":
    main(sys.argv[1:])
