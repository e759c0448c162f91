"""`ask` after the start: what is due, where it stands, and the same records as by a script."""

import shlex
import shutil
from pathlib import Path

import pytest

from readiness.cli.main import main
from tests.line.conversation import TODAY, converse, plan_at

YEAR = Path(__file__).parents[1] / "data" / "plans" / "format-2-a-year.toml"
BEGUN = """format = 1
template = "imr"
start = 2026-09-07

[people.CD]

[answers.SEL-01]
value = "yes"
"""
PLAYED = (
    "month 2026-09 asked=6 said_yes=3 started=2 active=2 sessions=4",
    "check-in 2026-10-05 held=yes leader_there=yes decided='Room on Thursdays'",
    "barrier new what='No room' raised_on=2026-10-05 with=ours",
    "month 2026-10 asked=4 said_yes=2 started=2 active=4 dropped=0",
    "barrier 1 solved_on=2026-10-20",
    "adaptation new what=Homework core_kept=yes decided_by='team leader'",
    "review 2026-11-02 scale=imr_fidelity raters=NR,KH",
    "score 2026-11-02 coping NR=3 KH=1 settled=2 reason='Seen in two of five charts'",
    "result 2026-11-09 measured=4 improved=2 unchanged=1 worse=1",
    "person CD left=2026-11-15",
    "milestone",
    "decision 2026-11-20 decision='not yet' until=2027-02-01 by=leader",
)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.toml"
    path.write_text(BEGUN, "utf-8")
    return path


