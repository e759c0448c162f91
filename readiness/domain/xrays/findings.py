"""X-rays: the plan held against itself. Each finding leads to the place where it can be mended.

They never block anything, and never repeat the text they warn about.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from readiness.domain.checklist.template import Template
from readiness.domain.kinds.value import NOT_APPLICABLE
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.free_text import label_of, texts_of
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import Review
from readiness.domain.xrays.caseloads import caseload_findings
from readiness.domain.xrays.finding import RANK, CheckContext, Finding
from readiness.domain.xrays.identifiers import looks_identifying
from readiness.domain.xrays.order import time_findings
from readiness.domain.xrays.rows import sheet_findings
from readiness.domain.xrays.sums import goal_findings, sum_findings
from readiness.i18n.language import _
from readiness.i18n.non_answers import is_nameless, is_nobody, is_undecided


def xrays(plan: Plan, template: Template, review: Review, today: date) -> list[Finding]:
    """Every finding, errors first. `review` is the review of the same plan."""
    case = CheckContext(plan, template, review, today)
    found = [
        *sum_findings(case),
        *caseload_findings(case),
        *goal_findings(case),
        *time_findings(case),
        *sheet_findings(case),
        *_reasons(case),
        *_unheard(case),
        *_undecided(case),
        *_identifying(case),
    ]
    return sorted(found, key=lambda one: RANK[one.gravity])


def _reasons(case: CheckContext) -> Iterator[Finding]:
    says = _("{item} is marked not applicable without a reason, so it stays open.")
    todo = _("Write the reason: it is printed beside the answer.")
    for key, answer in case.plan.answers.items():
        is_bare = answer.word == NOT_APPLICABLE and not answer.reason.strip()
        if is_bare and key in case.template.items:
            ref = FieldRef(item=key, part="reason")
            yield case.finding("no-reason", "warning", says, todo, ref, item=key)


def _unheard(case: CheckContext) -> Iterator[Finding]:
    """Where the plan says for the practitioners what they have to say themselves."""
    says = _("{item} is answered for the practitioners: nothing says who of them was heard.")
    todo = _("Ask them in a workshop, or write in the note who answered, as numbers only.")
    for key, item in case.template.items.items():
        is_theirs = item.asked_of == "practitioners" and not item.rater.sensitive
        if not is_theirs or key in case.plan.heard or case.review.items[key].status != "ready":
            continue
        if not case.plan.answer(key).note.strip():
            yield case.finding("not-heard", "remark", says, todo, FieldRef(item=key), item=key)


def _undecided(case: CheckContext) -> Iterator[Finding]:
    """Where a text is no answer, so that nobody wonders why its question is not ready."""
    for who in filter(is_nameless, case.plan.people):
        says = _("A practitioner in the list has no name yet: hours are reckoned, nobody stays.")
        todo = _("Write initials or a role when it is decided, or take the line out.")
        yield case.finding("not-decided", "warning", says, todo, FieldRef(person=who))
    for ref, text in texts_of(case.plan, case.template):
        label = label_of(ref, case.template)
        if not label:
            continue
        if is_undecided(text):
            says = _("{label}: what stands here says that it is not decided yet. It is no answer.")
        elif is_nobody(text):
            says = _("{label}: what stands here says that there is nobody. It counts as no.")
        else:
            continue
        todo = _("Write what is decided, or set a date for deciding it in the action plan.")
        yield case.finding("not-decided", "remark", says, todo, ref, label=label)


def _identifying(case: CheckContext) -> Iterator[Finding]:
    says = _("A text here looks as if it holds {kinds}.")
    todo = _(
        "Take it out if it is about a patient: the plan needs counts only. "
        "For staff, initials or a role are enough."
    )
    for ref, text in texts_of(case.plan, case.template):
        kinds = looks_identifying(text, case.today)
        if kinds:
            yield case.finding("identifying", "warning", says, todo, ref, kinds=kinds)
