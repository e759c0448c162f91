"""What a facilitator means by the answer that the room gives."""

from __future__ import annotations

from readiness.domain.kinds.value import key_of, standing_word
from readiness.domain.ratings.questions import Question


def answer_meant(text: str, question: Question | None) -> str:
    """The word of the file for what somebody typed; what is none stays as it is."""
    word = " ".join(text.split()).casefold()
    for option, label in (question.options if question else {}).items():
        if word in (option.casefold(), label.casefold()):
            return option
    # Signs alone, such as - and ?, are no word: a standing word of none of them would be a no.
    return (standing_word(text) if key_of(text) else "") or text.strip()
