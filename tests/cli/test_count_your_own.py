"""A practice without numbers of its own in every command and document: no number is made up."""

import json
import re
from pathlib import Path

import pytest

from readiness.cli.main import main
from readiness.storage.templates import example_plan_text
from tests.line.conversation import converse

MADE_UP = re.compile(r"\b(None|nan|inf)\b")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The worked example for a practice of which nothing was measured."""
    path = tmp_path / "plan.toml"
    path.write_text(example_plan_text().replace('"imr"', '"five_areas"'), "utf-8")
    return path


@pytest.mark.no_cover
def test_check_says_what_to_count_and_has_no_funnel(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(plan)]) == 1
    said = " ".join(capsys.readouterr().out.split())
    assert "Not measured for this practice, so count your own: Share of those asked" in said
    assert "count how many sessions the whole programme has" in said
    assert "likely to say yes" not in said
    assert not MADE_UP.search(said)
    main(["check", str(plan), "--json"])
    whole = json.loads(capsys.readouterr().out)
    assert whole["funnel"] == []
    assert whole["problems"] == []
    assert not {"likely_yes", "likely_end", "completers", "weeks_programme"} & {*whole["facts"]}


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "more",
    [
        ["--brief"],
        pytest.param([], marks=pytest.mark.walk),
        pytest.param(["--shared"], marks=pytest.mark.walk),
    ],
)
def test_the_document_says_it_too(plan: Path, more: list[str]) -> None:
    out = plan.with_name("out.html")
    assert main(["export", str(plan), "--to", "html", "-o", str(out), *more]) == 0
    text = re.sub(r"<(style|svg).*?</\1>", "", out.read_text("utf-8"), flags=re.DOTALL)
    words = " ".join(re.sub(r"<[^>]+>", " ", text).split())
    assert not MADE_UP.search(words)
    assert "Dutch" not in words
    assert ("count your own" in words) is (more != ["--brief"])
    for kind in ("pdf", "docx"):
        whole = plan.with_name(f"out.{kind}")
        assert main(["export", str(plan), "--to", kind, "-o", str(whole), *more]) == 0
        assert whole.stat().st_size > 0


@pytest.mark.walk
@pytest.mark.no_cover
def test_the_blank_form_of_it_is_made(tmp_path: Path) -> None:
    for kind in ("pdf", "docx"):
        out = tmp_path / f"blank.{kind}"
        assert main(["blank", "--template", "five_areas", "--to", kind, "-o", str(out)]) == 0
        assert out.stat().st_size > 0


def test_ask_lists_what_to_count_and_takes_it(plan: Path) -> None:
    _code, said = converse(plan, ["numbers", "hours", "quit"])
    assert "Share of those asked who say yes: count your own; not measured for this practice" in (
        said
    )
    place = next(line for line in said.splitlines() if "Share of those asked who say yes:" in line)
    _code, said = converse(plan, [f"numbers {place.partition('.')[0]}", "0.5", "numbers", "quit"])
    assert "Share of those asked who say yes: 0.5 (50%), yours; not measured" in said
