"""Make a new plan file."""

from __future__ import annotations

import argparse
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.cli.spoken import tell
from readiness.core.wording.language import N_, _

if TYPE_CHECKING:
    from readiness.files.templates import Library

DESCRIPTION = N_("""\
Make a new, empty plan file, to be answered in the program or in a text editor.
A file that is there already is never overwritten.""")
EXAMPLE = N_("""\
examples:  readiness new plan.toml --service "Riverside team" --start 2027-01-11
           readiness new other.toml --template five_areas
           readiness new mine.toml --template my_template.toml""")


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("file", type=Path, metavar="PLAN.toml", help=_("the file to make"))
    parser.add_argument(
        "--template",
        default="imr",
        metavar="NAME",
        help=_("a name from `readiness templates`, or a path (imr)"),
    )
    parser.add_argument("--name", default="", metavar="TEXT", help=_("what the plan is called"))
    parser.add_argument("--service", default="", metavar="TEXT", help=_("the service it is for"))
    parser.add_argument(
        "--start", default="", metavar="DATE", help=_("first day with patients, such as 2027-01-11")
    )


def run(said: argparse.Namespace) -> int:
    """Make the file."""
    from readiness.core.said.plan import Plan
    from readiness.core.wording.typed import typed_date
    from readiness.files.planfile import PlanFile
    from readiness.files.templates import Library

    start = typed_date(said.start, date.today()) if said.start else None
    if said.start and start is None:
        tell(
            _('--start: "{start}" is not a date; write year-month-day, such as 2027-01-31.').format(
                start=said.start
            )
        )
        return 2
    library = Library()
    template = library.load(said.template)
    named = _name_for(library, said.template, template.id, said.file.parent)
    plan = Plan(template=named, template_version=template.version).described(
        plan=said.name, service=said.service, start=start
    )
    PlanFile.create(said.file, plan, template)
    tell(_("{name} is made. Open it with: readiness {name}").format(name=said.file.name))
    return 0


def _name_for(library: Library, given: str, template_id: str, folder: Path) -> str:
    """What the plan calls its template: the id where that finds it, else its path from the plan."""
    found, by_id = (Path(library.path_of(one) or one).resolve() for one in (given, template_id))
    if found == by_id:
        return template_id
    try:
        return Path(os.path.relpath(found, folder.resolve())).as_posix()
    except ValueError:
        return str(found)
