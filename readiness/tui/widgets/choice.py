"""Choosing one or several of a few words, with signs that do not need colour."""

from __future__ import annotations

from textwrap import wrap

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from readiness.core.asked.part import Part
from readiness.core.said.field_ref import FieldRef
from readiness.core.said.fields import labelled
from readiness.core.said.plan import Value
from readiness.core.wording.language import N_
from readiness.tui.plain import plain
from readiness.tui.widgets.field import Field
from readiness.tui.widgets.letters import letters

NARROW = 10
"""Columns below which words are not wrapped under each other."""


class Options(Widget, can_focus=True):
    """A list of words, one or several of them chosen; knows nothing of plans."""

    DEFAULT_CSS = """
    Options { height: auto; width: 1fr; }
    Options:focus { background: $boost; }
    """
    BINDINGS = [
        Binding("up,left", "move(-1)", N_("Previous"), show=False),
        Binding("down,right", "move(1)", N_("Next"), show=False),
        Binding("enter", "choose_or_go_on", N_("Choose, then go on"), show=False),
        Binding("space", "choose", N_("Choose"), show=False),
        Binding("backspace,delete", "clear", N_("Take out"), show=False),
    ]
    at = reactive(0)
    chosen: reactive[tuple[str, ...]] = reactive(())

    class Chosen(Message):
        """A person chose a word, or took the choice out."""

        def __init__(self, word: str | None) -> None:
            """Say which."""
            super().__init__()
            self.word = word

    class GoOn(Message):
        """A person confirmed what is chosen already."""

    def __init__(
        self,
        words: dict[str, str],
        chosen: tuple[str, ...],
        *,
        many: bool,
        name: str = "",
        optional: bool = False,
    ) -> None:
        """Offer words (value to label); where they are optional, Enter may pass them by."""
        super().__init__(name=name)
        self._words, self._many = words, many
        self._passes = optional
        self._keys = list(words)
        self._letters = letters(words)
        self.set_reactive(Options.chosen, chosen)
        first = next((n for n, word in enumerate(self._keys) if word in chosen), 0)
        self.set_reactive(Options.at, first)

    def offer(self, words: dict[str, str]) -> None:
        """Offer other words, where they are others; the cursor stays on a word that is there."""
        if words != self._words:
            self._words, self._keys = words, list(words)
            self.at = min(self.at, len(words) - 1)
            self.refresh(layout=True)

    def render(self) -> Content:
        """One line a word: its sign, its number, its label, and the letter that chooses it."""
        return Content("\n").join(
            self._line(number, word) for number, word in enumerate(self._keys)
        )

    def _line(self, number: int, word: str) -> Content:
        on = word in self.chosen
        sign = ("[x]" if on else "[ ]") if self._many else ("(o)" if on else "( )")
        cursor = "> " if self.has_focus and number == self.at else "  "
        style = "bold" if on else ""
        head = f"{cursor}{sign} {number + 1} "
        label = self._words[word]
        if word in self._letters:
            label += f" ({self._letters[word]})"
        room = self.content_size.width - len(head)
        lines = wrap(label, room) if room > NARROW else [label]
        return plain(head + f"\n{'':{len(head)}}".join(lines), style)

    def action_move(self, step: int) -> None:
        """Move the cursor; chooses nothing."""
        self._passes = False
        self.at = (self.at + step) % len(self._keys)

    def action_choose(self) -> None:
        """Choose the word at the cursor."""
        self.post_message(self.Chosen(self._keys[self.at]))

    def action_choose_or_go_on(self) -> None:
        """Choose the word at the cursor; where it is chosen already, go on.

        Enter on an optional choice that nobody has touched goes on too: who walks through with
        Enter must not answer what need not be answered.
        """
        if self._keys[self.at] in self.chosen or (self._passes and not self.chosen):
            self.post_message(self.GoOn())
        else:
            self.action_choose()

    def action_clear(self) -> None:
        """Take the choice out."""
        self.post_message(self.Chosen(None))

    def on_key(self, event: events.Key) -> None:
        """Choose by number or by the letter shown; no letter or digit goes further than here."""
        wanted = event.character or ""
        if not wanted.isalnum():
            return
        event.stop()
        event.prevent_default()
        if wanted.isdecimal():
            self.pick(int(wanted))
        else:
            self._pick_letter(wanted)

    def offers(self, number: int) -> bool:
        """Whether a word has this number, from 1."""
        return 1 <= number <= len(self._keys)

    def pick(self, number: int) -> None:
        """Choose the word with this number, from 1; a number that no word has does nothing."""
        if self.offers(number):
            self.at = number - 1
            self.action_choose()

    def _pick_letter(self, letter: str) -> None:
        """Choose the word that shows this letter; a letter that none shows does nothing."""
        for word, shown in self._letters.items():
            if shown == letter.casefold():
                self.pick(self._keys.index(word) + 1)

    def on_click(self, event: events.Click) -> None:
        """Choose the word that was clicked; a long one may take several lines."""
        if not self.content_size.width:
            return
        bottom = 0
        for number, word in enumerate(self._keys):
            bottom += self._line(number, word).get_height({}, self.content_size.width)
            if event.y < bottom:
                self.pick(number + 1)
                return

    def on_focus(self) -> None:
        """Show the cursor while the keys go here."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor when the keys go elsewhere."""
        self.refresh()


class ChoiceField(Field):
    """One of a few words, or several of them."""

    def __init__(
        self, target: FieldRef, part: Part, value: Value | None, no_label: str = "", *, whole: bool
    ) -> None:
        """Show a choice; `whole` where it answers the item as a whole."""
        super().__init__(target, part, value, no_label)
        self._many = part.kind == "choices"
        self._whole = whole
        self._options = Options(
            self._words(), self._chosen(), many=self._many, optional=part.optional
        )

    def compose(self) -> ComposeResult:
        """The label, if there is one, and the words."""
        if self.part.label:
            yield Static(plain(self.part.label), classes="label")
        yield self._options

    def redraw(self) -> None:
        """Mark what is chosen."""
        self._options.offer(self._words())
        self._options.chosen = self._chosen()

    def _words(self) -> dict[str, str]:
        none = self.part.none_label or self.no_label
        return labelled(self.part, none, is_item=self._whole, held=self.value)

    def _chosen(self) -> tuple[str, ...]:
        if isinstance(self.value, tuple):
            return tuple(str(one) for one in self.value)
        return (str(self.value),) if self.value is not None else ()

    def on_options_chosen(self, event: Options.Chosen) -> None:
        """Turn a choice into an answer."""
        event.stop()
        word = event.word
        if not self._many or word is None:
            self.give(word)
        else:
            chosen = {*self._chosen()} ^ {word}
            self.give(tuple(one for one in self.part.options if one in chosen) or None)
        self.redraw()

    def on_options_go_on(self, event: Options.GoOn) -> None:
        """Pass on that this field is done."""
        event.stop()
        self.post_message(self.Finished(self))
