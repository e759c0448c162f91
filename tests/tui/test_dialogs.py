"""The start screen and the dialogs: nothing that was typed is lost, and every fault is said."""

from datetime import date
from pathlib import Path

import pytest

from readiness.app.operations.people import add_person
from readiness.app.session import Session
from readiness.describe.act import refused_told
from readiness.domain.plan.field_ref import FieldRef
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library, example_plan_text
from readiness.tui.screens.map import MapScreen
from readiness.tui.screens.particulars import file_name, path_of
from readiness.tui.screens.start import StartScreen
from tests.tui.person import at


async def test_a_new_plan_with_the_keyboard_only(
    tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with at(None, state) as person:
        await person.press("n")
        assert person.sees("New plan", "Short form (Enter)", "Cancel (Esc)", str(tmp_path)[-20:])
        await person.type("IMR at Harbour")
        assert person.sees("imr-at-harbour.toml")
        await person.press("enter")
        await person.type("Harbour team")
        await person.press("enter")
        await person.type("soon")
        assert person.sees("not a date yet")
        await person.press("enter", "1", "enter", "enter")
        assert person.sees("is not a date; write it like", "IMR at Harbour", "Harbour team", "soon")
        await person.press(*["backspace"] * 4)
        await person.type("11 jan 2027")
        assert person.sees("Monday 11 January 2027")
        await person.press("enter", "enter", "enter")
        assert isinstance(person.app.screen, MapScreen)
    plan = PlanFile.open(tmp_path / "imr-at-harbour.toml", Library()).plan
    assert (plan.plan, plan.service) == ("IMR at Harbour", "Harbour team")
    assert (plan.start, plan.template) == (date(2027, 1, 11), "five_areas")


async def test_a_file_that_is_there_is_said_in_the_dialog_and_never_replaced(
    tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.toml").write_text("precious")
    async with at(None, state) as person:
        await person.press("n")
        await person.type("Mine")
        assert person.sees("mine.toml is there already; choose another name.")
        await person.click("Full form")
        assert person.sees("is there already", "Mine")
        await person.press(*["backspace"] * 9)
        await person.type("no/folder")
        await person.press("enter")
        assert person.sees("There is no folder")
        await person.press("escape")
        assert isinstance(person.app.screen, StartScreen)
    assert (tmp_path / "mine.toml").read_text() == "precious"


async def test_opening_lists_the_plans_of_the_folder_and_says_what_is_wrong(
    example: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(example.parent)
    (example.parent / "other.toml").write_text("[tool.ruff]\n")
    (example.parent / "bad.toml").write_text("format = \n")
    async with at(None, state) as person:
        await person.press("o")
        assert person.sees("example.toml")
        assert "other.toml" not in person.see()
        await person.click("Open (Enter)")
        assert person.sees("Write the name of a file")
        await person.type("nothing")
        await person.press("enter")
        assert person.sees("There is no file")
        inside = [line.split("║")[1].strip() for line in person.see().splitlines() if "║" in line]
        assert "nothing.toml" in "".join(inside), "a long path goes on in the next line"
        await person.press(*["backspace"] * 7)
        await person.type("bad")
        await person.press("enter")
        assert person.sees("bad.toml line 1")
        await person.click("Cancel")
        await person.press("o")
        await person.click("example.toml")
        assert isinstance(person.app.screen, MapScreen)
        assert person.sees("IMR at Riverside")


async def test_recent_plans_and_the_worked_example(example: Path, state: Path) -> None:
    async with at(Session.open(example, Library()), state) as person:
        await person.press("ctrl+q")
    async with at(None, state) as person:
        assert person.sees("Recent plans", "IMR at Riverside", "File:")
        await person.press("enter")
        assert person.app.plan.open_session.path == example
        await person.press("escape", "e")
        assert person.app.plan.open_session.path != example
        assert person.app.plan.open_session.plan.plan == "IMR at Riverside"
        await person.press("escape")
    async with at(None, state) as person:
        for way in ("n   New plan", "F1  Help", "q   Quit"):
            assert way in person.see()
        await person.press("q")
    assert person.app.return_code == 0


async def test_the_tour_leaves_no_plan_that_could_be_taken_for_ones_own(state: Path) -> None:
    async with at(None, state) as person:
        await person.press("t", "escape")
        assert isinstance(person.app.screen, StartScreen)
        assert person.sees("New plan")
        assert "Recent plans" not in person.see()


@pytest.fixture
def faulty(example: Path) -> Path:
    example.write_text(example_plan_text().replace("start = 2027-01-11", 'start = "soon"'))
    return example


async def test_a_plan_with_faults_opens_and_says_them(faulty: Path, state: Path) -> None:
    async with at(Session.open(faulty, Library()), state) as person:
        assert "Not everything in the file was understood" in person.told()
        assert "example.toml line" in person.told()


async def test_a_plan_says_what_changed_in_its_template_since(tmp_path: Path, state: Path) -> None:
    layer = (
        'format = 1\nid = "mine"\nextends = "five_areas"\nversion = "2.0"\nname = "Mine"\n'
        'changed."2.0" = "The shares are counted by you."\n'
    )
    (tmp_path / "mine.toml").write_text(layer, "utf-8")
    plan = tmp_path / "plan.toml"
    plan.write_text('format = 1\ntemplate = "mine.toml"\ntemplate_version = "1.0"\n', "utf-8")
    async with at(Session.open(plan, Library()), state) as person:
        assert "The shares are counted by you." in person.told()
    with plan.open("a", encoding="utf-8") as file:
        file.write('start = "soon"\n')
    (tmp_path / "plan (conflicted copy).toml").write_bytes(plan.read_bytes())
    async with at(Session.open(plan, Library()), state, (120, 40)) as person:
        assert person.sees("another version beside", "counted by you", "Not everything in the file")


async def test_much_that_changed_in_a_template_is_a_page_to_read(
    tmp_path: Path, state: Path
) -> None:
    plan = tmp_path / "plan.toml"
    words = {"CAP-05": "yes", "INC-07": "yes", "INC-10": "yes", "SEL-02": "jointly"}
    answers = "".join(f'[answers.{key}]\nvalue = "{word}"\n' for key, word in words.items())
    head = 'format = 1\ntemplate = "five_areas"\ntemplate_version = "1.0"\n'
    plan.write_text(head + answers, "utf-8")
    async with at(Session.open(plan, Library()), state) as person:
        assert person.sees("Numbers that you wrote yourself are kept", "SEL-02: ", "CAP-05: ")
        await person.press("escape")
        assert isinstance(person.app.screen, MapScreen)


async def test_the_particulars_are_changed_and_faults_are_said(
    session: Session, state: Path
) -> None:
    async with at(session, state) as person:
        await person.press("f10", *["tab"] * 2, *["backspace"] * 10)
        await person.type("when ready")
        await person.click("Keep")
        assert person.sees("is not a date; write it like", "IMR at Riverside", "when ready")
        await person.press(*["backspace"] * 10)
        await person.type("1.2.9999")
        await person.click("Keep")
        assert person.sees("9999-02-01 is too far away for a", "write a year from 1900 to 2199")
        await person.press(*["backspace"] * 10)
        await person.type("1.2.2027")
        await person.press("enter", "backspace", "backspace", "0")
        await person.click("Keep")
        assert person.sees("is not a number of months; write a whole number from 1 to 60.")
        await person.press("backspace", "9")
        await person.click("Keep")
        assert (session.plan.start, session.plan.months) == (date(2027, 2, 1), 9)
        await person.press("f10")
        await person.type("x")
        await person.press("escape")
        assert session.plan.plan == "IMR at Riverside"


async def test_practitioners_by_keyboard(empty: Session, state: Path) -> None:
    async with at(empty, state) as person:
        await person.press("f6", "r", "o", "d")
        assert person.sees("Nobody yet. Press a to add the first.")
        await person.press("a", "enter")
        assert person.sees(refused_told("no name"))
        await person.press("A", "B", "enter", "a", "A", "B", "enter")
        assert person.sees("AB is in the list already")
        await person.press("backspace", "C", "enter")
        assert list(empty.plan.people) == ["AB", "AC"]
        await person.press("enter", *"nurse", "enter")
        assert empty.plan.people["AC"].role == "nurse"
        await person.press("r", "A", "D", "enter")
        assert list(empty.plan.people) == ["AB", "AD"]
        await person.press("a", *"x" * 21, "enter")
        assert person.sees("at most 20 characters")
        await person.press("escape", "d")
        assert list(empty.plan.people) == ["AB"]
        assert "Removed: AD, with all that was said about them." in person.told()
        await person.press("ctrl+z", "escape")
        assert list(empty.plan.people) == ["AB", "AD"]
        assert isinstance(person.app.screen, MapScreen)


async def test_the_cursor_stays_on_a_practitioner_however_they_are_sorted(
    empty: Session, state: Path
) -> None:
    for who, leaves in (("AB", "no"), ("CD", date(2027, 9, 1)), ("EF", date(2027, 3, 1))):
        add_person(empty, who)
        empty.set(FieldRef("SEL-03", "leaves", person=who), leaves)
    async with at(empty, state) as person:
        await person.press("f6", "s", "s")
        assert person.sees("s sorts: who leaves first")
        await person.press("d")
        assert list(empty.plan.people) == ["CD", "EF"]
        await person.press("ctrl+z", "a", "G", "H", "enter", "s", "d")
        assert list(empty.plan.people) == ["AB", "CD", "EF"]


@pytest.mark.parametrize(
    ("name", "file"),
    [("IMR at Riverside", "imr-at-riverside.toml"), ("../é!", "é.toml"), ("  ", "plan.toml")],
)
def test_a_file_is_named_after_its_plan(name: str, file: str) -> None:
    assert file_name(name) == file


def test_a_name_without_a_folder_is_in_the_one_that_is_shown(tmp_path: Path) -> None:
    assert path_of("a", tmp_path) == tmp_path / "a.toml"
    assert path_of(str(tmp_path / "b.TOML"), Path("elsewhere")) == tmp_path / "b.TOML"


async def test_a_full_name_of_a_practitioner_is_pointed_out(empty: Session, state: Path) -> None:
    async with at(empty, state) as person:
        await person.press("f6", "a")
        await person.type("KN\n")
        assert person.told() == ""
        await person.press("r", "ctrl+u")
        await person.type("Kari Nordmann\n")
        assert "Kari Nordmann looks like a full name." in person.told()
        assert "r renames." in person.told()
        assert list(empty.plan.people) == ["Kari Nordmann"]


async def test_someone_who_left_gets_the_last_day_and_stays_in_the_list(session: Session) -> None:
    async with at(session, size=(100, 30)) as person:
        await person.press("f6", "down", "l")
        await person.type("perhaps\n")
        person.sees('left: "perhaps" is not a date')
        await person.press("ctrl+u")
        await person.type("15 Nov 2026\n")
        person.sees("Recorded: CD.")
        await person.press("l", "escape")
    assert session.plan.people["CD"].parts["left"] == date(2026, 11, 15)
