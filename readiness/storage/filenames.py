r"""Names of files that stand in a file from a stranger: never one that reaches out of the computer.

And names that are made of what people typed, and plans whose names are near to one that is not
there: other capitals, no ending, a slip.

On Windows, merely to look whether `\\server\share\x` is there signs the person in at that server,
and NUL or COM1 is a device in every folder, with any ending. So such a name is refused before
anyone looks, on every system alike: a plan travels.
Source: Microsoft, "Naming Files, Paths, and Namespaces" and "File path formats on Windows systems".
"""

from __future__ import annotations

import itertools
import os
import re
from difflib import get_close_matches
from pathlib import Path

from readiness.domain.kinds.kind import excerpt
from readiness.i18n.language import _

_DEVICES = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])")
_PART = re.compile(r"[/\\]")


def leads_out(name: str) -> bool:
    """Whether a name is a whole path, or names a drive, a network, a device or an address."""
    if name[:1] in ("/", "\\") or ":" in name:
        return True
    return any(map(_is_device, _PART.split(name)))


def _is_device(part: str) -> bool:
    # Windows leaves out spaces and dots at the end, and whatever stands behind the first dot.
    return _DEVICES.fullmatch(part.partition(".")[0].strip(" ").lower()) is not None


def in_a_name(words: str) -> str:
    """Words as a part of a file's name; a sign that not every system allows there by its number.

    Different words stay different: "AB/CD" is AB%2FCD.
    """
    return "".join(one if one.isalnum() or one in " -_.'" else f"%{ord(one):02X}" for one in words)


def why_it_leads_out(name: str) -> tuple[str, str]:
    """What is wrong with such a name, and what to do."""
    why = _("{name} is a whole path, or names a drive, a device or another computer")
    todo = _("put the file beside this one, and write its name")
    return why.format(name=excerpt(name)), todo


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


def some_plans(folder: Path) -> list[str]:
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
