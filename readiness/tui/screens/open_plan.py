"""Which plan file to open: one of those in the folder, or one whose name is typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.app import ComposeResult
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from readiness.app.operations.open_plan import is_plan_there
from readiness.app.session import Session
from readiness.i18n.language import N_, _
from readiness.tui.form.blocks import Block
from readiness.tui.keyboard import give_keys
from readiness.tui.plain import plain
from readiness.tui.screens.form_dialog import FormDialog
from readiness.tui.screens.particulars import path_of
from readiness.tui.widgets.boxes import Options

MOST = 30
"""Files that are listed."""


class OpenPlan(FormDialog[Session]):
    """Asks for a file. `read` opens it, or says in words why it cannot."""

    OK = N_("Open")

    def __init__(self, folder: Path, read: Callable[[Path], Session | str]) -> None:
        """Ask for a file, in this folder where the name has none."""
        super().__init__(_("Open a plan"))
        self._folder, self._read = folder, read
        self._plans = plans_in(folder)

    def above(self) -> ComposeResult:
        """The plans in the folder."""
        words = _("Plans in {folder}") if self._plans else _("There is no plan in {folder}")
        yield Static(plain(words.format(folder=self._folder)), classes="dim")
        if self._plans:
            yield Options(*(Option(plain(path.name)) for path in self._plans))
        yield Static(_("The file's name, with its folder where it is elsewhere"))

    def give_first(self) -> None:
        """Give the keys to the list, where there is one."""
        if self._plans:
            give_keys(self.query_one(Options))
        else:
            super().give_first()

    def texts(self) -> dict[str, str]:
        """No name yet."""
        return {"name": ""}

    def fields(self) -> list[Block]:
        """The box."""
        return [self.field("name")]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open a plan of the folder."""
        self._open(self._plans[event.option_index])

    def finish(self, way: str) -> None:  # noqa: ARG002 - there is one
        """Open what was typed."""
        name = self.answers.texts["name"].strip().strip("\"'")
        if not name:
            self.say(_("Write the name of a file, or choose one of the list."))
            self.form.focus_first()
            return
        as_typed = self._folder / Path(name).expanduser()
        self._open(as_typed if is_plan_there(as_typed) else path_of(name, self._folder))

    def _open(self, path: Path) -> None:
        found = self._read(path)
        if isinstance(found, str):
            self.say(found)
        else:
            self.dismiss(found)


def plans_in(folder: Path) -> list[Path]:
    """The plan files of a folder by name: TOML files that say their format and are no template."""
    found = []
    try:
        for path in sorted(folder.glob("*.toml"))[: MOST * 4]:
            with path.open("rb") as file:
                head = file.read(4000)
            if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"format", b"#")) and (
                b"\ntemplate" in head
            ):
                found.append(path)
    except OSError:
        return found
    return found[:MOST]
