"""A file from a stranger can be refused or read, but it cannot make the program hang."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from readiness.app.keeper import Keeper
from readiness.app.operations.versions import recoverable
from readiness.app.session import Session
from readiness.domain.plan.field_ref import NOTE, FieldRef
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import CannotWrite, UnreadablePlan
from readiness.storage.table_reader import MOST_PROBLEMS
from readiness.storage.templates import Library
from readiness.storage.toml_lines import lines_of

HEAD = 'format = 1\ntemplate = "imr"\n'
LONG = "x" * 20_001
MANY = "\n".join(f"k{number} = 1" for number in range(50_000))
ITEMS = "\n".join(f"[answers.X-{number}]" for number in range(25_000))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f'plan = "{LONG}"', "the text is 20,001 characters long"),
        (f'[people.AB]\nrole = "{LONG}"', "the text is 20,001 characters long"),
        (f'[answers.INC-10]\nvalue = "not applicable"\nreason = "{LONG}"', "20,001 characters"),
        (f'[answers.SEL-01]\nnote = "{LONG}"', "the text is "),
        (f"[answers.CAP-09]\nvalue = [{'2027-01-31, ' * 600}]", "there are 600 of them"),
        ("\n".join(f"[people.P{n}]" for n in range(300)), "there are 300 of them"),
        ("\n".join(f"[actions.{n}]" for n in range(600)), "there are 600 of them"),
        ("\n".join(f"[answers.MON-01.rows.{n}]" for n in range(600)), "there are 600 of them"),
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


def test_a_file_without_an_end_is_refused(tmp_path: Path) -> None:
    endless = Path("/dev/zero")
    if not endless.exists():
        pytest.skip("this system has no such file")
    path = tmp_path / "plan.toml"
    path.symlink_to(endless)
    with pytest.raises(UnreadablePlan, match="larger than 2 MiB"):
        PlanFile.open(path, Library())


def test_a_file_at_the_bound_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(HEAD.encode().ljust(2 * 1024 * 1024, b"\n"))
    assert PlanFile.open(path, Library()).problems == ()
    with path.open("ab") as file:
        file.write(b"\n")
    with pytest.raises(UnreadablePlan, match="larger than 2 MiB"):
        PlanFile.open(path, Library())


def test_a_plan_that_nobody_could_open_again_is_not_written_and_stays_in_the_program(
    example: Path, tmp_path: Path
) -> None:
    session = Session.open(example, Library())
    keeper = Keeper(session, tmp_path / "state", lambda: datetime(2026, 11, 24))  # noqa: DTZ001
    before = example.read_bytes()
    for item in session.template.items:
        session.set(FieldRef(item, NOTE), "\N{BLACK SQUARE}" * 19_999)
    outcome = keeper.save()
    assert "larger than 2 MiB" in outcome.trouble
    assert "shorten its longest texts" in outcome.trouble
    assert outcome.is_kept_aside
    assert example.read_bytes() == before
    with pytest.raises(CannotWrite, match="larger than 2 MiB"):
        session.save_as(tmp_path / "other.toml")
    assert not (tmp_path / "other.toml").exists()
    again = Session.open(example, Library())
    (kept,) = recoverable(Keeper(again, tmp_path / "state", session._now))
    assert kept.plan == session.plan
    for item in session.template.items:
        session.set(FieldRef(item, NOTE), "short")
    assert keeper.save().trouble == ""


def test_more_wrong_values_than_anyone_mends_are_told_up_to_a_bound(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    people = "".join(f'[people.P{n}]\nhours_freed = "x"\n' for n in range(150))
    path.write_text(HEAD + people)
    problems = PlanFile.open(path, Library()).problems
    assert len(problems) == MOST_PROBLEMS + 1
    assert "there are more problems" in problems[-1].words()


LONG_KEY = "k" * 100_000


@pytest.mark.parametrize(
    "text",
    [
        f"{LONG_KEY} = 1",
        f"[answers.{LONG_KEY}]",
        f"[people.{LONG_KEY}]\nrole = 'x'",
        f"[actions.{LONG_KEY}]\nname = 'x'",
        f"[answers.MON-01.rows.{LONG_KEY}]\nmeasure = 'x'",
        f"[assumptions]\n{LONG_KEY} = 1",
    ],
    ids=range(6),
)
def test_a_key_of_any_length_is_told_in_few_words(tmp_path: Path, text: str) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(HEAD + text + "\n")
    file = PlanFile.open(path, Library())
    words = "\n".join(one.words() for one in file.problems)
    assert LONG_KEY not in words
    assert len(words) < 2000
    assert words
    assert LONG_KEY not in repr(file.plan)
    file.write(file.plan.noting("SEL-01", "x"))
    assert LONG_KEY in path.read_text()


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda one: one.set(FieldRef("SEL-01", NOTE), LONG), "the text is "),
        (lambda one: one.set(FieldRef("CAP-07", "value"), LONG), "shorten it to 20,000 characters"),
        (
            lambda one: one.take(one.plan.described(service=LONG)),
            "the text is 20,001 characters long",
        ),
        (
            lambda one: one.take(one.plan.with_person("x" * 201, "")),
            "shorten it to 200 characters",
        ),
        (
            lambda one: [one.take(one.plan.with_person(f"P{n}", "")) for n in range(200)],
            "keep 200",
        ),
        (
            lambda one: [
                one.set(FieldRef(table="actions", entry=f"{n}", part="name"), "x")
                for n in range(501)
            ],
            "keep 500",
        ),
        (
            lambda one: [one.set(FieldRef("MON-01", "by", row=f"{n}"), "x") for n in range(501)],
            "there are 501 of them",
        ),
    ],
    ids=range(7),
)
def test_what_a_file_may_not_hold_is_told_when_it_is_saved_and_spoils_nothing(
    example: Path, change: Callable[[Session], object], words: str
) -> None:
    example.write_text("# mine\n" + example.read_text())
    session, before = Session.open(example, Library()), example.read_bytes()
    change(session)
    with pytest.raises(CannotWrite, match=words):
        session.save()
    assert session.is_unsaved
    assert example.read_bytes() == before
    assert [one.name for one in example.parent.iterdir()] == [example.name]


def test_a_remark_that_stands_before_a_fault_is_not_taken_for_it(example: Path) -> None:
    session = Session.open(example, Library())
    session.not_applicable("SEL-01", "")
    session.set(FieldRef("MON-09", NOTE), LONG)
    with pytest.raises(CannotWrite, match="the text is "):
        session.save()


def test_a_text_that_reads_back_a_little_differently_is_written_all_the_same(
    example: Path,
) -> None:
    file = PlanFile.open(example, Library())
    file.write(file.plan.noting("SEL-01", "one\r\ntwo\rthree"))
    assert file.plan.answer("SEL-01").note == "one\ntwo\nthree"
    assert PlanFile.open(example, Library()).plan == file.plan
