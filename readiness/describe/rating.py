"""What is told to someone who answers a workshop: who sees what, and how it is answered."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.describe.reveal import answer_words
from readiness.domain.kinds.value import NOT_APPLICABLE
from readiness.domain.ratings.questions import Question
from readiness.domain.ratings.rater_answers import Said
from readiness.domain.ratings.workshop import Workshop
from readiness.i18n.language import N_, _

SENT = N_("Who runs the workshop can see that you sent a file.")

COUNTS = (
    N_("The room sees only counts."),
    N_(
        "Counts are shown of {smallest} people or more. Where all answer alike, a count tells what "
        "everybody said: no rule can hide that."
    ),
)
"""What the room sees of a workshop as it usually is."""

UNDER_ROLES = N_(
    "By the group's own wish, answers stand under roles in this workshop: where you alone have a "
    "role, the room sees that an answer is yours."
)

ALWAYS = (
    N_("What you write is read by the person who runs the workshop, unless you show it to all."),
    N_("Blank is fine, and never counts as no. Not sure is an answer: it shows what is open."),
    N_("Write no names, and nothing about a single patient."),
)


def who_sees_what(workshop: Workshop) -> list[str]:
    """What is promised to those who answer, and what no rule can promise; on every form."""
    seen = (UNDER_ROLES,) if workshop.mode == "open" else COUNTS
    return [_(one).format(smallest=workshop.smallest) for one in (SENT, *seen, *ALWAYS)]


def ways_at_a_question() -> tuple[str, str]:
    """The words that work at a question."""
    return (
        _("Enter leaves a question as it is, - makes it blank."),
        _("back goes back, note and words writes a note, quit leaves; what you said is kept."),
    )


def choice_words(answer: str, question: Question) -> str:
    """An answer as it is offered to the one who is asked."""
    return _("not for me") if answer == NOT_APPLICABLE else answer_words(answer, question)


def choices_words(question: Question) -> Iterator[str]:
    """The answers that are offered, numbered, a line each; none where words are asked for."""
    for number, one in enumerate(question.offered, 1):
        yield f"  {number} {choice_words(one, question)}"


def what_is_said(said: Said, question: Question) -> str:
    """What was said to a question before, with its note."""
    words = choice_words(str(said.value), question)
    whole = _("You said: {words}.").format(words=words)
    note = _("Note: {note}").format(note=said.note)
    return f"{whole} {note}" if said.note else whole


def nothing_ticked() -> str:
    """That words alone are no answer."""
    return _(
        "You wrote something and chose no answer. Choose one, not sure is one too, or take out "
        "what you wrote."
    )
