"""The tour: six cards over the real screens; Esc leaves it at any of them."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding

from readiness.i18n.language import N_, _
from readiness.tui.keys import with_key
from readiness.tui.screens.dialogs import Notice


@dataclass(frozen=True)
class Stop:
    """One card, and the screen that stands behind it."""

    screen: str
    """`map`, `question`, or a screen of the catalogue."""
    title: str
    words: str
    moves_up: bool = False
    """Whether the card covers nothing of the screen, which is drawn above it."""


STOPS = (
    Stop(
        "map",
        N_("The map: where you are"),
        N_(
            "The areas, each with a sign, a count, and a sentence about what stands in the way; "
            "below them what is most serious. F2 brings you here from anywhere."
        ),
        moves_up=True,
    ),
    Stop(
        "question",
        N_("A question"),
        N_(
            "The answer, what it means, and the other questions of its area. Enter answers "
            "and goes on, Esc goes back. F3 finds the next question without an answer. "
            "Not sure is a good answer: it stays open."
        ),
    ),
    Stop(
        "question",
        N_("What an answer does"),
        N_(
            "Every answer shows at once what it means: the sign of the question, a sentence, what "
            "to do, and the effect: a flag raised or cleared, hours left, a date moved. "
            "Ctrl+Z takes it back."
        ),
        moves_up=True,
    ),
    Stop(
        "flags",
        N_("What will go wrong"),
        N_(
            "All flags in one place (x), with your own numbers, the source, and what to do. Enter "
            "leads to the field. A flag can be accepted with a reason; it stays in view."
        ),
    ),
    Stop(
        "hours",
        N_("Hours needed and freed"),
        N_(
            "The hours week by week (h), what if somebody leaves, and what would make it fit. "
            "Patients (e), actions (a) and the calendar (c) are one key away as well."
        ),
    ),
    Stop(
        "map",
        N_("In the end"),
        N_(
            "p prints the plan for your board. Everything is saved as you go. / searches, F1 "
            "helps with whatever is under the cursor, Ctrl+P lists every command, and s chooses "
            "the short or the full form."
        ),
        moves_up=True,
    ),
)
"""The stops in order."""


class TourCard(Notice[int]):
    """One card at the bottom; returns 1 to go on and -1 to go back a stop."""

    DEFAULT_CSS = """
    TourCard { align: center bottom; background: $background 0%; }
    TourCard > Vertical { padding: 0 2; margin-bottom: 1; border: double $accent; }
    TourCard .title { margin-bottom: 0; }
    """
    BINDINGS = [
        Binding("enter,right,n", "go(1)", N_("Next stop")),
        Binding("backspace,left", "go(-1)", N_("Stop before")),
        Binding("escape,q", "dismiss(None)", N_("Leave the tour")),
    ]

    def __init__(self, number: int) -> None:
        """Show a stop, counted from 0."""
        stop, count = STOPS[number], len(STOPS)
        head = _("Tour, {n} of {all}: {title}")
        head = head.format(n=number + 1, all=count, title=_(stop.title))
        on = _("Done (Enter)") if number == count - 1 else _("Next (Enter)")
        before = {"back": with_key(_("Back"), "backspace")} if number else {}
        buttons = {"next": on, **before, "leave": with_key(_("Leave the tour"), "escape")}
        super().__init__(head, _(stop.words), buttons, "next")
        self._number = number

    def press(self, name: str) -> None:
        """Go on, back, or leave."""
        self.dismiss({"next": 1, "back": -1}.get(name))

    def action_go(self, step: int) -> None:
        """Go on or back; there is nothing before the first stop."""
        if self._number + step >= 0:
            self.dismiss(step)
