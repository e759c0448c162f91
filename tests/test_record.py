"""What happened is recorded by its word, its name and keys of the file; odd counts are asked of."""

from datetime import date
from pathlib import Path

import pytest

from readiness.app.operations.people import remove_person
from readiness.app.operations.record import Typed, doubted, record, understood
from readiness.app.session import Session
from readiness.describe.after_start import entry_words, fit_words, month_told
from readiness.domain.followup.balance import balance_of
from readiness.domain.kinds.value import InvalidValue
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.records import holds_records
from readiness.storage.templates import Library
from tests.domain.made import team


@pytest.fixture
def session(tmp_path: Path) -> Session:
    path = tmp_path / "plan.toml"
    path.write_text('format = 1\ntemplate = "imr"\nstart = 2027-01-11\n\n[people.CD]\n', "utf-8")
    return Session.open(path, Library(), lambda: date(2027, 8, 16))


def told(session: Session, *words: str) -> str:
    typed = understood(session, words)
    if isinstance(typed, InvalidValue):
        return f"{typed.why}; {typed.todo}"
    assert isinstance(typed, Typed)
    return record(session, typed).said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("month 2027-07 asked=4 said_yes=2 active=5", "Recorded: month row 2027-07."),
        ("month July_2027 asked=4", "Recorded: month row 2027-07."),
        ("check-in 2027-08-02 held=yes hours_held=partly", "Recorded: check-in 2027-08-02."),
        ("check-in today held=yes", "Recorded: check-in 2027-08-16."),
        ("barrier new what=Room with=level_above", "Recorded: barrier 1."),
        ("barrier what=Room", "Recorded: barrier 1."),
        ("result 2027-07-12 measured=7", "Recorded: result 2027-07-12."),
        ("review 2027-07-12 raters=NR,KH scale=imr_fidelity", "fidelity review 2027-07-12."),
        ("adaptation new what=Homework touches=cbt,coping", "Recorded: adaptation 1."),
        ("decision 2028-02-14 decision=go_on", "Recorded: decision 2028-02-14."),
        ("person CD left=2027-08-15", "Recorded: CD."),
    ],
)
def test_each_kind_of_record_is_understood(session: Session, line: str, said: str) -> None:
    words = [word.replace("_", " ") if "=" not in word else word for word in line.split()]
    words = [w.replace("level_above", "level above").replace("go_on", "go on") for w in words]
    assert said in told(session, *words)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", '"" is no kind of record; use one of month, check-in'),
        ("moon 1", '"moon" is no kind of record'),
        ("month never asked=4", '"never" names no month row; write a month such as 2027-07'),
        ("month", '"" names no month row'),
        ("barrier 7 what=x", '"7" names no barrier; write a number such as 1, or new'),
        ("month 9999-12 asked=4", "9999-12-01 is too far away for a plan; write a year from 1900"),
        ("check-in 9999-12-31 held=yes", "9999-12-31 is too far away for a plan"),
        ("check-in soon held=yes", "write a day such as 2027-07-12"),
        ("person ZZ left=2027-08-15", 'there is no practitioner "ZZ"; use one of CD'),
        ("month 2027-07", "nothing was said of it; write key=value, with one of asked"),
        ("month 2027-07 aksed=4", '"aksed" is no field of it; use one of asked'),
        ("month 2027-07 asked=many", 'asked: "many" is not a number'),
        ("score 2027-07-12 coping NR=3", "there is no review of 2027-07-12"),
    ],
)
def test_what_is_not_understood_says_what_to_write(session: Session, line: str, said: str) -> None:
    assert said in told(session, *line.split())
    assert session.plan.monthly == {}


def test_without_practitioners_none_can_leave(session: Session) -> None:
    remove_person(session, "CD")
    assert "use one of none yet" in told(session, "person", "CD", "left=2027-08-15")


def test_scores_have_a_column_for_each_rater_and_the_criteria_of_their_scale(
    session: Session,
) -> None:
    told(session, "review", "2027-07-12", "raters=NR,KH", "scale=imr_fidelity")
    scores = ("score", "2027-07-12", "coping", "NR=3", "KH=1", "settled=2", "reason=One")
    assert told(session, *scores) == "Recorded: fidelity review 2027-07-12, coping."
    row = session.plan.scores["2027-07-12"]["coping"]
    assert row == {"NR": 3, "KH": 1, "settled": 2, "reason": "One"}
    assert "is no criterion of the scale; use one of people_in_session" in told(
        session, "score", "2027-07-12", "copping", "NR=3"
    )
    assert "use one of NR, KH, settled" in told(session, "score", "2027-07-12", "coping", "AB=3")
    told(session, "review", "2027-07-13", "raters=NR")
    assert "the id of a criterion" in told(session, "score", "2027-07-13", "NR=3")


