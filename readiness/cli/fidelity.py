"""Compare the raters of a fidelity review, and say what it came to."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.cli.arguments import add_json, add_plan, add_today, add_word, day_given, opened
from readiness.cli.output import hand_over_json, saved, say, tell, wrapped
from readiness.i18n.language import N_, _

if TYPE_CHECKING:
    from readiness.app.session import Session

DESCRIPTION = N_("""\
Compare the raters of a fidelity review, and say what it came to.

Show the scores of a fidelity review to each other once every rater has
finished, and compare them: the widest gap first, what is settled, and what the
review came to. Before that only who has finished is told.""")
EXAMPLE = N_("""\
examples:
  readiness record plan.toml review 2027-07-12 scale=imr_fidelity raters=NR,KH
  readiness rate plan.toml --review 2027-07-12 --rater KH
  readiness fidelity plan.toml 2027-07-12                  (who has finished)
  readiness fidelity plan.toml 2027-07-12 --take-in *.answers.toml
  readiness record plan.toml score 2027-07-12 coping settled=2 reason="..."
  readiness record plan.toml score 2027-07-12 coping advice="Role play"
  readiness fidelity plan.toml 2027-07-12 --adopt coping
  readiness record plan.toml score 2027-07-12 handouts declined="..."

exit codes: 0 fine, 2 a file cannot be read, or the ratings are not finished""")


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `readiness fidelity`."""
    add_plan(parser)
    parser.add_argument(
        "day", type=day_given, metavar=_("Day").upper(), help=_("the day of the review")
    )
    files = _("the raters' files, all of them at once")
    parser.add_argument("--take-in", type=Path, nargs="+", metavar=_("FILE"), help=files)
    early = _("why the scores are shown before all have finished")
    add_word(parser, "--early", _("Why"), early)
    adopt = _("make an action of the advice on a criterion, by its id or its number")
    add_word(parser, "--adopt", _("Criterion"), adopt)
    add_json(parser)
    add_today(parser)


def run(args: argparse.Namespace) -> int:
    """Take ratings in, adopt advice, or compare the raters; returns the exit code."""
    from readiness.app.operations.fidelity import adopt_advice, not_shown, take_in
    from readiness.app.operations.open_plan import keeper_of
    from readiness.domain.kinds.value import InvalidValue

    if args.early and not args.take_in:
        tell(_("--early goes with --take-in alone. Nothing is shown."))
        return 2
    if args.adopt and args.json:
        tell(_("--adopt prints no JSON: leave out one of them. Nothing is changed."))
        return 2
    session = opened(args)
    if args.take_in:
        found = take_in(session, args.day, args.take_in, args.early)
        if isinstance(found, InvalidValue):
            tell(not_shown(found))
            return 2
        if not saved(keeper_of(session).save()):
            return 2
        tell(found.said)
    if args.adopt:
        effect = adopt_advice(session, args.day, args.adopt)
        tell(effect.said)
        return 0 if effect.is_done and saved(keeper_of(session).save()) else 2
    return _told(session, args.day, is_json=args.json)


def _told(session: Session, day: date, *, is_json: bool) -> int:
    from readiness.app.operations.fidelity import standing_of_raters
    from readiness.describe.fidelity import coefficients, comparison_lines, no_review

    review = day.isoformat()
    fields = session.plan.fidelity.get(review)
    if fields is None:
        tell(no_review(review))
        return 2
    if "revealed_on" not in fields:
        _tell_standing(review, standing_of_raters(session, day), is_json=is_json)
        return 0
    lines = list(comparison_lines(session.plan, session.template, review))
    if is_json:
        rows = {key: dict(row) for key, row in session.plan.scores.get(review, {}).items()}
        whole = {"format": 1, "review": review, "lines": lines, "scores": rows}
        hand_over_json({**whole, "research": coefficients(session.plan)})
        return 0
    for line in lines:
        say(wrapped(line, "- ", "  "))
    return 0


def _tell_standing(review: str, standing: list[tuple[str, bool | None]], *, is_json: bool) -> None:
    """Say who has finished: before the scores are shown to each other nothing else is told."""
    from readiness.describe.fidelity import finished_words

    if is_json:
        raters = [{"rater": who, "finished": bool(finished)} for who, finished in standing]
        hand_over_json({"format": 1, "review": review, "raters": raters})
        return
    for who, finished in standing:
        say(wrapped(finished_words(who, finished=bool(finished))))
