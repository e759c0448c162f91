"""What a workshop shows once collecting is closed: counts of groups, bands, and released words.

Of a second vote only where it is certain who votes again, though most do so under a new code.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from readiness.domain.ratings.counts import Counts, movement
from readiness.domain.ratings.disclosure import (
    LEADER,
    SMALLEST_LEAVING,
    SMALLEST_SENSITIVE,
    Band,
    Groups,
    Stage,
    band,
    groups_shown,
    of_sensitive,
)
from readiness.domain.ratings.intake import Gathered
from readiness.domain.ratings.questions import Question
from readiness.domain.ratings.rater_answers import RaterAnswers
from readiness.domain.ratings.workshop import Shown, Time, Workshop
from readiness.domain.record import NONE, sealed


class Votes(NamedTuple):
    """The answers files that count for each vote."""

    first: Gathered
    second: Gathered | None = None
    """None where the second vote is not what is closed."""


def closing(workshop: Workshop, votes: Votes, questions: Mapping[str, Question]) -> Shown | None:
    """What is shown once collecting of a vote is closed; None where late files have to wait.

    They wait until there are as many as the smallest group, and as long as a file that was counted
    is gone or changed. What was shown before stays as it is, and nothing is added that would tell
    on someone beside it.
    """
    asked = {item: questions[item] for item in workshop.asked if item in questions}
    if votes.second is not None:
        return _second(workshop, votes.first, votes.second.counted, asked)
    if not workshop.shown:
        return _shown("reveal", workshop, votes.first.counted, asked, asked)
    new = votes.first.counted.keys() - _roles_of_first(workshop).keys()
    if len(new) < workshop.rule.smallest:
        return None
    kept = _as_shown(workshop, votes.first)
    if kept.keys() != _roles_of_first(workshop).keys():
        return None
    late = {code: votes.first.counted[code] for code in new}
    return _shown("late", workshop, {**kept, **late}, asked, asked)


def _second(
    workshop: Workshop,
    first: Gathered,
    said: Mapping[str, RaterAnswers],
    asked: Mapping[str, Question],
) -> Shown:
    """What a second vote shows: counts only where everyone who answered first answered again."""
    before, again = workshop.firsts[-1].stage, _stage(said, asked)
    expected = {role: one.expected for role, one in workshop.roles.items()}
    counted = {
        item: question
        for item, question in asked.items()
        if (workshop.rule.is_open and not question.is_sensitive)
        or all_again(item, before, again, expected)
    }
    names = linked(before.raters, again.raters)
    named = {names[code]: one for code, one in said.items()}
    found = _shown("second vote", workshop, named, asked, counted)
    # What one leader who is seen alone says both times is known, and would be taken off.
    alone = LEADER if workshop.rule.leader_agreed else ""
    once, twice = (
        {code: one for code, one in votes.items() if one.who != alone}
        for votes in (_as_shown(workshop, first), said)
    )
    moved = _moved(once, twice, found.counts, workshop.rule.smallest)
    return found.model_copy(update={"moved": sealed(moved)})


def _roles_of_first(workshop: Workshop) -> Mapping[str, str]:
    return workshop.firsts[-1].stage.raters if workshop.firsts else NONE


def _as_shown(workshop: Workshop, found: Gathered) -> Mapping[str, RaterAnswers]:
    """The answers that were shown at the first vote; without those that were changed since."""
    editions = {code: n for one in workshop.firsts for code, n in one.editions.items()}
    return {code: one for code, one in found.counted.items() if one.edition == editions.get(code)}


def _shown(
    time: Time,
    workshop: Workshop,
    said: Mapping[str, RaterAnswers],
    asked: Mapping[str, Question],
    counted: Mapping[str, Question],
) -> Shown:
    """What is shown at a time: words to all that is asked, counts and bands of what may be."""
    stage = _stage(said, counted)
    stages = [*(one.stage for one in workshop.shown), stage]
    grouped = groups_shown(_with(stages, counted, is_sensitive=False), workshop.rule)[-1]
    counts = {
        item: _by_group(item, counted[item], groups, said)
        for item, groups in grouped.items()
        if groups
    }
    return Shown(
        time=time,
        stage=stage,
        editions=sealed({code: one.edition for code, one in said.items()}),
        counts=sealed(counts),
        bands=sealed(_bands(_with(stages, counted, is_sensitive=True), workshop, said)),
        notes=sealed(dict(_notes(workshop, time, said, asked))),
    )


def _stage(said: Mapping[str, RaterAnswers], asked: Mapping[str, Question]) -> Stage:
    answered = {item: _who_answered(item, one, said) for item, one in asked.items()}
    return Stage({code: one.who for code, one in said.items()}, answered)


def _who_answered(
    item: str, question: Question, said: Mapping[str, RaterAnswers]
) -> frozenset[str]:
    """Who answered a question; of a sensitive one, who said yes, partly or no."""
    found = {code: one.said[item].value for code, one in said.items() if item in one.said}
    scored = {code for code, value in found.items() if value in Counts.of([]).said}
    return frozenset(scored if question.is_sensitive else found)


def _with(stages: list[Stage], asked: Mapping[str, Question], *, is_sensitive: bool) -> list[Stage]:
    """The stages with the questions that are counted, or those that are told in bands."""
    items = [
        item for item, one in asked.items() if one.is_sensitive == is_sensitive and not one.is_text
    ]
    return [
        Stage(one.raters, {item: one.answered.get(item, frozenset()) for item in items})
        for one in stages
    ]


def _by_group(
    item: str, question: Question, groups: Groups, said: Mapping[str, RaterAnswers]
) -> Mapping[str, Counts]:
    return sealed(
        {
            "+".join(one.roles): Counts.of(
                (str(said[code].said[item].value) for code in one.codes), question.choices
            )
            for one in groups
        }
    )


def _bands(
    stages: list[Stage], workshop: Workshop, said: Mapping[str, RaterAnswers]
) -> Mapping[str, Band]:
    smallest = max(workshop.smallest_sensitive, SMALLEST_SENSITIVE)
    found = {
        item: Counts.of(str(said[code].said[item].value) for code in codes)
        for item, codes in of_sensitive(stages, smallest)[-1].items()
    }
    return {item: told for item, one in found.items() if (told := band(one, smallest))}


def _notes(
    workshop: Workshop,
    time: Time,
    said: Mapping[str, RaterAnswers],
    asked: Mapping[str, Question],
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What was released for the room and not shown before, in an order that tells nothing.

    Of a question only where enough people were asked it and were not shown at an earlier time: the
    words that come with one more person would be that person's.
    """
    earlier = [] if time == "second vote" else [one.stage.raters for one in workshop.firsts]
    for item, question in asked.items():
        roles = workshop.asked[item].roles
        here = {code: one for code, one in said.items() if not roles or one.who in roles}
        told = _told(earlier, roles)
        new = {code: one for code, one in here.items() if code not in told}
        if len(new) < SMALLEST_LEAVING or question.is_sensitive:
            continue
        released = [one.said[item] for one in new.values() if item in one.said]
        words = sorted(
            text
            for one in released
            if one.show_note
            for text in (one.note, str(one.value) if question.is_text else "")
            if text.strip()
        )
        if words:
            yield item, tuple(words)


