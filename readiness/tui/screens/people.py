"""The practitioners: add, rename, say the role, remove."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

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
from readiness.app.operations.record import Typed, record, understood
from readiness.describe.identifiers import name_told
from readiness.domain.checklist.template import Template
from readiness.domain.kinds.value import InvalidValue
from readiness.domain.plan.field_ref import LEFT
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import Review
from readiness.i18n.language import N_, _
from readiness.i18n.words import spoken
from readiness.tui.bottom_lines import MessageLine, Status
from readiness.tui.drawing.bars import bars_drawn, hour_bars
from readiness.tui.drawing.texts import section_text
from readiness.tui.keyboard import give_keys
from readiness.tui.keys import Key, own_key
from readiness.tui.program import perform
from readiness.tui.screens.dialogs import ask
from readiness.tui.screens.form_dialog import AskText
from readiness.tui.screens.people_table import ORDERS, answers_about, people_table
from readiness.tui.screens.plan_screen import PlanScreen
from readiness.tui.view import View
from readiness.tui.widgets.boxes import Options, Panel
from readiness.tui.widgets.drawing import Draw, Drawing
from readiness.tui.widgets.glance import Glances, Shown
from readiness.tui.widgets.lines import following

WHY = N_(
    "Practitioners appear by initials or role only, never by full name. They are asked about one "
    "by one because a practice stops when its people leave, have no hours, or never wanted it."
)
WAYS = {
    "add": ("a", N_("Add")),
    "rename": ("r", N_("Rename")),
    "role": ("o", N_("Role")),
    "remove": ("d", N_("Remove")),
}


ROOMY = 30
"""Rows from which the hours are drawn below the table."""


WIDE, HUGE = 100, 160
"""Columns from which the answers about a practitioner are shown, and the agreement beside them."""


class AddPerson(AskText):
    """Asks for initials or a role; rows that are pasted are looked at instead."""


class PeopleScreen(PlanScreen):
    """Who delivers the practice."""

    CSS = """
    PeopleScreen > Static { height: auto; padding: 0 1; max-width: 90; }
    PeopleScreen .title { text-style: bold; background: $panel; color: $panel-foreground;
        max-width: 100%; }
    PeopleScreen #panel { height: auto; max-height: 60%; padding: 0 1; margin: 1 0; }
    PeopleScreen OptionList { height: auto; border: none; padding: 0; text-wrap: nowrap;
        text-overflow: ellipsis; }
    PeopleScreen #hours { height: auto; max-height: 40%; margin: 1 0; padding: 0 1; }
    PeopleScreen.-low #hours { display: none; }
    PeopleScreen Glances { height: 1fr; }
    PeopleScreen #heads { max-width: 100%; padding: 0; }
    PeopleScreen #ways { height: 1; padding: 0 1; }
    PeopleScreen Button { margin-right: 2; min-width: 8; }
    """
    LINE = ("add", "rename", "role", "left", "remove", "sort", "undo", "pop_screen")
    BINDINGS = [
        Key("a", "add", N_("Add a practitioner"), word=N_("Add")),
        Key("r", "rename", N_("Rename"), word=N_("rename")),
        Binding("o", "role", N_("Role")),
        Key("l", "left", N_("Left on: the last day of someone who is gone"), word=N_("left")),
        Binding("d,delete", "remove", N_("Remove")),
        Key("s", "sort", N_("Sort by another column"), word=N_("sort")),
        Binding("escape", "app.pop_screen", N_("Back")),
    ]

    _order = next(iter(ORDERS))

    def compose(self) -> ComposeResult:
        """Why it is asked, who there is, and what can be done."""
        yield Static(_("Practitioners"), classes="title")
        yield Static(_(WHY))
        with Panel(id="panel"):
            yield Static(id="heads")
            yield Options(id="people")
        with Horizontal(id="ways"):
            for name, (key, label) in WAYS.items():
                yield Button(f"{key} {_(label)}", compact=True, id=name)
        with Panel(id="hours"):
            yield Drawing()
        yield Glances(("answers", "agreement"))
        yield Status(self.LINE)

    async def on_mount(self) -> None:
        """Tell from now on what changes here do."""
        self.app.plan.came_to("people")

    def show(self, view: View) -> None:
        """List the practitioners of the plan."""
        people = self.query_one(OptionList)
        at, who = people.highlighted, self._who
        people.clear_options()
        heads, rows = people_table(view, self._order, self.app.size.width - 6)
        self.query_one("#heads", Static).update(heads if rows else "")
        people.add_options([Option(row, id=who) for who, row in rows])
        panel = self.query_one("#panel", Panel)
        panel.border_title = _("Practitioners: {n}").format(n=len(rows))
        hours = self.query_one("#hours", Panel)
        hours.border_title = _("Hours in a full week")
        self.set_class(self.app.size.height < ROOMY or not rows, "-low")
        bars, chars = hour_bars(view.review.facts.people), self.app.appearance.characters
        self.query_one(Drawing).draw(lambda width: [*bars_drawn(bars, width, chars)])
        panel.border_subtitle = _("s sorts: {order}").format(order=_(self._order))
        if not view.plan.people:
            words = _("Nobody yet. Press {key} to add the first.")
            people.add_option(Option(words.format(key=own_key(type(self), "add"))))
        near = min(at or 0, people.option_count - 1)
        people.highlighted = next((n for n, (one, _row) in enumerate(rows) if one == who), near)
        give_keys(people)
        self.query_one(Glances).fill(self._glances(view))
        self.query_one(MessageLine).follow(view.did)

    def on_option_list_option_highlighted(self) -> None:
        """Show what is known about the practitioner that the cursor is on."""
        self.query_one(Glances).fill(self._glances(self.app.plan.seen))

    def _glances(self, view: View) -> Iterator[Shown]:
        """What was answered about a practitioner; the agreement to be signed."""
        who, size = self._who, self.app.size
        if who is None or who not in view.plan.people or size.width < WIDE or size.height < ROOMY:
            return
        title = _("What is answered about {who}").format(who=who)
        yield Shown("answers", title, partial(answers_about, view, who), (view.plan, who))
        if size.width >= HUGE:
            title = _("The agreement with {who}").format(who=who)
            of = (view.template, view.plan, view.review, self.app.today())
            yield Shown("agreement", title, partial(_agreement, of, who), (view.plan, who))

    def on_resize(self) -> None:
        """Show the columns that fit now."""
        is_other = self._drawn_for != self.app.size
        if is_other and self.app.plan.view is not None and self.is_shown:
            self.show(self.app.plan.view)

    def action_sort(self) -> None:
        """Sort by another column."""
        self._order = following(ORDERS, self._order)
        self.show(self.app.plan.seen)

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

        def add(who: str) -> None:
            if who:
                perform(self.app, lambda session: add_person(session, who), is_told=False)
                people = self.query_one(OptionList)
                people.highlighted = people.get_option_index([*self.app.plan.seen.plan.people][-1])
                self._doubt(who)

        words = _("Initials or a role, such as AB or nurse 2. No full names.")
        ask(self.app, AddPerson(_("Add a practitioner"), words, text, self._unfit), add)

    def action_rename(self) -> None:
        """Ask for another name."""
        who = self._who
        if who is None:
            return

        def rename(name: str) -> None:
            if name:
                perform(self.app, lambda session: rename_person(session, who, name), is_told=False)
                self._doubt(name)

        title, words = _("Rename {who}").format(who=who), _("Initials or a role")
        ask(self.app, AskText(title, words, who, lambda name: self._unfit(name, who)), rename)

    def action_role(self) -> None:
        """Ask for the role."""
        who = self._who
        if who is None:
            return

        def keep(words: str) -> None:
            perform(self.app, lambda session: set_role(session, who, words), is_told=False)

        role = self.app.plan.open_session.plan.people[who].role
        ask(
            self.app,
            AskText(_("Role of {who}").format(who=who), _("For example nurse"), role),
            keep,
        )

    def action_left(self) -> None:
        """Ask for the last day of someone who is not there any more; the entry stays."""
        who, session = self._who, self.app.plan.open_session
        if who is None:
            return

        def meant(typed: str) -> Typed | InvalidValue:
            return understood(session, ["person", who, f"{LEFT}={typed}"])

        def wrong(typed: str) -> str:
            found = meant(typed)
            return f"{found.why}; {found.todo}." if isinstance(found, InvalidValue) else ""

        def keep(typed: str) -> None:
            found = meant(typed)
            if isinstance(found, Typed):
                perform(self.app, lambda session: record(session, found))

        title = _("{who} left").format(who=who)
        words = _("The last day. The entry stays; Today says what is to be placed.")
        left = spoken(session.plan.people[who].parts.get(LEFT))
        ask(self.app, AskText(title, words, left, wrong), keep)

    def action_remove(self) -> None:
        """Take a practitioner out; undo brings them back."""
        who = self._who
        if who is not None:
            perform(self.app, lambda session: remove_person(session, who))


def _agreement(of: tuple[Template, Plan, Review, date], who: str) -> Draw:
    from readiness.app.operations.documents import agreement_text

    text = agreement_text(of, who)
    return lambda width: section_text(text, width).split("\n")
