"""A workshop is finished: it goes into the plan as one change, and answers files are deleted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from readiness.app.operations.effect import Effect, done, not_done
from readiness.app.operations.workshop import NotDone, Room, write_changes
from readiness.app.operations.workshop_collect import files_in, read_any_answers
from readiness.app.operations.workshop_forms import handout_beside
from readiness.app.session import Session
from readiness.describe import workshop as told
from readiness.describe.not_done import why
from readiness.domain.plan.act import Act
from readiness.domain.plan.workshop_record import (
    FEWEST_ACTIONS,
    chosen_actions,
    recorded,
    unfinished,
)
from readiness.domain.rules.flags import Flag
from readiness.domain.rules.review import red_facts
from readiness.domain.schedule.actions import actions_of
from readiness.storage.problems import UnreadableAnswers


@dataclass(frozen=True)
class Lacking:
    """What a workshop still lacks before it is finished."""

    actions: int
    """How many actions are whole."""
    unfinished: tuple[tuple[str, list[str]], ...]
    """Chosen actions by their words, and what each lacks: who, by when, what it should change."""
    red_facts: tuple[Flag, ...]
    """Red flags of facts that nobody acts on or answers for; no vote settles them."""

    @property
    def is_nothing(self) -> bool:
        """Whether it can be finished."""
        return self.actions >= FEWEST_ACTIONS and not self.unfinished and not self.red_facts

    @property
    def said(self) -> list[str]:
        """What is to be done first, in sentences."""
        return told.lacking_words(self.actions, self.unfinished, self.red_facts)


def in_plan_already(room: Room, session: Session) -> str:
    """That a workshop was finished and the plan holds it; empty where it does not."""
    day = room.workshop.finished
    if day is None or room.workshop.id not in session.plan.workshops:
        return ""
    return why("finished", day=day)


def lacking(room: Room, session: Session) -> Lacking:
    """What is to be done before a workshop is finished."""
    keys = chosen_actions(session.plan, room.workshop.dots)
    parts = unfinished(session.plan, keys)
    called = {one.key: one.title for one in actions_of(session.plan)}
    return Lacking(
        actions=len(keys) - len(parts),
        unfinished=tuple((called.get(key, key), what) for key, what in parts.items()),
        red_facts=red_facts(session.review, session.plan, session.template),
    )


@dataclass(frozen=True)
class Finished:
    """What became of a workshop that was to be finished."""

    room: Room
    """The workshop as it is now."""
    effect: Effect
    """What it did to the plan."""
    lacks: Lacking | None = None
    """What it lacks, where it was not finished for that."""
    trouble: str = ""
    """Why the plan could not be saved, so that the workshop stays open; else empty."""
    only_agreed: tuple[str, ...] = ()
    """The questions whose agreed answer did not become the plan's own."""
    handout: str = ""
    """That the handout was made, or why not."""

    @property
    def is_done(self) -> bool:
        """Whether the plan holds it, on disk, and the workshop's file says so."""
        return self.effect.is_done and not self.trouble

    @property
    def notes(self) -> list[str]:
        """What is to be known once it is done, one sentence each."""
        return [*map(told.only_agreed, self.only_agreed), self.handout] if self.is_done else []


def finish(room: Room, session: Session, save: Callable[[], str]) -> Finished:
    """Write a workshop into the plan, as one step that can be taken back, and close its file.

    `save` writes the plan, and returns why it could not be written, or nothing: only then does the
    workshop's file say that it is finished. Raises NotDone before the reveal and where the plan
    holds it already, and CannotWrite.
    """
    workshop = room.workshop
    if not workshop.is_closed:
        raise NotDone(why("collecting"))
    if over := in_plan_already(room, session):
        raise NotDone(over)
    act = Act(kind="workshop", what=workshop.id, day=session.today)
    lacks = lacking(room, session)
    if not lacks.is_nothing:
        return Finished(room, not_done(session, told.not_yet_finished(), act), lacks)
    plan = recorded(session.plan, workshop, session.template, room.questions, session.today)
    effect = done(session, plan, act)
    trouble = save() if effect.is_done else ""
    if trouble or not effect.is_done:
        return Finished(room, effect, trouble=trouble)
    after = write_changes(room, finished=session.today)
    only = tuple(_only_agreed(after, session))
    return Finished(after, effect, only_agreed=only, handout=handout_beside(after, session.today))


def delete_answers(room: Room, places: Sequence[Path]) -> list[Path]:
    """Delete this workshop's answers files in these folders; returns those that are gone.

    Files of other workshops, and whatever else lies there, stay. Raises NotDone before the
    workshop is finished: until then nothing else holds what people said.
    """
    if room.workshop.finished is None:
        raise NotDone(why("not-finished"))
    gone = []
    for path in room_files(room, places):
        try:
            path.unlink()
        except OSError:
            continue
        gone.append(path)
    return gone


def room_files(room: Room, places: Sequence[Path]) -> list[Path]:
    """The answers files of this workshop in these folders."""
    found = []
    for path in files_in(room, places):
        try:
            answers = read_any_answers(path, room.questions).answers
        except UnreadableAnswers:
            continue
        if answers.for_ == room.workshop.id:
            found.append(path)
    return found


def _only_agreed(room: Room, session: Session) -> list[str]:
    found = []
    for item, agreed in room.workshop.agreed.items():
        question, held = room.questions.get(item), session.plan.answer(item).parts
        own = (held.get(question.part), held.get("value")) if question else ()
        if agreed.answer not in own:
            found.append(item)
    return found
