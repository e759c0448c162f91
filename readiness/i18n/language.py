"""The language in which the program speaks: set at the start, or by the switch in the program.

Every word a person reads goes through `_` or `n_` when it is shown, never when a module is
loaded, so that a switch reaches it. Words of a template and of a person are data, and do not.
The catalogues are read by `readiness.storage`; without one, the words of the code are said.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from gettext import NullTranslations
from typing import NamedTuple

ENGLISH = "en"


class _Spoken(NamedTuple):
    code: str
    words: NullTranslations


_IN_CODE = _Spoken(ENGLISH, NullTranslations())


class _Program:
    spoken = _IN_CODE


# Plans are judged on other threads too, and part of that is said in English each time. If that
# changed the program's own language, a screen that is drawn meanwhile would be in English, and of
# two threads the later one would bring English back for good.
_aside: ContextVar[_Spoken | None] = ContextVar("aside", default=None)
"""What one thread speaks for a while, where that is not the program's language."""


def speak(code: str, words: NullTranslations) -> None:
    """From now on, say everything in this language, on every thread."""
    _Program.spoken = _Spoken(code, words)


def _now() -> _Spoken:
    return _aside.get() or _Program.spoken


def language() -> str:
    """The code of the language spoken now, as in `nb`."""
    return _now().code


@contextmanager
def in_english() -> Iterator[None]:
    """Say things in the words of the code for a while: what a file keeps in every language.

    Other threads go on in the program's language.
    """
    before = _aside.set(_IN_CODE)
    try:
        yield
    finally:
        _aside.reset(before)


def _(text: str) -> str:
    """The same words in the language spoken now; places in braces are filled in afterwards."""
    return _now().words.gettext(text) if text else ""  # a catalogue's own head lies at ""


def n_(one: str, many: str, count: float) -> str:
    """The words for this many, as the language counts; `count` is still to be filled in."""
    return _now().words.ngettext(one, many, int(count) if count == int(count) else 2)


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for it
    """A word that is kept in a table when a module is loaded, and said through `_` later."""
    return text


class Words(Mapping[str, str]):
    """A table of words that is kept when a module is loaded, and said when it is looked into."""

    def __init__(self, words: Mapping[str, str]) -> None:
        """Keep these words, each marked with N_ where it stands."""
        self._words = words

    def __getitem__(self, key: str) -> str:
        """The words at a key, in the language spoken now."""
        return _(self._words[key])

    def __iter__(self) -> Iterator[str]:
        """The keys in order."""
        return iter(self._words)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._words)
