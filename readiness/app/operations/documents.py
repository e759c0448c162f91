"""The strategy document as a file: where it goes, what is in its way, and how it is made."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.app.operations.effect import Effect
from readiness.app.session import Session
from readiness.describe.act import refusal
from readiness.domain.checklist.template import Template
from readiness.domain.plan.act import Act, Refusal
from readiness.domain.plan.names import same_name
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import Review
from readiness.i18n.language import N_, _
from readiness.i18n.words import date_words
from readiness.storage.disk import exists, is_same_file
from readiness.storage.problems import CannotWrite

if TYPE_CHECKING:
    from readiness.report.document import Document
    from readiness.report.formats import Format, Look, Progress
    from readiness.report.plain_text import Section

# What makes documents is loaded only where one is made: it costs more than the program's start.


BRIEF, PROGRESS = "brief", "progress"
"""The names of the strategy document on two pages, and of the progress report."""

AGREEMENT, AGREEMENTS, BLANK = "agreement", "agreements", "blank"
"""The agreement with each practitioner in one file and in a file for each, and the form of the
questions with what the plan knows."""

WITH_NAMES = (AGREEMENT, AGREEMENTS, BLANK)
"""What is of no use without names: it is never shared."""


@dataclass(frozen=True)
class Job:
    """A document to be made of a plan as it was when it was asked for; for whichever thread."""

    kind: Format
    target: Path
    template: Template
    plan: Plan
    review: Review
    today: date
    plan_file: Path
    """The file of the plan, which no document takes the place of."""
    name: str = ""
    """BRIEF, a report after the start or a paper form; empty for the strategy document."""
    is_shared: bool = False
    look: Look | None = None
    """What it looks like; None for our own look."""
    people: tuple[str, ...] = ()
    """Whose pages an agreement has; empty for everybody's."""

    @cached_property
    def document(self) -> Document:
        """What the document says."""
        from readiness.report.outline import outline

        reported = _report(self)
        if reported is not None:
            return reported
        return outline(
            self.template, self.plan, self.review, self.today,
            is_brief=self.name == BRIEF, is_shared=self.is_shared,
        )  # fmt: skip


UNKNOWN_NAMES = N_(
    "Names that stand in no field for a person are not known, and stay: read it over before it "
    "travels."
)


def remarks_on(job: Job) -> list[str]:
    """What whoever asked for a document should know about it."""
    from readiness.report.formats import remarks

    return [*remarks(job.document, job.kind), *([_(UNKNOWN_NAMES)] if job.is_shared else [])]


def job_named(
    session: Session,
    kind: Format,
    name: str = "",
    *,
    is_shared: bool = False,
    target: Path | None = None,
    look: Look | None = None,
) -> Job:
    """The document of a name in a format, beside the plan's file where no target is named.

    The name is empty for the strategy document, BRIEF, or one of `reports_of`.
    """
    from readiness.report.formats import target_of
    from readiness.report.record_forms import TITLES

    is_shared = is_shared and name not in (*TITLES, *WITH_NAMES)
    called = f"blank-{name}" if name in TITLES else f"fidelity-{name}"
    called = name if name in ("", BRIEF, PROGRESS, *WITH_NAMES) else called
    called = AGREEMENT if name == AGREEMENTS else called
    return Job(
        kind, target or target_of(session.path, kind, called, is_shared=is_shared),
        session.template, session.plan, session.review, session.today, session.path,
        name, is_shared, look,
    )  # fmt: skip


def files_of(job: Job, who: str = "") -> list[Job]:
    """The files that a document becomes: one, but for agreements in a file for each practitioner.

    `who` is the practitioner whose agreement it is; empty for everybody's. A plan that names nobody
    has an agreement to fill in.
    """
    if job.name not in (AGREEMENT, AGREEMENTS):
        return [job]
    people = _called(job.plan, who) if who else tuple(job.plan.people)
    if job.name == AGREEMENT or not people:
        return [replace(job, people=people)]
    return [
        replace(job, target=file, people=(one,))
        for file, one in zip(_files(job.target, people), people, strict=True)
    ]


def nobody_called(session: Session, who: str) -> str:
    """That the plan has no such practitioner; empty where it has, or none is named."""
    if not who or _called(session.plan, who):
        return ""
    return _("There is no practitioner {who} in the plan.").format(who=who)


def _called(plan: Plan, who: str) -> tuple[str, ...]:
    return tuple(one for one in plan.people if same_name(one) == same_name(who))


