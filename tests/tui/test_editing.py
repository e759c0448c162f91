"""Typing, pasting, taking back and copying."""

from datetime import datetime
from pathlib import Path

from textual.events import Paste
from textual.widgets import TextArea

from readiness.app.operations.people import add_person
from readiness.app.session import Session
from readiness.domain.plan.field_ref import FieldRef
from tests.tui.person import Person, at


async def paste(person: Person, text: str) -> None:
    """As a terminal does it: in one piece, to whatever has the keys."""
    assert person.app.focused is not None
    person.app.focused.post_message(Paste(text))
    await person.settle()


async def test_a_text_from_word_becomes_plain_and_what_changed_is_said(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.answer("CAP-07")
        await paste(
            person, "\u2022\tThe clinic first\r\n\u2022\tThen \u201cthe rest\u201d\x1b\u00ad"
        )
        assert empty.plan.answer("CAP-07").parts["value"] == (
            '- The clinic first\n- Then "the rest"'
        )
        assert "2 bullets became dashes" in person.told()
        assert "2 quote marks became plain and 2 invisible marks were left out" in person.told()
        await person.type(" yes")
        assert str(empty.plan.answer("CAP-07").parts["value"]).endswith('"the rest" yes')


async def test_all_lines_that_are_pasted_into_one_line_are_kept(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.press("a", "plus")
        await paste(person, "Ask HR\nand the union\n")
        assert empty.plan.actions["1"]["name"] == "Ask HR and the union"
        assert "2 lines became one" in person.told()
        person.forget()
        await paste(person, "x" * 1000)
        assert empty.plan.actions["1"]["name"] == "Ask HR and the union"
        assert "it is 1000 characters long, and 980 fit here" in person.told()


async def test_what_is_understood_of_a_number_is_said(empty: Session, state: Path) -> None:
    add_person(empty, "AB", "nurse")
    async with at(empty, state) as person:
        await person.answer("CAP-01")
        await person.type("90 min")
        assert empty.plan.people["AB"].parts["hours_freed"] == 1.5
        assert person.sees("= 1.5, h a week")
        await person.answer("CAP-09")
        await person.type("Jan 31, 2027 and next May")
        assert person.sees("Sunday 31 January 2027 and Saturday 1 May 2027")


async def test_undo_takes_back_first_what_no_plan_holds_then_the_plans_last_change(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.answer("INC-04")
        await person.type("12")
        await person.press("tab", "shift+tab", "end", "x")
        assert person.sees("not a number", "(the plan keeps")
        await person.press("ctrl+z")
        assert person.box == "12"
        assert empty.plan.answer("INC-04").parts["value"] == 12
        await person.press("ctrl+z")
        assert person.box == ""
        assert not empty.plan.answer("INC-04").parts
        await person.press("ctrl+y")
        assert person.box == "12"


async def test_undo_in_a_text_leaves_the_cursor_where_the_change_was(
    empty: Session, state: Path
) -> None:
    clock = [datetime(2026, 11, 24, 14, 2, second) for second in range(0, 60, 10)]  # noqa: DTZ001
    empty._now = lambda: clock[0]
    async with at(empty, state) as person:
        await person.answer("CAP-07")
        await person.type("one three")
        clock.pop(0)
        await person.press(*["left"] * 5)
        await person.type("two ")
        box = person.shown(TextArea)[0]
        assert box.text == "one two three"
        await person.press("ctrl+z")
        assert (box.text, box.cursor_location) == ("one three", (0, 4))
        await person.type("or ")
        assert empty.plan.answer("CAP-07").parts["value"] == "one or three"


async def test_undo_and_redo_in_a_dialog_touch_only_the_dialog(empty: Session, state: Path) -> None:
    add_person(empty, "AB")
    async with at(empty, state) as person:
        await person.press("f6", "r")
        await person.press("ctrl+z")
        assert person.box == "AB"
        await person.press("end", "2", "3", "ctrl+z")
        assert person.box == "AB2"
        await person.press("ctrl+z", "ctrl+y", "ctrl+y", "ctrl+y")
        assert person.box == "AB23"
        await person.press("enter")
        assert list(empty.plan.people) == ["AB23"]
        await person.press("ctrl+z")
        assert list(empty.plan.people) == ["AB"]


async def test_rows_and_notes_are_taken_back_and_brought_back(empty: Session, state: Path) -> None:
    async with at(empty, state) as person:
        await person.open_item("MON-01")
        await person.click("Add ")
        assert list(empty.plan.answer("MON-01").rows) == ["1"]
        await person.press("ctrl+z")
        assert not empty.plan.answer("MON-01").rows
        await person.press("ctrl+y")
        assert list(empty.plan.answer("MON-01").rows) == ["1"]
        await person.to_field("note")
        await person.type("later")
        await person.press("ctrl+z")
        assert empty.plan.answer("MON-01").note == ""
        await person.press("ctrl+y")
        assert empty.plan.answer("MON-01").note == "later"
        assert person.shown(TextArea)[-1].text == "later"


async def test_rows_come_and_go_by_keyboard(empty: Session, state: Path) -> None:
    async with at(empty, state) as person:
        await person.answer("SEL-01", "insert")
        assert "This question has no rows" in person.told()
        await person.answer("MON-01", "insert")
        await person.type("next May")
        await person.press("ctrl+delete")
        assert not empty.plan.answer("MON-01").rows
        name = empty.template.items["MON-01"].row_name
        assert f"Removed: {name} 1. Ctrl+Z takes it back." in person.told()
        await person.press("ctrl+z")
        assert list(empty.plan.answer("MON-01").rows) == ["1"]
        await person.to_field("note")
        await person.press("ctrl+delete")
        assert "Put the keys on a field of the row" in person.told()
        assert list(empty.plan.answer("MON-01").rows) == ["1"]


async def test_what_is_looked_at_is_copied(session: Session, state: Path) -> None:
    async with at(session, state) as person:
        await person.press("ctrl+c")
        assert person.app.clipboard.startswith("1 Practitioner selection   ^ amber flag")
        await person.answer("SEL-01", "ctrl+c")
        assert person.app.clipboard == "Yes"
        await person.press("escape", "ctrl+c")
        assert person.app.clipboard.splitlines()[:2] == [
            "SEL-01 Have you written down what you look for in someone who will deliver IMR?",
            "In writing: Yes",
        ]
        assert "Note: Agreed in the September" in person.app.clipboard
        await person.answer("CAP-07", "shift+end", "ctrl+c")
        assert person.app.clipboard.startswith("Emergencies come first.")
        assert "decides" not in person.app.clipboard
        await person.press("right", "ctrl+c")
        assert person.app.clipboard.endswith("decides the same day.")
        await person.press("f2", "x", "ctrl+c")
        assert "CAP-01" in person.app.clipboard
        assert "What to do" in person.app.clipboard
        await person.press("escape", "f1", "ctrl+c")
        assert "Keys that work everywhere" in person.app.clipboard
        assert "Copied: the page" in person.told()
        await person.answer("INC-09", "ctrl+c")
        assert "nothing here to copy" in person.told()


async def test_a_practitioner_is_suggested_while_the_name_is_typed(
    empty: Session, state: Path
) -> None:
    add_person(empty, "KN", "nurse")
    async with at(empty, state) as person:
        await person.press("a", "plus", "tab")
        await person.type("k")
        await person.press("right")
        assert empty.plan.actions["1"]["actor"] == "KN"
        await person.press("escape", "w", "k", "right", "enter")
        assert empty.plan.actions["1"]["actor"] == "KN"


async def test_tab_goes_round_in_an_entry_and_its_lines_do_what_they_say(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.press("a", "plus")
        await person.type("Ask HR")
        await person.press("shift+tab", "enter")
        assert not empty.plan.actions
        await person.press("ctrl+z", "enter", "shift+tab", "shift+tab", "shift+tab", "enter")
        assert empty.plan.actions["1"]["state"] == "done"
        assert person.sees("[x] done on 24 November 2026: Ask HR", "To do again")


async def test_a_click_into_a_text_puts_the_cursor_there(empty: Session, state: Path) -> None:
    empty.set(FieldRef("CAP-07", "value"), "The clinic first\nThen the rest")
    async with at(empty, state) as person:
        await person.open_item("CAP-07")
        await person.click("hen the rest")
        await person.type("X")
        assert empty.plan.answer("CAP-07").parts["value"] == "The clinic first\nThXen the rest"


async def test_words_of_a_form_that_are_marked_are_copied_and_choose_nothing(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.open_item("SEL-01")
        y, line = next((y, one) for y, one in enumerate(person.see().splitlines()) if "Yes" in one)
        await person.pilot.mouse_down(offset=(line.index("Yes"), y))
        await person.pilot.hover(offset=(line.index("Yes") + 2, y))
        await person.pilot.mouse_up(offset=(line.index("Yes") + 2, y))
        await person.press("ctrl+c")
        assert person.app.clipboard == "Yes"
        assert not empty.plan.answers
