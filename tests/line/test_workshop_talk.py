"""A workshop in plain lines, from what came in to the plan."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from readiness.app.operations.room import Invitation, Room, open_room, prepare
from readiness.app.operations.room_collect import take_lines
from readiness.cli.main import main
from readiness.domain.plan.plan import Plan
from readiness.line.console import Console
from readiness.line.workshop import RoomTalk
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from tests.workshops import TEMPLATE

TODAY = date(2026, 12, 2)
ACTION = {"actor": "the team leader", "when": date(2027, 1, 4), "outcome": "acceptability"}


@pytest.fixture
def room(tmp_path: Path) -> Room:
    """Nine people at two questions; the leader says yes, the practitioners mostly no."""
    plan = Plan(template_version=TEMPLATE.version, actions={str(n): ACTION for n in (1, 2, 3)})
    PlanFile.create(tmp_path / "plan.toml", plan, TEMPLATE)
    roles = {"leader": 1, "practitioner": 5, "user": 3}
    asking = Invitation(roles, ["GOAL-09", "MON-09"], leader_agreed=True)
    made = prepare(tmp_path / "plan.toml", tmp_path / "riv.workshop.toml", asking, TODAY)
    take_lines(made, ["L yy", *["P ny"] * 3, "P py", "P yy", *["U py"] * 3], tmp_path)
    return made


def said(
    room: Room, *lines: str, is_piped: bool = False, clock: Callable[[], float] = lambda: 0.0
) -> tuple[int, str]:
    typed, printed = iter([f"{line}\n" for line in lines]), list[str]()
    rest: Iterable[str] = typed
    console = Console(lambda: next(iter(rest), ""), printed.append, echoes=True, is_piped=is_piped)
    code = RoomTalk(open_room(room.path), console, lambda: TODAY, clock).run()
    return code, " ".join("".join(printed).split())


def test_nothing_is_told_before_collecting_is_closed(room: Room) -> None:
    code, words = said(room, "reveal", "next", "count", "help", "")
    assert code == 0
    assert words.count("still being collected") == 2
    assert "leader 1 of 1, practitioners 5 of 5, user representatives 3 of 3" in words
    assert "9 files read: 9 counted." in words
    assert "Leader: yes" not in words
    assert "agree: what the room agrees on" in words


def test_what_lies_apart_is_told_and_agreed_on(room: Room) -> None:
    code, words = said(room, "lukk", "next split", "next", "next", "next", "reveal goal-09")
    assert code == 0
    whole = (
        "GOAL-09, split, gap. Heard, with room. Leader: yes. Practitioners: yes 1, partly 1, no 3. "
        "User representatives: yes 0, partly 3, no 0. 4 steps apart."
    )
    assert words.count(whole) == 3
    assert words.count("MON-09, same.") == 2
    lines = [
        "agree goal-09 yes",
        "So it is.",
        "2",
        "",
        "yes",
        "no",
        "agree GOAL-09",
        "nei",
        "Heard.",
    ]
    _code, words = said(
        room, *lines, "1", "1 mar 2027", "park MON-09", "reveal SEL-01", "next split"
    )
    assert "A third or more say no or are not sure." in words
    assert "Nothing was agreed on." in words
    assert "Agreed: GOAL-09." in words
    assert "Parked: MON-09." in words
    assert "SEL-01 was not asked in this workshop." in words
    agreed = open_room(room.path).workshop.agreed["GOAL-09"]
    assert (agreed.answer, agreed.reason, agreed.look_again) == ("no", "Heard.", date(2027, 3, 1))


def test_a_number_and_a_day_are_understood_or_asked_for_again(room: Room) -> None:
    asked = ["close", "agree GOAL-09 no", "Heard.", "many", "not sure", "two", "soon or later"]
    _code, words = said(room, *asked, "first monday of march 2027", "close 3")
    assert '"many" is not a number' in words
    assert "Type close, or close 2 for the second vote." in words
    agreed = open_room(room.path).workshop.agreed["GOAL-09"]
    assert (agreed.against, agreed.look_again) == (2, date(2027, 3, 1))


def test_dots_that_cannot_be_placed_take_no_others_with_them(room: Room) -> None:
    _code, words = said(room, "close", "dots", "1 1 2", "1 1 1", "7", "2 3")
    assert "Line 2 has too many dots" in words
    assert "there is no open action 7" in words
    assert "action 1: 2 dots action 2: 2 dots action 3: 1 dot" in words  # at the end of the input
    assert open_room(room.path).workshop.dots == {"1": 2, "2": 2, "3": 1}


@pytest.mark.parametrize(
    "lines",
    [
        ["agree GOAL-09 no", "", "", ""],  # no reason
        ["agree SEL-01 yes"],  # not asked
        ["dots", "1 1 2", "1 1 1"],
        ["agree GOAL-09 yes", "So it is.", "", "", "park MON-09"],  # where yes or no was asked
        ["agree GOAL-09 no", "Heard.", "many"],
        ["finish"],  # while something is lacking
        ["close 3"],
    ],
)
def test_what_the_room_may_not_do_ends_a_pipe(room: Room, lines: list[str]) -> None:
    text = room.plan.read_text("utf-8").replace("outcome", "target")
    room.plan.write_text(text, "utf-8")
    code, words = said(room, "close", *lines, "park GOAL-09", is_piped=True)
    assert code == 2
    assert "nothing after it was read" in words
    assert open_room(room.path).workshop.parked == ()


def test_a_yes_against_votes_is_agreed_on_where_the_room_says_so(room: Room) -> None:
    said(room, "close", "agree GOAL-09 yes", "So it is.", "", "", "yes", "yes")
    agreed = open_room(room.path).workshop.agreed["GOAL-09"]
    assert (agreed.answer, agreed.against_votes, agreed.by_leader) == ("yes", True, True)


def test_missing_dots_and_finish(room: Room) -> None:
    room.plan.write_text(
        room.plan.read_text("utf-8").replace("[actions.3]", "[actions.9]"), "utf-8"
    )
    lines = ["close", "missing", "How many fit", "EF", "12 dec 2026"]
    lines += ["missing Room", "AB", "some day", ""]
    _code, words = said(room, *lines, "dots", "1 1 2", "2,9", "", "finish", "no", "finish")
    assert "On the missing list: How many fit" in words
    assert '"some day" is not a date' in words
    assert "Write what is missing, who finds out (initials or role), and by when." in words
    assert "action 1: 2 dots action 2: 2 dots action 9: 1 dot" in words
    assert f"The workshop {room.workshop.id} is in the plan." in words
    assert "This workshop was finished on 2 December 2026." in words
    assert len(list(room.path.parent.glob("*.answers.toml"))) == 9
    assert PlanFile.open(room.plan, Library()).plan.missing["1"]["who"] == "EF"


def test_finishing_deletes_the_answers_where_that_is_wished(room: Room) -> None:
    _code, words = said(room, "close", "finish", "yes")
    assert "9 answers files are deleted. Copies may remain" in words
    assert list(room.path.parent.glob("*.answers.toml")) == []


def test_what_is_lacking_is_told_and_nothing_lies_apart_where_all_agree(room: Room) -> None:
    text = room.plan.read_text("utf-8").replace("outcome", "target")
    room.plan.write_text(text, "utf-8")
    _code, words = said(room, "close", "finish")
    assert "Not finished" in words
    assert "Action 1 lacks: what it should change." in words
    held = open_room(room.path)
    calm = held.workshop.model_copy(update={"asked": {"MON-09": held.workshop.asked["MON-09"]}})
    typed, printed = iter(["next split\n", ""]), list[str]()
    console = Console(typed.__next__, printed.append, echoes=False)
    assert RoomTalk(Room(held.path, calm, held.template), console, lambda: TODAY).run() == 0
    assert "Nothing lies apart." in "".join(printed)
    assert "MON-09, same" not in "".join(printed)


def test_what_is_no_command_is_told_and_ends_a_pipe(room: Room) -> None:
    assert "That is no command here" in said(room, "dance", "quit")[1]
    assert said(room, "dance", "close", is_piped=True)[0] == 2
    assert not open_room(room.path).workshop.is_closed


def test_ask_opens_a_workshop_by_its_file(
    room: Room, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", iter(()))
    monkeypatch.setattr(
        "readiness.cli.ask.console_here",
        lambda _lost: Console(lambda: "", print, echoes=False),
    )
    assert main(["ask", str(room.path)]) == 0
    assert f"Workshop {room.workshop.id}." in capsys.readouterr().out


def test_the_time_for_a_question_is_told_in_words(room: Room) -> None:
    clock = iter([0.0, 0.0, 20.0, 239.0, 275.0, 300.0, 300.0]).__next__
    lines = ["timer"] * 4 + ["tid stopp", "timer 6", "timer soon", "timer 0"]
    code, words = said(room, *lines, clock=clock)
    assert code == 0
    for one in (
        "Time left: 4 minutes.",
        "Time left: 3 minutes and 40 seconds.",
        "Time left: 1 second.",
        "Over the time by 35 seconds: agree, or park.",
        "The time is stopped.",
        "Time left: 6 minutes.",
    ):
        assert words.count(one) == 1
    assert words.count("Type timer, timer and 1 to 90 minutes, or timer stop.") == 2
