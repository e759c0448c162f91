"""Every word that the code marks stands in the catalogue, where it can be translated."""

from __future__ import annotations

import ast
from pathlib import Path

from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2] / "readiness"
MARKS = ("_", "n_", "N_")


def marked(path: Path) -> list[tuple[int, str]]:
    """The words that a module marks, with their lines; babel misses those inside an f-string."""
    calls = [
        node
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in MARKS
        and isinstance(node.args[0], ast.Constant)
    ]
    return [(call.lineno, call.args[0].value) for call in calls]  # type: ignore[attr-defined]


def test_every_marked_word_can_be_translated() -> None:
    with (ROOT / "locale/nb/LC_MESSAGES/readiness.po").open("rb") as file:
        catalogue = read_po(file)
    found = [(path, *one) for path in sorted(ROOT.rglob("*.py")) for one in marked(path)]
    assert len(found) > 1000
    assert [one for one in found if one[2] and catalogue.get(one[2]) is None] == []
