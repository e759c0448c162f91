"""What practitioners are called: initials or a role, never a full name."""

from readiness.i18n.language import _

WORDS_OF_A_NAME = 2
"""A first name and a last name."""

LONGEST_NAME = 20
"""Characters that initials or a role may have where they are typed; our default, for the columns of
lists and tables. A file may hold longer ones."""


def looks_like_full_name(name: str) -> bool:
    """Whether a name is of two or more words that each begin like a name, as in Kari Nordmann."""
    words = name.replace("-", " ").split()
    named = [word for word in words if word.isalpha() and word.istitle() and len(word) > 1]
    return len(named) == len(words) >= WORDS_OF_A_NAME


def full_name_told(name: str) -> str:
    """What to say of a name that looks like a full one; empty if it does not."""
    if not looks_like_full_name(name):
        return ""
    words = _(
        "{name} looks like a full name. The plan and its PDF are passed on: use initials or a role."
    )
    return words.format(name=name)
