"""Stands between who answers a workshop and the plans of whoever's computer it is."""

from __future__ import annotations

from textual.screen import ModalScreen


class Curtain(ModalScreen[None]):
    """Shows nothing; while it is there no command leads away from the questions."""

    DEFAULT_CSS = """
    Curtain { background: $background; &:ansi { background: ansi_default; } }
    """
