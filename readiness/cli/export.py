"""Make the strategy document as PDF, Word or a web page."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.cli.arguments import (
    add_day,
    add_flag,
    add_force,
    add_look,
    add_output,
    add_plan,
    add_word,
    opened,
)
from readiness.cli.output import tell, tell_problems, with_ending
from readiness.i18n.language import N_, _
from readiness.i18n.words import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readiness.app.operations.documents import Job
    from readiness.app.session import Session
    from readiness.report.formats import Format, Look

FORMATS = ("pdf", "docx", "html")
"""What a document can be made as; `report/formats` makes it, and is loaded only then."""


CALENDAR = "ics"
"""The plan's dates, for calendars: no document, and made of them alone."""


UNFIT = {
    "pdf": ("for",),
    "docx": ("for", "page"),
    "html": ("for", "page"),
    CALENDAR: ("brief", "progress", "fidelity", "shared", "page", "theme"),
}
"""Options that would change nothing, by what is made."""


def unfit(args: argparse.Namespace, kind: str) -> str:
    """Which options were given that would change nothing, in a sentence; empty where none was."""
    found = [f"--{name}" for name in UNFIT[kind] if getattr(args, name, None)]
    words = _("--to {kind} takes no {options}. Nothing was written.")
    return words.format(kind=kind, options=listed(found)) if found else ""


def refused(why: str) -> int:
    """Say why nothing was written; returns the exit code."""
    tell(_("{why} Nothing was written.").format(why=why))
    return 2


def sources(args: argparse.Namespace) -> list[Path]:
    """The files that a document is made from, which it never takes the place of."""
    return [one for one in (args.file, args.theme) if one]


def refusal_of(
    target: Path, kind: str, *, made_from: Sequence[Path], is_forced: bool = False
) -> str:
    """Why the target may not be written, or nothing. Raises CannotWrite."""
    from readiness.storage.problems import CannotWrite

    try:
        return _refusal(target, kind, made_from, is_forced=is_forced)
    except OSError as error:
        raise CannotWrite.by(target, error) from error


def _refusal(target: Path, kind: str, made_from: Sequence[Path], *, is_forced: bool) -> str:
    from readiness.app.operations.documents import in_the_way
    from readiness.storage.disk import exists, is_same_file

    ending = target.suffix.lower().removeprefix(".")
    if ending != kind and ending in (*FORMATS, CALENDAR):
        words = _("{file} has the ending of another format than {kind}. Give another -o.")
        return words.format(file=target.name, kind=kind)
    if not exists(target):
        return ""
    if any(is_same_file(target, one) for one in made_from):
        words = _("{file} is what it is made from. Give another -o.")
        return words.format(file=target.name)
    why = "" if is_forced else in_the_way(target, kind)
    return " ".join([why, _("Use --force or another -o.")]) if why else ""


DESCRIPTION = N_("""\
Make the strategy document as PDF, Word or a web page.

PDF to print and sign, Word (docx) to edit, or one HTML file to read on any
screen. All three say the same. Or its dates as a calendar file (ics); a date
that moves keeps its place there. A file that readiness made before is
replaced; any other file, and a Word file that was edited since, is left alone
unless you say --force.""")
EXAMPLE = N_("""\
examples:  readiness export plan.toml --to docx
           readiness export plan.toml --to html --shared -o for-the-board.html
           readiness export plan.toml --to pdf --progress
           readiness export plan.toml --to ics --for AB

exit codes: 0 made, 1 made, but something in the plan could not be read and is
not in it, 2 wrong use, a plan that cannot be read, or a file that cannot be
written or is in the way""")


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `readiness export`."""
    add_plan(parser)
    parser.add_argument(
        "--to",
        choices=(*FORMATS, CALENDAR),
        required=True,
        metavar=_("Format").upper(),
        help=_("pdf, docx or html; ics for the dates, to be read into a calendar"),
    )
    add_word(
        parser,
        "--for",
        _("Who"),
        _("with ics: everybody's dates and this person's, not what is others' own"),
    )
    add_target(parser, _("the file to make (beside the plan)"))


def add_target(parser: argparse.ArgumentParser, what: str) -> None:
    """Add where a document goes."""
    add_output(parser, what)
    add_force(parser)
    which = parser.add_mutually_exclusive_group()
    add_flag(which, "--brief", _("the two pages a board reads, instead of the whole"))
    add_flag(which, "--progress", _("after the start: the progress report, on one or two pages"))
    add_day(
        which,
        "--fidelity",
        _("after the start: what the fidelity review of this day gives back to the service"),
    )
    add_flag(
        parser,
        "--shared",
        _("leave out names of staff, notes and small counts, so that it can travel"),
    )
    add_look(parser)


def run(args: argparse.Namespace) -> int:
    """Make the document in the format named, or the calendar file; returns the exit code."""
    told = unfit(args, args.to)
    if told:
        tell(told)
        return 2
    if args.to == CALENDAR:
        return make_calendar(args)
    return make(args, args.to)


def make(args: argparse.Namespace, kind: Format) -> int:
    """Make the document of a plan in one format; says what was done."""
    from readiness.app.operations.documents import BRIEF, PROGRESS, job_named, nothing_to_report

    session = opened(args)
    name = args.fidelity.isoformat() if args.fidelity else BRIEF if args.brief else ""
    name = PROGRESS if args.progress else name
    wanting = nothing_to_report(session, name)
    if wanting:
        return refused(wanting)
    target, look = args.output and with_ending(args.output, f".{kind}"), look_of(args)
    job = job_named(session, kind, name, is_shared=args.shared, target=target, look=look)
    return make_jobs(args, session, [job])


def make_jobs(args: argparse.Namespace, session: Session, jobs: Sequence[Job]) -> int:
    """Make documents of a plan, all or none of them; says what was done, and returns the code."""
    from readiness.app.operations.documents import make_document, remarks_on

    for job in jobs:
        why = refusal_of(job.target, job.kind, made_from=sources(args), is_forced=args.force)
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
    if tell_problems(session.problems):
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


def look_of(args: argparse.Namespace) -> Look:
    """What the document is to look like. Raises UnreadableTheme."""
    from readiness.report.formats import Look
    from readiness.report.theme import load_theme

    return Look(args.page or "a4", load_theme(args.theme) if args.theme else None)


def make_calendar(args: argparse.Namespace) -> int:
    """Make the calendar file and say what was done; returns the exit code."""
    from readiness.app.operations.dates import dated_people, export_calendar

    session = opened(args)
    who = _who_meant(getattr(args, "for"), dated_people(session))
    if who is None:
        return 2
    target = with_ending(args.output, ".ics") if args.output else args.file.with_suffix(".ics")
    why = refusal_of(target, CALENDAR, made_from=[args.file], is_forced=args.force)
    if why:
        return refused(why)
    effect = export_calendar(session, target, who=who, is_forced=args.force)
    is_unread = tell_problems(session.problems)
    tell(effect.said)
    if not effect.is_done:
        return 2
    tell(_("Read it into a calendar of its own: what moves is moved there when you read it again."))
    return 1 if is_unread else 0


def _who_meant(typed: str, known: list[str]) -> str | None:
    """Whose dates are wanted, empty for everybody's; None, and told, where nobody is called so."""
    from readiness.domain.plan.names import same_name

    found = next((one for one in known if same_name(one) == same_name(typed)), None)
    if found or not typed.strip():
        return found or ""
    told = _("Nobody with dates in the plan is called {who}.").format(who=typed)
    if known:
        told = " ".join([told, _("There are: {names}.").format(names=", ".join(known))])
    tell(_("{why} Nothing was written.").format(why=told))
    return None
