"""Scores of a fidelity review: by which scale, where raters differ, and what is settled.

Criteria of one service are no sample, so agreement is told in counts and in points of the scale.
Coefficients are for research, over many reviews, and never stand on a screen.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from readiness.domain.checklist.follow_up import Criterion, FidelityScale
from readiness.domain.checklist.template import Template
from readiness.domain.plan.inputs import as_number
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.records import LONGEST_LABEL, SETTLED
from readiness.domain.record import Record, sealed
from readiness.i18n.language import _

if TYPE_CHECKING:
    from readiness.domain.followup.case import Case

Pair = tuple[float, float]
"""What two raters scored for one criterion."""

LEAST_READABLE = 0.2
"""The smallest change of a mean score that is called a change; our own default."""

RESEARCH_RATINGS, RESEARCH_REVIEWS = 30, 3
"""Pairs of scores, and reviews, from which coefficients are given at all; our own default."""


class Agreement(NamedTuple):
    """How far two raters agree over the criteria that both scored."""

    rated: int
    """Criteria that both scored."""
    same: int
    """Criteria with the same score."""
    within_one: int
    """Criteria with scores at most one point apart."""
    mean_gap: float
    """The mean distance, in points of the scale."""
    direction: float
    """How much higher the first rater scored on the whole, in points; below 0, lower."""
    squares: float
    """The sum of the squared distances."""

    @property
    def readable_change(self) -> float:
        """The smallest change of the mean that two raters' differences do not explain; ours."""
        return max(LEAST_READABLE, 2 * math.sqrt(self.squares) / self.rated)


def agreement(scores: Mapping[str, Pair]) -> Agreement | None:
    """How far two raters agree, from their scores by criterion; None where both scored none."""
    gaps = [one - other for one, other in scores.values()]
    if not gaps:
        return None
    count = len(gaps)
    return Agreement(
        rated=count,
        same=sum(gap == 0 for gap in gaps),
        within_one=sum(abs(gap) <= 1 for gap in gaps),
        mean_gap=math.fsum(map(abs, gaps)) / count,
        direction=math.fsum(gaps) / count,
        squares=math.fsum(gap * gap for gap in gaps),
    )


def widest_first(scores: Mapping[str, Pair]) -> list[str]:
    """The criteria, those that the raters are furthest apart on first, then in their order."""
    return sorted(scores, key=lambda key: -abs(scores[key][0] - scores[key][1]))


def weighted_kappa(pairs: Sequence[Pair], power: int) -> float:
    """Cohen's kappa of two raters' scores, weighted by their distance: 1 where they agree wholly.

    The weights are linear for `power` 1 and quadratic for 2; nan where no score varies.
    """
    seen = math.fsum(abs(one - other) ** power for one, other in pairs) * len(pairs)
    firsts, seconds = [one for one, _other in pairs], [other for _one, other in pairs]
    chance = math.fsum(abs(one - other) ** power for one in firsts for other in seconds)
    return 1 - seen / chance if chance else math.nan


def intraclass(pairs: Sequence[Pair]) -> float:
    """The intraclass correlation ICC(2,1) of two raters' scores: 1 where they agree wholly.

    Absolute agreement of single raters, two-way random effects; nan where no score varies.
    """
    n, k = len(pairs), 2
    grand = math.fsum(map(sum, pairs)) / (n * k)
    rows = k * math.fsum((sum(pair) / k - grand) ** 2 for pair in pairs)
    columns = n * math.fsum(
        (math.fsum(column) / n - grand) ** 2 for column in zip(*pairs, strict=True)
    )
    total = math.fsum((score - grand) ** 2 for pair in pairs for score in pair)
    between, raters = rows / (n - 1), columns / (k - 1)
    error = (total - rows - columns) / ((n - 1) * (k - 1))
    spread = between + (k - 1) * error + k * (raters - error) / n
    return (between - error) / spread if spread else math.nan


CORE = "core"
"""The check of the core: for a practice without a scale of its own."""


def scales_of(template: Template) -> Mapping[str, FidelityScale]:
    """The scales that a review can be rated by; that of the core only where there is no other.

    The criteria of the core are the components of the practice; without any there is no scale.
    """
    own = {key: one for key, one in template.fidelity.items() if key != CORE and one.items}
    core = template.fidelity.get(CORE)
    if own or core is None:
        return sealed(own)
    criteria = core.items or {
        f"part_{number}": Criterion(number=number, label=component[:LONGEST_LABEL])
        for number, component in enumerate(template.practice.components, 1)
    }
    return sealed({CORE: core.model_copy(update={"items": criteria})} if criteria else {})


