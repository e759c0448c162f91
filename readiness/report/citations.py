"""Numbering the sources in the order they are cited."""

from __future__ import annotations

from collections.abc import Iterable

from readiness.domain.checklist.template import Template
from readiness.i18n.language import N_, _
from readiness.report.document import Run, Source, Words

OUR_DEFAULT = N_("(our default)")


class Citations:
    """Gives each cited source its number."""

    def __init__(self, template: Template) -> None:
        """Cite from a template's references."""
        self._references = template.references
        self._numbers: dict[str, int] = {}

    def cite(self, words: str, keys: Iterable[str]) -> Words:
        """The words with the numbers of their sources as links, or that it is our default."""
        known = [key for key in keys if key in self._references]
        runs = [Run(f"{' '.join(words.split())} " if words else "")]
        if not known:
            return (*runs, Run(_(OUR_DEFAULT)))
        runs.append(Run("["))
        for at, key in enumerate(known):
            number = self._numbers.setdefault(key, len(self._numbers) + 1)
            runs += [Run(", ")] * (at > 0) + [Run(str(number), link=f"#{key}")]
        return (*runs, Run("]"))

    def sources(self) -> tuple[Source, ...]:
        """The reference list: the cited sources by number."""
        return tuple(self._source(key, number) for key, number in self._numbers.items())

    def _source(self, key: str, number: int) -> Source:
        one = self._references[key]
        year = f"({one.year})" if one.year else ""
        pieces = [f"{one.authors} {year}".strip(), one.title, one.where]
        text = ". ".join(" ".join(piece.split()).rstrip(".") for piece in pieces if piece)
        return Source(key, number, f"{text}.", one.doi)
