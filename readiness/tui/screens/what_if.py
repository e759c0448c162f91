"""The what-ifs of the hours screen: what is asked, and each beside the plan as it is."""

from __future__ import annotations

from readiness.describe.what_if import IMPOSSIBLE, Outcome, outcome, outcome_of, variant_words
from readiness.domain.capacity.scenarios import KINDS, Question, variant
from readiness.domain.capacity.what_if import Variant
from readiness.i18n.language import N_, _
from readiness.tui.view import View
from readiness.tui.widgets.lines import Line

AS_IS = N_("as it is")
"""The key of the line that shows the plan itself."""


def chosen(kind: str, asked: Question, view: View) -> Variant | None:
    """The what-if of a line; None where it cannot be asked."""
    if kind not in KINDS:
        return None
    return variant(kind, asked, view.plan, view.template, view.review.facts.patients_planned)


def what_if_lines(asked: Question, view: View) -> list[Line]:
    """The plan as it is, and each what-if under it."""
    now = marked(outcome(view.review.facts.ledger))
    lines = [Line(_(AS_IS), _("The plan as it is\n  {ledger}").format(ledger=now))]
    said = list[str]()
    for kind in KINDS:
        one = chosen(kind, asked, view)
        if one is not None:
            lines.append(Line(kind, f"{variant_words(one)}{_keys(kind)}\n  {effect(one, view)}"))
        elif IMPOSSIBLE[kind] not in said:
            said.append(IMPOSSIBLE[kind])
            lines.append(Line("", IMPOSSIBLE[kind], "dim"))
    return lines


def _keys(kind: str) -> str:
    """The keys that change what a what-if asks about."""
    when = _("  < > week, o who")
    return {"leaves": when, "away": when, "fewer": "  < >"}.get(kind, "")


def effect(variant: Variant, view: View) -> str:
    """What a plan as it could be comes to."""
    return marked(outcome_of(variant, view.template))


def marked(found: Outcome) -> str:
    """What a plan comes to, with a sign for whether it fits."""
    sign = "+ " if found.fits else "! " if found.hours else ""
    return f"{sign}{found.words}"
