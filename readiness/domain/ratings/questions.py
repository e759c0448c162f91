"""The questions that several people are asked, made of a template.

Judgements, their own situation, and topics. Facts are not among them: they are checked, and no
majority decides them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from readiness.domain.checklist.rater import FACT, JUDGEMENT, OWN, RaterQuestion, Topic
from readiness.domain.checklist.template import NO_ITEM, Item, Template
from readiness.domain.kinds.registry import kind_of
from readiness.domain.kinds.value import NOT_APPLICABLE, NOT_SURE, key_of, standing_word
from readiness.domain.ratings.counts import STEPS
from readiness.domain.ratings.rater_answers import fingerprint
from readiness.domain.record import NONE, Record, Sealed

QuestionSet = Literal["topics", "gap", "short", "full"]
"""Ready choices: the ten topics (8 minutes), what leader and staff often see differently (10
minutes), the short form, or all."""

SETS: tuple[QuestionSet, ...] = ("topics", "gap", "short", "full")


ALSO_SETS: Mapping[str, QuestionSet] = {
    "temaer": "topics",
    "avstand": "gap",
    "kort": "short",
    "alle": "full",
}
"""Norwegian words for the sets: understood, never kept."""


class Question(Record):
    """One question as several people are asked it."""

    short: str
    """A few words for lists."""
    words: str
    """The question."""
    asked: str
    """Its fingerprint, the same in every language."""
    options: Sealed[str, str] = NONE
    """Option to its label, where it is a choice; else it is answered yes, partly or no."""
    roles: tuple[str, ...] = ()
    """Who is asked; none means everyone."""
    is_sensitive: bool = False
    """Whether the answers are told in bands only."""
    is_text: bool = False
    """Whether it is answered in words."""
    is_topic: bool = False
    """Whether it is one of the topics, and no question of the checklists."""
    room: str = ""
    """What the facilitator may ask."""
    part: str = "value"
    """The field of the plan that an agreed answer goes to."""

    @property
    def offered(self) -> tuple[str, ...]:
        """The words that answer it; none where any do."""
        if self.is_text:
            return ()
        return (*(self.options or reversed(STEPS)), NOT_SURE, NOT_APPLICABLE)

    @property
    def choices(self) -> tuple[str, ...]:
        """The options of a choice, which have no order; none for a judgement."""
        return tuple(self.options)


def rater_kind(item: Item) -> str:
    """What kind of question an item is when several people are asked."""
    if item.rater.kind:
        return item.rater.kind
    fields = {**item.parts, **item.row_parts, **item.person_parts}
    only = item.parts.get("value") if len(fields) == 1 else None
    is_vote = only is not None and kind_of(only).shape == "choice" and not only.feeds
    return JUDGEMENT if is_vote else FACT


def questions_of(template: Template) -> dict[str, Question]:
    """Every question that may be put to several people, in the template's order, topics first."""
    found = {key: _topic(key, topic) for key, topic in template.topics.items()}
    for key, item in template.items.items():
        if rater_kind(item) in (JUDGEMENT, OWN):
            found[key] = _question(key, item, item.rater)
    return found


def _topic(key: str, topic: Topic) -> Question:
    return Question(
        short=topic.short,
        words=topic.question,
        asked=fingerprint(key, topic.own_question or topic.question),
        is_sensitive=topic.sensitive,
        is_text=topic.is_text,
        is_topic=True,
    )


def _question(key: str, item: Item, rater: RaterQuestion) -> Question:
    value = item.parts.get("value")
    kind = kind_of(value) if value is not None else None
    is_choice = kind is not None and kind.shape == "choice" and not kind.is_yes_no
    options = value.options if value is not None and is_choice else NONE
    words = rater.question or item.question
    return Question(
        short=item.short,
        words=words,
        asked=fingerprint(key, rater.own_question or words, options),
        options=options,
        roles=rater.roles,
        is_sensitive=rater.sensitive,
        room=rater.room,
        part=rater.part or "value",
    )


def question_ids(template: Template, wanted: Iterable[str]) -> tuple[list[str], list[str]]:
    """The ids of sets and single questions, in order, and what is neither or may not be asked."""
    all_of = questions_of(template)
    words = [ALSO_SETS.get(one.casefold(), one) for one in wanted]
    sets: Mapping[str, set[str]] = {
        "topics": {key for key, one in all_of.items() if one.is_topic},
        "gap": {key for key in all_of if _item(template, key).rater.gap},
        "short": {key for key in all_of if _is_short(_item(template, key))},
        "full": {key for key, one in all_of.items() if not one.is_topic},
    }
    ids = set().union(*(sets.get(word, {word}) for word in words))
    return [key for key in all_of if key in ids], sorted(ids - all_of.keys())


def _item(template: Template, key: str) -> Item:
    return template.items.get(key, NO_ITEM)


def _is_short(item: Item) -> bool:
    """In the short form, or one that not the leader alone can answer."""
    return item.brief or item.asked_of != "leader"


def answer_meant(text: str, question: Question | None) -> str:
    """The word of the file for what somebody typed; what is none stays as it is."""
    word = " ".join(text.split()).casefold()
    for option, label in (question.options if question else {}).items():
        if word in (option.casefold(), label.casefold()):
            return option
    # Signs alone, such as - and ?, are no word: a standing word of none of them would be a no.
    return (standing_word(text) if key_of(text) else "") or text.strip()
