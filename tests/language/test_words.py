"""No word that a person reads is left in English when another language is spoken."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date, datetime
from gettext import NullTranslations
from pathlib import Path

import pytest

from readiness.app.session import Session
from readiness.cli.main import main
from readiness.i18n.language import ENGLISH, speak
from readiness.i18n.words import MONTHS
from readiness.report.outline import outline
from readiness.storage.templates import Library
from tests.language.pseudo import Accented, bare_words, plan_file

TODAY = date(2026, 11, 24)
SIGNS = {"o", "i"}
"""Signs of a state, the same in every language."""
OF_THE_FILE = {"nurse", "feasibility", "fidelity", "acceptability", "practitioners"}
"""Single words that the worked example holds."""
DAYS = {*MONTHS, *(name[:3] for name in MONTHS)}


@pytest.fixture(autouse=True)
def _another_language() -> Iterator[None]:
    speak("xx", Accented())
    yield
    speak(ENGLISH, NullTranslations())


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return plan_file(tmp_path)


def test_check_says_every_word_in_the_language(
    plan: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("readiness.storage.languages.speak_in", lambda _code: None)
    main(["check", str(plan)])
    said = capsys.readouterr().out
    assert len(said) > 5000
    assert bare_words(said) - SIGNS - DAYS == set()


@pytest.mark.parametrize("is_shared", [False, pytest.param(True, marks=pytest.mark.walk)])
@pytest.mark.parametrize("is_brief", [False, pytest.param(True, marks=pytest.mark.walk)])
def test_a_document_says_every_word_in_the_language(
    plan: Path, *, is_brief: bool, is_shared: bool
) -> None:
    session = Session.open(plan, Library(), lambda: TODAY, lambda: datetime(2026, 11, 24, 12))  # noqa: DTZ001
    made = outline(
        session.template, session.plan, session.review, TODAY,
        is_brief=is_brief, is_shared=is_shared,
    )  # fmt: skip
    left = {
        word: said
        for said in _strings(made)
        for word in bare_words(said) - SIGNS - OF_THE_FILE - DAYS
    }
    assert left == {}


CODES = ("tone", "link", "doi", "key", "sign", "language", "kind", "fill", "version",
         "state", "states")  # fmt: skip


def _strings(thing: object) -> Iterator[str]:
    """Every text that a document holds."""
    if isinstance(thing, str):
        yield thing
    elif dataclasses.is_dataclass(thing):
        for one in dataclasses.fields(thing):
            if one.name not in CODES:
                yield from _strings(getattr(thing, one.name))
    elif isinstance(thing, tuple | list):
        for inner in thing:
            yield from _strings(inner)
