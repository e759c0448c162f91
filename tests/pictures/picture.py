"""Make the README's pictures from the real program: python -m tests.pictures.picture."""

import asyncio
import re
import tempfile
from datetime import date, datetime
from pathlib import Path

from readiness.app.session import Session
from readiness.storage.memory import Memory
from readiness.storage.templates import Library, example_plan_text
from readiness.tui.app import ReadinessApp

PICTURES = {"map": ((120, 40), ""), "question": ((80, 24), "CAP-01")}
"""Each picture with the size of its window, and the question that it shows; none for the map."""


async def main() -> None:
    folder = Path(tempfile.mkdtemp())
    path = folder / "example.toml"
    path.write_text(example_plan_text(), "utf-8")
    for name, (size, item) in PICTURES.items():
        library, memory = Library(folder), Memory(folder)
        session = Session.open(path, library, lambda: date(2026, 11, 24))
        memory.is_first("tour")  # so that the keys are named, and not the tour
        app = ReadinessApp(session, library, memory, lambda: date(2026, 11, 24), datetime.now)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            if item:
                app.navigation.open_item(item)
                await app.workers.wait_for_complete()
                await pilot.press("enter")
                await pilot.pause()
            picture = app.export_screenshot(title="readiness")
        local = re.sub(r"@font-face \{.*?\}", "", picture, flags=re.DOTALL)
        Path(__file__).with_name(f"{name}.svg").write_text(local, "utf-8")


asyncio.run(main())
