"""What a screen reader finds in the PDF."""

import io
from datetime import date

import pikepdf
import pytest

from readiness.domain.rules.review import review
from readiness.report.document import (
    Block,
    Bullets,
    Callout,
    Document,
    Heading,
    Paragraph,
    Run,
    SignLines,
    Source,
    Sources,
    Space,
    Table,
    TickBoxes,
    WriteLines,
)
from readiness.report.outline import outline
from readiness.report.pdf.fonts import load_fonts
from readiness.report.pdf.grid import Grid, height
from readiness.report.pdf.look import look
from readiness.report.pdf.render import render, write_pages
from readiness.report.pdf.story import Story
from readiness.report.pdf.tags import Tags
from readiness.report.theme import Theme
from readiness.storage.plan_file import PlanFile
from tests.report import extremes, gallery
from tests.report.tree import Node, Tagged

TODAY = date(2026, 11, 24)


def made(*blocks: Block, **more: object) -> Tagged:
    return Tagged(render(Document("Title", "Subtitle", TODAY, blocks=blocks, **more)))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def every() -> Tagged:
    return Tagged(render(gallery.every_block()))


def attribute(node: Node, name: str) -> str:
    return str(node.made.A.get(f"/{name}", "")) if "/A" in node.made else ""


def test_everything_drawn_is_tagged_or_decoration(every: Tagged) -> None:
    assert every.root.kind == "Document"
    assert {kid.kind for kid in every.root.kids} == {"Sect"}
    assert every.loose == []


def test_every_kind_of_block_gives_the_same_bytes_again() -> None:
    assert render(gallery.every_block()) == render(gallery.every_block())


@pytest.mark.nightly  # by day: the example and every kind of block
def test_in_the_worst_document_nothing_is_loose() -> None:
    assert Tagged(render(extremes.extreme(1))).loose == []


@pytest.mark.nightly
def test_with_many_of_everything_nothing_is_loose_and_it_gives_the_same_bytes_again() -> None:
    raw = render(extremes.extreme(3))
    assert Tagged(raw).loose == []
    assert render(extremes.extreme(3)) == raw


def test_the_way_back_from_each_mark_leads_to_its_element(every: Tagged) -> None:
    numbers = every.pdf.Root.StructTreeRoot.ParentTree.Nums
    back = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    for at, page in enumerate(every.pdf.pages):
        assert page.Tabs == "/S"
        owners = back[int(page.StructParents)]
        assert len(owners) == len(
            [1 for where, number in every.marked if where == at and number >= 0]
        )
    for node in every.root.all("Link"):
        for link in node.links:
            assert back[int(link.StructParent)].objgen == node.made.objgen


def test_headings_come_in_order_and_leave_no_level_out() -> None:
    tagged = made(
        Heading(3, "deep"), Heading(1, "A"), Heading(3, "B"), Heading(3, "C"), Heading(2, "D"),
        Heading(2, " "), Heading(9, "E"), Heading(0, "F"),
    )  # fmt: skip
    found = [(node.kind, node.text) for node in tagged.root.all("H1", "H2", "H3")]
    assert found == [
        ("H1", "deep"), ("H1", "A"), ("H2", "B"), ("H3", "C"), ("H2", "D"), ("H3", "E"),
        ("H1", "F"),
    ]  # fmt: skip


def test_bookmarks_follow_the_headings(every: Tagged) -> None:
    with every.pdf.open_outline() as bookmarks:
        first = bookmarks.root[0]
        assert first.title == "Summary"
        assert [kid.title for kid in first.children] == [
            "A heading that skips a level", "Tables", "Who?",
        ]  # fmt: skip
        assert len(bookmarks.root) == 3


def test_a_paragraph_over_pages_is_one_element() -> None:
    words = " ".join(f"word{number}" for number in range(2000))
    tagged = made(Heading(1, "Long"), Paragraph(words))
    paragraph = next(node for node in tagged.root.all("P") if "word0 " in node.text)
    assert len(paragraph.pages) > 2
    assert paragraph.pages == set(range(len(tagged.pdf.pages)))
    assert paragraph.text == words


