"""Yes, partly, no, not sure, or not applicable; with words of the template beside them."""

from __future__ import annotations

from typing import Any

from readiness.domain.checklist.part import Part
from readiness.domain.kinds.offered import Offered, words_of


class YesNoPartly(Offered):
    """Yes, partly or no."""

    shape = "choice"

    def schema(self, part: Part) -> dict[str, Any]:
        """One of its words."""
        return {"enum": list(words_of(part))}
