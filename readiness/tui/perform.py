"""Carries out an operation on the open plan from a screen, and says what it came to."""

from __future__ import annotations

from collections.abc import Callable

from readiness.app.operations.effect import Effect
from readiness.app.session import Session
from readiness.i18n.language import _
from readiness.tui.current_plan import TOLD
from readiness.tui.program import Program


def perform(
    app: Program, operate: Callable[[Session], Effect], hint: str = "", *, is_told: bool = True
) -> bool:
    """Carry out an operation and say so, with the way back and what followed; False if refused.

    A hint says which key comes next. What the screen itself shows at once need not be told.
    """
    found = list[Effect]()
    app.plan.seen  # noqa: B018 - what was typed reaches the plan first
    app.plan.keep(lambda session: found.append(operate(session)))
    for effect in found:
        if is_told or not effect.is_done:
            say(app, effect, hint)
    return any(effect.is_done for effect in found)


def say(app: Program, effect: Effect, hint: str = "") -> None:
    """Say what an operation came to, with the way back and what followed."""
    if effect.invalid is not None or effect.trouble:
        app.messages.wrong(effect.said)
    elif effect.refusal is not None:
        app.messages.tell(effect.said)
    else:
        did = effect.consequences[:TOLD]
        words = filter(None, (effect.said, hint, _("Ctrl+Z takes it back.")))
        app.messages.tell("\n".join([" ".join(words), *did]))
