"""What a change did to a plan, in words: flags, hours and the end of the programme."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from readiness.core.judged.flags import SEVERITIES, Flag
from readiness.core.judged.review import Review
from readiness.core.wording.language import _
from readiness.core.wording.words import date_words, number_words


def consequences(before: Review, after: Review, shown: str = "") -> list[str]:
    """What is different after a change; empty where nothing is.

    The flag of the item that is `shown` goes without its sentence, which stands beside it.
    """
    return [*_flags(before, after, shown), *_hours(before, after), *_end(before, after)]


def _flags(before: Review, after: Review, shown: str) -> Iterator[str]:
    old = {flag.item: flag for flag in before.flags}
    new = {flag.item: flag for flag in after.flags}
    for item, flag in old.items():
        if item not in new:
            yield _("Flag cleared: {name}.").format(name=flag.id)
    for item, flag in new.items():
        if item not in old:
            yield _told(flag, _("Flag raised: {name}, {severity}."), shown)
        elif flag.severity != old[item].severity:
            yield _told(flag, _("Flag {before} is now {severity}."), shown, old[item].id)
        elif flag.says != old[item].says:
            yield _told(flag, _("Flag changed: {name}, {severity}."), shown)


def _told(flag: Flag, words: str, shown: str, before: str = "") -> str:
    head = words.format(name=flag.id, severity=SEVERITIES[flag.severity], before=before)
    return head if flag.item == shown else f"{head} {' '.join(flag.says.split())}"


def _hours(before: Review, after: Review) -> Iterator[str]:
    for who, facts in after.facts.people.items():
        needed, freed = facts.get("hours_needed"), facts.get("hours_freed")
        old = before.facts.people.get(who, {})
        was = (old.get("hours_needed"), old.get("hours_freed"))
        if not isinstance(needed, float) or not isinstance(freed, float) or was == (needed, freed):
            continue
        left = freed - needed
        words = _("Hours a week for {who}: {freed} freed, {needed} needed, {left} left.")
        if left < 0:
            words = _("Hours a week for {who}: {freed} freed, {needed} needed, short of {left}.")
        numbers = {"freed": freed, "needed": needed, "left": abs(left)}
        said = {name: number_words(number) for name, number in numbers.items()}
        yield words.format(who=who, **said)


def _end(before: Review, after: Review) -> Iterator[str]:
    old, new = before.facts.of("likely_end"), after.facts.of("likely_end")
    if isinstance(new, date) and old != new:
        words = _("A patient who starts first is now done by about {day}.")
        yield words.format(day=date_words(new))
