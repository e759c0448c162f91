"""Make the strategy document as PDF."""

import argparse
from datetime import date
from pathlib import Path

from readiness.cli.spoken import tell

DESCRIPTION = """\
Make the strategy document of a plan as PDF, beside the plan or where -o says.
A PDF that readiness made before is replaced; any other file is left alone
unless you say --force."""
EXAMPLE = """\
examples:  readiness pdf plan.toml
           readiness pdf plan.toml -o strategy.pdf"""


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("file", type=Path, metavar="PLAN.toml", help="the plan")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="where the PDF goes")
    parser.add_argument("--force", action="store_true", help="overwrite any file")


def run(said: argparse.Namespace) -> int:
    """Make it."""
    from readiness.core.review import review
    from readiness.files.planfile import PlanFile
    from readiness.files.templates import Library
    from readiness.report.outline import outline
    from readiness.report.output import made_by_us, write_pdf
    from readiness.report.pdf import missing_characters, render

    target = said.output or said.file.with_suffix(".pdf")
    if target.exists() and not said.force and not made_by_us(target):
        tell(f"{target.name} was not made by readiness; nothing was written. Use --force or -o.")
        return 2
    file = PlanFile.open(said.file, Library())
    today = date.today()
    state = review(file.template, file.plan, today)
    document = outline(file.template, file.plan, state, today)
    write_pdf(target, render(document))
    for problem in file.problems:
        tell(problem.words())
    missing = missing_characters(document)
    if missing:
        tell(f"The PDF's font lacks these characters, shown by their numbers: {' '.join(missing)}")
    tell(f"{target.name} is made.")
    return 0
