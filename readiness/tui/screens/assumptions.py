"""The numbers that the program reckons with: which they are, where each comes from."""

from __future__ import annotations

from readiness.core.actions import cited_words
from readiness.core.capacity import ANSWERED_BY
from readiness.core.inputs import place_of
from readiness.core.part import Part
from readiness.core.template import Assumption
from readiness.core.texts import Spot
from readiness.tui.view import View
from readiness.tui.widgets.lines import Line

ABOUT_PATIENTS = (
    "eligible_share",
    "acceptance",
    "acceptance_low",
    "acceptance_high",
    "start_share",
    "dropout",
    "dropout_low",
    "dropout_high",
    "dropout_worst",
)
"""Numbers shown beside the patients; all others stand beside the hours."""

MOST = 100_000
"""The largest number that is taken."""


def number_part(name: str, view: View) -> Part:
    """A number as a field that can be typed."""
    one = view.template.practice.numbers[name]
    return Part(
        kind="number", label=f"{one.label}; {basis(one, view)}", unit=one.unit, low=0, high=MOST
    )


def lines_of(names: list[str], view: View) -> list[Line]:
    """A line for each number: what it is, how much, and where that comes from."""
    return [Line(f"number {name}", _line(name, view)) for name in names]


def answered_at(name: str, view: View) -> Spot | None:
    """The question whose answer is reckoned with instead; None where there is none."""
    feed = ANSWERED_BY.get(name, "")
    if view.review.facts.inputs.number(feed) is None:
        return None
    place = place_of(view.template, feed)
    return Spot(item=place.item, part=place.part) if place else None


def _line(name: str, view: View) -> str:
    one = view.template.practice.numbers[name]
    spot = answered_at(name, view)
    if spot is not None:
        said = view.review.facts.inputs.number(ANSWERED_BY[name])
        return f"{one.label}: {said:g} {one.unit}\n  answered in {spot.item}"
    own = view.plan.assumptions.get(name)
    if own is None:
        return f"{one.label}: {amount(one)}\n  {basis(one, view)}"
    return (
        f"{one.label}: {own:g} {one.unit} (yours)\n  instead of {amount(one)}, {basis(one, view)}"
    )


def amount(one: Assumption) -> str:
    """A number of the template with its unit."""
    values = one.value if isinstance(one.value, tuple) else (one.value,)
    return f"{', '.join(f'{value:g}' for value in values)} {one.unit}".strip()


def basis(one: Assumption, view: View) -> str:
    """Where a number comes from; our default where no source stands behind it."""
    if not one.is_our_default:
        return f"{one.basis} ({cited_words(one.sources, view.template)})".strip()
    default = "our default"
    if not one.basis or one.basis.startswith(default):
        return one.basis or default
    return f"{default}: {one.basis}"