def _told(earlier: Iterable[Mapping[str, str]], roles: Collection[str]) -> frozenset[str]:
    """Whose words were shown before, of those in these roles; they were told once they were enough.

    `earlier` holds everyone who had answered by each time, by code, with the role.
    """
    told = frozenset[str]()
    for raters in earlier:
        here = {code for code, role in raters.items() if not roles or role in roles}
        if len(here - told) >= SMALLEST_LEAVING:
            told |= here
    return told


def _moved(
    first: Mapping[str, RaterAnswers],
    second: Mapping[str, RaterAnswers],
    counts: Iterable[str],
    smallest: int,
) -> Mapping[str, tuple[int, int]]:
    found = {}
    for item in counts:
        once, again = (
            {code: str(one.said[item].value) for code, one in said.items() if item in one.said}
            for said in (first, second)
        )
        change = movement(once, again, smallest)
        if change is not None:
            found[item] = (change.moved, change.of)
    return found


def all_again(item: str, first: Stage, second: Stage, expected: Mapping[str, int]) -> bool:
    """Whether everyone who answered a question the first time certainly answers it again.

    Votes on paper and in new files carry new codes, and nobody knows whose they are. A code that
    stands in both votes is certain; and so is a role of which all that were asked answer now.
    """
    once, again = (stage.answered.get(item, frozenset()) for stage in (first, second))
    unseen = {first.raters[code] for code in once - again}
    return all(
        expected.get(role)
        == len(_of_role(second, role) & again)
        == len(_of_role(second, role))
        >= len(_of_role(first, role))
        for role in unseen
    )


def _of_role(stage: Stage, role: str) -> frozenset[str]:
    return frozenset(code for code, one in stage.raters.items() if one == role)


def linked(first: Mapping[str, str], second: Mapping[str, str]) -> Mapping[str, str]:
    """The codes of a second vote as those of the first, where someone of the role is not seen yet.

    It is right for a role only as a whole, where `all_again` says so, and tells nothing of one
    person.
    """
    found = {code: code for code in second if code in first}
    free = [code for code in first if code not in found]
    for code, role in second.items():
        if code not in found:
            same = next((one for one in free if first[one] == role), None)
            found[code] = same or code
            free = [one for one in free if one != same]
    return sealed(found)
