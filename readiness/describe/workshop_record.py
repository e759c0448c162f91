"""What a plan keeps of its workshops, in words: who was asked, what was agreed and heard."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from readiness.describe.reveal import answer_words
from readiness.domain.checklist.rater import role_words
from readiness.domain.kinds.value import NO, NOT_SURE, PARTLY, YES, Value
from readiness.domain.plan.tables import date_of, text_of
from readiness.domain.ratings.questions import Question
from readiness.i18n.language import _
from readiness.i18n.words import date_words

Fields = Mapping[str, Value]

_HEARD = (("yes", YES), ("partly", PARTLY), ("no", NO))


def asked_roles(fields: Fields) -> str:
    """Who was asked to a workshop: how many of each role; empty where that was not kept."""
    kept = text_of(fields, "roles").split("; ")
    pairs = [one.rpartition(" ") for one in kept if one]
    return ", ".join(f"{role_words(role)} {many}" for role, _space, many in pairs)


def missing_told(what: str) -> str:
    """That something is on the list of what nobody knew."""
    return _("On the missing list: {what}").format(what=what)


def agreed_answer(fields: Fields, question: Question | None) -> str:
    """What was agreed on, in words."""
    answer = fields.get("answer")
    return answer_words(str(answer), question or _NO_QUESTION) if answer is not None else ""


def why_agreed(fields: Fields) -> str:
    """Why, and whom it goes against."""
    found = [text_of(fields, "reason")]
    if fields.get("by_leader") == YES:
        found.append(_("Decided by the leader against the practitioners' answer."))
    if fields.get("against_votes") == YES:
        found.append(_("Agreed though a third or more said no or were not sure."))
    return " ".join(one for one in found if one)


def not_with_it(fields: Fields) -> str:
    """How many did not support it; nobody is told apart from at most one."""
    many = fields.get("against")
    if not isinstance(many, int | float):
        return ""
    return _("at most one") if many <= 1 else f"{many:g}"


def look_again(fields: Fields) -> str:
    """When it is looked at again; empty without a day."""
    return _day(date_of(fields, "look_again"))


def heard_counts(fields: Fields, question: Question | None) -> str:
    """What a group said, as counts: yes 2, partly 1, no 4, not sure 1."""
    found = dict[str, object]()
    for pair in text_of(fields, "said").split("; "):
        word, _space, many = pair.rpartition(" ")
        found |= {word: many} if word else {}
    found |= {word: fields[name] for name, word in _HEARD if name in fields}
    found |= {NOT_SURE: fields["unsure"]} if fields.get("unsure") else {}
    asked = question or _NO_QUESTION
    return ", ".join(f"{answer_words(word, asked)} {many}" for word, many in found.items())


def _day(day: date | None) -> str:
    return date_words(day) if day is not None else ""


_NO_QUESTION = Question(short="", words="", asked="")
