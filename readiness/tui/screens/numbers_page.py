"""A page with a picture and a list beside it in which numbers are changed in place."""

from __future__ import annotations

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Vertical, VerticalScroll
from textual.widgets import Static

from readiness.domain.plan.field_ref import ASSUMPTIONS, FieldRef
from readiness.i18n.language import N_, _
from readiness.tui.focus import give_keys
from readiness.tui.leading import Lead
from readiness.tui.screens.assumptions import answered_at, basis, number_part
from readiness.tui.screens.page import Page
from readiness.tui.view import View
from readiness.tui.walk import TOLD
from readiness.tui.widgets.drawing import Drawing
from readiness.tui.widgets.lines import Lines
from readiness.tui.widgets.status import Status
from readiness.tui.widgets.typed import TypedField

NUMBER = "number "
"""What the keys of lines begin with that stand for a number."""


class NumbersPage(Page):
    """The picture above or on the left, the list under or beside it."""

    DEFAULT_CSS = """
    NumbersPage #detail { height: 1fr; border-top: none; padding: 0 1; }
    NumbersPage #side { height: 9; border-top: solid $border-blurred; }
    NumbersPage #panel { height: 1; padding: 0 1; text-style: bold; }
    NumbersPage.-alone #side { display: none; }
    NumbersPage #edit { height: auto; padding: 0 1; }
    NumbersPage #edit Field { margin-bottom: 0; }
    NumbersPage #edit Input { height: 1; border: none; border-left: outer $border; padding: 0 1;
        background: $boost; }
    NumbersPage.-wide #detail, NumbersPage.-huge #detail { width: 1fr; border-left: none; }
    NumbersPage.-wide #side { width: 50; height: 1fr; border-top: none;
        border-left: solid $border-blurred; }
    NumbersPage.-huge #side { width: 68; height: 1fr; border-top: none;
        border-left: solid $border-blurred; }
    """

    BINDINGS = [Binding("v", "alone", N_("Only the picture, or with the list"))]

    def compose(self) -> ComposeResult:
        """Head, picture, side, keys."""
        yield Static(id="head")
        with Container(id="body"):
            with VerticalScroll(id="detail"):
                yield Drawing()
            with Vertical(id="side"):
                yield Static(id="panel")
                yield Lines(id="list")
                yield Container(id="edit")
        yield Status(_(self.KEYS))

    def draw(self, view: View) -> None:
        """Draw it, and the number that is edited."""
        super().draw(view)
        for field in self.query(TypedField):
            field.show(view.plan.assumptions.get(field.target.part))

    @property
    def number(self) -> str:
        """The number the cursor is on; empty where it is on none."""
        key = self.lines.key
        return key.removeprefix(NUMBER) if key.startswith(NUMBER) else ""

    @work(exclusive=True, group="edit")
    async def edit(self, name: str) -> None:
        """Open a number to type in; one that a question answers leads there."""
        view, box = self.app.seen, self.query_one("#edit")
        spot = answered_at(name, view)
        if spot is not None:
            self.post_message(Lead(spot))
            return
        await box.remove_children()
        self.app.came_to(_("number {name}").format(name=name))
        target = FieldRef(part=name, table=ASSUMPTIONS)
        value = view.plan.assumptions.get(name)
        field = TypedField(target, number_part(name, view), value, "", self.app.today())
        await box.mount(field)
        for box in field.query("Input"):
            give_keys(box)

    def close_edit(self) -> bool:
        """Close the number that is edited; whether there was one."""
        box = self.query_one("#edit")
        if not box.children:
            return False
        box.remove_children()
        give_keys(self.lines)
        if self.app.seen.did:
            self.tell("\n".join(self.app.seen.did[:TOLD]), 8)
        self.app.came_to("")
        return True

    def action_leave(self) -> None:
        """From the number that is edited to the list, from the list back."""
        if not self.close_edit():
            super().action_leave()

    def on_input_submitted(self) -> None:
        """The number is in the plan already: back to the list."""
        self.close_edit()

    def action_alone(self) -> None:
        """Give the picture the whole screen, or bring the list back."""
        self.toggle_class("-alone")
        if self.has_class("-alone"):
            give_keys(self.query_one("#detail"))
        else:
            self.call_after_refresh(give_keys, self.lines)  # it is hidden until then

    def on_field_finished(self) -> None:
        """The same, where the field says itself that a person is done."""
        self.close_edit()

    def to_default(self, name: str) -> None:
        """Reckon with the template's number again."""
        view = self.app.seen
        if name in view.plan.assumptions:
            self.app.keep(lambda session: session.set(FieldRef(part=name, table=ASSUMPTIONS), None))
            where = basis(view.template.practice.numbers[name], view)
            self.tell(_("Back to the template's number: {where}.").format(where=where))
