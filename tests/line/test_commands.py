"""The commands of readiness ask, each as a person would type it."""

from datetime import date
from pathlib import Path

import pytest

from readiness.cli.main import main
from readiness.describe.act import left_told, refusal, refused_told
from readiness.describe.search import found
from readiness.domain.plan.act import Act
from readiness.domain.plan.plan import Plan
from readiness.line.console import Console, Leave
from readiness.storage.templates import Library
from tests.line.conversation import converse, empty, plan_at


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return empty(tmp_path / "plan.toml")


def test_the_particulars_are_changed_one_by_one(path: Path) -> None:
    lines = ["about plan", "Mine", "about service", "North", "about start", "1 Feb 2027"]
    more = ["about months", "18", "about months", "99", "about start", "soon"]
    _, said = converse(path, [*lines, *more, "quit"])
    plan = plan_at(path)
    assert (plan.plan, plan.service, plan.months) == ("Mine", "North", 18)
    assert plan.start == date(2027, 2, 1)
    assert '"99" is not a number of months; write a whole number from 1 to 60.' in said
    assert '"soon" is not a date; write it like 11 Jan 2027' in said


def test_moving_about(path: Path) -> None:
    _, said = converse(
        path,
        [
            "back",
            "next",
            "go 2",
            "skip",
            "/back",
            "go cap-05",
            "go unanswered",
            "go flag",
            "go XYZ",
            "quit",
        ],
    )
    assert "This is the first question." in said
    places = [line for line in said.splitlines() if ", question " in line]
    ids = [line.split(", ")[2].split(":")[0] for line in places]
    assert ids == ["SEL-01", "SEL-01", "SEL-02", "CAP-01", "CAP-02", "CAP-01", "CAP-05", "CAP-06"]
    assert "There are no flags, and no X-ray finds anything." in said
    assert 'There is no question "XYZ"' in said


def test_go_flag_leads_to_x_rays_as_well_and_says_what_they_find(example: Path) -> None:
    _, said = converse(example, ["go INC-02", "/go flag", "/go GOAL-09", "/go flag", "quit"])
    x_ray, rest = said.split("X-ray: 12 patients are planned in the caseloads")[1].split("X-ray: ")
    assert "INC-03" in x_ray
    assert "12 July 2027 falls within a closure: Summer holidays." in rest
    assert "MON-01" in rest


def test_go_flag_says_what_is_about_no_question(path: Path) -> None:
    path.write_text(f'{path.read_text()}\n[actions.1]\nname = "Ask"\n')
    _, said = converse(path, ["go INC-02", "/go flag", "quit"])
    assert "X-ray: “Ask” has" in said
    assert "about no question" in said


def test_back_walks_through_the_fields_and_into_the_question_before(path: Path) -> None:
    _, said = converse(path, ["go SEL-10", "AB", "/back", "/back", "quit"])
    assert said.count("Field 1 of 2, Champion") == 2
    assert "Field 2 of 2" in said.split("SEL-09: Successor")[-1] or "SEL-09" in said


def test_after_the_last_question_commands_still_work(path: Path) -> None:
    lines = [
        "go MON-10",
        "next",
        "",
        "why",
        "note",
        "clear",
        "na",
        "all no",
        "hello",
        "back",
        "quit",
    ]
    _, said = converse(path, lines)
    assert "That was the last question." in said
    assert said.count("That belongs to a question") == 5
    assert '"hello" is no command' in said
    assert said.count("MON-10: ") >= 2


def test_clear_takes_out_a_field_or_all_of_a_question(path: Path) -> None:
    lines = ["go INC-03", "12", "0", "back", "clear", "clear", "back", "clear all", "quit"]
    _, said = converse(path, lines)
    assert not plan_at(path).answer("INC-03").parts
    assert "There is no answer here to take out" in said
    assert "Taken out: all answers of INC-03." in said


def test_notes_are_written_over_several_lines_and_taken_out(path: Path) -> None:
    write = ["note", "First.", "", "- second", ".", "go SEL-02", "note here", "note none"]
    _, said = converse(path, [*write, "note", "back", "note", "", "quit"])
    assert plan_at(path).answer("SEL-01").note == "First.\n\n- second"
    assert plan_at(path).answer("SEL-02").note == ""
    assert left_told() in said
    assert "The note stays as it was." in said