def test_a_table_over_pages_is_one_element_and_its_head_is_said_once() -> None:
    rows = tuple((f"row {number}", str(number)) for number in range(120))
    tagged = made(Table(("Name", "Count"), rows, (0.5, 0.5), numbers=frozenset({1})))
    (table,) = tagged.root.all("Table")
    lines = table.all("TR")
    assert len(table.pages) > 2
    assert [line.text for line in lines] == ["NameCount", *(f"row {n}{n}" for n in range(120))]
    assert [kid.kind for kid in lines[0].kids] == ["TH", "TH"]
    assert [kid.kind for kid in lines[1].kids] == ["TH", "TD"]
    assert attribute(lines[0].kids[0], "Scope") == "/Column"
    assert attribute(lines[1].kids[0], "Scope") == "/Row"
    assert tagged.decoration.count("Count") == len(table.pages) - 1


def test_a_row_taller_than_a_page_is_one_row() -> None:
    note = "\n".join(f"line {number}" for number in range(200))
    tagged = made(Table(("Key", "Note"), (("a", note), ("b", "short")), (0.2, 0.8)))
    lines = tagged.root.all("TR")
    assert len(lines) == 3
    assert len(lines[1].pages) > 2
    assert lines[1].kids[1].text.split() == note.split()


def test_a_table_says_what_it_shows(every: Tagged) -> None:
    assert "Hours" in [attribute(table, "Summary") for table in every.root.all("Table")]


def test_every_row_of_a_table_has_as_many_cells() -> None:
    tagged = made(Table(("a", "b"), (("1",), ("1", "2", "3")), (0.5, 0.5)))
    assert [len(line.kids) for line in tagged.root.all("TR")] == [2, 2, 2]


def test_lists_have_labels_and_bodies() -> None:
    tagged = made(Bullets(("one", "two"), numbered=True), Bullets(("three",)))
    numbered, plain = tagged.root.all("L")
    assert [[kid.kind for kid in item.kids] for item in numbered.kids] == [["Lbl", "LBody"]] * 2
    assert [item.kids[0].text for item in numbered.kids] == ["1.", "2."]
    assert [item.kids[1].text for item in numbered.kids] == ["one", "two"]
    assert attribute(numbered, "ListNumbering") == "/Decimal"
    assert plain.kids[0].kids[1].text == "three"


def test_figures_have_an_alternative_a_place_and_a_title(every: Tagged) -> None:
    figures = every.root.all("Figure")
    assert len(figures) == 5
    for figure, page in zip(figures, every.pdf.pages, strict=False):
        left, bottom, right, top = map(float, figure.made.A.BBox)
        assert 0 <= left < right <= page.MediaBox[2]
        assert 0 <= bottom < top <= page.MediaBox[3]
        assert figure.kids[0].kind == "Caption"
        assert str(figure.made.Alt).startswith(figure.kids[0].text)
    assert "Weeks shows this: 5 h needed" in str(figures[2].made.Alt)


def test_links_have_annotations_that_say_where_they_lead(every: Tagged) -> None:
    links = every.root.all("Link")
    said = {node.text: node.links[0] for node in links}
    assert str(said["site"].A.URI) == "https://example.org/a?b=c&d"
    assert str(said["mail"].A.URI) == "mailto:lead@example.org"
    assert str(said["10.1007/s10597-019-00430-8"].A.URI) == (
        "https://doi.org/10.1007/s10597-019-00430-8"
    )
    assert all(str(link.Contents) for link in said.values())
    inner = said["[1]"]
    assert "/A" not in inner
    assert inner.Dest[0].objgen == every.pdf.pages[-1].obj.objgen


