"""All flags and X-rays, with what they rest on; a flag can be accepted, with a reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from textual.app import ComposeResult
from textual.binding import Binding
from textual.timer import Timer

from readiness.app.operations.actions import adopt
from readiness.app.operations.decisions import accept
from readiness.describe.act import refused_told
from readiness.describe.finding import finding_details, gravity_words, table_words
from readiness.describe.flag import (
    accepted_words,
    flags_counted,
    sign,
)
from readiness.describe.state import state_of_flag
from readiness.describe.verdict import action_of_flag
from readiness.domain.rules.flags import SEVERITIES, Flag
from readiness.domain.xrays.finding import Finding
from readiness.domain.xrays.findings import xrays
from readiness.i18n.language import N_, _, n_
from readiness.i18n.words import first_down
from readiness.tui import current_plan
from readiness.tui.answer_events import NavigateTo
from readiness.tui.drawing.texts import details_lines, flag_lines
from readiness.tui.form.form import form_of
from readiness.tui.form.question import Question
from readiness.tui.keyboard import give_keys
from readiness.tui.keys import Key
from readiness.tui.line_text import plain, wrapped
from readiness.tui.program import perform
from readiness.tui.screens.acceptance import ask_acceptance, ask_look_again, ask_withdrawal
from readiness.tui.screens.page import Page
from readiness.tui.view import View
from readiness.tui.widgets.drawing import Draw
from readiness.tui.widgets.lines import Line, following

HANG = 18
"""Columns before the sentence of a flag."""


FILTERS: dict[str, Callable[[Flag, View], bool]] = {
    N_("all"): lambda _flag, _view: True,
    N_("red"): lambda flag, _view: flag.severity == "red" and not flag.is_accepted,
    N_("amber"): lambda flag, _view: flag.severity == "amber",
    N_("accepted"): lambda flag, _view: flag.is_accepted,
    N_("without an action"): lambda flag, view: action_of_flag(flag, view.plan) is None,
}
"""What the list can be narrowed to."""


def _due(flag: Flag, view: View) -> tuple[object, ...]:
    action = action_of_flag(flag, view.plan)
    when = action.when if action is not None else None
    return (when is None, when or date.max)


ORDERS: dict[str, Callable[[Flag, View], tuple[object, ...]]] = {
    N_("by gravity"): lambda _flag, _view: (),
    N_("by area"): lambda flag, view: ([*view.template.items].index(flag.item),),
    N_("by date of the action"): _due,
}
"""What it can be sorted by; what is equal stands by gravity."""


class FlagsScreen(Page):
    """What is wrong, how sure that is, and who answers for it."""

    TITLES = (N_("Flags and X-rays"), N_("What stands behind it"))
    LINE = (
        Key("enter", "", word=N_("go there")),
        *("accept", "withdraw", "adopt", "narrow", "sort", "leave"),
    )
    BINDINGS = [
        Key("a", "accept", N_("Accept a flag"), word=N_("accept")),
        Key("w", "withdraw", N_("Withdraw the acceptance"), word=N_("withdraw")),
        Binding("l", "look_again", N_("When an accepted flag is looked at again")),
        Key("plus", "adopt", N_("Adopt the action"), word=N_("Action")),
        Key(
            "s",
            "narrow",
            N_("Show all, red, amber, accepted, or without an action"),
            word=N_("show"),
        ),
        Key("b", "sort", N_("Sort by gravity, area, or date of the action"), word=N_("sort")),
    ]
    _filter, _order = next(iter(FILTERS)), next(iter(ORDERS))

    DEFAULT_CSS = """
    FlagsScreen #question { display: none; height: 2fr; }
    FlagsScreen.-huge #question { display: block; }
    """
    _pause: Timer | None = None

    def compose(self) -> ComposeResult:
        """The page, and under it the question of what the cursor is on, to be answered here."""
        yield from super().compose()
        yield Question(id="question")

    def draw_detail(self, view: View) -> None:
        """Draw what stands behind it, and its question where there is room."""
        super().draw_detail(view)
        if not self.has_class("-huge"):
            return
        question, held = self.query_one(Question), form_of(self.focused)
        if question.key:
            question.show(view)
        if held is not question:  # who answers goes on answering, whatever becomes of the flag
            if self._pause is not None:
                self._pause.stop()
            self._pause = self.set_timer(current_plan.BREATH, self._turn)

    def _turn(self) -> None:
        """Show the question of what the cursor is on, once the person pauses."""
        view, question = self.app.plan.seen, self.query_one(Question)
        item = self._item(view)
        if item and item != question.key and form_of(self.focused) is not question:
            question.turn_to(item, view)
            question.border_title = plain(f"{item}  {view.template.items[item].short}")
            question.border_subtitle = _("Tab answer   Esc list")

    def _item(self, view: View) -> str:
        flag, found = self._flag(view, self.lines.key), self._finding(view, self.lines.key)
        item = flag.item if flag is not None else found.ref.item if found is not None else ""
        return item if item in view.template.items else ""

    def on_form_finished(self) -> None:
        """Back to the list."""
        give_keys(self.lines)

    def on_unmount(self) -> None:
        """Say what is not in the plan, once the last letters have come."""
        self.app.call_later(self.app.plan.pending.tell)

    def action_leave(self) -> None:
        """From the question to the list, from the list back."""
        if self.focused is self.lines:
            super().action_leave()
        else:
            give_keys(self.lines)

    def action_narrow(self) -> None:
        """List the next kind of flags: all, red, amber, accepted, or those without an action."""
        self._filter = following(FILTERS, self._filter)
        self.draw(self.app.plan.seen)

    def action_sort(self) -> None:
        """Sort them by something else."""
        self._order = following(ORDERS, self._order)
        self.draw(self.app.plan.seen)

    def draw(self, view: View) -> None:
        """Draw it, with what is shown and how it is sorted."""
        super().draw(view)
        words = _("s: {filter}   b: {order}").format(filter=_(self._filter), order=_(self._order))
        self.lines.border_subtitle = words

    def head(self, view: View) -> str:
        """How many there are of each."""
        flags, found = view.review.flags, self._xrays(view)
        accepted = sum(flag.is_accepted for flag in flags)
        kept = _(", {accepted} of them accepted").format(accepted=accepted) if accepted else ""
        return _("Flags and X-rays   {flags}{kept}; {xrays}").format(
            flags=flags_counted(flags),
            kept=kept,
            xrays=n_("{n} X-ray", "{n} X-rays", len(found)).format(n=len(found)),
        )

    def rows(self, view: View) -> list[Line]:
        """Flags, gravest first, then X-rays."""
        is_shown, rank = FILTERS[self._filter], ORDERS[self._order]
        flags = [one for one in view.review.flags if is_shown(one, view)]
        flags.sort(key=lambda one: rank(one, view))
        found = self._xrays(view)
        none = _("No flag is like that.") if view.review.flags else _("No flags are up.")
        lines = [Line("", _("Flags") if flags else none)]
        lines += [
            Line(f"flag {one.id}", flag_line(one), "", state_of_flag(one), HANG) for one in flags
        ]
        head = _("X-rays: where the plan does not fit itself")
        lines.append(Line("", head if found else _("No X-ray finds anything that does not fit.")))
        lines += [Line(f"xray {n}", xray_line(one), hang=HANG + 1) for n, one in enumerate(found)]
        return lines

    def detail(self, view: View, key: str) -> Draw:
        """Everything about one of them."""
        flag, found = self._flag(view, key), self._finding(view, key)
        if flag is not None:
            return lambda width: flag_lines(flag, view, width)
        if found is not None:
            return lambda width: details_lines(finding_details(found, view.template), width)
        return lambda width: wrapped(_("Nothing is wrong as far as the answers go."), width)

    def _xrays(self, view: View) -> list[Finding]:
        return xrays(view.plan, view.template, view.review, self.app.today())

    def _flag(self, view: View, key: str) -> Flag | None:
        return next((one for one in view.review.flags if f"flag {one.id}" == key), None)

    def _finding(self, view: View, key: str) -> Finding | None:
        if not key.startswith("xray "):
            return None
        return dict(enumerate(self._xrays(view))).get(int(key.removeprefix("xray ")))

    @property
    def _chosen(self) -> Flag | None:
        return self._flag(self.app.plan.seen, self.lines.key)

    def on_option_list_option_selected(self) -> None:
        """Go to the field that it is about."""
        view, key = self.app.plan.seen, self.lines.key
        flag, found = self._flag(view, key), self._finding(view, key)
        if flag is not None:
            self.post_message(NavigateTo(flag.ref))
        elif found is not None:
            self.post_message(NavigateTo(found.ref))

    def action_accept(self) -> None:
        """Ask why, and who says so."""
        flag = self._chosen
        if flag is None:
            self.app.messages.tell(_("Only a flag can be accepted: put the cursor on one."))
            return
        ask_acceptance(
            self.app, flag.id, flag.says, lambda session, why, who: accept(session, flag, why, who)
        )

    def action_withdraw(self) -> None:
        """Ask, and let nobody answer for the flag any more."""
        flag = self._chosen
        if flag is None or flag.acceptance is None:
            self.app.messages.tell(refused_told("not accepted"))
        else:
            ask_withdrawal(self.app, flag.id, flag.acceptance)

    def action_look_again(self) -> None:
        """Ask when the flag is looked at again: Today says so then."""
        flag = self._chosen
        if flag is None or flag.acceptance is None:
            self.app.messages.tell(refused_told("not accepted"))
        else:
            ask_look_again(self.app, flag.id, flag.acceptance)

    def action_adopt(self) -> None:
        """Put the flag's action into the action plan."""
        flag = self._chosen
        if flag is None:
            self.app.messages.tell(_("Put the cursor on a flag: its action can be adopted."))
        else:
            perform(self.app, lambda session: adopt(session, flag.item))


def flag_line(flag: Flag) -> str:
    """A flag for the list."""
    name = f"{sign(flag)} {SEVERITIES[flag.severity]}"
    held = accepted_words(flag)
    return f"{name:<8} {flag.item:<8} {f'{held}: ' if held else ''}{' '.join(flag.says.split())}"


def xray_line(found: Finding) -> str:
    """An X-ray for the list."""
    ref = found.ref
    place = ref.item or ref.person or table_words(ref.table) or first_down(_("Plan"))
    return f"{gravity_words(found):<9} {place:<8} {found.says}"
