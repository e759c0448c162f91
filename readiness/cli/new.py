"""Make a new plan file."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from readiness.cli.arguments import add_flag, add_template, add_word
from readiness.cli.output import as_typed, tell, with_ending
from readiness.i18n.language import N_, _

DESCRIPTION = N_("""\
Make a new plan file.

It is empty, to be answered in the program or in a text editor. A file that is
there already is never overwritten.""")
EXAMPLE = N_("""\
examples:  readiness new plan.toml --service "Riverside team" --start 2027-01-11
           readiness new other.toml --template five_areas --short
           readiness new mine.toml --template my_template.toml

Then open it with: readiness plan.toml

exit codes: 0 made, 2 there is such a file already, the folder or the template
is not there, or the date is none""")


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `readiness new`."""
    parser.add_argument("file", type=Path, metavar="PLAN.toml", help=_("the file to make"))
    add_template(parser)
    add_word(parser, "--name", _("TEXT"), _("what the plan is called"))
    add_word(parser, "--service", _("TEXT"), _("the service it is for"))
    add_word(parser, "--start", _("date"), _("first day with patients: 2027-01-11, or 11 jan 2027"))
    add_flag(parser, "--short", _("ask the short form; switched at any time later"))


def run(args: argparse.Namespace) -> int:
    """Make the file of a new plan; returns the exit code."""
    from readiness.app.operations.new_plan import NewPlan, make_plan
    from readiness.app.operations.open_plan import templates
    from readiness.domain.checklist.template import FULL, SHORT
    from readiness.domain.kinds.value import InvalidValue
    from readiness.domain.plan.particulars import typed_particular

    start = typed_particular("start", args.start, date.today())
    if isinstance(start, InvalidValue):
        tell(f"--start: {start.why}; {start.todo}.")
        return 2
    day, form = start if isinstance(start, date) else None, SHORT if args.short else FULL
    file = with_ending(args.file, ".toml")
    new = NewPlan(file, args.template, args.name, args.service, day, form)
    trouble = make_plan(new, templates())
    if trouble:
        tell(trouble)
        return 2
    words = _("Open it with: readiness {path}")
    tell(f"{new.said} {words.format(path=as_typed(file))}")
    return 0
