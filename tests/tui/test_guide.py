"""Where am I, what is left, what did that do: the guidance beside the questions."""

from datetime import date
from pathlib import Path

import pytest

from readiness.app.session import Session
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.plan import Plan
from readiness.tui.screens.area import AreaScreen
from readiness.tui.screens.area_visit import AreaVisit
from tests.tui.person import Person, at, opened


def started(**fields: object) -> Plan:
    return Plan(template="imr", start=date(2027, 1, 11)).described(**fields)


async def test_the_form_is_switched_on_the_map_and_the_list_and_by_name(
    session: Session, state: Path
) -> None:
    before = session.plan
    async with at(session, state) as person:
        await person.press("2", "s")
        assert session.plan.form == "short"
        assert "Short form: 22 of 51 questions" in person.told()
        assert "said something about" in person.told()
        assert "s switches back." in person.told()
        await person.press("ctrl+z")
        assert session.plan == before
        await person.press("f2", "s", "s")
        assert session.plan == before
        assert "Full form: all 51 questions" in person.told()
        (command,) = [
            one
            for one in person.app.get_system_commands(person.app.screen)
            if one.title == "Short or full form"
        ]
        command.callback()
        await person.settle()
        assert session.plan.form == "short"


async def test_no_square_of_an_area_is_cut_in_the_short_form(empty: Session, state: Path) -> None:
    async with at(empty, state) as person:
        await person.press("s", "1")
        assert person.sees("1 Practitioner selection . . . . 1 of 4 0 answered, 6 not asked")


async def test_the_short_form_asks_only_its_questions_and_shows_what_was_said_beyond(
    tmp_path: Path, state: Path
) -> None:
    session = opened(started(form="short").answering("CAP-08", "value", "no"), tmp_path)
    async with at(session, state) as person:
        assert person.sees("short form, start 11 Jan", "0 of 5", "1 of 6")
        await person.press("2")
        assert person.sees("2 Capacity (short form)", "4 not asked", "o08")
        assert "02" not in person.see().splitlines()[-4]
        for _ in range(23):
            await person.press("f3")
            assert session.template.items[person.item].brief
        await person.open_item("CAP-02")
        assert person.sees("_02", "_ not asked")
        await person.press("f8")
        assert person.item == "CAP-03"


async def test_a_short_form_that_is_answered_does_not_pass_for_the_whole(
    session: Session, state: Path
) -> None:
    async with at(session, state) as person:
        await person.press("s")
        assert person.sees("short form, start 11 Jan 2027")
        await person.press("n")
        assert "Every question that is asked is answered; s asks" in person.told()


