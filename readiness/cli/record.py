"""Record what happened after the start."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from readiness.cli.arguments import add_plan, add_today, opened
from readiness.cli.output import saved, tell
from readiness.i18n.language import N_, _

if TYPE_CHECKING:
    from readiness.app.session import Session

DESCRIPTION = N_("""\
Record what happened after the start.

A month of counts, a check-in, a barrier, a result, a fidelity review, a score,
an adaptation, a decision, or who joined or left. Counts are of the whole team;
nothing is kept of a single patient.""")
EXAMPLE = N_("""\
keys are those of the plan file; a value is written as in a form, and `key=`
takes one out. Numbered records take their number, or new.

examples:
  readiness record plan.toml month 2027-07 asked=4 said_yes=2 started=1
  readiness record plan.toml check-in 2027-08-02 held=yes leader_there=no
  readiness record plan.toml barrier new what="No room" raised_on=2027-08-02
  readiness record plan.toml result 2027-07-12 measured=7 improved=4
  readiness record plan.toml review 2027-07-12 scale=imr_fidelity raters=NR,KH
  readiness record plan.toml score 2027-07-12 coping NR=3 KH=1 settled=2
  readiness record plan.toml adaptation new what="Shorter" core_kept=yes
  readiness record plan.toml decision 2028-02-14 decision="go on"
  readiness record plan.toml person CD left=2027-08-15
  readiness record plan.toml milestone        (this check was redone today)

exit codes: 0 recorded, 2 nothing was: it says why""")


MILESTONE = "milestone"
"""Keeps the plan as it stands today: the check was redone."""


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `readiness record`."""
    add_plan(parser)
    words = _("what kind of record, which one, and key=value for each field")
    parser.add_argument("words", nargs="+", metavar=_("entry").upper(), help=words)
    add_today(parser)


def run(args: argparse.Namespace) -> int:
    """Write what happened after the start into the plan; returns the exit code."""
    from readiness.app.operations.open_plan import keeper_of
    from readiness.app.operations.record import doubted, keep_day_one, record, understood
    from readiness.describe.after_start import not_recorded
    from readiness.domain.kinds.value import InvalidValue

    session = opened(args)
    if args.words == [MILESTONE]:
        return _milestone(session)
    typed = understood(session, args.words)
    if isinstance(typed, InvalidValue):
        tell(not_recorded(typed))
        return 2
    kept = keep_day_one(session)
    effect = record(session, typed)
    if not effect.is_done:
        tell(effect.said)
        return 2
    if not saved(keeper_of(session).save()):
        return 2
    for words in filter(None, (kept, effect.said, *doubted(session, typed.place))):
        tell(words)
    return 0


def _milestone(session: Session) -> int:
    """Keep the plan as it stands today."""
    from readiness.app.operations.open_plan import keeper_of
    from readiness.app.operations.record import can_keep, keep_day_one, keep_milestone
    from readiness.describe.after_start import not_begun

    if not can_keep(session):
        tell(not_begun())
        return 2
    kept, effect = keep_day_one(session), keep_milestone(session)
    if not saved(keeper_of(session).save()):
        return 2
    for words in filter(None, (kept, effect.said)):
        tell(words)
    return 0
