"""What practitioners are called: initials or a role, never a full name."""

import re
from unicodedata import normalize

from readiness.i18n.given_names import is_given
from readiness.i18n.language import _

WORDS_OF_A_NAME = 2
"""A first name and a last name."""

LONGEST_OF_A_NAME = 4
"""Words of a name with a title and two given names."""

LONGEST_NAME = 20
"""Characters that initials or a role may have where they are typed; our default, for the columns of
lists and tables. A file may hold longer ones."""


def looks_like_full_name(name: str) -> bool:
    """Whether what somebody is called looks like a full name.

    That is two or more words that each begin like a name, as in Kari Nordmann, or a person's name
    in another spelling.
    """
    words = name.replace("-", " ").split()
    named = [word for word in words if word.isalpha() and word.istitle() and len(word) > 1]
    return len(named) == len(words) >= WORDS_OF_A_NAME or is_a_persons_name(name)


def is_a_persons_name(text: str) -> bool:
    """Whether a whole text is the name of a person: Nordmann, Kari; kari nordmann; KARI NORDMANN.

    It takes a given name that is common, so that a role of two words is never taken for one.
    """
    last, comma, first = text.partition(",")
    if comma:
        given, family = first.split(), last.split()
        return len(family) == 1 and len(given) in (1, 2) and _is_named(given[0], family)
    words = text.split()
    if not WORDS_OF_A_NAME <= len(words) <= LONGEST_OF_A_NAME:
        return False
    starts = [at for at in (0, 1) if at + 1 < len(words)]  # a title may stand before it
    return any(_is_named(words[at], words[at + 1 :]) for at in starts[: len(words) - 1])


def _is_named(given: str, family: list[str]) -> bool:
    """Whether a given name stands with words written as it is."""
    bare = [word.replace("-", "").replace("'", "").replace("\u2019", "") for word in family]
    is_title = given.istitle()
    return (
        is_given(given)
        and all(word.isalpha() and len(word) > 1 for word in bare)
        and all(word[:1].isupper() for word in family if is_title)
        and (is_title or all(word.islower() == given.islower() for word in family))
    )


_SIGNS = re.compile(r"[,;\n\t]+")
JOINED = re.compile(r" ?[/&+] ?| (?:and|og) ")
"""What may stand between two people: "team leader and nurse" is one role all the same."""

_SHORT = re.compile(r"[^\W\d_]{1,3}\.?\d{0,2}|[^\W\d_]+ ?\d{1,2}")
"""Up to three letters, or a role with a number, as in nurse 2."""


def names_in(text: str) -> list[str]:
    """The practitioners that a line names, each once.

    A comma, a semicolon or a new line always stands between two. "And", "og", a slash and the like
    do where initials or numbered roles stand on both sides: "team leader and nurse" is one role. A
    last name with a comma before the first one is one name, to be warned of as such.
    """
    parts = [one.strip(" .") for one in _SIGNS.split(text) if one.strip(" .")]
    are_long = all(len(one) > LONGEST_INITIALS for one in parts)
    if len(parts) == WORDS_OF_A_NAME and are_long and looks_like_full_name(" ".join(parts)):
        return [text.strip()]
    split = [_apart(re.sub(r"^(?:and|og)\s+", "", one)) for one in parts]
    found = [one for many in split for one in many]
    return list({same_name(one): one for one in reversed(found)}.values())[::-1]


def _apart(text: str) -> list[str]:
    parts = [one for one in JOINED.split(" ".join(text.split())) if one]
    are_initials = all(_SHORT.fullmatch(one) for one in parts)
    return parts if len(parts) > 1 and are_initials else [text]


LONGEST_INITIALS = 3
"""Letters that initials have at most."""


def is_initials(text: str) -> bool:
    """Whether a text is initials, or a role with a number, as in nurse 2."""
    return _SHORT.fullmatch(text.strip()) is not None


def same_name(name: str) -> str:
    """A name as it is compared: composed letters, no capitals, one kind of space."""
    return " ".join(normalize("NFC", name).casefold().split())


def full_name_told(name: str) -> str:
    """What to say of a name that looks like a full one; empty if it does not."""
    if not looks_like_full_name(name):
        return ""
    words = _(
        "{name} looks like a full name. The plan and its PDF are passed on: use initials or a role."
    )
    return words.format(name=name)
