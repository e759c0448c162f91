"""One entry of the plan's own tables: all its fields, edited in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Static

from readiness.app.operations.actions import drop, finish, remove_entry, reopen
from readiness.describe.action import SIGNS, missing_words, state_words
from readiness.describe.after_start import entry_words, fit_words
from readiness.domain.kinds.value import Value
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.tables import DROPPED, OPEN, TABLES
from readiness.domain.schedule.actions import action_of
from readiness.i18n.language import N_, _
from readiness.i18n.words import first_up
from readiness.tui.answer_events import NavigateTo
from readiness.tui.bottom_lines import MessageLine, Status
from readiness.tui.form.blocks import Block, FormButton, fields_said, table_entry
from readiness.tui.form.draft import Answers
from readiness.tui.form.form import Form
from readiness.tui.keys import Key
from readiness.tui.line_text import plain
from readiness.tui.program import perform
from readiness.tui.screens.dialogs import ask
from readiness.tui.screens.form_dialog import AskText
from readiness.tui.screens.plan_screen import PlanScreen
from readiness.tui.view import View
from readiness.tui.widgets.boxes import PlainRow
from readiness.tui.widgets.glance import Glance
from readiness.tui.widgets.why import meaning_told

HIDDEN = ("item", "from", "state", "done_on")
"""Fields of an action that are shown in its head and changed by its buttons."""


WIDE = 110
"""Columns from which the question stands beside an action that came from it."""


class EntryScreen(PlanScreen):
    """The fields of an action, a closure, an absence or a round of intake."""

    CSS = """
    EntryScreen #head { height: auto; padding: 0 1; background: $panel; color: $panel-foreground;
        text-style: bold; }
    EntryScreen #about { height: auto; padding: 0 1; color: $text-muted; }
    EntryScreen #body { height: 1fr; }
    EntryScreen Form { margin-top: 1; width: 1fr; max-width: 90; }
    EntryScreen Glance { display: none; width: 1fr; height: 1fr; }
    """
    LINE = (
        Key("tab", "", word=N_("next field")),
        Key("shift+tab", "", word=N_("field before")),
        "undo",
        "pop_screen",
    )
    BINDINGS = [Binding("escape", "app.pop_screen", N_("Back"))]

    def __init__(self, table: str, entry: str, part: str = "") -> None:
        """Show an entry, one of its fields focused."""
        super().__init__()
        self.table, self.entry, self._part = table, entry, part

    def compose(self) -> ComposeResult:
        """Head, fields, what can be done, keys."""
        yield Static(id="head")
        yield Static(id="about")
        with PlainRow(id="body"):
            yield Form()
            yield Glance(id="behind")
        yield Status(self.LINE, is_typing=True)

    async def on_mount(self) -> None:
        """Make the fields; that the plan is drawn comes after."""
        self.app.plan.came_to(f"{self.table} {self.entry}")
        view = self.app.plan.seen
        self.form.begin(self._blocks(view), Answers(self.app, view.plan))

    def begin(self) -> None:
        """Focus the field that was asked for, else the first."""
        self.form.focus_at(self._ref(self._part))

    def on_unmount(self) -> None:
        """Say what is not in the plan, once the last letters have come."""
        self.app.call_later(self.app.plan.pending.tell)

    @property
    def form(self) -> Form:
        """The fields, and what can be done."""
        return self.query_one(Form)

    def _ref(self, part: str) -> FieldRef:
        return FieldRef(part=part, table=self.table, entry=self.entry)

    def _fields(self, view: View) -> Mapping[str, Value]:
        return fields_said(self._ref(""), view.plan)

    def _blocks(self, view: View) -> list[Block]:
        fields, found = self._fields(view), list[Block]()
        for name in TABLES[self.table].parts:
            if self.table != "actions" or _is_shown(name, fields):
                found.append(table_entry(self._ref(name), view.plan))
        if self.table == "actions":
            is_open = action_of(self.entry, fields).state == OPEN
            done = [FormButton("done", first_up(_("done"))), FormButton("drop", _("Drop"))]
            found += done if is_open else [FormButton("reopen", _("To do again"))]
            if fields.get("item") in view.template.items:
                found.append(FormButton("question", _("Go to its question")))
        if self.entry in view.plan.entries(self.table):
            found.append(FormButton("remove", _("Remove")))
        return found

    def show(self, view: View) -> None:
        """Show another state of the entry."""
        fields = self._fields(view)
        head, about = self._said(fields, view)
        self.query_one("#head", Static).update(plain(head))
        self.query_one("#about", Static).update(plain(about))
        self.query_one("#about").display = bool(about)
        did = () if self.table == "actions" else view.did
        self.query_one(MessageLine).follow(did)
        self.form.update(self._blocks(view), view.plan)
        self._tell_behind(view)

    def on_resize(self) -> None:
        """Show what is behind an action where there is room now."""
        if self._drawn is not None and self.is_shown:
            self._tell_behind(self._drawn)

    def _tell_behind(self, view: View) -> None:
        """Show the question that an action came from, with what it means, beside the form."""
        behind, item = self.query_one(Glance), str(self._fields(view).get("item", ""))
        has_one = self.table == "actions" and item in view.template.items
        behind.display = has_one and self.app.size.width >= WIDE
        if behind.display:
            title = f"{item}  {view.template.items[item].short}"
            told = partial(meaning_told, item, view)
            behind.show(title, lambda: told().wrap, view.review, view.plan, item)

    def _said(self, fields: Mapping[str, Value], view: View) -> tuple[str, str]:
        table = TABLES[self.table]
        if self.table != "actions":
            name = entry_words(self.table, self.entry)
            return f"{table.entry.capitalize()} {name}", self._about(view)
        action = action_of(self.entry, fields)
        item, lacks = view.template.items.get(action.item), missing_words(action)
        words = _("From {item}: {question}")
        lines = [words.format(item=action.item, question=item.question)] if item else []
        lines += [_("Missing: {what}.").format(what=lacks)] if lacks else []
        head = f"{SIGNS[action.state]} {state_words(action)}: {action.title}"
        return head, "\n".join(lines)

    def _about(self, view: View) -> str:
        if self.table in ("closures", "absences"):
            return _("Only times with both days count.")
        return "\n".join(fit_words(view.plan, self.table, self.entry))

    def on_form_finished(self) -> None:
        """From the last field on to what can be done."""
        self.form.move(1)

    def on_form_pressed(self, event: Form.Pressed) -> None:
        """Do what a line says."""
        event.stop()
        ways: dict[str, Callable[[], object]] = {
            "done": self._done,
            "drop": self._drop,
            "reopen": self._reopen,
            "question": self._question,
            "remove": self._remove,
        }
        ways[event.act.name]()

    def _done(self) -> None:
        perform(self.app, lambda session: finish(session, self.entry))

    def _drop(self) -> None:
        words = _("Why is it dropped? It is printed beside the action.")
        dialog = AskText(_("Drop this action"), words)
        ask(self.app, dialog, lambda why: perform(self.app, lambda it: drop(it, self.entry, why)))

    def _reopen(self) -> None:
        perform(self.app, lambda session: reopen(session, self.entry))

    def _question(self) -> None:
        item = self._fields(self.app.plan.seen).get("item")
        self.post_message(NavigateTo(FieldRef(item=str(item))))

    def _remove(self) -> None:
        perform(self.app, lambda session: remove_entry(session, self.table, self.entry))
        self.app.pop_screen()


def _is_shown(name: str, fields: Mapping[str, Value]) -> bool:
    """Whether a field of an action is shown; why it was dropped, where that is said or missing."""
    is_dropped = fields.get("state") == DROPPED or "reason" in fields
    return name not in HIDDEN and (name != "reason" or is_dropped)
