"""Where a command writes what it makes, and what it never writes over."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from readiness.cli.spoken import tell
from readiness.i18n.language import _
from readiness.i18n.words import listed

FORMATS = ("pdf", "docx", "html")
"""What a document can be made as; `report/formats` makes it, and is loaded only then."""


CALENDAR = "ics"
"""The plan's dates, for calendars: no document, and made of them alone."""


UNFIT = {
    "pdf": ("for",),
    "docx": ("for", "page"),
    "html": ("for", "page"),
    CALENDAR: ("brief", "progress", "fidelity", "shared", "page", "theme"),
}
"""Options that would change nothing, by what is made."""


def unfit(said: argparse.Namespace, kind: str) -> str:
    """Which options were given that would change nothing, in a sentence; empty where none was."""
    found = [f"--{name}" for name in UNFIT[kind] if getattr(said, name, None)]
    words = _("--to {kind} takes no {options}. Nothing was written.")
    return words.format(kind=kind, options=listed(found)) if found else ""


def refused(why: str) -> int:
    """Say why nothing was written; returns the exit code."""
    tell(_("{why} Nothing was written.").format(why=why))
    return 2


def sources(said: argparse.Namespace) -> list[Path]:
    """The files that a document is made from, which it never takes the place of."""
    return [one for one in (said.file, said.theme) if one]


def refusal_of(
    target: Path, kind: str, *, made_from: Sequence[Path], is_forced: bool = False
) -> str:
    """Why the target may not be written, or nothing. Raises CannotWrite."""
    from readiness.storage.problems import CannotWrite

    try:
        return _refusal(target, kind, made_from, is_forced=is_forced)
    except OSError as error:
        raise CannotWrite.by(target, error) from error


def _refusal(target: Path, kind: str, made_from: Sequence[Path], *, is_forced: bool) -> str:
    from readiness.app.operations.documents import in_the_way
    from readiness.storage.disk import exists, is_same_file

    ending = target.suffix.lower().removeprefix(".")
    if ending != kind and ending in (*FORMATS, CALENDAR):
        words = _("{file} has the ending of another format than {kind}. Give another -o.")
        return words.format(file=target.name, kind=kind)
    if not exists(target):
        return ""
    if any(is_same_file(target, one) for one in made_from):
        words = _("{file} is what it is made from. Give another -o.")
        return words.format(file=target.name)
    why = "" if is_forced else in_the_way(target, kind)
    return " ".join([why, _("Use --force or another -o.")]) if why else ""
