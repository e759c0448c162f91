"""The practitioners: add, rename, say the role, remove."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from readiness.app.operations.people import (
    add_person,
    remove_person,
    rename_person,
    set_role,
    unfit_name,
)
from readiness.describe.identifiers import name_told
from readiness.describe.person import hours_words, stay_words
from readiness.i18n.language import N_, _
from readiness.tui.focus import give_keys
from readiness.tui.perform import perform
from readiness.tui.plain import joined, plain
from readiness.tui.screens.form_dialog import AskText
from readiness.tui.screens.plan_screen import PlanScreen
from readiness.tui.view import View
from readiness.tui.widgets.options import Options
from readiness.tui.widgets.status import Status
from readiness.tui.widgets.why import Did

WHY = N_(
    "Practitioners appear by initials or role only, never by full name. They are asked about one "
    "by one because a practice stops when its people leave, have no hours, or never wanted it."
)
WAYS = {
    "add": N_("a Add"),
    "rename": N_("r Rename"),
    "role": N_("o Role"),
    "remove": N_("d Remove"),
}


class AddPerson(AskText):
    """Asks for initials or a role; rows that are pasted are looked at instead."""


class PeopleScreen(PlanScreen):
    """Who delivers the practice."""

    CSS = """
    PeopleScreen > Static { height: auto; padding: 0 1; max-width: 90; }
    PeopleScreen > Did { height: 3; max-width: 100%; dock: bottom; margin-bottom: 1; }
    PeopleScreen .title { text-style: bold; background: $panel; color: $panel-foreground;
        max-width: 100%; }
    PeopleScreen OptionList { height: auto; max-height: 1fr; border: none; margin: 1 0;
        padding: 0 1; max-width: 90; }
    PeopleScreen #ways { height: 1; padding: 0 1; }
    PeopleScreen Button { margin-right: 2; min-width: 8; }
    """
    BINDINGS = [
        Binding("a", "add", N_("Add a practitioner"), show=False),
        Binding("r", "rename", N_("Rename"), show=False),
        Binding("o", "role", N_("Role"), show=False),
        Binding("d,delete", "remove", N_("Remove"), show=False),
        Binding("escape", "app.pop_screen", N_("Back"), show=False),
    ]

    def compose(self) -> ComposeResult:
        """Why it is asked, who there is, and what can be done."""
        yield Static(_("Practitioners"), classes="title")
        yield Static(_(WHY))
        yield Options(id="people")
        with Horizontal(id="ways"):
            for name, label in WAYS.items():
                yield Button(_(label), compact=True, id=name)
        yield Did()
        yield Status(_("a add  r rename  o role  d remove  Ctrl+Z undo  Esc back"))

    async def on_mount(self) -> None:
        """Tell from now on what changes here do."""
        self.app.plan.came_to("people")

    def show(self, view: View) -> None:
        """List them."""
        people = self.query_one(OptionList)
        at = people.highlighted
        people.clear_options()
        for who, person in view.plan.people.items():
            said = view.review.facts.inputs.people.get(who, {})
            about = f"{hours_words(said)}, {stay_words(said)}"
            line = joined(plain(f"{who:<12} {person.role}"), plain(f"\n{'':<12} {about}", "dim"))
            people.add_option(Option(line, id=who))
        if not view.plan.people:
            people.add_option(Option(_("Nobody yet. Press a to add the first.")))
        people.highlighted = min(at or 0, people.option_count - 1)
        give_keys(people)
        self.query_one(Did).show(view)

    @property
    def _who(self) -> str | None:
        people = self.query_one(OptionList)
        at = people.highlighted
        return people.get_option_at_index(at).id if at is not None else None

    def on_option_list_option_selected(self) -> None:
        """Enter on a practitioner changes the role; with nobody there yet, it adds the first."""
        if self._who is None:
            self.action_add()
        else:
            self.action_role()

    async def on_button_pressed(self, event: Button.Pressed) -> None:
        """Do what the button says."""
        await self.run_action(str(event.button.id))

    def _unfit(self, name: str, now: str = "") -> str:
        return unfit_name(self.app.plan.seen.plan, name, now)

    def _doubt(self, name: str) -> None:
        words = name_told(name, self.app.today())
        if words:
            self.app.messages.warn(words + "\n" + _("r renames."))

    def action_add(self, text: str = "") -> None:
        """Ask for initials or a role, and add."""

        def add(who: str | None) -> None:
            if who:
                perform(self.app, lambda session: add_person(session, who), is_told=False)
                people = self.query_one(OptionList)
                people.highlighted = people.option_count - 1
                self._doubt(who)

        words = _("Initials or a role, such as AB or nurse 2. No full names.")
        self.app.push_screen(AddPerson(_("Add a practitioner"), words, text, self._unfit), add)

    def action_rename(self) -> None:
        """Ask for another name."""
        who = self._who
        if who is None:
            return

        def rename(name: str | None) -> None:
            if name:
                perform(self.app, lambda session: rename_person(session, who, name), is_told=False)
                self._doubt(name)

        ask = AskText(
            _("Rename {who}").format(who=who),
            _("Initials or a role"),
            who,
            lambda name: self._unfit(name, who),
        )
        self.app.push_screen(ask, rename)

    def action_role(self) -> None:
        """Ask for the role."""
        who = self._who
        if who is None:
            return
        role = self.app.plan.open_session.plan.people[who].role

        def keep(words: str | None) -> None:
            if words is not None:
                perform(self.app, lambda session: set_role(session, who, words), is_told=False)

        self.app.push_screen(
            AskText(_("Role of {who}").format(who=who), _("For example nurse"), role), keep
        )

    def action_remove(self) -> None:
        """Take a practitioner out; undo brings them back."""
        who = self._who
        if who is not None:
            perform(self.app, lambda session: remove_person(session, who))
