"""Faults of a template: whatever a consultant gets wrong is said with its line and what to do."""

import re
from pathlib import Path

import pytest

from readiness.storage.problems import UnreadableTemplate
from readiness.storage.template_check import check_template
from readiness.storage.templates import Library

HEAD = 'format = 1\nid = "mine"\nextends = "five_areas"\nversion = "1"\nname = "Mine"\n'


def said_of(folder: Path, text: str, head: str = HEAD) -> list[str]:
    path = folder / "mine.toml"
    path.write_text(head + text, "utf-8")
    return [fault.words() for fault in check_template(Library(), str(path))]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[items.SEL-02]\npartly = { part = "value", is = "leader alon" }', 7, '"leader alone"'),
        ('[items.SEL-02]\npartly = { part = "value", any_of = ["x"] }', 7, "use one of jointly"),
        ('[items.SEL-05]\nready = { part = "value", is = "maybe" }', 7, "use one of yes, partly"),
        ('[items.SEL-01]\nready = { part = "value", above = 3 }', 7, "above compares numbers"),
        ('[items.SEL-04]\nready = { part = "value", before = "end" }', 7, "before compares dates"),
        (
            '[items.SEL-09]\nready = { part = "trained_by", after = "hours_tight" }',
            7,
            "is a number",
        ),
        ('[items.SEL-01]\nready = { count = "rows", at_least = 1 }', 7, "cannot be counted"),
        ('[items.SEL-04]\nready = { count = "value", at_least = 1 }', 7, "use a field"),
        ('[items.MON-08]\nready = { count = "rows", at_least = 1 }', 7, "count one of value"),
        ('[items.SEL-01]\nready = { some_row = { part = "value", is = "yes" } }', 7, "has none"),
        ('[items.SEL-01]\nready = { not = { part = "valeu", given = true } }', 7, 'write "value"'),
        ('[items.SEL-01]\nready = { part = "value", is = "yes", below = 3 }', 7, "one test"),
        ('[items.SEL-01]\ndriver = "boss"', 7, "write one of: competency, organisation"),
        ('[items.SEL-01]\ntheme = "x"', 7, "use one of prioritisation"),
        ('[items.SEL-01]\nsources = "egeland-2019"', 7, "this is not a list"),
        ("[items.SEL-01]\nshort = 5", 7, "this is not a text"),
        ('[items.SEL-01.rater]\nroles = ["boss"]', 7, "use one of leader, practitioner"),
        ('[items.GOAL-05.rater]\npart = "staf"', 7, 'write "staff"'),
        ('[items.SEL-01.rater]\nkind = "guess"', 7, "write one of"),
        ("[items.SEL-01]\nrater = 3", 7, "this is not a table"),
        ('[topics.T01]\nagainst = ["SEL-1"]', 7, "is not a known question"),
        ("[topics]\nT01 = 3", 7, "this is not a table"),
        ("[items]\nSEL-01 = 5", 7, "this is not a table"),
        ("[items.SEL-01.parts]\nvalue = 3", 7, "this is not a table"),
        (
            '[[items.SEL-01.rules]]\nflag = "red"\n[items.SEL-01.rules.when]\npart = "valu"',
            8,
            'write "value"',
        ),
        ('["\\q"]\nx = 1', 6, "single quotes"),
        ('[items.SEL-01.parts.value]\noptions."Yes!" = "again"', 7, "is there already"),
        ('[items.SEL-02.parts.value]\nkind = "choice"\noptions = 3', 6, "a choice needs options"),
        ("[items.SEL-04.parts.value]\nlow = 9\nhigh = 2", 7, "above the largest"),
        ('[items.SEL-09.parts.note]\nkind = "text"', 6, "is the name of something else"),
        ('[items.SEL-04.parts.value]\nfact = "stayng"', 7, 'write "staying"'),
        ('[items.SEL-09.person_parts.leaves]\nkind = "date"', 6, "SEL-03 asks practitioners"),
        ("[thresholds.hours_tight]\nvalue = 85", 7, "0.8 for 80%"),
        ("[thresholds.hours_tight]\nvalue = -1", 7, "-1 is too small"),
        ("[thresholds.hours_tight]\nvalue = nan", 7, "no number to reckon with"),
        ('[thresholds.hours_tight]\nvalue = "much"', 7, "this is not a number"),
        ('[items.SEL-04.parts.value]\nlow = "4"', 7, "this is not a number"),
        (
            (
                '[practice.numbers]\ndropout = { value = 0.4, basis = "b" }\n'
                'dropout_low = { value = 0.18, basis = "b" }\n'
                'dropout_high = { value = 0.3, basis = "b" }'
            ),
            7,
            "0.4 lies outside of its own range, 0.18 to 0.3",
        ),
        (
            (
                '[practice.numbers]\nacceptance = { value = 0.5, basis = "b" }\n'
                'acceptance_low = { value = 0.6, basis = "b" }\n'
                'acceptance_high = { value = 0.4, basis = "b" }'
            ),
            7,
            "0.5 lies outside of its own range, 0.6 to 0.4",
        ),
        (
            (
                '[practice.numbers]\noverrun_slack = { value = 1.5, basis = "b" }\n'
                'overrun_worst = { value = 1.4, basis = "b" }'
            ),
            8,
            "at worst it is 1.4, better than the usual 1.5",
        ),
        ('[thresholds.checkins_least]\nfollows = "checkin_week"', 7, 'write "checkin_weeks"'),
        ("[practice.numbers.review_months]\nvalue = []", 7, "the list is empty"),
        ("[practice.numbers.refill]\nvalue = 0.5", 7, "neither 1 nor 0"),
        ('[practice.numbers]\nsession_minutes = "x"', 7, "this is not a table"),
        ('[areas.extra]\ntitle = "E"\nabout = "x"', 6, "no item belongs to this area"),
        ('[items.SEL-99]\narea = "selection"', 6, "the item has no field"),
        ('[[items.SEL-01.rules]]\nflag = "red"\nsays = "{nix}"', 6, "this key is missing"),
        ('[[items.SEL-01.rules]]\nflag = "red"\nsays = "{nix}"', 8, '"nix" is not a known'),
        ("items.SEL-01.rules = 3", 6, "this is not a list"),
        ("[items.SEL-01]\nrules = [3]", 7, "this is not a table"),
        (
            '[items.INC-03]\nready = { part = "eligible", numbered = true }',
            7,
            "numbered looks into a text, and this field is a number",
        ),
    ],
)
def test_a_fault_is_said_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    said, at = said_of(tmp_path, text + "\n"), re.compile(rf"mine\.toml line {line}\b")
    assert [one for one in said if at.match(one) and words in one], said


