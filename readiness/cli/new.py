"""Make a new plan file."""

import argparse
from datetime import date
from pathlib import Path

from readiness.cli.spoken import tell

DESCRIPTION = "Make a new, empty plan file. Nothing that is there already is overwritten."
EXAMPLE = 'example:  readiness new plan.toml --service "Riverside team" --start 2027-01-11'


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("file", type=Path, metavar="PLAN.toml", help="the file to make")
    parser.add_argument("--template", default="imr", help="a template's name or path (imr)")
    parser.add_argument("--name", default="", help="what the plan is called")
    parser.add_argument("--service", default="", help="the service it is for")
    parser.add_argument("--start", default="", help="first day with patients, e.g. 2027-01-11")


def run(said: argparse.Namespace) -> int:
    """Make the file."""
    from readiness.core.plan import Plan
    from readiness.core.typed import typed_date
    from readiness.files.planfile import PlanFile
    from readiness.files.templates import Library

    start = typed_date(said.start, date.today()) if said.start else None
    if said.start and start is None:
        tell(f'--start: "{said.start}" is not a date; write year-month-day, such as 2027-01-31.')
        return 2
    template = Library().load(said.template)
    name = template.id if Library().path_of(template.id) else said.template
    plan = Plan(template=name, template_version=template.version).described(
        plan=said.name, service=said.service, start=start
    )
    PlanFile.create(said.file, plan, template)
    tell(f"{said.file.name} is made. Open it with: readiness {said.file.name}")
    return 0
