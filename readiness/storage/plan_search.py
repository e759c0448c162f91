"""Plans named on a command line: files, folders, and patterns where the shell leaves them alone."""

from __future__ import annotations

import glob
from collections.abc import Iterator, Sequence
from pathlib import Path

from readiness.storage.answers_reader import ENDING
from readiness.storage.problems import Refused
from readiness.storage.text_file import decoded, read_bytes
from readiness.storage.toml import parsed

MOST = 200
"""Plans that are looked at in one go."""


def plans_in(given: Sequence[Path]) -> list[Path]:
    """The plans that are meant, each once, in their order; of a folder, the plans in it.

    A file that is named is always meant, also where it is no plan or is not there.
    """
    found = dict.fromkeys(path for one in given for path in _meant(one))
    return list(found)[:MOST]


def _meant(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from (one for one in sorted(path.glob("*.toml")) if is_plan(one))
    elif not path.exists() and glob.has_magic(str(path)):
        many = sorted(map(Path, glob.glob(str(path), recursive=True)))  # noqa: PTH207 - any pattern
        yield from (many_one for many_one in many if is_plan(many_one)) if many else iter([path])
    else:
        yield path


def is_plan(path: Path) -> bool:
    """Whether a file looks like a plan: TOML with a format and a template, and no answers file."""
    if path.name.endswith(ENDING) or not path.is_file():
        return False
    try:
        held = parsed(decoded(read_bytes(path), path.name), path.name)
    except Refused:
        # It may well be a plan that somebody broke, and that has to be told.
        return True
    return "format" in held and "template" in held and "items" not in held and "kind" not in held
