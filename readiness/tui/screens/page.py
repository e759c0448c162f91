"""What the screens beside the questions share: a list, its details, more under both, a field."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widget import Widget

from readiness.i18n.language import N_, _
from readiness.tui.bottom_lines import Status
from readiness.tui.form.blocks import Entry
from readiness.tui.form.dialog_form import SideForm
from readiness.tui.keyboard import give_keys
from readiness.tui.keys import Named
from readiness.tui.screens.plan_screen import PlanScreen
from readiness.tui.view import View
from readiness.tui.widgets.boxes import Head, PlainBox
from readiness.tui.widgets.drawing import Draw, ScrolledPicture
from readiness.tui.widgets.glance import Glances, Shown
from readiness.tui.widgets.lines import Line, Lines


class Page(PlanScreen):
    """A screen with a list. It draws itself anew only while it is seen."""

    DEFAULT_CSS = """
    Page #body { height: 3fr; layout: vertical; }
    Page #list, Page #detail { border: solid $border-blurred; border-title-color: $text;
        border-title-style: bold; border-subtitle-color: $text-muted; }
    Page #list:focus, Page #detail:focus-within { border: double $border;
        border-title-color: $border; }
    Page #list.-bare:focus { outline: none; }
    Page #list { height: 1fr; padding: 0 1; }
    Page #detail { height: 9; }
    Page.-wide #body { layout: horizontal; }
    Page.-wide #list { width: 1fr; height: 1fr; }
    Page.-wide #detail { width: 52; height: 1fr; }
    Page.-huge #body { layout: horizontal; }
    Page.-huge #list { width: 1fr; height: 1fr; }
    Page.-huge #detail { width: 84; height: 1fr; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (160, "-huge")]
    BINDINGS = [Binding("escape", "leave", N_("Back"))]
    TITLES = ("", "")
    """What the list and its details are called."""
    LINE: tuple[Named, ...] = ("leave",)
    """The commands of the bottom line, the first ones wherever it is short, and the last."""

    def compose(self) -> ComposeResult:
        """Head, list, details, keys."""
        yield Head(id="head")
        with PlainBox(id="body"):
            yield Lines(id="list")
            yield self.beside()
        yield Status(self.LINE)

    def beside(self) -> Widget:
        """What stands beside or under the list."""
        return ScrolledPicture(id="detail")

    def begin(self) -> None:
        """Start with the list focused; two fast keys may have led away again already."""
        for lines in self.query(Lines):
            give_keys(lines)

    @property
    def lines(self) -> Lines:
        """The list of the page, whose selected line is shown in detail."""
        return self.query_one("#list", Lines)

    def show(self, view: View) -> None:
        """Draw a state of the plan; a list that is drawn already waits until it is seen again."""
        if self.is_current or not self.lines.option_count:
            self.draw(view)
        else:
            self._drawn = None

    def draw(self, view: View) -> None:
        """Draw a state of the plan: head, list and details."""
        for name, title in zip(("#list", "#detail"), self.TITLES, strict=True):
            self.query_one(name).border_title = _(title) if title else ""
        self.query_one(Head).head(self.head(view))
        self.lines.fill(self.rows(view))
        self.draw_detail(view)

    def draw_detail(self, view: View) -> None:
        """Draw what stands beside the list."""
        self.query_one(ScrolledPicture).draw(self.detail(view, self.lines.key))

    def on_option_list_option_highlighted(self) -> None:
        """Show the details of the line the cursor is on."""
        self.draw_detail(self.app.plan.seen)
        self.query_one(ScrolledPicture).scroll_home(animate=False)

    @abstractmethod
    def head(self, view: View) -> str:
        """The words of the title line."""

    @abstractmethod
    def rows(self, view: View) -> list[Line]:
        """The lines of the list."""

    @abstractmethod
    def detail(self, view: View, key: str) -> Draw:
        """What stands beside the list for a line of it."""

    def action_leave(self) -> None:
        """Back to where the person came from."""
        self.app.pop_screen()

    def name_keys(self, line: tuple[Named, ...]) -> None:
        """Name other commands in the bottom line."""
        self.query_one(Status).say(line)


class GlancePage(Page):
    """Shows panels that are only read; they take no keys, and none of them makes a key slower."""

    GLANCES: tuple[str, ...] = ()
    """The names of the panels, from the left."""

    def compose(self) -> ComposeResult:
        """The page, and the panels under it."""
        yield from super().compose()
        yield Glances(self.GLANCES)

    @abstractmethod
    def glances(self, view: View, key: str) -> Iterator[Shown]:
        """What the panels show that there is room for, for the line the cursor is on."""

    def draw_detail(self, view: View) -> None:
        """Draw what stands beside the list, and under both where there is room."""
        super().draw_detail(view)
        self.query_one(Glances).fill(self.glances(view, self.lines.key))

    def on_resize(self) -> None:
        """Show what there is room for now."""
        is_other = self._drawn_for != self.app.size
        if is_other and self._drawn is not None and self.is_shown:
            self.call_after_refresh(self.draw_detail, self._drawn)


class EditBox(VerticalScroll, can_focus=False):
    """The field that is edited, and under it a picture."""

    DEFAULT_CSS = """
    EditBox { padding: 0 0 0 1; }
    EditBox SideForm { margin-right: 1; }
    EditBox Picture, EditBox Picture:focus { height: 1fr; min-height: 3; padding: 0; border: none; }
    """


class InlineEdit(Page):
    """A page on which a field of a line can be edited without leaving it."""

    def beside(self) -> Widget:
        """The field that is edited, and what stands beside the list."""
        return EditBox(SideForm(), ScrolledPicture(), id="detail")

    @property
    def edited(self) -> SideForm:
        """Where a field is edited."""
        return self.query_one(SideForm)

    def edit(self, made: Callable[[View], Entry]) -> None:
        """Open a field below the list; it takes the place of one that is open."""
        self.edited.open(made, self.app.plan.seen)
        self.query_one("#detail").scroll_home(animate=False)

    def draw(self, view: View) -> None:
        """Draw it, and what is edited."""
        super().draw(view)
        self.edited.show(view)

    def close_edit(self) -> bool:
        """Close what is edited; whether there was anything."""
        was_open = self.edited.is_open
        self.edited.close()
        if was_open:
            give_keys(self.lines)
        return was_open

    def on_form_finished(self) -> None:
        """What was typed is in the plan already: back to the list."""
        self.close_edit()

    def action_leave(self) -> None:
        """From what is edited to the list, from the list back."""
        if not self.close_edit():
            super().action_leave()
