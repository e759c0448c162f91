"""Make an agreement with each practitioner, a page each, to be signed."""

from __future__ import annotations

import argparse

from readiness.cli.arguments import (
    add_flag,
    add_force,
    add_format,
    add_look,
    add_output,
    add_plan,
    opened,
)
from readiness.cli.export import FORMATS, look_of, make_jobs, refused, unfit
from readiness.cli.output import tell, with_ending
from readiness.i18n.language import N_, _

DESCRIPTION = N_("""\
Make an agreement with each practitioner, to be signed.

One page for each practitioner of a plan: what is delivered in which hours,
what is taken off to make room, the dates, what may be refused, and two lines
to sign on. What the plan does not say yet is a line to write on. A file that
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
    """Declare the arguments of `readiness agreement`."""
    add_plan(parser)
    add_format(parser, FORMATS, "pdf")
    add_output(parser, _("the file to make (beside the plan)"))
    add_flag(parser, "--each", _("a file for each practitioner"))
    parser.add_argument("--who", metavar=_("INITIALS"), help=_("only this practitioner"))
    add_force(parser)
    add_look(parser)


def run(args: argparse.Namespace) -> int:
    """Make the agreements as files; returns the exit code."""
    told = unfit(args, args.to)
    if told:
        tell(told)
        return 2
    from readiness.app.operations import documents

    session = opened(args)
    why = documents.nobody_called(session, args.who or "")
    target = args.output and with_ending(args.output, f".{args.to}")
    which = documents.AGREEMENTS if args.each else documents.AGREEMENT
    job = documents.job_named(session, args.to, which, target=target, look=look_of(args))
    return (
        refused(why) if why else make_jobs(args, session, documents.files_of(job, args.who or ""))
    )
