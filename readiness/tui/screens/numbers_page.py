"""A page with a picture and a list beside it in which numbers are changed in place."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from readiness.describe.numbers import answer_of, number_and_origin
from readiness.domain.checklist.part import Part
from readiness.domain.kinds.number import number_part as field_of
from readiness.domain.plan.field_ref import FieldRef, number_ref
from readiness.domain.schedule.actions import basis_words
from readiness.i18n.language import N_, _
from readiness.tui.answer_events import NavigateTo
from readiness.tui.bottom_lines import Status
from readiness.tui.current_plan import TOLD
from readiness.tui.form.blocks import number_entry
from readiness.tui.form.dialog_form import SideForm
from readiness.tui.keyboard import give_keys
from readiness.tui.keys import Key
from readiness.tui.screens.page import InlineEdit
from readiness.tui.view import View
from readiness.tui.widgets.boxes import Head, PlainBox
from readiness.tui.widgets.drawing import ScrolledPicture
from readiness.tui.widgets.lines import Line, Lines


def number_part(name: str, view: View) -> Part:
    """A number as a field that can be typed."""
    one = view.template.practice.numbers[name]
    label = f"{one.label}; {basis_words(one, view.template)}"
    return field_of(name, one).model_copy(update={"label": label})


def lines_of(names: list[str], view: View) -> list[Line]:
    """A line for each number: what it is, how much, and where that comes from."""
    return [Line(f"number {name}", _line(name, view)) for name in names]


def answered_at(name: str, view: View) -> FieldRef | None:
    """The question whose answer is reckoned with instead; None where there is none."""
    found = answer_of(name, view.plan, view.template)
    return found[0] if found else None


def _line(name: str, view: View) -> str:
    return "\n  ".join(number_and_origin(name, view.plan, view.template))


NUMBER = "number "
"""What the keys of lines begin with that stand for a number."""


class NumbersPage(InlineEdit):
    """The picture above or on the left, the list under or beside it."""

    DEFAULT_CSS = """
    NumbersPage #detail { height: 1fr; }
    NumbersPage #side { height: 8; border: solid $border-blurred; border-title-color: $text;
        border-title-style: bold; }
    NumbersPage #side:focus-within { border: double $border; border-title-color: $border; }
    NumbersPage #side #list, NumbersPage #side #list:focus { border: none; padding: 0 1; }
    NumbersPage #side #list.-bare:focus { outline-left: outer $border; }
    NumbersPage.-alone #side { display: none; }
    NumbersPage.-wide #detail, NumbersPage.-huge #detail { width: 1fr; }
    NumbersPage.-wide #side { width: 46; height: 1fr; }
    NumbersPage.-huge #side { width: 72; height: 1fr; }
    """

    AUTO_FOCUS = "#list"
    BINDINGS = [Key("v", "alone", N_("Only the picture, or with the list"), word=N_("all"))]

    def compose(self) -> ComposeResult:
        """Head, picture, side, keys."""
        yield Head(id="head")
        with PlainBox(id="body"):
            yield ScrolledPicture(id="detail")
            with Vertical(id="side"):
                yield Lines(id="list")
                yield SideForm()
        yield Status(self.LINE)

    @property
    def number(self) -> str:
        """The number the cursor is on; empty where it is on none."""
        key = self.lines.key
        return key.removeprefix(NUMBER) if key.startswith(NUMBER) else ""

    def edit_number(self, name: str) -> None:
        """Open a number to type in; one that a question answers leads there."""
        answered, ref = answered_at(name, self.app.plan.seen), number_ref(name)
        if answered is not None:
            self.post_message(NavigateTo(answered))
            return
        self.app.plan.came_to(_("number {name}").format(name=name))
        self.edit(lambda view: number_entry(ref, number_part(name, view)))

    def close_edit(self) -> bool:
        """Close the number that is edited, and say what it did; whether there was one."""
        was_open = super().close_edit()
        if was_open:
            if self.app.plan.seen.did:
                self.app.messages.tell("\n".join(self.app.plan.seen.did[:TOLD]))
            self.app.plan.came_to("")
        return was_open

    def action_alone(self) -> None:
        """Give the picture the whole screen, or bring the list back."""
        self.toggle_class("-alone")
        if self.has_class("-alone"):
            give_keys(self.query_one("#detail"))
        else:
            self.call_after_refresh(give_keys, self.lines)  # it is hidden until then

    def to_default(self, name: str) -> None:
        """Reckon with the template's number again."""
        view = self.app.plan.seen
        if name in view.plan.assumptions:
            self.app.plan.keep(lambda session: session.set(number_ref(name), None))
            where = basis_words(view.template.practice.numbers[name], view.template)
            self.app.messages.tell(_("Back to the template's number") + f": {where}.")
