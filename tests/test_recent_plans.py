"""The plans of the start screen: one that was changed elsewhere is read anew."""

from datetime import date, datetime
from pathlib import Path

from readiness.app.operations.files import board_page, renewed
from readiness.app.session import Session
from readiness.storage.memory import Memory, Recent
from readiness.storage.templates import Library

TODAY = date(2026, 11, 24)
THEN = datetime(2026, 11, 20, 9, 30)  # noqa: DTZ001


def remembered(session: Session, folder: Path) -> Memory:
    memory = Memory(folder / "state")
    memory.remember(Recent(path=session.path, plan="An older name", item="CAP-01", when=THEN))
    other = folder / "other.toml"
    other.write_text("", "utf-8")
    memory.remember(Recent(path=other, plan="Other", when=THEN))
    return memory


def test_a_plan_that_was_changed_elsewhere_is_read_anew_and_keeps_its_place(
    session: Session, tmp_path: Path
) -> None:
    memory = remembered(session, tmp_path)
    assert [one.is_as_kept for one in memory.recent() if one.path == session.path] == [False]
    assert renewed(session.path, Library(), TODAY, memory)
    other, one = memory.recent()
    assert one.is_as_kept
    assert (one.plan, one.start) == (session.plan.plan, date(2027, 1, 11))
    assert (one.answered, one.asked) == (session.review.answered, 51)
    assert len(one.signs.replace(" ", "")) == 51
    assert (one.item, one.when) == ("CAP-01", THEN)
    assert other.plan == "Other"


def test_one_that_cannot_be_read_any_more_keeps_what_is_known_and_has_no_page(
    session: Session, tmp_path: Path
) -> None:
    memory = remembered(session, tmp_path)
    session.path.write_text("<<<<<<< theirs\n", "utf-8")
    assert not renewed(session.path, Library(), TODAY, memory)
    assert memory.recent()[1].plan == "An older name"
    assert board_page(session.path, Library(), TODAY) is None


def test_its_page_for_the_board_is_the_documents(session: Session) -> None:
    page = board_page(session.path, Library(), TODAY)
    assert page is not None
    said = " ".join(one.text for one in page.passages)
    assert "CD needs 5.3 hours a week and has 4." in said
