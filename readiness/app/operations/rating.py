"""One person answers the questions of a workshop, in an answers file of their own."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, time
from pathlib import Path
from typing import NamedTuple

from readiness.app.operations.workshop import NotDone, Room
from readiness.app.operations.workshop_forms import voted_again
from readiness.describe.not_done import why
from readiness.domain.checklist.rater import role_words
from readiness.domain.ratings.rater_answers import RaterAnswers, Said
from readiness.domain.record import sealed
from readiness.storage.answers_file import read_answers, write_answers
from readiness.storage.answers_reader import ENDING


class Passed(NamedTuple):
    """What became of a laptop that was passed round."""

    finished: int = 0
    """How many answered to the end."""
    left: int = 0
    """How many left before the last question, with something answered."""

    def after(self, answers: RaterAnswers) -> Passed:
        """The counts with one more person's answers counted in."""
        is_left = bool(answers.said) and not answers.finished
        return Passed(self.finished + answers.finished, self.left + is_left)


def resume(room: Room, path: Path, vote: int | None = None, role: str = "") -> RaterAnswers:
    """Answers that were begun before; of whichever vote and role they are, unless one is meant.

    Raises ReadinessError, also for those of another workshop, another vote or another role.
    """
    found = read_answers(path).answers
    if found.for_ != room.workshop.id:
        raise NotDone(why("another-workshop", file=path.name, workshop=found.for_))
    if vote not in (None, found.vote):
        raise NotDone(why("another-vote", file=path.name, vote=found.vote))
    if role not in ("", found.who):
        raise NotDone(why("another-role", file=path.name, role=role_words(found.who)))
    return found


def place_of(place: Path, answers: RaterAnswers) -> Path:
    """The file of a person's answers: in a folder it is named after the code, else it is given."""
    return place / f"{answers.code}{ENDING}" if place.is_dir() else place


def questions_for(room: Room, role: str, vote: int = 1) -> Sequence[str]:
    """What a role is asked, in the order of the workshop.

    A second vote asks what its forms ask, where the file at hand holds what was shown. Raises
    NotDone where nothing is left to vote on.
    """
    wanted = voted_again(room) if vote > 1 and room.workshop.is_closed else room.workshop.asked
    return [
        item for item in room.workshop.asked_of(role) if item in room.questions and item in wanted
    ]


def saying(
    room: Room, answers: RaterAnswers, item: str, value: str, *, note: str | None = None
) -> RaterAnswers:
    """The answers with one more; an empty value leaves the question blank, with its note.

    A note stays unless another is given. Nothing is written.
    """
    before = answers.said.get(item)
    words = (before.note if before else "") if note is None else note
    kept = {key: one for key, one in answers.said.items() if key != item}
    if value:
        asked = room.workshop.asked[item].asked
        show = before.show_note if before else False
        kept[item] = Said(value=value, asked=asked, note=words, show_note=show)
    order = {key: kept[key] for key in room.workshop.asked if key in kept}
    return answers.model_copy(update={"said": sealed(order)})


def releasing(answers: RaterAnswers, item: str, *, is_shown: bool) -> RaterAnswers:
    """The answers with a note that the room may hear, or may not; a blank question has none."""
    said = dict(answers.said)
    if item in said:
        said[item] = said[item].model_copy(update={"show_note": is_shown})
    return answers.model_copy(update={"said": sealed(said)})


def keep(room: Room, path: Path, answers: RaterAnswers) -> RaterAnswers:
    """Write the answers as the next edition; returns them so. Raises CannotWrite.

    The file says when the workshop was opened, and not when somebody answered.
    """
    after = answers.model_copy(update={"edition": answers.edition + path.exists()})
    write_answers(path, after)
    if room.workshop.opened is not None:
        noon = datetime.combine(room.workshop.opened, time(12)).timestamp()
        with suppress(OSError):
            os.utime(path, (noon, noon))
    return after
