"""The hours screen: what is seen follows the plan, and what-ifs stay out of it until taken over."""

import re
from datetime import date
from pathlib import Path

import pytest

from readiness.app.session import Session
from readiness.describe.hours import all_told
from readiness.domain.capacity.scenarios import fit_of
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.facts import facts_of
from readiness.tui.characters import FULL, LEVELS
from readiness.tui.drawing.hours import Hours, picture
from readiness.tui.screens.area import AreaScreen
from readiness.tui.screens.people import PeopleScreen
from tests.domain.made import team
from tests.tui.person import at, opened


@pytest.fixture
def short(tmp_path: Path) -> Session:
    """Two practitioners with five patients and four hours each: 8.1 hours are needed."""
    return opened(team("AB", "CD", patients=5, hours=4), tmp_path)


async def test_the_picture_says_who_is_short_by_how_much_and_from_when(short: Session) -> None:
    async with at(short) as person:
        await person.press("h")
        person.sees("AB 8.1 of 4", "! 4.1 short", "First short: week 1 (11 January 2027)")
        await person.press("v")
        person.sees("AB and CD are alike, week by week", "freed 4", "no sessions")
        await person.press("v", "escape")
        person.sees("1 Practitioner selection")


def test_the_posts_stand_behind_the_hours_that_need_them(short: Session) -> None:
    facts = short.review.facts
    said = r"all together need [\d.]+ \(0\.\d\d of a full post\), freed [\d.]+"
    assert re.fullmatch(said, all_told(facts))


def test_places_are_called_places_on_the_hours_screen(short: Session) -> None:
    def ends(plan: Plan) -> str:
        facts = facts_of(plan, short.template, date(2026, 11, 24))
        return " ".join(" ".join(map(str, picture(Hours(facts), 80, LEVELS[FULL]))).split())

    assert "for patients within the period; if every place is filled, " in ends(short.plan)
    assert "start in the period" not in ends(short.plan)
    assert "more places" not in ends(short.plan)
    few = short.plan.answering("INC-03", "eligible", 2)
    assert "more places than patients who meet the criteria (2)" in ends(few)


@pytest.mark.parametrize("word", ["no", "not sure", "none"])
async def test_no_word_stands_for_a_number_that_is_reckoned_with(short: Session, word: str) -> None:
    async with at(short) as person:
        await person.press("h", "enter")
        await person.type(word)
        person.sees(f'"{word}" is not a number; try 4 or 2.5')
        await person.press("enter", "escape")
        person.sees("Sessions a week: 1 a week", "all saved")
    assert not short.plan.assumptions


@pytest.mark.parametrize(
    "size",
    [(80, 24), *(pytest.param(one, marks=pytest.mark.walk) for one in ((120, 40), (160, 50)))],
)
async def test_no_line_runs_out_of_its_place(short: Session, size: tuple[int, int]) -> None:
    async with at(short, size=size) as person:
        for key in ("h", "e", "a", "c", "x"):
            await person.press(key)
            assert all(len(line) <= size[0] for line in person.see().splitlines())
            assert person.see().isprintable() or "\n" in person.see()
            person.sees("Esc")


async def test_changing_a_number_changes_the_picture_at_once(short: Session) -> None:
    async with at(short) as person:
        await person.press("h")
        person.sees("AB 8.1 of")
        await person.cursor("number preparation_minutes")
        await person.press("enter")
        await person.type("0")
        assert short.plan.assumptions == {"preparation_minutes": 0}
        # Five sessions a week need half an hour less each: 2.5 hours.
        person.sees("AB 5.6 of", "0 minutes, yours", "instead of 30 minutes, our default")
        await person.press("enter", "d")
        assert not short.plan.assumptions
        person.sees("AB 8.1 of")
        assert "our default" in person.told()


async def test_a_number_that_a_question_answers_leads_there(short: Session) -> None:
    async with at(short) as person:
        await person.press("h")
        await person.cursor("number session_minutes")
        person.sees("answered in CAP-03")
        await person.press("enter")
        assert person.where == "CAP-03/minutes"
        await person.press("escape")
        person.sees("Hours needed and hours freed")


@pytest.mark.walk
async def test_a_what_if_is_shown_beside_the_plan_and_changes_nothing(short: Session) -> None:
    before = short.plan
    async with at(short, size=(100, 60)) as person:
        await person.press("h", "2")
        await person.cursor("leaves")
        person.sees("The plan as it is", "WHAT IF: AB leaves in week 9", "Not in the plan")
        await person.press("right", "o")
        person.sees("WHAT IF: CD leaves in week 10")
        await person.press("enter")
        await person.type("ab 3")
        await person.press("enter")
        person.sees("WHAT IF: AB leaves in week 3")
        for key in ("away", "groups", "more", "fewer"):
            await person.cursor(key)
            person.sees("WHAT IF:")
    assert short.plan == before


async def test_a_what_if_that_is_taken_over_is_one_step_back(short: Session) -> None:
    before = short.plan
    async with at(short) as person:
        await person.press("h", "2")
        await person.cursor("leaves")
        await person.press("t")
        assert short.plan.people["AB"].parts["leaves"] == date(2027, 3, 8)
        await person.press("ctrl+z")
        assert short.plan == before


