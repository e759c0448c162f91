"""What `readiness workshop` does: one function for each of its words."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

from readiness.app.operations import workshop as rooms
from readiness.app.operations import workshop_collect, workshop_finish, workshop_forms
from readiness.app.operations.workshop import NotDone
from readiness.app.operations.workshop_forms import FormKind
from readiness.cli.output import as_typed, hand_over, lines_given, say, tell, wrapped
from readiness.cli.workshop_json import as_text, shown_json, sides_json
from readiness.describe import reveal as shown
from readiness.describe import workshop as told
from readiness.describe.not_done import why
from readiness.describe.workshop_record import missing_told
from readiness.domain.checklist.rater import ROLES, role_meant, role_words
from readiness.domain.ratings.questions import answer_meant
from readiness.domain.ratings.workshop import Agreed
from readiness.i18n.language import _, n_
from readiness.i18n.numerals import whole_number
from readiness.i18n.words import listed

Kind = TypeVar("Kind", bound=FormKind)

MOST_ASKED = 500
"""People of one role."""


def _new(args: argparse.Namespace) -> int:
    roles = _roles(args.roles)
    invitation = rooms.Invitation(
        roles=roles,
        wanted=[one.strip() for one in args.wanted.split(",") if one.strip()],
        closes=args.closes,
        mode="open" if args.open else "blind",
        leader_agreed=args.leader_agreed,
        facilitator=args.facilitator,
        smallest=args.smallest,
    )
    made = rooms.prepare(args.plan, args.output, invitation, date.today())
    words = n_(
        "{file} is made: {n} question, {people} people. Answers go to you, never through the "
        "leader.",
        "{file} is made: {n} questions, {people} people. Answers go to you, never through the "
        "leader.",
        len(made.workshop.asked),
    )
    people = sum(roles.values())
    tell(words.format(file=args.output.name, n=len(made.workshop.asked), people=people))
    return 0


def _roles(given: str) -> dict[str, int]:
    found = dict[str, int]()
    for one in given.split(","):
        name, _is, many = (part.strip() for part in one.partition("="))
        role, count = role_meant(name), whole_number(many, MOST_ASKED)
        if not role or not count:
            words = _("--roles: {one} is not a role and a number, such as practitioner=5; {roles}.")
            raise NotDone(words.format(one=one.strip() or '""', roles=", ".join(ROLES)))
        if role in found:
            raise NotDone(_("--roles: {role} stands there twice.").format(role=role_words(role)))
        found[role] = count
    return found


def _forms(args: argparse.Namespace) -> int:
    room = rooms.open_room(args.file)
    kinds = _kinds(args.to, workshop_forms.FORM_KINDS)
    folder: Path = args.output or args.file.parent
    made = workshop_forms.make_forms(room, folder, kinds, date.today(), vote=args.vote)
    tell(_("Made: {names}.").format(names=listed(one.name for one in made)))
    return 0


def _pack(args: argparse.Namespace) -> int:
    room = rooms.open_room(args.file)
    kinds = _kinds(args.to, workshop_forms.PAPER_KINDS)
    made = workshop_forms.make_pack(room, args.output or args.file.parent, kinds, date.today())
    tell(_("Made: {names}.").format(names=listed(one.name for one in made)))
    return 0


def _kinds(given: str, known: tuple[Kind, ...]) -> list[Kind]:
    wanted = [one.strip() for one in given.split(",") if one.strip()]
    unknown = next((one for one in wanted if one not in known), None)
    if unknown is not None or not wanted:
        words = _("--to: {one} is none of {kinds}.")
        raise NotDone(words.format(one=unknown or '""', kinds=", ".join(known)))
    return [one for one in known if one in wanted]


def _gather(args: argparse.Namespace) -> int:
    room = rooms.open_room(args.file)
    first = workshop_collect.collected(room, args.places)
    second = workshop_collect.collected(room, args.places, 2) if args.vote > 1 else None
    here = second or first
    say(told.came_in(room.workshop, here.found.by_role))
    if not args.count:
        counted = len(here.found.counted)
        say(told.files_words(here.read, counted, len(here.unread)))
        for problem in (*here.unread, *here.remarks):
            tell(problem.words())
        for one in here.found.told:
            tell(told.told_words(one))
    if args.close:
        after = workshop_collect.close(room, first, second)
        tell(told.closed_words(after.workshop))
    elif not room.workshop.is_closed:
        tell(told.hidden_told("--close"))
    return 0 if here.is_whole else 1


def _type(args: argparse.Namespace) -> int:
    room = rooms.open_room(args.file)
    folder: Path = args.output or args.file.parent
    made = workshop_collect.take_lines(room, _lines(), folder, args.vote)
    words = n_("{n} person's answers are taken.", "{n} people's answers are taken.", len(made))
    tell(words.format(n=len(made)))
    return 0


def _lines() -> list[str]:
    """The lines on standard input. Raises NotDone where one is no text."""
    lines, broken = lines_given()
    if broken:
        words = _("Line {n} is not in UTF-8. Nothing of it was taken. Save what you send as UTF-8.")
        raise NotDone(words.format(n=broken))
    return lines


def _reveal(args: argparse.Namespace) -> int:
    room = rooms.open_room(args.file)
    found = rooms.revealed(room)
    apart = [one for one in found if one.is_apart]
    if args.json:
        hand_over(as_text(shown_json(room, found)))
        return 1 if apart else 0
    say(told.took_part(room.workshop))
    plan = rooms.plan_now(room)
    for line in told.facts_first(plan.red_facts):
        say(wrapped(line))
    for one in found:
        say("")
        for words in shown.all_said(one, room.workshop, plan):
            say(wrapped(words))
        for note in one.notes:
            say(wrapped(note, "  - ", "    "))
    return 1 if apart else 0


def _agree(args: argparse.Namespace) -> int:
    room = rooms.open_room(args.file)
    item = args.item.upper()
    question = room.questions.get(item)
    answer = answer_meant(args.answer, question)
    agreed = Agreed(
        answer=answer,
        reason=args.reason.strip(),
        against=args.against,
        look_again=args.look_again,
        by_leader=args.leader_decides,
        against_votes=args.yes,
    )
    _after, guard = rooms.agree(room, item, agreed)
    if guard is None:
        tell(_("Agreed: {item}.").format(item=item))
        return 0
    tell(told.guard_words(guard, item, answer, question))
    hints = {"against votes": "--yes", "better than theirs": "--leader-decides"}
    if guard in hints:
        tell(_("With {option} it is kept.").format(option=hints[guard]))
    return 1 if guard in (*hints, "no reason") else 2


def _park(args: argparse.Namespace) -> int:
    rooms.park(rooms.open_room(args.file), args.item.upper())
    tell(told.parked_words(args.item.upper()))
    return 0


def _missing(args: argparse.Namespace) -> int:
    room, item = rooms.open_room(args.file), args.item.upper()
    if item and item not in room.template.items and item not in room.questions:
        raise NotDone(why("no-question", item=item))
    rooms.note_missing(room, args.what, args.who, args.by, item)
    tell(missing_told(args.what))
    return 0


def _room(args: argparse.Namespace) -> int:
    from readiness.cli.screens import has_terminal, is_refused, terminal_wanted

    room = rooms.open_room(args.file)
    if not has_terminal():
        tell(terminal_wanted())
        tell(_("In plain lines: readiness ask {file}").format(file=args.file))
        return 2
    if is_refused(as_typed(args.file)):
        return 2
    from readiness.tui.launch import run_app

    return run_app(room.plan, room.path)


def _dots(args: argparse.Namespace) -> int:
    room = rooms.open_room(args.file)
    lines = [line.replace(",", " ").split() for line in _lines()]
    after = rooms.place_dots(room, [one for one in lines if one])
    for entry, many in sorted(after.workshop.dots.items(), key=lambda one: -one[1]):
        say(told.dots_words(entry, many))
    return 0


def _finish(args: argparse.Namespace) -> int:
    from readiness.app.operations.open_plan import keeper_of
    from readiness.app.session import Session
    from readiness.storage.templates import Library

    room = rooms.open_room(args.file)
    session = Session.open(room.plan, Library())
    keeper = keeper_of(session)
    found = workshop_finish.finish(room, session, lambda: keeper.save().trouble)
    if found.lacks is not None:
        for line in found.lacks.said:
            tell(wrapped(line))
        return 1
    if not found.is_done:
        tell(found.trouble or found.effect.said)
        return 2
    for line in (found.effect.said, *found.notes):
        tell(line)
    if args.keep:
        return 0
    gone = workshop_finish.delete_answers(found.room, args.places)
    tell(told.deleted_words(len(gone)))
    tell(told.copies_may_remain())
    return 0


def _compare(args: argparse.Namespace) -> int:
    from readiness.domain.ratings.view import compared

    then, now = rooms.open_room(args.file), rooms.open_room(args.later)
    # What a newer template no longer asks has no words here.
    found = {
        item: sides
        for item, sides in compared(then.workshop, now.workshop).items()
        if item in now.questions
    }
    if args.json:
        hand_over(as_text(sides_json(found)))
    for item, those in ({} if args.json else found).items():
        for one in those:
            say(wrapped(shown.then_and_now(item, one, now.questions[item])))
    if not found and not args.json:
        tell(_("No question was asked in both in the same words, or none may be shown."))
    if not args.json:
        for line in rooms.actions_now(now):
            say(line)
    return 1 if any(one.differs for those in found.values() for one in those) else 0


ACTS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "new": _new,
    "forms": _forms,
    "pack": _pack,
    "gather": _gather,
    "type": _type,
    "reveal": _reveal,
    "agree": _agree,
    "park": _park,
    "missing": _missing,
    "room": _room,
    "dots": _dots,
    "finish": _finish,
    "compare": _compare,
}
"""By the word on the command line."""
