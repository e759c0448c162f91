"""The invitation to a workshop: why, who sees what, and how long it is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from readiness.describe.rating import who_sees_what
from readiness.domain.ratings.questions import Question
from readiness.domain.ratings.roles import role_words
from readiness.domain.ratings.workshop import Workshop
from readiness.i18n.language import N_, _, n_
from readiness.i18n.words import date_words, first_up
from readiness.report.document import Block, Bullets, Document, Heading, Paragraph, Table
from readiness.report.pack.papers import workshop_document
from readiness.report.rater_form.page import form_items

MINUTES_A_QUESTION = 0.6
"""How long a question takes to read and tick; ours, after the sets' own minutes."""

WHY = N_(
    "Leaders and those who do the work see the same start differently, and both see something "
    "true. Before we meet, each answers alone. In the room we look at where we differ, and agree "
    "on what to do about it."
)
KEPT = (
    N_(
        "Your answers stay with the person who runs the workshop and are deleted when it ends. "
        "Copies may remain in your mail and your downloads: delete them too."
    ),
    N_(
        "The plan keeps what the room agreed on, why, and how many did not support it; and counts "
        "of five people or more. It never holds one person's answer."
    ),
)
HOW = (
    N_(
        "Open the form that came with this: a file that opens in your browser and needs no "
        "network. Or fill it in on paper."
    ),
    N_("Answer alone. You may leave any question blank, or not answer at all."),
)


def invitation(workshop: Workshop, questions: Mapping[str, Question], made_on: date) -> Document:
    """The invitation for everyone who is asked, to be mailed or put on the table."""
    title = _("Invitation to a workshop")
    return workshop_document(title, workshop, made_on, _blocks(workshop, questions))


def _blocks(workshop: Workshop, questions: Mapping[str, Question]) -> Iterator[Block]:
    yield Paragraph(_when(workshop), "strong")
    yield Heading(2, _("Why you are asked"))
    yield Paragraph(_(WHY))
    yield Heading(2, _("Who sees what"))
    yield Bullets(tuple(who_sees_what(workshop)))
    yield Heading(2, _("How long it is kept"))
    yield Bullets(tuple(map(_, KEPT)))
    yield Heading(2, _("How to answer"))
    yield Bullets(tuple(map(_, HOW)))
    yield Table(
        (_("Role"), _("Questions"), _("Minutes, about")),
        tuple(_row(workshop, questions, role) for role in workshop.roles),
        (0.5, 0.25, 0.25),
        _("How much is asked of each role"),
        numbers=frozenset({1, 2}),
    )


def _row(workshop: Workshop, questions: Mapping[str, Question], role: str) -> tuple[str, str, str]:
    many = len(form_items(workshop, questions, role))
    return role_words(role), str(many), str(max(1, round(many * MINUTES_A_QUESTION)))


def _when(workshop: Workshop) -> str:
    people = sum(one.expected for one in workshop.roles.values())
    asked = n_("{n} person is asked.", "{n} people are asked.", people).format(n=people)
    if workshop.closes is None:
        return asked
    until = _("please answer by {date}").format(date=date_words(workshop.closes))
    return f"{asked} {first_up(until)}."
