"""Which plan file to open: one of those in the folder, or one whose name is typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from readiness.app.session import Session
from readiness.i18n.language import _
from readiness.storage.toml import is_there
from readiness.tui.focus import give_keys
from readiness.tui.plain import plain
from readiness.tui.screens.dialogs import Dialog
from readiness.tui.screens.particulars import path_of
from readiness.tui.widgets.boxes import LineBox
from readiness.tui.widgets.options import Options

MOST = 30
"""Files that are listed."""


class OpenPlan(Dialog[Session]):
    """Asks for a file. `read` opens it, or says in words why it cannot."""

    def __init__(self, folder: Path, read: Callable[[Path], Session | str]) -> None:
        """Ask for a file, in this folder where the name has none."""
        super().__init__()
        self._folder, self._read = folder, read
        self._plans = plans_in(folder)

    def compose(self) -> ComposeResult:
        """The plans in the folder, the box, what is wrong, buttons."""
        with Vertical():
            yield Static(_("Open a plan"), classes="title")
            if self._plans:
                yield Static(
                    plain(_("Plans in {folder}").format(folder=self._folder)), classes="dim"
                )
                yield Options(*(Option(plain(path.name)) for path in self._plans))
            else:
                yield Static(
                    plain(_("There is no plan in {folder}").format(folder=self._folder)),
                    classes="dim",
                )
            yield Static(_("The file's name, with its folder where it is elsewhere"))
            yield LineBox(max_length=1000)
            yield Static(id="wrong", classes="wrong")
            with Horizontal(classes="buttons"):
                yield Button(_("Open (Enter)"), compact=True, id="ok", variant="primary")
                yield Button(_("Cancel (Esc)"), compact=True, id="cancel")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open a plan of the folder."""
        self._open(self._plans[event.option_index])

    def on_input_submitted(self) -> None:
        """Open what was typed."""
        self._open_typed()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Open or leave."""
        if event.button.id == "ok":
            self._open_typed()
        else:
            self.dismiss(None)

    def _open_typed(self) -> None:
        name = self.query_one(Input).value.strip().strip("\"'")
        if not name:
            self.say(_("Write the name of a file, or choose one of the list."))
            give_keys(self.query_one(Input))
            return
        as_typed = self._folder / Path(name).expanduser()
        self._open(as_typed if is_there(as_typed) else path_of(name, self._folder))

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
