"""The list of an area's questions, each with its sign."""

from __future__ import annotations

from textual.widgets import OptionList
from textual.widgets.option_list import Option

from readiness.describe.state import sign_of
from readiness.tui.plain import plain
from readiness.tui.view import View
from readiness.tui.widgets.options import Options


class ItemList(Options):
    """Lines that change without moving the cursor; what the program does posts nothing."""

    def fill(self, keys: list[str], view: View, item: str) -> None:
        """Show these items as they are in the plan; the cursor is on one."""
        lines = [_line(key, view) for key in keys]
        with self.prevent(OptionList.OptionHighlighted):
            if [one.id for one in self.options] != keys:
                self.clear_options()
                self.add_options(
                    [Option(plain(line), id=key) for key, line in zip(keys, lines, strict=True)]
                )
            for number, line in enumerate(lines):
                if str(self.get_option_at_index(number).prompt) != line:
                    self.replace_option_prompt_at_index(number, plain(line))
            if self.highlighted is None:
                self.point(item)

    def point(self, item: str) -> None:
        """Put the cursor on an item of the list."""
        with self.prevent(OptionList.OptionHighlighted):
            self.highlighted = self.get_option_index(item)


def _line(key: str, view: View) -> str:
    state, item = view.review.items[key], view.template.items[key]
    return f"{sign_of(state)} {key.rsplit('-', maxsplit=1)[-1]} {item.short}"
