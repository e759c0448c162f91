"""The papers of a workshop: run sheet, slips, dot sheet, debrief, invitation and handout.

The invitation says why, who sees what and how long it is kept; the handout is what those who took
part take home, on one page where it fits.

How long each part takes is ours; the run of it (alone first, those who do the work before the
leader, facts never voted on) follows what is known of groups under a leader's eye.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from readiness.describe.action import due_words, owner_words
from readiness.describe.rating import who_sees_what
from readiness.domain.checklist.rater import role_words
from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.workshop_record import RECHECKS, chosen_actions
from readiness.domain.ratings.questions import Question
from readiness.domain.ratings.workshop import Workshop
from readiness.domain.schedule.actions import action_of
from readiness.i18n.dates import plus_months
from readiness.i18n.language import N_, _, language, n_
from readiness.i18n.words import date_words, first_up, listed
from readiness.report.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Table,
    WriteLines,
)
from readiness.report.rater_form.page import RoleForm
from readiness.report.sections.workshop import agreed_tables, missing_tables

RUN = (
    (0, 5, N_("Why we are here, and who sees what")),
    (5, 10, N_("Red facts are read out and checked; nobody votes on them")),
    (10, 15, N_("The ten topics beside what the plan says")),
    (15, 55, N_("Reveal and talk: what lies furthest apart first, eight questions at most")),
    (55, 62, N_("Second vote, blind, on what was parked or split")),
    (62, 70, N_("Agreed answers are read back: answer, reason, how many do not support it")),
    (70, 80, N_("Dots; three to five actions with who, by when, and what they change")),
    (80, 85, N_("Missing list: who finds out, by when")),
    (85, 90, N_("Dates, and what leaves the room")),
)
"""Minutes from and to, and what is done; for ninety minutes."""

RULES = (
    N_("Those who do the work speak first, the leader last."),
    N_("Ask: what would have to be true for somebody to say no?"),
    N_("Four minutes a question, then park it. When it is late, park; never rush."),
    N_("A single no is a split, and gets its minute. Nobody asks who it was."),
    N_("A fact that raises a red flag is corrected, acted on or accepted by a named leader."),
    N_("Not yet is always an answer. Fewer differences are not the aim."),
)

DEBRIEF = (
    N_("What surprised the leader?"),
    N_("Which question did the room avoid?"),
    N_("Who was silent, and how are they asked?"),
    N_("Which action needs senior management?"),
    N_("Who deletes the answers, and when?"),
)


_SLIP, _ACTION = 18.0, 14.0
"""Heights of rows in millimetres: to be cut apart, and to be written in."""


def papers(workshop: Workshop, made_on: date) -> dict[str, Document]:
    """The papers by the name that their file ends in."""
    made = {
        "run-sheet": (_("Run sheet"), _run_sheet()),
        "slips": (_("Slips for the second vote"), _slips()),
        "dot-sheet": (_("Dots on actions"), _dot_sheet()),
        "debrief": (_("Debrief of leader and facilitator"), _debrief()),
    }
    return {
        name: workshop_document(title, workshop, made_on, blocks)
        for name, (title, blocks) in made.items()
    }


def workshop_document(
    title: str, workshop: Workshop, made_on: date, blocks: Iterable[Block], more: str = ""
) -> Document:
    """A paper of a workshop, in the language spoken; `more` stands beside the workshop's name."""
    about = " · ".join(filter(None, (_("Workshop {id}").format(id=workshop.id), more)))
    return Document(
        title=title, subtitle=about, made_on=made_on, language=language(), blocks=tuple(blocks)
    )


def _run_sheet() -> Iterator[Block]:
    yield Paragraph(
        _(
            "Before the room: show the leader, alone and for ten minutes, where answers lie apart. "
            "Facts may be added then; answers may not."
        ),
        "strong",
    )
    rows = tuple((f"{start}-{end}", _(what), "") for start, end, what in RUN)
    header = (_("Minutes"), _("What"), _("Our time"))
    yield Table(header, rows, (0.14, 0.68, 0.18), _("Ninety minutes, part by part"))
    yield Heading(2, _("How to lead it"))
    yield Bullets(tuple(map(_, RULES)))
    yield Paragraph(_("The minutes are our default."), "small")


