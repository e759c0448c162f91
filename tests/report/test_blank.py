"""The form to fill in by hand: every question of the template, whole, and room to answer it."""

import io
from datetime import date

import docx
import pytest
from docx.oxml.ns import qn

from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Item, Template
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.fields import FormField, offered
from readiness.report.blank import PEOPLE, ROWS, blank_document
from readiness.report.document import (
    Document,
    Heading,
    Paragraph,
    Sources,
    Table,
    TickBoxes,
    WriteLines,
    plain_words,
)
from readiness.report.docx.render import render as to_word
from readiness.report.html.render import render as to_html
from readiness.report.pdf.render import render
from readiness.storage.templates import Library
from tests.report.tree import Tagged

TODAY = date(2026, 11, 24)
TEMPLATE = Library().load("imr")
WHOLE = blank_document(TEMPLATE, TODAY)


def about(key: str, document: Document = WHOLE) -> list[object]:
    """The blocks of one question, after its heading."""
    found: list[object] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            is_this = block.text.startswith(f"{key} ")
            if found and not is_this:
                break
            if is_this:
                found.append(block)
        elif found:
            found.append(block)
    return found[1:]


def ticks(key: str) -> list[str]:
    return [label for block in about(key) if isinstance(block, TickBoxes) for label in block.labels]


def questions(document: Document) -> list[str]:
    return [
        block.text for block in document.blocks if isinstance(block, Heading) and block.level == 2
    ]


@pytest.mark.parametrize("name", ["imr", "five_areas"])
def test_every_question_stands_in_its_words_and_order(name: str) -> None:
    template = Library().load(name)
    found = questions(blank_document(template, TODAY))
    assert found == [f"{key}  {item.question}" for key, item in template.items.items()]


def test_the_short_form_asks_only_what_can_raise_red_flags() -> None:
    short = blank_document(TEMPLATE, TODAY, is_short=True)
    wanted = [key for key, item in TEMPLATE.items.items() if item.brief]
    assert [words.split()[0] for words in questions(short)] == wanted
    assert "Short form" in short.subtitle
    assert f"{len(wanted)} questions" in short.subtitle
    assert f"{len(TEMPLATE.items)} questions" in WHOLE.subtitle


@pytest.mark.parametrize("key", TEMPLATE.items)
def test_every_field_of_a_question_has_room_for_its_answer(key: str) -> None:
    item = TEMPLATE.items[key]
    blocks = about(key)
    for name, part in item.parts.items():
        if part.kind in ("ynp", "choice", "choices"):
            for words in offered(item, FormField(FieldRef(key, name), part)).values():
                assert words in ticks(key) or f"{words}, because:" in ticks(key)
        else:
            assert any(_is_line_for(part, block) for block in blocks), name
    tables = [block for block in blocks if isinstance(block, Table)]
    heads = [head for table in tables for head in table.header]
    for part in (*item.row_parts.values(), *item.person_parts.values()):
        assert any(head.startswith(part.label) for head in heads)
    assert [len(table.rows) for table in tables] == _rows_of(item)
    assert all(table.row_height > 6 for table in tables), "too low for a hand"
    assert any(isinstance(block, WriteLines) and block.label == "Note:" for block in blocks)


def _is_line_for(part: Part, block: object) -> bool:
    return (
        isinstance(block, WriteLines)
        and part.label.rstrip(":") in block.label
        and (part.kind != "number" or block.unit == part.unit)
    )


def _rows_of(item: Item) -> list[int]:
    return [ROWS] * bool(item.row_parts) + [PEOPLE] * bool(item.person_parts)


def test_each_question_says_why_it_matters_with_sources_that_are_listed() -> None:
    (sources,) = (block for block in WHOLE.blocks if isinstance(block, Sources))
    for key, item in TEMPLATE.items.items():
        (why,) = (
            plain_words(block.text)
            for block in about(key)
            if isinstance(block, Paragraph) and plain_words(block.text).startswith("Why it matters")
        )
        assert " ".join(item.why.split()) in why
        assert ("[" in why) == bool(item.sources)
    assert {source.key for source in sources.sources} == {
        key for item in TEMPLATE.items.values() for key in item.sources
    }


def test_no_is_offered_in_the_words_of_the_question() -> None:
    assert "Nothing is written yet" in ticks("SEL-01")
    assert "We have no rule" in ticks("CAP-07")
    assert "Nobody has plans to leave" in ticks("SEL-03")
    assert "No plan that far" in ticks("GOAL-01")
    assert ticks("CAP-04")[-1] == "Not applicable, because:"


