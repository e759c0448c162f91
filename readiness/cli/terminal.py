"""Whether the terminal can show screens at all."""

from __future__ import annotations

import os

from readiness.cli.spoken import tell
from readiness.i18n.language import _

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
