"""The calendar: every date of the plan by month; proposals can be moved or taken over."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding
from textual.content import Content

from readiness.app.operations.dates import move, move_back, take_over
from readiness.describe.detail import Detail
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.schedule.calendar import PERIOD_END, Event, events_of, is_asked_for
from readiness.i18n.language import N_, _
from readiness.i18n.words import DAYS, MONTHS, date_words, first_up, short_date
from readiness.tui.answer_events import NavigateTo
from readiness.tui.commands import command_key
from readiness.tui.drawing.dashboard import timeline_drawn
from readiness.tui.drawing.lanes import beside, lanes_legend, month_lines, room_beside, year_lines
from readiness.tui.drawing.texts import details_lines
from readiness.tui.keys import Key, own_key
from readiness.tui.line_text import plain, wrapped
from readiness.tui.program import perform
from readiness.tui.screens.dialogs import ask
from readiness.tui.screens.form_dialog import AskText
from readiness.tui.screens.page import Page
from readiness.tui.view import View
from readiness.tui.widgets.drawing import Draw
from readiness.tui.widgets.lines import Line

KINDS = {
    "answered": "",
    "reckoned": "",
    "proposed": N_("? proposed"),
    "moved": N_("> moved"),
}
"""Sign and word of where a date comes from; none for those that are settled."""

MEANS = {
    "answered": N_("This date stands in the plan."),
    "reckoned": N_("This follows from the start, a closure or an absence."),
    "proposed": N_("The program proposes this date from the start and the template. v moves it."),
    "moved": N_("A proposal that you moved. b moves it back."),
}


TALL = 36
"""Rows from which the timeline stands under the month."""


class CalendarScreen(Page):
    """What happens when."""

    TITLES = (N_("Dates"), N_("The month, and from today to the decision"))
    CSS = """
    CalendarScreen.-wide #list { width: 50; }
    CalendarScreen.-wide #detail { width: 1fr; }
    CalendarScreen.-huge #list { width: 70; }
    CalendarScreen.-huge #detail { width: 1fr; }
    """
    LINE = (
        Key("enter", "", word=N_("go there")),
        ("month(-1)", "month(1)"),
        "move",
        "move_back",
        "take_over",
        "past",
        "leave",
    )
    BINDINGS = [
        Key("less_than_sign,left", "month(-1)", N_("Previous month"), word=N_("month")),
        Binding("greater_than_sign,right", "month(1)", N_("Next month")),
        Key("v", "move", N_("Move a proposed date"), word=N_("move")),
        Key("b", "move_back", N_("Move it back"), word=N_("move back")),
        Key("t", "take_over", N_("Take it over as an answer"), word=N_("take over")),
        Key("s", "past", N_("Show or hide what is past"), word=N_("past")),
    ]

    def __init__(self) -> None:
        """Show what is to come."""
        super().__init__()
        self._with_past = False

    def head(self, view: View) -> str:
        """How many dates there are."""
        events = events_of(view.plan, view.template)
        proposed = sum(one.kind == "proposed" for one in events)
        past = sum(one.day < self.app.today() for one in events)
        hidden = (
            _(", {past} past ones hidden ({key})").format(
                past=past, key=own_key(type(self), "past")
            )
            if past and not self._with_past
            else ""
        )
        return _("Calendar   {count} dates, {proposed} of them only proposed{hidden}").format(
            count=len(events), proposed=proposed, hidden=hidden
        )

    def rows(self, view: View) -> list[Line]:
        """Dates under their months."""
        lines, month = list[Line](), ""
        for key, event in self._events(view).items():
            if event.day < self.app.today() and not self._with_past:
                continue
            name = f"{_(MONTHS[event.day.month - 1])} {event.day.year}"
            if name != month:
                lines.append(Line("", name))
                month = name
            lines.append(Line(key, _line(event), hang=10))
        if not lines:
            words = _(
                "No dates yet. Set the first day with patients ({key}) and they are proposed."
            )
            return [Line("", words.format(key=command_key("details")))]
        return lines

    def detail(self, view: View, key: str) -> Draw:
        """The month of a date, and what the date is."""
        event = self._events(view).get(key)
        if event is None:
            return lambda width: wrapped(_("Dates are proposed from the first day on."), width)
        events = list(self._events(view).values())
        month = month_lines(event.day, events, self.app.today())
        chars, today = self.app.appearance.characters, self.app.today()
        is_tall = self.app.size.height >= TALL
        is_huge = is_tall and self.has_class("-huge")

        def draw(width: int) -> Sequence[str | Content]:
            said = beside(month, _lines(event, view, room_beside(width)), width)
            lanes: list[str | Content] = []
            if is_tall:
                lanes += timeline_drawn(view, today, width, chars)
            legend = plain(lanes_legend(chars), "$text-muted")
            if is_huge:
                lanes += ["", *year_lines(max(today, events[0].day), events, today, width)]
            return [*said, "", *lanes, "", legend] if lanes else said

        return draw

    def _events(self, view: View) -> dict[str, Event]:
        found = dict[str, Event]()
        for event in events_of(view.plan, view.template):
            name = event.id or f"{event.day} {event.what} {event.item} {event.action}"
            while name in found:
                name += "+"
            found[name] = event
        return found

    @property
    def _chosen(self) -> Event | None:
        return self._events(self.app.plan.seen).get(self.lines.key)

    def on_option_list_option_selected(self) -> None:
        """Go to the question, the action or the table that the date comes from."""
        event = self._chosen
        if event is None:
            return
        ref = _ref(event, self.app.plan.seen)
        if ref is None:
            self.app.messages.tell(
                _("This date is only proposed; no question asks for it. v moves it.")
            )
        else:
            self.post_message(NavigateTo(ref))

    def action_move(self) -> None:
        """Ask for another day."""
        event = self._chosen
        if event is None:
            return

        def go(text: str) -> None:
            if text.strip():
                perform(self.app, lambda session: move(session, event, text))
                self.lines.go(event.id)

        if not event.id:
            perform(self.app, lambda session: move(session, event, ""))
            return
        words = _("{what}, now {day}. On which day instead?").format(
            what=event.what, day=date_words(event.day)
        )
        ask(self.app, AskText(_("Move a date"), words, short_date(event.day)), go)

    def action_move_back(self) -> None:
        """Move a date back to the day that is proposed."""
        event = self._chosen
        if event is not None and perform(self.app, lambda session: move_back(session, event)):
            self.lines.go(event.id)

    def action_take_over(self) -> None:
        """Make an answer of a proposal."""
        event = self._chosen
        if event is not None:
            perform(self.app, lambda session: take_over(session, event))

    def action_month(self, step: int) -> None:
        """Go to the first date of another month that has one."""
        chosen = self._chosen
        if chosen is None:
            return
        shown = {
            key: event
            for key, event in self._events(self.app.plan.seen).items()
            if self._with_past or event.day >= self.app.today()
        }
        months = sorted({_month(event) for event in shown.values()})
        place = months.index(_month(chosen)) + step
        if 0 <= place < len(months):
            wanted = months[place]
            self.lines.go(next(key for key, one in shown.items() if _month(one) == wanted))

    def action_past(self) -> None:
        """Show or hide what is past."""
        self._with_past = not self._with_past
        self.draw(self.app.plan.seen)


def _month(event: Event) -> tuple[int, int]:
    return event.day.year, event.day.month


def _line(event: Event) -> str:
    day = f"{_(DAYS[event.day.weekday()])[:3]} {event.day.day:>2}"
    kind = KINDS[event.kind] and _(KINDS[event.kind])
    closed = f"  ! {event.closure_words}" if event.closure else ""
    return f"  {day}  {' '.join(event.what.split())}{f'  {kind}' if kind else ''}{closed}"


def _lines(event: Event, view: View, width: int) -> list[str]:
    item = view.template.items.get(event.item)
    closed = (
        _("{closure}. Check whether people are there that day.").format(closure=event.closure)
        if event.closure
        else ""
    )
    details = [
        Detail(date_words(event.day), event.what),
        Detail(_("! Falls in"), closed),
        Detail(_("Where from"), f"{_(MEANS[event.kind])} {_asked(event, view)}".strip()),
        Detail(_("Question"), f"{event.item} {item.question}" if item else ""),
    ]
    return details_lines(details, width)


def _asked(event: Event, view: View) -> str:
    if not event.id:
        return ""
    if is_asked_for(view.template, event):
        return _("{key} takes it over as an answer.").format(
            key=own_key(CalendarScreen, "take_over")
        )
    return _("No question asks for it.")


def _ref(event: Event, view: View) -> FieldRef | None:
    if event.action:
        return FieldRef(table="actions", entry=event.action, part="when")
    if event.item in view.template.items:
        return FieldRef(item=event.item)
    if event.kind in ("answered", "reckoned"):
        is_start = event.day == view.plan.start or event.what == first_up(_(PERIOD_END))
        return FieldRef(part="start") if is_start else FieldRef(table="closures")
    return None
