"""What a plan has less of than the practice asks: training, supervision, reviewers from outside."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from readiness.domain.capacity.intake import undated_training
from readiness.domain.capacity.rhythm import WEEKS_A_MONTH
from readiness.domain.checklist.template import Template
from readiness.domain.kinds.value import key_of
from readiness.domain.plan.inputs import Inputs, gathered
from readiness.domain.plan.plan import Plan
from readiness.i18n.dates import plus_months
from readiness.i18n.inside_words import is_denied, is_inside

OFTEN: Mapping[str, float] = {"weekly": 1, "every two weeks": 2, "monthly": WEEKS_A_MONTH}
"""How often there is supervision: weeks from one time to the next, by the answer."""

_WORD = re.compile(r"[^\W_]+")


def short_of_practice(plan: Plan, template: Template) -> dict[str, float]:
    """Facts that are 0 where nothing is missing, or where the template asks for nothing."""
    return {
        "training_days_missing": undated_training(plan, template),
        "supervision_weeks_over": _supervision(plan, template),
        "reviews_by_own": _reviews_by_own(plan, gathered(plan, template)),
    }


def _supervision(plan: Plan, template: Template) -> float:
    """Weeks too many between two times; of several bookings the densest to the end counts."""
    limit = template.thresholds.get("supervision_weeks_most")
    most = limit.number if limit else None
    end = plus_months(plan.start, plan.months) if plan.start else date.min
    booked = gathered(plan, template).recorded("supervision_often")
    lasting = [row for row in booked if _is_until(row.get("supervision_until"), end)] or booked
    weeks = [OFTEN[often] for row in lasting if (often := str(row["supervision_often"])) in OFTEN]
    return max(min(weeks) - most, 0) if weeks and most is not None else 0


def _is_until(said: object, end: date) -> bool:
    return isinstance(said, date) and said >= end


def _reviews_by_own(plan: Plan, inputs: Inputs) -> int:
    """Reviews by a practitioner of the plan, or by what calls itself the service's own."""
    named = (str(said) for said in inputs.rows.get("review_by", ()))
    said = sum(is_inside(text) and not _who(text, plan) for text in named)
    return said + len(own_reviewers(plan, inputs))


def own_reviewers(plan: Plan, inputs: Inputs) -> list[str]:
    """The practitioners who are named as reviewers, one for each review: none is independent."""
    named = (str(said) for said in inputs.rows.get("review_by", ()))
    return [who for text in named if (who := _who(text, plan))]


def _who(text: str, plan: Plan) -> str:
    return next((who for who in plan.people if _names(text, who)), "")


def _names(text: str, who: str) -> bool:
    """Whether a text is a practitioner's name, or has it among its words in the same letters.

    "Northside (not AA)" has the name of somebody who does not do it.
    """
    words, name = _WORD.findall(text), _WORD.findall(who)
    if key_of(text) == key_of(who):
        return True
    spans = range(len(words) - len(name) + 1) if name else ()
    return any(words[at : at + len(name)] == name and not is_denied(words[:at]) for at in spans)
