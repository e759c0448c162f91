"""Make the dates of a plan as a calendar file."""

from __future__ import annotations

import argparse

from readiness.cli.spoken import tell, with_ending
from readiness.cli.target import CALENDAR, refusal_of, refused
from readiness.i18n.language import _


def make_calendar(said: argparse.Namespace) -> int:
    """Make it; says what was done."""
    from readiness.app.operations.calendar_export import dated_people, export_calendar
    from readiness.app.operations.open_plan import templates
    from readiness.app.session import Session

    session = Session.open(said.file, templates())
    who = _who_meant(getattr(said, "for"), dated_people(session))
    if who is None:
        return 2
    target = with_ending(said.output, ".ics") if said.output else said.file.with_suffix(".ics")
    why = refusal_of(target, CALENDAR, made_from=[said.file], is_forced=said.force)
    if why:
        return refused(why)
    effect = export_calendar(session, target, who=who, is_forced=said.force)
    for problem in session.problems:
        tell(problem.words())
    tell(effect.said)
    if not effect.is_done:
        return 2
    tell(_("Read it into a calendar of its own: what moves is moved there when you read it again."))
    return 1 if any(one.severity == "error" for one in session.problems) else 0


def _who_meant(typed: str, known: list[str]) -> str | None:
    """Whose dates are wanted, empty for everybody's; None, and told, where nobody is called so."""
    from readiness.domain.plan.names import same_name

    found = next((one for one in known if same_name(one) == same_name(typed)), None)
    if found or not typed.strip():
        return found or ""
    told = _("Nobody with dates in the plan is called {who}.").format(who=typed)
    if known:
        told = " ".join([told, _("There are: {names}.").format(names=", ".join(known))])
    tell(_("{why} Nothing was written.").format(why=told))
    return None