def _slips() -> Iterator[Block]:
    yield Paragraph(_("Cut along the lines. One slip a person and question; no name."))
    words = _("Question ____:  yes  /  partly  /  no  /  not sure")
    rows = tuple((words, words) for _row in range(10))
    yield Table(
        ("", ""), rows, (0.5, 0.5), _("Twenty slips"), has_row_heads=False, row_height=_SLIP
    )


def _dot_sheet() -> Iterator[Block]:
    yield Paragraph(
        _("Three dots each, at most two on one action. Hidden until all are in; talk ties out."),
        "strong",
    )
    header = (_("Action"), _("Dots"), _("Who"), _("By when"), _("What it changes"))
    rows = tuple(("", "", "", "", "") for _row in range(10))
    widths = (0.32, 0.1, 0.14, 0.16, 0.28)
    words = _("Actions, with room for dots")
    yield Table(header, rows, widths, words, has_row_heads=False, row_height=_ACTION)


def _debrief() -> Iterator[Block]:
    yield Paragraph(_("Fifteen minutes, leader and facilitator, on the same day."), "strong")
    for question in DEBRIEF:
        yield WriteLines(_(question), lines=3)


AFTERWARDS = (
    N_("Nobody's own answers are in the plan, on this page, or in what is passed on."),
    N_(
        "Your answers file is deleted by the person who ran the workshop. Copies may remain in "
        "your mail and your downloads: delete them too."
    ),
)


def handout(workshop: Workshop, plan: Plan, template: Template, made_on: date) -> Document:
    """What was agreed, what is done about it, what is found out, and when all this is looked at."""
    title = _("What we agreed")
    return workshop_document(title, workshop, made_on, _handout(workshop, plan, template))


def _handout(workshop: Workshop, plan: Plan, template: Template) -> Iterator[Block]:
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
    yield Bullets(tuple(map(_, AFTERWARDS)))


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


MINUTES_A_QUESTION = 0.6
"""How long a question takes to read and tick; ours, after the sets' own minutes."""

WHY = N_(
    "Leaders and those who do the work see the same start differently, and both see something "
    "true. Before we meet, each answers alone. In the room we look at where we differ, and agree "
    "on what to do about it."
)
KEPT = (
    N_(
        "Your answers stay with the person who runs the workshop and are deleted when it ends. "
        "Copies may remain in your mail and your downloads: delete them too."
    ),
    N_(
        "The plan keeps what the room agreed on, why, and how many did not support it; and counts "
        "of five people or more. It never holds one person's answer."
    ),
)
HOW = (
    N_(
        "Open the form that came with this: a file that opens in your browser and needs no "
        "network. Or fill it in on paper."
    ),
    N_("Answer alone. You may leave any question blank, or not answer at all."),
)


def invitation(workshop: Workshop, questions: Mapping[str, Question], made_on: date) -> Document:
    """The invitation for everyone who is asked, to be mailed or put on the table."""
    title = _("Invitation to a workshop")
    return workshop_document(title, workshop, made_on, _invitation(workshop, questions))


def _invitation(workshop: Workshop, questions: Mapping[str, Question]) -> Iterator[Block]:
    yield Paragraph(_when(workshop), "strong")
    yield Heading(2, _("Why you are asked"))
    yield Paragraph(_(WHY))
    yield Heading(2, _("Who sees what"))
    yield Bullets(tuple(who_sees_what(workshop)))
    yield Heading(2, _("How long it is kept"))
    yield Bullets(tuple(map(_, KEPT)))
    yield Heading(2, _("How to answer"))
    yield Bullets(tuple(map(_, HOW)))
    yield Table(
        (_("Role"), _("Questions"), _("Minutes, about")),
        tuple(_row(workshop, questions, role) for role in workshop.roles),
        (0.5, 0.25, 0.25),
        _("How much is asked of each role"),
        numbers=frozenset({1, 2}),
    )


def _row(workshop: Workshop, questions: Mapping[str, Question], role: str) -> tuple[str, str, str]:
    many = len(RoleForm(workshop, questions, role).items)
    return role_words(role), str(many), str(max(1, round(many * MINUTES_A_QUESTION)))


def _when(workshop: Workshop) -> str:
    people = sum(one.expected for one in workshop.roles.values())
    asked = n_("{n} person is asked.", "{n} people are asked.", people).format(n=people)
    if workshop.closes is None:
        return asked
    until = _("please answer by {date}").format(date=date_words(workshop.closes))
    return f"{asked} {first_up(until)}."
