"""Taking tables out of a TOML text, but not what a person wrote between them."""

from __future__ import annotations

from collections.abc import Iterable

from readiness.storage.problems import KeyPath
from readiness.storage.toml_lines import headers_and_keys


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
