"""What a change did to a plan, in words: flags, hours, questions and the end of the programme."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from readiness.describe.state import WORDS
from readiness.domain.checklist.template import Template
from readiness.domain.rules.flags import Flag
from readiness.domain.rules.review import Review
from readiness.i18n.language import _, n_
from readiness.i18n.words import date_words, first_up, listed, number_words


def consequences(before: Review, after: Review, template: Template, shown: str = "") -> list[str]:
    """What is different after a change, the gravest first; empty where nothing is.

    The flag of the item that is `shown` goes without its sentence, which stands beside it.
    """
    return [
        *_flags(before, after, template, shown),
        *_hours(before, after),
        *_changed(before, after, template, shown),
        *_asked(before, after, template, shown),
        *_end(before, after),
    ]


def _named(item: str, template: Template) -> str:
    return f"{item} {template.items[item].short}"


def _flags(before: Review, after: Review, template: Template, shown: str) -> Iterator[str]:
    old = {flag.item: flag for flag in before.flags}
    new = {flag.item for flag in after.flags}
    for flag in after.flags:
        was = old.get(flag.item)
        if was is None:
            words = _("{flag} raised: {name}.")
        elif was.severity != flag.severity:
            is_red = flag.severity == "red"
            words = _("Flag now red: {name}.") if is_red else _("Flag now amber: {name}.")
        else:
            continue
        yield _told(flag, words, template, shown)
    for item in old:
        if item not in new:
            yield _("Flag cleared: {name}.").format(name=_named(item, template))


def _changed(before: Review, after: Review, template: Template, shown: str) -> Iterator[str]:
    """Flags that are up as before and say something else."""
    old = {(flag.item, flag.severity): flag.says for flag in before.flags}
    for flag in after.flags:
        if old.get((flag.item, flag.severity), flag.says) != flag.says:
            yield _told(flag, _("{flag} changed: {name}."), template, shown)


def _told(flag: Flag, words: str, template: Template, shown: str) -> str:
    """A flag by its question, and what it says unless that is shown; no name is said twice."""
    says = "" if flag.item == shown else " ".join(flag.says.split())
    is_named = template.items[flag.item].short in says
    name = flag.item if is_named else _named(flag.item, template)
    return f"{words.format(flag=first_up(WORDS[flag.severity]), name=name)} {says}".rstrip()


def _hours(before: Review, after: Review) -> Iterator[str]:
    """Practitioners with the same hours in one sentence, those who are short first."""
    same: dict[tuple[float, float], list[str]] = {}
    for who, facts in after.facts.people.items():
        needed, freed = facts.get("hours_needed"), facts.get("hours_freed")
        old = before.facts.people.get(who, {})
        was = (old.get("hours_needed"), old.get("hours_freed"))
        if isinstance(needed, float) and isinstance(freed, float) and was != (needed, freed):
            same.setdefault((freed, needed), []).append(who)
    for (freed, needed), people in sorted(same.items(), key=lambda one: one[0][0] - one[0][1]):
        left = freed - needed
        words = _("Hours a week for {who}: {freed} freed, {needed} needed, {left} left.")
        if left < 0:
            words = _("Hours a week for {who}: {freed} freed, {needed} needed, short of {left}.")
        numbers = {"freed": freed, "needed": needed, "left": abs(left)}
        said = {name: number_words(number) for name, number in numbers.items()}
        names = listed(people)
        who = names if len(people) == 1 else _("each of {names}").format(names=names)
        yield words.format(who=who, **said)


def _asked(before: Review, after: Review, template: Template, shown: str) -> Iterator[str]:
    """Questions of the full form that the short one shows because something answers them."""
    if before.form != after.form:
        return
    more = [
        _named(key, template)
        for key, one in after.items.items()
        if one.is_asked and not before.items[key].is_asked and key != shown
    ]
    if more:
        words = n_(
            "This answers one more question, which the short form now shows: {names}.",
            "This answers {n} more questions, which the short form now shows: {names}.",
            len(more),
        )
        yield words.format(n=len(more), names=listed(more))


def _end(before: Review, after: Review) -> Iterator[str]:
    old, new = before.facts.of("likely_end"), after.facts.of("likely_end")
    if isinstance(new, date) and old != new:
        words = _("The first patients now finish by about {day}.")
        yield words.format(day=date_words(new))
