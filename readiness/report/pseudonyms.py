"""The people whom a plan names, and other words in the place of their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from unicodedata import normalize

from readiness.domain.checklist.template import Template
from readiness.domain.followup.scale import raters_of
from readiness.domain.kinds.value import Value
from readiness.domain.plan.names import JOINED, is_a_persons_name, looks_like_full_name, names_in
from readiness.domain.plan.plan import Plan
from readiness.i18n.given_names import NOBODYS, is_given
from readiness.i18n.language import N_, _

SOMEONE = N_("someone named")

NAMED = {
    "champion": N_("the champion"),
    "champion_deputy": N_("the champion's deputy"),
    "leader": N_("the leader"),
    "leader_deputy": N_("the leader's deputy"),
    "successor": N_("the successor"),
    "supervisor": N_("the supervisor"),
    "supervisor_after": N_("the supervisor"),
    "reviewer_after": SOMEONE,
    "meets_disappointment": SOMEONE,
    "continuation_decider": SOMEONE,
    "decider": SOMEONE,
    "recruiter": SOMEONE,
    "obstacle_actor": SOMEONE,
    "review_by": SOMEONE,
}
"""Inputs that name a person, and what stands for it in a shared document."""

WHO = {
    "actions": "actor",
    "accepted": "by",
    "absences": "who",
    "missing": "who",
    "adaptations": "decided_by",
    "decisions": "by",
    "workshops": "facilitator",
}
"""The field of each table that names a person."""

_INITIALS = re.compile(r"\b[A-Z\u00c6\u00d8\u00c5]{2,4}\b")
_SHORT = re.compile(r"[^\W\d_]{2,3}\d{0,2}|[^\W\d_]\d{1,2}")
"""One word that is read as somebody's initials where a field names a person."""


def known_names(plan: Plan, template: Template) -> dict[str, str]:
    """Every name that stands in a field which names a person, and what stands for it.

    Practitioners are numbered. A role such as "team leader" is no name.
    """
    found = dict[str, str]()
    for said, instead in _named(plan, template):
        for one in _names_of(said):
            found.setdefault(one, instead)
    found.pop(template.practice.short, None)
    return found | {
        who: _("Practitioner {number}").format(number=number)
        for number, who in enumerate(plan.people, 1)
    }


def _named(plan: Plan, template: Template) -> Iterator[tuple[str, str]]:
    """What stands in the fields that name a person, and what stands for it."""
    for key, item in template.items.items():
        answer = plan.answer(key)
        places = [(item.parts, answer.parts), *((item.row_parts, r) for r in answer.rows.values())]
        for parts, fields in places:
            for name, part in parts.items():
                if part.feeds in NAMED:
                    yield str(fields.get(name, "")), _(NAMED[part.feeds])
    for review in plan.fidelity.values():
        yield from ((who, _("one rater")) for who in raters_of(review))
    for table, name in WHO.items():
        for fields in plan.entries(table).values():
            yield str(fields.get(name, "")), _(SOMEONE)
    # A board written as "Senior Management" looks like a full name and is none.
    if is_a_persons_name(plan.decider) or not looks_like_full_name(plan.decider):
        yield plan.decider, _(SOMEONE)


def _names_of(said: str) -> Iterator[str]:
    """The names in a field that names a person; roles are none."""
    yield from _INITIALS.findall(said)
    for one in (part for name in names_in(said) for part in JOINED.split(name)):
        if looks_like_full_name(one):
            yield one
        if is_a_persons_name(one):
            yield from (word for word in re.findall(r"\w+", one) if word[0].isupper())
        elif one[:1].isupper() and (is_given(one) or _is_initials(one)):
            yield one


def _is_initials(word: str) -> bool:
    return _SHORT.fullmatch(word) is not None and word.casefold() not in NOBODYS


@dataclass(frozen=True)
class Hiding:
    """Puts other words in the place of names."""

    names: Mapping[str, str]
    """What stands for each name."""

    @cached_property
    def _composed(self) -> Mapping[str, str]:
        return {normalize("NFC", who): instead for who, instead in self.names.items()}

    @cached_property
    def _any(self) -> str:
        # The longest first; Norwegian puts an s behind a name, which no single letter takes.
        longest_first = sorted(filter(str.strip, self._composed), key=len, reverse=True)
        ends = (r"(?=s?(?!\w))" if len(who) > 1 else r"(?!\w)" for who in longest_first)
        return "|".join(re.escape(who) + end for who, end in zip(longest_first, ends, strict=True))

    def text(self, words: str) -> str:
        """The text without the names, also where it writes their letters in two parts."""
        if not self._any:
            return words
        whole = normalize("NFC", words)
        return re.sub(rf"(?<!\w)(?:{self._any})", lambda found: self._composed[found[0]], whole)

    def fields(self, fields: Mapping[str, Value]) -> dict[str, Value]:
        """Fields whose texts are without the names."""
        return {
            name: self.text(said) if isinstance(said, str) else said
            for name, said in fields.items()
        }
