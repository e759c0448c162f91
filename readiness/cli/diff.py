"""Say what differs between two plans."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.cli.spoken import hand_over, say, tell, wrapped
from readiness.i18n.language import N_, _, n_

if TYPE_CHECKING:
    from readiness.domain.versions.changes import Change

SUMMARY = N_("Say what differs between two plans.")
DESCRIPTION = N_("""\
Say what differs between two plans, question by question, in words: what was
added, taken out or changed on the way from the first to the second.""")
EXAMPLE = N_("""\
examples:  readiness diff before.toml after.toml
           readiness diff before.toml after.toml --json

exit codes: 0 nothing differs, 1 something does, 2 a file (or a part of it)
cannot be read""")


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("before", type=Path, metavar=_("BEFORE.toml"), help=_("the earlier plan"))
    parser.add_argument("after", type=Path, metavar=_("AFTER.toml"), help=_("the later plan"))
    parser.add_argument("--json", action="store_true", help=_("print JSON for programs"))


def run(said: argparse.Namespace) -> int:
    """Print what differs."""
    from readiness.domain.versions.changes import changes
    from readiness.storage.plan_file import PlanFile
    from readiness.storage.templates import Library

    before, after = (PlanFile.open(path, Library()) for path in (said.before, said.after))
    found = changes(before.plan, after.plan, after.template)
    if said.json:
        whole = {"format": 1, "changes": [_told(one) for one in found]}
        hand_over(json.dumps(whole, indent=2))
    else:
        for one in found:
            say(wrapped(one.words, "- ", "  "))
        words = n_("{n} difference.", "{n} differences.", len(found)).format(n=len(found))
        tell(words if found else _("Nothing differs."))
    for problem in (*before.problems, *after.problems):
        tell(problem.words())
    if any(problem.severity == "error" for problem in (*before.problems, *after.problems)):
        return 2
    return 1 if found else 0


def _told(change: Change) -> dict[str, object]:
    """A change as JSON has it, with its place as in the plan's file."""
    return {"place": change.ref.path, **change.model_dump(exclude={"ref"})}
