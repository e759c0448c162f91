"""How a question is put to several people at once, and the topics that only they are asked."""

from typing import Literal

from readiness.domain.record import Record

RaterKind = Literal["", "judgement", "own", "fact"]
"""What kind of question it is when several people are asked."""

JUDGEMENT, OWN, FACT = "judgement", "own", "fact"

ROLES = ("leader", "practitioner", "supervisor", "user", "level_above", "other")
"""Who may be asked, by the word of the file."""


class RaterQuestion(Record):
    """How a question of a checklist is put to several people.

    A vote is right for a judgement only. Of their own situation people answer in confidence. A fact
    is checked and never voted on. The three kinds, and which question is of which, are ours.
    """

    kind: RaterKind = ""
    """Its kind. Where it is empty: a judgement if the question is one field of yes, partly, no or
    of options that feeds nothing, else a fact."""
    question: str = ""
    """The question as it is put to them; empty where it is the checklist's own."""
    own_question: str = ""
    """The same in the template's own language, where `question` is in another."""
    roles: tuple[str, ...] = ()
    """Who is asked; none means everyone."""
    sensitive: bool = False
    """Whether the answers say something about the person: told in bands of five or more, or not."""
    gap: bool = False
    """Whether leader and staff often see it differently: it belongs to the short set of those."""
    part: str = ""
    """The field of the plan that an agreed answer goes to; `value` where it is empty."""
    room: str = ""
    """What the facilitator may ask when answers lie apart."""


class Topic(Record):
    """A topic on which those who do the work are heard, beside what the plan says of it."""

    short: str
    """A few words for lists."""
    question: str
    """The question, answered yes, partly, no or not sure."""
    own_question: str = ""
    """The same in the template's own language, where `question` is in another."""
    against: tuple[str, ...] = ()
    """The questions of the checklists that it is held against."""
    sensitive: bool = False
    """As for a question."""
    is_text: bool = False
    """Whether it is answered in words, which the room hears only where their writer allows it."""
