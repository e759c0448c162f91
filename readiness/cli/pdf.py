"""Print the strategy document as PDF."""

import argparse

from readiness.cli.export import add_plan, add_target, make

DESCRIPTION = (
    "Make the strategy document of a plan as PDF. A file that readiness did not make is not "
    "overwritten unless you say --force."
)
EXAMPLE = "example:  readiness pdf plan.toml -o strategy.pdf"


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    add_plan(parser)
    add_target(parser, "the PDF (beside the plan)")


def run(said: argparse.Namespace) -> int:
    """Make it."""
    return make(said, "pdf")
