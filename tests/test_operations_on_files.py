"""The plan's file under another name, read again; what else is done around an open plan."""

from pathlib import Path

import pytest

from readiness.app.operations.files import open_document, reload, save_as, save_copy, unreadable
from readiness.app.operations.language import change_language, next_language
from readiness.app.operations.open_plan import worked_example
from readiness.app.session import Session
from readiness.domain.plan.field_ref import NOTE, FieldRef
from readiness.i18n.language import language
from readiness.storage.languages import speak_in
from readiness.storage.templates import Library

SEL_01 = FieldRef("SEL-01", NOTE)


def test_a_plan_is_written_under_another_name_but_over_no_file(session: Session) -> None:
    first, other = session.path, session.path.with_name("other.toml")
    assert save_as(session, other).said == "Saved as other.toml."
    assert session.path == other
    effect = save_as(session, first)
    assert not effect.is_done
    assert first.name in effect.said
    assert session.path == other


def test_a_copy_takes_the_first_name_that_is_free(session: Session) -> None:
    session.path.with_name("example 2.toml").write_text("of someone else")
    assert save_copy(session).said == "Saved as example 3.toml."
    assert session.path.name == "example 3.toml"


def test_a_file_is_read_again_and_what_was_here_comes_back(session: Session) -> None:
    session.save()
    session.set(SEL_01, "mine")
    assert reload(session).said == "Read again: example.toml."
    assert session.plan.answer("SEL-01").note == "Agreed in the September staff meeting."
    assert session.undo()
    assert session.plan.answer("SEL-01").note == "mine"
    session.path.write_text("format = [")
    assert unreadable(session.path) == reload(session).said
    assert "line 1" in unreadable(session.path)
    assert session.plan.answer("SEL-01").note == "mine"


def test_what_is_gone_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "gone.pdf" in open_document(tmp_path / "gone.pdf")
    opened: list[Path] = []
    monkeypatch.setattr("readiness.storage.viewer.open_file", opened.append)
    assert open_document(tmp_path / "made.pdf") == ""
    assert opened == [tmp_path / "made.pdf"]


def test_the_language_is_changed_before_any_plan_is_open(tmp_path: Path) -> None:
    assert change_language(None, Library(), tmp_path, "nb") == ""
    assert language() == "nb"


def test_the_next_language_is_spoken_and_the_one_before_where_it_cannot_be(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (language(), next_language()) == ("en", "nb")
    try:
        assert change_language(session, Library(), tmp_path, "nb") == ""
        assert (language(), next_language()) == ("nb", "en")
        speak_in("en")
        broken = tmp_path / "templates" / "imr"
        broken.mkdir(parents=True)
        (broken / "template.toml").write_text("format = [")
        monkeypatch.setenv("READINESS_TEMPLATES", str(broken.parent))
        assert "template.toml" in change_language(session, Library(), tmp_path, "nb")
        assert language() == "en"
        assert "line 1" in str(worked_example(Library()))
    finally:
        speak_in("en")
