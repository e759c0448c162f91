"""The form of one role on paper, with the line in which it is typed in afterwards."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from readiness.describe.rating import who_sees_what
from readiness.domain.checklist.rater import role_words
from readiness.domain.ratings.questions import Question
from readiness.domain.ratings.typed_line import BLANK, asked_of, letter_of
from readiness.domain.ratings.workshop import Workshop
from readiness.i18n.language import _
from readiness.i18n.words import date_words
from readiness.report.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Table,
    TickBoxes,
    WriteLines,
)
from readiness.report.pack.papers import workshop_document
from readiness.report.rater_form.page import form_items, offered_words

TO_TICK = 8.0
"""The height of a row to put a cross in, in millimetres."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def paper_form(
    workshop: Workshop,
    questions: Mapping[str, Question],
    role: str,
    made_on: date,
    *,
    vote: int = 1,
    only: Collection[str] | None = None,
) -> Document:
    """The form of a role; of the second vote with `only` what is voted on again.

    It goes back in an envelope.
    """
    items = form_items(workshop, questions, role, only)
    title = _("Your answers: {role}").format(role=role_words(role))
    blocks = _blocks(workshop, questions, role, items, vote)
    more = _("second vote") if vote > 1 else ""
    return workshop_document(title, workshop, made_on, blocks, more)


def _blocks(
    workshop: Workshop, questions: Mapping[str, Question], role: str, items: list[str], vote: int
) -> Iterator[Block]:
    yield Paragraph(_back(workshop, vote), "strong")
    yield Bullets(tuple(who_sees_what(workshop)))
    numbered = [(number, questions[item]) for number, item in enumerate(items, 1)]
    judged = [(n, one) for n, one in numbered if not one.is_text and not one.options]
    if judged:
        yield Heading(2, _("One cross in each row"))
        yield _ticked(judged)
    for number, one in numbered:
        if one.options:
            yield Heading(3, f"{number}. {one.words}", keeps_part=True)
            yield TickBoxes(tuple(_lettered(one)), are_across=True)
        elif one.is_text:
            yield WriteLines(f"{number}. {one.words}", lines=2)
    yield WriteLines(_("More, in your words (say here if the room may read it):"), lines=2)
    yield from _typed(workshop, questions, role, items, vote)


def _back(workshop: Workshop, vote: int) -> str:
    if workshop.closes is None or vote > 1:
        return _("Put it into the envelope and close it. No name on either.")
    words = _("Put it into the envelope and close it by {date}. No name on either.")
    return words.format(date=date_words(workshop.closes))


def _ticked(judged: list[tuple[int, Question]]) -> Table:
    words = list(offered_words(judged[0][1]).values())
    rows = tuple((f"{number}. {one.words}", *("" for _word in words)) for number, one in judged)
    share = 0.1
    return Table(
        (_("Question"), *words),
        rows,
        (1 - share * len(words), *(share for _word in words)),
        _("The questions, with a column for each answer"),
        row_height=TO_TICK,
    )


def _lettered(question: Question) -> Iterator[str]:
    for place, (value, words) in enumerate(offered_words(question).items()):
        is_option = value in question.options
        yield f"{LETTERS[place]}) {words}" if is_option else words


def _typed(
    workshop: Workshop, questions: Mapping[str, Question], role: str, items: list[str], vote: int
) -> Iterator[Block]:
    """How the form is typed in: each number in the line gives way to the sign of its answer."""
    letter = letter_of(role)
    numbers = {item: str(number) for number, item in enumerate(items, 1)}
    signs = [numbers.get(item, BLANK) for item in asked_of(workshop, questions, role)]
    more = " --vote 2" if vote > 1 else ""
    yield Paragraph(
        _(
            "For who types it in (readiness workshop type{more}): the line below, with a sign in "
            "place of each number: y yes, p partly, n no, ? not sure, - not for me, . blank; the "
            "letter of an option. A dot stays a dot."
        ).format(more=more),
        "small",
    )
    yield Paragraph(f"{letter} {' '.join(signs)}", "small")
    yield WriteLines(letter)
