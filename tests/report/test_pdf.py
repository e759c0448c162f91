"""The strategy document: what it says, and that nothing breaks it."""

import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.pdfbase.pdfmetrics import stringWidth

from readiness.core.plan import Plan
from readiness.core.review import review
from readiness.files.planfile import PlanFile
from readiness.files.problems import CannotWrite
from readiness.files.templates import Library
from readiness.report.document import Document, Heading, Table
from readiness.report.outline import outline
from readiness.report.output import MARK, made_by_us, write_pdf
from readiness.report.pdf import LINE, missing_characters, render
from readiness.report.pdf_text import MOST_LINES, fitted, load_fonts, pieces
from tests.strategies import plans

TODAY = date(2026, 11, 24)
TEMPLATE = Library().load("imr")
NAMES = ["tag", "image", "entity", "controls", "brackets", "long"]
HOSTILE = [
    "<b>bold",
    '<img src="/etc/passwd">',
    "&amp; </para> ]]>",
    "a\x00b\x1b[31m",
    "[U+41]",
    "W" * 10_000,
]


def document(plan: Plan) -> Document:
    return outline(TEMPLATE, plan, review(TEMPLATE, plan, TODAY), TODAY)


def text_of(raw: bytes) -> str:
    return " ".join(
        " ".join((page.extract_text() or "").split()) for page in PdfReader(io.BytesIO(raw)).pages
    )


@pytest.fixture
def whole(example_file: PlanFile) -> bytes:
    return render(document(example_file.plan))


def test_the_document_holds_the_answers_flags_people_dates_and_sources(whole: bytes) -> None:
    text = text_of(whole)
    for words in (
        "IMR at Riverside",
        "8 patients have finished IMR",
        "CD needs 5.3 hours a week; 4 hours are freed.",
        "occupational therapist",
        "The user council meets in January",
        "no validated measure",
        "our default",
        "Not yet",
        "two trained raters from Northside",
    ):
        assert words in text, words


def test_sections_come_in_order_with_bookmarks(whole: bytes) -> None:
    titles = [
        entry.title for entry in PdfReader(io.BytesIO(whole)).outline if not isinstance(entry, list)
    ]
    wanted = [
        "Summary",
        "Why and what",
        "Readiness profile",
        "Capacity",
        "Action plan",
        "Risk register",
        "Sources",
    ]
    assert [title for title in titles if title in wanted] == wanted


def test_fonts_are_embedded_pages_numbered_and_language_and_title_set(whole: bytes) -> None:
    reader = PdfReader(io.BytesIO(whole))
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert "IMR at Riverside" in str(reader.metadata.title if reader.metadata else "")
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            assert "/FontDescriptor" in font.get_object()
            assert "/FontFile2" in font.get_object()["/FontDescriptor"]
    assert f"Page 2 of {len(reader.pages)}" in text_of(whole)


def test_the_same_plan_and_day_give_the_same_bytes(example_file: PlanFile, whole: bytes) -> None:
    assert render(document(example_file.plan)) == whole


@pytest.mark.parametrize("words", HOSTILE, ids=NAMES)
def test_hostile_text_prints_as_text(example_file: PlanFile, words: str) -> None:
    plan = example_file.plan.noting("SEL-01", words).described(plan=words, service=words)
    plan = plan.with_person(words[:30], words).answering("CAP-07", "value", words)
    text = text_of(render(document(plan))).replace(" ", "")
    shown = "".join(c for c in words if c.isprintable()).replace(" ", "")
    assert shown[:24] in text


def test_a_very_long_note_is_all_there(example_file: PlanFile) -> None:
    note = "\n".join(f"line {number}" for number in range(400))
    text = text_of(render(document(example_file.plan.noting("SEL-01", note))))
    assert "line 0" in text
    assert "line 399" in text


def test_sixty_practitioners_and_three_hundred_rows(example_file: PlanFile) -> None:
    plan = example_file.plan
    for number in range(60):
        plan = plan.with_person(f"P{number}", "nurse")
    for number in range(300):
        plan = plan.answering_row("GOAL-04", str(number + 1), "obstacle", f"obstacle {number}")
    text = text_of(render(document(plan)))
    assert "P59" in text
    assert "obstacle 299" in text


def test_letters_of_three_scripts_print_and_others_are_named(example_file: PlanFile) -> None:
    plan = example_file.plan.noting("SEL-01", "Ærøy Ωμέγα Жизнь \u4f60")
    made = document(plan)
    text = text_of(render(made))
    assert "Ærøy Ωμέγα Жизнь" in text
    assert "[U+4F60]" in text
    assert missing_characters(made) == ["\u4f60"]


def test_an_empty_plan_says_so_and_claims_nothing() -> None:
    made = document(Plan())
    text = text_of(render(made))
    assert "0 of 10" in text
    assert "No goal is written yet" in text
    table = next(block for block in made.blocks if isinstance(block, Table))
    assert all("unanswered" in row[1] for row in table.rows)
    assert not any("%" in block.text for block in made.blocks if isinstance(block, Heading))


def test_only_our_own_files_are_replaced_without_asking(tmp_path: Path, whole: bytes) -> None:
    ours, theirs = tmp_path / "a.pdf", tmp_path / "b.pdf"
    write_pdf(ours, whole)
    theirs.write_bytes(b"%PDF-1.7 of someone else")
    assert made_by_us(ours)
    assert not made_by_us(theirs)
    assert not made_by_us(tmp_path / "none.pdf")
    with pytest.raises(CannotWrite):
        write_pdf(tmp_path / "no" / "folder.pdf", whole)


def test_progress_goes_from_start_to_end(example_file: PlanFile) -> None:
    seen: list[float] = []
    render(document(example_file.plan), seen.append)
    assert seen[-1] == 1.0
    assert seen == sorted(seen)


@settings(max_examples=8)
@given(plans(TEMPLATE))
def test_any_plan_makes_a_pdf(plan: Plan) -> None:
    assert render(document(plan)).startswith(b"%PDF")


def test_a_long_word_breaks_without_a_blank_in_it(example_file: PlanFile) -> None:
    address = "https://example.org/" + "page/" * 30
    raw = render(document(example_file.plan.noting("SEL-01", address)))
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(raw)).pages)
    assert " pa" not in text[text.index("https://example.org/") :][:60]
    assert address in text.replace("\n", "")


def test_a_running_title_stays_on_the_line() -> None:
    load_fonts()
    line = fitted("W" * 200, "Body", 8, LINE)
    assert line.endswith("...")
    assert stringWidth(line, "Body", 8) <= LINE
    assert fitted("IMR at Riverside", "Body", 8, LINE) == "IMR at Riverside"


def test_a_long_title_is_all_there(example_file: PlanFile) -> None:
    title = " ".join(f"word{number}" for number in range(200))
    assert "word199" in text_of(render(document(example_file.plan.described(plan=title))))


@settings(max_examples=50)
@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=3000))
def test_a_cell_in_pieces_holds_every_letter(text: str) -> None:
    parts = pieces(text, 100, 8.5)
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(len(part) <= MOST_LINES * 20 for part in parts)


def test_a_file_that_only_speaks_of_us_is_not_ours(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text(f"My notes on the {MARK}", "utf-8")
    assert not made_by_us(notes)
