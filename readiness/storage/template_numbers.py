"""The numbers of a template: those it has to give, and where each of the others comes from."""

from __future__ import annotations

from collections.abc import Sequence

from readiness.domain.capacity.capacity import NUMBERS
from readiness.domain.checklist.template import LIMITS, Template
from readiness.i18n.language import _
from readiness.storage.problems import Problem


def missing_numbers(template: Template, file: str) -> list[Problem]:
    """The problem of a template without numbers that no plan can do without, if it is one."""
    given = {**template.practice.numbers, **template.thresholds}
    missing = [n for n in (*NUMBERS, *LIMITS) if n not in given or given[n].value is None]
    why, todo = lacking(missing)
    problem = Problem(file=file, where="practice.numbers", why=why, todo=todo)
    return [problem] if missing else []


def lacking(names: Sequence[str]) -> tuple[str, str]:
    """What is wrong with a template that lacks these numbers."""
    why = _("the practice lacks {names}").format(names=", ".join(names))
    return why, _('add them as in five_areas, or write extends = "five_areas"')


def without_basis() -> tuple[str, str]:
    """What is wrong with a number of which nobody says where it comes from."""
    why = _("nothing says where this number comes from, so it counts as our default")
    return why, _('write basis = "..." beside the value, and sources if there are any')


def unfounded(template: Template) -> list[Problem]:
    """A remark for each number of which the template does not say where it comes from."""
    why, todo = without_basis()
    tables = {"practice.numbers": template.practice.numbers, "thresholds": template.thresholds}
    return [
        Problem(file=template.id, where=f"{table}.{name}", why=why, todo=todo, severity="remark")
        for table, amounts in tables.items()
        for name, one in amounts.items()
        if one.value is not None and not one.basis.strip()
    ]
