"""Say what differs between two plans."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.cli.arguments import add_json
from readiness.cli.output import hand_over_json, say, tell, tell_problems, wrapped
from readiness.i18n.language import N_, _, n_

if TYPE_CHECKING:
    from readiness.domain.followup.promises import Promise
    from readiness.domain.versions.changes import Change
    from readiness.storage.plan_file import PlanFile

DESCRIPTION = N_("""\
Say what differs between two plans.

Question by question, in words: what was added, taken out or changed on the way
from the first to the second.""")
EXAMPLE = N_("""\
examples:  readiness diff before.toml after.toml
           readiness diff before.toml after.toml --json
           readiness diff plan.toml --since start

exit codes: 0 nothing differs, 1 something does, 2 a file (or a part of it)
cannot be read""")


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `readiness diff`."""
    parser.add_argument("before", type=Path, metavar=_("BEFORE.toml"), help=_("the earlier plan"))
    later = _("the later plan; left out with --since")
    parser.add_argument("after", type=Path, nargs="?", metavar=_("AFTER.toml"), help=later)
    since = _("what differs since the first day that this plan keeps")
    parser.add_argument("--since", choices=["start"], help=since)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Print what differs between two plans; returns the exit code."""
    from readiness.app.operations.record import first_day
    from readiness.storage.plan_file import PlanFile
    from readiness.storage.templates import Library

    if (args.after is None) == (args.since is None):
        tell(_("Name two plans, or one plan and --since start."))
        return 2
    library = Library()
    if args.since:
        after = PlanFile.open(args.before, library)
        before = first_day(after, library)
    else:
        before, after = (PlanFile.open(path, library) for path in (args.before, args.after))
    return _told_differences(before, after, is_json=args.json, is_since=bool(args.since))


def _told_differences(before: PlanFile, after: PlanFile, *, is_json: bool, is_since: bool) -> int:
    from readiness.describe.after_start import promise_line
    from readiness.domain.versions.changes import changes

    found = changes(before.plan, after.plan, after.template)
    promised = _promised(after) if is_since else []
    if is_json:
        whole = {"format": 1, "changes": [_told(one) for one in found]}
        if is_since:
            whole["promises"] = [one.model_dump() for one in promised]
        hand_over_json(whole)
    else:
        for promise in promised:
            say(wrapped(promise_line(promise), "* ", "  "))
        for one in found:
            say(wrapped(one.words, "- ", "  "))
        words = n_("{n} difference.", "{n} differences.", len(found)).format(n=len(found))
        tell(words if found else _("Nothing differs."))
    is_unread = tell_problems((*before.problems, *after.problems))
    return 2 if is_unread else 1 if found else 0


def _promised(file: PlanFile) -> list[Promise]:
    """What became of what the first day promised."""
    from readiness.domain.followup.case import case_of
    from readiness.domain.followup.promises import promises

    case = case_of(file.plan, file.template, date.today())
    return promises(case) if case else []


def _told(change: Change) -> dict[str, object]:
    """A change as JSON has it, with its place as in the plan's file."""
    return {"place": change.ref.path, **change.model_dump(exclude={"ref"})}
