"""What the room said: who was asked, what was agreed and why, what groups said, what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from readiness.describe.workshop_record import (
    agreed_answer,
    asked_roles,
    heard_counts,
    look_again,
    not_with_it,
    why_agreed,
)
from readiness.domain.checklist.template import Template
from readiness.domain.kinds.value import Value
from readiness.domain.plan.tables import date_of, text_of
from readiness.domain.ratings.questions import Question, questions_of
from readiness.i18n.language import N_, _, n_
from readiness.i18n.numerals import count_words
from readiness.i18n.words import date_words, first_up
from readiness.report.context import ReportContext
from readiness.report.document import Block, Heading, Paragraph, Run, Table, Words
from readiness.report.rows import part

Fields = Mapping[str, Value]

COUNTS = N_(
    "Counts stand only where five people or more answered, and never who said what. What nobody "
    "agreed on is not settled by a count."
)


def room_blocks(context: ReportContext) -> list[Block]:
    """What workshops left in the plan; nothing where none was held."""
    plan, template = context.plan, context.template
    if not plan.workshops and not plan.agreed:
        return []
    return [
        part(_finding(len(plan.agreed)), "room", _("What the room said")),
        *_held(context),
        *agreed_tables(plan.agreed.items(), template, is_shared=context.is_shared),
        *_heard(context),
        *missing_tables(plan.missing.values(), template),
    ]


def _finding(agreed: int) -> str:
    if not agreed:
        return _("The room was heard, and has agreed on nothing yet")
    words = n_("The room agreed on {n} question", "The room agreed on {n} questions", agreed)
    return words.format(n=count_words(agreed))


def _held(context: ReportContext) -> Iterator[Block]:
    rows = tuple(_workshop(fields, context) for fields in context.plan.workshops.values())
    header: tuple[str, ...]
    header = (_("Held on"), _("Who was asked"), _("Answered"), _("Questions"))
    if context.is_shared:
        header, rows = _without_roles(header), tuple(map(_without_roles, rows))
    widths = (0.3, 0.35, 0.35) if context.is_shared else (0.2, 0.46, 0.17, 0.17)
    if rows:
        yield Table(header, rows, widths, _("Workshops"))


def _without_roles(cells: tuple[str, ...]) -> tuple[str, ...]:
    return (cells[0], *cells[2:])


def _workshop(fields: Fields, context: ReportContext) -> tuple[str, ...]:
    day, answered, asked = date_of(fields, "date"), fields.get("took_part"), fields.get("asked")
    return (
        date_words(day) if day is not None else "-",
        asked_roles(fields) or "-",
        context.count(answered) if isinstance(answered, int | float) else "-",
        f"{asked:g}" if isinstance(asked, int | float) else "-",
    )


def agreed_tables(
    agreed: Iterable[tuple[str, Fields]], template: Template, *, is_shared: bool = False
) -> Iterator[Block]:
    """The agreed answers by question; a shared document has neither reasons nor how many."""
    questions = questions_of(template)
    rows = tuple(
        (_asked(item, template), *_agreed(fields, questions.get(item))) for item, fields in agreed
    )
    header: tuple[str, ...] = (
        _("Question"),
        first_up(_("agreed answer")),
        _("Because"),
        _("Not with it"),
        _("Look again on"),
    )
    widths: tuple[float, ...] = (0.25, 0.14, 0.33, 0.13, 0.15)
    if is_shared:
        header, rows = (*header[:2], header[-1]), tuple((*row[:2], row[-1]) for row in rows)
        widths = (0.5, 0.25, 0.25)
    if rows:
        yield Heading(2, _("Agreed in the room"))
        yield Table(header, rows, widths, _("What was agreed, by question"))


def _agreed(fields: Fields, question: Question | None) -> tuple[Words, ...]:
    return (
        first_up(agreed_answer(fields, question)),
        why_agreed(fields) or "-",
        not_with_it(fields) or "-",
        look_again(fields) or "-",
    )


def _asked(item: str, template: Template) -> Words:
    """A question in a cell: its id, and its few words where the template still asks it."""
    asked = template.items.get(item) or template.topics.get(item)
    return (Run(f"{item} ", is_soft=True), Run(asked.short)) if asked is not None else item


def _heard(context: ReportContext) -> Iterator[Block]:
    questions = questions_of(context.template)
    rows = tuple(
        (
            _asked(item, context.template),
            text_of(fields, "who"),
            heard_counts(fields, questions.get(item)),
        )
        for item, fields in context.plan.heard.items()
    )
    if rows:
        header = (_("Question"), _("Who answered"), _("What they said"))
        yield Heading(2, _("Heard in the room"))
        yield Paragraph(_(COUNTS), "small")
        yield Table(header, rows, (0.34, 0.26, 0.4), _("What groups said, by question"))


def missing_tables(missing: Iterable[Fields], template: Template) -> Iterator[Block]:
    """What nobody knew, who finds out, and by when."""
    rows = tuple(_missing(fields, template) for fields in missing)
    if rows:
        header = (_("Question"), _("What nobody knew"), _("Who finds out"), _("By when"))
        yield Heading(2, _("To be found out"))
        yield Table(header, rows, (0.26, 0.4, 0.17, 0.17), _("The missing list"))


def _missing(fields: Fields, template: Template) -> tuple[Words, ...]:
    item, day = text_of(fields, "item"), date_of(fields, "by")
    return (
        _asked(item, template) if item else "-",
        text_of(fields, "what") or "-",
        text_of(fields, "who") or "-",
        date_words(day) if day is not None else "-",
    )
