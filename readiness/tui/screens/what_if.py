"""The what-ifs of the hours screen: what is asked, and each beside the plan as it is."""

from __future__ import annotations

from collections.abc import Callable

from readiness.describe.what_if import IMPOSSIBLE, Outcome, outcome, outcome_of, variant_words
from readiness.domain.capacity.scenarios import KINDS, Question, variant
from readiness.domain.capacity.what_if import Variant
from readiness.i18n.language import N_, Words, _
from readiness.tui.program import Program
from readiness.tui.screens.dialogs import ask
from readiness.tui.screens.form_dialog import AskText
from readiness.tui.view import View
from readiness.tui.widgets.lines import Line

AS_IS = N_("as it is")
"""The key of the line that shows the plan itself."""


ASKED = Words(
    {
        "leaves": N_("Who leaves, and in which week from the start? For example: CD 12"),
        "away": N_("Who is away, and from which week on? For example: CD 12"),
        "fewer": N_("How many patients in all instead?"),
    }
)
"""What is asked about each what-if."""


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


def ask_what_if(app: Program, key: str, asked: Question, then: Callable[[Question], None]) -> None:
    """Ask what a what-if is about; nothing of one about which nothing can be asked."""
    if key not in ASKED:
        return

    def keep(text: str) -> None:
        found = asked.typed(key, text, app.plan.seen.plan)
        if found is None:
            app.messages.tell(
                _("Not understood: write a practitioner of the list and a week, or a number.")
            )
        else:
            then(found)

    ask(app, AskText(_("What if"), ASKED[key]), keep)


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
