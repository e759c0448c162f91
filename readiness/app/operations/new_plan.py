"""A new plan: the templates to choose from, and the file that is made."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from readiness.describe.act import sentence
from readiness.domain.checklist.template import FULL, Form, Template
from readiness.domain.plan.act import Act
from readiness.domain.plan.plan import Plan
from readiness.i18n.language import _
from readiness.storage.disk import exists
from readiness.storage.filenames import leads_out, why_it_leads_out
from readiness.storage.plan_file import PlanFile
from readiness.storage.problems import ReadinessError, or_why
from readiness.storage.templates import Library

USUAL_TEMPLATE = "imr"
"""The template where none is named; our default."""


@dataclass(frozen=True)
class NewPlan:
    """What a person says of a plan that is to be made."""

    path: Path
    """The file to be made."""
    template: str = USUAL_TEMPLATE
    """A template by its id, or by the path of its file."""
    plan: str = ""
    service: str = ""
    start: date | None = None
    """First day with patients."""
    form: Form = FULL

    @property
    def said(self) -> str:
        """That it is made, as one sentence."""
        return sentence(Act(kind="make plan", what=self.path.name))


def checklists(library: Library) -> Mapping[str, str]:
    """The templates that a plan can be made of: id to name."""
    return {one.id: one.name for one in library.listings()}


def chosen_template(library: Library, named: str) -> Template | str:
    """The template of an id or of a path, or why it cannot be read."""
    return or_why(lambda: library.load(named))


def is_template(library: Library, named: str) -> bool:
    """Whether an id or a path names a template that is there."""
    return library.path_of(named) is not None


def make_plan(new: NewPlan, library: Library) -> str:
    """Make the file of a new plan; returns why it cannot be made, or nothing.

    A file that is there already stays as it is.
    """
    folder = new.path.parent
    if not folder.is_dir():
        return _("There is no folder {parent}.").format(parent=folder)
    try:
        template = library.load(new.template)
        named = _name_for(library, new.template, template.id, folder)
        if leads_out(named):
            why, todo = why_it_leads_out(named)
            return f"{why}; {todo}."
        plan = Plan(template=named, template_version=template.version).described(
            plan=new.plan, service=new.service, start=new.start, form=new.form
        )
        PlanFile.create(new.path, plan, template)
    except ReadinessError as error:
        return str(error)
    return ""


def is_taken(path: Path) -> bool:
    """Whether something has this name already, so that no plan can be made there."""
    return exists(path)


def _name_for(library: Library, given: str, template_id: str, folder: Path) -> str:
    """What the plan calls its template: the id where that finds it, else its path from the plan."""
    found, by_id = (Path(library.path_of(one) or one).resolve() for one in (given, template_id))
    if found == by_id:
        return template_id
    try:
        return Path(os.path.relpath(found, folder.resolve())).as_posix()
    except ValueError:  # on another drive of Windows
        return str(found)
