"""The walk: moving about, and what is kept."""

from dataclasses import replace
from datetime import date
from itertools import cycle
from pathlib import Path

import pytest
from textual.widgets import OptionList, Static

from readiness.app.operations.answers import clear_answers
from readiness.app.operations.particulars import set_particulars
from readiness.app.operations.people import add_person, remove_person
from readiness.app.session import Session
from readiness.describe.area import because
from readiness.domain.kinds.text import tidied
from readiness.domain.plan.field_ref import NOTE, FieldRef
from readiness.domain.plan.plan import Plan
from readiness.storage.memory import Memory
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from readiness.tui import bottom_lines
from readiness.tui.screens.area import AreaScreen
from readiness.tui.screens.map import MapScreen
from readiness.tui.screens.start import StartScreen
from tests.tui.person import SOUP, TODAY, at, now

pytestmark = pytest.mark.no_cover


async def test_enter_answers_and_enter_again_goes_on_through_a_question_and_to_the_next(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.press("1", "enter", "enter")
        assert empty.plan.answer("SEL-01").parts == {"value": "yes"}
        assert person.item == "SEL-01"
        await person.press("enter", "enter")  # past what is written down, which is optional
        assert person.item == "SEL-02"
        await person.press("enter", "enter", "y")
        assert empty.plan.answer("SEL-02").parts["leader_agreed"] == "yes"
        await person.press("enter")
        assert person.item == "SEL-03"


async def test_enter_alone_answers_no_choice_that_is_optional(empty: Session, state: Path) -> None:
    async with at(empty, state) as person:
        await person.answer("SEL-02", "1", "enter", "enter")
        assert person.item == "SEL-03"
        assert empty.plan.answer("SEL-02").parts == {"value": "jointly"}
        await person.answer("SEL-02", "enter", "down", "up", "enter")
        assert empty.plan.answer("SEL-02").parts["leader_agreed"] == "yes"


async def test_a_long_answer_goes_on_under_its_own_words(empty: Session, state: Path) -> None:
    async with at(empty, state, (112, 24)) as person:
        await person.open_item("GOAL-02")
        lines = person.see().splitlines()
        (first,) = (n for n, line in enumerate(lines) if "It goes on if the results" in line)
        assert lines[first + 1].index("good enough (g)") == lines[first].index("It goes on")


async def test_enter_adds_the_first_practitioner(empty: Session, state: Path) -> None:
    async with at(empty, state) as person:
        await person.press("f6", "enter", "A", "B", "enter")
        assert list(empty.plan.people) == ["AB"]


async def test_who_comes_back_from_the_practitioners_answers_about_the_first(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.answer("SEL-05", "enter", "enter", "A", "B", "enter")
        await person.press("a", "C", "D", "enter", "escape")
        assert person.item == "SEL-05"
        await person.press("y")
        assert empty.plan.people["AB"].parts["briefed"] == "yes"


async def test_what_was_read_goes_with_the_next_key(
    empty: Session, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at(empty, state) as person:
        person.app.messages.tell("Something is done.")
        await person.press("down")
        assert person.sees("Something is done.")
        person.app.messages.warn("Look at this.")
        assert person.app.messages.newest is not None
        person.app.messages.newest = replace(person.app.messages.newest, since=0.0)
        person.app.messages.add("And this is done.")
        await person.press("down")
        assert person.sees("^ Look at this. And this is done.")
        person.app.messages.add("This went wrong.", "error")
        assert person.sees("! Look at this. And this is done. This went wrong.")
        person.app.messages.tell("Something is done.")
        monkeypatch.setattr(bottom_lines, "READ_SECONDS", -1)
        await person.press("down")
        assert "Something is done." not in person.see()


async def test_a_number_goes_on_with_enter_only_if_it_is_understood(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.answer("INC-04", *"1x")
        await person.press("enter")
        assert person.item == "INC-04"
        assert person.sees("is not a number; try")
        await person.press("backspace", "enter")
        assert person.item == "INC-05"
        assert empty.plan.answer("INC-04").parts["value"] == 1


async def test_after_the_last_question_comes_the_map(empty: Session, state: Path) -> None:
    async with at(empty, state) as person:
        await person.open_item(list(empty.template.items)[-1])
        await person.press("f8")
        assert isinstance(person.app.screen, MapScreen)
        await person.press("1", "f7")
        assert isinstance(person.app.screen, MapScreen)


async def test_who_moves_in_the_list_stays_in_it_and_who_answers_goes_on_answering(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.press("2", "down")
        assert person.item == "CAP-02"
        items = person.app.screen.query_one("#items", OptionList)
        assert items.has_focus
        await person.press("f8")
        assert items.has_focus
        await person.press("enter", "f8")
        assert person.item == "CAP-04"
        assert not items.has_focus
        await person.press("escape")
        assert items.has_focus
        await person.press("escape")
        assert isinstance(person.app.screen, MapScreen)


async def test_arrows_that_come_faster_than_questions_are_drawn_are_not_lost(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.press("4")
        items = person.app.screen.query_one("#items", OptionList)
        for _ in range(9):
            items.action_cursor_down()
            person.app.plan.save()
        await person.settle()
        assert person.item == "GOAL-09"
        assert items.highlighted == 9


async def test_letters_move_on_the_list_and_never_while_answering(
    session: Session, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("readiness.tui.form.choice.TOGETHER", 0.0)  # each letter for itself
    async with at(session, state) as person:
        await person.press("n")
        assert person.item == "INC-09"
        await person.press("f")
        assert person.item == "GOAL-05"
        await person.answer("INC-01", "f", "m", "9")
        assert person.item == "INC-01"
        await person.press("n")
        assert session.plan.answer("INC-01").parts["value"] == "no"
        await person.press("f3")
        assert person.item == "INC-09"
        await person.press("f4")
        assert person.item == "GOAL-05"


async def test_the_map_help_and_the_start_screen(session: Session, state: Path) -> None:
    async with at(session, state) as person:
        await person.press("f4", "f2")
        assert isinstance(person.app.screen, MapScreen)
        await person.press("f1")
        assert person.sees("Help", "n next unanswered question")
        await person.press("f1")
        assert isinstance(person.app.screen, MapScreen)
        await person.press("f1", "escape")
        assert isinstance(person.app.screen, MapScreen)
        await person.press("escape")
        assert isinstance(person.app.screen, StartScreen)
        assert person.sees("IMR at Riverside", "47 of 51 answered", "Three things", "24 Nov 2026")
        await person.press("f3", "f4", "f5", "f6", "f10", "ctrl+z")
        assert isinstance(person.app.screen, StartScreen)


async def test_there_is_a_word_when_there_is_nowhere_to_go(empty: Session, state: Path) -> None:
    async with at(empty, state) as person:
        await person.press("f")
        assert "There are no flags, and no X-ray" in person.told()
        await person.press("ctrl+z")
        assert "Nothing to undo" in person.told()
        await person.press("ctrl+y")
        assert "Nothing to redo" in person.told()


async def test_the_newest_message_stands_above_the_keys_and_older_ones_can_be_read_again(
    session: Session, state: Path
) -> None:
    async with at(session, state) as person:
        assert person.see().splitlines()[-2] == ""
        person.app.messages.warn("Look at this.")
        await person.press("s", "s", "ctrl+z")
        assert "Look at this." not in person.see()
        assert "Short form: 22" not in person.see()
        assert "\n Undone:" in person.see()
        await person.app.run_action("messages")
        await person.settle()
        assert person.sees("Full form: all", "Look at this.")


async def test_the_map_says_why_each_area_is_not_ready(session: Session, state: Path) -> None:
    async with at(session, state, (120, 40)) as person:
        assert person.sees(
            "1 Practitioner selection ^ amber flag ^ ^ o = + + + + + + 10 of 10",
            "CD leaves on 1 September 2027, before the period ends on 11",
            "Three things are not yet in place for a start on 11 January 2027.",
            "n next: INC-09",
            "1 Dec Training day",
        )
        for key in session.plan.answers:
            person.app.plan.keep(lambda one, key=key: clear_answers(one, key))
        for who in session.plan.people:
            person.app.plan.keep(lambda one, who=who: remove_person(one, who))
        await person.settle()
        assert person.sees("Nothing is answered yet.", "No flags so far")
        person.app.plan.keep(lambda one: one.set(FieldRef("INC-01", "value"), "yes"))
        await person.settle()
        assert person.sees("Unanswered: What would make you wait")


async def test_the_map_says_more_about_what_the_keys_point_at(
    session: Session, state: Path
) -> None:
    async with at(session, state, (160, 50)) as person:

        def about() -> str:
            return str(person.app.screen.query_one("#about", Static).render())

        areas = [*session.template.areas]
        assert about().startswith(because(areas[0], session.template, session.review))
        await person.press("down")
        assert about().startswith(because(areas[1], session.template, session.review))
        await person.press("tab", "down")
        first, second, *_rest = [flag.item for flag in session.review.flags]
        assert session.template.items[second].question in about()
        person.app.plan.keep(lambda one: clear_answers(one, first))
        await person.settle()
        assert session.review.flags[0].item == second
        assert session.template.items[second].question in about()
        await person.press("shift+tab")
        assert about().startswith(because(areas[1], session.template, session.review))


async def test_undo_redo_note_and_not_applicable(empty: Session, state: Path) -> None:
    async with at(empty, state) as person:
        await person.answer("INC-01", "1", "ctrl+z")
        assert not empty.plan.answers
        await person.press("ctrl+y")
        assert empty.plan.answer("INC-01").parts["value"] == "yes"
        await person.press("5", *"none", "enter")
        assert empty.plan.answer("INC-01").reason == "none"
        assert empty.review.items["INC-01"].status == "not applicable"
        assert person.sees("- not applicable none")
        await person.to_field("note")
        await person.type("mine")
        assert empty.plan.answer("INC-01").note == "mine"


async def test_giving_up_on_not_applicable_changes_nothing_and_marks_nothing(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.answer("INC-01", "y", "5")
        assert person.sees("Why does it not apply here?")
        await person.press("x", "ctrl+z", "escape")
        assert empty.plan.answer("INC-01").parts == {"value": "yes"}
        await person.press("5", "enter")
        assert "Without a reason INC-01 stays open." in person.told()
        assert person.sees("(o) 1 Yes", "( ) 5 Not applicable")


async def test_the_place_is_kept_and_shown_at_the_next_start(session: Session, state: Path) -> None:
    async with at(session, state) as person:
        await person.open_item("GOAL-06")
        await person.press("ctrl+q")
    async with at(Session.open(session.path, Library()), state) as person:
        assert isinstance(person.app.screen, AreaScreen)
        assert person.item == "GOAL-06"
        await person.press("f2", "ctrl+q")
    async with at(Session.open(session.path, Library()), state) as person:
        assert isinstance(person.app.screen, MapScreen)
    assert [one.plan for one in Memory(state).recent()] == ["IMR at Riverside"]


@pytest.mark.walk
async def test_text_from_a_file_is_never_markup(session: Session, state: Path) -> None:
    set_particulars(session, {"plan": "".join(SOUP), "service": "".join(SOUP)})
    for soup in SOUP:
        session.take(session.plan.with_person(tidied(soup[:20]), tidied(soup)))
        session.set(FieldRef("GOAL-04", "obstacle", row=soup[:8]), soup)
    for item, soup in zip(session.template.items, cycle(SOUP), strict=False):
        session.set(FieldRef(item, NOTE), soup)
    session.set(FieldRef("CAP-07", "value"), " ".join(SOUP))
    session.not_applicable("INC-10", " ".join(SOUP))
    async with at(session, state, (120, 40)) as person:
        for item in ("SEL-01", "SEL-03", "CAP-01", "CAP-07", "GOAL-04", "INC-10"):
            await person.open_item(item)
            assert "\x1b" not in person.see()
        await person.press("f6", *("r", "escape", "o", "escape", "down") * len(SOUP))
        await person.press("escape", "f10", "escape", "f2", "escape")
        assert isinstance(person.app.screen, StartScreen)
        assert "\x1b" not in person.see()
        assert SOUP[0] + SOUP[1] in person.see()


async def test_text_from_a_template_is_never_markup(tmp_path: Path, state: Path) -> None:
    template = Library().load("imr")
    texts = cycle(SOUP)
    items = {
        key: item.model_copy(
            update={
                **dict.fromkeys(("short", "question", "why", "if_not", "help"), next(texts)),
                "parts": {
                    name: part.model_copy(update={"label": next(texts), "hint": SOUP[0]})
                    for name, part in item.parts.items()
                },
            }
        )
        for key, item in template.items.items()
    }
    odd = template.model_copy(update={"items": items})
    session = Session(
        PlanFile.create(tmp_path / "odd.toml", Plan(template="imr"), odd), lambda: TODAY, now
    )
    async with at(session, state, (120, 40)) as person:
        for item in ("SEL-01", "SEL-02", "CAP-07"):
            await person.answer(item)
            short = items[item].short
            assert f"{item}  {short}" in person.see() or not short.isprintable()


@pytest.mark.walk
async def test_the_mouse_reaches_everything(empty: Session, state: Path) -> None:
    add_person(empty, "AB", "nurse")
    async with at(empty, state) as person:
        await person.click("Patient inclusion")
        assert person.item == "INC-01"
        await person.click(".06")
        assert person.item == "INC-06"
        await person.click(".01")
        await person.click("2 Partly")
        assert empty.plan.answer("INC-01").parts["value"] == "partly"
        await person.press("f2")
        await person.press("tab")
        await person.press("enter")
        assert person.item == "INC-01"
        await person.open_item("MON-01")
        await person.click("Add review")
        await person.click("e.g. 31 Jan 2027")
        await person.type("12.7.2027")
        assert empty.plan.answer("MON-01").rows["1"]["date"] == date(2027, 7, 12)
        await person.click("Remove")
        assert not empty.plan.answer("MON-01").rows
        await person.open_item("SEL-05")
        await person.press("enter", "pagedown")
        await person.click("Practitioners: add")
        await person.click("d Remove")
        assert not empty.plan.people
        assert PlanFile.open(empty.path, Library())


async def test_the_next_problem_is_an_x_ray_as_well_and_says_what_it_found(
    session: Session, state: Path
) -> None:
    async with at(session, state) as person:
        await person.open_item("MON-01")
        await person.press("f7")
        while person.item != "MON-01":
            await person.press("f4")
        assert "12 July 2027 falls within a closure: Summer holidays." in person.told()


async def test_what_x_rays_find_about_no_question_is_the_last_stop(
    empty: Session, state: Path
) -> None:
    empty.take(empty.plan.entering("actions", "1", {"name": "Ask"}))
    async with at(empty, state) as person:
        await person.press("f4")
        assert person.sees("X-rays: where the plan does not fit itself", "Ask")
        assert "X-ray: " in person.told()
