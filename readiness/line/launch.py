"""From a plan file to the end of the conversation about it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

from readiness.app.keeper import Keeper
from readiness.app.operations.new_plan import is_taken
from readiness.app.operations.open_plan import OwnMemory, news_of, templates
from readiness.app.operations.record import keep_day_one
from readiness.app.operations.versions import redo, undo
from readiness.app.session import Session
from readiness.domain.checklist.template import FULL, SHORT
from readiness.i18n.language import N_, _
from readiness.line import (
    after_start,
    decisions,
    documents,
    entries,
    lists,
    navigation,
    new_plan,
    particulars,
    question,
    versions,
)
from readiness.line.console import Console, Leave
from readiness.line.conversation import AnotherPlan, Conversation, Elsewhere, Handler

HANDLERS: dict[str, Handler] = {
    "?": navigation.here,
    "help": navigation.help_,
    "back": navigation.back,
    "next": navigation.next_,
    "skip": navigation.skip,
    "go": navigation.go,
    "clear": navigation.clear,
    "all": question.answer_all,
    "na": question.leave_out,
    "note": navigation.note,
    "why": navigation.why,
    "example": lists.example,
    "list": lists.list_,
    "find": lists.find,
    "people": entries.people,
    "flags": decisions.flags,
    "xrays": lists.xrays_,
    "hours": lists.hours,
    "weeks": lists.weeks,
    "complete": lists.complete,
    "actions": decisions.actions,
    "monitoring": lists.monitoring,
    "calendar": decisions.calendar,
    "due": after_start.due,
    "after": after_start.after,
    "trend": after_start.trend,
    "record": after_start.record_,
    "fidelity": after_start.fidelity,
    "closures": partial(entries.entries, "closures"),
    "absences": partial(entries.entries, "absences"),
    "rounds": partial(entries.entries, "rounds"),
    "numbers": particulars.numbers,
    "about": particulars.about,
    "short": partial(navigation.use, SHORT),
    "full": partial(navigation.use, FULL),
    "undo": partial(navigation.step, undo),
    "redo": partial(navigation.step, redo),
    "save": particulars.save,
    "whatif": decisions.what_if,
    "document": documents.read,
    "pdf": partial(documents.make, "pdf"),
    "word": partial(documents.make, "docx"),
    "web": partial(documents.make, "html"),
    "history": versions.history,
    "copies": versions.copies,
    "language": lists.language,
    "plans": particulars.plans,
    "colours": lists.colours,
    "quit": navigation.quit_,
}
"""What carries out each command."""

WHAT = (
    N_("readiness asks the plan's questions one after another, in plain lines."),
    N_("It is a planning aid: no norms, no overall score, nothing about a single patient."),
    N_("Every answer is saved at once. Enter leaves one as it is. Type ? for help, quit to leave."),
)


def run(
    path: Path,
    console: Console,
    memory: OwnMemory,
    today: Callable[[], date] = date.today,
    now: Callable[[], datetime] = datetime.now,
) -> int:
    """Go through a plan, and on to others; returns 0, or 2 where not everything went well.

    That is where something was not saved, made or understood. Raises UnreadablePlan.
    """
    library, before = templates(), path
    while True:
        is_new = not is_taken(path)
        if is_new and not new_plan.make(path, console, library, today()):
            if before == path:
                return 2
            path = before
            continue
        session = Session.open(path, library, today, now)
        talk = Conversation(session, Keeper(session, memory.folder, now), console, memory, HANDLERS)
        other = _sit(talk, is_new=is_new, is_first=before == path)
        is_saved = talk.leave()
        console.say(_("Left. {walk}").format(walk=lists.counted(talk)))
        if other is None:
            return 0 if is_saved and not console.is_stopped and not console.is_unheard else 2
        path, before = other, path


def _sit(talk: Conversation, *, is_new: bool, is_first: bool) -> Path | None:
    """One sitting over a plan; returns the file of another plan where the person goes on there."""
    talk.told = versions.tell_outcome
    if is_new:
        talk.begin()
    try:
        talk.say(*(map(_, WHAT) if is_first else ()))
        _greet(talk)
        versions.greet(talk)
        _talk(talk)
    except (Leave, KeyboardInterrupt):
        pass
    except AnotherPlan as another:
        return another.path
    except Exception:
        # A fault may have come between an answer and its saving.
        with contextlib.suppress(Exception):
            talk.keeper.close()
        raise
    return None


def _greet(talk: Conversation) -> None:
    session, console = talk.session, talk.console
    plan = session.plan
    console.say(
        _("Plan: {plan}.").format(plan=plan.plan or plan.service or session.path.name),
        lists.counted(talk),
    )
    console.say(*filter(None, [keep_day_one(session)]), *news_of(session))
    for problem in session.problems:
        words = _("Kept in the file, not understood: {words}")
        is_kept = problem.file == session.path.name
        console.say(words.format(words=problem.words()) if is_kept else problem.words())
    if talk.place in session.template.items:
        console.say(_("You go on where you were."))


def _talk(talk: Conversation) -> None:
    while True:
        try:
            if talk.item is None:
                _end(talk)
            else:
                by = question.visit(talk, talk.item)
                talk.is_backwards = by < 0 and talk.item != talk.neighbour(by)
                if by < 0 and not talk.is_backwards:
                    talk.say(_("This is the first question."))
                talk.item = talk.neighbour(by)
        except Elsewhere as elsewhere:
            talk.item = elsewhere.item


def _end(talk: Conversation) -> None:
    """What may be done after the last question."""
    talk.field = None
    talk.say("", _("That was the last question."), lists.counted(talk))
    talk.say(_("Type go unanswered, list, hours, actions, pdf, back, help or quit."))
    while True:
        said = talk.ask(_("Command:"), is_free=False)
        if not isinstance(said, int) and said.strip():
            talk.wrong(
                _('Not understood: "{said}" is no command. Type help or quit.').format(said=said)
            )
