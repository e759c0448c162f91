"""One finding of an X-ray: what does not fit in a plan, how grave it is, and where to mend it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from readiness.domain.checklist.template import Template
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.inputs import Inputs, input_ref
from readiness.domain.plan.plan import Plan
from readiness.domain.record import Record
from readiness.domain.rules.facts import Fact
from readiness.domain.rules.review import Review
from readiness.i18n.language import N_, Words
from readiness.i18n.words import with_values

Gravity = Literal["error", "warning", "remark"]
"""An error cannot be true as it stands, a warning is likely to hurt, a remark is worth a look."""

GRAVITIES = Words({"error": N_("error"), "warning": N_("warning"), "remark": N_("remark")})
"""The same as people read it."""

RANK: dict[Gravity, int] = {"error": 0, "warning": 1, "remark": 2}


class Finding(Record, kw_only=False):
    """One thing that does not fit."""

    id: str
    """Which check found it."""
    gravity: Gravity
    says: str
    """What does not fit, in one sentence with the plan's own numbers and dates."""
    todo: str
    """What to do."""
    ref: FieldRef
    """Where to mend it."""


class CheckContext(Record, kw_only=False):
    """What a check looks at."""

    plan: Plan
    template: Template
    review: Review
    today: date

    @property
    def inputs(self) -> Inputs:
        """The answers that feed the arithmetic."""
        return self.review.facts.inputs

    def fact(self, name: str) -> Fact | None:
        """A fact about the plan."""
        return self.review.facts.of(name)

    def day(self, name: str) -> date | None:
        """A fact that is a date."""
        found = self.fact(name)
        return found if isinstance(found, date) else None

    def number(self, name: str) -> float | None:
        """A fact that is a number."""
        found = self.fact(name)
        return None if isinstance(found, date | str) or found is None else float(found)

    def ref(self, feed: str) -> FieldRef:
        """The place that answers an input; the plan as a whole where nothing asks for it."""
        ref = input_ref(self.template, feed)
        return ref or FieldRef()

    def finding(
        self,
        name: str,
        gravity: Gravity,
        says: str,
        todo: str,
        where: str | FieldRef,
        **values: object,
    ) -> Finding:
        """A finding at a place, or at what answers an input; `values` are put into its sentence."""
        ref = self.ref(where) if isinstance(where, str) else where
        return Finding(name, gravity, with_values(says, **values), todo, ref)

    def entry(self, table: str, key: str, part: str, item: str) -> FieldRef:
        """An entry of a table, at the question it is about where the template asks that one."""
        asked = item if item in self.template.items else ""
        return FieldRef(item=asked, table=table, entry=key, part=part)
