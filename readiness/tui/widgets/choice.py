"""Choosing one or several of a few words, with signs that do not need colour."""

from __future__ import annotations

from textwrap import wrap

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from readiness.i18n.language import N_
from readiness.tui.form.letters import letters
from readiness.tui.plain import plain

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
