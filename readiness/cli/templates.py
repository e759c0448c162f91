"""List, copy and check templates."""

import argparse
from pathlib import Path

from readiness.cli.spoken import say, tell

DESCRIPTION = """\
List the templates that can be used, copy one to change it, or look one over.
A template is one TOML file; your own go in your templates folder, or anywhere by path."""
EXAMPLE = """\
examples:  readiness templates
           readiness templates copy imr mine.toml
           readiness templates check mine.toml"""


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    actions = parser.add_subparsers(dest="action", metavar="list | copy | check")
    actions.add_parser("list", help="list them (also without a word)")
    copy = actions.add_parser("copy", help="write a whole copy of one, to be changed")
    copy.add_argument("name", help="a template's name or path")
    copy.add_argument("file", type=Path, help="the file to make")
    check = actions.add_parser("check", help="report every fault of one, in one go")
    check.add_argument("name", help="a template's name or path")


def run(said: argparse.Namespace) -> int:
    """Do what was asked."""
    actions = {"copy": _copy, "check": _check}
    return actions.get(said.action, _list)(said)


def _list(_said: argparse.Namespace) -> int:
    from readiness.files.templates import Library

    for one in Library().listings():
        say(f"{one.id:<14} {one.version:<6} {one.language:<4} {one.name} ({one.where})")
    return 0


def _copy(said: argparse.Namespace) -> int:
    from readiness.files.atomic import replace_file
    from readiness.files.problems import AlreadyThere, CannotWrite
    from readiness.files.templates import Library

    if said.file.exists():
        raise AlreadyThere(said.file)
    text = Library().text_for_copy(said.name)
    try:
        replace_file(said.file, text.encode())
    except OSError as error:
        raise CannotWrite(said.file, (error.strerror or str(error)).lower()) from error
    tell(
        f"{said.file.name} is made. Change its id, then: readiness templates check {said.file.name}"
    )
    return 0


def _check(said: argparse.Namespace) -> int:
    from readiness.files.template_check import check_template
    from readiness.files.templates import Library

    faults = check_template(Library(), said.name)
    for fault in faults:
        say(fault.words())
    many = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
    tell(f"{many}." if faults else "No faults.")
    return 2 if faults else 0
