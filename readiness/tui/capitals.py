"""Capital letters where only small ones are keys: Caps Lock may be on."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.events import Event, Key
from textual.widgets import Input, TextArea


def small_letter(app: App[Any], event: Event) -> Event:
    """The key of the small letter, where a capital is no key itself and nobody types a text."""
    letter = (event.character or "").lower() if isinstance(event, Key) else ""
    if not isinstance(event, Key) or letter == event.character or not app.screen_stack:
        return event
    known = app.screen.active_bindings
    if isinstance(app.focused, Input | TextArea) or event.key in known or letter not in known:
        return event
    return Key(letter, letter)
