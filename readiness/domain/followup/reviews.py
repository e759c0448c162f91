"""Rules of fidelity reviews and results: held, settled, told, acted on; and the core kept."""

from __future__ import annotations

from datetime import date, timedelta

from readiness.domain.followup.agenda import REVIEW_REACH, chosen_dates
from readiness.domain.followup.case import NOT_DUE, Case, StandingState, Verdict
from readiness.domain.followup.due import met
from readiness.domain.followup.scale import (
    agreement_of,
    band_of,
    band_words,
    gaps_open,
    reviews_before,
    scale_of,
    settled_of_review,
)
from readiness.domain.kinds.value import NO, NOT_SURE, PARTLY, YES
from readiness.domain.plan.records import ADVICE, DECLINED
from readiness.domain.plan.tables import date_of, settled_of, text_of
from readiness.i18n.dates import plus_weeks
from readiness.i18n.language import _, n_
from readiness.i18n.words import exact_words, with_values

DECIMALS = 2
"""Decimals of a mean score."""


def held(case: Case) -> Verdict:
    """FOL-10: a fidelity review is late, in days.

    Amber after `review_late_days`, red after `review_missed_days`, or where the period ended
    without any review.
    """
    late, missed = case.limit("review_late_days"), case.limit("review_missed_days")
    reviews = [day for day, _fields in case.dated("fidelity")]
    due = [day for day in chosen_dates(case.events, "review") if case.start <= day < case.today]
    limits = ("review_late_days", "review_missed_days")
    if case.today >= case.end and not reviews:
        return Verdict("red", _("The period ended without a fidelity review."))
    wanting = [day for day in due if day not in met(due, reviews, REVIEW_REACH)]
    if not wanting or late is None or missed is None:
        if not reviews:
            return NOT_DUE
        says = with_values(_("The last was on {date}."), date=reviews[-1])
        return Verdict("on plan", says, limits)
    days = (case.today - wanting[0]).days
    says = with_values(_("The review of {date} is {n} days late."), date=wanting[0], n=days)
    state: StandingState = "red" if days > missed else "amber" if days > late else "not recorded"
    return Verdict(state, says, limits)


def settling(case: Case) -> Verdict:
    """FOL-11: raters' scores far apart are not settled.

    Amber where they differ by `settle_gap` points or more, `settle_days` after they were shown.
    """
    days, found = case.limit("settle_days"), list[Verdict]()
    if days is None:
        return NOT_DUE
    limits = ("settle_gap", "settle_days")
    for day, fields in case.dated("fidelity"):
        revealed, gaps = date_of(fields, "revealed_on"), gaps_open(case, day.isoformat())
        if revealed is None:
            continue
        words = n_(
            "{n} criterion of the review of {date} is not settled.",
            "{n} criteria of the review of {date} are not settled.",
            len(gaps),
        )
        says = with_values(words, n=len(gaps), date=day)
        if not gaps:
            says = with_values(_("The review of {date} is settled."), date=day)
            found.append(Verdict("on plan", says, limits))
        elif case.today > revealed + timedelta(days=round(days)):
            return Verdict("amber", says, limits)
        else:
            found.append(Verdict("not recorded", says, limits))
    return found[-1] if found else NOT_DUE


def told(case: Case) -> Verdict:
    """FOL-12: practitioners were not told of a review within `feedback_weeks`; red after twice."""
    weeks = case.template.limit("feedback_weeks")
    reviews = case.dated("fidelity")
    if not reviews:
        return NOT_DUE
    untold = [day for day, fields in reviews if "told_on" not in fields]
    if not untold:
        says = with_values(_("The review of {date} was told."), date=reviews[-1][0])
        return Verdict("on plan", says)
    first = untold[0]
    says = with_values(_("The review of {date} is not told yet."), date=first)
    if case.today > plus_weeks(first, 2 * weeks):
        return Verdict("red", says)
    return Verdict("amber" if case.today > plus_weeks(first, weeks) else "not recorded", says)


