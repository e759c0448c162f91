"""The patient funnel in bars and words."""

from __future__ import annotations

from readiness.core.patients.funnel import FunnelStage, PatientFunnel
from readiness.core.patients.funnel_words import NAMES, range_words, whole
from readiness.core.patients.penetration import Penetration
from readiness.core.wording.language import N_, _
from readiness.core.wording.words import share_words
from readiness.tui.drawing.text import bar, wrapped

HEADS = {"fit": N_("Fit"), "agree": N_("Say yes"), "start": N_("Start"), "complete": N_("Complete")}
"""What each stage is called before its bar."""

LEFT = 10


def funnel_lines(funnel: PatientFunnel, width: int) -> list[str]:
    """A bar for each stage: `#` up to the low end, `.` from there to the high end."""
    top = funnel.fit
    lines = []
    if funnel.is_estimate:
        lines += wrapped(_("o Those who fit are estimated, which is often generous."), width, "  ")
    for stage in funnel.stages:
        lines += _stage(stage, top, width)
    if funnel.worst is not None:
        words = _("At worst   about {worst} complete, with the worst dropout reckoned with.")
        lines += wrapped(words.format(worst=whole(funnel.worst)), width, "  ")
    lines += ["", *wrapped(_("#  at least   .  up to (where studies differ)"), width)]
    return lines


def _stage(stage: FunnelStage, top: float, width: int) -> list[str]:
    room = max(min(width - LEFT - 1, 60), 8)
    drawn = bar(stage.low, stage.high, top, room)
    words = f"{'':{LEFT}}{range_words(stage)} {NAMES[stage.name]}"
    return [f"{_(HEADS[stage.name]):<{LEFT}}{drawn}", *wrapped(words, width, " " * LEFT)]


def needed_words(completers: int, needed: tuple[int, int | None] | None) -> str:
    """How many must fit so that so many complete."""
    if needed is None:
        return _("So that {completers} complete: cannot be said with these numbers.").format(
            completers=completers
        )
    usual, worst = needed
    if worst is None:
        words = _("So that {completers} complete, about {usual} must fit and be asked.")
        return words.format(completers=completers, usual=usual)
    return _(
        "So that {completers} complete, about {usual} must fit and be asked; "
        "{worst} with the worst dropout reckoned with."
    ).format(completers=completers, usual=usual, worst=worst)


def penetration_words(found: Penetration | None) -> str:
    """The share of those who fit that is likely to be reached."""
    if found is None:
        return ""
    low, middle, high = (share_words(number) for number in (found.low, found.middle, found.high))
    span = (
        middle
        if low == high
        else _("about {middle} ({low} to {high})").format(middle=middle, low=low, high=high)
    )
    held = ""
    if found.is_held_by_places and found.places is not None:
        held = _(" There are places for {places}: places are the limit, not patients.").format(
            places=whole(found.places)
        )
    return _(
        "Penetration: {span} of those who fit are likely to start in the period.{held}"
    ).format(span=span, held=held)
