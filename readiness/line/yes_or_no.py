"""A question that is answered with yes or no."""

from __future__ import annotations

from readiness.domain.kinds.value import NO, NOT_SURE, YES, standing_word
from readiness.i18n.language import _
from readiness.line.console import Console


def says_yes(console: Console, prompt: str, *, on_enter: bool = False) -> bool:
    """Whether the answer is yes; what is neither yes nor no is asked again. Raises Leave."""
    while True:
        text = console.line(prompt).strip()
        if not text:
            return on_enter
        said = standing_word(text)
        if said in (YES, NO, NOT_SURE):
            return said == YES
        console.wrong(_("Type yes or no."))