def test_every_record_by_a_script_and_in_plain_lines_is_the_same_file(
    plan: Path, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = tmp_path / "other" / "plan.toml"
    shutil.copy(plan, other)
    for line in PLAYED:
        given = ["record", str(plan), *shlex.split(line), "--today", TODAY.isoformat()]
        assert main(given) == 0, line
    code, said = converse(other, [*(f"record {line}" for line in PLAYED), "quit"])
    assert code == 0
    assert "kept as that of its first day, 7 September 2026" in said
    _code, said = converse(other, ["after", "quit"])
    assert "Month rows: Each of 2 months is counted." in said
    assert other.read_text("utf-8") == plan.read_text("utf-8")
    assert plan_at(plan).scores["2026-11-02"]["coping"]["settled"] == 2


def test_a_record_is_asked_for_field_by_field_in_the_order_of_the_screens(plan: Path) -> None:
    asked = ["record barrier", "No room", "perhaps", "5 Oct 2026", "ours", "", "quit"]
    _code, said = converse(plan, asked)
    assert "What stands in the way. Now: none:" in said
    assert 'Not understood: "perhaps" is not a date' in said
    assert "Recorded: barrier 1." in said
    assert dict(plan_at(plan).barriers["1"])["with"] == "ours"
    again = [
        "record barrier 1",
        "",
        "",
        "",
        "20 Oct 2026",
        "record barrier 1",
        "",
        "",
        "",
        "",
        "quit",
    ]
    _code, said = converse(plan, again)
    assert "Who can solve it. Now: ours:" in said
    assert "Nothing was recorded: nothing was said of it" in said


def test_enter_takes_what_was_probably_meant(plan: Path) -> None:
    lines = ["record month 2026-09", "6 or 7", "", "3-4", "yes", *[""] * 9]
    _code, said = converse(plan, [*lines, "quit"])
    assert "this is two: 6 and 7" in said
    assert dict(plan_at(plan).monthly["2026-09"]) == {"asked": 6, "said_yes": 3}


def test_what_is_due_and_where_the_plan_stands_is_told(plan: Path) -> None:
    lines = ["record month 2026-09 asked=4 said_yes=5", "due", "after", "after 3", "after FOL-04"]
    _code, said = converse(plan, [*lines, "after 99", "quit"])
    assert "More said yes than were asked." in said
    assert "Late: Counts of October 2026: 2 weeks late." in said
    assert "After the start: month 3 of 12." in said
    assert "FOL-03. Month rows: not recorded. October 2026 is not counted." in said
    assert "What to do:" not in said.split("after 3")[0]
    assert 'Nothing in the list is called "99".' in said


def test_a_review_is_compared_settled_and_its_advice_taken_up(plan: Path) -> None:
    scores = "record score 2026-11-02 {} NR=3 KH={} advice='Role play'"
    lines = [
        "fidelity",
        "record review 2026-11-02 scale=imr_fidelity raters=NR,KH",
        "fidelity 2. november 2026",
        "fidelity 2026-11-02 show",
        "fidelity 2026-11-02 show 'KH is away'",
        scores.format("coping", 1),
        scores.format("handouts", 2),
        "fidelity 2026-11-02 settle 11 2",
        "metodetrofasthet 2026-11-02 avklar 11 2 'One session only'",
        "fidelity 2026-11-02 adopt 11",
        "fidelity 2026-11-02 decline handouts 'No time'",
        "fidelity",
        "fidelity 2026-11-02",
        "fidelity 2026-11-03",
        "fidelity 2026-11-02 adopt 'x",
        "fidelity 2026-11-02 adopt",
        "fidelity 2026-11-02 settle",
        "fidelity 2026-11-02 settle 11",
        "fidelity 2026-11-02 decline handouts",
    ]
    _code, said = converse(plan, [*lines, "quit"])
    assert "No fidelity review is recorded yet. Type record review 2027-07-12." in said
    assert "NR: not finished.\nKH: not finished." in said
    assert "Nothing is shown: not finished: NR and KH; wait, or say why" in said
    assert "the raters' scores differ; say why it is settled so" in said
    assert "11 Coping skills: NR 3, KH 1, settled 2. One session only" in said
    assert "Advice on 11 Coping skills: Role play (action 1)" in said
    assert "Advice on 4 Handouts: Role play (declined: No time)" in said
    assert "2 November 2026: 1 score to settle." in said
    assert "There is no review of 2026-11-03 in the plan." in said
    assert "A quotation mark has no second one." in said
    assert plan_at(plan).actions["1"]["from"] == "fidelity.2026-11-02.coping"
    assert said.count("Behind the day goes show, settle 11 2") == 4
    row = plan_at(plan).scores["2026-11-02"]
    assert (row["coping"]["settled"], row["handouts"]["declined"]) == (2, "No time")
    asked = ["record score 2026-11-02 4", "", "", "2", "", "", "", "", "One session", "quit"]
    _code, said = converse(plan, asked)
    assert "The raters' scores differ." in said
    assert plan_at(plan).scores["2026-11-02"]["handouts"]["reason"] == "One session"


def test_how_it_went_is_told_over_the_days_that_were_kept(plan: Path) -> None:
    lines = ["trend", "go SEL-01", "no", "trend"]
    _code, said = converse(plan, [*lines, "quit"])
    assert said.count("As it stood on 7 September 2026, and as it stands today.") == 2
    assert "Practitioner selection: open from 7 September 2026." in said
    plan.write_text(BEGUN.replace("2026-09-07", TODAY.isoformat()), "utf-8")
    _code, said = converse(plan, ["trend", "quit"])
    assert "No earlier day is kept, so there is nothing to compare with." in said


def test_a_rule_that_is_off_plan_is_accepted_until_a_day(plan: Path) -> None:
    lines = ["record barrier new what='No room' raised_on=2026-09-07", "after 2"]
    lines += ["after accept 2", "no other room", "TL", "after accept FOL-03", "x", "TL"]
    lines += ["after again fol-02 2026-11-20", "due", "after FOL-02"]
    lines += ["after withdraw 2 now", "after withdraw 2"]
    _code, said = converse(plan, [*lines, "after withdraw 2", "quit"])
    assert 'Nothing in the list is called "withdraw 2 now".' in said
    assert "FOL-02 is accepted by TL." in said
    assert "Recorded: FOL-02A: look again on 20 November 2026." in said
    assert "Late: Look again at the accepted flag: FOL-02 Barriers: 4 days late." in said
    assert "Accepted by TL on 24 November 2026: no other room. Look again on 20 Nov" in said
    assert "FOL-02 is no longer accepted." in said
    assert "Nobody has accepted" in said
    assert "FOL-02A" not in plan_at(plan).accepted
    graver = ["after accept 2", "no room", "TL", "record barrier 1 'with=level above'"]
    _code, said = converse(plan, [*graver, "after withdraw 2", "quit"])
    assert "FOL-02 is no longer accepted." in said
    assert "FOL-02A" not in plan_at(plan).accepted


def test_records_that_are_not_understood_change_nothing(plan: Path) -> None:
    _code, said = converse(plan, ["record", "record moon", "record month 'x", "quit"])
    assert "record check-in 2026" not in said
    assert "record month 2027-07 asked=4 started=1" in said
    assert 'Nothing was recorded: "moon" is no kind of record' in said
    assert "A quotation mark has no second one." in said
    assert plan_at(plan).monthly == {}


def test_before_the_first_day_there_is_nothing_to_tell(plan: Path) -> None:
    plan.write_text(BEGUN.replace("2026-09-07", "2027-01-11"), "utf-8")
    _code, said = converse(plan, ["due", "after", "trend", "record milestone", "quit"])
    assert said.count("The first day with patients has not come.") == 4
