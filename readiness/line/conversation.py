"""The conversation about an open plan: what is typed, and where the person is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from readiness.app.keeper import Keeper, Outcome
from readiness.app.operations.effect import Effect
from readiness.app.session import Session
from readiness.describe import act
from readiness.describe.consequences import consequences
from readiness.describe.identifiers import newly_identifying
from readiness.describe.state import word_of
from readiness.domain.kinds.value import InvalidValue
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.fields import FormField
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import Review
from readiness.i18n.language import _
from readiness.i18n.words import first_up
from readiness.line.command_words import command_now
from readiness.line.commands import (
    TypedCommand,
    command_of,
    command_or_text,
    is_bare_command,
    unknown_command,
    unquoted,
)
from readiness.line.console import Console, Leave

if TYPE_CHECKING:
    from readiness.app.operations.open_plan import OwnMemory


class Elsewhere(Exception):  # noqa: N818 - it says what happened
    """The person goes to another question."""

    def __init__(self, item: str | None) -> None:
        """Name it; None for the end."""
        super().__init__()
        self.item = item


class AnotherPlan(Exception):  # noqa: N818 - it says what happened
    """The person goes on in another plan."""

    def __init__(self, path: Path) -> None:
        """Name its file."""
        super().__init__()
        self.path = path


class Cancelled(Exception):  # noqa: N818 - it says what happened
    """The person left a command's own questions."""


class NoQuestion(Exception):  # noqa: N818 - it says what is so
    """A command about a question came where none is asked."""


Handler = Callable[["Conversation", str], int | None]
"""Carries out a command with what stands behind it; returns how far to go from the field that is
asked: 1 on, -1 back, 0 or nothing to ask it again."""


