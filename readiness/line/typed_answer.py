"""What is typed or pasted: what a line means, where a text ends, what rows would become."""

from __future__ import annotations

from datetime import date

from readiness.app.operations.spreadsheet import read_rows, take_rows
from readiness.describe.act import left_told
from readiness.describe.spreadsheet import reading_lines
from readiness.domain.checklist.template import Item
from readiness.domain.kinds.kind import LONGEST_TEXT
from readiness.domain.kinds.registry import heard, interpret, kind_of
from readiness.domain.kinds.value import (
    NO,
    NOT_APPLICABLE,
    NOT_SURE,
    InvalidValue,
    Value,
    key_of,
    standing_word,
)
from readiness.domain.plan.field_ref import FieldRef
from readiness.domain.plan.fields import FormField, no_words, offered
from readiness.domain.plan.plan import Plan
from readiness.domain.plan.spreadsheet import is_rows
from readiness.i18n.language import _
from readiness.i18n.times import Frame
from readiness.i18n.words import grouped_words
from readiness.line.commands import (
    command_of,
    command_or_text,
    is_bare_command,
    unknown_command,
    unquoted,
)
from readiness.line.console import SAYS_YES, Leave
from readiness.line.conversation import Conversation

SAYS_NONE = ("none", "ingen")
"""What takes out what is there, where a line may also be left empty."""


def is_numbered(item: Item, field: FormField) -> bool:
    """Whether the numbers of a choice answer it.

    They do not where it is answered for all practitioners: there a number looks like one of theirs.
    """
    return not (field.is_whole and item.person_parts)


def is_for_people(text: str) -> bool:
    """Whether a line begins like a number."""
    return text.strip()[:1].isdecimal()


def typed_meaning(
    item: Item, field: FormField, text: str, when: date | Frame
) -> Value | InvalidValue | None:
    """The answer that a line gives, None where it is empty, or why it is not understood.

    That a question does not apply can be typed at its answer, whatever kind that is of.
    """
    if field.ref.part == "value" and (
        key_of(text) in ("na", "n a") or standing_word(text) == NOT_APPLICABLE
    ):
        return NOT_APPLICABLE
    words, is_told = offered(item, field), is_numbered(item, field)
    return interpret(field.part, text, when, words, is_numbered=is_told)


def names_option(item: Item, field: FormField, text: str) -> bool:
    """Whether a line is exactly one of the words offered, so that it cannot be a command."""
    words = offered(item, field)
    return any(key_of(text) in (key_of(word), key_of(label)) for word, label in words.items())


def understood(item: Item, field: FormField, value: Value) -> str:
    """A value in words as it was understood: dates with their weekday."""
    no_label = "" if field.is_whole else no_words(item, field)
    return kind_of(field.part).understood(field.part, value, no_label)


def said_back(item: Item, field: FormField, value: Value, text: str, when: date | Frame) -> str:
    """A value said back to who typed it; where its unit was converted, with the typed text."""
    no_label = "" if field.is_whole else no_words(item, field)
    return heard(field.part, text, when, value, no_label)


def takes_offer(field: FormField, text: str) -> bool:
    """Whether a line takes what was offered: Enter, or yes where that is no answer itself."""
    return not text.strip() or (
        not kind_of(field.part).is_offered and text.strip().casefold() in SAYS_YES
    )


def held_words(item: Item, field: FormField, plan: Plan) -> str:
    """What the plan holds at a field, in words."""
    value = plan.value(field.ref)
    return _("not answered") if value is None else understood(item, field, value)


def rest_of_text(talk: Conversation, first: str) -> str:
    """A text over several lines, up to a full stop on its own, a command, or the end of input."""
    block = talk.console.block()
    is_whole = standing_word(first) in (NO, NOT_SURE, NOT_APPLICABLE) and not block
    if first.strip() == "." or is_whole:
        return "" if first.strip() == "." else first
    lines = _joined(talk, [first], block)
    while True:
        try:
            line = talk.console.line(_("More, or a full stop to end:"))
            block = talk.console.block()
            if block:
                lines = _joined(talk, lines, [line, *block])
                continue
            _doubt(talk, line)
            if is_bare_command(line) and not line.strip().startswith("/"):
                talk.wrong(command_or_text(line))
                continue
        except Leave:
            break
        except KeyboardInterrupt:
            talk.console.end()
            break
        if command_of(line, is_free=True) is not None:
            talk.console.give_back(line)
            break
        if line.strip() == ".":
            break
        more = "." if line.strip() == ".." else unquoted(line).replace("//", "/", 1)
        if _is_too_long(lines, more):
            _say_too_long(talk)
            break
        lines.append(more)
    return "\n".join(lines).rstrip()


def _joined(talk: Conversation, lines: list[str], block: list[str]) -> list[str]:
    """The lines with a pasted block behind them, every word of which is text, never a command."""
    found = [*lines]
    for number, line in enumerate(block):
        if _is_too_long(found, line):
            _say_too_long(talk)
            talk.say(*block[number:])
            break
        found.append(line)
    return found


def _is_too_long(lines: list[str], more: str) -> bool:
    return len("\n".join((*lines, more))) > LONGEST_TEXT


def _say_too_long(talk: Conversation) -> None:
    words = _("A text has {n} characters at most: it ends before this line.")
    talk.wrong(words.format(n=grouped_words(LONGEST_TEXT)))


def _doubt(talk: Conversation, line: str) -> None:
    """Say that a line of a text looks like a command; a pipe ends there. Raises Leave then."""
    if unknown_command(line):
        words = _("Kept as text: there is no command {word}.")
        words = _("There is no command {word}.") if talk.console.is_piped else words
        talk.wrong(words.format(word=line.split(maxsplit=1)[0]))


class RowsPasted(Exception):  # noqa: N818 - it says what happened
    """Rows came where one field was asked; what becomes of them has been said."""


def offer_rows(talk: Conversation, place: FieldRef, words_before: int = 0) -> bool:
    """Offer to take what was pasted with the last line, if that is rows; whether it was.

    The words of a command may stand before the first cell.
    """
    rows = talk.console.rows()
    if rows:
        rows[0] = rows[0].split(maxsplit=words_before)[-1] if words_before else rows[0]
    text = "\n".join(rows)
    if not is_rows(text):
        return False
    reading = read_rows(talk.session, place, text)
    talk.say(*reading_lines(place, talk.session.template, reading))
    if not reading.lines:
        return True
    answer = talk.words(_("Take them? Type yes or no:"))
    if answer.strip().casefold() in SAYS_YES:
        talk.perform(lambda session: take_rows(session, place, reading))
    else:
        talk.say(left_told())
    return True
