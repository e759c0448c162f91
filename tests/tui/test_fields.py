"""Every kind of field: what is typed, what is understood, and that no key is lost."""

from datetime import date
from pathlib import Path

import pytest

from readiness.app import autosave
from readiness.app.operations.people import add_person
from readiness.app.session import Session
from readiness.domain.checklist.template import Part
from readiness.domain.kinds.kind import LONGEST_TEXT
from readiness.domain.kinds.registry import interpret, kind_of
from readiness.domain.kinds.value import InvalidValue
from readiness.domain.plan.field_ref import FieldRef
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library
from readiness.tui.form.canvas import Canvas
from tests.tui.person import TODAY, at


async def test_a_choice_is_given_by_number_letter_and_arrow(empty: Session, state: Path) -> None:
    async with at(empty, state) as person:
        await person.answer("SEL-01", "1")
        assert empty.plan.answer("SEL-01").parts == {"value": "yes"}
        await person.press("down", "enter")
        assert empty.plan.answer("SEL-01").parts == {"value": "partly"}
        await person.press("up", "space")
        assert empty.plan.answer("SEL-01").parts == {"value": "yes"}
        await person.press("backspace")
        assert not empty.plan.answer("SEL-01").parts
        await person.answer("SEL-02", "l")
        assert empty.plan.answer("SEL-02").parts["value"] == "jointly"
        await person.press("b")
        assert empty.plan.answer("SEL-02").parts["value"] == "they volunteered"
    assert PlanFile.open(empty.path, Library()).plan == empty.plan


async def test_where_answers_stand_side_by_side_up_and_down_lead_to_another_field(
    session: Session, state: Path
) -> None:
    """A letter after Down is meant for the practitioner whose row is below."""
    people = session.plan.people
    assert [people[who].parts["briefed"] for who in ("AB", "CD")] == ["yes", "yes"]
    async with at(session, state) as person:
        await person.answer("SEL-05", "down", "n")
        people = session.plan.people
        assert [people[who].parts["briefed"] for who in ("AB", "CD")] == ["yes", "no"]
        await person.press("up", "p")
        people = session.plan.people
        assert [people[who].parts["briefed"] for who in ("AB", "CD")] == ["partly", "no"]
        await person.press("down", "right", "right", "space")
        assert session.plan.people["CD"].parts["briefed"] == "yes"


async def test_in_a_table_of_boxes_down_leads_to_the_box_below(
    session: Session, state: Path
) -> None:
    async with at(session, state) as person:
        await person.answer("SEL-08")
        first = person.form.field
        await person.press("down")
        below = person.form.field
        assert first is not None
        assert below is not None
        assert (first.ref.part, first.ref.row) == (below.ref.part, "1")
        assert below.ref.row == "2"


def test_where_nothing_is_drawn_up_and_down_go_on_in_order() -> None:
    canvas = Canvas(lambda _key: False)
    assert (canvas.stops_to(1), canvas.stops_to(-1)) == (1, -1)