def _files(whole: Path, people: Sequence[str]) -> list[Path]:
    """A file for each practitioner, none twice also where large and small letters are the same.

    A name that no file can have is a number.
    """
    found = dict[str, Path]()
    for number, who in enumerate(people, 1):
        safe = "".join(re.findall(r"[\w-]", who))[:40] or str(number)
        name, more = safe, 1
        while name.casefold() in found:
            more += 1
            name = f"{safe}-{more}"
        found[name.casefold()] = whole.with_name(f"{whole.stem}-{name}{whole.suffix}")
    return list(found.values())


def agreement_text(of: tuple[Template, Plan, Review, date], who: str) -> Section:
    """The agreement with a practitioner as text; `of` is the plan, as it is judged on a day."""
    from readiness.report.agreement import agreement_document
    from readiness.report.plain_text import sections_of

    return sections_of(agreement_document(*of, (who,)))[-1]


def _report(job: Job) -> Document | None:
    """The report or the form that was asked for; None for none, or where nothing is in it."""
    from readiness.report.agreement import agreement_document
    from readiness.report.blank import blank_document
    from readiness.report.fidelity_report import fidelity_document, progress_document
    from readiness.report.record_forms import record_form

    form = record_form(job.template, job.name, job.today)
    if form is not None or job.name in ("", BRIEF):
        return form
    if job.name == BLANK:
        return blank_document(job.template, job.today, job.plan, plan_name=job.plan_file.name)
    of = (job.template, job.plan, job.review, job.today)
    if job.name in (AGREEMENT, AGREEMENTS):
        return agreement_document(*of, job.people)
    if job.name == PROGRESS:
        return progress_document(*of, is_shared=job.is_shared)
    return fidelity_document(*of, job.name, is_shared=job.is_shared)


def reports_of(session: Session) -> dict[str, str]:
    """What else can be made now: its titles. The newest review first, and the paper forms last.

    The name of a report is PROGRESS, or the day of a fidelity review; that of a form is the one
    that the command line has for it.
    """
    from readiness.report.record_forms import TITLES

    plan, found = session.plan, {PROGRESS: _("Progress report")}
    for day in sorted(plan.fidelity, reverse=True):
        words = _("Fidelity review of {date}")
        found[day] = words.format(date=date_words(date.fromisoformat(day)))
    found[AGREEMENT] = _("Agreement with each practitioner, a page each")
    if len(plan.people) > 1:
        found[AGREEMENTS] = _("The same, a file for each practitioner")
    found[BLANK] = _("Paper form: every question, with what the plan knows")
    form = _("Paper form: {title}")
    found |= {name: form.format(title=_(title)) for name, title in TITLES.items()}
    return {name: title for name, title in found.items() if not nothing_to_report(session, name)}


def nothing_to_report(session: Session, report: str) -> str:
    """Why a report or a form cannot be made yet; empty where it can, or none is asked for."""
    from readiness.report.record_forms import TITLES, no_form

    if report in ("", BRIEF, *WITH_NAMES, *TITLES):
        return no_form(session.template, report)
    start = session.plan.start
    if start is None or start > session.today:
        return _("The plan has not started yet, so there is nothing to report.")
    if report == PROGRESS or "revealed_on" in session.plan.fidelity.get(report, {}):
        return ""
    known = [key for key, one in session.plan.fidelity.items() if "revealed_on" in one]
    why = _("There is no fidelity review of {day} with scores that were shown.").format(day=report)
    if not known:
        return why
    there = _("There are: {names}.").format(names=", ".join(known))
    return f"{why} {there}"


def in_the_way(target: Path, kind: str) -> str:
    """Why a document would take the place of a file of someone else; empty where it would not."""
    from readiness.report.file_output import made_by_us

    if not exists(target) or made_by_us(target):
        return ""
    act = Act(kind="make document", what=target.name)
    return refusal("word in the way" if kind == "docx" else "in the way", act)


def make_document(job: Job, progress: Progress) -> Effect:
    """Make a document and put it in its place, whole.

    What `progress` raises ends the work; then the file that was there stays as it was.
    """
    from readiness.report.formats import OURS, make_file

    act = Act(kind="make document", what=job.target.name)
    if is_same_file(job.target, job.plan_file):
        why: Refusal = "the plan itself"
        return Effect(act, job.review, job.review, job.template, refusal=why)
    trouble = ""
    try:
        make_file(job.document, job.kind, job.target, progress, job.look or OURS)
    except CannotWrite as error:
        trouble = str(error)
    except OSError as error:
        trouble = str(CannotWrite.by(job.target, error))
    return Effect(act, job.review, job.review, job.template, trouble=trouble)
