"""The document in Norwegian, in every format that there is."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from readiness.domain.rules.review import review
from readiness.report.docx import render as docx
from readiness.report.html import render as html
from readiness.report.outline import outline
from readiness.report.pdf.render import render
from readiness.storage.languages import speak_in
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library, example_plan_text

TODAY = date(2026, 11, 24)


@pytest.mark.walk
def test_the_example_is_printed_in_norwegian_in_every_format(tmp_path: Path) -> None:
    speak_in("nb")
    path = tmp_path / "plan.toml"
    path.write_text(example_plan_text(), "utf-8")
    file = PlanFile.open(path, Library())
    made = outline(file.template, file.plan, review(file.template, file.plan, TODAY), TODAY)
    assert render(made, page="a4").startswith(b"%PDF")
    with ZipFile(BytesIO(docx.render(made))) as word:
        assert 'w:lang w:val="nb-NO"' in word.read("word/styles.xml").decode()
        foot = "".join(word.read(one).decode() for one in word.namelist() if "footer" in one)
        assert "Side " in foot
        assert " av " in foot
        text = word.read("word/document.xml").decode()
        names = re.findall(r'(?:tblCaption w:val|name)="([^"]+)"', text)
        assert {"Avgjørelsen", "Linjer \u00e5 skrive under p\u00e5", "Diagram"} <= set(names)
        assert {"Decision", "Chart", "Lines to sign on"}.isdisjoint(names)
        assert ">none<" not in text
    page = html.render(made)
    assert 'content: "Side\\20 " counter(page) "\\20 av\\20 " counter(pages)' in page
    assert "CD slutter 1. september 2027" in page
    assert ">mai<" in page
    assert ">May<" not in page
    assert page.startswith('<!DOCTYPE html>\n<html lang="nb">')
    assert "standardvalg (vårt standardvalg)" not in page
    assert "Statusmøter" in page
    assert "Check-ins" not in page
    assert "Owner:" not in page


def test_closures_stand_in_no_timeline_in_norwegian(tmp_path: Path) -> None:
    speak_in("nb")
    path = tmp_path / "plan.toml"
    own = '\n[closures.1]\nfrom = 2027-07-05\nuntil = 2027-08-01\nwhat = "Ombygging"\n'
    path.write_text(example_plan_text() + own, "utf-8")
    file = PlanFile.open(path, Library())
    assert list(file.plan.closures) == ["1"]
    made = outline(file.template, file.plan, review(file.template, file.plan, TODAY), TODAY)
    assert "Stengt: Ombygging" not in html.render(made)
    assert "^ i en stengt periode" in html.render(made)


@pytest.mark.walk
def test_the_norwegian_example_is_no_longer_than_a_board_reads_and_can_be_signed_and_dated(
    tmp_path: Path,
) -> None:
    speak_in("nb")
    path = tmp_path / "plan.toml"
    path.write_text(example_plan_text(), "utf-8")
    file = PlanFile.open(path, Library())
    made = outline(file.template, file.plan, review(file.template, file.plan, TODAY), TODAY)
    pages = [one.extract_text() for one in PdfReader(BytesIO(render(made, page="a4"))).pages]
    assert len(pages) <= 11
    assert pages[0].count("Navn og dato") == 3
    assert "leder, dato" not in pages[0]
    words = " ".join(" ".join(pages).split())
    for role in file.template.roles.values():
        assert role in words
