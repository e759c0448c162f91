"""A fidelity review: who has finished; then both raters' scores, settled here, and the advice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from readiness.app.operations.fidelity import adopt_advice, show_scores, standing_of_raters
from readiness.app.operations.record import Typed, record, understood
from readiness.app.session import Session
from readiness.describe.fidelity import (
    advice_words,
    agreement_words,
    criteria_of,
    criterion_line,
    criterion_sign,
    finished_words,
    not_shown_yet,
    total_words,
)
from readiness.domain.followup.scale import agreement_of, raters_of
from readiness.domain.kinds.value import InvalidValue, Value
from readiness.domain.plan.field_ref import WITH_ROWS, FieldRef
from readiness.domain.plan.records import ADVICE, DECLINED, EVIDENCE, FIDELITY, ROW_REASON, SETTLED
from readiness.domain.plan.tables import text_of
from readiness.i18n.language import N_, _
from readiness.i18n.words import date_words, spoken
from readiness.tui.form.blocks import Block
from readiness.tui.keys import Key, own_key
from readiness.tui.line_text import cleaned, wrapped
from readiness.tui.program import perform
from readiness.tui.screens.dialogs import ask
from readiness.tui.screens.entry import EntryScreen
from readiness.tui.screens.form_dialog import AskText, FormDialog
from readiness.tui.screens.page import Page
from readiness.tui.view import View
from readiness.tui.widgets.drawing import Draw
from readiness.tui.widgets.lines import Line

FILLED_IN = (SETTLED, ROW_REASON, ADVICE, DECLINED)
"""What is filled in; the raters' own scores are fixed once they were shown to each other."""


class SettleDialog(FormDialog[Typed]):
    """Returns the fields that were changed, understood as the command line understands them."""

    def __init__(self, session: Session, ref: FieldRef, field: str = SETTLED) -> None:
        """Begin with what is there, one field focused."""
        plan, template = session.plan, session.template
        super().__init__(criterion_line(plan, template, ref.entry, ref.row or ""))
        self._session, self._ref, self._field = session, ref, field

    def texts(self) -> dict[str, str]:
        """What is there already."""
        row = self._row
        return {name: " ".join(cleaned(spoken(row.get(name))).split()) for name in FILLED_IN}

    def fields(self) -> list[Block]:
        """The fields."""
        labels = {name: part.label for name, part in FIDELITY.row_parts.items()}
        labels[DECLINED] = _("Declined because")  # as wide as the others
        return [self.field(name, labels[name]) for name in FILLED_IN]

    def give_first(self) -> None:
        """Focus the field that was asked for."""
        self.form.focus_at(FieldRef(part=self._field))

    def finish(self, way: str) -> None:  # noqa: ARG002 - there is one
        """Return what was changed; what is wrong is said and nothing is lost."""
        before, now = self.texts(), self.answers.texts
        said = [f"{name}={now[name]}" for name in FILLED_IN if now[name].strip() != before[name]]
        if not said:
            self.dismiss(None)
            return
        words = ["score", self._ref.entry, self._ref.row or "", *said]
        typed = understood(self._session, words)
        if isinstance(typed, InvalidValue):
            self.say(f"{typed.why}; {typed.todo}.")
        else:
            self.dismiss(typed)

    @property
    def _row(self) -> Mapping[str, Value]:
        return self._session.plan.scores.get(self._ref.entry, {}).get(self._ref.row or "", {})


SCORE = "score "
"""What the key of a line begins with that is about a criterion."""

FIELDS = "fields"
"""The key of the line that leads to the review's own fields."""