def test_a_text_may_hold_a_full_stop_line_a_slash_and_end_with_a_command(path: Path) -> None:
    lines = ["go CAP-07", "//first", "..", "/no command", "/go INC-02", ".", "/quit"]
    converse(path, lines)
    plan = plan_at(path)
    assert plan.answer("CAP-07").parts == {"value": "/first\n.\n/no command"}
    assert "INC-02" not in plan.answers, "a full stop alone is no answer"


def test_no_and_not_sure_answer_a_text_and_a_list(path: Path) -> None:
    lines = ["go CAP-07", "no", "/go INC-02", "not sure", "/go SEL-08", "no", "/go CAP-06", "maybe"]
    _, said = converse(path, [*lines, "na", "Elsewhere", "quit"])
    plan = plan_at(path)
    assert plan.answer("CAP-07").parts == {"value": "no"}
    assert plan.answer("INC-02").parts == {"value": "not sure"}
    assert plan.answer("SEL-08").parts == {"value": "no"}
    assert plan.answer("CAP-06").reason == "Elsewhere"
    assert '"maybe"; type add, or no' in said


def test_choices_by_first_letters_and_what_is_ambiguous(path: Path) -> None:
    lines = ["go SEL-02", "th", "they", "skip", "go SEL-01", "not", "9", "nothing", "go MON-08"]
    _, said = converse(path, [*lines, "1, x", ",", "not sure", "go MON-08", "none", "quit"])
    assert '"not" could be' in said
    assert '"9" is not one of the answers' in said
    plan = plan_at(path)
    assert plan.answer("SEL-01").parts == {"value": "no"}
    assert plan.answer("MON-08").parts == {"value": "no"}


def test_all_is_only_for_questions_without_an_answer_of_their_own(path: Path) -> None:
    lines = ["all yes", "go SEL-05", "all perhaps", "all partly", "go CAP-03", "all not sure"]
    _, said = converse(path, [*lines, "quit"])
    plan = plan_at(path)
    assert "This question has one answer of its own" in said
    assert plan.answer("SEL-05").parts == {"value": "partly"}
    assert plan.answer("CAP-03").parts == {"value": "not sure"}


def test_without_practitioners_a_question_says_how_to_list_them(path: Path) -> None:
    lines = ["go SEL-06", "people add AB", "nurse", "y", "quit"]
    _, said = converse(path, lines)
    assert "No practitioners yet." in said
    assert plan_at(path).people["AB"].parts == {"willing": "yes"}


def test_practitioners_are_asked_for_where_the_name_is_missing(path: Path) -> None:
    lines = ["people add", "AB", "nurse", "people add AB", "people role", "AB", "social worker"]
    more = ["people rename AB", "", "people role XY", "people add", "", "people rename AB", "ab"]
    _, said = converse(path, [*lines, *more, "people", "quit"])
    assert plan_at(path).people["ab"].role == "social worker"
    assert "AB is in the list already; choose others, such as AB2." in said
    assert 'Nothing in the list is called "XY"' in said
    assert refused_told("no name") in said
    assert plan_at(path).people.keys() == {"ab"}


def test_a_command_is_left_by_back_helped_by_help_and_ended_by_quit(path: Path) -> None:
    _, said = converse(path, ["people add", "help", "back", "people add", "/quit", "unread"])
    assert "Type the answer, or back to leave this command" in said
    assert left_told() in said
    assert "unread" not in said


def test_flags_withdrawn_refused_and_unknown(path: Path) -> None:
    accept = [
        "go INC-01",
        "no",
        "/back",
        "flags accept INC-01R",
        "",
        "flags accept INC-01R",
        "ok",
        "TL",
    ]
    more = ["flags withdraw INC-01R now", "flags withdraw INC-01R", "flags XYZ"]
    _, said = converse(path, [*accept, *more, "quit"])
    assert 'Nothing in the list is called "INC-01R now"' in said
    assert "Nothing is accepted without a reason and a name." in said
    assert 'Nothing in the list is called "XYZ"' in said
    assert not plan_at(path).accepted


def test_an_accepted_flag_is_looked_at_again_on_a_day(path: Path) -> None:
    accept = ["go INC-01", "no", "/back", "flags accept INC-01R", "ok", "TL"]
    lines = ["flags again INC-01R", "flags again inc-01r 1 August 2027", "flags INC-01R"]
    _, said = converse(
        path, ["flags again INC-01R", *accept, "flags again INC-01R perhaps", *lines]
    )
    assert 'Nothing in the list is called "INC-01R"' in said
    assert '"perhaps" is not a date' in said
    assert "Recorded: INC-01R: no day to look again." in said
    assert "Recorded: INC-01R: look again on 1 August 2027." in said
    assert "Accepted by TL on 24 November 2026: ok. Look again on 1 August 2027." in said
    assert plan_at(path).accepted["INC-01R"]["look_again"] == date(2027, 8, 1)
    _, said = converse(path, ["flags withdraw INC-01R", "flags again INC-01R 2027-08-01", "quit"])
    assert "look_again" not in plan_at(path).accepted.get("INC-01R", {})


