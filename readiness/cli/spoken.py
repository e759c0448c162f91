"""What the commands print: data on stdout, talk on stderr, and nothing that steers a terminal."""

import shutil
import sys
import textwrap

from readiness.core.showable import safe


def wrapped(text: str, first: str = "", rest: str = "") -> str:
    """A text broken to the terminal's width, with indents."""
    width = max(min(shutil.get_terminal_size((80, 24)).columns, 100), 40)
    return textwrap.fill(
        " ".join(safe(text).split()), width, initial_indent=first, subsequent_indent=rest
    )


def say(text: str) -> None:
    """Print data."""
    sys.stdout.write(f"{safe(text)}\n")


def tell(text: str) -> None:
    """Print talk: problems and what was done."""
    sys.stderr.write(f"{safe(text)}\n")
