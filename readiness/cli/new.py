"""Make a new plan file."""

from __future__ import annotations

import argparse
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.cli.spoken import as_typed, tell
from readiness.i18n.language import N_, _

if TYPE_CHECKING:
    from readiness.storage.templates import Library

SUMMARY = N_("Make a new plan file.")
DESCRIPTION = N_("""\
Make a new, empty plan file, to be answered in the program or in a text editor.
A file that is there already is never overwritten.""")
EXAMPLE = N_("""\
examples:  readiness new plan.toml --service "Riverside team" --start 2027-01-11
           readiness new other.toml --template five_areas --short
           readiness new mine.toml --template my_template.toml

Then open it with: readiness plan.toml

exit codes: 0 made, 2 there is such a file already, the folder or the template
is not there, or the date is none""")


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("file", type=Path, metavar="PLAN.toml", help=_("the file to make"))
    parser.add_argument(
        "--template",
        default="imr",
        metavar=_("NAME"),
        help=_("a name from: readiness templates, or a path (imr)"),
    )
    parser.add_argument("--name", default="", metavar=_("TEXT"), help=_("what the plan is called"))
    parser.add_argument("--service", default="", metavar=_("TEXT"), help=_("the service it is for"))
    parser.add_argument(
        "--start",
        default="",
        metavar=_("DATE"),
        help=_("first day with patients: 2027-01-11, or 11 jan 2027"),
    )
    parser.add_argument(
        "--short", action="store_true", help=_("ask the short form; switched at any time later")
    )


def run(said: argparse.Namespace) -> int:
    """Make the file."""
    from readiness.domain.checklist.checklist_form import FULL, SHORT
    from readiness.domain.kinds.days import out_of_reach
    from readiness.domain.plan.plan import Plan
    from readiness.i18n.typed import typed_date
    from readiness.storage.filenames import leads_out, why_it_leads_out
    from readiness.storage.plan_file import PlanFile
    from readiness.storage.templates import Library

    start = typed_date(said.start, date.today()) if said.start else None
    if said.start and start is None:
        words = _('--start: "{text}" is not a date; write year-month-day, such as 2027-01-31.')
        tell(words.format(text=said.start))
        return 2
    if start is not None and (far := out_of_reach(start)):
        tell(f"--start: {far.why}; {far.todo}.")
        return 2
    library = Library()
    template = library.load(said.template)
    named = _name_for(library, said.template, template.id, said.file.parent)
    if leads_out(named):
        why, todo = why_it_leads_out(named)
        tell(f"--template: {why}; {todo}.")
        return 2
    plan = Plan(template=named, template_version=template.version).described(
        plan=said.name, service=said.service, start=start, form=SHORT if said.short else FULL
    )
    PlanFile.create(said.file, plan, template)
    tell(
        _("{name} is made. Open it with: readiness {path}").format(
            name=said.file.name, path=as_typed(said.file)
        )
    )
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
