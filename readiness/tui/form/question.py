"""A question as a form: what it asks, its rows and practitioners, its note, and why it matters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from textual.content import Content

from readiness.describe.practitioner import hours_beside
from readiness.describe.question import help_words
from readiness.domain.checklist.template import Item
from readiness.domain.kinds.registry import kind_of
from readiness.domain.plan.fields import FormField, fields_of, note_field
from readiness.i18n.language import _
from readiness.tui.answer_events import PeopleWanted, RowWanted
from readiness.tui.form.blocks import Block, ButtonRow, Entry, FormButton, FormText, Row, Table
from readiness.tui.form.draft import Answers
from readiness.tui.form.form import Form
from readiness.tui.form.lines import FieldAnswer, Pointer
from readiness.tui.line_text import joined, plain
from readiness.tui.states import ink_of
from readiness.tui.view import View
from readiness.tui.widgets.boxes import FRAME, HELD

AROUND, FEWEST, LEAST = 4, 9, 4
"""Rows of a low window above and below the question and what it means; rows of a question at least;
rows that are left for what it means at least."""

ADD, REMOVE, PEOPLE = "add", "remove", "people"
"""What the lines of a question do: add a row, remove one, show the practitioners."""


def question_blocks(key: str, view: View) -> list[Block]:
    """Everything a question shows, from top to bottom."""
    item = view.template.items[key]
    found: list[Block] = [FormText(plain(item.question), "title", has_gap=False)]
    small = help_words(item)
    if small:
        found.append(FormText(plain(small), "hint", has_gap=False))
    fields = list(fields_of(key, item, view.plan))
    rows = [field for field in fields if field.ref.row is not None]
    people = [field for field in fields if field.ref.person is not None]
    found += _rows(rows, item, view)
    own = [one for one in fields if one not in rows and one not in people]
    found += [_entry(one, view) for one in own if not one.is_whole]
    found += _people(people, item, view)
    found += [_entry(one, view) for one in own if one.is_whole]
    return [*found, Entry(note_field(key), is_compact=True)]


def _entry(field: FormField, view: View) -> Entry:
    return Entry(field, _offers(field, view), is_compact=True)


def _rows(fields: list[FormField], item: Item, view: View) -> list[Block]:
    """The rows of a question: a table, what can be done to each of them to its right."""
    if not item.row_parts:
        return []
    found = []
    for key, some in groupby(fields, key=lambda field: str(field.ref.row)):
        words = _("Remove {row_name} {row}").format(row_name=item.row_name, row=key)
        name = f"{item.row_name.capitalize()} {key}"
        act = FormButton(REMOVE, words, key, _("Remove"))
        entries = tuple(_entry(_unnamed(field), view) for field in some)
        found.append(Row(name, key, entries, (act,)))
    add = ButtonRow(
        (FormButton(ADD, _("Add {row_name}").format(row_name=item.row_name), adds=True),)
    )
    return [*([Table(item.row_name.capitalize(), tuple(found))] if found else []), add]


def _people(fields: list[FormField], item: Item, view: View) -> list[Block]:
    """What is asked about each practitioner: one a row, with what follows from the answer."""
    if not item.person_parts:
        return []
    acts = ButtonRow((FormButton(PEOPLE, _("Practitioners: add, rename or remove")),))
    if not view.plan.people:
        return [
            FormText(plain(_("No practitioner is listed yet.")), "group", has_gap=False),
            acts,
        ]
    found = []
    is_one = len(item.person_parts) == 1
    for who, some in groupby(fields, key=lambda field: str(field.ref.person)):
        entries = tuple(
            _entry(_called(field) if is_one else _unnamed(field), view) for field in some
        )
        person = view.plan.people[who]
        name = f"{who}, {person.role}" if person.role else who
        found.append(
            Row(
                name,
                name,
                entries,
                follows=_follows(entries[0].field, view, whole=True),
                briefly=_follows(entries[0].field, view, whole=False),
            )
        )
    title = next(iter(item.person_parts.values())).label if is_one else ""
    return [Table(title, tuple(found)), acts]


def _follows(field: FormField, view: View, *, whole: bool) -> Content:
    """The hours that somebody needs beside those that are freed."""
    need, left = hours_beside(field.part, str(field.ref.person), view.review)
    ink = ink_of("red") if left.startswith("!") else ""
    said = plain(left, f"bold {ink}" if ink else "")
    return joined(need, "  " if left else "", said) if whole or not left else said


def _called(field: FormField) -> FormField:
    """A field that is called after the practitioner: what is asked stands above all of them."""
    part = field.part.model_copy(update={"label": field.heading})
    return field.model_copy(update={"part": part, "heading": ""})


def _unnamed(field: FormField) -> FormField:
    return field.model_copy(update={"heading": ""})


def _offers(field: FormField, view: View) -> dict[str, str]:
    part = field.part
    no_label = part.none_label or field.no_label
    is_item = field.ref.part == "value"
    held = view.plan.value(field.ref)
    return kind_of(part).offers(part, no_label, is_item=is_item, held=held)


class Question(Form):
    """The question that is shown."""

    DEFAULT_CSS = f"""
    Question {{ {FRAME} }}
    Question:focus-within {{ {HELD} }}
    """
    key = ""
    """Its id; empty where none is shown."""
    _view: View | None = None

    def turn_to(self, key: str, view: View) -> None:
        """Show a question from its top."""
        self.key, self._view = key, view
        self.begin(self._blocks_of(view), Answers(self.app, view.plan))

    def show(self, view: View) -> None:
        """Show another state of the plan; one that is shown already costs nothing."""
        is_new, self._view = view is not self._view, view
        if self.key and is_new:
            self.update(self._blocks_of(view), view.plan)

    def _blocks_of(self, view: View) -> list[Block]:
        return question_blocks(self.key, view)

    def draw(
        self, blocks: Sequence[Block], answered: Callable[[Entry], FieldAnswer], at: Pointer
    ) -> None:
        """Draw the question's form.

        In a low window it is only as tall as it has to be, so that what the question means gets the
        rest.
        """
        super().draw(blocks, answered, at)
        if any(map(self.screen.has_class, ("-wide", "-huge"))):
            # Textual lays the whole screen out again for None, also where no height was set.
            if self.styles.inline.has_rule("height"):
                self.styles.height = None
        elif self.sheet.lines:
            rows = self.app.size.height - AROUND
            wanted = len(self.sheet.lines) + 2
            tall = min(max(wanted, FEWEST), rows - LEAST)
            if self.styles.height is None or self.styles.height.value != tall:
                self.styles.height = tall

    def picks(self, number: int) -> bool:
        """Choose an answer of the first field by its number; whether it has such an answer."""
        first = self._stops[0] if self._stops else None
        if not isinstance(first, Entry) or not 1 <= number <= len(first.offers):
            return False
        self.focus_first()
        self._pick(number - 1)
        return True

    def on_form_pressed(self, event: Form.Pressed) -> None:
        """Do what a line says."""
        event.stop()
        act, session = event.act, self.session
        if act.name == PEOPLE:
            self.post_message(PeopleWanted())
        else:
            self.app.submission.take_in(RowWanted(self.key, act.row or None, session))
