"""What each glyph means: reportlab's own tables fail beyond the first 65,536 characters."""

from __future__ import annotations

import re

import pikepdf

PAIR = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,6})>")
BLOCK = re.compile(rb"\d+ beginbfchar\n.*?endbfchar", re.DOTALL)
MOST = 100
"""The most pairs in one block, by the format."""


def mend_unicode(pdf: pikepdf.Pdf) -> None:
    """Write each font's table anew: in UTF-16, and nothing for the glyph that means nothing."""
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and "/ToUnicode" in one:
            stream = one.ToUnicode
            stream.write(BLOCK.sub(_blocks, stream.read_bytes()))


def _blocks(found: re.Match[bytes]) -> bytes:
    pairs = [
        f"<{code.decode()}> <{chr(int(value, 16)).encode('utf-16-be').hex().upper()}>"
        for code, value in PAIR.findall(found.group())
        if int(value, 16)
    ]
    parts = [pairs[at : at + MOST] for at in range(0, len(pairs), MOST)]
    lines = [f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts]
    return "\n".join(lines).encode()
