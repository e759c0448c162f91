"""List the versions that sittings left of a plan, and bring one back."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from readiness.cli.arguments import add_output, add_plan, opened
from readiness.cli.output import as_typed, saved, say, tell, with_ending, wrapped
from readiness.i18n.language import N_, _

if TYPE_CHECKING:
    from readiness.app.session import Session
    from readiness.storage.history import Sitting

DESCRIPTION = N_("""\
List the versions that sittings left of a plan, and bring one back.

Each version is listed with what had changed; show what differs from one, or
bring it back. They are kept on this computer, in your own state folder. What
was the plan until then is kept as a version too.""")
EXAMPLE = N_("""\
examples:  readiness history plan.toml
           readiness history plan.toml --show 3
           readiness history plan.toml --bring-back 3
           readiness history plan.toml --bring-back 3 -o before.toml

exit codes: 0 fine, 2 there is no such version, or a file cannot be read or
written""")

SUMMED = 3
"""Changes that the list names of each version."""


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `readiness history`."""
    add_plan(parser)
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--show", type=int, metavar="N", help=_("say what differs from now"))
    either.add_argument("--bring-back", type=int, metavar="N", help=_("make it the plan again"))
    add_output(parser, _("bring it back into a new file"))


def run(args: argparse.Namespace) -> int:
    """List the versions, show one, or bring one back; returns the exit code."""
    from readiness.domain.versions.changes import changes
    from readiness.storage.history import History, sittings
    from readiness.storage.memory import default_folder

    session = opened(args)
    found = sittings(History(default_folder(), session.path), session.template)
    if args.output and args.bring_back is None:
        tell(_("-o goes with --bring-back alone. Nothing was written."))
        return 2
    number = args.show if args.show is not None else args.bring_back
    if number is None:
        return _list(found)
    one = next((one for one in found if one.number == number and one.plan), None)
    if one is None or one.plan is None:
        words = _("There is no version {number} that can be read; see: readiness history {path}")
        tell(words.format(number=number, path=as_typed(args.file)))
        return 2
    if args.show is None and not args.output:
        return _bring_back(session, one)
    if args.output:
        target = with_ending(args.output, ".toml")
        session.file.write_copy(target, one.plan)
        tell(_("Version {n} is in {file}.").format(n=number, file=target.name))
        return 0
    for change in changes(one.plan, session.plan, session.template):
        say(wrapped(change.words, "- ", "  "))
    tell(_("This is what changed from version {n} to the plan as it is now.").format(n=number))
    return 0


def _bring_back(session: Session, one: Sitting) -> int:
    from readiness.app.operations.open_plan import keeper_of
    from readiness.app.operations.versions import restore

    effect = restore(keeper_of(session), one)
    if effect.saved is not None and not saved(effect.saved):
        return 2
    tell(effect.said)
    if effect.is_done:
        tell(_("The plan as it was is kept as the latest version."))
    return 0


def _list(found: list[Sitting]) -> int:
    from readiness.i18n.words import moment_words

    for one in found:
        head = f"{one.number:>3}  {moment_words(one.when):<24} "
        say(wrapped(one.words(SUMMED), head, " " * 30))
    if not found:
        tell(_("There is no version of this plan yet; each sitting leaves one."))
    return 0