def test_fidelity_is_an_answer_where_a_text_is_asked_for(path: Path) -> None:
    add = ["actions add", "Hours", "TL", "Book a room", "", "", "", "fidelity", ""]
    _, said = converse(path, [*add, "quit"])
    assert "For the command, type" not in said
    assert plan_at(path).actions["1"]["outcome"] == "fidelity"


def test_actions_are_added_dropped_and_reopened(path: Path) -> None:
    add = ["actions add", "Hours", "TL", "", "", "", "", "", "", "actions drop 1", "Too late"]
    more = ["actions reopen 1", "actions adopt XYZ", "actions adopt", "actions add", *[""] * 8]
    _, said = converse(path, [*add, *more, "quit"])
    plan = plan_at(path)
    assert plan.actions["1"]["name"] == "Hours"
    assert "state" not in plan.actions["1"]
    assert plan.actions["2"]["item"] == "SEL-01"
    assert "Nothing was said, so no action was added." in said
    assert 'Nothing in the list is called "XYZ"' in said


def _number_of(line: str) -> str:
    return line.removeprefix("Date ").split(":")[0]


def test_proposed_dates_are_moved_and_taken_over(path: Path) -> None:
    _, listed = converse(path, ["calendar all", "quit"])
    lines = [line for line in listed.splitlines() if "This check is redone (proposed)" in line]
    number = _number_of(lines[0])
    first = next(line for line in listed.splitlines() if "First day with patients" in line)
    lines = [
        f"calendar move {number}",
        "20 Apr 2027",
        f"calendar take {number}",
        "calendar take 99",
    ]
    more = [f"calendar take {_number_of(first)}", f"calendar move {number}", "soon", "quit"]
    _, said = converse(path, [*lines, *more])
    plan = plan_at(path)
    assert plan.answer("MON-10").parts["value"] == (date(2027, 4, 20),)
    assert "Type calendar take and a number" in said
    assert "Only a proposed date can be moved or taken over" in said


def test_saving_under_another_name_and_reading_again(path: Path) -> None:
    other = path.with_name("other.toml")
    lines = ["save", "y", "save as other", "save as other", "go SEL-02", "1", "save reload", "quit"]
    _, said = converse(path, lines)
    assert "Everything is saved in plan.toml." in said
    assert "Saved as other.toml" in said
    assert "other.toml is there already" in said
    assert "SEL-02" in plan_at(other).answers
    assert "SEL-02" not in plan_at(path).answers


def test_leaving_an_unsaved_plan_exits_with_2(path: Path) -> None:
    def lines() -> object:
        path.write_text("format = [")
        yield from ("y", "/save", "/quit", "/quit")

    code, said = converse(path, lines())  # type: ignore[arg-type]
    assert code == 2
    assert "Type save as other.toml to save it under another name." in said


def test_the_file_is_read_again_when_someone_else_changed_it(path: Path) -> None:
    def lines() -> object:
        text = path.read_text()
        path.write_text(text + '\n[answers.INC-01]\nvalue = "yes"\n')
        yield from ("y", "/save reload", "/save reload")
        path.write_text("format = [")
        yield from ("/save reload",)
        path.write_text(text)
        yield "/quit"

    _, said = converse(path, lines())  # type: ignore[arg-type]
    assert "Read again: plan.toml." in said
    assert "plan.toml line 1" in said


@pytest.mark.no_cover
def test_a_strangers_pdf_is_only_replaced_when_asked(path: Path) -> None:
    pdf = path.with_suffix(".pdf")
    pdf.write_text("a letter")
    _, said = converse(path, ["pdf", "quit"])
    assert pdf.read_text() == "a letter"
    assert refusal("in the way", Act(kind="make document", what=pdf.name)) in said
    converse(path, ["pdf replace", "quit"])
    assert pdf.read_bytes().startswith(b"%PDF")


def test_what_the_file_holds_that_is_not_understood_is_told(path: Path) -> None:
    path.write_text(path.read_text() + '\n[answers.SEL-01]\nvalue = "perhaps"\n')
    _, said = converse(path, ["quit"])
    assert "Kept in the file, not understood: plan.toml line" in said


