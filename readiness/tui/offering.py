"""The command palette: everything that can be done, by its name."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import SystemCommand
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from readiness.i18n.language import N_, _
from readiness.tui.keys import WITHOUT_PLAN, commands_of, key_words
from readiness.tui.screens.plan_screen import EXAMPLE, FORM
from readiness.tui.walk import Walk


class Offering(Walk):
    """Offers every command, those that have no key as well."""

    EXTRA = {
        "action_switch_form": (FORM.description, FORM.tooltip),
        "action_area_example": (N_("Worked example of this area"), EXAMPLE),
        "action_tour": (N_("Take the tour"), N_("Two minutes over the real screens.")),
        "action_example": (
            N_("Open the worked example"),
            N_("A whole plan to look at and to try out."),
        ),
        "action_close_plan": (N_("Close this plan"), N_("Save, and go to the start screen.")),
        "action_new": (N_("New plan"), N_("Start a plan from empty checklists.")),
        "action_open_file": (N_("Open a plan"), N_("Open another plan file.")),
        "action_change_language": (
            N_("Language / Språk: English, Norsk"),
            N_("Change the language of the program; the plan's file stays as it is."),
        ),
        "action_word": (
            N_("Make a Word file"),
            N_("Make the document as a Word file, to edit it."),
        ),
        "action_other_forms": (
            N_("Document: brief, or shared without names"),
            N_("Read the document, and make it brief or for sharing from there."),
        ),
        "action_web": (
            N_("Make a web page"),
            N_("Make the document as one HTML file, beside the plan."),
        ),
        "action_open_document": (
            N_("Open the document that was made"),
            N_("With the program that this computer has for it."),
        ),
    }

    def action_command_palette(self) -> None:
        """Offer every command by its name."""
        from readiness.tui.screens.once import Palette

        if not any(isinstance(one, Palette) for one in self.screen_stack):
            self.push_screen(Palette())

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer every command in the palette, in plain words."""
        here = {one.action.removeprefix("app."): one for one in commands_of(type(screen))}
        everywhere = {one.action: one for one in commands_of(type(self)) if one.action not in here}
        for binding in here.values():
            yield self._command(binding, screen, _("On this screen."))
        for binding in everywhere.values():
            if self.session is not None or binding.action in WITHOUT_PLAN:
                yield self._command(binding, self, "")
        for action, (title, words) in self.EXTRA.items():
            is_possible = self.session is not None or action in WITHOUT_PLAN
            if is_possible and action.removeprefix("action_") not in here:
                yield SystemCommand(_(title), _(words), getattr(self, action))

    def action_other_forms(self) -> None:
        """Show the document, from which its other forms are made."""
        self.call_later(self.run_action, "visit_screen('document')")

    def _area_named(self, action: str) -> str:
        """The title of the area that a command opens; empty for every other command."""
        number = action.removeprefix("area(").removesuffix(")")
        areas = list(self.view.template.areas.values()) if self.view else []
        if not number.isdecimal() or int(number) > len(areas):
            return ""
        return _("{area}: its questions.").format(area=areas[int(number) - 1].title)

    def _command(self, binding: Binding, node: DOMNode, where: str) -> SystemCommand:
        about = self._area_named(binding.action) or _(binding.tooltip) or where
        key = _("Key: {key}").format(key=key_words(binding.key))
        title = _(binding.description)
        words = f"{about or title} {key}"

        def run() -> None:
            self.call_later(self.run_action, binding.action, node)

        return SystemCommand(title, words, run)
