"""One day."""

from __future__ import annotations

from typing import Any

from readiness.domain.checklist.part import Part
from readiness.domain.kinds.days import Days
from readiness.i18n.language import N_, _


class Date(Days):
    """One day."""

    shape = "short"
    heading = N_("Date:")
    in_file = N_("write year-month-day without quotes: 2027-01-31")

    def example(self, _part: Part) -> str:
        """A date."""
        return _("e.g. 31 Jan 2027")

    def asks(self, _part: Part) -> str:
        """A date."""
        return _("a date")

    def examples(self, _part: Part) -> str:
        """The ways in which a date is understood."""
        return _("a date, such as 31 Jan 2027, 31.1.2027, 2027-01-31 or in 3 months")

    def help(self) -> str:
        """How dates are typed."""
        return _("Type a day: 31.1.2027, 31 Jan 2027, 2027-01-31, in 3 months. Or no, or not sure.")

    def schema(self, _part: Part) -> dict[str, Any]:
        """A date."""
        return {"type": "string", "format": "date"}
