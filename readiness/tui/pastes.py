"""What is pasted where it is no text of a field: rows of a spreadsheet; or nothing, and so told.

That something marked was copied is told here too, for Textual copies it without a word.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from textual.events import Event, Key, Paste
from textual.screen import Screen
from textual.widgets import Input, TextArea

from readiness.app.operations.spreadsheet import fill_fields
from readiness.domain.kinds.registry import kind_of
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.spreadsheet import is_rows
from readiness.domain.plan.tables import TABLES
from readiness.i18n.language import _
from readiness.tui.clipboard import marked_in, tell_copied
from readiness.tui.perform import perform
from readiness.tui.program import Program

COPY = ("ctrl+c", "super+c")
"""The keys that copy."""

Hear = Callable[[Event], Coroutine[Any, Any, None]]
"""What an event goes to."""


def taking_rows(app: Program, hear: Hear) -> Hear:
    """Hear events as before, but for what is pasted and is no text of the box that has the keys."""

    async def hear_rest(event: Event) -> None:
        if isinstance(event, Paste) and not event.is_forwarded and _is_taken(app, event.text):
            return
        is_copy = isinstance(event, Key) and event.key in COPY and not event.is_forwarded
        marked = marked_in(app) if is_copy else ""
        await hear(event)
        if marked:
            tell_copied(app, _("what is marked"))

    return hear_rest


def _is_taken(app: Program, text: str) -> bool:
    """Whether a paste is dealt with here; what a box takes as text is not."""
    if not app.screen_stack or not text.strip():
        return False
    if isinstance(app.focused, TextArea | Input):
        return _in_box(app, text)
    _on_list(app, text)
    return True


def _on_list(app: Program, text: str) -> None:
    from readiness.tui.screens.hours import HoursScreen
    from readiness.tui.screens.people import PeopleScreen

    screen, place = app.screen, _place_on(app.screen)
    if isinstance(screen, PeopleScreen) and not is_rows(text):
        screen.action_add(text.strip())
    elif isinstance(screen, HoursScreen) and is_rows(text):
        _choose_table(app, text)
    elif place is not None and is_rows(text):
        _offer(app, place, text)
    else:
        words = _("Nothing was pasted: no field is open here. What you copied is still there.")
        app.messages.warn(words)


def _in_box(app: Program, text: str) -> bool:
    """Whether what is pasted into a box is taken as rows, or as the cells of its fields."""
    from readiness.tui.screens.area import AreaScreen
    from readiness.tui.screens.entry import EntryScreen
    from readiness.tui.screens.people import AddPerson

    screen, place = app.screen, _place_on(app.screen)
    if isinstance(screen, AddPerson) and is_rows(text):
        screen.dismiss(None)
        app.call_later(_offer, app, FieldRef(), text)
        return True
    if place is None or "\t" not in text:
        return False
    field = screen.form.field if isinstance(screen, EntryScreen) else None
    answered = screen.question.field if isinstance(screen, AreaScreen) else None
    if answered is not None and answered.ref.row is None and kind_of(answered.part).is_text:
        return False  # a note beside the rows is a text like any other
    if field is not None and "\n" not in text.strip():
        perform(app, lambda session: fill_fields(session, field.ref, text.strip("\r\n")))
    else:
        _offer(app, place, text)
    return True


def _choose_table(app: Program, text: str) -> None:
    from readiness.tui.screens.dialogs import Choose

    def go(table: str | None) -> None:
        if table is not None:
            _offer(app, FieldRef(table=table), text)

    ways = {name: TABLES[name].title for name in ("closures", "absences", "rounds")}
    app.push_screen(Choose(_("Rows from a spreadsheet"), _("What is it?"), ways), go)


def _offer(app: Program, place: FieldRef, text: str) -> None:
    from readiness.tui.screens.spreadsheet import offer_rows

    offer_rows(app, place, text)


def _place_on(screen: Screen[Any]) -> FieldRef | None:
    """Where rows that are pasted on a screen would go; None where there is no such place."""
    from readiness.tui.screens.actions import ActionsScreen
    from readiness.tui.screens.area import AreaScreen
    from readiness.tui.screens.entry import EntryScreen
    from readiness.tui.screens.people import PeopleScreen

    if isinstance(screen, PeopleScreen):
        return FieldRef()
    if isinstance(screen, ActionsScreen):
        return FieldRef(table="actions")
    if isinstance(screen, EntryScreen):
        return FieldRef(table=screen.table)
    if isinstance(screen, AreaScreen):
        has_rows = screen.app.plan.seen.template.items[screen.item].row_parts
        return FieldRef(screen.item) if has_rows else None
    return None
