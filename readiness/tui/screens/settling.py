"""One criterion of a fidelity review: its score is settled, and advice noted or declined."""

from __future__ import annotations

from collections.abc import Mapping

from readiness.app.operations.record import Typed, understood
from readiness.app.session import Session
from readiness.describe.fidelity import criterion_line
from readiness.domain.kinds.value import InvalidValue, Value
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.records import ADVICE, DECLINED, FIDELITY, ROW_REASON, SETTLED
from readiness.i18n.language import _
from readiness.i18n.words import spoken
from readiness.tui.form.blocks import Block
from readiness.tui.plain import cleaned
from readiness.tui.screens.form_dialog import FormDialog

FIELDS = (SETTLED, ROW_REASON, ADVICE, DECLINED)
"""What is filled in; the raters' own scores are fixed once they were shown to each other."""


class SettleDialog(FormDialog[Typed]):
    """Returns the fields that were changed, understood as the command line understands them."""

    def __init__(self, session: Session, ref: FieldRef, field: str = SETTLED) -> None:
        """Begin with what is there, the keys on one field."""
        plan, template = session.plan, session.template
        super().__init__(criterion_line(plan, template, ref.entry, ref.row or ""))
        self._session, self._ref, self._field = session, ref, field

    def texts(self) -> dict[str, str]:
        """What is there already."""
        row = self._row
        return {name: " ".join(cleaned(spoken(row.get(name))).split()) for name in FIELDS}

    def fields(self) -> list[Block]:
        """The fields."""
        labels = {name: part.label for name, part in FIDELITY.row_parts.items()}
        labels[DECLINED] = _("Declined because")  # as wide as the others
        return [self.field(name, labels[name]) for name in FIELDS]

    def give_first(self) -> None:
        """Give the keys to the field that was asked for."""
        self.form.focus_at(FieldRef(part=self._field))

    def finish(self, way: str) -> None:  # noqa: ARG002 - there is one
        """Return what was changed; what is wrong is said and nothing is lost."""
        before, now = self.texts(), self.answers.texts
        said = [f"{name}={now[name]}" for name in FIELDS if now[name].strip() != before[name]]
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
