"""Make the strategy document as PDF, Word or a web page."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.cli.arguments import add_force, add_look, add_output, add_plan, day_given
from readiness.cli.spoken import tell, with_ending
from readiness.cli.target import CALENDAR, FORMATS, refusal_of, refused, sources, unfit
from readiness.i18n.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readiness.app.operations.documents import Job
    from readiness.app.session import Session
    from readiness.report.formats import Format, Look

SUMMARY = N_("Make the strategy document as PDF, Word or a web page.")
DESCRIPTION = N_("""\
Make the strategy document of a plan: PDF to print and sign, Word (docx) to
edit, or one HTML file to read on any screen. All three say the same. Or its
dates as a calendar file (ics); a date that moves keeps its place there. A file
that readiness made before is replaced; any other file, and a Word file that
was edited since, is left alone unless you say --force.""")
EXAMPLE = N_("""\
examples:  readiness export plan.toml --to docx
           readiness export plan.toml --to html --shared -o for-the-board.html
           readiness export plan.toml --to pdf --progress
           readiness export plan.toml --to ics --for AB

exit codes: 0 made, 1 made, but something in the plan could not be read and is
not in it, 2 wrong use, a plan that cannot be read, or a file that cannot be
written or is in the way""")


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    add_plan(parser)
    parser.add_argument(
        "--to",
        choices=(*FORMATS, CALENDAR),
        required=True,
        metavar=_("Format").upper(),
        help=_("pdf, docx or html; ics for the dates, to be read into a calendar"),
    )
    parser.add_argument(
        "--for",
        default="",
        metavar=_("who").upper(),
        help=_("with ics: everybody's dates and this person's, not what is others' own"),
    )
    add_target(parser, _("the file to make (beside the plan)"))


def add_target(parser: argparse.ArgumentParser, what: str) -> None:
    """Add where a document goes."""
    add_output(parser, what)
    add_force(parser)
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--brief", action="store_true", help=_("the two pages a board reads, instead of the whole")
    )
    which.add_argument(
        "--progress",
        action="store_true",
        help=_("after the start: the progress report, on one or two pages"),
    )
    which.add_argument(
        "--fidelity",
        type=day_given,
        metavar=_("date").upper(),
        help=_("after the start: what the fidelity review of this day gives back to the service"),
    )
    parser.add_argument(
        "--shared",
        action="store_true",
        help=_("leave out names of staff, notes and small counts, so that it can travel"),
    )
    add_look(parser)


def run(said: argparse.Namespace) -> int:
    """Make it."""
    told = unfit(said, said.to)
    if told:
        tell(told)
        return 2
    if said.to == CALENDAR:
        from readiness.cli.calendar_file import make_calendar

        return make_calendar(said)
    return make(said, said.to)


def make(said: argparse.Namespace, kind: Format) -> int:
    """Make the document of a plan in one format; says what was done."""
    from readiness.app.operations.documents import (
        PROGRESS,
        document_job,
        nothing_to_report,
        report_job,
    )
    from readiness.app.operations.open_plan import templates
    from readiness.app.session import Session

    session = Session.open(said.file, templates())
    report = PROGRESS if said.progress else said.fidelity.isoformat() if said.fidelity else ""
    wanting = nothing_to_report(session, report)
    if wanting:
        return refused(wanting)
    target = said.output and with_ending(said.output, f".{kind}")
    look = look_of(said)
    if report:
        job = report_job(session, kind, report, is_shared=said.shared, target=target, look=look)
    else:
        job = document_job(
            session, kind, is_brief=said.brief, is_shared=said.shared, target=target, look=look
        )
    return make_jobs(said, session, [job])


def make_jobs(said: argparse.Namespace, session: Session, jobs: Sequence[Job]) -> int:
    """Make documents of a plan, all or none of them; says what was done, and returns the code."""
    from readiness.app.operations.documents import make_document, remarks_on

    for job in jobs:
        why = refusal_of(job.target, job.kind, made_from=sources(said), is_forced=said.force)
        if why:
            return refused(why)
    for job in jobs:
        effect = make_document(job, lambda _share: None)
        if not effect.is_done:
            tell(effect.said)
            return 2
        tell_made(job.target, remarks_on(job))
    return tell_unread(session)


def tell_unread(session: Session) -> int:
    """Say what is the matter with a plan of which something was made; returns the exit code."""
    for problem in session.problems:
        tell(problem.words())
    if any(problem.severity == "error" for problem in session.problems):
        tell(_("What could not be read in the plan is not in the document."))
        return 1
    return 0


def tell_made(target: Path, remarks: Sequence[str]) -> None:
    """Say that a document is made, what there is to know about it, and where it is."""
    from readiness.describe.act import sentence
    from readiness.domain.plan.act import Act

    for words in remarks:
        tell(words)
    tell(sentence(Act(kind="make document", what=target.name)))
    tell(str(target.absolute()))


def look_of(said: argparse.Namespace) -> Look:
    """What the document is to look like. Raises UnreadableTheme."""
    from readiness.report.formats import Look
    from readiness.report.theme import load_theme

    return Look(said.page or "a4", load_theme(said.theme) if said.theme else None)
