"""The document as text: all of it, in order, under its headings."""

from readiness.app.session import Session
from readiness.report.document import (
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
from readiness.report.plain_text import Passage, Section, sections_of
from tests.report.gallery import MADE_ON as TODAY
from tests.report.gallery import every_block


def told(*blocks: object) -> list[str]:
    (section,) = sections_of(Document("T", "S", TODAY, blocks=blocks))  # type: ignore[arg-type]
    return [" " * one.indent + one.text for one in section.passages[2:]]


def test_a_section_for_each_heading_of_the_first_level() -> None:
    blocks = (Paragraph("before"), Heading(1, "One"), Heading(2, "in"), Heading(1, "Two"))
    found = sections_of(Document("T", "S", TODAY, cover=(Paragraph("on it"),), blocks=blocks))
    assert [one.title for one in found] == ["Cover", "One", "Two"]
    assert [one.text for one in found[0].passages] == ["T", "S", "on it", "before"]
    assert found[1].passages == (
        Passage("One", is_strong=True),
        Passage("in", is_strong=True, has_gap=True),
    )


def test_a_document_without_headings_is_one_section() -> None:
    assert sections_of(Document("T", "S", TODAY)) == (
        Section("T", (Passage("T", is_strong=True), Passage("S"))),
    )


def test_a_wide_table_is_told_row_by_row_with_its_columns_names() -> None:
    table = Table(("Who", "Role", ""), (("AB", "nurse\nlead", "more"), ("CD", "", "")), (1, 1, 1))
    assert told(table) == ["AB", "  Role: nurse; lead", "  more", "CD"]


def test_a_narrow_table_is_told_on_one_line_a_row() -> None:
    table = Table(("", ""), (("Who", "AB"), ("When", "")), (1, 1))
    assert told(table) == ["Who: AB", "When"]


def test_lists_callouts_forms_and_sources() -> None:
    assert told(Bullets(("a", (Run("b", strong=True), Run("c"))))) == ["- a", "- bc"]
    assert told(Bullets(("a", "b"), numbered=True)) == ["1. a", "2. b"]
    assert told(Callout("Short.", (("Why", "so"), ("", "more")))) == ["Short.", "Why: so", "more"]
    assert told(TickBoxes(("Go",)), Space(3)) == ["[ ] Go"]
    ticked = TickBoxes(("Yes", "No"), are_across=True, label="Signed:", ticked=frozenset({1}))
    minutes = WriteLines("Length of a session:", is_short=True, unit="minutes")
    assert told(minutes) == [f"Length of a session: {'_' * 22} minutes"]
    assert told(ticked) == ["Signed:", "[ ] Yes", "[x] No"]
    assert told(SignLines(("Leader",))) == ["Leader: ______________________"]
    sources = Sources((Source("a", 1, "A 2020.", "10.1/x"), Source("b", 2, "B 2021.")))
    assert told(sources) == ["[1] A 2020. doi:10.1/x", "[2] B 2021."]


def test_every_kind_of_block_is_told() -> None:
    whole = "\n".join(one.text for part in sections_of(every_block()) for one in part.passages)
    assert len(whole) > 1000


def test_the_whole_strategy_is_there_in_order(session: Session) -> None:
    document = outline(session.template, session.plan, session.review, TODAY)
    found = sections_of(document)
    parts = [one for one in document.blocks if isinstance(one, Heading) and one.level == 1]
    heads = [one.running or one.text for one in parts]
    assert [one.title for one in found] == ["Cover", *heads]
    flags = next(one for one in found if one.title == "Flags")
    for flag in session.review.flags:
        assert any(flag.says in one.text for one in flags.passages)
