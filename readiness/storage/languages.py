"""Which language the program speaks, and its catalogue of words.

In this order: --lang, READINESS_LANG, what was chosen in the program, then the system's own
LC_ALL, LC_MESSAGES and LANG. English is in the code itself, so nothing is read for it.
"""

from __future__ import annotations

import contextlib
import locale
import os
from collections.abc import Mapping
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from readiness.i18n.language import ENGLISH, _, speak
from readiness.storage.folders import default_folder

LANGUAGES: Mapping[str, str] = {ENGLISH: "English", "nb": "Norsk (bokmål)"}
"""Code to the language's name for itself."""

DOMAIN = "readiness"
FILE = "language"
"""Where the choice made in the program is kept, in the user's state folder."""

_MEANT = {"no": "nb", "nn": "nb", "norwegian": "nb", "c": ENGLISH, "posix": ENGLISH}
_SYSTEM = ("LC_ALL", "LC_MESSAGES", "LANG")


class UnknownLanguage(Exception):  # noqa: N818 - it says what happened
    """A person named a language that we do not speak; its text says so, and what to do."""


def code_of(tag: str) -> str:
    """The language that a tag such as nb_NO.UTF-8 stands for; empty for one we do not speak."""
    first = tag.strip().casefold().replace("-", "_").split(".")[0].split("@")[0]
    word = first.split("_")[0].split(" ")[0]
    code = _MEANT.get(word, word)
    return code if code in LANGUAGES else ""


def language_named(tag: str, where: str) -> str:
    """The language that a person named. Raises UnknownLanguage for one we do not speak."""
    code = code_of(tag)
    if not code:
        words = _('{where}: there is no language "{tag}"; use one of {codes}.')
        raise UnknownLanguage(words.format(where=where, tag=tag, codes=", ".join(LANGUAGES)))
    return code


def language_for(option: str | None, environment: Mapping[str, str]) -> str:
    """The language to speak, by an option, the environment and what is remembered.

    Raises UnknownLanguage where the option or READINESS_LANG names one we do not speak.
    """
    if option is not None:
        return language_named(option, "--lang")
    named = environment.get("READINESS_LANG", "")
    if named:
        return language_named(named, "READINESS_LANG")
    return remembered(default_folder()) or _of_system(environment)


def _of_system(environment: Mapping[str, str]) -> str:
    tag = next((environment[name] for name in _SYSTEM if environment.get(name)), "")
    if not tag and os.name == "nt":
        tag = locale.getlocale()[0] or ""
    return code_of(tag) or ENGLISH


def remembered(folder: Path) -> str:
    """The language chosen in the program; empty where none is."""
    try:
        return code_of((folder / FILE).read_text("utf-8")[:20])
    except (OSError, ValueError):
        return ""


def remember(folder: Path, code: str) -> None:
    """Keep the choice for the next start; what cannot be kept is let go."""
    from readiness.storage.disk import write_private

    with contextlib.suppress(OSError):
        write_private(folder / FILE, f"{code}\n".encode())


def catalogue(code: str) -> NullTranslations:
    """The words of a language; none for English, and none where they cannot be read."""
    path = Path(__file__).parent.parent / "locale" / code / "LC_MESSAGES" / f"{DOMAIN}.mo"
    if code != ENGLISH:
        with contextlib.suppress(OSError), path.open("rb") as file:
            return GNUTranslations(file)
    return NullTranslations()


def speak_in(code: str) -> None:
    """From now on, say everything in this language."""
    speak(code, catalogue(code))
