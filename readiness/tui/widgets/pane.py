"""One question at a time, and those that may be asked for next ready behind it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from functools import partial
from typing import Self

from textual.geometry import Region

from readiness.tui.unseen import rehearsal
from readiness.tui.view import View
from readiness.tui.walk import Step
from readiness.tui.widgets.plain_boxes import Column
from readiness.tui.widgets.question import Question


class Pane(Column):
    """Shows one question; others wait behind it, made but not shown.

    What waits is as old as the view it was made from, and is brought up to date when it is shown.
    A question that was left is never shown again: it is made anew, as it is in the plan.
    """

    def __init__(self, id: str) -> None:  # noqa: A002 - as Textual calls it
        """Show nothing yet."""
        super().__init__(id=id)
        self.question: Question | None = None
        """The question that is shown."""
        self._turn = 0
        self._ready: dict[str, Question] = {}
        self._left: list[Question] = []

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Lay out what comes and goes behind the question without painting the question again."""
        return super().refresh(
            *regions, repaint=repaint and not layout, layout=layout, recompose=recompose
        )

    async def turn_to(self, item: str, view: View, today: date) -> None:
        """Show a question, unless a faster hand asks for another one meanwhile."""
        self._turn += 1
        turn = self._turn
        found = self._ready.pop(item, None)
        with self.app.batch_update():
            if found is None:
                found = Question(item, view, today)
                found.display = False
                await self.mount(found)
            await found.fill()
            if turn == self._turn and self.is_attached:
                self.put_away()
                self.question = found
                found.show(view)
                found.display = True
            else:
                self._left.append(found)
                await self._let_go()

    def put_away(self) -> None:
        """Show nothing."""
        self._turn += 1
        if self.question is not None:
            self.question.display = False
            self._left.append(self.question)
            self.question = None
        # Only after what comes is drawn: to take widgets out takes nearly as long.
        later = self.call_after_refresh if self.screen.is_current else self.call_later
        later(self._let_go)

    def made_ready(self, item: str, view: View, today: date) -> Iterator[Step]:
        """The steps in which a question is made ready that may be asked for next."""
        yield partial(self._begin, item, view, today)
        made = self._ready.get(item)
        if made is not None:
            yield from made.growth(whole=False)
            if made.rehearsed_at != self.size:
                yield from rehearsal(made, self.size)
                made.rehearsed_at = self.size

    async def _begin(self, item: str, view: View, today: date) -> None:
        if item not in self._ready and self.is_attached:
            self._ready[item] = Question(item, view, today)
            self._ready[item].display = False
            await self.mount(self._ready[item])

    async def keep(self, items: Collection[str]) -> None:
        """Let those go that wait and are none of these."""
        self._left += [self._ready.pop(key) for key in list(self._ready) if key not in items]
        await self._let_go()

    async def _let_go(self) -> None:
        gone = self._left[:]
        self._left.clear()
        for one in gone:
            await one.remove()
