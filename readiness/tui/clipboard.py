"""The clipboard: what is copied to it, and what is pasted where it is no text of a field.

Copied is what is marked, else the whole of what the person looks at. Pasted are texts into boxes,
which Textual does, and rows of a spreadsheet.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from textual.content import Content
from textual.events import Key, Paste
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static, TextArea

from readiness.app.operations.spreadsheet import fill_fields
from readiness.domain.kinds.registry import kind_of, value_words
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.fields import answer_lines
from readiness.domain.plan.spreadsheet import is_rows
from readiness.domain.plan.tables import TABLES
from readiness.i18n.language import _
from readiness.tui.line_text import cleaned
from readiness.tui.program import Program, perform
from readiness.tui.view import View

COPY = ("ctrl+c", "super+c")
"""The keys that copy."""

WIDTH = 78
"""Columns that copied lists are broken to."""


def tell_marked(app: Program, event: Key) -> None:
    """Say that what is marked in a box or with the mouse is copied: Textual does it in silence."""
    focused = app.focused
    in_box = focused.selected_text if isinstance(focused, TextArea) else ""
    marked = in_box or (app.screen.get_selected_text() if app.screen_stack else "")
    if marked and not event.is_forwarded:
        tell_copied(app, _("what is marked"))


def tell_copied(app: Program, what: str) -> None:
    """Say what was copied and how it is pasted, or how to copy where programs may not."""
    told = _("Copied: {what}. Paste it with the terminal's own key.")
    if app.is_web:
        told = _("Copied: {what}. Paste it with Ctrl+V (on a Mac Cmd+V).")
    elif is_deaf(os.environ):
        told = _(
            "This terminal lets no program copy: mark with the mouse while you hold Shift (on a "
            "Mac Fn), and copy with the terminal's own key. Within readiness {what} can be pasted."
        )
    app.messages.tell(told.format(what=what))


def is_deaf(environment: Mapping[str, str]) -> bool:
    """Whether the terminal is one that does not know OSC 52, as far as it says what it is.

    Apple's Terminal and those made with VTE (GNOME, MATE, Xfce, Tilix) do not.
    """
    return environment.get("TERM_PROGRAM") == "Apple_Terminal" or "VTE_VERSION" in environment


class Clipboard:
    """Puts words on the clipboard through the terminal (OSC 52), where the terminal allows it."""

    def __init__(self, app: Program) -> None:
        """Copy what this program shows."""
        self._app, self._plan = app, app.plan

    def copy(self) -> None:
        """Copy the whole answer, the line of the list with its details, or the whole question.

        What is marked in a box or with the mouse is copied before this is asked.
        """
        what, words = self._in_front()
        if words.strip():
            self._app.copy_to_clipboard(cleaned(words))
            tell_copied(self._app, what)
        else:
            self._app.messages.tell(_("There is nothing here to copy."))

    def _in_front(self) -> tuple[str, str]:
        """What is copied, in words, and the text."""
        from readiness.tui.form.form import form_of
        from readiness.tui.screens.area import AreaScreen
        from readiness.tui.screens.page import Page

        screen, focused = self._app.screen, self._app.focused
        form = form_of(focused)
        if form is not None and form.field is not None:
            value = form.value
            return _("the answer"), value_words(form.field.part, value) if value is not None else ""
        if isinstance(screen, AreaScreen):
            return _("the question and its answers"), question_words(screen.item, self._plan.seen)
        if isinstance(screen, Page):
            lines = screen.detail(self._plan.seen, screen.lines.key)(WIDTH)
            return _("the line and what stands beside it"), "\n".join(
                [screen.lines.words, *map(str, lines)]
            )
        if isinstance(focused, OptionList) and focused.highlighted is not None:
            return _("the line"), _text(focused.get_option_at_index(focused.highlighted).prompt)
        return _("the page"), "\n".join(_text(one.content) for one in screen.query(Static))


def question_words(key: str, view: View) -> str:
    """A question with its answers and its note, a line each."""
    item = view.template.items[key]
    note = view.plan.answer(key).note
    lines = [f"{key} {item.question}", *answer_lines(view.template, key, view.plan)]
    return "\n".join([*lines, *([_("Note: {note}").format(note=note)] if note else [])])


def _text(shown: object) -> str:
    return shown.plain if isinstance(shown, Content) else str(shown)


def takes(app: Program, event: Paste) -> bool:
    """Whether a paste is dealt with or refused here; what a box takes as text is not."""
    text = event.text
    if not app.screen_stack or not text.strip() or event.is_forwarded:
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
    from readiness.tui.screens.dialogs import Choose, ask

    ways = {name: TABLES[name].title for name in ("closures", "absences", "rounds")}
    dialog = Choose(_("Rows from a spreadsheet"), _("What is it?"), ways)
    ask(app, dialog, lambda table: _offer(app, FieldRef(table=table), text))


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
