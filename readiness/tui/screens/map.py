"""The map: the five areas, what is most serious, and the next dates."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from readiness.core.review import AreaReview, Review, sign_of, word_of
from readiness.core.upcoming import next_dates
from readiness.core.words import short_date
from readiness.tui.plain import joined, plain
from readiness.tui.screens.plan_screen import PlanScreen
from readiness.tui.view import View
from readiness.tui.widgets.status import Status

SERIOUS = 6
"""Flags that the map lists."""


class MapScreen(PlanScreen):
    """Where am I, what is left, what is worst."""

    CSS = """
    MapScreen #head { height: auto; padding: 0 1; text-style: bold; }
    MapScreen #areas { height: auto; max-height: 7; border: none; }
    MapScreen .rule { height: auto; padding: 0 1; color: $text-muted; }
    MapScreen #serious { height: 1fr; min-height: 3; border: none; }
    MapScreen #dates { height: auto; padding: 0 1; }
    """
    BINDINGS = [
        *(Binding(str(n), f"area({n})", f"Area {n}", show=False) for n in range(1, 6)),
        Binding("escape", "app.close_plan", "Start screen", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Head, areas, flags, dates."""
        yield Static(id="head")
        yield OptionList(id="areas")
        yield Static(id="next", classes="rule")
        yield OptionList(id="serious")
        yield Static(id="dates")
        yield Status("1-5 area  n next unanswered  f next flag  p PDF  F1 help  ^Q quit")

    def show(self, view: View) -> None:
        """Draw the plan's state."""
        self.query_one("#head", Static).update(_head(view))
        areas = self.query_one("#areas", OptionList)
        _fill(areas, [(key, _area(n, key, view)) for n, key in enumerate(view.review.areas, 1)])
        self.query_one("#next", Static).update(plain(_next(view)))
        serious = [
            (flag.item, _flag_line(flag.severity, flag.item, flag.says))
            for flag in view.review.flags
        ]
        _fill(self.query_one("#serious", OptionList), serious)
        self.query_one("#dates", Static).update(plain(self._dates(view)))

    def _dates(self, view: View) -> str:
        coming = next_dates(view.template, view.plan, self.app.today())[:3]
        said = " . ".join(f"{short_date(day)} {what}" for day, what in coming)
        return f"Next dates  {said}" if said else ""

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the area or the item that was chosen."""
        chosen = event.option.id or ""
        if event.option_list.id == "areas":
            self.app.open_area(chosen)
        else:
            self.app.open_item(chosen)

    def action_area(self, number: int) -> None:
        """Open an area by its number."""
        keys = list(self.app.seen.review.areas)
        if number <= len(keys):
            self.app.open_area(keys[number - 1])


def _fill(options: OptionList, lines: list[tuple[str, Content]]) -> None:
    """Put lines in a list, leaving the cursor where it is."""
    at = options.highlighted
    options.clear_options()
    options.add_options([Option(content, id=key) for key, content in lines])
    options.highlighted = min(at or 0, len(lines) - 1) if lines else None


def _head(view: View) -> Content:
    plan = view.plan
    start = f"start {short_date(plan.start)}" if plan.start else "no start date yet"
    return plain(f"{plan.plan or plan.service or 'Plan'}   {start}, {plan.months} months")


def _area(number: int, key: str, view: View) -> Content:
    state, area = view.review.areas[key], view.template.areas[key]
    line = f"{number}  {area.title:<24.24} {sign_of(state)} {word_of(state):<13}"
    return joined(
        plain(line, "bold" if state.flags else ""),
        plain(f"{state.answered:>3} of {state.asked:<3} {_flags(state)}"),
    )


def _flags(state: AreaReview) -> str:
    red = sum(flag.severity == "red" for flag in state.flags)
    amber = len(state.flags) - red
    return "  ".join([*([f"! {red}"] if red else []), *([f"^ {amber}"] if amber else [])])


def _flag_line(severity: str, item: str, says: str) -> Content:
    return plain(f"{'!' if severity == 'red' else '^'} {item:<8} {' '.join(says.split())}")


def _next(view: View) -> str:
    key = view.review.next_unanswered()
    if key is None:
        return _counted(view.review, "All questions are answered.")
    return _counted(view.review, f"Next unanswered: {key} {view.template.items[key].question}")


def _counted(review: Review, words: str) -> str:
    red = sum(flag.severity == "red" for flag in review.flags)
    amber = len(review.flags) - red
    return f"{words}\nMost serious: {red} red, {amber} amber flags"