async def test_a_number_on_the_list_is_an_answer_where_answers_have_numbers(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.open_item("SEL-02")
        await person.press("2")
        assert empty.plan.answer("SEL-02").parts == {"value": "leader alone"}
        assert person.item == "SEL-02"
        assert person.sees("> (o) 2 The leader alone")
        await person.press("escape", "9")
        assert person.item == "SEL-02"
        await person.open_item("GOAL-01")
        await person.press("2")
        assert person.item == "CAP-01"


def test_the_example_in_an_empty_box_is_one_that_the_box_takes() -> None:
    def example(part: Part) -> str:
        return kind_of(part).example(part)

    minutes = Part(kind="number", unit="minutes", low=10, high=300)
    assert example(minutes) == "e.g. 10"
    assert example(Part(kind="number", low=0, high=3)) == "e.g. 3"
    assert example(Part(kind="number")) == "e.g. 4"
    assert example(Part(kind="date")) == "e.g. 31 Jan 2027"


async def test_n_is_no_and_answers_nothing_where_no_is_not_offered(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.answer("SEL-01", "n")
        assert empty.plan.answer("SEL-01").parts == {"value": "no"}
        assert person.sees("> (o) 3 No")
        await person.press("n", "4")
        assert empty.plan.answer("SEL-01").parts == {"value": "not sure"}
        await person.press("N")
        assert empty.plan.answer("SEL-01").parts == {"value": "no"}
        await person.answer("SEL-02", "n")
        assert not empty.plan.answer("SEL-02").parts
        assert person.sees("> ( ) 1 Leader")


async def test_an_answer_of_an_earlier_version_is_shown_until_it_is_changed(
    empty: Session, state: Path
) -> None:
    empty.set(FieldRef(item="GOAL-06", part="value"), "against it")
    async with at(empty, state) as person:
        await person.answer("GOAL-06")
        assert person.sees("(o) 8 The leader is against it")
        await person.press("1")
        assert empty.plan.answer("GOAL-06").parts == {"value": "weekly"}
        assert "The leader is against it" not in person.see()
        await person.press("ctrl+z")
        assert empty.plan.answer("GOAL-06").parts == {"value": "against it"}
        await person.press("up")
        assert person.sees("> (o) 8 The leader is against it")


async def test_several_of_a_list(empty: Session, state: Path) -> None:
    async with at(empty, state) as person:
        await person.answer("MON-08", "1", "3")
        assert person.sees("[x] 1", "[ ] 2", "[x] 3")
        assert len(empty.plan.answer("MON-08").parts["value"]) == 2  # type: ignore[arg-type]
        await person.press("1", "3")
        assert not empty.plan.answer("MON-08").parts
        await person.press("2", "delete")
        assert not empty.plan.answer("MON-08").parts


async def test_numbers_dates_and_texts_are_understood(empty: Session, state: Path) -> None:
    async with at(empty, state) as person:
        await person.answer("INC-04", *"12")
        assert empty.plan.answer("INC-04").parts["value"] == 12
        await person.press("x")
        assert "value" not in empty.plan.answer("INC-04").parts
        assert person.sees('"12x" is not a number', "(there is no")
        await person.answer("CAP-09", *"1.3.2027")
        assert empty.plan.answer("CAP-09").parts["value"] == (date(2027, 3, 1),)
        assert person.sees("Monday 1 March 2027")
        await person.answer("CAP-07")
        await person.type("ask\nfirst")
        assert empty.plan.answer("CAP-07").parts["value"] == "ask\nfirst"


async def test_a_field_says_its_unit_its_range_and_the_day_of_the_week(
    empty: Session, state: Path
) -> None:
    add_person(empty, "AB", "nurse")
    async with at(empty, state) as person:
        await person.answer("CAP-01")
        assert person.sees("AB, nurse", "h a week, 0 to 60")
        await person.type("70")
        assert person.sees("70 is too large; write 60", "(there is no answer yet)")
        await person.answer("SEL-03")
        await person.type("11/1/27")
        assert person.sees("Monday 11 January 2027")
        assert empty.plan.people["AB"].parts["leaves"] == date(2027, 1, 11)
        await person.press(*["backspace"] * 7)
        assert "leaves" not in empty.plan.people["AB"].parts
        await person.type("no")
        assert empty.plan.people["AB"].parts["leaves"] == "no"
        await person.press("backspace", "backspace")
        await person.type("not sure")
        assert empty.plan.people["AB"].parts["leaves"] == "not sure"


@pytest.mark.parametrize(
    ("kind", "text", "meant"),
    [
        ("number", "", None),
        ("number", "2,5", 2.5),
        ("number", "None", "no"),
        ("number", "Not sure", "not sure"),
        ("date", "31 Jan 2027", date(2027, 1, 31)),
        ("date", "in 3 months", date(2027, 2, 24)),
        ("dates", "1.2.2027, 2027-01-31,", (date(2027, 1, 31), date(2027, 2, 1))),
    ],
)
def test_what_is_meant(kind: str, text: str, meant: object) -> None:
    assert interpret(Part(kind=kind), text, TODAY) == meant  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "text"), [("date", "soon"), ("dates", "1.2.2027, x"), ("dates", ",")]
)
def test_what_is_not_understood_is_no_answer(kind: str, text: str) -> None:
    assert isinstance(interpret(Part(kind=kind), text, TODAY), InvalidValue)  # type: ignore[arg-type]


def test_the_word_for_none_is_the_questions_own() -> None:
    part = Part(kind="ynp")
    assert kind_of(part).offers(part, "No, too demanding", is_item=True) == {
        "yes": "Yes",
        "partly": "Partly",
        "no": "No, too demanding",
        "not sure": "Not sure",
        "not applicable": "Not applicable",
    }
    assert kind_of(part).offers(part, "Too demanding")["no"] == "No: Too demanding"


