"""What roles and groups of a workshop are called."""

from readiness.i18n.language import N_, Words, _
from readiness.i18n.words import listed

ROLE_WORDS = Words(
    {
        "leader": N_("leader"),
        "practitioner": N_("practitioners"),
        "supervisor": N_("supervisor"),
        "user": N_("user representatives"),
        "level_above": N_("level above"),
        "other": N_("other staff"),
        "others": N_("others"),
    }
)
"""By the word of the file; `others` are roles that are too small to be named."""

_MOST_NAMED = 2


def role_words(role: str) -> str:
    """What a role is called; one that is not known is said as it stands."""
    return ROLE_WORDS.get(role, role)


def group_words(group: str) -> str:
    """What a group is called, as counts are kept under: its roles, joined by a plus."""
    roles = group.split("+")
    return _("all together") if len(roles) > _MOST_NAMED else listed(map(role_words, roles))
