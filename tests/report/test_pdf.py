"""The strategy document: what it says, and that nothing breaks it."""

import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pypdf import PageObject, PdfReader

from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from readiness.report.document import Document, Heading, Paragraph, Run, Table
from readiness.report.file_output import MARK, made_by_us
from readiness.report.outline import outline
from readiness.report.pdf.fonts import load_fonts, one_line, spread
from readiness.report.pdf.lines import TextSpan, broken, words_of
from readiness.report.pdf.render import missing_characters, render
from readiness.storage.disk import write_whole
from readiness.storage.example import worked_example
from readiness.storage.languages import speak_in
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import CannotWrite
from readiness.storage.templates import Library
from tests.strategies import examples, plans

TODAY = date(2026, 11, 24)
TEMPLATE = Library().load("imr")
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


@pytest.fixture(scope="module")
def whole() -> bytes:
    """The worked example as it is printed."""
    return render(document(worked_example(Library())[1]))


TITLE = " ".join(f"word{number}" for number in range(200))
ADDRESS = "https://example.org/" + "page/" * 30


@pytest.fixture(scope="module")
def crammed() -> tuple[Document, str]:
    """The worked example with what is longer or stranger than usual, and its text as it stands."""
    plan = worked_example(Library())[1].described(plan=TITLE)
    plan = plan.noting("SEL-01", "\n".join(f"line {number}" for number in range(400)))
    plan = plan.noting("SEL-02", "Ærøy Ωμέγα Жизнь \u4f60").noting("SEL-03", ADDRESS)
    made = document(plan)
    pages = PdfReader(io.BytesIO(render(made))).pages
    return made, "\n".join(page.extract_text() for page in pages)


