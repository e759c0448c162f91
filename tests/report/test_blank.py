"""The form to fill in by hand: every question of the template, whole, and room to answer it."""

import io
from datetime import date

import docx
import pytest
from docx.document import Document as WordFile
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph
from pypdf import PdfReader

from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Template
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.fields import FormField, offered
from readiness.domain.plan.plan import Plan
from readiness.report.blank import blank_document
from readiness.report.blank_answers import PEOPLE, ROWS
from readiness.report.document import (
    Block,
    Document,
    Heading,
    Pair,
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
from readiness.storage.languages import speak_in
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library, example_plan_text
from tests.report.tree import Tagged

TODAY = date(2026, 11, 24)
TEMPLATE = Library().load("imr")
WHOLE = blank_document(TEMPLATE, TODAY)


def head(block: Block) -> str:
    """The heading of a question, where a block is one."""
    first = block.left[0] if isinstance(block, Pair) else None
    return first.text if isinstance(first, Heading) else ""


def about(key: str, document: Document = WHOLE) -> list[Block]:
    """The blocks of one question, after its heading."""
    (found,) = (block for block in document.blocks if head(block).startswith(f"{key} "))
    assert isinstance(found, Pair)
    return [*found.left[1:], *found.right, *found.foot]


def ticks(key: str, document: Document = WHOLE) -> list[str]:
    boxes = [block for block in about(key, document) if isinstance(block, TickBoxes)]
    return [label for block in boxes for label in block.labels]


def ticked(key: str, document: Document) -> list[str]:
    boxes = [block for block in about(key, document) if isinstance(block, TickBoxes)]
    return [block.labels[at] for block in boxes for at in sorted(block.ticked)]


def said(key: str, document: Document) -> str:
    blocks = about(key, document)
    return " ".join(plain_words(b.text) for b in blocks if isinstance(b, Paragraph))


def people_tables(document: Document) -> list[Table]:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [table for table in tables if table.caption == "A row for each practitioner"]


def questions(document: Document) -> list[str]:
    return list(filter(None, map(head, document.blocks)))


@pytest.mark.parametrize("name", ["imr", "five_areas"])
def test_every_question_stands_in_its_words_those_of_the_practitioners_first(name: str) -> None:
    template = Library().load(name)
    found = questions(blank_document(template, TODAY))
    words = {key: f"{key}  {item.question}" for key, item in template.items.items()}
    assert sorted(found) == sorted(words.values())
    whole = [words[key] for key, one in template.items.items() if one.parts or one.row_parts]
    assert found[-len(whole) :] == whole


def test_the_short_form_asks_only_what_can_raise_red_flags() -> None:
    short = blank_document(TEMPLATE, TODAY, is_short=True)
    wanted = [key for key, item in TEMPLATE.items.items() if item.brief]
    assert sorted(words.split()[0] for words in questions(short)) == sorted(wanted)
    assert "Short form" in short.subtitle
    assert f"{len(wanted)} questions" in short.subtitle
    assert f"{len(TEMPLATE.items)} questions" in WHOLE.subtitle


@pytest.mark.parametrize("key", TEMPLATE.items)
def test_every_field_of_a_question_has_room_for_its_answer(key: str) -> None:
    item = TEMPLATE.items[key]
    blocks: list[Block] = about(key)
    for name, part in item.parts.items():
        if part.kind in ("ynp", "choice", "choices"):
            for words in offered(item, FormField(FieldRef(key, name), part)).values():
                assert words in ticks(key) or f"{words}, because:" in ticks(key)
        else:
            assert any(_is_line_for(part, block) for block in blocks), name
    tables = [block for block in blocks if isinstance(block, Table)]
    heads = [name for table in tables for name in table.header]
    for part in item.row_parts.values():
        assert any(name.startswith(part.label) for name in heads)
    assert [len(table.rows) for table in tables] == [ROWS] * bool(item.row_parts)
    assert all(table.row_height > 6 for table in tables), "too low for a hand"
    assert any(isinstance(block, WriteLines) and block.label == "Note:" for block in blocks)


def _is_line_for(part: Part, block: object) -> bool:
    return (
        isinstance(block, WriteLines)
        and part.label.rstrip(":") in block.label
        and (part.kind != "number" or block.unit == part.unit)
    )


def test_each_practitioner_has_one_row_and_each_question_one_column() -> None:
    for document, tables in ((WHOLE, 2), (blank_document(TEMPLATE, TODAY, is_short=True), 1)):
        found = people_tables(document)
        assert len(found) == tables
        assert {len(table.rows) for table in found} == {PEOPLE}
        asked = [words.split("  ")[0] for words in questions(document)]
        heads = [name for table in found for name in table.header[1:]]
        wanted = [
            f"{key}\n{part.label}"
            for key, item in TEMPLATE.items.items()
            if key in asked
            for part in item.person_parts.values()
        ]
        assert len(heads) == len(wanted)
        for name, start in zip(heads, wanted, strict=True):
            assert name.startswith(start)
    for block in WHOLE.blocks:
        inside = block.right if isinstance(block, Pair) else ()
        assert not any(isinstance(one, Table) and len(one.rows) == PEOPLE for one in inside)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    file = tmp_path_factory.mktemp("blank") / "plan.toml"
    file.write_text(example_plan_text(), "utf-8")
    return PlanFile.open(file, Library()).plan


@pytest.fixture(scope="module")
def known(plan: Plan) -> Document:
    return blank_document(TEMPLATE, TODAY, plan, plan_name="riverside.toml")


def test_what_the_plan_knows_stands_in_the_form(known: Document) -> None:
    particulars = known.blocks[0]
    assert isinstance(particulars, Table)
    assert ("First day with patients", "11 January 2027") in particulars.rows
    assert ticked("SEL-01", known) == [
        "Yes", "Wants to do it", "Stays long enough", "Already meets suitable patients",
    ]  # fmt: skip
    assert "Agreed in the September staff meeting." in said("SEL-01", known)
    assert "Length of a session: 45 minutes" in said("CAP-03", known)
    assert ticked("CAP-02", known) == []
    (days,) = (block for block in about("SEL-08", known) if isinstance(block, Table))
    assert days.rows[0] == ("1", "1 December 2026", "Yes")
    assert [row[1] for row in days.rows[4:]] == [""], "one row is left to write in"
    first, second = people_tables(known)
    assert first.rows[1][:2] == ("2 CD, occupational therapist", "1 September 2027")
    assert [row[0] for row in second.rows] == [row[0] for row in first.rows]
    assert first.rows[4] == ("5", *[""] * 5)
    assert "Strike out what is no longer so" in str(known.blocks)
    assert "Strike out" not in str(WHOLE.blocks)


def test_a_plan_of_the_short_form_gets_its_questions_and_what_else_it_answers(plan: Plan) -> None:
    few = Plan(template="imr", form="short").noting("SEL-10", "AB said yes.")
    found = [words.split()[0] for words in questions(blank_document(TEMPLATE, TODAY, few))]
    brief = [key for key, item in TEMPLATE.items.items() if item.brief]
    assert sorted(found) == sorted([*brief, "SEL-10"])
    short = blank_document(TEMPLATE, TODAY, plan, is_short=True)
    assert sorted(words.split()[0] for words in questions(short)) == sorted(brief)


def test_what_does_not_apply_and_what_no_box_offers_any_more_are_kept() -> None:
    named = Plan().not_applicable("CAP-09", "It is a pilot")
    assert ticked("CAP-09", blank_document(TEMPLATE, TODAY, named)) == [
        "Not applicable, because: It is a pilot"
    ]
    item = TEMPLATE.items["CAP-03"]
    was = item.parts["format"]
    earlier = was.model_copy(update={"earlier": ("group",)})
    parts = {**item.parts, "format": earlier}
    items = {**TEMPLATE.items, "CAP-03": item.model_copy(update={"parts": parts})}
    template = TEMPLATE.model_copy(update={"items": items})
    old = Plan().answering("CAP-03", "format", "group")
    assert ticked("CAP-03", blank_document(template, TODAY, old)) == ["In groups"]


@pytest.mark.parametrize("language", ["nb", pytest.param("en", marks=pytest.mark.walk)])
def test_the_forms_are_no_longer_than_they_have_to_be(plan: Plan, language: str) -> None:
    speak_in(language)
    template = Library().load("imr")
    for known in (None, plan):
        for is_short, most in ((True, 8), (False, 14)):
            made = blank_document(template, TODAY, known, is_short=is_short)
            assert len(PdfReader(io.BytesIO(render(made))).pages) <= most


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


def test_who_has_to_answer_and_how_to_type_it_in_are_said_once(known: Document) -> None:
    asked = [plain_words(b.text) for b in about("SEL-06") if isinstance(b, Paragraph)]
    assert asked[0].startswith("For the practitioners.")
    for document, commands in (
        (WHOLE, ("readiness new plan.toml --template imr", "readiness ask plan.toml", "go SEL-01")),
        (known, ("readiness riverside.toml", "readiness ask riverside.toml", "go SEL-01")),
    ):
        words = [plain_words(b.text) for b in document.blocks if isinstance(b, Paragraph)]
        (typed,) = (text for text in words if "readiness" in text)
        assert typed.startswith("For the person who types it in")
        assert all(command in typed for command in commands)
        assert "new" not in typed or document is WHOLE


def test_a_template_without_questions_still_makes_a_form() -> None:
    bare = TEMPLATE.model_copy(update={"items": {}})
    assert questions(blank_document(bare, TODAY)) == []


def inner(document: Document) -> list[Block]:
    """The blocks beside each other in the questions."""
    pairs = (block for block in document.blocks if isinstance(block, Pair))
    return [one for block in pairs for one in (*block.left, *block.right, *block.foot)]


def boxes(document: Document) -> int:
    return sum(len(b.labels) for b in inner(document) if isinstance(b, TickBoxes))


def lines(document: Document) -> int:
    return sum(isinstance(b, WriteLines) for b in inner(document))


def test_a_box_that_is_ticked_is_said_to_be_and_drawn_so(known: Document) -> None:
    tagged = Tagged(render(known))
    made = [node.made.A for node in tagged.root.all("Form")]
    found = {str(one.Desc): str(one.get("/checked", "")) for one in made}
    assert found["Box, ticked: They themselves, by volunteering"] == "/on"
    assert found["Box to tick by hand: The leader alone"] == ""
    file = docx.Document(io.BytesIO(to_word(known)))
    cells = (cell.text for table in file.tables for row in table.rows for cell in row.cells)
    assert "\N{BALLOT BOX WITH X}\N{NO-BREAK SPACE}They themselves" in "".join(cells)
    assert 'class="box ticked" role="img" aria-label="box, ticked"' in to_html(known)


@pytest.fixture(scope="module")
def pdf() -> Tagged:
    return Tagged(render(WHOLE))


def test_the_pdf_is_tagged_and_every_box_and_line_is_a_field(pdf: Tagged) -> None:
    assert pdf.loose == []
    fields = [str(node.made.A.Role) for node in pdf.root.all("Form")]
    # Beside the questions there are three ways to decide, and three lines to sign on.
    assert (fields.count("/cb"), fields.count("/tv")) == (boxes(WHOLE) + 3, lines(WHOLE) + 3)
    says = {str(node.made.A.Desc) for node in pdf.root.all("Form")}
    assert "Box to tick by hand: Leader and practitioners, together" in says
    assert "To write on: Length of a session" in says


def test_a_question_stays_on_one_page_with_its_answers(pdf: Tagged) -> None:
    for section in pdf.root.kids[:-1]:
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


@pytest.fixture(scope="module")
def word() -> WordFile:
    return docx.Document(io.BytesIO(to_word(WHOLE)))


def test_in_word_a_question_keeps_together_and_the_head_names_the_area(word: WordFile) -> None:
    body = list(word.iter_inner_content())
    heads = [isinstance(one, WordParagraph) and one.text.startswith("SEL-02") for one in body]
    question, answers = body[heads.index(True) :][:2]
    assert isinstance(question, WordParagraph)
    assert isinstance(answers, WordTable)
    assert question.style.paragraph_format.keep_with_next, "the answers are the next thing"
    (row,) = answers.rows
    assert row._tr.trPr.find(qn("w:cantSplit")) is not None
    asked, answered = (cell.text for cell in row.cells)
    assert "Why it matters:" in asked
    assert (
        "\N{BALLOT BOX}\N{NO-BREAK SPACE}The\N{NO-BREAK SPACE}leader\N{NO-BREAK SPACE}alone"
        in answered
    )
    (field,) = word.sections[0].header._element.iter(qn("w:fldSimple"))
    assert field.get(qn("w:instr")) == 'STYLEREF "Heading 1"'
    people = next(one for one in word.tables if "Leaves the role" in one.cell(0, 1).text)
    assert len(people.rows) == PEOPLE + 1
    assert people.rows[1].height.mm > 6


def test_in_word_a_table_to_fill_in_takes_the_whole_line(word: WordFile) -> None:
    training = next(one for one in word.tables if one.cell(0, 1).text == "Day (day, month, year)")
    whole = word.sections[0].page_width - 2 * word.sections[0].left_margin
    assert sum(cell.width for cell in training.rows[0].cells) == pytest.approx(whole, rel=0.01)


def test_in_word_every_line_to_write_on_is_drawn_to_where_its_words_end(word: WordFile) -> None:
    row = next(
        cell
        for table in word.tables
        for cell in table.rows[0].cells
        if cell.text.startswith("Format:")
    )
    length = next(one for one in row.paragraphs if one.text.startswith("Length of a session:"))
    assert length.text.endswith("\t\N{EM SPACE}minutes")
    (stop,) = length.paragraph_format.tab_stops
    assert (stop.leader, stop.alignment) == (WD_TAB_LEADER.LINES, WD_TAB_ALIGNMENT.LEFT)
    for table in word.tables:
        for one in (line for cell in table.rows[0].cells for line in cell.paragraphs):
            if "\t" in one.text and one.style.name == "Form text":
                (stop,) = one.paragraph_format.tab_stops
                assert not list(one.style.paragraph_format.tab_stops), "no stop before the line"


def test_the_web_page_has_the_same_boxes_and_lines() -> None:
    page = to_html(WHOLE)
    assert page.count('class="box"') == boxes(WHOLE) + 3
    assert '<p class="write">Length of a session: <span class="rest"></span> minutes</p>' in page
    assert page.count('<tbody class="to-fill">') == 1 + 2 + 6


def test_the_same_template_gives_the_same_bytes() -> None:
    again: Template = Library().load("imr")
    assert render(blank_document(again, TODAY)) == render(WHOLE)
