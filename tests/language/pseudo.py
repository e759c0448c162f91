"""A language in which every vowel has an accent: a word without one was never translated."""

from __future__ import annotations

import re
import tomllib
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import tomlkit

from readiness.domain.kinds.value import STANDING_WORDS
from readiness.i18n.words import MONTHS
from readiness.storage.templates import Library, example_plan_text, shipped_folder

_ACCENTS = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")
_PLACE = re.compile(r"(\{[^}|]*)")
_BARE = re.compile(r"[^\W\d_]*[aeiou][^\W\d_]*", re.IGNORECASE)
_CODE = re.compile(
    r"[A-Z]{3}-\d\d[RA]?|\b[A-Z]{1,3}\d?\b|\b[\w-]+\.(?:toml|pdf|docx|html)\b|https?://\S+"
    r"|10\.\d{4,}\S*|\bcon?clusion\b"
)

KEYS = {"Enter", "Esc", "Tab", "Page", "Up", "Down", "Space", "Shift", "Ctrl", "Home", "End"}
"""Names of keys, as they stand on a keyboard."""
SIGNS = {"o", "i", "a", "e", "u"}
"""Signs of a state, and keys that are one letter."""
NAMES = {"readiness", "GOAL", "nurse", "practitioners", "feasibility", "fidelity"}
"""The program, single words that the worked example holds, and a question's id across two lines."""
DAYS = {*MONTHS, *(name[:n] for name in MONTHS for n in range(3, 9))}

SAID_IN_TEMPLATES = {
    "title", "about", "name", "short", "label", "unit", "basis", "says", "why", "action",
    "question", "help", "personal", "row_name", "no_label", "ready_when", "if_not", "hint",
    "none_label", "criteria", "fidelity_scale", "outcome_measure", "outcome", "target",
    "partly_says", "authors", "where", "what", "room",
}  # fmt: skip
LISTS = {"components", "wrong", "right"}
TABLES = {"options", "themes", "roles"}


class Accented(NullTranslations):
    """The language itself."""

    def gettext(self, message: str) -> str:
        return accented(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return accented(msgid1 if n == 1 else msgid2)


def accented(text: str) -> str:
    """A text in this language; names in braces stay."""
    pieces = _PLACE.split(text)
    return "".join(p if p.startswith("{") else p.translate(_ACCENTS) for p in pieces)


def bare_words(text: str) -> set[str]:
    """The words that were not said in this language."""
    return set(_BARE.findall(_CODE.sub(" ", text)))


def unsaid(seen: str) -> set[str]:
    """The words on a screen that were not said in this language and should have been."""
    return bare_words(seen) - KEYS - SIGNS - NAMES - DAYS


def template_file(folder: Path, name: str = "imr") -> Path:
    """A shipped template whose words are in this language."""
    library, path = Library(), folder / "accented.toml"
    raw = _walk(library.said(shipped_folder() / name / "template.toml"))
    raw.pop("extends", None)
    raw["id"] = "accented"
    path.write_text(tomlkit.dumps(raw), "utf-8")
    return path


def plan_file(folder: Path) -> Path:
    """The worked example with that template, its free texts in this language."""
    raw = tomllib.loads(example_plan_text())
    path = folder / "plan.toml"
    template = template_file(folder)
    made = _texts(raw, _words_of(tomllib.loads(template.read_text("utf-8"))))
    made["template"] = template.name
    path.write_text(tomlkit.dumps(made), "utf-8")
    return path


def _walk(thing: Any, key: str = "") -> Any:
    if isinstance(thing, dict):
        if key in TABLES:
            return {k: accented(v) if isinstance(v, str) else _walk(v, k) for k, v in thing.items()}
        return {k: _walk(v, k) for k, v in thing.items()}
    if isinstance(thing, list):
        return [accented(v) if key in LISTS else _walk(v) for v in thing]
    if isinstance(thing, str) and key in SAID_IN_TEMPLATES:
        return accented(thing)
    return thing


def _words_of(thing: Any, key: str = "") -> set[str]:
    """The keys of all options: what stands in the file stays the same in every language."""
    if isinstance(thing, dict):
        own = set(thing) if key == "options" else set()
        return own.union(*(_words_of(value, name) for name, value in thing.items()))
    return set()


def _texts(thing: Any, words: set[str]) -> Any:
    """Free texts: whatever holds more than one word and is no answer that a question offers."""
    if isinstance(thing, dict):
        return {k: _texts(v, words) for k, v in thing.items()}
    if isinstance(thing, str) and " " in thing and thing not in {*words, *STANDING_WORDS}:
        return accented(thing)
    return thing
