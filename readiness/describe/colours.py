"""The colours of states and quantities, as data that screens, PDF, Word and web page share.

A state's colour means that state and nothing else. No state is told by colour alone: each has a
sign and a word (`readiness/describe/state`), each fill an edge. Text has a contrast of at least
4.5 to 1 with what it stands on, marks and edges of at least 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11);
all colours are written #rrggbb.
"""

from __future__ import annotations

from dataclasses import dataclass

from readiness.describe.state import State

WHITE, INK = "#ffffff", "#1b1f24"
"""Paper, and text on it."""

SHADE, PANEL = "#edf2f5", "#dfe6ec"
"""The grounds of heads of tables and of bars on paper and on the light screen."""

DARK_GROUNDS = ("#15191e", "#1c2229", "#27303a")
"""The grounds of the dark screen: behind all, behind boxes, behind bars."""

DARK_INK, DARK_MUTED, DARK_RULE = "#e6e9ec", "#a4afba", "#5f7386"
"""Text, lesser text and the borders of panels on the dark screen."""

ACCENT = "#0b4f6c"
"""Headings, links and the target on paper; never behind a sign, for partly is close to it."""

HAVE, DARK_HAVE = "#6d91a8", "#7fb4e6"
"""What there is, as a bar: hours, patients."""

MISSING, DARK_MISSING = "#a3261e", "#f58572"
"""What is missing: lines at 45 degrees on white, solid under 6 pt; on screens a thinner block."""

BAND = "#e6eaee"
"""Weeks without sessions, behind a chart on paper."""


@dataclass(frozen=True)
class Look:
    """One state on paper and on the light screen."""

    fill: str
    """Behind its sign; empty for none."""
    text: str
    """The sign on the fill, or on paper where there is none."""
    edge: str
    """The line around it; for what was not asked only the line below."""
    ink: str
    """Its word in running text, on white, shade or panel."""
    is_dashed: bool = False
    """Whether the edge is a broken line."""


PRINT: dict[State, Look] = {
    "red": Look("#a3261e", WHITE, "#8f1d18", "#8f1d18"),
    "amber": Look("#f2a50c", INK, "#6b4300", "#6b4300"),
    "open": Look(WHITE, INK, INK, INK),
    "unanswered": Look(WHITE, "#4f5a65", "#6b7782", "#4f5a65", is_dashed=True),
    "partly": Look("#7463b0", WHITE, "#4a3b8c", "#4a3b8c"),
    "accepted": Look(WHITE, "#8f1d18", "#a3261e", "#8f1d18"),
    "ready": Look("#539b85", INK, "#0b5347", "#0b5347"),
    "not applicable": Look("#dde2e7", INK, "#8794a0", "#4f5a65"),
    "not asked": Look("", "#4f5a65", "#6b7782", "#4f5a65"),
}
"""Each state on paper, in Word, on the light web page and on the light screen."""


@dataclass(frozen=True)
class DarkLook:
    """One state on a dark ground; those without a fill recede, or are told by their sign."""

    fill: str
    """Behind its sign; empty for none."""
    text: str
    """The sign."""
    ink: str
    """Its word in running text."""


DARK: dict[State, DarkLook] = {
    "red": DarkLook("#f58572", "#15191e", "#f58572"),
    "amber": DarkLook("#fbd26f", "#15191e", "#fbd26f"),
    "open": DarkLook("#e6e9ec", "#15191e", "#e6e9ec"),
    "unanswered": DarkLook("", "#93a0ac", "#93a0ac"),
    "partly": DarkLook("#a9b4f9", "#15191e", "#a9b4f9"),
    "accepted": DarkLook("#27303a", "#f58572", "#f58572"),
    "ready": DarkLook("", "#4fd6a5", "#4fd6a5"),
    "not applicable": DarkLook("", "#5f7386", "#a4afba"),
    "not asked": DarkLook("", "#93a0ac", "#93a0ac"),
}
"""Each state on the dark screen and the dark web page."""

SIXTEEN: dict[State, tuple[str, str]] = {
    "red": ("white", "red"),
    "amber": ("black", "yellow"),
    "open": ("black", "white"),
    "unanswered": ("default", "default"),
    "partly": ("white", "blue"),
    "accepted": ("red", "default"),
    "ready": ("green", "default"),
    "not applicable": ("default", "default"),
    "not asked": ("default", "default"),
}
"""Text and ground of each state in a terminal of 16 colours, by their names."""
