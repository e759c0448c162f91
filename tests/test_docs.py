"""The pages for those who work on the program speak of what is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "CONTRIBUTING.md", ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
LONGEST = 80
"""Lines of a page that is to be taken in at once."""


OURS = ("CONTRIBUTING.md", "docs/architecture.md")
PACKAGES = {path.parent.name for path in (ROOT / "readiness").glob("*/__init__.py")}
ROOMS = "|".join(sorted({"readiness", "tests", "templates", "requirements", "docs"} | PACKAGES))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_and_picture_that_is_linked_is_there(page: Path) -> None:
    for name in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
        assert (page.parent / name).exists(), name


@pytest.mark.parametrize("page", OURS)
def test_every_file_that_is_named_is_there(page: str) -> None:
    for name in re.findall(rf"`((?:{ROOMS})/[^` <*]*)`", (ROOT / page).read_text("utf-8")):
        places = [ROOT / name, ROOT / "readiness" / name, ROOT / f"readiness/{name}.py"]
        assert any(place.exists() for place in places), name


def test_every_command_that_is_named_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    sessions = re.findall(r"@nox\.session\ndef (\w+)", (ROOT / "noxfile.py").read_text("utf-8"))
    assert set(re.findall(r"nox -s (\w+)", text)) == set(sessions)


def test_the_architecture_is_one_page() -> None:
    assert len((ROOT / "docs" / "architecture.md").read_text("utf-8").splitlines()) <= LONGEST
