"""The practitioners: add, rename, say the role, remove."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from readiness.tui.plain import plain
from readiness.tui.screens.dialogs import AskText
from readiness.tui.screens.plan_screen import PlanScreen
from readiness.tui.view import View
from readiness.tui.widgets.status import Status

WHY = (
    "Practitioners appear by initials or role only, never by full name. They are asked about one "
    "by one because a practice stops when its people leave, have no hours, or never wanted it."
)


class PeopleScreen(PlanScreen):
    """Who delivers the practice."""

    CSS = """
    PeopleScreen Static { height: auto; padding: 0 1; }
    PeopleScreen .title { text-style: bold; }
    PeopleScreen OptionList { height: 1fr; border: none; }
    """
    BINDINGS = [
        Binding("a", "add", "Add"),
        Binding("r", "rename", "Rename"),
        Binding("o", "role", "Role"),
        Binding("d,delete", "remove", "Remove"),
        Binding("escape", "app.pop_screen", "Back"),
    ]

    def compose(self) -> ComposeResult:
        """Why it is asked, and who there is."""
        yield Static("Practitioners", classes="title")
        yield Static(WHY)
        yield OptionList(id="people")
        yield Status("a add  r rename  o role  d remove  ^Z undo  Esc back")

    def show(self, view: View) -> None:
        """List them."""
        people = self.query_one(OptionList)
        at = people.highlighted
        people.clear_options()
        for who, person in view.plan.people.items():
            people.add_option(Option(plain(f"{who:<10} {person.role}"), id=who))
        if people.option_count:
            people.highlighted = min(at or 0, people.option_count - 1)
        people.focus()

    @property
    def _who(self) -> str | None:
        people = self.query_one(OptionList)
        at = people.highlighted
        return people.get_option_at_index(at).id if at is not None else None

    def action_add(self) -> None:
        """Ask for initials or a role, and add."""

        def add(who: str | None) -> None:
            if who and who.strip():
                self.app.keep(lambda session: session.add_person(who.strip()))

        self.app.push_screen(AskText("Add a practitioner", "Initials or a role, such as AB"), add)

    def action_rename(self) -> None:
        """Ask for another name."""
        who = self._who
        if who is None:
            return

        def rename(name: str | None) -> None:
            if name and name.strip():
                self.app.keep(lambda session: session.rename_person(who, name.strip()))

        self.app.push_screen(AskText("Rename", "Initials or a role", who), rename)

    def action_role(self) -> None:
        """Ask for the role."""
        who = self._who
        if who is None:
            return
        role = self.app.open_session.plan.people[who].role

        def keep(words: str | None) -> None:
            if words is not None:
                self.app.keep(lambda session: session.set_role(who, words.strip()))

        self.app.push_screen(AskText("Role", "For example nurse", role), keep)

    def action_remove(self) -> None:
        """Take a practitioner out; undo brings them back."""
        who = self._who
        if who is not None:
            self.app.keep(lambda session: session.remove_person(who))
            self.app.notify("Removed. Ctrl+Z brings it back.", timeout=3, markup=False)
