"""On which line of a TOML file each key stands, and its text without tables."""

import contextlib
import json
import re
import tomllib
from collections.abc import Iterable, Mapping

from readiness.storage.problems import KeyPath

# Each character can be taken in one way only, so that no line of a stranger's makes it slow.
_HEADER = re.compile(r"\[(\[)?([^\[\]]+)\]\]?\s*(?:#.*)?")
_ONE = r"(?:[A-Za-z0-9_\-]+|\"[^\"\n]*\"|'[^'\n]*')"
_KEY = re.compile(rf"\s*({_ONE}(?:\s*\.\s*{_ONE})*)\s*=")
_NAME = re.compile(r"\"([^\"]*)\"|'([^']*)'|([A-Za-z0-9_\-]+)")


def lines_of(text: str) -> dict[KeyPath, int]:
    """Each table's and key's path to the first line it stands on, counted from 1.

    Tables of an array carry their number: ("items", "SEL-01", "rules", "0").
    """
    found: dict[KeyPath, int] = {}
    for path, line, is_header in headers_and_keys(text):
        found.setdefault(path, line)
        if is_header and path[-1].isdecimal():
            found.setdefault(path[:-1], line)
    return found


def line_near(lines: Mapping[KeyPath, int], path: KeyPath) -> int | None:
    """The line of a key, else of the nearest table around it; None if not even that is there."""
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return None


def repeated_headers(text: str) -> list[tuple[KeyPath, int]]:
    """Headers of tables that stand in the file more than once, with the later lines."""
    seen: set[KeyPath] = set()
    again = []
    for path, line, is_header in headers_and_keys(text):
        if is_header and path in seen:
            again.append((path, line))
        if is_header:
            seen.add(path)
    return again


def headers_and_keys(text: str) -> list[tuple[KeyPath, int, bool]]:
    """Every header and key in the order of the file: path, line, whether it is a header."""
    found: list[tuple[KeyPath, int, bool]] = []
    table: KeyPath = ()
    counts: dict[KeyPath, int] = {}
    closing = ""
    for number, line in enumerate(text.splitlines(), 1):
        if closing:
            closing = "" if closing in line else closing
            continue
        bare = line.strip()
        if not bare or bare[0] == "#":
            continue
        header, key = _HEADER.fullmatch(bare), _KEY.match(line)
        if header:
            table = _numbered(names_in(header[2]), counts)
            if header[1]:
                counts[table] = counts.get(table, -1) + 1
                table = (*table, str(counts[table]))
            found.append((table, number, True))
        elif key:
            found.append(((*table, *names_in(key[1])), number, False))
            closing = _opened(line[key.end() :])
    return found


def names_in(dotted: str) -> KeyPath:
    """The names of a dotted key."""
    return tuple(
        _unescaped(match[1]) if "\\" in (match[1] or "") else "".join(match.groups(default=""))
        for match in _NAME.finditer(dotted)
    )


def _unescaped(name: str) -> str:
    r"""A name as it stood in double quotes, with \u00e9 and the like read as TOML reads them."""
    with contextlib.suppress(ValueError):
        # What JSON can say too it reads much faster, and says the same of it.
        return str(json.loads(f'"{name}"'))
    try:
        return str(tomllib.loads(f'name = "{name}"')["name"])
    except tomllib.TOMLDecodeError:
        return name


def _numbered(path: KeyPath, counts: dict[KeyPath, int]) -> KeyPath:
    """A path in which a table inside an array's last table carries that table's number."""
    whole: KeyPath = ()
    for name in path[:-1]:
        whole = (*whole, name)
        if whole in counts:
            whole = (*whole, str(counts[whole]))
    return (*whole, path[-1]) if path else whole


def _opened(value: str) -> str:
    """The quotes that a value leaves open at the end of its line."""
    for quotes in ('"""', "'''"):
        start = value.find(quotes)
        if start >= 0 and value.find(quotes, start + 3) < 0:
            return quotes
    return ""


def without_repeated(text: str, lines: list[int]) -> str:
    """The text with repeated tables turned into comments, so that the rest can be read."""
    kept, skip = [], False
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("["):
            skip = number in lines
        kept.append(f"# {line}" if skip else line)
    return "\n".join(kept)


def without_tables(text: str, gone: Iterable[KeyPath], emptied: Iterable[KeyPath]) -> str:
    """The text without some tables, and without those of the emptied ones that hold nothing more.

    Tables inside them go likewise. Comments that stand below a table's last key belong to what
    follows as much as to it: they stay, and so does one beside a header.
    """
    whole, empty = set(gone), set(emptied)
    lines = text.splitlines(keepends=True)
    heads = [(path, line) for path, line, is_header in headers_and_keys(text) if is_header]
    ends = [line - 1 for _path, line in heads[1:]] + [len(lines)]
    found = lines[: heads[0][1] - 1] if heads else lines
    for (path, line), end in zip(heads, ends, strict=True):
        block, last = lines[line - 1 : end], end - line
        while last and _is_between(block[last]):
            last -= 1
        upper = {path[:length] for length in range(1, len(path) + 1)}
        says_nothing = "#" not in block[0] and not "".join(block[1 : last + 1]).strip()
        if upper & whole or (upper & empty and says_nothing):
            _mark, is_said, said = block[0].partition("#")
            block = [*([f"#{said}"] if is_said else []), *block[last + 1 :]]
            while found and block and not found[-1].strip() and not block[0].strip():
                del block[0]
        found += block
    return "".join(found)


def _is_between(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")
