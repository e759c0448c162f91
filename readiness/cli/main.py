"""The program's commands and their exit codes."""

from __future__ import annotations

import importlib
import io
import os
import sys
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import TYPE_CHECKING

from readiness import __version__
from readiness.cli.spoken import say, tell

if TYPE_CHECKING:
    import argparse

COMMANDS = (
    "new",
    "ask",
    "check",
    "pdf",
    "export",
    "diff",
    "merge",
    "history",
    "templates",
    "schema",
    "demo",
    "doctor",
    "completion",
    "man",
)
"""Each is a module of this package, loaded when it is called for."""
DESCRIPTION = """\
Plan the introduction of an evidence-based practice before it starts: five
checklists, what will go wrong and why, and a strategy document as PDF, Word or
HTML."""
EPILOG = """\
  readiness                 the start screen
  readiness PLAN.toml       open a plan
  readiness COMMAND --help  more about a command

exit codes: 0 fine, 1 check found red flags, 2 wrong use, or a file that cannot
be read or has faults. Data goes to stdout, talk to stderr.
"""


def parser(names: Sequence[str] = COMMANDS) -> argparse.ArgumentParser:
    """What may stand on the command line: these commands, and what goes for all of them."""
    import argparse

    whole = argparse.ArgumentParser(
        prog="readiness",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    whole.add_argument("--version", action="version", version=f"readiness {__version__}")
    commands = whole.add_subparsers(dest="command", metavar="command")
    for name in names:
        module = _command(name)
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


def _command(name: str) -> ModuleType:
    return importlib.import_module(f"readiness.cli.{name}")


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit code."""
    given = list(sys.argv[1:] if argv is None else argv)
    _never_fail_on_letters()
    if given == ["--version"]:
        say(f"readiness {__version__}")
        return 0
    run = _chosen(given)
    # Only now: --help has been answered, and needs none of this.
    from readiness.files.problems import ReadinessError

    try:
        code = run()
        sys.stdout.flush()
    except ReadinessError as error:
        tell(str(error))
        return 2
    except BrokenPipeError:
        # Python would complain once more when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _chosen(given: list[str]) -> Callable[[], int]:
    """What was asked for; --version, --help and wrong use end here, as argparse does it."""
    if not given or (given[0] not in COMMANDS and not given[0].startswith("-")):
        return lambda: int(_command("walk").run(given))
    said = parser(given[:1] if given[0] in COMMANDS else COMMANDS).parse_args(given)
    return lambda: int(said.run(said))


def _never_fail_on_letters() -> None:
    """Show a letter that the terminal's encoding lacks as a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
