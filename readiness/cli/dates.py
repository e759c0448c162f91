"""A day that is given on the command line."""

from __future__ import annotations

import argparse
from datetime import date

from readiness.i18n.language import _


def day_given(text: str) -> date:
    """The day that was given, as 2027-08-16 or 16 Aug 2027. Raises ArgumentTypeError."""
    from readiness.domain.kinds.days import out_of_reach
    from readiness.i18n.typed_dates import typed_date

    day = typed_date(text, date.today())
    if day is None or out_of_reach(day) is not None:
        words = _('"{text}" is not a date: write 2027-08-16').format(text=text)
        raise argparse.ArgumentTypeError(words)
    return day
