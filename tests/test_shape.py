"""The house stays in shape: small rooms, plain names, nothing of any one machine."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "readiness").rglob("*.py"))
LONGEST = 300
"""Lines that a module may have."""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_and_functions_are_small_and_documented(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= LONGEST
    tree = ast.parse(text)
    assert ast.get_docstring(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 45, node.name
    assert path.stem not in {"utils", "helpers", "manager", "base", "common"}


def test_packages_hold_no_imports() -> None:
    for path in (ROOT / "readiness").rglob("__init__.py"):
        tree = ast.parse(path.read_text("utf-8"))
        assert not [
            node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)
        ]


def test_the_changelog_says_what_is_new() -> None:
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text("utf-8")
