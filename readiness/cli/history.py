"""List what a plan was at each sitting, and bring it back."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from readiness.cli.arguments import add_output, add_plan
from readiness.cli.spoken import as_typed, say, tell, with_ending, wrapped
from readiness.i18n.language import N_, _

if TYPE_CHECKING:
    from readiness.domain.checklist.template import Template
    from readiness.domain.plan.plan import Plan
    from readiness.storage.history import Snapshot

DESCRIPTION = N_("""\
List what a plan was at each sitting, and bring it back.

List the snapshots that each sitting left of a plan, with what changed; show
one, or bring it back. They are kept on this computer, in your own state
folder. What was the plan until then is kept as a snapshot too.""")
EXAMPLE = N_("""\
examples:  readiness history plan.toml
           readiness history plan.toml --show 3
           readiness history plan.toml --bring-back 3
           readiness history plan.toml --bring-back 3 -o before.toml

exit codes: 0 fine, 2 there is no such snapshot, or a file cannot be read or
written""")

SUMMED = 3
"""Changes that the list names of each snapshot."""


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `readiness history`."""
    add_plan(parser)
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--show", type=int, metavar="N", help=_("say what differs from now"))
    either.add_argument("--bring-back", type=int, metavar="N", help=_("make it the plan again"))
    add_output(parser, _("bring it back into a new file"))


def run(said: argparse.Namespace) -> int:
    """List the snapshots, show one, or bring one back; returns the exit code."""
    from datetime import datetime

    from readiness.domain.versions.changes import changes
    from readiness.storage.history import History, plan_of
    from readiness.storage.memory import default_folder
    from readiness.storage.plan_file import PlanFile
    from readiness.storage.templates import Library

    file = PlanFile.open(said.file, Library())
    history = History(default_folder(), said.file)
    taken = history.snapshots()
    if said.output and said.bring_back is None:
        tell(_("-o goes with --bring-back alone. Nothing was written."))
        return 2
    number = said.show if said.show is not None else said.bring_back
    if number is None:
        return _list(taken, file.template)
    plan = plan_of(taken[number - 1], file.template) if 0 < number <= len(taken) else None
    if plan is None:
        tell(
            _(
                "There is no snapshot {number} that can be read; see: readiness history {path}"
            ).format(number=number, path=as_typed(said.file))
        )
        return 2
    if said.show is not None:
        for one in changes(plan, file.plan, file.template):
            say(wrapped(one.words, "- ", "  "))
        words = _("This is what changed from snapshot {n} to the plan as it is now.")
        tell(words.format(n=number))
    elif said.output:
        target = with_ending(said.output, ".toml")
        file.write_copy(target, plan)
        tell(_("Snapshot {n} is in {file}.").format(n=number, file=target.name))
    else:
        history.begin(datetime.now())  # noqa: DTZ005 - the person's own clock
        file.write(plan)
        words = _("Snapshot {n} is the plan again; the plan as it was is kept as the latest one.")
        tell(words.format(n=number))
    return 0


def _list(taken: list[Snapshot], template: Template) -> int:
    from readiness.domain.versions.changes import changes
    from readiness.i18n.words import date_words
    from readiness.storage.history import plan_of

    before: Plan | None = None
    for number, one in enumerate(taken, 1):
        plan = plan_of(one, template)
        what = _("cannot be read") if plan is None else _("the first one")
        if plan is not None and before is not None:
            found = [change.words for change in changes(before, plan, template)]
            left = len(found) - SUMMED
            more = "; " + _("and {n} more").format(n=left) if left > 0 else ""
            what = ("; ".join(found[:SUMMED]) + more) or _("no answer changed")
        before = plan or before
        when = f"{date_words(one.when)} {one.when:%H:%M}"
        say(wrapped(what, f"{number:>3}  {when:<24} ", " " * 30))
    if not taken:
        tell(_("There are no snapshots of this plan yet; each sitting leaves one."))
    return 0
