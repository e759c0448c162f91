"""Make the strategy document as PDF."""

import argparse

from readiness.cli.arguments import add_plan
from readiness.cli.export import add_target, make
from readiness.i18n.language import N_, _

DESCRIPTION = N_("""\
Make the strategy document as PDF.

It goes beside the plan or where -o says. A PDF that readiness made before is
replaced; any other file is left alone unless you say --force.""")
EXAMPLE = N_("""\
examples:  readiness pdf plan.toml
           readiness pdf plan.toml -o strategy.pdf
           readiness pdf plan.toml --brief --shared

The last one makes plan-brief-shared.pdf: two pages that can be passed on.

exit codes: 0 made, 1 made, but something in the plan could not be read and is
not in it, 2 the plan cannot be read, the PDF cannot be written, or a file is
in its way""")


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `readiness pdf`."""
    add_plan(parser)
    add_target(parser, _("where the PDF goes (beside the plan, with its name)"))


def run(args: argparse.Namespace) -> int:
    """Make the strategy document as a PDF; returns the exit code."""
    return make(args, "pdf")