def test_a_link_stands_where_it_is_read(every: Tagged) -> None:
    paragraph = next(node for node in every.root.all("P") if "Fidelity falls" in node.text)
    assert paragraph.text == "Fidelity falls [1]."


def test_a_link_over_lines_and_pages_is_one_element() -> None:
    words = "a name that goes on " * 600
    tagged = made(Paragraph((Run(words, link="https://example.org"),)))
    (link,) = tagged.root.all("Link")
    assert len(link.links) == len(link.pages) > 1
    assert all(len(one.QuadPoints) % 8 == 0 and len(one.QuadPoints) > 8 for one in link.links)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "#nowhere", "https://a b", "data:x", "//x.org",
     "http://x\n.org", "https://"],
)  # fmt: skip
def test_unsafe_links_are_plain_words(address: str) -> None:
    tagged = made(Paragraph((Run("words", link=address),)))
    assert tagged.root.all("Link") == []
    assert "words" in tagged.root.text


def test_an_address_in_other_letters_is_written_as_the_web_wants_it() -> None:
    tagged = made(Paragraph((Run("x", link="https://example.org/bl\u00e5"),)))
    (link,) = tagged.root.all("Link")
    assert str(link.links[0].A.URI) == "https://example.org/bl%C3%A5"


def test_references_are_notes_with_ids_of_their_own() -> None:
    tagged = made(Sources((Source("a", 1, "One"), Source("a", 2, "Two"), Source("", 3, "Three"))))
    notes = tagged.root.all("Note")
    assert [note.text for note in notes] == ["One", "Two", "Three"]
    assert len({str(note.made.ID) for note in notes}) == 3
    assert [label.text for label in tagged.root.all("Lbl")] == ["[1]", "[2]", "[3]"]


def test_boxes_and_lines_to_fill_in_by_hand_are_fields(every: Tagged) -> None:
    fields = every.root.all("Form")
    assert [attribute(field, "Role") for field in fields] == ["/cb"] * 14 + ["/tv"] * 10
    said = [attribute(field, "Desc") for field in fields]
    assert said[0] == "Box to tick by hand: Go"
    assert said[2:4] == ["Box to tick by hand: Start as planned.", "Box to tick by hand: Not yet"]
    assert said[7] == "Box to tick by hand: Yes"
    assert said[11:13] == ["Box, ticked: No", "Box, ticked: Yes"]
    assert said[14] == "To write on: Length of a session"
    assert said[17:19] == ["Signature: Accountable leader", "Date of the signature"]
    assert said[-2:] == ["Signature: Leader", "Signature: Management"]


def test_a_callout_is_read_from_its_title_line_by_line() -> None:
    box = Callout("Too little.", (("Because", "x"), ("", "alone")))
    (callout,) = made(box).root.all("Div")
    assert [part.text for part in callout.kids] == ["Too little.", "Because x", "alone"]


def test_a_callout_stays_together_and_one_taller_than_a_page_goes_on() -> None:
    box = Callout("Says", tuple(("Why", "words " * 60) for _ in range(4)))
    (flag,) = made(Paragraph("\n" * 34), box).root.all("Div")
    assert len(flag.pages) == 1
    tall = Callout("Says", (("l" * 50, "words " * 4000), ("Why", "end " * 9)))
    (flag,) = made(tall).root.all("Div")
    assert len(flag.pages) > 2
    assert flag.text.count("words") == 4000


def test_heads_and_feet_are_decoration_on_every_page(every: Tagged) -> None:
    pages = len(every.pdf.pages)
    assert (
        every.decoration.count("Made on 24 November 2026 \u00b7 state 7 of 24 November 2026")
        == pages
    )
    assert every.decoration.count("IMR at Riverside") == pages - 1
    for number in range(1, pages + 1):
        assert f"Page {number} of {pages}" in every.decoration
    assert "state 7" not in every.root.text