def test_the_document_holds_the_answers_flags_people_dates_and_sources(whole: bytes) -> None:
    text = text_of(whole)
    for words in (
        "IMR at Riverside",
        "6 patients have finished IMR",
        "CD needs 5.3 hours a week and has 4.",
        "occupational therapist",
        "The user council meets in January",
        "not a validated measure",
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
        "Three things are not yet in place for a start on 11 January 2027",
        "Why, what and for whom",
        "12 are wanted; about 10 of 22 are likely to say yes",
        "13 flags are up: their reasons and sources",
        "Appendix A: every answer",
        "Appendix C: method and sources",
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


def fill_of(page: PageObject) -> float:
    """How far down a page is filled, from its head to its foot: 0 to 1."""
    lows = list[float]()

    def seen(
        text: str, canvas: list[float], place: list[float], _font: object, _size: object
    ) -> None:
        if text.strip():
            # What is drawn stands where its own matrix and that of the canvas together put it.
            lows.append(place[4] * canvas[1] + place[5] * canvas[3] + canvas[5])

    page.extract_text(visitor_text=seen)
    body = [low for low in lows if FOOT < low < HEAD]
    return (HEAD - min(body)) / (HEAD - FOOT) if body else 0.0


HEAD, FOOT = 842 - 52, 44
"""Where a page's words begin and end, in points from its foot."""


@pytest.mark.parametrize("language", ["nb", pytest.param("en", marks=pytest.mark.walk)])
def test_the_worked_example_has_eleven_pages_a_part_on_each(language: str) -> None:
    speak_in(language)
    template, plan = worked_example(Library())
    made = outline(template, plan, review(template, plan, TODAY), TODAY)
    reader = PdfReader(io.BytesIO(render(made)))
    heads = [one.text for one in made.blocks if isinstance(one, Heading) and one.starts_page]
    pages = [" ".join((page.extract_text() or "").split()) for page in reader.pages]
    assert len(pages) <= 11
    for number, head in enumerate(heads, 1):
        at = pages[number].find(head)
        # Before its heading stands the head of the page, and no end of the part before.
        assert 0 <= at < 150, "each part on a page of its own, in order"
    assert all(fill_of(page) >= 0.6 for page in reader.pages[8:-1])


def parts_by_page(reader: PdfReader) -> dict[int, list[str]]:
    """The titles of the parts that begin on each page, from 0."""
    found: dict[int, list[str]] = {}
    for one in reader.outline:
        if not isinstance(one, list):
            at = reader.get_destination_page_number(one)
            found.setdefault(-1 if at is None else at, []).append(str(one.title))
    return found


def some_answers(count: int) -> Plan:
    """The worked example with its particulars and people, and so many questions answered."""
    template, whole = worked_example(Library())
    plan = Plan().described(plan=whole.plan, service=whole.service, start=whole.start)
    for who, person in whole.people.items() if count else ():
        plan = plan.with_person(who, person.role)
    for key in list(template.items)[:count]:
        for name, value in whole.answer(key).parts.items():
            plan = plan.answering(key, name, value)
    return plan


@pytest.mark.parametrize("language", ["nb", pytest.param("en", marks=pytest.mark.walk)])
@pytest.mark.parametrize("count", [20, *(pytest.param(n, marks=pytest.mark.walk) for n in (0, 1))])
def test_a_plan_with_little_in_it_has_no_pages_of_white(count: int, language: str) -> None:
    speak_in(language)
    template = Library().load("imr")
    plan = some_answers(count)
    made = outline(template, plan, review(template, plan, TODAY), TODAY)
    reader = PdfReader(io.BytesIO(render(made)))
    heads = [one.text for one in made.blocks if isinstance(one, Heading) and one.level == 1]
    parts = parts_by_page(reader)
    assert parts[1] == heads[:1], "the board reads its page alone"
    assert parts[2][0] == heads[1]
    assert len(reader.pages) <= 8
    # What has little to say shares a page: no page between holds a heading and white.
    assert all(fill_of(page) >= 0.35 for page in reader.pages[1:])


@pytest.mark.parametrize("language", ["nb", pytest.param("en", marks=pytest.mark.walk)])
@pytest.mark.parametrize("people", [0, pytest.param(8, marks=pytest.mark.walk)])
def test_only_the_last_page_of_a_part_is_under_sixty_percent_full(
    people: int, language: str
) -> None:
    speak_in(language)
    template, plan = worked_example(Library())
    for number in range(people):
        plan = plan.with_person(f"P{number}", "nurse")
    made = outline(template, plan, review(template, plan, TODAY), TODAY)
    reader = PdfReader(io.BytesIO(render(made)))
    pages, parts = reader.pages, parts_by_page(reader)
    last = {at - 1 for at in parts} | {len(pages) - 1}
    for at, page in enumerate(pages):
        assert at in last or fill_of(page) >= 0.6, at + 1


@pytest.mark.parametrize("language", ["en", "nb"])
def test_the_brief_is_two_pages_that_are_filled(language: str) -> None:
    speak_in(language)
    template, plan = worked_example(Library())
    state = review(template, plan, TODAY)
    reader = PdfReader(io.BytesIO(render(outline(template, plan, state, TODAY, is_brief=True))))
    assert len(reader.pages) == 2
    assert all(fill_of(page) > 0.85 for page in reader.pages)


def test_the_same_plan_and_day_give_the_same_bytes_and_progress_goes_from_start_to_end(
    example_file: PlanFile, whole: bytes
) -> None:
    seen: list[float] = []
    assert render(document(example_file.plan), progress=seen.append) == whole
    assert len(seen) > 3
    assert seen[-1] == 1.0
    assert seen == sorted(seen)


def test_hostile_text_prints_as_text(example_file: PlanFile) -> None:
    plan = example_file.plan.described(plan=" ".join(HOSTILE), service=" ".join(HOSTILE))
    plan = plan.answering("CAP-07", "value", " ".join(HOSTILE))
    for item, words in zip(TEMPLATE.items, HOSTILE, strict=False):
        plan = plan.noting(item, words).with_person(words[:30], words)
    text = text_of(render(document(plan))).replace(" ", "")
    for words in HOSTILE:
        shown = "".join(c for c in words if c.isprintable()).replace(" ", "")
        assert text.count(shown[:24]) >= 5, words


def test_a_very_long_note_and_a_long_title_are_all_there(crammed: tuple[Document, str]) -> None:
    _made, text = crammed
    assert "line 0" in text
    assert "line 399" in text
    assert "word199" in text


@pytest.mark.walk
def test_sixty_practitioners_and_three_hundred_rows(example_file: PlanFile) -> None:
    plan = example_file.plan
    for number in range(60):
        plan = plan.with_person(f"P{number}", "nurse")
    for number in range(300):
        plan = plan.answering_row("GOAL-04", str(number + 1), "obstacle", f"obstacle {number}")
    text = text_of(render(document(plan)))
    assert "P59" in text
    assert "obstacle 299" in text


def test_letters_of_three_scripts_print_and_others_are_named(
    crammed: tuple[Document, str],
) -> None:
    made, text = crammed
    assert "Ærøy Ωμέγα Жизнь" in text
    assert "[U+4F60]" in text
    assert missing_characters(made) == ["\u4f60"]


def test_an_empty_plan_says_so_and_claims_nothing() -> None:
    made = document(Plan())
    text = text_of(render(made))
    assert "Nothing is answered yet" in text
    assert "Not stated yet: hours, training, supervision, patients and money." in text
    assert not any("%" in block.text for block in made.blocks if isinstance(block, Heading))


def test_only_our_own_files_are_replaced_without_asking(tmp_path: Path, whole: bytes) -> None:
    ours, theirs = tmp_path / "a.pdf", tmp_path / "b.pdf"
    write_whole(ours, whole)
    theirs.write_bytes(b"%PDF-1.7 of someone else")
    assert made_by_us(ours)
    assert not made_by_us(theirs)
    assert not made_by_us(tmp_path / "none.pdf")
    with pytest.raises(CannotWrite):
        write_whole(tmp_path / "no" / "folder.pdf", whole)


@examples(0.3)
@given(plans(TEMPLATE))
def test_any_plan_makes_a_pdf(plan: Plan) -> None:
    assert render(document(plan)).startswith(b"%PDF")


def test_a_long_word_breaks_without_a_blank_in_it(crammed: tuple[Document, str]) -> None:
    _made, text = crammed
    assert " pa" not in text[text.index("https://example.org/") :][:60]
    assert ADDRESS in text.replace("\n", "")


@pytest.mark.parametrize("letter", ["W", "i", "\u4f60", "\u2713"])
def test_a_running_title_stays_on_the_line(letter: str) -> None:
    load_fonts()
    line = one_line(letter * 200, "Body", 8, 300)
    assert "".join(text for _, text in line).endswith("...")
    assert 280 < spread(line, 8) <= 300
    assert one_line("IMR at\nRiverside", "Body", 8, 300) == [("Body", "IMR at Riverside")]


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


@examples(6)
@given(st.lists(TEXTS, max_size=4), st.floats(0.5, 40))
@example(["W\u2713W" * 9], 0.5)
def test_lines_hold_every_letter_and_are_no_wider_than_asked(
    texts: list[str], width: float
) -> None:
    load_fonts()
    spans = tuple(
        TextSpan(text, face) for text, face in zip(texts, ["Body", "Body-Bold"] * 2, strict=False)
    )
    words = list(words_of(spans))
    lines = broken(words, width)
    shown = "".join(bit.text for line in lines for bit in line.bits).replace(" ", "")
    assert shown == "".join(bit.text for word in words if word for bit in word.bits)
    for line in lines:
        letters = sum(len(bit.text) for bit in line.bits)
        assert line.width <= width + 0.001 or letters == 1
        assert line.width == pytest.approx(sum(bit.width for bit in line.bits), abs=0.001)


@examples(1.5)
@given(TEXTS, TEXTS)
def test_any_text_makes_a_pdf_with_its_letters(one: str, other: str) -> None:
    made = Document(one, other, TODAY, one, blocks=(Heading(1, other), Paragraph((Run(one),))))
    render(made, page="letter")
    assert not any(letter.isspace() for letter in missing_characters(made))


def test_direction_marks_and_controls_are_gone_and_what_they_hid_is_seen() -> None:
    made = Document("a\u202egpj.exe\u2066", "b\x00\x1b[31m\u200d", TODAY)
    text = text_of(render(made))
    assert "agpj.exe" in text
    assert "b [31m" in text
    assert missing_characters(made) == []


def test_missing_characters_are_found_in_every_block() -> None:
    made = Document("\u4f60", "", TODAY, cover=(Paragraph((Run("\u597d"),)),),
                    blocks=(Table(("\u0645",), (("\U0001f389\ufe0f",),), (1,)),))  # fmt: skip
    assert missing_characters(made) == ["\u0645", "\u4f60", "\u597d", "\U0001f389"]


def test_letters_stay_one_with_their_accents() -> None:
    assert "caf\u00e9" in text_of(render(Document("cafe\u0301", "", TODAY)))


def test_both_papers(whole: bytes) -> None:
    letter = render(Document("Plan", "", TODAY, blocks=(Paragraph("Words."),)), page="letter")
    for raw, size in ((whole, (595, 842)), (letter, (612, 792))):
        for one in PdfReader(io.BytesIO(raw)).pages:
            assert (round(one.mediabox.width), round(one.mediabox.height)) == size


@pytest.mark.parametrize("step", [4, pytest.param(1, marks=pytest.mark.walk)])
def test_a_heading_never_ends_a_page(step: int) -> None:
    for lines in range(20, 50, step):
        made = Document("T", "S", TODAY, blocks=(
            Heading(1, "First"), Paragraph("\n".join("x" * lines)), Heading(2, "Deep head"),
            Paragraph("strong head", "strong"),
            Table(("Col",), (("cell one",), ("cell two",)), (1,)),
        ))  # fmt: skip
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(render(made))).pages]
        (where,) = (at for at, text in enumerate(pages) if "Deep head" in text)
        assert "cell one" in pages[where]
        assert "strong head" in pages[where]


def test_a_file_that_only_speaks_of_us_is_not_ours(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text(f"My notes on the {MARK}", "utf-8")
    assert not made_by_us(notes)
