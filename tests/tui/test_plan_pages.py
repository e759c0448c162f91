"""Actions, calendar, flags and X-rays: what a person does there, and what is in the plan then."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from textual.events import Key

from readiness.app.session import Session
from readiness.domain.plan.plan import Plan
from readiness.domain.schedule.calendar import Event
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from readiness.tui.drawing.lanes import month_lines
from readiness.tui.screens.actions import ActionsScreen
from readiness.tui.screens.area import AreaScreen
from readiness.tui.screens.entry import EntryScreen
from readiness.tui.screens.flags import FlagsScreen
from readiness.tui.screens.map import MapScreen
from readiness.tui.screens.people import PeopleScreen
from tests.domain.made import team
from tests.tui.person import SOUP, TODAY, at, opened

pytestmark = pytest.mark.no_cover


@pytest.fixture(autouse=True)
def _nothing_adopted_yet(session: Session) -> None:
    """The worked example as it was before anything was adopted or accepted."""
    bare = session.plan.model_copy(update={"actions": {}, "accepted": {}})
    session.take(bare)
    session.save()


KEYS = {"h": "hours", "e": "patients", "a": "actions", "c": "calendar", "x": "flags"}


async def test_a_gap_is_adopted_with_one_key_and_edited_in_place(session: Session) -> None:
    async with at(session) as person:
        await person.press("a", "2")
        await person.cursor("CAP-01")
        await person.press("plus")
        assert session.plan.actions["1"]["item"] == "CAP-01"
        assert "when" not in session.plan.actions["1"]
        await person.press("1")
        person.sees("no date nobody yet Hours freed", "Missing who does it, by when")
        await person.press("enter", "tab")
        assert person.where == "actions/1/actor"
        await person.type("AB")
        await person.press("tab")
        await person.press("escape")
        assert session.plan.actions["1"]["actor"] == "AB"
        person.sees("no date AB")
    kept = PlanFile.open(session.path, Library()).plan
    assert kept.actions["1"]["actor"] == "AB"


async def test_every_field_of_an_action_is_edited_in_its_form(session: Session) -> None:
    session.take(session.plan.entering("actions", "1", {"name": "Hours"}))
    async with at(session, size=(120, 40)) as person:
        await person.press("a", "enter")
        person.sees("Initials or role", "For example: 30 minutes, once a month")
        seen = []
        for _ in range(8):
            seen.append(person.where.rsplit("/", 1)[-1])
            await person.press("tab")
        assert seen == [
            "name",
            "actor",
            "action",
            "target",
            "when",
            "dose",
            "outcome",
            "justification",
        ]
        await person.press(*["shift+tab"] * 4)
        assert person.where == "actions/1/when"
        await person.type("1 Feb 2027")
        assert session.plan.actions["1"]["when"] == date(2027, 2, 1)


async def test_actions_are_done_dropped_with_a_reason_reopened_and_removed(
    session: Session,
) -> None:
    session.take(session.plan.entering("actions", "1", {"name": "Ask HR"}))
    async with at(session) as person:
        await person.press("a", "space")
        assert session.plan.actions["1"] == {"name": "Ask HR", "state": "done", "done_on": TODAY}
        person.sees("[x]")
        await person.press("space")
        assert session.plan.actions["1"] == {"name": "Ask HR"}
        await person.press("r")
        await person.type("no money")
        await person.press("enter")
        assert session.plan.actions["1"]["state"] == "dropped"
        assert session.plan.actions["1"]["reason"] == "no money"
        person.sees("[-]", "dropped: no money")
        await person.press("d")
        assert not session.plan.actions
        await person.press("ctrl+z")
        assert session.plan.actions["1"]["reason"] == "no money"


async def test_actions_stand_by_date_and_can_be_narrowed(session: Session) -> None:
    plan = session.plan
    for key, actor, when in (("1", "AB", "2027-03-01"), ("2", "CD", "2027-02-01"), ("3", "AB", "")):
        fields = {"name": f"Act {key}", "actor": actor}
        plan = plan.entering("actions", key, fields)
        if when:
            plan = plan.entering("actions", key, {"when": date.fromisoformat(when)})
    session.take(plan.entering("actions", "3", {"state": "done"}))
    async with at(session) as person:
        await person.press("a")
        text = person.see()
        assert text.index("Act 2") < text.index("Act 1") < text.index("Act 3")
        await person.press("o")
        assert "Act 2" not in person.see()
        await person.press("s")
        person.sees("to do, AB, by date")
        assert "Act 3" not in person.see()


async def test_actions_are_sorted_by_date_owner_state_and_name(session: Session) -> None:
    """By date those that are done stand last."""
    plan = session.plan
    for key, name, actor, when in (
        ("1", "Ask HR", "CD", "2027-03-01"),
        ("2", "Book rooms", "", "2027-02-01"),
        ("3", "Call AB", "AB", "2027-04-01"),
    ):
        day = date.fromisoformat(when)
        plan = plan.entering("actions", key, {"name": name, "actor": actor or None, "when": day})
    session.take(plan.entering("actions", "2", {"state": "done"}))
    async with at(session) as person:
        await person.press("a")
        orders = {}
        for _ in range(4):
            text = person.see()
            order = next(one for one in ("date", "owner", "state", "name") if f"by {one}" in text)
            orders[order] = sorted(("Ask HR", "Book", "Call AB"), key=text.index)
            await person.press("b")
        assert orders == {
            "date": ["Ask HR", "Call AB", "Book"],
            "owner": ["Call AB", "Ask HR", "Book"],
            "state": ["Ask HR", "Call AB", "Book"],
            "name": ["Ask HR", "Book", "Call AB"],
        }
        person.sees("by date")


async def test_who_and_when_are_said_without_leaving_the_list(session: Session) -> None:
    session.take(session.plan.entering("actions", "1", {"name": "Ask HR"}))
    async with at(session) as person:
        await person.press("a", "w")
        assert person.where == "actions/1/actor"
        await person.type("AB")
        await person.press("enter")
        assert session.plan.actions["1"]["actor"] == "AB"
        person.sees("no date AB Ask HR")
        await person.press("t")
        await person.type("next May")
        person.sees("Saturday 1 May 2027")
        await person.press("w", "backspace")
        await person.press("escape")
        assert session.plan.actions["1"]["when"] == date(2027, 5, 1)
        assert person.page.lines.has_focus
        await person.press("ctrl+z")
        assert "when" not in session.plan.actions["1"]
        await person.press("escape")
        assert isinstance(person.app.screen, MapScreen)


async def test_a_question_adopts_its_action_and_shows_it(session: Session) -> None:
    async with at(session, size=(80, 40)) as person:
        person.app.navigation.open_item("CAP-01")
        await person.settle()
        await person.press("plus")
        assert session.plan.actions["1"]["item"] == "CAP-01"
        assert "is in the action plan" in person.told()
        assert "to do: Hours freed (nobody yet, no date yet)" in _why(person.app.screen)
        await person.press("f12")
        assert isinstance(person.app.screen, EntryScreen)
        await person.press("escape")
        assert len(session.plan.actions) == 1
        await person.press("ctrl+z")
        assert not session.plan.actions
        assert "adopts the one proposed here" in _why(person.app.screen)


def _why(screen: object) -> str:
    from readiness.tui.widgets.why import Why

    rows = screen.query(Why).first()._rows  # type: ignore[attr-defined]
    return " ".join(row.plain for row in rows)


async def test_a_proposed_date_is_moved_moved_back_and_taken_over(session: Session) -> None:
    async with at(session) as person:
        await person.press("c")
        await person.cursor("re-check-3")
        await person.press("v")
        await person.press("ctrl+u")
        await person.type("19 Apr 2027")
        await person.press("enter")
        assert session.plan.calendar["re-check-3"] == date(2027, 4, 19)
        person.sees("Mon 19 This check is redone > moved")
        await person.press("b")
        assert not session.plan.calendar
        await person.press("t")
        assert date(2027, 4, 12) in session.plan.answer("MON-10").parts["value"]  # type: ignore[operator]
        await person.press("ctrl+z")
        assert "MON-10" not in session.plan.answers


async def test_what_is_no_date_moves_nothing(session: Session) -> None:
    before = session.plan
    async with at(session) as person:
        await person.press("c")
        await person.cursor("re-check-3")
        await person.press("v")
        await person.type("soon")
        await person.press("enter")
        assert "not a date" in person.told()
        await person.press("home", "v", "t", "b")
        assert "Only a proposed date" in person.told()
    assert session.plan == before


async def test_the_calendar_says_what_falls_in_a_closure_and_leads_on(session: Session) -> None:
    async with at(session, size=(120, 40)) as person:
        await person.press("c")
        person.sees("within a closure: Summer holidays")
        await person.press("enter")
        assert isinstance(person.app.screen, AreaScreen)
        assert person.app.screen.item == "SEL-08"
        await person.press("escape")
        person.sees("Calendar")
        assert "June 2026" not in person.see()


async def test_a_flag_is_accepted_with_reason_and_name_and_withdrawn(session: Session) -> None:
    async with at(session) as person:
        await person.press("x")
        await person.cursor("flag CAP-01R")
        await person.press("a")
        await person.type("until May")
        await person.press("enter")
        assert not session.plan.accepted
        await person.type("TL")
        await person.press("enter")
        flag = session.review.items["CAP-01"].flag
        assert flag is not None
        assert flag.is_accepted
        assert session.plan.accepted["CAP-01R"]["by"] == "TL"
        assert session.plan.accepted["CAP-01R"]["on"] == TODAY
        await person.cursor("flag CAP-01R")
        person.sees("accepted: CD needs", "Accepted by TL on 24 November 2026: until May")
        await person.press("l")
        await person.type("1 May 2027\n")
        person.sees("CAP-01R: look again on 1 May 2027")
        assert session.plan.accepted["CAP-01R"]["look_again"] == date(2027, 5, 1)
        await person.press("w")
        person.sees("Withdraw the acceptance of", "Accepted by TL on 24 November 2026: until May")
        await person.press("escape")
        assert session.plan.accepted
        await person.press("w", "enter", "l")
        assert not session.plan.accepted
        person.sees("Nobody has accepted this.")


@pytest.mark.parametrize("said", [("", ""), ("because", "")])
async def test_nothing_is_accepted_without_both(session: Session, said: tuple[str, str]) -> None:
    async with at(session) as person:
        await person.press("x", "a")
        await person.type(said[0])
        await person.press("enter")
        if said[0]:
            await person.press("enter")
        assert "Nothing is accepted without" in person.told()
        assert not session.plan.accepted


@pytest.mark.walk
async def test_x_rays_lead_to_the_field_and_escape_leads_back(session: Session) -> None:
    plan = session.plan.answering_row("MON-01", "1", "date", date(2026, 12, 1))
    plan = plan.answering_row("GOAL-04", "1", "obstacle", "ask mia@example.org")
    plan = plan.entering("actions", "1", {"name": "Hours", "item": "CAP-01"})
    plan = plan.entering("closures", "1", {"from": date(2027, 7, 5), "until": date(2027, 7, 1)})
    session.take(plan)
    async with at(session, size=(120, 50)) as person:
        await person.press("x")
        person.sees("x error", "! warning", "i remark")
        keys = dict.fromkeys(line.key for line in person.page.lines._shown if "xray" in line.key)
        fields = set()
        for key in keys:
            await person.cursor(key)
            await person.press("enter")
            if not isinstance(person.app.screen, FlagsScreen):
                fields.add(person.where if person.app.screen.query("Form") else "")
                await person.press("escape")
            assert isinstance(person.app.screen, FlagsScreen)
            assert person.page.lines.key == key
        assert {"actions/1/actor", "actions/1/when", "closures/1/until"} <= fields
        assert "GOAL-04/1/obstacle" in fields


async def test_a_flag_leads_to_its_question_and_escape_leads_back(session: Session) -> None:
    async with at(session, size=(120, 50)) as person:
        await person.press("x")
        await person.cursor("flag CAP-06R")
        await person.press("enter")
        assert isinstance(person.app.screen, AreaScreen)
        assert person.app.screen.item == "CAP-06"
        await person.press("escape")
        assert isinstance(person.app.screen, FlagsScreen)


async def test_screens_are_reached_from_everywhere(session: Session) -> None:
    async with at(session) as person:
        person.app.navigation.open_item("CAP-07")
        await person.settle()
        person.app.screen.query("TextArea").first().focus()
        before = session.plan
        await person.press("ctrl+g")
        person.app.screen.query_one("#actions").focus()
        await person.press("enter")
        assert isinstance(person.app.screen, ActionsScreen)
        await person.press("x", "c", "h")
        await person.press("a")
        assert sum(isinstance(one, ActionsScreen) for one in person.app.screen_stack) == 1
        await person.press("f2")
        assert isinstance(person.app.screen, MapScreen)
        await person.press("ctrl+g")
        person.app.screen.query_one("#people").focus()
        await person.press("enter")
        assert isinstance(person.app.screen, PeopleScreen)
        assert session.plan == before


@pytest.mark.walk
async def test_an_empty_plan_has_nothing_to_fear(tmp_path: Path) -> None:
    session = opened(Plan(template="imr"), tmp_path)
    async with at(session) as person:
        for key in KEYS:
            await person.press(key, "t", "v", "b", "w", "space", "o", "s", "d", "left", "v", "f2")
            assert isinstance(person.app.screen, MapScreen), person.app.screen
        await person.press("c")
        person.sees("No dates yet")
        await person.press("f2", "a")
        person.sees("╔═ Actions")  # a list without a line has its whole edge
        await person.press("2")
        person.sees("Gaps without an action")
    assert session.plan == Plan(template="imr")


@pytest.mark.parametrize("keys", ["a", pytest.param([*KEYS], marks=pytest.mark.walk)])
async def test_text_is_never_markup(tmp_path: Path, keys: Iterable[str]) -> None:
    plan = team(*SOUP, hours=3)
    for number, soup in enumerate(SOUP):
        for name in ("name", "actor", "action", "justification", "dose"):
            plan = plan.entering("actions", soup, {name: soup})
        dated = {"name": soup, "when": date(2027, 3, 1), "item": soup}
        plan = plan.entering("actions", str(number), dated)
        plan = plan.entering("closures", soup, {"what": soup, "from": TODAY, "until": TODAY})
        plan = plan.entering("absences", soup, {"who": soup, "what": soup})
        plan = plan.answering_row("GOAL-04", soup, "obstacle", soup)
    plan = plan.entering("accepted", "CAP-01R", dict.fromkeys(("reason", "by"), "".join(SOUP)))
    session = opened(plan, tmp_path)
    async with at(session, size=(120, 40)) as person:
        for key in keys:
            await person.press(key)
            for panel in ("2", "3", "4", "1"):
                await person.press(panel, *["down"] * len(SOUP))
            if key in "ac":
                person.sees(*(soup for soup in SOUP if soup.isprintable()))
            await person.press("home", "enter")
            assert person.app.is_running
            assert "\x1b" not in person.see()
            await person.press("escape", "f2")
        await person.press("a", "end", "enter", "tab", "escape", "h", "4", "end", "up", "enter")
        assert person.app.is_running
    assert {one["name"] for one in session.plan.actions.values()} == set(SOUP)


@pytest.mark.walk
async def test_fifty_practitioners_and_five_hundred_actions(tmp_path: Path) -> None:
    plan = team(*(f"P{number}" for number in range(50)), patients=5, hours=4)
    for number in range(500):
        fields = {"name": f"Act {number}", "actor": f"P{number % 50}", "when": date(2027, 2, 1)}
        plan = plan.entering("actions", str(number), fields)
    session = opened(plan, tmp_path)
    async with at(session) as person:
        await person.press("a", "end", "space")
        assert session.plan.actions["499"]["state"] == "done"
        await person.press("o", "down", "enter", "escape", "h", "tab", "pagedown", "pagedown")
        person.sees("P2")
        await person.press("shift+tab", "2", "down", "t")
        assert session.plan.people["P0"].parts["leaves"] == date(2027, 3, 8)
        for key in ("c", "x", "e"):
            await person.press(key, "end")
        assert person.app.is_running


@pytest.mark.parametrize(
    "keys",
    [
        "n3h",
        "hxe",
        *(pytest.param(one, marks=pytest.mark.walk) for one in ("nh", "hn", "fa", "ncn")),
    ],
)
async def test_keys_that_come_all_at_once_lead_somewhere_and_break_nothing(
    session: Session, keys: str
) -> None:
    async with at(session) as person:
        for key in keys:
            person.app.post_message(Key(key, key))
        await person.settle()
        await person.press("f2")
        assert isinstance(person.app.screen, MapScreen)


async def test_monitoring_is_on_one_page_and_each_line_leads_to_its_field(
    session: Session,
) -> None:
    async with at(session) as person:
        await person.press("i")
        person.sees(
            "Monitoring 4 measured, 0 without who or when",
            "Illness management: IMR Scales",
            "each practitioner, every 26 weeks, 20 min a patient",
        )
        await person.cursor("rule 0")
        person.sees(
            "o Go on, adjust or stop: There is no rule yet",
        )
        await person.cursor("rule 2")
        await person.press("enter")
        assert person.where == "MON-06/decided_by"
        await person.type("AB")
        await person.press("escape")
        person.sees("+ Who decides: AB")
        await person.cursor("rule 0")
        await person.press("plus")
        assert session.plan.actions["1"]["item"] == "MON-06"
        await person.press("plus")
        assert "has an action already" in person.told()
        assert len(session.plan.actions) == 1
        await person.press("home", "enter")
        assert person.where == "MON-01/1/date"


async def test_the_month_of_a_date_stands_beside_it_and_the_arrows_turn_the_leaf(
    session: Session,
) -> None:
    async with at(session) as person:
        await person.press("c")
        person.sees("December 2026", "49 [ 1] 2* 3", "51 14 15* 16* 17 18* 19 20")
        await person.press("right", "right")
        person.sees("Mon 1 Check-ins booked", "wk Mo Tu We Th Fr Sa Su", "5 [ 1] 2 3 4 5 6 7")
        await person.press("left")
        person.sees("2 [11] 12 13 14")
        await person.press("left", "left")
        person.sees("49 [ 1] 2* 3")
        await person.press("s", "home", "left")
        assert person.page.lines.highlighted == 1


def test_a_month_shows_today_what_is_proposed_and_what_falls_in_a_closure() -> None:
    days = (date(2027, 7, 12), date(2027, 7, 13), date(2027, 7, 13), date(2027, 8, 1))
    kinds = ("proposed", "answered", "proposed", "answered")
    events = [Event(day, "What", kind) for day, kind in zip(days, kinds, strict=True)]
    events.append(Event(date(2027, 7, 14), "Visit", "answered", closure="Summer"))
    assert month_lines(date(2027, 7, 1), events, date(2027, 7, 2)) == [
        "July 2027",
        " wk  Mo  Tu  We  Th  Fr  Sa  Su",
        " 26             [ 1]. 2.  3   4",
        " 27   5   6   7   8   9  10  11",
        " 28  12? 13* 14! 15  16  17  18",
        " 29  19  20  21  22  23  24  25",
        " 30  26  27  28  29  30  31",
    ]