def test_who_has_to_answer_and_how_to_type_it_in_are_said() -> None:
    asked = [plain_words(b.text) for b in about("SEL-06") if isinstance(b, Paragraph)]
    assert asked[0].startswith("For the practitioners.")
    cover = render(WHOLE)
    first = Tagged(cover).root.kids[0].text
    for words in (
        "readiness new plan.toml --template imr",
        "readiness ask plan.toml",
        "go SEL-01",
        "Write nothing about a single patient",
    ):
        assert words in first


def test_a_template_without_questions_still_makes_a_form() -> None:
    bare = TEMPLATE.model_copy(update={"items": {}})
    assert questions(blank_document(bare, TODAY)) == []


@pytest.fixture(scope="module")
def pdf() -> Tagged:
    return Tagged(render(WHOLE))


def test_the_pdf_is_tagged_and_every_box_and_line_is_a_field(pdf: Tagged) -> None:
    assert pdf.loose == []
    boxes = sum(len(b.labels) for b in WHOLE.blocks if isinstance(b, TickBoxes))
    lines = sum(isinstance(block, WriteLines) for block in WHOLE.blocks)
    fields = [str(node.made.A.Role) for node in pdf.root.all("Form")]
    assert (fields.count("/cb"), fields.count("/tv")) == (boxes, lines)
    says = {str(node.made.A.Desc) for node in pdf.root.all("Form")}
    assert "Box to tick: Leader and practitioners, together" in says
    assert "To write on: Length of a session" in says


def test_a_question_stays_on_one_page_with_its_answers(pdf: Tagged) -> None:
    for section in pdf.root.kids[1:-1]:
        page: set[int] = set()
        for node in section.kids:
            page = node.pages if node.kind == "H2" else page
            assert not page or node.pages <= page, node.text


def test_the_head_of_each_page_names_its_area(pdf: Tagged) -> None:
    heads = [words for words in pdf.decoration if words.startswith(f"{TEMPLATE.name} \u00b7 ")]
    assert len(heads) == len(pdf.pdf.pages) - 1
    for number, area in enumerate(TEMPLATE.areas.values(), 1):
        assert f"{TEMPLATE.name} \u00b7 {number} {area.title}" in heads


def test_a_page_belongs_to_the_area_in_which_it_begins() -> None:
    rows = tuple((str(number),) for number in range(60))
    blocks = (
        Paragraph("First words"),
        Table(("n",), rows * 2, (1,)),
        Heading(1, "One"),
        Table(("n",), rows, (1,)),
        Heading(1, "Two"),
    )
    cover = (Paragraph("cover"),)
    made = Document("T", "S", TODAY, names_parts=True, cover=cover, blocks=blocks)
    tagged = Tagged(render(made))
    heads = [words for words in tagged.decoration if words in ("T", "T \u00b7 One")]
    (begins,) = tagged.root.all("H1")[0].pages
    assert heads == ["T"] * begins + ["T \u00b7 One"] * (len(tagged.pdf.pages) - 1 - begins)
    assert heads[-1] == "T \u00b7 One"


def test_in_word_a_question_keeps_together_and_the_head_names_the_area() -> None:
    file = docx.Document(io.BytesIO(to_word(WHOLE)))
    paragraphs = [one for one in file.paragraphs if one.text.strip()]
    at = next(n for n, one in enumerate(paragraphs) if one.text.startswith("SEL-02"))
    end = next(n for n, one in enumerate(paragraphs) if one.text.startswith("SEL-03"))
    keeps = [one.paragraph_format.keep_with_next for one in paragraphs[at + 1 : end]]
    assert keeps == [True] * (end - at - 2) + [None]
    (field,) = file.sections[0].header._element.iter(qn("w:fldSimple"))
    assert field.get(qn("w:instr")) == 'STYLEREF "Heading 1"'
    text = "\n".join(one.text for one in paragraphs)
    assert "\N{BALLOT BOX}\N{NO-BREAK SPACE}Yes" in text
    people = next(one for one in file.tables if "Leaves the role" in one.cell(0, 1).text)
    assert len(people.rows) == PEOPLE + 1
    assert people.rows[1].height.mm > 6


def test_the_web_page_has_the_same_boxes_and_lines() -> None:
    page = to_html(WHOLE)
    boxes = sum(len(b.labels) for b in WHOLE.blocks if isinstance(b, TickBoxes))
    assert page.count('class="box"') == boxes
    assert '<p class="write">Length of a session: <span class="rest"></span> minutes</p>' in page
    assert page.count('<tbody class="to-fill">') >= 9


def test_the_same_template_gives_the_same_bytes() -> None:
    again: Template = Library().load("imr")
    assert render(blank_document(again, TODAY)) == render(WHOLE)
