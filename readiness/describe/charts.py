"""What each chart shows, in one sentence: its heading in every document. No full stop."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from readiness.describe.patients import fit_told
from readiness.describe.state import state_of
from readiness.domain.capacity.ledger import Ledger
from readiness.domain.patients.funnel import PatientFunnel
from readiness.domain.rules.review import Review
from readiness.i18n.language import N_, _, n_
from readiness.i18n.words import date_words, first_down, first_up, listed, number_words

REACHED = {
    "agree": N_("Of {fit} who fit about {n} are likely to say yes"),
    "start": N_("Of {fit} who fit about {n} are likely to start"),
    "complete": N_("Of {fit} who fit about {n} are likely to complete"),
}
"""How far patients get, by the last stage of which a number is known."""


def answers_told(state: Review) -> str:
    """How many of the questions that are asked are ready, and how many have an open flag."""
    asked = [state_of(one) for one in state.items.values() if one.counts]
    words = _("{ready} of {all} questions are ready")
    said = words.format(ready=asked.count("ready"), all=len(asked))
    red, amber = asked.count("red"), asked.count("amber")
    flags = [
        n_("{n} has a red flag", "{n} have a red flag", red).format(n=red) if red else "",
        n_("{n} has an amber flag", "{n} have an amber flag", amber).format(n=amber)
        if amber
        else "",
    ]
    rest = listed(filter(None, flags))
    return f"{said}; {rest}" if rest else said


def goal_told(goal: float, least: str, allowed: float) -> str:
    """The goal in patients beside what allows the fewest; `least` is what that is called."""
    words = _("The goal is {goal} patients; {what} about {n}")
    return words.format(goal=number_words(goal), what=first_down(least), n=number_words(allowed))


def weeks_told(ledger: Ledger, *, is_shared: bool = False) -> str:
    """Who is short of hours from when to when; in a shared document, in how many weeks somebody is.

    Where the hours freed are not known for everyone, nobody is said to have enough.
    """
    short = ledger.short_weeks()
    if not short:
        if any(one.freed is None for one in ledger.people):
            return _("The hours freed are not known for everyone")
        return _("Everyone has enough hours in every week")
    if is_shared:
        return _together_told(ledger, len(short))
    people = [one.who for one in ledger.people if ledger.short_weeks(one.who)]
    worst = max(people, key=lambda who: max(_gaps(ledger, who)))
    said, others = person_weeks_told(ledger, worst), len(people) - 1
    if not others:
        return said
    words = n_("{said}; {n} other is short too", "{said}; {n} others are short too", others)
    return words.format(said=said, n=others)


def _together_told(ledger: Ledger, short: int) -> str:
    """That all together have enough, where they have, though somebody is short."""
    weeks = range(ledger.start, ledger.end)
    needed = [ledger.needed(week).hours - ledger.needed(week).reviews for week in weeks]
    freed = [ledger.freed(week) for week in weeks]
    if all(had is not None and had >= one for had, one in zip(freed, needed, strict=True)):
        words = n_(
            "Together the hours suffice, but somebody is short in {n} week",
            "Together the hours suffice, but somebody is short in {n} weeks",
            short,
        )
    else:
        words = n_("Somebody is short in {n} week", "Somebody is short in {n} weeks", short)
    return words.format(n=short)


def person_weeks_told(ledger: Ledger, who: str) -> str:
    """When one practitioner is short of hours, and how many are missing at both ends."""
    short, gaps = ledger.short_weeks(who), _gaps(ledger, who)
    if not short:
        (one,) = (one for one in ledger.people if one.who == who)
        if one.freed is None:
            return _("The hours freed for {who} are not known").format(who=who)
        return _("{who} has enough in every week").format(who=who)
    first, last = (date_words(ledger.monday_of(week)) for week in (short[0], short[-1]))
    gap, end = number_words(gaps[0]), number_words(gaps[-1])
    if len(short) == 1:
        words = _("{who} is short of hours in the week of {first}: {gap} are missing")
        return words.format(who=who, first=first, gap=gap)
    words = _("{who} is short of hours from {first} ({gap} a week) to {last} ({end})")
    return words.format(who=who, first=first, gap=gap, last=last, end=end)


def _gaps(ledger: Ledger, who: str) -> list[float]:
    (one,) = (one for one in ledger.people if one.who == who)
    return [one.short(week) for week in ledger.short_weeks(who)]


def finish_told(likely: date | None, days: list[date], end: date) -> str:
    """Whether the first patients finish within the period; `days` are all that is reckoned with."""
    if likely is not None and likely > end:
        return _("The first patients finish after the period ends")
    if any(day > end for day in days):
        return _("The first patients finish just in time, and after the end if things go badly")
    return _("The first patients finish within the period")


def funnel_told(
    funnel: PatientFunnel, wanted: float | None, counted: Callable[[float], str]
) -> str:
    """Of how many who fit about how many get how far; `counted` says how a document writes one."""
    fit, last = counted(funnel.fit), funnel.stages[-1]
    likely = counted(last.middle)
    is_alone = last.name == "fit"
    said = fit_told(likely) if is_alone else _(REACHED[last.name]).format(fit=fit, n=likely)
    if wanted is None:
        return said
    return _("{said}; {wanted} are wanted").format(said=said, wanted=counted(wanted))


def supervision_unknown() -> str:
    """That it is open until when supervision is booked."""
    return _("nobody has said until when supervision is booked")


def supervision_gap(gap: date, start: date) -> str:
    """From when on supervision is missing, of a period that starts on this day."""
    if gap <= start:
        return _("no supervision is booked")
    return _("supervision stops on {day}").format(day=date_words(gap))


def timeline_told(gap: date | None, start: date, late: int, *, is_known: bool = True) -> str:
    """What deviates from today to the decision: from when supervision is missing, late dates.

    `is_known` is whether anybody has answered until when supervision is booked.
    """
    said = [] if is_known else [supervision_unknown()]
    if gap is not None:
        said.append(supervision_gap(gap, start))
    if late:
        words = n_("{n} date falls in a closed period", "{n} dates fall in a closed period", late)
        said.append(words.format(n=late))
    if not said:
        return _("Supervision lasts to the end, and no date falls in a closed period")
    return first_up("; ".join(said))
