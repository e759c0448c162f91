"""The current question: its fields, its rows, its practitioners, and its note."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, Static

from readiness.core.part import Part
from readiness.core.plan import NO, Plan, Value
from readiness.core.template import Item
from readiness.tui.plain import plain
from readiness.tui.view import Target, View
from readiness.tui.widgets.choice import ChoiceField
from readiness.tui.widgets.field import Field
from readiness.tui.widgets.typed import TextField, TypedField
from readiness.tui.widgets.why import Consequence, Why

NOTE = Part(kind="text", label="Note", hint="in your own words")
NOTE_PART = "note"


class Question(VerticalScroll):
    """One item with all that answers it."""

    DEFAULT_CSS = """
    Question { padding: 0 1; }
    Question .title { text-style: bold; height: auto; margin-bottom: 1; }
    Question .small { color: $text-muted; height: auto; }
    Question .group { text-style: bold; height: auto; margin-top: 1; }
    Question Button { margin-bottom: 1; min-width: 10; height: 1; border: none; }
    """

    class Row(Message):
        """A person wants a row added, or one removed."""

        def __init__(self, item: str, remove: str | None = None) -> None:
            """Say which."""
            super().__init__()
            self.item, self.remove = item, remove

    class People(Message):
        """A person wants to see the practitioners."""

    def __init__(self, item: str, view: View, today: date) -> None:
        """Show an item of the plan as it is."""
        super().__init__()
        self._item, self._view, self._today = item, view, today

    @property
    def item(self) -> Item:
        """What is asked."""
        return self._view.template.items[self._item]

    def compose(self) -> ComposeResult:
        """The question, its fields, the note, and why it matters."""
        item = self.item
        yield Static(plain(item.question), classes="title")
        yield Consequence(self._item, self._view)
        for words in (item.help, item.personal, _asked_of(item)):
            if words:
                yield Static(plain(words), classes="small")
        for target, part, label in targets(self._item, item, self._view.plan):
            if label:
                yield Static(plain(label), classes="group")
            yield self._field(target, part)
            if target.row is not None and part is list(item.row_parts.values())[-1]:
                yield RemoveRow(item, target.row)
        if item.row_parts:
            yield Button(plain(f"Add {item.row_name}"), id="add")
        if item.person_parts:
            yield Button("Practitioners: add, rename or remove", id="people")
        yield self._field(Target(self._item, NOTE_PART), NOTE)
        yield Why(self._item, self._view)

    def show(self, view: View) -> None:
        """Show another state of the plan; makes the fields anew only if there are others."""
        before = shape(self._item, self._view)
        self._view = view
        if shape(self._item, view) != before:
            self.refresh(recompose=True)
            return
        for field in self.query(Field):
            field.show(value_at(view.plan, field.target))
        for why in self.query(Why):
            why.show(view)
        for line in self.query(Consequence):
            line.show(view)

    def focus_first(self) -> None:
        """Put the keys on the first field."""
        first = next((w for w in self.query(Widget) if w.focusable and w is not self), None)
        if first is not None:
            first.focus()

    def _field(self, target: Target, part: Part) -> Field:
        value, no_label = value_at(self._view.plan, target), self.item.no_label
        if target.part == "value" and target.row is None and target.person is None:
            label = no_label
        else:
            label = part.none_label
        if part.kind in ("ynp", "choice", "choices"):
            whole = target.part == "value"
            return ChoiceField(target, part, value, label, whole=whole)
        if part.kind == "text":
            return TextField(target, part, value, label)
        return TypedField(target, part, value, label, self._today)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Pass on what a button asks for."""
        event.stop()
        if isinstance(event.button, RemoveRow):
            self.post_message(self.Row(self._item, event.button.row))
        elif event.button.id == "add":
            self.post_message(self.Row(self._item))
        else:
            self.post_message(self.People())


class RemoveRow(Button):
    """Takes one row out; the row's name is data and no part of the page."""

    def __init__(self, item: Item, row: str) -> None:
        """Offer to remove a row."""
        super().__init__(plain(f"Remove {item.row_name} {row}"))
        self.row = row


def _asked_of(item: Item) -> str:
    return {
        "practitioners": "The practitioners answer this one, not the leader.",
        "both": "Ask the leader and the practitioners, separately.",
    }.get(item.asked_of, "")


def as_a_whole(item: Item) -> Part | None:
    """The words that answer the item as a whole, beside its fields; None if a field has them."""
    own = item.parts.get("value")
    if own is not None and own.kind in ("ynp", "choice"):
        return None
    everyone = item.person_parts.get(item.everyone_part or "")
    label = "For everyone at once" if everyone else "Or answer it as a whole"
    if everyone is not None and everyone.kind == "ynp":
        return Part(kind="ynp", label=label, options=everyone.options)
    no_label = item.no_label or (everyone.none_label if everyone else "") or "There is none"
    return Part(kind="choice", label=label, options={NO: no_label})


def targets(key: str, item: Item, plan: Plan) -> Iterator[tuple[Target, Part, str]]:
    """Every field of an item in the order it is shown, with a heading where a group begins."""
    for name, part in item.parts.items():
        yield Target(key, name), part, ""
    for row in plan.answer(key).rows:
        for number, (name, part) in enumerate(item.row_parts.items()):
            heading = f"{item.row_name.capitalize()} {row}" if number == 0 else ""
            yield Target(key, name, row=row), part, heading
    for who, person in plan.people.items():
        for number, (name, part) in enumerate(item.person_parts.items()):
            heading = " - ".join(filter(None, [who, person.role])) if number == 0 else ""
            yield Target(key, name, person=who), part, heading
    whole = as_a_whole(item)
    if whole is not None:
        yield Target(key, "value"), whole, ""


def value_at(plan: Plan, target: Target) -> Value | None:
    """What the plan holds at a field."""
    answer = plan.answer(target.item)
    if target.part == NOTE_PART:
        return answer.note or None
    if target.person is not None:
        person = plan.people.get(target.person)
        return person.parts.get(target.part) if person else None
    if target.row is not None:
        return answer.rows.get(target.row, {}).get(target.part)
    return answer.parts.get(target.part)


def shape(key: str, view: View) -> tuple[Mapping[str, object], ...]:
    """What must be made anew when it changes: the rows and the practitioners."""
    item = view.template.items[key]
    people = view.plan.people if item.person_parts else {}
    return (
        dict.fromkeys(view.plan.answer(key).rows),
        {w: p.role for w, p in people.items()},
    )
