"""What a template may hold at most is told with its line, and so are a plan's numbers and dates."""

from pathlib import Path

import pytest

from readiness.cli.main import main
from readiness.domain.capacity.capacity import NUMBERS
from readiness.domain.checklist.limits import LIMITS
from readiness.domain.plan.inputs import INPUTS
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import UnreadablePlan
from readiness.storage.template_check import check_template
from readiness.storage.templates import Library

HEAD = 'format = 1\nid = "t"\nextends = "imr"\nversion = "1.0"\nname = "x"\n'


def both(folder: Path, text: str) -> tuple[str, str]:
    """What the check says of a template, and what a plan that uses it says."""
    path = folder / "t.toml"
    path.write_text(HEAD + text + "\n")
    plan = folder / "plan.toml"
    plan.write_text('format = 1\ntemplate = "t.toml"\n')
    checked = "\n".join(one.words() for one in check_template(Library(), str(path)))
    try:
        PlanFile.open(plan, Library())
    except UnreadablePlan as unreadable:
        return checked, str(unreadable)
    return checked, ""


def many(count: int, text: str) -> str:
    return "".join(text.replace("N", str(number)) for number in range(count))


CONDITION = '{ part = "value", is = "yes" }, '
PEOPLE = '{ some_person = { every_person = { part = "hours_freed", above = 1 } } }'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[practice.numbers.group_leaders]\nvalue = 1000000000", "from 1 to 10 leaders"),
        ("[practice.numbers.planned_sessions]\nvalue = 0", "from 1 to 1,000 sessions"),
        ("[practice.numbers.session_minutes]\nvalue = 1e308", "from one minute to a day"),
        ("[practice.numbers.sessions_a_week]\nvalue = 0", "a session in 20 weeks at least"),
        ("[practice.numbers.checkin_weeks]\nvalue = 0", "at most once a week"),
        ("[practice.numbers.round_weeks]\nvalue = 0.001", "at most once a week"),
        ("[practice.numbers.overrun_worst]\nvalue = inf", "no number to reckon with"),
        ("[practice.numbers.dropout]\nvalue = -nan", "no number to reckon with"),
        ("[practice.numbers.dropout]\nvalue = 1.5", "a share is a part of 1"),
        ("[practice.numbers.review_months]\nvalue = [6, 1200]", "60 months at most"),
        ("[thresholds.feedback_weeks]\nvalue = 1e6", "260 weeks at most"),
        ("[thresholds.mine]\nlabel = 'x'\nvalue = 1e7", "from 0 to a million"),
        ("[items.CAP-03.parts.leaders]\nhigh = 1e300", "no plan counts further than a million"),
        ("[items.SEL-01.ready]\npart = 'value'\nabove = -inf", "no number to reckon with"),
        (f"[practice]\nshort = '{'x' * 81}'", "shorten it to 80 characters"),
        (f"about = '{'x' * 20_001}'", "shorten it to 20,000 characters"),
        (
            f"about = '{'{practice}' * 1000}'\n[practice]\nshort = '{'x' * 80}'",
            "the text is 80,000 characters long",
        ),
        (f"[items.SEL-01.ready]\nall = [{CONDITION * 501}]", "more than 500 entries"),
        (
            "[items.SEL-01.ready]\nall = ["
            + f"{{ any = [{CONDITION * 200}] }}, " * 8
            + "]",
            "more than 1,500 conditions",
        ),
        (f"[items.SEL-01]\nready = {PEOPLE}", "every_person stands within another look"),
        (many(501, "[items.K-N]\narea = 'selection'\n"), "more than 500 entries"),
        (
            many(100, "[references.rN]\n" + many(400, "kN = 1\n").replace("N", "M")),
            "more than 30,000 values",
        ),
    ],
    ids=range(22),
)  # fmt: skip
def test_each_bound_is_told_by_the_check_and_to_the_plan(
    tmp_path: Path, text: str, words: str
) -> None:
    checked, opened = both(tmp_path, text.replace("M = 1", "= 1"))
    assert words in checked
    assert words in opened
    assert "t.toml line " in opened


def test_what_is_within_the_bounds_is_taken(tmp_path: Path) -> None:
    text = f"about = '{'{practice}' * 240}'\n[practice]\nshort = '{'x' * 80}'\n"
    text += "[practice.numbers.group_leaders]\nvalue = 10\n[practice.numbers.refill]\nvalue = 0\n"
    checked, opened = both(tmp_path, text)
    assert opened == ""
    assert not any(word in checked for word in ("shorten", "too large", "too small", "more than"))


