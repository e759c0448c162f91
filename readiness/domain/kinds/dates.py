"""Several days."""

from __future__ import annotations

from typing import Any

from readiness.domain.checklist.part import Part
from readiness.domain.kinds.days import Days
from readiness.i18n.language import N_, _


class Dates(Days):
    """Several days, in their order, each of them once."""

    shape = "long"
    heading = N_("Dates (day, month, year):")
    in_file = N_("write dates in brackets: [2027-01-31, 2027-04-30]")

    def example(self, _part: Part) -> str:
        """Two dates."""
        return _("e.g. 31 Jan 2027, 30 Apr 2027")

    def asks(self, _part: Part) -> str:
        """Dates."""
        return _("dates, with commas between")

    def examples(self, _part: Part) -> str:
        """How several dates are typed."""
        return _("dates with commas between, such as 31 Jan 2027, 30 Apr 2027")

    def help(self) -> str:
        """How several dates are typed."""
        return _("Type days with commas between: 31 Jan 2027, 30 Apr 2027. Or no, or not sure.")

    def schema(self, _part: Part) -> dict[str, Any]:
        """A list of dates."""
        return {"type": "array", "items": {"type": "string", "format": "date"}}
