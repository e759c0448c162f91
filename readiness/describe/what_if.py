"""What is told about a what-if: what is different, what it comes to, why one cannot be asked."""

from __future__ import annotations

from readiness.describe.patients import completing_words
from readiness.domain.capacity.ledger import Ledger
from readiness.domain.capacity.scenarios import fit_of, ledger_for
from readiness.domain.capacity.what_if import Variant
from readiness.domain.checklist.template import Template
from readiness.domain.record import Record
from readiness.i18n.language import N_, Words, _, n_
from readiness.i18n.words import first_up, half_up, number_words

IMPOSSIBLE = Words(
    {
        "leaves": N_("one leaves or is away: no practitioner is listed"),
        "away": N_("one leaves or is away: no practitioner is listed"),
        "groups": N_("groups: nobody is seen one by one"),
        "more": N_("one more practitioner: nobody is seen one by one"),
        "fewer": N_("fewer patients: none can be taken away"),
    }
)
"""Why a what-if cannot be asked of a plan, by its kind."""


class Outcome(Record, kw_only=False):
    """What a plan comes to, in parts."""

    fits: bool
    """Whether everyone's hours suffice in every week; False too where that is not known."""
    weeks: str
    """Whether it fits, or how many weeks are short and by how much the worst."""
    hours: str = ""
    """Hours needed in the whole period; empty where they cannot be reckoned."""
    through: str = ""
    """How many patients complete if every place is filled; empty as above."""

    @property
    def words(self) -> str:
        """All of it in one line."""
        return "; ".join(filter(None, (self.weeks, self.hours, self.through)))


def outcome(ledger: Ledger | None) -> Outcome:
    """What a ledger comes to; None where the hours cannot be reckoned."""
    if ledger is None:
        return Outcome(fits=False, weeks=_("cannot be reckoned"))
    fit = fit_of(ledger)
    short = n_(
        "{n} short week, the worst by {worst} h",
        "{n} short weeks, the worst by {worst} h",
        fit.short_weeks,
    )
    hours, through = _("{n} h in all"), _("{n} complete in the period if every place is filled")
    return Outcome(
        fits=fit.fits,
        weeks=_("fits in every week")
        if fit.fits
        else short.format(n=fit.short_weeks, worst=number_words(fit.worst)),
        hours=hours.format(n=f"{half_up(fit.needed):.0f}"),
        through=through.format(n=completing_words(ledger.completing)),
    )


def outcome_of(variant: Variant, template: Template) -> Outcome:
    """What a plan as it could be comes to."""
    return outcome(ledger_for(variant.plan, template))


def variant_words(variant: Variant) -> str:
    """What is different, as the beginning of a line."""
    return first_up(variant.words)
