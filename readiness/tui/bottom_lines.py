"""The two bottom lines, which are always there and cover nothing.

Above, what the program says in passing; below, the commands here, and how saving went.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, Protocol, cast

from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.events import Click, Event, Key, MouseDown
from textual.screen import Screen
from textual.widgets import Static

from readiness.i18n.language import _
from readiness.tui.keys import Named, Piece, key_line
from readiness.tui.line_text import across, cleaned, cut_to, joined, plain
from readiness.tui.view import View
from readiness.tui.widgets.boxes import SteadyText

Severity = Literal["information", "warning", "error"]

GRAVITY: tuple[Severity, ...] = ("information", "warning", "error")
"""The gravest last."""

READ_SECONDS = 2.5
"""Seconds after which a message has been read, and goes with the next key."""

KEPT = 200
"""Messages that can be read again."""

ROWS = 2
"""Rows that what answers did takes at most; F1 tells the rest."""

SIGNS = {"information": "", "warning": "^ ", "error": "! "}
"""What stands before a message that is to be looked at."""


class Speaker(Protocol):
    """A program that says things in passing."""

    messages: Messages


class MessageLine(Static):
    """One row; a message that does not fit takes a few, until it has been read."""

    DEFAULT_CSS = """
    MessageLine { height: auto; min-height: 1; max-height: 5; padding: 0 1; }
    MessageLine.-warning { color: $text; }
    MessageLine.-error { color: $text; text-style: bold; }
    """
    _said = ("", "information")
    _follows: tuple[str, ...] = ()
    _is_newer = False
    """Whether what answers did is newer than what was said."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(classes="-empty")

    def on_mount(self) -> None:
        """Say what is to be read."""
        cast("Speaker", self.app).messages.write(self)

    def on_resize(self) -> None:
        """Cut what answers did anew."""
        if self._follows:
            self._put()

    def write(self, words: str, severity: str) -> None:
        """Show a message in its severity's colour; one that stands there is not drawn again."""
        if (words, severity) != self._said:
            self._said, self._is_newer = (words, severity), not words
            self._put()

    def follow(self, did: tuple[str, ...]) -> None:
        """Say what answers did, in place of what was said before."""
        if did != self._follows:
            self._follows, self._is_newer = did, bool(did)
            self._put()

    def _put(self) -> None:
        words, severity = self._said
        self.set_class(not words, "-empty")
        self.set_class(severity == "warning", "-warning")
        self.set_class(severity == "error", "-error")
        if self._follows and (self._is_newer or not words):
            head = _("Effect  ")
            said = cut_to(head + " ".join(self._follows), max(self.size.width - 2, 20), ROWS)
            self.update(joined(plain(head, "bold"), said[len(head) :]))
            return
        sign = SIGNS[severity]
        ink = "$ink-red" if severity == "error" else "$ink-amber"
        self.update(joined(plain(sign, f"bold {ink}"), words) if sign else plain(words))


@dataclass(frozen=True)
class Message:
    """One thing that was said."""

    words: str
    severity: Severity
    since: float
    """When, in seconds of the system's clock."""
    after: int = 0
    """How many keys and clicks came before it."""


class Messages:
    """The newest message stands on the message line; those before it can be read again."""

    def __init__(self, app: App[Any]) -> None:
        """Say it on the screens of this app."""
        self._app = app
        self.said: list[Message] = []
        """What was said since the program began, the newest last."""
        self.newest: Message | None = None
        """What stands on the line."""
        self.presses = 0
        """Keys and clicks so far."""

    def tell(self, words: str) -> None:
        """Say that something is done."""
        self._put(words, "information")

    def add(self, words: str, severity: Severity = "information") -> None:
        """Say something beside what stands there; both stay as the newer and graver of them."""
        before = self.newest
        self._put(words, severity)
        if before is not None and self.newest is not None:
            graver = max(before.severity, severity, key=GRAVITY.index)
            both = f"{before.words} {self.newest.words}"
            self._show(Message(both, graver, self.newest.since, self.presses))

    def warn(self, words: str) -> None:
        """Say something that a person should look at."""
        self._put(words, "warning")

    def wrong(self, words: str) -> None:
        """Say what went wrong."""
        self._put(words, "error")

    def clear(self) -> None:
        """Empty the message line."""
        self._show(None)

    def come_to(self, screen: Screen[Any]) -> None:
        """Write on a screen that comes to the front what was not said before the key that led here.

        That was said about another screen, and Ctrl+P "Messages" still has it. What went wrong
        stays.
        """
        one = self.newest
        if one is not None and one.severity != "error" and one.after < self.presses:
            self._show(None)
        self.write_on(screen)

    def heard(self, event: Event) -> None:
        """Empty the line of what could be read, once a person goes on; what went wrong stays."""
        self.presses += isinstance(event, Key | MouseDown)
        one = self.newest
        if one is None or one.severity == "error" or not isinstance(event, Key | MouseDown):
            return
        if one.since < time.time() - READ_SECONDS:
            self._show(None)

    def _put(self, words: str, severity: Severity) -> None:
        shown = cleaned(words).strip()
        self.said = [*self.said, Message(shown, severity, time.time(), self.presses)][-KEPT:]
        self._show(self.said[-1])

    def _show(self, one: Message | None) -> None:
        self.newest = one
        for screen in self._app.screen_stack:
            self.write_on(screen)

    def write_on(self, screen: Screen[Any]) -> None:
        """Write what is to be read on a screen, such as one that was behind others."""
        for line in screen.query(MessageLine):
            self.write(line)

    def write(self, line: MessageLine) -> None:
        """Write what is to be read on a line."""
        one = self.newest
        line.write(one.words if one else "", one.severity if one else "information")


