"""A question with many practitioners: what is below the screen comes before anyone misses it."""

from pathlib import Path

import pytest

from readiness.session import Session
from readiness.tui import ahead
from readiness.tui.widgets.field import Field
from readiness.tui.widgets.question import Question
from tests.tui.person import Person, at

pytestmark = pytest.mark.no_cover

PEOPLE, ITEM = 20, "CAP-01"
NEVER = 1000.0


@pytest.fixture(autouse=True)
def _no_time_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hand is always faster than what is made while a person reads."""
    monkeypatch.setattr(ahead, "PAUSE", NEVER)


@pytest.fixture
def many(session: Session) -> Session:
    for number in range(PEOPLE - len(session.plan.people)):
        session.add_person(f"P{number}")
    return session


async def come(person: Person, item: str = ITEM) -> Question:
    person.app.looks_ahead = True
    await person.open_item(item)
    (question,) = person.app.area_screen.questions
    return question


def fields(question: Question) -> list[Field]:
    return [one for one in question.query(Field) if one.target.person]


@pytest.mark.parametrize(
    ("item", "size"),
    [
        ("CAP-01", (80, 24)),
        ("CAP-01", (120, 40)),
        ("CAP-02", (200, 60)),
        ("SEL-05", (80, 24)),
    ],
)
async def test_the_first_screen_is_as_if_all_were_there(
    many: Session, state: Path, size: tuple[int, int], item: str
) -> None:
    async with at(many, state, size) as person:
        question = await come(person, item)
        came = without_scrollbar(person)
        assert len(fields(question)) < PEOPLE
    async with at(many, state, size) as person:
        await person.open_item(item)
        assert without_scrollbar(person) == came


def without_scrollbar(person: Person) -> list[str]:
    """The screen as text, but for the bar beside the question and the line of keys."""
    (question,) = person.app.area_screen.questions
    place = question.vertical_scrollbar.region
    bar = slice(place.x, place.right)
    lines = [list(line.ljust(person.app.size.width)) for line in person.see().splitlines()[:-1]]
    for line in lines:
        line[bar] = " " * place.width
    return ["".join(line) for line in lines]


async def test_keys_in_one_burst_reach_every_practitioner(many: Session, state: Path) -> None:
    async with at(many, state) as person:
        await come(person)
        await person.press("enter")
        await person.type("\n".join(str(n % 7 + 1) for n in range(PEOPLE)))
    freed = [one.parts["hours_freed"] for one in many.plan.people.values()]
    assert freed == [n % 7 + 1 for n in range(PEOPLE)]


async def test_going_back_from_the_note_passes_the_last_practitioner(
    many: Session, state: Path
) -> None:
    async with at(many, state) as person:
        question = await come(person)
        passed = []
        for _ in range(8):
            await person.press("shift+tab")
            passed.append(question.held())
        assert list(many.plan.people)[-1] in {one.person for one in passed if one}


async def test_who_scrolls_sees_them_all(
    many: Session, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seconds in ("PAUSE", "BETWEEN"):
        monkeypatch.setattr(ahead, seconds, 0.001)
    async with at(many, state) as person:
        question = await come(person)
        for _ in range(20):
            question.scroll_down(animate=False)
            await person.settle()
        for _ in range(500):
            if question.is_whole:
                break
            await person.pilot.pause(0.001)
        assert [one.target.person for one in fields(question)] == list(many.plan.people)


async def test_a_practitioner_who_comes_while_not_all_are_there_is_there_too(
    many: Session, state: Path
) -> None:
    async with at(many, state) as person:
        question = await come(person)
        person.app.keep(lambda one: one.add_person("New"))
        await person.settle()
        assert [one.target.person for one in fields(question)] == list(many.plan.people)
        assert "New" in many.plan.people
