"""Print the JSON Schema of plan files."""

import argparse
import json

from readiness.cli.spoken import say

DESCRIPTION = "Print the JSON Schema of plan files, so that an editor can complete and check them."
EXAMPLE = "example:  readiness schema --template imr > plan.schema.json"


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--template", default="imr", help="a template's name or path (imr)")


def run(said: argparse.Namespace) -> int:
    """Print it."""
    from readiness.files.schema import plan_schema
    from readiness.files.templates import Library

    say(json.dumps(plan_schema(Library().load(said.template)), indent=2, ensure_ascii=False))
    return 0
