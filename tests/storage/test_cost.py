"""What a stranger's TOML text may cost is counted before anything takes it apart."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.storage import toml
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import CannotWrite, Refused, UnreadableTemplate
from readiness.storage.recovery import plan_in
from readiness.storage.template_check import check_template
from readiness.storage.templates import Library
from readiness.storage.text_file import LARGEST_FILE
from readiness.storage.toml import (
    DEEPEST,
    LONGEST_NUMBER,
    MOST_ENTRIES,
    is_slow_to_edit,
    overrun,
    parsed,
)

DOTS = ".a" * (LARGEST_FILE // 2 - 10)
DEEP, MANY, LONG = "deep", "many", "long"


def times(count: int, text: str) -> str:
    return "".join(text.replace("N", str(number)) for number in range(count))


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("text", "bound", "line"),
    [
        (f"a{DOTS} = 1", DEEP, 1),
        (f"x = 1\na{DOTS}", DEEP, 2),
        (f"\n\n[a{DOTS}]", DEEP, 3),
        (f"[[a{DOTS}]]", DEEP, 1),
        (f'"a"{DOTS} = 1', DEEP, 1),
        (f"a{' . a' * 20} = 1", DEEP, 1),
        ("'a'" + '."a"' * 20 + " = 1", DEEP, 1),
        (f"x = {{ a{DOTS} = 1 }}", DEEP, 1),
        (f"x = {{ b = 1, a{DOTS} = 1 }}", DEEP, 1),
        (f"x = [1,\n{{ a{DOTS} = 1 }}]", DEEP, 2),
        (f"x = [\n# {'.' * 50}\n1]\na{DOTS} = 1", DEEP, 4),
        (f"x = {'[' * 1_000_000}", DEEP, 1),
        (f"x = {'{a=' * 500_000}", DEEP, 1),
        (f"x = {'[{a=' * 500_000}", DEEP, 1),
        (times(MOST_ENTRIES + 1, "kN = 1\n"), MANY, MOST_ENTRIES + 1),
        (times(MOST_ENTRIES // 2 + 1, "[kN.a]\n"), MANY, MOST_ENTRIES // 2 + 1),
        (times(MOST_ENTRIES // 12 + 1, f"[kN{'.a' * 11}]\n"), MANY, MOST_ENTRIES // 12 + 1),
        (times(MOST_ENTRIES // 6 + 1, f"a{'.a' * 4}.N = 1\n"), MANY, MOST_ENTRIES // 6 + 1),
        (f"x = [{'1,' * (MOST_ENTRIES + 1)}]", MANY, 1),
        ("x = [\n" + "{},\n" * MOST_ENTRIES + "]", MANY, MOST_ENTRIES // 2 + 1),
        (f"x = {'9' * 1_000_000}", LONG, 1),
        (f"x = [1,\n-{'9' * 20}]", LONG, 2),
        (f"x = 0x{'f' * 17}", LONG, 1),
        (f"x = 1.{'1' * 1_000_000}", LONG, 1),
        (f"x = 1{'_1' * 500_000}", LONG, 1),
        (f"x = 1e{'1' * 200}", LONG, 1),
        (f"x = {2**63}", LONG, 1),
    ],
    ids=range(27),
)
def test_each_bound_is_found_with_its_line(text: str, bound: str, line: int) -> None:
    assert overrun(text) == (bound, line)
    with pytest.raises(Refused) as refused:
        parsed(text, "plan.toml")
    assert refused.value.problem.line == line


def test_depths_that_add_up_are_refused() -> None:
    half = ".a" * (DEEPEST // 2)
    with pytest.raises(Refused, match=f"more than {DEEPEST} deep"):
        parsed(f"[a{half}]\na{half} = 1\n", "plan.toml")
    with pytest.raises(Refused, match=f"more than {DEEPEST} deep"):
        parsed(f"[a{'.a' * (DEEPEST - 1)}]\na{half} = 1\n", "plan.toml")


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "text",
    [
        f"a{'.a' * (DEEPEST - 1)} = 1",
        times(MOST_ENTRIES, "kN = 1\n"),
        f"x = '{DOTS}'",
        f'x = """{DOTS}"" " \\""" """',
        f"x = '''{DOTS}''''\ny = 1",
        f'x = "\\"{DOTS} = [{{"\ny = 1',
        f"# {DOTS} {'[' * 50}\nx = 1",
        f"{'k' * 100_000} = 1\n[{'1' * 1000}]\n{'2' * 1000} = 1",
        f"x = {2**63 - 1}\ny = {-(2**63)}\nz = 0.{'1' * LONGEST_NUMBER}",
        "x = 2027-01-31T10:00:00.123456789123456789Z",
        f"x = [{'[1], ' * 1000}{{a = 1}}]",
        "",
    ],
    ids=range(12),
)
def test_what_costs_little_is_read_whatever_it_looks_like(text: str) -> None:
    assert overrun(text) is None
    tomllib.loads(text)


@pytest.mark.parametrize(
    "start",
    [
        "x = '''",
        "x = @",
        *(
            pytest.param(start, marks=pytest.mark.walk)
            for start in ('x = "', "x = '", 'x = """', "x = (", '"""\\"')
        ),
    ],
)
def test_what_is_no_toml_is_left_to_the_reader_and_counted_once(start: str) -> None:
    text = start + '\\"""' * 300_000
    assert overrun(text) is None
    with pytest.raises(Refused):
        parsed(text, "plan.toml")