def test_a_key_with_nothing_behind_it_takes_the_field_out_and_one_undo_takes_all_back(
    session: Session,
) -> None:
    told(session, "month", "2027-07", "asked=4", "started=1")
    told(session, "month", "2027-07", "asked=")
    assert dict(session.plan.monthly["2027-07"]) == {"started": 1}
    assert session.undo()
    assert session.undo()
    assert session.plan.monthly == {}


def doubts_of(session: Session, *words: str) -> list[str]:
    typed = understood(session, words)
    assert isinstance(typed, Typed)
    record(session, typed)
    return doubted(session, typed.place)


def test_counts_that_do_not_fit_are_asked_about_and_kept(session: Session) -> None:
    assert doubts_of(session, "month", "2027-06", "active=5", "started=5") == []
    fits = ("month", "2027-07", "active=5", "started=1", "completed=0", "dropped=1")
    assert doubts_of(session, *fits) == []
    odd = doubts_of(session, "month", "2027-07", "active=6", "said_yes=3", "asked=2")
    assert odd == [
        "July 2027, active: 5 before + 1 - 0 - 1 = 5, not 6.",
        "More said yes than were asked.",
    ]
    assert session.plan.monthly["2027-07"]["active"] == 6
    assert doubts_of(session, "month", "2027-08", "supervision_booked=2", "supervision_held=3") == [
        "More supervision was held than was booked."
    ]
    result = ("result", "2027-07-12", "due=6", "measured=7", "improved=4", "unchanged=2", "worse=2")
    assert doubts_of(session, *result) == [
        "Improved, unchanged and worse make 8, and 7 were measured.",
        "More were measured than were due.",
    ]
    assert doubts_of(session, "decision", "2028-02-14", "by=leader") == []
    assert doubts_of(session, "person", "CD", "left=2027-08-15") == []


def test_a_month_is_held_against_the_one_before_it_only() -> None:
    plan = team("AB").entering("monthly", "2027-12", {"active": 5, "started": 5})
    plan = plan.entering("monthly", "2028-01", {"active": 6, "started": 1})
    found = balance_of(plan, "2028-01")
    assert found is not None
    assert found.words == "5 before + 1 - 0 - 0 = 6, fits"
    gap = plan.entering("monthly", "2028-03", {"active": 6, "started": 1})
    assert balance_of(gap, "2028-03") is None


def test_before_the_first_month_that_was_counted_nobody_knows_how_many_there_were() -> None:
    later = team("AB").entering("monthly", "2027-07", {"active": 6, "started": 1})
    assert balance_of(later, "2027-07") is None
    first = team("AB").entering("monthly", "2027-01", {"active": 6, "started": 5})
    found = balance_of(first, "2027-01")
    assert found is not None
    assert found.words == "0 before + 5 - 0 - 0 = 5, not 6"


def test_a_record_is_called_by_its_day_or_month_in_words() -> None:
    assert entry_words("monthly", "2027-06") == "June 2027"
    assert entry_words("checkins", "2027-08-16") == "16 August 2027"
    assert entry_words("barriers", "1") == "1"


def test_while_a_month_is_filled_in_it_is_said_how_its_counts_fit() -> None:
    plan = team("AB").entering("monthly", "2027-06", {"active": 5, "started": 5})
    july = {"active": 6, "started": 2, "completed": 1}
    fits = plan.entering("monthly", "2027-07", july)
    assert list(fit_words(fits, "monthly", "2027-07")) == [
        "Empty: not counted. 0: none.",
        "Active: 5 before + 2 - 1 - 0 = 6, fits.",
    ]
    odd = plan.entering("monthly", "2027-07", {**july, "active": 7})
    assert list(fit_words(odd, "monthly", "2027-07"))[1:] == [
        "July 2027, active: 5 before + 2 - 1 - 0 = 6, not 7."
    ]
    assert list(fit_words(plan, "barriers", "1")) == []


def test_a_month_behind_the_planned_ones_is_told_as_that() -> None:
    assert month_told(date(2027, 1, 11), date(2028, 3, 12), 12) == (
        "month 15, after the 12 planned"
    )


def test_a_score_is_found_at_its_place_and_a_practitioners_record_counts(session: Session) -> None:
    told(session, "review", "2027-07-12", "raters=NR,KH", "scale=imr_fidelity")
    told(session, "score", "2027-07-12", "coping", "NR=3")
    ref = FieldRef(table="fidelity", entry="2027-07-12", row="coping", part="NR")
    assert session.plan.value(ref) == 3
    assert not holds_records(team("AB"))
    left = team("AB").answering_person("AB", "left", date(2027, 8, 15))
    assert holds_records(left)


def test_a_day_that_no_calendar_has_is_no_name_of_a_record(session: Session) -> None:
    assert "write a day such as" in told(session, "check-in", "2027-02-30", "held=yes")