@pytest.mark.parametrize(
    ("item", "keys", "meant"),
    [
        ("INC-04", "37", 37),
        pytest.param(
            "CAP-09",
            "31.1.2027, 30.4.2027",
            (date(2027, 1, 31), date(2027, 4, 30)),
            marks=pytest.mark.walk,
        ),
        pytest.param(
            "CAP-07",
            "the clinic first, then the rest\nof the week",
            None,
            marks=pytest.mark.walk,
        ),
    ],
)
async def test_a_burst_of_keys_loses_nothing_while_saving_goes_on(
    empty: Session,
    state: Path,
    monkeypatch: pytest.MonkeyPatch,
    item: str,
    keys: str,
    meant: object,
) -> None:
    monkeypatch.setattr(autosave, "GATHER", 0.001)
    async with at(empty, state) as person:
        await person.answer(item)
        for start in range(0, len(keys), 3):
            await person.type(keys[start : start + 3])
            person.app.plan.save()
        await person.settle()
        assert person.app.focused is person.form.text_box
        assert person.box == keys
        assert empty.plan.answer(item).parts["value"] == (meant or keys)
        assert person.app.plan.save()
    assert PlanFile.open(empty.path, Library()).plan == empty.plan


async def test_an_older_state_never_takes_back_what_is_being_typed(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.answer("CAP-07")
        await person.type("as")
        before = person.app.plan.seen
        person.question.text_box.text = "ask"
        person.question.show(before)
        assert person.box == "ask"
        await person.settle()
        assert empty.plan.answer("CAP-07").parts["value"] == "ask"
        await person.press("ctrl+z")
        assert person.box == ""
        assert not empty.plan.answer("CAP-07").parts


async def test_what_is_typed_counts_at_once_wherever_a_person_goes(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.answer("CAP-07")
        await person.type("ask")
        assert person.app.plan.seen.plan.answer("CAP-07").parts["value"] == "ask"
        await person.press("escape", "f2")
        await person.open_item("CAP-07")
        assert person.box == "ask"


async def test_undo_is_seen_in_the_boxes(empty: Session, state: Path) -> None:
    async with at(empty, state) as person:
        await person.answer("INC-04", "7", "ctrl+z")
        assert person.box == ""
        await person.press("ctrl+y")
        assert person.box == "7"


async def test_a_text_that_is_too_long_is_said_and_what_fitted_is_kept(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.answer("CAP-07", "a")
        box = person.question.text_box
        box.text = "b" * (LONGEST_TEXT + 1)
        await person.settle()
        assert empty.plan.answer("CAP-07").parts["value"] == "a"
        assert person.sees("the text is 20,001 characters")
        box.text = "c\x1b[31m"
        await person.settle()
        assert empty.plan.answer("CAP-07").parts["value"] == "c[31m"


async def test_a_new_row_has_the_keys_and_a_removed_one_leaves_the_place(
    empty: Session, state: Path
) -> None:
    async with at(empty, state) as person:
        await person.answer("MON-01", "enter")
        await person.type("2027-07-12")
        await person.press("enter")
        await person.type("AB")
        assert empty.plan.answer("MON-01").rows == {"1": {"date": date(2027, 7, 12), "by": "AB"}}
        await person.press("tab", "tab", "enter")
        await person.type("2028-01-10")
        assert empty.plan.answer("MON-01").rows["2"] == {"date": date(2028, 1, 10)}
        await person.press("ctrl+delete")
        assert list(empty.plan.answer("MON-01").rows) == ["1"]
        assert person.app.focused is not None
        await person.press("ctrl+z")
        assert person.question.field is not None
        assert person.question.field.ref == FieldRef("MON-01", "date", row="2")


async def test_the_keys_stay_in_their_field_when_a_practitioner_is_added_elsewhere(
    empty: Session, state: Path
) -> None:
    add_person(empty, "AB", "nurse")
    async with at(empty, state) as person:
        await person.answer("CAP-01", "4")
        person.app.plan.keep(lambda one: add_person(one, "CD"))
        await person.settle()
        await person.press("backspace", "5")
        assert empty.plan.people["AB"].parts["hours_freed"] == 5
        await person.press("enter")
        await person.type("3")
        assert empty.plan.people["CD"].parts["hours_freed"] == 3


async def test_a_note_that_says_none_says_none(empty: Session, state: Path) -> None:
    async with at(empty, state) as person:
        await person.open_item("SEL-01")
        await person.to_field("note")
        await person.type("none")
        assert empty.plan.answer("SEL-01").note == "none"
        assert person.box == "none"