def scale_of(template: Template, plan: Plan, review: str) -> FidelityScale | None:
    """The scale by which a review is rated; None where the template does not have it."""
    return scales_of(template).get(str(plan.fidelity.get(review, {}).get("scale", "")))


def score_limits(scale: FidelityScale, criterion: str) -> tuple[int, int]:
    """The lowest and the highest score of a criterion."""
    one = scale.items[criterion]
    low = scale.low if one.low is None else one.low
    return low, scale.high if one.high is None else one.high


def criterion_named(scale: FidelityScale, word: str) -> str:
    """The id of a criterion from its id or its number; empty where the scale has none such."""
    found = (key for key, one in scale.items.items() if word in (key, str(one.number)))
    return next(found, "")


class Settled(Record, kw_only=False):
    """What a review came to."""

    scores: Mapping[str, float]
    """The score of each criterion: the settled one, or the one that all raters gave."""
    wanting: tuple[str, ...]
    """Criteria that have no score yet."""
    total: float | None
    """The scores taken together as the scale does; None where too many are missing, or never."""
    weakest: tuple[str, ...]
    """Criteria with the lowest score, at most three, in their order."""


def raters_of(review: Mapping[str, object]) -> tuple[str, ...]:
    """Who rates a review, by initials or role."""
    found = review.get("raters")
    return tuple(map(str, found)) if isinstance(found, tuple) else ()


def pairs_of(plan: Plan, review: str) -> dict[str, tuple[float, float]]:
    """The scores of the first two raters, for each criterion that both scored."""
    two = raters_of(plan.fidelity.get(review, {}))[:2]
    found = {}
    for key, row in plan.scores.get(review, {}).items():
        scores = [as_number(row.get(who)) for who in two]
        if len(scores) == len("ab") and scores[0] is not None and scores[1] is not None:
            found[key] = (scores[0], scores[1])
    return found


def agreement_of(plan: Plan, review: str) -> Agreement | None:
    """How far the first two raters of a review agree; None where they scored nothing both."""
    return agreement(pairs_of(plan, review))


def gaps_open(case: Case, review: str) -> list[str]:
    """The criteria that raters are far apart on and that are not settled yet."""
    gap = case.limit("settle_gap")
    if gap is None:
        return []
    rows = case.plan.scores.get(review, {})
    pairs = pairs_of(case.plan, review)
    return [
        key
        for key, (one, other) in pairs.items()
        if abs(one - other) >= gap and SETTLED not in rows[key]
    ]


def settled_of_review(plan: Plan, template: Template, review: str) -> Settled:
    """What a review came to so far."""
    fields, rows = plan.fidelity.get(review, {}), plan.scores.get(review, {})
    scale = scale_of(template, plan, review)
    keys = list(scale.items) if scale else list(rows)
    scores = {}
    for key in [*keys, *(one for one in rows if one not in keys)]:
        score = _score(rows.get(key, {}), raters_of(fields))
        if score is not None:
            scores[key] = score
    wanting = tuple(key for key in keys if key not in scores)
    total = _total(scale, scores, len(wanting))
    lowest = sorted(scores, key=lambda key: scores[key])[:3]
    return Settled(sealed(scores), wanting, total, tuple(lowest))


def _score(row: Mapping[str, object], raters: tuple[str, ...]) -> float | None:
    """The settled score, or the one that all raters gave alike."""
    settled = as_number(row.get(SETTLED))
    if settled is not None:
        return settled
    given = {as_number(row.get(who)) for who in raters}
    return given.pop() if len(given) == 1 else None


def _total(scale: FidelityScale | None, scores: Mapping[str, float], wanting: int) -> float | None:
    """A missing score never counts as 0: it is left out, or there is no total."""
    if scale is None or scale.total == "none" or not scores or wanting > scale.missing_most:
        return None
    whole = math.fsum(scores.values())
    return whole if scale.total == "sum" else whole / len(scores)


def band_of(template: Template, scale: FidelityScale, total: float) -> str:
    """The threshold of the highest band that a total reaches; empty below all, or without any."""
    for name in scale.bands:
        limit = template.thresholds.get(name)
        if limit is not None and limit.number is not None and total >= limit.number:
            return name
    return ""


def band_words(scale: FidelityScale, band: str) -> str:
    """A band in a word: those of the scale are high and moderate, and below them low."""
    names = dict(zip(scale.bands, (_("high"), _("moderate")), strict=False))
    return names.get(band, _("low"))


def reviews_before(plan: Plan, day: date) -> list[str]:
    """The reviews before a day, in order."""
    return sorted(key for key in plan.fidelity if date.fromisoformat(key) < day)
