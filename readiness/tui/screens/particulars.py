"""What a plan is called, for whom it is and when it starts: for a new plan and for an open one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Input, Static

from readiness.app.session import Session
from readiness.domain.checklist.form import FULL, SHORT, Form
from readiness.domain.kinds.days import out_of_reach
from readiness.i18n.language import N_, _
from readiness.i18n.typed import typed_date, typed_number
from readiness.i18n.words import day_words
from readiness.storage.regular import exists
from readiness.tui.focus import give_keys
from readiness.tui.plain import cleaned, plain
from readiness.tui.screens.dialogs import Dialog
from readiness.tui.widgets.boxes import LineBox
from readiness.tui.widgets.choice import Options

LONGEST_IMPLEMENTATION = 60
"""Months that an implementation period may last."""
FORMS = N_(
    "The short form asks about 20 questions (30 minutes), the full form about 50 (an hour); our "
    "estimates. s switches at any time."
)
DATE_HINT = N_("11 Jan 2027; empty if not decided")


def _line(label: str, name: str, text: str = "", hint: str = "") -> Iterator[Horizontal]:
    box = LineBox(cleaned(text), id=name, placeholder=cleaned(hint), max_length=400)
    yield Horizontal(Static(label), box, classes="line")


class NewPlan(Dialog[Session]):
    """The particulars of a new plan. `make` makes it, or says in words why it cannot."""

    def __init__(
        self,
        folder: Path,
        today: date,
        checklists: dict[str, str],
        make: Callable[[dict[str, Any]], Session | str],
    ) -> None:
        """Ask for the particulars; `checklists` is template id to name."""
        super().__init__()
        self._folder, self._today, self._checklists, self._make = folder, today, checklists, make
        self._proposed = "plan.toml"

    def compose(self) -> ComposeResult:
        """The fields."""
        chosen = "imr" if "imr" in self._checklists else next(iter(self._checklists), "")
        with Vertical():
            yield Static(_("New plan"), classes="title")
            yield from _line(_("Name of the plan"), "plan", hint=_("IMR at Riverside"))
            yield from _line(_("Service"), "service", hint=_("Riverside community team"))
            yield from _line(_("First patient session"), "start", hint=_(DATE_HINT))
            yield Static(id="day", classes="dim")
            yield Static(_("Checklists for"))
            yield Options(self._checklists, (chosen,), many=False)
            yield from _line(_("Keep it in the file"), "file", self._proposed)
            yield Static(
                plain(_("in the folder {folder}").format(folder=self._folder)), classes="dim"
            )
            yield Static(plain(_(FORMS)), classes="dim")
            yield Static(id="wrong", classes="wrong")
            with Horizontal(classes="buttons"):
                label = _("Short form (Enter)")
                yield Button(label, compact=True, id="ok", variant="primary")
                yield Button(_("Full form"), compact=True, id="full")
                yield Button(_("Cancel (Esc)"), compact=True, id="cancel")

    def on_input_submitted(self) -> None:
        """Enter in the last field starts; elsewhere it goes on."""
        if self.focused is not None and self.focused.id == "file":
            self._finish()
        else:
            self.focus_next()

    def on_options_chosen(self, event: Options.Chosen) -> None:
        """Mark the checklists that were chosen; there is always one."""
        if event.word is not None:
            self.query_one(Options).chosen = (event.word,)

    def on_options_go_on(self) -> None:
        """Go on to the file."""
        self.focus_next()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Start or leave."""
        if event.button.id in ("ok", "full"):
            self._finish(FULL if event.button.id == "full" else SHORT)
        else:
            self.dismiss(None)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say how the date is understood, propose a file, and say if it is there already."""
        if event.input.id == "start":
            self.query_one("#day", Static).update(plain(_day_said(event.value, self._today)))
        if event.input.id == "plan" and self.query_one("#file", Input).value == self._proposed:
            self._proposed = file_name(event.value)
            self.query_one("#file", Input).value = self._proposed
        path = self._path()
        self.say(
            _("{name} is there already; choose another name.").format(name=path.name)
            if exists(path)
            else ""
        )

    def _path(self) -> Path:
        name = self.query_one("#file", Input).value.strip() or self._proposed
        return path_of(name, self._folder)

    def _finish(self, form: Form = SHORT) -> None:
        boxes = {one.id or "": one.value.strip() for one in self.query(Input)}
        start = typed_date(boxes["start"], self._today)
        if wrong := _wrong_day(boxes["start"], start):
            self.say(wrong)
            give_keys(self.query_one("#start", Input))
            return
        (template,) = self.query_one(Options).chosen
        said = {**boxes, "start": start, "template": template, "path": self._path()}
        said["form"] = form
        made = self._make(said)
        if isinstance(made, str):
            self.say(made)
            give_keys(self.query_one("#file", Input))
        else:
            self.dismiss(made)


class Details(Dialog[dict[str, Any]]):
    """An open plan's particulars: name, service, start, months."""

    def __init__(self, said: dict[str, str], file: Path, today: date) -> None:
        """Show what they are now."""
        super().__init__()
        self._said, self._file, self._today = said, file, today

    def compose(self) -> ComposeResult:
        """The fields."""
        with Vertical():
            yield Static(_("About this plan"), classes="title")
            yield from _line(_("Name of the plan"), "plan", self._said["plan"])
            yield from _line(_("Service"), "service", self._said["service"])
            yield from _line(_("First patient session"), "start", self._said["start"], _(DATE_HINT))
            yield Static(id="day", classes="dim")
            yield from _line(_("Months it takes"), "months", self._said["months"], "12")
            yield Static(plain(_("Kept in {file}").format(file=self._file)), classes="dim")
            yield Static(id="wrong", classes="wrong")
            with Horizontal(classes="buttons"):
                yield Button(_("Keep (Enter)"), compact=True, id="ok", variant="primary")
                yield Button(_("Cancel (Esc)"), compact=True, id="cancel")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say how the date is understood."""
        if event.input.id == "start":
            self.query_one("#day", Static).update(plain(_day_said(event.value, self._today)))

    def on_input_submitted(self) -> None:
        """Enter in the last field keeps; elsewhere it goes on."""
        if self.focused is not None and self.focused.id == "months":
            self._finish()
        else:
            self.focus_next()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Keep or leave."""
        if event.button.id == "ok":
            self._finish()
        else:
            self.dismiss(None)

    def _finish(self) -> None:
        """Return the fields; what is not understood is said and nothing is lost."""
        boxes = {one.id or "": one.value.strip() for one in self.query(Input)}
        start, months = (
            typed_date(boxes["start"], self._today),
            typed_number(boxes["months"], "months"),
        )
        if wrong := _wrong_day(boxes["start"], start):
            self.say(wrong)
            give_keys(self.query_one("#start", Input))
        elif months is None or months != int(months) or not 1 <= months <= LONGEST_IMPLEMENTATION:
            self.say(
                _("Months must be a whole number from 1 to {longest_implementation}.").format(
                    longest_implementation=LONGEST_IMPLEMENTATION
                )
            )
            give_keys(self.query_one("#months", Input))
        else:
            self.dismiss({**boxes, "start": start, "months": int(months)})


def file_name(plan: str) -> str:
    """A name for the file of a plan, e.g. imr-at-riverside.toml."""
    words = "".join(c.casefold() if c.isalnum() else " " for c in plan).split()
    return f"{'-'.join(words)[:60].strip('-') or 'plan'}.toml"


def path_of(name: str, folder: Path) -> Path:
    """The file a person means by a name: in the folder unless it has its own; ends in .toml."""
    whole = name if name.casefold().endswith(".toml") else f"{name}.toml"
    return folder / Path(whole).expanduser()


def _wrong_day(text: str, day: date | None) -> str:
    """What is wrong with the first day as it was typed, or nothing."""
    if day is None:
        words = _("The date is not understood. Write it like 11 Jan 2027, or leave it empty.")
        return words if text else ""
    far = out_of_reach(day)
    return f"{far.why}; {far.todo}." if far else ""


def _day_said(text: str, today: date) -> str:
    if not text.strip():
        return ""
    day = typed_date(text, today)
    words = day_words(day) if day else _("not a date yet; try 11 Jan 2027")
    return f"{'':<22}{words}"
