"""One of the words of the template."""

from __future__ import annotations

from typing import Any

from readiness.domain.checklist.part import Part
from readiness.domain.kinds.offered import Offered


class Choice(Offered):
    """One of the words of the template."""

    shape = "choice"

    def schema(self, part: Part) -> dict[str, Any]:
        """One of its words."""
        return {"enum": list(part.options)}
