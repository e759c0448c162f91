"""What a stranger's tables say as one person's answers, whatever kind of file they came in."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

from readiness.domain.kinds.kind import excerpt
from readiness.domain.kinds.value import too_many
from readiness.domain.ratings.rater_answers import FIDELITY, WORKSHOP, RaterAnswers, Said
from readiness.domain.record import sealed
from readiness.i18n.language import _
from readiness.storage.problems import KeyPath, UnreadableAnswers
from readiness.storage.table_reader import TableReader

ENDING = ".answers.toml"
"""How the name of an answers file ends."""

MOST_SAID, LONGEST_NOTE = 300, 4000
"""Answers of one file, and characters of one text in it."""

KIND_FORMAT = 1
"""The format of answers files that this version writes."""

_KINDS = (WORKSHOP, FIDELITY)
_NAME = re.compile(r"[A-Za-z0-9_\-]{1,60}")
_CODE = re.compile(r"[a-z0-9]{4,32}")
_OF_PERSON = ("kind", "kind_format", "for", "who", "code", "vote", "edition", "finished")
ABOUT = (*_OF_PERSON, "template", "template_version")
"""What a file says beside the answers themselves."""

_SAID = ("value", "asked", "sure", "note", "show_note")


class AnswersReader(TableReader):
    """Reads the tables of one person's answers."""

    longest = LONGEST_NOTE

    def answers(self) -> RaterAnswers:
        """What the file says. Raises UnreadableAnswers where it is no such file."""
        kind = self._kind()
        self._unknown(self.raw, (*ABOUT, "said"), ())
        code = self._words(("code",))
        if code and not _CODE.fullmatch(code):
            why = _("the code of these answers was changed")
            self._refuse(("code",), why, _("ask for a new file"))
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
        found, version = self.raw.get("kind"), self.raw.get("kind_format")
        if found is None and ("answers" in self.raw or "format" in self.raw):
            why = _("this is a whole plan and not one person's answers")
            self._refuse((), why, _("choose the file whose name ends in {ending}"))
        if found not in _KINDS:
            why = _("this is no file with one person's answers")
            self._refuse(("kind",), why, _("choose the file whose name ends in {ending}"))
        if version != KIND_FORMAT:
            why = _("another version of readiness wrote it, in a format that is not known here")
            self._refuse(("kind_format",), why, _("update readiness, or ask for a new file"))
        return found

    def _said(self) -> dict[str, Said]:
        table, found = self.raw.get("said", {}), dict[str, Said]()
        if not isinstance(table, Mapping):
            self._problem(("said",), *_no_table(table))
            return found
        if len(table) > MOST_SAID:
            self._problem(("said",), *too_many(len(table), MOST_SAID).said)
        for item, fields in list(table.items())[:MOST_SAID]:
            if not isinstance(fields, Mapping):
                self._problem(("said", item), *_no_table(fields))
            elif not _NAME.fullmatch(item):
                why = _("{key} is not the name of a question").format(key=excerpt(item))
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
                why = _("{value} is not an answer here").format(value=excerpt(value))
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

    def _words(self, path: KeyPath) -> str:
        return super()._words(path).replace("\r\n", "\n").replace("\r", "\n")

    def _count(self, path: KeyPath) -> int:
        found = self._at(path)
        if found is not None and not (type(found) is int and 1 <= found < 10**9):
            why = _("{value} is not a number from 1").format(value=excerpt(found))
            self._refuse(path, why, _("ask for a new file"))
        return found or 1

    def _is_yes(self, path: KeyPath) -> bool | None:
        found = self._at(path)
        if found is None or found in ("yes", "no"):
            return None if found is None else found == "yes"
        why = _("{value} is neither yes nor no").format(value=excerpt(found))
        self._problem(path, why, _('write "yes" or "no"'))
        return None

    def _unknown(self, table: Mapping[str, Any], known: Iterable[str], path: KeyPath) -> None:
        for key in table:
            if key not in known:
                why = _("{key} is not a key that is used here").format(key=excerpt(key))
                self._problem((*path, key), why, _("it is not read"), is_remark=True)

    def _refuse(self, path: KeyPath, why: str, todo: str) -> NoReturn:
        raise UnreadableAnswers([self._told.told(path, why, todo.format(ending=ENDING))])


def _no_table(found: object) -> tuple[str, str]:
    why = _("{value} is not a table").format(value=excerpt(found))
    return why, _("ask for a new file")
