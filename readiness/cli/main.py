"""The program's commands and their exit codes."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import TYPE_CHECKING

from readiness import __version__
from readiness.cli.output import CannotPrint, finish, prepare, put_out, tell
from readiness.i18n.language import N_, _

if TYPE_CHECKING:
    import argparse

STOPPED = 130
"""The exit code after Ctrl-C, as shells know it."""

COMMANDS = (
    "new",
    "ask",
    "serve",
    "check",
    "due",
    "record",
    "fidelity",
    "pdf",
    "export",
    "blank",
    "agreement",
    "diff",
    "merge",
    "history",
    "workshop",
    "rate",
    "templates",
    "schema",
    "demo",
    "doctor",
    "completion",
    "man",
)
"""Each is a module of this package, loaded when it is called for."""

ANSWERING = ("ask", "demo")
"""Those in which a plan is answered."""
DESCRIPTION = N_("""\
Plan the introduction of an evidence-based practice before it starts: five
checklists, what will go wrong and why, and a strategy document as PDF, Word or
HTML.""")
EPILOG = N_("""\
  readiness                 the start screen
  readiness PLAN.toml       open a plan
  readiness COMMAND --help  more about a command, with examples

Where to begin:  readiness demo       look at a plan that is filled in
                 readiness            make your own, question by question
                 readiness ask PLAN   the same without screens, in plain lines

exit codes: 0 fine; 1 check found red flags, diff a difference, merge a
conflict, due something late, or doctor something that does not work; 2 wrong
use, or a file that cannot be read or has faults; 3 a fault of the program's
own. Data goes to stdout, talk to stderr.
""")


def parser(names: Sequence[str] = COMMANDS) -> argparse.ArgumentParser:
    """What may stand on the command line: these commands, and what goes for all of them."""
    import argparse

    from readiness.cli.arguments import add_language

    whole = argparse.ArgumentParser(
        prog="readiness",
        description=_(DESCRIPTION),
        epilog=_(EPILOG),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    whole.add_argument(
        "--version",
        action="version",
        version=f"readiness {__version__}",
        help=_("show program's version number and exit"),
    )
    add_language(whole)
    commands = whole.add_subparsers(dest="command", metavar=_("command"))
    for name in names:
        module = _command(name)
        one = commands.add_parser(
            name,
            help=_summary(module),
            description=_(module.DESCRIPTION),
            epilog=_(module.EXAMPLE),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        add_language(one)
        module.prepare_parser(one)
        one.set_defaults(run=module.run, usage=one)
    return whole


def _summary(module: ModuleType) -> str:
    """What a command does, in a line."""
    return _(module.DESCRIPTION).splitlines()[0]


def _command(name: str) -> ModuleType:
    return importlib.import_module(f"readiness.cli.{name}")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code.

    0 is done, 2 could not be done, STOPPED ended by Ctrl-C, FAULT a fault of the program's own; 1
    is a command's own answer, such as `check` where something is red.
    """
    given = list(sys.argv[1:] if argv is None else argv)
    prepare()
    try:
        code = _safely(lambda: _run(given), _command_of(given))
    except SystemExit:
        # How argparse ends after --help, and after wrong use.
        if lost := _safely(finish):
            return lost
        raise
    return _safely(finish) or code


def _safely(do: Callable[[], int], command: str = "") -> int:
    """Do something, and say what went wrong if anything did; returns the exit code."""
    try:
        return do()
    except CannotPrint as lost:
        tell(_("The output could not be written: {why}.").format(why=lost))
        return 2
    except KeyboardInterrupt:
        tell(_("Stopped. Every file is as it was, or whole."))
        return STOPPED
    except Exception as error:  # noqa: BLE001 - nobody is shown Python's own words
        from readiness.describe.fault import FAULT, fault_told
        from readiness.storage.problems import ReadinessError

        if isinstance(error, ReadinessError):
            tell(str(error))
            return 2
        tell(fault_told(error, command))
        return FAULT


def _command_of(given: list[str]) -> str:
    """The command that runs; empty for one in which a plan is answered."""
    found = next((one for one in given if one in COMMANDS), "")
    return "" if found in ANSWERING else found


def _run(given: list[str]) -> int:
    from readiness.cli.arguments import say_in_our_words
    from readiness.storage.languages import UnknownLanguage, language_for, speak_in

    option, given = _language_named(given)
    try:
        speak_in(language_for(option, os.environ))
    except UnknownLanguage as unknown:
        tell(str(unknown))
        return 2
    say_in_our_words()
    if not _is_somewhere():
        tell(_("The folder you are in is not there any more. Change to another one and try again."))
        return 2
    return _chosen(given)


def _is_somewhere() -> bool:
    try:
        return bool(os.getcwd())  # noqa: PTH109 - pathlib would be loaded for it
    except OSError:
        return False


def _language_named(given: list[str]) -> tuple[str | None, list[str]]:
    """What --lang says, wherever it stands, and what is left without it."""
    end = given.index("--") if "--" in given else len(given)
    option, rest = None, []
    words = iter(given[:end])
    for word in words:
        if word == "--lang":
            option = next(words, "")
        elif word.startswith("--lang="):
            option = word.removeprefix("--lang=")
        else:
            rest.append(word)
    return option, [*rest, *given[end:]]


def _understood(given: list[str]) -> argparse.Namespace:
    """What was asked for. argparse lets go of help that cannot be printed: we say so."""
    from contextlib import redirect_stdout
    from io import StringIO

    held = StringIO()
    try:
        with redirect_stdout(held):
            whole = parser(given[:1] if given[0] in COMMANDS else COMMANDS)
            args, unknown = whole.parse_known_args(given)
            if unknown:  # argparse would show how commands are called, and not this one
                args.usage.error(_("unrecognized arguments: %s") % " ".join(unknown))
            return args
    finally:
        put_out(held.getvalue())


def _chosen(given: list[str]) -> int:
    """Do what was asked for; --version, --help and wrong use end here, as argparse does it."""
    if not given or (given[0] not in COMMANDS and not given[0].startswith("-")):
        return int(_command("screens").run(given, COMMANDS))
    args = _understood(given)
    if any(hasattr(one, "__fspath__") and str(one) == "-" for one in vars(args).values()):
        tell(_('"-" is no file here: give the name of one. Data goes to stdout by itself.'))
        return 2
    return int(args.run(args))
