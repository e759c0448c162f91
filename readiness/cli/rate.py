"""Answer the questions of a workshop as one person."""

from __future__ import annotations

import argparse
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.cli.arguments import (
    add_flag,
    add_output,
    add_vote,
    add_word,
    add_workshop,
    day_given,
    opened,
)
from readiness.cli.output import tell
from readiness.i18n.language import N_, _, n_

if TYPE_CHECKING:
    from readiness.app.operations.workshop import Room
    from readiness.domain.ratings.rater_answers import RaterAnswers
    from readiness.line.console import Console

DESCRIPTION = N_("""\
Answer a workshop, or rate fidelity, as one person.

Answer what a workshop asks of your role, on the screen or with --plain in
plain lines. Your answers are one file with a code drawn at random and no name,
time or computer; send it to the person who runs the workshop. With --kiosk one
laptop is passed round.

With --review, rate a fidelity review of a plan instead, alone: your scores are
a file of your own beside the plan, and are shown once every rater has
finished.""")
EXAMPLE = N_("""\
examples:  readiness rate riverside.workshop.toml
           readiness rate riverside.workshop.toml --role practitioner
           readiness rate riverside.workshop.toml -o t9xv4mqe.answers.toml
           readiness rate riverside.workshop.toml --kiosk -o answers
           readiness rate plan.toml --review 2027-07-12 --rater KH

exit codes: 0 fine; 2 a file that cannot be read or written""")


