"""No pattern of the program takes more than one try for each character, whatever the text."""

import ast
import importlib
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from readiness.i18n import date_shapes, inside_words, rhythms, typed_dates
from tests.patterns import fault
from tests.sources import parsed

pytestmark = pytest.mark.no_cover

ROOT = Path(__file__).parents[1] / "readiness"
WAYS = {"match", "search", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
FROM_A_START = {"match", "fullmatch"}

FILLED = {
    ("report/pseudonyms.py", "sub"): "names with re.escape, so that none repeats anything",
}
"""Patterns that are filled in while the program runs, and what with."""

ARGUED = {
    (
        "report/pdf/structure.py",
        "GLYPHS",
    ): "reads only what reportlab wrote, where every block ends",
    ("storage/copies.py", "_FROM"): "reads a file's name, which has 255 letters at most",
}
"""Patterns that may take more tries, and why that is no harm."""


def sources() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(ROOT.rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), parsed(path)


def calls(tree: ast.AST) -> Iterator[tuple[str, str, ast.Call]]:
    """Each call of a way to use a pattern: on what name, which way, and the call."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            on = node.func.value
            name = on.attr if isinstance(on, ast.Attribute) else getattr(on, "id", "")
            yield name, node.func.attr, node


def used() -> dict[str, set[str]]:
    """In which ways each name is used."""
    found: dict[str, set[str]] = {}
    for _path, tree in sources():
        for name, way, _call in calls(tree):
            if way in WAYS:
                found.setdefault(name, set()).add(way)
    return found


def compiled() -> Iterator[tuple[str, str, "re.Pattern[str]"]]:
    """Every pattern that a module holds."""
    for path, tree in sources():
        names = [
            target.id
            for node in tree.body
            if isinstance(node, ast.Assign) and "re.compile" in ast.unparse(node.value)
            for target in node.targets
            if isinstance(target, ast.Name)
        ]
        if names:
            module = importlib.import_module(f"readiness.{path[:-3].replace('/', '.')}")
            for name in names:
                found = getattr(module, name)
                assert isinstance(found, re.Pattern), f"{path}: {name} is looked at by hand"
                yield path, name, found


MADE: dict[str, Callable[[], Iterable["re.Pattern[str]"]]] = {
    "i18n/date_shapes.py": lambda: (pattern for pattern, _meant in date_shapes.shapes()),
    "i18n/rhythms.py": lambda: (pattern for pattern, _meant in rhythms._shapes()),
    "i18n/typed_dates.py": lambda: (
        *(typed_dates._endings(), typed_dates._near(), typed_dates._points()),
        *(typed_dates._weekdays(), typed_dates._sides()),
    ),
    "i18n/inside_words.py": lambda: (
        inside_words._INSIDE,
        inside_words._ALL_OF_IT,
        inside_words._NOT,
    ),
}
"""Patterns that are made of tables of words, by a function: each module's, all of them."""


def wrong(pattern: str | bytes, flags: int, way: str) -> str:
    return fault(pattern, flags, searched=way not in FROM_A_START, whole=way == "fullmatch")


def test_no_pattern_that_a_module_holds_goes_back_and_forth() -> None:
    ways, seen, faults = used(), 0, {}
    for path, name, pattern in compiled():
        seen += 1
        for way in ways.get(name, WAYS):
            found = wrong(pattern.pattern, pattern.flags, way)
            if found:
                faults[path, name] = f"{way}: {found}"
    assert seen > 40
    assert {key: words for key, words in faults.items() if key not in ARGUED} == {}
    assert ARGUED.keys() <= faults.keys(), "an argument that is not needed any more"


def test_no_pattern_that_is_written_where_it_is_used_goes_back_and_forth() -> None:
    filled = set()
    for path, tree in sources():
        for name, way, call in calls(tree):
            if name != "re" or way not in WAYS:
                continue
            (given, *_rest) = call.args
            if isinstance(given, ast.JoinedStr):
                filled.add((path, way))
                values = [
                    one.value if isinstance(one, ast.Constant) else "x" for one in given.values
                ]
                text = "".join(map(str, values))
            else:
                text = ast.literal_eval(given)
            assert wrong(text, 0, way) == "", f"{path}: {text}"
    assert filled == FILLED.keys()


@pytest.mark.parametrize("path", MADE)
def test_no_pattern_that_is_made_of_a_table_goes_back_and_forth(path: str) -> None:
    way = "search" if path == "i18n/inside_words.py" else "fullmatch"
    faults = [one.pattern for one in MADE[path]() if wrong(one.pattern, one.flags, way)]
    assert faults == []


def test_every_pattern_is_made_at_the_top_of_its_module() -> None:
    for path, tree in sources():
        made = sum(name == "re" and way == "compile" for name, way, _call in calls(tree))
        tops = [
            node
            for node in tree.body
            if isinstance(node, ast.Assign) and "re.compile" in ast.unparse(node.value)
        ]
        assert made == len(tops) or path in MADE, f"{path}: a pattern that these tests do not see"


@pytest.mark.parametrize(
    ("pattern", "way"),
    [
        ("(a+)+b", "match"),
        ("(a*)*b", "match"),
        ("(a|a)*b", "match"),
        ("(?:a|ab|b)*c", "match"),
        ("(a{1,60})*b", "match"),
        (r"(\w+\s?)*$", "match"),
        ("a+a+b", "match"),
        (".*,.*,x", "match"),
        ("a+b", "search"),
        (r"\s+$", "sub"),
        (r"\s++x", "search"),
        ("(?:a*+b|a)*+c", "match"),
        ("x(?=(a+)+b)", "match"),
    ],
)
def test_the_check_finds_what_goes_back_and_forth(pattern: str, way: str) -> None:
    assert wrong(pattern, 0, way) != ""


@pytest.mark.parametrize(
    ("pattern", "way"),
    [
        ("a+b", "match"),
        ("a+", "search"),
        (r"\S+(?: \S+)*", "finditer"),
        (r"(?:\d+,)+", "fullmatch"),
        ("a{1,60}b", "search"),
        (r'"(?:[^"\\]|\\.)*+"\s*+=.*+', "fullmatch"),
        ("(?m)^ *x", "sub"),
        ("^ *x", "search"),
    ],
)
def test_the_check_lets_what_goes_straight_on_be(pattern: str, way: str) -> None:
    assert wrong(pattern, re.compile(pattern).flags, way) == ""
