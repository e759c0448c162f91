"""The language of the program: another one from now on, and at the next start."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from readiness.app.session import Session
from readiness.i18n.language import language
from readiness.storage.languages import LANGUAGES, remember, speak_in
from readiness.storage.problems import ReadinessError
from readiness.storage.templates import Library


def languages() -> Mapping[str, str]:
    """The languages that there are: code to each one's name for itself."""
    return LANGUAGES


def next_language() -> str:
    """The language after the one that is spoken, by its code, going round."""
    codes = list(LANGUAGES)
    return codes[(codes.index(language()) + 1) % len(codes)]


def change_language(session: Session | None, library: Library, folder: Path, code: str) -> str:
    """Speak another language, and remember it in a folder; the plan's file stays as it is.

    Returns why it cannot be, where the open plan's template cannot be read in it; else nothing.
    """
    before = language()
    speak_in(code)
    try:
        if session is not None:
            session.reword(library)
    except ReadinessError as error:
        speak_in(before)
        return str(error)
    remember(folder, code)
    return ""