def prepare_parser(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `readiness rate`."""
    add_workshop(parser)
    add_word(parser, "--role", _("Role"), _("practitioner, supervisor, user ..."))
    add_output(parser, _("the answers file, also one that was begun; or a folder for it"))
    parser.add_argument(
        "--review", type=day_given, metavar=_("Day").upper(), help=_("the day of a fidelity review")
    )
    add_word(parser, "--rater", _("Rater"), _("who rates it, by initials or role"))
    add_flag(parser, "--kiosk", _("one laptop is passed round"))
    add_flag(parser, "--plain", _("in plain lines, also where there are screens"))
    add_vote(parser, None)


def run(args: argparse.Namespace) -> int:
    """Ask one person, or one after another on the same machine; returns the exit code."""
    from readiness.app.operations.workshop import open_room
    from readiness.cli.ask import console_here
    from readiness.cli.output import give_up
    from readiness.line.console import Leave

    told = _unfit(args)
    if told:
        tell(told)
        return 2
    if args.review:
        return _fidelity(args)
    lost: list[OSError] = []
    room, console, code = open_room(args.file), console_here(lost), 0
    with suppress(Leave):
        ask = _pass_round if args.kiosk else _one_person
        code = ask(args, room, console)
    if lost:
        give_up(lost[0])
    return 2 if console.is_stopped else code


def _unfit(args: argparse.Namespace) -> str:
    """Which options were given that would change nothing, in a sentence; empty where none was."""
    from readiness.i18n.words import listed

    names: tuple[str, ...] = ("rater",)
    words = _("{options} goes with --review alone.")
    if args.review:
        names = ("role", "output", "kiosk", "plain", "vote")
        words = _("--review takes no {options}: nothing was rated.")
    given = [f"--{name}" for name in names if getattr(args, name)]
    if given:
        return words.format(options=listed(given))
    is_lost = args.kiosk and args.role
    return _("--kiosk asks everyone for their role: leave out --role.") if is_lost else ""


def _fidelity(args: argparse.Namespace) -> int:
    """Have one person rate a fidelity review."""
    from readiness.app.operations.fidelity import begin_rating
    from readiness.cli.ask import console_here
    from readiness.domain.kinds.value import InvalidValue
    from readiness.line.rating import rate_alone

    rating = begin_rating(opened(args), args.review, args.rater)
    if isinstance(rating, InvalidValue):
        words = _("Nothing is rated: {why}; {todo}.")
        tell(words.format(why=rating.why, todo=rating.todo))
        return 2
    lost: list[OSError] = []
    console = console_here(lost)
    rating = rate_alone(console, rating)
    if rating.path.exists():
        tell(_("Your scores are in {file}.").format(file=rating.path.name))
    else:
        tell(_("Nothing was scored, so there is no file."))
    return 2 if console.is_stopped or lost else 0


def _pass_round(args: argparse.Namespace, room: Room, console: Console) -> int:
    """Ask one person after another; returns the exit code."""
    from readiness.line.rating import pass_round

    vote = args.vote or 1
    _tell_late(room, vote)
    folder: Path = args.output or args.file.parent
    _look_for(folder)
    if args.plain or not _has_screens():
        code, (finished, left) = 0, pass_round(room, console, folder, _clear, vote)
    else:
        from readiness.tui.launch import run_kiosk

        code, (finished, left) = run_kiosk(room, folder, vote)
    tell(_("Answered: {n}.").format(n=finished))
    if left:
        words = n_(
            "{n} person left before the last question: what was answered counts.",
            "{n} people left before the last question: what was answered counts.",
            left,
        )
        tell(words.format(n=left))
    return code


def _tell_late(room: Room, vote: int) -> None:
    from readiness.describe.workshop import comes_late

    if room.workshop.is_closed and vote == 1:
        tell(comes_late())


def _one_person(args: argparse.Namespace, room: Room, console: Console) -> int:
    """Ask one person; returns the exit code. Raises Leave before a role is named."""
    from readiness.app.operations import rating
    from readiness.app.operations.workshop import NotDone
    from readiness.app.operations.workshop_collect import blank_answers
    from readiness.describe.not_done import why
    from readiness.domain.checklist.rater import ROLES, role_meant
    from readiness.line.rating import answer_one, ask_role

    answers: RaterAnswers | None
    place: Path = args.output or args.file.parent
    role = role_meant(args.role)
    if args.role and not role:
        raise NotDone(why("no-role", text=args.role, roles=", ".join(ROLES)))
    if place.is_file():
        answers = rating.resume(room, place, args.vote, role)
        vote = answers.vote
        _tell_late(room, vote)
    else:
        _look_for(place.parent if place.suffix == ".toml" else place)
        vote = args.vote or 1
        _tell_late(room, vote)
        answers = blank_answers(room, role, vote) if role else None
    code = 0
    if args.plain or not _has_screens():
        answers = answers or blank_answers(room, ask_role(room, console), vote)
        place = rating.place_of(place, answers)
        answers = answer_one(room, console, place, answers)
    else:
        from readiness.tui.launch import run_rating

        code, place, answers = run_rating(room, place, answers, vote)
    _tell_what_to_do(args.file, room, place, answers)
    return code


def _has_screens() -> bool:
    """Whether this terminal shows screens; else plain lines do the same."""
    from readiness.cli.screens import has_terminal, prints_lines_only

    return has_terminal() and not prints_lines_only()


def _tell_what_to_do(file: Path, room: Room, place: Path, answers: RaterAnswers | None) -> None:
    """How to go on, or where to send the answers; nothing where nothing was said."""
    from readiness.line.rating import line_of

    if answers is None or not answers.said:
        return
    if not answers.finished:
        words = _(
            "Not finished; what was answered is kept. To go on: readiness rate {room} -o {file}"
        )
        tell(words.format(room=file, file=place))
    else:
        tell(_("Send {file} to the person who runs the workshop.").format(file=place.name))
        tell(_("Or paste this line into a mail: {line}").format(line=line_of(room, answers)))


def _look_for(folder: Path) -> None:
    """Raise NotDone where a folder for answers is not there, before anything is asked."""
    from readiness.app.operations.workshop import NotDone
    from readiness.describe.not_done import why

    if not folder.is_dir():
        raise NotDone(why("no-folder", name=str(folder)))


def _clear() -> None:
    """Take what was answered from the screen, and from what can be scrolled back to."""
    if sys.stdout.isatty():
        sys.stdout.write("\x1b[2J\x1b[3J\x1b[H")
        sys.stdout.flush()
