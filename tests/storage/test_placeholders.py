"""Numbers in the texts of a template: a limit that is changed changes what is said of it."""

from pathlib import Path

import pytest

from readiness.storage.languages import speak_in
from readiness.storage.template_check import check_template
from readiness.storage.templates import Library

pytestmark = pytest.mark.no_cover

HEAD = 'format = 1\nid = "mine"\nextends = "five_areas"\nversion = "1"\nname = "Mine"\n'
TEXT = """
[thresholds.feedback_weeks]
value = 1
basis = "ours"
[thresholds.hours_tight]
value = 0.7
basis = "ours"
[practice.numbers.review_months]
value = [4, 9]
basis = "ours"
[items.MON-02]
question = "{practice}: within {feedback_weeks} {feedback_weeks|week|weeks}?"
help = "At {review_months} months, up to {hours_tight} of the hours; {0}, {} and {a b} stay."
[items.MON-02.parts.value]
hint = "{feedback_weeks}"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(HEAD + text, "utf-8")
    return path


def test_a_text_says_the_numbers_of_its_own_template(tmp_path: Path) -> None:
    path = written(tmp_path, TEXT)
    item = Library().load(str(path)).items["MON-02"]
    assert item.question == "the practice: within 1 week?"
    assert item.help == "At 4 and 9 months, up to 70% of the hours; {0}, {} and {a b} stay."
    assert item.parts["value"].hint == "1"
    assert not check_template(Library(), str(path))


def test_a_number_is_said_in_the_language_spoken(tmp_path: Path) -> None:
    text = '[thresholds.feedback_weeks]\nvalue = 1.5\n[items.MON-02]\nhelp = "{feedback_weeks}"'
    path = written(tmp_path, text)
    (tmp_path / "mine.nb.toml").write_text(
        'language = "nb"\n[items.MON-02]\nhelp = "Innen {feedback_weeks} uker"', "utf-8"
    )
    speak_in("nb")
    assert Library().load(str(path)).items["MON-02"].help == "Innen 1,5 uker"


def test_a_sentence_waits_for_the_plan(tmp_path: Path) -> None:
    rule = '[[items.MON-02.rules]]\nflag = "red"\nwhen = { part = "value", is = "no" }\n'
    path = written(tmp_path, rule + 'says = "{feedback_weeks} and {reviews}"')
    assert (
        Library().load(str(path)).items["MON-02"].rules[0].says == "{feedback_weeks} and {reviews}"
    )


@pytest.mark.parametrize("place", ["question", "ready_when", "parts.value.hint"])
def test_a_name_that_is_no_number_is_told_with_its_line(tmp_path: Path, place: str) -> None:
    path = written(tmp_path, f'[items.MON-02]\n{place} = "Within {{feedback_week}} weeks"')
    (fault,) = check_template(Library(), str(path))
    assert fault.line == 7
    assert "feedback_weeks" in fault.words()


def test_what_is_no_number_is_left_alone_and_told(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        '[thresholds.feedback_weeks]\nvalue = "x"\n[items.MON-02]\nhelp = "{feedback_weeks}"',
    )
    assert any("not a number" in one.words() for one in check_template(Library(), str(path)))


def test_a_copy_keeps_the_names_so_that_it_can_be_changed(tmp_path: Path) -> None:
    written(tmp_path, TEXT)
    copy = Library(tmp_path).text_for_copy("mine")
    assert "within {feedback_weeks} {feedback_weeks|week|weeks}?" in copy
