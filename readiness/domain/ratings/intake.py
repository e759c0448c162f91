"""Which of the answers files that came in count, and why others do not. Nothing is shown yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from readiness.domain.checklist.rater import ROLES
from readiness.domain.ratings.questions import Question
from readiness.domain.ratings.rater_answers import WORKSHOP, RaterAnswers, Said
from readiness.domain.ratings.workshop import Workshop
from readiness.domain.record import NONE, Record, Sealed, sealed

SAME_ANSWERS = 10
"""So many answers that agree, all of them, make two files look like one person's."""

Reason = Literal[
    "other workshop",
    "no workshop answers",
    "no code",
    "older edition",
    "copy",
    "two editions alike",
    "same answers",
    "same notes",
    "other vote",
    "unknown role",
    "asked differently",
    "not asked",
    "no answer",
    "not finished",
]
"""Why a file, or one answer of it, does not count, or is worth a look."""

_COUNTED: tuple[Reason, ...] = (
    "same answers",
    "same notes",
    "unknown role",
    "not finished",
)


class Told(Record, kw_only=False):
    """One thing that is told about a file."""

    file: str
    reason: Reason
    about: str = ""
    """The other file, the other workshop, the role, or the questions."""

    @property
    def is_counted(self) -> bool:
        """Whether the file counts all the same."""
        return self.reason in _COUNTED or self.is_of_answers

    @property
    def is_of_answers(self) -> bool:
        """Whether it is about single answers of a file that counts."""
        return self.reason in ("asked differently", "not asked", "no answer")


class Gathered(Record):
    """What came in."""

    counted: Sealed[str, RaterAnswers] = NONE
    """By code; with the answers that count, and the role as it counts."""
    files: Sealed[str, str] = NONE
    """The file of each code."""
    told: tuple[Told, ...] = ()
    """What is told, in the order of the files."""

    @property
    def by_role(self) -> Mapping[str, int]:
        """How many count of each role: all that is shown before collecting is closed."""
        return Counter(one.who for one in self.counted.values())


Named = tuple[str, RaterAnswers]
"""A file's name and what it holds."""


def gathered(
    files: Sequence[Named], workshop: Workshop, questions: Mapping[str, Question], vote: int = 1
) -> Gathered:
    """Look over what came in for one vote of a workshop."""
    told, fit = list[Told](), list[Named]()
    for name, answers in files:
        why = _misfit(answers, workshop, vote)
        told += [Told(name, *why)] if why else []
        fit += [] if why else [(name, answers)]
    kept = dict(_newest(fit, told))
    counted, names = dict[str, RaterAnswers](), dict[str, str]()
    for name, answers in kept.items():
        counted[answers.code] = _fitted(name, answers, (workshop, questions), told)
        names[answers.code] = name
    told += _alike(kept)
    return Gathered(counted=sealed(counted), files=sealed(names), told=tuple(told))


def _misfit(answers: RaterAnswers, workshop: Workshop, vote: int) -> tuple[Reason, str] | None:
    if answers.kind != WORKSHOP:
        return "no workshop answers", ""
    if answers.for_ != workshop.id:
        return "other workshop", answers.for_
    if not answers.code:
        return "no code", ""
    return None if answers.vote == vote else ("other vote", str(answers.vote))


def _newest(files: Sequence[Named], told: list[Told]) -> Iterator[Named]:
    """The file that counts of each code."""
    by_code: dict[str, list[Named]] = {}
    for name, answers in files:
        by_code.setdefault(answers.code, []).append((name, answers))
    for same in by_code.values():
        highest = max(answers.edition for _name, answers in same)
        best = [one for one in same if one[1].edition == highest]
        told += [
            Told(name, "older edition", best[0][0]) for name, _ in same if (name, _) not in best
        ]
        if any(one[1] != best[0][1] for one in best):
            told += [Told(name, "two editions alike", best[0][0]) for name, _ in best[1:]]
            told.append(Told(best[0][0], "two editions alike", best[1][0]))
            continue
        told += [Told(name, "copy", best[0][0]) for name, _ in best[1:]]
        yield best[0]


def _fitted(
    name: str,
    answers: RaterAnswers,
    about: tuple[Workshop, Mapping[str, Question]],
    told: list[Told],
) -> RaterAnswers:
    """The answers of a file that count."""
    workshop, questions = about
    role = answers.who if answers.who in ROLES else "other"
    if role != answers.who:
        told.append(Told(name, "unknown role", answers.who))
    if not answers.finished:
        told.append(Told(name, "not finished"))
    kept, wrong = dict[str, Said](), dict[Reason, list[str]]()
    for item, said in answers.said.items():
        why = _wrong(item, said, role, (workshop, questions))
        if why is None:
            kept[item] = said
        else:
            wrong.setdefault(why, []).append(item)
    told += [Told(name, why, ", ".join(items)) for why, items in wrong.items()]
    return answers.model_copy(update={"who": role, "said": sealed(kept)})


def _wrong(
    item: str, said: Said, role: str, about: tuple[Workshop, Mapping[str, Question]]
) -> Reason | None:
    workshop, questions = about
    asked, question = workshop.asked.get(item), questions.get(item)
    if asked is None or question is None or (asked.roles and role not in asked.roles):
        return "not asked"
    if said.asked and asked.asked and said.asked != asked.asked:
        return "asked differently"
    is_offered = not question.offered or said.value in question.offered
    return None if is_offered and isinstance(said.value, str) else "no answer"


def _alike(kept: Mapping[str, RaterAnswers]) -> Iterator[Told]:
    """Files with different codes that look like one person's."""
    answers, notes = dict[object, str](), dict[object, str]()
    for name, one in kept.items():
        values = tuple(sorted((item, said.value) for item, said in one.said.items()))
        written = tuple(sorted((item, said.note) for item, said in one.said.items() if said.note))
        if len(values) >= SAME_ANSWERS:
            other = answers.setdefault(values, name)
            if other != name:
                yield Told(name, "same answers", other)
                continue
        if written:
            other = notes.setdefault(written, name)
            if other != name:
                yield Told(name, "same notes", other)
