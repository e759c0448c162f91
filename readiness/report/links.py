"""Where links lead: only to sources of the document, web pages and mail; all else is text."""

import re
from urllib.parse import quote, urlsplit

from readiness.i18n.language import _
from readiness.report.document import Document, Run, Source, Sources

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
