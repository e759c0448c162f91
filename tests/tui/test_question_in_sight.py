"""A question, its answer and what that means stand together on a small screen."""

import pytest

from readiness.app.session import Session
from readiness.domain.checklist.part import Part
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.fields import FormField
from readiness.tui.form.blocks import Entry, Row, Table
from readiness.tui.form.layout import layout
from readiness.tui.form.lines import FieldAnswer, Pointer
from tests.tui.atlas import SMALL, Atlas, Language
from tests.tui.person import at

pytestmark = pytest.mark.no_cover

YES_NO = {"yes": "Yes", "partly": "Partly", "no": "No"}
SAID = {"AB": "yes", "CD": "no"}


async def test_a_question_about_each_of_four_practitioners_needs_no_page_down(
    session: Session,
) -> None:
    async with at(session, size=SMALL) as person:
        await person.answer("SEL-05")
        sheet = person.question.sheet
        assert len(sheet.lines) <= sheet.size.height
        meant = person.see().splitlines()
        assert meant[next(row for row, line in enumerate(meant) if "What it" in line) + 1].strip(
            "│ "
        )


@pytest.mark.walk
@pytest.mark.parametrize(("language", "least"), [("en", 46), ("nb", 45)])
def test_nearly_every_question_needs_no_page_down_with_four_practitioners(
    atlas: Atlas, language: Language, least: int
) -> None:
    seen = atlas.questions(language, SMALL)
    assert len(seen) == 51
    assert sum(not one.below for one in seen.values()) >= least


@pytest.mark.walk
def test_what_it_means_stands_under_every_question(atlas: Atlas) -> None:
    for item, picture in atlas.questions("en", SMALL).items():
        title = next(row for row, line in enumerate(picture.text.splitlines()) if "What it" in line)
        assert picture.text.splitlines()[title + 1].strip("│ "), item


def table(*names: str) -> Table:
    def row(who: str) -> Row:
        part = Part(kind="ynp", label=who)
        entry = Entry(FormField(FieldRef("X-01", "x", person=who), part), YES_NO, is_compact=True)
        return Row(who, who, (entry,))

    return Table("Briefed", tuple(map(row, names)))


def answered(entry: Entry) -> FieldAnswer:
    return FieldAnswer(SAID[str(entry.field.ref.person)])


def drawn(width: int) -> list[str]:
    found = layout([table("AB", "CD")], answered, Pointer(), width)
    return [line.words.plain.rstrip() for line in found.lines]


def test_where_many_answer_the_same_each_has_a_row_and_each_word_a_column() -> None:
    assert drawn(60) == [
        "Briefed  1 Yes (y) 2 Partly (p) 3 No (n)",
        "AB        (o)       ( )          ( )",
        "CD        ( )       ( )          (o)",
    ]


def test_where_a_table_does_not_fit_its_rows_stand_one_under_another() -> None:
    assert drawn(24) == [
        "Briefed",
        "AB   (o) 1 Yes (y)",
        "     ( ) 2 Partly (p)",
        "     ( ) 3 No (n)",
        "CD   ( ) 1 Yes (y)",
        "     ( ) 2 Partly (p)",
        "     (o) 3 No (n)",
    ]


def test_a_click_on_a_mark_of_a_table_chooses_that_word_for_that_person() -> None:
    found = layout([table("AB", "CD")], answered, Pointer(), 60)
    assert found.lines[2].at(21) == (1, 1)
    assert found.lines[1].at(0) == (0, None)
    assert [place.y for place in found.places] == [1, 2]
