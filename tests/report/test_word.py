"""The Word file: all that the document says, with real headings, lists, tables and links."""

import io
import re
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from readiness.report.document import (
    Bullets,
    Document,
    Figure,
    Heading,
    Paragraph,
    SignLines,
    Source,
    Sources,
    Space,
    Table,
)
from readiness.report.document_text import clean
from readiness.report.docx.render import render
from readiness.report.file_output import (
    WORD_PROPERTIES,
    WORD_TEXT,
    made_by_us,
    word_mark,
)
from readiness.report.outline import outline
from readiness.storage.disk import write_whole
from readiness.storage.templates import Library
from tests.report.extremes import empty_charts
from tests.report.gallery import HOSTILE, every_block, only_words, squares
from tests.strategies import examples, plans

TODAY = date(2026, 11, 24)
MOST_HOSTILE = ("script", "field", "controls", "bidi")
TEMPLATE = Library().load("imr")


@cache
def whole_file() -> bytes:
    """A file with every block in it, drawn for the first test that asks."""
    return render(every_block())


def opened(raw: bytes) -> Any:
    return docx.Document(io.BytesIO(raw))


def words_of(raw: bytes) -> str:
    """All the words in the order of the file, tables and links included."""
    body = opened(raw).element.body
    ends = {qn("w:p"): " ", qn("w:br"): " ", qn("w:tab"): " "}
    pieces = [
        one.text or "" if one.tag == qn("w:t") else ends.get(one.tag, "") for one in body.iter()
    ]
    return " ".join("".join(pieces).split())


def shown(words: str) -> str:
    return " ".join(clean(words).split())


def parts(raw: bytes) -> dict[str, str]:
    with ZipFile(io.BytesIO(raw)) as file:
        names = [name for name in file.namelist() if not name.endswith(".png")]
        return {name: file.read(name).decode() for name in names}


def styled(raw: bytes, style: str) -> list[str]:
    return [one.text for one in opened(raw).paragraphs if one.style.name == style]


