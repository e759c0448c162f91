"""An area: its items on the left, the current question in the middle, why it matters beside it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.events import DescendantFocus, ScreenResume
from textual.widgets import OptionList

from readiness.i18n.language import N_, _, n_
from readiness.tui.answer_events import RowWanted
from readiness.tui.bottom_lines import MessageLine, Status
from readiness.tui.commands import EXAMPLE, FORM, command_key
from readiness.tui.drawing.area import actions_here, answers_here, dates_here, example_here
from readiness.tui.form.question import Question
from readiness.tui.keyboard import give_keys
from readiness.tui.keys import AREA_KEYS, Key, own_key
from readiness.tui.line_text import across, plain
from readiness.tui.screens.plan_screen import WIDTHS, PlanScreen
from readiness.tui.view import View
from readiness.tui.widgets.area_items import ItemList, head_of
from readiness.tui.widgets.boxes import PlainBox, SteadyText, entitle
from readiness.tui.widgets.glance import Glance
from readiness.tui.widgets.why import Why


class AreaScreen(PlanScreen):
    """The questions of one area, one at a time."""

    DEFAULT_CSS = """
    AreaScreen #head { height: 1; padding: 0 1; background: $panel; color: $panel-foreground; }
    AreaScreen #body { height: 1fr; layout: vertical; }
    AreaScreen #left { dock: bottom; width: 100%; height: 1; }
    AreaScreen #middle { height: auto; }
    AreaScreen #question { height: 11; }
    AreaScreen #right { height: 1fr; }
    AreaScreen #side { height: 1fr; }
    AreaScreen Glance { display: none; }
    AreaScreen.-wide #body, AreaScreen.-huge #body { layout: horizontal; }
    AreaScreen.-wide #left, AreaScreen.-huge #left { dock: none; width: 31; height: 1fr; }
    AreaScreen.-wide #left Glance, AreaScreen.-huge Glance { display: block; }
    AreaScreen.-wide #middle, AreaScreen.-huge #middle { width: 1fr; height: 1fr; }
    AreaScreen.-wide #question, AreaScreen.-huge #question { width: 1fr; height: 1fr; }
    AreaScreen.-wide #right { width: 37; }
    AreaScreen.-huge #left { width: 40; }
    AreaScreen.-huge #middle { max-width: 96; }
    AreaScreen.-huge #right { width: 1fr; }
    AreaScreen.-huge #answers { height: 24; }
    AreaScreen #items { height: 1; padding: 0 1; }
    AreaScreen.-slim #items, AreaScreen.-narrow #items { border: none; scrollbar-size: 0 0; }
    AreaScreen.-wide #items, AreaScreen.-huge #items { height: auto; max-height: 60%; padding: 0; }
    """
    HORIZONTAL_BREAKPOINTS = [*WIDTHS[:2], (112, "-wide"), WIDTHS[3]]
    LINE = (Key("enter", "", word=N_("answer")), "unanswered", "flag", "map", "help")
    FIELD_LINE = (
        Key("enter,tab", "", word=N_("on")),
        Key("escape", "back", word=N_("list")),
        ("step(-1)", "step(1)"),
        *("map", "help"),
    )
    """While a person answers."""
    BINDINGS = [
        *AREA_KEYS,
        FORM,
        Binding("w,ctrl+o", "app.area_example", N_("Worked example of this area"), tooltip=EXAMPLE),
        Binding("escape", "back", N_("Back")),
        Key(
            "f7,ctrl+up",
            "step(-1)",
            N_("Previous question"),
            priority=True,  # F7 selects all in a text otherwise
            tooltip=N_("In the order of the list."),
            word=N_("Question"),
        ),
        Binding(
            "f8,ctrl+down",
            "step(1)",
            N_("Next question"),
            priority=True,
            tooltip=N_("In the order of the list."),
        ),
        Binding(
            "insert",
            "add_row",
            N_("Add a row"),
            tooltip=N_("Where a question has rows, such as steps."),
        ),
        Binding(
            "ctrl+delete",
            "remove_row",
            N_("Remove a row"),
            tooltip=N_("The row that has the keys."),
        ),
    ]

    def __init__(self, area: str = "", item: str = "") -> None:
        """Show an area at an item; without one, wait until it is told where to be."""
        super().__init__()
        self._area, self.item = area, item

    def compose(self) -> ComposeResult:
        """Head, list, question, and why."""
        yield SteadyText(id="head")
        with PlainBox(id="body"):
            with PlainBox(id="left"):
                yield ItemList(id="items")
                yield Glance(id="actions")
                yield Glance(id="dates")
            with PlainBox(id="middle"):
                yield Question(id="question")
                yield Glance(id="answers")
            with PlainBox(id="right"):
                yield self._side()
                yield Glance(id="example")
        yield Status(self.LINE)

    def _side(self) -> Why:
        side, more = Why(id="side"), command_key("help", is_typing=True)
        words = _("{help} more   {key} example")
        keys = words.format(help=more, key=own_key(type(self), "area_example"))
        entitle(side, _("What it means"), keys)
        return side

    def begin(self) -> None:
        """Start with the focus on the list of questions."""
        if self.item and self.is_shown:
            self.come_to(self._area, self.item)

    def come_to(self, area: str, item: str) -> None:
        """Select a question, and focus the list of questions."""
        self._area, self.item = area, item
        if self.is_shown:
            self._turn_to()
            give_keys(self._items)

    def go(self, area: str, item: str) -> None:
        """Show another item, of this area or another; who was answering goes on answering."""
        if (area, item) == (self._area, self.item) or not self.is_shown:
            return
        is_answering = self.focused is not self._items
        self._area, self.item = area, item
        self._turn_to()
        if is_answering:
            self.question.focus_first()

    def _turn_to(self) -> None:
        self.app.plan.at_item(self.item)
        view = self.app.plan.seen
        self.question.turn_to(self.item, view)
        self.catch_up(view)
        self._items.point(self.item)
        self.query_one("#side").scroll_home(animate=False)

    def _keys(self) -> list[str]:
        """The questions of the whole plan that are asked, and the one that is shown."""
        state = self.app.plan.seen.review.items
        return [key for key, one in state.items() if one.counts or key == self.item]

    @property
    def _items(self) -> ItemList:
        return self.query_one("#items", ItemList)

    @property
    def question(self) -> Question:
        """The question that is shown."""
        return self.query_one(Question)

    def on_screen_resume(self, _event: ScreenResume) -> None:
        """Show this question as it is now, after another screen was in front."""
        # It may have gone again before this was heard, and be about to come at another question.
        if self.item and self.app.screen is self:
            self.app.plan.at_item(self.item)

    def on_resize(self) -> None:
        """Draw it for the room there is now, once the classes say which that is."""
        if self._drawn_for != self.app.size:
            self.call_after_refresh(self._draw_anew)

    def _draw_anew(self) -> None:
        if self.app.plan.view is not None and self.is_shown:
            self.show(self.app.plan.view)

    def show(self, view: View) -> None:
        """Draw the list and the question's state."""
        if not self.item:
            return
        keys = self._shown(view)
        self._head(view, keys)
        is_wide = self.is_wide
        count = n_("{n} question", "{n} questions", len(keys)).format(n=len(keys))
        entitle(self._items, count)
        self._items.fill(keys, view, self.item, is_strip=not is_wide)
        question = self.question
        name = plain(f"{self.item}  {view.template.items[self.item].short}")
        entitle(question, name, _("Enter keep   Tab next"))
        if question.key == self.item:
            question.show(view)
        self.query_one(Why).show(self.item, view, is_wide=is_wide)
        self.query_one(MessageLine).follow(() if is_wide else view.did)
        if is_wide:
            self._show_around(view)

    def _show_around(self, view: View) -> None:
        """The rest of the area around the question, as far as the window has room for it."""
        area, item, today = self._area, self.item, self.app.today()
        actions, dates, answers, example = (
            self.query_one(f"#{name}", Glance)
            for name in ("actions", "dates", "answers", "example")
        )
        actions.show(_("Actions of this area"), lambda: actions_here(area, view), area, view.plan)
        dates.show(_("Dates of this area"), lambda: dates_here(area, view, today), area, view.plan)
        if not self.has_class("-huge"):
            return
        title = _("Answers of this area")
        answers.show(title, lambda: answers_here(area, item, view), area, item, view.review)
        worked = self.app.worked_example
        worked.fetch(self._draw_anew)
        title, sample = _("In the worked example, a made-up service"), worked.known
        example.show(title, lambda: example_here(item, sample), item, sample)

    @property
    def is_wide(self) -> bool:
        """Whether the questions stand beside the one that is shown."""
        return self.has_class("-wide") or self.has_class("-huge")

    def _head(self, view: View, keys: list[str]) -> None:
        width = self.app.size.width
        head, place = head_of(self._area, self.item, keys, view, width)
        said = across(head, plain(place), width - 2)
        self.query_one("#head", SteadyText).say(said, moves=False)

    def _shown(self, view: View) -> list[str]:
        """The questions of the list: those that count, and the one that is shown."""
        keys = [key for key, _item in view.template.items_of(self._area)]
        return [key for key in keys if view.review.items[key].counts or key == self.item]

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the item the cursor is on, unless the cursor or the area moved on since."""
        is_there_still = event.option_list.highlighted == event.option_index
        keys = [key for key, _rest in self.app.plan.seen.template.items_of(self._area)]
        if is_there_still and event.option.id in keys and event.option.id != self.item:
            self.go(self._area, event.option.id)

    def on_option_list_option_selected(self) -> None:
        """Focus the question's first field."""
        self.question.focus_first()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Say which keys work where the person is."""
        is_answering = event.widget.id != "items"
        line = self.FIELD_LINE if is_answering else self.LINE
        self.query_one(Status).say(line, is_typing=is_answering)

    def on_form_finished(self) -> None:
        """Go on to the next question; after the last one, to the map."""
        self.action_step(1)

    def action_back(self) -> None:
        """From a field to the list, from the list to the map."""
        if self.focused is self._items:
            self.app.navigation.show_map()
        else:
            give_keys(self._items)

    def action_area(self, number: int) -> None:
        """Choose the answer with this number; where none has one, open an area by its number.

        Who sees a question with numbered answers means these, whatever has the focus.
        """
        if self.question.picks(number):
            return
        keys = list(self.app.plan.seen.review.areas)
        if number <= len(keys):
            self.app.navigation.open_area(keys[number - 1])

    def action_add_row(self) -> None:
        """Add a row to the question, where it has rows."""
        if self.app.plan.seen.template.items[self.item].row_parts:
            self.app.submission.take_in(RowWanted(self.item, session=self.app.plan.session))
        else:
            self.app.messages.tell(_("This question has no rows."))

    def action_remove_row(self) -> None:
        """Remove the focused row; undo brings it back."""
        held = self.question.field
        if held is not None and held.ref.row is not None:
            self.app.submission.take_in(RowWanted(self.item, held.ref.row, self.app.plan.session))
        else:
            self.app.messages.tell(_("Put the keys on a field of the row first."))

    def action_step(self, step: int) -> None:
        """Go to the next or previous question of the whole plan; the map is at both ends."""
        keys = self._keys()
        at = keys.index(self.item) + step
        if 0 <= at < len(keys):
            self.app.navigation.open_item(keys[at])
        else:
            self.app.navigation.show_map()
