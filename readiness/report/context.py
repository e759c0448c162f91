"""What a document is made from: a plan as it is judged, and how much of it may travel."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from readiness.domain.checklist.part import Part
from readiness.domain.checklist.template import Item, Template
from readiness.domain.followup.course import course_of
from readiness.domain.kinds.registry import value_words
from readiness.domain.kinds.value import Value
from readiness.domain.patients.funnel_words import banded, whole_patients
from readiness.domain.plan.fields import said_words
from readiness.domain.plan.inputs import input_ref
from readiness.domain.plan.plan import Answer, Plan
from readiness.domain.record import Record
from readiness.domain.rules.flags import Flag
from readiness.domain.rules.review import Review, review
from readiness.domain.schedule.calendar import Event, events_of
from readiness.i18n.language import _
from readiness.i18n.words import first_up, number_words
from readiness.report.document import Block, Document
from readiness.report.links import Citations
from readiness.report.redaction import WITHHELD, without_names
from readiness.report.rows import Row


@dataclass(frozen=True)
class ReportContext:
    """A plan, what is asked, how it stands, and for whom the document is."""

    template: Template
    plan: Plan
    review: Review
    today: date
    cited: Citations
    """Numbers the sources as they are cited."""
    is_shared: bool = False
    """Whether names of staff, notes and small counts stay at home."""

    @cached_property
    def events(self) -> list[Event]:
        """The dates of the plan in order."""
        return events_of(self.plan, self.template)

    def item(self, key: str) -> Item | None:
        """A question, where the template asks it."""
        return self.template.items.get(key)

    def answer(self, key: str) -> Answer:
        """What was said about a question."""
        return self.plan.answer(key)

    def said(self, key: str, part: str = "value") -> str:
        """A field's answer in words; empty where nothing, no or not sure was said."""
        return said_words(self.plan, self.template, key, part)

    def of_person(self, who: str, feed: str) -> tuple[Part | None, Value | None]:
        """The field of a practitioner that answers an input, and what was said; None for nothing.

        There is no field where the template asks for it nowhere, or nobody is called so.
        """
        ref, person = input_ref(self.template, feed), self.plan.people.get(who)
        if ref is None or person is None:
            return None, None
        return self.template.items[ref.item].person_parts.get(ref.part), person.parts.get(ref.part)

    def nothing(self, key: str, words: str) -> str:
        """What is said where there is no answer: these words, unless the form does not ask."""
        state = self.review.items.get(key)
        if state is None or state.counts:
            return words
        instead = _("not asked in the short form")
        return f"{first_up(instead)}." if words.endswith(".") else instead

    def given(self, key: str, part: str = "value") -> str:
        """A field's answer in words, whatever it is; in words where there is none."""
        item, value = self.item(key), self.answer(key).parts.get(part)
        if item is None or value is None or part not in item.parts:
            return self.nothing(key, _("not answered"))
        return value_words(item.parts[part], value, item.no_label)

    def row(self, label: str, key: str, part: str = "value") -> Row:
        """A field's answer, whatever it is, with its label."""
        item, value = self.item(key), self.answer(key).parts.get(part)
        is_known = item is not None and value is not None and part in item.parts
        return Row(label, self.given(key, part), is_known)

    def both(self, label: str, key: str, first: str, second: str) -> Row:
        """Two fields' answers, as far as they are given, with their label."""
        said = [self.said(key, first), self.said(key, second)]
        words = ", ".join(one for one in said if one)
        return Row(label, words or self.nothing(key, _("not answered")), bool(words))

    def count(self, number: float) -> str:
        """A count of people in words; small ones as a band where the document is shared."""
        least = self.template.limit("small_count") if self.is_shared else 0
        return banded(number, least) if self.is_shared else number_words(number)

    def whole_count(self, number: float) -> str:
        """A count that was reckoned, without parts of people."""
        return self.count(whole_patients(number))

    def span(self, low: float, middle: float, high: float) -> str:
        """About so many, as a range; a band stands alone, and no range shows one."""
        likely, ends = self.whole_count(middle), (self.whole_count(low), self.whole_count(high))
        if self.is_small(middle) or ends[0] == ends[1]:
            return likely
        if self.is_small(low):
            return self.about(middle)
        return _("about {middle} ({low} to {high})").format(
            middle=likely, low=ends[0], high=ends[1]
        )

    def about(self, number: float) -> str:
        """An estimated count, as "about 12"; a small one in a shared document as a band."""
        likely = self.whole_count(number)
        return likely if self.is_small(number) else _("about {n}").format(n=likely)

    def is_small(self, number: float) -> bool:
        """Whether a count is too small to be told in a shared document."""
        return self.is_shared and 0 < whole_patients(number) < self.template.limit("small_count")

    def says(self, flag: Flag) -> str:
        """A flag's sentence; in a shared document only where it tells nothing about anyone.

        It names no member of staff, asks about none, and has no number as small as a small count.
        """
        has_small = any(self.is_small(one) for one in flag.numbers)
        if not self.is_shared or not (flag.is_personal or has_small):
            return flag.says
        return _("A flag is up about \u201c{short}\u201d.").format(
            short=self.template.items[flag.item].short
        )

    def note(self, text: str) -> str:
        """A note as the document shows it: withheld where the document is shared."""
        return _(WITHHELD) if self.is_shared and text else text


def context_of(
    template: Template, plan: Plan, state: Review, today: date, *, is_shared: bool = False
) -> ReportContext:
    """What a document is made from; for a shared one, of a copy without the names of staff."""
    if is_shared:
        found = {one.id: one.acceptance for one in state.flags}
        found |= {one.flag: one.acceptance for one in course_of(plan, template, today)}
        over = frozenset(key for key, one in found.items() if one and not one.still_holds)
        plan = without_names(plan, template, over)
        state = review(template, plan, today)
    return ReportContext(template, plan, state, today, Citations(template), is_shared)


def report_document(
    context: ReportContext, plan: Plan, subtitle: str, blocks: Iterable[Block]
) -> Document:
    """A report without a title page, whose pages bear its name; `plan` is the one before redaction.

    That of a shared version says so.
    """
    title = title_of(context.plan)
    if context.is_shared:
        subtitle = _("Shared version, without names: {kind}").format(kind=subtitle)
    return Document(
        title=title,
        subtitle=subtitle,
        made_on=context.today,
        version=version_of(plan),
        language=context.template.language,
        page_name=f"{title} \u00b7 {subtitle}",
        has_title_page=False,
        blocks=tuple(blocks),
    )


def title_of(plan: Plan) -> str:
    """What a document of a plan is called."""
    return plan.plan or plan.service or _("Implementation strategy")


def version_of(plan: Plan) -> str:
    """A short mark that changes with anything in the plan: eight hexadecimal digits."""
    said = json.dumps(_laid_open(plan), sort_keys=True, default=str)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _laid_open(thing: object) -> object:
    if isinstance(thing, Record):
        return {name: _laid_open(getattr(thing, name)) for name in vars(thing)}
    if isinstance(thing, Mapping):
        return {str(name): _laid_open(inner) for name, inner in thing.items()}
    return thing
