"""Make the strategy document as PDF, Word or a web page."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from readiness.cli.spoken import tell
from readiness.core.wording.language import N_, _

if TYPE_CHECKING:
    from readiness.files.planfile import PlanFile
    from readiness.report.document import Document

DESCRIPTION = N_("""\
Make the strategy document of a plan: PDF to print and sign, Word (docx) to
edit, or one HTML file to read on any screen. All three say the same. A file
that readiness made before is replaced; any other file, and a Word file that
was edited since, is left alone unless you say --force.""")
EXAMPLE = N_("""\
example:  readiness export plan.toml --to docx -o strategy.docx
exit codes: 0 made, 2 wrong use, or a file that cannot be read or written""")


class Rendered(NamedTuple):
    """A document in its format."""

    raw: bytes
    remarks: tuple[str, ...] = ()
    """What the reader should know about it."""


Format = Literal["pdf", "docx", "html"]


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    add_plan(parser)
    parser.add_argument(
        "--to", choices=tuple(FORMATS), required=True, metavar="FORMAT", help=_("pdf, docx or html")
    )
    add_target(parser, _("the file to make (beside the plan)"))


def add_plan(parser: argparse.ArgumentParser) -> None:
    """Add the plan that a document is made of."""
    parser.add_argument("file", type=Path, metavar="PLAN.toml", help=_("the plan"))


def add_target(parser: argparse.ArgumentParser, what: str) -> None:
    """Add where a document goes."""
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=what)
    parser.add_argument("--force", action="store_true", help=_("overwrite any file but the plan"))
    parser.add_argument("--brief", action="store_true", help=_("two pages instead of the whole"))
    parser.add_argument(
        "--shared",
        action="store_true",
        help=_("leave out names of staff, notes and small counts, so that it can travel"),
    )
    parser.add_argument(
        "--page", choices=("a4", "letter"), default="a4", help=_("paper of a PDF (a4)")
    )
    parser.add_argument(
        "--theme",
        type=Path,
        metavar="FILE",
        help=_("your name and footer, and a PDF's logo and colours (TOML)"),
    )


def run(said: argparse.Namespace) -> int:
    """Make it."""
    return make(said, said.to)


def make(said: argparse.Namespace, kind: Format) -> int:
    """Make the document of a plan in one format; says what was done."""
    from readiness.files.planfile import PlanFile
    from readiness.files.problems import CannotWrite
    from readiness.files.templates import Library
    from readiness.report.output import write_document

    file = PlanFile.open(said.file, Library())
    depth = "-brief" * said.brief + "-shared" * said.shared
    target = said.output or said.file.with_name(f"{said.file.stem}{depth}.{kind}")
    try:
        refused = _refusal(said, target, kind)
    except OSError as error:
        raise CannotWrite(target, (error.strerror or str(error)).lower()) from error
    if refused:
        tell(_("{refused} Nothing was written.").format(refused=refused))
        return 2
    made = FORMATS[kind](document_of(file, date.today(), said), said)
    write_document(target, made.raw)
    for words in (*(problem.words() for problem in file.problems), *made.remarks):
        tell(words)
    tell(_("{name} is made.").format(name=target.name))
    return 0


def document_of(file: PlanFile, today: date, said: argparse.Namespace) -> Document:
    """What the document says."""
    from readiness.core.judged.review import review
    from readiness.report.outline import outline

    state = review(file.template, file.plan, today)
    return outline(
        file.template, file.plan, state, today, is_brief=said.brief, is_shared=said.shared
    )


def _refusal(said: argparse.Namespace, target: Path, kind: Format) -> str:
    """Why the target may not be written, or nothing."""
    from readiness.report.output import made_by_us

    ending = target.suffix.lower().removeprefix(".")
    if ending != kind and ending in FORMATS:
        return _("{name} has the ending of another format than {kind}. Give another -o.").format(
            name=target.name, kind=kind
        )
    if not target.exists():
        return ""
    if target.samefile(said.file):
        return _("{name} is the plan itself. Give another -o.").format(name=target.name)
    if said.force or made_by_us(target):
        return ""
    edited = _(", or was edited since") if kind == "docx" else ""
    return _("{name} was not made by readiness{edited}. Use --force or another -o.").format(
        name=target.name, edited=edited
    )


def _pdf(document: Document, said: argparse.Namespace) -> Rendered:
    from readiness.report.pdf.render import missing_characters, render
    from readiness.report.theme import load_theme

    theme = load_theme(said.theme) if said.theme else None
    missing = " ".join(missing_characters(document))
    remark = _("The PDF's font lacks these characters, shown by their numbers: {missing}").format(
        missing=missing
    )
    raw = render(document, page=said.page, theme=theme)
    return Rendered(raw, (remark,) if missing else ())


def _docx(document: Document, said: argparse.Namespace) -> Rendered:
    from readiness.report.docx import render

    return Rendered(render(_housed(document, said)), _only_pdf(said))


def _html(document: Document, said: argparse.Namespace) -> Rendered:
    from readiness.report.html import render

    return Rendered(render(_housed(document, said)).encode(), _only_pdf(said))


def _housed(document: Document, said: argparse.Namespace) -> Document:
    """The document with the name and the footer of a theme."""
    from dataclasses import replace

    from readiness.report.theme import load_theme

    if not said.theme:
        return document
    theme = load_theme(said.theme)
    return replace(document, organisation=theme.organisation, footer=theme.footer)


def _only_pdf(said: argparse.Namespace) -> tuple[str, ...]:
    words = _("Of a theme, only the name and the footer go into this file; the PDF has all of it.")
    return (words,) if said.theme else ()


Maker = Callable[["Document", argparse.Namespace], Rendered]
FORMATS: dict[str, Maker] = {"pdf": _pdf, "docx": _docx, "html": _html}
"""How each format is made."""
