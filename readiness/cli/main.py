"""The program's commands and their exit codes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from types import ModuleType

from readiness import __version__
from readiness.cli import (
    check,
    demo,
    diff,
    history,
    merge,
    new,
    pdf,
    schema,
    templates,
    walk,
)
from readiness.cli.spoken import tell

COMMANDS: dict[str, ModuleType] = {
    "new": new,
    "check": check,
    "pdf": pdf,
    "diff": diff,
    "merge": merge,
    "history": history,
    "templates": templates,
    "schema": schema,
    "demo": demo,
}
EPILOG = """\
  readiness                 the start screen
  readiness PLAN.toml       open a plan

exit codes: 0 fine, 1 check found red flags, 2 wrong use or a file that cannot be read
"""


def parser() -> argparse.ArgumentParser:
    """What may stand on the command line."""
    whole = argparse.ArgumentParser(
        prog="readiness",
        description="Plan the introduction of an evidence-based practice before it starts: five "
        "checklists, what will go wrong and why, and a strategy document as PDF.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    whole.add_argument("--version", action="version", version=f"readiness {__version__}")
    commands = whole.add_subparsers(dest="command", metavar="command")
    for name, module in COMMANDS.items():
        summary = (module.__doc__ or "").splitlines()[0]
        one = commands.add_parser(
            name,
            help=summary,
            description=module.DESCRIPTION,
            epilog=module.EXAMPLE,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        module.prepare_parser(one)
        one.set_defaults(run=module.run)
    return whole


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit code."""
    from readiness.files.problems import ReadinessError

    given = list(sys.argv[1:] if argv is None else argv)
    try:
        if not given or (given[0] not in COMMANDS and not given[0].startswith("-")):
            return walk.run(given)
        said = parser().parse_args(given)
        return int(said.run(said))
    except ReadinessError as error:
        tell(str(error))
        return 2
    except BrokenPipeError:
        return 0