def advice(case: Case) -> Verdict:
    """FOL-13: advice is neither an action nor declined `advice_weeks` after its review."""
    weeks = case.limit("advice_weeks")
    if weeks is None:
        return NOT_DUE
    adopted = {text_of(fields, "from") for fields in case.plan.actions.values()}
    given, waiting = 0, list[date]()
    for day, _fields in case.dated("fidelity"):
        for key, row in case.plan.scores.get(day.isoformat(), {}).items():
            if not settled_of(row, ADVICE):
                continue
            given += 1
            is_done = f"fidelity.{day}.{key}" in adopted or settled_of(row, DECLINED)
            waiting += [] if is_done else [day]
    limits = ("advice_weeks",)
    if not given:
        return NOT_DUE
    if not waiting:
        return Verdict("on plan", _("All advice is adopted or declined."), limits)
    words = n_(
        "{n} piece of advice is neither an action nor declined.",
        "{n} pieces of advice are neither actions nor declined.",
        len(waiting),
    )
    is_late = case.today > plus_weeks(waiting[0], weeks)
    state: StandingState = "amber" if is_late else "not recorded"
    return Verdict(state, words.format(n=len(waiting)), limits)


def band(case: Case) -> Verdict:
    """FOL-14: a review's settled total is below the scale's first band.

    Amber in a lower band; red below all of them, and where it fell since the review before by more
    than two raters' disagreement explains.
    """
    reviews = [day.isoformat() for day, _fields in case.dated("fidelity")]
    for review in reversed(reviews):
        scale = scale_of(case.template, case.plan, review)
        total = settled_of_review(case.plan, case.template, review).total
        if scale is None or total is None:
            continue
        score, day = exact_words(round(total, DECIMALS)), date.fromisoformat(review)
        said = with_values(_("The review of {date}: {score}"), date=day, score=score)
        if case.plan.fidelity[review].get("own_staff") == YES:
            return Verdict("too few", _("{said}, rated by the service itself.").format(said=said))
        if not scale.bands:
            return Verdict("on plan", f"{said}.", scale.bands)
        fall = _fall(case, review, total)
        if fall:
            return Verdict("red", f"{said}, {fall}.", scale.bands)
        reached = band_of(case.template, scale, total)
        said = f"{said}, {band_words(scale, reached)}"
        state: StandingState = "on plan" if reached == scale.bands[0] else "amber"
        return Verdict(state if reached else "red", f"{said}.", scale.bands)
    return NOT_DUE


def _fall(case: Case, review: str, total: float) -> str:
    """What to say of a total that is lower than the one before by more than can be noise."""
    day = date.fromisoformat(review)
    now, found = case.plan.fidelity[review], agreement_of(case.plan, review)
    for earlier in reversed(reviews_before(case.plan, day)):
        then = case.plan.fidelity[earlier]
        same = all(now.get(name) == then.get(name) for name in ("scale", "scale_version"))
        before = settled_of_review(case.plan, case.template, earlier).total
        if same and before is not None and found is not None:
            is_lower = before - total > found.readable_change
            words = _("lower than {score} before")
            return words.format(score=exact_words(round(before, DECIMALS))) if is_lower else ""
    return ""


def results_told(case: Case) -> Verdict:
    """FOL-15: results were not told in a meeting within `feedback_weeks`; red for two of them."""
    weeks = case.template.limit("feedback_weeks")
    results = case.dated("results")
    if not results:
        return NOT_DUE
    untold = [day for day, fields in results if "told_on" not in fields]
    if not untold:
        says = with_values(_("The results of {date} were told."), date=results[-1][0])
        return Verdict("on plan", says)
    says = with_values(_("The results of {date} are not told yet."), date=untold[0])
    if case.today <= plus_weeks(untold[0], weeks):
        return Verdict("not recorded", says)
    return Verdict("red" if len(untold) > 1 else "amber", says)


def core(case: Case) -> Verdict:
    """FOL-17: an adaptation does not keep the core of the practice, or nobody decided it.

    Amber where it was left unsure and the day to look at it again has passed.
    """
    held_on = [one for one in case.plan.adaptations.values() if one.get("outcome") != "drop"]
    if not held_on:
        return NOT_DUE
    for one in held_on:
        what = text_of(one, "what") or _("An adaptation")
        if one.get("core_kept") == NO:
            return Verdict("red", _("{what}: the core is not kept.").format(what=what))
        if one.get("decided_by") == NO:
            return Verdict("red", _("{what}: nobody decided it.").format(what=what))
    for one in held_on:
        again = date_of(one, "look_again")
        is_unsure = one.get("core_kept") in (NOT_SURE, PARTLY)
        if is_unsure and again is not None and again < case.today:
            what = text_of(one, "what") or _("An adaptation")
            words = _("{what}: whether the core is kept is still not sure.")
            return Verdict("amber", words.format(what=what))
    words = n_(
        "{n} adaptation, and the core is kept.",
        "{n} adaptations, and the core is kept.",
        len(held_on),
    )
    return Verdict("on plan", words.format(n=len(held_on)))
