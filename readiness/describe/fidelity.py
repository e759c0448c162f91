"""What is told of a fidelity review: how the raters compare, what is settled, and its total."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

from readiness.domain.checklist.template import Template
from readiness.domain.followup.scale import (
    RESEARCH_RATINGS,
    RESEARCH_REVIEWS,
    Agreement,
    agreement_of,
    band_of,
    band_words,
    intraclass,
    pairs_of,
    raters_of,
    scale_of,
    settled_of_review,
    weighted_kappa,
    widest_first,
)
from readiness.domain.kinds.value import YES
from readiness.domain.plan.inputs import as_number
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.records import ADVICE, DECLINED, ROW_REASON, SETTLED
from readiness.domain.plan.tables import text_of
from readiness.i18n.language import _, n_
from readiness.i18n.words import date_words, exact_words, first_down, listed

DECIMALS = 2


def comparison_lines(plan: Plan, template: Template, review: str) -> Iterator[str]:
    """How two raters compare, the widest gap first, and what the review came to."""
    found = agreement_of(plan, review)
    if found is not None:
        yield agreement_words(found, raters_of(plan.fidelity[review]))
        pairs = pairs_of(plan, review)
        for key in widest_first(pairs):
            if pairs[key][0] != pairs[key][1]:
                yield criterion_line(plan, template, review, key)
    yield total_words(plan, template, review)
    for key, row in plan.scores.get(review, {}).items():
        if text_of(row, ADVICE):
            yield _advice(plan, template, (review, key))


def finished_words(who: str, *, finished: bool) -> str:
    """Whether a rater has finished: nothing else of a rating is told before all are shown."""
    state = _("finished") if finished else _("not finished")
    return f"{who}: {state}."


def agreement_words(found: Agreement, raters: tuple[str, ...]) -> str:
    """How far two raters agree, in counts and points and never as a coefficient."""
    words = _("{same} of {all} the same, {near} within one point")
    said = words.format(same=found.same, all=found.rated, near=found.within_one)
    points = exact_words(round(abs(found.direction), DECIMALS))
    if not found.direction:
        return f"{said}."
    lower = raters[1] if found.direction > 0 else raters[0]
    more = _("{said}; {who} scored {points} lower on the whole.")
    return more.format(said=said, who=lower, points=points)


def criterion_label(template: Template, plan: Plan, review: str, key: str) -> str:
    """A criterion by its number and name; by its id where the template does not have it."""
    scale = scale_of(template, plan, review)
    one = scale.items.get(key) if scale else None
    return f"{one.number} {one.label}" if one else key.replace("_", " ")


def criteria_in_order(plan: Plan, template: Template, review: str) -> list[str]:
    """The criteria of a review in the order of its scale, and any that the scale lacks."""
    scale = scale_of(template, plan, review)
    own = list(scale.items) if scale else []
    return [*own, *(key for key in plan.scores.get(review, {}) if key not in own)]


def criteria_of(plan: Plan, template: Template, review: str) -> list[str]:
    """The criteria of a review, those first on which the raters are furthest apart."""
    keys, apart = criteria_in_order(plan, template, review), widest_first(pairs_of(plan, review))
    return sorted(keys, key=lambda key: apart.index(key) if key in apart else len(apart))


def criterion_line(plan: Plan, template: Template, review: str, key: str) -> str:
    """What each rater scored for a criterion, and what is settled, with the reason."""
    row = plan.scores.get(review, {}).get(key, {})
    label = criterion_label(template, plan, review, key)
    given = [(who, as_number(row.get(who))) for who in raters_of(plan.fidelity[review])]
    scores = ", ".join(f"{who} {exact_words(score)}" for who, score in given if score is not None)
    settled = as_number(row.get(SETTLED))
    if settled is not None:
        words = _("{label}: {scores}, settled {score}.")
        said = words.format(label=label, scores=scores or "-", score=exact_words(settled))
        reason = text_of(row, ROW_REASON)
        return f"{said} {reason}" if reason else said
    if not scores:
        return _("{label}: no score yet.").format(label=label)
    if key in settled_of_review(plan, template, review).scores:
        return f"{label}: {scores}."
    return _("{label}: {scores}, not settled.").format(label=label, scores=scores)


def criterion_sign(plan: Plan, template: Template, review: str, key: str) -> str:
    """Whether a criterion has its score (+), is to be settled (^), or has none (.)."""
    if key in settled_of_review(plan, template, review).scores:
        return "+"
    return "^" if plan.scores.get(review, {}).get(key) else "."


def no_review(day: str) -> str:
    """That the plan has no fidelity review of a day, as it was typed."""
    return _("There is no review of {day} in the plan.").format(day=day)


def no_scores() -> str:
    """That the raters of no fidelity review have seen each other's scores."""
    return _("No fidelity review has scores yet.")