def test_every_limit_is_of_something_the_program_reckons_with_and_the_shipped_one_keeps_it() -> (
    None
):
    template = Library().load("five_areas")
    known = {*NUMBERS, *INPUTS, *template.practice.numbers, *template.thresholds}
    assert LIMITS.keys() <= known
    assert set(NUMBERS) <= LIMITS.keys()


def test_more_faults_than_anyone_mends_are_told_up_to_a_bound(tmp_path: Path) -> None:
    text = many(400, "[items.K-N]\narea = 'x'\ntheme = 'y'\n")
    assert len(both(tmp_path, text)[0].splitlines()) == 100


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("group_leaders = 1000000000", "a group has from 1 to 10 leaders"),
        ("planned_sessions = 0", "from 1 to 1,000 sessions"),
        ("session_minutes = 1e308", "from one minute to a day"),
        ("week_hours = inf", "inf is not a number"),
        ("week_hours = nan", "nan is not a number"),
        ("acceptance = 1.1", "a share is a part of 1"),
        ("sessions_a_week = 1e-9", "a session in 20 weeks at least"),
        ("checkin_weeks = -4", "at most once a week"),
    ],
)
def test_a_number_of_a_plan_has_the_same_bounds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, words: str
) -> None:
    plan = tmp_path / "plan.toml"
    plan.write_text(f"format = 1\nstart = 2027-01-11\n\n[assumptions]\n{line}\n")
    assert main(["check", str(plan)]) == 2
    told = capsys.readouterr().err
    assert "plan.toml line 5 (assumptions." in told
    assert words in told


@pytest.mark.parametrize("day", ["0001-06-01", "1899-12-31", "2200-01-01", "9999-12-31"])
def test_a_date_beyond_the_calendar_is_told_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], day: str
) -> None:
    plan = tmp_path / "plan.toml"
    plan.write_text(
        f"format = 1\nstart = {day}\n[answers.CAP-09]\nvalue = [2027-01-31, {day}]\n"
        f'[answers.MON-01.rows.1]\ndate = {day}\n[closures.1]\nfrom = {day}\nuntil = "{day}"\n'
        f"[calendar]\nx = {day}T10:00:00\n[actions.1]\nname = 'x'\nwhen = {day}\n"
        f"[people.AB]\nleaves = {day}\n"
    )
    assert main(["check", str(plan)]) == 2
    told = [one for one in capsys.readouterr().err.splitlines() if "too far away" in one]
    for line in (2, 4, 8, 9, 11, 14, 16):
        assert any(f"plan.toml line {line} " in one for one in told), (line, told)
    assert all(
        f"{day} is too far away for a plan; write a year from 1900 to 2199" in one for one in told
    )


@pytest.mark.no_cover
@pytest.mark.parametrize("first", ["1900-01-01", "2199-12-31"])
@pytest.mark.parametrize("last", ["1900-01-01", "2199-12-31"])
@pytest.mark.parametrize(
    "command",
    [
        ["check"],
        ["check", "--json"],
        *(
            pytest.param(one, marks=pytest.mark.walk)
            for one in (["export", "--to", "html"], ["pdf"])
        ),
    ],
)
def test_the_first_and_the_last_date_are_reckoned_with(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], first: str, last: str, command: list[str]
) -> None:
    plan = tmp_path / "plan.toml"
    plan.write_text(
        f"format = 1\nstart = {first}\nmonths = 60\n[answers.CAP-09]\nvalue = [{last}, {first}]\n"
        f"[closures.1]\nfrom = {first}\nuntil = {last}\n[calendar]\nx = {last}\n"
        f"[actions.1]\nname = 'x'\nwhen = {last}\n[people.AB]\nleaves = {last}\nhours_freed = 8\n"
        f"[answers.CAP-03]\nformat = 'individual'\nminutes = 45\npatients = 3\n"
        f"[answers.SEL-08.rows.1]\ndate = {last}\n[answers.CAP-06.rows.1]\nuntil = {last}\n"
        f"[absences.1]\nwho = 'AB'\nfrom = {first}\nuntil = {last}\n[rounds.1]\ndate = {last}\n"
    )
    extra = [] if command[0] == "check" else ["-o", str(tmp_path / f"out.{command[-1]}")]
    assert main([command[0], str(plan), *command[1:], *extra]) in (0, 1)
    assert "far away" not in capsys.readouterr().err
