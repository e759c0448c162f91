"""The one box of a form in which a person types: it moves to the focused field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.dom import DOMNode
from textual.events import Key, MouseScrollDown, MouseScrollUp, Paste
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea

from readiness.i18n.language import _
from readiness.i18n.paste import pasted
from readiness.tui.form.blocks import Entry
from readiness.tui.form.lines import BoxPlace
from readiness.tui.line_text import plain

POINTER = ">"
"""What stands before the focused word of a choice."""


class TextBox(TextArea):
    """A text box without an edge. It is never taken out, so that the form can keep the focus."""

    DEFAULT_CSS = """
    TextBox { position: absolute; border: none; padding: 0; background: $boost;
        scrollbar-size-vertical: 1; scrollbar-size-horizontal: 0; }
    TextBox:focus { border: none; }
    TextBox.-read-only { background: transparent; }
    TextBox > .text-area--cursor-line { background: transparent; }
    TextBox > .text-area--placeholder, TextBox > .text-area--suggestion {
        color: $text-disabled; background: $boost; }
    """

    class Scrolled(Message):
        """A person turned the wheel over it, where it has nothing to scroll itself."""

        def __init__(self, rows: int) -> None:
            """Say by how many rows."""
            super().__init__()
            self.rows = rows

    class Said(Message):
        """What became of something that was pasted."""

        def __init__(self, words: str) -> None:
            """Say what."""
            super().__init__()
            self.words = words

    known: tuple[str, ...] = ()
    """Names that are suggested while one is typed; the right arrow takes one over."""

    def __init__(self, takes: Callable[[Key], bool]) -> None:
        """Ask `takes` first what becomes of a key."""
        # The class is passed here because Textual looks up the styles of everything below a widget
        # whenever a class is added to it (its #6524).
        super().__init__(
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            read_only=True,
            classes="-read-only",
        )
        self._takes = takes
        self.longest = 0
        """The most characters that fit; 0 where the form says what does not."""
        self.is_line = False
        """Whether the text stands on one line."""

    def on_mount(self) -> None:
        """Subscribe to changes of the theme.

        `on_unmount` ends this subscription, and that of Textual to selections on the screen.
        """
        colours = self.app.theme_changed_signal
        self._heard = (self.screen.text_selection_started_signal, colours)
        colours.subscribe(self, lambda _theme: self.mutate_reactive(TextArea.theme))

    def on_unmount(self) -> None:
        """End the subscriptions, whose callbacks refer to the box and would keep it in memory.

        Textual's signals hold subscribers weakly, but their callbacks strongly.
        """
        for signal in self._heard:
            signal.unsubscribe(self)

    def watch(
        self,
        obj: DOMNode,
        attribute_name: str,
        callback: Any,  # noqa: ANN401 - Textual's
        init: bool = True,  # noqa: FBT001, FBT002 - Textual's
    ) -> None:
        """Watch nothing of the program: it would keep a removed box in memory (Textual's #6666)."""
        if obj is not self.app:
            super().watch(obj, attribute_name, callback, init)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw nothing once it is removed: a dialog may redraw the screen behind it as it was.

        Nor where a window leaves it no column: Textual trips over an example there.
        """
        if not self.is_attached or not self.content_size.width:
            return [Strip.blank(crop.width)] * crop.height
        return super().render_lines(crop)

    @property
    def rows(self) -> int:
        """The rows that the text takes."""
        return self.wrapped_document.height

    def point(self) -> None:
        """Mark a word of a choice; the box takes no text then."""
        self.read_only = True
        self._show_pointer(is_held=self.has_focus)

    def on_focus(self) -> None:
        """Mark the field or word that has the focus."""
        self._show_pointer(is_held=True)

    def on_blur(self) -> None:
        """Mark nothing while another widget has the focus."""
        self._show_pointer(is_held=False)

    def _show_pointer(self, *, is_held: bool) -> None:
        if self.read_only:
            self.text = POINTER if is_held else " "

    def write(self, text: str, entry: Entry) -> None:
        """Hold the text of a field; its example is shown while it is empty.

        What stands on one line is marked, so that what is typed takes its place.
        """
        self.read_only, self.is_line, self.longest = False, not entry.is_text, entry.longest
        self.known, self.placeholder = entry.known, plain(entry.example)
        self.text = text
        if self.is_line:
            self.select_all()

    @property
    def _suggested(self) -> str:
        typed = self.text.casefold()
        begun = (one for one in self.known if typed and one.casefold().startswith(typed))
        return next((one for one in begun if len(one) > len(typed)), "")

    def update_suggestion(self) -> None:
        """Show the rest of a name that begins with what is typed."""
        is_at_end = self.cursor_at_end_of_text and self.selection.is_empty
        self.suggestion = self._suggested[len(self.text) :] if is_at_end else ""

    def action_cursor_right(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's
        """Take over the name that is suggested, as it is written, or go to the right."""
        if self.suggestion and not select:
            self.replace(self._suggested, (0, 0), self.document.end)
        else:
            super().action_cursor_right(select)

    def rewrite(self, text: str) -> None:
        """Replace the text in the box; the cursor goes to the end of what is different."""
        before = self.text
        self.text = text
        above = text[: _after_change(before, text)].split("\n")
        self.move_cursor((len(above) - 1, len(above[-1])))

    def point_in(self, x: int, y: int) -> None:
        """Put the cursor at a column and row of what is seen."""
        if not self.read_only:
            seen = Offset(x, y + round(self.scroll_offset.y))
            self.move_cursor(self.wrapped_document.offset_to_location(seen))

    def stand(self, place: BoxPlace, scrolled: int, left: int) -> None:
        """Move and size the box to its place in the form.

        `scrolled` rows of the form are scrolled out above, and `left` columns stand before it.
        """
        self.styles.width, self.styles.height = place.width, place.height
        self.offset = Offset(left + place.x, place.y - scrolled)

    def on_key(self, event: Key) -> None:
        """Let the form take a key first.

        Textual acts on letters here at once, but on Tab, arrows and function keys only when they
        have bubbled up to the program: letters typed fast would overtake them (its #6605).
        """
        if self._takes(event):
            event.stop()
            event.prevent_default()
        elif event.is_printable and self._is_full:
            event.stop()
            event.prevent_default()
            self._tell(_("No more than {n} characters fit here.").format(n=self.longest))

    @property
    def _is_full(self) -> bool:
        return 0 < self.longest <= len(self.text) and not self.selected_text

    def on_paste(self, event: Paste) -> None:
        """Take in what is pasted as plain text."""
        event.stop()
        event.prevent_default()
        self._take_in(event.text)

    def action_paste(self) -> None:
        """Paste what was copied within the program, as plain text."""
        self._take_in(self.app.clipboard)

    def _take_in(self, text: str) -> None:
        if self.read_only:
            self._tell(_("Nothing was pasted: here an answer is chosen, not typed."))
            return
        found = pasted(text, on_one_line=self.is_line)
        room = self.longest - len(self.text) + len(self.selected_text)
        if self.longest and len(found.text) > room:
            words = _("Not pasted: it is {n} characters long, and {room} fit here.")
            self._tell(words.format(n=len(found.text), room=max(room, 0)))
            return
        self.move_cursor(self.replace(found.text, *self.selection).end_location)
        self._tell(found.said)

    def _tell(self, words: str) -> None:
        if words:
            self.post_message(self.Said(words))

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Scroll the form down where the text in the box is seen whole."""
        self._scroll_form(event, 1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Scroll the form up where the text in the box is seen whole."""
        self._scroll_form(event, -1)

    def _scroll_form(self, event: MouseScrollDown | MouseScrollUp, by: int) -> None:
        if self.rows <= self.size.height:
            event.stop()
            event.prevent_default()
            self.post_message(self.Scrolled(by * round(self.app.scroll_sensitivity_y)))


def _after_change(before: str, text: str) -> int:
    """Where in a text the end of what is different from before is; at a word if that may be."""
    shared = min(len(before), len(text))
    head = next((n for n in range(shared) if before[n] != text[n]), shared)
    tail = next((n for n in range(shared) if before[-1 - n] != text[-1 - n]), shared)
    end = len(text) - tail
    words = (n for n in range(end, head + 1) if n == 0 or text[n - 1].isspace())
    return next(words, end)
