"""The program as its screens know it: the open plan, what is said, and the ways elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from readiness.app.operations.effect import Effect
from readiness.app.session import Session
from readiness.i18n.language import _
from readiness.tui.answer_events import Submission
from readiness.tui.appearance import Appearance
from readiness.tui.bottom_lines import Messages
from readiness.tui.commands import command_key
from readiness.tui.current_plan import TOLD, CurrentPlan
from readiness.tui.textual_gaps import FaultApp
from readiness.tui.worked_example import WorkedExample

if TYPE_CHECKING:
    from readiness.app.operations.documents import Job
    from readiness.app.operations.open_plan import OwnMemory
    from readiness.report.formats import Format
    from readiness.report.plain_text import Section


class Ways(Protocol):
    """The ways between screens; what goes them knows all screens, and no screen knows it."""

    def open_area(self, area: str) -> None:
        """Show an area at its first item without an answer."""

    def open_item(self, item: str) -> None:
        """Show an item in its area."""

    def show_map(self) -> None:
        """Show the map: the start of an open plan, with all areas."""


class Printer(Protocol):
    """What makes the document."""

    def make(self, kind: Format, which: str = "", *, is_shared: bool = False) -> None:
        """Make a document as a file beside the plan."""

    def job(self, kind: Format, which: str = "", *, is_shared: bool = False) -> Job | None:
        """A document that can be made of the open plan; None where none is open."""

    def offer(self) -> None:
        """Offer every document that can be made now, and show the one that is chosen."""


class Files(Protocol):
    """What opens plans."""

    def open_path(self, path: Path) -> None:
        """Open a plan file."""

    def renew(self, path: Path) -> bool:
        """Remember how a plan of the list stands now; whether it could be read."""

    def board_page(self, path: Path) -> Section | None:
        """The page for the board of a plan that is only read; None where it cannot be."""


class Program(FaultApp):
    """What a screen may ask the program for. The program itself is `app.ReadinessApp`."""

    plan: CurrentPlan
    submission: Submission
    messages: Messages
    navigation: Ways
    documents: Printer
    appearance: Appearance
    plan_files: Files
    memory: OwnMemory
    worked_example: WorkedExample
    today: Callable[[], date]
    offers_tour: bool
    """Whether the program is started for the first time."""


def perform(
    app: Program, operate: Callable[[Session], Effect], hint: str = "", *, is_told: bool = True
) -> bool:
    """Carry out an operation and say so, with the way back and what followed; False if refused.

    A hint says which key comes next. What the screen itself shows at once need not be told.
    """
    app.plan.seen  # noqa: B018 - what was typed reaches the plan first
    effect = app.plan.keep(operate)
    if effect is None:
        return False
    if is_told or not effect.is_done:
        say(app, effect, hint)
    return effect.is_done


def say(app: Program, effect: Effect, hint: str = "") -> None:
    """Say what an operation came to, with the way back and what followed."""
    if effect.invalid is not None or effect.trouble:
        app.messages.wrong(effect.said)
    elif effect.refusal is not None:
        app.messages.tell(effect.said)
    else:
        did = effect.consequences[:TOLD]
        back = _("{key} takes it back.").format(key=command_key("undo"))
        words = filter(None, (effect.said, hint, back))
        app.messages.tell("\n".join([" ".join(words), *did]))
