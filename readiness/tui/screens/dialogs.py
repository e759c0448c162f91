"""Small questions and notices over a screen: each returns what was said, or None."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from textual.app import App, ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.events import ScreenResume
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widgets import Button, Static
from textual.widgets.button import ButtonVariant

from readiness.i18n.language import N_, _
from readiness.tui.bottom_lines import MessageLine
from readiness.tui.keyboard import Present
from readiness.tui.keys import with_key
from readiness.tui.line_text import plain

Said = TypeVar("Said")

MANY = 5
"""Choices from which on no empty lines stand between them."""


class Overlay(Present, ModalScreen[Said]):
    """A screen that returns what was said, once."""

    def dismiss(self, result: Said | None = None) -> AwaitComplete:
        """Return what was said.

        A second key or click before the screen is gone would take away what lies under it.
        """
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()


class Dialog(Overlay[Said | None]):
    """A frame over a screen; Esc leaves it and nothing is changed."""

    DEFAULT_CSS = """
    Dialog { align: center middle; }
    Dialog > Vertical { width: 70; max-width: 100%; height: auto; max-height: 100%; padding: 1 2;
        background: $surface; border: double $primary; overflow-y: auto; }
    Dialog Static { height: auto; }
    Dialog .title { text-style: bold; margin-bottom: 1; }
    Dialog .wrong { color: $text-error; text-style: bold; min-height: 1; }
    Dialog .buttons { height: 1; margin-top: 1; }
    Dialog .dim { color: $text-muted; }
    Dialog Button { margin-right: 2; }
    Dialog OptionList { height: auto; max-height: 9; border: none; margin-top: 1; }
    Dialog OptionList:focus { border: none; }
    Dialog > MessageLine { dock: bottom; margin-bottom: 1; background: $surface; }
    Dialog > MessageLine.-empty { display: none; }
    """
    BINDINGS = [Binding("escape", "dismiss(None)", N_("Cancel"))]

    async def on_mount(self) -> None:
        """Say in passing here what is said while this is in front."""
        self.mount(MessageLine())


def ask(app: App[Any], dialog: Dialog[Said], then: Callable[[Said], object]) -> None:
    """Show a dialog, and do something with what is said; nothing where it is left."""

    def heard(said: Said | None) -> None:
        if said is not None:
            then(said)

    app.push_screen(dialog, heard)


class Notice(Dialog[Said]):
    """Something to be read, and buttons side by side under it."""

    def __init__(
        self, title: str, words: str, buttons: Mapping[str, str], likely: str = ""
    ) -> None:
        """Show words, and buttons: name to label; one of them may be what is likely wanted."""
        super().__init__()
        self._title, self._words, self._buttons, self._likely = title, words, buttons, likely

    def compose(self) -> ComposeResult:
        """Title, what is read, buttons."""
        with Vertical():
            yield Static(plain(self._title), classes="title")
            yield from self.above()
            with Horizontal(classes="buttons"):
                for name, label in self._buttons.items():
                    variant: ButtonVariant = "primary" if name == self._likely else "default"
                    yield Button(label, compact=True, id=name, variant=variant)

    def above(self) -> ComposeResult:
        """What is to be read."""
        yield Static(plain(self._words))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Do what a button says."""
        event.stop()
        self.press(event.button.id or "")

    @abstractmethod
    def press(self, name: str) -> None:
        """Do what the button of this name says."""


class Choose(Dialog[str]):
    """One of a few buttons."""

    DEFAULT_CSS = """
    Choose .choice { margin: 0; width: 100%; content-align: left middle; text-align: left; }
    """

    def __init__(self, title: str, words: str, choices: dict[str, str]) -> None:
        """Offer choices: name to label."""
        super().__init__()
        self._title, self._words, self._choices = title, words, choices
        self.set_class(len(choices) > MANY, "-many")

    def compose(self) -> ComposeResult:
        """Title, words, one button a choice."""
        with Vertical():
            yield Static(plain(self._title), classes="title")
            yield Static(plain(self._words))
            for name, label in self._choices.items():
                yield Button(plain(label), compact=True, id=name, classes="choice")
            yield Button(
                with_key(_("Cancel"), "escape"), compact=True, id="cancel", classes="choice"
            )

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Close the dialog with what the button stands for."""
        chosen = event.button.id or ""
        self.dismiss(chosen if chosen in self._choices else None)


class Curtain(ModalScreen[None]):
    """Shows nothing; while it is there no command leads away from the questions."""

    DEFAULT_CSS = """
    Curtain { background: $background; &:ansi { background: ansi_default; } }
    """


SMALLEST = Size(60, 20)
"""Columns and rows that the screens need."""


def is_too_small(size: Size) -> bool:
    """Whether the screens do not fit a window."""
    return size.width < SMALLEST.width or size.height < SMALLEST.height


class TooSmall(Overlay[None]):
    """Says what to do; goes away by itself when the window grows."""

    CSS = """
    TooSmall { align: center middle; background: $background; overflow: hidden; }
    TooSmall Static { width: auto; max-width: 100%; height: auto; text-align: center; }
    """

    def on_screen_resume(self, _event: ScreenResume) -> None:
        """Go if the window grew while something else lay over this."""
        if not is_too_small(self.app.size):
            self.dismiss()

    def compose(self) -> ComposeResult:
        """The one sentence."""
        yield Static(
            _(
                "This window is too small.\nMake it at least {width} by {height}.\nNothing is lost."
            ).format(width=SMALLEST.width, height=SMALLEST.height)
        )
