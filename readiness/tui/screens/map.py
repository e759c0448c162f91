"""The map: the five areas, what is most serious, and the next dates."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.events import ScreenResume
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from readiness.describe.flag import accepted_words, flags_counted, sign
from readiness.describe.state import sign_of, word_of
from readiness.domain.checklist.checklist_form import SHORT
from readiness.domain.rules.flags import Flag
from readiness.domain.rules.review import AreaReview
from readiness.domain.schedule.calendar import events_of, next_events
from readiness.i18n.language import N_, _
from readiness.i18n.words import short_date
from readiness.tui.plain import joined, plain, wrapped
from readiness.tui.screens.plan_screen import AREAS, EXAMPLE, FORM, WIDTHS, PlanScreen
from readiness.tui.view import View, nothing_left
from readiness.tui.widgets.options import Options
from readiness.tui.widgets.status import Status

KEYS = N_("n next  h hours  Ctrl+G screens  p PDF  / find  F1 help  q quit")
MORE = N_(
    "n next  f flag  h hours  a actions  c dates  x flags  Ctrl+G screens  "
    "p PDF  / find  F1 help  q quit"
)
OFFER = N_("New here? t shows you around.  n next  f flag  F1 help  q quit")
"""The keys of the bottom line, and those at the very first start."""

FEWEST, DATES, MOST_DATES = 1, 3, 20
"""Dates that the map lists: in a low window, in the usual one, and where there is room."""

USUAL, BESIDES = 24, 25
"""Rows of the usual window, and those that the map needs for the rest."""


class MapScreen(PlanScreen):
    """Where am I, what is left, what is worst."""

    CSS = """
    MapScreen #head { height: 1; padding: 0 1; background: $panel; color: $panel-foreground; }
    MapScreen #head Static { text-style: bold; text-wrap: nowrap; text-overflow: ellipsis; }
    MapScreen #name { width: 1fr; }
    MapScreen #start { width: auto; }
    MapScreen #body { height: 1fr; layout: vertical; }
    MapScreen OptionList { border: none; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    MapScreen #left { height: auto; }
    MapScreen #areas { height: auto; max-height: 12; }
    MapScreen.-wide #areas, MapScreen.-huge #areas { max-height: 100%; }
    MapScreen #right { height: 1fr; }
    MapScreen #serious { height: auto; max-height: 1fr; }
    MapScreen .rule { height: 1; padding: 0 1; text-style: bold; background: $boost;
        text-wrap: nowrap; text-overflow: ellipsis; }
    MapScreen #dates { height: auto; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    MapScreen.-wide #body, MapScreen.-huge #body { layout: horizontal; padding: 1 0 0 0; }
    MapScreen.-wide #left, MapScreen.-huge #left { width: 62; height: 1fr; }
    MapScreen.-wide #right, MapScreen.-huge #right { width: 1fr; max-width: 100; padding: 0 1; }
    MapScreen.-huge #left { width: 76; }
    MapScreen.-wide #next, MapScreen.-huge #next { height: auto; text-wrap: wrap; }
    MapScreen.-wide #serious, MapScreen.-huge #serious { text-wrap: wrap; }
    """
    HORIZONTAL_BREAKPOINTS = WIDTHS
    BINDINGS = [
        *(Binding(str(n), f"area({n})", AREAS[n - 1], show=False) for n in range(1, 6)),
        FORM,
        Binding("w", "app.area_example", N_("Worked example of this area"), tooltip=EXAMPLE),
        Binding(
            "t", "app.tour", N_("Take the tour"), tooltip=N_("Two minutes over the real screens.")
        ),
        Binding("escape", "app.close_plan", N_("Start screen"), show=False),
        Binding("q", "app.quit", N_("Quit"), tooltip=N_("Save, and leave the program.")),
    ]

    def compose(self) -> ComposeResult:
        """Head, areas and dates, flags."""
        with Horizontal(id="head"):
            yield Static(id="name")
            yield Static(id="start")
        with Container(id="body"):
            with Vertical(id="left"):
                yield Options(id="areas")
                yield Static(id="next", classes="rule")
                yield Static(id="dates")
            with Vertical(id="right"):
                yield Static(id="most", classes="rule")
                yield Options(id="serious")
        yield Status("")

    def on_screen_resume(self, _event: ScreenResume) -> None:
        """Catch up, and offer the tour while it is new."""
        status = self.query_one(Status)
        if self.app.offers_tour:
            status.say(_(OFFER))
        else:
            status.say(_(KEYS), _(MORE))

    def on_screen_suspend(self) -> None:
        """Offer the tour no more: the person found the way to another place."""
        self.app.offers_tour = False

    def show(self, view: View) -> None:
        """Draw the plan's state."""
        plan = view.plan
        name = plan.plan or plan.service or _("A plan without a name (F10)")
        self.query_one("#name", Static).update(plain(name))
        start = (
            _("start {start}").format(start=short_date(plan.start))
            if plan.start
            else _("no start date yet")
        )
        form = _("short form, ") if view.review.form == SHORT else ""
        self.query_one("#start", Static).update(
            plain(
                _(" {form}{start}, {months} months").format(
                    form=form, start=start, months=plan.months
                )
            )
        )
        areas = self.query_one("#areas", OptionList)
        left, right = _widths(self.app.size.width)
        _fill(
            areas,
            [(key, _area(n, key, view, left)) for n, key in enumerate(view.review.areas, 1)],
        )
        self.query_one("#next", Static).update(plain(_next(view, self.app.size.width)))
        self.query_one("#dates", Static).update(plain(self._dates(view)))
        self.query_one("#most", Static).update(plain(_most(view)))
        serious = self.query_one("#serious", OptionList)
        lines = [(flag.item, _flag_line(flag, right)) for flag in view.review.flags]
        _fill(serious, lines)

    def on_resize(self) -> None:
        """Break the sentences anew."""
        if self.app.plan.view is not None:
            self.show(self.app.plan.view)

    def _dates(self, view: View) -> str:
        height = self.app.size.height
        least = DATES if height >= USUAL else FEWEST
        room = max(least, min(height - BESIDES, MOST_DATES))
        coming = next_events(events_of(view.plan, view.template), self.app.today())[:room]
        return "\n".join(f"{short_date(one.day):>11}  {one.words}" for one in coming)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the area or the item that was chosen."""
        chosen = event.option.id or ""
        if event.option_list.id == "areas":
            self.app.navigation.open_area(chosen)
        else:
            self.app.navigation.open_item(chosen)

    @property
    def pointed(self) -> str:
        """The area that the cursor is on."""
        at = self.query_one("#areas", OptionList).highlighted or 0
        return list(self.app.plan.seen.template.areas)[at]

    def action_area(self, number: int) -> None:
        """Open an area by its number."""
        keys = list(self.app.plan.seen.review.areas)
        if number <= len(keys):
            self.app.navigation.open_area(keys[number - 1])


def _fill(options: OptionList, lines: list[tuple[str, Content]]) -> None:
    """Put lines in a list, leaving the cursor where it is."""
    at = options.highlighted
    options.clear_options()
    options.add_options([Option(content, id=key) for key, content in lines])
    options.highlighted = min(at or 0, len(lines) - 1) if lines else None


def _widths(columns: int) -> tuple[int, int]:
    """Columns for the areas and for the flags, as the styles lay them out."""
    if columns < WIDTHS[2][0]:
        return columns - 4, columns - 4
    left = 76 if columns >= WIDTHS[3][0] else 62
    return left - 4, min(columns - left, 100) - 6


def _area(number: int, key: str, view: View, width: int) -> Content:
    state, area = view.review.areas[key], view.template.areas[key]
    line = f"{number}  {area.title:<23.23} {sign_of(state)} {word_of(state):<10}"
    return joined(
        plain(line, "bold" if state.flags else ""),
        plain(
            _("{answered:>3} of {asked:<3} {state}").format(
                answered=state.answered, asked=state.asked, state=_flags(state)
            )
        ),
        plain("\n" + "\n".join(wrapped(f"   {because(key, view)}", width, "   ")), "dim"),
    )


def because(area: str, view: View) -> str:
    """Why an area is not ready, in one sentence: its gravest flag, or its first open question."""
    state = view.review.areas[area]
    if state.flags:
        return " ".join(state.flags[0].says.split())
    items = [(item, view.review.items[key]) for key, item in view.template.items_of(area)]
    if not state.asked:
        return _("The short form asks nothing here.")
    if not state.answered:
        return _("Nothing is answered yet.")
    for wanted in ("open", "partly"):
        for item, review in items:
            if review.counts and review.status == wanted:
                word = word_of(review).capitalize()
                return f"{word}: {item.question}"
    if state.left_out:
        words = _("In place as far as the short form asks; {n} questions were not asked.")
        return words.format(n=state.left_out)
    return _("Nothing stands in the way.")


def _flags(state: AreaReview) -> str:
    red = sum(flag.severity == "red" for flag in state.flags)
    amber = len(state.flags) - red
    return "  ".join([*([f"! {red}"] if red else []), *([f"^ {amber}"] if amber else [])])


def _flag_line(flag: Flag, width: int) -> Content:
    kept = f"{accepted_words(flag)}: " if flag.is_accepted else ""
    line = f"{sign(flag)} {flag.item:<8} {kept}{' '.join(flag.says.split())}"
    return plain("\n".join(wrapped(line, width, " " * 11)))


def _next(view: View, columns: int) -> str:
    key = view.review.next_unanswered()
    if key is None:
        return nothing_left(view)
    item, words = view.template.items[key], _("Next (n): {key} {question}")
    said = words.format(key=key, question=item.question)
    is_whole = len(said) <= columns - 2 or columns >= WIDTHS[2][0]
    return said if is_whole else words.format(key=key, question=item.short)


def _most(view: View) -> str:
    flags = view.review.flags
    if not flags:
        return _("No flags so far")
    return _("Most serious: {flags}").format(flags=flags_counted(flags))
