"""The keyboard lives: keys never go to what is not there."""

import ast
from pathlib import Path

import pytest

from readiness.app.session import Session
from readiness.tui.keyboard import give_keys
from tests.tui.liveness import dead, lives
from tests.tui.person import at

pytestmark = pytest.mark.no_cover
TUI = Path(__file__).parents[2] / "readiness" / "tui"


@pytest.mark.parametrize("to_people", [("enter",), ("f6",)])
async def test_the_first_practitioner_leaves_the_keyboard_alive(
    empty: Session, state: Path, to_people: tuple[str, ...]
) -> None:
    async with at(empty, state) as person:
        await person.answer("SEL-03")
        await person.press(*to_people, "a", "K", "N", "enter", "escape")
        await lives(person.app)
        await person.open_item("SEL-05")
        await lives(person.app)
        assert person.item == "SEL-05"
        await person.press("2")
        assert empty.plan.people["KN"].parts != {}
        await person.press("f2")
        assert person.sees("n next h hours")


async def test_what_is_taken_out_hidden_or_switched_off_is_given_no_keys(
    session: Session, state: Path
) -> None:
    async with at(session, state) as person:
        await person.press("a", "enter")
        field = person.form
        box = field.text_box
        for widget, name, goes in ((field, "display", False), (box, "disabled", True)):
            give_keys(box)
            assert person.app.focused is box
            setattr(widget, name, goes)
            await person.settle()
            await lives(person.app)
            assert person.app.focused is not box
            before = person.app.focused
            give_keys(box)
            person.app.screen.set_focus(box)
            assert person.app.focused is before
            setattr(widget, name, not goes)
            await person.settle()
        give_keys(box)
        await field.remove()
        give_keys(box)
        box.focus()
        await person.settle()
        await lives(person.app)
        assert person.app.focused is not box


async def test_a_key_that_comes_right_after_its_field_went_is_not_lost_for_good(
    session: Session, state: Path
) -> None:
    """Whatever puts the focus on what is not there, the next key finds its way."""
    async with at(session, state) as person:
        await person.press("a", "enter")
        field, box = person.form, person.form.text_box
        await field.remove()
        person.app.screen.focused = box
        assert dead(person.app)
        await person.press("f2")
        assert person.sees("n next h hours")


async def test_another_window_that_takes_the_keys_gives_them_back(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.answer("INC-04")
        box = person.question.text_box
        person.app.app_focus = False
        await person.settle()
        assert person.app.focused is None
        await person.press("7")
        assert person.app.focused is box
    assert empty.plan.answer("INC-04").parts == {"value": 7}


def test_keys_are_given_in_one_place_only() -> None:
    """Textual's `Widget.focus` comes later than it is called, when the widget may be gone."""
    for path in TUI.rglob("*.py"):
        calls = [
            node.lineno
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in ("focus", "set_focus")
        ]
        assert not calls or path.name == "keyboard.py", f"{path.name}: {calls}"
