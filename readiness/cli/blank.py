"""Print the questions as a form to fill in by hand, empty or with what a plan knows."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.cli.arguments import (
    add_flag,
    add_force,
    add_format,
    add_look,
    add_output,
    add_template,
    opened,
)
from readiness.cli.export import look_of, refusal_of, refused, tell_made, tell_unread, unfit
from readiness.cli.output import tell, with_ending
from readiness.i18n.language import N_, _

if TYPE_CHECKING:
    from readiness.app.session import Session
    from readiness.domain.checklist.template import Template
    from readiness.report.document import Document

DESCRIPTION = N_("""\
Print the questions as a form to fill in by hand.

A form of a template's questions, also to prepare a meeting: PDF to print, or
Word (docx), with boxes to tick, lines to write on, and a row for each
practitioner. With a plan, what it knows stands there already. A form that
readiness made before is replaced; any other file is left alone unless you say
--force.""")
EXAMPLE = N_("""\
examples:  readiness blank
           readiness blank plan.toml
           readiness blank --short -o questions.pdf
           readiness blank --template mine.toml --to docx
           readiness blank --form month

exit codes: 0 made, 1 made, but something in the plan could not be read and is
not in it, 2 no such template, a plan that cannot be read, or a file that is in
the way""")


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `readiness blank`."""
    parser.add_argument(
        "file",
        type=Path,
        nargs="?",
        metavar="PLAN.toml",
        help=_("a plan, whose answers, rows and practitioners stand in the form"),
    )
    add_template(parser, None)
    add_format(parser, ("pdf", "docx"), "pdf")
    add_output(parser, _("the file to make (here)"))
    which = parser.add_mutually_exclusive_group()
    add_flag(which, "--short", _("only the questions of the short form"))
    which.add_argument(
        "--form",
        choices=("month", "checkin", "review"),
        metavar=_("Form").upper(),
        help=_("after the start: month (counts), checkin or review, on one page"),
    )
    add_force(parser)
    add_look(parser)


def run(args: argparse.Namespace) -> int:
    """Make the form to fill in by hand; returns the exit code."""
    told = unfit(args, args.to) or _unfit_plan(args)
    if told:
        tell(told)
        return 2
    from readiness.report.formats import make_file, remarks
    from readiness.report.record_forms import no_form
    from readiness.storage.templates import Library

    session = opened(args) if args.file else None
    template = session.template if session else Library().load(args.template or "imr")
    if args.short and not any(item.brief for item in template.items.values()):
        tell(_("{name} has no short form. Nothing was written.").format(name=template.name))
        return 2
    wanting = no_form(template, args.form or "")
    if wanting:
        return refused(wanting)
    target = args.output and with_ending(args.output, f".{args.to}")
    which = f"-{args.form}" if args.form else "-short" * args.short
    beside = args.file.with_suffix("") if args.file else Path(template.id)
    target = target or beside.with_name(f"{beside.name}-blank{which}.{args.to}")
    made_from = [Path(args.template or "imr"), *filter(None, [args.theme, args.file])]
    why = refusal_of(target, args.to, made_from=made_from, is_forced=args.force)
    if why:
        return refused(why)
    document = _document(args, template, session)
    make_file(document, args.to, target, lambda _share: None, look_of(args))
    tell_made(target, remarks(document, args.to))
    return tell_unread(session) if session else 0


def _unfit_plan(args: argparse.Namespace) -> str:
    """What was given beside a plan that would change nothing, or to which a plan adds nothing."""
    if not args.file:
        return ""
    if args.template:
        return _("A plan has its own template: leave out --template. Nothing was written.")
    if args.form:
        return _("--form {form} is the same for every plan: leave out the plan. Nothing was "
                 "written.").format(form=args.form)  # fmt: skip
    return ""


def _document(args: argparse.Namespace, template: Template, session: Session | None) -> Document:
    from readiness.report.blank import blank_document
    from readiness.report.record_forms import record_form

    today = date.today()
    form = record_form(template, args.form or "", today)
    if form is not None:
        return form
    if session is None:
        return blank_document(template, today, is_short=args.short)
    return blank_document(
        template, today, session.plan, is_short=args.short, plan_name=session.path.name
    )
