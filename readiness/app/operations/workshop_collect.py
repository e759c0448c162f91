"""What comes in for a workshop: files are looked over, lines taken, and collecting closed."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from readiness.app.operations.workshop import NotDone, Room, new_code, write_changes
from readiness.describe import workshop as told
from readiness.describe.not_done import none_of_the_answers, why
from readiness.domain.ratings.intake import Gathered, gathered
from readiness.domain.ratings.questions import Question, answer_meant
from readiness.domain.ratings.rater_answers import RaterAnswers, Said
from readiness.domain.ratings.reveal import Votes, closing
from readiness.domain.ratings.typed_line import ROLE_LETTERS, Line, Wrong, read_line
from readiness.domain.record import sealed
from readiness.i18n.language import _
from readiness.storage.answers_file import AnswersFile, read_answers, write_answers
from readiness.storage.answers_reader import ENDING as ANSWERS
from readiness.storage.answers_sheet import AnswersSheet, is_sheet, read_sheet
from readiness.storage.problems import Problem, UnreadableAnswers
from readiness.storage.workshop_file import ENDING

MOST_FILES = 200
"""Answers files of one workshop; ours."""


@dataclass(frozen=True)
class Collected:
    """What came in for one vote."""

    found: Gathered
    unread: tuple[Problem, ...] = ()
    """Files that are no answers files, or cannot be read."""
    remarks: tuple[Problem, ...] = ()
    """What is not understood in files that count."""
    read: int = 0
    """How many files were looked at."""

    @property
    def is_whole(self) -> bool:
        """Whether everything that was found counts."""
        return not self.unread and not self.remarks and not self.found.told


def collected(room: Room, places: Sequence[Path], vote: int = 1) -> Collected:
    """Look over the answers files in these folders; nothing is shown or written.

    Raises NotDone for more files than one workshop has.
    """
    files, unread, remarks = list[tuple[str, RaterAnswers]](), list[Problem](), list[Problem]()
    paths = list(dict.fromkeys(files_in(room, places)))
    if len(paths) > MOST_FILES:
        raise NotDone(why("too-many-files", found=len(paths), most=MOST_FILES))
    for path in paths:
        try:
            found = read_any_answers(path, room.questions)
        except UnreadableAnswers as unreadable:
            unread += unreadable.problems
            continue
        files.append((path.name, found.answers))
        remarks += found.problems
    found_now = gathered(files, room.workshop, room.questions, vote)
    return Collected(found_now, tuple(unread), tuple(remarks), len(paths))


def no_folder(text: str) -> str:
    """Why answers cannot be looked for in the folder that was typed; empty where they can."""
    return "" if not text or Path(text).expanduser().is_dir() else _("There is no such folder.")


def files_in(room: Room, places: Sequence[Path]) -> Iterator[Path]:
    """Every file that may be someone's answers; without a folder, those beside the workshop."""
    for place in places or (room.path.parent,):
        if not place.is_dir():
            yield place
            continue
        for one in sorted(place.iterdir()):
            is_ours = one.name.endswith(ENDING) or one.resolve() == room.plan.resolve()
            is_meant = ANSWERS.removesuffix(".toml") in one.name if not places else True
            is_some = one.suffix == ".toml" or is_sheet(one)
            if is_some and is_meant and not is_ours and one.name[:1] not in (".", "~"):
                yield one


def close(room: Room, first: Collected, second: Collected | None = None) -> Room:
    """Close collecting of the first vote, or of a second one, and keep what may be shown.

    Late files are shown together once there are enough, and none after a second vote: who came late
    may have voted there under another code. Raises NotDone where nothing is closed.
    """
    workshop = room.workshop
    here = second or first
    if not here.found.counted:
        raise NotDone(why("nothing-came-in"))
    if second is not None and not workshop.is_closed:
        raise NotDone(why("first-is-open"))
    if any(one.time == "second vote" for one in workshop.shown):
        raise NotDone(why("second-is-closed"))
    votes = Votes(first.found, second.found if second else None)
    found = closing(workshop, votes, room.questions)
    if found is None:
        raise NotDone(why("late", n=workshop.rule.smallest))
    return write_changes(room, shown=(*workshop.shown, found))


def take_lines(room: Room, lines: Sequence[str], folder: Path, vote: int = 1) -> list[Path]:
    """Make an answers file of each line that was typed from paper, with a code drawn anew.

    The folder is made where it is not there yet, as it is for forms.
    Raises NotDone with the first line that is wrong, before anything is written.
    """
    found = list[Line]()
    for number, text in enumerate(lines, 1):
        if text.strip():
            line = read_line(text, room.workshop, room.questions)
            if isinstance(line, Wrong):
                raise NotDone(told.wrong_line(number, line, ", ".join(ROLE_LETTERS)))
            found.append(line)
    made = []
    with contextlib.suppress(OSError):  # writing the first tells what is wrong with the folder
        folder.mkdir(parents=True, exist_ok=True)
    for one in found:
        answers = blank_answers(room, one.role, vote).model_copy(
            update={"said": one.said, "finished": True}
        )
        made.append(folder / f"{answers.code}{ANSWERS}")
        write_answers(made[-1], answers)
    return made


def blank_answers(room: Room, role: str, vote: int = 1) -> RaterAnswers:
    """A new set of answers for one person of a role, with a code drawn anew."""
    return RaterAnswers(
        for_=room.workshop.id,
        who=role,
        code=new_code(),
        vote=vote,
        template=room.workshop.template,
        template_version=room.workshop.template_version,
    )


_LETTERED = re.compile(r"([a-z])\)(.*)", re.DOTALL)


def read_any_answers(path: Path, questions: Mapping[str, Question]) -> AnswersFile:
    """One person's answers, a file of our own or a spreadsheet. Raises UnreadableAnswers."""
    return _meant(read_sheet(path), questions) if is_sheet(path) else read_answers(path)


def _meant(sheet: AnswersSheet, questions: Mapping[str, Question]) -> AnswersSheet:
    """The sheet with its answers in the words of a file; what is none is told by its cell."""
    kept, wrong = dict[str, Said](), list[Problem]()
    for item, said in sheet.answers.said.items():
        question = questions.get(item)
        text = str(said.value)
        value = answer_in_cell(text, question) if question is not None else text
        if value is not None:
            kept[item] = said.model_copy(update={"value": value})
        else:
            why, todo = none_of_the_answers(text, question)
            wrong.append(Problem(file=sheet.name, where=sheet.cells[item], why=why, todo=todo))
    answers = sheet.answers.model_copy(update={"said": sealed(kept)})
    problems = (*sheet.problems, *wrong)
    return sheet.model_copy(update={"answers": answers, "problems": problems})


def answer_in_cell(text: str, question: Question) -> str | None:
    """The word of the file for what stands in a cell; None where it answers nothing.

    An option is known by its letter in whichever language it was asked, `b) every month`, and by
    its words; letter and words that say two things are no answer.
    """
    if question.is_text:
        return text
    found = _LETTERED.fullmatch(text)
    words = answer_meant(found[2] if found else text, question)
    by_words = words if words in question.offered else None
    if found is None:
        return by_words
    place = ord(found[1]) - ord("a")
    by_letter = question.choices[place] if place < len(question.choices) else None
    return by_letter if by_words in (None, by_letter) else None
