"""The short form and the full form: which questions of a template are asked in each."""

from typing import Literal

from readiness.domain.checklist.template import Template

Form = Literal["full", "short"]
"""How many of the questions are asked."""

FULL: Form = "full"
SHORT: Form = "short"


def asked_in(template: Template, form: Form) -> frozenset[str]:
    """The items that a form asks; all of them where the template has no short form."""
    brief = frozenset(key for key, item in template.items.items() if item.brief)
    return brief if form == SHORT and brief else frozenset(template.items)
