"""A question as a form: what it asks, its rows and practitioners, its note, and why it matters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from readiness.domain.checklist.template import Item
from readiness.domain.kinds.offered import labelled
from readiness.domain.kinds.registry import kind_of
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.fields import FormField, fields_of, note_field
from readiness.i18n.language import _
from readiness.tui.answer_events import PeopleWanted, RowWanted
from readiness.tui.form.blocks import Block, Entry, FormButton, FormText
from readiness.tui.form.draft import Answers
from readiness.tui.form.form import Form
from readiness.tui.plain import plain
from readiness.tui.view import View
from readiness.tui.widgets.why import explained

ADD, REMOVE, PEOPLE = "add", "remove", "people"
"""What the lines of a question do: add a row, remove one, show the practitioners."""


def question_blocks(key: str, view: View) -> list[Block]:
    """Everything a question shows, from top to bottom."""
    item = view.template.items[key]
    found: list[Block] = [FormText(plain(item.question), "title")]
    small = "\n".join(filter(None, [item.help or _asked_of(item), item.personal]))
    if small:
        found.append(FormText(plain(small), "hint"))
    fields = list(laid_out(fields_of(key, item, view.plan), item))
    first = FieldRef(key, next(iter(item.parts), ""))
    for field, after in zip(fields, [*fields[1:], None], strict=True):
        if after is None:
            found += _acts(item, view)
        if item.row_parts and field.ref == first and not field.is_whole:
            found.append(_adder(item))
        found.append(Entry(field, _offers(field, view)))
        if field.ref.row is not None and (after is None or after.ref.row != field.ref.row):
            found.append(_remover(item, field.ref.row))
    found.append(Entry(note_field(key)))
    return found


def why_blocks(key: str, view: View) -> list[Block]:
    """Why a question matters, under it."""
    return [FormText(plain(""), "rule", has_gap=True), FormText(explained(key, view, whole=False))]


def laid_out(fields: Iterable[FormField], item: Item) -> Iterator[FormField]:
    """The fields of a question, each heading only where a row or a practitioner begins.

    Where one thing is asked of each practitioner, each is one line under what is asked.
    """
    before, is_one_thing = "", len(item.person_parts) == 1
    for field in fields:
        label, heading = field.part.label, field.heading
        if is_one_thing and field.ref.person is not None:
            label, heading = heading, label
        part = field.part.model_copy(update={"label": label})
        shown = heading if heading != before else ""
        yield field.model_copy(update={"part": part, "heading": shown})
        before = heading


def _remover(item: Item, row: str) -> FormButton:
    words = _("Remove {row_name} {row}").format(row_name=item.row_name, row=row)
    return FormButton(REMOVE, words, row)


def _offers(field: FormField, view: View) -> dict[str, str]:
    part = field.part
    if not kind_of(part).is_offered:
        return {}
    no_label = part.none_label or field.no_label
    is_item = field.ref.part == "value"
    return labelled(part, no_label, is_item=is_item, held=view.plan.value(field.ref))


def _acts(item: Item, view: View) -> Iterator[Block]:
    if item.row_parts and not item.parts:
        yield _adder(item)
    if item.person_parts:
        if not view.plan.people:
            yield FormText(plain(_("No practitioners are listed yet.")), "group", has_gap=False)
        yield FormButton(PEOPLE, _("Practitioners: add, rename or remove"))


def _adder(item: Item) -> FormButton:
    return FormButton(ADD, _("Add {row_name}").format(row_name=item.row_name))


def _asked_of(item: Item) -> str:
    return {
        "practitioners": _("The practitioners answer this one, not the leader."),
        "both": _("Ask the leader and the practitioners, separately."),
    }.get(item.asked_of, "")


class Question(Form):
    """The question that is shown."""

    key = ""
    """Its id; empty where none is shown."""
    _view: View | None = None

    def turn_to(self, key: str, view: View) -> None:
        """Show a question from its top."""
        self.key, self._view = key, view
        self.begin(self._blocks_of(view), Answers(self.app, view.plan))

    def show(self, view: View) -> None:
        """Show another state of the plan."""
        self._view = view
        if self.key:
            self.update(self._blocks_of(view), view.plan)

    def _blocks_of(self, view: View) -> list[Block]:
        found = question_blocks(self.key, view)
        is_beside = any(map(self.screen.has_class, ("-wide", "-huge")))
        return found if is_beside else found + why_blocks(self.key, view)

    def on_resize(self) -> None:
        """Say why it matters under it where there is no room beside it."""
        super().on_resize()
        if self._view is not None:
            self.call_after_refresh(self.show, self._view)

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
