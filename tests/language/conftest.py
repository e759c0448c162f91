"""The language of `pseudo`, for the tests that ask for it."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest

from readiness.i18n.language import ENGLISH, speak
from tests.language.pseudo import Accented


@pytest.fixture
def another_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Speak it, whatever the program is told; in a folder whose name says nothing."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("readiness.storage.languages.speak_in", lambda _code: None)
    speak("xx", Accented())
    yield
    speak(ENGLISH, NullTranslations())
