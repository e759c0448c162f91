"""Room to answer a question by hand; what the plan knows already stands there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Item
from readiness.domain.kinds.registry import kind_of, value_words
from readiness.domain.kinds.value import NOT_APPLICABLE, NOT_SURE, STANDING_LABELS, Value
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.fields import (
    FormField,
    as_a_whole,
    no_words,
    offered,
    own_fields,
    whole_field,
)
from readiness.domain.plan.plan import Plan
from readiness.i18n.language import _
from readiness.report.document import Block, Paragraph, Run, Table, TickBoxes, Words, WriteLines

ROWS, PEOPLE = 3, 5
"""Rows of a table, and of the one with a row for each practitioner; at least one is empty."""

ROW_HEIGHT = 7.5
"""The height of a row to write in, in millimetres."""

LONG, TEXT = 2, 2
"""Lines in place of a long box, and for a text."""

FEW = 7
"""The most columns beside the name that stand in one table of the practitioners."""

PersonColumn = tuple[str, Item, str, Part]
"""A column of the practitioners' table: the question's id, the question, its field's name, and the
field."""


def answer_blocks(key: str, item: Item, plan: Plan) -> Iterator[Block]:
    """Room for everything a question asks, but for what is asked of each practitioner."""
    if item.row_parts:
        yield _rows(key, item, plan)
    for field in own_fields(key, item, plan):
        yield from _field(item, field, plan)
    whole = as_a_whole(item)
    if whole is not None:
        label = _("For everyone at once") + ":" if item.everyone_part else _("Or as a whole:")
        field = whole_field(key, item, whole)
        yield _ticks(label, offered(item, field), field, plan)


def note_block(key: str, plan: Plan) -> Block:
    """Room for a note, or the note."""
    said = plan.answer(key).note
    return _known(_("Note") + ":", said) if said else WriteLines(_("Note") + ":")


def _known(label: str, said: str) -> Paragraph:
    """What the plan says in place of a line to write on."""
    before = [Run(f"{label} ")] if label else []
    return Paragraph((*before, Run(said, strong=True)))


def _field(item: Item, field: FormField, plan: Plan) -> Iterator[Block]:
    part, said = field.part, plan.value(field.ref)
    label = f"{part.label.rstrip(':')}:" if part.label and part.label[-1] != "?" else part.label
    kind = kind_of(part)
    if kind.is_offered:
        several = _("(more than one may fit)") if kind.shape == "choices" else ""
        yield _ticks(f"{label} {several}".strip(), offered(item, field), field, plan)
        return
    words = {"no": no_words(item, field)} if no_words(item, field) else {}
    if field.ref.part == "value":
        words |= {word: STANDING_LABELS[word] for word in (NOT_SURE, NOT_APPLICABLE)}
    if said is None or said in words:
        yield _lines(part, label)
    else:
        yield _known(label or _(kind.heading), value_words(part, said, field.no_label))
    if words:
        yield _ticks("", words, field, plan)


def _lines(part: Part, label: str) -> WriteLines:
    kind = kind_of(part)
    if kind.shape == "short":
        return WriteLines(label or _(kind.heading), is_short=True, unit=kind.written(part))
    if kind.shape == "long":
        return WriteLines(label or _(kind.heading), LONG)
    is_name = "nitial" in part.hint
    hint = f" ({part.hint.rstrip('.')})" if is_name else ""
    return WriteLines(
        f"{label.rstrip(':')}{hint}:" if label else "", 1 if is_name or part.optional else TEXT
    )


def _ticks(label: str, words: Mapping[str, str], field: FormField, plan: Plan) -> TickBoxes:
    """Boxes, ticked where the plan answers; what does not apply says why, and so stands last."""
    said = plan.value(field.ref)
    chosen = said if isinstance(said, tuple) else (said,)
    labels = {word: shown for word, shown in words.items() if word != NOT_APPLICABLE}
    for one in chosen:
        if isinstance(one, str) and one not in words and field.part.options.get(one):
            labels[one] = field.part.options[one]
    if NOT_APPLICABLE in words:
        because = _("{label}, because:").format(label=words[NOT_APPLICABLE])
        labels[NOT_APPLICABLE] = f"{because} {plan.answer(field.ref.item or '').reason}".strip()
    ticked = frozenset(at for at, word in enumerate(labels) if word in chosen)
    return TickBoxes(tuple(labels.values()), are_across=True, label=label, ticked=ticked)


def _rows(key: str, item: Item, plan: Plan) -> Table:
    parts, name = item.row_parts, item.row_name.capitalize()
    given = list(plan.answer(key).filled.values())
    empty: list[Mapping[str, Value]] = [{}] * max(1, ROWS - len(given))
    rows = tuple(
        (str(number), *(_cell(part, row.get(one)) for one, part in parts.items()))
        for number, row in enumerate([*given, *empty], 1)
    )
    header = ("", *(_column(item, part) for part in parts.values()))
    widths = (0.06, *_shares(parts.values(), 0.94))
    return Table(header, rows, widths, name, is_dense=True, row_height=ROW_HEIGHT)


def person_columns(items: Mapping[str, Item]) -> list[PersonColumn]:
    """What these questions ask of each practitioner, in order."""
    return [
        (key, item, name, part)
        for key, item in items.items()
        for name, part in item.person_parts.items()
    ]


def people_tables(columns: list[PersonColumn], plan: Plan) -> Iterator[Table]:
    """A row for each practitioner, who writes their name once; more tables where one is too wide.

    A row has the same number in each.
    """
    count = -(-len(columns) // FEW)
    each = -(-len(columns) // count) if count else 0
    for number in range(count):
        yield _people(columns[number * each : (number + 1) * each], plan, is_first=number == 0)


def _people(columns: list[PersonColumn], plan: Plan, *, is_first: bool) -> Table:
    name = _("Practitioner (initials or role)") if is_first else _("Practitioner")
    rows: list[tuple[Words, ...]] = []
    for number, (who, person) in enumerate(plan.people.items(), 1):
        said = ", ".join(filter(None, (who, person.role)))
        cells = (_cell(part, person.parts.get(one)) for _key, _item, one, part in columns)
        rows.append((f"{number} {said}", *cells))
    known, last = len(rows), max(PEOPLE, len(rows) + 1)
    rows += [(str(number), *[""] * len(columns)) for number in range(known + 1, last + 1)]
    header = (name, *(f"{key}\n{_column(item, part)}" for key, item, _name, part in columns))
    widths = (0.16, *_shares([part for _key, _item, _name, part in columns], 0.84))
    caption = _("A row for each practitioner")
    return Table(header, tuple(rows), widths, caption, is_dense=True, row_height=ROW_HEIGHT)


def _cell(part: Part, said: Value | None) -> str:
    return "" if said is None else value_words(part, said)


def _shares(parts: Collection[Part], whole: float) -> tuple[float, ...]:
    """Columns for words are wider than those for a number, a date or one word."""
    weights = [1.6 if kind_of(part).is_text else 1.0 for part in parts]
    return tuple(whole * weight / sum(weights) for weight in weights)


def _column(item: Item, part: Part) -> str:
    """The head of a column: what stands there, and how it is written."""
    if kind_of(part).is_offered:
        words = offered(item, FormField(FieldRef(row="1"), part))
        return f"{part.label} ({', '.join(words.values()).lower()})"
    how = kind_of(part).written(part)
    how = _(" or ").join(filter(None, (how, part.none_label.lower())))
    return f"{part.label} ({how})" if how else part.label
