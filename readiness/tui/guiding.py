"""What guides a person: the help, the search, the worked example, the tour."""

from __future__ import annotations

from readiness.app.operations.example import worked_example
from readiness.domain.rules.review import review
from readiness.i18n.language import _
from readiness.tui.opening import Opening
from readiness.tui.screens import catalogue
from readiness.tui.screens.area import AreaScreen
from readiness.tui.screens.map import MapScreen
from readiness.tui.screens.small import TooSmall

TOUR_LINES, ROOMY_LINES = 10, 36
"""Lines that a card of the tour takes, and from which on a screen need not move up for it."""


class Guiding(Opening, catalogue.Going):
    """Leads to everything that explains."""

    _tour_from_start = False

    def action_help(self) -> None:
        """Say something about the thing under the cursor, or leave the help."""
        from readiness.tui.here import here, whole_help
        from readiness.tui.screens.help import HelpScreen

        if isinstance(self.screen, HelpScreen):
            self.pop_screen()
        elif not isinstance(self.screen, TooSmall):
            self.push_screen(HelpScreen(here(self, self.view), whole_help()))

    def action_search(self) -> None:
        """Show the search, the one that is open already where there is one."""
        if self.session is None or self.screen.is_modal:
            return
        from readiness.tui.screens.search import SearchScreen

        if any(isinstance(one, SearchScreen) for one in self.screen_stack):
            while not isinstance(self.screen, SearchScreen):
                self.pop_screen()
        else:
            self.push_screen(SearchScreen())

    def action_area_example(self) -> None:
        """Show how the worked example answers the area that the person is at."""
        if self.session is None or self.screen.is_modal:
            return
        from readiness.tui.screens.example import ExampleScreen

        if isinstance(self.screen, ExampleScreen):
            return
        area, item = self._at()
        found = worked_example(self._library)
        if isinstance(found, str):
            self.wrong(found)
            return
        template, plan = found
        if area not in template.areas:
            self.tell(_("There is no worked example of this area."))
            return
        state = review(template, plan, self.today())
        self.push_screen(ExampleScreen(area, item, template, plan, state))

    def _at(self) -> tuple[str, str]:
        """The area and the question that the person is at; the first area elsewhere."""
        if isinstance(self.screen, AreaScreen):
            item = self.screen.item
            return self.seen.template.items[item].area, item
        if isinstance(self.screen, MapScreen):
            return self.screen.pointed, ""
        return next(iter(self.seen.template.areas)), ""

    def action_tour(self) -> None:
        """Walk a person over the real screens; from the start screen, over the worked example."""
        if self.screen.is_modal:
            return
        self.offers_tour, self._tour_from_start = False, self.session is None
        if self._tour_from_start:
            self.action_example()
        self.call_later(self._tour, 0)

    async def _tour(self, at: int) -> None:
        """Show a stop; what the person says there leads to the next."""
        from readiness.tui.screens.tour import STOPS, TourCard

        def go(step: int | None) -> None:
            shown.styles.padding = 0
            if step is None or at + step == len(STOPS):
                self._end_tour()
            else:
                self.call_later(self._tour, at + step)

        await self._stop_at(STOPS[at].screen)
        shown = self.screen
        if STOPS[at].moves_up and self.size.height < ROOMY_LINES:
            shown.styles.padding = (0, 0, TOUR_LINES, 0)
        self.push_screen(TourCard(at), go)

    def _end_tour(self) -> None:
        if self._tour_from_start:
            self.action_close_plan()
        else:
            self.action_map()
        self.tell(_("t on the map or in the help calls the tour again."))

    async def _stop_at(self, screen: str) -> None:
        if screen == "map":
            self.action_map()
        elif screen == "question":
            if not isinstance(self.screen, AreaScreen):
                flags = self.seen.review.flags
                item = flags[0].item if flags else next(iter(self.seen.template.items))
                await self.show_item(item)
        else:
            self.action_map()
            self.action_visit_screen(screen)
