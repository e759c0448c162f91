"""Which plan it is: one of the folder, a new one, and what the open one is called and for whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from textual.app import ComposeResult
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from readiness.app.operations.new_plan import USUAL_TEMPLATE, NewPlan, is_taken
from readiness.app.operations.open_plan import is_plan_there, plans_of
from readiness.app.session import Session
from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import FULL, SHORT
from readiness.domain.kinds.days import typed_day
from readiness.domain.kinds.value import InvalidValue
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.fields import FormField
from readiness.domain.plan.particulars import LABELS, TYPED, typed_particular
from readiness.i18n.language import N_, _
from readiness.i18n.times import Frame
from readiness.i18n.words import day_words
from readiness.tui.form.blocks import Block, Entry, FormButton, FormText
from readiness.tui.form.layout import NAMES
from readiness.tui.form.lines import HINT
from readiness.tui.keyboard import give_keys
from readiness.tui.line_text import plain
from readiness.tui.screens.form_dialog import FormDialog
from readiness.tui.widgets.boxes import Options

TEMPLATE = "template"
"""The field that says for what the checklists are."""

FORMS = N_(
    "The short form asks about 20 questions (30 minutes), the full form about 50 (an hour); our "
    "estimates. s switches at any time."
)
WEEK_BEFORE = N_("empty: a week before the start")
REQUESTS_HINT = N_("empty: a draft; more with ;")
DATE_HINT = N_("11 Jan 2027; empty if not decided")


LONGEST_FOLDER = 44
"""Characters of a folder that stand on one line of the dialog, behind what says that it is one."""


class NewPlanDialog(FormDialog[Session]):
    """The particulars of a new plan. `make` makes it, or says in words why it cannot."""

    OK = N_("Short form")

    def __init__(
        self,
        folder: Path,
        today: date,
        checklists: Mapping[str, str],
        make: Callable[[NewPlan], Session | str],
    ) -> None:
        """Ask for the particulars; `checklists` is template id to name."""
        super().__init__(_("New plan"))
        self._folder, self._today, self._checklists, self._make = folder, today, checklists, make
        self._proposed = "plan.toml"

    def texts(self) -> dict[str, str]:
        """The usual checklists, and a file that is proposed."""
        first = next(iter(self._checklists), "")
        usual = USUAL_TEMPLATE if USUAL_TEMPLATE in self._checklists else first
        return {TEMPLATE: usual, "file": self._proposed}

    def fields(self) -> list[Block]:
        """The fields, and what is to be known about them."""
        start = self.answers.texts.get("start", "")
        part = Part(kind="choice", label=_("Checklists for"))
        where = _("in the folder {folder}").format(folder=_short(str(self._folder)))
        return [
            self.field("plan", _("Name of the plan"), _("IMR at Riverside")),
            self.field("service", _("Service"), _("Riverside community team")),
            self.field("start", _("First day with patients"), _(DATE_HINT)),
            _quiet(_day_said(start, self._today)),
            Entry(FormField(FieldRef(part=TEMPLATE), part), dict(self._checklists)),
            self.field("file", _("Keep it in the file")),
            _quiet(where),
            _quiet(_(FORMS)),
        ]

    def more_ways(self) -> list[FormButton]:
        """The form of all questions."""
        return [FormButton("full", _("Full form"))]

    def changed(self) -> None:
        """Propose a file, say if it is there already, and keep one of the checklists."""
        texts = self.answers.texts
        texts[TEMPLATE] = texts[TEMPLATE] or self.texts()[TEMPLATE]
        if texts["file"] == self._proposed:
            self._proposed = texts["file"] = file_name(texts.get("plan", ""))
        path = self._path()
        words = _("{name} is there already; choose another name.").format(name=path.name)
        self.say(words if is_taken(path) else "")

    def _path(self) -> Path:
        name = self.answers.texts["file"].strip() or self._proposed
        return path_of(name, self._folder)

    def finish(self, way: str) -> None:
        """Make the file of the plan; where that fails, why is said and the dialog stays open."""
        texts = {name: text.strip() for name, text in self.answers.texts.items()}
        start = typed_particular("start", texts.get("start", ""), self._today)
        if isinstance(start, InvalidValue):
            self.refuse("start", start)
            return
        day, form = start if isinstance(start, date) else None, FULL if way == "full" else SHORT
        plan, service = (texts.get(name, "") for name in ("plan", "service"))
        made = self._make(NewPlan(self._path(), texts[TEMPLATE], plan, service, day, form))
        if isinstance(made, str):
            self.say(made)
            self.form.focus_at(FieldRef(part="file"))
        else:
            self.dismiss(made)


class Details(FormDialog[dict[str, Any]]):
    """An open plan's particulars: name, service, start, months."""

    OK = N_("Keep")

    def __init__(self, said: dict[str, str], file: Path, today: date) -> None:
        """Show what they are now."""
        super().__init__(_("About this plan"))
        self._said, self._file, self._today = said, file, today

    def texts(self) -> dict[str, str]:
        """What they are now."""
        return self._said

    def fields(self) -> list[Block]:
        """The fields."""
        return [
            self.field("plan", _("Name of the plan")),
            self.field("service", _("Service")),
            self.field("start", _("First day with patients"), _(DATE_HINT)),
            _quiet(_day_said(self.answers.texts["start"], self._today)),
            self.field("months", _("Months it takes"), "12"),
            self.field("decider", LABELS["decider"], _("The head of department")),
            self.field("meeting", LABELS["meeting"], _(DATE_HINT)),
            self.field("conditions_by", LABELS["conditions_by"], _(WEEK_BEFORE)),
            self.field("requests", LABELS["requests"], _(REQUESTS_HINT)),
            _quiet(_("Kept in {file}").format(file=self._file)),
        ]

    def finish(self, way: str) -> None:  # noqa: ARG002 - there is one
        """Return the fields; what is not understood is said, and the dialog stays open."""
        texts = {name: text.strip() for name, text in self.answers.texts.items()}
        said = {name: typed_particular(name, texts[name], self._today) for name in TYPED}
        for name, value in said.items():
            if isinstance(value, InvalidValue):
                self.refuse(name, value)
                return
        self.dismiss(said)


