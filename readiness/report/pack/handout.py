"""The handout: what those who took part take home, on one page where it fits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from readiness.describe.action import due_words, owner_words
from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.room_record import RECHECKS, chosen_actions
from readiness.domain.ratings.workshop import Workshop
from readiness.domain.schedule.actions import action_of
from readiness.i18n.dates import plus_months
from readiness.i18n.language import N_, _, n_
from readiness.i18n.words import date_words, listed
from readiness.report.document import Block, Bullets, Document, Heading, Paragraph, Table
from readiness.report.pack.papers import workshop_document
from readiness.report.sections.room import agreed_tables, missing_tables

KEPT = (
    N_("Nobody's own answers are in the plan, on this page, or in what is passed on."),
    N_(
        "Your answers file is deleted by the person who ran the workshop. Copies may remain in "
        "your mail and your downloads: delete them too."
    ),
)


def handout(workshop: Workshop, plan: Plan, template: Template, made_on: date) -> Document:
    """What was agreed, what is done about it, what is found out, and when all this is looked at."""
    title = _("What we agreed")
    return workshop_document(title, workshop, made_on, _blocks(workshop, plan, template))


def _blocks(workshop: Workshop, plan: Plan, template: Template) -> Iterator[Block]:
    many = workshop.took_part
    thanks = n_("{n} person answered. Thank you.", "{n} people answered. Thank you.", many)
    yield Paragraph(thanks.format(n=many), "strong")
    ours = [
        (item, fields)
        for item, fields in plan.agreed.items()
        if fields.get("workshop") == workshop.id
    ]
    yield from agreed_tables(ours, template)
    yield from _actions(workshop, plan)
    yield from missing_tables(workshop.missing.values(), template)
    yield from _again(workshop)
    yield Heading(2, _("What becomes of your answers"))
    yield Bullets(tuple(map(_, KEPT)))


def _actions(workshop: Workshop, plan: Plan) -> Iterator[Block]:
    chosen = (action_of(key, plan.actions[key]) for key in chosen_actions(plan, workshop.dots))
    rows = tuple(
        (one.title, owner_words(one), due_words(one), one.outcome or "-") for one in chosen
    )
    if rows:
        header = (_("What is done"), _("Who"), _("By when"), _("What it changes"))
        yield Heading(2, _("What is done about it"))
        yield Table(header, rows, (0.4, 0.18, 0.17, 0.25), _("The actions of the workshop"))


def _again(workshop: Workshop) -> Iterator[Block]:
    if workshop.finished is not None:
        days = (date_words(plus_months(workshop.finished, months)) for months in RECHECKS)
        yield Paragraph(_("We look at this again on {days}.").format(days=listed(days)))
