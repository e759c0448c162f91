"""One entry of the plan's own tables: all its fields, edited in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Horizontal, VerticalScroll
from textual.widgets import Button, Static

from readiness.app.operations.actions import drop, finish, remove_entry, reopen
from readiness.domain.checklist.part import Part
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.plan import Value
from readiness.domain.plan.sheets import DROPPED, OPEN, SHEETS
from readiness.domain.schedule.actions import action_of
from readiness.i18n.language import N_, _
from readiness.i18n.words import date_words
from readiness.tui.focus import first_in, give_keys
from readiness.tui.leading import Lead
from readiness.tui.perform import perform
from readiness.tui.plain import plain
from readiness.tui.screens.dialogs import AskText
from readiness.tui.screens.plan_screen import PlanScreen
from readiness.tui.view import View
from readiness.tui.widgets.action_line import SIGNS, WORDS
from readiness.tui.widgets.field import Field
from readiness.tui.widgets.line_field import LineField
from readiness.tui.widgets.status import Status
from readiness.tui.widgets.typed import TextField, TypedField
from readiness.tui.widgets.why import Did

LONG = ("action", "justification", "reason")
"""Fields that take several lines."""

HIDDEN = ("item", "state", "done_on")
"""Fields of an action that are shown in its head and changed by its buttons."""


class EntryScreen(PlanScreen):
    """The fields of an action, a closure, an absence or a round of intake."""

    CSS = """
    EntryScreen #head { height: auto; padding: 0 1; background: $panel; color: $panel-foreground;
        text-style: bold; }
    EntryScreen #about { height: auto; padding: 0 1; color: $text-muted; }
    EntryScreen #scroll { height: 1fr; }
    EntryScreen #fields { height: auto; padding: 1 1 0 1; layout: grid; grid-size: 1;
        grid-rows: auto; grid-gutter: 1 2; }
    EntryScreen Field { margin-bottom: 0; }
    EntryScreen.-wide #fields { grid-size: 2; }
    EntryScreen Input, EntryScreen TextArea { border: none; border-left: outer $border-blurred;
        padding: 0 1; background: $boost; }
    EntryScreen Input:focus, EntryScreen TextArea:focus { border: none;
        border-left: outer $border; }
    EntryScreen Input { height: 1; }
    EntryScreen TextArea { height: auto; min-height: 2; max-height: 8; }
    EntryScreen #buttons { height: auto; padding: 0 1; }
    EntryScreen Button { margin-right: 2; min-width: 8; height: 1; border: none; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    BINDINGS = [Binding("escape", "app.pop_screen", N_("Back"), show=False)]

    def __init__(self, sheet: str, entry: str, part: str = "") -> None:
        """Show an entry, the keys on one of its fields."""
        super().__init__()
        self.sheet, self.entry, self._part = sheet, entry, part

    def compose(self) -> ComposeResult:
        """Head, fields, buttons, keys."""
        yield Static(id="head")
        yield Static(id="about")
        with VerticalScroll(id="scroll", can_focus=False):
            with Container(id="fields"):
                for name, part in SHEETS[self.sheet].parts.items():
                    if self.sheet != "actions" or name not in HIDDEN:
                        yield self._field(name, part)
            with Horizontal(id="buttons"):
                if self.sheet == "actions":
                    yield Button(_("Done"), id="done")
                    yield Button(_("Drop"), id="drop")
                    yield Button(_("To do again"), id="reopen")
                    yield Button(_("Go to its question"), id="question")
                yield Button(_("Remove"), id="remove")
        yield Did()
        yield Status(_("Tab next field  Shift+Tab back  Ctrl+Z undo  Esc back"))

    async def on_mount(self) -> None:
        """Put the keys on the field that was asked for, else the first."""
        self.app.came_to(f"{self.sheet} {self.entry}")
        await super().on_mount()
        fields = list(self.query(Field))
        wanted = [field for field in fields if field.target.part == self._part]
        for field in (wanted or fields)[:1]:
            give_keys(first_in(field))

    def _fields(self, view: View) -> Mapping[str, Value]:
        return view.plan.entries(self.sheet).get(self.entry, {})

    def _field(self, name: str, part: Part) -> Field:
        view = self.app.seen
        target = FieldRef(part=name, table=self.sheet, entry=self.entry)
        value = self._fields(view).get(name)
        if part.kind != "text":
            return TypedField(target, part, value, "", self.app.today())
        if name in LONG or "\n" in str(value or ""):
            return TextField(target, part, value)
        known = view.plan.people if name in ("who", "actor") else ()
        if name == "who" and known:
            part = part.model_copy(
                update={"hint": _("One of {known}").format(known=", ".join(known))[:70]}
            )
        return LineField(target, part, value, known)

    def show(self, view: View) -> None:
        """Show another state of the entry."""
        fields = self._fields(view)
        head, about = self._said(fields, view)
        self.query_one("#head", Static).update(plain(head))
        self.query_one("#about", Static).update(plain(about))
        self.query_one("#about").display = bool(about)
        self.query_one(Did).display = self.sheet != "actions"
        self.query_one(Did).show(view)
        for field in self.query(Field):
            field.show(fields.get(field.target.part))
            if self.sheet == "actions" and field.target.part == "reason":
                field.display = fields.get("state") == DROPPED or "reason" in fields
        if self.sheet == "actions":
            state = action_of(self.entry, fields).state
            self.query_one("#done").display = state == OPEN
            self.query_one("#drop").display = state == OPEN
            self.query_one("#reopen").display = state != OPEN
            self.query_one("#question").display = fields.get("item") in view.template.items

    def _said(self, fields: Mapping[str, Value], view: View) -> tuple[str, str]:
        sheet = SHEETS[self.sheet]
        if self.sheet != "actions":
            about = _("Only times with both days count.") if self.sheet != "rounds" else ""
            return f"{sheet.entry.capitalize()} {self.entry}", about
        action = action_of(self.entry, fields)
        on = _(" on {done_on}").format(done_on=date_words(action.done_on)) if action.done_on else ""
        head = f"{SIGNS[action.state]} {_(WORDS[action.state])}{on}: {action.title}"
        item = view.template.items.get(action.item)
        lines = (
            [_("From {item}: {question}").format(item=action.item, question=item.question)]
            if item
            else []
        )
        if action.state == OPEN and action.missing:
            lines.append(
                _("Still empty: {missing}.").format(missing=", ".join(action.missing).lower())
            )
        return head, "\n".join(lines)

    def on_input_submitted(self) -> None:
        """Go on to the next field."""
        self.focus_next()

    def on_field_finished(self) -> None:
        """The same, where the field says itself that a person is done."""
        self.focus_next()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Do what a button says."""
        event.stop()
        ways: dict[str, Callable[[], object]] = {
            "done": self._done,
            "drop": self._drop,
            "reopen": self._reopen,
            "question": self._question,
            "remove": self._remove,
        }
        ways[event.button.id or ""]()

    def _done(self) -> None:
        perform(self.app, lambda session: finish(session, self.entry))

    def _drop(self) -> None:
        def go(reason: str | None) -> None:
            if reason is not None:
                perform(self.app, lambda session: drop(session, self.entry, reason))

        words = _("Why is it dropped? It is printed beside the action.")
        self.app.push_screen(AskText(_("Drop this action"), words), go)

    def _reopen(self) -> None:
        perform(self.app, lambda session: reopen(session, self.entry))

    def _question(self) -> None:
        item = self._fields(self.app.seen).get("item")
        self.post_message(Lead(FieldRef(item=str(item))))

    def _remove(self) -> None:
        perform(self.app, lambda session: remove_entry(session, self.sheet, self.entry))
        self.app.pop_screen()
