"""The agreements with practitioners as files: whose they are, and what they are called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.app.operations.documents import AGREEMENT, AGREEMENTS, Job, job_named, report_job
from readiness.app.session import Session
from readiness.domain.plan.names import same_name
from readiness.i18n.language import _

if TYPE_CHECKING:
    from readiness.report.formats import Format, Look


def jobs_named(
    session: Session, kind: Format, name: str, *, is_shared: bool = False, who: str = ""
) -> list[Job]:
    """The files that a document becomes by its name: one, but for a file for each practitioner.

    `who` is the practitioner whose agreement it is; empty for everybody's.
    """
    if name in (AGREEMENT, AGREEMENTS):
        return agreement_jobs(session, kind, who=who, is_each=name == AGREEMENTS)
    return [job_named(session, kind, name, is_shared=is_shared)]


def nobody_called(session: Session, who: str) -> str:
    """That the plan has no such practitioner; empty where it has, or none is named."""
    if not who or _called(session, who):
        return ""
    return _("There is no practitioner {who} in the plan.").format(who=who)


def agreement_jobs(
    session: Session,
    kind: Format,
    *,
    who: str = "",
    is_each: bool = False,
    target: Path | None = None,
    look: Look | None = None,
) -> list[Job]:
    """The agreement with one practitioner or with all, in one file or in a file for each.

    A plan that names nobody has one to fill in.
    """
    job = report_job(session, kind, AGREEMENT, target=target, look=look)
    people = _called(session, who) if who else tuple(session.plan.people)
    if not (is_each and people):
        return [replace(job, people=people)]
    return [
        replace(job, target=file, people=(one,))
        for file, one in zip(_files(job.target, people), people, strict=True)
    ]


def _called(session: Session, who: str) -> tuple[str, ...]:
    return tuple(one for one in session.plan.people if same_name(one) == same_name(who))


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
