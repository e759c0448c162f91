"""Monitoring on one page: what is measured, by whom, when, in how many minutes, what follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from readiness.describe.numbers import number_line
from readiness.domain.checklist.template import Template
from readiness.domain.followup.chance import GOOD_SHARE, POOR_SHARE, agreed_rule, odds, one_in
from readiness.domain.kinds.registry import value_words
from readiness.domain.kinds.value import NO, NOT_SURE, Value
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.fields import answer_lines, said_words
from readiness.domain.plan.inputs import gathered, input_ref
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.tables import text_of
from readiness.domain.record import Record
from readiness.domain.rules.review import Review
from readiness.domain.schedule.actions import basis_words
from readiness.i18n.language import N_, _
from readiness.i18n.words import date_words, first_up, grouped_words, number_words


class Measured(Record, kw_only=False):
    """One thing that is measured."""

    what: str
    """The measure, with its instrument."""
    who: str
    """Who measures; empty where nobody is named."""
    when: str
    """On which day or how often; empty where that is open."""
    minutes: str
    """How long it takes; empty where that is open or does not apply."""
    ref: FieldRef
    """The question that says so."""

    @property
    def said(self) -> str:
        """Who measures, when and for how long, with what is open."""
        parts = (self.who or _("nobody yet"), self.when or _("no date yet"), self.minutes)
        return ", ".join(filter(None, parts))


class MonitoringRule(Record, kw_only=False):
    """What follows from the results, or how they come to those who need them."""

    name: str
    """What the rule is about."""
    words: str
    """The rule as it was answered; empty where it was not."""
    is_open: bool
    """Whether there is none yet: not answered, no, or not sure."""
    ref: FieldRef
    """The question that says so."""

    @property
    def said(self) -> str:
        """The rule on one line, or that there is none."""
        return " ".join(self.words.split()) or _("not answered")


DECISION = "MON-06"
"""The question that says when a practice goes on, is adjusted or stops."""

RULES = (
    (N_("Go on, adjust or stop"), "MON-06", "value"),
    (N_("Not before so many patients"), "MON-06", "at_least_patients"),
    (N_("Who decides"), "MON-06", "decided_by"),
    (N_("Decided on"), "MON-06", "decided_on"),
    (N_("Results reach the practitioners"), "MON-05", "value"),
    (N_("The next time"), "MON-05", "next"),
    (N_("The review is heard"), "MON-02", "value"),
    (N_("Changes to the practice"), "MON-07", "value"),
    (N_("Practitioners see it as a help"), "MON-09", "value"),
    (N_("This check is redone"), "MON-10", "value"),
)
"""Each rule with the question and the field that say it; left out where a template has none."""


def measured(plan: Plan, template: Template, state: Review) -> Iterator[Measured]:
    """What is measured after the start: fidelity reviews, patients' outcomes, monthly counts."""
    yield from _reviews(plan, template)
    inputs = state.facts.inputs
    weeks, minutes = inputs.number("monitoring_weeks"), inputs.number("monitoring_minutes")
    often = _("every {n} weeks").format(n=number_words(weeks)) if weeks else ""
    long = _("{n} min a patient").format(n=number_words(minutes)) if minutes else ""
    ref, how = input_ref(template, "measure"), input_ref(template, "monitoring_minutes")
    who = said_words(plan, template, how.item, "who") if how else ""
    rows = plan.answer(ref.item).filled if ref else {}
    for row, fields in rows.items():
        at = FieldRef(item=ref.item, part="measure", row=row) if ref else FieldRef()
        yield Measured(_measure(fields), who, often, long, at)
    if ref and not rows:
        yield Measured(_("Outcomes of patients"), who, often, long, FieldRef(item=ref.item))
    counts = said_words(plan, template, "MON-08", "value")
    if "MON-08" in template.items:
        what = _("Counts: {counts}").format(counts=counts) if counts else _("Counts")
        yield Measured(what, who, _("every month"), "", FieldRef(item="MON-08"))


def _reviews(plan: Plan, template: Template) -> Iterator[Measured]:
    ref = input_ref(template, "review_date")
    if ref is None:
        return
    named = template.practice.fidelity_scale or _("Fidelity")
    scale = first_up(named)
    rows = plan.answer(ref.item).filled
    for row, fields in rows.items():
        day = fields.get("date")
        when = date_words(day) if isinstance(day, date) else ""
        at = FieldRef(item=ref.item, part="date", row=row)
        yield Measured(scale, text_of(fields, "by"), when, _("a visit of a day"), at)
    if not rows:
        yield Measured(scale, "", "", "", FieldRef(item=ref.item))


def _measure(fields: Mapping[str, Value]) -> str:
    names = [text_of(fields, name) for name in ("measure", "instrument")]
    return ": ".join(name for name in names if name) or _("not named yet")


def rules(plan: Plan, template: Template) -> Iterator[MonitoringRule]:
    """What follows from the results."""
    for name, key, part in RULES:
        if key in template.items and part in template.items[key].parts:
            item, value = template.items[key], plan.answer(key).parts.get(part)
            words = value_words(item.parts[part], value, item.no_label) if value else ""
            is_open = value in (None, NO, NOT_SURE)
            yield MonitoringRule(_(name), words, is_open, FieldRef(item=key, part=part))
    ref, chance = input_ref(template, "decision_rule"), odds_words(plan, template)
    if ref is not None and chance:
        name = _("What chance alone does to it")
        yield MonitoringRule(name=name, words=chance, is_open=False, ref=ref)


def decision_told(plan: Plan, template: Template) -> list[str]:
    """How it is decided to go on, adjust or stop, as far as it was said: a line for each part.

    It ends with what chance alone would do to the rule, where that can be reckoned.
    """
    if DECISION not in template.items:
        return []
    said = answer_lines(template, DECISION, plan)
    chance = odds_words(plan, template)
    return [*(said or [_("Nothing is said about it yet.")]), *([chance] if chance else [])]


def limits_told(template: Template) -> list[str]:
    """The limits by which the time after the start is judged, each with where it comes from."""
    found = template.follow_up.numbers.values()
    return [f"{number_line(one, None)} ({basis_words(one, template)})" for one in found]


def odds_words(plan: Plan, template: Template) -> str:
    """What the agreed rule would do by chance alone; empty where it is not written in counts."""
    rule = agreed_rule(gathered(plan, template))
    if rule is None:
        return ""
    good, poor = (odds(*rule, share) for share in (GOOD_SHARE, POOR_SHARE))
    words = _(
        "On {n} patients: if six in ten truly got better, this rule would stop a good practice "
        "1 time in {stop}; if only three in ten did, it would go on 1 time in {go_on}."
    )
    return words.format(n=rule.patients, stop=_one_in(good.stop), go_on=_one_in(poor.go_on))


def _one_in(probability: float) -> str:
    """One time in so many; for what hardly ever happens a large round number."""
    return grouped_words(one_in(probability))


def hours_a_week(state: Review) -> float | None:
    """Hours a week that measuring takes for all patients planned; None where that is open."""
    inputs, planned = state.facts.inputs, state.facts.of("patients_planned")
    weeks, minutes = inputs.number("monitoring_weeks"), inputs.number("monitoring_minutes")
    if not weeks or not minutes or not isinstance(planned, int | float):
        return None
    return planned * minutes / 60 / weeks
