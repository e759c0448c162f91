"""A flag that someone answers for: it stays visible, with who accepted it and why."""

from __future__ import annotations

from datetime import date

from readiness.domain.kinds.value import Value
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.tables import date_of, settled_of, text_of
from readiness.domain.record import Record


class Acceptance(Record):
    """Who accepted a flag, and why. It never changes the state of the item: a fact stays a fact."""

    reason: str
    """Why it is accepted."""
    by: str
    """Who accepted it, by initials or role."""
    on: date | None = None
    """When."""
    says: str = ""
    """What the flag said then."""
    look_again: date | None = None
    """When it is looked at again; None where no day was set."""
    still_holds: bool = True
    """Whether the flag still says the same; where it does not, it has to be accepted anew."""


def acceptance_of(
    plan: Plan, flag: str, says: str, recorded: str, *earlier: str
) -> Acceptance | None:
    """The acceptance of a flag; None without both a reason and a name.

    It holds while the flag says what it said then, in the words that are kept or as shown now, or
    in those that an earlier version of the template kept.
    """
    fields = plan.accepted.get(flag, {})
    reason, by = (settled_of(fields, name) for name in ("reason", "by"))
    then = text_of(fields, "says")
    if not reason or not by:
        return None
    same = not then or _plain(then) in map(_plain, (says, recorded, *earlier))
    return Acceptance(
        reason=reason,
        by=by,
        on=date_of(fields, "on"),
        says=then or says,
        look_again=date_of(fields, "look_again"),
        still_holds=same,
    )


def _plain(says: str) -> str:
    return " ".join(says.split())


def accepting(plan: Plan, flag: str, says: str, reason: str, by: str, on: date) -> Plan:
    """A copy in which someone answers for a flag as it stands now; `says` is what it records.

    A day to look again that has come is met by it.
    """
    fields: dict[str, Value | None] = {"reason": reason, "by": by, "on": on, "says": says}
    again = date_of(plan.accepted.get(flag, {}), "look_again")
    if again is not None and again <= on:
        fields["look_again"] = None
    return plan.entering("accepted", flag, fields)


def accepted_as(plan: Plan, name: str) -> str:
    """The flag under which a question or a rule was accepted, red or amber; empty where neither.

    What it says today may be graver or less, or nothing any more.
    """
    return next((flag for flag in (f"{name}R", f"{name}A") if flag in plan.accepted), "")


def withdrawing(plan: Plan, flag: str) -> Plan:
    """A copy in which nobody answers for a flag."""
    return plan.without_entry("accepted", flag)
