"""Rules of check-ins, barriers, month rows, supervision, hours, and whether numbers are used."""

from __future__ import annotations

from datetime import date, timedelta

from readiness.domain.capacity.closures import monday, open_weeks
from readiness.domain.followup.agenda import chosen_dates, reach_of
from readiness.domain.followup.case import NOT_DUE, Case, Fields, Month, Verdict
from readiness.domain.followup.due import met
from readiness.domain.kinds.value import NO, YES
from readiness.domain.plan.inputs import as_number
from readiness.domain.plan.records import ABOVE, START
from readiness.domain.plan.tables import date_of, settled_of, text_of
from readiness.i18n.language import _, n_
from readiness.i18n.words import first_up, month_and_year, share_words, with_values

TWO = 2
"""Records running that make a pattern, here and in the sources."""


def checkins(case: Case) -> Verdict:
    """FOL-01: check-ins are not held, or not with the leader.

    Amber where the last record says it was not held, red where the last two say so or that the
    leader was away; a due one without a record is not judged.
    """
    records = case.dated("checkins")
    events = case.events
    due = [day for day in chosen_dates(events, "check-in") if case.start <= day < case.today]
    days = [day for day, _fields in records]
    if due and due[-1] not in met(due, days, reach_of(case, "check-in")):
        says = with_values(_("The check-in of {date} is not recorded."), date=due[-1])
        return Verdict("not recorded", says)
    if not records:
        return NOT_DUE
    last_two = [fields for _day, fields in records[-TWO:]]
    if len(last_two) == TWO and all(map(_was_not, last_two)):
        says = _("The last two check-ins were not held, or not with the leader.")
        return Verdict("red", says)
    day, last = records[-1]
    if last.get("held") == NO:
        return Verdict("amber", with_values(_("The check-in of {date} was not held."), date=day))
    return Verdict("on plan", with_values(_("The last was on {date}."), date=day))


def _was_not(checkin: Fields) -> bool:
    return NO in (checkin.get("held"), checkin.get("leader_there"))


def barriers(case: Case) -> Verdict:
    """FOL-02: a barrier is open for more than `barrier_days`; red where it waits for managers."""
    limit = case.limit("barrier_days")
    if limit is None or not case.plan.barriers:
        return NOT_DUE
    waiting = [
        (raised, fields)
        for fields in case.plan.barriers.values()
        if (raised := date_of(fields, "raised_on")) and not _is_solved(fields, case.today)
    ]
    long = [one for one in waiting if (case.today - one[0]).days > limit]
    if not long:
        says = n_("{n} barrier is open.", "{n} barriers are open.", len(waiting))
        return Verdict("on plan", says.format(n=len(waiting)), ("barrier_days",))
    raised, first = min(long, key=lambda one: (one[1].get("with") != ABOVE, one[0]))
    is_above = first.get("with") == ABOVE
    words = (
        _("{what}: open since {date}, and it waits for senior management.")
        if is_above
        else _("{what}: open since {date}.")
    )
    says = with_values(words, what=text_of(first, "what") or _("A barrier"), date=raised)
    return Verdict("red" if is_above else "amber", says, ("barrier_days",))


def _is_solved(barrier: Fields, today: date) -> bool:
    solved = date_of(barrier, "solved_on")
    return solved is not None and solved <= today


def month_rows(case: Case) -> Verdict:
    """FOL-03: months are not counted `month_row_days` after their end; amber from two on."""
    grace = case.limit("month_row_days")
    if grace is None:
        return NOT_DUE
    last = case.today - timedelta(days=round(grace))
    due = [month for month in case.months_over if Month(month, {}).last < last]
    recorded = {one.key for one in case.months}
    wanting = [month for month in due if month not in recorded]
    limits = ("month_row_days",)
    if not due:
        return NOT_DUE
    if not wanting:
        words = n_("{n} month is counted.", "Each of {n} months is counted.", len(due))
        return Verdict("on plan", words.format(n=len(due)), limits)
    if len(wanting) >= TWO:
        says = _("{n} of {all} months are not counted.").format(n=len(wanting), all=len(due))
        return Verdict("amber", says, limits)
    month = month_and_year(Month(wanting[0], {}).first)
    month = first_up(month)
    return Verdict("not recorded", _("{month} is not counted.").format(month=month), limits)


