"""The answers file of one person, `NAME.answers.toml`: read as data from a stranger, and written.

Workshop answers and fidelity ratings are one kind of file. Answers stand under `said` and not under
`answers`, so that no version of the program takes such a file for a plan and judges it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NoReturn

from readiness.domain.kinds.kind import shown
from readiness.domain.ratings.rater_answers import FIDELITY, WORKSHOP, RaterAnswers, Said
from readiness.domain.record import Record, sealed
from readiness.i18n.language import N_, _
from readiness.i18n.words import grouped_words
from readiness.storage.atomic import replace_file
from readiness.storage.problems import CannotWrite, KeyPath, Problem, UnreadableAnswers
from readiness.storage.table_reader import MOST_PROBLEMS
from readiness.storage.toml import Refused, decoded, parsed, read_bytes
from readiness.storage.toml_lines import line_near, lines_of

ENDING = ".answers.toml"
"""How the name of an answers file ends."""

LARGEST = 64 * 2**10
"""Bytes of an answers file; ours, and far more than anyone writes by hand."""

MOST_SAID, LONGEST_NOTE = 300, 4000
"""Answers of one file, and characters of one text in it."""

KIND_FORMAT = 1
"""The format of answers files that this version writes."""

_KINDS = (WORKSHOP, FIDELITY)
_NAME = re.compile(r"[A-Za-z0-9_\-]{1,60}")
_CODE = re.compile(r"[a-z0-9]{4,32}")
_TOP = ("kind", "kind_format", "for", "who", "code", "vote", "edition", "finished")
_ABOUT = ("template", "template_version", "said")
_SAID = ("value", "asked", "sure", "note", "show_note")
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
    return understood(raw, path.name)


def understood(raw: bytes, name: str) -> AnswersFile:
    """An answers file by its bytes. Raises UnreadableAnswers."""
    try:
        text = decoded(raw, name)
        found = _Reader(parsed(text, name), text, name)
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
    try:
        replace_file(path, raw)
    except OSError as error:
        raise CannotWrite.by(path, error) from error


class _Reader:
    """Reads one file's tables, collecting problems as it goes."""

    def __init__(self, raw: Mapping[str, Any], text: str, name: str) -> None:
        self._raw, self._text, self._name = raw, text, name
        self._lines: dict[KeyPath, int] | None = None
        self.problems: list[Problem] = []

    def answers(self) -> RaterAnswers:
        """What the file says. Raises UnreadableAnswers where it is no such file."""
        kind = self._kind()
        self._unknown(self._raw, (*_TOP, *_ABOUT), ())
        code = self._words(("code",), "")
        if code and not _CODE.fullmatch(code):
            self._refuse(("code",), *_no_code())
        return RaterAnswers(
            kind=kind,
            for_=self._words(("for",)),
            who=self._words(("who",)),
            code=code,
            vote=self._count(("vote",)),
            edition=self._count(("edition",)),
            finished=self._is_yes(("finished",)) or False,
            template=self._words(("template",)),
            template_version=self._words(("template_version",)),
            said=sealed(self._said()),
        )

    def _kind(self) -> Any:  # noqa: ANN401 - one of the two kinds
        found, version = self._raw.get("kind"), self._raw.get("kind_format")
        if found is None and ("answers" in self._raw or "format" in self._raw):
            why = _("this is a whole plan and not one person's answers")
            self._refuse((), why, _("ask for the file whose name ends in {ending}"))
        if found not in _KINDS:
            why = _("this is no file with one person's answers")
            self._refuse(("kind",), why, _("ask for the file whose name ends in {ending}"))
        if version != KIND_FORMAT:
            why = _("another version of readiness wrote it, in a format that is not known here")
            self._refuse(("kind_format",), why, _("update readiness, or ask for a new file"))
        return found

    def _said(self) -> dict[str, Said]:
        table, found = self._raw.get("said", {}), dict[str, Said]()
        if not isinstance(table, Mapping):
            self._problem(("said",), *_no_table(table))
            return found
        if len(table) > MOST_SAID:
            why = _("there are {n} answers").format(n=grouped_words(len(table)))
            self._problem(("said",), why, _("keep {n}").format(n=MOST_SAID))
        for item, fields in list(table.items())[:MOST_SAID]:
            if not isinstance(fields, Mapping):
                self._problem(("said", item), *_no_table(fields))
            elif not _NAME.fullmatch(item):
                why = _("{key} is not the name of a question").format(key=shown(item))
                self._problem(("said", item), why, _("it is not counted"))
            else:
                one = self._one(item, fields)
                if one is not None:
                    found[item] = one
        return found

    def _one(self, item: str, fields: Mapping[str, Any]) -> Said | None:
        at = ("said", item)
        self._unknown(fields, _SAID, at)
        value: Any = fields.get("value")
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if not isinstance(value, str) and not (is_number and math.isfinite(value or 0)):
            if value is not None:
                why = _("{value} is not an answer here").format(value=shown(value))
                self._problem((*at, "value"), why, _("it counts as blank"))
            return None
        if isinstance(value, str):
            value = self._words((*at, "value")).strip()
        if value == "":
            return None
        return Said(
            value=value,
            asked=self._words((*at, "asked")),
            sure=self._is_yes((*at, "sure")),
            note=self._words((*at, "note")),
            show_note=self._is_yes((*at, "show_note")) or False,
        )

    def _at(self, path: KeyPath) -> Any:  # noqa: ANN401 - any TOML value
        found: Any = self._raw
        for key in path:
            found = found.get(key) if isinstance(found, Mapping) else None
        return found

    def _words(self, path: KeyPath, otherwise: str = "") -> str:
        found = self._at(path)
        if isinstance(found, str) and len(found) > LONGEST_NOTE:
            why = _("the text is {n} characters long").format(n=grouped_words(len(found)))
            todo = _("shorten it to {n} characters").format(n=grouped_words(LONGEST_NOTE))
            self._problem(path, why, todo)
            return otherwise
        if found is None or isinstance(found, str):
            return (found or otherwise).replace("\r\n", "\n").replace("\r", "\n")
        why = _("{value} is not a text").format(value=shown(found))
        self._problem(path, why, _('write words in quotes: "like this"'))
        return otherwise

    def _count(self, path: KeyPath) -> int:
        found = self._at(path)
        if found is not None and not (type(found) is int and 1 <= found < 10**9):
            why = _("{value} is not a number from 1").format(value=shown(found))
            self._refuse(path, why, _("ask for a new file"))
        return found or 1

    def _is_yes(self, path: KeyPath) -> bool | None:
        found = self._at(path)
        if found is None or found in ("yes", "no"):
            return None if found is None else found == "yes"
        why = _("{value} is neither yes nor no").format(value=shown(found))
        self._problem(path, why, _('write "yes" or "no"'))
        return None

    def _unknown(self, table: Mapping[str, Any], known: Iterable[str], path: KeyPath) -> None:
        for key in table:
            if key not in known:
                why = _("{key} is not a key that is used here").format(key=shown(key))
                self._problem((*path, key), why, _("it is not read"), is_remark=True)

    def _problem(self, path: KeyPath, why: str, todo: str, *, is_remark: bool = False) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            severity: Any = "remark" if is_remark else "error"
            self.problems.append(self._told(path, why, todo, severity))

    def _refuse(self, path: KeyPath, why: str, todo: str) -> NoReturn:
        todo = todo.format(ending=ENDING)
        raise UnreadableAnswers([self._told(path, why, todo, "error")])

    def _told(self, path: KeyPath, why: str, todo: str, severity: Any) -> Problem:  # noqa: ANN401
        if self._lines is None:
            self._lines = lines_of(self._text)
        return Problem(
            file=self._name,
            line=line_near(self._lines, path),
            where=".".join(key[:60] for key in path),
            why=why,
            todo=todo,
            severity=severity,
        )


def _no_table(found: object) -> tuple[str, str]:
    why = _("{value} is not a table").format(value=shown(found))
    return why, _("ask for a new file")


def _no_code() -> tuple[str, str]:
    return _("the code of these answers was changed"), _("ask for a new file")
