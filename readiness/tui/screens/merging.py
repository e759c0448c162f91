"""Merging a copy beside the plan: what it would change, each choice, and then all of it at once."""

from __future__ import annotations

from readiness.domain.versions.changes import changes
from readiness.domain.versions.merging import Conflict, Merged
from readiness.i18n.language import _, n_
from readiness.storage.copies import ASIDE, Copy, put_aside
from readiness.storage.problems import ReadinessError
from readiness.tui.screens.conflict import ConflictScreen
from readiness.tui.screens.dialogs import Choose
from readiness.tui.screens.page import Page

LISTED = 6
"""Changes that the question lists."""

ASK, MINE = "ask", "mine"


class Merging(Page):
    """A screen from which a copy can be merged; nothing is changed before every choice is made."""

    def look_again(self) -> None:
        """Read anew what is beside the plan."""

    def _merged(self, copy: Copy) -> Merged | None:
        keeper = self.app.safe.keeper
        return keeper.merged_with(copy) if keeper is not None else None

    def copy_told(self, copy: Copy) -> list[str]:
        """What merging a copy would change."""
        merged = self._merged(copy)
        if merged is None:
            return []
        lines = [copy.whence, copy.how]
        lines += [_("Merging it would change here:")] if merged.taken else []
        lines += [f"- {one.words}" for one in merged.taken]
        lines += [_("Both changed, so you choose:")] if merged.conflicts else []
        for one in merged.conflicts:
            ours, theirs = one.ours or _("nothing"), one.theirs or _("nothing")
            lines += [
                f"- {one.where}",
                _("  here: {words}").format(words=ours),
                _("  there: {words}").format(words=theirs),
            ]
        none = _("It says nothing that the plan does not say.")
        return lines if merged.taken or merged.conflicts else [*lines, none]

    def merge(self, copy: Copy) -> None:
        """Ask whether to merge it, and how."""
        merged = self._merged(copy)
        if merged is None:
            return
        if not merged.taken and not merged.conflicts:
            self._offer_aside(copy, _("It says nothing that the plan does not say."))
            return

        def go(choice: str | None) -> None:
            if choice == ASK:
                self._choose(copy, merged, [])
            elif choice == MINE:
                self._take(copy, merged, [])

        words = self.copy_told(copy)
        more = len(words) - LISTED - 2
        shown = words[: LISTED + 2]
        shown += [_("and {n} more").format(n=more)] if more > 0 else []
        title = _("Merge this copy into the plan?")
        self.app.push_screen(Choose(title, "\n".join(shown), _ways(merged)), go)

    def _choose(self, copy: Copy, merged: Merged, theirs: list[Conflict], at: int = 0) -> None:
        """Ask about one answer after another that both sides changed."""
        if at == len(merged.conflicts):
            self._take(copy, merged, theirs)
            return
        one = merged.conflicts[at]

        def chosen(mine: bool | None) -> None:  # noqa: FBT001 - what a screen returns
            if mine is None:
                self.app.tell(_("Nothing was merged; the copy stays as it is."))
            else:
                self._choose(copy, merged, theirs if mine else [*theirs, one], at + 1)

        left = len(merged.conflicts) - at
        self.app.push_screen(ConflictScreen(one, left, copy.written, copy), chosen)

    def _take(self, copy: Copy, merged: Merged, theirs: list[Conflict]) -> None:
        view, fresh = self.app.seen, self._merged(copy)
        if fresh is None or fresh.conflicts != merged.conflicts:
            self.app.tell(_("The plan changed meanwhile; nothing was merged. Look again."))
            return
        plan = fresh.choosing_theirs(theirs)
        found = changes(view.plan, plan, view.template)
        what = _("merged with {name}").format(name=copy.file.name)
        self.app.keep(lambda session: session.take(plan, what))
        count = n_("{n} answer was taken in.", "{n} answers were taken in.", len(found))
        done = " ".join((count.format(n=len(found)), _("Ctrl+Z takes that back.")))
        self._offer_aside(copy, done if found else _("The plan stays as it was."))

    def _offer_aside(self, copy: Copy, done: str) -> None:
        """Ask whether the copy is put aside; it is never taken away unasked."""

        def go(choice: str | None) -> None:
            if choice == "aside":
                try:
                    target = put_aside(copy.file)
                except ReadinessError as error:
                    self.app.wrong(str(error))
                else:
                    self.app.tell(_("The copy is now {name}.").format(name=target.name))
            self.look_again()

        name = f"{copy.file.name}{ASIDE}"
        ways = {"aside": _("Put it aside, as {name}").format(name=name)}
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
