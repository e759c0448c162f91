"""From a plan file to the end of the walk."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.app.keeper import Keeper
from readiness.app.session import Session
from readiness.domain.versions.templates import template_news
from readiness.i18n.language import N_, _
from readiness.line import (
    beginning,
    documents,
    entries,
    filing,
    keeping,
    looks,
    moves,
    numbers,
    past,
    people,
    reckoning,
    safekeeping,
    showing,
    what_if,
)
from readiness.line.asking import visit
from readiness.line.talk import Leave, Talk
from readiness.line.walk import AnotherPlan, Doer, Elsewhere, Step, Walk
from readiness.storage.regular import exists
from readiness.storage.templates import Library

if TYPE_CHECKING:
    from readiness.storage.memory import Memory

DOERS: dict[str, Doer] = {
    "?": moves.here,
    "help": moves.help_,
    "back": moves.back,
    "next": moves.next_,
    "skip": moves.skip,
    "go": moves.go,
    "clear": moves.clear,
    "all": moves.all_,
    "na": moves.na,
    "note": moves.note,
    "why": moves.why,
    "example": showing.example,
    "list": looks.list_,
    "find": looks.find,
    "people": people.people,
    "flags": keeping.flags,
    "xrays": looks.xrays_,
    "hours": looks.hours,
    "weeks": reckoning.weeks,
    "complete": reckoning.complete,
    "actions": keeping.actions,
    "monitoring": showing.monitoring,
    "calendar": keeping.calendar,
    "closures": entries.closures,
    "absences": entries.absences,
    "rounds": entries.rounds,
    "numbers": numbers.numbers,
    "about": filing.about,
    "short": moves.short,
    "full": moves.full,
    "undo": moves.undo,
    "redo": moves.redo,
    "save": filing.save,
    "whatif": what_if.what_if,
    "document": documents.read,
    "pdf": documents.pdf,
    "word": documents.word,
    "web": documents.web,
    "history": past.history,
    "copies": past.copies,
    "language": showing.language,
    "plans": filing.plans,
    "colours": showing.colours,
    "quit": moves.quit_,
}
"""What carries out each command."""

WHAT = (
    N_("readiness asks the plan's questions one after another, in plain lines."),
    N_("It is a planning aid: no norms, no overall score, nothing about a single patient."),
    N_("Every answer is saved at once. Enter leaves one as it is. Type ? for help, quit to leave."),
)


def run(
    path: Path,
    talk: Talk,
    memory: Memory,
    today: Callable[[], date] = date.today,
    now: Callable[[], datetime] = datetime.now,
) -> int:
    """Walk through a plan, and on to others; returns 0, or 2 where not everything went well.

    That is where something was not saved, made or understood. Raises UnreadablePlan.
    """
    library, before = Library(), path
    while True:
        is_new = not exists(path)
        if is_new and not beginning.make(path, talk, library, today()):
            if before == path:
                return 2
            path = before
            continue
        session = Session.open(path, library, today, now)
        walk = Walk(session, Keeper(session, memory.folder, now), talk, memory, DOERS)
        other = _sit(walk, is_new=is_new, is_first=before == path)
        is_saved = walk.leave()
        talk.say(_("Left. {walk}").format(walk=looks.counted(walk)))
        if other is None:
            return 0 if is_saved and not talk.is_stopped and not talk.is_unheard else 2
        path, before = other, path


def _sit(walk: Walk, *, is_new: bool, is_first: bool) -> Path | None:
    """One sitting over a plan; returns the file of another plan where the person goes on there."""
    walk.told = safekeeping.told
    if is_new:
        walk.begin()
    try:
        walk.talk.say(*(map(_, WHAT) if is_first else ()))
        _greet(walk)
        safekeeping.greet(walk)
        _walk(walk)
    except (Leave, KeyboardInterrupt):
        pass
    except AnotherPlan as another:
        return another.path
    except Exception:
        # A fault may have come between an answer and its saving.
        with contextlib.suppress(Exception):
            walk.keeper.close()
        raise
    return None


def _greet(walk: Walk) -> None:
    session, talk = walk.session, walk.talk
    plan = session.plan
    talk.say(
        _("Plan: {plan}.").format(plan=plan.plan or plan.service or session.path.name),
        looks.counted(walk),
    )
    talk.say(*template_news(session.file.plan, session.template))
    for problem in session.problems:
        words = _("Kept in the file, not understood: {words}")
        is_kept = problem.file == session.path.name
        talk.say(words.format(words=problem.words()) if is_kept else problem.words())
    if walk.place in session.template.items:
        talk.say(_("You go on where you were."))


def _walk(walk: Walk) -> None:
    while True:
        try:
            if walk.item is None:
                _end(walk)
            else:
                by = visit(walk, walk.item)
                walk.is_backwards = by < 0 and walk.item != walk.neighbour(by)
                if by < 0 and not walk.is_backwards:
                    walk.talk.say(_("This is the first question."))
                walk.item = walk.neighbour(by)
        except Elsewhere as elsewhere:
            walk.item = elsewhere.item


def _end(walk: Walk) -> None:
    """What may be done after the last question."""
    walk.field = None
    walk.talk.say("", _("That was the last question."), looks.counted(walk))
    walk.talk.say(_("Type go unanswered, list, hours, actions, pdf, back, help or quit."))
    while True:
        said = walk.ask(_("Command:"), is_free=False)
        if not isinstance(said, Step) and said.strip():
            walk.talk.wrong(
                _('Not understood: "{said}" is no command. Type help or quit.').format(said=said)
            )
