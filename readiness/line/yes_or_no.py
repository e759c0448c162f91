"""A question that is answered with yes or no."""

from __future__ import annotations

from readiness.domain.kinds.value import NOT_SURE, standing_word
from readiness.i18n.language import _
from readiness.line.console import Console

SAYS_YES, SAYS_NO = ("yes", "y", "ja", "j"), ("no", "n", "nei")
"""What says yes and what says no, where nothing else is asked."""


def says_yes(console: Console, prompt: str, *, on_enter: bool = False) -> bool:
    """Whether the answer is yes; what is neither yes nor no is asked again. Raises Leave."""
    while True:
        text = console.line(prompt).strip().casefold()
        if not text:
            return on_enter
        if text in SAYS_YES:
            return True
        if text in SAYS_NO or standing_word(text) == NOT_SURE:
            return False
        console.wrong(_("Type yes or no."))