def test_the_file_says_what_it_is(every: Tagged) -> None:
    root = every.pdf.Root
    assert root.MarkInfo.Marked
    assert root.ViewerPreferences.DisplayDocTitle
    assert str(root.Lang) == "en"
    with every.pdf.open_metadata() as meta:
        assert meta["pdfuaid:part"] == "1"
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "A")
        assert meta["dc:title"] == "IMR at Riverside: Strategy for bringing in IMR"
        assert meta["xmp:CreateDate"].startswith("2026-11-24")
    assert str(every.pdf.docinfo["/Title"]) == "IMR at Riverside: Strategy for bringing in IMR"


def test_a_language_that_is_none_becomes_english() -> None:
    wrong, right = made(language="<en>"), made(language="nb-NO")
    assert str(wrong.pdf.Root.Lang) == "en"
    assert str(right.pdf.Root.Lang) == "nb-NO"


def test_a_document_without_a_title_still_has_one() -> None:
    tagged = Tagged(render(Document("", "", TODAY)))
    assert str(tagged.pdf.docinfo["/Title"]) == "Document"


def test_fonts_are_embedded_and_every_letter_has_its_meaning() -> None:
    text = "\u00e6\u03a9\u0416 \u2713 \U0001f600"
    tagged = made(Paragraph(text))
    assert text in tagged.root.text
    for font in (obj for obj in tagged.pdf.objects if _is_font(obj)):
        assert "/FontFile2" in font.FontDescriptor
        assert "/ToUnicode" in font


def _is_font(one: object) -> bool:
    return isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"


def test_the_whole_example_reads_in_order(example_file: PlanFile) -> None:
    template, plan = example_file.template, example_file.plan
    document = outline(template, plan, review(template, plan, TODAY), TODAY)
    tagged = Tagged(render(document))
    heads = [node.text for node in tagged.root.all("H1")]
    wanted = [
        " ".join(b.text.split()) for b in document.blocks if isinstance(b, Heading) and b.level == 1
    ]
    assert heads == wanted
    assert tagged.loose == []


def test_a_box_to_tick_with_a_colon_has_room_to_write() -> None:
    plain, room = (made(TickBoxes((label,))) for label in ("Go when", "Go when:"))
    count = [sum(1 for one in _operators(tagged) if one == "S") for tagged in (plain, room)]
    assert count[1] == count[0] + 2


def _operators(tagged: Tagged) -> list[str]:
    return [
        str(operator)
        for page in tagged.pdf.pages
        for _, operator in pikepdf.parse_content_stream(page)
    ]


def test_a_heading_over_lines_to_sign_on_keeps_them() -> None:
    for lines in range(30, 46):
        tagged = made(
            Paragraph("\n" * lines), Heading(2, "Sign here"), SignLines(("Leader, date",))
        )
        (head,) = tagged.root.all("H1")
        assert head.pages == next(
            node.pages for node in tagged.root.all("P") if "Leader" in node.text
        )


@pytest.mark.parametrize("block", [
    WriteLines("Where:", 3), WriteLines("words " * 30, unit="minutes"),
    TickBoxes(("Yes", "No", "Where:"), are_across=True),
])  # fmt: skip
def test_a_heading_over_what_is_filled_in_by_hand_keeps_it(block: Block) -> None:
    for lines in range(34, 50):
        tagged = made(Paragraph("\n" * lines), Heading(2, "Fill in"), block)
        (head,) = tagged.root.all("H1")
        assert tagged.root.all("Form")[0].pages == head.pages


def test_a_part_that_is_kept_stays_on_one_page_also_at_the_end() -> None:
    for lines in range(20, 50, 3):
        part = (Heading(2, "Question", keeps_part=True), Paragraph("\n" * 12), Paragraph("End"))
        tagged = made(Paragraph("\n" * lines), *part)
        (head,), last = tagged.root.all("H1"), tagged.root.all("P")[-1]
        assert head.pages == last.pages


def test_blocks_without_anything_leave_nothing_behind() -> None:
    tagged = Tagged(render(extremes.empty()))
    assert {node.kind for node in tagged.root.walk()} <= {
        "Document", "Sect", "Title", "P", "Div", "Figure", "Caption",
    }  # fmt: skip


