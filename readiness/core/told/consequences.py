"""What a change did to a plan, in words: flags, hours and the end of the programme."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from readiness.core.judged.flags import Flag
from readiness.core.judged.review import Review
from readiness.core.wording.language import _
from readiness.core.wording.words import date_words, number_words


def consequences(before: Review, after: Review) -> list[str]:
    """What is different after a change; empty where nothing is."""
    return [*_flags(before, after), *_hours(before, after), *_end(before, after)]


def _flags(before: Review, after: Review) -> Iterator[str]:
    old = {flag.id: flag for flag in before.flags}
    new = {flag.id: flag for flag in after.flags}
    for name, flag in new.items():
        if name not in old:
            yield _("Flag raised: {name}, {severity}. {flag}").format(
                name=name, severity=flag.severity, flag=_said(flag)
            )
        elif flag.says != old[name].says:
            yield _("Flag changed: {name}, {severity}. {flag}").format(
                name=name, severity=flag.severity, flag=_said(flag)
            )
    for name in old:
        if name not in new:
            yield _("Flag cleared: {name}.").format(name=name)


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
        word = (
            _("{left} left").format(left=number_words(left))
            if left >= 0
            else _("short of {left}").format(left=number_words(-left))
        )
        sums = _("{freed} freed, {needed} needed, {word}").format(
            freed=number_words(freed), needed=number_words(needed), word=word
        )
        yield _("Hours a week for {who}: {sums}.").format(who=who, sums=sums)


def _end(before: Review, after: Review) -> Iterator[str]:
    old, new = before.facts.of("likely_end"), after.facts.of("likely_end")
    if isinstance(new, date) and old != new:
        yield _("A patient who starts first is now done by about {new}.").format(
            new=date_words(new)
        )
