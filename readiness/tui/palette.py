"""The command palette: everything that can be done, by its name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from textual.app import SystemCommand
from textual.dom import DOMNode
from textual.screen import Screen

from readiness.i18n.language import _
from readiness.tui.commands import COMMANDS, WITHOUT_PLAN, Command
from readiness.tui.keys import area_number, commands_of, key_words
from readiness.tui.program import Program
from readiness.tui.screens.dialogs import Curtain
from readiness.tui.screens.palette import PaletteScreen


class Palette:
    """Offers every command that is possible here, those that have no key as well."""

    def __init__(self, app: Program) -> None:
        """Offer what this program and its screens can do."""
        self._app = app

    def show(self) -> None:
        """Offer the commands, once; none to who answers a workshop on somebody's computer."""
        app = self._app
        if not any(isinstance(one, PaletteScreen | Curtain) for one in app.screen_stack):
            app.push_screen(PaletteScreen(list(app.get_system_commands(app.screen))))

    def commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What can be done on a screen, then what can be done anywhere, each once."""
        here = {one.action.removeprefix("app."): one for one in commands_of(type(screen))}
        for one in here.values():
            if area_number(one.action) and not self._area_at(area_number(one.action)):
                continue
            command = Command(one.action, one.description, one.tooltip, one.key)
            yield self._offered(command, screen, _("On this screen."))
        anywhere = {one.action: one for one in reversed(COMMANDS) if one.action not in here}
        has_plan = self._app.plan.session is not None
        for command in reversed(anywhere.values()):
            if has_plan or command.action in WITHOUT_PLAN:
                yield self._offered(command, self._app, "")

    def _offered(self, command: Command, node: DOMNode, where: str) -> SystemCommand:
        area = self._area_at(area_number(command.action))
        title = _("Area {n}").format(n=area_number(command.action)) if area else _(command.name)
        tooltip = _(command.tooltip) if command.tooltip else where
        words = _("{area}: its questions.").format(area=area) if area else tooltip or title
        if command.keys:
            key = _("Key: {key}").format(key=key_words(command.keys.split(",")[0]))
            words = f"{words} {key}"

        def run() -> None:
            self._app.call_later(self._app.run_action, command.action, node)

        return SystemCommand(title, words, run)

    def _area_at(self, number: int) -> str:
        """The title of an area by its number; empty where there is none."""
        view = self._app.plan.view
        areas = list(view.template.areas.values()) if view else []
        return areas[number - 1].title if 0 < number <= len(areas) else ""
