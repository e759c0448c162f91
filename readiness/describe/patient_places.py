"""The places that the hours leave for patients: how many, and what follows if all are filled.

Places are no patients: how many are likely to start is for the funnel to say, and both numbers
stand in the same document.
"""

from __future__ import annotations

from collections.abc import Callable

from readiness.domain.capacity.ledger import Completing, Ledger
from readiness.domain.patients.funnel_words import between, whole
from readiness.domain.rules.facts import Facts
from readiness.i18n.language import _


def completing_words(one: Completing | None) -> str:
    """How many complete, about, with the range."""
    if one is None:
        return _("an unknown number")
    return between(one.low, one.middle, one.high)


def places_words(ledger: Ledger) -> str:
    """How many places there are, and who complete if every one is filled."""
    if ledger.started is None:
        return _("not known: count how many sessions the whole programme has.")
    if ledger.completing is None:
        words = _("{places} for patients within the period; count how many drop out.")
        return words.format(places=whole(ledger.started))
    within = completing_words(ledger.completing)
    later = completing_words(ledger.completing_later)
    return _(
        "{places} for patients within the period; if every place is filled, {within} complete "
        "within it, {later} by the end of the time it should hold."
    ).format(places=whole(ledger.started), within=within, later=later)


def beyond_words(facts: Facts, counted: Callable[[float], str] = str) -> str:
    """That there are more places than patients who meet the criteria; empty where there are not.

    `counted` says how the document writes a count.
    """
    ledger, fit = facts.ledger, facts.of("eligible")
    fit = facts.of("eligible_estimated") if fit is None else fit
    places = ledger.started if ledger is not None else None
    if places is None or not isinstance(fit, int | float) or whole(places) <= whole(fit):
        return ""
    return _(
        "There are more places than patients who meet the criteria ({fit}); "
        "\u201cPatients\u201d says how many are likely to start."
    ).format(fit=counted(whole(fit)))
