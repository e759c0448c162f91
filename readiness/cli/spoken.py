"""What the commands print: data on stdout, talk on stderr, and nothing that steers a terminal."""

import shutil
import sys
import textwrap

_BIDI = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F}


def safe(text: str) -> str:
    """The text with control and direction characters shown as a question mark."""
    return "".join(
        c if c == "\n" or (c.isprintable() and ord(c) not in _BIDI) else "?" for c in text
    )


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
