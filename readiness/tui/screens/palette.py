"""Every command by its name: type a few of its letters, Enter does it."""

from __future__ import annotations

from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.fuzzy import Matcher
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from readiness.i18n.language import N_, _
from readiness.tui.keyboard import give_keys
from readiness.tui.line_text import plain
from readiness.tui.screens.dialogs import Overlay
from readiness.tui.widgets.boxes import Options

PAGE = 5
"""Commands that Page Up and Page Down go on by."""


class PaletteScreen(Overlay[None]):
    """A box to type in, and under it the commands that are called so."""

    DEFAULT_CSS = """
    PaletteScreen { align-horizontal: center; }
    PaletteScreen > Vertical { width: 100%; max-width: 100; height: auto; max-height: 100%;
        margin-top: 1; background: $surface; border: double $border; }
    PaletteScreen Input { height: 1; border: none; border-left: outer $border; padding: 0 1;
        background: $boost; }
    PaletteScreen Input:focus { border: none; border-left: outer $border; }
    PaletteScreen #none { height: auto; padding: 0 2; display: none; }
    PaletteScreen.-none #none { display: block; }
    PaletteScreen.-none Options { display: none; }
    PaletteScreen Options { height: auto; max-height: 70vh; border: none; margin-top: 1;
        padding: 0 1; }
    """
    BINDINGS = [
        Binding("escape", "dismiss(None)", N_("Cancel")),
        Binding("down", "move(1)", N_("Next command")),
        Binding("up", "move(-1)", N_("Previous command")),
        Binding("pagedown", f"move({PAGE})", N_("A page on")),
        Binding("pageup", f"move({-PAGE})", N_("A page back")),
    ]

    def __init__(self, commands: list[SystemCommand]) -> None:
        """Offer these."""
        super().__init__()
        self._commands = sorted(commands, key=lambda one: one.title)
        self._found = self._commands

    def compose(self) -> ComposeResult:
        """Box, commands."""
        with Vertical():
            yield Input(placeholder=_("Search for commands"), max_length=200)
            yield Static(plain(_("No command is called that.")), id="none")
            yield Options()

    def on_mount(self) -> None:
        """Offer all of them, with the box focused."""
        self.query_one(Options).can_focus = False
        self._put()
        give_keys(self.query_one(Input))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer what is called as it was typed, what fits best first."""
        self._found = self._called(event.value.strip())
        self._put()

    def _called(self, words: str) -> list[SystemCommand]:
        if not words:
            return self._commands
        matcher = Matcher(words)
        scored = [(matcher.match(one.title), one) for one in self._commands]
        best = sorted(scored, key=lambda pair: -pair[0])
        return [one for score, one in best if score > 0]

    def _put(self) -> None:
        options = self.query_one(Options)
        options.clear_options()
        options.add_options([Option(_shown(one)) for one in self._found])
        options.highlighted = 0 if self._found else None
        self.set_class(not self._found, "-none")

    def action_move(self, step: int) -> None:
        """Point at the command so many lines on; one step from an end leads to the other."""
        options, last = self.query_one(Options), len(self._found) - 1
        at = (options.highlighted or 0) + step
        if last >= 0:
            is_round = abs(step) == 1
            options.highlighted = at % (last + 1) if is_round else min(max(at, 0), last)

    def on_input_submitted(self) -> None:
        """Do what is pointed at."""
        at = self.query_one(Options).highlighted
        if at is not None:
            self._do(at)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what was clicked."""
        self._do(event.option_index)

    def _do(self, at: int) -> None:
        if self.app.screen is self and at < len(self._found):
            self.dismiss()
            self.app.call_later(self._found[at].callback)


def _shown(command: SystemCommand) -> Content:
    return Content.assemble(plain(command.title, "bold"), "\n  ", plain(command.help))
