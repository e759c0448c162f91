"""A workshop of nine people through the command line, from the invitation to the plan."""

import io
import json
import time
from pathlib import Path

import pytest

from readiness.cli.main import main
from readiness.domain.ratings.rater_answers import RaterAnswers, Said
from readiness.storage.answers_file import read_answers, write_answers
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from readiness.storage.workshop_file import read_workshop
from tests.workshops import QUESTIONS, answers

ACTIONS = """
[actions.7]
actor = "the team leader"
when = 2027-12-21
outcome = "acceptability"
item = "GOAL-09"

[actions.8]
actor = "the team leader"
when = 2027-12-21
outcome = "fidelity"
"""


class Told:
    """What commands print, and a plan with a workshop to run them on."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys
        self.plan = folder / "plan.toml"
        self.file = folder / "riverside.workshop.toml"
        self.answers = folder / "answers"
        self.answers.mkdir()
        assert main(["new", str(self.plan), "--start", "2027-01-11"]) == 0

    def run(self, *words: object) -> tuple[int, str]:
        """Run a command on the workshop; its exit code, and all that it printed."""
        self._capsys.readouterr()
        code = main(["workshop", str(words[0]), str(self.file), *map(str, words[1:])])
        said = self._capsys.readouterr()
        return code, " ".join((said.out + said.err).split())

    def new(self, *words: str) -> None:
        """Make the workshop."""
        roles = "leader=1,practitioner=5,supervisor=1,user=2"
        given = [str(self.plan), "-o", str(self.file), "--roles", roles, *words]
        assert main(["workshop", "new", *given]) == 0

    def sends(self, role: str, code: str, value: str, **fields: object) -> None:
        """One person's answers arrive: the same to every question that takes it."""
        workshop = read_workshop(self.file)
        said = {
            item: Said(value=value, asked=one.asked)
            for item, one in workshop.asked.items()
            if value in QUESTIONS[item].offered and (not one.roles or role in one.roles)
        }
        made = answers(role, code, said, for_=workshop.id).model_copy(update=fields)
        write_answers(self.answers / f"{code}.answers.toml", made)


@pytest.fixture
def told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Told:
    return Told(tmp_path, capsys)


def nine(told: Told) -> None:
    """A leader who says yes, practitioners who mostly say no, and three others."""
    told.sends("leader", "code0", "yes")
    for number, value in enumerate(["no", "no", "no", "yes", "partly"], 1):
        told.sends("practitioner", f"code{number}", value)
    for number, role in enumerate(["supervisor", "user", "user"], 6):
        told.sends(role, f"code{number}", "partly")


@pytest.mark.no_cover
def test_nine_people_from_the_invitation_to_the_plan(told: Told) -> None:
    told.new("--set", "gap,topics", "--closes", "1 dec 2027", "--leader-agreed")
    nine(told)
    (told.answers / "sent by mistake.toml").write_bytes(told.plan.read_bytes())
    told.sends("user", "else", "no", for_="hill-9")
    assert told.run("reveal")[0] == 2
    code, said = told.run("gather", told.answers)
    assert code == 1
    assert "leader 1 of 1, practitioners 5 of 5, supervisor 1 of 1, user rep" in said
    assert "11 files read: 9 counted, 2 not counted, 1 of them not readable." in said
    assert "sent by mistake.toml: this is a whole plan" in said
    assert "else.answers.toml: is for another workshop, hill-9: not counted." in said
    assert "yes" not in said
    assert told.run("gather", told.answers, "--close")[0] == 1

    code, said = told.run("reveal")
    assert code == 1
    assert (
        "GOAL-09, split, gap. Heard, with room. Leader: yes. Practitioners: yes 1, partly 1, no 3. "
        "Others: yes 0, partly 3, no 0. 4 steps apart." in said
    )
    assert "SEL-06. Wants to do it. At most one says yes." in said
    code, raw = told.run("reveal", "--json")
    first = json.loads(raw)
    assert (code, first["took_part"]) == (1, 9)
    assert "code1" not in raw

    code, said = told.run("agree", "goal-09", "yes", "--reason", "We think so.")
    assert code == 1
    assert "A third or more say no" in said
    assert (
        told.run("agree", "goal-09", "nei", "--reason", "Heard, no choice.", "--against", 0)[0] == 0
    )
    assert told.run("agree", "SEL-03", "yes", "--reason", "x")[0] == 2
    assert told.run("park", "GOAL-06")[0] == 0
    assert told.run("missing", "How many fit", "--who", "EF", "--by", "12 dec 2027")[0] == 0

    code, said = told.run("finish", told.answers)
    assert code == 1
    assert "Not finished: a workshop ends with 3 to 5 actions" in said
    with told.plan.open("a", encoding="utf-8") as file:
        file.write(ACTIONS + ACTIONS.replace("7", "9").partition("[actions.8]")[0])
    code, said = told.run("finish", told.answers)
    assert code == 0
    assert "9 answers files are deleted." in said
    assert "Made: riverside-handout.pdf." in said
    left = sorted(one.name for one in told.answers.iterdir())
    assert left == ["else.answers.toml", "sent by mistake.toml"]

    plan = PlanFile.open(told.plan, Library()).plan
    assert plan.answer("GOAL-09").parts["value"] == "no"
    assert plan.agreed["GOAL-09"]["against"] == 1
    heard = plan.heard["GOAL-09"]
    assert (heard["who"], heard["of"], heard["no"]) == ("practitioners", 5, 3)
    assert [one["took_part"] for one in plan.workshops.values()] == [9]
    assert plan.missing["1"]["who"] == "EF"
    assert len(plan.answer("MON-10").parts["value"]) == 3  # type: ignore[arg-type]
    text = told.plan.read_text("utf-8")
    assert not any(f"code{number}" in text for number in range(9))
    assert told.run("finish", told.answers)[0] == 2


