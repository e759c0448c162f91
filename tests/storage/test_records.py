"""What is kept after the start: its tables in the file, by day and by month, and how two meet."""

from datetime import date
from pathlib import Path

import pytest

from readiness.app.session import Session
from readiness.domain.checklist.part import Part
from readiness.domain.kinds.registry import interpret, kind_of
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.free_text import texts_of
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.records import PEOPLE, RECORDS
from readiness.domain.versions.changes import changes
from readiness.domain.versions.flat_plan import flatten, unflatten
from readiness.domain.versions.merge import merge
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library

YEAR = Path(__file__).parents[1] / "data" / "plans" / "format-2-a-year.toml"
COPING = FieldRef(table="fidelity", entry="2027-07-12", row="coping", part="settled")
MARCH = FieldRef(table="monthly", entry="2027-03", part="started")


def a_file(path: Path, text: str) -> PlanFile:
    path.write_text(text, "utf-8")
    return PlanFile.open(path, Library())


def test_what_is_settled_in_the_sitting_of_the_scores_stands_with_them(tmp_path: Path) -> None:
    file = a_file(tmp_path / "plan.toml", 'format = 2\ntemplate = "imr"\n')
    scored = Plan(template="imr").entering("fidelity", "2027-07-12", {"raters": ("NR", "KH")})
    for row in ("coping", "relapse"):
        scored = scored.scoring("2027-07-12", row, {"NR": 3, "KH": 1})
    file.write(scored)
    file.write(scored.with_value(COPING, 2))
    assert "KH = 1\nsettled = 2\n\n[fidelity.2027-07-12.rows.relapse]" in file.raw.decode()


def test_a_year_of_records_is_read_whole_and_written_in_place(tmp_path: Path) -> None:
    text = YEAR.read_text("utf-8")
    file = a_file(tmp_path / "plan.toml", text)
    assert list(file.problems) == []
    plan = file.plan
    assert plan.value(COPING) == 2
    assert plan.value(MARCH) == 2
    assert plan.people["CD"].parts["left"] == date(2027, 8, 15)
    changed = plan.with_value(COPING, 3).with_value(
        FieldRef(table="fidelity", entry="2027-07-12", row="handouts", part="KH"), 4
    )
    file.write(changed)
    written = file.path.read_text("utf-8")
    assert "settled = 3" in written
    assert "[fidelity.2027-07-12.rows.handouts]\nKH = 4" in written
    assert "# the widest gap" in written
    assert unflatten(flatten(changed)) == changed
    gone = changed.without_entry("fidelity", "2027-07-12")
    file.write(gone)
    assert "handouts" not in file.path.read_text("utf-8")
    assert PlanFile.open(file.path, Library()).plan == gone


def test_a_plan_before_its_start_stays_writable_by_older_versions(tmp_path: Path) -> None:
    file = a_file(tmp_path / "plan.toml", 'format = 1 # ours\ntemplate = "imr"\n')
    file.write(file.plan.noting("SEL-01", "new"))
    assert "format = 1" in file.path.read_text("utf-8")
    file.write(file.plan.with_value(MARCH, 2))
    assert "format = 2 # ours" in file.path.read_text("utf-8")
    assert list(tmp_path.glob("*.format-*")) == []
    fresh = PlanFile.create(tmp_path / "other.toml", file.plan, file.template)
    assert "format = 2" in fresh.path.read_text("utf-8")


@pytest.mark.parametrize(
    "plan",
    [
        Plan().answering_person("AB", "left", date(2027, 8, 15)),
        Plan().entering("actions", "1", {"from": "fidelity.2027-07-12.coping"}),
    ],
)
def test_a_leaver_or_an_action_from_a_record_is_not_for_older_versions(
    tmp_path: Path, plan: Plan
) -> None:
    library = Library()
    file = PlanFile.create(tmp_path / "plan.toml", plan, library.load("imr", tmp_path))
    assert "format = 2" in file.path.read_text("utf-8")


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("monthly.2027-13", "is not a month; name it year-month: [monthly.2027-07]"),
        ("monthly.july", "is not a month"),
        ("checkins.2027-02-30", "is not a date; name it by its day: [checkins.2027-07-12]"),
        ("checkins.20270301", "is not a date"),
        ("monthly.0000-05", "is not a month"),
        ('monthly."\u0662\u0660\u0662\u0667-\u0660\u0667"', "is not a month"),
        ("monthly.9999-12", "is too far away for a plan; write a year from 1900 to 2199"),
        ("checkins.9999-12-31", "is too far away for a plan"),
    ],
)
def test_a_record_under_no_day_or_month_is_told_and_kept(
    tmp_path: Path, table: str, said: str
) -> None:
    text = f'format = 2\ntemplate = "imr"\n\n[{table}]\n'
    file = a_file(tmp_path / "plan.toml", text)
    assert said in file.problems[0].words()
    file.write(file.plan.with_value(MARCH, 2))
    assert f"[{table}]" in file.path.read_text("utf-8")


