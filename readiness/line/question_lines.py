"""How a question is put, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from readiness.describe.flag import flag_details, severity_words
from readiness.describe.question import help_words, reasons
from readiness.describe.state import state_of, word_of
from readiness.domain.checklist.template import Item, Template
from readiness.domain.kinds.registry import kind_of
from readiness.domain.plan.fields import (
    FormField,
    answer_lines,
    as_a_whole,
    no_words,
    offered,
    row_fields,
)
from readiness.domain.plan.plan import Plan
from readiness.domain.rules.review import Review
from readiness.i18n.language import _
from readiness.i18n.words import ended, first_down, first_up
from readiness.line.typed_answer import held_words, is_numbered


def question_lines(key: str, template: Template, plan: Plan, state: Review) -> Iterator[str]:
    """The question with all that is said before its fields.

    What else there is to say of it, `?` and `why` say: who listens hears it to the end each time.
    """
    item = template.items[key]
    yield ""
    area, number = template.areas[item.area].title, number_of(key, template, state)
    yield f"{area}, {number}, {key}: {item.question}"
    yield from filter(None, (help_words(item),))
    yield from now_lines(key, template, plan, state)
    whole = as_a_whole(item)
    if plan.people and whole is not None and kind_of(whole).is_yes_no:
        yield _("With all before it an answer is for everyone: all yes.")


def number_of(key: str, template: Template, state: Review) -> str:
    """Which of its area's questions it is, of those that are asked."""
    item = template.items[key]
    keys = [one for one, _item in template.items_of(item.area) if state.items[one].counts]
    if key not in keys:
        return _("not asked in the short form")
    return first_down(_("Question {n} of {of}")).format(n=keys.index(key) + 1, of=len(keys))


def more_lines(item: Item) -> Iterator[str]:
    """What is said of a question where somebody asks: why it is about people, and all at once."""
    yield from filter(None, [item.personal])
    if as_a_whole(item) is not None:
        yield whole_words(item)


def whole_words(item: Item) -> str:
    """How a question is answered as a whole; one that can be."""
    whole = as_a_whole(item)
    is_yes_no = whole is not None and kind_of(whole).is_yes_no
    who = _("everyone at once") if item.everyone_part else _("the question as a whole")
    words = _("all yes, all partly, all no") if is_yes_no else _("all no")
    label = item.no_label and _(" (no means: {no_label})").format(no_label=item.no_label)
    return _(
        "To answer for {who}, type {words}, all not sure, or na if it does not apply{label}."
    ).format(who=who, words=words, label=label)


def now_lines(key: str, template: Template, plan: Plan, state: Review) -> Iterator[str]:
    """What the program makes of the answer; the answer where no field says it. Else nothing."""
    answer, one = plan.answer(key), state.items[key]
    if answer.reason or ("value" in answer.parts and "value" not in template.items[key].parts):
        said = "; ".join(answer_lines(template, key, plan))
        if answer.reason:
            said = _("{said}. Reason: {reason}").format(said=said, reason=answer.reason)
        yield _("Answer now: {answer}").format(answer=ended(said))
    if answer.note:
        yield _("Note: {note}").format(note=answer.note)
    if one.answered:
        says = f": {one.flag.says}" if one.flag is not None else ""
        is_kept = one.flag is not None and one.flag.is_accepted and state_of(one) == "amber"
        accepted = _(" (accepted)") if is_kept else ""
        words = _("State: {state}{accepted}{says}")
        yield ended(words.format(state=word_of(one), accepted=accepted, says=says))


def again_words(key: str, item: Item, field: FormField) -> str:
    """Which field is asked, after a command came in between."""
    label = field.part.label if field.ref.part else ""
    said = (key, item.short if not field.heading else "", field.heading, label)
    return ended(", ".join(dict.fromkeys(one for one in said if one)))