def test_lines_from_paper_are_taken_all_or_none(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    told.new("--set", "GOAL-09,GOAL-06,MON-09")

    def types(lines: str) -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(lines))
        return told.run("type", "-o", told.answers)

    assert types("P ayn\n\nP y?\n")[1].startswith("Line 3: there are 2 signs, and the form has 3")
    assert "first letter is no role" in types("X ayn")[1]
    assert 'sign 2, "a", does not answer' in types("P aan")[1]
    assert list(told.answers.iterdir()) == []
    told.answers.rmdir()  # it is made, as it is for forms
    assert types("P ?yn\np a J .\nL -dn\n") == (0, "3 people's answers are taken.")
    assert len(list(told.answers.iterdir())) == 3
    assert "leader 1 of 1, practitioners 2 of 5" in told.run("gather", told.answers, "--count")[1]


def test_a_folder_for_answers_that_is_not_there_is_told_before_anything_is_asked(
    told: Told, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told.new("--set", "GOAL-09")
    gone = told.folder / "gone"
    role = ["--role", "leader"]
    for more in ([str(gone), *role], [str(gone), "--kiosk"], [str(gone / "a.answers.toml"), *role]):
        monkeypatch.setattr("sys.stdin", io.StringIO("yes\n"))
        assert main(["rate", str(told.file), "-o", *more]) == 2
        out, err = capsys.readouterr()
        assert f"There is no folder {gone}: make it first" in " ".join(err.split())
        assert "Question" not in out
    assert not gone.exists()


def test_who_leaves_in_the_middle_is_told_how_to_go_on_and_a_kiosk_keeps_the_second_vote(
    told: Told, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told.new("--set", "GOAL-09,GOAL-06")
    own = told.answers / "mine.toml"

    def rate(text: str, *more: str) -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO(text))
        main(["rate", str(told.file), *more])
        return " ".join(capsys.readouterr().err.split())

    said = rate("weekly\nq\n", "--role", "leader", "-o", str(own))
    assert f"To go on: readiness rate {told.file} -o {own}" in said
    assert "Send mine.toml to" in rate("\nyes\n", "-o", str(own))
    assert "holds answers to vote 1" in rate("\n\n", "-o", str(own), "--vote", "2")
    assert "holds the answers of leader" in rate("\n\n", "-o", str(own), "--role", "user")
    assert "leave out --role" in rate("", "--kiosk", "--role", "leader")
    line = "1\nweekly\nno\n\n1\nweekly\nq\n\n"
    said = rate(line, "--kiosk", "--vote", "2", "-o", str(told.answers))
    assert said.endswith(
        "Answered: 1. 1 person left before the last question: what was answered counts."
    )
    votes = [read_answers(path).answers.vote for path in told.answers.glob("*.answers.toml")]
    assert votes == [2, 2]


def test_no_fewer_than_nobody_can_be_against(told: Told) -> None:
    told.new("--set", "GOAL-09")
    with pytest.raises(SystemExit):
        told.run("agree", "GOAL-09", "no", "--reason", "Heard.", "--against=-1")


def test_lines_that_are_no_utf_8_are_told_and_not_taken(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    told.new("--set", "GOAL-09,GOAL-06,MON-09")
    nine(told)
    told.run("gather", told.answers, "--close")
    for action in ("type", "dots"):
        raw = io.BytesIO("P ayn\nP \u00e5yn\n".encode("latin-1"))
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(raw, encoding="utf-8"))
        assert told.run(action) == (
            2,
            "Line 2 is not in UTF-8. Nothing of it was taken. Save what you send as UTF-8.",
        )


def test_what_is_missing_belongs_to_a_question_or_to_none(told: Told) -> None:
    told.new("--set", "GOAL-09")
    nine(told)
    told.run("gather", told.answers, "--close")
    missing = ["missing", "How many fit", "--who", "EF", "--by", "12 dec 2027", "--item"]
    code, said = told.run(*missing, "GOAL-99")
    assert (code, said) == (2, "There is no question GOAL-99; questions have ids such as GOAL-09.")
    assert told.run(*missing, "inc-03")[0] == 0


def test_dots_are_counted_and_never_whose(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    told.new()
    nine(told)
    told.run("gather", told.answers, "--close")
    with told.plan.open("a", encoding="utf-8") as file:
        file.write(ACTIONS)
    monkeypatch.setattr("sys.stdin", io.StringIO("7 7 8\n8\n"))
    assert told.run("dots") == (0, "action 7: 2 dots action 8: 2 dots")
    for line, why in (("7 7 7", "Line 1 has too many dots"), ("9", "no open action 9")):
        monkeypatch.setattr("sys.stdin", io.StringIO(line))
        code, said = told.run("dots")
        assert code == 2
        assert why in said


def test_then_and_now_stand_side_by_side(told: Told) -> None:
    told.new("--set", "GOAL-09")
    nine(told)
    told.run("gather", told.answers, "--close")
    later = told.folder / "later.workshop.toml"
    first, told.file = told.file, later
    told.new("--set", "GOAL-09")
    for number in range(1, 6):
        told.sends("practitioner", f"now{number}", "yes")
    for number, role in enumerate(["leader", "supervisor", "user", "user"], 6):
        told.sends(role, f"now{number}", "partly")
    told.run("gather", told.answers, "--close")
    told.file = first
    code, said = told.run("compare", later)
    assert code == 1
    assert "Then: yes 2, partly 4, no 3. Now: yes 5, partly 4, no 0." in said
    with told.plan.open("a", encoding="utf-8") as file:
        file.write(ACTIONS)
    assert "Actions: 0 of 2 are done. 0 are late." in told.run("compare", later)[1]
    told.plan.unlink()
    assert told.run("compare", first)[0] == 0
    for file in (first, later):
        text = file.read_text("utf-8").replace("GOAL-09", "GOAL-99")
        file.with_name(f"old-{file.name}").write_text(text, "utf-8")
    now, told.file = told.file, first.with_name(f"old-{first.name}")
    code, said = told.run("compare", later.with_name(f"old-{later.name}"))
    assert (code, "No question was asked in both" in said) == (0, True)
    told.file = now
    assert '"now"' in told.run("compare", later, "--json")[1]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--roles", "boss=1"], "boss=1 is not a role and a number"),
        (["--roles", "leader=0"], "leader=0 is not a role"),
        (["--roles", "leader=1,user=2,leder=3"], "--roles: leader stands there twice."),
        (["--set", "SEL-03"], "cannot be asked in a workshop: SEL-03"),
        (["--smallest", "2"], "has 3 to 12 people"),
    ],
)
def test_what_cannot_be_made_is_told(
    told: Told, capsys: pytest.CaptureFixture[str], words: list[str], why: str
) -> None:
    roles = [] if "--roles" in words else ["--roles", "leader=1"]
    given = [str(told.plan), "-o", str(told.file), *roles, *words]
    assert main(["workshop", "new", *given]) == 2
    assert why in " ".join(capsys.readouterr().err.split())
    assert not told.file.exists()


