"""What is told about a finding of an X-ray: how grave it is, where it is, and what to do."""

from __future__ import annotations

from readiness.describe.detail import Detail, told
from readiness.domain.checklist.template import Template
from readiness.domain.plan.field_ref import ASSUMPTIONS, CALENDAR, FieldRef
from readiness.domain.plan.tables import TABLES
from readiness.domain.xrays.finding import GRAVITIES, Finding
from readiness.i18n.language import N_, Words, _

SIGNS = {"error": "x", "warning": "!", "remark": "i"}
"""One character for each gravity, for those who see no colours."""

SINGLE = Words({ASSUMPTIONS: N_("number"), CALENDAR: N_("date")})
"""What a value is called that stands in a table by itself, before its name."""


def gravity_words(found: Finding) -> str:
    """How grave a finding is: its sign and its word."""
    return f"{SIGNS[found.gravity]} {GRAVITIES[found.gravity]}"


def place_words(ref: FieldRef) -> str:
    """Where a finding is; empty for the plan as a whole."""
    return " ".join(filter(None, [ref.item, ref.person, table_words(ref.table), ref.entry]))


def table_words(table: str) -> str:
    """What an entry of one of the plan's own tables is called; empty for none of them."""
    return TABLES[table].entry if table in TABLES else SINGLE.get(table, "")


def finding_words(found: Finding) -> str:
    """A finding in one line: where, what, and what to do."""
    place = place_words(found.ref)
    return f"{f'{place}: ' if place else ''}{found.says} {found.todo}"


def finding_details(found: Finding, template: Template) -> list[Detail]:
    """A finding at length."""
    item = template.items.get(found.ref.item)
    where = f"{found.ref.item} {item.question}" if item else place_words(found.ref)
    return told(
        [
            Detail(gravity_words(found), found.says),
            Detail(_("What to do"), found.todo),
            Detail(_("Where"), where),
        ]
    )
