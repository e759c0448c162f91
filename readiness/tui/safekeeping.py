"""What the person sees of keeping the plan safe: what others wrote, choices, work found again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from textual.app import App
from textual.screen import ModalScreen

from readiness.core.said.plan import Plan
from readiness.core.versions.merging import Conflict
from readiness.core.wording.language import _
from readiness.files.copies import conflict_copies
from readiness.files.recovery import Kept
from readiness.keeping import Keeper, Outcome
from readiness.session import Session
from readiness.tui.plain import cleaned
from readiness.tui.screens.conflict import ConflictScreen
from readiness.tui.screens.dialogs import Choose

COPIES_EVERY = 8
"""Looks at the file after which the folder is looked through for copies again."""

LISTED = 4
"""Changes that are listed in one message."""


class Safekeeping:
    """Keeps the open plan safe for the app, and asks the person where it has to."""

    def __init__(self, app: App[Any], folder: Path, now: Callable[[], datetime]) -> None:
        """Keep recovery files and history in this state folder."""
        self._app, self._folder, self._now = app, folder, now
        self._session: Session | None = None
        self._keeper: Keeper | None = None
        self._later: set[tuple[str, ...]] = set()
        self._told_of, self._looks = set[str](), 0
        self.is_ending = False
        """Whether the program is about to end, so that nothing can be asked any more."""

    def opened(self, session: Session, changed: Callable[[], None]) -> None:
        """Begin with a plan: offer what an earlier session could not save."""
        if self._keeper is not None:
            self._keeper.close()
        self._session, self._changed = session, changed
        self._keeper = Keeper(session, self._folder, self._now)
        self._later.clear()
        found = self._keeper.recoverable()
        if found:
            self._app.call_later(self._offer, found[0])
        self._told_of, self._looks = set(), 0
        self._tell_copies(session)

    def _tell_copies(self, session: Session) -> None:
        """Say which copies a sync program left that were not told of yet."""
        names = [one.name for one in conflict_copies(session.path)]
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
        """What keeps the open plan; None where none is open."""
        return self._keeper

    def bring_back(self, plan: Plan, what: str) -> None:
        """Make an earlier version the plan again; the version as it is now stays in the history."""
        if self._keeper is not None:
            self._shown(self._keeper.bring_back(plan, what))
            self._changed()

    def save(self, session: Session) -> str:
        """Save the plan; returns why it could not be saved, or nothing."""
        return self._shown(self._keeper_of(session).save())

    def save_late(self, session: Session) -> str:
        """Save what still arrived for a plan that was closed; returns why it could not be saved."""
        outcome = Keeper(session, self._folder, self._now).save()
        return outcome.trouble

    def look(self, session: Session) -> str:
        """Take in what others wrote meanwhile; returns what went wrong, or nothing."""
        self._looks += 1
        if self._looks % COPIES_EVERY == 0:
            self._tell_copies(session)
        return self._shown(self._keeper_of(session).save())

    def close(self) -> None:
        """Leave this sitting's snapshot."""
        self.is_ending = True
        if self._keeper is not None:
            self._keeper.close()

    def _keeper_of(self, session: Session) -> Keeper:
        if self._keeper is None or session is not self._session:
            self._session = session
            self._keeper = Keeper(session, self._folder, self._now)
        return self._keeper

    def _shown(self, outcome: Outcome) -> str:
        if outcome.taken and not self.is_ending:
            lines = [one.words for one in outcome.taken[:LISTED]]
            more = len(outcome.taken) - LISTED
            lines += [_("and {more} more").format(more=more)] if more > 0 else []
            self._say(_("Someone else changed this plan; taken in: ") + "; ".join(lines))
        waiting = [one for one in outcome.conflicts if one.place not in self._later]
        if waiting and not self.is_ending and not isinstance(self._app.screen, ModalScreen):
            self._ask(waiting[0], len(waiting))
        if outcome.trouble and outcome.is_kept_aside:
            return _("{trouble} Your changes are kept aside and tried again.").format(
                trouble=outcome.trouble
            )
        return outcome.trouble

    def _ask(self, conflict: Conflict, left: int) -> None:
        def chosen(mine: bool | None) -> None:  # noqa: FBT001 - what a screen returns
            if mine is None:
                self._later.add(conflict.place)
            elif self._keeper is not None:
                self._keeper.choose(conflict, ours=mine)
            self._changed()

        self._app.push_screen(ConflictScreen(conflict, left, self._written_at()), chosen)

    def _written_at(self) -> datetime | None:
        if self._session is None:
            return None
        try:
            return datetime.fromtimestamp(self._session.path.stat().st_mtime)  # noqa: DTZ006
        except OSError:
            return None

    def _offer(self, kept: Kept) -> None:
        session, keeper = self._session, self._keeper
        if session is None or keeper is None:
            return
        would = kept.would_change(session.plan, session.template)
        lines = [f"- {one.words}" for one in would[:LISTED]]
        lines += (
            [_("and {count} more").format(count=len(would) - LISTED)] if len(would) > LISTED else []
        )
        lines = lines or [_("nothing more")]
        left = kept.left_words(LISTED)
        words = "\n".join(
            [
                _("Kept aside {now}. It would change:").format(now=kept.age(self._now())),
                *lines,
                *left,
            ]
        )

        def go(choice: str | None) -> None:
            if choice == "bring":
                self._shown(keeper.recover(kept))
                self._changed()
                if left:
                    self._say("\n".join(left))
            elif choice == "drop":
                keeper.recovery.forget(kept.file)

        ways = {"bring": _("Bring it back"), "drop": _("Throw it away")}
        self._app.push_screen(Choose(_("Work that could not be saved was found"), words, ways), go)

    def _say(self, words: str) -> None:
        self._app.notify(cleaned(words), timeout=12, markup=False)
