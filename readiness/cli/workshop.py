"""Run a workshop in which several people answer the checklists."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from readiness.cli.arguments import (
    add_day,
    add_flag,
    add_json,
    add_language,
    add_output,
    add_plan,
    add_vote,
    add_word,
    add_workshop,
)
from readiness.describe.not_done import why
from readiness.domain.ratings.disclosure import SMALLEST
from readiness.i18n.language import N_, _
from readiness.i18n.numerals import whole_number
from readiness.i18n.words import first_down, first_up

DESCRIPTION = N_("""\
Run a workshop in which several people answer the checklists.

Ask several people the questions of a plan, show how far apart they are, and
keep what the room agrees on. Answers come in as files, one a person. Until
collecting is closed nothing is shown but how many answered; afterwards only
counts of groups that are large enough. Facts are never voted on.""")
EXAMPLE = N_("""\
examples:  readiness workshop new plan.toml -o riverside.workshop.toml \\
             --roles leader=1,practitioner=5 --set gap,topics --closes "1 dec"
           readiness workshop forms riverside.workshop.toml --to html,pdf
           readiness workshop gather riverside.workshop.toml answers
           readiness workshop gather riverside.workshop.toml answers --close
           readiness workshop room riverside.workshop.toml
           readiness workshop reveal riverside.workshop.toml
           readiness workshop agree riverside.workshop.toml GOAL-09 partly \\
             --reason "Heard since October" --against 2
           readiness workshop finish riverside.workshop.toml answers

exit codes: 0 fine; 1 something does not count (gather), answers lie apart
(reveal), something has to be said first (agree, finish), or then and now
differ (compare); 2 wrong use, or a file that cannot be read or written""")


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `readiness workshop`."""
    actions = parser.add_subparsers(dest="action", metavar=first_down(_("What")), required=True)
    for name, (words, add) in _ACTIONS.items():
        one = actions.add_parser(name, help=_(words), description=f"{first_up(_(words))}.")
        add_language(one)
        if name not in ("new", "compare"):
            add_workshop(one)
        add(one)


def _item(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("item", metavar=_("Question").upper(), help=_("its id, such as GOAL-09"))


def _folders(parser: argparse.ArgumentParser) -> None:
    words = _("folders or files with answers; without any, beside the workshop's file")
    parser.add_argument("places", type=Path, nargs="*", metavar=_("folder").upper(), help=words)


def _add_new(one: argparse.ArgumentParser) -> None:
    add_plan(one, "plan")
    one.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="NAME.workshop.toml",
        help=_("the file to make"),
    )
    one.add_argument(
        "--roles",
        required=True,
        metavar=_("Role").upper() + "=N,...",
        help=_("who is asked: leader, practitioner, supervisor, user, level_above, other"),
    )
    one.add_argument(
        "--set",
        dest="wanted",
        default="gap",
        metavar=_("SETS"),
        help=_("topics, gap, short, full, or questions by their ids, joined by commas (gap)"),
    )
    add_day(one, "--closes", _("until when people are asked to answer"))
    words = _("by the group's own wish: views stand under roles")
    add_flag(one, "--open", words)
    add_flag(one, "--leader-agreed", _("the one leader agreed, in writing, to be seen as one"))
    add_word(one, "--facilitator", _("Who"), _("who runs it, by initials or role"))
    words = _("the smallest group that is shown, 3 to 12 (3); sensitive questions take 5 or more")
    one.add_argument("--smallest", type=int, default=SMALLEST, metavar="N", help=words)


def _add_forms(one: argparse.ArgumentParser) -> None:
    _add_pack(one, ("html", "pdf", "docx", "xlsx", "csv"), "html,pdf")
    add_vote(one)


def _add_pack(
    one: argparse.ArgumentParser, kinds: tuple[str, ...] = ("pdf", "docx"), usual: str = "pdf"
) -> None:
    one.add_argument(
        "--to",
        default=usual,
        metavar=_("FORMATS"),
        help=_("{kinds}, joined by commas ({usual})").format(kinds=", ".join(kinds), usual=usual),
    )
    add_output(one, _("where they are made; else beside the workshop's file"), is_folder=True)


def _add_gather(one: argparse.ArgumentParser) -> None:
    _folders(one)
    add_flag(one, "--count", _("say only how many answered"))
    add_flag(one, "--close", _("end collecting, so that answers may be shown"))
    add_vote(one)


def _add_type(one: argparse.ArgumentParser) -> None:
    add_output(one, _("where they are made; else beside the workshop's file"), is_folder=True)
    add_vote(one)


def _add_agree(one: argparse.ArgumentParser) -> None:
    _item(one)
    one.add_argument(
        "answer", metavar=_("answer").upper(), help=_("yes, partly, no, not sure, an option")
    )
    add_word(one, "--reason", _("TEXT"), first_down(_("Why")))
    one.add_argument(
        "--against",
        type=_people,
        default=0,
        metavar="N",
        help=_("how many did not support it; nobody is named"),
    )
    add_day(one, "--look-again", _("when to look again"))
    add_flag(one, "--yes", _("agree though a third or more say no or not sure"))
    add_flag(one, "--leader-decides", _("the leader decides it against the practitioners' answer"))


def _people(text: str) -> int:
    """How many people, from 0 on."""
    people = whole_number(text)
    if people is not None:
        return people
    raise argparse.ArgumentTypeError(why("no-number", text=text))


def _add_missing(one: argparse.ArgumentParser) -> None:
    one.add_argument("what", metavar=_("TEXT"), help=first_down(_("What nobody knew")))
    add_word(one, "--who", _("Who"), first_down(_("Who finds out")))
    add_day(one, "--by", first_down(_("By when")))
    add_word(one, "--item", _("Question"), _("the question"))


def _add_finish(one: argparse.ArgumentParser) -> None:
    _folders(one)
    add_flag(one, "--keep", _("keep the answers files"))


def _add_compare(one: argparse.ArgumentParser) -> None:
    one.add_argument("file", type=Path, metavar="THEN.workshop.toml", help=_("the earlier one"))
    one.add_argument("later", type=Path, metavar="NOW.workshop.toml", help=_("the later one"))
    add_json(one)


_ACTIONS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], object]]] = {
    "new": (N_("make a workshop for a plan"), _add_new),
    "forms": (N_("make the forms of each role, and the invitation"), _add_forms),
    "pack": (N_("make the facilitator's papers"), _add_pack),
    "gather": (N_("look over the answers that came in; --close ends collecting"), _add_gather),
    "type": (N_("take answers typed from paper, a line a person"), _add_type),
    "reveal": (N_("say how the answers lie, furthest apart first"), add_json),
    "agree": (N_("keep what the room agrees on at one question"), _add_agree),
    "park": (N_("put a question off"), _item),
    "missing": (N_("keep what nobody knew, and who finds out"), _add_missing),
    "dots": (N_("count the dots on actions, a line a person"), lambda _one: None),
    "room": (
        N_("the whole workshop on the screens, from what came in to the plan"),
        lambda _one: None,
    ),
    "finish": (N_("write the workshop into the plan"), _add_finish),
    "compare": (N_("hold two workshops side by side"), _add_compare),
}
"""What can be done: what it is, and what adds its arguments beside the workshop's file."""


def run(args: argparse.Namespace) -> int:
    """Do the step of the workshop that is named; returns the exit code."""
    from readiness.cli import workshop_acts

    return workshop_acts.ACTS[args.action](args)
