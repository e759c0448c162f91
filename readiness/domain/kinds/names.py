"""Several names or short words of a person's own."""

from __future__ import annotations

from typing import Any

from readiness.domain.checklist.part import Part
from readiness.domain.kinds.kind import AnswerKind, Typed, shown
from readiness.domain.kinds.text import tidied
from readiness.domain.kinds.value import NO, InvalidValue, Value
from readiness.i18n.language import N_, _


class Names(AnswerKind):
    """Several names, in the order in which they were given, each of them once."""

    shape = "short"
    heading = N_("Names:")

    def example(self, _part: Part) -> str:
        """Two names."""
        return _("e.g. AB, CD")

    def asks(self, _part: Part) -> str:
        """Names."""
        return _("names, with commas between")

    def _validate(self, _part: Part, raw: object) -> Value | InvalidValue:
        many = list(raw) if isinstance(raw, list | tuple) else [raw]
        wrong = next((one for one in many if not isinstance(one, str)), None)
        if wrong is not None:
            why = _("{value} is not a text").format(value=shown(wrong))
            return InvalidValue(why=why, todo=_('write names in brackets: ["AB", "CD"]'))
        found = (" ".join(tidied(one).split()) for one in many if isinstance(one, str))
        return tuple(dict.fromkeys(filter(None, found))) or NO

    def _interpret(self, part: Part, typed: Typed) -> Value | InvalidValue:
        return self.validate(part, typed.text.replace(";", ",").split(","))

    def _boxed(self, value: Value) -> str:
        return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)

    def schema(self, _part: Part) -> dict[str, Any]:
        """A list of texts."""
        return {"type": "array", "items": {"type": "string"}}
