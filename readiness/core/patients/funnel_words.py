"""The patient funnel in words: about so many, as a range, and bands for small counts."""

from __future__ import annotations

from math import floor

from readiness.core.patients.funnel import NOTHING, FunnelStage, PatientFunnel

NAMES = {
    "fit": "meet the criteria",
    "agree": "are likely to say yes if all are asked",
    "start": "are likely to start",
    "complete": "are likely to complete",
}
"""What each stage means."""


def range_words(stage: FunnelStage) -> str:
    """A stage's number: exact where it was counted, else about so many with its range."""
    low, middle, high = (whole(number) for number in (stage.low, stage.middle, stage.high))
    if low == high:
        return str(middle)
    return f"about {middle} ({low} to {high})"


def stage_words(stage: FunnelStage) -> str:
    """A stage in words."""
    return f"{range_words(stage)} {NAMES[stage.name]}"


def whole(number: float) -> int:
    """Whole patients: a part of one is nobody."""
    return floor(number + NOTHING)


def banded(number: float, least: float) -> str:
    """A count for a document that is shared: small ones only as a band."""
    count = whole(number)
    return f"fewer than {least:g}" if 0 < count < least else str(count)


def funnel_alt(funnel: PatientFunnel) -> str:
    """The whole funnel in a sentence."""
    said = "; ".join(stage_words(stage) for stage in funnel.stages)
    return f"{said}. With the worst dropout that was seen, about {whole(funnel.worst)} complete."
