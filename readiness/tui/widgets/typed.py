"""Fields that are typed: numbers, dates, lists of dates, and text over several lines."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.widgets import Input, Static, TextArea

from readiness.core.asked.part import Part
from readiness.core.said.plan import NO, NOT_SURE, Value
from readiness.core.said.values import LONGEST_TEXT, Misfit, fit, is_none_word, is_unsure
from readiness.core.wording.language import N_, _
from readiness.core.wording.typed import pieces, typed_date, typed_number
from readiness.core.wording.words import (
    date_words,
    exact_words,
    grouped_words,
    listed,
    number_words,
    short_date,
    spoken,
)
from readiness.tui.plain import cleaned, plain
from readiness.tui.view import Target
from readiness.tui.widgets.boxes import LineBox, TextBox
from readiness.tui.widgets.field import Field
from readiness.tui.widgets.plain_boxes import Row
from readiness.tui.widgets.words import Words

HINTS = {
    "number": N_("e.g. {number}"),
    "date": N_("e.g. 31 Jan 2027"),
    "dates": N_("e.g. 31 Jan 2027, 30 Apr 2027"),
}
FOR_EXAMPLE = 4
"""The number that stands for any number, where the field takes it."""
DAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)


def hint(part: Part) -> str:
    """An example of what is typed into a field, one that the field would take."""
    low, high = part.low or 0, part.high or FOR_EXAMPLE
    return _(HINTS[part.kind]).format(number=number_words(min(max(low, FOR_EXAMPLE), high)))


def understood(part: Part, text: str, today: date) -> Value | Misfit | None:
    """What a person meant: a value, None for nothing, or why it is not understood."""
    if not text.strip():
        return None
    if is_none_word(part, text):
        return NO
    if is_unsure(text):
        return NOT_SURE
    if part.kind == "number":
        number = typed_number(text, part.unit)
        return (
            Misfit(why=_("not a number"), todo=_("try 4 or 2.5"))
            if number is None
            else fit(part, number)
        )
    days = [
        typed_date(piece, today) for piece in (pieces(text) if part.kind == "dates" else [text])
    ]
    if None in days or not days:
        return Misfit(why=_("not a date yet"), todo=_("try 31 Jan 2027"))
    found = tuple(sorted({day for day in days if day}))
    return found if part.kind == "dates" else found[0]


def as_typed(value: Value | None) -> str:
    """A value as it stands in its box."""
    if isinstance(value, tuple):
        return ", ".join(as_typed(one) for one in value)
    if value in (NO, NOT_SURE):
        return _(str(value))
    if isinstance(value, date):
        return short_date(value)
    return number_words(value) if isinstance(value, float) else "" if value is None else str(value)


def day_words(day: date) -> str:
    """A date with its day of the week, by which a slip of the finger is noticed."""
    return _("{day} {date}").format(day=_(DAYS[day.weekday()]), date=date_words(day))


class TypedField(Field):
    """A number, a date or several dates, with what was understood beside it."""

    DEFAULT_CSS = """
    TypedField .line { height: auto; }
    TypedField .line Input { width: 20; }
    TypedField .said { width: 1fr; padding-left: 1; }
    TypedField.-long .line { layout: vertical; }
    TypedField.-long .line Input { width: 1fr; max-width: 66; }
    """

    def __init__(
        self, target: Target, part: Part, value: Value | None, no_label: str, today: date
    ) -> None:
        """Show a typed value."""
        super().__init__(target, part, value, no_label)
        self._today = today
        self._box = LineBox(as_typed(value), placeholder=hint(part), max_length=400)
        self._said = Words(classes="said")
        self.set_class(part.kind == "dates", "-long")
        self._say(self._meant())

    def compose(self) -> ComposeResult:
        """The label with a hint, the box, and what was understood."""
        label = ": ".join(filter(None, [self.part.label, self.part.hint]))
        if label:
            yield Static(plain(label), classes="label")
        with Row(classes="line"):
            yield self._box
            yield self._said

    def on_descendant_focus(self) -> None:
        """Show what was understood as well: it stands beside the box, and below it."""
        self.call_after_refresh(self.scroll_visible, animate=False)

    def _meant(self) -> Value | Misfit | None:
        return understood(self.part, self._box.value, self._today)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Understand what is typed so far; what is not understood changes nothing."""
        event.stop()
        meant = self._meant()
        before = self.value
        if not isinstance(meant, Misfit):
            self.give(meant)
        self._say(meant, before)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on, unless what stands here is not understood."""
        event.stop()
        if not isinstance(self._meant(), Misfit):
            self.post_message(self.Finished(self))

    def redraw(self) -> None:
        """Show the plan's value, unless the box already says so in other words."""
        if self._meant() != self.value:
            with self.prevent(Input.Changed):
                self._box.value = as_typed(self.value)
        self._say(self.value)

    def take_back(self) -> bool:
        """Show the plan's value in place of what is not understood; whether there was any."""
        if not isinstance(self._meant(), Misfit):
            return False
        with self.prevent(Input.Changed):
            self._box.value = as_typed(self.value)
        self._say(self.value)
        return True

    def _say(self, meant: Value | Misfit | None, kept: Value | None = None) -> None:
        wrong = isinstance(meant, Misfit)
        self._said.set_class(wrong, "wrong")
        if isinstance(meant, Misfit):
            words = f"{meant.why}; {meant.todo}"
            words += (
                _(" (the plan keeps {kept})").format(kept=spoken(kept)) if kept is not None else ""
            )
        elif meant == NO:
            words = self.part.none_label or self.no_label or _("there is none")
        elif self.part.kind == "number":
            words = self._range()
            if isinstance(meant, int | float) and as_typed(meant) != self._box.value.strip():
                words = ", ".join(filter(None, [_("= {n}").format(n=as_typed(meant)), words]))
        elif isinstance(meant, tuple):
            words = listed(
                f"{_(DAYS[day.weekday()])[:3]} {date_words(day)}" for day in _days(meant)
            )
        elif isinstance(meant, date):
            words = day_words(meant)
        else:
            words = str(meant or self._none())
        self._said.say(plain(words))

    def _range(self) -> str:
        low, high = self.part.low, self.part.high
        span = (
            _("{low} to {high}").format(low=exact_words(low), high=exact_words(high))
            if low is not None and high is not None
            else ""
        )
        return ", ".join(filter(None, [self.part.unit, span]))

    def _none(self) -> str:
        label = self.part.none_label
        return _("or type no: {label}").format(label=label[:1].lower() + label[1:]) if label else ""


