"""What the strategy document says after the start, and what of it stays at home."""

import re
from datetime import date
from pathlib import Path

import pytest

from readiness.cli.main import main
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.tables import TABLES
from readiness.domain.rules.review import review
from readiness.report.context import ReportContext, context_of
from readiness.report.document import Block, Heading, Table, plain_words
from readiness.report.fidelity_report import fidelity_document, progress_document
from readiness.report.outline import outline
from readiness.report.pseudonyms import known_names
from readiness.report.redaction import without_names
from readiness.report.sections.since_start import since_start_blocks
from readiness.storage.example import MONTH_13, example_year, example_year_copy
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from tests.report.test_outline import texts

TEMPLATE, DAY_ONE, _bare = example_year(Library(), MONTH_13)
YEAR = PlanFile.open(example_year_copy(MONTH_13), Library()).plan

CRITERIA = "Every criterion, with reason and advice"


def context(*, is_shared: bool = False, today: date = MONTH_13) -> ReportContext:
    state = review(TEMPLATE, YEAR, today)
    return context_of(TEMPLATE, YEAR, state, today, is_shared=is_shared)


def table(blocks: list[Block], caption: str) -> list[tuple[str, ...]]:
    found = next(one for one in blocks if isinstance(one, Table) and one.caption == caption)
    return [tuple(map(plain_words, row)) for row in found.rows]


def test_what_is_off_plan_stands_first_and_every_number_is_from_the_records() -> None:
    blocks = since_start_blocks(context())
    where = table(blocks, "Where the plan stands")
    assert [row[:2] for row in where[:2]] == [
        ("Barriers", "! off plan, red"),
        ("Supervision", "^ off plan, amber"),
    ]
    assert where[-1][1] == "+ on plan"
    months = table(blocks, "Patients, month by month")
    assert months[0] == ("January 2027", "6", "4", "3", "3", "0", "0")
    assert months[-1] == ("Together", "21", "9", "8", "-", "1", "3")


def test_a_promise_whose_day_has_passed_is_not_still_ahead() -> None:
    promised = table(since_start_blocks(context()), "Promises of the first day")
    assert promised[0] == ("Fidelity review", "12 July 2027", "13 September 2027", "slipped")
    assert promised[1] == ("Fidelity review", "10 January 2028", "10 January 2028", "not done yet")


def test_a_shared_document_has_no_small_count_no_rater_and_nobody_who_decided() -> None:
    blocks = since_start_blocks(context(is_shared=True))
    months = table(blocks, "Patients, month by month")
    assert months[0] == ("January 2027 to March 2027", "11", "6", "5", "5", "0", "0")
    assert not {cell for row in months for cell in row} & set("1234")
    rounds = table(blocks, "Results for patients, round by round")
    assert [row[4:] for row in rounds] == [("hidden",) * 4, ("5", *("hidden",) * 3)]
    whole = outline(TEMPLATE, YEAR, review(TEMPLATE, YEAR, MONTH_13), MONTH_13, is_shared=True)
    said = " ".join(texts(whole))
    for name in ("NR", "KH", "AB", "Slower pace", "3 of 8", "8 started", "9 of 21"):
        assert not re.search(rf"\b{name}\b", said), name


def test_before_the_start_and_without_records_there_is_no_such_part() -> None:
    assert since_start_blocks(context(today=date(2027, 1, 1))) == []
    whole = outline(TEMPLATE, DAY_ONE, review(TEMPLATE, DAY_ONE, MONTH_13), MONTH_13)
    heads = [one.key for one in whole.blocks if isinstance(one, Heading)]
    assert "board" in heads
    assert "since" not in heads


def test_the_progress_report_begins_with_what_is_asked_and_says_what_did_not_hold() -> None:
    report = progress_document(TEMPLATE, YEAR, review(TEMPLATE, YEAR, MONTH_13), MONTH_13)
    assert report is not None
    said = list(texts(report))
    assert said[4] == "What is asked of you"
    assert said[5].startswith("No money for travel after the summer (since 6 September 2027): say")
    starts = table(list(report.blocks), "Patients who have started, and how many were planned")
    assert [row[:2] for row in starts] == [
        ("March 2027", "5"),
        ("June 2027", "6"),
        ("September 2027", "7"),
        ("November 2027", "8"),
    ]
    assert "Supervision: 28 of 37 booked times were held in 11 months." in said
    before = date(2027, 1, 1)
    assert progress_document(TEMPLATE, YEAR, review(TEMPLATE, YEAR, before), before) is None


def test_feedback_on_fidelity_gives_strengths_first_and_never_who_scored_what() -> None:
    day, state = "2027-09-13", review(TEMPLATE, YEAR, MONTH_13)
    report = fidelity_document(TEMPLATE, YEAR, state, MONTH_13, day)
    assert report is not None
    said = list(texts(report))
    assert "no inspection" in said[3]
    assert said.index("What is strong") < said.index("What it came to")
    rows = {row[0]: row[1:] for row in table(list(report.blocks), CRITERIA)}
    assert rows["11 Coping skills"] == (
        "2",
        "Seen in two of five charts; one rater had seen one session only.",
        "Practise one coping skill in each session, and note it. (action 4)",
    )
    assert not any(re.search(r"\b(NR|KH)\b", words) for words in said)

    told = YEAR.scoring(day, "coping", {"advice": "NR saw it well, KHs chart did not show it."})
    told = told.entering("actions", "4", {"action": "Practise as KH said", "actor": "AB"})
    report = fidelity_document(TEMPLATE, told, state, MONTH_13, day)
    assert report is not None
    said = list(texts(report))
    assert any(one.startswith("One rater saw it well, one raters chart") for one in said)
    assert any("Practise as one rater said" in one for one in said)
    assert any(one == "AB" for one in said)
    assert "It was to be on 10 January 2028, and is not held yet." in said
    assert fidelity_document(TEMPLATE, YEAR, state, MONTH_13, "2027-09-14") is None


