"""Say what is due in plans after their start."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.cli.arguments import add_flag, add_json, add_today
from readiness.cli.output import hand_over_json, say, tell, tell_problems, wrapped
from readiness.describe.after_start import due_head, due_line
from readiness.i18n.language import N_, _
from readiness.i18n.numerals import whole_number

if TYPE_CHECKING:
    from readiness.domain.followup.due import Due
    from readiness.storage.problems import Problem

DESCRIPTION = N_("""\
Say what is late, due or coming up in plans after their start.

Dates that the plan promises, without those that a record meets. A date that
nobody chose is never late. Takes several plans, folders, and patterns such as
*.toml.""")
EXAMPLE = N_("""\
examples:  readiness due plan.toml
           readiness due plans/ --within 14
           readiness due *.toml --quiet      (from cron: mails what is late)
           readiness due plan.toml --json --today 2027-08-16

exit codes: 0 nothing is late, 1 something is, 2 a file cannot be read""")

WITHIN = 14
"""Days ahead that are told unless another number is asked for; our default."""

MOST_WITHIN = 3650


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `readiness due`."""
    files = _("plans, folders with plans, or patterns")
    parser.add_argument("files", type=Path, nargs="+", metavar="PLAN.toml", help=files)
    days = _("days ahead that are told; {n} unless you say another").format(n=WITHIN)
    parser.add_argument("--within", type=_days, default=WITHIN, metavar=_("DAYS"), help=days)
    add_json(parser)
    quiet = _("print only what is late, and nothing where nothing is")
    add_flag(parser, "--quiet", quiet)
    add_today(parser)


def _days(text: str) -> int:
    days = whole_number(text, MOST_WITHIN)
    if days is not None:
        return days
    words = _('"{text}" is not a number of days').format(text=text)
    raise argparse.ArgumentTypeError(words)


def run(args: argparse.Namespace) -> int:
    """Print what is due in each plan; returns the exit code."""
    from readiness.storage.plan_text import plans_meant

    today = args.today or date.today()
    files, told, is_late, is_unread = plans_meant(args.files), [], False, False
    for path in files:
        found, problems = _due_in(path, today, args.within)
        is_late = is_late or any(one.state == "late" for one in found)
        is_unread = tell_problems(problems) or is_unread
        told.append({"file": str(path), "due": [_json(one) for one in found],
                     "problems": [one.model_dump() for one in problems]})  # fmt: skip
        if not args.json:
            _print(path if len(files) > 1 else None, found, is_quiet=args.quiet)
    if args.json:
        hand_over_json({"format": 1, "today": today.isoformat(), "plans": told})
    elif not files:
        tell(_("There is no plan there."))
    return 2 if is_unread or not files else 1 if is_late else 0


def _due_in(path: Path, today: date, within: int) -> tuple[list[Due], list[Problem]]:
    """What is due in a plan, and what cannot be read of it."""
    from readiness.domain.followup.agenda import due_of
    from readiness.storage.plan_file import PlanFile
    from readiness.storage.problems import UnreadablePlan
    from readiness.storage.templates import Library

    try:
        file = PlanFile.open(path, Library())
    except UnreadablePlan as unreadable:
        return [], list(unreadable.problems)
    return due_of(file.plan, file.template, today, within), list(file.problems)


def _print(path: Path | None, found: list[Due], *, is_quiet: bool) -> None:
    shown = [one for one in found if one.state == "late" or not is_quiet]
    name = f"{path}: " if path is not None else ""
    for one in shown:
        head = "" if is_quiet else f"{due_head(one):<10} "
        say(wrapped(f"{name}{due_line(one)}", head, " " * len(head)))
    if not shown and not is_quiet:
        words = _("Nothing is due.")
        say(wrapped(f"{name}{words}"))


def _json(one: Due) -> dict[str, object]:
    where = {name: value for name, value in vars(one.ref).items() if value}
    return {
        "kind": one.kind,
        "state": one.state,
        "day": one.day.isoformat(),
        "days": one.days,
        "what": one.what,
        "where": where,
    }