class Conversation:
    """An open plan, the conversation about it, and where the person is."""

    def __init__(
        self,
        session: Session,
        keeper: Keeper,
        console: Console,
        memory: OwnMemory,
        handlers: dict[str, Handler],
    ) -> None:
        """Start at the place where the person was, else at the first question."""
        self.session, self.console, self.memory, self._handlers = session, console, memory, handlers
        self.say, self.wrong = console.say, console.wrong
        """Prints lines; prints lines about what was not understood or not done."""
        self.keeper = keeper
        """Keeps the plan safe: saves it, merges what others wrote, leaves history."""
        self.told: Callable[[Conversation, Outcome], None] = lambda _talk, _outcome: None
        """Says what became of a save, and asks where both sides changed an answer."""
        self.later: set[FieldRef] = set()
        """Where both sides changed an answer and the person chooses another time."""
        self.place = "" if console.is_piped else memory.place(session.path)
        """The question where the person was last time; empty if none is known, and through a pipe,
        which was written before and begins at the first question each time."""
        keys = [key for key, one in session.review.items.items() if one.counts]
        known = list(session.template.items)
        self.item: str | None = self.place if self.place in known else (keys or known)[0]
        """The question the person is at; None after the last one."""
        self.field: FormField | None = None
        """The field that is asked."""
        self.is_backwards = False
        self._may_lose = False

    def begin(self) -> None:
        """Go to the first question, whatever an earlier file under this name left as the place."""
        state = self.session.review
        self.place, self.item = "", next(key for key, one in state.items.items() if one.counts)

    def go_on(self, by: int) -> NoReturn:
        """Go to the question after this one, or before it. Raises Elsewhere."""
        raise Elsewhere(self.neighbour(by))

    def neighbour(self, by: int) -> str | None:
        """The question so many places on; the first one before all, None after the last."""
        state = self.session.review
        keys = [key for key, one in state.items.items() if one.counts or key == self.item]
        at = keys.index(self.item) + by if self.item is not None else len(keys) + min(by, 0)
        return keys[max(at, 0)] if at < len(keys) else None

    @property
    def is_unsaved(self) -> bool:
        """Whether the file lacks something."""
        return self.session.is_unsaved

    def ask(self, prompt: str, *, is_free: bool, is_answer: bool = False) -> str | int:
        """An answer, or the step that a command led to."""
        line = self.console.line(prompt)
        typed = None if is_answer else command_of(line, is_free=is_free)
        if typed is not None:
            return self.do(typed)
        if is_free and is_bare_command(line):
            self.wrong(command_or_text(line))
            return 0
        if not is_answer and unknown_command(line):
            self.wrong(
                _(
                    "There is no command {word}. Type help for the commands; "
                    "for a text that begins with a slash, type two slashes."
                ).format(word=line.split()[0])
            )
            return 0
        if not is_free:
            return line
        return line.removeprefix("/") if line.startswith("//") else unquoted(line)

    def do(self, typed: TypedCommand) -> int:
        """Carry out a command."""
        try:
            return self._handlers[typed.name](self, typed.rest) or 0
        except Cancelled:
            self.say(act.left_told())
        except NoQuestion:
            self.wrong(_("That belongs to a question; go to one first, such as go 1."))
        return 0

    @property
    def asked(self) -> str:
        """The question that is asked. Raises NoQuestion after the last one."""
        if self.item is None:
            raise NoQuestion
        return self.item

    def nothing_added(self, what: str) -> None:
        """Say that no row or entry was added, as every field of it was left empty."""
        self.say(_("Nothing was said, so no {row_name} was added.").format(row_name=what))

    def not_listed(self, name: str, command: str) -> None:
        """Say that nothing in a list goes by this name, and by which command it is told."""
        words = _('Nothing in the list is called "{name}". Type {command} for it.')
        self.wrong(words.format(name=name, command=command_now(command)))

    def words(self, prompt: str, *, is_optional: bool = False) -> str:
        """One line for a command's own question; another command is carried out after it.

        Where the line is optional, that leaves it out; else it leaves this command as it was, as
        /back, /skip and /next do: raises Cancelled. A pipe ends there: raises Leave.
        """
        line = self.console.line(prompt)
        typed = command_of(line, is_free=True)
        if typed is None and not is_bare_command(line):
            return unquoted(line).strip()
        meant = typed or command_of(line, is_free=False)
        name = meant.name if meant else ""
        if name == "quit":
            raise Leave
        if name in ("help", "?"):
            self.say(_("Type the answer, or back to leave this command as it was."))
            return self.words(prompt, is_optional=is_optional)
        if name in ("back", "skip", "next"):
            raise Cancelled
        if typed is None:
            self.wrong(command_or_text(line))
            return self.words(prompt, is_optional=is_optional)
        if is_optional:
            self.console.give_back(line)
            return ""
        self.wrong(
            _("{line} came where an answer was asked for: {prompt} Left as it was.").format(
                line=line.strip(), prompt=prompt
            )
        )
        self.console.give_back(line)
        raise Cancelled

    def change(self, make: Callable[[Session], object], said: str | Callable[[], str]) -> None:
        """Make a change, say what was understood and what it did, and save."""
        before, plan = self.session.review, self.session.plan
        found = self.session.attempt(make)
        if isinstance(found, InvalidValue):
            self.wrong(act.not_kept(found), act.left_told())
        else:
            self._changed(before, plan, said if isinstance(said, str) else said())

    def perform(self, operate: Callable[[Session], Effect]) -> Effect:
        """Carry out an operation, say what it came to, and save."""
        plan = self.session.plan
        return self.settle(operate(self.session), plan)

    def settle(self, effect: Effect, before: Plan | None = None) -> Effect:
        """Say what an operation came to, and save.

        What could tell who is meant is said of what is new since the plan `before`.
        """
        plan = before or self.session.plan
        if effect.is_done:
            self._changed(effect.before, plan, effect.said)
        else:
            self.wrong(effect.said, act.left_told())
        return effect

    def _changed(self, before: Review, plan: Plan, said: str) -> None:
        session, after = self.session, self.session.review
        self.say(said, *newly_identifying(plan, session.plan, session.template, session.today))
        self.say(*consequences(before, after, session.template))
        if self.item is not None:
            was, now = word_of(before.items[self.item]), word_of(after.items[self.item])
            if was != now and after.items[self.item].flag is None:  # a flag was told just now
                self.say(_("This question is now: {now}.").format(now=now), *self._ready_when())
        self.save(is_told=False)

    def _ready_when(self) -> list[str]:
        """What it takes to be ready, where the answer is not and no flag says why."""
        item = self.item or ""
        state, asked = self.session.review.items[item], self.session.template.items[item]
        if state.flag is not None or not state.answered or state.status not in ("partly", "open"):
            return []
        return [first_up(_("ready when: {ready_when}")).format(ready_when=asked.ready_when)]

    def save(self, *, is_told: bool = True) -> bool:
        """Write the plan, merged with what others wrote; says how it went.

        After an answer only what is wrong: that every answer is saved at once was said before.
        """
        was_unsaved = self.session.is_unsaved
        outcome = self.keeper.save()
        self.told(self, outcome)
        if is_told and was_unsaved and not outcome.trouble:
            self.say(_("Saved."))
        return not self._lacks(outcome)

    def look(self) -> None:
        """Take in what others wrote meanwhile, and try again what could not be saved."""
        self.told(self, self.keeper.save())

    def _lacks(self, outcome: Outcome) -> bool:
        """Whether something of ours is not in the file; a choice may have brought it there."""
        return bool(outcome.trouble) and (self.session.is_unsaved or not outcome.conflicts)

    def leave(self) -> bool:
        """Save, leave this sitting's snapshot and remember the place.

        Returns whether everything of ours is in the file and no choice is open.
        """
        is_saved = self.save()
        self.keeper.close()
        session, item = self.session, self.item or ""
        state = session.path, session.plan, session.review
        self.memory.remember_place(*state, item, session.now)
        return is_saved and not self.keeper.conflicts

    def may_leave(self) -> bool:
        """Whether quitting loses nothing, or was asked for twice."""
        if self.save() or self._may_lose:
            return True
        self._may_lose = True
        self.say(_("Quit again to leave all the same."))
        return False