def supervision(case: Case) -> Verdict:
    """FOL-04: less supervision is held than booked.

    Amber below the share `supervision_held_least` of the last two counted months, red where none
    was held for `supervision_gap_weeks` open weeks, or what is booked ended before the period.
    """
    least, gap = case.limit("supervision_held_least"), case.limit("supervision_gap_weeks")
    until = case.inputs.dates("supervision_until")
    if until and until[-1] < case.today < case.end:
        words = _("Supervision ended on {date}, and nothing is booked after it.")
        return Verdict("red", with_values(words, date=until[-1]))
    counted = [one for one in case.months if one.number("supervision_held") is not None]
    if not counted:
        return Verdict("not recorded", _("No month says how often there was supervision."))
    without = _weeks_without(case, counted)
    if gap is not None and without >= gap:
        words = _("None was held for {n} weeks, up to the end of {month}.")
        says = words.format(n=without, month=month_and_year(counted[-1].first))
        return Verdict("red", says, ("supervision_gap_weeks",))
    last = counted[-TWO:]
    held = sum(one.number("supervision_held") or 0 for one in last)
    booked = sum(one.number("supervision_booked") or 0 for one in last)
    words = n_(
        "{held} of {booked} were held in the last month that was counted.",
        "{held} of {booked} were held in the last {n} months that were counted.",
        len(last),
    )
    says = with_values(words, held=held, booked=booked, n=len(last))
    if least is not None and booked and len(last) == TWO and held < least * booked:
        return Verdict("amber", says, ("supervision_held_least",))
    return Verdict("on plan", says, ("supervision_held_least",))


def _weeks_without(case: Case, counted: list[Month]) -> int:
    """Open weeks of the last months in a row in which none was held."""
    weeks = 0
    for one in reversed(counted):
        if one.number("supervision_held"):
            break
        weeks += open_weeks(
            case.plan, case.template, max(one.first, case.start), one.last + timedelta(days=1)
        )
    return weeks


def hours(case: Case) -> Verdict:
    """FOL-05: the hours freed are not used, or do not hold.

    Amber below the share `hours_used_least` of them in the last two counted months, or where two
    check-ins said that they did not hold; red where fewer are freed than on the first day and than
    are needed.
    """
    cut = _cut(case)
    if cut:
        return Verdict("red", cut)
    said = [one.get("hours_held") for _day, one in case.dated("checkins") if "hours_held" in one]
    if len(said) >= TWO and said[-TWO:] == [NO, NO]:
        says = _("At the last two check-ins that asked, the hours did not hold.")
        return Verdict("amber", says)
    least, freed = case.limit("hours_used_least"), case.hours_freed
    used = [one for one in case.months if one.number("hours_used") is not None]
    if least is None or not freed or not used:
        if said:
            words = _("At the last check-in the hours held.")
            return Verdict("on plan", words) if said[-1] == YES else Verdict("too few", "")
        return Verdict("not recorded", _("Nothing says whether the hours are used."))
    shares = [_share_used(case, one, freed) for one in used[-TWO:]]
    last = used[-1]
    month, share = month_and_year(last.first), share_words(min(shares[-1], 9.99))
    words = _("{n} hours were used in {month}, {share} of those that were freed.")
    says = with_values(words, n=last.number("hours_used") or 0, month=month, share=share)
    is_low = len(shares) == TWO and all(share < least for share in shares)
    return Verdict("amber" if is_low else "on plan", says, ("hours_used_least",))


def _share_used(case: Case, month: Month, freed: float) -> float:
    """Which share of a month's freed hours was used; closed weeks free none."""
    first = max(month.first, case.start)
    weeks = open_weeks(case.plan, case.template, first, month.last + timedelta(days=1))
    used = month.number("hours_used") or 0
    return used / (freed * weeks) if weeks else 1.0


def _cut(case: Case) -> str:
    """What to say where fewer hours are freed than on the first day, and fewer than needed."""
    then = as_number(case.plan.milestones.get(START, {}).get("hours_freed"))
    now = case.hours_freed
    if then is None or now is None or now >= then:
        return ""
    ledger = case.facts.ledger
    week = (monday(case.today) - ledger.first).days // 7 if ledger else 0
    needed = ledger.needed(week).hours if ledger and week < ledger.weeks else 0
    if needed <= now:
        return ""
    words = _("{now} hours a week are freed, {then} were on the first day, and {need} are needed.")
    return with_values(words, now=now, then=then, need=needed)


def unused(case: Case) -> Verdict:
    """FOL-16: what is recorded is not used.

    Amber where nobody looked at the last `unused_records` months, or where so many rounds of
    results changed nothing.
    """
    least = case.limit("unused_records")
    if least is None:
        return NOT_DUE
    count = round(least)
    looked = [one for one in case.months if one.last < case.today]
    results = [fields for _day, fields in case.dated("results")]
    limits = ("unused_records",)
    if len(looked) >= count and all("seen_on" not in one.counts for one in looked[-count:]):
        says = n_(
            "Nobody looked at the last {n} month row.",
            "Nobody looked at the last {n} month rows.",
            count,
        ).format(n=count)
        return Verdict("amber", says, limits)
    if len(results) >= count and not any(settled_of(one, "changed") for one in results[-count:]):
        says = n_(
            "The last {n} round of results changed nothing.",
            "The last {n} rounds of results changed nothing.",
            count,
        ).format(n=count)
        return Verdict("amber", says, limits)
    if len(looked) < count and len(results) < count:
        return NOT_DUE
    return Verdict("on plan", _("What is counted is looked at."), limits)
