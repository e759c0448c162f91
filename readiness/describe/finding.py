"""What the X-rays find, in words, and the way through all that is wrong, flags with it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from readiness.describe.detail import Detail, with_text
from readiness.domain.checklist.template import Template
from readiness.domain.plan.field_ref import ASSUMPTIONS, CALENDAR, FieldRef
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.tables import TABLES
from readiness.domain.rules.review import ItemReview, Review
from readiness.domain.xrays.finding import GRAVITIES, Finding
from readiness.domain.xrays.findings import xrays
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
    return with_text(
        [
            Detail(gravity_words(found), found.says),
            Detail(_("What to do"), found.todo),
            Detail(_("Where"), where),
        ]
    )


ELSEWHERE = ""
"""Stands for what X-rays find that is about no question."""


def no_problem() -> str:
    """That nothing is wrong anywhere."""
    return _("There are no flags, and no X-ray finds anything.")


def way_on(
    plan: Plan, template: Template, state: Review, today: date, after: str | None
) -> tuple[str | None, str]:
    """The next item with a problem, and what an X-ray finds there if no flag says what is wrong."""
    found = xrays(plan, template, state, today)
    item = next_problem(state, found, after)
    one = None if item is None else found_at(item, state, found)
    return item, "" if one is None else _("X-ray: {says} {todo}").format(
        says=one.says, todo=one.todo
    )


def next_problem(state: Review, found: Collection[Finding], after: str | None) -> str | None:
    """The next item with a problem, going round; None if there is none.

    ELSEWHERE is its last stop, where an X-ray finds something that is about no question.
    """
    seen = {one.ref.item for one in found}
    keys = [*state.items, ELSEWHERE]
    turn = keys.index(after) + 1 if after in keys else 0
    return next(
        (
            key
            for key in keys[turn:] + keys[:turn]
            if key in seen or (key in state.items and _is_flagged(state.items[key]))
        ),
        None,
    )


def found_at(item: str, state: Review, found: Collection[Finding]) -> Finding | None:
    """The gravest X-ray that is about an item, where no flag says already what is wrong there."""
    if item in state.items and _is_flagged(state.items[item]):
        return None
    return next((one for one in found if one.ref.item == item), None)


def _is_flagged(one: ItemReview) -> bool:
    return one.flag is not None and not one.flag.is_accepted
