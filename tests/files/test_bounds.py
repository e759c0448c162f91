"""A file from a stranger can be refused or read, but it cannot make the program hang."""

from pathlib import Path

import pytest

from readiness.files.lines import lines_of
from readiness.files.planfile import PlanFile
from readiness.files.planread import MOST_PROBLEMS
from readiness.files.templates import Library

HEAD = 'format = 1\ntemplate = "imr"\n'
LONG = "x" * 20_001
MANY = "\n".join(f"k{number} = 1" for number in range(50_000))
ITEMS = "\n".join(f"[answers.X-{number}]" for number in range(40_000))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f'plan = "{LONG}"', "the text is 20,001 characters long"),
        (f'[people.AB]\nrole = "{LONG}"', "the text is 20,001 characters long"),
        (f'[answers.INC-10]\nvalue = "not applicable"\nreason = "{LONG}"', "20,001 characters"),
        (f'[answers.SEL-01]\nnote = "{LONG}"', "the note is too long"),
        (f"[answers.CAP-09]\nvalue = [{'2027-01-31, ' * 600}]", "the list has 600 values"),
        ("\n".join(f"[people.P{n}]" for n in range(300)), "there are 300 people"),
        ("\n".join(f"[actions.{n}]" for n in range(600)), "there are 600 actions"),
        ("\n".join(f"[answers.MON-01.rows.{n}]" for n in range(600)), "there are 600 rows"),
        (MANY, "there are more problems"),
        (ITEMS, "there are more problems"),
    ],
    ids=range(10),
)
def test_at_each_bound_there_is_a_word(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(HEAD + text + "\n")
    problems = PlanFile.open(path, Library()).problems
    assert words in " ".join(one.words() for one in problems)
    assert len(problems) <= MOST_PROBLEMS + 1


@pytest.mark.parametrize("start", ["[", "[[", "a", "a.", '"', "[a", "[a]", " ", "a" + " .b" * 1000])
def test_no_line_makes_the_search_for_keys_slow(start: str) -> None:
    # With a pattern that goes back over what it took, these lines would take hours.
    lines_of(start + " " * 500_000 + "\n" + start + "\t " * 250_000 + "!")
