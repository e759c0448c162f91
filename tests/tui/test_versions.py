"""Earlier sittings and copies beside the plan: looked at, brought back, merged, put aside."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from readiness.app.keeper import Keeper
from readiness.app.session import Session
from readiness.describe.act import refused_told
from readiness.domain.plan.field_ref import NOTE, FieldRef
from readiness.domain.plan.plan import Plan
from readiness.storage.history import History
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from readiness.tui.plan_keeper import COPIES_EVERY
from readiness.tui.screens.conflict import ConflictScreen
from readiness.tui.screens.map import MapScreen
from readiness.tui.screens.text_page import TextPage
from readiness.tui.screens.versions import VersionsScreen
from tests.tui.person import SOUP, Person, at, opened

BEFORE = datetime(2026, 11, 20, 9, 30)  # noqa: DTZ001


def note_of(path: Path, item: str) -> str:
    return PlanFile.open(path, Library()).plan.answer(item).note


def sat(session: Session, *notes: tuple[str, str]) -> None:
    """Earlier sittings, a day after another, each of which wrote one note."""
    for number, (item, words) in enumerate(notes):
        one = Session.open(session.path, Library())
        day = BEFORE + timedelta(days=number)
        keeper = Keeper(one, session.path.parent / "state", lambda day=day: day)  # type: ignore[misc]
        one.set(FieldRef(item, NOTE), words)
        keeper.close()


def beside(session: Session, plan: Plan) -> Path:
    copy = session.path.with_name("example (Anna's conflicted copy 2026-11-23).toml")
    PlanFile.create(copy, plan, session.template)
    at = datetime(2026, 11, 23, 18, 0).timestamp()  # noqa: DTZ001
    os.utime(copy, (at, at))
    return copy


def beside_names(copy: Path) -> list[str]:
    return [one.name for one in copy.parent.iterdir() if one.name.startswith(copy.name)]


@pytest.fixture
def parted(session: Session) -> Path:
    """Anna and this computer both changed one note; she wrote another one as well."""
    sat(session, ("SEL-01", "first"), ("SEL-05", "both have this"))
    first = PlanFile.open(session.path, Library()).plan
    sat(session, ("SEL-02", "only here"), ("SEL-01", "ours"))
    return beside(session, first.noting("SEL-01", "Anna's").noting("SEL-06", "also Anna's"))


def again(session: Session) -> Session:
    return Session.open(session.path, Library())


async def looking(person: Person) -> None:
    await person.press("v")
    for _ in range(200):
        await person.pilot.pause(0.02)
        if "Looking through" not in person.see():
            return
    raise AssertionError(person.see())


async def test_sittings_are_listed_with_what_changed_the_latest_first(session: Session) -> None:
    sat(session, ("SEL-01", "first words"), ("SEL-02", "second words"))
    async with at(again(session)) as person:
        await looking(person)
        text = " ".join(person.see().replace("║", " ").split())
        assert text.index("second words") < text.index("first words") < text.index("the first one")
        person.sees("Versions 3 are kept", "21 November 2026 09:30")
        await person.cursor("sitting 2")
        person.sees("From 20 November 2026 09:30 until now", "SEL-02", "added: second words")


async def test_a_sitting_is_read_on_a_page_of_its_own_and_nothing_can_be_changed_there(
    session: Session,
) -> None:
    sat(session, ("SEL-01", "first words"))
    before = session.path.read_bytes()
    async with at(again(session)) as person:
        await looking(person)
        await person.cursor("sitting 1")
        await person.press("enter")
        assert isinstance(person.app.screen, TextPage)
        person.sees("From 20 November 2026 09:30 until now", "first words")
        await person.press("y", "1", "escape")
        assert isinstance(person.app.screen, VersionsScreen)
        await person.press("escape")
        assert isinstance(person.app.screen, MapScreen)
    assert session.path.read_bytes() == before


async def test_a_sitting_is_brought_back_after_asking_and_undone(session: Session) -> None:
    sat(session, ("SEL-01", "first words"), ("SEL-01", "second words"))
    one = again(session)
    async with at(one) as person:
        await looking(person)
        await person.cursor("sitting 2")
        await person.press("b")
        person.sees("Bring back the version of 20 November 2026 09:30?", "second words became")
        await person.press("escape")
        assert one.plan.answer("SEL-01").note == "second words"
        await person.press("b")
        person.app.screen.query_one("#bring").focus()
        await person.press("enter")
        assert note_of(one.path, "SEL-01") == "first words"
        assert "is the plan again." in person.told()
        await person.press("ctrl+z")
        assert one.plan.answer("SEL-01").note == "second words"
        assert "SEL-01" in person.told().splitlines()[-1]
        person.app.plan.save()
    assert note_of(one.path, "SEL-01") == "second words"


async def test_the_version_before_bringing_back_stays_in_the_history(session: Session) -> None:
    sat(session, ("SEL-01", "first words"))
    one = again(session)
    async with at(one) as person:
        person.app.plan.keep(lambda session: session.set(FieldRef("SEL-01", NOTE), "only of today"))
        await looking(person)
        await person.cursor("sitting 1")
        await person.press("b")
        person.app.screen.query_one("#bring").focus()
        await person.press("enter")
    kept = Keeper(again(session), session.path.parent / "state", lambda: BEFORE).history
    assert any(b"only of today" in snapshot.raw() for snapshot in kept.snapshots())


async def test_what_is_the_same_or_broken_is_not_brought_back(session: Session) -> None:
    sat(session, ("SEL-01", "first words"))
    state = session.path.parent / "state"
    kept = Keeper(again(session), state, lambda: BEFORE).history
    kept.snapshots()[0].file.write_bytes(b"broken")
    async with at(again(session)) as person:
        await looking(person)
        await person.press("home", "b")
        assert refused_told("no difference") in person.told()
        await person.cursor("sitting 1")
        person.sees("cannot be read")
        await person.press("b")
        assert "Put the cursor on a version that can be read." in person.told()


async def test_a_copy_is_noticed_at_the_start(session: Session, parted: Path) -> None:
    async with at(again(session)) as person:
        assert parted.name in person.told()
        assert "v shows what differs and merges it" in person.told()


async def test_a_copy_that_comes_while_the_plan_is_open_is_noticed_once(session: Session) -> None:
    one = again(session)
    async with at(one) as person:
        copy = beside(session, session.plan.noting("SEL-02", "Anna's"))
        for _ in range(3 * COPIES_EVERY):
            person.app.plan.safe.look()
        await person.settle()
        assert person.told().count(copy.name) == 1


async def test_a_plan_that_is_closed_leaves_its_sitting_before_another_is_opened(
    session: Session,
) -> None:
    one = again(session)
    async with at(one) as person:
        person.app.plan.keep(
            lambda session: session.set(FieldRef("SEL-02", NOTE), "of this sitting")
        )
        person.app.plan_files.close_plan()
        await person.settle()
        person.app.plan_files.open_example()
        await person.settle()
        kept = History(session.path.parent / "state", session.path).snapshots()
        assert len(kept) == 2
        assert b"of this sitting" in kept[-1].raw()


async def test_a_copy_is_compared_against_what_both_grew_from(
    session: Session, parted: Path
) -> None:
    async with at(again(session), size=(120, 40)) as person:
        await looking(person)
        await person.cursor(f"copy {parted.name}")
        person.sees("written 23 November 2026 18:00, from Anna as", "its name says.")
        person.sees("Both grew from the version of 21 November 2026", "09:30.")
        person.sees("also Anna's", "Both changed, so you choose")
        lines = person.see().splitlines()
        assert any(
            "What each" in line and "written 23" not in line and "│" in line for line in lines
        )


@pytest.mark.parametrize(
    ("key", "note"), [("t", "Anna's"), pytest.param("m", "ours", marks=pytest.mark.walk)]
)
async def test_a_copy_is_merged_and_the_person_chooses(
    session: Session, parted: Path, key: str, note: str
) -> None:
    one = again(session)
    async with at(one) as person:
        await looking(person)
        await person.cursor(f"copy {parted.name}")
        await person.press("enter")
        person.sees("Merge this copy into the plan?", "ask me about the answer that both changed")
        person.app.screen.query_one("#ask").focus()
        await person.press("enter")
        assert isinstance(person.app.screen, ConflictScreen)
        person.sees(
            "Mine ours",
            "Theirs, in the copy Anna's",
            "2026 18:00, from Anna as its name says.",
        )
        await person.press(key)
        person.sees("And the copy?")
        person.app.screen.query_one("#aside").focus()
        await person.press("enter")
        person.app.plan.save()
        assert "The copy is now" in person.told()
    assert note_of(one.path, "SEL-01") == note
    assert note_of(one.path, "SEL-02") == "only here"
    assert note_of(one.path, "SEL-06") == "also Anna's"
    assert beside_names(parted) == [f"{parted.name}.merged"]


async def test_stopping_at_a_choice_merges_nothing(session: Session, parted: Path) -> None:
    before = session.path.read_bytes()
    async with at(again(session)) as person:
        await looking(person)
        await person.cursor(f"copy {parted.name}")
        await person.press("enter")
        person.app.screen.query_one("#ask").focus()
        await person.press("enter", "escape")
        assert "Nothing was merged" in person.told()
    assert session.path.read_bytes() == before
    assert beside_names(parted) == [parted.name]


@pytest.mark.walk
async def test_mine_may_stay_wherever_both_changed_and_the_copy_too(
    session: Session, parted: Path
) -> None:
    one = again(session)
    async with at(one) as person:
        await looking(person)
        await person.cursor(f"copy {parted.name}")
        await person.press("enter")
        person.app.screen.query_one("#mine").focus()
        await person.press("enter")
        person.sees("Merged with example (Anna")
        await person.press("escape")
        assert one.plan.answer("SEL-06").note == "also Anna's"
        await person.press("ctrl+z")
        assert one.plan.answer("SEL-06").note == ""
    assert note_of(one.path, "SEL-01") == "ours"
    assert beside_names(parted) == [parted.name]


@pytest.mark.walk
async def test_without_a_common_version_what_either_side_says_is_kept(session: Session) -> None:
    ours = session.plan.noting("SEL-02", "ours").noting("SEL-04", "here")
    copy = beside(session, session.plan.noting("SEL-06", "Anna's").noting("SEL-04", "there"))
    session.take(ours)
    session.save()
    one = again(session)
    async with at(one, size=(120, 40)) as person:
        await looking(person)
        await person.cursor(f"copy {copy.name}")
        person.sees("No version is known that both grew from")
        await person.press("enter")
        person.app.screen.query_one("#ask").focus()
        await person.press("enter")
        person.sees("SEL-04", "Mine here", "Theirs, in the copy there")
        await person.press("t", "escape")
        person.app.plan.save()
    assert [note_of(one.path, f"SEL-0{n}") for n in (2, 6, 4)] == ["ours", "Anna's", "there"]


async def test_a_copy_that_cannot_be_read_whole_says_why(session: Session) -> None:
    copy = beside(session, session.plan)
    copy.write_text("format = [")
    async with at(again(session)) as person:
        await looking(person)
        await person.cursor(f"copy {copy.name}")
        person.sees("It cannot be merged.", "line 1")
        await person.press("enter")
        assert isinstance(person.app.screen, TextPage)
    assert copy.read_text() == "format = ["


async def test_a_copy_that_says_nothing_new_is_only_put_aside(session: Session) -> None:
    copy = beside(session, session.plan)
    async with at(again(session)) as person:
        await looking(person)
        await person.cursor(f"copy {copy.name}")
        person.sees("It says nothing that the plan does not say.")
        await person.press("enter")
        person.app.screen.query_one("#aside").focus()
        await person.press("enter")
        assert "copy" not in person.see().splitlines()[0]
    assert beside_names(copy) == [f"{copy.name}.merged"]


@pytest.mark.walk
async def test_what_a_colleague_writes_meanwhile_is_not_overwritten(
    session: Session, parted: Path
) -> None:
    one = again(session)
    async with at(one) as person:
        await looking(person)
        await person.cursor(f"copy {parted.name}")
        await person.press("enter")
        person.app.screen.query_one("#ask").focus()
        await person.press("enter")
        person.app.plan.keep(
            lambda session: session.set(FieldRef("SEL-01", NOTE), "changed meanwhile")
        )
        await person.press("t")
        assert "The plan changed meanwhile" in person.told()
        person.app.plan.save()
    assert note_of(one.path, "SEL-01") == "changed meanwhile"
    assert note_of(one.path, "SEL-06") == ""


async def test_text_is_never_markup(tmp_path: Path) -> None:
    soup = " ".join(SOUP)
    session = opened(Plan(template="imr").noting("SEL-01", soup), tmp_path)
    sat(session, ("SEL-02", soup), ("SEL-01", f"{soup} changed"))
    copy = session.path.with_name("made (conflicted copy [bold 2026-11-23).toml")
    PlanFile.create(copy, session.plan.noting("SEL-01", f"{soup} theirs"), session.template)
    async with at(again(session)) as person:
        await looking(person)
        for key in ("sitting 1", "sitting 2", f"copy {copy.name}"):
            await person.cursor(key)
            await person.press("l")
            assert "\x1b" not in person.see()
            await person.press("escape")
        await person.press("enter")
        person.app.screen.query_one("#ask").focus()
        await person.press("enter")
        assert isinstance(person.app.screen, ConflictScreen)
        assert "\x1b" not in person.see()
