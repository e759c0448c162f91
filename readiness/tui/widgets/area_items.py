"""The questions of an area: the list of them, each with its sign, and what they come to."""

from __future__ import annotations

from textual.binding import Binding
from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from readiness.describe.state import SIGNS, State, squares, state_counts, state_of
from readiness.i18n.language import N_, _, n_
from readiness.tui.line_text import joined, plain
from readiness.tui.states import counts, square, squares_of, style_of
from readiness.tui.view import View
from readiness.tui.widgets.boxes import FRAME, HELD, Options

POINTED = "bold $block-cursor-foreground on $block-cursor-background"
"""How the selected question looks while the list has the focus."""

AROUND = 5
"""Columns of the head around its words."""


class ItemList(Options):
    """Lines that change without moving the cursor; what the program does posts nothing.

    In a low window it is one row of numbers, the cursor on one of them.
    """

    DEFAULT_CSS = f"""
    ItemList {{ {FRAME} scrollbar-size-vertical: 1; }}
    ItemList {{ text-wrap: nowrap; text-overflow: ellipsis; }}
    ItemList:focus {{ {HELD} }}
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


def head_of(area: str, item: str, keys: list[str], view: View, width: int) -> tuple[Content, str]:
    """The head for a question of an area, and the place in it, both as long as the width allows.

    `keys` are the questions that the list of the area shows.
    """
    state, number = view.review.areas[area], list(view.template.areas).index(area)
    name = f"{number + 1} {view.template.areas[area].title}"
    title = name + (_(" (short form)") if state.left_out else "")
    asked = [view.review.items[key] for key in keys]
    marks = squares_of(one for one, _key in squares(asked))
    said = _("{number} of {count}   {answered} answered").format(
        number=keys.index(item) + 1, count=len(keys), answered=state.answered
    )
    short, words = said.split("   ")[0], ""
    if state.left_out:
        words = n_("{n} not asked", "{n} not asked", state.left_out).format(n=state.left_out)
        words = f", {words}"
    head = joined(plain(title, "bold"), "  ", marks)
    least = joined(plain(name, "bold"), "  ", marks)
    # "6 not asked" tells of the short form too; a square that is cut tells nothing.
    place = f"{said}{words}"
    ways = (
        (joined(head, "  ", counts(state_counts(asked))), place),
        (head, place),
        (least, place),
        (least, f"{short}{words}"),
        (least, short),
    )
    return next(
        (one for one in ways if one[0].cell_length + len(one[1]) + AROUND <= width), ways[-1]
    )
