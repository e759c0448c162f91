"""Why an area is not ready, in one sentence; and what all of them are called."""

from __future__ import annotations

from readiness.describe.state import word_of
from readiness.domain.checklist.template import Template
from readiness.domain.rules.review import AreaReview, ItemReview, Review
from readiness.i18n.language import _, n_
from readiness.i18n.numerals import count_words
from readiness.i18n.words import first_down

NAMED = 3
"""Red flags that are named in the sentence."""


def areas_words(count: int) -> str:
    """What stands over a list of all areas, such as: The five areas."""
    return _("The {n} areas").format(n=count_words(count))


def not_ready_told(area: str, template: Template, state: Review) -> str:
    """What stands between an area and ready, by counts; what is gravest comes first."""
    own, items = state.areas[area], [state.items[key] for key, _item in template.items_of(area)]
    if not own.asked:
        return _("Not ready: the short form asks nothing here.")
    if not own.answered and not own.flags:
        pieces = [first_down(_("Nothing is answered yet")), *_left_out(own)]
        return _("Not ready: {pieces}.").format(pieces=", ".join(pieces))
    pieces = [
        *_flags(own),
        *_questions([one for one in items if one.counts]),
        *_left_out(own),
    ]
    if not pieces:
        return _("Ready: nothing stands in the way.")
    return _("Not ready: {pieces}.").format(pieces=", ".join(pieces))


def _flags(own: AreaReview) -> list[str]:
    red = [flag.item for flag in own.flags if flag.severity == "red"]
    amber = len(own.flags) - len(red)
    said = []
    if red:
        named = ", ".join(red[:NAMED]) + (" ..." if len(red) > NAMED else "")
        words = n_("{n} red flag ({named})", "{n} red flags ({named})", len(red))
        said.append(words.format(n=len(red), named=named))
    if amber:
        said.append(n_("{n} amber flag", "{n} amber flags", amber).format(n=amber))
    return said


def _questions(items: list[ItemReview]) -> list[str]:
    plain = [one for one in items if one.flag is None]
    left = sum(not one.answered for one in plain)
    is_open = sum(one.answered and one.status == "open" for one in plain)
    partly = sum(one.status == "partly" for one in plain)
    said = []
    if is_open:
        said.append(n_("{n} open", "{n} open", is_open).format(n=is_open))
    if partly:
        said.append(n_("{n} only partly", "{n} only partly", partly).format(n=partly))
    if left:
        said.append(n_("{n} unanswered", "{n} unanswered", left).format(n=left))
    return said


def _left_out(own: AreaReview) -> list[str]:
    if not own.left_out:
        return []
    words = n_("{n} not asked", "{n} not asked", own.left_out)
    return [words.format(n=own.left_out)]


def because(area: str, template: Template, review: Review) -> str:
    """Why an area is not ready, in one sentence: its gravest flag, or its first open question."""
    state = review.areas[area]
    if state.flags:
        return " ".join(state.flags[0].says.split())
    items = [(item, review.items[key]) for key, item in template.items_of(area)]
    if not state.asked:
        return _("The short form asks nothing here.")
    if not state.answered:
        return _("Nothing is answered yet") + "."
    for wanted in ("open", "partly"):
        for item, one in items:
            if one.counts and one.status == wanted:
                word = word_of(one).capitalize()
                return f"{word}: {item.question}"
    if state.left_out:
        words = _("In place as far as the short form asks; {n} questions were not asked.")
        return words.format(n=state.left_out)
    return _("Nothing stands in the way.")
