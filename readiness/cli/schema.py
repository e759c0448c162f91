"""Print the JSON Schema of plan files."""

import argparse

from readiness.cli.spoken import say
from readiness.core.wording.language import N_, _

DESCRIPTION = N_("""\
Print the JSON Schema of plan files: every item with its fields and options, so
that an editor can complete and check a plan.""")
EXAMPLE = N_("""\
example:  readiness schema --template imr > plan.schema.json
then put this as the first line of the plan:  #:schema ./plan.schema.json
(editors with TOML support, such as VS Code with Even Better TOML, read it)""")


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "--template",
        default="imr",
        metavar="NAME",
        help=_("a name from `readiness templates`, or a path (imr)"),
    )


def run(said: argparse.Namespace) -> int:
    """Print it."""
    import json

    from readiness.files.schema import plan_schema
    from readiness.files.templates import Library

    say(json.dumps(plan_schema(Library().load(said.template)), indent=2))
    return 0
