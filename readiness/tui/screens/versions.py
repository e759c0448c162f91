"""Other versions of the plan: what each sitting left, and copies that sync programs left."""

from __future__ import annotations

from textual import work
from textual.binding import Binding
from textual.worker import get_current_worker

from readiness.app.keeper import Keeper
from readiness.app.operations.versions import (
    PlanCopy,
    Version,
    aside_name,
    copies_read,
    merge_copy,
    merged_with,
    put_aside,
    versions,
)
from readiness.describe.difference import (
    bring_back_asked,
    changes_listed,
    copies_counted,
    cut,
    merge_told,
    not_mergeable,
    not_merged,
    since_told,
)
from readiness.domain.versions.changes import changes
from readiness.domain.versions.merge import Conflict, Merged
from readiness.i18n.language import N_, _, n_
from readiness.i18n.words import moment_words
from readiness.tui.commands import command_key
from readiness.tui.keys import Key
from readiness.tui.line_text import wrapped
from readiness.tui.program import say
from readiness.tui.screens.conflict import ConflictScreen
from readiness.tui.screens.dialogs import Choose, ask
from readiness.tui.screens.page import Page
from readiness.tui.screens.progress import Stopped
from readiness.tui.screens.text_page import TextPage
from readiness.tui.view import View
from readiness.tui.widgets.drawing import Draw
from readiness.tui.widgets.lines import Line

ASK, MINE = "ask", "mine"
"""What can be done with a copy: be asked about each answer that both changed, or keep ours."""

SUMMED = 2
"""Changes of a sitting that the list names."""

LISTED = 6
"""Changes that a question lists."""


