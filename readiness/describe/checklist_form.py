"""Which form of the checklists was asked, and what that leaves open, in words."""

from __future__ import annotations

from readiness.domain.checklist.template import SHORT, Template, asked_in
from readiness.domain.rules.review import Review
from readiness.i18n.language import _, n_


def form_told(state: Review) -> str:
    """What was not asked; empty for the full form, and where everything was asked all the same."""
    left = len(state.left_out)
    if state.form != SHORT or not left:
        return ""
    asked = _("Short form (our default choice of questions): {asked} of {all} questions asked.")
    rest = n_(
        "{n} was not asked in the short form and is never ready.",
        "{n} were not asked in the short form and are never ready.",
        left,
    )
    return f"{asked.format(asked=state.asked, all=len(state.items))} {rest.format(n=left)}"


def answered_told(state: Review) -> str:
    """How many of the questions asked are answered, and of which form they are."""
    words = _("{answered} of {asked} questions answered")
    if state.form == SHORT:
        words = _("{answered} of {asked} questions answered (short form)")
    return words.format(answered=state.answered, asked=state.asked)


def switched_told(template: Template, state: Review) -> str:
    """What a switch to this form did; nothing that was said is ever left out."""
    every = len(state.items)
    if state.form != SHORT:
        return _("Full form: all {all} questions. Every answer stays.").format(all=every)
    short = len(asked_in(template, SHORT))
    words = _("Short form: {n} of {all} questions, our choice of those that can raise a red flag.")
    beyond = state.asked - short
    kept = n_(
        "Every answer stays; {n} more question that you said something about is still shown.",
        "Every answer stays; {n} more questions that you said something about are still shown.",
        beyond,
    )
    stays = kept.format(n=beyond) if beyond else _("Every answer stays.")
    return f"{words.format(n=short, all=every)} {stays}"
