"""Rules of patients: who starts, says yes, stops, and how many places are in use. Counts only."""

from __future__ import annotations

from datetime import date, timedelta

from readiness.domain.followup.case import NOT_DUE, Case, Month, Verdict
from readiness.domain.followup.chance import at_least, at_most, events_at_most, one_in
from readiness.domain.plan.inputs import as_number
from readiness.domain.plan.records import START
from readiness.domain.plan.tables import date_of
from readiness.i18n.language import _
from readiness.i18n.words import grouped_words, share_words, with_values


def planned_starts(case: Case, until: date) -> tuple[float, bool] | None:
    """Patients who were to have started by the end of a day; whether that is a straight line.

    By the plan's own rounds of intake; without any, evenly from the first day to the last, up to
    what the first day promised, or the first round. None where nothing was planned.
    """
    rounds = [
        (day, patients)
        for fields in case.plan.rounds.values()
        if (day := date_of(fields, "date")) and (patients := as_number(fields.get("patients")))
    ]
    if rounds:
        return sum(patients for day, patients in rounds if day <= until), False
    promised = as_number(case.plan.milestones.get(START, {}).get("starts"))
    whole = promised if promised is not None else case.inputs.number("first_round")
    if whole is None:
        return None
    share = ((until - case.start).days + 1) / max((case.end - case.start).days, 1)
    return whole * min(max(share, 0.0), 1.0), True


def _planned_in(case: Case, month: Month) -> float:
    """Patients who were to have started in a month; 0 where nothing was planned."""
    until, before = (
        planned_starts(case, day) for day in (month.last, month.first - timedelta(days=1))
    )
    return until[0] - before[0] if until and before else 0.0


def no_starts_told() -> str:
    """That the monthly counts leave out how many patients started."""
    return _("No month says how many started.")


def starts(case: Case) -> Verdict:
    """FOL-06: fewer patients started than were planned by now.

    Amber at the share `starts_share` of the plan or below it, red where chance makes so few less
    likely than `chance_alarm`. Nothing is judged below `starts_least` planned starts. Planned is
    what was to start in months that are over and say how many did: who started in a month that
    nobody has counted yet is not missed.
    """
    least, behind = case.limit("starts_least"), case.limit("starts_share")
    alarm, started = case.limit("chance_alarm"), case.counted("started")
    if started is None:
        return Verdict("not recorded", no_starts_told())
    planned = planned_starts(case, case.today)
    if planned is None or None in (least, behind, alarm):
        return NOT_DUE
    over = [Month(key, case.plan.monthly.get(key, {})) for key in case.months_over]
    is_line, counted = planned[1], [one for one in over if one.number("started") is not None]
    count = round(sum(_planned_in(case, one) for one in counted))
    words = (
        _("{n} started; {planned} by now, if starts are spread evenly over the period.")
        if is_line
        else _("{n} started; {planned} were planned by now.")
    )
    says = with_values(words, n=started, planned=count)
    if any(_planned_in(case, one) for one in over if one not in counted):
        says += " " + _("What was planned in months that say no starts is left out.")
    limits = ("starts_least", "starts_share", "chance_alarm")
    if count < (least or 0):
        return Verdict("too few", says, limits)
    if started > (behind or 0) * count:
        return Verdict("on plan", says, limits)
    chance = events_at_most(int(started), count)
    says += " " + _("That few happens by chance 1 time in {n}.").format(
        n=grouped_words(one_in(chance))
    )
    return Verdict("red" if chance < (alarm or 0) else "amber", says, limits)


def yes_rate(case: Case) -> Verdict:
    """FOL-07: fewer patients say yes than chance explains.

    Amber where so few would say yes with a probability below `chance_alarm`, if each did with the
    least acceptance known from studies, the template's `acceptance_low`. Nothing is judged below
    `asked_least` patients.
    """
    least, alarm = case.limit("asked_least"), case.limit("chance_alarm")
    usual = case.known("acceptance_low")
    both = [
        (asked, yes)
        for one in case.months
        if (asked := one.number("asked")) is not None
        and (yes := one.number("said_yes")) is not None
    ]
    if least is None or alarm is None or usual is None:
        return NOT_DUE
    if not both:
        return Verdict("not recorded", _("No month says how many were asked and said yes."))
    asked, yes = (int(sum(column)) for column in zip(*both, strict=True))
    limits = ("asked_least", "chance_alarm")
    says = _("{yes} of {asked} said yes.").format(yes=yes, asked=asked)
    if asked < least:
        return Verdict("too few", says, limits)
    if at_most(min(yes, asked), asked, usual) >= alarm:
        return Verdict("on plan", says, limits)
    more = _("Elsewhere it was at least {share}.").format(share=share_words(usual))
    return Verdict("amber", f"{says} {more}", limits)


def dropout(case: Case) -> Verdict:
    """FOL-08: more patients drop out than chance explains.

    Amber where so many would with a probability below `chance_alarm` at the template's
    `dropout_high`, red where also at its `dropout_worst`; both are from the studies that it cites.
    Nothing is judged below `started_least` patients.
    """
    least, alarm = case.limit("started_least"), case.limit("chance_alarm")
    usual, worst = case.known("dropout_high"), case.known("dropout_worst")
    started, dropped = case.counted("started"), case.counted("dropped")
    if least is None or alarm is None or usual is None:
        return NOT_DUE
    if started is None or dropped is None:
        return Verdict("not recorded", _("No month says how many started and dropped out."))
    limits = ("started_least", "chance_alarm")
    says = with_values(_("{n} of {started} who started dropped out."), n=dropped, started=started)
    if started < least:
        return Verdict("too few", says, limits)
    count, of = int(min(dropped, started)), int(started)
    if at_least(count, of, usual) >= alarm:
        return Verdict("on plan", says, limits)
    is_worst = worst is not None and at_least(count, of, worst) < alarm
    seen = worst if is_worst and worst is not None else usual
    more = _("Elsewhere it was up to {share}.").format(share=share_words(seen))
    return Verdict("red" if is_worst else "amber", f"{says} {more}", limits)


def _places(case: Case) -> float:
    """Places of the practitioners who are there; 0 where nobody has said how many they have."""
    facts = case.facts
    own = (facts.of("patients", who) for who in case.staff)
    return sum(float(number) for number in own if isinstance(number, int | float))


def places(case: Case) -> Verdict:
    """FOL-09: less than `places_used_least` of the places are taken.

    Amber after `places_months` counted months in a row.
    """
    least, months = case.limit("places_used_least"), case.limit("places_months")
    active = [(one, n) for one in case.months if (n := one.number("active")) is not None]
    whole = _places(case)
    if least is None or months is None or not whole:
        return NOT_DUE
    if not active:
        return Verdict("not recorded", _("No month says how many are active."))
    limits = ("places_used_least", "places_months")
    says = with_values(_("{n} of {places} places are taken."), n=active[-1][1], places=whole)
    last = active[-round(months) :]
    if len(last) < months:
        return Verdict("too few", says, limits)
    is_low = all(count < least * whole for _month, count in last)
    return Verdict("amber" if is_low else "on plan", says, limits)