def test_properties_of_cells_stand_in_the_order_of_the_schema() -> None:
    order = ["tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "vAlign"]
    found = [
        [order.index(one.tag.rpartition("}")[2]) for one in properties]
        for properties in opened(whole_file()).element.body.iter(qn("w:tcPr"))
    ]
    assert any({3, 4} <= set(one) for one in found)  # the bar and the ground of a callout
    assert all(one == sorted(one) for one in found)


def test_every_text_of_every_block_is_in_the_file() -> None:
    text = words_of(whole_file())
    for words in (
        "IMR at Riverside", "Strategy for bringing in IMR", "made on 24 November 2026",
        "A lead paragraph", "A dense paragraph", "first point", "step two", "psychologist",
        "no head", "Three red flags.",
        "\N{BALLOT BOX} Go when the following is in place:", "Senior management, date",
        "2 missing", "about 6", "30 November 2027: decision", "[3] A book without a DOI.", "[1]",
        "The verdict", "! 1.3 short", "\N{BALLOT BOX} Start as planned.", "1. hours are freed",
        "! no date", "The summary",
    ):  # fmt: skip
        assert words in text, words


def test_title_and_headings_have_words_own_styles_in_order() -> None:
    assert styled(whole_file(), "Title") == ["IMR at Riverside"]
    assert styled(whole_file(), "Heading 1") == ["Summary", "Charts", "Sources"]
    assert styled(whole_file(), "Heading 2") == ["A heading that skips a level", "Tables", "Who?"]
    starts = [
        one for one in opened(whole_file()).paragraphs if one.paragraph_format.page_break_before
    ]
    assert [one.text for one in starts] == ["Summary", "Sources"]


def test_lists_are_real_and_each_numbered_list_begins_at_one() -> None:
    paragraphs = opened(whole_file()).paragraphs
    numbered = [one for one in paragraphs if one.style.name == "List Number"]
    assert [one.text for one in numbered] == ["step one", "step two", "step one again"]
    ids = [one._p.pPr.numPr.numId.val for one in numbered]
    assert ids[0] == ids[1] != ids[2]
    assert "first point" in styled(whole_file(), "List Bullet")
    assert parts(whole_file())["word/numbering.xml"].count('<w:startOverride w:val="1"/>') == 2


def test_tables_repeat_their_head_and_have_a_name_and_row_heads() -> None:
    hours = next(one for one in opened(whole_file()).tables if one.cell(0, 0).text == "Who")
    assert hours.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert hours.rows[1]._tr.trPr.find(qn("w:tblHeader")) is None
    assert hours.style.name == "Table Grid"
    assert hours._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Hours"
    assert hours.cell(1, 0).paragraphs[0].runs[0].bold
    assert not hours.cell(1, 1).paragraphs[0].runs[0].bold
    assert hours.cell(1, 2).paragraphs[0].alignment is not None
    without = next(one for one in opened(whole_file()).tables if one.cell(0, 0).text == "One")
    assert not without.cell(1, 0).paragraphs[0].runs[0].bold


def test_charts_are_pictures_with_their_words_and_a_short_table_behind() -> None:
    file = opened(whole_file())
    drawings = list(file.element.body.iter(qn("w:drawing")))
    said = [one.find(".//" + qn("wp:docPr")).get("descr") for one in drawings]
    assert said[1] == "Bars shows this: 5 h needed, 4 h freed."
    assert len(drawings) == 5
    bars = next(
        one for one in file.tables if "patients" in [cell.text for cell in one.rows[0].cells]
    )
    assert [cell.text for cell in bars.rows[2].cells] == [
        "Hours and people allow, with a long title", "6", "about 6 2 missing",
    ]  # fmt: skip
    assert "Bars" in styled(whole_file(), "Caption")


def test_a_state_stands_on_its_colour_with_sign_and_word() -> None:
    runs = [
        run
        for one in opened(whole_file()).paragraphs
        for run in one.runs
        if run.text == "!\N{NO-BREAK SPACE}1.3\N{NO-BREAK SPACE}short"
    ]
    assert [run._r.rPr.find(qn("w:shd")).get(qn("w:fill")) for run in runs] == ["a3261e"]


def test_only_web_and_mail_links_lead_out_and_citations_lead_to_sources() -> None:
    file = opened(whole_file())
    outer = [one.target_ref for one in file.part.rels.values() if one.is_external]
    assert outer == [
        "https://example.org/a?b=c&d",
        "mailto:lead@example.org",
        "https://doi.org/10.1007/s10597-019-00430-8",
        "https://doi.org/10.1000/182",
    ]
    links = list(file.element.body.iter(qn("w:hyperlink")))
    anchors = [one.get(qn("w:anchor")) for one in links if one.get(qn("w:anchor"))]
    assert anchors.count("source_1") == 4
    assert [one for one in anchors if one.startswith("part_")] == ["part_summary", "part_nowhere"]
    marks = [one.get(qn("w:name")) for one in file.element.body.iter(qn("w:bookmarkStart"))]
    assert marks == ["part_summary", "source_1", "source_2", "source_3", "source_4"]


def test_a_source_listed_twice_is_one_place() -> None:
    twice = Sources((Source("a", 1, "First."), Source("a", 1, "First again.")))
    body = opened(render(Document("T", "", TODAY, blocks=(twice,)))).element.body
    assert len(list(body.iter(qn("w:bookmarkStart")))) == 1


def test_running_lines_say_title_version_date_and_page() -> None:
    section = opened(whole_file()).sections[0]
    assert section.header.paragraphs[0].text == "IMR at Riverside"
    foot = section.footer.paragraphs[0]._p
    said = "".join(one.text for one in foot.iter(qn("w:t")))
    assert said == "state 7 of 24 November 2026 · made on 24 November 2026Page 1 of 1"
    assert [one.get(qn("w:instr")) for one in foot.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_the_language_and_properties_are_the_documents_own() -> None:
    norwegian = render(Document("Plan", "Sub", TODAY, language="nb-NO"))
    about = opened(norwegian).core_properties
    assert (about.title, about.subject, about.author) == ("Plan", "Sub", "")
    assert (about.language, about.revision, about.last_modified_by) == ("nb-NO", 1, "")
    assert about.created.date() == about.modified.date() == TODAY
    assert 'w:lang w:val="nb-NO"' in parts(norwegian)["word/styles.xml"]


def test_the_same_document_gives_the_same_bytes_of_no_other_day() -> None:
    assert render(every_block()) == whole_file()
    with ZipFile(io.BytesIO(whole_file())) as file:
        assert {one.date_time for one in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=[] if name in MOST_HOSTILE else [pytest.mark.walk])
        for name in HOSTILE
    ],
)
def test_hostile_text_stays_text(name: str) -> None:
    words = HOSTILE[name]
    raw = render(only_words(words))
    assert shown(words) in words_of(raw)
    file = opened(raw)
    assert [one for one in file.part.rels.values() if one.is_external] == []
    assert list(file.element.body.iter(qn("w:fldSimple"), qn("w:instrText"))) == []
    charts = list(file.element.body.iter(qn("w:drawing")))
    assert len(charts) == 5, "pictures are our charts only"
    text = parts(raw)["word/document.xml"]
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]", text
    )


