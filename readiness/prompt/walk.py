"""The walk through a plan, one question after another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

from readiness.core.judged.review import word_of
from readiness.core.said.fields import Slot
from readiness.core.told.consequences import consequences
from readiness.core.wording.language import _
from readiness.files.memory import Memory, Recent
from readiness.files.problems import ReadinessError
from readiness.prompt.commands import Typed, command_of, is_bare_command
from readiness.prompt.talk import Leave, Talk
from readiness.session import Session


class Elsewhere(Exception):  # noqa: N818 - it says what happened
    """The person goes to another question."""

    def __init__(self, item: str | None) -> None:
        """Name it; None for the end of the walk."""
        super().__init__()
        self.item = item


class Cancelled(Exception):  # noqa: N818 - it says what happened
    """The person left a command's own questions."""


@dataclass(frozen=True)
class Step:
    """Where to go from a field: 1 on, -1 back, 0 ask it again."""

    by: int


Doer = Callable[["Walk", str], Step | None]


class Walk:
    """An open plan, the conversation about it, and where the person is."""

    def __init__(
        self,
        session: Session,
        talk: Talk,
        memory: Memory,
        doers: dict[str, Doer],
    ) -> None:
        """Start at the place where the person was, else at the first question."""
        self.session, self.talk, self._memory, self._doers = session, talk, memory, doers
        self.place = memory.place(session.path)
        """The question where the person was last time; empty if none is known."""
        keys = list(session.template.items)
        self.item: str | None = self.place if self.place in keys else keys[0]
        """The question the person is at; None after the last one."""
        self.slot: Slot | None = None
        """The field that is asked."""
        self.is_backwards = False
        self._may_lose = False

    def go_on(self, by: int) -> NoReturn:
        """Go to the question after this one, or before it. Raises Elsewhere."""
        raise Elsewhere(self.neighbour(by))

    def neighbour(self, by: int) -> str | None:
        """The question so many places on; the first one before all, None after the last."""
        keys = list(self.session.template.items)
        at = keys.index(self.item) + by if self.item is not None else len(keys) + min(by, 0)
        return keys[max(at, 0)] if at < len(keys) else None

    @property
    def is_unsaved(self) -> bool:
        """Whether the file lacks something."""
        return self.session.is_unsaved

    def ask(self, prompt: str, *, is_free: bool, is_answer: bool = False) -> str | Step:
        """An answer, or the step that a command led to."""
        line = self.talk.line(prompt)
        typed = None if is_answer else command_of(line, is_free=is_free)
        if typed is not None:
            return self.do(typed)
        if is_free and is_bare_command(line):
            word = line.strip()
            self.talk.say(
                _(
                    'For the command, type /{word}. For the text, put it in quotes: "{word}".'
                ).format(word=word)
            )
            return Step(0)
        text = line.strip()
        if is_free and text[:1] == text[-1:] == '"' and is_bare_command(text.strip('"')):
            return text.strip('"')
        return line.removeprefix("/") if is_free and line.startswith("//") else line

    def do(self, typed: Typed) -> Step:
        """Carry out a command."""
        try:
            return self._doers[typed.name](self, typed.rest) or Step(0)
        except Cancelled:
            self.talk.say(_("Left as it was."))
            return Step(0)

    def words(self, prompt: str) -> str:
        """One line for a command's own question. Raises Cancelled at /back, /skip and /next."""
        line = self.talk.line(prompt)
        typed = command_of(line, is_free=True)
        if typed is None and not is_bare_command(line):
            return line.strip().removeprefix('"').removesuffix('"') if '"' in line else line.strip()
        name = typed.name if typed else line.strip().casefold()
        if name in ("quit", "exit", "q"):
            raise Leave
        if name in ("help", "?"):
            self.talk.say(_("Type the answer, or back to leave this command as it was."))
            return self.words(prompt)
        raise Cancelled

    def change(self, make: Callable[[Session], object], said: str | Callable[[], str]) -> None:
        """Make a change, say what was understood and what it did, and save."""
        before = self.session.review
        make(self.session)
        after = self.session.review
        self.talk.say(said if isinstance(said, str) else said())
        self.talk.say(*consequences(before, after))
        if self.item is not None:
            was, now = word_of(before.items[self.item]), word_of(after.items[self.item])
            self.talk.say(
                *([_("This question is now: {now}.").format(now=now)] if was != now else [])
            )
        self.save()

    def save(self) -> bool:
        """Write the plan, and say whether that went well."""
        try:
            if self.is_unsaved:
                self.session.save()
                self.talk.say(_("Saved."))
        except ReadinessError as error:
            self.talk.say(_("Not saved: {error}").format(error=error))
            self.talk.say(_("Type save as other.toml, or save reload to take the file as it is."))
            return False
        return True

    def leave(self) -> bool:
        """Save and remember the place; returns whether the plan is saved."""
        is_saved = self.save()
        state = self.session.review
        self._memory.remember(
            Recent(
                path=self.session.path,
                plan=self.session.plan.plan or self.session.plan.service,
                answered=sum(area.answered for area in state.areas.values()),
                asked=sum(area.asked for area in state.areas.values()),
                red=sum(flag.severity == "red" for flag in state.flags),
                when=self.session.now,
                item=self.item or "",
            )
        )
        return is_saved

    def may_leave(self) -> bool:
        """Whether quitting loses nothing, or was asked for twice."""
        if self.save() or self._may_lose:
            return True
        self._may_lose = True
        self.talk.say(_("Quit again to leave and lose what is not saved."))
        return False