class VersionsScreen(Page):
    """What the plan was, looked at and brought back; what stands beside it, merged.

    Of a copy nothing is taken before every choice is made.
    """

    LINE = (Key("enter", "", word=N_("look, or merge a copy")), "bring_back", "leave")
    BINDINGS = [
        Key("b", "bring_back", N_("Bring this version back"), word=N_("bring back")),
        Binding("l", "look", N_("Read what differs")),
    ]

    def __init__(self) -> None:
        """Start with nothing read."""
        super().__init__()
        self._sittings: list[Version] | None = None
        self._copies: dict[str, PlanCopy | str] = {}
        self._share = 0.0

    def begin(self) -> None:
        """Read sittings and copies; the message about copies from opening the plan is cleared."""
        super().begin()
        self.app.messages.clear()
        self.look_again()

    def look_again(self) -> None:
        """Read sittings and copies on a thread of its own, so that keys do not wait."""
        keeper = self.app.plan.safe.keeper
        if keeper is not None:
            self.app.plan.save()
            self._look(keeper)

    @work(thread=True, exclusive=True, group="versions")
    def _look(self, keeper: Keeper) -> None:
        worker = get_current_worker()

        def tell(share: float) -> None:
            if worker.is_cancelled:
                raise Stopped
            self._share = share

        try:
            kept = versions(keeper, tell)
            copies = copies_read(keeper.session, kept, tell)
        except Stopped:
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._found, kept, copies)

    def _found(self, kept: list[Version], copies: dict[str, PlanCopy | str]) -> None:
        self._sittings, self._copies = kept, copies
        if self.is_current:
            self.draw(self.app.plan.seen)

    def head(self, view: View) -> str:  # noqa: ARG002 - as every page
        """How many there are."""
        if self._sittings is None:
            return _("Versions")
        kept = len(self._sittings)
        words = n_("Versions   {n} is kept", "Versions   {n} are kept", kept)
        beside = f", {copies_counted(len(self._copies))}" if self._copies else ""
        return f"{words.format(n=kept)}{beside}"

    def rows(self, view: View) -> list[Line]:  # noqa: ARG002 - as every page
        """Copies, then sittings, the latest first."""
        if self._sittings is None:
            return [Line("", _("Looking through the versions ... (Esc leaves)"))]
        lines = list[Line]()
        if self._copies:
            lines.append(Line("", _("Copies that a sync program left beside the plan")))
            lines += [Line(f"copy {name}", f"  {name}") for name in self._copies]
        lines.append(Line("", _("What each sitting left, the latest first")))
        for one in reversed(self._sittings):
            words = f"  {moment_words(one.when)}  {one.words(SUMMED)}"
            lines.append(Line(f"sitting {one.number}", words, hang=4))
        if not self._sittings:
            lines.append(Line("", _("Each sitting leaves one; there is none yet.")))
        return lines

    def detail(self, view: View, key: str) -> Draw:
        """What differs between the plan and the sitting or copy that is selected."""
        words = "\n".join(self._told(view, key))
        return lambda width: wrapped(words, width, "  ")

    def _told(self, view: View, key: str) -> list[str]:
        one, copy = self._sitting(key), self._copies.get(key.removeprefix("copy "))
        if one is not None:
            return sitting_told(one, view)
        if isinstance(copy, str):
            return [not_mergeable(), copy]
        if copy is not None:
            return self._copy_told(copy)
        return [_("What the plan was at the end of each sitting, kept on this computer.")]

    def _sitting(self, key: str) -> Version | None:
        found = self._sittings or []
        return next((one for one in found if f"sitting {one.number}" == key), None)

    def on_option_list_option_selected(self) -> None:
        """Look at a sitting, or merge a copy."""
        copy = self._copies.get(self.lines.key.removeprefix("copy "))
        if copy is None or isinstance(copy, str):
            self.action_look()
        else:
            self._merge(copy)

    def action_look(self) -> None:
        """Read all that differs, on a page of its own."""
        key = self.lines.key
        if key:
            self.app.push_screen(TextPage("\n".join(self._told(self.app.plan.seen, key))))

    def action_bring_back(self) -> None:
        """Make an earlier version the plan again, after asking."""
        one, view = self._sitting(self.lines.key), self.app.plan.seen
        if one is None or one.plan is None:
            self.app.messages.tell(_("Put the cursor on a version that can be read."))
            return
        found = changes(view.plan, one.plan, view.template)
        if not found:
            self._bring(one)
            return
        when = moment_words(one.when)
        lines = [f"- {one}" for one in changes_listed(found, LISTED)]
        ways = {"bring": _("Bring it back")}
        title, head = bring_back_asked(when)
        words = "\n".join([head, *lines])

        def go(_way: str) -> None:
            self._bring(one)
            self.look_again()

        ask(self.app, Choose(title, words, ways), go)

    def _bring(self, one: Version) -> None:
        effect = self.app.plan.safe.restore(one)
        if effect is not None:
            say(self.app, effect)

    def _merged(self, copy: PlanCopy) -> Merged | None:
        keeper = self.app.plan.safe.keeper
        return merged_with(keeper.session, copy) if keeper is not None else None

    def _copy_told(self, copy: PlanCopy) -> list[str]:
        """What merging a copy would change."""
        merged = self._merged(copy)
        if merged is None:
            return []
        return [copy.whence, copy.how, *merge_told(merged)]

    def _merge(self, copy: PlanCopy) -> None:
        """Ask whether to merge it, and how."""
        merged = self._merged(copy)
        if merged is None:
            return
        if not merged.taken and not merged.conflicts:
            self._offer_aside(copy, *merge_told(merged))
            return

        shown = cut(self._copy_told(copy), LISTED + 2)
        dialog = Choose(_("Merge this copy into the plan?"), "\n".join(shown), _ways(merged))
        ways = {ASK: self._choose, MINE: self._take}
        ask(self.app, dialog, lambda way: ways[way](copy, merged, []))

    def _choose(self, copy: PlanCopy, merged: Merged, theirs: list[Conflict], at: int = 0) -> None:
        """Ask about one answer after another that both sides changed."""
        if at == len(merged.conflicts):
            self._take(copy, merged, theirs)
            return
        one = merged.conflicts[at]

        def chosen(mine: bool | None) -> None:  # noqa: FBT001 - what a screen returns
            if mine is None:
                self.app.messages.tell(not_merged())
            else:
                self._choose(copy, merged, theirs if mine else [*theirs, one], at + 1)

        left = len(merged.conflicts) - at
        self.app.push_screen(ConflictScreen(one, left, copy.written, copy), chosen)

    def _take(self, copy: PlanCopy, merged: Merged, theirs: list[Conflict]) -> None:
        effect = self.app.plan.keep(lambda session: merge_copy(session, copy, merged, theirs))
        if effect is None:
            return
        if effect.is_done or effect.refusal == "no difference":
            words = _("{key} takes it back.").format(key=command_key("undo"))
            back = words if effect.is_done else ""
            self._offer_aside(copy, f"{effect.said} {back}".strip())
        else:
            say(self.app, effect)

    def _offer_aside(self, copy: PlanCopy, done: str) -> None:
        """Ask whether the copy is put aside; it is never taken away unasked."""

        def go(choice: str | None) -> None:
            if choice == "aside":
                effect = put_aside(self.app.plan.open_session, copy)
                (self.app.messages.tell if effect.is_done else self.app.messages.wrong)(effect.said)
            self.look_again()

        ways = {"aside": _("Put it aside, as {name}").format(name=aside_name(copy))}
        words = "\n".join([done, _("The copy can stay, or be put aside under another name.")])
        self.app.push_screen(Choose(_("And the copy?"), words, ways), go)


def sitting_told(one: Version, view: View) -> list[str]:
    """What differs from a sitting to now."""
    if one.plan is None:
        return [_("This version cannot be read; it stays as it is.")]
    return since_told(moment_words(one.when), changes(one.plan, view.plan, view.template))


def _ways(merged: Merged) -> dict[str, str]:
    count = len(merged.conflicts)
    if not count:
        return {MINE: _("Merge it")}
    ask = n_(
        "Merge it, and ask me about the answer that both changed",
        "Merge it, and ask me about the {n} answers that both changed",
        count,
    )
    return {ASK: ask.format(n=count), MINE: _("Merge it; where both changed, mine stays")}
