"""Make the README's picture from the real program: python tests/pictures/picture.py."""

import asyncio
import re
import tempfile
from datetime import date, datetime
from pathlib import Path

from readiness.app.session import Session
from readiness.storage.memory import Memory
from readiness.storage.templates import Library, example_plan_text
from readiness.tui.app import ReadinessApp


async def main() -> None:
    folder = Path(tempfile.mkdtemp())
    path = folder / "example.toml"
    path.write_text(example_plan_text(), "utf-8")
    library = Library(folder)
    session = Session.open(path, library, lambda: date(2026, 11, 24))
    memory = Memory(folder)
    app = ReadinessApp(session, library, memory, lambda: date(2026, 11, 24), datetime.now)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        picture = app.export_screenshot(title="readiness")
    local = re.sub(r"@font-face \{.*?\}", "", picture, flags=re.DOTALL)
    Path(__file__).with_name("map.svg").write_text(local, "utf-8")


asyncio.run(main())
