"""Run sheet, slips, dot sheet and debrief of a workshop.

How long each part takes is ours; the run of it (alone first, those who do the work before the
leader, facts never voted on) follows what is known of groups under a leader's eye.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from readiness.domain.ratings.workshop import Workshop
from readiness.i18n.language import N_, _, language
from readiness.report.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Table,
    WriteLines,
)

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
