"""Which documents the program made, so that none of others is written over."""

import re
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from readiness.report.calendar_file import BEGIN, PRODUCER
from readiness.storage.disk import read_regular

MARK = "readiness strategy document"
"""Stands in every document that the program makes."""
HTML_MARK = f'<meta name="generator" content="{MARK}">'
"""Stands in the head of every HTML file that the program makes."""
WORD_TEXT = "word/document.xml"
"""The part of a Word file that holds its text."""
WORD_PROPERTIES = "docProps/core.xml"
"""The part of a Word file that says what it is."""
_HEAD = 4096
_MOST_BYTES = 64 * 1024 * 1024


def word_mark(text: bytes) -> str:
    """What stands in the properties of our Word files: no edit of the text leaves it true."""
    return f"{MARK} {sha256(text).hexdigest()}"


def made_by_us(path: Path) -> bool:
    """Whether a file is a document that this program made; a Word file that was edited is not."""
    try:
        raw = read_regular(path, _MOST_BYTES)
    except OSError:
        return False
    if raw.startswith(b"%PDF-"):
        return MARK.encode() in raw
    if raw.startswith(BEGIN.encode()):
        return PRODUCER.encode() in raw[:_HEAD]
    if raw.startswith(b"PK"):
        return _is_our_word_file(raw)
    return (
        bool(re.match(rb"<!DOCTYPE html>\s*<html[ >]", raw)) and HTML_MARK.encode() in raw[:_HEAD]
    )


def _is_our_word_file(raw: bytes) -> bool:
    from zipfile import ZipFile

    try:
        with ZipFile(BytesIO(raw)) as file:
            sizes = [file.getinfo(name).file_size for name in (WORD_TEXT, WORD_PROPERTIES)]
            if max(sizes) > _MOST_BYTES:
                return False
            text, properties = file.read(WORD_TEXT), file.read(WORD_PROPERTIES)
    except Exception:  # noqa: BLE001 - whatever a damaged file trips over, it is none of ours
        return False
    return f">{word_mark(text)}<".encode() in properties
