"""What guides a person: the help, the search, the worked example, the tour."""

from __future__ import annotations

from readiness.i18n.language import _
from readiness.tui.navigation import Navigation
from readiness.tui.plan_files import PlanFiles
from readiness.tui.program import Program
from readiness.tui.screens.area import AreaScreen
from readiness.tui.screens.dialogs import TooSmall
from readiness.tui.screens.map import MapScreen

TOUR_LINES, ROOMY_LINES = 10, 36
"""Lines that a card of the tour takes, and from which on a screen need not move up for it."""


class Guide:
    """Leads to everything that explains."""

    def __init__(self, app: Program, navigation: Navigation, files: PlanFiles) -> None:
        """Guide through this program."""
        self._app, self._navigation, self._files = app, navigation, files
        self._tour_from_start = False

    def show_help(self) -> None:
        """Say something about the thing under the cursor, or leave the help."""
        from readiness.tui.context_help import help_here, whole_help
        from readiness.tui.screens.text_page import HelpScreen

        if isinstance(self._app.screen, HelpScreen):
            self._app.pop_screen()
        elif not isinstance(self._app.screen, TooSmall):
            self._app.push_screen(
                HelpScreen(help_here(self._app, self._app.plan.view), whole_help())
            )

    def show_messages(self) -> None:
        """Show what was said on the message line, the newest first."""
        from readiness.tui.screens.text_page import TextPage

        said = [one.words for one in reversed(self._app.messages.said)]
        self._app.push_screen(TextPage("\n\n".join(said) or _("Nothing was said yet.")))

    def show_search(self) -> None:
        """Show the search, the one that is open already where there is one."""
        if not self._navigation.can_leave:
            return
        from readiness.tui.screens.search import SearchScreen

        if not self._navigation.back_to(SearchScreen):
            self._app.push_screen(SearchScreen())

    def show_example(self) -> None:
        """Show how the worked example answers the area that the person is at."""
        if not self._navigation.can_leave:
            return
        from readiness.tui.screens.text_page import ExampleScreen

        if isinstance(self._app.screen, ExampleScreen):
            return
        area, item = self._at()
        found = self._app.worked_example.read()
        if isinstance(found, str):
            self._app.messages.wrong(found)
        elif area not in found.template.areas:
            self._app.messages.tell(_("There is no worked example of this area."))
        else:
            self._app.push_screen(ExampleScreen(area, item, found))

    def _at(self) -> tuple[str, str]:
        """The area and the question that the person is at; the first area elsewhere."""
        if isinstance(self._app.screen, AreaScreen):
            item = self._app.screen.item
            return self._app.plan.seen.template.items[item].area, item
        if isinstance(self._app.screen, MapScreen):
            return self._app.screen.pointed, ""
        return next(iter(self._app.plan.seen.template.areas)), ""

    def take_tour(self) -> None:
        """Walk a person over the real screens; from the start screen, over the worked example."""
        if self._app.screen.is_modal:
            return
        self._app.offers_tour, self._tour_from_start = False, self._app.plan.session is None
        if self._tour_from_start:
            self._files.open_example()
        self._app.call_later(self._tour, 0)

    async def _tour(self, at: int) -> None:
        """Show a stop; what the person says there leads to the next."""
        from readiness.tui.screens.tour import STOPS, TourCard

        def go(step: int | None) -> None:
            shown.styles.padding = 0
            if step is None or at + step == len(STOPS):
                self._end_tour()
            else:
                self._app.call_later(self._tour, at + step)

        await self._stop_at(STOPS[at].screen)
        shown = self._app.screen
        if STOPS[at].moves_up and self._app.size.height < ROOMY_LINES:
            shown.styles.padding = (0, 0, TOUR_LINES, 0)
        self._app.push_screen(TourCard(at), go)

    def _end_tour(self) -> None:
        if self._tour_from_start:
            self._files.close_plan()
        else:
            self._navigation.show_map()
        self._app.messages.tell(_("t on the map or in the help calls the tour again."))

    async def _stop_at(self, screen: str) -> None:
        if screen == "map":
            self._navigation.show_map()
        elif screen == "question":
            if not isinstance(self._app.screen, AreaScreen):
                flags = self._app.plan.seen.review.flags
                item = flags[0].item if flags else next(iter(self._app.plan.seen.template.items))
                await self._navigation.show_item(item)
        else:
            self._navigation.show_map()
            self._navigation.show_page(screen)