def test_what_is_no_day_is_told(told: Told, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        told.new("--closes", "some day")
    assert ended.value.code == 2
    assert '"some day" is not a date' in " ".join(capsys.readouterr().err.split())
    assert not told.file.exists()


@pytest.mark.nightly
def test_two_hundred_files_are_gathered_and_revealed_within_two_seconds(told: Told) -> None:
    told.new("--set", "full")
    asked = read_workshop(told.file)
    said = {item: Said(value="no", asked=one.asked) for item, one in asked.asked.items()}
    for number in range(200):
        one = RaterAnswers(for_=asked.id, who="practitioner", code=f"code{number}", said=said)
        write_answers(told.answers / f"{number}.answers.toml", one)
    begin = time.process_time()
    assert told.run("gather", told.answers, "--close")[0] == 1
    told.run("reveal")
    took = time.process_time() - begin
    assert took < 2


def test_forms_and_papers_are_made_in_a_folder_of_choice(told: Told) -> None:
    told.new("--set", "GOAL-09")
    out = told.folder / "forms"
    code, said = told.run("forms", "--to", "html", "-o", out)
    assert code == 0
    assert said == (
        "Made: riverside-leader.html, riverside-practitioner.html, riverside-supervisor.html and "
        "riverside-user.html."
    )
    code, said = told.run("pack", "--to", "docx", "-o", out)
    assert (code, said.count(".docx")) == (0, 4)
    assert "odt is none of html, pdf, docx" in told.run("forms", "--to", "odt")[1]
