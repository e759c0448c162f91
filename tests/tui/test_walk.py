"""The walk: what a person does with the keys, and what is in the plan afterwards."""

from datetime import date, datetime
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList, TextArea

from readiness.core.plan import Plan
from readiness.files.memory import Memory
from readiness.files.planfile import PlanFile
from readiness.files.templates import Library
from readiness.session import Session
from readiness.tui.app import ReadinessApp
from readiness.tui.screens.area import AreaScreen
from readiness.tui.screens.map import MapScreen
from readiness.tui.screens.start import StartScreen
from readiness.tui.widgets.typed import TextField

TODAY = date(2026, 11, 24)
SOUP = ["[/]", "[@click=app.quit]go[/]", "[bold", "[type=x, v={'a[0]'}]", "\x1b[31m"]


def program(session: Session | None, folder: Path) -> ReadinessApp:
    return ReadinessApp(
        session,
        Library(),
        Memory(folder),
        lambda: TODAY,
        lambda: datetime(2026, 11, 24, 14, 2),  # noqa: DTZ001
    )


async def go(app: ReadinessApp, pilot: object, item: str) -> None:
    app.open_item(item)
    await app.workers.wait_for_complete()
    await pilot.pause()  # type: ignore[attr-defined]


@pytest.fixture
def empty(tmp_path: Path) -> Session:
    template = Library().load("imr")
    plan = Plan(template="imr", template_version=template.version).described(
        start=date(2027, 1, 11)
    )
    file = PlanFile.create(tmp_path / "plan.toml", plan, template)
    return Session(file, lambda: TODAY, lambda: datetime(2026, 11, 24, 14, 2))  # noqa: DTZ001


async def test_opening_every_page_answers_nothing(session: Session, tmp_path: Path) -> None:
    before, raw = session.plan, session.path.read_bytes()
    app = program(session, tmp_path / "state")
    async with app.run_test(size=(80, 24)) as pilot:
        assert isinstance(app.screen, MapScreen)
        for item in session.template.items:
            await go(app, pilot, item)
            assert isinstance(app.screen, AreaScreen)
            assert app.screen.item == item
    assert session.plan == before
    assert session.path.read_bytes() == raw


async def test_a_choice_is_given_by_number_letter_and_arrow(empty: Session, tmp_path: Path) -> None:
    app = program(empty, tmp_path / "state")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("enter", "1")
        assert empty.plan.answer("SEL-01").parts == {"value": "yes"}
        await pilot.press("down", "enter")
        assert empty.plan.answer("SEL-01").parts == {"value": "partly"}
        await pilot.press("backspace")
        assert not empty.plan.answer("SEL-01").parts
        await go(app, pilot, "SEL-02")
        await pilot.press("enter", "l")
        assert empty.plan.answer("SEL-02").parts["value"] == "jointly"
        await pilot.press("t", "t", "enter")
        assert empty.plan.answer("SEL-02").parts["value"] == "they volunteered"
    assert PlanFile.open(empty.path, Library()).plan == empty.plan


async def test_numbers_dates_and_texts_are_understood(empty: Session, tmp_path: Path) -> None:
    app = program(empty, tmp_path / "state")
    async with app.run_test(size=(80, 24)) as pilot:
        await go(app, pilot, "INC-04")
        await pilot.press("enter", *"12")
        assert empty.plan.answer("INC-04").parts["value"] == 12
        await pilot.press(*"x")
        assert empty.plan.answer("INC-04").parts["value"] == 12
        await go(app, pilot, "CAP-09")
        app.screen.query(Input).first().focus()
        await pilot.press(*"1.3.2027")
        assert empty.plan.answer("CAP-09").parts["value"] == (date(2027, 3, 1),)
        await go(app, pilot, "CAP-07")
        app.screen.query(TextArea).first().focus()
        await pilot.press(*"ask", "enter", *"first")
        assert empty.plan.answer("CAP-07").parts["value"] == "ask\nfirst"


async def test_an_older_state_never_takes_back_what_is_being_typed(
    empty: Session, tmp_path: Path
) -> None:
    app = program(empty, tmp_path / "state")
    async with app.run_test(size=(80, 24)) as pilot:
        await go(app, pilot, "CAP-07")
        field = app.screen.query(TextField).first()
        box = field.query_one(TextArea)
        box.text = "as"
        await pilot.pause()
        field.give("ask")
        field.show("as")
        assert field.value == "ask"
        await pilot.pause()
        assert empty.plan.answer("CAP-07").parts["value"] == "ask"
        await pilot.press("ctrl+z")
        assert field.value is None


async def test_rows_and_practitioners(empty: Session, tmp_path: Path) -> None:
    empty.add_person("AB", "nurse")
    app = program(empty, tmp_path / "state")
    async with app.run_test(size=(100, 40)) as pilot:
        await go(app, pilot, "MON-01")
        await pilot.click("#add")
        await pilot.pause()
        app.screen.query(Input).first().focus()
        await pilot.press(*"2027-07-12")
        assert empty.plan.answer("MON-01").rows["1"]["date"] == date(2027, 7, 12)
        await go(app, pilot, "CAP-01")
        app.screen.query(Input).first().focus()
        await pilot.press(*"4")
        assert empty.plan.people["AB"].parts["hours_freed"] == 4
        await pilot.press("f6")
        await pilot.press("a", *"CD", "enter")
        await pilot.pause()
        assert list(empty.plan.people) == ["AB", "CD"]