class ReviewScreen(Page):
    """One review of the service. Before the scores are shown it tells only who has finished."""

    TITLES = (N_("Criteria, the widest gap first"), N_("What the scores rest on"))
    LINE = (Key("enter", "", word=N_("settle")), "adopt", "decline", "leave")
    FIRST_LINE = ("show_scores", "leave")
    BINDINGS = [
        Key("plus,insert", "adopt", N_("Make an action of the advice"), word=N_("adopt advice")),
        Key("x", "decline", N_("Decline the advice, with a reason"), word=N_("decline it")),
        Key("c", "show_scores", N_("Show the scores to each other"), word=N_("show scores")),
    ]

    def __init__(self, review: str, criterion: str = "") -> None:
        """Show the review of a day, the cursor on a criterion if one is named."""
        super().__init__()
        self.review, self._first = review, criterion
        self.day = date.fromisoformat(review)

    def begin(self) -> None:
        """Start on the criterion that was asked for."""
        super().begin()
        self.lines.go(f"{SCORE}{self._first}")

    def draw(self, view: View) -> None:
        """Draw the review, with the keys for what can be done about it now."""
        super().draw(view)
        self.name_keys(self.LINE if self._is_shown(view) else self.FIRST_LINE)

    def head(self, view: View) -> str:  # noqa: ARG002 - as every page
        """Which review it is."""
        return _("Fidelity review of {date}").format(date=date_words(self.day))

    def rows(self, view: View) -> list[Line]:
        """How far the raters agree, what it came to, and each criterion; or who has finished."""
        plan, template, review = view.plan, view.template, self.review
        if review not in plan.fidelity:
            return [Line("", _("This review is not in the plan any more."))]
        fields = Line(FIELDS, _("Its raters, scale and dates"))
        if not self._is_shown(view):
            said = [Line("", not_shown_yet())]
            standing = self._standing()
            return [*said, *(Line(f"rater {who}", words) for who, words in standing), fields]
        agreement = agreement_of(plan, review)
        raters = raters_of(plan.fidelity[review])
        lines = [Line("", agreement_words(agreement, raters))] if agreement is not None else []
        lines.append(Line("", total_words(plan, template, review)))
        for key in criteria_of(plan, template, review):
            sign = criterion_sign(plan, template, review, key)
            words = f"{sign} {criterion_line(plan, template, review, key)}"
            advice = advice_words(plan, review, key)
            more = "\n    " + _("Advice: {advice}").format(advice=advice) if advice else ""
            lines.append(Line(f"{SCORE}{key}", words + more, hang=4))
        return [*lines, fields]

    def detail(self, view: View, key: str) -> Draw:
        """What a score rests on, and what can be done about it."""
        criterion = key.removeprefix(SCORE)
        if key == FIELDS:
            said = [_("Enter opens who rates it by which scale, and when it was told.")]
        elif key.startswith(SCORE):
            row = view.plan.scores.get(self.review, {}).get(criterion, {})
            evidence = text_of(row, EVIDENCE)
            said = [
                criterion_line(view.plan, view.template, self.review, criterion),
                evidence or _("Nothing was noted of what it rests on."),
                _("Enter settles the score, with the reason, and notes advice."),
            ]
        else:
            words = _(
                "Nothing of a rating is told before all have finished; {key} shows them then."
            )
            said = [words.format(key=own_key(type(self), "show_scores"))]
        return lambda width: [line for words in said for line in wrapped(words, width)]

    def on_option_list_option_selected(self) -> None:
        """Settle a score, or open the review's own fields."""
        key = self.lines.key
        if key == FIELDS:
            self.app.push_screen(EntryScreen(WITH_ROWS, self.review))
        elif key.startswith(SCORE):
            session = self.app.plan.session
            if session is not None:
                ref = FieldRef(table=WITH_ROWS, entry=self.review, row=self._criterion)
                ask(self.app, SettleDialog(session, ref), self._keep)

    def action_adopt(self) -> None:
        """Make an action of the advice on the criterion."""
        if self._criterion:
            perform(self.app, lambda session: adopt_advice(session, self.day, self._criterion))

    def action_decline(self) -> None:
        """Ask why the advice is not followed, and note it."""
        session = self.app.plan.session
        if session is not None and self._criterion:
            ref = FieldRef(table=WITH_ROWS, entry=self.review, row=self._criterion)
            ask(self.app, SettleDialog(session, ref, "declined"), self._keep)

    def action_show_scores(self) -> None:
        """Show the scores to each other; before all have finished only with a reason."""
        view = self.app.plan.seen
        if self._is_shown(view):
            self.app.messages.tell(_("The scores are shown already."))
            return
        session = self.app.plan.session
        standing = standing_of_raters(session, self.day) if session is not None else []
        if all(finished for _who, finished in standing):
            perform(self.app, lambda session: show_scores(session, self.day))
            return

        def go(reason: str) -> None:
            if reason:
                perform(self.app, lambda session: show_scores(session, self.day, reason))

        words = " ".join(said for _who, said in self._standing())
        asked = _("Why are the scores shown before all have finished? It is kept.")
        ask(self.app, AskText(_("Not all have finished"), f"{words} {asked}"), go)

    @property
    def _criterion(self) -> str:
        """The criterion that the cursor is on; empty elsewhere."""
        key = self.lines.key
        return key.removeprefix(SCORE) if key.startswith(SCORE) else ""

    def _is_shown(self, view: View) -> bool:
        return "revealed_on" in view.plan.fidelity.get(self.review, {})

    def _standing(self) -> list[tuple[str, str]]:
        session = self.app.plan.session
        found = standing_of_raters(session, self.day) if session is not None else []
        return [(who, finished_words(who, finished=bool(finished))) for who, finished in found]

    def _keep(self, typed: Typed) -> None:
        perform(self.app, lambda session: record(session, typed))
