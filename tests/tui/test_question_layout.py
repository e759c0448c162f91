"""How the fields of a question are laid out on the screen: what they stand under, what follows."""

from datetime import date
from pathlib import Path

from readiness.domain.plan.plan import Plan
from readiness.tui.form.blocks import Table
from readiness.tui.form.question import question_blocks
from readiness.tui.view import View
from tests.domain.made import team
from tests.tui.visitor import opened


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


def test_a_row_is_named_where_it_begins_and_can_be_removed_there(tmp_path: Path) -> None:
    plan = team("AB")
    for row in ("1", "2"):
        plan = plan.answering_row("MON-01", row, "date", date(2027, 7, 12))
    shown = table_of("MON-01", plan, tmp_path)
    assert [row.name for row in shown.rows] == ["Review 1", "Review 2"]
    assert [[act.row for act in row.acts] for row in shown.rows] == [["1"], ["2"]]
    assert {one.field.heading for row in shown.rows for one in row.entries} == {""}
