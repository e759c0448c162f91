"""The fields of a question in the order in which a person meets them."""

from datetime import date

from readiness.domain.plan.field_ref import NOTE, FieldRef
from readiness.domain.plan.fields import fields_of, note_field
from readiness.storage.templates import Library
from tests.domain.made import team

TEMPLATE = Library().load("imr")


def test_rows_come_first_each_under_its_name_and_then_what_is_asked_once() -> None:
    plan = team("AB").answering_row("MON-01", "1", "date", date(2027, 7, 12))
    plan = plan.answering_row("MON-01", "2", "date", date(2028, 1, 10))
    item = TEMPLATE.items["MON-01"]
    fields = list(fields_of("MON-01", item, plan))
    rows = [one for one in fields if one.ref.row]
    assert fields[: len(rows)] == rows
    assert list(dict.fromkeys(one.heading for one in rows)) == ["Review 1", "Review 2"]
    assert [(one.ref.row, one.ref.part) for one in rows] == [
        ("1", "date"),
        ("1", "by"),
        ("2", "date"),
        ("2", "by"),
    ]
    assert {one.place for one in rows} == {"MON-01, review 1", "MON-01, review 2"}


def test_what_is_asked_of_each_stands_under_the_practitioner() -> None:
    plan = team("AB", "CD").with_person("CD", "")
    several = list(fields_of("CAP-03", TEMPLATE.items["CAP-03"], plan))
    of_people = [one for one in several if one.ref.person]
    assert [(one.ref.person, one.ref.part, one.heading) for one in of_people] == [
        ("AB", "patients", "AB, nurse"),
        ("AB", "groups", "AB, nurse"),
        ("CD", "patients", "CD"),
        ("CD", "groups", "CD"),
    ]
    assert (several[-1].ref.part, several[-1].is_aside) == ("value", True)


def test_a_note_has_room_and_a_name_of_several_lines_keeps_them() -> None:
    assert (note_field("SEL-01").ref, note_field("SEL-01").is_one_line) == (
        FieldRef("SEL-01", NOTE),
        False,
    )
    item = TEMPLATE.items["MON-01"]
    plan = team("AB").answering_row("MON-01", "1", "by", "Ask Kari")
    assert [one.is_one_line for one in fields_of("MON-01", item, plan)][:2] == [True, True]
    plan = plan.answering_row("MON-01", "1", "by", "Ask Kari\nor Ola")
    assert [one.is_one_line for one in fields_of("MON-01", item, plan)][:2] == [True, False]


def test_a_question_with_an_answer_of_its_own_asks_for_it_once() -> None:
    fields = list(fields_of("SEL-01", TEMPLATE.items["SEL-01"], team("AB")))
    assert [one.ref.part for one in fields].count("value") == 1
    assert not any(one.is_aside for one in fields)
