"""Fields that are typed: numbers, dates, lists of dates, and text over several lines."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.widgets import Input, Static, TextArea

from readiness.core.part import Part
from readiness.core.plan import NO, NOT_SURE, Value
from readiness.core.typed import typed_date, typed_number
from readiness.core.values import LONGEST_TEXT, Misfit, fit, is_none_word
from readiness.core.words import number_words, spoken
from readiness.tui.plain import cleaned, plain
from readiness.tui.view import Target
from readiness.tui.widgets.field import Field

HINTS = {
    "number": "a number",
    "date": "2027-01-31, 31.1.2027 or 31 Jan 2027",
    "dates": "dates with commas between: 31 Jan 2027, 30 Apr 2027",
}


def understood(part: Part, text: str, today: date) -> Value | Misfit | None:
    """What a person meant: a value, None for nothing, or why it is not understood."""
    if not text.strip():
        return None
    if is_none_word(part, text):
        return NO
    if text.strip().casefold() == NOT_SURE:
        return NOT_SURE
    if part.kind == "number":
        number = typed_number(text)
        return Misfit(why="not a number", todo="4 or 2.5") if number is None else fit(part, number)
    pieces = text.split(",") if part.kind == "dates" else [text]
    days = [typed_date(piece, today) for piece in pieces if piece.strip()]
    if None in days or not days:
        return Misfit(why="not a date yet", todo=HINTS[part.kind])
    found = tuple(sorted({day for day in days if day}))
    return found if part.kind == "dates" else found[0]


def as_typed(value: Value | None) -> str:
    """A value as it stands in its box."""
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value)
    return number_words(value) if isinstance(value, float) else "" if value is None else str(value)


class TypedField(Field):
    """A number, a date or several dates, with what was understood under it."""

    def __init__(
        self, target: Target, part: Part, value: Value | None, no_label: str, today: date
    ) -> None:
        """Show a typed value."""
        super().__init__(target, part, value, no_label)
        self._today = today
        hint = part.hint or HINTS[part.kind]
        self._box = Input(as_typed(value), placeholder=cleaned(hint), max_length=400)
        self._said = Static(classes="said")

    def compose(self) -> ComposeResult:
        """The label with unit and range, the box, and what was understood."""
        label = " ".join(filter(None, [self.part.label, self._range()]))
        if label:
            yield Static(plain(label), classes="label")
        yield self._box
        yield self._said

    def on_mount(self) -> None:
        """Say what is understood from the start."""
        self._say(self.value)

    def _range(self) -> str:
        if self.part.kind != "number":
            return ""
        low, high = self.part.low, self.part.high
        span = f", {low:g} to {high:g}" if low is not None and high is not None else ""
        return f"({self.part.unit or 'number'}{span})"

    def on_input_changed(self, event: Input.Changed) -> None:
        """Understand what is typed so far; what is not understood changes nothing."""
        event.stop()
        meant = understood(self.part, event.value, self._today)
        self._say(meant)
        if not isinstance(meant, Misfit):
            self.give(meant)

    def redraw(self) -> None:
        """Show the plan's value, unless the box already says so in other words."""
        if understood(self.part, self._box.value, self._today) != self.value:
            with self.prevent(Input.Changed):
                self._box.value = as_typed(self.value)
        self._say(self.value)

    def _say(self, meant: Value | Misfit | None) -> None:
        wrong = isinstance(meant, Misfit)
        self._said.set_class(wrong, "wrong")
        if isinstance(meant, Misfit):
            words = f"{meant.why}; {meant.todo}"
        elif meant == NO:
            words = self.part.none_label or self.no_label or "there is none"
        else:
            words = "" if meant is None or self.part.kind == "number" else spoken(meant)
        self._said.update(plain(words))
        self._said.display = bool(words)


class TextField(Field):
    """A text over several lines."""

    DEFAULT_CSS = """
    TextField TextArea { height: 4; border: tall $border-blurred; }
    TextField TextArea:focus { border: tall $border; }
    """

    def __init__(self, target: Target, part: Part, value: Value | None, no_label: str = "") -> None:
        """Show a text."""
        super().__init__(target, part, value, no_label)
        self._box = TextArea(self._shown(), soft_wrap=True, show_line_numbers=False)
        self._box.tab_behavior = "focus"

    def compose(self) -> ComposeResult:
        """The label with a hint, and the box."""
        label = " - ".join(filter(None, [self.part.label, self.part.hint]))
        if label:
            yield Static(plain(label), classes="label")
        yield self._box

    def _shown(self) -> str:
        return "" if self.value in (None, NO, NOT_SURE) else str(self.value)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Pass on what is typed; an emptied box takes the answer out."""
        event.stop()
        text = cleaned(event.text_area.text)[:LONGEST_TEXT]
        if text == self._shown():
            return
        self.give(text if text.strip() else None)

    def redraw(self) -> None:
        """Show the plan's text, unless it stands there already."""
        if cleaned(self._box.text) != self._shown():
            with self.prevent(TextArea.Changed):
                self._box.text = self._shown()
