"""A form: its lines, the pen that moves over them, and the answers that come of it."""

from __future__ import annotations

from collections.abc import Sequence

from textual import getters
from textual.app import ComposeResult
from textual.containers import Container
from textual.events import Key
from textual.message import Message
from textual.widgets import TextArea

from readiness.core.said.field_ref import FieldRef
from readiness.core.said.plan import Plan
from readiness.session import Session
from readiness.tui.focus import give_keys
from readiness.tui.form.choice import Choice
from readiness.tui.form.draft import Answers, Draft
from readiness.tui.form.echo import echo, hint
from readiness.tui.form.fields import FormField
from readiness.tui.form.lines import (
    Act,
    Answered,
    Block,
    Entry,
    Layout,
    Pointer,
    Stop,
    layout,
    stops_of,
)
from readiness.tui.form.pen import Pen
from readiness.tui.form.sheet import PADDING, Sheet
from readiness.tui.walk import Walk

LONGEST_LINE = 1000
"""Characters that one line takes; of a number or a date, fewer."""
LONGEST_TYPED = 400


class Form(Container, can_focus=False):
    """Shows blocks, gives the keys to one of their stops, and gives what a person answers."""

    app = getters.app(Walk)
    DEFAULT_CSS = """
    Form { height: 1fr; layers: lines pen; }
    Form Sheet { height: 1fr; layer: lines; }
    Form Pen { layer: pen; }
    """

    class Finished(Message):
        """A person is done with the form and wants to go on."""

    class Pressed(Message):
        """A person wants what a line does."""

        def __init__(self, act: Act) -> None:
            """Say which."""
            super().__init__()
            self.act = act

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - as Textual calls it
        """Begin empty."""
        super().__init__(id=id)
        self.sheet, self.pen = Sheet(), Pen(self.takes)
        self._blocks: Sequence[Block] = ()
        self._stops: list[Stop] = []
        self._at = 0
        self._drawn = Layout((), ())
        self._answers: Answers
        self._draft: Draft | None = None
        self._choice: Choice | None = None

    def compose(self) -> ComposeResult:
        """The lines, and the pen over them."""
        yield self.sheet
        yield self.pen

    # What is shown

    def begin(self, blocks: Sequence[Block], plan: Plan) -> None:
        """Show another form from its top, the pen at its first stop."""
        self._answers = Answers(self.app, plan)
        self._blocks, self._stops = blocks, stops_of(blocks)
        self._go(0)
        self.sheet.scroll_home(animate=False, immediate=True)

    def update(self, blocks: Sequence[Block], plan: Plan) -> None:
        """Show another state of the same form; the pen stays at its field, or goes to a new row."""
        self._look()
        held, before = self._key(self._at), [self._key(at) for at in range(len(self._stops))]
        self._answers.plan = plan
        self._blocks, self._stops = blocks, stops_of(blocks)
        after = [self._key(at) for at in range(len(self._stops))]
        if after == before:
            if self._draft is not None and self._draft.catch_up():
                self.pen.rewrite(self._draft.text)
            self._draw()
            return
        self._go(_next_place(held, before, after))
        if self.pen.has_focus:
            self._bring_in()

    def _key(self, at: int) -> object:
        stop = self._stops[at]
        return stop.field.ref if isinstance(stop, Entry) else (stop.name, stop.row)

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
        """The field that has the keys."""
        entry = self._entry if self.pen.has_focus else None
        return None if entry is None else entry.field

    def _draw(self) -> None:
        width = self.sheet.columns
        if not width or not self._stops:
            return
        option = self._choice.option if self._choice is not None else 0
        at = Pointer(self._at, option, self.pen.rows if self._draft is not None else 0)
        self._drawn = layout(self._blocks, self._answered, at, width)
        self.sheet.put(self._drawn.lines, self._at if self.pen.has_focus else None)
        self._stand()

    def _stand(self) -> None:
        if self._drawn.places:
            place = self._drawn.places[min(self._at, len(self._drawn.places) - 1)]
            self.pen.stand(place, round(self.sheet.scroll_offset.y), PADDING)

    def _answered(self, entry: Entry) -> Answered:
        field, answers = entry.field, self._answers
        value = answers.held(field.ref)
        if entry.is_choice:
            return Answered(value)
        is_here = self._draft is not None and entry is self._stop
        text = self._draft.text if self._draft is not None and is_here else answers.stands(field)
        words, is_wrong = echo(field.part, text, value, field.no_label, answers.today)
        return Answered(value, text, hint(field.part), words, is_wrong)

    def on_mount(self) -> None:
        """Stand anew when the lines move."""
        self.watch(self.sheet, "scroll_y", self._stand, init=False)

    def on_resize(self) -> None:
        """Lay the lines out for another width."""
        self.call_after_refresh(self._draw)

    # Where the keys are

    def focus_first(self) -> None:
        """Put the keys on the first field."""
        self._leave()
        self._go(0)
        self._take_keys()

    def focus_at(self, wanted: FieldRef) -> None:
        """Put the keys on the first field at an address, which may leave its part open."""
        found = (
            at
            for at, stop in enumerate(self._stops)
            if isinstance(stop, Entry) and _is_at(stop.field.ref, wanted)
        )
        self._leave()
        self._go(next(found, 0))
        self._take_keys()

    def _take_keys(self) -> None:
        give_keys(self.pen, scrolls=False)
        self._draw()
        self._bring_in()

    def on_descendant_focus(self) -> None:
        """Show where the keys are."""
        self._draw()
        self._bring_in()

    def on_descendant_blur(self) -> None:
        """Stand by what was typed."""
        self._leave()
        self._draw()

    def _bring_in(self) -> None:
        if self._drawn.places:
            place = self._drawn.places[self._at]
            self.sheet.bring_in(min(place.top, place.y), max(place.bottom, place.y + 1))
            self._stand()

    def _go(self, at: int) -> None:
        """Put the pen at a stop, once the one before is left."""
        self._at = at
        entry = self._entry
        self._draft = self._choice = None
        if entry is None or entry.is_choice:
            self._choice = Choice(self._answers, entry) if entry is not None else None
            self.pen.point()
        else:
            self._draft = Draft(self._answers, entry.field)
            self._write(entry, self._draft.text)
        self._draw()

    def _write(self, entry: Entry, text: str) -> None:
        part = entry.field.part
        longest = LONGEST_LINE if part.kind == "text" else LONGEST_TYPED
        is_line, example = not entry.is_text, hint(part)
        self.pen.write(text, is_line=is_line, longest=longest if is_line else 0, hint=example)

    def _leave(self) -> None:
        """Take in what was typed last before the pen goes elsewhere, and stand by it."""
        self._look()
        if self._draft is not None:
            self._draft.settle()

    def _look(self) -> None:
        """Take in what stands in the pen; where nothing is new, nothing happens."""
        if self._draft is not None and self.pen.text != self._draft.text:
            self._draft.typed(self.pen.text)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Take in what is typed. What comes after the pen went on finds nothing that is new."""
        event.stop()
        self._look()
        self._draw()
        if self.pen.has_focus:
            self._bring_in()

    def take_back(self) -> bool:
        """Show the plan's value in place of what is no answer; whether there was any."""
        self._look()
        if self._draft is None or self._draft.is_answer:
            return False
        self._draft.hold_plan()
        self.pen.rewrite(self._draft.text)
        self._draw()
        return True

    def _move(self, by: int) -> bool:
        """Go to another stop; from the first or last one, out of the form."""
        self._leave()
        if 0 <= self._at + by < len(self._stops):
            self._go(self._at + by)
            self._bring_in()
        else:
            self._go(0)
            self.screen.focus_next() if by > 0 else self.screen.focus_previous()
        return True

    # Keys and the mouse

    def takes(self, event: Key) -> bool:
        """Do what a key does here; False where it is for the text, or for the screen."""
        if event.key in ("tab", "shift+tab"):
            return self._move(1 if event.key == "tab" else -1)
        stop = self._stop
        if isinstance(stop, Act):
            return self._act_takes(event, stop)
        if stop is None:
            return False
        if self._choice is not None:
            return self._choice_takes(event, self._choice)
        return self._box_takes(event, stop)

    def _act_takes(self, event: Key, act: Act) -> bool:
        if event.key in ("enter", "space"):
            self.post_message(self.Pressed(act))
            return True
        return self._points(event) or (event.character or "").isalnum()

    def _points(self, event: Key) -> bool:
        """Go to the stop above or below; pages are turned by the lines."""
        if event.key in ("up", "down"):
            return self._move(-1 if event.key == "up" else 1)
        if event.key in ("pageup", "pagedown"):
            by = self.sheet.size.height - 1
            self.sheet.scroll_relative(y=by if event.key == "pagedown" else -by, animate=False)
            return True
        return False

    def _box_takes(self, event: Key, entry: Entry) -> bool:
        if entry.is_text:
            return False
        if event.key == "enter":
            self._finish()
            return True
        return self._points(event)

    def _choice_takes(self, event: Key, choice: Choice) -> bool:
        if event.key in ("up", "left", "down", "right"):
            choice.move(1 if event.key in ("down", "right") else -1)
        elif event.key == "enter" and choice.enter():
            self._finish()
        elif event.key == "space":
            choice.choose(choice.option)
        elif event.key in ("backspace", "delete"):
            choice.clear()
        elif (event.character or "").isalnum():
            choice.type(event.character or "")
        elif event.key != "enter":
            return event.key in ("pageup", "pagedown") and self._points(event)
        self._draw()
        self._bring_in()
        return True

    def picks(self, number: int) -> bool:
        """Choose an answer of the first field by its number; whether it has such an answer."""
        first = self._stops[0] if self._stops else None
        if not isinstance(first, Entry) or not 1 <= number <= len(first.offers):
            return False
        self.focus_first()
        self._pick(number - 1)
        return True

    def _pick(self, option: int) -> None:
        if self._choice is not None:
            self._choice.choose(option)
        self._draw()

    def _finish(self) -> None:
        """Go on to the next field; after the last one that asks for more, the form is done."""
        self._leave()
        if self._draft is not None and not self._draft.is_answer:
            return
        fields = [at for at, stop in enumerate(self._stops) if isinstance(stop, Entry)]
        later = [at for at in fields if at > self._at and not self._passes(at)]
        if later:
            self._go(later[0])
            self._bring_in()
        else:
            self.post_message(self.Finished())

    def _passes(self, at: int) -> bool:
        """Whether Enter passes a field by: a note, or the word for all that stands below fields."""
        stop = self._stops[at]
        return isinstance(stop, Entry) and stop.field.is_aside

    def on_sheet_pointed(self, event: Sheet.Pointed) -> None:
        """Go to what was clicked; a word of a choice is chosen."""
        event.stop()
        line = event.line
        if line.stop is None or line.stop >= len(self._stops):
            return
        self._leave()
        self._go(line.stop)
        self._take_keys()
        stop = self._stops[line.stop]
        if isinstance(stop, Act):
            self.post_message(self.Pressed(stop))
        elif line.option is not None:
            self._pick(line.option)


def _next_place(held: object, before: Sequence[object], after: Sequence[object]) -> int:
    """Where the pen goes on when other stops are there: a new row, else where it was.

    A line that does something, such as the one to the practitioners, gives way to what it brought.
    """
    new = [key for key in after if isinstance(key, FieldRef) and key not in before]
    has_new_row = any(key.row is not None for key in new)
    if new and (has_new_row or not isinstance(held, FieldRef)):
        return after.index(new[0])
    return after.index(held) if held in after else min(before.index(held), len(after) - 1)


def _is_at(ref: FieldRef, wanted: FieldRef) -> bool:
    is_row = wanted.row in (None, ref.row)
    is_person = wanted.person in (None, ref.person)
    is_part = ref.part == wanted.part or (not wanted.part and bool(wanted.row or wanted.person))
    return is_part and is_row and is_person
