"""Print the JSON Schema of plan files."""

import argparse

from readiness.cli.arguments import add_template
from readiness.cli.output import hand_over_json
from readiness.i18n.language import N_

DESCRIPTION = N_("""\
Print the JSON Schema of plan files.

It tells of every item with its fields and options, so that an editor can
complete and check a plan.""")
EXAMPLE = N_("""\
examples:  readiness schema > plan.schema.json
           readiness schema --template five_areas > plan.schema.json

Then put this as the first line of the plan:  #:schema ./plan.schema.json
(editors with TOML support, such as VS Code with Even Better TOML, read it)

exit codes: 0 printed, 2 there is no such template, or it has faults""")


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `readiness schema`."""
    add_template(parser)


def run(args: argparse.Namespace) -> int:
    """Print the JSON Schema of plans made from a template; returns 0."""
    from readiness.storage.schema import plan_schema
    from readiness.storage.templates import Library

    hand_over_json(plan_schema(Library().load(args.template)))
    return 0
