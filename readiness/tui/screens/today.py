"""Today: what is due after the start, where the plan stands, and the records a key away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from textual.binding import Binding

from readiness.app.operations.decisions import accept_standing
from readiness.app.operations.record import keep_milestone
from readiness.describe.act import refused_told
from readiness.describe.action import SIGNS, action_sentences
from readiness.describe.after_start import (
    due_head,
    due_line,
    month_told,
    not_begun,
    promise_line,
    standing_details,
    standing_line,
    standing_sign,
)
from readiness.describe.verdict import open_red, verdict
from readiness.domain.followup.agenda import due_of
from readiness.domain.followup.case import Standing, case_of
from readiness.domain.followup.course import course_of
from readiness.domain.followup.due import Due, grouped
from readiness.domain.followup.promises import promises
from readiness.domain.plan.acceptance import acceptance_of, accepted_as
from readiness.domain.plan.field_ref import WITH_ROWS, FieldRef
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.tables import OPEN
from readiness.domain.schedule.actions import actions_of
from readiness.domain.schedule.calendar import events_of, next_events
from readiness.i18n.language import N_, _
from readiness.i18n.words import date_words, short_date
from readiness.tui.answer_events import NavigateTo
from readiness.tui.commands import command_key
from readiness.tui.keys import Key, own_key
from readiness.tui.line_text import wrapped
from readiness.tui.program import perform
from readiness.tui.screens.acceptance import ask_acceptance, ask_look_again, ask_withdrawal
from readiness.tui.screens.page import Page
from readiness.tui.screens.trend import TrendScreen
from readiness.tui.view import View
from readiness.tui.widgets.drawing import Draw
from readiness.tui.widgets.lines import Line

DUE = "due "
"""What the key of a line begins with that is about a date; other keys are ids of rules."""

ABOUT_SCORES = ("FOL-11", "FOL-13", "FOL-14")
"""The rules about the scores of a fidelity review and its advice."""

ABOUT_BARRIERS = "FOL-02"
"""The rule about barriers."""


@dataclass(frozen=True)
class Reckoned:
    """One state of a plan on one day: what is due, how the rules stand, what was promised."""

    plan: Plan
    today: date
    due: dict[str, tuple[Due, int]]
    """By the key of its line, and how many of the same."""
    standing: dict[str, Standing]
    """By the id of its rule."""
    promises: list[str]
    """The promises of the first day in words, with what became of them."""


def reckoned(view: View, today: date) -> Reckoned:
    """How a plan stands on a day."""
    plan, template = view.plan, view.template
    due = {f"{DUE}{n}": one for n, one in enumerate(grouped(due_of(plan, template, today)))}
    rules = course_of(plan, template, today)
    standing = {one.id: one for one in rules if one.state != "not due"}
    case = case_of(plan, template, today)
    kept = [promise_line(one) for one in promises(case)] if case is not None else []
    return Reckoned(plan, today, due, standing, kept)


class TodayScreen(Page):
    """For a practice that runs: what is late, now and soon; then where the plan stands."""

    LINE = (
        Key("enter", "", word=N_("record")),
        *("new('checkins')", "new('monthly')", "review", "trend", "map"),
        *("new('fidelity')", "new('results')", "new('adaptations')", "new('barriers')"),
        *("new('decisions')", "leave"),
    )
    BINDINGS = [
        Key("k", "new('checkins')", N_("Record a check-in"), word=N_("check-in")),
        Key("r", "new('monthly')", N_("Record the counts of last month"), word=N_("month row")),
        Key("y", "new('fidelity')", N_("Record a fidelity review"), word=N_("review")),
        Key("u", "new('results')", N_("Record results for patients"), word=N_("results")),
        Key("l", "new('adaptations')", N_("Log an adaptation"), word=N_("log")),
        Key("b", "new('barriers')", N_("Note a barrier"), word=N_("barrier")),
        Key("g", "new('decisions')", N_("Record the decision"), word=N_("decision")),
        Key("s", "review", N_("Scores of the last fidelity review"), word=N_("Scores")),
        Binding("a", "accept", N_("Accept a rule that is off plan")),
        Binding("w", "withdraw", N_("Withdraw that")),
        Binding("z", "look_again", N_("When it is looked at again")),
        Key("t", "trend", N_("How it went since the first day"), word=N_("trend")),
    ]
    _kept: Reckoned | None = None

    def head(self, view: View) -> str:
        """Which day it is, and which month after the start."""
        today = self.app.today()
        case = case_of(view.plan, view.template, today)
        if case is None:
            return _("Today   {day}").format(day=date_words(today))
        month = month_told(case.start, today, view.plan.months)
        name = view.plan.plan or view.plan.service
        return _("Today   {day}   {month}   {plan}").format(
            day=date_words(today), month=month, plan=name
        )

    def rows(self, view: View) -> list[Line]:
        """What is due, under late, now, soon and suggested; then every rule that has a state."""
        if case_of(view.plan, view.template, self.app.today()) is None:
            return [Line("", not_begun()), Line("", ""), *_to_come(view, self.app.today())]
        lines, head = list[Line](), ""
        for key, (one, many) in self._now(view).due.items():
            if due_head(one) != head:
                head = due_head(one)
                lines.append(Line("", head))
            lines.append(Line(key, f"  {due_line(one, many)}", hang=4))
        if not lines:
            lines.append(Line("", _("Nothing is due.")))
        lines.append(Line("", _("Where the plan stands")))
        for key, standing in self._now(view).standing.items():
            words = f"{standing_sign(standing)} {standing_line(standing)}"
            lines.append(Line(key, words, hang=2))
        return lines

    def detail(self, view: View, key: str) -> Draw:
        """Why a rule matters and what to do; or what Enter records; with the promises kept."""
        if case_of(view.plan, view.template, self.app.today()) is None:
            return partial(_before, view, self.app.today())
        now = self._now(view)
        due, standing = now.due.get(key), now.standing.get(key)
        said = list[str]()
        if standing is not None:
            said = [standing_line(standing), *standing_details(standing, view.template)]
        elif due is not None:
            said = [due_line(*due)]
            if due[0].ref.table == "milestones":
                said.append(_("Once it is done, Enter keeps the plan as it stands today."))
            elif due[0].ref.table == "accepted":
                said.append(_("Enter leads to the rule that is accepted."))
            elif due[0].ref.table or due[0].ref.item:
                said.append(_("Enter opens the record that meets it."))
        if now.promises and due is not None:
            said += [_("Promises of the first day") + ":", *now.promises]
        return lambda width: [line for words in said for line in wrapped(words, width)]

    def _now(self, view: View) -> Reckoned:
        """How the plan stands, reckoned once for each state of it and not at each line."""
        today, kept = self.app.today(), self._kept
        if kept is None or kept.plan is not view.plan or kept.today != today:
            self._kept = kept = reckoned(view, today)
        return kept

    def on_option_list_option_selected(self) -> None:
        """Open the record that would meet what is due, or the action that answers a rule."""
        view, key = self.app.plan.seen, self.lines.key
        now = self._now(view)
        if key in now.due:
            ref = now.due[key][0].ref
            if ref.table == "milestones":
                perform(self.app, keep_milestone)
            elif ref.table == "accepted":
                self.lines.go(ref.entry[:-1])
            elif ref == FieldRef():
                words = _("There is no record for this: {key} is the calendar.")
                self.app.messages.tell(words.format(key=command_key("page('calendar')")))
            else:
                self.post_message(NavigateTo(ref))
        elif key in now.standing and (action := now.standing[key].answered_by):
            self.post_message(NavigateTo(FieldRef(table="actions", entry=action)))
        elif key in ABOUT_SCORES:
            self.action_review()
        elif key == ABOUT_BARRIERS and (barrier := _open_barrier(view.plan)):
            ref = FieldRef(table="barriers", entry=barrier, part="solved_on")
            self.post_message(NavigateTo(ref))

    def action_accept(self) -> None:
        """Ask why a rule that is off plan is accepted, and who says so."""
        one = self._standing
        if one is None or not one.is_off_plan:
            self.app.messages.tell(_("Put the cursor on a rule that is off plan."))
            return
        ask_acceptance(
            self.app,
            one.flag,
            standing_line(one),
            lambda session, why, who: accept_standing(session, one.id, why, who),
        )

    def action_withdraw(self) -> None:
        """Ask, and let nobody answer for the rule any more."""
        one, plan = self._standing, self.app.plan.seen.plan
        flag = accepted_as(plan, one.id) if one is not None else ""
        if one is None or not flag:
            self.app.messages.tell(refused_told("not accepted"))
        else:
            accepted = one.acceptance or acceptance_of(plan, flag, "", "")
            ask_withdrawal(self.app, flag, accepted)

    def action_look_again(self) -> None:
        """Ask when the rule is looked at again."""
        one = self._standing
        if one is None or one.acceptance is None:
            self.app.messages.tell(refused_told("not accepted"))
        else:
            ask_look_again(self.app, one.flag, one.acceptance)

    @property
    def _standing(self) -> Standing | None:
        """The rule that the cursor is on."""
        return self._now(self.app.plan.seen).standing.get(self.lines.key)

    def action_trend(self) -> None:
        """Show how areas and rules went over the days that were kept."""
        self.app.push_screen(TrendScreen())

    def action_review(self) -> None:
        """Show the last fidelity review, with what each rater scored once that is shown."""
        reviews = sorted(self.app.plan.seen.plan.fidelity)
        if not reviews:
            words = _("No fidelity review is recorded yet: {key} records one.")
            key = own_key(type(self), "new('fidelity')")
            self.app.messages.tell(words.format(key=key))
        else:
            self.post_message(NavigateTo(FieldRef(table=WITH_ROWS, entry=reviews[-1])))

    def action_new(self, table: str) -> None:
        """Open the record of today, or of last month, or the next numbered one."""
        if case_of(self.app.plan.seen.plan, self.app.plan.seen.template, self.app.today()) is None:
            self.app.messages.tell(not_begun())
            return
        self.post_message(NavigateTo(FieldRef(table=table, entry=self._entry(table))))

    def _entry(self, table: str) -> str:
        today = self.app.today()
        if table == "monthly":
            return last_month(today)
        if table in ("adaptations", "barriers"):
            return self.app.plan.seen.plan.new_entry(table)
        return today.isoformat()


SHOWN = 60
"""Dates to come that are listed before the start."""


def _to_come(view: View, today: date) -> list[Line]:
    """The dates until the start and after it, as they stand in the calendar."""
    events = next_events(events_of(view.plan, view.template), today)[:SHOWN]
    head = [Line("", _("The next dates"))] if events else []
    said = (f"{short_date(one.day):<11}  {one.words}" for one in events)
    return [*head, *(Line("", words, "not bold", hang=13) for words in said)]


def _before(view: View, today: date, width: int) -> list[str]:
    """How the plan stands before its start, and what is still to be done."""
    to_do = [one for one in actions_of(view.plan) if one.state == OPEN]
    said = [f"{verdict(view.plan, view.review, today)}.", ""]
    said += [f"! {flag.says}" for flag in open_red(view.review)]
    said += ["", *(f"{SIGNS[one.state]} {action_sentences(one)}" for one in to_do)]
    return [row for words in said for row in wrapped(words, width, "    ")]


def _open_barrier(plan: Plan) -> str:
    """The first barrier that is not solved; empty where there is none."""
    return next((key for key, one in plan.barriers.items() if "solved_on" not in one), "")


def last_month(today: date) -> str:
    """The month that has ended last, as its record is named."""
    return (today.replace(day=1) - timedelta(days=1)).isoformat()[:7]
