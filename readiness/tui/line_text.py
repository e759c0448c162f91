"""Text from people and files, made safe to show: data, never markup, never a control character."""

import textwrap

from textual.content import Content

from readiness.i18n.language import _

_BIDI = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F])


def plain(text: str, style: str = "") -> Content:
    """The text as it is, in one style; nothing in it is read as markup."""
    return Content.styled(cleaned(text), style) if style else Content(cleaned(text))


def cleaned(text: str) -> str:
    """The text without control characters; tabs become spaces and line ends stay."""
    spaced = text.replace("\t", "    ").translate(_BIDI)
    return "\n".join("".join(filter(str.isprintable, line)) for line in spaced.split("\n"))


def joined(*pieces: Content | str) -> Content:
    """Pieces one after another; strings are data."""
    return Content.assemble(*(plain(one) if isinstance(one, str) else one for one in pieces))


def across(left: Content, right: Content, width: int) -> Content:
    """One row with words at both of its ends; where it is too narrow, the left ones are cut."""
    return joined(left.truncate(max(width - right.cell_length, 0), ellipsis=True, pad=True), right)


def wrapped(words: str, width: int, indent: str = "") -> list[str]:
    """Words broken into lines; those after the first are indented."""
    found: list[str] = []
    for line in cleaned(words).split("\n"):
        found += textwrap.wrap(line, max(width, 10), subsequent_indent=indent) or [""]
    return found


def cut_to(text: str, width: int, height: int) -> str:
    """A text as far as so many lines hold it; what is left out is in the help."""
    more, lines = _("(F1: more)"), textwrap.wrap(text, width)
    if len(lines) <= height:
        return text
    *first, last = lines[:height]
    return " ".join([*first, last[: width - len(more) - 1].rpartition(" ")[0], more])


def cut(words: str, width: int) -> str:
    """Words on one line, shortened where they are too long."""
    one = " ".join(cleaned(words).split())
    return one if len(one) <= width else f"{one[: max(width - 2, 0)]}.."


ENDS = ("   ", "; ", ", ")
"""Where a head may end before all of it is said."""


def whole_pieces(words: str, width: int) -> str:
    """A head on one line: where all of it does not fit, its first pieces, and that more follows."""
    said, more = words, ""
    while len(said) + len(more) > width and (at := max(map(said.rfind, ENDS))) > 0:
        said, more = said[:at].rstrip(), " .."
    return f"{said}{more}"


def cut_after(words: str, width: int, rows: int) -> list[str]:
    """Words on so many rows at most; where more follows, the last one ends with two points."""
    broken = wrapped(" ".join(words.split()), width)
    if len(broken) <= rows:
        return broken
    *first, last = broken[:rows]
    while len(last) + 3 > width and " " in last:
        last = last.rpartition(" ")[0]
    return [*first, f"{last} .."]
