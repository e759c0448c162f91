"""The fields of a question in the order in which a person meets them."""

from datetime import date

from readiness.domain.plan.field_ref import NOTE, FieldRef
from readiness.domain.plan.fields import note_field, shown_fields
from readiness.storage.templates import Library
from tests.domain.made import team

TEMPLATE = Library().load("imr")


def test_rows_come_first_each_under_its_name_and_then_what_is_asked_once() -> None:
    plan = team("AB").answering_row("MON-01", "1", "date", date(2027, 7, 12))
    plan = plan.answering_row("MON-01", "2", "date", date(2028, 1, 10))
    item = TEMPLATE.items["MON-01"]
    fields = list(shown_fields("MON-01", item, plan))
    rows = [one for one in fields if one.ref.row]
    assert fields[: len(rows)] == rows
    assert [one.heading for one in rows if one.heading] == ["Review 1", "Review 2"]
    assert [one.ref.row for one in rows if one.ends_row] == ["1", "2"]
    assert [one.adds_row for one in fields].count(True) <= 1


def test_one_thing_asked_of_each_is_a_line_each_and_several_are_a_group_each() -> None:
    plan = team("AB", "CD").with_person("CD", "")
    one_thing = list(shown_fields("SEL-03", TEMPLATE.items["SEL-03"], plan))
    assert [(one.ref.person, one.part.label, one.heading) for one in one_thing[:2]] == [
        ("AB", "AB, nurse", "Leaves the role"),
        ("CD", "CD", ""),
    ]
    several = list(shown_fields("CAP-03", TEMPLATE.items["CAP-03"], plan))
    of_people = [one for one in several if one.ref.person]
    assert [(one.ref.person, one.ref.part, one.heading) for one in of_people] == [
        ("AB", "patients", "AB, nurse"),
        ("AB", "groups", ""),
        ("CD", "patients", "CD"),
        ("CD", "groups", ""),
    ]
    assert (several[-1].ref.part, several[-1].is_aside) == ("value", True)


def test_a_note_has_room_and_a_name_of_several_lines_keeps_them() -> None:
    assert (note_field("SEL-01").ref, note_field("SEL-01").is_one_line) == (
        FieldRef("SEL-01", NOTE),
        False,
    )
    item = TEMPLATE.items["MON-01"]
    plan = team("AB").answering_row("MON-01", "1", "by", "Ask Kari")
    assert [one.is_one_line for one in shown_fields("MON-01", item, plan)][:2] == [True, True]
    plan = plan.answering_row("MON-01", "1", "by", "Ask Kari\nor Ola")
    assert [one.is_one_line for one in shown_fields("MON-01", item, plan)][:2] == [True, False]


def test_a_question_with_an_answer_of_its_own_asks_for_it_once() -> None:
    fields = list(shown_fields("SEL-01", TEMPLATE.items["SEL-01"], team("AB")))
    assert [one.ref.part for one in fields].count("value") == 1
    assert not any(one.is_aside for one in fields)
