"""Copying to the clipboard: what is marked, else the whole of what the person looks at."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from textual.app import App
from textual.content import Content
from textual.widgets import OptionList, Static, TextArea

from readiness.domain.kinds.registry import value_words
from readiness.domain.plan.answers import answer_words
from readiness.i18n.language import _
from readiness.tui.plain import cleaned
from readiness.tui.program import Program
from readiness.tui.view import View

WIDTH = 78
"""Columns that copied lists are broken to."""


def marked_in(app: App[Any]) -> str:
    """What is marked in a box or with the mouse; Textual itself copies it."""
    focused = app.focused
    in_box = focused.selected_text if isinstance(focused, TextArea) else ""
    return in_box or (app.screen.get_selected_text() or "" if app.screen_stack else "")


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
    said = answer_words(view.template, key, view.plan)
    note = view.plan.answer(key).note
    lines = [
        f"{key} {item.question}",
        *(f"{label}: {words}".removeprefix(": ") for label, words in said),
    ]
    return "\n".join([*lines, *([_("Note: {note}").format(note=note)] if note else [])])


def _text(shown: object) -> str:
    return shown.plain if isinstance(shown, Content) else str(shown)