def field_lines(item: Item, field: FormField, plan: Plan, number: int, count: int) -> Iterator[str]:
    """A field in short: what is asked, what may be answered, and what the answer is now."""
    part = field.part
    turn = _("Field {number} of {count}").format(number=number, count=count) if count > 1 else ""
    label = part.label or (item.short if count > 1 else "")
    hint = f"({part.hint})" if part.hint else ""
    head = ", ".join(one for one in (turn, field.heading, f"{label} {hint}".strip()) if one)
    says = may_words(item, field)
    then = " " if head.endswith(("?", ".", "!")) else ": "
    yield f"{head}{then}{says}" if head else first_up(says)
    if plan.value(field.ref) is not None:
        yield _("Now: {answer}").format(answer=ended(held_words(item, field, plan)))


def may_words(item: Item, field: FormField) -> str:
    """What may be answered at a field, in one sentence."""
    part, kind = field.part, kind_of(field.part)
    none = no_words(item, field)
    no = _(", or no: {none}").format(none=none) if none else _(", or no for none")
    if kind.is_offered:
        words = offered(item, field).values()
        is_told = is_numbered(item, field)
        said = [f"{n} {one}" if is_told else one for n, one in enumerate(words, 1)]
        listed = "; ".join(one.rstrip(".") for one in said)
        if kind.shape == "choices":
            return ended(_("one or several of {listed}{no}").format(listed=listed, no=no))
        return ended(listed)
    if kind.is_text and not field.is_one_line:
        return ended(_("a text; a full stop alone on a line ends it{no}").format(no=no))
    return ended(f"{kind.asks(part)}{no}")


def how_lines(item: Item, field: FormField, plan: Plan) -> Iterator[str]:
    """A field at length, for whoever asks how it is answered: each choice on a line of its own."""
    part = field.part
    head = ". ".join(filter(None, [field.heading, part.label, part.hint]))
    yield from filter(None, [ended(head) if head else ""])
    yield kind_words(item, field)
    if kind_of(part).is_offered:
        for place, label in enumerate(offered(item, field).values(), 1):
            yield f"{place}. {label}" if is_numbered(item, field) else ended(label)
    yield _("Now: {answer}").format(answer=ended(held_words(item, field, plan)))


def kind_words(item: Item, field: FormField) -> str:
    """How a field is answered."""
    part, kind = field.part, kind_of(field.part)
    none = no_words(item, field)
    no = _(" Type no for: {none}.").format(none=none) if none else _(" Type no if there is none.")
    if kind.shape == "choices":
        return _("Choose one or several: type their numbers with commas between, or no for none.")
    if kind.is_offered:
        one = _("Choose one: type its number, the word, or its first letters.")
        everyone = _("Or answer for all of them: type the word, or its first letters.")
        return one if is_numbered(item, field) else everyone
    if not kind.is_text:
        return _("Type {examples}.{no}").format(examples=kind.examples(part), no=no)
    if field.is_one_line:
        return _("Type one line of text.{no}").format(no=no)
    return _("Type a text. A full stop alone on a line ends it.{no}").format(no=no)


def why_lines(key: str, template: Template, state: Review) -> Iterator[str]:
    """Why a question matters, its source, what counts as ready, what to do, and its flag."""
    item, flag = template.items[key], state.items[key].flag
    if flag is not None:
        words = _("Flag {id}, {severity}: {says}")
        yield words.format(id=flag.id, severity=severity_words(flag), says=flag.says)
        yield from (one.line for one in flag_details(flag, template))
    yield from (one.line for one in reasons(item, template, flag))


def rows_lines(key: str, item: Item, plan: Plan) -> Iterator[str]:
    """The rows of a question, and how they are changed."""
    rows = plan.answer(key).rows
    for row in rows:
        fields = row_fields(key, item, plan, row)
        said = "; ".join(f"{one.part.label}: {held_words(item, one, plan)}" for one in fields)
        yield f"{item.row_name.capitalize()} {row}. {ended(said)}"
    words = _("A list of {row_name}s, {count} so far. {how}")
    how = rows_words(key, item, plan)
    yield words.format(row_name=item.row_name, count=len(rows) or _("none"), how=how)


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
