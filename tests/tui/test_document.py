"""The document is read on the screen before it is printed, and printed from there."""

import re
from datetime import date
from pathlib import Path

import pytest

from readiness.app.operations.particulars import set_particulars
from readiness.app.session import Session
from readiness.domain.plan.plan import Plan
from readiness.report.file_output import made_by_us
from readiness.tui.screens.document import DocumentScreen
from readiness.tui.screens.map import MapScreen
from tests.tui.person import SOUP, at, opened


async def test_every_section_is_reached_with_the_arrow_keys(session: Session) -> None:
    async with at(session) as person:
        await person.press("d")
        person.sees("Document IMR at Riverside", "The decision")
        for title in ("Three things are", "Why, what and for whom", "CD is short", "12 are wanted"):
            await person.press("down")
            text = person.see().splitlines()
            assert text[1].replace("▌", "│").split("│")[1].strip().startswith(title)
        await person.press("end")
        assert "Appendix C" in person.see().splitlines()[1]
        await person.press("escape")
        assert isinstance(person.app.screen, MapScreen)


@pytest.mark.walk
async def test_space_reads_the_whole_document_from_end_to_end(session: Session) -> None:
    async with at(session) as person:
        await person.press("d")
        seen = list[str]()
        for _ in range(80):
            seen += [line.split("│")[-1] for line in person.see().splitlines()[1:-1]]
            await person.press("space")
        for words in ("The program does not decide", "CD needs 5.3 hours", "Extend the booking"):
            assert any(words in line for line in seen), words
        before = person.see()
        await person.press("space")
        assert person.see() == before
        await person.press("home", "pageup")
        person.sees("The decision")


async def test_the_text_is_scrolled_line_by_line_and_left_with_escape(session: Session) -> None:
    async with at(session) as person:
        await person.press("d", "down", "down", "down", "enter", "down", "down")
        line = person.see().splitlines()[1]
        assert "CD is short of hours" not in line.replace("▌", "│").split("│")[1]
        await person.press("escape")
        assert isinstance(person.app.screen, DocumentScreen)
        await person.press("escape")
        assert isinstance(person.app.screen, MapScreen)


@pytest.mark.parametrize("size", [(80, 24), pytest.param((120, 40), marks=pytest.mark.walk)])
async def test_nothing_is_cut_at_any_size(session: Session, size: tuple[int, int]) -> None:
    async with at(session, size=size) as person:
        await person.press("d", *["down"] * 7)
        text = " ".join(line.split("│")[-1].strip(" ▃▁▇▅▂▆▄█") for line in _body(person.see()))
        assert "Most practitioners felt torn between the new practice and other duties" in text


def _body(seen: str) -> list[str]:
    return seen.splitlines()[1:-1]


async def test_the_brief_and_the_shared_document_are_shown_and_made(session: Session) -> None:
    async with at(session, size=(120, 40)) as person:
        await person.press("d")
        person.sees("Patients")
        await person.press("b")
        person.sees("Document in brief")
        assert "Patients" not in person.see()
        await person.press("s")
        person.sees("without names of staff")
        await person.press("h")
        assert "example-brief-shared.html" in "".join(person.see().replace("│", "").split())
    made = session.path.with_name("example-brief-shared.html")
    text = re.sub(r"<[^>]+>", " ", made.read_text())
    assert "the team leader" not in text
    assert made_by_us(made)


