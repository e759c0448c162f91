"""What a person wrote into the plan file beside the answers stays when the answers go."""

from pathlib import Path

import pytest

from readiness.domain.plan.field_ref import number_ref
from readiness.domain.plan.plan import Plan
from readiness.storage.plan_file import PlanFile
from readiness.storage.templates import Library

HEAD = 'format = 1\ntemplate = "imr"\nmonths = 12\n\n'


def written(tmp_path: Path, text: str, change: str) -> str:
    """The text after a change, named by what it takes out."""
    path = tmp_path / "plan.toml"
    path.write_text(HEAD + text, "utf-8")
    file = PlanFile.open(path, Library())
    plan = CHANGES[change](file.plan)
    file.write(plan)
    assert PlanFile.open(path, Library()).plan.answers == plan.answers
    assert PlanFile.open(path, Library()).plan.people == plan.people
    assert [one.name for one in tmp_path.iterdir()] == ["plan.toml"]
    found = path.read_text("utf-8")
    # Once more, with what was remembered of the text.
    file.write(plan.noting("GOAL-08", "x"))
    file.write(plan)
    assert path.read_text("utf-8").rstrip() == found.rstrip()
    return found.removeprefix(HEAD)


CHANGES = {
    "note": lambda plan: plan.noting("SEL-09", ""),
    "answer": lambda plan: plan.without("SEL-09").noting("SEL-09", ""),
    "person": lambda plan: plan.without_person("AB"),
    "row": lambda plan: plan.without_row("MON-01", "1"),
    "action": lambda plan: plan.without_entry("actions", "1"),
    "assumption": lambda plan: plan.with_value(number_ref("preparation_minutes"), None),
}


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        (
            "note",
            (
                '[answers.SEL-09]\nnote = "n"\nmine = { a = 1 } # my key\n\n'
                '# about what follows\n[answers.SEL-10]\nchampion = "AB"\n'
            ),
            (
                "[answers.SEL-09]\nmine = { a = 1 } # my key\n\n"
                '# about what follows\n[answers.SEL-10]\nchampion = "AB"\n'
            ),
        ),
        (
            "note",
            (
                '[answers.SEL-09]\nnote = "n"\n\n# about what follows\n\n'
                '[answers.SEL-10]\nchampion = "AB"\n'
            ),
            '# about what follows\n\n[answers.SEL-10]\nchampion = "AB"\n',
        ),
        (
            "note",
            (
                '[answers.SEL-08]\nnote = "a"\n\n[answers.SEL-09]\nnote = """\nn\n# in it\n"""\n\n'
                "# at the end\n"
            ),
            '[answers.SEL-08]\nnote = "a"\n\n# at the end\n',
        ),
        (
            "note",
            '[answers.SEL-09]\n# why\nnote = "n"\n',
            "# why\n",
        ),
        (
            "note",
            '[answers.SEL-09]\nnote = "n" # said by AB\n',
            "# said by AB\n",
        ),
        (
            "note",
            '[answers.SEL-09] # mine\nnote = "n"\n',
            "[answers.SEL-09] # mine\n",
        ),
        (
            "note",
            '[answers.SEL-09]\nnote = "n"\n\n[answers.SEL-09.mine]\na = 1\n',
            "[answers.SEL-09.mine]\na = 1\n",
        ),
        (
            "note",
            '[answers.SEL-09]\nnote = "n"\n\n[answers.SEL-10]\nchampion = "AB"\n',
            '[answers.SEL-10]\nchampion = "AB"\n',
        ),
        (
            "answer",
            '[answers.SEL-09]\nvalue = "yes"\nnote = "n"\n# mine\n\n[other]\na = 1\n',
            "# mine\n\n[other]\na = 1\n",
        ),
        (
            "person",
            (
                '[people.AB]\nrole = "nurse" # since May\nmine = 1\n\n# the other one\n'
                '[people.CD]\nrole = "lead"\n'
            ),
            '# the other one\n[people.CD]\nrole = "lead"\n',
        ),
        (
            "person",
            '[people.AB] # away\nrole = "nurse"\n\n[people.CD]\nrole = "lead"\n',
            '# away\n\n[people.CD]\nrole = "lead"\n',
        ),
        (
            "row",
            (
                '[answers.MON-01]\nnote = "n"\n\n[answers.MON-01.rows.1]\nby = "x"\n\n# next\n'
                '[answers.MON-02]\nnote = "m"\n'
            ),
            '[answers.MON-01]\nnote = "n"\n\n# next\n[answers.MON-02]\nnote = "m"\n',
        ),
        (
            "action",
            '[actions.1]\nname = "x"\n# of the first\n\n# of the second\n[actions.2]\nname = "y"\n',
            '# of the first\n\n# of the second\n[actions.2]\nname = "y"\n',
        ),
        (
            "assumption",
            "[assumptions]\npreparation_minutes = 20 # counted in May\nmine = 1\n",
            "[assumptions]\n# counted in May\nmine = 1\n",
        ),
    ],
    ids=range(14),
)
def test_what_is_a_persons_own_stays(tmp_path: Path, change: str, before: str, after: str) -> None:
    assert written(tmp_path, before, change) == after


def test_undo_brings_the_answer_back_to_its_own_words(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    text = HEAD + '[answers.SEL-09]\nnote = "n"\nmine = 1 # my key\n\n# next\n[answers.SEL-10]\n'
    path.write_text(text + 'champion = "AB"\n', "utf-8")
    file = PlanFile.open(path, Library())
    plan: Plan = file.plan
    file.write(plan.noting("SEL-09", ""))
    file.write(plan)
    again = path.read_text("utf-8")
    assert PlanFile.open(path, Library()).plan == plan
    for words in ("mine = 1 # my key", "# next\n[answers.SEL-10]"):
        assert words in again


def test_a_row_that_goes_takes_its_empty_table_of_rows_along(tmp_path: Path) -> None:
    text = '[answers.MON-01.rows]\n# mine\n\n[answers.MON-01.rows.1]\nby = "x"\n'
    assert written(tmp_path, text, "row") == "# mine\n\n"
    text = '[answers.MON-01.rows]\n\n[answers.MON-01.rows.1]\nby = "x" # y\n'
    assert written(tmp_path, text, "row") == ""
