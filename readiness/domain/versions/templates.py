"""What changed in a template since a plan was last saved with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from readiness.domain.checklist.template import Template
from readiness.domain.plan.plan import Plan
from readiness.i18n.language import _

_DOTTED = re.compile(r"\d{1,9}(\.\d{1,9}){0,3}")


def template_news(plan: Plan, template: Template) -> tuple[str, ...]:
    """What to know before going on with a plan that was saved with an older version, a line each.

    First what changed in the template as a whole, then each question that was answered and now
    means something else. Nothing where the plan names no version, or the template's own or a later
    one.
    """
    lines = [*_since(template.changed, plan, template)]
    for key, item in template.items.items():
        if not plan.answer(key).is_empty:
            lines += [f"{key}: {words}" for words in _since(item.changed, plan, template)]
    if not lines:
        return ()
    words = _("The template {name} is version {new} now; this plan was saved with {old}.")
    head = words.format(name=template.name, new=template.version, old=plan.template_version)
    return (head, *lines)


def up_to_date(plan: Plan, template: Template) -> Plan:
    """A copy saved with the template's version; the same where that is no later than its own."""
    if not _is_later(template.version, plan.template_version):
        return plan
    return plan.model_copy(update={"template_version": template.version})


def _since(changed: Mapping[str, str], plan: Plan, template: Template) -> Iterator[str]:
    """What changed after the plan's version, up to the template's own."""
    for version, words in changed.items():
        is_new = _is_later(version, plan.template_version)
        if words and is_new and not _is_later(version, template.version):
            yield " ".join(words.split())


def _is_later(one: str, other: str) -> bool:
    """Whether a dotted version comes after another; False where either is not of that form."""
    if not _DOTTED.fullmatch(one) or not _DOTTED.fullmatch(other):
        return False
    return _numbers(one) > _numbers(other)


def _numbers(version: str) -> tuple[int, ...]:
    """The parts of a version; 2 and 2.0 are the same."""
    parts = [int(part) for part in version.split(".")]
    while parts and not parts[-1]:
        parts.pop()
    return tuple(parts)
