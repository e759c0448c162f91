"""The answers file of one person, `NAME.answers.toml`: read as data from a stranger, and written.

Workshop answers and fidelity ratings are one kind of file. Answers stand under `said` and not under
`answers`, so that no version of the program takes such a file for a plan and judges it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from readiness.domain.ratings.rater_answers import FIDELITY, WORKSHOP, RaterAnswers, Said
from readiness.domain.record import Record
from readiness.i18n.language import N_, _
from readiness.storage.answers_reader import KIND_FORMAT, AnswersReader
from readiness.storage.disk import write_whole
from readiness.storage.problems import (
    MOST_PROBLEMS,
    CannotWrite,
    Problem,
    Refused,
    UnreadableAnswers,
)
from readiness.storage.table_reader import Problems
from readiness.storage.text_file import decoded, read_bytes
from readiness.storage.toml import parsed

LARGEST = 64 * 2**10
"""Bytes of an answers file; ours, and far more than anyone writes by hand."""

HEAD = {
    WORKSHOP: N_("Answers of one person. Send it to the person who runs the workshop."),
    FIDELITY: N_("Ratings of one person. Nobody else opens it before everyone has finished."),
}


class AnswersFile(Record):
    """One person's answers as they stand in a file."""

    name: str
    """The file's name."""
    answers: RaterAnswers
    """What is understood of it."""
    problems: tuple[Problem, ...] = ()
    """What is not; errors are left out of the answers, and remarks are not."""


def read_answers(path: Path) -> AnswersFile:
    """An answers file from anyone. Raises UnreadableAnswers with what is wrong and what to do."""
    try:
        raw = read_bytes(path, most=LARGEST, is_regular=True)
    except Refused as refused:
        problem = refused.problem.model_copy(update={"todo": _("check what you were sent")})
        raise UnreadableAnswers([problem]) from None
    return answers_from_bytes(raw, path.name)


def answers_from_bytes(raw: bytes, name: str) -> AnswersFile:
    """An answers file by its bytes. Raises UnreadableAnswers."""
    try:
        text = decoded(raw, name)
        found = AnswersReader(parsed(text, name), Problems(name, text, MOST_PROBLEMS))
    except Refused as refused:
        raise UnreadableAnswers([refused.problem]) from None
    return AnswersFile(name=name, answers=found.answers(), problems=tuple(found.problems))


def answers_text(answers: RaterAnswers) -> str:
    """One person's answers as the text of a file."""
    import tomlkit

    document = tomlkit.document()
    document.add(tomlkit.comment(_(HEAD[answers.kind])))
    top: dict[str, object] = {
        "kind": answers.kind,
        "kind_format": KIND_FORMAT,
        "for": answers.for_,
        "who": answers.who,
        "code": answers.code,
        "vote": answers.vote if answers.vote > 1 else "",
        "edition": answers.edition,
        "finished": "yes" if answers.finished else "no",
        "template": answers.template,
        "template_version": answers.template_version,
    }
    for key, value in top.items():
        if value != "":
            document.add(key, tomlkit.item(value))
    said = tomlkit.table(is_super_table=True)
    for item, one in answers.said.items():
        said.add(item, _table_of(one))
    document.add("said", said)
    return tomlkit.dumps(document)


def _table_of(one: Said) -> Any:  # noqa: ANN401 - a table of tomlkit
    import tomlkit

    table = tomlkit.table()
    table.add("value", _written(one.value))
    if one.asked:
        table.add("asked", one.asked)
    if one.sure is not None:
        table.add("sure", "yes" if one.sure else "no")
    if one.note:
        table.add("note", _written(one.note))
    if one.note or one.show_note:
        table.add("show_note", "yes" if one.show_note else "no")
    return table


def _written(value: float | str) -> Any:  # noqa: ANN401 - an item of tomlkit
    import tomlkit

    is_long = isinstance(value, str) and "\n" in value
    return tomlkit.string(str(value), multiline=True) if is_long else tomlkit.item(value)


def write_answers(path: Path, answers: RaterAnswers) -> None:
    """Write an answers file in place and whole. Raises CannotWrite; the old one is then as it was.

    Also where it could not be read again, because it is larger than an answers file may be.
    """
    raw = answers_text(answers).encode("utf-8", "replace")
    if len(raw) > LARGEST:
        why = _("the answers are larger than {size} KiB").format(size=LARGEST // 2**10)
        raise CannotWrite(path, why, _("shorten its longest texts"))
    write_whole(path, raw)
