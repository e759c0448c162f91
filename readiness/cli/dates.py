"""A day that is given on the command line."""

from __future__ import annotations

import argparse
from datetime import date

from readiness.i18n.language import _


def day_given(text: str) -> date:
    """The day that was given, as 2027-08-16 or 16 Aug 2027. Raises ArgumentTypeError."""
    from readiness.domain.kinds.days import typed_day
    from readiness.domain.kinds.value import InvalidValue
    from readiness.i18n.times import Frame

    day = typed_day(text, Frame(date.today()))
    if isinstance(day, InvalidValue):
        raise argparse.ArgumentTypeError(f"{day.why}; {day.todo}")
    if day is None:
        words = _('"{text}" is not a date: write 2027-08-16').format(text=text)
        raise argparse.ArgumentTypeError(words)
    return day
