"""Sources, numbered as they are cited, and where links lead: to those, web pages and mail alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote, urlsplit

from readiness.domain.checklist.template import Template
from readiness.i18n.language import N_, _
from readiness.report.document import Document, Run, Source, Sources, Words

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"\\^`{|}\[\]]+", re.IGNORECASE)
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_BROKEN_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_STAYS = "%/:?#@!$&'()*+,;=-._~"


def web_address(link: str) -> str:
    """The link as an address that may be followed (https, http or mailto), else nothing."""
    if not link.isprintable() or not _ADDRESS.fullmatch(link) or _BROKEN_PERCENT.search(link):
        return ""
    try:
        parts = urlsplit(link)
        # A name before an @ can pass for the host: https://bank.example@elsewhere.example
        is_sound = parts.scheme == "mailto" or (parts.hostname and "@" not in parts.netloc)
        _rest = parts.port
    except ValueError:
        return ""
    return quote(link, safe=_STAYS) if is_sound else ""


def doi_address(doi: str) -> str:
    """Where a DOI leads, or nothing if it is none."""
    if not doi.isprintable() or not _DOI.fullmatch(doi):
        return ""
    return f"https://doi.org/{quote(doi, safe='/:;().-_')}"


def source_places(document: Document) -> dict[str, int]:
    """The sources' keys, each with its place in the reference list, counted from 1."""
    blocks = (*document.cover, *document.blocks)
    every = [one for block in blocks if isinstance(block, Sources) for one in block.sources]
    return {source.key: at for at, source in reversed(list(enumerate(every, 1)))}


def place_of(run: Run, places: dict[str, int]) -> int | None:
    """The place of the source that a run cites, if it cites one of these."""
    return places.get(run.link[1:]) if run.link.startswith("#") else None


def source_runs(source: Source) -> tuple[Run, ...]:
    """A source's text with its DOI as a link, where it has one."""
    if not source.doi:
        return (Run(source.text),)
    before, doi, after = source.text.partition(source.doi)
    if not doi:
        before, doi = _("{text} doi:").format(text=source.text), source.doi
    return (Run(before), Run(doi, link=doi_address(doi)), Run(after))


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
        """The cited sources in the order of their numbers, for the reference list."""
        return tuple(self._source(key, number) for key, number in self._numbers.items())

    def _source(self, key: str, number: int) -> Source:
        one = self._references[key]
        year = f"({one.year})" if one.year else ""
        pieces = [f"{one.authors} {year}".strip(), one.title, one.where]
        text = ". ".join(" ".join(piece.split()).rstrip(".") for piece in pieces if piece)
        return Source(key, number, f"{text}.", one.doi)
