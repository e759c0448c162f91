"""Plans whose names are near to one that is not there: other capitals, no ending, a slip."""

from __future__ import annotations

import itertools
import os
from difflib import get_close_matches
from pathlib import Path

ENDINGS = (".toml", ".toml.txt")
"""How a plan's name ends, and how it does where a mail program or an editor added to it."""

MOST = 500
"""Names of a folder that are looked at."""

FEW = 3
"""Names that are told."""

LIKE = 0.75
"""How alike two names have to be, from 0 to 1; our default."""


def same_names(path: Path) -> list[str]:
    """Plans beside a name that differ from it in capitals or in the ending only."""
    wanted = {f"{path.name}{end}".casefold() for end in ("", *ENDINGS, ".txt")}
    return [name for name in _plans_in(path.parent) if name.casefold() in wanted]


def near_names(path: Path) -> list[str]:
    """Plans that may be meant by a name that is not there, the likeliest first."""
    same = same_names(path)
    if same:
        return same[:FEW]
    names = {_bare(name): name for name in _plans_in(path.parent)}
    return [names[one] for one in get_close_matches(_bare(path.name), list(names), FEW, LIKE)]


def plans_in(folder: Path) -> list[str]:
    """A few plans of a folder, by name."""
    return sorted(_plans_in(folder))[:FEW]


def _bare(name: str) -> str:
    return name.casefold().removesuffix(".txt").removesuffix(".toml")


def _plans_in(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as found:
            names = [one.name for one in itertools.islice(found, MOST)]
    except (OSError, ValueError):
        return []
    return sorted(name for name in names if name.casefold().endswith(ENDINGS))