def test_more_than_a_plan_can_hold_is_told(tmp_path: Path) -> None:
    months = "".join(f"[monthly.{y}-{m:02}]\n" for y in range(2027, 2038) for m in range(1, 13))
    rows = "".join(f"[fidelity.2027-07-12.rows.c{number}]\n" for number in range(61))
    file = a_file(tmp_path / "plan.toml", f'format = 2\ntemplate = "imr"\n{months}{rows}')
    words = " ".join(one.words() for one in file.problems)
    assert "there are 132 of them" in words
    assert "there are 61 of them" in words
    session = Session(file, lambda: date(2027, 7, 1), lambda: None)  # type: ignore[arg-type, return-value]
    assert len(session.plan.monthly) == 120


def test_two_people_who_enter_the_same_month_make_one_row() -> None:
    template = Library().load("imr", Path())
    base = Plan(template="imr")
    asked, booked, started = (
        FieldRef(table="monthly", entry="2027-07", part=part)
        for part in ("asked", "supervision_booked", "started")
    )
    ours = base.with_value(asked, 4).with_value(started, 1)
    theirs = base.with_value(booked, 4).with_value(started, 2)
    merged = merge(base, ours, theirs, template)
    assert dict(merged.plan.monthly["2027-07"]) == {
        "asked": 4,
        "started": 1,
        "supervision_booked": 4,
    }
    assert [one.where for one in merged.conflicts] == ["Month row 2027-07, Started"]


def test_raters_on_two_machines_meet_criterion_by_criterion() -> None:
    template = Library().load("imr", Path())
    base = Plan(template="imr").entering("fidelity", "2027-07-12", {"raters": ("NR", "KH")})
    ours = base.scoring("2027-07-12", "coping", {"NR": 3})
    theirs = base.scoring("2027-07-12", "coping", {"KH": 1})
    merged = merge(base, ours, theirs, template)
    assert merged.conflicts == ()
    assert dict(merged.plan.scores["2027-07-12"]["coping"]) == {"NR": 3, "KH": 1}


def test_what_differs_between_records_is_told_in_words() -> None:
    template = Library().load("imr", Path())
    before = Plan(template="imr").scoring("2027-07-12", "coping", {"settled": 2})
    after = before.scoring("2027-07-12", "coping", {"settled": 3})
    after = after.scoring("2027-07-12", "relapse", {"settled": 4})
    after = after.answering_person("CD", "left", date(2027, 8, 15))
    said = [one.words for one in changes(before, after, template)]
    assert "Fidelity review 2027-07-12, coping, Settled score: 2 became 3" in said
    assert "Fidelity review 2027-07-12, relapse: added: relapse, Settled score: 4" in said
    assert any("Left on" in one for one in said)


def test_texts_of_records_are_seen_by_what_looks_through_all_texts() -> None:
    template = Library().load("imr", Path())
    plan = Plan(template="imr").scoring("2027-07-12", "coping", {"reason": "as seen"})
    assert (COPING.model_copy(update={"part": "reason"}), "as seen") in list(
        texts_of(plan, template)
    )


def test_a_record_is_set_and_taken_back_under_its_name(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_text('format = 1\ntemplate = "imr"\n', "utf-8")
    session = Session.open(path, Library(), lambda: date(2027, 7, 1))
    session.set(MARCH, 2)
    session.set(COPING.model_copy(update={"part": "reason"}), "seen")
    assert session.undo()
    assert session.undo()
    assert session.plan.monthly == {}


def test_no_record_is_of_a_single_patient_or_of_one_practitioners_work() -> None:
    """Counts of the team only: a month has no text, and no table is named by a person."""
    kinds = {part.kind for part in RECORDS["monthly"].parts.values()}
    assert kinds == {"number", "date"}
    assert {table.key for name, table in RECORDS.items() if name != "milestones"} <= {
        "day", "month", "number",
    }  # fmt: skip
    assert {part.kind for part in PEOPLE.parts.values()} == {"date"}


def test_several_names_are_typed_with_commas_and_read_from_a_list(tmp_path: Path) -> None:
    part = Part(kind="names")
    assert interpret(part, "NR; KH, NR", date(2027, 7, 1)) == ("NR", "KH")
    assert interpret(part, "no", date(2027, 7, 1)) == "no"
    assert kind_of(part).boxed(("NR", "KH")) == "NR, KH"
    assert kind_of(part).example(part) == "e.g. AB, CD"
    assert kind_of(part).asks(part) == "names, with commas between"
    file = a_file(
        tmp_path / "p.toml", 'format = 2\ntemplate = "imr"\n[fidelity.2027-07-12]\nraters = [1]\n'
    )
    assert "1 is not a text; write names in brackets" in file.problems[0].words()