def test_each_fault_is_said_once(tmp_path: Path) -> None:
    one = '{ part = "deputy", same_as = "champ" }'
    said = said_of(tmp_path, f"[items.SEL-10]\nready = {{ all = [{one}, {one}] }}\n")
    assert len(said) == 1
    assert 'write "champion"' in said[0]


@pytest.mark.no_cover
def test_a_condition_is_replaced_and_never_mixed_with_the_one_below(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(HEAD + '[items.SEL-04]\nready = { part = "value", given = true }\n', "utf-8")
    library = Library()
    ready = library.load(str(path)).items["SEL-04"].ready
    assert ready is not None
    assert (ready.part, ready.fact) == ("value", None)
    copy = tmp_path / "copy.toml"
    copy.write_text(library.text_for_copy(str(path)), "utf-8")
    assert library.load(str(copy)).items["SEL-04"].ready == ready
    assert check_template(library, str(copy)) == []


def test_an_id_that_no_plan_can_name_is_a_fault(tmp_path: Path) -> None:
    said = said_of(tmp_path, "", HEAD.replace('"mine"', '"../mine"'))
    assert "line 2 (id)" in said[0]


def test_an_empty_template_is_told_what_it_needs(tmp_path: Path) -> None:
    said = said_of(tmp_path, "", "")
    assert len(said) == 10
    assert all("mine.toml line 1" in one for one in said)
    assert 'write extends = "five_areas"' in said[-1]


def test_what_a_template_is_laid_over_has_to_be_there_and_to_end(tmp_path: Path) -> None:
    for name, below in (("a", '"b.toml"'), ("b", '"a.toml"'), ("c", '"nothing"'), ("d", "5")):
        path = tmp_path / f"{name}.toml"
        path.write_text(f'format = 1\nid = "{name}"\nextends = {below}\n', "utf-8")
    for number in range(6):
        path = tmp_path / f"l{number}.toml"
        path.write_text(f'id = "l{number}"\nextends = "l{number + 1}.toml"\n', "utf-8")
    for name, words in (
        (
            "a",
            'b.toml line 3 (extends): laid over "a.toml", this template ends up laid over itself',
        ),
        ("c", 'c.toml line 3 (extends): there is no template "nothing"'),
        ("d", "d.toml line 3 (extends): there is no template 5"),
        ("l0", "more than 5 templates"),
    ):
        path = tmp_path / f"{name}.toml"
        assert words in check_template(Library(), str(path))[0].words()
        with pytest.raises(UnreadableTemplate):
            Library().load(str(path))
        with pytest.raises(UnreadableTemplate):
            Library().text_for_copy(str(path))


def test_templates_of_ones_own_are_listed_and_those_that_cannot_be_read_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READINESS_TEMPLATES", str(tmp_path))
    (tmp_path / "mine.toml").write_text(HEAD, "utf-8")
    (tmp_path / "broken.toml").write_text("id = \n", "utf-8")
    listed = {one.id: one.where for one in Library().listings()}
    assert listed == {"five_areas": "shipped", "imr": "shipped", "mine": "mine.toml"}


def test_a_template_of_ones_own_is_looked_for_among_the_settings(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("READINESS_TEMPLATES")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr("platformdirs.user_config_path", lambda name, **_: tmp_path / name)
    folder = tmp_path / "readiness" / "templates"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text(HEAD, "utf-8")
    assert Library().load("mine").name == "Mine"


def test_a_template_that_does_not_hold_together_is_refused_with_every_fault(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(HEAD + 'colour = 1\n[items.SEL-01]\ndriver = "x"\n', "utf-8")
    with pytest.raises(UnreadableTemplate) as caught:
        Library().load(str(path))
    assert [problem.line for problem in caught.value.problems] == [8, 6]
