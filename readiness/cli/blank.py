"""Print the questions as a form to fill in by hand."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from readiness.cli.export import add_look, look_of, tell_made
from readiness.cli.spoken import tell, with_ending
from readiness.cli.target import refusal_of, unfit
from readiness.i18n.language import N_, _

SUMMARY = N_("Print the questions as a form to fill in by hand.")
DESCRIPTION = N_("""\
Make a form of a template's questions, to be filled in by hand or to prepare a
meeting: PDF to print, or Word (docx). It is made from the template alone, with
boxes to tick, lines to write on, and rows for the practitioners. A form that
readiness made before is replaced; any other file is left alone unless you say
--force.""")
EXAMPLE = N_("""\
examples:  readiness blank
           readiness blank --short -o questions.pdf
           readiness blank --template mine.toml --to docx
           readiness blank --form month

exit codes: 0 made, 2 no such template, or a file that is in the way""")


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "--template",
        default="imr",
        metavar=_("NAME"),
        help=_("a name from `readiness templates`, or a path (imr)"),
    )
    parser.add_argument(
        "--to",
        choices=("pdf", "docx"),
        default="pdf",
        metavar=_("FORMAT"),
        help=_("pdf or docx (pdf)"),
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar=_("FILE"), help=_("the file to make (here)")
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--short", action="store_true", help=_("only the questions of the short form")
    )
    which.add_argument(
        "--form",
        choices=("month", "checkin", "review"),
        metavar=_("FORM"),
        help=_("after the start: month (counts), checkin or review, on one page"),
    )
    parser.add_argument("--force", action="store_true", help=_("overwrite any file"))
    add_look(parser)


def run(said: argparse.Namespace) -> int:
    """Make it."""
    told = unfit(said, said.to)
    if told:
        tell(told)
        return 2
    from readiness.report.blank import blank_document
    from readiness.report.formats import make_file, remarks
    from readiness.report.record_forms import no_form, record_form
    from readiness.storage.templates import Library

    template = Library().load(said.template)
    if said.short and not any(item.brief for item in template.items.values()):
        tell(_("{name} has no short form. Nothing was written.").format(name=template.name))
        return 2
    wanting = no_form(template, said.form or "")
    if wanting:
        tell(_("{why} Nothing was written.").format(why=wanting))
        return 2
    target = said.output and with_ending(said.output, f".{said.to}")
    which = f"-{said.form}" if said.form else "-short" * said.short
    target = target or Path(f"{template.id}-blank{which}.{said.to}")
    made_from = [Path(said.template), *filter(None, [said.theme])]
    refused = refusal_of(target, said.to, made_from=made_from, is_forced=said.force)
    if refused:
        tell(_("{why} Nothing was written.").format(why=refused))
        return 2
    form = record_form(template, said.form or "", date.today())
    document = form or blank_document(template, date.today(), is_short=said.short)
    make_file(document, said.to, target, lambda _share: None, look_of(said))
    tell_made(target, remarks(document, said.to))
    return 0
