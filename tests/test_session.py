"""The one thing that changes a plan."""

import unicodedata
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.app.operations.answers import add_row, clear_answers, remove_row
from readiness.app.operations.particulars import set_particulars, use_form
from readiness.app.operations.people import add_person, remove_person, rename_person
from readiness.app.session import Session
from readiness.domain.kinds.text import tidied
from readiness.domain.kinds.value import Value
from readiness.domain.plan.field_ref import ASSUMPTIONS, NOTE, ROLE, FieldRef
from readiness.storage.languages import speak_in
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from tests.naughty import LINE_ENDS, NOT_IN_A_FILE, TEXTS

ITEMS = ["SEL-01", "INC-01", "GOAL-08", "MON-09"]


def test_an_answer_can_be_undone_and_redone(session: Session) -> None:
    before = session.plan
    session.set(FieldRef("SEL-01", "value"), "no")
    assert session.review.items["SEL-01"].status == "open"
    assert session.undo()
    assert session.plan == before
    session.redo()
    assert session.plan.answer("SEL-01").parts["value"] == "no"


def test_typing_a_note_is_one_step_back(session: Session) -> None:
    before = session.plan
    for text in ("a", "ab", "abc"):
        session.set(FieldRef("INC-01", NOTE), text)
    session.undo()
    assert session.plan == before
    assert not session.undo()


def test_a_number_or_date_that_is_typed_is_one_step_and_each_choice_is_one(
    session: Session,
) -> None:
    before = session.plan
    session.set(FieldRef("INC-04", "value"), 3)
    session.set(FieldRef("INC-04", "value"), 37)
    session.undo()
    assert session.plan == before
    session.set(FieldRef(part="hours_freed", person="AB"), 1)
    session.set(FieldRef(part="hours_freed", person="AB"), 12)
    session.undo()
    assert session.plan == before
    session.set(FieldRef("SEL-01", "value"), "no")
    session.set(FieldRef("SEL-01", "value"), "partly")
    session.undo()
    assert session.plan.answer("SEL-01").parts["value"] == "no"


def test_who_types_on_and_on_loses_little_with_one_undo(example_file: PlanFile) -> None:
    clock = [datetime(2026, 11, 24, 14, 2)]  # noqa: DTZ001
    session = Session(example_file, lambda: date(2026, 11, 24), lambda: clock[0])
    text = ""
    for letter in "abcdefghijklmnop":
        text += letter
        session.set(FieldRef("INC-01", NOTE), text)
        clock[0] += timedelta(seconds=3)
    session.undo()
    assert session.plan.answer("INC-01").note == "abcdefghijklmn"
    session.undo()
    assert session.plan.answer("INC-01").note == "abcdefg"
    session.redo()
    session.redo()
    assert session.plan.answer("INC-01").note == text


def test_rows_and_people_come_and_go(session: Session) -> None:
    before = session.plan
    row = add_row(session, "MON-01").act.entry
    session.set(FieldRef("MON-01", "by", row=row), "Northside")
    assert row == "3"
    add_person(session, "XY", "nurse")
    session.set(FieldRef(part="hours_freed", person="XY"), 3)
    rename_person(session, "XY", "ZZ")
    assert session.plan.people["ZZ"].parts["hours_freed"] == 3
    remove_person(session, "ZZ")
    remove_row(session, "MON-01", row)
    assert session.plan == before


def test_not_applicable_keeps_its_reason_and_an_answer_ends_it(session: Session) -> None:
    session.not_applicable("INC-09", "no groups")
    assert session.review.items["INC-09"].status == "not applicable"
    session.set(FieldRef("INC-09", "value"), "They can come back")
    assert session.plan.answer("INC-09").reason == ""
    session.not_applicable("INC-02", "")
    assert session.review.items["INC-02"].status == "open"


def test_a_word_for_the_whole_item_gives_way_to_its_fields(session: Session) -> None:
    session.set(FieldRef("SEL-09", "value"), "no")
    session.set(FieldRef("SEL-09", "successor"), "IJ")
    assert "value" not in session.plan.answer("SEL-09").parts


def test_saving_writes_once_and_save_as_goes_on_elsewhere(session: Session) -> None:
    session.set(FieldRef("SEL-01", "value"), "no")
    assert session.is_unsaved
    session.save()
    assert not session.is_unsaved
    assert session.saved_at is not None
    other = session.path.with_name("other.toml")
    session.save_as(other)
    set_particulars(session, {"service": "Elsewhere"})
    session.save()
    assert "Elsewhere" in other.read_text()
    session.path.write_text(other.read_text().replace("Elsewhere", "Theirs"))
    session.reload()
    assert session.plan.service == "Theirs"
    session.undo()
    assert session.plan.service == "Elsewhere"


def test_clear_assume_and_roles(session: Session) -> None:
    clear_answers(session, "SEL-01")
    assert not session.review.items["SEL-01"].answered
    session.set(FieldRef(part="preparation_minutes", table=ASSUMPTIONS), 10)
    assert session.plan.assumptions == {"preparation_minutes": 10}
    session.set(FieldRef(part="preparation_minutes", table=ASSUMPTIONS), None)
    session.set(FieldRef(part=ROLE, person="AB"), "psychologist")
    assert session.plan.people["AB"].role == "psychologist"
    session.save()
    assert isinstance(session.path, Path)


