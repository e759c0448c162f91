"""Make an agreement with each practitioner, a page each, to be signed."""

from __future__ import annotations

import argparse
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.cli.export import add_look, look_of, tell_made, tell_unread
from readiness.cli.spoken import tell, with_ending
from readiness.cli.target import refusal_of, refused, sources, unfit
from readiness.i18n.language import N_, _

if TYPE_CHECKING:
    from readiness.app.session import Session

SUMMARY = N_("Make an agreement with each practitioner, to be signed.")
DESCRIPTION = N_("""\
Make one page for each practitioner of a plan: what is delivered in which hours,
what is taken off to make room, the dates, what may be refused, and two lines to
sign on. What the plan does not say yet is a line to write on. A file that
readiness made before is replaced; any other file is left alone unless you say
--force.""")
EXAMPLE = N_("""\
examples:  readiness agreement plan.toml
           readiness agreement plan.toml --each
           readiness agreement plan.toml --who AB --to docx

--each makes a file for each practitioner, so that nobody gets another's page.

exit codes: 0 made, 1 made, but something in the plan could not be read and is
not in it, 2 the plan cannot be read, nobody is called that, or a file is in the
way""")


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("file", type=Path, metavar=_("PLAN.toml"), help=_("the plan"))
    parser.add_argument(
        "--to",
        choices=("pdf", "docx", "html"),
        default="pdf",
        metavar=_("FORMAT"),
        help=_("pdf, docx or html (pdf)"),
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar=_("FILE"), help=_("the file to make (beside the plan)")
    )
    parser.add_argument("--each", action="store_true", help=_("a file for each practitioner"))
    parser.add_argument("--who", metavar=_("INITIALS"), help=_("only this practitioner"))
    parser.add_argument("--force", action="store_true", help=_("overwrite whatever is in the way"))
    add_look(parser)


def run(said: argparse.Namespace) -> int:
    """Make it."""
    told = unfit(said, said.to)
    if told:
        tell(told)
        return 2
    from readiness.app.operations.open_plan import templates
    from readiness.app.session import Session
    from readiness.domain.plan.names import same_name

    session = Session.open(said.file, templates())
    wanted = tuple(session.plan.people)
    if said.who:
        wanted = tuple(who for who in wanted if same_name(who) == same_name(said.who))
    if said.who and not wanted:
        words = _("There is no practitioner {who} in the plan. Nothing was written.")
        tell(words.format(who=said.who))
        return 2
    whole = said.output and with_ending(said.output, f".{said.to}")
    whole = whole or said.file.with_name(f"{said.file.stem}-agreement.{said.to}")
    files = {whole: wanted}
    if said.each and wanted:
        files = dict(zip(_names(whole, wanted), ((who,) for who in wanted), strict=True))
    for target in files:
        why = refusal_of(target, said.to, made_from=sources(said), is_forced=said.force)
        if why:
            return refused(why)
    for target, some in files.items():
        _make(session, target, some, said)
    return tell_unread(session)


def _names(whole: Path, people: tuple[str, ...]) -> list[Path]:
    """A file for each practitioner, none twice also where large and small letters are the same.

    A name that no file can have is a number.
    """
    found = dict[str, Path]()
    for number, who in enumerate(people, 1):
        safe = "".join(re.findall(r"[\w-]", who))[:40] or str(number)
        name, more = safe, 1
        while name.casefold() in found:
            more += 1
            name = f"{safe}-{more}"
        found[name.casefold()] = whole.with_name(f"{whole.stem}-{name}{whole.suffix}")
    return list(found.values())


def _make(
    session: Session, target: Path, people: tuple[str, ...], said: argparse.Namespace
) -> None:
    from readiness.report.agreement import agreement_document
    from readiness.report.formats import make_file, remarks

    template, plan = session.template, session.plan
    document = agreement_document(template, plan, session.review, date.today(), people)
    make_file(document, said.to, target, lambda _share: None, look_of(said))
    tell_made(target, remarks(document, said.to))
