"""Which language is spoken, and whether its catalogue says everything."""

import ast
import re
from io import BytesIO
from pathlib import Path
from threading import Event, Thread

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from readiness.i18n.language import _, in_english, language, n_
from readiness.storage import languages
from readiness.storage.languages import (
    LANGUAGES,
    UnknownLanguage,
    catalogue,
    code_of,
    language_for,
    remember,
    remembered,
    speak_in,
)
from tests.sources import parsed

PACKAGE = Path(languages.__file__).parent.parent
KEYWORDS = {"_": None, "n_": (1, 2), "N_": None}
FILLED = re.compile(r"\{[^{}]*\}|%\([a-z_]+\)[a-z]|%[a-z]")
OTHERS = [code for code in LANGUAGES if code != "en"]


def po(code: str) -> Path:
    return PACKAGE / "locale" / code / "LC_MESSAGES" / "readiness.po"


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("nb", "nb"),
        ("nb_NO.UTF-8", "nb"),
        ("no", "nb"),
        ("nn_NO", "nb"),
        ("Norwegian Bokmål_Norway", "nb"),
        ("en_GB.UTF-8", "en"),
        ("en-US", "en"),
        ("C.UTF-8", "en"),
        ("POSIX", "en"),
        ("sv_SE", ""),
        ("", ""),
    ],
)
def test_a_tag_is_known_by_its_language(tag: str, code: str) -> None:
    assert code_of(tag) == code


@pytest.mark.parametrize(
    ("option", "environment", "kept", "code"),
    [
        (None, {}, "", "en"),
        (None, {"LANG": "nb_NO.UTF-8"}, "", "nb"),
        (None, {"LANG": "nb_NO", "LC_MESSAGES": "en_GB"}, "", "en"),
        (None, {"LANG": "en_GB", "LC_MESSAGES": "en_GB", "LC_ALL": "nn_NO"}, "", "nb"),
        (None, {"LANG": "sv_SE"}, "", "en"),
        (None, {"LANG": "en_GB"}, "nb", "nb"),
        (None, {"READINESS_LANG": "en", "LANG": "nb_NO"}, "nb", "en"),
        ("nb", {"READINESS_LANG": "en"}, "en", "nb"),
    ],
)
def test_the_option_comes_before_the_environment_and_what_was_chosen_before_the_system(
    option: str | None,
    environment: dict[str, str],
    kept: str,
    code: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("READINESS_STATE", str(tmp_path))
    if kept:
        remember(tmp_path, kept)
    assert language_for(option, environment) == code


def test_on_windows_the_systems_own_name_of_the_language_counts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(languages.os, "name", "nt")
    monkeypatch.setattr(languages.locale, "getlocale", lambda: ("Norwegian Bokmål_Norway", "1252"))
    assert languages._of_system({}) == "nb"


@pytest.mark.parametrize(
    ("option", "environment", "said"),
    [
        ("klingon", {}, '--lang: there is no language "klingon"; use one of en, nb'),
        ("", {}, "--lang"),
        (None, {"READINESS_LANG": "xx"}, "READINESS_LANG"),
    ],
)
def test_a_language_that_is_not_spoken_is_said(
    option: str | None, environment: dict[str, str], said: str
) -> None:
    with pytest.raises(UnknownLanguage, match=said):
        language_for(option, environment)


def test_a_choice_is_remembered_and_a_broken_one_let_go(tmp_path: Path) -> None:
    assert remembered(tmp_path) == ""
    remember(tmp_path / "made", "nb")
    assert remembered(tmp_path / "made") == "nb"
    (tmp_path / "language").write_bytes(b"\xff\xfe")
    assert remembered(tmp_path) == ""
    (tmp_path / "file").write_text("")
    remember(tmp_path / "file", "nb")


def test_speaking_a_language_says_its_words_and_english_the_codes() -> None:
    speak_in("nb")
    assert (language(), _("January")) == ("nb", "januar")
    assert n_("{n} fault.", "{n} faults.", 2) == "{n} feil."
    assert _("not in any catalogue") == "not in any catalogue"
    speak_in("en")
    assert (language(), _("January")) == ("en", "January")


def test_a_catalogue_that_is_not_there_says_the_codes_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(languages, "__file__", str(tmp_path / "files" / "languages.py"))
    assert catalogue("nb").gettext("January") == "January"


@pytest.mark.parametrize("code", OTHERS)
def test_the_compiled_catalogue_is_that_of_the_words(code: str) -> None:
    compiled = BytesIO()
    with po(code).open("rb") as file:
        write_mo(compiled, read_po(file, locale=code))
    assert po(code).with_suffix(".mo").read_bytes() == compiled.getvalue(), "run .ci/words"


@pytest.mark.no_cover
@pytest.mark.parametrize("code", OTHERS)
def test_everything_the_code_says_has_words_in_the_catalogue(code: str) -> None:
    with po(code).open("rb") as file:
        said = {message.id: message for message in read_po(file, locale=code) if message.id}
    found = extract_from_dir(PACKAGE, [("**.py", "python")], keywords=KEYWORDS)
    missing, wanted = [], set()
    for name, line, text, _comments, _context in found:
        wanted.add(text)
        message = said.get(text)
        told = message.string if message else ""
        words = told if isinstance(told, tuple) else (told,)
        asked = text if isinstance(text, tuple) else (text,)
        is_whole = len(words) == len(asked) and all(words) and message and not message.fuzzy
        if not is_whole or any(
            {*FILLED.findall(one)} != {*FILLED.findall(its)}
            for one, its in zip(asked, words, strict=True)
        ):
            missing.append(f"{name}:{line}: {text!r} -> {told!r}")
    assert not missing, "\n".join(["run .ci/words, and say in readiness.po:", *missing])
    assert wanted == set(said), "run .ci/words: it takes out what is no longer said"


@pytest.mark.no_cover
def test_no_words_hide_inside_an_f_string_where_they_would_not_be_found() -> None:
    hidden = [
        f"{path.name}:{inner.lineno}"
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.JoinedStr)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Call)
        and isinstance(inner.func, ast.Name)
        and inner.func.id in KEYWORDS
        and isinstance(inner.args[0], ast.Constant)
    ]
    assert hidden == []


@pytest.mark.no_cover
def test_words_are_filled_in_after_they_are_looked_up() -> None:
    filled = [
        f"{path.name}:{node.lineno}"
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in KEYWORDS
        and any(isinstance(one, ast.JoinedStr) for one in node.args)
    ]
    assert filled == []


def test_what_one_thread_says_in_english_is_said_in_no_other() -> None:
    begun, ended, heard = Event(), Event(), list[str]()

    def work() -> None:
        with in_english():
            begun.set()
            assert ended.wait(30)
            heard.append(_("Map"))

    speak_in("nb")
    other = Thread(target=work)
    other.start()
    assert begun.wait(30)
    with in_english():
        ended.set()
        other.join(30)
    assert heard == ["Map"]
    assert language() == "nb"
    assert _("Map") != "Map"
