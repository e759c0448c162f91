"""The patient funnel in bars and words."""

from __future__ import annotations

from readiness.domain.patients.funnel import FunnelStage, PatientFunnel
from readiness.domain.patients.funnel_words import NAMES, range_words, whole
from readiness.i18n.language import N_, _
from readiness.tui.drawing.text import bar
from readiness.tui.plain import wrapped

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
