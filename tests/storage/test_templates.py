"""Templates: found, laid over one another, copied, and looked over."""

from pathlib import Path

import pytest

from readiness.domain.checklist.template import Template
from readiness.storage import templates
from readiness.storage.problems import UnreadableTemplate
from readiness.storage.template_check import check_template
from readiness.storage.templates import Library, shipped_folder

IDS = [
    *(f"SEL-{n:02}" for n in range(1, 11)),
    *(f"CAP-{n:02}" for n in range(1, 11)),
    *(f"INC-{n:02}" for n in range(1, 11)),
    *("GOAL-01", "GOAL-02", "GOAL-02b", *(f"GOAL-{n:02}" for n in range(3, 11))),
    *(f"MON-{n:02}" for n in range(1, 11)),
]


@pytest.mark.parametrize("name", ["imr", "five_areas"])
def test_the_shipped_templates_ask_all_51_items_and_have_no_fault(
    library: Library, name: str
) -> None:
    template = library.load(name)
    assert list(template.items) == IDS
    path = library.path_of(name)
    assert path is not None
    assert template == Template.model_validate(library.said(path))
    assert list(template.areas) == ["selection", "capacity", "inclusion", "goals", "monitoring"]
    assert check_template(library, name) == []


@pytest.mark.parametrize("name", ["imr", "five_areas"])
def test_every_why_cites_a_source_or_is_our_default_and_every_item_is_whole(
    library: Library, name: str
) -> None:
    template = library.load(name)
    for item in template.items.values():
        assert set(item.sources) <= set(template.references)
        assert item.why
        assert item.ready_when
        assert item.if_not
        assert "{practice}" not in item.question + item.why


def test_a_copy_is_whole_and_holds_together(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(library.text_for_copy("imr").replace('id = "imr"', 'id = "mine"'), "utf-8")
    mine = library.load(str(path))
    assert mine.items == library.load("imr").items
    assert check_template(library, str(path)) == []


def test_a_short_template_changes_only_what_it_names(tmp_path: Path) -> None:
    (tmp_path / "fact.toml").write_text(
        'id = "fact"\nextends = "five_areas"\nversion = "1"\nname = "FACT"\nformat = 1\n'
        '[practice]\nshort = "FACT"\n[thresholds.hours_tight]\nvalue = 0.7\n'
    )
    library = Library(tmp_path)
    assert "fact" in [listing.id for listing in library.listings()]
    template = library.load("fact")
    assert template.number("hours_tight") == 0.7
    assert len(template.items) == 51


FAULTY = """
[items.SEL-01]
area = "selektion"
short = "a short name that is far too long"
colour = "red"
sources = ["nobody-1999"]
theme = "weather"

[items.SEL-02.parts.value]
kind = "chioce"

[items.SEL-03.person_parts.leaves]
feeds = "leafs"

[[items.SEL-04.rules]]
flag = "red"
when = { fact = "stayng", below = "least_practitoners" }
says = "Only {stayng} are left."

[[items.SEL-05.rules]]
flag = "red"
when = { item = "SEL-77", part = "value", is = "no" }
says = "x"

[items.SEL-01]
short = "again"
"""


def test_every_fault_is_reported_in_one_go_with_its_line(tmp_path: Path, library: Library) -> None:
    path = tmp_path / "bad.toml"
    head = 'format = 1\nid = "bad"\nextends = "five_areas"\nversion = "1"\nname = "Bad"\n'
    path.write_text(head + FAULTY)
    faults = check_template(library, str(path))
    words = "\n".join(fault.words() for fault in faults)
    lines = path.read_text().splitlines()
    for wrong in ("selektion", "nobody-1999", "weather", "leafs", "stayng", "SEL-77"):
        assert wrong in words, wrong
    assert "least_practitoners" in words
    assert 'write "staying"' in words
    assert "stands here a second time" in words
    assert "this key is not known" in words
    assert "too long" in words
    for fault in faults:
        assert fault.line
        assert fault.todo
    colour = next(fault for fault in faults if fault.where.endswith("colour"))
    assert lines[(colour.line or 0) - 1] == 'colour = "red"'


def test_a_template_that_is_not_toml_or_not_there_is_said(tmp_path: Path, library: Library) -> None:
    path = tmp_path / "bad.toml"
    path.write_text("id = \n")
    assert "line 1" in check_template(library, str(path))[0].words()
    with pytest.raises(UnreadableTemplate, match="use one of"):
        library.load("nothing")
    with pytest.raises(UnreadableTemplate):
        library.load(str(path))


def test_a_shipped_template_that_someone_spoiled_is_said_with_its_line(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (shipped_folder() / "five_areas" / "template.toml").read_text("utf-8")
    path = tmp_path / "five_areas" / "template.toml"
    path.parent.mkdir()
    path.write_text(text.replace('name = "', 'nmae = "', 1), "utf-8")
    monkeypatch.setattr(templates, "shipped_folder", lambda: tmp_path)
    with pytest.raises(UnreadableTemplate, match=r"line \d+ \(nmae\): this key is not known"):
        library.load("five_areas")
