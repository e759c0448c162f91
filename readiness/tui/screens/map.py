"""The map: the areas, what is most serious, hours, patients, actions and the time ahead."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.events import ScreenResume
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from readiness.describe.area import areas_words, because
from readiness.describe.state import squares, state_of
from readiness.domain.checklist.template import SHORT
from readiness.i18n.language import N_, _
from readiness.i18n.words import short_date
from readiness.tui.bottom_lines import Status
from readiness.tui.commands import EXAMPLE, FORM, command_key
from readiness.tui.drawing import dashboard
from readiness.tui.drawing.lanes import lanes_legend
from readiness.tui.keys import AREA_KEYS, Key
from readiness.tui.line_text import across, cut_after, joined, plain
from readiness.tui.screens.plan_screen import WIDTHS, PlanScreen
from readiness.tui.states import chip, squares_of
from readiness.tui.view import View
from readiness.tui.widgets.boxes import Options, Panel, PlainBox, SteadyText
from readiness.tui.widgets.drawing import Picture
from readiness.tui.widgets.why import meaning_told

NEXT, QUIT = Key("n", "unanswered", word=N_("next")), Key("q", "quit", word=N_("quit"))
"""Said in one word here."""

CHIP, TITLE = 14, 24
"""Columns of the state of an area, and of its name."""

WIDE, HUGE = 100, 160
"""Columns from which panels stand side by side, and from which one more says what is pointed at."""

LOW = 3
"""Rows of a panel in a small window."""


class MapScreen(PlanScreen):
    """Where am I, what is left, what is worst."""

    CSS = """
    MapScreen #head { height: 1; padding: 0 1; background: $panel; color: $panel-foreground;
        text-style: bold; }
    MapScreen #verdict { height: 1; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    MapScreen #body { height: 1fr; }
    MapScreen OptionList { border: none; padding: 0; height: 100%; text-wrap: nowrap;
        text-overflow: ellipsis; scrollbar-size-vertical: 1; }
    MapScreen Panel { padding: 0 1; }
    MapScreen #first { height: 1fr; layout: vertical; }
    MapScreen #left { height: 7; }
    MapScreen #right { height: 1fr; }
    MapScreen #second { height: 5; }
    MapScreen #patients { width: 5fr; }
    MapScreen #actions { width: 6fr; }
    MapScreen #hours, MapScreen #timeline, MapScreen #pointed, MapScreen #legend { display: none; }
    MapScreen.-wide #first, MapScreen.-huge #first { layout: horizontal; height: 14; }
    MapScreen.-wide #left, MapScreen.-huge #left { width: 78; height: 100%; }
    MapScreen.-wide #right, MapScreen.-huge #right { width: 1fr; height: 100%; }
    MapScreen.-wide #areas, MapScreen.-huge #areas { height: auto; }
    MapScreen.-wide #legend, MapScreen.-huge #legend { display: block; margin-top: 1; }
    MapScreen.-wide #second, MapScreen.-huge #second { height: 11; }
    MapScreen.-wide #hours, MapScreen.-huge #hours { display: block; width: 5fr; }
    MapScreen.-wide #patients { width: 4fr; }
    MapScreen.-wide #actions { width: 4fr; }
    MapScreen.-wide #timeline, MapScreen.-huge #timeline { display: block; height: 1fr; }
    MapScreen.-huge #first { height: 19; }
    MapScreen.-huge #pointed { display: block; width: 1fr; height: 100%; }
    MapScreen.-huge #second { height: 1fr; }
    MapScreen.-huge #timeline { height: 12; }
    """
    HORIZONTAL_BREAKPOINTS = WIDTHS
    LINE = (
        NEXT,
        *("page('hours')", "go_to", "pdf", "search", "help", "flag", "page('patients')"),
        *("page('actions')", "page('calendar')", "page('flags')", "page('document')", QUIT),
    )
    FIRST_LINE = (Key("", "", word=N_("New here?")), "tour", NEXT, "flag", "help", QUIT)
    """At the very first start."""
    BINDINGS = [
        *AREA_KEYS,
        FORM,
        Binding("w", "app.area_example", N_("Worked example of this area"), tooltip=EXAMPLE),
        Binding(
            "t", "app.tour", N_("Take the tour"), tooltip=N_("Two minutes over the real screens.")
        ),
        Binding("escape", "app.close_plan", N_("Start screen")),
        Binding("q", "app.quit", N_("Quit"), tooltip=N_("Save, and leave the program.")),
    ]

    def compose(self) -> ComposeResult:
        """Head, verdict, and the panels."""
        yield SteadyText(id="head")
        yield Static(id="verdict")
        with PlainBox(id="body"):
            with PlainBox(id="first"):
                with Panel(id="left"):
                    yield Options(id="areas")
                    yield Static(id="legend")
                with Panel(id="right"):
                    yield Options(id="serious")
                with Panel(id="pointed"):
                    yield Static(id="about")
            with Horizontal(id="second"):
                yield from (Picture(id=name) for name in ("hours", "patients", "actions"))
            yield Picture(id="timeline")
        yield Status(self.LINE)

    def on_screen_resume(self, _event: ScreenResume) -> None:
        """Catch up, and offer the tour while it is new."""
        status = self.query_one(Status)
        if self.app.offers_tour:
            status.say(self.FIRST_LINE)
        else:
            status.say(self.LINE)

    def on_screen_suspend(self) -> None:
        """Offer the tour no more: the person found the way to another place."""
        self.app.offers_tour = False

    def show(self, view: View) -> None:
        """Draw the plan's state."""
        self._head(view)
        columns = self.app.size.width
        left, right = _widths(columns)
        is_wide = columns >= WIDE
        tall = 3 if columns >= HUGE else 2 if is_wide else 1
        areas = self.query_one("#areas", OptionList)
        keys = enumerate(view.review.areas, 1)
        _fill(areas, [(key, _area(n, key, view, left, tall)) for n, key in keys])
        if is_wide:
            self.query_one("#legend", Static).update(dashboard.legend_of_states())
        serious = self.query_one("#serious", OptionList)
        lines = [
            (flag.item, dashboard.flag_lines(flag, view, right, is_wide=is_wide))
            for flag in view.review.flags
        ]
        _fill(serious, lines)
        self._titles(view)
        self._panels(view)
        self._tell_pointed()

    def _head(self, view: View) -> None:
        plan = view.plan
        unnamed = _("A plan without a name")
        name = plan.plan or plan.service or f"{unnamed} ({command_key('details')})"
        day = short_date(plan.start) if plan.start else ""
        start = _("start {start}").format(start=day) if day else _("no start date yet")
        form = _("short form, ") if view.review.form == SHORT else ""
        words = _(" {form}{start}, {months} months")
        said = words.format(form=form, start=start, months=plan.months)
        row = across(plain(name), plain(said), self.app.size.width - 2)
        self.query_one("#head", SteadyText).say(row, moves=False)
        line = dashboard.verdict_line(view, self.app.today(), self.app.size.width - 2)
        self.query_one("#verdict", Static).update(line)

    def _titles(self, view: View) -> None:
        flags, key = len(view.review.flags), view.review.next_unanswered()
        following = _("n next: {key}").format(key=key) if key else ""
        count, opens = len(view.template.areas), _("1-{n} open   {next}")
        titles = {
            "left": (areas_words(count), opens.format(n=count, next=following).strip()),
            "right": (
                _("Most serious first") if flags else _("No flags so far"),
                _("f go   x all {n}").format(n=flags) if flags else "",
            ),
            "pointed": (_("What is pointed at"), _("Enter open")),
            "hours": (_("Hours, week by week"), _("h open")),
            "patients": (_("Who will complete"), _("e open")),
            "actions": (_("Actions and dates"), _("a open   c dates")),
            "timeline": (
                _("From today to the decision"),
                "   ".join((_("c calendar"), lanes_legend(self.app.appearance.characters))),
            ),
        }
        for name, (title, keys) in titles.items():
            panel = self.query_one(f"#{name}")
            panel.border_title, panel.border_subtitle = title, keys

    def _panels(self, view: View) -> None:
        chars, today = self.app.appearance.characters, self.app.today()
        is_wide, is_huge = (self.app.size.width >= least for least in (WIDE, HUGE))
        rows = 26 if is_huge else 9 if is_wide else LOW
        chart = 12 if is_huge else dashboard.CHART_ROWS

        def hours(width: int) -> list[Content]:
            return dashboard.hours_drawn(view, width, chars, chart)

        def patients(width: int) -> list[Content]:
            drawn = dashboard.patients_drawn(view, width, chars)
            more = [Content(""), *dashboard.funnel_told(view, width)]
            return [*drawn, *more][:rows] if is_wide else drawn[:rows]

        def actions(width: int) -> list[Content]:
            if is_wide:
                return dashboard.actions_drawn(view, today, width, rows)
            return dashboard.dates_drawn(dashboard.coming(view, today)[:rows], width)

        def timeline(width: int) -> list[Content]:
            return dashboard.timeline_drawn(view, today, width, chars)

        wide = {"hours": hours, "timeline": timeline} if is_wide else {}
        for name, draw in {"patients": patients, "actions": actions, **wide}.items():
            self.query_one(f"#{name}", Picture).draw(draw)

    def on_option_list_option_highlighted(self) -> None:
        """Say more about what the cursor is on."""
        self._tell_pointed()

    def on_descendant_focus(self) -> None:
        """Say more about the selected line of the focused list."""
        self._tell_pointed()

    def _tell_pointed(self) -> None:
        """Say more about the selected line of the focused list, where there is room."""
        view, held = self.app.plan.view, self.focused
        if self.app.size.width < HUGE or view is None:
            return
        found = held if isinstance(held, Options) else self.query_one("#areas", Options)
        option = found.highlighted_option
        chosen = (option.id if option is not None else "") or ""
        if chosen in view.template.items:
            about = meaning_told(chosen, view)
        elif chosen in view.review.areas:
            about = dashboard.area_told(chosen, view)
        else:
            about = plain("")
        self.query_one("#about", Static).update(about)

    def on_resize(self) -> None:
        """Break the sentences anew."""
        if self._drawn_for != self.app.size and self.app.plan.view is not None:
            self.show(self.app.plan.view)

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
    """Put lines in a list, leaving the cursor on what it is on, else near where it was."""
    at, pointed = options.highlighted, options.highlighted_option
    with options.prevent(OptionList.OptionHighlighted):
        options.clear_options()
        options.add_options([Option(content, id=key) for key, content in lines])
        near = min(at or 0, len(lines) - 1) if lines else None
        same = (n for n, (key, _said) in enumerate(lines) if pointed and key == pointed.id)
        options.highlighted = next(same, near)


