"""Text from people and files, made safe for a terminal that prints it line by line."""

_BIDI = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F}


def safe(text: str) -> str:
    """The text on lines of its own, with control and direction characters as question marks."""
    if text.replace("\n", "").isprintable():
        return text
    return "".join(c if c == "\n" or _is_plain(c) else _instead(c) for c in text)


def one_line(text: str) -> str:
    """A text made safe and put on one line, so that it cannot pass for one of the program's own."""
    return " ".join(safe(text).split())


def without_controls(text: str) -> tuple[str, int]:
    """A line that was typed, without what no text needs, and how many characters that were.

    A tab becomes a space.
    """
    spaced = text.replace("\t", " ")
    kept = "".join(c for c in spaced if _is_plain(c) or c == "\u00a0")
    return kept, len(spaced) - len(kept)


def _instead(c: str) -> str:
    return " " if c in "\t\u00a0\u202f" else "?"


def _is_plain(c: str) -> bool:
    return c.isprintable() and ord(c) not in _BIDI
