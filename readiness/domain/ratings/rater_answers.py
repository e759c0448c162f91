"""The answers of one person who was asked: of a workshop's questions, or on a fidelity scale.

It holds no time, no name of a person or a computer, and nothing of what the plan says.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Literal

from readiness.domain.record import NONE, Record, Sealed

AnswersKind = Literal["workshop answers", "fidelity rating"]
"""What was asked: the questions of a workshop, or the criteria of a fidelity scale."""

WORKSHOP: AnswersKind = "workshop answers"
FIDELITY: AnswersKind = "fidelity rating"

FINGERPRINT = 8
"""Signs of the fingerprint of a question as it was asked."""

CODE_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
"""What the code of one person's answers is drawn from: without what is read for something else."""

CODE_LENGTH = 8
"""Signs of a code: 32^8, so that two of a workshop never draw the same."""


class Said(Record):
    """What one person says to one question."""

    value: str | int | float
    """A standing word, an option, a text, or the score of a criterion."""
    asked: str = ""
    """The fingerprint of the question as it was asked; empty where none was kept."""
    sure: bool | None = None
    """Whether the person is sure of a score; None where that was not asked."""
    note: str = ""
    """Why, or more, in the person's own words."""
    show_note: bool = False
    """Whether the room may see the note; by default only the facilitator reads it."""


class RaterAnswers(Record):
    """One person's answers, as an answers file holds them."""

    kind: AnswersKind = WORKSHOP
    """What was asked."""
    for_: str = ""
    """The id of the workshop; of a rating the id of the plan and the day: "ID 2027-07-12"."""
    who: str = ""
    """The role; of a fidelity rating the rater's initials."""
    code: str = ""
    """Of a workshop: drawn at random, anew for each. It binds the editions of one person."""
    vote: int = 1
    """Of a workshop: the first vote, or the second on what was talked about."""
    edition: int = 1
    """Counts up with each save; the highest of a code counts."""
    finished: bool = False
    """Whether the person has finished."""
    template: str = ""
    """The template that was asked, or the fidelity scale."""
    template_version: str = ""
    """Its version."""
    said: Sealed[str, Said] = NONE
    """What was said, by the id of the question or the criterion; what is blank is not there."""


def fingerprint(item: str, question: str, options: Iterable[str] = ()) -> str:
    """What tells whether a question was asked in the same words, in the template's own language."""
    whole = "\n".join([item, " ".join(question.split()), *options])
    return sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:FINGERPRINT]
