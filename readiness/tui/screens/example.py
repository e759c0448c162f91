"""How a made-up service answered an area: only to be read, and never part of the plan."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Static

from readiness.describe.area import not_ready_told
from readiness.i18n.language import N_, _
from readiness.tui.bottom_lines import Status
from readiness.tui.keys import Key
from readiness.tui.plain import joined, plain
from readiness.tui.screens.text_page import SCROLL, ReadingScreen
from readiness.tui.worked_example import Sample


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
