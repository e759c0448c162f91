"""The ways between screens: to the map, to a question, to a page, to a place of the plan."""

from __future__ import annotations

import asyncio
from importlib import import_module

from textual.events import ScreenResume, ScreenSuspend
from textual.screen import Screen

from readiness.domain.followup.scale import raters_of
from readiness.domain.plan.field_ref import PEOPLE, WITH_ROWS, FieldRef
from readiness.i18n.language import _
from readiness.tui.commands import CATALOGUE, command_key, screen_of
from readiness.tui.keys import key_words
from readiness.tui.program import Program
from readiness.tui.screens.map import MapScreen
from readiness.tui.screens.plan_screen import PlanScreen
from readiness.tui.view import View

KEPT = {"area": "AreaScreen", "hours": "HoursScreen"}
"""Modules of the screens that stay once they are made, for they are come back to again and again,
and their classes."""


class Navigation:
    """Shows screens; knows which are kept, and waits while one of them comes."""

    def __init__(self, app: Program) -> None:
        """Show screens of this program."""
        self._app = app
        self.coming = asyncio.Lock()
        """Held while another question comes onto the screen."""

    @property
    def can_leave(self) -> bool:
        """Whether a plan is open, and no dialog over it."""
        return self._app.plan.session is not None and not self._app.screen.is_modal

    @property
    def item(self) -> str:
        """The question that is shown; empty elsewhere."""
        screen = self._app.screen
        return screen.item if isinstance(screen, PlanScreen) else ""

    def kept(self, name: str) -> Screen[None]:
        """The kept screen of this name; made if it is wanted for the first time."""
        app = self._app
        if not app.is_screen_installed(name):
            module = import_module(f"readiness.tui.screens.{name}")
            app.install_screen(getattr(module, KEPT[name])(), name)
        found: Screen[None] = app.get_screen(name)
        return found

    async def prepare(self, name: str) -> None:
        """Make a kept screen while nobody waits for it; it is not shown.

        To make it takes longer than to show it. It leaves the stack before anything is painted;
        keys wait meanwhile, and the screen in front does not hear that it was covered.
        """
        async with self.coming:
            if self.can_leave and not self._app.is_screen_installed(name):
                screen = self.kept(name)
                with self._app.prevent(ScreenSuspend):
                    made = self._app.push_screen(screen)
                with self._app.prevent(ScreenResume):
                    self._app.pop_screen()
                await made

    def clear(self) -> None:
        """Leave all screens, the kept ones too: another plan or language makes them anew."""
        app = self._app
        while len(app.screen_stack) > 1:
            app.pop_screen()
        for name in KEPT:
            if app.is_screen_installed(name):
                screen = app.get_screen(name)
                app.uninstall_screen(name)
                if screen.is_running:
                    screen.remove()

    def open_area(self, area: str) -> None:
        """Show an area at its first item without an answer, else at its first."""
        if self._app.plan.session is None:
            return
        seen = self._app.plan.seen
        state = seen.review.items
        every = [key for key, _item in seen.template.items_of(area)]
        keys = [key for key in every if state[key].counts] or every
        self.open_item(next((key for key in keys if not state[key].answered), keys[0]))

    def open_item(self, item: str) -> None:
        """Show an item in its area; of two that are asked for at once, the later one stays."""
        self._app.run_worker(self.show_item(item), group="open")

    async def show_item(self, item: str) -> None:
        """Show an item in its area; returns when it is there."""
        from readiness.tui.screens.area import AreaScreen

        app = self._app
        async with self.coming:
            if app.plan.session is None:
                return
            area = app.plan.session.template.items[item].area
            if isinstance(app.screen, AreaScreen):
                app.screen.go(area, item)
                return
            self._uncover_map()
            screen = self.kept("area")
            if isinstance(screen, AreaScreen):
                screen.come_to(area, item)
            await app.push_screen(screen)

    def show_map(self) -> None:
        """Show the map: the start of an open plan, with all areas."""
        if self._app.plan.session is not None:
            self._app.plan.at_item("")
            self._uncover_map()

    def _uncover_map(self) -> None:
        while not isinstance(self._app.screen, MapScreen):
            self._app.pop_screen()

    def show_unanswered(self) -> None:
        """Go to the next item without an answer."""
        session = self._app.plan.session
        if session is not None:
            found = session.review.next_unanswered(self.item or None)
            self._go_on(found, _nothing_left(self._app.plan.seen))

    def show_flag(self) -> None:
        """Go to the next item with a flag or an X-ray; what is about no item is in their list."""
        from readiness.describe.finding import ELSEWHERE, no_problem, way_on

        session = self._app.plan.session
        if session is None:
            return
        now = self.item or None
        plan, template, today = session.plan, session.template, session.today
        item, xray = way_on(plan, template, session.review, today, now)
        if item == ELSEWHERE:
            self.show_page("flags")
        else:
            self._go_on(item, no_problem())
        if xray and item != now:
            self._app.messages.tell(xray)

    def _go_on(self, item: str | None, none: str) -> None:
        if item is None or item == self.item:
            self._app.messages.tell(none if item is None else _("There is no other."))
        else:
            self.open_item(item)

    def show_page(self, name: str) -> None:
        """Show a screen of the catalogue; one that is open already comes to the front."""
        if self.can_leave:
            wanted = screen_of(name)
            if not self.back_to(wanted):
                self._app.push_screen(self.kept(name) if name in KEPT else wanted())

    def back_to(self, kind: type[Screen[None]]) -> bool:
        """Come back to a screen of a kind that is open; whether there is one."""
        app = self._app
        if not any(isinstance(one, kind) for one in app.screen_stack):
            return False
        while not isinstance(app.screen, kind):
            app.pop_screen()
        return True

    def show_people(self) -> None:
        """Show the practitioners, over what is shown."""
        from readiness.tui.screens.people import PeopleScreen

        if self.can_leave and not isinstance(self._app.screen, PeopleScreen):
            self._app.push_screen(PeopleScreen())

    def offer_pages(self) -> None:
        """Ask which page to show."""
        from readiness.tui.screens.dialogs import Choose, ask

        if not self.can_leave:
            return

        def go(name: str) -> None:
            if name == "map":
                self.show_map()
            elif name == "people":
                self.show_people()
            elif name == "commands":
                self._app.action_command_palette()
            else:
                self.show_page(name)

        ways = {
            "map": (_("Map"), command_key("map")),
            "people": (_("Practitioners"), command_key("people")),
            **{name: (_(title), key) for name, (key, title, _rest) in CATALOGUE.items()},
            "commands": (_("All commands"), key_words(self._app.COMMAND_PALETTE_BINDING)),
        }
        told = {name: f"{title}   {key}" for name, (title, key) in ways.items()}
        ask(self._app, Choose(_("Go to"), "", told), go)

    def lead(self, ref: FieldRef, *, to_list: bool = False, heading: str = "") -> None:
        """Go to a place of the plan, or to its question in the list; Esc leads back.

        With a heading, go to that part of the help.
        """
        way = self._to_help(heading) if heading else self._lead(ref, to_list=to_list)
        self._app.run_worker(way, group="lead", exclusive=True)

    async def _to_help(self, heading: str) -> None:
        from readiness.tui.context_help import whole_help
        from readiness.tui.screens.text_page import HelpScreen

        await self._app.push_screen(HelpScreen("", whole_help(), heading))

    async def _lead(self, ref: FieldRef, *, to_list: bool) -> None:
        app, items = self._app, self._app.plan.seen.template.items
        if ref.table == PEOPLE or (ref.person and ref.item not in items):
            from readiness.tui.screens.people import PeopleScreen

            app.push_screen(PeopleScreen())
        elif ref.table and ref.table != "accepted":
            await self._to_table(ref)
        elif ref.item in items:
            from readiness.tui.screens.area_visit import AreaVisit

            screen = AreaVisit(items[ref.item].area, ref)
            await app.push_screen(screen)
            if not to_list:
                screen.call_after_refresh(screen.focus_ref)
        else:
            await app.run_action("details")

    async def _to_table(self, ref: FieldRef) -> None:
        if ref.table == WITH_ROWS and (ref.row or self._is_rated(ref)):
            from readiness.tui.screens.review import ReviewScreen

            await self._app.push_screen(ReviewScreen(ref.entry, ref.row or ""))
        elif ref.entry:
            from readiness.tui.screens.entry import EntryScreen

            await self._app.push_screen(EntryScreen(ref.table, ref.entry, ref.part))
        elif ref.table == "actions":
            self.show_page("actions")
        else:
            self.show_page("hours")
            for screen in self._app.screen_stack:
                if isinstance(screen, screen_of("hours")):
                    screen.call_after_refresh(screen.run_action, "panel('closed')")

    def _is_rated(self, ref: FieldRef) -> bool:
        """Whether a review as a whole is meant, or what is to be settled, and somebody rates it."""
        fields = self._app.plan.seen.plan.fidelity.get(ref.entry, {})
        return ref.part in ("", "settled_on") and bool(raters_of(fields))


def _nothing_left(view: View) -> str:
    """That no question is without an answer, and whether others are not asked."""
    if any(area.left_out for area in view.review.areas.values()):
        return _("Every question that is asked is answered; s asks the full form.")
    return _("Every question is answered.")