async def test_a_template_without_a_short_form_says_so(
    session: Session, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at(session, state) as person:
        for item in session.template.items.values():
            monkeypatch.setitem(item.__dict__, "brief", 0)
        await person.press("s")
        assert "no short form" in person.told()


def beside(person: Person) -> str:
    """What is told beside the question about what the answers did."""
    lines = person.see().splitlines()
    if not any(line.startswith(" Effect ") for line in lines):
        lines = [line.rsplit("│", 2)[-2] for line in lines if line.count("│") > 1]
    return " ".join("\n".join(lines).split("Effect ")[-1].split())


async def test_a_changed_answer_says_beside_it_what_it_did(session: Session, state: Path) -> None:
    async with at(session, state) as person:
        await person.open_item("CAP-01")
        assert "Effect " not in person.see()
        await person.press("enter")
        await person.to_field("hours_freed", person="CD")
        await person.press("backspace", "8")
        assert "Flag now amber: CAP-01 Hours freed." in beside(person)
        assert "Hours a week for CD: 8 freed, 5.3 needed, 2.7 left." in beside(person)
        focused = person.app.focused
        await person.press("ctrl+z")
        assert "Flag now red: CAP-01 Hours freed." in person.told()
        await person.press("ctrl+z")
        assert person.app.focused is focused
        assert "Effect " not in person.see()
        await person.press("f8")
        assert "Effect " not in person.see()


async def test_what_did_not_fit_is_said_to_be_in_the_help_and_stands_there(
    session: Session, state: Path
) -> None:
    async with at(session, state) as person:
        await person.answer("CAP-03")
        await person.to_field("minutes")
        await person.press("ctrl+u")
        await person.type("90")
        assert "short of 3.5." in beside(person)
        assert "(F1: more)" in beside(person)
        await person.press("f1")
        assert person.sees("EF needs 7.5 hours a week and has 6.")
        await person.press("escape")
        await person.pilot.resize_terminal(200, 60)
        await person.settle()
        assert "(F1: more)" not in beside(person)


async def test_what_an_answer_that_is_not_ready_lacks_is_said(
    session: Session, state: Path
) -> None:
    async with at(session, state) as person:
        await person.answer("GOAL-03")
        await person.to_field("leader_leaves")
        await person.press("ctrl+u")
        assert person.sees("~ partly ready when: Both are named, and the leader stays")


@pytest.mark.walk
async def test_what_a_choice_a_date_a_row_and_a_note_did(session: Session, state: Path) -> None:
    async with at(session, state, (120, 40)) as person:
        await person.answer("INC-01", "n")
        assert "Red flag raised: INC-01 Criteria in writing." in beside(person)
        await person.answer("SEL-03")
        await person.to_field("leaves", person="CD")
        await person.press("ctrl+u")
        await person.type("no")
        assert "Flag now amber: SEL-03 When people leave." in beside(person)
        await person.answer("CAP-03")
        await person.to_field("minutes")
        await person.press("ctrl+u")
        await person.type("90")
        assert "AB needs 7.5" in beside(person)
        before = session.review
        await person.to_field("note")
        await person.type("May")
        assert session.plan.answer("CAP-03").note.endswith("May")
        assert session.review.flags == before.flags
        assert "AB needs 7.5" in beside(person)


async def test_the_sentence_of_a_flag_stands_once_beside_its_question(
    session: Session, state: Path
) -> None:
    flag = session.review.items["CAP-01"].flag
    assert flag is not None
    for size in ((80, 24), (80, 50), (120, 40)):
        async with at(session, state, size) as person:
            await person.open_item("CAP-01")
            lines = [line for line in person.see().splitlines() if line.count("│") > 1]
            side = " ".join(line.rsplit("│", 2)[-2].strip() for line in lines)
            assert " ".join(side.split()).count(flag.says) == 1, person.see()


async def test_enter_on_a_flag_leads_to_the_field_that_raised_it(session: Session) -> None:
    async with at(session) as person:
        for flag, field in (
            ("CAP-01R", "CAP-01/CD/hours_freed"),
            ("SEL-03R", "SEL-03/CD/leaves"),
            ("SEL-05A", "SEL-05/EF/briefed"),
        ):
            await person.press("x")
            await person.cursor(f"flag {flag}")
            await person.press("enter")
            assert isinstance(person.app.screen, AreaVisit)
            assert person.where == field
            await person.press("escape")
            person.sees("Flags and X-rays")


async def test_a_place_without_a_field_is_the_first_of_its_practitioner(session: Session) -> None:
    async with at(session) as person:
        person.app.navigation.lead(FieldRef(item="SEL-03", person="EF"))  # type: ignore[attr-defined]
        await person.settle()
        assert person.where.startswith("SEL-03/EF/")


async def test_two_ways_at_once_show_one_question(session: Session, state: Path) -> None:
    async with at(session, state) as person:
        await person.open_item("CAP-05")
        screen = person.app.screen
        assert isinstance(screen, AreaScreen)
        screen.go("capacity", "CAP-06")
        screen.go("capacity", "CAP-07")
        await person.settle()
        assert person.item == "CAP-07"


@pytest.mark.parametrize(
    "key",
    ["f2", "f8", *(pytest.param(one, marks=pytest.mark.walk) for one in ("f3", "f4", "f6", "f7"))],
)
async def test_the_keys_to_go_on_work_while_a_text_is_written(
    session: Session, state: Path, key: str
) -> None:
    async with at(session, state) as person:
        await person.answer("CAP-05")
        await person.to_field("note")
        await person.press(key)
        assert (person.item, type(person.app.screen).__name__) != ("CAP-05", "AreaScreen")


@pytest.mark.walk
async def test_a_removed_practitioner_and_a_closure_say_what_they_did(session: Session) -> None:
    async with at(session) as person:
        await person.press("f6", "down", "d")
        person.sees("Removed: CD", "Flag now amber: CAP-01 Hours freed.")
        await person.press("escape", "a", "enter")
        assert "Effect " not in person.see()
        plan = session.plan.entering("closures", "9", {"from": date(2027, 2, 1)})
        person.app.plan.keep(lambda one: one.take(plan))
        person.app.navigation.lead(FieldRef(table="closures", entry="9", part="until"))  # type: ignore[attr-defined]
        await person.settle()
        await person.type("1 Dec 2027")
        person.sees("Effect ")


async def test_a_changed_number_says_what_it_did_when_it_is_left(session: Session) -> None:
    async with at(session) as person:
        await person.press("h")
        await person.cursor("number travel_minutes")
        await person.press("enter")
        await person.type("60")
        assert "Hours a week" not in person.told()
        await person.press("enter")
        assert "Hours a week for" in person.told() or "Flag" in person.told()