def test_shared_reports_after_the_start_have_no_names_and_no_small_counts() -> None:
    day, state = "2027-09-13", review(TEMPLATE, YEAR, MONTH_13)
    told = YEAR.scoring(day, "coping", {"advice": "Ask KH and AB, 3 of 8 said so."})
    made = (
        progress_document(TEMPLATE, told, state, MONTH_13, is_shared=True),
        fidelity_document(TEMPLATE, told, state, MONTH_13, day, is_shared=True),
    )
    for document in made:
        assert document is not None
        assert "Shared version, without names" in document.subtitle
        said = " ".join(texts(document))
        for name in ("NR", "KH", "AB", "CD", "Slower pace", "seen one session only"):
            assert not re.search(rf"\b{name}\b", said), name
    assert made[0] is not None
    starts = table(list(made[0].blocks), "Patients who have started, and how many were planned")
    assert [row[1] for row in starts] == ["5", "hidden", "hidden", "hidden"]


NAMING = "Ask AB, KHs sister, QXE and Ragnhild"
IDS = ("from", "item", "scale", "scale_version", "measure", "workshop", "copy")
"""Texts that hold what the program itself wrote."""


def naming_everybody_everywhere() -> Plan:
    """The year's plan in which every text names four people, whom other fields name."""
    plan = YEAR.described(plan=NAMING, service=NAMING, decider=NAMING, requests=NAMING)
    for table, kind in TABLES.items():
        names = [name for name, part in kind.parts.items() if part.kind == "text"]
        said = {name: NAMING for name in names if name not in IDS}
        for entry in plan.entries(table):
            plan = plan.entering(table, entry, dict(said))
    for key, item in TEMPLATE.items.items():
        for name in (name for name, part in item.parts.items() if part.kind == "text"):
            plan = plan.answering(key, name, NAMING)
        for row in plan.answer(key).rows:
            for name in (name for name, part in item.row_parts.items() if part.kind == "text"):
                plan = plan.answering_row(key, row, name, NAMING)
        plan = plan.noting(key, NAMING)
    for day, rows in plan.scores.items():
        for key in rows:
            plan = plan.scoring(day, key, {"advice": NAMING, "reason": NAMING})
    plan = plan.answering("SEL-10", "champion", "QXE")
    return plan.answering("GOAL-03", "leader", "Ragnhild Nordmoen")


def test_no_text_of_any_field_takes_a_name_that_the_plan_knows_along() -> None:
    plan = naming_everybody_everywhere()
    state = review(TEMPLATE, plan, MONTH_13)
    of = (TEMPLATE, plan, state, MONTH_13)
    named = re.compile(r"\bAB\b|\bKH|QXE|Ragnhild|Nordmoen")
    for made in (
        outline(*of, is_shared=True),
        outline(*of, is_shared=True, is_brief=True),
        progress_document(*of, is_shared=True),
        fidelity_document(*of, "2027-09-13", is_shared=True),
    ):
        assert made is not None
        said = [made.title, made.subtitle, made.page_name, *texts(made)]
        assert [words for words in said if named.search(words)] == []
    assert any(named.search(words) for words in texts(outline(*of)))


def test_a_name_is_known_beside_another_and_however_its_letters_are_put_together() -> None:
    plan = YEAR.answering_row("INC-05", "1", "who", "Kari og H\u00e5kon")
    plan = plan.with_person("A\u030aB", "").described(requests="Ha\u030akon, Kari, \u00c5B, IMR")
    shared = without_names(plan, TEMPLATE)
    assert shared.requests == "someone named, someone named, Practitioner 6, IMR"


def test_words_that_stand_for_nobody_stay_in_what_is_shared() -> None:
    for said in ("All", "Alle", "Vi", "Team leader", "Each practitioner", "IMR"):
        plan = YEAR.answering_row("INC-05", "1", "who", said).described(decider=said)
        assert said not in known_names(plan, TEMPLATE)
    board = YEAR.described(decider="Senior Management")
    assert "Senior Management" not in known_names(board, TEMPLATE)


def test_the_reports_are_files_of_their_own_and_say_why_they_cannot_be_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "plan.toml"
    plan.write_bytes(example_year_copy(date.today()).read_bytes())
    assert main(["export", str(plan), "--to", "html", "--progress"]) == 0
    assert "What is asked of you" in (tmp_path / "plan-progress.html").read_text("utf-8")
    assert main(["export", str(plan), "--to", "html", "--progress", "--shared"]) == 0
    shared = (tmp_path / "plan-progress-shared.html").read_text("utf-8")
    assert "Shared version, without names: Progress report" in shared
    assert "Its counts are left out of the shared version." in shared
    assert main(["export", str(plan), "--to", "html", "--fidelity", "2020-01-06"]) == 2
    assert "no fidelity review of 2020-01-06" in capsys.readouterr().err


def test_without_a_start_or_a_review_there_is_nothing_to_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "plan.toml"
    plan.write_text('format = 1\ntemplate = "imr"\n', "utf-8")
    assert main(["export", str(plan), "--to", "html", "--progress"]) == 2
    assert "has not started yet" in capsys.readouterr().err
    plan.write_text('format = 1\ntemplate = "imr"\nstart = 2020-01-06\n', "utf-8")
    assert main(["export", str(plan), "--to", "html", "--fidelity", "2020-06-01"]) == 2
    assert "There are" not in capsys.readouterr().err
    assert sorted(tmp_path.glob("*.html")) == []
