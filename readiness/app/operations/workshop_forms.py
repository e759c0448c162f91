"""What is handed out for a workshop: the forms of each role, and the facilitator's papers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from readiness.app.operations.workshop import NotDone, Room, revealed
from readiness.app.operations.workshop_collect import blank_answers
from readiness.describe.not_done import why
from readiness.i18n.language import _, language
from readiness.i18n.words import ended
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import ReadinessError
from readiness.storage.templates import Library
from readiness.storage.workshop_file import ENDING

if TYPE_CHECKING:
    from readiness.report.document import Document
    from readiness.report.rater_form.page import RoleForm

PaperKind = Literal["pdf", "docx"]
"""On paper, or to be laid out further."""

SheetKind = Literal["xlsx", "csv"]
"""A spreadsheet."""

FormKind = Literal["html", PaperKind, SheetKind]
"""A form on a screen, on paper, or as a spreadsheet."""

PAPER_KINDS: tuple[PaperKind, ...] = ("pdf", "docx")
FORM_KINDS: tuple[FormKind, ...] = ("html", *PAPER_KINDS, "xlsx", "csv")


def make_forms(
    room: Room, folder: Path, kinds: Sequence[FormKind], today: date, *, vote: int = 1
) -> list[Path]:
    """Make a form for each role that is asked, and the invitation. Raises ReadinessError.

    A spreadsheet cannot draw a code, so that there is one for each person who is asked.

    The form of a second vote asks what was parked and what lay apart, and nothing else.
    """
    from readiness.report.pack.paper_form import paper_form
    from readiness.report.pack.papers import invitation
    from readiness.report.rater_form.page import RoleForm, form_page

    only = voted_again(room) if vote > 1 else None
    made = []
    for role in room.workshop.roles:
        form = RoleForm(room.workshop, room.questions, role, vote, only)
        for kind in kinds:
            target = folder / f"{_stem(room)}-{role}{'-2' if vote > 1 else ''}.{kind}"
            match kind:
                case "html":
                    page = form_page(form, language())
                    made.append(_written(target, page.encode()))
                case "pdf" | "docx":
                    paper = paper_form(form, today)
                    made.append(_drawn(paper, kind, target))
                case _:
                    made += _sheets(room, form, (folder, kind))
    for kind in (one for one in PAPER_KINDS if one in kinds and vote == 1):
        target = folder / f"{_stem(room)}-invitation.{kind}"
        made.append(_drawn(invitation(room.workshop, room.questions, today), kind, target))
    return made


def _sheets(room: Room, form: RoleForm, where: tuple[Path, SheetKind]) -> list[Path]:
    """A spreadsheet for each person of a role, each with a code of its own."""
    from readiness.report.rater_form.sheet import as_csv, as_xlsx, form_rows

    made, (folder, kind), role = [], where, form.role
    for _person in range(max(1, room.workshop.roles[role].expected)):
        blank = blank_answers(room, role, form.vote)
        rows = form_rows(form, blank)
        raw = as_csv(rows) if kind == "csv" else as_xlsx(rows, room.questions)
        again = "-2" if form.vote > 1 else ""
        name = f"{_stem(room)}-{role}{again}-{blank.code}.answers.{kind}"
        made.append(_written(folder / name, raw))
    return made


def make_pack(room: Room, folder: Path, kinds: Sequence[PaperKind], today: date) -> list[Path]:
    """Make the facilitator's papers, each a file of its own. Raises ReadinessError.

    Once the workshop is finished the handout is among them.
    """
    from readiness.report.pack.papers import papers
    from readiness.report.pack.wall_cards import wall_cards

    cards = folder / f"{_stem(room)}-wall-cards.html"
    made = [_written(cards, wall_cards(room.workshop, room.questions, language()).encode())]
    for name, document in papers(room.workshop, today).items():
        for kind in kinds:
            target = folder / f"{_stem(room)}-{name}.{kind}"
            made.append(_drawn(document, kind, target))
    if room.workshop.finished is not None:
        made += make_handout(room, folder, kinds, today)
    return made


def make_handout(room: Room, folder: Path, kinds: Sequence[PaperKind], today: date) -> list[Path]:
    """Make what those who took part take home, of the saved plan. Raises ReadinessError."""
    from readiness.report.pack import papers as pages

    plan = PlanFile.open(room.plan, Library()).plan
    document = pages.handout(room.workshop, plan, room.template, today)
    return [_drawn(document, kind, folder / f"{_stem(room)}-handout.{kind}") for kind in kinds]


def handout_beside(room: Room, today: date) -> str:
    """Make the handout beside a finished workshop's file, and say so, or why it was not made.

    The workshop is finished all the same.
    """
    try:
        (made,) = make_handout(room, room.path.parent, ["pdf"], today)
    except ReadinessError as error:
        return why("no-handout", why=ended(str(error)))
    return _("Made: {names}.").format(names=made.name)


def voted_again(room: Room) -> list[str]:
    """What a second vote asks: what was parked or lay apart, but nothing about oneself.

    Raises NotDone before collecting is closed, and where nothing is left to vote on.
    """
    apart = [one.item for one in revealed(room) if one.is_apart]
    wanted = {*room.workshop.parked, *apart}
    found = [
        item
        for item in room.workshop.asked
        if item in wanted and item in room.questions and not room.questions[item].is_sensitive
    ]
    if not found:
        raise NotDone(why("nothing-to-vote-on"))
    return found


def _stem(room: Room) -> str:
    return room.path.name.removesuffix(ENDING)


def _drawn(document: Document, kind: PaperKind, target: Path) -> Path:
    from readiness.report.formats import document_bytes

    return _written(target, document_bytes(document, kind, lambda _share: None))


def _written(target: Path, raw: bytes) -> Path:
    from readiness.report.file_output import made_by_us
    from readiness.storage.disk import write_whole

    if target.exists() and not made_by_us(target):
        raise NotDone(why("in-the-way", name=target.name))
    target.parent.mkdir(parents=True, exist_ok=True)
    write_whole(target, raw)
    return target
