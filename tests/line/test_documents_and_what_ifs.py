"""Reading and making the document, and trying what could be, line by line."""

import re
from pathlib import Path

import pytest

from readiness.domain.capacity.scenarios import ledger_for
from readiness.domain.patients.funnel_words import estimate_words
from readiness.line.console import Console, Ended
from readiness.report import formats
from readiness.storage.templates import Library
from tests.line.conversation import converse, empty, plan_at


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return empty(tmp_path / "plan.toml")


def test_more_figures_than_any_number_has_name_nothing(example: Path) -> None:
    words = ("document", "copies", "numbers", "calendar take", "whatif", "go")
    code, said = converse(example, [*(f"{word} {'9' * 5000}" for word in words), "quit"])
    assert code == 0
    assert "Nothing in the list is called" in said
    assert "Type numbers for the list" in said
    assert "Type calendar take and a number from the list" in said
    assert 'There is no question "999' in said


@pytest.mark.no_cover
def test_the_document_is_read_section_by_section(example: Path) -> None:
    _, said = converse(example, ["document", "document 2", "document all", "document x", "quit"])
    assert "1. Cover.\n2. For the board.\n" in said
    assert "6 patients have finished IMR" in said
    assert "13 flags are up: their reasons and sources" in said
    assert 'There is no document "x".' in said


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("word", "example.docx"),
        ("web", "example.html"),
        ("pdf brief", "example-brief.pdf"),
        ("web shared", "example-shared.html"),
    ],
)
def test_each_kind_of_document_is_made(example: Path, command: str, name: str) -> None:
    code, said = converse(example, [command, "quit"], is_piped=True)
    assert code == 0
    assert f"{name} is made.\n{example.with_name(name).absolute()}\n" in said
    assert example.with_name(name).stat().st_size > 1000


def test_reports_and_paper_forms_are_read_and_made(example: Path) -> None:
    lines = ["pdf progress", "about start", "6 April 2026", "document progress", "web progress"]
    lines += ["document form month", "web skjema møte delt", "pdf fidelity 2026-09-30", "pdf brif"]
    code, said = converse(example, [*lines, "quit"])
    assert code == 0
    assert "The plan has not started yet, so there is nothing to report." in said
    assert "What is asked of you" in said
    assert "example-progress.html is made." in said
    assert "Supervision booked" in said
    assert "example-blank-checkin.html is made." in said
    assert "There is no fidelity review of 2026-09-30 with scores that were shown." in said
    assert 'There is no document "brif". Type help pdf for those there are.' in said
    assert not example.with_suffix(".pdf").exists()


@pytest.mark.no_cover
def test_agreements_and_the_form_of_the_questions_are_read_and_made(example: Path) -> None:
    lines = ["document agreement cd", "web agreement", "word agreement each", "web avtale cd"]
    lines += ["web form all", "web agreement QX", "web agreement shared"]
    code, said = converse(example, [*lines, "quit"])
    assert code == 0
    assert "Agreement with CD" in said
    assert "Intake duty on Tuesdays" in said
    assert "The medication group" not in said
    assert said.count("example-agreement.html is made.") == 2
    for who in ("AB", "CD", "EF", "GH"):
        assert f"example-agreement-{who}.docx is made." in said
    last = example.with_name("example-agreement.html").read_text("utf-8")
    assert "Agreement with CD" in last
    assert "Agreement with AB" not in last
    assert "example-blank.html is made." in said
    assert "There is no practitioner QX in the plan." in said
    assert "It names practitioners, and is never shared." in said
    assert not example.with_name("example-agreement-shared.html").exists()


def test_a_report_in_another_language_is_shared_where_that_is_said(example: Path) -> None:
    lines = ["about start", "6 April 2026", "record review 2026-09-30 scale=imr_fidelity raters=NR"]
    lines += ["record review 2026-09-30 revealed_on=2026-10-01", "web shared fidelity 30.9.2026"]
    _code, said = converse(example, [*lines, "web metodetrofasthet 2026-09-30 delt", "quit"])
    assert said.count("example-fidelity-2026-09-30-shared.html is made.") == 2


@pytest.mark.no_cover
def test_the_way_there_is_told(example: Path) -> None:
    _, said = converse(example, ["pdf", "quit"])
    told = [line for line in said.splitlines() if line.endswith("percent done.")]
    assert told == ["25 percent done.", "50 percent done.", "75 percent done."]