def test_help_about_one_command_and_lists(path: Path) -> None:
    lines = [
        "help go",
        "y",
        "hours",
        "xrays",
        "list all",
        "find",
        "supervision",
        "find zzzz",
        "quit",
    ]
    _, said = converse(path, lines)
    assert "go: another question" in said
    assert "The hours cannot be worked out yet" in said
    assert "The plan does not contradict itself." in said
    assert "51 questions." in said
    assert "Found 0." in said
    assert "SEL-01, ready:" in said


def test_undo_and_redo_say_what_they_did(path: Path) -> None:
    _, said = converse(path, ["undo", "y", "undo", "redo", "redo", "quit"])
    for words in (
        "Nothing to undo.",
        "Undone: SEL-01 Selection criteria: taken out: Yes.",
        "Done again: SEL-01 Selection criteria: added: Yes.",
        "Nothing to redo.",
    ):
        assert words in said


def test_search_looks_at_answers_notes_and_reasons() -> None:
    template, plan = Library().load("imr"), Plan()
    plan = plan.answering("CAP-07", "value", "Krisen går først").noting("SEL-01", "Øving")
    plan = plan.not_applicable("INC-10", "No council here").answering("SEL-10", "deputy", "GH")
    assert [hit.item for hit in found(plan, template, "KRISEN gar")] == ["CAP-07"]
    assert [(hit.item, hit.kind) for hit in found(plan, template, "oving")] == [("SEL-01", "note")]
    assert ("INC-10", "answer") in [(h.item, h.kind) for h in found(plan, template, "council")]
    assert found(plan, template, "  ") == []


def test_ctrl_c_and_what_is_no_text_leave_in_peace() -> None:
    def broken() -> str:
        raise KeyboardInterrupt

    printed: list[str] = []
    console = Console(broken, printed.append, echoes=False)
    for _ in range(2):
        with pytest.raises(Leave):
            console.line("Answer:")
    console = Console(lambda: "a\x07b\n", printed.append, echoes=False)
    assert console.line("Answer:") == "ab"
    assert "1 character that a text cannot hold is left out." in "".join(printed)


def test_the_command_asks_on_the_terminal_and_in_pipes(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import io
    import signal

    caught: dict[object, object] = {}
    monkeypatch.setattr(signal, "signal", caught.__setitem__)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"y\nquit\n"), "utf-8"))
    assert main(["ask", str(path)]) == 0
    assert "Understood: Yes." in capsys.readouterr().out
    with pytest.raises(KeyboardInterrupt):
        caught[signal.SIGTERM]()  # type: ignore[operator]
    made = io.TextIOWrapper(io.BytesIO(b"yes\n" + b"\n" * 4), "utf-8")
    monkeypatch.setattr("sys.stdin", made)
    assert main(["ask", str(path.parent / "no" / "folder.toml")]) == 2
    assert "There is no folder" in capsys.readouterr().out


def test_a_flag_that_changes_its_sentence_is_told_and_why_explains_it(example: Path) -> None:
    lines = ["go CAP-01", "2", "why", "go MON-01", "go INC-10", "not applicable", "", "na none"]
    _, said = converse(example, [*lines, "/go INC-10", "quit"])
    assert "Red flag changed: CAP-01 Hours freed. AB needs 5.3 hours a week and has 2." in said
    assert "Hours a week for AB: 2 freed, 5.3 needed, short of 3.3." in said
    assert "Rests on: Hours" in said or "Rests on: hours" in said
    assert "Review 1. " in said
    assert "Without a reason INC-10 stays open." in said
    assert "Reason: none" in said


def test_a_pdf_that_cannot_be_written_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from readiness.storage import disk

    def full(_target: Path, _raw: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk, "replace_file", full)
    _, said = converse(path, ["pdf", "quit"])
    assert "plan.pdf could not be written: no space left on device" in said


def test_a_proposal_that_no_question_asks_for_stays_proposed(path: Path) -> None:
    _, listed = converse(path, ["calendar all", "quit"])
    line = next(one for one in listed.splitlines() if "Supervision starts (proposed)" in one)
    number = _number_of(line)
    lines = [f"calendar take {number}", f"calendar move {number}", "soon", "quit"]
    _, said = converse(path, lines)
    assert "No question asks for this date; it stays proposed and can be moved." in said
    assert '"soon" is not a date' in said
