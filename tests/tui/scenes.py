"""Every screen of the program in its states, with the keys that lead there from the map."""

from __future__ import annotations

from readiness.tui.screens.map import MapScreen
from tests.tui.person import Person

SCENES: dict[str, tuple[str, ...]] = {
    "start": ("escape",),
    "new plan": ("escape", "n"),
    "open a plan": ("escape", "o"),
    "map": (),
    "list of an area": ("2",),
    "choice": ("@SEL-01",),
    "several choices": ("@MON-08",),
    "number": ("@INC-04",),
    "dates": ("@CAP-09",),
    "text": ("@CAP-07",),
    "rows": ("@INC-05",),
    "practitioners asked": ("@CAP-01",),
    "people": ("f6",),
    "a dialog": ("f6", "a"),
    "hours": ("h",),
    "what if": ("h", "2"),
    "fit": ("h", "3"),
    "closures": ("h", "4"),
    "weeks": ("h", "5"),
    "a number of the hours": ("h", "enter"),
    "picture alone": ("h", "v"),
    "patients": ("e",),
    "monitoring": ("i",),
    "actions": ("a",),
    "gaps": ("a", "2"),
    "an action": ("a", "enter"),
    "calendar": ("c",),
    "today": ("o",),
    "how it went": ("o", "t"),
    "moving a date": ("c", "v"),
    "flags": ("x",),
    "accepting": ("x", "a"),
    "help": ("f1",),
    "about the plan": ("f10",),
    "go to": ("ctrl+g",),
    "palette": ("ctrl+p",),
    "versions": ("v",),
    "document": ("d",),
    "search": ("slash",),
    "example": ("w",),
    "tour": ("t",),
    "workshop": ("!workshop", "c", "enter"),
    "agreeing": ("!workshop", "c", "enter", "g"),
    "nobody knew": ("!workshop", "c", "enter", "m"),
    "the wall": ("!workshop", "c", "enter", "P"),
    "short form": ("s",),
}
"""Name of a scene to its keys; @ITEM opens that question and puts the keys on its first field, and
!COMMAND is chosen in the palette."""


async def go(person: Person, name: str) -> None:
    """Go to a scene, from wherever the person is."""
    if person.app.plan.session is None:
        person.app.plan_files.open_path(person.app.memory.recent()[0].path)
        await person.settle()
    while not isinstance(person.app.screen, MapScreen):
        person.app.pop_screen()
    await person.settle()
    for key in SCENES[name]:
        if key.startswith("@"):
            await person.answer(key.removeprefix("@"))
        elif key.startswith("!"):
            await person.app.run_action(key.removeprefix("!"))
            await person.settle()
        else:
            await person.press(key)
    person.app.messages.clear()
    await person.settle()
