"""Hours needed against hours freed: the picture, and what it is reckoned with beside it."""

from __future__ import annotations

from textual import work
from textual.binding import Binding
from textual.worker import get_current_worker

from readiness.app.operations.actions import remove_entry
from readiness.app.operations.decisions import take_variant
from readiness.describe.hours import unreckoned_told
from readiness.describe.what_if import variant_words
from readiness.domain.capacity.capacity import ABOUT_PATIENTS
from readiness.domain.capacity.input_gaps import Lack, lacking
from readiness.domain.capacity.ledger import Ledger
from readiness.domain.capacity.scenarios import Question, ways_to_fit
from readiness.domain.capacity.what_if import Variant
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.tables import TABLES
from readiness.i18n.language import N_, Words, _
from readiness.tui.answer_events import NavigateTo
from readiness.tui.drawing.hours import Hours, hours_of, pictures, week_line
from readiness.tui.keyboard import give_keys
from readiness.tui.keys import Key, Named
from readiness.tui.line_text import wrapped
from readiness.tui.program import perform
from readiness.tui.screens.dialogs import Choose, ask
from readiness.tui.screens.hours_lists import (
    ask_what_if,
    closed_lines,
    effect,
    entry_of,
    what_if_lines,
    what_if_of,
)
from readiness.tui.screens.numbers_page import NumbersPage, lines_of
from readiness.tui.view import View
from readiness.tui.widgets.drawing import Draw
from readiness.tui.widgets.lines import Line

PANELS = {
    "numbers": (N_("Numbers it is reckoned with"), N_("numbers")),
    "what if": (N_("What if"), ""),
    "fit": (N_("What would make it fit"), N_("make fit")),
    "closed": (N_("Closures, absences, rounds"), N_("closures")),
    "weeks": (N_("Every week"), N_("weeks")),
}
"""What can stand beside the picture: its title, and its word in a bottom line."""

LINES: dict[str, tuple[Named, ...]] = {
    "numbers": (
        Key("enter", "", word=N_("change")),
        Key("d", "remove", word=N_("default")),
        *("panel('what if')", "panel('fit')", "alone"),
    ),
    "what if": (
        *(("step(-1)", "step(1)"), "person", Key("enter", "", word=N_("ask"))),
        *("take_over", "panel('numbers')"),
    ),
    "fit": ("take_over", "panel('numbers')", "panel('what if')", "panel('closed')"),
    "closed": ("add", Key("enter", "", word=N_("edit")), "remove", "panel('weeks')"),
    "weeks": ("panel('numbers')", "panel('what if')", "panel('fit')", "panel('closed')"),
}
"""The commands of the bottom line beside each."""

ADDED = Words(
    {
        "closures": N_("Closure: nobody has sessions"),
        "absences": N_("Absence: one practitioner is away"),
        "rounds": N_("Round of intake: patients start"),
    }
)
"""What can be added, by its table."""


