"""Dialogs about who answers for a flag or a rule that is off plan: why, who, and until when."""

from __future__ import annotations

from collections.abc import Callable

from readiness.app.operations.decisions import look_again, withdraw
from readiness.app.operations.effect import Effect
from readiness.app.session import Session
from readiness.describe.flag import acceptance_words
from readiness.domain.plan.acceptance import Acceptance
from readiness.i18n.language import _
from readiness.i18n.words import date_words
from readiness.tui.program import Program, perform
from readiness.tui.screens.dialogs import Choose, ask
from readiness.tui.screens.form_dialog import AskText


def ask_acceptance(
    app: Program, flag: str, says: str, accept: Callable[[Session, str, str], Effect]
) -> None:
    """Ask why a flag is accepted, and who says so; then have it accepted."""
    fields = app.plan.seen.plan.accepted.get(flag, {})
    reason, by = (str(fields.get(name, "")) for name in ("reason", "by"))
    title = _("Accept {id}").format(id=flag[:-1])

    def keep(why: str, who: str) -> None:
        perform(app, lambda session: accept(session, why, who))

    def ask_who(why: str) -> None:
        if not why.strip():
            keep(why, "")
            return
        words = _("Who accepts it? Initials or role; it is printed in the plan.")
        ask(app, AskText(title, words, by), lambda who: keep(why, who))

    words = _("{says}\n\nWhy is it accepted? It stays visible, and is printed so.")
    ask(app, AskText(title, words.format(says=says), reason), ask_who)


def ask_withdrawal(app: Program, flag: str, acceptance: Acceptance | None) -> None:
    """Ask, and let nobody answer for a flag any more."""
    ways = {"withdraw": _("Withdraw the acceptance")}
    title = _("Withdraw the acceptance of {id}?").format(id=flag[:-1])
    dialog = Choose(title, acceptance_words(acceptance), ways)
    ask(app, dialog, lambda _way: perform(app, lambda session: withdraw(session, flag)))


def ask_look_again(app: Program, flag: str, acceptance: Acceptance) -> None:
    """Ask when a flag is looked at again: Today says so then."""
    before = acceptance.look_again
    title = _("When is {id} looked at again?").format(id=flag[:-1])
    words = _("A day; nothing where no day is set. Today says so when it has come.")
    dialog = AskText(title, words, date_words(before) if before is not None else "")
    ask(app, dialog, lambda typed: perform(app, lambda one: look_again(one, flag, typed)))