def _days(value: tuple[object, ...]) -> list[date]:
    return [day for day in value if isinstance(day, date)]


class TextField(Field):
    """A text over several lines."""

    DEFAULT_CSS = """
    TextField TextArea { height: auto; min-height: 2; max-height: 8; }
    """

    def __init__(self, target: Target, part: Part, value: Value | None, no_label: str = "") -> None:
        """Show a text."""
        super().__init__(target, part, value, no_label)
        self._box = TextBox(self._shown())
        self._too_long: Words | None = None

    def compose(self) -> ComposeResult:
        """The label with a hint, and the box."""
        label = ": ".join(filter(None, [self.part.label, self.part.hint]))
        if label:
            yield Static(plain(label), classes="label")
        yield self._box

    def _shown(self) -> str:
        return "" if self.value in (None, NO, NOT_SURE) else str(self.value)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Pass on what is typed; an emptied box takes the answer out."""
        event.stop()
        text = cleaned(event.text_area.text)
        if len(text) > LONGEST_TEXT:
            self._say_too_long()
            return
        if self._too_long is not None:
            self._too_long.remove()
            self._too_long = None
        if text != self._shown():
            self.give(text if text.strip() else None, goes_on=True)

    def _say_too_long(self) -> None:
        if self._too_long is None:
            words = _("Only {limit} characters fit here; the plan keeps what fitted.").format(
                limit=grouped_words(LONGEST_TEXT)
            )
            self._too_long = Words(plain(words), classes="said wrong")
            self.mount(self._too_long)

    def redraw(self) -> None:
        """Show the plan's text, unless it stands there already."""
        if cleaned(self._box.text) != self._shown():
            with self.prevent(TextArea.Changed):
                self._box.put(self._shown())

    def take_back(self) -> bool:
        """Show the plan's text in place of one that is too long; whether there was one."""
        if len(cleaned(self._box.text)) <= LONGEST_TEXT:
            return False
        self.redraw()
        return True
