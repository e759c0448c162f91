"""Small questions over a screen: each returns what was said, or None."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from readiness.core.typed import typed_date, typed_number
from readiness.core.words import date_words
from readiness.tui.plain import plain

FRAME = """
{name} {{ align: center middle; }}
{name} > Vertical {{ width: 64; max-width: 100%; height: auto; max-height: 100%; padding: 1 2;
    background: $surface; border: round $primary; }}
{name} Static {{ height: auto; }}
{name} .title {{ text-style: bold; margin-bottom: 1; }}
{name} Horizontal {{ height: auto; margin-top: 1; }}
{name} Button {{ margin-right: 2; }}
"""


class AskText(ModalScreen[str | None]):
    """One line of text."""

    CSS = FRAME.format(name="AskText")
    BINDINGS = [Binding("escape", "dismiss(None)", "Cancel")]

    def __init__(self, title: str, words: str, text: str = "") -> None:
        """Ask for a text."""
        super().__init__()
        self._title, self._words, self._text = title, words, text

    def compose(self) -> ComposeResult:
        """Title, words, box, buttons."""
        with Vertical():
            yield Static(plain(self._title), classes="title")
            yield Static(plain(self._words))
            yield Input(self._text, max_length=1000)
            with Horizontal():
                yield Button("OK (Enter)", id="ok", variant="primary")
                yield Button("Cancel (Esc)", id="cancel")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return what was typed."""
        self.dismiss(event.value)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Return what was typed, or nothing."""
        self.dismiss(self.query_one(Input).value if event.button.id == "ok" else None)


class Choose(ModalScreen[str | None]):
    """One of a few buttons."""

    CSS = FRAME.format(name="Choose")
    BINDINGS = [Binding("escape", "dismiss(None)", "Cancel")]

    def __init__(self, title: str, words: str, choices: dict[str, str]) -> None:
        """Offer choices: name to label."""
        super().__init__()
        self._title, self._words, self._choices = title, words, choices

    def compose(self) -> ComposeResult:
        """Title, words, one button a choice."""
        with Vertical():
            yield Static(plain(self._title), classes="title")
            yield Static(plain(self._words))
            for name, label in self._choices.items():
                yield Button(label, id=name)
            yield Button("Cancel (Esc)", id="cancel")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Return the choice."""
        chosen = event.button.id or ""
        self.dismiss(chosen if chosen in self._choices else None)


class NewPlan(ModalScreen[dict[str, object] | None]):
    """Five fields of a new plan."""

    CSS = FRAME.format(name="NewPlan")
    BINDINGS = [Binding("escape", "dismiss(None)", "Cancel")]

    def __init__(self, folder: str, today: date, templates: list[str]) -> None:
        """Ask for the particulars."""
        super().__init__()
        self._folder, self._today, self._templates = folder, today, templates

    def compose(self) -> ComposeResult:
        """The fields."""
        with Vertical():
            yield Static("New plan", classes="title")
            yield Static("What is the plan called?")
            yield Input(id="plan", placeholder="IMR at Riverside", max_length=200)
            yield Static("Service")
            yield Input(id="service", placeholder="Riverside community team", max_length=200)
            yield Static("First day with patients (leave empty if not decided)")
            yield Input(id="start", placeholder="2027-01-11 or 11 Jan 2027", max_length=40)
            yield Static(plain(f"Template: {', '.join(self._templates)}"))
            yield Input("imr", id="template", max_length=200)
            yield Static("File")
            yield Input("plan.toml", id="file", max_length=400)
            yield Static("", id="said")
            with Horizontal():
                yield Button("Start", id="ok", variant="primary")
                yield Button("Cancel (Esc)", id="cancel")

    def on_input_submitted(self) -> None:
        """Enter in the last field starts; elsewhere it goes on."""
        if self.focused is not None and self.focused.id == "file":
            self._finish()
        else:
            self.focus_next()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Start or leave."""
        if event.button.id == "ok":
            self._finish()
        else:
            self.dismiss(None)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say how the date is understood."""
        if event.input.id == "start":
            day = typed_date(event.value, self._today)
            words = date_words(day) if day else "not a date yet" if event.value.strip() else ""
            self.query_one("#said", Static).update(plain(words))

    def _finish(self) -> None:
        said: dict[str, object] = {
            one.id or "": one.value.strip() for one in self.query(Input) if one.id != "start"
        }
        start = typed_date(self.query_one("#start", Input).value, self._today)
        self.dismiss({**said, "start": start})


class Details(ModalScreen[dict[str, object] | None]):
    """The plan's particulars: name, service, start, months."""

    CSS = FRAME.format(name="Details")
    BINDINGS = [Binding("escape", "dismiss(None)", "Cancel")]

    def __init__(self, said: dict[str, str], today: date) -> None:
        """Show what they are now."""
        super().__init__()
        self._said, self._today = said, today

    def compose(self) -> ComposeResult:
        """The fields."""
        labels = {
            "plan": "What is the plan called?",
            "service": "Service",
            "start": "First day with patients",
            "months": "Length of the implementation period in months",
        }
        with Vertical():
            yield Static("About this plan", classes="title")
            for name, label in labels.items():
                yield Static(label)
                yield Input(self._said.get(name, ""), id=name, max_length=200)
            with Horizontal():
                yield Button("Keep", id="ok", variant="primary")
                yield Button("Cancel (Esc)", id="cancel")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Return the fields; what is not understood is left as it was."""
        if event.button.id != "ok":
            self.dismiss(None)
            return
        values = {one.id or "": one.value.strip() for one in self.query(Input)}
        said: dict[str, object] = {"plan": values["plan"], "service": values["service"]}
        start, months = typed_date(values["start"], self._today), typed_number(values["months"])
        if start is not None or not values["start"]:
            said["start"] = start
        if months is not None and 1 <= months <= 60:  # noqa: PLR2004 - the plan's own range
            said["months"] = int(months)
        self.dismiss(said)
