"""Each format is made whole, or the old file stays."""

from pathlib import Path

import pytest

from readiness.report.document import Document, Heading
from readiness.report.file_output import made_by_us
from readiness.report.formats import Format, document_bytes, make_file, target_of
from tests.report.gallery import MADE_ON as TODAY

DOCUMENT = Document("Mine", "Strategy", TODAY, blocks=(Heading(1, "One"),))


class Stopped(Exception):  # noqa: N818 - it says what happened
    pass


@pytest.mark.parametrize("kind", ["pdf", "docx", "html"])
def test_a_file_is_made_and_the_way_there_is_told(kind: Format, tmp_path: Path) -> None:
    target, shares = tmp_path / f"plan.{kind}", list[float]()
    make_file(DOCUMENT, kind, target, shares.append)
    assert made_by_us(target)
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0, 1)


@pytest.mark.parametrize("kind", ["pdf", "docx", "html"])
@pytest.mark.parametrize("at", [0.0, 0.5, 0.95])
def test_work_that_is_stopped_leaves_the_old_file(kind: Format, at: float, tmp_path: Path) -> None:
    target = tmp_path / f"plan.{kind}"
    target.write_text("old")

    def stop(share: float) -> None:
        if share >= at:
            raise Stopped

    with pytest.raises(Stopped):
        make_file(DOCUMENT, kind, target, stop)
    assert target.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == [target.name]


def test_files_are_named_as_on_the_command_line(tmp_path: Path) -> None:
    plan = tmp_path / "mine.toml"
    assert target_of(plan, "pdf").name == "mine.pdf"
    assert target_of(plan, "html", "brief", is_shared=True).name == "mine-brief-shared.html"


def test_the_web_page_is_text() -> None:
    assert document_bytes(DOCUMENT, "html", lambda _: None).startswith(b"<!DOCTYPE html>")
