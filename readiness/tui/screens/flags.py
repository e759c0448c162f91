"""All flags and X-rays, with what they rest on; a flag can be accepted, with a reason."""

from __future__ import annotations

from textual.binding import Binding

from readiness.core.judged.flags import Flag
from readiness.core.said.acceptance import accepting, withdrawing
from readiness.core.schedule.actions import actions_for, adopting, cited_words
from readiness.core.wording.language import _
from readiness.core.wording.words import date_words
from readiness.core.xrays.finding import Finding
from readiness.core.xrays.findings import xrays
from readiness.tui.drawing.text import wrapped
from readiness.tui.leading import Lead
from readiness.tui.screens.dialogs import AskText, Choose
from readiness.tui.screens.page import Page
from readiness.tui.view import View
from readiness.tui.widgets.action_line import action_words
from readiness.tui.widgets.drawing import Draw
from readiness.tui.widgets.lines import Line

GRAVITY = {"error": "x error", "warning": "! warning", "remark": "i remark"}
"""Sign and word of each gravity."""

HANG = 18
"""Columns before the sentence of a flag."""


class FlagsScreen(Page):
    """What is wrong, how sure that is, and who answers for it."""

    KEYS = "Enter go there  a accept  w withdraw  + action  Esc back"
    BINDINGS = [
        Binding("a", "accept", "Accept a flag"),
        Binding("w", "withdraw", "Withdraw the acceptance"),
        Binding("plus", "adopt", "Adopt the action"),
    ]

    def head(self, view: View) -> str:
        """How many there are of each."""
        flags, found = view.review.flags, self._xrays(view)
        red = sum(flag.severity == "red" for flag in flags)
        accepted = sum(flag.is_accepted for flag in flags)
        kept = f", {accepted} of them accepted" if accepted else ""
        amber = len(flags) - red
        return f"Flags and X-rays   {red} red, {amber} amber{kept}; {len(found)} X-rays"

    def rows(self, view: View) -> list[Line]:
        """Flags, gravest first, then X-rays."""
        flags, found = view.review.flags, self._xrays(view)
        lines = [Line("", "Flags" if flags else "No flags are up.")]
        lines += [Line(f"flag {one.id}", flag_line(one), hang=HANG) for one in flags]
        head = "X-rays: where the plan does not fit itself"
        lines.append(Line("", head if found else "No X-ray finds anything that does not fit."))
        lines += [Line(f"xray {n}", xray_line(one), hang=HANG + 1) for n, one in enumerate(found)]
        return lines

    def detail(self, view: View, key: str) -> Draw:
        """Everything about one of them."""
        flag, found = self._flag(view, key), self._finding(view, key)
        if flag is not None:
            return lambda width: flag_lines(flag, view, width)
        if found is not None:
            return lambda width: xray_lines(found, view, width)
        return lambda width: wrapped("Nothing is wrong as far as the answers go.", width)

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
        return self._flag(self.app.seen, self.lines.key)

    def on_option_list_option_selected(self) -> None:
        """Go to the field that it is about."""
        view, key = self.app.seen, self.lines.key
        flag, found = self._flag(view, key), self._finding(view, key)
        if flag is not None:
            self.post_message(Lead(flag.spot))
        elif found is not None:
            self.post_message(Lead(found.spot))

    def action_accept(self) -> None:
        """Ask why, and who says so."""
        flag = self._chosen
        if flag is None:
            self.tell("Only a flag can be accepted: put the cursor on one.")
            return
        fields = self.app.seen.plan.accepted.get(flag.id, {})
        reason, by = (str(fields.get(name, "")) for name in ("reason", "by"))

        def ask_who(why: str | None) -> None:
            if why is None:
                return
            if not why.strip():
                self.tell("Nothing is accepted without a reason.")
                return
            words = "Who accepts it? Initials or role; it is printed in the plan."
            self.app.push_screen(
                AskText(f"Accept {flag.id}", words, by), lambda who: keep(why, who)
            )

        def keep(why: str, who: str | None) -> None:
            if who is not None:
                self._accept(flag, why, who)

        words = f"{flag.says}\n\nWhy is it accepted? It stays visible, and is printed so."
        self.app.push_screen(AskText(f"Accept {flag.id}", words, reason), ask_who)

    def _accept(self, flag: Flag, why: str, who: str) -> None:
        if not who.strip():
            self.tell("Nothing is accepted without a name.")
            return
        plan = self.app.seen.plan
        changed = accepting(plan, flag.id, flag.says, why.strip(), who.strip(), self.app.today())
        self.change(changed, f"{flag.id} accepted", f"{flag.id} is accepted by {who.strip()}.")

    def action_withdraw(self) -> None:
        """Ask, and let nobody answer for the flag any more."""
        flag = self._chosen
        if flag is None or flag.acceptance is None:
            self.tell(_("Nobody has accepted this."))
            return

        def withdraw(choice: str | None) -> None:
            if choice is not None:
                plan = withdrawing(self.app.seen.plan, flag.id)
                said = _("{id} is no longer accepted.").format(id=flag.id)
                self.change(plan, f"{flag.id} no longer accepted", said)

        one = flag.acceptance
        words = _("{by} accepted it: {reason}").format(by=one.by, reason=one.reason)
        ways = {"withdraw": _("Withdraw the acceptance")}
        title = _("Withdraw the acceptance of {id}?").format(id=flag.id)
        self.app.push_screen(Choose(title, words, ways), withdraw)

    def action_adopt(self) -> None:
        """Put the flag's action into the action plan."""
        flag = self._chosen
        view = self.app.seen
        if flag is None:
            self.tell("Put the cursor on a flag: its action can be adopted.")
        elif actions_for(view.plan, flag.item):
            self.tell("There is an action for it already; press Enter, or see the actions.")
        else:
            plan = adopting(view.plan, flag.item, view.template, view.review)
            self.change(plan, f"action for {flag.item} adopted", "Adopted into the action plan.")


