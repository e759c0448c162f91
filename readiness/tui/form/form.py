"""A form: its lines, the box that moves over them, and the answers that come of it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.events import Key
from textual.message import Message
from textual.widget import Widget
from textual.widgets import TextArea

from readiness.app.session import Session
from readiness.domain.kinds.value import Value
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.fields import FormField
from readiness.domain.plan.plan import Plan
from readiness.tui.form.blocks import (
    Block,
    Entry,
    FormButton,
    Stop,
    at_ref,
    key_of,
    next_place,
    stops_of,
)
from readiness.tui.form.canvas import Canvas, Sheet
from readiness.tui.form.choice import ChoiceCursor
from readiness.tui.form.draft import Answers, FieldDraft
from readiness.tui.form.lines import FieldAnswer, Pointer
from readiness.tui.keyboard import give_keys


class Form(Canvas):
    """Shows blocks, keeps the focus on one of their stops, and gives what a person answers."""

    class Finished(Message):
        """A person is done with the form and wants to go on."""

    class Pressed(Message):
        """A person wants what a line does."""

        def __init__(self, act: FormButton) -> None:
            """Say which."""
            super().__init__()
            self.act = act

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - as Textual calls it
        """Begin empty."""
        super().__init__(self.takes, id)
        self._blocks: Sequence[Block] = ()
        self._stops: list[Stop] = []
        self._answers: Answers
        self._at = 0
        self._draft: FieldDraft | None = None
        self._choice: ChoiceCursor | None = None

    def begin(self, blocks: Sequence[Block], answers: Answers) -> None:
        """Show another form from its top, the box at its first stop."""
        self._answers = answers
        self._blocks, self._stops = blocks, stops_of(blocks)
        self._go(0)
        self.sheet.scroll_home(animate=False, immediate=True)

    def update(self, blocks: Sequence[Block], plan: Plan | None = None) -> None:
        """Show another state of the same form; the box stays at its field, or goes to a new row."""
        self._look()
        held, before = key_of(self._stops[self._at]), [key_of(stop) for stop in self._stops]
        if plan is not None:
            self._answers.plan = plan
        self._blocks, self._stops = blocks, stops_of(blocks)
        after = [key_of(stop) for stop in self._stops]
        at = self._at if after == before else next_place(held, before, after)
        if after[at : at + 1] == [held]:
            self._at = at  # written anew it would be marked, and the next letter replace it all
            if self._draft is not None and self._draft.catch_up():
                self.text_box.rewrite(self._draft.text)
        else:
            self._go(at)
        self._draw() if after == before else self._draw_in_sight()

    @property
    def _stop(self) -> Stop | None:
        return self._stops[self._at] if self._stops else None

    @property
    def _entry(self) -> Entry | None:
        stop = self._stop
        return stop if isinstance(stop, Entry) else None

    @property
    def session(self) -> Session | None:
        """The session of the plan that is answered here."""
        return self._answers.session

    @property
    def field(self) -> FormField | None:
        """The focused field."""
        entry = self._entry if self.text_box.has_focus else None
        return None if entry is None else entry.field

    @property
    def value(self) -> Value | None:
        """What the focused field holds."""
        field = self.field
        return None if field is None else self._answers.held(field.ref)

    def _pointer(self) -> Pointer:
        option = self._choice.option if self._choice is not None else 0
        return Pointer(self._at, option, self.text_box.rows if self._draft is not None else 0)

    def _draw(self) -> None:
        if self._stops:
            self.draw(self._blocks, self._answered, self._pointer())

    def _answered(self, entry: Entry) -> FieldAnswer:
        is_here = self._draft is not None and entry is self._stop
        return self._answers.shown(entry, self._draft.text if is_here and self._draft else None)

    def on_resize(self) -> None:
        """Lay the lines out for another width; the focused field stays in sight."""
        # The screen says only after this whether it is a low one by now.
        if self.sheet.lines:
            self.call_after_refresh(self._draw_in_sight)
        else:
            self._draw_in_sight()

    def _draw_in_sight(self) -> None:
        self._draw()
        if self.text_box.has_focus:
            self.bring_in()

    def focus_first(self) -> None:
        """Focus the first field."""
        self.focus_at(FieldRef())

    def focus_at(self, wanted: FieldRef) -> None:
        """Focus the first field at an address, which may leave its part open."""
        self._take_keys(at_ref(self._stops, wanted))

    def _take_keys(self, at: int) -> None:
        self._leave()
        self._go(at)
        give_keys(self.text_box, scrolls=False)
        self._draw_in_sight()

    def on_descendant_focus(self) -> None:
        """Show which field has the focus."""
        self._draw_in_sight()

    def on_descendant_blur(self) -> None:
        """Check what was typed, as the field loses the focus."""
        self._leave()
        self._draw()

    def on_unmount(self) -> None:
        """Take in what was typed last: a fast typist leaves before the box has reported it."""
        self._look()

    def _go(self, at: int) -> None:
        """Put the box at a stop, once the one before is left."""
        self._at = at
        entry = self._entry
        self._draft = self._choice = None
        if entry is None or entry.is_choice:
            self._choice = ChoiceCursor(self._answers, entry) if entry is not None else None
            self.text_box.point()
        else:
            self._draft = FieldDraft(self._answers, entry.field)
            self.text_box.write(self._draft.text, entry)
        self._draw()

    def _leave(self) -> None:
        """Take in and check what was typed last, before the box moves to another field."""
        self._look()
        if self._draft is not None:
            self._draft.settle()

    def _look(self) -> bool:
        """Take in what stands in the box; whether that is anything new."""
        if self._draft is None or self.text_box.text == self._draft.text:
            return False
        self._draft.typed(self.text_box.text)
        return True

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Take in what is typed; a report that comes after the box moved on changes nothing."""
        event.stop()
        if self._look() or self._pointer() != self.pointer:
            self._draw_in_sight()

    def take_back(self) -> bool:
        """Show the plan's value in place of what is no answer; whether there was any."""
        self._look()
        if self._draft is None or self._draft.is_answer:
            return False
        self._draft.hold_plan()
        self.text_box.rewrite(self._draft.text)
        self._draw()
        return True

    def move(self, by: int) -> bool:
        """Go so many fields and buttons on, at the end out of the form or round in it; True."""
        self._leave()
        count = max(len(self._stops), 1)
        if self.screen.focus_chain == [self.text_box] or 0 <= self._at + by < count:
            self._go((self._at + by) % count)
            self.bring_in()
        else:
            self._go(0)
            self.screen.focus_next() if by > 0 else self.screen.focus_previous()
        return True

    def takes(self, event: Key) -> bool:
        """Do what a key does here; False where it is for the text, or for the screen."""
        if event.key in ("tab", "shift+tab"):
            return self.move(1 if event.key == "tab" else -1)
        stop = self._stop
        if isinstance(stop, FormButton):
            return self._act_takes(event, stop)
        if self._choice is not None:
            return self._choice_takes(event, self._choice)
        return stop is not None and self._box_takes(event, stop)

    def _act_takes(self, event: Key, act: FormButton) -> bool:
        if event.key in ("enter", "space"):
            self.post_message(self.Pressed(act))
            return True
        if event.key in ("left", "right"):
            return self.move(1 if event.key == "right" else -1)
        return self._points(event) or (event.character or "").isalnum()

    def _points(self, event: Key) -> bool:
        """Go to the stop above or below; pages are turned by the lines."""
        if event.key in ("up", "down"):
            return self.move(self.stops_to(-1 if event.key == "up" else 1))
        if event.key in ("pageup", "pagedown"):
            self.turn_page(1 if event.key == "pagedown" else -1)
            return True
        return False

    def _box_takes(self, event: Key, entry: Entry) -> bool:
        if entry.is_text:
            return False
        if event.key == "enter":
            self._finish()
            return True
        return self._points(event)

    def _choice_takes(self, event: Key, choice: ChoiceCursor) -> bool:
        if event.key in ("pageup", "pagedown") or (event.key in ("up", "down") and self.is_across):
            return self._points(event)
        if not choice.takes(event):
            return False
        if choice.said:
            self.text_box.post_message(self.text_box.Said(choice.said))
        if choice.is_done:
            self._finish()
        self._draw_in_sight()
        return True

    def _pick(self, option: int) -> None:
        if self._choice is not None:
            self._choice.choose(option)
        self._draw()

    def _finish(self) -> None:
        """Go on to the next field; after the last one that asks for more, the form is done."""
        self._leave()
        if self._draft is not None and not self._draft.is_answer:
            if self._draft.take_offer():
                self.text_box.rewrite(self._draft.text)
            return
        behind = enumerate(self._stops[self._at + 1 :], self._at + 1)
        later = (at for at, one in behind if isinstance(one, Entry) and not one.field.is_aside)
        if (at := next(later, None)) is not None:
            self._go(at)
            self.bring_in()
        else:
            self.post_message(self.Finished())

    def on_sheet_pointed(self, event: Sheet.Pointed) -> None:
        """Go to what was clicked; a word of a choice is chosen."""
        event.stop()
        at, option = event.line.at(event.x)
        if at is None or at >= len(self._stops):
            return
        self._take_keys(at)
        if isinstance(self._stop, FormButton):
            self.post_message(self.Pressed(self._stop))
        elif option is not None:
            self._pick(option)
        else:
            self.call_after_refresh(self.point_in, event.x, event.y)


def form_of(focused: Widget | None) -> Form | None:
    """The form whose box has the focus; None where another widget has it."""
    found = focused.ancestors if focused is not None else []
    return next((one for one in found if isinstance(one, Form)), None)
