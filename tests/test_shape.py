"""The house stays in shape: small rooms, plain names, and what is too large does not grow.

`MOST` counts what is wrong with the house today. Whoever makes a number smaller writes it down
smaller in the same commit; it is never written down larger.
"""

import ast
import importlib
import inspect
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import grimp
import pytest
import textual
from textual.message import Message
from textual.message_pump import MessagePump

from readiness.tui.app import ReadinessApp
from tests.sources import parsed

pytestmark = pytest.mark.no_cover

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "readiness").rglob("*.py"))
LONGEST_MODULE, LONGEST_FUNCTION = 300, 45
"""Lines that each may have."""
VAGUE = {"utils", "helpers", "manager", "base", "common"}
"""Names of modules that say nothing."""
MOST = {
    "classes of ours in the class of the program": 3,
    "lines of them": 174,
    "names that they bind": 34,
    "lines of the largest class beside it, with those of ours it comes from": 524,
    "modules in a cycle of imports, of whatever kind": 0,
    "private names of Textual": 2,
}

_BOUND = re.compile(
    r"\bdef (\w+)|\bself\.(\w+)(?:: [^=\n]+)? [-+|]?= |^ *(\w+)(?:: [^=\n]+)? = ", re.MULTILINE
)
_PRIVATE = re.compile(r"_(?!$)\w+(?<!__)$")


def test_the_house_is_in_shape_and_what_is_too_large_does_not_grow() -> None:
    assert [f"{path.relative_to(ROOT)}: {one}" for path in MODULES for one in faults(path)] == []
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text("utf-8")
    others = [one for one in classes() if one not in ReadinessApp.__mro__]
    program, largest = ours(ReadinessApp), max(others, key=lambda one: lines(ours(one)))
    cycles, private = in_cycles(), private_names()
    found = [
        (len(program), ""),
        (lines(program), ""),
        (len(set().union(*(vars(one) for one in program))), ""),
        (lines(ours(largest)), largest.__name__),
        (len(cycles), cycles),
        (len(private), private),
    ]
    grown = {
        what: (count, which)
        for (what, most), (count, which) in zip(MOST.items(), found, strict=True)
        if count > most
    }
    assert grown == {}


def test_the_measures_see_what_they_are_for(tmp_path: Path) -> None:
    path = tmp_path / "utils.py"
    path.write_text("def f():\n" + "    pass\n" * LONGEST_MODULE, "utf-8")
    assert len(faults(path)) == 4
    package = tmp_path / "__init__.py"
    package.write_text('"""A package."""\nimport os\n', "utf-8")
    assert faults(package) == ["a package holds no imports"]
    source = "class A:\n    _a = 1\n    def _b(self):\n        self._c: int = 2\n        x._d()\n"
    assert bound(source) == {"_a", "_b", "_c"}
    assert {"_compositor", "_pruning", "_batch_count"} <= bound_by_textual()


def faults(path: Path) -> list[str]:
    """What is wrong with one module."""
    tree = parsed(path)
    nodes = list(ast.walk(tree))
    imports = [node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)]
    functions = [n for n in nodes if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    return [
        *(["its name says nothing"] if path.stem in VAGUE else []),
        *(["no docstring"] if not ast.get_docstring(tree) else []),
        *(["too many lines"] if len(path.read_text("utf-8").splitlines()) > LONGEST_MODULE else []),
        *(["a package holds no imports"] if path.name == "__init__.py" and imports else []),
        *(
            f"{one.name} is too long"
            for one in functions
            if (one.end_lineno or 0) - one.lineno >= LONGEST_FUNCTION
        ),
    ]


@cache
def classes() -> tuple[type, ...]:
    """Every class of the program."""
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in MODULES]
    modules = [importlib.import_module(name) for name in names if not name.endswith("__")]
    return tuple(
        one
        for module in modules
        for one in vars(module).values()
        if inspect.isclass(one) and one.__module__ == module.__name__
    )


def ours(one: type) -> list[type]:
    """The classes of the program that a class is put together from."""
    return [cls for cls in one.__mro__ if cls.__module__.startswith("readiness.")]


def messages(kind: type[Message] = Message) -> Iterator[type[Message]]:
    """Every kind of message, Textual's and our own."""
    for one in kind.__subclasses__():
        yield one
        yield from messages(one)


def test_every_handler_hears_a_message() -> None:
    heard = [
        (one.__name__, name)
        for one in classes()
        if issubclass(one, MessagePump)
        for name in vars(one)
        if name.startswith("on_")
    ]
    sent = {one.handler_name for one in messages()}
    # Textual calls this one itself, for every event that comes to the program.
    assert [one for one in heard if one[1] not in {*sent, "on_event"}] == []


@cache
def written(module: str) -> dict[str, tuple[ast.ClassDef, str]]:
    """Each class of a module by its name, with its lines."""
    path = Path(str(sys.modules[module].__file__))
    text = path.read_text("utf-8").splitlines()
    found = [node for node in parsed(path).body if isinstance(node, ast.ClassDef)]
    return {one.name: (one, "\n".join(text[one.lineno - 1 : one.end_lineno])) for one in found}


@cache
def source(one: type) -> str:
    """The lines of a class; none where it is made and not written."""
    return written(one.__module__).get(one.__name__, (None, ""))[1]


def lines(some: list[type]) -> int:
    return sum(len(source(one).splitlines()) for one in some)


def in_cycles() -> list[str]:
    """The modules that import themselves by way of others: at the start, later, or for types."""
    graph = grimp.build_graph("readiness", cache_dir=None)
    return sorted(
        one
        for one in graph.modules
        if graph.find_upstream_modules(one) & graph.find_downstream_modules(one)
    )


@cache
def bound(text: str) -> set[str]:
    """The private names that a text of Textual's defines or gives a value to."""
    names = {name for found in _BOUND.findall(text) for name in found if name}
    return {name for name in names if _PRIVATE.match(name)}


@cache
def given(tree: ast.AST) -> set[str]:
    """The private names that code of ours defines or gives a value to."""
    names = []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            names.append(node.name)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            names += [node.attr] if ast.unparse(node.value) == "self" else []
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.append(node.id)
    return {name for name in names if _PRIVATE.match(name)}


def used(tree: ast.AST) -> set[str]:
    """The private names that code asks something for, or imports from Textual."""
    names = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            names.append(node.attr)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            names.append(node.value)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual."):
            names += [*str(node.module).split("."), *(one.name for one in node.names)]
    return {name for name in names if _PRIVATE.match(name)}


@cache
def bound_by_textual() -> set[str]:
    """Textual's private names, those of its modules too."""
    paths = list(Path(textual.__file__).parent.rglob("*.py"))
    names = {path.stem for path in paths if _PRIVATE.match(path.stem)}
    return names.union(*(bound(path.read_text("utf-8")) for path in paths))


def private_names() -> list[str]:
    """The private names of Textual that the screens ask for or override.

    One that a class of ours has as well is its own, where nothing that it is put together with
    has it.
    """
    trees = [parsed(path) for path in MODULES if "tui" in path.parts]
    own = set().union(*map(given, trees))
    found = set().union(*map(used, trees)) & bound_by_textual() - own
    for one in classes():
        theirs = [cls for cls in one.__mro__ if cls.__module__.startswith("textual.")]
        if theirs:
            nodes = [written(cls.__module__).get(cls.__name__) for cls in ours(one)]
            mine = set().union(*(given(node[0]) for node in nodes if node))
            found |= mine & set().union(*(bound(source(cls)) for cls in theirs))
    return sorted(found)
