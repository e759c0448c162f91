"""The list of an area's questions, each with its sign."""

from __future__ import annotations

from textual.binding import Binding
from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from readiness.describe.state import SIGNS, State, state_of
from readiness.i18n.language import N_, _
from readiness.tui.plain import joined, plain
from readiness.tui.states import square, style_of
from readiness.tui.view import View
from readiness.tui.widgets.boxes import Options

POINTED = "bold $block-cursor-foreground on $block-cursor-background"
"""How the question looks that the cursor is on, while the keys are here."""


class ItemList(Options):
    """Lines that change without moving the cursor; what the program does posts nothing.

    In a low window it is one row of numbers, the cursor on one of them.
    """

    BINDINGS = [
        Binding("left", "cursor_up", N_("Previous question"), show=False),
        Binding("right", "cursor_down", N_("Next question"), show=False),
    ]
    _strip: tuple[tuple[str, State], ...] = ()

    def fill(self, keys: list[str], view: View, item: str, *, is_strip: bool) -> None:
        """Show these items as they are in the plan; the cursor is on one."""
        states = [state_of(view.review.items[key]) for key in keys]
        strip = tuple(zip(map(_number, keys), states, strict=True)) if is_strip else ()
        if strip != self._strip:
            self._strip = strip
            self.refresh()
        lines = [_line(key, state, view) for key, state in zip(keys, states, strict=True)]
        with self.prevent(OptionList.OptionHighlighted):
            if [one.id for one in self.options] != keys:
                self.clear_options()
                self.add_options(
                    [Option(line, id=key) for key, line in zip(keys, lines, strict=True)]
                )
            for number, line in enumerate(lines):
                if self.get_option_at_index(number).prompt != line:
                    self.replace_option_prompt_at_index(number, line)
            if self.highlighted is None:
                self.point(item)

    def point(self, item: str) -> None:
        """Put the cursor on an item of the list."""
        with self.prevent(OptionList.OptionHighlighted):
            self.highlighted = self.get_option_index(item)

    def render_line(self, y: int) -> Strip:
        """One line, or all of them in one row."""
        if not self._strip:
            return super().render_line(y)
        width = self.size.width
        style = self.visual_style
        strips = Visual.to_strips(self, self._row(width), width, 1, style, apply_selection=False)
        return strips[0].adjust_cell_length(width, self.rich_style)

    def _row(self, width: int) -> Content:
        pieces: list[Content | str] = []
        for number, (name, state) in enumerate(self._strip):
            is_here, sign = number == self.highlighted, SIGNS[state]
            shown = joined(" ", Content.styled(sign, style_of(state)), name)
            if is_here:
                look = POINTED if self.has_focus else "underline"
                shown = Content.styled(f">{sign}{name}", look)
            pieces.append(shown.stylize(Style.from_meta({"option": number})))
        row, keys = joined(*pieces), _("F7/F8 question")
        gap = width - row.cell_length - len(keys)
        return joined(row, " " * gap, plain(keys, "$text-muted")) if gap > 0 else row


def _number(key: str) -> str:
    return key.rsplit("-", maxsplit=1)[-1]


def _line(key: str, state: State, view: View) -> Content:
    return joined(square(state), f"{_number(key)} {view.template.items[key].short}")