async def test_undo_redo_note_and_not_applicable(empty: Session, tmp_path: Path) -> None:
    app = program(empty, tmp_path / "state")
    async with app.run_test(size=(80, 24)) as pilot:
        await go(app, pilot, "INC-01")
        await pilot.press("enter", "1", "ctrl+z")
        assert not empty.plan.answers
        await pilot.press("ctrl+y")
        assert empty.plan.answer("INC-01").parts["value"] == "yes"
        await pilot.press("5", *"no users", "enter")
        await pilot.pause()
        assert empty.plan.answer("INC-01").reason == "no users"
        assert empty.review.items["INC-01"].status == "not applicable"
        app.screen.query(TextArea).last().focus()
        await pilot.press(*"mine")
        assert empty.plan.answer("INC-01").note == "mine"


async def test_the_place_is_kept_and_shown_at_the_next_start(
    session: Session, tmp_path: Path
) -> None:
    app = program(session, tmp_path / "state")
    async with app.run_test(size=(80, 24)) as pilot:
        await go(app, pilot, "GOAL-06")
        await pilot.press("ctrl+q")
    again = program(Session.open(session.path, Library()), tmp_path / "state")
    async with again.run_test(size=(80, 24)) as pilot:
        await again.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(again.screen, AreaScreen)
        assert again.screen.item == "GOAL-06"
    assert [one.plan for one in Memory(tmp_path / "state").recent()] == ["IMR at Riverside"]


async def test_next_unanswered_next_flag_and_the_map(session: Session, tmp_path: Path) -> None:
    app = program(session, tmp_path / "state")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        await app.workers.wait_for_complete()
        assert isinstance(app.screen, AreaScreen)
        assert app.screen.item == "INC-09"
        await pilot.press("f4")
        await app.workers.wait_for_complete()
        assert app.screen.item == session.review.next_flag("INC-09")
        await pilot.press("f2")
        assert isinstance(app.screen, MapScreen)
        await pilot.press("f1")
        await pilot.press("escape", "escape")
        assert isinstance(app.screen, StartScreen)


@pytest.mark.parametrize("soup", SOUP, ids=["close", "action", "open", "error", "escape"])
async def test_text_from_a_file_is_never_markup(
    session: Session, tmp_path: Path, soup: str
) -> None:
    session.describe(plan=soup, service=soup)
    session.add_person(soup[:20], soup)
    for item in ("SEL-01", "GOAL-04", "CAP-07"):
        session.note(item, soup)
    session.answer("CAP-07", "value", soup)
    session.answer_row("GOAL-04", soup[:8], "obstacle", soup)
    app = program(session, tmp_path / "state")
    async with app.run_test(size=(80, 24)) as pilot:
        for item in ("SEL-01", "SEL-03", "CAP-01", "CAP-07", "GOAL-04"):
            await go(app, pilot, item)
        await pilot.press("f6", "escape", "f2", "escape")
        await pilot.pause()
        assert isinstance(app.screen, StartScreen)
        assert app.is_running


async def test_a_file_changed_elsewhere_is_not_overwritten(
    session: Session, tmp_path: Path
) -> None:
    app = program(session, tmp_path / "state")
    async with app.run_test(size=(80, 24)):
        session.path.write_text(session.path.read_text() + "# theirs\n")
        app.keep(lambda one: one.describe(service="mine"))
        assert app.save()
    text = session.path.read_text()
    assert "# theirs" in text
    assert 'service = "mine"' in text


async def test_a_plan_that_cannot_be_saved_can_be_saved_elsewhere(
    session: Session, tmp_path: Path
) -> None:
    app = program(session, tmp_path / "state")
    async with app.run_test(size=(80, 24)) as pilot:
        session.path.write_text("<<<<<<< theirs\n")
        app.keep(lambda one: one.describe(service="mine"))
        assert not app.save()
        assert app.seen.trouble
        await pilot.press("f9")
        await pilot.pause()
        await pilot.click("#copy")
        await pilot.pause()
        assert not app.seen.trouble
    assert session.path.name == "example 2.toml"
    assert (session.path.parent / "example.toml").read_text() == "<<<<<<< theirs\n"


async def test_the_pdf_is_made_in_the_background(session: Session, tmp_path: Path) -> None:
    app = program(session, tmp_path / "state")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await app.workers.wait_for_complete()
    assert session.path.with_suffix(".pdf").read_bytes().startswith(b"%PDF")


async def test_a_new_plan_from_the_start_screen(tmp_path: Path) -> None:
    app = program(None, tmp_path / "state")
    async with app.run_test(size=(80, 30)) as pilot:
        assert isinstance(app.screen, StartScreen)
        app.screen.query_one(OptionList).focus()
        await pilot.press("n")
        await pilot.pause()
        app.screen.query_one("#plan", Input).value = "Mine"
        app.screen.query_one("#start", Input).value = "11 Jan 2027"
        app.screen.query_one("#file", Input).value = str(tmp_path / "mine")
        app.screen.query_one("#file", Input).focus()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, MapScreen)
    plan = PlanFile.open(tmp_path / "mine.toml", Library()).plan
    assert (plan.plan, plan.start) == ("Mine", date(2027, 1, 11))
