"""The patients: how many are likely to fit, agree, start and complete; how many must be found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.binding import Binding
from textual.content import Content

from readiness.describe.patients import asking_told, fit_told, moves_told, patients_of_each
from readiness.describe.state import sign_of, state_of, word_of
from readiness.domain.capacity.capacity import ABOUT_PATIENTS
from readiness.domain.patients.funnel import eligible_needed, eligible_of, funnel_of, penetration_of
from readiness.domain.patients.funnel_words import (
    needed_words,
    penetration_words,
    uncounted_words,
    whole_patients,
)
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.inputs import input_ref
from readiness.i18n.language import N_, _
from readiness.tui.answer_events import NavigateTo
from readiness.tui.drawing.bars import funnel_lines
from readiness.tui.drawing.dashboard import patients_drawn
from readiness.tui.keys import Key
from readiness.tui.line_text import plain, wrapped
from readiness.tui.screens.numbers_page import NumbersPage, lines_of
from readiness.tui.view import View
from readiness.tui.widgets.drawing import Draw
from readiness.tui.widgets.lines import Line

MOST = 1000
"""Completers that can be asked about."""

USUAL = 8
"""Asked about where no caseload is planned; our default."""


class PatientsScreen(NumbersPage):
    """The funnel, and the questions and shares it rests on."""

    LINE = (
        ("step(-1)", "step(1)"),
        Key("enter", "", word=N_("open or change")),
        "default",
        "leave",
    )
    BINDINGS = [
        Key(
            "less_than_sign,left",
            "step(-1)",
            N_("Fewer who complete"),
            word=N_("how many complete"),
        ),
        Binding("greater_than_sign,right", "step(1)", N_("More who complete")),
        Key("d,delete", "default", N_("Back to the template's number"), word=N_("default")),
    ]

    def __init__(self) -> None:
        """Ask about as many as are planned."""
        super().__init__()
        self._completers: int | None = None

    def head(self, view: View) -> str:
        """What the screen is."""
        known = eligible_of(view.plan, view.template)[0] is not None
        return _("Patients: from those who fit to those who complete") + (
            "" if known else _("   not counted yet")
        )

    def draw(self, view: View) -> None:
        """Draw the funnel and the list."""
        self.query_one("#side").border_title = _("What it rests on")
        super().draw(view)

    def rows(self, view: View) -> list[Line]:
        """The questions it rests on, then the shares."""
        ref = input_ref(view.template, "eligible")
        area = view.template.items[ref.item].area if ref else ""
        items = [key for key, _rest in view.template.items_of(area)]
        lines = [Line("", _("Questions"))]
        lines += [
            Line(f"item {key}", _item_line(key, view), "", state_of(view.review.items[key]))
            for key in items
        ]
        lines.append(Line("", _("Shares it is reckoned with")))
        names = [one for one in ABOUT_PATIENTS if one in view.template.practice.numbers]
        return lines + lines_of(names, view)

    def detail(self, view: View, key: str) -> Draw:  # noqa: ARG002 - as every page
        """The funnel, who must be found, and who is likely to be reached."""
        inputs, facts = view.review.facts.inputs, view.review.facts
        funnel = funnel_of(view.plan, view.template)
        count = self._count(view)
        missing = uncounted_words(view.plan, view.template)
        needed = needed_words(count, eligible_needed(count, view.plan, view.template))
        fit, _is_estimate = eligible_of(view.plan, view.template)
        ref = input_ref(view.template, "eligible")

        chars, goal = self.app.appearance.characters, inputs.number("goal_patients")
        is_roomy, planned = not self.has_class("-narrow"), facts.of("patients_planned")
        wanted = float(planned) if isinstance(planned, int | float) else None

        def draw(width: int) -> Sequence[str | Content]:
            if funnel is None and fit is not None:
                words = fit_told(str(whole_patients(fit)))
                return [*wrapped(f"{words}.", width, "  "), "", *wrapped(missing, width, "  ")]
            if funnel is None:
                where = f" ({ref.item})" if ref else ""
                words = _(
                    "o Nobody has counted the patients who fit{where}. Enter leads there."
                ).format(where=where)
                said = missing or needed
                return [*wrapped(words, width, "  "), "", *wrapped(said, width, "  ")]
            reached = penetration_words(penetration_of(funnel, facts.ledger))
            found: list[str | Content] = []
            if goal is not None:
                found += [*patients_drawn(view, width, chars), ""]
            found += funnel_lines(funnel, wanted, width, chars)
            for words in (missing or needed, reached):
                found += ["", *wrapped(words, width, "  ")] if words else []
            return [*found, *(_roomy(view, width) if is_roomy else [])]

        return draw

    def on_option_list_option_highlighted(self) -> None:
        """The funnel stays as it is while the cursor moves."""

    def _count(self, view: View) -> int:
        if self._completers is not None:
            return self._completers
        planned = view.review.facts.of("patients_planned")
        return max(int(planned), 1) if isinstance(planned, int | float) else USUAL

    def on_option_list_option_selected(self) -> None:
        """Go to the question, or change the share."""
        key = self.lines.key
        if key.startswith("item "):
            self.post_message(NavigateTo(FieldRef(item=key.removeprefix("item "))))
        elif self.number:
            self.edit_number(self.number)

    def action_step(self, step: int) -> None:
        """Ask about one more or one fewer."""
        self._completers = min(max(self._count(self.app.plan.seen) + step, 1), MOST)
        self.draw_detail(self.app.plan.seen)

    def action_default(self) -> None:
        """Go back to the template's number."""
        self.to_default(self.number)


def _roomy(view: View, width: int) -> Iterator[str | Content]:
    """What stands under the funnel where there is height: what moves it, who asks, who treats."""
    plan, template, facts = view.plan, view.template, view.review.facts
    for title, said in (
        (_("What moves it"), [*moves_told(plan, template)]),
        (_("Who asks"), asking_told(plan, template)),
        (_("Each practitioner's patients"), [*patients_of_each(plan, facts)]),
    ):
        yield from ("", plain(title, "bold")) if said else ()
        yield from (row for words in said for row in wrapped(words, width, "  "))


def _item_line(key: str, view: View) -> str:
    state, item = view.review.items[key], view.template.items[key]
    return f"{sign_of(state)} {word_of(state):<14} {key:<8} {item.short}"
