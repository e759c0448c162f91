"""docs/keys.md: every key of the program, made from its table of commands and its screens.

python -m tests.tui.keys_page writes it; a test compares.
"""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from textual.screen import Screen

import readiness.tui.screens
from readiness.tui.commands import COMMANDS
from readiness.tui.keys import bindings_of, key_words

PAGE = Path(__file__).parents[2] / "docs" / "keys.md"

BASES = {
    "Dialog",
    "FormDialog",
    "GlancePage",
    "InlineEdit",
    "Notice",
    "NumbersPage",
    "Overlay",
    "Page",
    "PlanScreen",
    "WorkshopDialog",
    "WorkshopPage",
    "TextPage",
}
"""Screens that only others are made from."""

HEAD = """# Keys

Every key of the screens, made from the program's own tables (`nox -s screens -- --write`). Ctrl+P lists every
command, those without a key too; F1 says which keys there are where you are.

## Everywhere

| Key | What it does |
|-|-|
"""

FORMS = """
## In an answer

| Key | What it does |
|-|-|
| a number, a letter | chooses the answer that shows it: the letter stands behind the word, or is underlined in it |
| Up, Down, Left, Right | another word of the choice, or another field |
| Enter | keeps the answer and goes on; Space chooses and stays |
| Tab, Shift+Tab | next and previous field |
| Backspace, Delete | takes the answer of a choice out |
| Page Up, Page Down | turns a long question |
| Esc | back to the row of questions, then to the map |

## What moved, and why

| Before | Now | Why |
|-|-|-|
| the list of an area on the left at 80 columns | one row under the question; Left, Right, Up and Down move in it | the question has the whole width, and what it means stands with it |
| messages over the page | the line above the keys; earlier ones: Ctrl+P, Messages | nothing covers a question |
| the reason under the question, by Page Down | its own panel, always in sight | no Page Down to learn what an answer means |
"""


def screens() -> list[type[Screen[object]]]:
    """The screens that a person comes to, by name; not those that others are made from."""
    found = set()
    for module in iter_modules(readiness.tui.screens.__path__):
        loaded = import_module(f"readiness.tui.screens.{module.name}")
        for one in vars(loaded).values():
            is_screen = isinstance(one, type) and issubclass(one, Screen)
            if is_screen and one.__module__ == loaded.__name__:
                found.add(one)
    return sorted((one for one in found if one.__name__ not in BASES), key=lambda one: one.__name__)


def _named(kind: type[Screen[object]]) -> str:
    words = re.findall(r"[A-Z][a-z]*", kind.__name__.removesuffix("Screen"))
    return " ".join(words).capitalize()


def page() -> str:
    """The whole page."""
    lines = [HEAD.rstrip("\n")]
    for one in COMMANDS:
        if one.keys:
            keys = ", ".join(map(key_words, one.keys.split(",")))
            lines.append(f"| {keys} | {one.name}: {one.tooltip} |")
    lines.append(FORMS.rstrip("\n"))
    for kind in screens():
        keys = dict[str, list[str]]()
        for one in bindings_of(kind):
            if one.description:
                keys.setdefault(one.description, []).extend(map(key_words, one.key.split(",")))
        rows = [f"| {', '.join(some)} | {words} |" for words, some in keys.items()]
        if rows:
            lines += ["", f"## {_named(kind)}", "", "| Key | What it does |", "|-|-|", *rows]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
