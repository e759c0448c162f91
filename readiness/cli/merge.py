"""Merge two plans that grew from one, answer by answer."""

from __future__ import annotations

import argparse
from pathlib import Path

from readiness.cli.arguments import add_output
from readiness.cli.output import tell, tell_problems, with_ending, wrapped
from readiness.i18n.language import N_, _

DESCRIPTION = N_("""\
Merge two plans that grew from one, answer by answer.

What only one side changed is kept; where both changed the same answer, ours
stays in the file and both answers are listed. The result is written into OURS,
or where -o says. Also a merge driver for git.""")
EXAMPLE = N_("""\
examples:  readiness merge base.toml ours.toml theirs.toml -o merged.toml
           git config merge.readiness.driver \\
             "readiness merge %O %A %B --at %P"

exit codes: 0 merged, 1 merged with conflicts (listed), 2 a file cannot be read
or written""")


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `readiness merge`."""
    parser.add_argument("base", type=Path, metavar=_("BASE"), help=_("what both grew from"))
    parser.add_argument("ours", type=Path, metavar=_("OURS"), help=_("our side; holds the result"))
    parser.add_argument("theirs", type=Path, metavar=_("Theirs").upper(), help=_("their side"))
    add_output(parser, _("a new file for the result"))
    parser.add_argument(
        "--at",
        type=Path,
        metavar="PLAN.toml",
        help=_("where the plan belongs, if these files lie elsewhere (git: %%P)"),
    )


def run(args: argparse.Namespace) -> int:
    """Merge two versions of a plan by the one both come from; returns the exit code."""
    from readiness.app.operations.versions import merge_files
    from readiness.describe.difference import merged_details

    target = with_ending(args.output, ".toml") if args.output else None
    merged, wrong = merge_files(args.base, args.ours, args.theirs, belongs=args.at, target=target)
    if tell_problems(wrong):
        tell(_("Nothing was merged: what is not understood would be lost."))
        return 2
    details = merged_details(merged)
    wide = max((len(one.label) for one in details), default=0) + 2
    for one in details:
        tell(wrapped(one.text, f"{one.label:<{wide}}", " " * wide))
    return 1 if merged.conflicts else 0
