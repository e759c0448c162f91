"""A workshop in plain lines, from what came in to the plan."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from readiness.app.operations import workshop_collect
from readiness.app.operations.workshop import Invitation, Room, open_room, prepare
from readiness.app.operations.workshop_collect import blank_answers, take_lines
from readiness.cli.main import main
from readiness.domain.plan.plan import Plan
from readiness.domain.ratings.rater_answers import Said
from readiness.line.console import Console
from readiness.line.rating import pass_round
from readiness.line.workshop import WorkshopTalk
from readiness.report.rater_form.page import RoleForm
from readiness.report.rater_form.sheet import as_csv, form_rows
from readiness.storage.answers_file import write_answers
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from tests.workshops import ACTION, TEMPLATE, answers, nine_people

TODAY = date(2026, 12, 2)


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return nine_people(tmp_path, TODAY)


def said(
    room: Room, *lines: str, is_piped: bool = False, clock: Callable[[], float] = lambda: 0.0
) -> tuple[int, str]:
    typed, printed = iter([f"{line}\n" for line in lines]), list[str]()
    rest: Iterable[str] = typed
    console = Console(lambda: next(iter(rest), ""), printed.append, echoes=True, is_piped=is_piped)
    code = WorkshopTalk(open_room(room.path), console, lambda: TODAY, clock).run()
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
    asked = ["close", "agree GOAL-09 no", "Heard.", "many", "not sure", "2.5", "two", "soon"]
    _code, words = said(room, *asked, "first monday of march 2027", "close 3")
    assert '"many" is not a number' in words
    assert '"2.5" is not a whole number of people.' in words
    assert "Type close, or close 2 for the second vote." in words
    agreed = open_room(room.path).workshop.agreed["GOAL-09"]
    assert (agreed.against, agreed.look_again) == (2, date(2027, 3, 1))


def test_dots_that_cannot_be_placed_take_no_others_with_them(room: Room) -> None:
    _code, words = said(room, "close", "dots", "1 1 2", "1 1 1", "7", "2 3")
    assert "Line 2 has too many dots" in words
    assert "there is no open action 7" in words
    assert "action 1: 2 dots action 2: 2 dots action 3: 1 dot" in words  # at the end of the input
    assert open_room(room.path).workshop.dots == {"1": 2, "2": 2, "3": 1}


@pytest.mark.no_cover
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
    assert "\u201caction 1\u201d lacks: what it should change." in words
    held = open_room(room.path)
    calm = held.workshop.model_copy(update={"asked": {"MON-09": held.workshop.asked["MON-09"]}})
    typed, printed = iter(["next split\n", ""]), list[str]()
    console = Console(typed.__next__, printed.append, echoes=False)
    assert WorkshopTalk(Room(held.path, calm, held.template), console, lambda: TODAY).run() == 0
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


def sends(room: Room, code: str, role: str, *values: str, **fields: object) -> None:
    """One person's answers to the workshop's questions, as a file beside it."""
    said_ = {
        item: Said(value=value, asked=room.workshop.asked[item].asked)
        for item, value in zip(room.workshop.asked, values, strict=True)
    }
    one = answers(role, code, said_, for_=room.workshop.id).model_copy(update=fields)
    write_answers(room.path.parent / f"{code}-{one.vote}.answers.toml", one)


def by_spreadsheet(room: Room, role: str, *values: str) -> None:
    """One person fills in a spreadsheet and sends it back."""
    rows = form_rows(RoleForm(room.workshop, room.questions, role), blank_answers(room, role))
    said_ = dict(zip(room.workshop.asked, values, strict=True))
    filled = [(*row[:3], said_[row[0]], *row[4:]) if row[0] in said_ else row for row in rows]
    (room.path.parent / "sent.answers.csv").write_bytes(as_csv(filled))


def test_nine_people_and_every_kind_of_file_are_played_through_ask(tmp_path: Path) -> None:
    plan = Plan(template_version=TEMPLATE.version, actions={str(n): ACTION for n in (1, 2, 3)})
    PlanFile.create(tmp_path / "plan.toml", plan, TEMPLATE)
    asking = Invitation({"leader": 1, "practitioner": 5, "user": 3}, ["GOAL-09", "MON-09"])
    room = prepare(tmp_path / "plan.toml", tmp_path / "riv.workshop.toml", asking, TODAY)
    sends(room, "leader22", "leader", "yes", "yes")
    for n, values in enumerate([("no", "yes"), ("no", "no"), ("partly", "yes")]):
        sends(room, f"pract{n}22", "practitioner", *values)
    take_lines(room, ["P ny", "U py"], tmp_path)
    by_spreadsheet(room, "practitioner", "no", "yes")
    sends(room, "users222", "user", "partly", "yes")
    passing = iter(["3\n", "partly\n", "yes\n", "\n"])
    console = Console(lambda: next(passing, ""), lambda _line: None, echoes=False)
    assert pass_round(room, console, tmp_path, lambda: None).finished == 1
    sends(room, "stranger", "user", "no", "no", for_="hill-9")
    copy = tmp_path / "again.answers.toml"
    copy.write_bytes((tmp_path / "leader22-1.answers.toml").read_bytes())
    (tmp_path / "plan.answers.toml").write_bytes(room.plan.read_bytes())

    words = said(room, "count", "reveal")[1]
    for one in (
        "leader 1 of 1, practitioners 5 of 5, user representatives 3 of 3",
        "12 files read: 9 counted, 3 not counted, 1 of them not readable.",
        "plan.answers.toml: this is a whole plan and not one person's answers",
        "is for another workshop, hill-9: not counted.",
        "is a copy of again.answers.toml: counted once.",
        "still being collected",
    ):
        assert one in words
    words = said(room, "close", "next split")[1]
    assert "Collecting is closed: 9 people answered." in words
    assert "GOAL-09, split. Heard, with room. All together: yes 1, partly 4, no 4." in words
    sends(room, "late2222", "user", "no", "no")
    assert "Late files are kept aside until 3" in said(room, "close")[1]
    (tmp_path / "late2222-1.answers.toml").unlink()

    again = workshop_collect.collected(open_room(room.path), []).found.counted
    for one in again.values():
        sends(room, one.code, one.who, "partly", "yes", vote=2)
    lines = ["park MON-09", "close 2", "reveal GOAL-09", "agree GOAL-09 partly", "Heard.", "1", ""]
    lines += ["missing How many fit", "EF", "12 dec 2026", "dots", "1 1 2", "3", ""]
    words = said(room, *lines, "finish", "yes")[1]
    for one in (
        "All together: yes 0, partly 9, no 0. First vote: All together: yes 1, partly 4, no 4.",
        "5 of 9 answer otherwise than before.",
        "Agreed: GOAL-09.",
        "action 1: 2 dots",
        f"The workshop {room.workshop.id} is in the plan.",
        "Made: riv-handout.pdf.",
        "19 answers files are deleted. Copies may remain",
    ):
        assert one in words
    left = sorted(one.name for one in tmp_path.iterdir() if ".answers." in one.name)
    assert left == ["plan.answers.toml", "stranger-1.answers.toml"]
    kept = PlanFile.open(room.plan, Library()).plan
    assert kept.answer("GOAL-09").parts["value"] == "partly"
    assert (kept.heard["GOAL-09"]["of"], kept.heard["GOAL-09"]["partly"]) == (9, 9)
