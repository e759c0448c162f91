"""The current question: its fields, its rows, its practitioners, and its note."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual import getters
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import DescendantFocus
from textual.geometry import Size
from textual.message import Message
from textual.widgets import Button, Static

from readiness.core.asked.part import Part
from readiness.core.asked.template import Item
from readiness.core.said.field_ref import FieldRef
from readiness.core.said.fields import Slot
from readiness.core.wording.language import _
from readiness.session import Session
from readiness.tui.asked import NOTE_PART, Asked, asked, note_part, shape
from readiness.tui.focus import first_in, give_keys
from readiness.tui.plain import plain
from readiness.tui.said import PeopleWanted, RowWanted
from readiness.tui.view import View
from readiness.tui.walk import Step, Walk
from readiness.tui.widgets.choice import ChoiceField, Options
from readiness.tui.widgets.field import Field
from readiness.tui.widgets.line_field import LineField
from readiness.tui.widgets.plain_boxes import Blank
from readiness.tui.widgets.rest import A_FEW, NEAR, Rest, first_seen
from readiness.tui.widgets.typed import TextField, TypedField
from readiness.tui.widgets.why import Why

AFTER = 2
"""Fields below those that come later: the last one of the answer, and the note."""


class Question(Blank, VerticalScroll, can_focus=False):
    """One item with all that answers it."""

    app = getters.app(Walk)
    _session: Session | None = None
    DEFAULT_CSS = """
    Question { padding: 0 1; }
    Question .title { text-style: bold; height: auto; margin-bottom: 1; }
    Question .small { color: $text-muted; height: auto; margin-bottom: 1; }
    Question .group { text-style: bold; height: auto; }
    Question Button { margin-bottom: 1; min-width: 10; }
    Question Why { padding: 1 0; border-top: solid $border-blurred; }
    """

    class Finished(Message):
        """A person is done with the question and wants to go on."""

    class Entered(Message):
        """A person may see more of the question than fits on the screen."""

    def __init__(self, item: str, view: View, today: date) -> None:
        """Show an item of the plan as it is."""
        super().__init__()
        self.key = item
        """The item that is asked about."""
        self._view, self._today = view, today
        self._rest: Rest | None = None
        self._is_at_once = not self.app.looks_ahead
        """Whether all fields are made at once; else those that are not seen yet come later."""
        self.rehearsed_at: Size | None = None
        """The size at which it was laid out before it is shown."""

    @property
    def item(self) -> Item:
        """What is asked."""
        return self._view.template.items[self.key]

    def compose(self) -> ComposeResult:
        """The question, its fields, the note, and why it matters."""
        item = self.item
        yield Static(plain(item.question), classes="title")
        small = "\n".join(filter(None, [item.help or _asked_of(item), item.personal]))
        if small:
            yield Static(plain(small), classes="small")
        *fields, last = asked(self.key, item, self._view.plan)
        first = len(fields) if self._is_at_once else A_FEW
        for one in fields[:first]:
            yield from self._shown(one)
        if fields[first:]:
            self._rest = Rest(fields[first:], first_seen(self.app.size) - first, self._shown)
            yield self._rest
        yield from self._buttons()
        yield from self._shown(last)
        yield self._field(Asked(FieldRef(self.key, NOTE_PART), note_part()))
        yield Why(self.key, self._view, whole=False)

    def on_mount(self) -> None:
        """Remember whose question it is: another plan may be open when a button arrives."""
        self._session = self.app.session

    def show(self, view: View) -> None:
        """Show another state of the plan; makes the fields anew only if there are others."""
        before = shape(self.key, self._view)
        self._view = view
        if shape(self.key, view) != before:
            rows = [row for row in shape(self.key, view)[0] if row not in before[0]]
            self.app.made_anew.append(self)
            self.call_later(self._make_anew, rows)
            return
        for field in self.query(Field):
            field.show(view.plan.value(field.target))
        for why in self.query(Why):
            why.show(self.key, view)

    @property
    def is_whole(self) -> bool:
        """Whether no field is still to be made, or none can be any more."""
        return self._rest is None or self._rest.is_whole or not self.is_attached

    @property
    def is_entered(self) -> bool:
        """Whether the keys are in it, or it was moved."""
        return self.has_focus_within or self.scroll_y > 0

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell that the person goes down the question, which may not be whole yet."""
        super().watch_scroll_y(old_value, new_value)
        if old_value == 0 and not self.is_whole:
            self.post_message(self.Entered())

    def growth(self, *, whole: bool) -> Iterator[Step]:
        """The steps in which the fields are made that are not there yet, or those to be seen."""
        while self._rest is not None and not self.is_whole and (whole or not self._rest.fills):
            yield self._rest.grow

    async def fill(self) -> None:
        """Make all that can be seen when the question comes."""
        if self._rest is not None and self.is_attached:
            await self._rest.fill()

    async def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Have all fields there before the keys can leave those that are."""
        if self._rest is None or self.is_whole:
            return
        early = list(self.query(Field))[: -AFTER - NEAR]
        if not any(field in early for field in event.widget.ancestors_with_self):
            self.app.made_anew.append(self)
            await self._rest.grow_whole()
            self._made()
        else:
            self.post_message(self.Entered())

    async def _make_anew(self, new_rows: list[str]) -> None:
        """Make the fields anew: the place and the keys stay, or go to the row that was added."""
        self._is_at_once, self._rest = True, None
        held, place, had_keys = self.held(), self.scroll_y, self.has_focus_within
        with self.app.batch_update():
            await self.recompose()
        if had_keys or new_rows:
            self._put_keys(held, new_rows)
        self.call_after_refresh(self._go_on_at, place)

    def _go_on_at(self, place: float) -> None:
        if self.is_attached:
            self.scroll_to(y=place, animate=False, force=True)
        if self.has_focus_within:
            give_keys(self.screen.focused)
        self._made()

    def _put_keys(self, held: FieldRef | None, new_rows: list[str]) -> None:
        """Put the keys on the row that was added, else back on their field, else on the first."""
        for field in self.query(Field):
            if field.target.row in new_rows or (not new_rows and field.target == held):
                give_keys(first_in(field), scrolls=False)
                return
        give_keys(first_in(self), scrolls=False)

    def _made(self) -> None:
        if self in self.app.made_anew:
            self.app.made_anew.remove(self)

    def held(self) -> FieldRef | None:
        """The field that has the keys."""
        focused = self.screen.focused
        held = (one for one in self.query(Field) if focused is not None and focused in one.query())
        return next((one.target for one in held), None)

    def focus_first(self) -> None:
        """Put the keys on the first field."""
        give_keys(first_in(self))

    def picks(self, number: int) -> bool:
        """Choose an answer of the first field by its number; whether it has such an answer."""
        first = first_in(self)
        if not isinstance(first, Options) or not first.offers(number):
            return False
        give_keys(first)
        first.pick(number)
        return True

    def on_field_finished(self, event: Field.Finished) -> None:
        """Go on to the next field; after the last one before the note, the question is done."""
        event.stop()
        fields = [field for field in self.query(Field) if field.target.part != NOTE_PART]
        at = fields.index(event.field) + 1 if event.field in fields else len(fields)
        whole = fields[at:] and at == len(fields) - 1 and fields[at].target.part == "value"
        if at < len(fields) and not whole:
            give_keys(first_in(fields[at]))
        else:
            self.post_message(self.Finished())

    def _shown(self, one: Asked) -> ComposeResult:
        if one.adds_row:
            yield self._adder()
        if one.heading:
            yield Static(plain(one.heading), classes="group")
        yield self._field(one)
        if one.ends_row:
            yield RemoveRow(self.item, str(one.target.row))

    def _buttons(self) -> ComposeResult:
        if self.item.row_parts and not self.item.parts:
            yield self._adder()
        if self.item.person_parts:
            if not self._view.plan.people:
                yield Static(_("No practitioners are listed yet."), classes="group")
            yield Button(_("Practitioners: add, rename or remove"), compact=True, id="people")

    def _adder(self) -> Button:
        words = _("Add {row_name}").format(row_name=self.item.row_name)
        return Button(plain(words), compact=True, id="add")

    def _field(self, one: Asked) -> Field:
        target, part = one.target, one.part
        value, no_label = self._view.plan.value(target), self.item.no_label
        is_whole = target.part == "value" and target.row is None and target.person is None
        label = no_label if is_whole else part.none_label
        if part.kind in ("ynp", "choice", "choices"):
            return ChoiceField(target, part, value, label, whole=target.part == "value")
        # What has several lines already, from a file or an older version, keeps them.
        if part.kind == "text" and is_one_line(target, part) and "\n" not in str(value or ""):
            return LineField(target, part, value, in_question=True)
        if part.kind == "text":
            return TextField(target, part, value, label)
        return TypedField(target, part, value, label, self._today)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Pass on what a button asks for."""
        event.stop()
        if isinstance(event.button, RemoveRow):
            self.app.take_in(RowWanted(self.key, event.button.row, self._session))
        elif event.button.id == "add":
            self.app.take_in(RowWanted(self.key, session=self._session))
        else:
            self.post_message(PeopleWanted())


class RemoveRow(Button):
    """Takes one row out; the row's name is data and no part of the page."""

    def __init__(self, item: Item, row: str) -> None:
        """Offer to remove a row."""
        super().__init__(
            plain(_("Remove {row_name} {row}").format(row_name=item.row_name, row=row)),
            compact=True,
        )
        self.row = row


def is_one_line(target: FieldRef, part: Part) -> bool:
    """Whether one line says it, such as a name."""
    return target.part != NOTE_PART and Slot(target.item, target.part, part).is_one_line


def _asked_of(item: Item) -> str:
    return {
        "practitioners": _("The practitioners answer this one, not the leader."),
        "both": _("Ask the leader and the practitioners, separately."),
    }.get(item.asked_of, "")
