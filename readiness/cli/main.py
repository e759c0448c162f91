"""The program's commands and their exit codes."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from types import ModuleType

from readiness import __version__
from readiness.cli import (
    ask,
    check,
    completion,
    demo,
    diff,
    doctor,
    export,
    history,
    man,
    merge,
    new,
    pdf,
    schema,
    templates,
    walk,
)
from readiness.cli.spoken import tell
from readiness.core.wording.language import _

STOPPED = 130
"""The exit code after Ctrl-C, as shells know it."""

COMMANDS: dict[str, ModuleType] = {
    "new": new,
    "ask": ask,
    "check": check,
    "pdf": pdf,
    "export": export,
    "diff": diff,
    "merge": merge,
    "history": history,
    "templates": templates,
    "schema": schema,
    "demo": demo,
    "doctor": doctor,
    "completion": completion,
    "man": man,
}
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


def parser() -> argparse.ArgumentParser:
    """What may stand on the command line."""
    whole = argparse.ArgumentParser(
        prog="readiness",
        description=DESCRIPTION,
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
    given = list(sys.argv[1:] if argv is None else argv)
    _never_fail_on_letters()
    run = _chosen(given)
    # Only now: --version and --help have been answered, and need none of this.
    from readiness.files.problems import ReadinessError

    try:
        code = run()
        sys.stdout.flush()
    except ReadinessError as error:
        tell(str(error))
        return 2
    except KeyboardInterrupt:
        tell(_("Stopped. Every file is as it was, or whole."))
        return STOPPED
    except BrokenPipeError:
        # Python would complain once more when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _chosen(given: list[str]) -> Callable[[], int]:
    """What was asked for; --version, --help and wrong use end here, as argparse does it."""
    if not given or (given[0] not in COMMANDS and not given[0].startswith("-")):
        return lambda: walk.run(given)
    said = parser().parse_args(given)
    return lambda: int(said.run(said))


def _never_fail_on_letters() -> None:
    """Show a letter that the terminal's encoding lacks as a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
