"""The open plan: changes go to its session, and one view comes back to all screens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from textual.app import App
from textual.timer import Timer

from readiness.app.session import Session
from readiness.describe.act import not_kept
from readiness.describe.consequences import consequences
from readiness.domain.kinds.value import InvalidValue
from readiness.domain.rules.review import Review
from readiness.i18n.language import _
from readiness.tui.answer_events import Answered, PendingInput
from readiness.tui.bottom_lines import Messages
from readiness.tui.plan_keeper import PlanKeeper
from readiness.tui.view import View

if TYPE_CHECKING:
    from readiness.app.operations.open_plan import OwnMemory

TOLD = 2
"""Changes, and what they did, that an undo tells one by one."""

BREATH = 0.25
"""Seconds without a letter, while a person types, after which the screen shows what follows.

Longer than between two letters of most people: what follows in a large plan takes longer to judge
than a letter may take to stand there."""

T = TypeVar("T")
"""What a change returns."""


class CurrentPlan:
    """Holds the session and the view that the screens show; there may be no plan open."""

    def __init__(
        self,
        app: App[Any],
        show: Callable[[View | None], None],
        messages: Messages,
        memory: OwnMemory,
        now: Callable[[], datetime],
    ) -> None:
        """Start without a plan; `show` puts a view on the screens."""
        self._app, self._show, self._messages = app, show, messages
        self._memory, self._now = memory, now
        self.session: Session | None = None
        self.view: View | None = None
        """What the screens show; None while no plan is open."""
        self.left: Session | None = None
        """The session of the plan that was closed last."""
        self._left_view: View | None = None
        self._breath: Timer | None = None
        self._typed: list[Answered] = []
        self._is_saved = False
        """Whether the plan was saved since it was shown."""
        self.pending = PendingInput(messages.tell)
        self.safe = PlanKeeper(app, self, messages, memory, now)
        self.trouble = ""
        """Why the plan could not be saved, in words."""
        self.item = ""
        """The question that the person is at; empty for the map."""
        self._place = ""
        self._before: Review | None = None

    def open(self, session: Session) -> str:
        """Open a plan; returns the item the person was at, empty for the map."""
        self.session, self.trouble = session, ""
        self.pending = PendingInput(self._messages.tell)
        self.item, self._place = self._memory.place(session.path), ""
        self._before = session.review
        self.safe.opened(session)
        self.refresh()
        return self.item

    def close(self) -> None:
        """Close the plan, which was saved."""
        self.safe.close()
        self.left, self._left_view = self.session, self.view
        self.session = self.view = None
        self._show(None)

    def end(self) -> None:
        """Write what is not written yet, for the program ends; nothing is asked any more."""
        self.safe.is_ending = True
        self.save()

    @property
    def seen(self) -> View:
        """The view of the open plan as it is now, else of the one that was closed last.

        Raises RuntimeError where none was open yet.
        """
        if self._typed:
            self.refresh()
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

    def at_item(self, item: str) -> None:
        """Remember which question is shown; empty for the map."""
        self.item = item
        self.came_to(item)

    def came_to(self, place: str) -> None:
        """Note which question or page the person is at.

        Where it is another than before, effects of changes are told from here on: those told so far
        leave the screen.
        """
        if self.session is not None and self.view is not None and place != self._place:
            self.pending.tell()
            self._place, self._before = place, self.session.review
            if self.view.did:  # else the screens that drew this view need not be drawn anew
                self.view = replace(self.view, did=())

    def keep(self, change: Callable[[Session], T]) -> T | None:
        """Apply a change to the session, show the plan as it is then, and save soon.

        Returns what the change did; None where the plan could not hold it, or none is there.
        """
        if self.session is None:
            return self.keep_late(self.left, change)
        found = self._attempt(self.session, change)
        self.changed()
        return found

    def changed(self) -> None:
        """Show the plan as its session has it by now, and save soon."""
        # First, for what follows from a change in a large plan takes a while to be judged.
        self.safe.changed()
        self.refresh()

    def keep_typed(self, answered: Answered) -> None:
        """Keep what is typed letter by letter; what follows is judged once the person stops."""
        ref, value = answered.ref, answered.value
        self._typed.append(answered)
        self._attempt(self.open_session, lambda session: session.set(ref, value))
        self.safe.changed()
        if self._breath is not None:
            self._breath.stop()
        self._breath = self._app.set_timer(BREATH, self.refresh)

    def keep_late(self, session: Session | None, change: Callable[[Session], T]) -> T | None:
        """Keep a change that was still under way when its plan was closed; returns what it did."""
        if session is None:
            return None
        found = self._attempt(session, change)
        trouble = self.safe.save_late(session)
        if trouble:
            self._messages.wrong(trouble)
        return found

    def _attempt(self, session: Session, change: Callable[[Session], T]) -> T | None:
        """Make a change; says why, where it is more than a plan may hold."""
        found = session.attempt(change)
        if isinstance(found, InvalidValue):
            self._messages.wrong(not_kept(found))
            return None
        return found

    def save(self) -> bool:
        """Write the plan now; whether it was saved. A failure is shown, and nothing is lost."""
        session = self.session
        if session is None:
            return True
        self.saved(session, self.safe.save(session))
        self.refresh()
        return not self.trouble

    def saved(self, session: Session, trouble: str) -> None:
        """Show what became of a save; to a person who is typing, once they stop."""
        if trouble and not self.trouble:
            self._messages.wrong(trouble)
        self.trouble, self._is_saved = trouble, True
        if not self._typed or session is not self.session:
            self.refresh()

    def refresh(self) -> None:
        """Show the plan as it is now, where that is not what is shown."""
        session = self.session
        typed, before = list(self._typed), self.view
        for event in typed:
            event.arrived()
        self._typed.clear()
        if session is None:
            return
        self.pending.keep_to(session.plan)
        self.view = self._viewed(session)
        if self._is_saved:
            self._is_saved = False
            self.safe.remember(session, self.item)
        # What was typed and undone at once never was in a view, and still stands in its box.
        if typed or self.view != before:
            self._show(self.view)

    def judge_from_here(self) -> None:
        """Compare with the plan as it is now when the effects of changes are told.

        A change of language puts every flag in other words, which is no effect of an answer.
        """
        self._before = self.session.review if self.session is not None else None

    def show_again(self) -> None:
        """Show the plan as it is, where a box shows something else."""
        self._show(self.view)

    def _viewed(self, session: Session) -> View:
        saved = _("read only") if session.is_read_only else _("all saved")
        if session.saved_at:
            saved = _("saved {saved_at:%H:%M}").format(saved_at=session.saved_at)
        did: tuple[str, ...] = ()
        if self._before is not None:
            did = tuple(consequences(self._before, session.review, session.template, self._place))
        return View(
            plan=session.plan,
            review=session.review,
            template=session.template,
            saved=_("saving ...") if session.is_unsaved else saved,
            trouble=self.trouble,
            did=did,
        )
