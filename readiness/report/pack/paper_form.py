"""The form of one role on paper, with the line in which it is typed in afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from readiness.describe.rating import who_sees_what
from readiness.domain.ratings.questions import Question
from readiness.domain.ratings.typed_line import BLANK, letter_of
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
from readiness.report.rater_form.page import RoleForm, lettered, offered_words

TO_TICK = 8.0
"""The height of a row to put a cross in, in millimetres."""


def paper_form(form: RoleForm, made_on: date) -> Document:
    """The form on paper. It goes back in an envelope."""
    more = _("second vote") if form.vote > 1 else ""
    return workshop_document(form.title, form.workshop, made_on, _blocks(form), more)


def _blocks(form: RoleForm) -> Iterator[Block]:
    yield Paragraph(_back(form), "strong")
    yield Bullets(tuple(who_sees_what(form.workshop)))
    numbered = [(number, form.questions[item]) for number, item in enumerate(form.items, 1)]
    judged = [(n, one) for n, one in numbered if not one.is_text and not one.options]
    if judged:
        yield Heading(2, _("One cross in each row"))
        yield _ticked(judged)
    for number, one in numbered:
        if one.options:
            yield Heading(3, f"{number}. {one.words}", keeps_part=True)
            yield TickBoxes(tuple(lettered(one, offered_words(one))), are_across=True)
        elif one.is_text:
            yield WriteLines(f"{number}. {one.words}", lines=2)
    yield WriteLines(_("More, in your words (say here if the room may read it):"), lines=2)
    yield from _typed(form)


def _back(form: RoleForm) -> str:
    closes = form.workshop.closes
    if closes is None or form.vote > 1:
        return _("Put it into the envelope and close it. No name on either.")
    words = _("Put it into the envelope and close it by {date}. No name on either.")
    return words.format(date=date_words(closes))


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


def _typed(form: RoleForm) -> Iterator[Block]:
    """How the form is typed in: each number in the line gives way to the sign of its answer."""
    letter = letter_of(form.role)
    numbers = {item: str(number) for number, item in enumerate(form.items, 1)}
    signs = [numbers.get(item, BLANK) for item in form.in_line]
    more = " --vote 2" if form.vote > 1 else ""
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
