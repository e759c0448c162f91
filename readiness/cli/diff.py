"""Say what differs between two plans."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from readiness.cli.spoken import say, tell, wrapped

DESCRIPTION = "Say what differs between two plans, item by item, in words."
EXAMPLE = """\
example:  readiness diff before.toml after.toml --json
exit codes: 0 nothing differs, 1 something does, 2 a file cannot be read"""


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("before", type=Path, metavar="BEFORE.toml", help="the earlier plan")
    parser.add_argument("after", type=Path, metavar="AFTER.toml", help="the later plan")
    parser.add_argument("--json", action="store_true", help="print JSON for programs")


def run(said: argparse.Namespace) -> int:
    """Print what differs."""
    from readiness.core.versions.changes import changes
    from readiness.files.planfile import PlanFile
    from readiness.files.templates import Library

    before, after = (PlanFile.open(path, Library()) for path in (said.before, said.after))
    found = changes(before.plan, after.plan, after.template)
    if said.json:
        whole = {"format": 1, "changes": [one.model_dump() for one in found]}
        print(json.dumps(whole, indent=2))  # noqa: T201 - ASCII by construction
    else:
        for one in found:
            say(wrapped(one.words, "- ", "  "))
        tell(f"{len(found)} differences." if found else "Nothing differs.")
    for problem in (*before.problems, *after.problems):
        tell(problem.words())
    if any(problem.severity == "error" for problem in (*before.problems, *after.problems)):
        return 2
    return 1 if found else 0
