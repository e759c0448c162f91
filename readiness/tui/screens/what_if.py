"""The what-ifs of the hours screen: what is asked, and each beside the plan as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from readiness.describe.patient_places import completing_words
from readiness.domain.capacity.fitting import fit_of, ledger_for
from readiness.domain.capacity.ledger import Ledger
from readiness.domain.capacity.whatif import Variant, away, fewer, in_groups, leaves, one_more
from readiness.domain.kinds.value import key_of
from readiness.domain.plan.plan import Plan
from readiness.i18n.language import N_, _
from readiness.i18n.words import half_up, number_words
from readiness.tui.view import View
from readiness.tui.widgets.lines import Line

AS_IS = N_("as it is")
"""The key of the line that shows the plan itself."""

LAST_WEEK = 260
"""The last week that can be asked about."""


@dataclass(frozen=True)
class Asked:
    """What the what-ifs ask about."""

    who: str = ""
    """The practitioner who leaves or is away; empty for the first."""
    week: int = 9
    """The week in which, counted from 1 at the start."""
    patients: int | None = None
    """How many patients instead; None for one fewer than planned."""

    def person(self, view: View) -> str:
        """The practitioner, one of the plan's."""
        names = list(view.plan.people)
        return self.who if self.who in names else next(iter(names), "")

    def next_person(self, view: View) -> Asked:
        """The next practitioner, going round."""
        names = list(view.plan.people)
        if not names:
            return self
        place = names.index(self.person(view)) + 1
        return replace(self, who=names[place % len(names)])

    def stepped(self, key: str, step: int, view: View) -> Asked:
        """A week or a patient more or less."""
        if key in ("leaves", "away"):
            return replace(self, week=min(max(self.week + step, 1), LAST_WEEK))
        if key == "fewer":
            planned = _planned(view)
            now = planned - 1 if self.patients is None else self.patients
            return replace(self, patients=min(max(now + step, 0), max(planned - 1, 0)))
        return self

    def said(self, key: str, words: str, view: View) -> Asked | None:
        """What a person typed: "CD 12", "12" or a number of patients; None if it is neither."""
        pieces = words.replace(",", " ").split()
        numbers = [int(one) for one in pieces if one.isdecimal() and len(one) < 5]  # noqa: PLR2004
        name = key_of(" ".join(one for one in pieces if not one.isdecimal()))
        found = next((who for who in view.plan.people if name and key_of(who) == name), None)
        if (name and found is None) or not (numbers or found):
            return None
        if key == "fewer":
            return replace(self, patients=numbers[-1]) if numbers else None
        week = min(max(numbers[-1], 1), LAST_WEEK) if numbers else self.week
        return replace(self, who=found or self.who, week=week)


def _planned(view: View) -> int:
    planned = view.review.facts.of("patients_planned")
    return int(planned) if isinstance(planned, int | float) else 0


def variants(asked: Asked, view: View) -> Iterator[tuple[str, str, Variant | None]]:
    """Each what-if: its key, why it cannot be asked where it cannot, and the changed plan."""
    plan, template, who = view.plan, view.template, asked.person(view)
    nobody = _("one leaves or is away: no practitioner is listed")
    yield "leaves", nobody, leaves(plan, template, who, asked.week) if who else None
    yield "away", nobody, away(plan, who, asked.week) if who else None
    yield "groups", _("groups: nobody is seen one by one"), in_groups(plan, template)
    yield "more", _("one more practitioner: nobody is seen one by one"), one_more(plan, template)
    left = _planned(view) - 1 if asked.patients is None else asked.patients
    less = fewer(plan, template, left) if left > 0 else None
    yield "fewer", _("fewer patients: none can be taken away"), less


def what_if_lines(asked: Asked, view: View) -> list[Line]:
    """The plan as it is, and each what-if under it."""
    lines = [
        Line(
            _(AS_IS),
            _("The plan as it is\n  {ledger}").format(ledger=outcome(view.review.facts.ledger)),
        )
    ]
    for key, impossible, variant in variants(asked, view):
        if variant is None:
            lines.append(Line("", f"{impossible}", "dim"))
        else:
            lines.append(Line(key, f"{marked(key, variant)}\n  {effect(variant.plan, view)}"))
    return lines


def marked(key: str, variant: Variant) -> str:
    """A what-if in words, with the keys that change what it asks about."""
    when = _("  < > week, o who")
    keys = {"leaves": when, "away": when, "fewer": "  < >"}
    return f"{variant.words[:1].upper()}{variant.words[1:]}{keys.get(key, '')}"


def effect(plan: Plan, view: View) -> str:
    """What a changed plan comes to."""
    return outcome(ledger_for(plan, view.template))


def outcome(ledger: Ledger | None) -> str:
    """Short weeks, the worst week and the hours of the whole period."""
    if ledger is None:
        return _("cannot be reckoned")
    fit = fit_of(ledger)
    short = _("! {short_weeks} short weeks, worst {worst} h").format(
        short_weeks=fit.short_weeks, worst=number_words(fit.worst)
    )
    said = _("+ fits in every week") if fit.fits else short
    through = completing_words(ledger.completing)
    return _("{said}; {needed:.0f} h in all; {through} complete").format(
        said=said, needed=half_up(fit.needed), through=through
    )
