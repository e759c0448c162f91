"""A template's words in other languages: laid over it text by text, and looked over."""

import re
from datetime import date
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import pytest

from readiness.domain.checklist.template import Template
from readiness.domain.plan.acceptance import accepting
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import review
from readiness.i18n.language import ENGLISH, speak
from readiness.storage.languages import speak_in
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import UnreadableTemplate
from readiness.storage.template_check import check_template
from readiness.storage.templates import Library, shipped_folder

TODAY = date(2026, 11, 24)
SHIPPED = sorted(shipped_folder().glob("*/template.??.toml"))


def norwegian() -> None:
    speak_in("nb")


def test_every_template_that_ships_has_norwegian_words() -> None:
    assert [path.parent.name for path in SHIPPED] == ["five_areas", "imr"]


@pytest.mark.parametrize("path", SHIPPED, ids=str)
def test_no_words_that_ship_are_missing_or_wrong(library: Library, path: Path) -> None:
    assert [problem.words() for problem in check_template(library, str(path))] == []


def without_words(template: Template) -> dict[str, Any]:
    """What a plan, a rule and the arithmetic see of a template."""
    whole = template.model_dump()
    items = whole["items"].values()
    parts = [
        (name, part["kind"], list(part["options"]), part["feeds"], part["low"], part["none_words"])
        for item in items
        for table in ("parts", "row_parts", "person_parts")
        for name, part in item[table].items()
    ]
    rules = [
        (rule["flag"], rule["when"], rule["sources"]) for one in items for rule in one["rules"]
    ]
    conditions = [(one["ready"], one["partly"], one["area"], one["driver"]) for one in items]
    numbers = {key: one["value"] for key, one in whole["practice"]["numbers"].items()}
    ids = [list(whole[table]) for table in ("areas", "items", "roles", "tasks", "references")]
    return {"parts": parts, "rules": rules, "are": conditions, "numbers": numbers, "ids": ids}


@pytest.mark.parametrize("name", ["imr", "five_areas"])
def test_ids_options_rules_and_numbers_are_the_same_in_both_languages(
    library: Library, name: str
) -> None:
    english = library.load(name)
    norwegian()
    spoken = library.load(name)
    assert (english.language, spoken.language) == ("en", "nb")
    assert without_words(english) == without_words(spoken)
    assert spoken.items["SEL-03"].question == (
        "Når regner hver fagperson med å slutte i denne rollen?"
    )


def test_a_flag_is_said_in_norwegian_with_the_plans_own_numbers(library: Library) -> None:
    norwegian()
    template = library.load("imr")
    plan = Plan(start=date(2027, 1, 11)).with_person("CD")
    plan = plan.answering_person("CD", "leaves", date(2027, 9, 1))
    says = [flag.says for flag in review(template, plan, TODAY).flags if flag.id == "SEL-03R"]
    assert len(says) == 1
    assert re.fullmatch(r"CD slutter 1.* 2027, før perioden er over 11.* 2028\.", says[0])


def test_a_flag_that_was_accepted_in_one_language_is_accepted_in_the_other(
    example: Path, library: Library
) -> None:
    def accepted(file: PlanFile, plan: Plan | None = None) -> list[str]:
        flags = review(file.template, plan or file.plan, TODAY).flags
        return [flag.id for flag in flags if flag.is_accepted]

    english = PlanFile.open(example, library)
    norwegian()
    file = PlanFile.open(example, library)
    assert accepted(file) == ["SEL-03R"]
    plan = file.plan
    for flag in review(file.template, plan, TODAY).flags:
        plan = accepting(plan, flag.id, flag.recorded, "kjent", "leder", TODAY)
    all_ids = accepted(file, plan)
    assert {"SEL-05A", "SEL-03R", "CAP-06R"} < set(all_ids)
    speak(ENGLISH, NullTranslations())
    assert accepted(english, plan) == all_ids