SAVED, NOT_SAVED = 14, 22
"""Columns for how saving went, and where it went wrong."""

TROUBLE = "bold $trouble-foreground on $trouble-background"
"""How it looks there."""


def fitting(pieces: Sequence[Piece], room: int) -> list[Piece]:
    """Those that fit in so many columns; the last, which leads away, always stays.

    What Esc does needs no word where one more command fits for it.
    """
    *others, last = pieces
    if last.keys == ("escape",) and len(line_words(pieces)) > room:
        last = replace(last, word="")
    while others and len(line_words([*others, last])) > room:
        others.pop()
    return [*others, last]


GAP = 2
"""Columns between two commands of the line."""


def line_words(pieces: Iterable[Piece]) -> str:
    """Commands side by side."""
    return (GAP * " ").join(one.words for one in pieces)


def key_at(pieces: Iterable[Piece], column: int) -> str:
    """The key that stands at a column of the line, as Textual calls it; empty where none does."""
    for one in pieces:
        if column < len(one.words):
            return one.key_at(column) if column >= 0 else ""
        column -= len(one.words) + GAP
    return ""


class Status(Vertical):
    """Two lines: the message; keys on the left, saving on the right."""

    DEFAULT_CSS = """
    Status { dock: bottom; height: auto; }
    Status .keys { height: 1; background: $panel; color: $panel-foreground; }
    """

    def __init__(self, line: Iterable[Named], *, is_typing: bool = False) -> None:
        """Name these commands, as many of them as fit."""
        super().__init__()
        self._line, self._is_typing = tuple(line), is_typing
        self._shown: list[Piece] = []
        self._words = plain("")
        self._saved, self._is_trouble = "", False
        self._room = 0
        self._keys = SteadyText(classes="keys")

    def compose(self) -> ComposeResult:
        """The message, and under it what keys do and how saving went."""
        self._put()
        yield MessageLine()
        yield self._keys

    def say(self, line: Iterable[Named], *, is_typing: bool = False) -> None:
        """Show other commands in the bottom line; `is_typing` where letters are no keys."""
        self._line, self._is_typing, self._room = tuple(line), is_typing, 0
        self._put()

    def on_resize(self) -> None:
        """Choose anew what fits."""
        self._put()

    @property
    def _end(self) -> int:
        """Columns in which stands how saving went."""
        return NOT_SAVED if self._is_trouble else SAVED

    def _put(self) -> None:
        width = self.app.size.width
        room = width - self._end - 1  # the line begins with a space
        if room != self._room:
            self._room = room
            kinds = type(self.screen), type(self.app)
            self._shown = fitting(key_line(*kinds, self._line, is_typing=self._is_typing), room)
            self._words = plain(f" {line_words(self._shown)}")
        look = TROUBLE if self._is_trouble else ""
        saved = plain(self._saved).truncate(self._end - 2, ellipsis=True)
        end = saved.pad_left(self._end - 1 - saved.cell_length).pad_right(1)
        self._keys.say(across(self._words, end.stylize(look) if look else end, width), moves=False)

    def on_click(self, event: Click) -> None:
        """Do what the key does that was clicked; in what was not saved, save."""
        row = self._keys.region
        if event.screen_y != row.y:
            return
        place = event.screen_x - row.x
        if place >= row.width - self._end:
            key = "f9" if self._is_trouble else ""
        else:
            key = key_at(self._shown, place - 1)
        if key:
            self.app.simulate_key(key)

    def show(self, view: View) -> None:
        """Say how saving went."""
        self._is_trouble = bool(view.trouble)
        self._saved = _("NOT SAVED: press F9") if view.trouble else view.saved
        self._put()
