"""A plan's particulars, those for the board too: what they are called, what is typed for them."""

from __future__ import annotations

from datetime import date

from readiness.domain.checklist.limits import LIMITS
from readiness.domain.kinds.days import typed_day
from readiness.domain.kinds.value import InvalidValue
from readiness.domain.plan.workshop import RoomTables
from readiness.i18n.language import N_, Words, _
from readiness.i18n.times import Frame
from readiness.i18n.typed_dates import not_a_date
from readiness.i18n.typed_numbers import typed_number

LABELS = Words(
    {
        "id": N_("Id of the plan"),
        "plan": N_("Name of the plan"),
        "service": N_("Service"),
        "template": N_("Template"),
        "template_version": N_("Version of the template"),
        "start": N_("First day with patients"),
        "months": N_("Length in months"),
        "decider": N_("Who decides on the start"),
        "meeting": N_("Decided on"),
        "conditions_by": N_("Conditions met by"),
        "requests": N_("What the board is asked"),
        "form": N_("Form of the checklists"),
    }
)
"""What the particulars are called, by their key in the file."""

TEXTS = ("plan", "service", "decider", "requests")
"""Those that are words."""

DAYS = ("start", "meeting", "conditions_by")
"""Those that are a day, or nothing."""

TYPED = ("plan", "service", "start", "months", "decider", "meeting", "conditions_by", "requests")
"""Those that a person types."""


def typed_particular(name: str, text: str, today: date) -> str | date | int | InvalidValue | None:
    """What was typed for a particular, or why it cannot be that; None for no first day."""
    text = text.strip()
    if name in DAYS:
        return _typed_day(text, today)
    if name == "months":
        least, most = (int(one) for one in LIMITS["period_months"][:2])
        number = typed_number(text, "months")
        if number is not None and number == int(number) and least <= number <= most:
            return int(number)
        words = _("write a whole number from {least} to {most}")
        todo = words.format(least=least, most=most)
        return InvalidValue(
            why=_("{value} is not a number of months").format(value=f'"{text}"'), todo=todo
        )
    return "\n".join(one.strip() for one in text.split(";")) if name == "requests" else text


def _typed_day(text: str, today: date) -> date | InvalidValue | None:
    day = typed_day(text, Frame(today)) if text else None
    if day is None and text:
        todo = _("write it like 11 Jan 2027 or 2027-01-11, or leave it empty")
        return InvalidValue(why=not_a_date(f'"{text}"'), todo=todo)
    return day


class BoardParticulars(RoomTables):
    """The fields of a plan that the board page and the cover are made from."""

    decider: str = ""
    """Who decides whether it starts, such as the head of department."""
    meeting: date | None = None
    """The day on which that is decided."""
    conditions_by: date | None = None
    """The day by which conditions of a start are met; a week before the start where none is said,
    which is our default."""
    requests: str = ""
    """What the board is asked, a request a line, in place of the draft from the answers."""
