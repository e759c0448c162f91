"""Go through a plan as plain questions and answers."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.cli.output import as_typed, tell, with_ending
from readiness.i18n.language import N_, _

if TYPE_CHECKING:
    from readiness.line.console import Console

WORKSHOP = ".workshop.toml"
"""How the name of a workshop's file ends."""

DESCRIPTION = N_("""\
Go through a plan as plain questions and answers.

The same plan as plain questions and answers, line by line: for screen readers,
braille, slow links and scripts. No cursor tricks, no colour, no redraw. Works
through a pipe. A plan that is not there yet is made with five questions. Every
answer is saved at once; type help at any question for the commands. With a
workshop's file: what came in, what lies apart, what the room agrees on.""")
EXAMPLE = N_("""\
examples:  readiness ask plan.toml
           readiness ask plan.toml < answers.txt
           readiness ask riverside.workshop.toml

Through a pipe, name each question before its answer: /go INC-01, then yes. The
first line that cannot be followed ends the walk, so that no line answers a
question that it was not written for.

exit codes: 0 left with everything saved, 2 a file that cannot be read or
saved, a line in a pipe that cannot be followed, an answer that waits for a
choice, or an output that nobody takes""")


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `readiness ask`."""
    parser.add_argument(
        "file", type=Path, metavar="PLAN.toml", help=_("the plan, there or to be made")
    )


def run(args: argparse.Namespace) -> int:
    """Ask the plan's questions in plain lines; returns the exit code."""
    from readiness.storage.disk import exists
    from readiness.storage.filenames import same_names

    same = [] if exists(args.file) else same_names(args.file)
    if same:
        # A second plan beside it would be answered by mistake.
        words = _(
            "There is no file {name}, but there is {other}. Did you mean: readiness ask {typed}"
        )
        other = as_typed(args.file.with_name(same[0]))
        tell(words.format(name=args.file.name, other=same[0], typed=other))
        return 2
    return _ask(args)


def _ask(args: argparse.Namespace) -> int:
    import signal

    from readiness.app.operations.open_plan import own_memory
    from readiness.app.operations.workshop import open_room
    from readiness.cli.output import give_up
    from readiness.line import launch
    from readiness.line.console import Ended
    from readiness.line.workshop import WorkshopTalk

    signals = [
        getattr(signal, name) for name in ("SIGHUP", "SIGTERM", "SIGBREAK") if hasattr(signal, name)
    ]

    def ended(*_rest: object) -> None:
        # A window that closes sends SIGHUP twice: the second must not interrupt the saving.
        for one in signals:
            signal.signal(one, signal.SIG_IGN)
        raise Ended

    for one in signals:
        signal.signal(one, ended)
    lost: list[OSError] = []
    console = console_here(lost)
    if args.file.name.endswith(WORKSHOP):
        code = WorkshopTalk(open_room(args.file), console, date.today).run()
    else:
        code = launch.run(with_ending(args.file, ".toml"), console, own_memory())
    if lost:
        give_up(lost[0])
    return code


def console_here(lost: list[OSError]) -> Console:
    """The conversation with whoever sits here, or with a pipe; `lost` takes what kept it silent."""
    import sys

    from readiness.cli.output import prepare_input
    from readiness.line.console import Console, keyboard

    def write(text: str) -> None:
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except OSError as error:
            lost.append(error)
            raise

    is_piped = prepare_input()
    waiting = keyboard(sys.stdin)
    return Console(sys.stdin.readline, write, echoes=is_piped, is_piped=is_piped, waiting=waiting)
