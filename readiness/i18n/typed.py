"""What a person meant who typed a number or a date, where a field has no words to ask back."""

from readiness.i18n.reading import Amount
from readiness.i18n.typed_dates import typed_date as typed_date  # noqa: PLC0414 - known from here
from readiness.i18n.typed_numbers import read_number


def typed_number(text: str, unit: str = "") -> float | None:
    """The number that was typed; None if it is none, or not clear."""
    found = read_number(text, unit)
    return found.number if isinstance(found, Amount) else None
