"""How the fields of a question are laid out on the screen: what they stand under, what follows."""

from datetime import date

from readiness.domain.plan.fields import fields_of
from readiness.storage.templates import Library
from readiness.tui.form.question import laid_out
from tests.domain.made import team

TEMPLATE = Library().load("imr")


def test_one_thing_asked_of_each_is_a_line_each_and_several_are_a_group_each() -> None:
    plan, item = team("AB", "CD").with_person("CD", ""), TEMPLATE.items["SEL-03"]
    one_thing = list(laid_out(fields_of("SEL-03", item, plan), item))
    assert [(one.ref.person, one.part.label, one.heading) for one in one_thing[:2]] == [
        ("AB", "AB, nurse", "Leaves the role"),
        ("CD", "CD", ""),
    ]
    item = TEMPLATE.items["CAP-03"]
    several = laid_out(fields_of("CAP-03", item, plan), item)
    assert [(one.ref.part, one.heading) for one in several if one.ref.person] == [
        ("patients", "AB, nurse"),
        ("groups", ""),
        ("patients", "CD"),
        ("groups", ""),
    ]


def test_a_row_is_named_where_it_begins() -> None:
    plan, item = team("AB"), TEMPLATE.items["MON-01"]
    for row in ("1", "2"):
        plan = plan.answering_row("MON-01", row, "date", date(2027, 7, 12))
    shown = [one.heading for one in laid_out(fields_of("MON-01", item, plan), item)]
    assert [one for one in shown if one] == ["Review 1", "Review 2"]
    assert shown[0] == "Review 1"