@pytest.mark.nightly  # by day: any text in any field, in tests/test_strangers.py
def test_hostile_words_in_every_place_of_a_document() -> None:
    blocks = [block for words in HOSTILE.values() for block in every_block(words).blocks]
    text = words_of(render(replace(every_block(), blocks=tuple(blocks))))
    for name, words in HOSTILE.items():
        assert text.count(shown(words)[:20]) > 25, name


def test_charts_without_sound_figures_are_written_all_the_same() -> None:
    assert len(list(opened(render(empty_charts())).element.body.iter(qn("w:drawing")))) == 10


def test_two_hundred_rows_and_a_row_longer_than_a_page() -> None:
    rows = (*((f"P{at}", f"nurse {at}") for at in range(200)), ("long", "word " * 5000))
    blocks = (Table(("Who", "Role"), rows, (1, 2)), Bullets(()), SignLines(()), Space(500))
    table = opened(render(Document("T", "", TODAY, blocks=blocks))).tables[0]
    assert len(table.rows) == 202
    whole = [row._tr.trPr is not None for row in table.rows]
    assert whole == [True] * 201 + [False]


def test_tables_that_follow_each_other_stay_two() -> None:
    one = Table(("", ""), (("a", "b"),), (1, 1))
    body = opened(render(Document("T", "", TODAY, blocks=(one, one)))).element.body
    tags = [child.tag for child in body]
    assert not [at for at, tag in enumerate(tags[1:]) if tag == tags[at] == qn("w:tbl")]


def test_a_word_file_is_ours_until_someone_edits_it(tmp_path: Path) -> None:
    path = tmp_path / "strategy.docx"
    write_whole(path, whole_file())
    assert made_by_us(path)
    edited = docx.Document(str(path))
    edited.add_paragraph("our own words")
    edited.save(str(path))
    assert not made_by_us(path)


@pytest.mark.parametrize("size", [1, 60, 400])
def test_a_damaged_word_file_of_ours_is_not_ours_any_more(tmp_path: Path, size: int) -> None:
    path = tmp_path / "plan.docx"
    for at in range(0, len(whole_file()), 997):
        raw = bytearray(whole_file())
        for place in range(at, min(at + size, len(raw))):
            raw[place] ^= 0x5A
        path.write_bytes(raw)
        made_by_us(path)  # whichever byte a sync spoilt, it raises nothing
    with ZipFile(io.BytesIO(whole_file())) as file:
        one = file.getinfo(WORD_TEXT)
    raw = bytearray(whole_file())
    at = one.header_offset + 30 + len(one.filename) + 20
    raw[at : at + 60] = bytes(byte ^ 0x5A for byte in raw[at : at + 60])
    path.write_bytes(raw)
    assert not made_by_us(path)


def test_other_zip_files_are_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "other.docx"
    docx.Document().save(str(path))
    assert not made_by_us(path)
    for raw in (
        b"PK",
        b"PK\x03\x04 not a zip",
        whole_file()[:-400],
        whole_file()[:200] + whole_file()[900:],
    ):
        path.write_bytes(raw)
        assert not made_by_us(path)
    with ZipFile(path, "w") as file:
        file.writestr("word/document.xml", "text")
    assert not made_by_us(path)


