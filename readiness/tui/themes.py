"""The colours: one calm look, dark, light, with high contrast, or the terminal's own.

Colour only helps: signs, words, bold and reverse carry every state, so that the terminal's own
colours, and none at all, say the same.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from textual.theme import Theme

from readiness.i18n.language import N_
from readiness.tui.state_colours import contrast, dark, light, sixteen

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
    "hint-style": "none",
    "trouble-foreground": "#ffffff",
    "ansi-background": "ansi_default",
    "ansi-foreground": "ansi_default",
    "input-cursor-text-style": "none",
    "block-cursor-text-style": "bold",
    "button-focus-text-style": "bold",
}

THEMES = (
    Theme(
        name=DARK,
        dark=True,
        primary="#7fb4e6",
        secondary="#9db7c9",
        warning="#e0b25c",
        error="#f08a80",
        success="#8fc79a",
        accent="#e0b25c",
        foreground="#e6e9ec",
        background="#15191e",
        surface="#1c2229",
        panel="#27303a",
        boost="#20272f",
        variables={
            **_SHARED,
            **dark(),
            "text": "#f2f4f6",
            "panel-foreground": "#f2f4f6",
            "text-muted": "#b3bcc5",
            "text-disabled": "#9aa5af",
            "text-error": "#f5a49c",
            "surface-active": "#33404c",
            "border": "#7fb4e6",
            "border-blurred": "#5f7386",
            "block-cursor-background": "#1f4f7d",
            "block-cursor-foreground": "#ffffff",
            "block-cursor-blurred-background": "#2c3d4e",
            "block-cursor-blurred-foreground": "#f2f4f6",
            "block-hover-background": "#26313c",
            "input-cursor-background": "#e6e9ec",
            "input-cursor-foreground": "#15191e",
            "input-selection-background": "#34618d",
            "input-selection-foreground": "#ffffff",
            "trouble-background": "#8c2b22",
            "scrollbar": "#5f7386",
            "scrollbar-hover": "#7fb4e6",
            "scrollbar-active": "#7fb4e6",
            "scrollbar-background": "#1c2229",
        },
    ),
    Theme(
        name=LIGHT,
        dark=False,
        primary="#1b5c96",
        secondary="#3d5a70",
        warning="#8a5a00",
        error="#a3261b",
        success="#1f6b34",
        accent="#8a5a00",
        foreground="#1d2329",
        background="#fafbfc",
        surface="#f1f4f6",
        panel="#dfe6ec",
        boost="#edf1f4",
        variables={
            **_SHARED,
            **light(),
            "text": "#12171c",
            "panel-foreground": "#12171c",
            "text-muted": "#4a555f",
            "text-disabled": "#5a6670",
            "text-error": "#98221a",
            "surface-active": "#d3dde6",
            "border": "#1b5c96",
            "border-blurred": "#7d8d9b",
            "block-cursor-background": "#134a7c",
            "block-cursor-foreground": "#ffffff",
            "block-cursor-blurred-background": "#cfdce7",
            "block-cursor-blurred-foreground": "#12171c",
            "block-hover-background": "#e3eaf0",
            "input-cursor-background": "#1d2329",
            "input-cursor-foreground": "#fafbfc",
            "input-selection-background": "#134a7c",
            "input-selection-foreground": "#ffffff",
            "trouble-background": "#a3261b",
            "scrollbar": "#7d8d9b",
            "scrollbar-hover": "#1b5c96",
            "scrollbar-active": "#1b5c96",
            "scrollbar-background": "#e8edf1",
        },
    ),
    Theme(
        name=CONTRAST,
        dark=True,
        primary="#ffff55",
        secondary="#ffffff",
        warning="#ffff55",
        error="#ffb3ab",
        success="#b8ffc4",
        accent="#ffff55",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#ffffff",
        boost="#000000",
        variables={
            **_SHARED,
            **contrast(),
            "hint-style": "italic",
            "text": "#ffffff",
            "panel-foreground": "#000000",
            "text-muted": "#ffffff",
            "text-disabled": "#e0e0e0",
            "text-error": "#ffb3ab",
            "surface-active": "#303030",
            "border": "#ffff55",
            "border-blurred": "#ffffff",
            "block-cursor-background": "#ffff55",
            "block-cursor-foreground": "#000000",
            "block-cursor-blurred-background": "#404040",
            "block-cursor-blurred-foreground": "#ffffff",
            "block-hover-background": "#303030",
            "input-cursor-background": "#ffff55",
            "input-cursor-foreground": "#000000",
            "input-selection-background": "#ffff55",
            "input-selection-foreground": "#000000",
            "trouble-background": "#9b0000",
            "scrollbar": "#ffff55",
            "scrollbar-hover": "#ffff55",
            "scrollbar-active": "#ffff55",
            "scrollbar-background": "#000000",
        },
    ),
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
