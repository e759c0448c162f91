"""The screens beside the questions: their keys, their titles, their classes."""

from __future__ import annotations

import importlib

from textual.screen import Screen

from readiness.i18n.language import N_

CATALOGUE: dict[str, tuple[str, str, str]] = {
    "today": ("o", N_("Today: what is due after the start"), "TodayScreen"),
    "hours": ("h", N_("Hours needed and freed"), "HoursScreen"),
    "patients": ("e", N_("Patients"), "PatientsScreen"),
    "monitoring": ("i", N_("Monitoring"), "MonitoringScreen"),
    "actions": ("a", N_("Action plan"), "ActionsScreen"),
    "calendar": ("c", N_("Calendar"), "CalendarScreen"),
    "flags": ("x", N_("Flags and X-rays"), "FlagsScreen"),
    "document": ("d", N_("Document"), "DocumentScreen"),
    "versions": ("v", N_("Versions: sittings and copies"), "VersionsScreen"),
}
"""Name of each screen, which is its module's, to its key, title and class."""


def screen_of(name: str) -> type[Screen[None]]:
    """The class of a screen; loaded only now, so that the program's first screen comes sooner."""
    module = importlib.import_module(f"readiness.tui.screens.{name}")
    found: type[Screen[None]] = getattr(module, CATALOGUE[name][2])
    return found
