"""The patient funnel in words: about so many, as a range, and bands for small counts."""

from __future__ import annotations

from collections.abc import Callable
from math import floor

from readiness.domain.capacity.capacity import uncounted
from readiness.domain.checklist.template import Template
from readiness.domain.patients.funnel import NOTHING, FunnelStage, PatientFunnel, Penetration
from readiness.domain.plan.inputs import gathered
from readiness.domain.plan.plan import Plan
from readiness.i18n.language import N_, Words, _
from readiness.i18n.words import exact_words, share_words

NAMES = Words(
    {
        "fit": N_("meet the criteria"),
        "agree": N_("are likely to say yes if all are asked"),
        "start": N_("are likely to start"),
        "complete": N_("are likely to complete"),
    }
)
"""What each stage means."""


def range_words(stage: FunnelStage) -> str:
    """How many patients reach a stage: exact where counted, else about so many with the range."""
    return estimate_words(stage.low, stage.middle, stage.high)


def estimate_words(least: float, likely: float, most: float) -> str:
    """An estimate in whole patients: about 12 (8 to 15); one number where all are equal."""
    low, middle, high = (whole_patients(number) for number in (least, likely, most))
    if low == high:
        return str(middle)
    return _("about {middle} ({low} to {high})").format(middle=middle, low=low, high=high)


def stage_words(stage: FunnelStage) -> str:
    """A stage in words."""
    return f"{range_words(stage)} {NAMES[stage.name]}"


def whole_patients(number: float) -> int:
    """Patients rounded down to whole ones, as a part of a patient is nobody."""
    return floor(number + NOTHING)


def banded(number: float, least: float) -> str:
    """A count for a document that is shared: small ones only as a band."""
    count = whole_patients(number)
    is_small = 0 < count < least
    return _("fewer than {n}").format(n=exact_words(least)) if is_small else str(count)


def funnel_alt(funnel: PatientFunnel) -> str:
    """The whole funnel in a sentence."""
    said = "; ".join(stage_words(stage) for stage in funnel.stages)
    return f"{said}. {worst_words(funnel)}".strip()


def about_words(number: float) -> str:
    """An estimate of patients without its range: about 12."""
    return _("about {n}").format(n=whole_patients(number))


def worst_words(funnel: PatientFunnel, counted: Callable[[float], str] = about_words) -> str:
    """How many complete at the worst dropout of any study; empty where none is known.

    `counted` says how a document writes an estimated count.
    """
    if funnel.worst is None:
        return ""
    words = _("With the worst dropout reckoned with, {worst} complete.")
    return words.format(worst=counted(funnel.worst))


def uncounted_words(plan: Plan, template: Template) -> str:
    """Which shares nobody has given, so that the funnel cannot be reckoned whole; empty if none."""
    names = ["acceptance", "start_share", "dropout"]
    inputs = gathered(plan, template)
    if inputs.number("eligible") is None and inputs.number("population") is not None:
        names.insert(0, "eligible_share")
    numbers = template.practice.numbers
    missing = uncounted(names, plan, template)
    labels = [numbers[name].label for name in missing if name in numbers]
    if not labels:
        return ""
    words = _("Not measured for this practice, so count your own: {numbers}.")
    return words.format(numbers="; ".join(labels))


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
            places=whole_patients(found.places)
        )
    return _(
        "Penetration: {span} of those who fit are likely to start in the period.{held}"
    ).format(span=span, held=held)
