"""Fields that are typed: numbers, dates, lists of dates, and text over several lines."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.widgets import Input, Static, TextArea

from readiness.domain.checklist.part import Part
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.plan import NO, NOT_APPLICABLE, NOT_SURE, Value
from readiness.domain.plan.values import LONGEST_TEXT, Misfit
from readiness.i18n.language import _
from readiness.i18n.words import (
    DAYS,
    date_words,
    day_words,
    exact_words,
    grouped_words,
    listed,
    spoken,
)
from readiness.tui.plain import cleaned, plain
from readiness.tui.widgets.boxes import LineBox, TextBox
from readiness.tui.widgets.field import Field
from readiness.tui.widgets.meant import as_typed, hint, understood
from readiness.tui.widgets.plain_boxes import Row
from readiness.tui.widgets.words import Words


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
        self, target: FieldRef, part: Part, value: Value | None, no_label: str, today: date
    ) -> None:
        """Show a typed value."""
        super().__init__(target, part, value, no_label)
        self._today = today
        self._settled = value
        """What the plan goes back to while what stands here is no answer."""
        self._whole = ("", "")
        """The word that answered the question as a whole then, and its reason."""
        stood = self.app.standing.text(target)
        is_open = isinstance(understood(part, stood, today), Misfit)
        text = stood if is_open else as_typed(value)
        self._box = LineBox(text, placeholder=hint(part), max_length=400)
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
        self._settle()

    def on_descendant_blur(self) -> None:
        """Stand by what was typed."""
        self._settle()

    def on_unmount(self) -> None:
        """Say what is not in the plan, where a field goes by itself and not with its question."""
        if self.target.table and self._session is self.app.session:
            self.app.call_later(self.app.standing.tell)

    def _settle(self) -> None:
        session = self._session
        if session is None or isinstance(self._meant(), Misfit):
            return
        self._settled, item = self.value, self.target.item
        if item and "value" not in session.template.items[item].parts:
            said = session.plan.answer(item)
            self._whole = (said.word, said.reason)

    def _meant(self) -> Value | Misfit | None:
        return understood(self.part, self._box.value, self._today)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Understand what is typed so far; what is no answer leaves the plan as it was before."""
        event.stop()
        meant = self._meant()
        if isinstance(meant, Misfit):
            self._go_back()
        else:
            self.give(meant)
        self._say(meant)
        self._keep_standing(meant)

    def _go_back(self) -> None:
        """Let the plan hold what it held before this was typed: 10 is no answer on the way to 100.

        A word that answered the question as a whole had to give way to the 10, and comes back.
        """
        if self.value == self._settled:
            return
        self.give(self._settled)
        (word, reason), item = self._whole, self.target.item
        if word == NOT_APPLICABLE:
            self.app.keep(lambda session: session.not_applicable(item, reason))
        elif word:
            self.app.keep(lambda session: session.set(FieldRef(item, "value"), word))

    def _keep_standing(self, meant: Value | Misfit | None) -> None:
        if self._session is not self.app.session:
            return
        if isinstance(meant, Misfit):
            words = _('Not in the plan: "{text}" ({place}): {why}.')
            text = self._box.value.strip()
            told = words.format(text=text, place=self._place(), why=meant.why)
            self.app.standing.put(self.target, self._box.value, told)
        else:
            self.app.standing.drop(self.target)

    def _place(self) -> str:
        at = self.target
        if not at.item:
            return self.part.label.split(";")[0]
        row = f"{self.app.seen.template.items[at.item].row_name} {at.row}" if at.row else ""
        return ", ".join(filter(None, [at.item, row, at.person]))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on, unless what stands here is not understood."""
        event.stop()
        if not isinstance(self._meant(), Misfit):
            self._settle()
            self.post_message(self.Finished(self))

    def redraw(self) -> None:
        """Show the plan's value, unless the box already says so, or holds what is no answer yet."""
        self._settled, meant = self.value, self._meant()
        if isinstance(meant, Misfit):
            self._say(meant)
            return
        if meant != self.value:
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
        self._keep_standing(self.value)
        return True

    def _say(self, meant: Value | Misfit | None) -> None:
        wrong = isinstance(meant, Misfit)
        self._said.set_class(wrong, "wrong")
        if isinstance(meant, Misfit):
            words = f"{meant.why}; {meant.todo}{self._kept()}"
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

    def _kept(self) -> str:
        if self.value is None:
            return _(" (there is no answer yet)")
        is_word = self.value in (NO, NOT_SURE)
        kept = as_typed(self.value) if is_word else spoken(self.value)
        return _(" (the plan keeps {kept})").format(kept=kept)

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

    def __init__(
        self, target: FieldRef, part: Part, value: Value | None, no_label: str = ""
    ) -> None:
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
