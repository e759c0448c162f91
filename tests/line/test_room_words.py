"""What is said of a workshop on its screen: bars, lines of the list, and the title line."""

from datetime import date
from pathlib import Path

import pytest

from readiness.app.operations.workshop import Invitation, prepare, rooms_of
from readiness.cli.main import main
from readiness.describe import workshop as told
from readiness.describe.not_done import why
from readiness.describe.reveal import is_counted, question_line, tally, tally_head
from readiness.domain.plan.plan import Plan
from readiness.domain.ratings.counts import Counts
from readiness.domain.ratings.view import in_order
from readiness.domain.ratings.workshop import Agreed
from readiness.storage.plan_file import PlanFile
from tests.workshops import QUESTIONS, TEMPLATE, answers, revealed, workshop


def test_each_answer_has_its_row_and_what_is_not_scored_stands_apart() -> None:
    counts = Counts.of(["yes", "no", "no", "not sure", "not applicable", None])
    rows = tally(counts, QUESTIONS["GOAL-09"])
    assert [(row.answer, row.many, row.is_beside) for row in rows] == [
        ("yes", 1, False),
        ("partly", 0, False),
        ("no", 2, False),
        ("not sure", 1, True),
        ("not for them", 1, True),
    ]
    assert tally_head("practitioner", counts) == "practitioners, 5"
    choice = QUESTIONS["GOAL-06"]
    rows = tally(
        Counts.of(["weekly"] if "weekly" in choice.options else [], choice.choices), choice
    )
    assert [row.answer for row in rows[:-1]] == [
        words[:1].lower() + words[1:] for words in choice.options.values()
    ]


def test_a_line_of_the_list_says_what_became_of_a_question() -> None:
    said = ["yes", "no", "no", "yes"]
    files = [answers("practitioner", f"code{n}", {"GOAL-09": one}) for n, one in enumerate(said)]
    of = revealed(workshop("GOAL-09", "SEL-06"), *files)
    apart, sensitive = in_order(of, QUESTIONS)
    assert question_line(apart, of) == f"! GOAL-09  {apart.question.short}: split"
    assert question_line(sensitive, of) == f". SEL-06   {sensitive.question.short}"
    assert (is_counted(apart), is_counted(sensitive)) == (True, False)
    parked = of.model_copy(update={"parked": ("GOAL-09",)})
    assert question_line(apart, parked).startswith("o GOAL-09")
    agreed = parked.model_copy(update={"agreed": {"GOAL-09": Agreed(answer="no", reason="So.")}})
    assert question_line(apart, agreed).startswith("+ GOAL-09")


def test_the_title_line_says_how_far_the_room_is() -> None:
    of = workshop("GOAL-09")
    assert told.room_head(of, 0, "") == "Workshop riv-a7k2   collecting"
    until = of.model_copy(update={"closes": date(2026, 12, 1)})
    words = "Workshop riv-a7k2   collecting, asked until 1 Dec 2026"
    assert told.room_head(until, 0, "") == words
    files = [answers("practitioner", f"code{n}", {"GOAL-09": "no"}) for n in range(3)]
    shown = revealed(of, *files)
    assert told.room_head(shown, 0, "") == "Workshop riv-a7k2   0 agreed"
    ended = shown.model_copy(update={"finished": date(2026, 12, 2)})
    words = "Workshop riv-a7k2   1 of 1   same   0 agreed   finished 2 Dec 2026"
    assert told.room_head(ended, 1, "same") == words
    assert "/answers" in " ".join(told.hidden_words(["/answers"]))
    assert why("no-number", text="x") == '"x" is not a whole number of people.'
    assert told.all_dots({"1": 1, "2": 3}) == "action 2: 3 dots, action 1: 1 dot"


def test_the_workshops_of_a_plan_are_found_beside_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("readiness.cli.screens.has_terminal", lambda: False)
    plan = Plan(template_version=TEMPLATE.version)
    for name in ("plan", "other"):
        PlanFile.create(tmp_path / f"{name}.toml", plan, TEMPLATE)
        asking = Invitation({"practitioner": 5}, ["gap"])
        path = tmp_path / f"{name}.workshop.toml"
        prepare(tmp_path / f"{name}.toml", path, asking, date(2026, 12, 2))
    (tmp_path / "a.workshop.toml").write_text("not a workshop", "utf-8")
    assert [one.path.name for one in rooms_of(tmp_path / "plan.toml")] == ["plan.workshop.toml"]
    assert main(["workshop", "room", str(tmp_path / "plan.workshop.toml")]) == 2
    assert "readiness ask" in capsys.readouterr().err
