"""How a made-up service answered an area: only to be read, and never part of the plan."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from readiness.describe.area import not_ready_told
from readiness.describe.state import sign_of, word_of
from readiness.domain.checklist.template import Template
from readiness.domain.plan.answers import answer_words
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import Review
from readiness.i18n.language import N_, _
from readiness.tui.plain import joined, plain
from readiness.tui.screens.text_page import ReadingScreen
from readiness.tui.widgets.status import Status


class ExampleScreen(ReadingScreen):
    """One area of the worked example, from the question that the person was at."""

    CSS = """
    ExampleScreen #head { height: 1; padding: 0 1; background: $warning-muted;
        color: $text-warning; text-style: bold; text-wrap: nowrap; text-overflow: ellipsis; }
    ExampleScreen VerticalScroll { padding: 1 2; }
    ExampleScreen VerticalScroll Static { height: auto; max-width: 90; margin-bottom: 1; }
    """
    BINDINGS = [
        Binding("escape,q,w", "app.pop_screen", N_("Back"), tooltip=N_("To your own plan.")),
    ]

    def __init__(self, area: str, item: str, template: Template, plan: Plan, state: Review) -> None:
        """Show an area of the example."""
        super().__init__()
        self._area, self._item = area, item
        self._template, self._plan, self._state = template, plan, state

    def compose(self) -> ComposeResult:
        """That it is an example, then each question with its answer."""
        area = self._template.areas[self._area]
        head = _("EXAMPLE, not your plan: {area} at a made-up service").format(area=area.title)
        yield Static(plain(head), id="head")
        with VerticalScroll():
            yield Static(plain(not_ready_told(self._area, self._template, self._state)))
            for key, _item in self._template.items_of(self._area):
                name = "found" if key == self._item else None
                yield Static(joined(*self._told(key)), id=name)
        yield Status(_("Up/Down, Page Up/Page Down scroll  Esc back to your plan"))

    def _told(self, key: str) -> Iterator[Content | str]:
        item, state, answer = (
            self._template.items[key],
            self._state.items[key],
            self._plan.answer(key),
        )
        yield plain(f"{sign_of(state)} {key}  {item.question}", "bold")
        lines = answer_words(self._template, key, self._plan)
        said = [f"{label}: {words}" if label else words for label, words in lines]
        for words in said or [word_of(state)]:
            yield f"\n    {words}"
        if answer.reason:
            yield _("\n    Because: {reason}").format(reason=answer.reason)
        if answer.note:
            yield _("\n    Note: {note}").format(note=answer.note)
        if state.flag is not None:
            yield plain(f"\n    {word_of(state)}: {state.flag.says}", "dim")
