"""Writing documents, without writing over what others made."""

from pathlib import Path

from readiness.files.atomic import replace_file
from readiness.files.problems import CannotWrite

MARK = "readiness strategy document"
"""Stands in every document that the program makes."""


def made_by_us(path: Path) -> bool:
    """Whether a file is a document that this program made."""
    try:
        raw = path.read_bytes()
    except OSError:
        return False
    return raw.startswith(b"%PDF-") and MARK.encode() in raw


def write_pdf(path: Path, raw: bytes) -> None:
    """Put a document in its place, whole. Raises CannotWrite."""
    try:
        replace_file(path, raw)
    except OSError as error:
        raise CannotWrite(path, (error.strerror or str(error)).lower()) from error