def test_sentences_written_by_hand_in_norwegian_are_known_as_well(library: Library) -> None:
    norwegian()
    template = library.load("imr")
    plan = Plan().answering("SEL-02", "value", "asked in passing")
    plan = accepting(plan, "SEL-02R", "Fagpersonene ble spurt  i forbifarten.", "ja", "AB", TODAY)
    assert [flag.is_accepted for flag in review(template, plan, TODAY).flags] == [True]


BASE = """
id = "mine"
extends = "five_areas"
version = "1"
name = "Mine"
format = 1
[practice]
components = ["One", "Two"]
[items.SEL-01]
question = "Do you have criteria for {practice}?"
why = "Because."
[[items.SEL-02.rules]]
flag = "red"
when = { part = "value", is = "asked in passing" }
says = "Asked in passing, {who}."
"""


def test_what_is_not_translated_is_said_in_the_templates_own_words(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(BASE, "utf-8")
    (tmp_path / "mine.nb.toml").write_text(
        'language = "nb"\n[practice]\ncomponents = ["En"]\n[items.SEL-01]\nwhy = ""\n'
        'question = "Har dere kriterier for {practice}?"\n[items.NEW]\nshort = "x"\n',
        "utf-8",
    )
    library = Library(tmp_path)
    assert "mine" in [one.id for one in library.listings()]
    assert "mine.nb.toml" not in [one.where for one in library.listings()]
    norwegian()
    template = library.load("mine")
    item = template.items["SEL-01"]
    assert item.question == "Har dere kriterier for praksisen?"
    assert item.why == "Because."
    assert item.short == "Kriterier for valget"
    assert template.practice.components == ("One", "Two")
    assert "NEW" not in template.items


def test_a_template_with_nonsense_is_told_and_not_tripped_over_in_another_language(
    tmp_path: Path,
) -> None:
    (tmp_path / "mine.toml").write_text(f"{BASE}\n[items.SEL-03]\nrater = 3\n", "utf-8")
    norwegian()
    with pytest.raises(UnreadableTemplate):
        Library(tmp_path).load("mine")


def test_a_copy_is_written_in_the_language_that_is_spoken(tmp_path: Path) -> None:
    norwegian()
    library = Library(tmp_path)
    text = library.text_for_copy("imr").replace('id = "imr"', 'id = "mine"')
    (tmp_path / "mine.toml").write_text(text, "utf-8")
    assert library.load("mine").items["MON-03"].help == library.load("imr").items["MON-03"].help
    speak(ENGLISH, NullTranslations())
    mine = library.load("mine")
    assert mine.language == "nb"
    assert mine.items["SEL-02"].rules[0].says == "Fagpersonene ble spurt i forbifarten."
    assert check_template(library, "mine") == []


def test_every_fault_of_words_is_reported_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(BASE, "utf-8")
    path = tmp_path / "mine.nb.toml"
    path.write_text(
        """language = "nn"
name = 7
items = "nothing"
[practice]
components = ["En"]
[items.SEL-01]
question = "Har dere kriterier?"
"""
        # `items` twice is no TOML, so that this much is a case of its own.
        .replace('items = "nothing"\n', "")
        + """short = "Kort"
[items.SEL-02.rules.1]
says = "Spurt i forbifarten, {hvem}."
[items.SEL-02.rules.2]
says = "For mye."
[items.SEL-77]
short = "x"
[items.SEL-01]
why = "To ganger."
[practise]
name = "x"
""",
        "utf-8",
    )
    library = Library(tmp_path)
    found = check_template(library, str(path))
    words = {problem.where: problem for problem in found}
    lines = path.read_text("utf-8").splitlines()
    assert "nn" in words["language"].why
    assert "does not fit" in words["name"].why
    assert "2 texts" in words["practice.components"].todo
    assert "{practice}" in words["items.SEL-01.question"].why
    assert "no such words" in words["items.SEL-01.short"].why
    assert "{hvem} and {who}" in words["items.SEL-02.rules.1.says"].why
    assert "no such words" in words["items.SEL-02.rules.2"].why
    assert "no such words" in words["items.SEL-77"].why
    assert "second time" in words["items.SEL-01"].why
    assert "no such words" in words["practise"].why
    assert lines[(words["items.SEL-77"].line or 0) - 1] == "[items.SEL-77]"
    missing = words["items.SEL-01.why"]
    assert missing.severity == "remark"
    assert "Because." in missing.todo
    assert check_template(library, "mine") == found


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ('language = "nb"\nname = "Mine"\nitems = 3\n', "table of words"),
        ("language = \n", "line 1"),
        (f'language = "nb"\n[items.SEL-01]\nshort = "{"x" * 23}"\n', "too long"),
    ],
)
def test_words_that_are_not_as_they_should_be_are_said(
    tmp_path: Path, words: str, said: str
) -> None:
    base = BASE.replace("[items.SEL-01]", '[items.SEL-01]\nshort = "Short"')
    (tmp_path / "mine.toml").write_text(base, "utf-8")
    (tmp_path / "mine.nb.toml").write_text(words, "utf-8")
    found = check_template(Library(tmp_path), str(tmp_path / "mine.nb.toml"))
    assert any(said in problem.words() for problem in found)


