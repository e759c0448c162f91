"""The usual what-ifs, and what a person may change in their questions: who, which week, how many.

Which ones there are and what they start from is our own choice.
"""

from __future__ import annotations

from readiness.domain.capacity.what_if import Variant, away, fewer, in_groups, leaves, one_more
from readiness.domain.checklist.template import Template
from readiness.domain.kinds.value import key_of
from readiness.domain.plan.plan import Plan
from readiness.domain.record import Record
from readiness.i18n.numerals import whole_number

KINDS = ("leaves", "away", "groups", "more", "fewer")
"""Somebody leaves; somebody is away; groups; one more practitioner; fewer patients."""

USUAL_WEEK = 9
"""The week in which somebody leaves or is away, where none is said; our default."""

LAST_WEEK = 260
"""The last week that can be asked about."""


class Question(Record):
    """What a what-if asks about."""

    who: str = ""
    """The practitioner who leaves or is away; empty for the first of the list."""
    week: int = USUAL_WEEK
    """The week in which, from 1 at the start to LAST_WEEK."""
    patients: int | None = None
    """How many patients in all instead; None for one fewer than planned."""

    def person(self, plan: Plan) -> str:
        """The practitioner, one of the plan's; empty where it has none."""
        return self.who if self.who in plan.people else next(iter(plan.people), "")

    def next_person(self, plan: Plan) -> Question:
        """The same about the next practitioner, going round."""
        names = list(plan.people)
        if not names:
            return self
        place = names.index(self.person(plan)) + 1
        return self.model_copy(update={"who": names[place % len(names)]})

    def fewer_patients(self, planned: int) -> int:
        """How many patients in all instead of those that are planned."""
        return planned - 1 if self.patients is None else self.patients

    def stepped(self, kind: str, step: int, planned: int) -> Question:
        """The same with a week more or less, or a patient of those that are planned."""
        if kind in ("leaves", "away"):
            week = min(max(self.week + step, 1), LAST_WEEK)
            return self.model_copy(update={"week": week})
        if kind == "fewer":
            patients = min(max(self.fewer_patients(planned) + step, 0), max(planned - 1, 0))
            return self.model_copy(update={"patients": patients})
        return self

    def typed(self, kind: str, text: str, plan: Plan) -> Question | None:
        """What a person typed, such as "CD 12", "12" or a number of patients; None for neither."""
        names = {key_of(who): who for who in plan.people}
        words = text.replace(",", " ").split()
        found = names.get(key_of(" ".join(words)))
        if found is not None and kind != "fewer":
            return self.model_copy(update={"who": found})
        number, name = whole_number(words[-1] if words else ""), key_of(" ".join(words[:-1]))
        if number is None:
            return None
        if kind == "fewer":
            return None if name else self.model_copy(update={"patients": number})
        if (name and name not in names) or not 1 <= number <= LAST_WEEK:
            return None
        return self.model_copy(update={"who": names.get(name, self.who), "week": number})


def variant(
    kind: str, asked: Question, plan: Plan, template: Template, planned: int
) -> Variant | None:
    """The plan as it would be; None where that cannot be asked of this plan.

    `planned` is how many patients it has at a time in all; 0 where nobody said.
    """
    if kind == "groups":
        return in_groups(plan, template)
    if kind == "more":
        return one_more(plan, template)
    if kind == "fewer":
        left = asked.fewer_patients(planned)
        return fewer(plan, template, left) if left > 0 else None
    who = asked.person(plan)
    if not who or plan.start is None:
        return None
    if kind == "leaves":
        return leaves(plan, template, who, asked.week)
    return away(plan, who, asked.week)
