"""The program's own modules as trees: read once in a process for all that look at the source."""

import ast
from functools import cache
from pathlib import Path


@cache
def parsed(path: Path) -> ast.Module:
    """A module as a tree that nobody changes."""
    return ast.parse(path.read_text("utf-8"))