class HoursScreen(NumbersPage):
    """The picture above or on the left; under or beside it one of five lists."""

    BINDINGS = [
        *(
            Key(str(number), f"panel('{name}')", title, word=word)
            for number, (name, (title, word)) in enumerate(PANELS.items(), 1)
        ),
        Key("less_than_sign,left", "step(-1)", N_("Less"), word=N_("change")),
        Binding("greater_than_sign,right", "step(1)", N_("More")),
        Key("o", "person", N_("Another practitioner"), word=N_("Who")),
        Key("t", "take_over", N_("Take over into the plan"), word=N_("take over")),
        Key("plus,insert", "add", N_("Add a closure, absence or round"), word=N_("Add")),
        Key(
            "d,delete", "remove", N_("Remove, or back to the template's number"), word=N_("Remove")
        ),
    ]

    def __init__(self) -> None:
        """Show the plan as it is, and the numbers."""
        super().__init__()
        self._panel, self._asked = "numbers", Question()
        self._ways: tuple[Plan, list[Variant]] | None = None
        self._looking_for: Plan | None = None

    def head(self, view: View) -> str:
        """What the screen is."""
        if any(one.stops for one in self._lacks(view)):
            return _("Hours   cannot be reckoned yet")
        return _("Hours needed and hours freed")

    def _lacks(self, view: View) -> list[Lack]:
        return lacking(view.plan, view.template)

    def draw(self, view: View) -> None:
        """Draw the picture and the list beside it."""
        number, title = [*PANELS].index(self._panel) + 1, _(PANELS[self._panel][0])
        self.query_one("#side").border_title = f"{number} {title}"
        self.name_keys((*LINES[self._panel], "leave"))
        super().draw(view)

    def rows(self, view: View) -> list[Line]:
        """The lines of the list that stands beside the picture; first what is missing."""
        found = self._lacks(view)
        lacks = [
            Line(f"lack {number}", _("o {words} Enter leads there.").format(words=one.words))
            for number, one in enumerate(found)
        ]
        if self._panel in ("what if", "fit", "weeks") and any(one.stops for one in found):
            return lacks
        made = {
            "numbers": self._numbers,
            "what if": lambda view: what_if_lines(self._asked, view),
            "fit": self._ways_lines,
            "closed": closed_lines,
            "weeks": _week_lines,
        }[self._panel]
        return [*lacks, *made(view)] if self._panel != "weeks" else made(view)

    def _numbers(self, view: View) -> list[Line]:
        names = [one for one in view.template.practice.numbers if one not in ABOUT_PATIENTS]
        return lines_of(names, view)

    def _ways_lines(self, view: View) -> list[Line]:
        if self._ways is None or self._ways[0] is not view.plan:
            self._look(view)
            return [Line("", _("Looking for the smallest changes that do ..."))]
        ways = self._ways[1]
        if not ways:
            return [Line("", _no_way_words(view.review.facts.ledger))]
        return [
            Line(f"way {n}", f"{variant_words(one)}\n  {effect(one, view)}")
            for n, one in enumerate(ways)
        ]

    def _look(self, view: View) -> None:
        if self._looking_for is not view.plan:
            self._looking_for = view.plan
            self._search(view)

    @work(thread=True, exclusive=True, group="ways")
    def _search(self, view: View) -> None:
        worker = get_current_worker()
        ways = ways_to_fit(view.plan, view.template)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._found, view.plan, ways)

    def _found(self, plan: Plan, ways: list[Variant]) -> None:
        self._ways = (plan, ways)
        if self.is_current and self._panel == "fit":
            self.draw(self.app.plan.seen)

    def _variant(self, view: View) -> Variant | None:
        """What the cursor is on, if it is a plan that could be."""
        key = self.lines.key
        if self._panel == "what if":
            return what_if_of(key, self._asked, view)
        if self._panel == "fit" and self._ways is not None and key.startswith("way "):
            return self._ways[1][int(key.removeprefix("way "))]
        return None

    def detail(self, view: View, key: str) -> Draw:  # noqa: ARG002 - as every page
        """The picture of the hours: of the plan, or of the what-if that is selected."""
        variant, chars = self._variant(view), self.app.appearance.characters
        if view.review.facts.ledger is None:
            text = _lacks_words(self._lacks(view))
            return lambda width: wrapped(text, width)
        now, other = Hours(view.review.facts), None
        if variant is not None:
            other = hours_of(variant.plan, view.template, self.app.today(), variant.words)
        return lambda width: pictures(now, other, width, chars)

    def on_option_list_option_highlighted(self) -> None:
        """Show the what-if the cursor is on; elsewhere the picture stays as it is."""
        if self._panel in ("what if", "fit"):
            super().on_option_list_option_highlighted()

    def on_option_list_option_selected(self) -> None:
        """Edit what the cursor is on, or go there."""
        key, view = self.lines.key, self.app.plan.seen
        if key.startswith("lack "):
            self.post_message(NavigateTo(self._lacks(view)[int(key.removeprefix("lack "))].ref))
        elif self.number:
            self.edit_number(self.number)
        elif self._panel == "closed":
            self.post_message(NavigateTo(entry_of(key)))
        elif self._panel == "what if":
            ask_what_if(self.app, key, self._asked, self._ask_about)

    def action_panel(self, name: str) -> None:
        """Show another list on the left, by its name."""
        self._panel = name
        self.close_edit()
        self.draw(self.app.plan.seen)
        give_keys(self.lines)

    def action_step(self, step: int) -> None:
        """A week or a patient more or less."""
        if self._panel == "what if":
            planned = self.app.plan.seen.review.facts.patients_planned
            self._ask_about(self._asked.stepped(self.lines.key, step, planned))

    def action_person(self) -> None:
        """Ask about the next practitioner."""
        if self._panel == "what if":
            self._ask_about(self._asked.next_person(self.app.plan.seen.plan))

    def _ask_about(self, asked: Question) -> None:
        self._asked = asked
        self.draw(self.app.plan.seen)

    def action_take_over(self) -> None:
        """Make the what-if the plan; one undo brings the old one back."""
        variant = self._variant(self.app.plan.seen)
        if variant is None:
            self.app.messages.tell(
                _("Put the cursor on a what-if (2) or on a way to make it fit (3) first.")
            )
        else:
            perform(self.app, lambda session: take_variant(session, variant))

    def action_add(self) -> None:
        """Ask what to add, and open it."""

        def add(table: str) -> None:
            entry = self.app.plan.seen.plan.new_entry(table)
            self.post_message(NavigateTo(FieldRef(table=table, entry=entry)))

        ask(self.app, Choose(_("Add"), _("What is it?"), dict(ADDED)), add)

    def action_remove(self) -> None:
        """Take out a closure, absence or round; or go back to the template's number."""
        key = self.lines.key
        if self._panel == "closed":
            if (ref := entry_of(key)).table in TABLES:
                perform(self.app, lambda session: remove_entry(session, ref.table, ref.entry))
        elif self.number:
            self.to_default(self.number)


def _week_lines(view: View) -> list[Line]:
    ledger = view.review.facts.ledger
    weeks = range(ledger.weeks) if ledger is not None else range(0)
    return [Line(f"week {week}", week_line(ledger, week)) for week in weeks if ledger]


def _lacks_words(lacks: list[Lack]) -> str:
    words = [f"{unreckoned_told()}:"]
    words += [f"o {one.words}" for one in lacks if one.stops]
    return _("{text}\nEnter on a line of the list leads there.").format(text="\n".join(words))


def _no_way_words(ledger: Ledger | None) -> str:
    """Why no change is named that makes it fit."""
    if ledger is not None and ledger.short_weeks():
        return _("No small change was found that does.")
    if ledger is not None and any(one.freed is None for one in ledger.people):
        return _("Say the hours freed for everyone first.")
    return _("It fits already.")