def test_a_word_file_that_would_fill_the_memory_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, text = tmp_path / "strategy.docx", b" " * 1_000_000
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", text)
        file.writestr(WORD_PROPERTIES, f"<a>{word_mark(text)}</a>")
    assert made_by_us(path)
    monkeypatch.setattr("readiness.report.file_output._MOST_BYTES", 900_000)
    assert not made_by_us(path)


def test_the_mark_is_of_the_text_and_dated_by_the_document() -> None:
    properties = parts(whole_file())[WORD_PROPERTIES]
    assert "readiness strategy document" in properties
    assert datetime(2026, 11, 24).strftime("%Y-%m-%d") in properties  # noqa: DTZ001


def test_strong_and_plain_paragraphs_differ() -> None:
    raw = render(Document("T", "", TODAY, blocks=(Paragraph("loud", "strong"), Paragraph("soft"))))
    bold = {one.text: one.runs[0].bold for one in opened(raw).paragraphs if one.text}
    assert bold["loud"] is True
    assert not bold["soft"]


@pytest.mark.walk
@examples(0.3)
@given(plans(TEMPLATE))
def test_any_plan_makes_a_word_file(plan: Plan) -> None:
    made = outline(TEMPLATE, plan, review(TEMPLATE, plan, TODAY), TODAY)
    assert shown(made.title) in words_of(render(made))


@pytest.mark.walk
@examples(0.5)
@given(st.text(st.characters(), max_size=60))
def test_any_text_can_stand_anywhere(words: str) -> None:
    assert shown(words) in words_of(render(only_words(words)))


def test_without_a_title_page_the_first_page_is_no_empty_one() -> None:
    blocks = (Heading(1, "With AB", starts_page=True), Heading(1, "With CD", starts_page=True))
    made = Document(
        "Plan", "Agreement", date(2026, 11, 24), has_title_page=False, page_name="A", blocks=blocks
    )
    file = docx.Document(io.BytesIO(render(made)))
    first, second = (one for one in file.paragraphs if one.text)
    assert first.text == "With AB"
    assert not first.paragraph_format.page_break_before
    assert second.paragraph_format.page_break_before
    assert file.sections[0].header.paragraphs[0].text.startswith("A")


def test_a_part_with_little_to_say_goes_on_where_the_one_before_ends() -> None:
    def begins(rows: int, *, joins: bool) -> bool | None:
        table = Table(("a",), tuple((str(number),) for number in range(rows)), (1,))
        parts = (
            Heading(1, "One", key="one"),
            Heading(1, "Two", starts_page=True, joins=joins, key="two"),
            table,
        )
        file = docx.Document(
            io.BytesIO(render(Document("T", "S", date(2026, 11, 24), blocks=parts)))
        )
        (two,) = (one for one in file.paragraphs if one.text == "Two")
        begun: bool | None = two.paragraph_format.page_break_before
        return begun

    assert not begins(2, joins=True)
    assert begins(2, joins=False), "the board's page is read alone"
    assert begins(20, joins=True)


def test_what_leads_to_something_stays_with_it() -> None:
    figure = Figure("Finding", "alt", squares(), "What is measured")
    made = Document("T", "S", date(2026, 11, 24), blocks=(Paragraph("About", "strong"), figure))
    file = docx.Document(io.BytesIO(render(made)))
    kept = {one.text: one.paragraph_format.keep_with_next for one in file.paragraphs}
    assert kept["About"]
    assert kept["What is measured"]


def test_lines_to_sign_on_side_by_side_do_not_run_into_each_other() -> None:
    signs = SignLines(("Leader, date", "Practitioner, date"), are_across=True)
    file = docx.Document(
        io.BytesIO(render(Document("T", "S", date(2026, 11, 24), blocks=(signs,))))
    )
    (table,) = file.tables
    drawn = [bool(list(cell._tc.iter(qn("w:tcBorders")))) for cell in table.rows[0].cells]
    assert drawn == [True, False, True]
    assert [cell.text for cell in table.rows[1].cells] == ["Leader, date", "", "Practitioner, date"]
