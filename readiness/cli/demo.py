"""Open a copy of the worked example."""

import argparse
from datetime import date

from readiness.cli.arguments import add_flag, add_today
from readiness.cli.output import as_typed, hand_over, tell
from readiness.cli.screens import has_terminal, is_refused, no_terminal
from readiness.i18n.language import N_, _

DESCRIPTION = N_("""\
Open a copy of the worked example.

It is the plan of an invented service, filled in by a thoughtful but not
perfect leader. Nothing can be spoiled.""")
EXAMPLE = N_("""\
examples:  readiness demo
           readiness demo --after      (one year after its start)
           readiness demo --only-copy
           readiness check "$(readiness demo --only-copy)"

exit codes: 0 fine, 2 there is no terminal to show it in""")


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `readiness demo`."""
    after = _("the example one year after its start, with dates moved to today")
    add_flag(parser, "--after", after)
    add_today(parser)
    add_flag(parser, "--only-copy", _("print where the copy is, and stop"))


def run(args: argparse.Namespace) -> int:
    """Copy the worked example and open the copy; returns the exit code."""
    from readiness.storage.example import clear_copy, example_copy, example_year_copy

    path = example_year_copy(args.today or date.today()) if args.after else example_copy()
    if args.only_copy:
        hand_over(str(path))
        return 0
    if not has_terminal():
        return no_terminal(as_typed(path))
    if is_refused(as_typed(path)):
        return 2
    from readiness.tui.launch import run_app

    code = run_app(path)
    if not clear_copy(path):
        tell(_("The copy you worked on is {path}").format(path=path))
    return code
