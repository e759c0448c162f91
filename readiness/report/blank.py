"""The questions of a template as a form to fill in by hand, from the template alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Item, Template
from readiness.domain.kinds.registry import kind_of
from readiness.domain.kinds.value import NOT_APPLICABLE, NOT_SURE, STANDING_LABELS
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
from readiness.i18n.language import N_, _, n_
from readiness.report.citations import Citations
from readiness.report.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Run,
    Sources,
    Table,
    TickBoxes,
    WriteLines,
    as_runs,
)

ROWS, PEOPLE = 3, 5
"""Empty rows of a table, and of one with a row for each practitioner."""

ROW_HEIGHT = 7.5
"""The height of a row to write in, in millimetres."""

LONG, TEXT = 2, 3
"""Lines in place of a long box, and for a text."""

ABOUT = (N_("Plan"), N_("Service"), N_("First day with patients"), N_("Filled in by, date"))
"""What is written on the first page."""

RULES = (
    N_(
        "Tick the box that fits, or write on the line. Not sure is an answer: it shows what is "
        "open. So is an empty line."
    ),
    N_(
        "Use initials or roles for staff. Write nothing about a single patient, only how many "
        "there are."
    ),
    N_(
        "Some questions only the practitioners can answer, or leader and practitioners together; "
        "it stands under the question. Give them the form as well."
    ),
)

LATER = (
    (N_("Make a plan file:"), N_("readiness new plan.toml --template {template}")),
    (N_("Open it:"), N_("readiness plan.toml")),
    (
        N_("Or type the answers as plain questions, one after the other:"),
        N_("readiness ask plan.toml"),
    ),
)
SAME = N_(
    "The questions come in the same order and under the same ids. In readiness ask, go {example} "
    "leads straight to a question."
)

ASKED_OF = {
    "practitioners": N_("For the practitioners."),
    "both": N_("For leader and practitioners."),
}


def blank_document(template: Template, made_on: date, *, is_short: bool = False) -> Document:
    """The form: of every question, or only of those of the short form."""
    keys = [key for key, item in template.items.items() if item.brief or not is_short]
    cited = Citations(template)
    blocks: list[Block] = []
    for number, area in enumerate(template.areas, 1):
        items = [(key, template.items[key]) for key in keys if template.items[key].area == area]
        if items:
            blocks += [_head(template, number, area, starts_page=not is_short or not blocks)]
            blocks += [Paragraph(template.areas[area].about, "strong")]
            blocks += (block for key, item in items for block in _question(key, item, cited))
    count = n_("{n} question", "{n} questions", len(keys)).format(n=len(keys))
    kind = _("Short form to fill in by hand") if is_short else _("Form to fill in by hand")
    return Document(
        title=template.name,
        subtitle=f"{kind}: {count}",
        made_on=made_on,
        version=_("version {version}").format(version=template.version),
        language=template.language,
        names_parts=True,
        cover=tuple(_cover(template, keys)),
        blocks=(*blocks, Heading(1, _("Sources")), Sources(cited.sources())),
    )


def _cover(template: Template, keys: list[str]) -> Iterator[Block]:
    rows = tuple((_(label), "") for label in ABOUT)
    yield Table(("", ""), rows, (0.3, 0.7), _("What the form is about"), row_height=ROW_HEIGHT)
    yield Paragraph(_("How to fill it in"), "strong")
    yield Bullets(tuple(map(_, RULES)))
    yield Paragraph(_("How to type it in later"), "strong")
    example = keys[0] if keys else "SEL-01"
    yield Bullets(
        tuple(
            (Run(f"{_(words)} "), Run(command.format(template=template.id), strong=True))
            for words, command in LATER
        ),
        numbered=True,
    )
    yield Paragraph(_(SAME).format(example=example))
    yield Paragraph(template.about, "small")


def _head(template: Template, number: int, area: str, *, starts_page: bool) -> Heading:
    return Heading(1, f"{number} {template.areas[area].title}", starts_page=starts_page)


def _question(key: str, item: Item, cited: Citations) -> Iterator[Block]:
    yield Heading(2, f"{key}  {item.question}", keeps_part=True)
    hints = [_(ASKED_OF[item.asked_of])] if item.asked_of in ASKED_OF else []
    hints += [" ".join(words.split()) for words in (item.help, item.personal) if words]
    if hints:
        yield Paragraph(" ".join(hints), "small")
    yield from _answer(key, item)
    why = as_runs(cited.cite(item.why, item.sources))
    matters = _("Why it matters:")
    yield Paragraph((Run(f"{matters} ", strong=True), *why), "small")
    yield WriteLines(_("Note:"))


def _answer(key: str, item: Item) -> Iterator[Block]:
    if item.row_parts:
        yield _rows(item)
    for field in own_fields(key, item, Plan()):
        yield from _field(item, field)
    if item.person_parts:
        yield _people(item)
    whole = as_a_whole(item)
    if whole is not None:
        words = offered(item, whole_field(key, item, whole))
        label = _("For everyone at once:") if item.everyone_part else _("Or as a whole:")
        yield Paragraph(label, "small")
        yield TickBoxes(_with_reason(words), are_across=True)


def _field(item: Item, field: FormField) -> Iterator[Block]:
    part = field.part
    label = f"{part.label.rstrip(':')}:" if part.label and part.label[-1] != "?" else part.label
    kind = kind_of(part)
    if kind.is_offered:
        several = _("(more than one may fit)") if kind.shape == "choices" else ""
        head = f"{label} {several}".strip()
        if head:
            yield Paragraph(head)
        yield TickBoxes(_with_reason(offered(item, field)), are_across=True)
        return
    yield _lines(part, label)
    words = {"no": no_words(item, field)} if no_words(item, field) else {}
    if field.ref.part == "value":
        words |= {word: STANDING_LABELS[word] for word in (NOT_SURE, NOT_APPLICABLE)}
    if words:
        yield TickBoxes(_with_reason(words), are_across=True)


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


def _with_reason(words: dict[str, str]) -> tuple[str, ...]:
    """The labels; what does not apply says why, and so stands last."""
    last = words.pop(NOT_APPLICABLE, None)
    because = [_("{label}, because:").format(label=last)] if last else []
    return (*words.values(), *because)


def _rows(item: Item) -> Table:
    parts, name = item.row_parts.values(), item.row_name.capitalize()
    header = ("", *(_column(item, part) for part in parts))
    rows = tuple((f"{name} {number}", *[""] * len(parts)) for number in range(1, ROWS + 1))
    return Table(header, rows, _widths(parts), name, row_height=ROW_HEIGHT)


def _people(item: Item) -> Table:
    parts = item.person_parts.values()
    header = (_("Practitioner (initials or role)"), *(_column(item, part) for part in parts))
    rows = tuple([("",) * len(header)] * PEOPLE)
    caption = _("A row for each practitioner")
    return Table(header, rows, _widths(parts), caption, has_row_heads=False, row_height=ROW_HEIGHT)


def _widths(parts: Collection[Part]) -> tuple[float, ...]:
    return (0.24, *(0.76 / len(parts) for _part in parts))


def _column(item: Item, part: Part) -> str:
    """The head of a column: what stands there, and how it is written."""
    if kind_of(part).is_offered:
        words = offered(item, FormField(FieldRef(row="1"), part))
        return f"{part.label} ({', '.join(words.values()).lower()})"
    how = kind_of(part).written(part)
    how = _(" or ").join(filter(None, (how, part.none_label.lower())))
    return f"{part.label} ({how})" if how else part.label
