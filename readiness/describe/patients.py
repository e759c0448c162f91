"""The patients in words: the places that the hours leave, what moves who completes, whose they are.

Places are no patients: how many are likely to start is for the funnel to say, and both numbers
stand in the same document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from readiness.domain.capacity.ledger import Completing, Ledger
from readiness.domain.checklist.template import Template
from readiness.domain.patients.funnel import PatientFunnel, eligible_of, funnel_of, share_of
from readiness.domain.patients.funnel_words import estimate_words, whole_patients
from readiness.domain.plan.fields import answer_lines
from readiness.domain.plan.inputs import input_ref
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.facts import Facts
from readiness.i18n.language import _, n_
from readiness.i18n.words import date_words, listed, number_words, share_words


def fit_told(count: str) -> str:
    """How many patients meet the criteria; `count` as it is written where this is told."""
    return _("{n} meet the criteria").format(n=count)


def stages_told(funnel: PatientFunnel, wanted: float | None) -> str:
    """The patients from those who fit to those who complete in one sentence, without ranges."""
    named = {one.name: whole_patients(one.middle) for one in funnel.stages}
    said = [_("{fit} fit").format(fit=named["fit"])]
    if wanted is not None:
        said.append(_("{n} are wanted").format(n=number_words(wanted)))
    for name, words in (
        ("agree", _("about {n} say yes")),
        ("start", _("{n} start")),
        ("complete", _("{n} complete if there is time")),
    ):
        said += [words.format(n=named[name])] if name in named else []
    return f"{listed(said)}."


def completing_words(one: Completing | None) -> str:
    """How many complete, about, with the range."""
    if one is None:
        return _("an unknown number")
    return estimate_words(one.low, one.middle, one.high)


def places_words(ledger: Ledger) -> str:
    """How many places there are, and who complete if every one is filled."""
    if ledger.started is None:
        return _("not known: count how many sessions the whole programme has.")
    if ledger.completing is None:
        words = _("{places} for patients within the period; count how many drop out.")
        return words.format(places=whole_patients(ledger.started))
    within = completing_words(ledger.completing)
    later = completing_words(ledger.completing_later)
    return _(
        "{places} for patients within the period; if every place is filled, {within} complete "
        "within it, {later} by the end of the time it should hold."
    ).format(places=whole_patients(ledger.started), within=within, later=later)


def beyond_words(facts: Facts, counted: Callable[[float], str] = str) -> str:
    """That there are more places than patients who meet the criteria; empty where there are not.

    `counted` says how the document writes a count.
    """
    ledger, fit = facts.ledger, facts.of("eligible")
    fit = facts.of("eligible_estimated") if fit is None else fit
    places = ledger.started if ledger is not None else None
    if (
        places is None
        or not isinstance(fit, int | float)
        or whole_patients(places) <= whole_patients(fit)
    ):
        return ""
    return _(
        "There are more places than patients who meet the criteria ({fit}); "
        "\u201cPatients\u201d says how many are likely to start."
    ).format(fit=counted(whole_patients(fit)))


MORE = 10
"""Patients more who fit, of whom it is said how many of them complete."""


def moves_told(plan: Plan, template: Template) -> Iterator[str]:
    """What the number who complete hangs on most: a share from its low to its high end, at a time.

    Nothing where nobody counted who fits, or a share is not known.
    """
    fit, _is_estimate = eligible_of(plan, template)
    funnel = funnel_of(plan, template)
    end = funnel.stage("complete") if funnel is not None else None
    if not fit or end is None:
        return
    said = [share_of(f"acceptance{one}", plan, template) for one in ("_low", "", "_high")]
    gone = [share_of(f"dropout{one}", plan, template) for one in ("_high", "", "_low")]
    more = round(end.middle / fit * MORE)
    words = n_(
        "{more} more who fit: about {n} more completes.",
        "{more} more who fit: about {n} more complete.",
        more,
    )
    yield words.format(more=MORE, n=more)
    ends = (said[0], said[2], gone[0], gone[2])
    if None in (*said, *gone):
        return
    low, high, most, least = (float(one or 0) for one in ends)
    usual, lost = float(said[1] or 0), float(gone[1] or 0)
    yield _("If {low} to {high} of those asked say yes: {few} to {many} complete.").format(
        low=share_words(low),
        high=share_words(high),
        few=round(fit * low * (1 - lost)),
        many=round(fit * high * (1 - lost)),
    )
    yield _("If {most} down to {least} drop out: {few} to {many} complete.").format(
        most=share_words(most),
        least=share_words(least),
        few=round(fit * usual * (1 - most)),
        many=round(fit * usual * (1 - least)),
    )


def asking_told(plan: Plan, template: Template) -> list[str]:
    """Who asks patients, from when and in what words; empty where no question asks for it."""
    ref = input_ref(template, "recruit_date")
    return answer_lines(template, ref.item, plan) if ref is not None else []


def patients_of_each(plan: Plan, facts: Facts) -> Iterator[str]:
    """What is planned for each practitioner: patients at a time, how many suit, until when."""
    for who in plan.people:
        own, pieces = facts.people.get(who, {}), list[str]()
        planned, suitable, leaves = (
            own.get(name) for name in ("patients", "suitable_patients", "leaves")
        )
        if isinstance(planned, int | float):
            pieces.append(_("{n} planned").format(n=number_words(planned)))
        if isinstance(suitable, int | float):
            pieces.append(_("meets {n} who suit").format(n=number_words(suitable)))
        if isinstance(leaves, date):
            pieces.append(_("leaves on {day}").format(day=date_words(leaves)))
        said = ", ".join(pieces) or _("nothing is said yet")
        yield f"{who}: {said}"
