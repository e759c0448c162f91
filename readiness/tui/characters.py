"""The characters that pictures and frames are drawn with, at three levels.

A font cannot be asked what it holds. So the level follows what the terminal says of itself, and a
person's own choice goes before it. No level has braille, emoji or icons; the signs of states are
ASCII at each.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from readiness.i18n.language import N_

FULL, BASIC, ASCII = "full", "basic", "ascii"

NAMES = {
    FULL: N_("All characters"),
    BASIC: N_("Those of old consoles"),
    ASCII: N_("ASCII only"),
}
"""Each level with its name in words, in the order in which the command goes round."""

MODERN = ("WT_SESSION", "TERM_PROGRAM", "ConEmuPID")
"""Variables that modern terminals on Windows set."""

WIDE_LANGUAGES = ("zh", "ja", "ko")
"""Languages whose fonts draw block characters two columns wide."""


@dataclass(frozen=True)
class Characters:
    """What one level draws with."""

    have: str
    missing: str
    spare: str
    target: str
    none: str
    """No sessions."""
    rule: str
    start: str
    end: str
    """A span of time: its first column, its middle as the rule, its last column."""
    set: str
    proposed: str
    points: str
    eighths: str
    """Columns of a chart from nothing to full, in equal steps."""


LEVELS = {
    FULL: Characters("█", "▒", "░", "│", "·", "─", "├", "┤", "■", "□", "►", " ▁▂▃▄▅▆▇█"),
    BASIC: Characters("█", "▒", "░", "│", "·", "─", "├", "┤", "■", "o", ">", " ▄█"),
    ASCII: Characters("#", "%", ":", "|", ".", "-", "[", "]", "*", "o", ">", " #"),
}

AS_ASCII = str.maketrans(
    "─═│║┌┐└┘╔╗╚╝▌▐▀▁▂▃▄▅▆▇█…",
    "-=||++++++++||#   #####.",
)
"""What stands at the level of ASCII for the frames, scroll bars and edges that are drawn anyway."""


def fitting(environ: Mapping[str, str], encoding: str, platform: str) -> str:
    """The level that fits a terminal by what it says of itself, and the encoding of its output."""
    language = next(
        (environ[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if environ.get(name)), ""
    )
    is_utf = encoding.lower().replace("-", "") == "utf8"
    is_plain = environ.get("TERM") in ("dumb", "unknown") or language in ("C", "POSIX")
    if not is_utf or is_plain or language[:2] in WIDE_LANGUAGES:
        return ASCII
    if environ.get("TERM") == "linux":
        return BASIC
    if platform == "win32" and not any(name in environ for name in MODERN):
        return BASIC
    return FULL


def samples() -> list[str]:
    """A line of each level, to be looked at: a box or a question mark is a missing character."""
    return [
        f"{name}: {one.have}{one.missing}{one.spare}{one.target}{one.none} "
        f"{one.start}{one.rule}{one.rule}{one.end} {one.set}{one.proposed}{one.points} "
        f"{one.eighths.strip()}"
        for name, one in LEVELS.items()
    ]
