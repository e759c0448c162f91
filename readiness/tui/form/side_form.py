"""One field of a plan, opened beside the list that it is a line of."""

from __future__ import annotations

from collections.abc import Callable

from readiness.tui.form.blocks import Entry
from readiness.tui.form.compact_form import CompactForm
from readiness.tui.form.draft import Answers
from readiness.tui.keyboard import give_keys
from readiness.tui.view import View


class SideForm(CompactForm):
    """Hidden until a field is opened."""

    DEFAULT_CSS = """
    SideForm { display: none; }
    SideForm Sheet { overflow-y: hidden; }
    """
    _made: Callable[[View], Entry] | None = None

    @property
    def is_open(self) -> bool:
        """Whether a field is shown."""
        return self._made is not None

    def open(self, made: Callable[[View], Entry], view: View) -> None:
        """Show a field, in place of another one, and focus it."""
        self.close()
        self._made, self.display = made, True
        self.begin([made(view)], Answers(self.app, view.plan))
        give_keys(self.pen)

    def close(self) -> None:
        """Take in what was typed and show no field any more."""
        if self.is_open:
            self._leave()
            self._made, self.display = None, False
            self.app.plan.pending.tell()

    def show(self, view: View) -> None:
        """Show another state of the plan."""
        if self._made is not None:
            self.update([self._made(view)], view.plan)