def test_what_is_offered_to_undo_and_redo_is_there(session: Session) -> None:
    assert not session.undo()
    assert not session.redo()
    clear_answers(session, "SEL-01")
    assert session.undo()
    assert session.redo()


def test_a_name_that_is_taken_or_empty_changes_nobody(session: Session) -> None:
    before = session.plan
    first, second = list(before.people)[:2]
    add_person(session, first, "someone else")
    add_person(session, "")
    rename_person(session, first, second)
    rename_person(session, first, "")
    rename_person(session, "nobody", "XY")
    assert session.plan is before
    assert not session.undo()


def test_an_answer_that_says_the_same_is_no_step(session: Session) -> None:
    session.set(FieldRef("SEL-01", "value"), session.plan.answer("SEL-01").parts["value"])
    assert not session.undo()


def test_saving_what_is_saved_touches_no_file(session: Session) -> None:
    before = session.path.stat().st_mtime_ns
    session.save()
    assert session.saved_at is None
    assert session.path.stat().st_mtime_ns == before


def test_a_plan_is_opened_with_what_could_not_be_understood(example: Path) -> None:
    example.write_text(example.read_text().replace("months = 12", "months = 120"))
    session = Session.open(example, Library())
    assert [problem.where for problem in session.problems] == ["months"]
    assert session.plan.months == 12
    assert session.today


@given(st.lists(st.tuples(st.sampled_from(ITEMS), st.sampled_from(["yes", "partly", "no"]))))
def test_undoing_everything_gives_the_first_plan_back(steps: list[tuple[str, str]]) -> None:
    session = _fresh()
    first = session.plan
    for item, word in steps:
        session.set(FieldRef(item, "value"), word)
    last = session.plan
    while session.undo():
        pass
    assert session.plan == first
    while session.redo():
        pass
    assert session.plan == last


def _fresh() -> Session:
    from datetime import date, datetime

    from readiness.storage.plan_file import PlanFile

    services = Path(__file__).parent / "data" / "services"
    file = PlanFile.open(services / "C.toml", Library())
    ticks = iter(range(10_000))
    return Session(
        file,
        lambda: date(2026, 1, 1),
        lambda: datetime(2026, 1, 1, next(ticks) // 60 % 24),  # noqa: DTZ001
    )


def test_the_form_is_switched_and_switched_back_by_undo(session: Session) -> None:
    before = session.plan
    use_form(session, "short")
    assert session.review.form == "short"
    use_form(session, "full")
    assert session.undo()
    assert session.plan.form == "short"
    assert session.undo()
    assert session.plan == before


def test_halves_of_characters_and_line_ends_of_other_systems_are_made_whole(
    session: Session,
) -> None:
    for text in (*NOT_IN_A_FILE, *LINE_ENDS):
        session.set(FieldRef("SEL-01", NOTE), text)
        session.set(FieldRef("CAP-07", "value"), f"x{text}")
        session.set(FieldRef("MON-01", "by", row="1"), f"x{text}")
        session.set(FieldRef(table="actions", entry="1", part="name"), f"x{text}")
        session.set(FieldRef(part=ROLE, person="AB"), text)
        session.take(session.plan.with_person(tidied(f"P{text}"), tidied(text)))
        session.take(session.plan.renaming_person(tidied(f"P{text}"), tidied(f"Q{text}")))
        session.not_applicable("INC-02", text)
        set_particulars(session, {"service": text})
        session.save()
        assert PlanFile.open(session.path, Library()).plan == session.plan
    assert session.plan.answer("CAP-07").parts["value"] == "xa\n\nb"


def test_a_switch_of_the_language_rewords_what_is_asked_and_keeps_the_plan(
    session: Session,
) -> None:
    session.set(FieldRef("SEL-02", "value"), "asked in passing")
    plan = session.plan
    speak_in("nb")
    session.reword(Library())
    assert session.template.language == "nb"
    assert "Fagpersonene ble spurt i forbifarten." in [one.says for one in session.review.flags]
    assert session.plan == plan
    assert session.undo()


def test_a_text_is_tidied_and_else_left_as_it_is() -> None:
    assert tidied("a\r\nb\rc\n\rd") == "a\nb\nc\n\nd"
    assert tidied("a\ud800b\udfff") == "a\ufffdb\ufffd"
    assert tidied("\ud83d\ude00") == "\N{GRINNING FACE}"
    assert tidied("A\u030ase") == "\u00c5se"
    for _, text in TEXTS:
        if "\r" not in text:
            assert tidied(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("ref", "value"),
    [
        (FieldRef("SEL-01", "note"), "ask HR"),
        (FieldRef("SEL-02", "value"), "jointly"),
        (FieldRef("MON-01", "by_whom", row="1"), "AB"),
        (FieldRef(part="role", person="AB"), "social worker"),
        (FieldRef("SEL-03", "leaves", person="AB"), date(2027, 5, 1)),
        (FieldRef(part="title", table="actions", entry="a1"), "Ask HR"),
        (FieldRef(part="dropout", table="assumptions"), 0.3),
    ],
)
def test_what_is_put_at_an_address_stands_there_until_it_is_undone(
    session: Session, ref: FieldRef, value: Value
) -> None:
    before = session.plan.value(ref)
    assert before != value
    session.set(ref, value)
    assert session.plan.value(ref) == value
    session.undo()
    assert session.plan.value(ref) == before
