"""The action plan: what will be done, by whom and when, and the gaps that have no action yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from textual.binding import Binding

from readiness.app.operations.actions import adopt, drop, finish, remove_entry, reopen
from readiness.describe.action import SIGNS, action_details, owner_words, proposal_details
from readiness.describe.action import STATES as CALLED
from readiness.describe.detail import Detail
from readiness.describe.state import sign_of, state_of, word_of
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.tables import DONE, DROPPED, OPEN
from readiness.domain.schedule.actions import Action, actions_of, gaps
from readiness.i18n.language import N_, _
from readiness.i18n.words import first_down, short_date
from readiness.tui.answer_events import NavigateTo
from readiness.tui.drawing.dashboard import bare_drawn, bare_flags, timeline_drawn
from readiness.tui.drawing.texts import details_lines
from readiness.tui.form.blocks import table_entry
from readiness.tui.keys import Key, own_key
from readiness.tui.line_text import wrapped
from readiness.tui.program import perform
from readiness.tui.screens.dialogs import ask
from readiness.tui.screens.form_dialog import AskText
from readiness.tui.screens.page import GlancePage, InlineEdit
from readiness.tui.view import View
from readiness.tui.widgets.drawing import Draw
from readiness.tui.widgets.glance import Shown
from readiness.tui.widgets.lines import Line, following

STATES = ("", OPEN, DONE, DROPPED)
"""What the list can be narrowed to; empty for all."""

ORDERS: dict[str, Callable[[Action], tuple[object, ...]]] = {
    N_("by date"): lambda one: (one.state != OPEN, one.when is not None),
    N_("by owner"): lambda one: (not one.actor, one.actor.casefold()),
    N_("by state"): lambda one: (STATES.index(one.state),),
    N_("by name"): lambda one: (one.title.casefold(),),
}
"""What the list can be sorted by; what is equal stands by date."""


class ActionsScreen(GlancePage, InlineEdit):
    """Actions by date, or the gaps without one."""

    TITLES = (N_("Actions"), N_("The action"))
    GLANCES = ("bare", "timeline")
    LINE = (
        Key("enter", "", word=N_("edit")),
        *("edit_part('actor')", "edit_part('when')", "finish", "drop", "new", "part(True)"),
        *("state", "owner", "order", "leave"),
    )
    GAPS_LINE = (Key("enter,plus", "", word=N_("adopt")), "question", "part(False)", "leave")
    BINDINGS = [
        Key("1", "part(False)", N_("Actions")),
        Key("2", "part(True)", N_("Gaps without an action"), word=N_("gaps")),
        Key("space", "finish", N_("Done, or to do again"), word=N_("done")),
        Key("r", "drop", N_("Drop, with a reason"), word=N_("drop")),
        Binding("d,delete", "remove", N_("Remove")),
        Key("plus,insert", "new", N_("New action, or adopt"), word=N_("new")),
        Key("o", "owner", N_("Filter by who does it"), word=N_("owner")),
        Key("s", "state", N_("Filter by state"), word=N_("State")),
        Key("b", "order", N_("Sort by date, owner, state or name"), word=N_("order")),
        Key("w", "edit_part('actor')", N_("Who does it"), word=N_("Who")),
        Key("t", "edit_part('when')", N_("By when"), word=N_("When")),
        Key("g", "question", N_("Go to its question"), word=N_("go there")),
    ]

    def __init__(self) -> None:
        """Show all actions."""
        super().__init__()
        self._on_gaps, self._owner, self._state = False, "", ""
        self._order = next(iter(ORDERS))

    def head(self, view: View) -> str:
        """How many there are, and what the list is narrowed to."""
        found, left = actions_of(view.plan), gaps(view.plan, view.review)
        if self._on_gaps:
            return _("Gaps without an action   {count}   (1 shows the action plan)").format(
                count=len(left)
            )
        done = sum(one.state == DONE for one in found)
        to_do = sum(one.state == OPEN for one in found)
        state = CALLED[self._state] if self._state else _("all")
        owner = self._owner or first_down(_("Everyone"))
        words = _(
            "Actions  {to_do} to do, {done} done, {count} gaps   {state}, {owner}, {order} (s o b)"
        )
        return words.format(
            to_do=to_do,
            done=done,
            count=len(left),
            state=state,
            owner=owner,
            order=_(self._order),
        )

    def rows(self, view: View) -> list[Line]:
        """Actions by date, or gaps by gravity."""
        if self._on_gaps:
            states = view.review.items
            left = [
                Line(key, _gap_line(key, view), "", state_of(states[key]))
                for key in gaps(view.plan, view.review)
            ]
            return left or [Line("", _("Every open or flagged question has an action."))]
        found = [one for one in actions_of(view.plan) if self._is_shown(one)]
        found.sort(key=ORDERS[self._order])
        lines = [Line(one.key, _action_line(one, self.app.today()), hang=33) for one in found]
        if lines:
            return lines
        if view.plan.actions:
            words = _("No action is like that. Press {state} or {owner} to see others.")
            by = {name: own_key(type(self), name) for name in ("state", "owner")}
            return [Line("", words.format(**by))]
        words = _("No action yet. Press {gaps} for the gaps, {new} for one of your own.")
        gaps_key, new_key = own_key(type(self), "part(True)"), own_key(type(self), "new")
        return [Line("", words.format(gaps=gaps_key, new=new_key))]

    def _is_shown(self, one: Action) -> bool:
        is_his = self._owner in ("", owner_words(one))
        return is_his and self._state in ("", one.state)

    def detail(self, view: View, key: str) -> Draw:
        """All fields of an action, or what would be adopted."""
        if self._on_gaps:
            return lambda width: _gap_lines(key, view, width)
        action = self._action(view, key)
        if action is None:
            return lambda width: wrapped(_("What is done, by whom, and when."), width)
        return lambda width: details_lines(action_details(action, view.template), width)

    def glances(self, view: View, key: str) -> Iterator[Shown]:  # noqa: ARG002 - whatever it is on
        """The flags that nobody does anything about, and the time ahead."""
        if self.has_class("-narrow"):
            return
        bare = bare_flags(view)
        title = _("Flags without an action: {n}").format(n=len(bare))
        yield Shown("bare", title, lambda: bare_drawn(bare), (view.review, view.plan))
        if self.has_class("-huge"):
            chars, today = self.app.appearance.characters, self.app.today()
            yield Shown(
                "timeline",
                _("From today to the decision"),
                lambda: lambda width: timeline_drawn(view, today, width, chars),
                (view.plan, chars),
            )

    def draw(self, view: View) -> None:
        """Draw it, and the keys of this part."""
        super().draw(view)
        self.name_keys(self.GAPS_LINE if self._on_gaps else self.LINE)

    def _action(self, view: View, key: str) -> Action | None:
        return next((one for one in actions_of(view.plan) if one.key == key), None)

    @property
    def _chosen(self) -> Action | None:
        return None if self._on_gaps else self._action(self.app.plan.seen, self.lines.key)

    def on_option_list_option_selected(self) -> None:
        """Edit the action, or adopt the gap's."""
        if self._on_gaps:
            self._adopt(self.lines.key)
        else:
            self.post_message(NavigateTo(FieldRef(table="actions", entry=self.lines.key)))

    def action_part(self, on_gaps: bool) -> None:  # noqa: FBT001 - a key's argument
        """Show the actions or the gaps."""
        self._on_gaps = on_gaps
        self.draw(self.app.plan.seen)

    def action_new(self) -> None:
        """Adopt the gap's action, or write one of one's own."""
        if self._on_gaps:
            self._adopt(self.lines.key)
        else:
            entry = self.app.plan.seen.plan.new_entry("actions")
            self.post_message(NavigateTo(FieldRef(table="actions", entry=entry)))

    def _adopt(self, item: str) -> None:
        if item in self.app.plan.seen.template.items:
            key = own_key(type(self), "part(False)")
            hint = _("Press {key} to say who and when.").format(key=key)
            perform(self.app, lambda session: adopt(session, item), hint)

    def action_finish(self) -> None:
        """Mark as done, or as to do again."""
        one = self._chosen
        if one is not None:
            way = finish if one.state == OPEN else reopen
            perform(self.app, lambda session: way(session, one.key))

    def action_drop(self) -> None:
        """Ask why, and drop."""
        one = self._chosen
        if one is None:
            return
        words = _("Why is it dropped? It is printed beside the action.")
        dialog = AskText(_("Drop: {title}").format(title=one.title)[:60], words, one.reason)
        ask(self.app, dialog, lambda why: perform(self.app, lambda it: drop(it, one.key, why)))

    def action_remove(self) -> None:
        """Take the selected action out of the plan; undo brings it back."""
        one = self._chosen
        if one is not None:
            perform(self.app, lambda session: remove_entry(session, "actions", one.key))

    def action_owner(self) -> None:
        """Show the actions of the next owner; after the last, everyone's."""
        owners = sorted({owner_words(one) for one in actions_of(self.app.plan.seen.plan)})
        self._owner = following(["", *owners], self._owner)
        self.draw(self.app.plan.seen)

    def action_state(self) -> None:
        """Show the actions of the next state; after the last, all."""
        self._state = following(STATES, self._state)
        self.draw(self.app.plan.seen)

    def action_order(self) -> None:
        """Sort by the next of date, owner, state and name."""
        self._order = following(ORDERS, self._order)
        self.draw(self.app.plan.seen)

    def action_edit_part(self, name: str) -> None:
        """Say who or by when without leaving the list."""
        one = self._chosen
        if one is None:
            return
        ref = FieldRef(part=name, table="actions", entry=one.key)
        self.edit(lambda view: table_entry(ref, view.plan))

    def action_question(self) -> None:
        """Go to the question that the action or gap is about."""
        one = self._chosen
        item = self.lines.key if self._on_gaps else one.item if one else ""
        if item in self.app.plan.seen.template.items:
            self.post_message(NavigateTo(FieldRef(item=item)))


def _action_line(one: Action, today: date) -> str:
    late = one.state == OPEN and one.when is not None and one.when < today
    when = short_date(one.when) if one.when else _("no date")
    lacks = (
        _("  (missing: {n})").format(n=len(one.missing))
        if one.missing and one.state == OPEN
        else ""
    )
    mark = _(" overdue") if late else ""
    who = owner_words(one)[:16]
    return f"{SIGNS[one.state]} {when:<11} {who:<16} {' '.join(one.title.split())}{mark}{lacks}"


def _gap_line(key: str, view: View) -> str:
    state, item = view.review.items[key], view.template.items[key]
    return f"{sign_of(state)} {word_of(state):<10} {key:<8} {item.short}"


def _gap_lines(key: str, view: View, width: int) -> list[str]:
    if key not in view.template.items:
        return wrapped(_("Nothing is open without an action."), width)
    says = _("Adopting puts this into the action plan; who, when and how much are yours.")
    details = proposal_details(key, view.template, view.review)
    return details_lines([Detail("", says), *details], width)