def test_ctrl_c_stops_the_making_and_nothing_else(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> bytes:
        raise KeyboardInterrupt

    target = path.with_suffix(".pdf")
    converse(path, ["pdf", "quit"])
    before = target.read_bytes()
    monkeypatch.setattr(formats, "document_bytes", interrupted)
    code, said = converse(path, ["pdf", "y", "quit"])
    assert code == 0
    assert "Stopped. Nothing was written." in said
    assert plan_at(path).answer("SEL-01").parts == {"value": "yes"}
    assert target.read_bytes() == before


def test_the_end_of_the_system_ends_it_also_while_a_document_is_made(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(*_: object) -> bytes:
        raise Ended

    monkeypatch.setattr(formats, "document_bytes", ended)
    code, said = converse(path, ["y", "pdf", "go INC-01", "y", "quit"])
    assert code == 0
    assert "Stopped." not in said
    assert list(plan_at(path).answers) == ["SEL-01"]


@pytest.mark.no_cover
def test_what_ifs_are_listed_tried_and_taken_over(example: Path) -> None:
    before = plan_at(example)
    _, said = converse(example, ["what if", "whatif leaves cd 12", "whatif 1", "quit"])
    assert "As it is: 28 short weeks" in said
    assert "1. AB leaves in week 9: " in said
    assert "What if: CD leaves in week 12?" in said
    assert "Type whatif take leaves cd 12 to take it over." in said
    assert said.count("11 patients instead of 12") == 1
    assert plan_at(example) == before
    _, said = converse(example, ["whatif take fewer 5", "quit"])
    assert "Taken over: 5 patients instead of 12" in said
    after = plan_at(example)
    assert after != before
    _, said = converse(example, ["whatif take away CD 3", "undo", "quit"])
    assert "Taken over: CD is away for 6 weeks from week 3" in said
    assert plan_at(example) == after


def test_what_ifs_say_how_many_complete(example: Path) -> None:
    _, said = converse(example, ["whatif", "whatif fewer 5", "quit"])
    outcomes = [line for line in said.splitlines() if " h in all" in line]
    assert len(outcomes) > 5
    told = [line.split(" h in all; ")[1] for line in outcomes]
    assert all(
        re.fullmatch(
            r"(about \d+ \(\d+ to \d+\)|\d+) complete in the period if every place is filled\.",
            one,
        )
        for one in told
    ), told
    ledger = ledger_for(plan_at(example), Library().load("imr"))
    assert ledger is not None
    one = ledger.completing
    assert f"{estimate_words(one.low, one.middle, one.high)} complete" in told[0]
    assert told[0] != told[-1], "five patients end otherwise than twelve"


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "said", ["99", "leaves XY 3", "leaves CD", "leaves CD 0", "fewer", "fewer 99", "nonsense"]
)
def test_a_what_if_that_cannot_be_is_told(example: Path, said: str) -> None:
    before = plan_at(example)
    _, heard = converse(example, [f"whatif take {said}", "quit"])
    assert f'"{said}" is no what-if.' in heard
    assert plan_at(example) == before


def test_a_letter_that_begins_several_answers_is_asked_about(path: Path) -> None:
    _, said = converse(path, ["n", "no", "quit"])
    assert '"n" could be 3 ' in said
    assert "type the number, or more letters" in said
    assert plan_at(path).answer("SEL-01").parts == {"value": "no"}


@pytest.mark.parametrize("text", ["no.", "-", "None."])
def test_a_text_that_says_nothing_is_kept_and_makes_nothing_ready(path: Path, text: str) -> None:
    _, said = converse(path, ["go CAP-07", text, "/list open", "quit"])
    assert "It stays as typed, but counts as no answer." in said
    assert "This question is now: ready" not in said
    assert plan_at(path).answer("CAP-07").parts == {"value": text}


def test_one_is_not_told_as_many(example: Path) -> None:
    text = example.read_text()
    lines = ["flags", "people", "actions", "quit"]
    _, said = converse(example, lines)
    assert "13 flags. Type flags" not in said
    assert "4 practitioners.\n" in said
    example.write_text(text.split("[people.CD]")[0].rsplit("\n\n", 1)[0] + "\n")
    _, said = converse(example, ["people", "quit"])
    assert "\n1 practitioner.\n" in said


def test_a_pipe_that_ended_stays_ended() -> None:
    printed: list[str] = []
    console = Console(lambda: "", printed.append, echoes=False, is_piped=True)
    console.say("a")
    assert not console.is_stopped