def _widths(columns: int) -> tuple[int, int]:
    """Columns for the areas and for the flags, as the styles lay them out."""
    if columns < WIDE:
        return columns - 5, columns - 5
    right = (columns - 78) // 2 if columns >= HUGE else columns - 78
    return 74, right - 5


def _area(number: int, key: str, view: View, width: int, tall: int) -> Content:
    """An area: its name and state, its squares, how many are answered, and why, so tall."""
    state, area = view.review.areas[key], view.template.areas[key]
    asked = [one for one in state.items if one.counts or not state.left_out]
    marks = squares_of(one for one, _key in squares(asked))
    count = _("{answered:>3} of {asked:<3}").format(answered=state.answered, asked=state.asked)
    name = plain(f"{number} {area.title:<{TITLE}.{TITLE}}", "bold")
    head = joined(name, chip(state_of(state), CHIP), "  ", marks)
    if head.cell_length + len(count) > width:
        # Its worst square, which stands first, says what the state of the area is.
        head = joined(name, " ", marks)
    count = count if head.cell_length + len(count) <= width else ""
    gap = " " * max(width - head.cell_length - len(count), 0)
    why = because(key, view.template, view.review)
    rows = cut_after(why, width - 2, tall - 1) if tall > 1 else []
    return joined(head, gap, count, *(f"\n  {row}" for row in rows))
