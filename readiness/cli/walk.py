"""Open the program, with a plan or without."""

import os
import sys
from pathlib import Path

from readiness.cli.spoken import tell
from readiness.core.wording.language import _

PLAIN = ("dumb", "unknown")
"""What a terminal calls itself that can only print lines."""


def run(given: list[str]) -> int:
    """Open the start screen, or the one plan that was named."""
    if len(given) > 1:
        tell("Name one plan file, or a command; see readiness --help.")
        return 2
    trouble = no_screens()
    if trouble:
        ask = _("The same plan, asked line by line in any terminal: readiness ask {plan}")
        tell(f"{trouble}\n{ask.format(plan=given[0] if given else 'PLAN.toml')}")
        return 2
    from readiness.tui.begin import run_app

    return run_app(Path(given[0]) if given else None)


def no_screens() -> str:
    """Why no screens can be shown here; empty where they can."""
    if os.environ.get("TERM") in PLAIN:
        words = _("This terminal (TERM={name}) prints lines only and cannot show the screens.")
        return words.format(name=os.environ["TERM"])
    if not is_interactive():
        return _("The screens need a terminal; here the input or the output is a pipe or a file.")
    return ""


def is_interactive() -> bool:
    """Whether a person can see screens and press keys; in a browser Textual does both."""
    return "TEXTUAL_DRIVER" in os.environ or (sys.stdin.isatty() and sys.stdout.isatty())
