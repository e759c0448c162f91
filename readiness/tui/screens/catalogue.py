"""The screens beside the questions: their keys, their titles, and the ways between them."""

from __future__ import annotations

import importlib

from textual import on, work
from textual.binding import Binding
from textual.screen import Screen

from readiness.app.operations.actions import adopt
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.sheets import DROPPED
from readiness.domain.schedule.actions import actions_for
from readiness.i18n.language import N_, _
from readiness.tui.leading import Lead
from readiness.tui.navigation import KEPT, Navigation
from readiness.tui.perform import perform

CATALOGUE: dict[str, tuple[str, str, str]] = {
    "hours": ("h", N_("Hours needed and freed"), "HoursScreen"),
    "patients": ("e", N_("Patients"), "PatientsScreen"),
    "monitoring": ("i", N_("Monitoring"), "MonitoringScreen"),
    "actions": ("a", N_("Action plan"), "ActionsScreen"),
    "calendar": ("c", N_("Calendar"), "CalendarScreen"),
    "flags": ("x", N_("Flags and X-rays"), "FlagsScreen"),
    "document": ("d", N_("Document"), "DocumentScreen"),
    "versions": ("v", N_("Versions: sittings and copies"), "VersionsScreen"),
}
"""Name of each screen, which is its module's, to its key, title and class."""

BINDINGS = [
    *(
        Binding(
            key,
            f"visit_screen('{name}')",
            title,
            tooltip=N_("Show this screen, from anywhere in the plan."),
        )
        for name, (key, title, _rest) in CATALOGUE.items()
    ),
    Binding(
        "ctrl+g",
        "go_to",
        N_("Go to a screen"),
        priority=True,
        tooltip=N_("Hours, patients, monitoring, actions, calendar, flags: from anywhere."),
    ),
    Binding(
        "plus,f12",
        "adopt",
        N_("Adopt this question's action"),
        tooltip=N_("Put the action for this question into the action plan."),
    ),
]
"""The keys of the program that lead to these screens."""


def screen_of(name: str) -> type[Screen[None]]:
    """The class of a screen; loaded only now, so that the program's first screen comes sooner."""
    module = importlib.import_module(f"readiness.tui.screens.{name}")
    found: type[Screen[None]] = getattr(module, CATALOGUE[name][2])
    return found


class Going(Navigation):
    """Leads to screens and to places of the plan."""

    def action_visit_screen(self, name: str) -> None:
        """Show a screen of the catalogue; one that is open already comes to the front."""
        if self.session is None or self.screen.is_modal:
            return
        wanted = screen_of(name)
        if not any(isinstance(one, wanted) for one in self.screen_stack):
            self.push_screen(self.kept(name) if name in KEPT else wanted())
            return
        while not isinstance(self.screen, wanted):
            self.pop_screen()

    def action_go_to(self) -> None:
        """Offer the screens."""
        from readiness.tui.screens.dialogs import Choose

        if self.session is None or self.screen.is_modal:
            return

        def go(name: str | None) -> None:
            if name == "map":
                self.action_map()
            elif name == "commands":
                self.action_command_palette()
            elif name is not None:
                self.action_visit_screen(name)

        ways = {name: f"{_(title)}   {key}" for name, (key, title, _rest) in CATALOGUE.items()}
        ways = {"map": _("The map   m"), **ways, "commands": _("All commands   Ctrl+P")}
        self.push_screen(Choose(_("Go to"), "", ways), go)

    def action_adopt(self) -> None:
        """Adopt the action for the question that is shown; where there is one, open it."""
        from readiness.tui.screens.area import AreaScreen

        if self.session is None or not isinstance(self.screen, AreaScreen):
            return
        item, view = self.screen.item, self.seen
        there = [one for one in actions_for(view.plan, item) if one.state != DROPPED]
        if there:
            self.lead(FieldRef(table="actions", entry=there[0].key))
        else:
            perform(self, lambda session: adopt(session, item), _("+ again says who and when."))

    @on(Lead)
    def _lead(self, event: Lead) -> None:
        event.stop()
        self.lead(event.spot, to_list=event.to_list)

    @work(exclusive=True, group="lead")
    async def lead(self, spot: FieldRef, *, to_list: bool = False) -> None:
        """Go to a place of the plan, or to its question in the list; Esc leads back."""
        if spot.table == "help":
            from readiness.tui.here import whole_help
            from readiness.tui.screens.help import HelpScreen

            self.push_screen(HelpScreen("", whole_help(), spot.entry))
        elif spot.table and spot.table != "accepted":
            await self._to_sheet(spot)
        elif spot.item in self.seen.template.items:
            from readiness.tui.screens.led import LedAreaScreen

            screen = LedAreaScreen(self.seen.template.items[spot.item].area, spot)
            await self.push_screen(screen)
            if not to_list:
                screen.call_after_refresh(screen.focus_spot)
        elif spot.person or spot.part == "people":
            from readiness.tui.screens.people import PeopleScreen

            self.push_screen(PeopleScreen())
        else:
            await self.run_action("details")

    async def _to_sheet(self, spot: FieldRef) -> None:
        if spot.entry:
            from readiness.tui.screens.entry import EntryScreen

            await self.push_screen(EntryScreen(spot.table, spot.entry, spot.part))
        elif spot.table == "actions":
            self.action_visit_screen("actions")
        else:
            self.action_visit_screen("hours")
            for screen in self.screen_stack:
                if isinstance(screen, screen_of("hours")):
                    screen.call_after_refresh(screen.run_action, "panel('closed')")
