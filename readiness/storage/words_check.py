"""Looking over the words of a template in another language: every fault, and what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from readiness.domain.kinds.kind import excerpt
from readiness.i18n.language import _
from readiness.i18n.words import listed, places
from readiness.storage.problems import KeyPath, Problem, Refused
from readiness.storage.table_reader import TemplateProblems
from readiness.storage.template_bounds import LONGEST_SHORT
from readiness.storage.template_words import SHAPE, Shape, fits, inside, numbered, texts_in
from readiness.storage.text_file import decoded, read_bytes
from readiness.storage.toml import bounded, parsed
from readiness.storage.toml_lines import repeated_headers, without_repeated

OWN_IN_EVERY_LANGUAGE = ("references", "language")
"""Tables whose words may be missing: titles are cited as they stand."""


def check_words(path: Path, template: Path, code: str) -> list[Problem]:
    """Every fault of a file of words, and a remark for each text it lacks, by its lines."""
    try:
        text = decoded(read_bytes(path), path.name)
        bounded(text, path.name)
        repeated = repeated_headers(text)
        words = parsed(without_repeated(text, [line for _header, line in repeated]), path.name)
        own = parsed(decoded(read_bytes(template), template.name), template.name)
    except Refused as refused:
        return [refused.problem]
    check = _WordsCheck(path.name, template.name, text)
    for header, line in repeated:
        why = _("the table {name} stands here a second time").format(name=".".join(header))
        check.add(header, why, _("take it out"), line=line)
    if words.get("language") != code:
        why = _("the file's name says {code}, and its language {language}")
        why = why.format(code=code, language=excerpt(words.get("language", "")))
        check.add(("language",), why, _('write language = "{code}"').format(code=code))
    check.words(words, own, SHAPE, ())
    check.missing(words, own)
    return sorted(check.found, key=lambda problem: problem.line or 0)


class _WordsCheck(TemplateProblems):
    """Collects what is wrong with one file of words."""

    def __init__(self, file: str, template: str, text: str) -> None:
        super().__init__(file, text)
        self._template = template

    def words(self, words: Mapping[str, Any], own: object, shape: Shape, at: KeyPath) -> None:
        """What does not belong to a text of the template, or does not fit it."""
        table = numbered(own)
        for key, said in words.items():
            shape_here = inside(shape, key)
            if at == () and key == "language":
                continue
            if shape_here is None or not isinstance(table, Mapping) or key not in table:
                why = _("{file} has no such words").format(file=self._template)
                self.add((*at, key), why, _("correct the spelling or take the line out"))
            elif not shape_here:
                self._one((*at, key), table[key], said)
            elif isinstance(said, Mapping):
                self.words(said, table[key], shape_here, (*at, key))
            else:
                todo = _("see {file} for how it is written").format(file=self._template)
                self.add((*at, key), _("there should be a table of words here"), todo)

    def _one(self, at: KeyPath, own: object, said: object) -> None:
        if not fits(own, said):
            todo = _('write words in quotes: "like this"')
            if isinstance(own, list):
                todo = _("write a list of {n} texts").format(n=len(own))
            why = _("{value} does not fit what the template has here").format(value=excerpt(said))
            self.add(at, why, todo)
            return
        wanted, given = _names(own), _names(said)
        if said and wanted != given:
            wrong = listed(sorted(f"{{{name}}}" for name in wanted ^ given))
            why = _("{names} stands in one language only").format(names=wrong)
            self.add(at, why, _("use the same names in both"))
        if at[-1] == "short" and len(str(said)) > LONGEST_SHORT:
            todo = _("use {n} characters").format(n=LONGEST_SHORT)
            self.add(at, _("the short name is too long"), todo)

    def missing(self, words: Mapping[str, Any], own: Mapping[str, Any]) -> None:
        """Every text of the template that is not said here."""
        for at, text in texts_in(own):
            if text and at[0] not in OWN_IN_EVERY_LANGUAGE and not _at(words, at):
                why = _("the words are missing, so that the template's own are shown")
                todo = _("say here: {words}").format(words=excerpt(_first(text)))
                self.add(at, why, todo, is_remark=True)


def _first(text: object) -> object:
    return text[0] if isinstance(text, list) else text


def _names(text: object) -> set[str]:
    many = text if isinstance(text, list) else [text]
    return {name for one in many for name in places(str(one))}


def _at(words: object, at: KeyPath) -> object:
    for key in at:
        words = words.get(key) if isinstance(words, Mapping) else None
    return words