def _short(folder: str) -> str:
    """A folder on one line: of a long one its end, which says most."""
    return folder if len(folder) <= LONGEST_FOLDER else f"...{folder[3 - LONGEST_FOLDER :]}"


def file_name(plan: str) -> str:
    """A name for the file of a plan, e.g. imr-at-riverside.toml."""
    words = "".join(c.casefold() if c.isalnum() else " " for c in plan).split()
    return f"{'-'.join(words)[:60].strip('-') or 'plan'}.toml"


def path_of(name: str, folder: Path) -> Path:
    """The file a person means by a name: in the folder unless it has its own; ends in .toml."""
    whole = name if name.casefold().endswith(".toml") else f"{name}.toml"
    return folder / Path(whole).expanduser()


def _day_said(text: str, today: date) -> str:
    if not text.strip():
        return ""
    day = typed_day(text, Frame(today))
    words = day_words(day) if isinstance(day, date) else _("not a date yet; try 11 Jan 2027")
    if isinstance(day, InvalidValue):
        words = f"{day.why}; {day.todo}"
    return f"{'':{NAMES}}{words}"


def _quiet(words: str) -> FormText:
    return FormText(plain(words), HINT, has_gap=False)


class OpenPlan(FormDialog[Session]):
    """Asks for a file. `read` opens it, or says in words why it cannot."""

    OK = N_("Open")

    def __init__(self, folder: Path, read: Callable[[Path], Session | str]) -> None:
        """Ask for a file, in this folder where the name has none."""
        super().__init__(_("Open a plan"))
        self._folder, self._read = folder, read
        self._plans = plans_of(folder)

    def above(self) -> ComposeResult:
        """The plans in the folder."""
        words = _("Plans in {folder}") if self._plans else _("There is no plan in {folder}")
        yield Static(plain(words.format(folder=self._folder)), classes="dim")
        if self._plans:
            yield Options(*(Option(plain(path.name)) for path in self._plans))
        yield Static(_("The file's name, with its folder where it is elsewhere"))

    def give_first(self) -> None:
        """Focus the list, where there is one."""
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