def test_without_tags_only_the_drawing_is_made() -> None:
    load_fonts()
    document, tags = gallery.every_block(), Tags(are_written=False)
    page = look(Theme(), "a4")
    flowables = Story(document, page, tags).flowables()
    raw = write_pages(document, flowables, page, tags, lambda _: None)
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        operators = {str(op) for one in pdf.pages for _, op in pikepdf.parse_content_stream(one)}
    assert "Tj" in operators
    assert not operators & {"BDC", "BMC", "EMC"}


def test_what_is_for_looking_up_begins_a_page_and_stands_in_two_columns() -> None:
    load_fonts()
    page, tags = look(Theme(), "a4"), Tags()
    rows = tuple((str(number), f"answer {number}") for number in range(100))
    body, more = Table(("a",), (("x",),), (1,)), Table(("n", "m"), rows, (1, 1), is_dense=True)
    blocks = (Heading(1, "Body"), body, Heading(1, "Answers", starts_columns=True), more)
    document = Document("T", "S", TODAY, blocks=blocks)
    wide, narrow = (one for one in Story(document, page, tags).flowables() if isinstance(one, Grid))
    assert narrow.wrap(page.line, 1e6)[0] < wide.wrap(page.line, 1e6)[0] / 2
    tagged = Tagged(render(document))
    _, answers = tagged.root.all("H1")
    _, long = tagged.root.all("Table")
    assert answers.pages == {1}
    assert len(long.pages) == 1, "two columns hold what one would not"
    assert [cell.text for cell in long.all("TH")] == ["n", "m", *(row[0] for row in rows)]


def test_what_a_page_holds_is_not_split_and_no_title_stands_alone() -> None:
    for words, most in (("x " * 900, 1), ("x " * 9000, 9)):
        tagged = made(Space(110), Space(110), Callout("Title", (("l", words),)))
        title, text = tagged.root.all("Div")[0].all("P")
        assert title.pages <= text.pages
        assert len(text.pages) <= most


def grid_of(*texts: str) -> Grid:
    load_fonts()
    page, tags = look(Theme(), "a4"), Tags()
    rows = tuple((text,) for text in texts)
    document = Document("T", "S", TODAY, blocks=(Table(("Head",), rows, (1,)),))
    return next(one for one in Story(document, page, tags).flowables() if isinstance(one, Grid))


def test_a_heading_stays_with_the_first_row_however_tall() -> None:
    tall, short = grid_of("x\n" * 9, "y", "z"), grid_of("x", "y", "z")
    assert tall.least == height(grid_of("x\n" * 9), 500), "the head and the row"
    assert short.least == height(short, 500), "three short rows stay together"


def test_no_last_row_stands_alone_on_the_next_page() -> None:
    room = height(grid_of("a", "b", "c"), 500)
    parts = grid_of("a", "b", "c", "d").split(600, room)
    # The first row of a table has a little more room over it.
    two = pytest.approx(height(grid_of("a", "b"), 500), abs=2)
    assert [height(part, 500) for part in parts] == [two] * 2
    rows = (("a",), ("b",), ("c",), ("last but one",), ("last",))
    turned = 0
    for room in range(30):
        above = Space(90), Space(90), Space(room)
        pages = {
            one.text: one.pages for one in made(*above, Table(("Head",), rows, (1,))).root.all("TH")
        }
        assert pages["last"] == pages["last but one"], room
        turned += pages["last"] != pages["a"]
    assert turned > 3, "some of them break over pages"


def test_two_pages_of_an_organisation_bear_its_name() -> None:
    document = Document("T", "S", TODAY, cover=(Paragraph("c"),), blocks=(Paragraph("x"),))
    tagged = Tagged(render(document, theme=Theme(organisation="Riverside")))
    assert tagged.decoration.count("Riverside") == 2
