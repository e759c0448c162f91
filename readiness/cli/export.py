"""Make the strategy document as PDF, Word or a web page."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from readiness.cli.spoken import tell
from readiness.i18n.language import N_, _

if TYPE_CHECKING:
    from readiness.report.document import Document
    from readiness.report.theme import Theme
    from readiness.storage.plan_file import PlanFile

SUMMARY = N_("Make the strategy document as PDF, Word or a web page.")
DESCRIPTION = N_("""\
Make the strategy document of a plan: PDF to print and sign, Word (docx) to
edit, or one HTML file to read on any screen. All three say the same. A file
that readiness made before is replaced; any other file, and a Word file that
was edited since, is left alone unless you say --force.""")
EXAMPLE = N_("""\
examples:  readiness export plan.toml --to docx
           readiness export plan.toml --to html --shared -o for-the-board.html

exit codes: 0 made, 1 made, but something in the plan could not be read and is
not in it, 2 wrong use, a plan that cannot be read, or a file that cannot be
written or is in the way""")


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
        "--to",
        choices=tuple(FORMATS),
        required=True,
        metavar=_("FORMAT"),
        help=_("pdf, docx or html"),
    )
    add_target(parser, _("the file to make (beside the plan)"))


def add_plan(parser: argparse.ArgumentParser) -> None:
    """Add the plan that a document is made of."""
    parser.add_argument("file", type=Path, metavar="PLAN.toml", help=_("the plan"))


def add_target(parser: argparse.ArgumentParser, what: str) -> None:
    """Add where a document goes."""
    parser.add_argument("-o", "--output", type=Path, metavar=_("FILE"), help=what)
    parser.add_argument(
        "--force",
        action="store_true",
        help=_("overwrite whatever is in the way, but never the plan"),
    )
    parser.add_argument(
        "--brief", action="store_true", help=_("the two pages a board reads, instead of the whole")
    )
    parser.add_argument(
        "--shared",
        action="store_true",
        help=_("leave out names of staff, notes and small counts, so that it can travel"),
    )
    add_look(parser)


def add_look(parser: argparse.ArgumentParser) -> None:
    """Add what the document looks like."""
    parser.add_argument(
        "--page", choices=("a4", "letter"), default="a4", help=_("paper of a PDF (a4)")
    )
    parser.add_argument(
        "--theme",
        type=Path,
        metavar=_("FILE"),
        help=_("your name, footer, logo and colours (TOML)"),
    )


def run(said: argparse.Namespace) -> int:
    """Make it."""
    return make(said, said.to)


def make(said: argparse.Namespace, kind: Format) -> int:
    """Make the document of a plan in one format; says what was done."""
    from readiness.storage.plan_file import PlanFile
    from readiness.storage.templates import Library

    file = PlanFile.open(said.file, Library())
    depth = "-brief" * said.brief + "-shared" * said.shared
    target = said.output or said.file.with_name(f"{said.file.stem}{depth}.{kind}")
    refused = refusal_of(target, kind, plan=said.file, is_forced=said.force)
    if refused:
        tell(_("{why} Nothing was written.").format(why=refused))
        return 2
    made = FORMATS[kind](document_of(file, date.today(), said), said)
    for problem in file.problems:
        tell(problem.words())
    done = written(target, made)
    if any(problem.severity == "error" for problem in file.problems):
        tell(_("What could not be read in the plan is not in the document."))
        return 1
    return done


def written(target: Path, made: Rendered) -> int:
    """Write a document; says what was done."""
    from readiness.describe.act import sentence
    from readiness.domain.plan.act import Act
    from readiness.report.file_output import write_document

    write_document(target, made.raw)
    for words in made.remarks:
        tell(words)
    tell(sentence(Act(kind="make document", what=target.name)))
    tell(str(target.absolute()))
    return 0


def document_of(file: PlanFile, today: date, said: argparse.Namespace) -> Document:
    """What the document says."""
    from readiness.domain.rules.review import review
    from readiness.report.outline import outline

    state = review(file.template, file.plan, today)
    return outline(
        file.template, file.plan, state, today, is_brief=said.brief, is_shared=said.shared
    )


def refusal_of(
    target: Path, kind: Format, *, plan: Path | None = None, is_forced: bool = False
) -> str:
    """Why the target may not be written, or nothing. Raises CannotWrite."""
    from readiness.storage.problems import CannotWrite

    try:
        return _refusal(target, kind, plan, is_forced=is_forced)
    except OSError as error:
        raise CannotWrite.by(target, error) from error


def _refusal(target: Path, kind: Format, plan: Path | None, *, is_forced: bool) -> str:
    from readiness.app.operations.documents import in_the_way
    from readiness.storage.regular_file import exists

    ending = target.suffix.lower().removeprefix(".")
    if ending != kind and ending in FORMATS:
        words = _("{file} has the ending of another format than {kind}. Give another -o.")
        return words.format(file=target.name, kind=kind)
    if not exists(target):
        return ""
    if plan and target.samefile(plan):
        return _("{file} is the plan itself. Give another -o.").format(file=target.name)
    why = "" if is_forced else in_the_way(target, kind)
    return " ".join([why, _("Use --force or another -o.")]) if why else ""


def _pdf(document: Document, said: argparse.Namespace) -> Rendered:
    from readiness.report.pdf.render import missing_characters, render

    missing = " ".join(missing_characters(document))
    remark = _("The PDF's font lacks these characters, shown by their numbers: {missing}").format(
        missing=missing
    )
    raw = render(document, page=said.page, theme=_theme(said))
    return Rendered(raw, (remark,) if missing else ())


def _docx(document: Document, said: argparse.Namespace) -> Rendered:
    from readiness.report.docx.render import render

    return Rendered(render(document, theme=_theme(said)))


def _html(document: Document, said: argparse.Namespace) -> Rendered:
    from readiness.report.html.render import render

    return Rendered(render(document, theme=_theme(said)).encode())


def _theme(said: argparse.Namespace) -> Theme | None:
    """The theme that was asked for."""
    from readiness.report.theme import load_theme

    return load_theme(said.theme) if said.theme else None


Maker = Callable[["Document", argparse.Namespace], Rendered]
FORMATS: dict[str, Maker] = {"pdf": _pdf, "docx": _docx, "html": _html}
"""How each format is made."""
