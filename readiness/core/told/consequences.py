"""What a change did to a plan, in words: flags, hours and the end of the programme."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from readiness.core.judged.flags import Flag
from readiness.core.judged.review import Review
from readiness.core.wording.words import date_words, number_words


def consequences(before: Review, after: Review) -> list[str]:
    """What is different after a change; empty where nothing is."""
    return [*_flags(before, after), *_hours(before, after), *_end(before, after)]


def _flags(before: Review, after: Review) -> Iterator[str]:
    old = {flag.id: flag for flag in before.flags}
    new = {flag.id: flag for flag in after.flags}
    for name, flag in new.items():
        if name not in old:
            yield f"Flag raised: {name}, {flag.severity}. {_said(flag)}"
        elif flag.says != old[name].says:
            yield f"Flag changed: {name}, {flag.severity}. {_said(flag)}"
    for name in old:
        if name not in new:
            yield f"Flag cleared: {name}."


def _said(flag: Flag) -> str:
    return " ".join(flag.says.split())


def _hours(before: Review, after: Review) -> Iterator[str]:
    for who, facts in after.facts.people.items():
        needed, freed = facts.get("hours_needed"), facts.get("hours_freed")
        old = before.facts.people.get(who, {})
        was = (old.get("hours_needed"), old.get("hours_freed"))
        if not isinstance(needed, float) or not isinstance(freed, float) or was == (needed, freed):
            continue
        left = freed - needed
        word = f"{number_words(left)} left" if left >= 0 else f"short of {number_words(-left)}"
        sums = f"{number_words(freed)} freed, {number_words(needed)} needed, {word}"
        yield f"Hours a week for {who}: {sums}."


def _end(before: Review, after: Review) -> Iterator[str]:
    old, new = before.facts.of("likely_end"), after.facts.of("likely_end")
    if isinstance(new, date) and old != new:
        yield f"A patient who starts first is now done by about {date_words(new)}."
