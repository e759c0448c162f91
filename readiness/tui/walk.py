"""The open plan: answers go to the session, and one view comes back to every screen."""

from __future__ import annotations

import asyncio
import time
from abc import abstractmethod
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App
from textual.reactive import var
from textual.timer import Timer

from readiness.app.autosave import LOOK
from readiness.app.operations.place import place_in
from readiness.app.session import Session
from readiness.describe.act import not_kept
from readiness.describe.consequences import consequences
from readiness.domain.rules.review import Review
from readiness.i18n.language import _
from readiness.tui.ending import when_ended
from readiness.tui.plain import cleaned
from readiness.tui.safekeeping import Safekeeping
from readiness.tui.said import Answered, RowWanted
from readiness.tui.standing import Standing
from readiness.tui.themes import is_colourless
from readiness.tui.view import View

if TYPE_CHECKING:
    from readiness.storage.memory import Memory

TOLD = 2
"""Changes, and what they did, that an undo tells one by one."""
READ_SECONDS = 2.5
"""Seconds after which what was said has been read, and goes with the next key."""


class Walk(App[int]):
    """Holds the session and the one reactive that every screen shows."""

    view: var[View | None] = var(None)
    """What the screens show; None while no plan is open."""

    def __init__(
        self, memory: Memory, today: Callable[[], date], now: Callable[[], datetime]
    ) -> None:
        """Start without a plan."""
        super().__init__(ansi_color=True if is_colourless() else None)
        self.memory, self.today, self.now = memory, today, now
        self.session: Session | None = None
        self.left: Session | None = None
        """The session of the plan that was closed last."""
        self._left_view: View | None = None
        self._breath: Timer | None = None
        self._typed: list[Answered] = []
        self.standing = Standing(self.tell)
        self.safe = Safekeeping(self, self, memory, now)
        self.trouble = ""
        self._item = self._place = ""
        self.offers_tour = False
        """Whether the program is started for the first time."""
        self._before: Review | None = None

    def take(self, session: Session) -> str:
        """Open a plan; returns the item the person was at, empty for the map."""
        self.session, self.trouble, self.standing = session, "", Standing(self.tell)
        self._item, self._place = self.memory.place(session.path), ""
        self._before = session.review
        self.safe.opened(session)
        self._refresh()
        return self._item

    def leave(self) -> None:
        """Close the plan, which was saved."""
        self.safe.close()
        self.left, self._left_view = self.session, self.view
        self.session, self.view = None, None

    def tell(self, words: str, seconds: float = 4) -> None:
        """Say that something is done, in place of what was said so before."""
        for said in [one for one in self._notifications if one.severity == "information"]:
            self._unnotify(said, refresh=False)
        # Its frame would stay behind as an empty row.
        for frame in self.screen.query("ToastHolder").results():
            if frame.query("Toast.-information"):
                frame.remove()
        self.notify(cleaned(words), timeout=seconds, markup=False)

    async def on_event(self, event: events.Event) -> None:
        """Take away what was said and could be read, once a person goes on: it hides the page."""
        if isinstance(event, events.Key | events.MouseDown):
            for said in list(self._notifications):
                if said.severity != "error" and time.time() - said.raised_at > READ_SECONDS:
                    self._unnotify(said)
        await super().on_event(event)

    def warn(self, words: str) -> None:
        """Say something that a person should look at."""
        self.notify(cleaned(words), severity="warning", timeout=15, markup=False)

    def wrong(self, words: str) -> None:
        """Say what went wrong."""
        self.notify(cleaned(words), severity="error", timeout=15, markup=False)

    def at_item(self, item: str) -> None:
        """Remember at which question the person is; empty for the map."""
        self._item = item
        self.came_to(item)

    def came_to(self, place: str) -> None:
        """Begin to tell what changes do, where the person is at another place than before."""
        if self.session is not None and self.view is not None and place != self._place:
            self.standing.tell()
            self._place, self._before = place, self.session.review
            if self.view.did:  # else the screens that drew this view need not be drawn anew
                self.set_reactive(Walk.view, replace(self.view, did=()))

    @property
    def seen(self) -> View:
        """The view of the open plan as it is now, else of the one that was closed last.

        Raises RuntimeError where none was open yet.
        """
        if self._typed:
            self._refresh()
        view = self.view or self._left_view
        if view is None:
            message = _("no plan is open")
            raise RuntimeError(message)
        return view

    @property
    def open_session(self) -> Session:
        """The session of the open plan. Raises RuntimeError where none is open."""
        if self.session is None:
            message = _("no plan is open")
            raise RuntimeError(message)
        return self.session

    def keep(self, change: Callable[[Session], Any]) -> None:
        """Let a change reach the session, show what became of it, and save soon."""
        if self.session is None:
            self._keep_late(self.left, change)
            return
        self.attempt(self.session, change)
        # First, for what follows from a change in a large plan takes a while to be judged.
        self.safe.changed()
        self._refresh()

    def attempt(self, session: Session, change: Callable[[Session], Any]) -> None:
        """Make a change; says why, where it is more than a plan may hold."""
        found = session.attempt(change)
        if found is not None:
            self.wrong(not_kept(found))

    def _keep_late(self, session: Session | None, change: Callable[[Session], Any]) -> None:
        """Keep a change that was still under way when its plan was closed."""
        if session is None:
            return
        self.attempt(session, change)
        trouble = self.safe.save_late(session)
        if trouble:
            self.wrong(trouble)

    @abstractmethod
    def take_in(self, said: Answered | RowWanted) -> None:
        """Keep what a field says."""

    def save(self) -> bool:
        """Write the plan; a failure is shown and the plan stays here."""
        session = self.session
        if session is None:
            return True
        self.saved(session, self.safe.save(session))
        return not self.trouble

    def saved(self, session: Session, trouble: str) -> None:
        """Show what became of a save."""
        self._troubled(trouble)
        self._remember(session)
        self._refresh()

    def _troubled(self, trouble: str) -> None:
        if trouble and not self.trouble:
            self.wrong(trouble)
        self.trouble = trouble

    def _remember(self, session: Session) -> None:
        self.safe.remember(place_in(session, self._item, self.now()))

    def _refresh(self) -> None:
        session = self.session
        typed, before = list(self._typed), self.view
        for event in typed:
            event.arrived()
        self._typed.clear()
        if session is None:
            return
        self.standing.keep_to(session.plan)
        saved = _("read only") if session.is_read_only else _("all saved")
        if session.saved_at:
            saved = _("saved {saved_at:%H:%M}").format(saved_at=session.saved_at)
        self.view = View(
            plan=session.plan,
            review=session.review,
            template=session.template,
            saved=_("saving ...") if session.is_unsaved else saved,
            trouble=self.trouble,
            did=self._did(session),
        )
        if typed and self.view == before:
            # What was typed and undone at once never was in a view, and still stands in its box.
            self.mutate_reactive(Walk.view)

    def _did(self, session: Session) -> tuple[str, ...]:
        if self._before is None:
            return ()
        return tuple(consequences(self._before, session.review, session.template, self._place))

    def on_mount(self) -> None:
        """Save when the window is closed or the system ends the program; look at the file."""
        self.set_interval(LOOK, self.safe.look)
        when_ended(asyncio.get_running_loop(), self._ended)

    def _ended(self) -> None:
        self.safe.is_ending = True
        self.save()
        self.exit(0)

    def on_unmount(self) -> None:
        """Write what is not written yet, and leave a snapshot."""
        self.safe.is_ending = True
        self.save()
        self.safe.close()

    @abstractmethod
    def open_path(self, path: Path) -> None:
        """Open a plan file."""

    @abstractmethod
    def open_area(self, area: str) -> None:
        """Show an area."""

    @abstractmethod
    def open_item(self, item: str) -> object:
        """Show an item."""

    @abstractmethod
    async def show_item(self, item: str) -> None:
        """Show an item, and wait until it is there."""

    @abstractmethod
    def action_map(self) -> None:
        """Show the map."""
