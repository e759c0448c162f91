"""Merging a copy beside the plan: what it would change, each choice, and then all of it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readiness.app.operations.effect import Effect
from readiness.app.operations.merge_copy import aside_name, merge_copy, merged_with, put_aside
from readiness.describe.difference import cut, merge_told, not_merged
from readiness.domain.versions.merge import Conflict, Merged
from readiness.i18n.language import _, n_
from readiness.tui.perform import say
from readiness.tui.screens.conflict import ConflictScreen
from readiness.tui.screens.dialogs import Choose, ask
from readiness.tui.screens.page import Page

if TYPE_CHECKING:
    from readiness.storage.copies import Copy

LISTED = 6
"""Changes that the question lists."""

ASK, MINE = "ask", "mine"


class MergePage(Page):
    """A screen from which a copy can be merged; nothing is changed before every choice is made."""

    def look_again(self) -> None:
        """Read anew what is beside the plan."""

    def _merged(self, copy: Copy) -> Merged | None:
        keeper = self.app.plan.safe.keeper
        return merged_with(keeper.session, copy) if keeper is not None else None

    def copy_told(self, copy: Copy) -> list[str]:
        """What merging a copy would change."""
        merged = self._merged(copy)
        if merged is None:
            return []
        return [copy.whence, copy.how, *merge_told(merged)]

    def merge(self, copy: Copy) -> None:
        """Ask whether to merge it, and how."""
        merged = self._merged(copy)
        if merged is None:
            return
        if not merged.taken and not merged.conflicts:
            self._offer_aside(copy, *merge_told(merged))
            return

        shown = cut(self.copy_told(copy), LISTED + 2)
        dialog = Choose(_("Merge this copy into the plan?"), "\n".join(shown), _ways(merged))
        ways = {ASK: self._choose, MINE: self._take}
        ask(self.app, dialog, lambda way: ways[way](copy, merged, []))

    def _choose(self, copy: Copy, merged: Merged, theirs: list[Conflict], at: int = 0) -> None:
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

    def _take(self, copy: Copy, merged: Merged, theirs: list[Conflict]) -> None:
        keeper, effects = self.app.plan.safe.keeper, list[Effect]()
        if keeper is not None:
            self.app.plan.keep(
                lambda _session: effects.append(merge_copy(keeper.session, copy, merged, theirs))
            )
        for effect in effects:
            if effect.is_done or effect.refusal == "no difference":
                back = _("Ctrl+Z takes it back.") if effect.is_done else ""
                self._offer_aside(copy, f"{effect.said} {back}".strip())
            else:
                say(self.app, effect)

    def _offer_aside(self, copy: Copy, done: str) -> None:
        """Ask whether the copy is put aside; it is never taken away unasked."""

        def go(choice: str | None) -> None:
            if choice == "aside":
                effect = put_aside(self.app.plan.open_session, copy)
                (self.app.messages.tell if effect.is_done else self.app.messages.wrong)(effect.said)
            self.look_again()

        ways = {"aside": _("Put it aside, as {name}").format(name=aside_name(copy))}
        words = "\n".join([done, _("The copy can stay, or be put aside under another name.")])
        self.app.push_screen(Choose(_("And the copy?"), words, ways), go)


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