async def test_what_would_make_it_fit_does(short: Session) -> None:
    async with at(short, size=(100, 60)) as person:
        await person.press("h", "3")
        person.sees("4.5 h more a week for AB, 4.5 h more a week for CD", "+ fits in every week")
        await person.cursor("way 0")
        await person.press("t")
        assert short.plan.people["AB"].parts["hours_freed"] == 8.5
        ledger = short.review.facts.ledger
        assert ledger is not None
        assert fit_of(ledger).fits
        person.sees("It fits already.", "+ The hours suffice in every week")


async def test_closures_absences_and_rounds_are_added_edited_and_removed(short: Session) -> None:
    async with at(short) as person:
        await person.press("h", "4")
        person.sees("The usual holidays, until you add your own")
        await person.press("plus")
        person.app.screen.query_one("#absences").focus()
        await person.press("enter")
        assert person.where == "absences/1/who"
        await person.type("CD")
        await person.press("enter")
        await person.type("1.3.2027")
        await person.press("enter")
        await person.type("26.3.2027")
        assert short.plan.absences["1"] == {
            "who": "CD",
            "from": date(2027, 3, 1),
            "until": date(2027, 3, 26),
        }
        await person.press("escape")
        await person.cursor("absences 1")
        person.sees("CD 1 Mar 2027 to 26 Mar 2027")
        await person.press("enter")
        assert person.where == "absences/1/who"
        await person.press("escape", "d")
        assert not short.plan.absences


async def test_every_week_is_listed(short: Session) -> None:
    async with at(short) as person:
        await person.press("h", "5", "end")
        ledger = short.review.facts.ledger
        assert ledger is not None
        person.sees(f"week {ledger.number(ledger.weeks - 1)}")
        await person.cursor(f"week {ledger.start}")
        person.sees("! week 1 11 January 2027", "short 8.2 (AB, CD)")


async def test_what_is_missing_is_said_and_leads_there(tmp_path: Path) -> None:
    session = opened(Plan(template="imr"), tmp_path)
    async with at(session) as person:
        await person.press("h")
        person.sees(
            "cannot be worked out yet",
            "The first day with patients is not set.",
            "No practitioner is listed yet.",
            "(CAP-03)",
        )
        await person.cursor("lack 2")
        await person.press("enter")
        assert person.where == "CAP-03/format"
        await person.press("escape")
        await person.cursor("lack 1")
        await person.press("enter")
        assert isinstance(person.app.screen, PeopleScreen)
        await person.press("escape")
        await person.cursor("lack 0")
        await person.press("enter")
        assert person.app.screen.is_modal
        await person.press("escape", "2", "3", "4", "5")
        person.sees("cannot be worked out yet")


async def test_hours_that_nobody_has_said_lead_to_the_practitioner(tmp_path: Path) -> None:
    plan = team("AB", "CD").answering_person("CD", "hours_freed", None)
    async with at(opened(plan, tmp_path)) as person:
        await person.press("h")
        person.sees("The hours freed are not known for CD", "hours not said")
        await person.cursor("lack 0")
        await person.press("enter")
        assert person.where == "CAP-01/CD/hours_freed"


async def test_patients_show_the_funnel_and_what_it_takes(session: Session) -> None:
    async with at(session, size=(100, 60)) as person:
        await person.press("e")
        person.sees("22 meet the criteria", "about 10 (9 to 12) are likely to say yes")
        # 12 of those who fit: 12 / (0.49 * 0.76) and 12 / (0.49 * 0.49), rounded up.
        person.sees("So that 12 complete, about 33 must fit and be asked; 50 with the worst")
        person.sees("Penetration: about 44% (37% to 50%)")
        await person.press("left", "left", "left", "left")
        person.sees("So that 8 complete, about 22 must fit")
        await person.cursor("number acceptance")
        await person.press("enter")
        await person.type("1")
        assert session.plan.assumptions["acceptance"] == 1
        person.sees("about 22")
        await person.press("escape", "home", "enter")
        assert isinstance(person.app.screen, AreaScreen)
        assert person.app.screen.item == "INC-01"


async def test_patients_nobody_counted_are_said_to_be_so(tmp_path: Path) -> None:
    async with at(opened(team("AB"), tmp_path)) as person:
        await person.press("e")
        person.sees("Nobody has counted the patients who fit (INC-03)")


@pytest.fixture
def unmeasured(tmp_path: Path) -> Session:
    """A practice of which nothing was measured: 40 of its patients meet the criteria."""
    plan = team("AB", "CD").answering("INC-03", "eligible", 40)
    return opened(plan.described(template="five_areas"), tmp_path)


async def test_patients_of_a_practice_that_nobody_measured_are_to_be_counted(
    unmeasured: Session,
) -> None:
    async with at(unmeasured, size=(100, 60)) as person:
        await person.press("e")
        person.sees("40 meet the criteria", "count your own: Share of those asked who say yes")
        await person.cursor("number acceptance")
        person.sees("Share of those asked who say yes: count your own")
        await person.press("enter")
        await person.type("0.5")
        person.sees("20 are likely to say yes")
        person.sees("count your own: Share of those who said yes who start")
        await person.press("escape", "d")
        assert "acceptance" not in unmeasured.plan.assumptions
        person.sees("40 meet the criteria")


async def test_the_hours_of_a_practice_without_a_length_say_what_to_count(
    unmeasured: Session,
) -> None:
    async with at(unmeasured, size=(100, 60)) as person:
        await person.press("h")
        person.sees("AB 5.3 of 6", "planned not known, likely not known")
        person.sees("count how many sessions the whole programme has")
        await person.cursor("number planned_sessions")
        person.sees("Sessions in the whole programme: count your own")