@pytest.mark.walk
async def test_reports_and_paper_forms_are_read_and_made_like_the_document(
    session: Session,
) -> None:
    begun = session.plan.described(start=date(2026, 4, 6))
    shown = {"scale": "imr_fidelity", "raters": ("NR",), "revealed_on": date(2026, 10, 1)}
    session.take(begun.entering("fidelity", "2026-09-30", shown))
    session.save()
    async with at(session, size=(100, 30)) as person:
        await person.press("d", "r")
        person.sees("Strategy document", "Fidelity review of 30 September 2026", "Counts of one")
        await person.press("tab", "tab", "enter")
        person.sees("Progress report on Illness Management and Recovery")
        await person.press("h", "escape")
        await person.press("r", *["tab"] * 3, "enter", "down")
        person.sees("This is help for the service, and no inspection.")
        session.take(session.plan.described(start=date(2027, 1, 11)))
        person.app.plan.show_again()
        person.sees("has not started yet", "Document IMR at Riverside")
        await person.press("r")
        assert "Progress report" not in person.see()
        await person.press(*["tab"] * 5, "enter", "down")
        person.sees("Counts of one month", "Supervision booked")
        await person.press("s", "h")
    made = {one.name for one in session.path.parent.glob("*.html")}
    assert made == {"example-progress.html", "example-blank-month.html"}


async def test_agreements_are_one_command_and_made_in_a_file_for_each(session: Session) -> None:
    async with at(session, size=(100, 30)) as person:
        person.app.action_agreement()
        await person.press("down")
        person.sees("Agreement with AB", "Two home visits a week")
        await person.press("r", *["tab"] * 3, "enter", "h")
        person.sees("example-agreement-AB.html is made.", "example-agreement-GH.html is made.")
    made = sorted(one.name for one in session.path.parent.glob("*.html"))
    assert made == [f"example-agreement-{who}.html" for who in ("AB", "CD", "EF", "GH")]


@pytest.mark.parametrize(
    ("key", "ending"),
    [
        ("h", "html"),
        pytest.param("p", "pdf", marks=pytest.mark.walk),
        pytest.param("w", "docx", marks=pytest.mark.walk),
    ],
)
async def test_each_format_is_one_key(session: Session, key: str, ending: str) -> None:
    async with at(session) as person:
        await person.press("d", key)
        person.sees("is made.")
        await person.press("escape")
        assert isinstance(person.app.screen, DocumentScreen)
    assert made_by_us(session.path.with_suffix(f".{ending}"))


async def test_a_word_file_that_was_edited_is_not_replaced_unasked(session: Session) -> None:
    target = session.path.with_suffix(".docx")
    target.write_bytes(b"PK edited")
    async with at(session) as person:
        await person.press("d", "w")
        person.sees("was not made by", "Replace it")
        await person.press("escape")
        assert target.read_bytes() == b"PK edited"


async def test_the_document_follows_the_plan(session: Session) -> None:
    async with at(session) as person:
        await person.press("d")
        person.app.plan.keep(lambda one: set_particulars(one, {"plan": "Another name"}))
        await person.settle()
        person.sees("Another name")
        await person.press("ctrl+z")
        person.sees("IMR at Riverside")


async def test_text_is_never_markup(tmp_path: Path) -> None:
    plan = Plan(template="imr", plan=" ".join(SOUP), service=" ".join(SOUP))
    for item, soup in zip(("SEL-01", "SEL-02", "SEL-03", "INC-01", "INC-02"), SOUP, strict=True):
        plan = plan.noting(item, soup)
    session = opened(plan.answering("CAP-07", "value", " ".join(SOUP)), tmp_path)
    async with at(session, size=(120, 40)) as person:
        await person.press("d", *["space"] * 20)
        assert "\x1b" not in person.see()
        assert isinstance(person.app.screen, DocumentScreen)
        await person.press("home")
        person.sees(*(soup for soup in SOUP if soup.isprintable()))


async def test_a_click_chooses_a_section(session: Session) -> None:
    async with at(session) as person:
        await person.press("d")
        row = next(n for n, line in enumerate(person.see().splitlines()) if "Capacity" in line)
        await person.pilot.click(offset=(3, row))
        await person.settle()
        assert (
            person.see()
            .splitlines()[1]
            .replace("▌", "│")
            .split("│")[1]
            .strip()
            .startswith("CD is short")
        )
