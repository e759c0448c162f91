"""What a larger window adds to each screen, and that it adds it without a key."""

from pathlib import Path

from readiness.app.session import Session
from tests.tui.person import at

WIDE, LARGE = (120, 40), (200, 60)


async def test_beside_a_question_stands_what_else_its_area_holds(
    session: Session, state: Path
) -> None:
    async with at(session, state, WIDE) as person:
        await person.answer("CAP-01")
        assert person.sees("Actions of this area", "[ ] More hours for CD", "Dates of this area")
        assert person.sees("30 Jun Supervision ends:")
        assert "Training day" not in person.see()
        await person.answer("SEL-08")
        assert person.sees("Training day")


async def test_a_large_window_shows_the_worked_example_beside_the_question(
    session: Session, state: Path
) -> None:
    async with at(session, state, LARGE) as person:
        await person.answer("CAP-01")
        assert person.sees("In the worked example, a made-up service", "AB: 6 h a week")
        assert person.sees("Answers of this area", "Preparation time")