def not_shown_yet() -> str:
    """That the raters have not seen each other's scores."""
    return _("The scores are not shown to each other yet.")


def review_line(plan: Plan, template: Template, review: str) -> str:
    """A review in one line: its day, what waits, and what it came to."""
    day = date_words(date.fromisoformat(review))
    if "revealed_on" not in plan.fidelity[review]:
        return f"{day}: {first_down(not_shown_yet())}"
    keys = criteria_of(plan, template, review)
    unsettled = sum(criterion_sign(plan, template, review, key) == "^" for key in keys)
    waiting = sum(is_open_advice(plan, review, key) for key in keys)
    said = []
    if unsettled:
        said.append(
            n_("{n} score to settle", "{n} scores to settle", unsettled).format(n=unsettled)
        )
    if waiting:
        words = n_("{n} piece of advice open", "{n} pieces of advice open", waiting)
        said.append(words.format(n=waiting))
    total = total_words(plan, template, review)
    return f"{day}: {listed(said)}. {total}" if said else f"{day}: {total}"


def total_words(plan: Plan, template: Template, review: str) -> str:
    """What a review came to: the total with its band, or why there is none; and what is weakest."""
    found, scale = settled_of_review(plan, template, review), scale_of(template, plan, review)
    if scale is None:
        return _("The template does not have the scale of this review.")
    if found.total is None:
        if scale.total == "none":
            return scale.about or _("This scale has no total.")
        words = n_(
            "{n} criterion has no score yet: no total.",
            "{n} criteria have no score yet: no total.",
            len(found.wanting),
        )
        return words.format(n=len(found.wanting))
    weakest = listed(criterion_label(template, plan, review, key) for key in found.weakest)
    said = _("Lowest: {weakest}. Settled {score}").format(
        weakest=weakest, score=exact_words(round(found.total, DECIMALS))
    )
    if plan.fidelity[review].get("own_staff") == YES:
        return _("{said}, rated by the service itself: no band.").format(said=said)
    band = band_of(template, scale, found.total)
    if not scale.bands:
        return f"{said}."
    return _("{said}: {band} (a convention, not a tested limit).").format(
        said=said, band=band_words(scale, band)
    )


def _advice(plan: Plan, template: Template, which: tuple[str, str]) -> str:
    label = criterion_label(template, plan, *which)
    return _("Advice on {label}: {advice}").format(label=label, advice=advice_words(plan, *which))


def advice_words(plan: Plan, review: str, key: str) -> str:
    """The advice on a criterion, and what became of it; empty where there is none."""
    row = plan.scores.get(review, {}).get(key, {})
    advice, declined = text_of(row, ADVICE), text_of(row, DECLINED)
    adopted = adopted_action(plan, review, key)
    if not advice:
        return ""
    if adopted:
        return _("{advice} (action {entry})").format(advice=advice, entry=adopted)
    if declined:
        return _("{advice} (declined: {why})").format(advice=advice, why=declined)
    return _("{advice} (neither adopted nor declined)").format(advice=advice)


def is_open_advice(plan: Plan, review: str, key: str) -> bool:
    """Whether there is advice on a criterion that is neither an action nor declined."""
    row = plan.scores.get(review, {}).get(key, {})
    is_answered = bool(adopted_action(plan, review, key) or text_of(row, DECLINED))
    return bool(text_of(row, ADVICE)) and not is_answered


def adopted_action(plan: Plan, review: str, key: str) -> str:
    """The first action that was taken up from the advice on a criterion; empty without one."""
    place = f"fidelity.{review}.{key}"
    return next((n for n, one in plan.actions.items() if text_of(one, "from") == place), "")


def coefficients(plan: Plan) -> dict[str, float] | None:
    """Kappa and ICC over all reviews whose scores were shown to each other, for research only.

    None below the least number of ratings.
    """
    shown = [key for key, one in plan.fidelity.items() if "revealed_on" in one]
    every = [pairs_of(plan, review) for review in shown]
    reviews = [one for one in every if one]
    pairs = [pair for one in reviews for pair in one.values()]
    if len(reviews) < RESEARCH_REVIEWS or len(pairs) < RESEARCH_RATINGS:
        return None
    found = {
        "kappa_quadratic": weighted_kappa(pairs, 2),
        "kappa_linear": weighted_kappa(pairs, 1),
        "icc_2_1": intraclass(pairs),
    }
    return {name: round(value, 3) for name, value in found.items() if not math.isnan(value)}
