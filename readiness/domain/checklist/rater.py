"""How a question is put to several people at once, who they are, and the topics they are asked."""

from typing import Literal

from readiness.domain.record import Record
from readiness.i18n.language import N_, Words, _
from readiness.i18n.words import listed

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


ROLE_WORDS = Words(
    {
        "leader": N_("leader"),
        "practitioner": N_("practitioners"),
        "supervisor": N_("supervisor"),
        "user": N_("user representatives"),
        "level_above": N_("senior management"),
        "other": N_("other staff"),
        "others": N_("others"),
    }
)
"""By the word of the file; `others` are roles that are too small to be named."""

ALSO = {
    "leader": "leader",
    "leder": "leader",
    "practitioners": "practitioner",
    "fagperson": "practitioner",
    "fagpersoner": "practitioner",
    "veileder": "supervisor",
    "users": "user",
    "bruker": "user",
    "brukere": "user",
    "level above": "level_above",
    "nivået over": "level_above",
    "overordnet leder": "level_above",
    "senior management": "level_above",
    "overordnet ledelse": "level_above",
    "others": "other",
    "andre": "other",
}
"""Other words for roles, in every language there is: understood, never kept."""

_MOST_NAMED = 2


def role_words(role: str) -> str:
    """What a role is called; one that is not known is said as it stands."""
    return ROLE_WORDS.get(role, role)


def group_words(group: str) -> str:
    """What a group is called, as counts are kept under: its roles, joined by a plus."""
    roles = group.split("+")
    return _("all together") if len(roles) > _MOST_NAMED else listed(map(role_words, roles))


def role_meant(text: str) -> str:
    """The role that somebody means, in the word of the file; empty where it is none."""
    word = " ".join(text.casefold().split())
    spoken = {role_words(role).casefold(): role for role in ROLES}
    found = ALSO.get(word) or spoken.get(word) or word
    return found if found in ROLES else ""
