"""What is told to someone who answers a workshop: who sees what, and how it is answered."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.describe.reveal import answer_words
from readiness.domain.kinds.value import NOT_APPLICABLE
from readiness.domain.ratings.questions import Question
from readiness.domain.ratings.rater_answers import Said
from readiness.i18n.language import N_, _

WHO_SEES = (
    N_("Who runs the workshop can see that you sent a file. The room sees only counts."),
    N_("Where all of a group say the same, everybody's answer is known: no rule can hide that."),
    N_("Blank is fine and never counts as no. Enter leaves a question as it is, - makes it blank."),
)
"""What stands before the first question, on every form."""


def promise() -> str:
    """The words that work at a question."""
    return _("back goes back, note and words writes a note, quit leaves; what you said is kept.")


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
    note = _("Note: {words}").format(words=said.note)
    return f"{whole} {note}" if said.note else whole
