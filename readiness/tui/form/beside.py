"""One field of a plan, opened beside the list that it is a line of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from readiness.tui.focus import give_keys
from readiness.tui.form.draft import Answers
from readiness.tui.form.form import Form
from readiness.tui.form.lines import Answered, Block, Entry, Pointer
from readiness.tui.view import View


class Beside(Form):
    """Hidden until a field is opened, and then as tall as that field is."""

    DEFAULT_CSS = """
    Beside { height: 3; display: none; }
    Beside Sheet { scrollbar-gutter: auto; overflow-y: hidden; }
    """
    _made: Callable[[View], Entry] | None = None

    @property
    def is_open(self) -> bool:
        """Whether a field is shown."""
        return self._made is not None

    def open(self, made: Callable[[View], Entry], view: View) -> None:
        """Show a field, in place of another one, and give it the keys."""
        self.close()
        self._made, self.display = made, True
        self.begin([made(view)], Answers(self.app, view.plan))
        give_keys(self.pen)

    def close(self) -> None:
        """Take in what was typed and show no field any more."""
        if self.is_open:
            self._leave()
            self._made, self.display = None, False
            self.app.standing.tell()

    def show(self, view: View) -> None:
        """Show another state of the plan."""
        if self._made is not None:
            self.update([self._made(view)], view.plan)

    def draw(
        self, blocks: Sequence[Block], answered: Callable[[Entry], Answered], at: Pointer
    ) -> None:
        """Draw the field, and be as tall as it is."""
        super().draw(blocks, answered, at)
        if self.sheet.lines:
            self.styles.height = len(self.sheet.lines)
