"""The formats in which the document can be made, each loaded only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from readiness.i18n.language import N_, _
from readiness.report.document import Document
from readiness.storage.disk import write_whole

if TYPE_CHECKING:
    from readiness.report.theme import Theme

Format = Literal["pdf", "docx", "html"]

NAMES: dict[Format, str] = {"pdf": N_("PDF"), "docx": N_("Word file"), "html": N_("web page")}
"""What each format is called in a sentence."""

Progress = Callable[[float], object]
"""Is told the share that is done, from 0 to 1; what it raises ends the work."""

RENDERED = 0.95
"""The share of the work that comes before the file is written."""


@dataclass(frozen=True)
class Look:
    """What a document looks like."""

    page: Literal["a4", "letter"] = "a4"
    """The paper of a PDF."""
    theme: Theme | None = None
    """The house's name, footer, logo and colours; None for ours."""


OURS = Look()


def document_bytes(
    document: Document, kind: Format, progress: Progress, look: Look = OURS
) -> bytes:
    """The document in a format."""
    progress(0.0)
    if kind == "pdf":
        from readiness.report.pdf.render import render as pdf

        return pdf(
            document, page=look.page, theme=look.theme,
            progress=lambda share: progress(share * RENDERED),
        )  # fmt: skip
    if kind == "docx":
        from readiness.report.docx.render import render as word

        return word(document, theme=look.theme)
    from readiness.report.html.render import render as web

    return web(document, theme=look.theme).encode()


def remarks(document: Document, kind: Format) -> list[str]:
    """What whoever asked for a document should know about it."""
    if kind != "pdf":
        return []
    from readiness.report.pdf.render import missing_characters

    missing = " ".join(missing_characters(document))
    words = _("The PDF's font lacks these characters, shown by their numbers: {missing}")
    return [words.format(missing=missing)] if missing else []


def make_file(
    document: Document, kind: Format, target: Path, progress: Progress, look: Look = OURS
) -> None:
    """Make a document and put it in its place, whole.

    Where the work is ended by what `progress` raises, the file that was there stays as it was.
    Raises CannotWrite.
    """
    raw = document_bytes(document, kind, progress, look)
    progress(RENDERED)
    write_whole(target, raw)
    progress(1.0)


def target_of(plan: Path, kind: Format, name: str = "", *, is_shared: bool = False) -> Path:
    """The file of a document beside its plan; without a name of the whole strategy document."""
    which = (name and f"-{name}") + "-shared" * is_shared
    return plan.with_name(f"{plan.stem}{which}.{kind}")
