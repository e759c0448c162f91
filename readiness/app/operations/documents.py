"""The strategy document as a file: where it goes, what is in its way, and how it is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.app.operations.effect import Effect
from readiness.app.session import Session
from readiness.describe.act import refusal
from readiness.domain.checklist.template import Template
from readiness.domain.plan.act import Act
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import Review
from readiness.storage.problems import CannotWrite
from readiness.storage.regular_file import exists

if TYPE_CHECKING:
    from readiness.report.document import Document
    from readiness.report.formats import Format, Look, Progress

# What makes documents is loaded only where one is made: it costs more than the program's start.


@dataclass(frozen=True)
class Job:
    """A document to be made of a plan as it was when it was asked for; for whichever thread."""

    kind: Format
    target: Path
    template: Template
    plan: Plan
    review: Review
    today: date
    is_brief: bool = False
    is_shared: bool = False
    look: Look | None = None
    """What it looks like; None for our own look."""

    @cached_property
    def document(self) -> Document:
        """What the document says."""
        from readiness.report.outline import outline

        return outline(
            self.template, self.plan, self.review, self.today,
            is_brief=self.is_brief, is_shared=self.is_shared,
        )  # fmt: skip


def document_job(
    session: Session,
    kind: Format,
    *,
    is_brief: bool = False,
    is_shared: bool = False,
    target: Path | None = None,
    look: Look | None = None,
) -> Job:
    """The document of the open plan in a format, beside its file where no target is named."""
    from readiness.report.formats import target_of

    target = target or target_of(session.path, kind, is_brief=is_brief, is_shared=is_shared)
    plan, state = session.plan, session.review
    return Job(
        kind, target, session.template, plan, state, session.today, is_brief, is_shared, look
    )


def in_the_way(target: Path, kind: Format) -> str:
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

    trouble = ""
    try:
        make_file(job.document, job.kind, job.target, progress, job.look or OURS)
    except CannotWrite as error:
        trouble = str(error)
    except OSError as error:
        trouble = str(CannotWrite.by(job.target, error))
    act = Act(kind="make document", what=job.target.name)
    return Effect(act, job.review, job.review, job.template, trouble=trouble)
