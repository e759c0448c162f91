"""What the person sees of keeping the plan safe: what others wrote, choices, work found again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from textual.app import App
from textual.screen import ModalScreen

from readiness.app.autosave import Autosave
from readiness.app.keeper import Keeper, Outcome
from readiness.app.operations.effect import Effect
from readiness.app.operations.versions import (
    FOUND,
    Unsaved,
    Version,
    copies_beside,
    recover,
    recoverable,
    restore,
    throw_away,
)
from readiness.app.session import Session
from readiness.describe.difference import changes_listed, kept_aside_told, taken_in_told
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.versions.merge import Conflict
from readiness.i18n.language import _
from readiness.tui.bottom_lines import Messages
from readiness.tui.screens.conflict import ConflictScreen
from readiness.tui.screens.dialogs import Choose, ask

if TYPE_CHECKING:
    from readiness.app.operations.open_plan import OwnMemory

COPIES_EVERY = 8
"""Looks at the file after which the folder is looked through for copies again."""

AT_FIRST = 0.4
"""Seconds after which the file is looked at for the first time: the first screen stands by then."""

LISTED = 4
"""Changes that are listed in one message."""


Clock = Callable[[], datetime]


class Front(Protocol):
    """The program, as far as it hears of what is saved and brought back."""

    def changed(self) -> None:
        """Show the plan as its session has it by now."""

    def saved(self, session: Session, trouble: str) -> None:
        """Show what became of a save."""


class PlanKeeper:
    """Keeps the open plan safe for the app, and asks the person where it has to."""

    def __init__(
        self, app: App[Any], front: Front, messages: Messages, memory: OwnMemory, now: Clock
    ) -> None:
        """Keep recovery files and history in the folder of what is remembered."""
        self._messages = messages
        self._app, self._front, self._memory, self._now = app, front, memory, now
        self._session: Session | None = None
        self._keeper: Keeper | None = None
        self._autosave: Autosave | None = None
        self._later: set[FieldRef] = set()
        self._told_of, self._looks = set[str](), 0
        self._is_troubled = False
        self.is_ending = False
        """Whether the program is about to end, so that nothing can be asked any more."""

    def opened(self, session: Session) -> None:
        """Save a plan from now on, and offer to recover what an earlier session could not save."""
        self.close()
        self._session, self._keeper = session, Keeper(session, self._memory.folder, self._now)
        loop = asyncio.get_running_loop()
        self._autosave = Autosave(
            self._keeper,
            self._settled,
            lambda do: loop.call_soon_threadsafe(self._app.call_later, do),
        )
        # A long plan takes a while to be made ready for the first save, so not only then.
        self._app.set_timer(AT_FIRST, self.look)
        self._later.clear()
        found = recoverable(self._keeper)
        if found:
            self._app.call_later(self._offer, found[0])
        self._told_of, self._looks = set(), 0
        self._tell_copies(session)

    def _settled(self, outcome: Outcome) -> None:
        """Show what became of a save that nobody waited for."""
        if self._session is not None and (outcome.is_news or self._is_troubled):
            self._front.saved(self._session, self._shown(outcome))
        self._is_troubled = bool(outcome.trouble)

    def _tell_copies(self, session: Session) -> None:
        """Say which copies a sync program left that were not told of yet."""
        names = [one.name for one in copies_beside(session)]
        new = [name for name in names if name not in self._told_of]
        self._told_of = set(names)
        if new:
            self._say(
                _(
                    "A sync program left another version beside this plan: {names}. "
                    "On the map, v shows what differs and merges it."
                ).format(names=", ".join(new[:LISTED]))
            )

    @property
    def keeper(self) -> Keeper | None:
        """What keeps the open plan, with nothing under way; None where none is open."""
        self.rest()
        return self._keeper

    def restore(self, one: Version) -> Effect | None:
        """Make an earlier version the plan again; None where no plan is open any more."""
        keeper = self.keeper
        effect = restore(keeper, one) if keeper is not None else None
        if effect is not None and effect.saved is not None:
            self._shown(effect.saved)
            self._front.changed()
        return effect

    def changed(self) -> None:
        """Save soon, on the writing thread."""
        if self._autosave is not None:
            self._autosave.changed()

    def rest(self) -> None:
        """Wait for what is being saved."""
        if self._autosave is not None:
            self._autosave.rest()

    def save(self, session: Session) -> str:
        """Save the plan now; returns why it could not be saved, or nothing."""
        keeper = self.keeper
        if keeper is None or session is not self._session:
            return self.save_late(session)
        return self._shown(keeper.save())

    def save_late(self, session: Session) -> str:
        """Save what still arrived for a plan that was closed; returns why it could not be saved."""
        self.rest()
        return Keeper(session, self._memory.folder, self._now).save().trouble

    def look(self) -> None:
        """Take in what others wrote meanwhile, and try again what could not be saved."""
        if self._autosave is None or self._session is None:
            return
        self._looks += 1
        if self._looks % COPIES_EVERY == 0:
            self._tell_copies(self._session)
        self._autosave.look()

    def remember(self, session: Session, item: str) -> None:
        """Remember the item that the person is at in a plan, once that is written."""
        place = session.path, session.plan, session.review, item, self._now()
        if self._autosave is None:
            self._memory.remember_place(*place)
        else:
            self._autosave.aside(lambda: self._memory.remember_place(*place))

    def close(self) -> None:
        """Write what is not written, keep this sitting's snapshot, and save the plan no more."""
        keeper, autosave = self._keeper, self._autosave
        if keeper is not None and autosave is not None:
            autosave.close()
            keeper.close()
        self._session = self._keeper = self._autosave = None

    def _shown(self, outcome: Outcome) -> str:
        if outcome.taken and not self.is_ending:
            head, *lines = taken_in_told(outcome.taken, LISTED)
            self._say(f"{head} {'; '.join(lines)}")
        if outcome.anew and not self.is_ending:
            self._say(outcome.anew)
        waiting = [one for one in outcome.conflicts if one.ref not in self._later]
        if waiting and not self.is_ending and not isinstance(self._app.screen, ModalScreen):
            self._ask(waiting[0], len(waiting))
        if outcome.trouble and outcome.is_kept_aside:
            return f"{outcome.trouble} {kept_aside_told()}"
        return outcome.trouble

    def _ask(self, conflict: Conflict, left: int) -> None:
        def chosen(mine: bool | None) -> None:  # noqa: FBT001 - what a screen returns
            if mine is None:
                self._later.add(conflict.ref)
            elif self._keeper is not None:
                self._keeper.choose(conflict, ours=mine)
            self._front.changed()

        self._app.push_screen(ConflictScreen(conflict, left, self._written_at()), chosen)

    def _written_at(self) -> datetime | None:
        if self._session is None:
            return None
        try:
            return datetime.fromtimestamp(self._session.path.stat().st_mtime)  # noqa: DTZ006
        except OSError:
            return None

    def _offer(self, kept: Unsaved) -> None:
        session, keeper = self._session, self._keeper
        if session is None or keeper is None:
            return
        would = kept.would_change(session.plan, session.template)
        lines = [f"- {one}" for one in changes_listed(would, LISTED)] or [_("Nothing more.")]
        left = kept.left_words(LISTED)
        head = kept.kept_words(self._now())
        words = "\n".join([head, *lines, *left])

        def go(choice: str) -> None:
            if choice == "bring":
                self.rest()
                saved = recover(keeper, kept).saved
                if saved is not None:
                    self._shown(saved)
                self._front.changed()
                if left:
                    self._say("\n".join(left))
            else:
                throw_away(keeper, kept)

        ways = {"bring": _("Bring it back"), "drop": _("Throw it away")}
        ask(self._app, Choose(_(FOUND), words, ways), go)

    def _say(self, words: str) -> None:
        self._messages.add(words)
