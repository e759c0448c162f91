"""How the fields of a question are laid out on the screen: what they stand under, what follows."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from readiness.domain.checklist.part import Part
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.fields import FormField
from readiness.domain.plan.plan import Plan
from readiness.tui.form.blocks import Entry, FormButton, Row, Table
from readiness.tui.form.layout import layout
from readiness.tui.form.lines import FieldAnswer, Pointer
from readiness.tui.form.question import question_blocks
from readiness.tui.view import View
from tests.domain.made import team
from tests.tui.person import opened


def table_of(item: str, plan: Plan, folder: Path) -> Table:
    """The only table of a question."""
    session = opened(plan, folder)
    blocks = question_blocks(item, View(session.plan, session.review, session.template))
    (found,) = (one for one in blocks if isinstance(one, Table))
    return found


def test_one_thing_asked_of_each_is_a_line_each_and_several_are_columns(tmp_path: Path) -> None:
    plan = team("AB", "CD").with_person("CD", "")
    one_thing = table_of("SEL-03", plan, tmp_path)
    assert one_thing.title == "Leaves the role"
    assert [row.name for row in one_thing.rows] == ["AB, nurse", "CD"]
    assert [[one.field.ref.part for one in row.entries] for row in one_thing.rows] == [
        ["leaves"],
        ["leaves"],
    ]
    (tmp_path / "made.toml").unlink()
    several = table_of("CAP-03", plan, tmp_path)
    assert [(row.name, [one.field.ref.part for one in row.entries]) for row in several.rows] == [
        ("AB, nurse", ["patients", "groups"]),
        ("CD", ["patients", "groups"]),
    ]


def test_a_head_that_short_names_would_break_at_each_word_has_a_line_of_its_own(
    tmp_path: Path,
) -> None:
    table = table_of("SEL-03", team("AB"), tmp_path)
    head = shown(table, 76, lambda _entry: FieldAnswer(None)).splitlines()[0]
    assert head.strip() == "Leaves the role"


def test_a_name_that_is_cut_says_so(tmp_path: Path) -> None:
    plan = team("AB").with_person("AB", "occupational therapist in the day team")
    rows = shown(table_of("SEL-03", plan, tmp_path), 44, lambda _entry: FieldAnswer(None))
    (row,) = (one for one in rows.splitlines() if one.startswith("AB, occ"))
    assert row.endswith("..")


def test_a_row_is_named_where_it_begins_and_can_be_removed_there(tmp_path: Path) -> None:
    plan = team("AB")
    for row in ("1", "2"):
        plan = plan.answering_row("MON-01", row, "date", date(2027, 7, 12))
    shown = table_of("MON-01", plan, tmp_path)
    assert [row.name for row in shown.rows] == ["Review 1", "Review 2"]
    assert [[act.row for act in row.acts] for row in shown.rows] == [["1"], ["2"]]
    assert {one.field.heading for row in shown.rows for one in row.entries} == {""}


def shown(
    table: Table, width: int, answered: Callable[[Entry], FieldAnswer], stop: int = -1
) -> str:
    lines = layout([table], answered, Pointer(stop), width).lines
    return "\n".join(line.words.plain.rstrip() for line in lines)


@pytest.mark.parametrize("holders", [{"AB"}, {"CD"}, set()])
def test_a_word_of_an_earlier_version_is_offered_to_whoever_holds_it_alone(
    holders: set[str],
) -> None:
    part = Part(kind="choice", options={"some": "Some", "most": "Most", "old": "Nobody"})
    words = {"some": "Some", "most": "Most"}
    rows = []
    for who in ("AB", "CD"):
        field = FormField(FieldRef("CAP-03", "many", person=who), part)
        offers = words | ({"old": "Nobody"} if who in holders else {})
        rows.append(Row(who, who, (Entry(field, offers, is_compact=True),)))
    seen = shown(Table("Role", tuple(rows)), 70, lambda _entry: FieldAnswer(None))
    assert seen.count("3 Nobody") == len(holders)
    assert all(who in seen for who in ("AB", "CD"))


def test_a_row_says_back_what_its_texts_give_away_and_what_the_box_with_the_keys_means() -> None:
    row = "1"
    parts = {"from": Part(kind="date", label="From"), "what": Part(kind="text", label="What")}
    entries = tuple(
        Entry(FormField(FieldRef("MON-01", name, row=row), part), is_compact=True)
        for name, part in parts.items()
    )
    said = {
        "from": FieldAnswer(None, "12 Jul", echo="Mon 12 Jul 2027"),
        "what": FieldAnswer(None, "Kari, 12 01 80", echo="This looks as if it holds a birthday."),
    }
    table = Table("Review", (Row("Review 1", row, entries, (FormButton("remove", "Remove"),)),))
    seen = [
        shown(table, 100, lambda entry: said[entry.field.ref.part], stop).splitlines()[2:]
        for stop in (0, 1)
    ]
    back = [[line.strip() for line in lines] for lines in seen]
    assert back[1] == ["This looks as if it holds a birthday."]
    assert back[0] == ["Mon 12 Jul 2027", *back[1]]
