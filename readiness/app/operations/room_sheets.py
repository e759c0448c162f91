"""Answers that came in as a spreadsheet, in the words of those who were asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from readiness.describe.not_done import none_of_the_answers
from readiness.domain.ratings.questions import Question, answer_meant
from readiness.domain.ratings.rater_answers import Said
from readiness.domain.record import sealed
from readiness.storage.answers_file import AnswersFile, read_answers
from readiness.storage.answers_sheet import AnswersSheet, is_sheet, read_sheet
from readiness.storage.problems import Problem

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
