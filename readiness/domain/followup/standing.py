"""Where a plan stands on one thing after its start, and the words that every rule shares."""

from __future__ import annotations

from typing import Literal, NamedTuple

from readiness.domain.plan.acceptance import Acceptance
from readiness.domain.record import Record
from readiness.i18n.language import N_, Words

StandingState = Literal["red", "amber", "not recorded", "too few", "on plan", "not due"]
"""Off plan (red or amber), not recorded, too few to tell, on plan, or not due yet."""

SIGNS: dict[StandingState, str] = {
    "red": "!",
    "amber": "^",
    "not recorded": ".",
    "too few": "~",
    "on plan": "+",
    "not due": "-",
}
"""Every state with its sign, worst first."""

STATES = Words(
    {
        "red": N_("off plan, red"),
        "amber": N_("off plan, amber"),
        "not recorded": N_("not recorded"),
        "too few": N_("too few to tell"),
        "on plan": N_("on plan"),
        "not due": N_("not due"),
    }
)
"""Every state in words."""


class Verdict(NamedTuple):
    """What a rule finds, before it is put together with why it matters."""

    state: StandingState
    says: str
    """One sentence with the plan's own numbers; empty where there is nothing to say yet."""
    limits: tuple[str, ...] = ()
    """The limits of the template that it used."""


NOT_DUE = Verdict("not due", "")


class Standing(Record, kw_only=False):
    """Where a plan stands on one rule, with all that is needed to understand and mend it."""

    id: str
    """The rule, FOL-01 to FOL-20."""
    short: str
    """What it is called."""
    state: StandingState
    says: str
    """One sentence with the plan's own numbers; empty where there is nothing to say yet."""
    why: str
    """Why it matters."""
    sources: tuple[str, ...]
    """Ids of its sources; none means our default."""
    action: str
    """What to do where it is off plan."""
    defaults: tuple[str, ...] = ()
    """The limits it used that are our default, in words."""
    answered_by: str = ""
    """The open action that answers it, by its key; empty where there is none."""
    acceptance: Acceptance | None = None
    """Who answers for it as it is, if anyone does."""

    @property
    def flag(self) -> str:
        """The name under which it can be accepted: the rule with R for red or A for amber."""
        return f"{self.id}{'R' if self.state == 'red' else 'A'}"

    @property
    def is_off_plan(self) -> bool:
        """Whether something is to be done about it."""
        return self.state in ("red", "amber")
