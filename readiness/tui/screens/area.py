"""An area: its items on the left, the current question in the middle."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Horizontal
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from readiness.core.review import sign_of
from readiness.tui.plain import plain
from readiness.tui.screens.plan_screen import PlanScreen
from readiness.tui.view import View
from readiness.tui.widgets.question import Question
from readiness.tui.widgets.status import Status


class AreaScreen(PlanScreen):
    """The questions of one area, one at a time."""

    CSS = """
    AreaScreen #head { height: 1; padding: 0 1; text-style: bold; background: $panel; }
    AreaScreen #items { width: 27; height: 1fr; border: none; }
    AreaScreen #pane { width: 1fr; height: 1fr; }
    AreaScreen.-wide #items { width: 34; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]
    BINDINGS = [
        *(Binding(str(n), f"area({n})", f"Area {n}", show=False) for n in range(1, 6)),
        Binding("escape", "back", "Back", show=False),
        Binding("ctrl+down,f8", "step(1)", "Next question"),
        Binding("ctrl+up,f7", "step(-1)", "Previous question"),
    ]

    def __init__(self, area: str, item: str) -> None:
        """Show an area at an item."""
        super().__init__()
        self._area, self._item = area, item

    @property
    def item(self) -> str:
        """The item that is shown."""
        return self._item

    def compose(self) -> ComposeResult:
        """Head, list and question."""
        yield Static(id="head")
        with Horizontal():
            yield OptionList(id="items")
            yield Container(id="pane")
        yield Status("enter answer  F8 next  F3 unanswered  F4 flag  F2 map  F1 help")

    async def on_mount(self) -> None:
        """Start with the keys on the list."""
        await super().on_mount()
        self.query_one("#items", OptionList).focus()
        await self._open()

    async def go(self, area: str, item: str) -> None:
        """Show another item, of this area or another."""
        is_new = (area, item) != (self._area, self._item)
        self._area, self._item = area, item
        if is_new:
            self.show(self.app.seen)
            await self._open()

    async def _open(self) -> None:
        pane = self.query_one("#pane", Container)
        await pane.remove_children()
        await pane.mount(Question(self._item, self.app.seen, self.app.today()))
        self.app.at_item(self._item)

    def show(self, view: View) -> None:
        """Draw the list and the question's state."""
        keys = [key for key, _ in view.template.items_of(self._area)]
        number = list(view.template.areas).index(self._area) + 1
        place = f"{self._item}  {keys.index(self._item) + 1} of {len(keys)}"
        title = view.template.areas[self._area].title
        self.query_one("#head", Static).update(plain(f"{number} {title}   {place}"))
        items = self.query_one("#items", OptionList)
        lines = [_line(key, view) for key in keys]
        if [str(items.get_option_at_index(n).prompt) for n in range(items.option_count)] != lines:
            with self.prevent(OptionList.OptionHighlighted):
                items.clear_options()
                items.add_options(
                    [Option(plain(line), id=key) for key, line in zip(keys, lines, strict=True)]
                )
        with self.prevent(OptionList.OptionHighlighted):
            items.highlighted = keys.index(self._item)
        for question in self.query(Question):
            question.show(view)

    async def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the item the cursor is on."""
        if event.option.id and event.option.id != self._item:
            await self.go(self._area, event.option.id)

    def on_option_list_option_selected(self) -> None:
        """Put the keys on the question's first field."""
        for question in self.query(Question):
            question.focus_first()

    def action_back(self) -> None:
        """From a field to the list, from the list to the map."""
        items = self.query_one("#items", OptionList)
        if items.has_focus:
            self.app.action_map()
        else:
            items.focus()

    def action_area(self, number: int) -> None:
        """Open an area by its number."""
        keys = list(self.app.seen.review.areas)
        if number <= len(keys):
            self.app.open_area(keys[number - 1])

    def action_step(self, step: int) -> None:
        """Go to the next or previous question, over the borders of areas."""
        keys = list(self.app.seen.template.items)
        at = keys.index(self._item) + step
        if 0 <= at < len(keys):
            self.app.open_item(keys[at])


def _line(key: str, view: View) -> str:
    state, item = view.review.items[key], view.template.items[key]
    return f"{sign_of(state)} {key.rsplit('-', maxsplit=1)[-1]:<3} {item.short}"
