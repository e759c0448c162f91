"""Monitoring: what is measured, by whom, when, how long it takes, and what is decided from it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from readiness.app.operations.actions import adopt
from readiness.describe.detail import Detail
from readiness.describe.fidelity import comparison_lines, review_line
from readiness.describe.monitoring import (
    Measured,
    MonitoringRule,
    decision_told,
    hours_a_week,
    limits_told,
    measured,
    rules,
)
from readiness.describe.state import sign_of, word_of
from readiness.domain.plan.field_ref import WITH_ROWS, FieldRef
from readiness.domain.plan.inputs import input_ref
from readiness.i18n.language import N_, _
from readiness.i18n.words import number_words
from readiness.tui.answer_events import NavigateTo
from readiness.tui.drawing.area import dates_here
from readiness.tui.drawing.texts import details_lines, flag_lines
from readiness.tui.keys import Key
from readiness.tui.line_text import wrapped
from readiness.tui.program import perform
from readiness.tui.screens.page import GlancePage
from readiness.tui.view import View
from readiness.tui.widgets.drawing import Draw
from readiness.tui.widgets.glance import Shown
from readiness.tui.widgets.lines import Line

REVIEW = "review "
"""What the key of a line begins with that is about a fidelity review that was recorded."""


class MonitoringScreen(GlancePage):
    """Measures above, rules under them; each line leads to its question."""

    TITLES = (N_("What is measured, and what follows"), N_("What stands behind it"))
    LINE = (Key("enter", "", word=N_("go there")), "adopt", "leave")
    GLANCES = ("rounds", "limits", "decision")
    BINDINGS = [Key("plus,insert", "adopt", N_("Adopt the action"), word=N_("adopt its action"))]

    def head(self, view: View) -> str:
        """How much is measured, and what it costs."""
        found = list(measured(view.plan, view.template, view.review))
        lacking = sum(not (one.who and one.when) for one in found)
        hours = hours_a_week(view.review)
        cost = _("   about {n} h a week").format(n=number_words(hours)) if hours else ""
        words = _("Monitoring   {n} measured, {open} without who or when")
        return words.format(n=len(found), open=lacking) + cost

    def rows(self, view: View) -> list[Line]:
        """Measures, then rules, then the fidelity reviews that were recorded, last first."""
        lines = [Line("", _("What is measured"))]
        found = measured(view.plan, view.template, view.review)
        lines += [Line(f"measured {n}", _measured_line(one), hang=4) for n, one in enumerate(found)]
        lines.append(Line("", _("From results to decisions")))
        found_rules = rules(view.plan, view.template)
        lines += [Line(f"rule {n}", _rule_line(one), hang=4) for n, one in enumerate(found_rules)]
        reviews = sorted(view.plan.fidelity, reverse=True)
        lines += [Line("", _("Fidelity reviews"))] if reviews else []
        told = [review_line(view.plan, view.template, review) for review in reviews]
        lines += [
            Line(f"{REVIEW}{day}", words, hang=4) for day, words in zip(reviews, told, strict=True)
        ]
        return lines

    def _ref(self, view: View, key: str) -> FieldRef | None:
        if key.startswith(REVIEW):
            return FieldRef(table=WITH_ROWS, entry=key.removeprefix(REVIEW))
        refs = {
            f"measured {n}": one.ref
            for n, one in enumerate(measured(view.plan, view.template, view.review))
        }
        refs |= {f"rule {n}": one.ref for n, one in enumerate(rules(view.plan, view.template))}
        return refs.get(key)

    def detail(self, view: View, key: str) -> Draw:
        """The question behind a line, how it stands, and its flag."""
        ref = self._ref(view, key)
        if ref is None:
            return lambda width: wrapped(_("Nothing is measured in this template."), width)
        if ref.table:
            told = list(comparison_lines(view.plan, view.template, ref.entry))
            return lambda width: [line for words in told for line in wrapped(words, width)]
        item, state = view.template.items[ref.item], view.review.items[ref.item]

        def draw(width: int) -> list[str]:
            details = [
                Detail(f"{sign_of(state)} {word_of(state)}", f"{ref.item} {item.question}"),
                Detail(_("Ready when"), item.ready_when),
                Detail(_("Note"), view.plan.answer(ref.item).note),
            ]
            flag = flag_lines(state.flag, view, width) if state.flag else []
            return [*details_lines(details, width), *flag]

        return draw

    def glances(self, view: View, key: str) -> Iterator[Shown]:  # noqa: ARG002 - whatever it is on
        """The rounds to come, the limits after the start, and how it is decided what follows."""
        if self.has_class("-narrow"):
            return
        plan, template, today = view.plan, view.template, self.app.today()
        ref = input_ref(template, "review_date")
        if ref is not None:
            area = template.items[ref.item].area
            made = partial(dates_here, area, view, today)
            yield Shown("rounds", _("Rounds and dates"), made, (plan, template))
        limits = partial(_as_lines, limits_told(template))
        yield Shown("limits", _("Limits after the start"), limits, (template,))
        if self.has_class("-huge"):
            title = _("How it is decided to go on, adjust or stop")
            made = partial(_as_lines, decision_told(plan, template))
            yield Shown("decision", title, made, (plan, template))

    def on_option_list_option_selected(self) -> None:
        """Go to the field that says so."""
        ref = self._ref(self.app.plan.seen, self.lines.key)
        if ref is not None:
            self.post_message(NavigateTo(ref))

    def action_adopt(self) -> None:
        """Put the action for the question behind the line into the action plan."""
        ref = self._ref(self.app.plan.seen, self.lines.key)
        if ref is not None and ref.item:
            perform(self.app, lambda session: adopt(session, ref.item))


def _as_lines(said: list[str]) -> Draw:
    return lambda width: [row for words in said for row in wrapped(words, width, "  ")]


def _measured_line(one: Measured) -> str:
    sign = "+" if one.who and one.when else "o"
    return f"{sign} {one.what}\n    {one.said}"


def _rule_line(one: MonitoringRule) -> str:
    sign = "+" if not one.is_open else "o" if one.words else "."
    return f"{sign} {one.name}: {one.said}"
