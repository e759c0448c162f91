"""One or several of the words of the template."""

from __future__ import annotations

from typing import Any

from readiness.domain.checklist.part import Part
from readiness.domain.kinds.offered import Offered
from readiness.domain.kinds.value import Value


class Choices(Offered):
    """One or several of the words of the template, in the template's order."""

    shape = "choices"

    def _in_words(self, part: Part, value: Value) -> str:
        many = value if isinstance(value, tuple) else (value,)
        return ", ".join(part.options.get(str(one), str(one)) for one in many)

    def schema(self, part: Part) -> dict[str, Any]:
        """A list of its words."""
        return {"type": "array", "items": {"enum": list(part.options)}}
