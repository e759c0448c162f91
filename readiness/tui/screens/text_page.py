"""Pages to read: the help, the worked example, and texts such as what an earlier version says."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from readiness.describe.area import not_ready_told
from readiness.i18n.language import N_, _
from readiness.tui.bottom_lines import Status
from readiness.tui.keyboard import Present, give_keys
from readiness.tui.keys import Key
from readiness.tui.line_text import joined, plain
from readiness.tui.worked_example import Sample

SCROLL = (
    Key("up,down", "", word=N_("scroll")),
    Key("pageup,pagedown", "", word=N_("turn a page")),
)
"""The keys of a text that is longer than the screen, for its bottom line."""


class ReadingScreen(Present, Screen[None]):
    """Something to be read and scrolled, from its beginning or from what is named `found`."""

    def on_mount(self) -> None:
        """Let the arrow keys scroll, from what was looked for on."""
        scroll = self.query_one(VerticalScroll)
        give_keys(scroll)
        for block in self.query("#found"):
            self.call_after_refresh(scroll.scroll_to_widget, block, animate=False, top=True)


class TextPage(ReadingScreen):
    """A text that can be scrolled; any of the usual keys goes back."""

    CSS = """
    TextPage VerticalScroll { padding: 1 2; }
    TextPage VerticalScroll Static { height: auto; max-width: 76; }
    """
    BINDINGS = [
        Binding("escape,q,f1", "app.pop_screen", N_("Back"), tooltip=N_("To where you came from.")),
    ]

    def __init__(self, text: str) -> None:
        """Show a text as it is."""
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """The text."""
        with VerticalScroll():
            yield Static(plain(self._text))
        yield Status((*SCROLL, "pop_screen"))


class HelpScreen(ReadingScreen):
    """A text that can be scrolled; any of the usual keys goes back."""

    CSS = """
    HelpScreen VerticalScroll { padding: 0 0 0 2; }
    HelpScreen VerticalScroll Static { height: auto; max-width: 76; }
    HelpScreen .title { background: $panel; color: $panel-foreground; text-style: bold;
        padding: 0 2; width: 100%; height: 1; }
    HelpScreen #rest { text-style: bold; margin: 1 0; }
    """
    BINDINGS = [
        Binding("escape,q,f1", "app.pop_screen", N_("Back"), tooltip=N_("To where you came from.")),
        Key(
            "t",
            "tour",
            N_("Take the tour"),
            tooltip=N_("Two minutes through the program."),
            word=N_("tour"),
        ),
    ]

    def __init__(self, here: str, whole: str, section: str = "") -> None:
        """Show what is to be said here, and the whole; begin at a section where one is named."""
        super().__init__()
        self._here, self._whole, self._section = here, whole, section

    def compose(self) -> ComposeResult:
        """About here, then everything."""
        yield Static(plain(_("Help")), classes="title")
        with VerticalScroll():
            if self._here:
                yield Static(plain(self._here), id="here")
                yield Static(plain(_("The whole help")), id="rest")
            for block in self._whole.split("\n\n"):
                name = "found" if block.partition("\n")[0] == self._section else None
                yield Static(plain(f"{block}\n"), id=name)
        yield Status((*SCROLL, "tour", "pop_screen"))

    async def action_tour(self) -> None:
        """Leave the help and take the tour."""
        await self.app.pop_screen()
        await self.app.run_action("app.tour")


class ExampleScreen(ReadingScreen):
    """One area of the worked example, from the question that the person was at."""

    CSS = """
    ExampleScreen #head { height: auto; padding: 0 1; background: $warning-muted;
        color: $text-warning; text-style: bold; }
    ExampleScreen VerticalScroll { padding: 1 2; }
    ExampleScreen VerticalScroll Static { height: auto; max-width: 90; margin-bottom: 1; }
    """
    BINDINGS = [
        Binding("escape,q,w", "app.pop_screen", N_("Back"), tooltip=N_("To your own plan.")),
    ]

    def __init__(self, area: str, item: str, sample: Sample) -> None:
        """Show an area of the example."""
        super().__init__()
        self._area, self._item, self._sample = area, item, sample

    def compose(self) -> ComposeResult:
        """That it is an example, then each question with its answer."""
        sample = self._sample
        area = sample.template.areas[self._area]
        head = _("EXAMPLE, not your plan: {area} at a made-up service").format(area=area.title)
        yield Static(plain(head), id="head")
        with VerticalScroll():
            yield Static(plain(not_ready_told(self._area, sample.template, sample.state)))
            for key, _item in sample.template.items_of(self._area):
                name = "found" if key == self._item else None
                yield Static(joined(sample.headed(key), *sample.answered(key)), id=name)
        yield Status((*SCROLL, Key("escape", "", word=N_("back to your plan"))))