def state_words(flag: Flag) -> str:
    """A flag's sign and word, with whether somebody answers for it."""
    name = "! red" if flag.severity == "red" else "^ amber"
    if flag.acceptance is None:
        return name
    return f"{name} accepted" if flag.is_accepted else f"{name} accepted before"


def flag_line(flag: Flag) -> str:
    """A flag for the list."""
    name = "! red" if flag.severity == "red" else "^ amber"
    held = flag.acceptance
    kept = "" if held is None else "accepted: " if held.still_holds else "accepted before: "
    return f"{name:<8} {flag.item:<8} {kept}{' '.join(flag.says.split())}"


def xray_line(found: Finding) -> str:
    """An X-ray for the list."""
    place = found.spot.item or found.spot.sheet or "plan"
    return f"{GRAVITY[found.gravity]:<9} {place:<8} {found.says}"


def flag_lines(flag: Flag, view: View, width: int) -> list[str]:
    """Everything about a flag."""
    blocks = [
        (state_words(flag), flag.says),
        ("Accepted", _accepted(flag)),
        ("Rests on", "; ".join(f"{one.name}: {one.words}" for one in flag.inputs)),
        ("Limit", "; ".join(flag.defaults)),
        ("Why", flag.why),
        ("Source", cited_words(flag.sources, view.template)),
        ("What to do", flag.action),
        ("Action", action_words(flag.item, view)),
    ]
    return blocks_lines(blocks, width)


def blocks_lines(blocks: list[tuple[str, str]], width: int) -> list[str]:
    """Named texts one under another; those without a text are left out."""
    lines = []
    for name, words in blocks:
        if words:
            lines += wrapped(f"{name}  {words}", width, "  ")
    return lines


def _accepted(flag: Flag) -> str:
    one = flag.acceptance
    if one is None:
        return ""
    on = f" on {date_words(one.on)}" if one.on else ""
    then = "" if one.still_holds else f" It said something else then: {one.says}"
    return f"by {one.by}{on}: {one.reason}{then}"


def xray_lines(found: Finding, view: View, width: int) -> list[str]:
    """Everything about an X-ray."""
    item = view.template.items.get(found.spot.item)
    place = f"{found.spot.item} {item.question}" if item else ""
    blocks = [
        (GRAVITY[found.gravity], found.says),
        ("What to do", found.todo),
        ("Where", place or found.spot.sheet or found.spot.person),
    ]
    return blocks_lines(blocks, width)
