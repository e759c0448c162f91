"""What can be done to a workshop, and what is not done and why."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from readiness.app.operations import rating, workshop_collect, workshop_finish, workshop_forms
from readiness.app.operations import workshop as rooms
from readiness.app.operations.workshop import Invitation, NotDone, Room
from readiness.app.operations.workshop_collect import blank_answers
from readiness.app.operations.workshop_finish import Finished
from readiness.app.session import Session
from readiness.domain.plan.bounds import MOST_ROWS
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.workshop_record import rechecking, recorded
from readiness.domain.ratings.questions import answer_meant
from readiness.domain.ratings.rater_answers import Said
from readiness.domain.ratings.workshop import Agreed, Asked
from readiness.domain.schedule.calendar import events_of
from readiness.report.pack.papers import handout
from readiness.report.plain_text import sections_of
from readiness.report.redaction import without_names
from readiness.storage.answers_file import write_answers
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from tests.workshops import QUESTIONS, TEMPLATE, answers

TODAY = date(2026, 12, 2)
AGREED = Agreed(answer="no", reason="Nobody was asked.")
ACTION = {"actor": "the team leader", "when": date(2027, 1, 4), "outcome": "acceptability"}


def made(folder: Path, *wanted: str, plan: Plan | None = None) -> Room:
    """A workshop for a plan, with a leader who agreed to be seen."""
    folder.mkdir(exist_ok=True)
    PlanFile.create(folder / "plan.toml", plan or Plan(), TEMPLATE)
    invitation = Invitation(
        roles={"leader": 1, "practitioner": 5}, wanted=wanted or ("GOAL-09",), leader_agreed=True
    )
    return rooms.prepare(folder / "plan.toml", folder / "riv.workshop.toml", invitation, TODAY)


def sends(room: Room, *values: str, item: str = "GOAL-09", vote: int = 1) -> Room:
    """A leader and practitioners send one answer each, beside the workshop's file."""
    for number, value in enumerate(values):
        said = {item: Said(value=value, asked=QUESTIONS[item].asked)}
        one = answers(
            "practitioner" if number else "leader", f"code{number}", said, for_=room.workshop.id
        ).model_copy(update={"vote": vote})
        write_answers(room.path.parent / f"{vote}-{number}.answers.toml", one)
    return room


def closed(folder: Path, *values: str) -> Room:
    room = sends(made(folder), *(values or ("yes", "no", "no", "no", "partly", "yes")))
    return workshop_collect.close(room, workshop_collect.collected(room, []))


def refused(act: Callable[[], object], why: str) -> None:
    with pytest.raises(NotDone, match=why):
        act()


def session(room: Room, **tables: object) -> Session:
    opened = Session.open(room.plan, Library(), today=lambda: TODAY)
    opened.take(opened.plan.model_copy(update=tables))
    return opened


def finished(room: Room, opened: Session) -> Finished:
    def save() -> str:
        opened.save()
        return ""

    return workshop_finish.finish(room, opened, save)


def three(**first: object) -> dict[str, dict[str, object]]:
    return {"1": {**ACTION, **first}, "2": ACTION, "3": ACTION}


def test_a_workshop_is_made_for_a_plan_and_never_written_over(tmp_path: Path) -> None:
    room = made(tmp_path)
    assert room.workshop.id.startswith("riv-")
    assert rooms.open_room(room.path).workshop == room.workshop
    with pytest.raises(Exception, match="there already"):
        rooms.prepare(room.plan, room.path, Invitation(roles={}, wanted=["GOAL-09"]), TODAY)


