"""The colours: one calm look, dark, light, with high contrast, or the terminal's own.

Colour only helps: signs, words, bold and reverse carry every state, so that the terminal's own
colours, and none at all, say the same.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from textual.theme import Theme

from readiness.i18n.language import N_
from readiness.tui.states import dark, high_contrast, light, sixteen

DARK, LIGHT, CONTRAST, TERMINAL = "dark", "light", "contrast", "terminal"

NAMES = {
    DARK: N_("Dark"),
    LIGHT: N_("Light"),
    CONTRAST: N_("High contrast"),
    TERMINAL: N_("The terminal's own"),
}
"""Each theme with its name in words, in the order in which the key goes round."""

FEW = (None, "standard", "windows")
"""What Rich calls a terminal with no more than 16 colours."""

LIGHT_BACKGROUNDS = ("7", *(str(number) for number in range(9, 16)))
"""Which of a terminal's sixteen colours are light as a background."""

_OF_THE_TERMINAL = (
    "text",
    "text-muted",
    "text-disabled",
    "text-error",
    "border",
    "border-blurred",
    "block-cursor-blurred-background",
    "block-cursor-blurred-foreground",
    "block-hover-background",
    "surface-active",
    "scrollbar",
    "scrollbar-hover",
    "scrollbar-active",
    "scrollbar-background",
    "scrollbar-background-hover",
    "scrollbar-background-active",
)
_MARKED = (
    "panel",
    "block-cursor-background",
    "input-cursor-background",
    "input-selection-background",
    "screen-selection-background",
)
_ON_MARKED = (
    "panel-foreground",
    "block-cursor-foreground",
    "input-cursor-foreground",
    "input-selection-foreground",
    "screen-selection-foreground",
)

_SHARED = {
    "trouble-foreground": "#ffffff",
    "ansi-background": "ansi_default",
    "ansi-foreground": "ansi_default",
    "input-cursor-text-style": "none",
    "block-cursor-text-style": "bold",
    "button-focus-text-style": "bold",
}

_COLOURS = {
    "primary": ("#7fb4e6", "#1b5c96", "#ffff55"),
    "secondary": ("#9db7c9", "#3d5a70", "#ffffff"),
    "warning": ("#e0b25c", "#8a5a00", "#ffff55"),
    "error": ("#f08a80", "#a3261b", "#ffb3ab"),
    "success": ("#8fc79a", "#1f6b34", "#b8ffc4"),
    "accent": ("#e0b25c", "#8a5a00", "#ffff55"),
    "foreground": ("#e6e9ec", "#1d2329", "#ffffff"),
    "background": ("#15191e", "#fafbfc", "#000000"),
    "surface": ("#1c2229", "#f1f4f6", "#000000"),
    "panel": ("#27303a", "#dfe6ec", "#ffffff"),
    "boost": ("#20272f", "#edf1f4", "#000000"),
}
"""The colours of a theme by Textual's names: in the dark one, the light one, with high contrast."""

_VARIABLES = {
    "text": ("#f2f4f6", "#12171c", "#ffffff"),
    "panel-foreground": ("#f2f4f6", "#12171c", "#000000"),
    "text-muted": ("#b3bcc5", "#4a555f", "#ffffff"),
    "text-disabled": ("#9aa5af", "#5a6670", "#e0e0e0"),
    "text-error": ("#f5a49c", "#98221a", "#ffb3ab"),
    "surface-active": ("#33404c", "#d3dde6", "#303030"),
    "border": _COLOURS["primary"],
    "border-blurred": ("#5f7386", "#7d8d9b", "#ffffff"),
    "block-cursor-background": ("#1f4f7d", "#134a7c", "#ffff55"),
    "block-cursor-foreground": ("#ffffff", "#ffffff", "#000000"),
    "block-cursor-blurred-background": ("#2c3d4e", "#cfdce7", "#404040"),
    "block-cursor-blurred-foreground": ("#f2f4f6", "#12171c", "#ffffff"),
    "block-hover-background": ("#26313c", "#e3eaf0", "#303030"),
    "input-cursor-background": ("#e6e9ec", "#1d2329", "#ffff55"),
    "input-cursor-foreground": ("#15191e", "#fafbfc", "#000000"),
    "input-selection-background": ("#34618d", "#134a7c", "#ffff55"),
    "input-selection-foreground": ("#ffffff", "#ffffff", "#000000"),
    "trouble-background": ("#8c2b22", "#a3261b", "#9b0000"),
    "scrollbar": ("#5f7386", "#7d8d9b", "#ffff55"),
    "scrollbar-hover": _COLOURS["primary"],
    "scrollbar-active": _COLOURS["primary"],
    "scrollbar-background": ("#1c2229", "#e8edf1", "#000000"),
    "hint-style": ("none", "none", "italic"),
}
"""The same of what styles name besides."""


def _theme(name: str, states: Mapping[str, str], *, is_dark: bool = True) -> Theme:
    """One of the themes with colours of our own."""
    at = (DARK, LIGHT, CONTRAST).index(name)
    colours: dict[str, Any] = {colour: shades[at] for colour, shades in _COLOURS.items()}
    variables = {colour: shades[at] for colour, shades in _VARIABLES.items()}
    return Theme(name, dark=is_dark, **colours, variables={**_SHARED, **states, **variables})


THEMES = (
    _theme(DARK, dark()),
    _theme(LIGHT, light(), is_dark=False),
    _theme(CONTRAST, high_contrast()),
    Theme(
        name=TERMINAL,
        ansi=True,
        dark=True,
        primary="ansi_default",
        warning="ansi_default",
        error="ansi_default",
        success="ansi_default",
        accent="ansi_default",
        variables={
            **_SHARED,
            **sixteen(),
            **dict.fromkeys(_OF_THE_TERMINAL, "ansi_default"),
            **dict.fromkeys(_MARKED, "ansi_white"),
            **dict.fromkeys(_ON_MARKED, "ansi_black"),
            "hint-style": "dim",
            "block-cursor-blurred-text-style": "underline",
            "trouble-background": "ansi_red",
            "trouble-foreground": "ansi_bright_white",
        },
    ),
)


def is_colourless(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether the person asked every program for no colours, by setting NO_COLOR."""
    return "NO_COLOR" in environ


def offered(environ: Mapping[str, str], colours: str | None) -> tuple[str, ...]:
    """The themes that can be shown on a terminal with this many colours, as Rich calls it."""
    if is_colourless(environ):
        return (TERMINAL,)
    if colours in FEW:
        return (TERMINAL, CONTRAST)
    return tuple(NAMES)


def first_choice(environ: Mapping[str, str], colours: str | None) -> str:
    """The theme that fits a terminal by what it says of itself.

    It may say that it has no more than 16 colours, or the number of its background in COLORFGBG,
    such as 0;15. Dark where it says nothing.
    """
    if offered(environ, colours)[0] == TERMINAL:
        return TERMINAL
    background = environ.get("COLORFGBG", "").rpartition(";")[2]
    return LIGHT if background in LIGHT_BACKGROUNDS else DARK
