"""How a question is put, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.core.asked.template import Item, Template
from readiness.core.judged.flags import SEVERITIES
from readiness.core.judged.review import Review, word_of
from readiness.core.said.answers import answer_words
from readiness.core.said.fields import (
    Slot,
    as_a_whole,
    no_words,
    offered,
    people_fields,
    row_fields,
)
from readiness.core.said.plan import Plan
from readiness.core.schedule.actions import cited_words
from readiness.core.told.telling import DRIVERS, flag_told
from readiness.core.wording.language import N_, _
from readiness.core.wording.words import exact_words
from readiness.prompt.meaning import EXAMPLES, held, is_choice, is_numbered

ASKED_OF = {
    "practitioners": N_("The practitioners answer this one, not the leader."),
    "both": N_("Ask the leader and the practitioners, separately."),
}


def place_of(key: str, template: Template, state: Review) -> str:
    """Where a question stands: area, its number among those that are asked, and id."""
    item = template.items[key]
    keys = [one for one, _item in template.items_of(item.area) if state.items[one].counts]
    number = (
        _("question {at} of {all}").format(at=keys.index(key) + 1, all=len(keys))
        if (key in keys)
        else _("not asked in the short form")
    )
    return f"{template.areas[item.area].title}, {number}, {key}: {item.short}."


def question_lines(key: str, template: Template, plan: Plan, state: Review) -> Iterator[str]:
    """The question with all that is said before its fields."""
    item = template.items[key]
    yield ""
    yield place_of(key, template, state)
    yield _("Question: {question}").format(question=item.question)
    yield from filter(None, (item.help or _(ASKED_OF.get(item.asked_of, "")), item.personal))
    yield from now_lines(key, template, plan, state)
    count = len(item.parts) + len([*people_fields(key, item, plan)])
    count += bool(item.row_parts)
    if count > 1:
        yield _("It has {count} fields, one after another. Enter leaves one as it is.").format(
            count=count
        )
    if as_a_whole(item) is not None:
        yield whole_words(item)


def whole_words(item: Item) -> str:
    """How a question is answered as a whole; one that can be."""
    whole = as_a_whole(item)
    is_ynp = whole is not None and whole.kind == "ynp"
    who = _("everyone at once") if item.everyone_part else _("the question as a whole")
    words = _("all yes, all partly, all no") if is_ynp else _("all no")
    label = item.no_label and _(" (no means: {no_label})").format(no_label=item.no_label)
    return _(
        "To answer for {who}, type {words}, all not sure, or na if it does not apply{label}."
    ).format(who=who, words=words, label=label)


def ended(words: str) -> str:
    """A sentence with its full stop, and no second one."""
    return words if words.endswith((".", "!", "?")) else f"{words}."


def now_lines(key: str, template: Template, plan: Plan, state: Review) -> Iterator[str]:
    """What is answered now, and what the program makes of it."""
    answered = answer_words(template, key, plan)
    is_told_below = list(template.items[key].parts) == ["value"]
    said = "; ".join(f"{label}: {words}" if label else words for label, words in answered)
    answer = plan.answer(key)
    if answer.reason:
        said = _("{said}. Reason: {reason}").format(said=said, reason=answer.reason)
    if answer.reason or not is_told_below:
        yield _("Answer now: {answer}").format(answer=ended(said or _("none")))
    if answer.note:
        yield _("Note: {note}").format(note=answer.note)
    one = state.items[key]
    says = f": {one.flag.says}" if one.flag is not None else ""
    accepted = _(" (accepted)") if one.flag is not None and one.flag.is_accepted else ""
    yield _("State: {state}{accepted}{says}").format(
        state=word_of(one), accepted=accepted, says=says
    )


def again_lines(key: str, item: Item, slot: Slot, plan: Plan) -> Iterator[str]:
    """A field in short, after a command came in between."""
    head = ", ".join(filter(None, [slot.heading, slot.asks.label if slot.part else ""]))
    yield f"{key}: {item.question}{f' {ended(head)}' if head else ''}"
    if slot.part:
        yield _("Now: {answer} Type ? for how to answer.").format(
            answer=ended(held(item, slot, plan))
        )


def field_lines(item: Item, slot: Slot, plan: Plan, number: int, count: int) -> Iterator[str]:
    """A field: what is asked, how it is answered, and what the answer is now."""
    part = slot.asks
    label = part.label or (item.short if count > 1 else "")
    head = ". ".join(filter(None, [slot.heading, label]))
    turn = _("Field {number} of {count}. ").format(number=number, count=count) if count > 1 else ""
    hint = f" {part.hint}." if part.hint else ""
    if head or turn or hint:
        yield f"{turn}{ended(head) if head else ''}{hint}"
    yield kind_words(item, slot)
    if is_choice(part):
        for place, label in enumerate(offered(item, slot).values(), 1):
            yield f"{place}. {label}" if is_numbered(item, slot) else ended(label)
    yield _("Now: {answer}").format(answer=ended(held(item, slot, plan)))


def kind_words(item: Item, slot: Slot) -> str:
    """How a field is answered."""
    part = slot.asks
    none = no_words(item, slot)
    no = _(" Type no for: {none}.").format(none=none) if none else _(" Type no if there is none.")
    if part.kind == "choices":
        return _("Choose one or several: type their numbers with commas between, or no for none.")
    if is_choice(part):
        one = _("Choose one: type its number, the word, or its first letters.")
        everyone = _("Or answer for all of them: type the word, or its first letters.")
        return one if is_numbered(item, slot) else everyone
    if part.kind == "number":
        low, high = part.low, part.high
        span = (
            _(", from {low} to {high}").format(low=exact_words(low), high=exact_words(high))
            if low is not None and high is not None
            else ""
        )
        unit = f" ({part.unit})" if part.unit else ""
        return _("Type a number{unit}{span}.{no}").format(unit=unit, span=span, no=no)
    if part.kind != "text":
        return _("Type {examples}.{no}").format(examples=EXAMPLES[part.kind], no=no)
    if slot.is_one_line:
        return _("Type one line of text.{no}").format(no=no)
    return _("Type a text. A full stop alone on a line ends it.{no}").format(no=no)


def why_lines(key: str, template: Template, state: Review) -> Iterator[str]:
    """Why a question matters, its source, what counts as ready, what to do, and its flag."""
    item, flag = template.items[key], state.items[key].flag
    if flag is not None:
        yield _("Flag {id}, {severity}: {says}").format(
            id=flag.id, severity=SEVERITIES[flag.severity], says=flag.says
        )
        yield from (f"{label.capitalize()}: {words}" for label, words in flag_told(flag, template))
    yield _("Why: {why}").format(why=item.why)
    yield _("Source: {sources}.").format(sources=cited_words(item.sources, template))
    yield _("Ready when: {ready_when}").format(ready_when=item.ready_when)
    yield _("If not: {if_not}").format(if_not=item.if_not)
    theme = template.themes.get(item.theme)
    yield _("Driver: {driver}.").format(driver=DRIVERS[item.driver]) + (
        _(" Theme of the study: {theme}.").format(theme=theme) if theme else ""
    )


def rows_lines(key: str, item: Item, plan: Plan) -> Iterator[str]:
    """The rows of a question, and how they are changed."""
    rows = plan.answer(key).rows
    yield _("This is a list of {row_name}s; {count} so far.").format(
        row_name=item.row_name, count=len(rows) or _("none")
    )
    for row in rows:
        fields = (one for one in row_fields(key, item, row))
        said = "; ".join(f"{one.asks.label}: {held(item, one, plan)}" for one in fields)
        yield f"{item.row_name.capitalize()} {row}. {ended(said)}"
    yield rows_words(key, item, plan)


def rows_words(key: str, item: Item, plan: Plan) -> str:
    """How the rows of a question are changed."""
    rows = plan.answer(key).rows
    example = next(iter(rows), "1")
    more = _(", change {example}, remove {example}").format(example=example) if rows else ""
    none = (
        _("no for: {no_label}").format(no_label=item.no_label)
        if item.no_label
        else _("no if there is none")
    )
    return _("Type add{more}, or {none}. Enter goes on.").format(more=more, none=none)
