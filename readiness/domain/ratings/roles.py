"""What roles and groups of a workshop are called."""

from readiness.domain.checklist.rater import ROLES
from readiness.i18n.language import N_, Words, _
from readiness.i18n.words import listed

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