PIECES = st.sampled_from(
    ["a", "b.c", '"d"', "'e'", " = ", "=", ".", "[", "]", "[[", "]]", "{", "}", ",", "\n", " ",
     "\r\n", "# x\n",
     "1", "-2", "1.5", "9" * 20, "2027-01-31", '"""', "'''", "\\", '"x"', "true", "\0"],
)  # fmt: skip


@given(st.lists(PIECES, max_size=60).map("".join))
def test_the_reader_says_no_more_than_that_it_is_no_toml(text: str) -> None:
    if overrun(text) is None:
        try:
            found = tomllib.loads(text)
        except tomllib.TOMLDecodeError:
            return
        numbers = [one for one in found.values() if isinstance(one, int)]
        assert all(-(2**63) <= one < 2**63 for one in numbers)


@pytest.mark.parametrize("text", [f"a{DOTS} = 1", f"[a{DOTS}]", f"x = {'9' * 5000}"], ids=range(3))
def test_all_who_read_toml_have_the_same_bounds(tmp_path: Path, text: str) -> None:
    library = Library(tmp_path)
    with pytest.raises(Refused):
        plan_in(text, library.load("imr"))
    path = tmp_path / "t.toml"
    path.write_text(text)
    readers: list[Callable[[Path], object]] = [library.said, library.layers]
    for read in readers:
        with pytest.raises(Refused):
            read(path)
    (told,) = check_template(library, str(path))
    assert told.line == 1
    path.rename(tmp_path / "imr.nb.toml")
    (told,) = check_template(library, str(tmp_path / "imr.nb.toml"))
    assert told.line == 1


def tangled(count: int, dots: int = 9) -> str:
    return times(count, f"a{'.a' * dots}.kN = 1\n")


@pytest.mark.parametrize(
    ("text", "is_slow"),
    [
        (tangled(1000), True),
        (tangled(5000, 1), True),
        (tangled(100), False),
        (tangled(2000, 1), False),
        (times(15_001, "[kN]\na = 1\n"), True),
        (times(5000, "[a.b.c.kN]\na = 1\n"), False),
        ("\n" * 50_001, True),
        ('x = "' + "\\n" * 50_001 + '"', True),
        ("#\n" * 50_000, False),
        (f"x = {{{'a.b.c = 1, ' * 3000} }}", True),
    ],
    ids=range(10),
)
def test_it_is_known_what_is_slow_to_change_in_place(text: str, is_slow: bool) -> None:  # noqa: FBT001
    assert is_slow_to_edit(text) == is_slow


def test_a_plan_that_is_slow_to_change_is_written_anew_and_what_stood_there_stays_beside_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(f"format = 1\nservice = 'S'\n{tangled(5000)}")
    before = path.read_bytes()
    file = PlanFile.open(path, Library(tmp_path))
    file.write(file.plan.noting("SEL-01", "x"))
    after = PlanFile.open(path, Library(tmp_path))
    assert (after.plan.service, after.plan.answer("SEL-01").note) == ("S", "x")
    assert (tmp_path / "plan.toml.bak").read_bytes() == before


def test_a_template_that_is_slow_to_change_is_not_copied(tmp_path: Path) -> None:
    path = tmp_path / "t.toml"
    path.write_text(
        f'format = 1\nid = "t"\nextends = "imr"\nversion = "1"\nname = "x"\n{tangled(5000)}'
    )
    with pytest.raises(UnreadableTemplate, match="more keys with dots"):
        Library(tmp_path).text_for_copy(str(path))


def test_a_plan_with_more_than_a_file_may_hold_is_not_written(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = example.read_bytes()
    file = PlanFile.open(example, Library())
    monkeypatch.setattr(toml, "MOST_ENTRIES", 100)
    with pytest.raises(CannotWrite, match="more than 100 keys and values"):
        file.write(file.plan.noting("SEL-01", "x"))
    assert example.read_bytes() == before
