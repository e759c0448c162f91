"""The appendix: every answer, what does not fit, the method, the numbers, and the sources."""

from __future__ import annotations

from readiness.core.asked.template import Item
from readiness.core.judged.review import sign_of, word_of
from readiness.core.said.answers import answer_words
from readiness.core.wording.language import N_, _
from readiness.core.wording.words import amount_words, spoken
from readiness.core.xrays.findings import xrays
from readiness.report.document import Block, Bullets, Heading, Paragraph, Sources, Table, Words
from readiness.report.matter import Matter
from readiness.report.sections.capacity import OTHERS, basis, number_table
from readiness.report.sections.cover import STATEMENT

METHOD = N_(
    "The document was made from the answers in one plan file. Each question has a written "
    "criterion for ready; an area is as good as its weakest question, and no answer outweighs "
    "another. Red and amber flags are raised by written rules over the answers and over numbers "
    "reckoned from them, and each names what raised it. What was not answered, or answered with "
    "not sure, is open and never ready. A flag that someone accepted stays."
)

ASKED_OF = {"practitioners": " (practitioners)", "both": " (both)"}
"""Who has to answer, where it is not the leader alone."""


def appendix_blocks(matter: Matter) -> list[Block]:
    """Everything that was said, and how the document came about."""
    words = _(
        "(practitioners): they have to answer it themselves; (both): leader and practitioners."
    )
    blocks: list[Block] = [
        Heading(1, _("Appendix: all answers"), starts_page=True),
        Paragraph(words, "small"),
    ]
    for number, key in enumerate(matter.template.areas, 1):
        blocks += _area(number, key, matter)
    blocks += _xrays(matter)
    return [
        *blocks,
        Heading(1, _("How this was made")),
        Paragraph(METHOD),
        Paragraph(STATEMENT, "strong"),
        Heading(2, _("Other numbers and limits")),
        _limits(matter),
        Heading(1, _("Sources")),
        Sources(matter.cited.sources()),
    ]


def _area(number: int, key: str, matter: Matter) -> list[Block]:
    rows = tuple(
        (f"{item_key} {_state(item_key, matter)}", _question(item), _answer(item_key, matter))
        for item_key, item in matter.template.items_of(key)
    )
    title = matter.template.areas[key].title
    header = (_("State"), _("Question"), _("Answer"))
    return [
        Heading(2, f"{number} {title}"),
        Table(
            header,
            rows,
            (0.17, 0.2, 0.63),
            _("All answers: {title}").format(title=title),
            is_dense=True,
        ),
    ]


def _question(item: Item) -> str:
    return f"{item.short}{ASKED_OF.get(item.asked_of, '')}"


def _answer(key: str, matter: Matter) -> str:
    said = matter.answer(key)
    item = matter.template.items[key]
    nothing = (
        _("Reckoned from other answers") if matter.review.items[key].answered else _("Unanswered")
    )
    if matter.is_shared and item.person_parts:
        lines = [_("Answered for each practitioner")] if matter.review.items[key].answered else []
    else:
        pairs = answer_words(matter.template, key, matter.plan)
        lines = [f"{label}: {words}" if label else words for label, words in pairs]
    if matter.is_shared:
        lines = [_banded(line, key, matter) for line in lines]
    lines = lines or [nothing]
    if said.reason:
        lines.append(_("Because: {reason}").format(reason=said.reason))
    if said.note:
        lines.append(_("Note: {note}").format(note=matter.note(said.note)))
    return " ".join(line if line[-1:] in ".!?" else f"{line}." for line in lines)


def _banded(line: str, key: str, matter: Matter) -> str:
    """A line of a shared document in which small counts of patients became bands."""
    for part_name, part in matter.template.items[key].parts.items():
        value = matter.answer(key).parts.get(part_name)
        if part.unit == "patients" and isinstance(value, int | float):
            line = line.replace(f"{spoken(value)} patients", f"{matter.count(value)} patients")
    return line


def _state(key: str, matter: Matter) -> str:
    state = matter.review.items[key]
    accepted = _(", accepted") if state.flag is not None and state.flag.is_accepted else ""
    return f"{sign_of(state)} {word_of(state)}{accepted}"


def _xrays(matter: Matter) -> list[Block]:
    found = xrays(matter.plan, matter.template, matter.review, matter.today)
    if not found or matter.is_shared:
        return []
    said = tuple(
        f"{one.gravity}: {f'{one.spot.item}: ' if one.spot.item else ''}{one.says}" for one in found
    )
    return [Heading(2, _("Where the plan does not fit itself")), Bullets(said)]


def _limits(matter: Matter) -> Table:
    numbers = number_table(matter, OTHERS, _("Other numbers and limits"))
    limits: tuple[tuple[Words, ...], ...] = tuple(
        (one.label, amount_words(one.value, one.unit), basis(one, matter))
        for one in matter.template.thresholds.values()
    )
    rows = (*numbers.rows, *limits)
    return Table(numbers.header, rows, numbers.widths, numbers.caption, is_dense=True)
