"""Open the program, with a plan or without; and whether a terminal can show it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from readiness.cli.output import as_typed, tell, wrapped
from readiness.i18n.language import _
from readiness.storage.disk import exists
from readiness.storage.filenames import same_names


def run(given: list[str], commands: Iterable[str] = ()) -> int:
    """Open the start screen, or the one plan that was named; answers a mistyped command."""
    if given and _is_word(given[0]) and not exists(Path(given[0])):
        meant = next(iter(same_names(Path(given[0]))), "") or _meant(given[0], commands)
        tell(_unknown(given[0], meant))
        return 2
    if len(given) > 1:
        tell(_("Name one plan file, or a command; see: readiness --help"))
        return 2
    plan = as_typed(Path(given[0])) if given else "PLAN.toml"
    if not has_terminal():
        return no_terminal(plan)
    if is_refused(plan):
        return 2
    from readiness.tui.launch import run_app

    return run_app(Path(given[0]) if given else None)


def has_terminal() -> bool:
    """Whether screens can be drawn and keys be read here."""
    if os.environ.get("TEXTUAL_DRIVER"):
        return True
    streams = (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    keys, *shown = (one is not None and not one.closed and one.isatty() for one in streams)
    return keys and any(shown)


def terminal_wanted() -> str:
    """Why the screens cannot be shown: input or output is no terminal."""
    return _("The screens need a terminal; here a pipe or a file stands in its place.")


def no_terminal(plan: str) -> int:
    """Say what works without a terminal; returns the exit code."""
    tell(wrapped(terminal_wanted()))
    words = _("Plain questions and answers work everywhere: readiness ask {plan}")
    tell(words.format(plan=plan))
    tell(_("Other commands: readiness --help"))
    return 2


def _is_word(given: str) -> bool:
    """Whether this is typed like a command, and not like a file."""
    return given.replace("-", "").replace("_", "").isalnum()


def _meant(given: str, commands: Iterable[str]) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(given.lower(), list(commands), 1)), "")


def _unknown(given: str, meant: str) -> str:
    if meant:
        words = _('There is no command and no file "{given}". Did you mean: readiness {meant}')
    else:
        words = _('There is no command and no file "{given}"; see: readiness --help')
    return words.format(given=given, meant=meant)


LINES_ONLY = ("dumb", "unknown")
"""What a terminal calls itself that can only print lines."""


def is_refused(plan: str) -> bool:
    """Whether this terminal prints lines only; says so, and what works there.

    In a browser Textual itself is the terminal, whatever stands in TERM.
    """
    name = os.environ.get("TERM", "")
    if not prints_lines_only():
        return False
    words = _("This terminal (TERM={name}) prints lines only and cannot show the screens.")
    tell(words.format(name=name))
    words = _("The same plan, asked line by line in any terminal: readiness ask {plan}")
    tell(words.format(plan=plan))
    return True


def prints_lines_only() -> bool:
    """Whether this terminal cannot show screens."""
    return os.environ.get("TERM", "") in LINES_ONLY and "TEXTUAL_DRIVER" not in os.environ