def test_words_that_cannot_be_read_are_said_when_the_template_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(BASE, "utf-8")
    (tmp_path / "mine.nb.toml").write_text("language = \n", "utf-8")
    norwegian()
    with pytest.raises(UnreadableTemplate, match=r"mine\.nb\.toml linje 1"):
        Library(tmp_path).load("mine")


def test_words_of_no_template_are_said(tmp_path: Path) -> None:
    path = tmp_path / "gone.nb.toml"
    path.write_text('language = "nb"\n', "utf-8")
    found = check_template(Library(tmp_path), str(path))
    assert [problem.file for problem in found] == ["gone.toml"]


def test_another_file_that_is_named_after_a_template_holds_no_words_of_it(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(BASE, "utf-8")
    (tmp_path / "mine.draft.toml").write_text("nonsense", "utf-8")
    library = Library(tmp_path)
    assert check_template(library, "mine") == []
    norwegian()
    assert library.load("mine").items["SEL-01"].why == "Because."


def test_a_template_without_words_of_its_own_takes_those_of_what_it_extends(
    tmp_path: Path,
) -> None:
    (tmp_path / "mine.toml").write_text(BASE, "utf-8")
    norwegian()
    library = Library(tmp_path)
    mine, under = library.load("mine"), library.load("five_areas")
    assert mine.items["SEL-01"].why == "Because."
    assert mine.items["SEL-01"].short == under.items["SEL-01"].short == "Kriterier for valget"


@pytest.mark.parametrize(
    "words",
    ["items = 3", '[items.SEL-02]\nrules = "x"', '[items.SEL-03.rules.1]\nsays = "Nei."'],
)
def test_words_that_fit_nowhere_leave_the_template_as_it_is(tmp_path: Path, words: str) -> None:
    text = f"{BASE}[items.SEL-03]\nrules = []\n"
    (tmp_path / "mine.toml").write_text(text, "utf-8")
    norwegian()
    without = Library(tmp_path).load("mine")
    (tmp_path / "mine.nb.toml").write_text(f'language = "nb"\n{words}\n', "utf-8")
    assert Library(tmp_path).load("mine").items == without.items


def test_an_item_that_is_no_table_is_said_in_any_language(tmp_path: Path) -> None:
    text = BASE.replace("[items.SEL-01]", '[items]\nSEL-09 = "x"\n[items.SEL-01]')
    (tmp_path / "mine.toml").write_text(text, "utf-8")
    for _ in range(2):
        with pytest.raises(UnreadableTemplate) as told:
            Library(tmp_path).load("mine")
        assert [one.where for one in told.value.problems] == ["items.SEL-09"]
        norwegian()
