"""Paper forms for what is recorded after the start: a month, a check-in, a fidelity review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Template
from readiness.domain.followup.scale import scales_of
from readiness.domain.kinds.registry import kind_of, value_words
from readiness.domain.kinds.value import NO, PARTLY, YES
from readiness.domain.plan.records import CHECKINS, MONTHLY
from readiness.i18n.language import N_, _
from readiness.report.blank_answers import ROW_HEIGHT
from readiness.report.document import (
    Block,
    Document,
    Heading,
    Paragraph,
    Table,
    TickBoxes,
    WriteLines,
)

TITLES: Mapping[str, str] = {
    "month": N_("Counts of one month"),
    "checkin": N_("Check-in with the practitioners"),
    "review": N_("Fidelity review: one rater's own scores"),
}
"""Each form by the name that the command line has for it, and what it is called."""

COMMANDS: Mapping[str, str] = {
    "month": "readiness record plan.toml month 2027-07 asked=4",
    "checkin": "readiness record plan.toml check-in 2027-08-02 held=yes",
    "review": "readiness rate plan.toml --review 2027-07-12 --rater KH",
}
"""How each is typed in; the dates and counts are examples."""

COUNT_RULES = N_(
    "For the whole team. Leave a line empty where nobody counted, and write 0 where there were "
    "none. Write nothing about a single patient."
)

CHECKIN_RULES = N_(
    "Five minutes, leader and practitioners together. How many were there, and never who was not."
)

REVIEW_RULES = N_(
    "Alone, from your own copy of the scale, before you speak with the other rater. A score you "
    "are not sure of gets a question mark. An empty line is no score, and never the lowest."
)


def no_form(template: Template, name: str) -> str:
    """Why a form cannot be made; empty where it can."""
    if name == "review" and not scales_of(template):
        return _("{name} has no fidelity scale.").format(name=template.name)
    return ""


def record_form(template: Template, name: str, made_on: date) -> Document | None:
    """A form of one page; None where there is none of that name, or it cannot be made."""
    if name not in TITLES or no_form(template, name):
        return None
    title = _(TITLES[name])
    blocks = {"month": _month, "checkin": _checkin}
    body = list(_review(template)) if name == "review" else list(blocks[name]())
    later = _("To type it in later: {command}").format(command=COMMANDS[name])
    return Document(
        title=title,
        subtitle=template.name,
        made_on=made_on,
        version=_("version {version}").format(version=template.version),
        language=template.language,
        page_name=f"{title} \u00b7 {template.name}",
        has_title_page=False,
        blocks=(Heading(1, title), *body, Paragraph(later, "small")),
    )


def _month() -> Iterator[Block]:
    yield Paragraph(_(COUNT_RULES))
    rows = ((_("Service"), ""), (_("Month"), ""), (_("Filled in by, date"), ""))
    yield Table(("", ""), rows, (0.45, 0.55), _("What the form is about"), row_height=ROW_HEIGHT)
    counts = tuple((part.label, "") for part in MONTHLY.parts.values())
    header = (_("What"), _("Number"))
    yield Table(header, counts, (0.7, 0.3), _("Counts of one month"), row_height=ROW_HEIGHT)
    words = _(
        "A check: last month's active, more those who started, less those who completed or dropped "
        "out, are this month's active. Where it does not fit, write it all the same."
    )
    yield Paragraph(words, "small")


def _checkin() -> Iterator[Block]:
    yield Paragraph(_(CHECKIN_RULES))
    rows = ((_("Service"), ""), (_("Day"), ""))
    yield Table(("", ""), rows, (0.45, 0.55), _("What the form is about"), row_height=ROW_HEIGHT)
    for part in CHECKINS.parts.values():
        yield from _field(part)
    names = (_("What stands in the way"), _("Who can solve it"), _("Solved on"))
    empty = tuple([("",) * len(names)] * 3)
    yield Table(
        names, empty, (0.5, 0.28, 0.22), _("Barriers"), has_row_heads=False, row_height=ROW_HEIGHT
    )


def _field(part: Part) -> Iterator[Block]:
    label = part.label if part.label.endswith("?") else f"{part.label}:"
    if kind_of(part).is_yes_no:
        yield Paragraph(label)
        yield TickBoxes(tuple(value_words(part, one) for one in (YES, PARTLY, NO)), are_across=True)
    elif kind_of(part).shape == "short":
        yield WriteLines(label, is_short=True)
    else:
        yield WriteLines(label, 2)


def _review(template: Template) -> Iterator[Block]:
    scale = next(iter(scales_of(template).values()))
    yield Paragraph(_(REVIEW_RULES))
    said = _("Scale: {name}, {low} to {high}.")
    name = f"{scale.name} {scale.version}".strip()
    words = [said.format(name=name, low=scale.low, high=scale.high)]
    if scale.get_it:
        words.append(_("Where to get it: {where}.").format(where=scale.get_it.rstrip(".")))
    yield Paragraph(" ".join(words), "small")
    rows = ((_("Service"), ""), (_("Day of the review"), ""), (_("Rater"), ""))
    yield Table(("", ""), rows, (0.45, 0.55), _("What the form is about"), row_height=ROW_HEIGHT)
    criteria = tuple((f"{one.number} {one.label}", "", "") for one in scale.items.values())
    header = (_("Criterion"), _("Score"), _("What it rests on"))
    widths = (0.4, 0.12, 0.48)
    yield Table(header, criteria, widths, _("Scores"), row_height=ROW_HEIGHT)