def test_a_plan_on_another_drive_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def another(*_rest: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(os.path, "relpath", another)
    refused(lambda: made(tmp_path), "same drive")


def test_nothing_is_agreed_on_or_finished_before_collecting_is_closed(tmp_path: Path) -> None:
    room = made(tmp_path)
    for act in (
        lambda: rooms.revealed(room),
        lambda: rooms.agree(room, "GOAL-09", AGREED),
        lambda: finished(room, session(room)),
    ):
        refused(act, "still being collected")
    looked = workshop_collect.collected(room, [])
    refused(lambda: workshop_collect.close(room, looked), "Nothing that counts")


def test_only_what_looks_like_answers_is_read_where_no_folder_is_named(tmp_path: Path) -> None:
    room = sends(made(tmp_path), "yes", "no")
    (tmp_path / "notes.toml").write_text("a = 1\n", "utf-8")
    for folder, why in ("", ""), (str(tmp_path), ""), ("none", "There is no such folder."):
        assert workshop_collect.no_folder(folder) == why
    assert workshop_collect.collected(room, []).read == 2
    named = workshop_collect.collected(room, [tmp_path, tmp_path / "gone.answers.toml"])
    assert (named.read, len(named.unread), named.is_whole) == (4, 2, False)
    assert workshop_collect.collected(room, []).is_whole


def test_more_files_than_a_workshop_has_are_told(tmp_path: Path) -> None:
    room = made(tmp_path)
    for number in range(201):
        (tmp_path / f"{number}.answers.toml").touch()
    refused(lambda: workshop_collect.collected(room, []), "There are 201 files")


def test_the_second_vote_comes_after_the_first_and_once(tmp_path: Path) -> None:
    room = sends(made(tmp_path), *["no"] * 6)
    sends(room, *["yes"] * 6, vote=2)
    first, second = (workshop_collect.collected(room, [], vote) for vote in (1, 2))
    refused(lambda: workshop_collect.close(room, first, second), "close it first")
    room = workshop_collect.close(room, first)
    refused(lambda: workshop_collect.close(room, first), "Late files are kept aside until 3")
    room = workshop_collect.close(room, first, second)
    assert room.workshop.vote("GOAL-09", 2)["practitioner"].said["yes"] == 5
    refused(lambda: workshop_collect.close(room, first, second), "shown already")
    for number in range(3):
        said = {"GOAL-09": Said(value="no", asked=QUESTIONS["GOAL-09"].asked)}
        late = answers("practitioner", f"late{number}", said, for_=room.workshop.id)
        write_answers(tmp_path / f"late{number}.answers.toml", late)
    late_too = workshop_collect.collected(room, [])
    refused(lambda: workshop_collect.close(room, late_too), "nothing that comes in later is added")


def test_what_was_said_without_need_is_not_kept_of_an_agreed_answer(tmp_path: Path) -> None:
    room = rooms.park(closed(tmp_path), "GOAL-09")
    assert room.workshop.parked == ("GOAL-09",)
    said = AGREED.model_copy(update={"against_votes": True, "by_leader": True})
    after, guard = rooms.agree(room, "GOAL-09", said)
    assert guard is None
    assert after.workshop.agreed["GOAL-09"] == AGREED.model_copy(update={"against": 1})
    assert after.workshop.parked == ()
    pressed = said.model_copy(update={"answer": "yes"})
    forced = rooms.agree(room, "GOAL-09", pressed)[0].workshop.agreed["GOAL-09"]
    assert (forced.against_votes, forced.by_leader) == (True, True)
    assert rooms.agree(room, "GOAL-09", AGREED.model_copy(update={"answer": "yes"}))[1]
    refused(lambda: rooms.park(room, "INC-10"), "INC-10 was not asked")
    crowd = said.model_copy(update={"against": 501})
    refused(lambda: rooms.agree(room, "GOAL-09", crowd), '"501" is not a whole number of people')
    later = said.model_copy(update={"look_again": date(9000, 2, 1)})
    refused(lambda: rooms.agree(room, "GOAL-09", later), "9000-02-01 is too far away")


def test_the_missing_list_needs_a_name_and_a_day(tmp_path: Path) -> None:
    room = closed(tmp_path)
    refused(lambda: rooms.note_missing(room, "How many", "", TODAY), "who finds out")
    refused(lambda: rooms.note_missing(room, "How many", "EF", None), "by when")
    far = date(9000, 2, 1)
    refused(lambda: rooms.note_missing(room, "How many", "EF", far), "9000-02-01 is too far away")
    after = rooms.note_missing(room, "How many", "EF", TODAY)
    after = rooms.note_missing(after, "Which room", "AB", TODAY, "CAP-10")
    assert list(after.workshop.missing) == ["1", "2"]
    assert after.workshop.missing["2"]["item"] == "CAP-10"
    assert "item" not in after.workshop.missing["1"]


def test_what_the_plan_says_now_stands_beside_the_answers(tmp_path: Path) -> None:
    plan = Plan().answering("GOAL-09", "value", "yes").answering("GOAL-05", "staff", "no")
    room = made(tmp_path, "gap", "topics", plan=plan)
    now = rooms.plan_now(room)
    assert (now.answers["GOAL-09"], now.answers["GOAL-05"]) == ("Yes", "No")
    assert now.ready["T09"] is False
    assert "T10" not in now.ready
    room.plan.unlink()
    assert rooms.plan_now(room).answers == {}


def test_a_workshop_ends_with_whole_actions_and_red_facts_acted_on(tmp_path: Path) -> None:
    room = closed(tmp_path)
    two = session(room, actions=dict(list(three().items())[:2]))
    assert workshop_finish.lacking(room, two).actions == 2
    unfinished = finished(room, two)
    assert unfinished.lacks is not None
    assert unfinished.effect.said == unfinished.lacks.said[0]
    assert not two.plan.workshops
    vague = workshop_finish.lacking(
        room, session(room, actions=three(name="Book it", actor="TBD", when="soon"))
    )
    assert vague.unfinished == (("Book it", ["actor", "when"]),)
    over = session(room, actions={**three(state="dropped"), "4": {**ACTION, "state": "done"}})
    assert workshop_finish.lacking(room, over).actions == 2
    dotted = rooms.Room(
        room.path, room.workshop.model_copy(update={"dots": {"2": 1, "3": 2}}), room.template
    )
    assert workshop_finish.lacking(dotted, session(room, actions=three())).actions == 2


def test_a_red_fact_is_acted_on_or_accepted_and_not_voted_on(tmp_path: Path) -> None:
    room = closed(tmp_path)
    opened = session(room, actions=three())
    plan = opened.plan.answering("GOAL-03", "leader", "no").answering("GOAL-03", "deputy", "no")
    opened.take(plan)
    (flag,) = workshop_finish.lacking(room, opened).red_facts
    assert flag.item == "GOAL-03"
    opened.take(opened.plan.entering("actions", "1", {"item": "GOAL-03"}))
    assert workshop_finish.lacking(room, opened).is_nothing


def test_finishing_is_one_change_that_undo_takes_back(tmp_path: Path) -> None:
    room = rooms.agree(closed(tmp_path), "GOAL-09", AGREED)[0]
    opened = session(room, actions=three())
    before = opened.plan
    found = finished(room, opened)
    after = found.room
    assert found.effect.said == f"The workshop {room.workshop.id} is in the plan."
    assert opened.plan.answer("GOAL-09").parts["value"] == "no"
    assert found.only_agreed == ()
    refused(lambda: finished(after, opened), "finished on 2 December 2026")
    assert opened.undo()
    assert opened.plan == before
    assert finished(after, opened).is_done
    refused(lambda: rooms.park(after, "GOAL-09"), "finished on 2 December 2026")


def test_a_workshop_stays_open_and_its_answers_stay_where_the_plan_is_not_saved(
    tmp_path: Path,
) -> None:
    room = closed(tmp_path)
    found = workshop_finish.finish(
        room, session(room, actions=three()), lambda: "The disk is full."
    )
    assert (found.is_done, found.trouble, found.notes) == (False, "The disk is full.", [])
    assert rooms.open_room(room.path).workshop.finished is None
    refused(lambda: workshop_finish.delete_answers(found.room, []), "not in the plan yet")
    assert len(workshop_finish.room_files(room, [])) == 6


def test_a_plan_that_is_full_is_left_as_it_is(tmp_path: Path) -> None:
    room = closed(tmp_path)
    many = {str(number): {"what": "x"} for number in range(MOST_ROWS)}
    opened = session(room, actions=three(), missing=many)
    room = rooms.note_missing(room, "How many", "EF", TODAY)
    found = finished(room, opened)
    assert not found.is_done
    assert found.notes == []
    assert found.room.workshop.finished is None
    assert opened.plan.workshops == {}


def test_agreed_answers_never_replace_words_of_the_plan(tmp_path: Path) -> None:
    room = sends(made(tmp_path, "CAP-07", "CAP-10", "INC-02"), *["no"] * 6, item="CAP-07")
    room = workshop_collect.close(room, workshop_collect.collected(room, []))
    for item in ("CAP-07", "CAP-10"):
        room = rooms.agree(room, item, AGREED)[0]
    partly = AGREED.model_copy(update={"answer": "partly", "look_again": TODAY, "against": 3})
    room = rooms.agree(room, "INC-02", partly)[0]
    opened = session(room, actions=three())
    opened.take(opened.plan.answering("CAP-07", "value", "Emergencies come first."))
    found = finished(room, opened)
    assert opened.plan.answer("CAP-07").parts["value"] == "Emergencies come first."
    assert opened.plan.answer("CAP-10").parts["value"] == "no"
    assert opened.plan.agreed["INC-02"] == {
        "workshop": room.workshop.id,
        "answer": "partly",
        "reason": "Nobody was asked.",
        "against": 3,
        "look_again": TODAY,
    }
    assert found.only_agreed == ("CAP-07", "INC-02")


def test_an_agreed_answer_that_another_field_says_by_chance_is_told(tmp_path: Path) -> None:
    room = sends(made(tmp_path, "CAP-10"), *["no"] * 6, item="CAP-10")
    room = workshop_collect.close(room, workshop_collect.collected(room, []))
    room = rooms.agree(room, "CAP-10", AGREED)[0]
    opened = session(room, actions=three())
    opened.take(opened.plan.answering("CAP-10", "handouts", "no"))
    found = finished(room, opened)
    assert found.only_agreed == ("CAP-10",)


def test_only_this_workshops_answers_are_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = sends(made(tmp_path), "yes", "no")
    (tmp_path / "broken.answers.toml").write_text("kind = \n", "utf-8")
    other = answers("user", "other", {}, for_="hill-9")
    write_answers(tmp_path / "other.answers.toml", other)
    held = Path.unlink

    def unlink(path: Path, *, missing_ok: bool = False) -> None:
        if path.name == "1-0.answers.toml":
            raise PermissionError
        held(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    refused(lambda: workshop_finish.delete_answers(room, []), "not in the plan yet")
    gone = workshop_finish.delete_answers(rooms.write_changes(room, finished=TODAY), [])
    assert [one.name for one in gone] == ["1-1.answers.toml"]
    left = {one.name for one in tmp_path.glob("*.answers.toml")}
    assert left == {"1-0.answers.toml", "broken.answers.toml", "other.answers.toml"}


def test_the_shared_document_holds_the_agreed_answers_alone(tmp_path: Path) -> None:
    room = rooms.agree(closed(tmp_path), "GOAL-09", AGREED)[0]
    room = rooms.note_missing(room, "How many", "EF", TODAY)
    opened = session(room, actions=three())
    finished(room, opened)
    found = without_names(opened.plan, TEMPLATE)
    assert (found.heard, found.missing) == ({}, {})
    assert found.agreed == {"GOAL-09": {"workshop": room.workshop.id, "answer": "no"}}
    assert found.workshops == {room.workshop.id: {"date": TODAY, "took_part": 6, "asked": 1}}


def test_what_was_agreed_and_what_is_missing_stand_in_the_calendar(tmp_path: Path) -> None:
    again = AGREED.model_copy(update={"look_again": date(2027, 3, 1)})
    room = rooms.agree(closed(tmp_path), "GOAL-09", again)[0]
    room = rooms.note_missing(room, "How many fit", "EF", date(2026, 12, 12), "INC-03")
    opened = session(room, actions=three())
    finished(room, opened)
    plan = opened.plan.entering("missing", "2", {"what": "Which room", "by": TODAY})
    plan = plan.entering("missing", "3", {"what": "Some day"}).entering("agreed", "X", {})
    found = {(one.day, one.what, one.item) for one in events_of(plan, TEMPLATE)}
    assert {
        (date(2027, 3, 1), "Look again: GOAL-09", "GOAL-09"),
        (date(2026, 12, 12), "Found out by now: How many fit (EF)", "INC-03"),
        (TODAY, "Found out by now: Which room", ""),
    } <= found
    assert not any("Some day" in what or what.endswith(" X") for _day, what, _item in found)


def test_what_the_plan_keeps_of_a_workshop(tmp_path: Path) -> None:
    PlanFile.create(
        tmp_path / "plan.toml", Plan().answering("MON-10", "value", (date(2028, 1, 3),)), TEMPLATE
    )
    asking = Invitation(
        roles={"practitioner": 5},
        wanted=["GOAL-06", "GOAL-09", "T01"],
        facilitator="consultant",
        smallest=4,
    )
    room = rooms.prepare(tmp_path / "plan.toml", tmp_path / "riv.workshop.toml", asking, TODAY)
    assert (room.workshop.smallest, room.workshop.smallest_sensitive) == (4, 5)
    for number in range(5):
        said = {
            "GOAL-06": Said(value="weekly" if number else "monthly"),
            "GOAL-09": Said(value="partly" if number else "no"),
        }
        one = answers("practitioner", f"code{number}", said, for_=room.workshop.id)
        write_answers(tmp_path / f"{number}.answers.toml", one)
    room = workshop_collect.close(room, workshop_collect.collected(room, []))
    better = Agreed(answer="yes", reason="It is so.", by_leader=True, against_votes=True)
    room = rooms.agree(room, "GOAL-09", better)[0]
    opened = session(room, actions=three())
    finished(room, opened)
    plan = opened.plan
    assert plan.workshops[room.workshop.id]["facilitator"] == "consultant"
    assert plan.heard["GOAL-06"] == {
        "workshop": room.workshop.id,
        "who": "practitioners",
        "of": 5,
        "said": "weekly 4; monthly 1",
        "unsure": 0,
    }
    assert "T01" not in plan.heard
    assert plan.agreed["GOAL-09"]["by_leader"] == "yes"
    assert "against_votes" not in plan.agreed["GOAL-09"]
    days = plan.answer("MON-10").parts["value"]
    assert days == (date(2027, 3, 2), date(2027, 6, 2), date(2027, 12, 2), date(2028, 1, 3))
    assert rechecking(Plan(), TEMPLATE.model_copy(update={"items": {}}), TODAY) == Plan()
    unasked = {"GOAL-09": room.questions["GOAL-09"]}
    bare = recorded(Plan(), room.workshop, TEMPLATE, unasked, TODAY)
    assert list(bare.heard) == ["GOAL-09"]
    nothing = room.workshop.model_copy(
        update={"shown": (), "facilitator": "", "agreed": {"X": better}}
    )
    assert (
        recorded(Plan(), nothing, TEMPLATE, unasked, TODAY).workshops[room.workshop.id]["took_part"]
        == 0
    )


def test_a_note_is_released_only_where_something_is_said(tmp_path: Path) -> None:
    room = made(tmp_path)
    mine = blank_answers(room, "practitioner")
    assert rating.releasing(mine, "GOAL-09", is_shown=True) == mine
    timeless = rooms.Room(
        room.path, room.workshop.model_copy(update={"opened": None}), room.template
    )
    path = rating.place_of(tmp_path, mine)
    assert rating.keep(timeless, path, mine).edition == 1
    assert rating.keep(timeless, path, mine).edition == 2


def names(files: list[Path]) -> list[str]:
    assert all(one.stat().st_size for one in files)
    return [one.name for one in files]


def test_each_role_that_is_asked_has_a_form_and_all_have_one_invitation(tmp_path: Path) -> None:
    room, out = made(tmp_path), tmp_path / "forms"
    given = workshop_forms.make_forms(room, out, ["html", "docx"], TODAY)
    assert names(given) == [
        "riv-leader.html",
        "riv-leader.docx",
        "riv-practitioner.html",
        "riv-practitioner.docx",
        "riv-invitation.docx",
    ]
    assert workshop_forms.make_forms(room, out, ["html", "docx"], TODAY) == given
    given[0].write_text("Minutes of last week", "utf-8")
    refused(
        lambda: workshop_forms.make_forms(room, out, ["html"], TODAY), "riv-leader.html is there"
    )
    assert given[0].read_text("utf-8") == "Minutes of last week"


def test_a_second_vote_asks_what_was_parked_or_lies_apart_and_nothing_about_oneself(
    tmp_path: Path,
) -> None:
    room = made(tmp_path, "GOAL-09", "GOAL-06", "INC-02", "SEL-06")
    refused(lambda: workshop_forms.voted_again(room), "still being collected")
    sends(room, *["no"] * 6)
    room = workshop_collect.close(room, workshop_collect.collected(room, []))
    refused(lambda: workshop_forms.voted_again(room), "nothing to vote on again")
    for item in ("INC-02", "SEL-06"):
        room = rooms.park(room, item)
    assert workshop_forms.voted_again(room) == ["INC-02"]
    again = workshop_forms.make_forms(room, tmp_path, ["html", "docx"], TODAY, vote=2)
    assert names(again)[:2] == ["riv-leader-2.html", "riv-leader-2.docx"]
    assert len(again) == 4
    page = again[0].read_text("utf-8")
    assert ('name="INC-02"' in page, 'name="GOAL-09"' in page) == (True, False)
    assert rating.questions_for(room, "leader", 2) == ["INC-02"]
    assert workshop_forms.voted_again(closed(tmp_path / "apart")) == ["GOAL-09"]
    gone = {**room.workshop.asked, "GONE-01": Asked()}
    changed = {"asked": gone, "parked": ("INC-02", "GONE-01")}
    old = replace(room, workshop=room.workshop.model_copy(update=changed))
    assert workshop_forms.voted_again(old) == ["INC-02"]


@pytest.mark.no_cover
def test_the_facilitators_papers_are_a_file_each(tmp_path: Path) -> None:
    assert names(workshop_forms.make_pack(made(tmp_path), tmp_path / "pack", ["docx"], TODAY)) == [
        "riv-wall-cards.html",
        "riv-run-sheet.docx",
        "riv-slips.docx",
        "riv-dot-sheet.docx",
        "riv-debrief.docx",
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Weekly", "weekly"),
        ("ja", "yes"),
        (" not  sure ", "not sure"),
        ("now and then", "now and then"),
        ("-", "-"),
        ("?", "?"),
    ],
)
def test_an_answer_is_typed_in_any_spelling(typed: str, meant: str) -> None:
    assert answer_meant(typed, QUESTIONS["GOAL-06"]) == meant


def test_those_who_took_part_take_home_what_was_agreed_and_what_is_done(tmp_path: Path) -> None:
    first = rooms.agree(closed(tmp_path), "GOAL-09", AGREED)[0]
    first = rooms.note_missing(first, "How many fit", "EF", date(2026, 12, 12))
    opened = session(first, actions=three(name="Listening round"))
    found = finished(first, opened)
    room = found.room
    assert found.handout == "Made: riv-handout.pdf."
    page = handout(room.workshop, opened.plan, TEMPLATE, TODAY)
    words = "\n".join(one.text for part in sections_of(page) for one in part.passages)
    for one in (
        "6 people answered. Thank you.",
        "Nobody was asked.",
        "Listening round",
        "the team leader",
        "How many fit",
        "2 March 2027, 2 June 2027 and 2 December 2027",
    ):
        assert one in words
    assert "code" not in words
    pack = workshop_forms.make_pack(room, tmp_path / "pack", ["docx"], TODAY)
    assert "riv-handout.docx" in names(pack)


def test_a_handout_that_cannot_be_made_is_told_and_the_workshop_is_finished(
    tmp_path: Path,
) -> None:
    room = closed(tmp_path)
    (tmp_path / "riv-handout.pdf").write_bytes(b"someone else's")
    said = workshop_forms.handout_beside(room, TODAY)
    assert said.startswith("The handout was not made: riv-handout.pdf is there and was not made")
    assert (tmp_path / "riv-handout.pdf").read_bytes() == b"someone else's"


def filled(path: Path, item: str, answer: str) -> None:
    """Write an answer into a form, as a spreadsheet program does."""
    book = load_workbook(path)
    for row in book.worksheets[0].iter_rows():
        if row[0].value == item:
            row[3].value = answer
    book.save(path)


@pytest.mark.no_cover
def test_a_spreadsheet_for_each_person_comes_back_and_counts_as_any_file(tmp_path: Path) -> None:
    room, folder = made(tmp_path), tmp_path / "forms"
    forms = workshop_forms.make_forms(room, folder, ["xlsx", "csv"], TODAY)
    assert [one.suffix for one in forms] == [".xlsx", ".csv"] + [".xlsx"] * 5 + [".csv"] * 5
    assert len(names(forms)) == len(set(names(forms))) == 12
    for path, answer in zip(
        (one for one in forms if one.suffix == ".xlsx"),
        ("yes", "no", "no", "perhaps", "partly", "yes"),
        strict=True,
    ):
        filled(path, "GOAL-09", answer)
    (folder / "~$lock.xlsx").write_bytes(b"")
    (folder / "old.xls").write_bytes(b"")
    came = workshop_collect.collected(room, [folder])
    assert came.found.by_role == {"leader": 1, "practitioner": 5}
    assert len(came.unread) == 7, "six forms that are blank, and one that is not read"
    assert ['"perhaps" is none of' in one.why for one in came.remarks] == [True]
    copy = folder / "copy.xlsx"
    copy.write_bytes(forms[0].read_bytes())
    filled(copy, "GOAL-09", "no")
    told = workshop_collect.collected(room, [folder]).found
    assert {one.reason for one in told.told} == {"two editions alike"}
    assert told.by_role == {"practitioner": 5}
    copy.unlink()
    room = workshop_collect.close(room, came)
    assert room.workshop.vote("GOAL-09")["practitioner"].answered == 4
    again = workshop_forms.make_forms(room, folder, ["xlsx"], TODAY, vote=2)
    assert {one.name[:6] for one in again} == {"riv-le", "riv-pr"}
    filled(again[1], "GOAL-09", "yes")
    assert workshop_collect.collected(room, [folder], 2).found.by_role == {"practitioner": 1}
    assert (
        len(workshop_finish.delete_answers(rooms.write_changes(room, finished=TODAY), [folder]))
        == 7
    )
    assert (folder / "old.xls").exists()
    assert not [one for one in forms if one.suffix == ".xlsx" and one.exists()]


def test_blank_forms_beside_the_workshop_are_looked_at_and_other_spreadsheets_are_not(
    tmp_path: Path,
) -> None:
    room = made(tmp_path)
    workshop_forms.make_forms(room, tmp_path, ["csv"], TODAY)
    (tmp_path / "budget.xlsx").write_bytes(b"")
    assert len(workshop_collect.collected(room, []).unread) == 6
