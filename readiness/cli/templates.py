"""List, copy and check templates."""

from __future__ import annotations

import argparse
from pathlib import Path

from readiness.cli.arguments import add_language
from readiness.cli.output import as_typed, say, tell
from readiness.i18n.language import N_, _, n_

DESCRIPTION = N_("""\
List, copy and check templates.

List the templates that can be used, copy one to change it, or look one over. A
template is one TOML file with the questions, rules, numbers and sources. Your
own are found by their path, or by name in your templates folder (the one that
READINESS_TEMPLATES names, else `templates` among your settings).""")
EXAMPLE = N_("""\
examples:  readiness templates
           readiness templates copy imr mine.toml
           readiness templates check mine.toml

exit codes: 0 fine, 2 no such template, faults in it, or a file that is in the
way""")

_LIST = N_("List every template: name, version, language, title, and where it is from.")
_COPY = N_("""\
Write a template with everything it rests on into one file, with its comments.
Change its id first: plans refer to templates by id. An existing file is never
overwritten.""")
_CHECK = N_("""\
Report every fault of a template, each with file, line, what is wrong and what
to do. Exit code 0: none; 2: there are some.""")


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `readiness templates`."""
    actions = parser.add_subparsers(dest="action", metavar="list | copy | check")
    _action(actions, "list", _("list them (also without a word)"), _(_LIST))
    copy = _action(actions, "copy", _("write a whole copy of one, to be changed"), _(_COPY))
    copy.add_argument("name", metavar=_("Name").upper(), help=_("a template's name or path"))
    copy.add_argument("file", type=Path, metavar=_("FILE"), help=_("the file to make"))
    check = _action(actions, "check", _("report every fault of one, in one go"), _(_CHECK))
    check.add_argument("name", metavar=_("Name").upper(), help=_("a template's name or path"))


def _action(
    actions: argparse._SubParsersAction[argparse.ArgumentParser], name: str, short: str, long: str
) -> argparse.ArgumentParser:
    action = actions.add_parser(
        name,
        help=short,
        description=long,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_language(action)
    return action


def run(args: argparse.Namespace) -> int:
    """List the templates, copy one, or check one; returns the exit code."""
    actions = {"copy": _copy, "check": _check}
    return actions.get(args.action, _list)(args)


def _list(_args: argparse.Namespace) -> int:
    from readiness.storage.templates import Library

    for one in Library().listings():
        say(f"{one.id:<14} {one.version:<6} {one.language:<4} {one.name} ({_(one.where)})")
    return 0


def _copy(args: argparse.Namespace) -> int:
    from readiness.app.operations.files import copy_template

    copy_template(args.name, args.file)
    tell(
        _("{name} is made. Change its id, then: readiness templates check {path}").format(
            name=args.file.name, path=as_typed(args.file)
        )
    )
    return 0


def _check(args: argparse.Namespace) -> int:
    from readiness.storage.template_check import check_template
    from readiness.storage.templates import Library

    found = check_template(Library(), args.name)
    for one in found:
        say(one.words())
    faults = [one for one in found if one.severity == "error"]
    many = n_("{n} fault.", "{n} faults.", len(faults)).format(n=len(faults))
    tell(many if faults else _("No faults."))
    return 2 if faults else 0
